//! From every older schema to the present one, a step at a time.
//!
//! A step is a function named after what it changes in the plan's JSON; it runs before anything else reads it. Steps are never changed or removed once a version
//! with them was out; each schema has a fixture in `tests/fixtures/plans/` that is kept forever.

use serde_json::Value;

/// The schema that this version writes.
pub const SCHEMA: u64 = 1;

/// The first schema.
pub(super) const FIRST_SCHEMA: u64 = 1;

/// A step to the next schema.
pub(super) struct Migration {
    /// The schema that it begins with.
    pub from: u64,
    /// Changes a plan.
    pub migrate: fn(Value) -> Value,
}

/// All steps in order: the first leads on from [`FIRST_SCHEMA`], the last to [`SCHEMA`].
const MIGRATIONS: &[Migration] = &[];

/// Brings a plan of an older schema into the form of the present one.
pub(super) fn migrate(schema: u64, plan: Value) -> Value {
    run(MIGRATIONS, schema, plan)
}

fn run(migrations: &[Migration], schema: u64, plan: Value) -> Value {
    migrations.iter().filter(|step| step.from >= schema).fold(plan, |plan, step| (step.migrate)(plan))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_steps_lead_from_the_first_schema_to_the_present_one() {
        let starts: Vec<u64> = MIGRATIONS.iter().map(|step| step.from).collect();
        assert_eq!(starts, (FIRST_SCHEMA..SCHEMA).collect::<Vec<_>>());
    }

    #[test]
    fn a_plan_takes_the_steps_from_its_schema_on() {
        fn note(mut plan: Value, word: &str) -> Value {
            plan.as_array_mut().unwrap().push(word.into());
            plan
        }
        let steps =
            [Migration { from: 1, migrate: |plan| note(plan, "1→2") }, Migration { from: 2, migrate: |plan| note(plan, "2→3") }];
        for (schema, steps_taken) in [(1, json!(["1→2", "2→3"])), (2, json!(["2→3"])), (3, json!([]))] {
            assert_eq!(run(&steps, schema, json!([])), steps_taken);
        }
    }

    #[test]
    fn every_schema_has_a_fixture_that_is_read_without_mending() {
        for schema in FIRST_SCHEMA..=SCHEMA {
            let path = format!("{}/tests/fixtures/plans/schema-{schema}.json", env!("CARGO_MANIFEST_DIR"));
            let opened = crate::exchange::read(&std::fs::read(&path).unwrap()).unwrap();
            assert_eq!(opened.mended, vec![], "{path}");
            assert_eq!(opened.plan.profile().title, "Strom und Gas", "{path}");
        }
    }
}
