//! Plan files: envelope, migrations, repair, merge.
