//! The file around a plan: `{"format": "reiseplan", "schema": 1, "app": "…", "plan": {…}}`, one record a line.

use super::{
    mended::Mended,
    migrations::{FIRST_SCHEMA, SCHEMA, migrate},
    reading::read_plan,
};
use crate::plan::{Plan, Record, Table};
use serde::Serialize;
use serde_json::Value;

/// Name of the format, in every file.
pub const FORMAT: &str = "reiseplan";

/// Longest file that is read, in bytes: 64 MiB.
pub const MAX_FILE_LEN: usize = 64 << 20;

/// Why a file can't be opened. Lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file is longer than [`MAX_FILE_LEN`].
    #[error("the file has {len} bytes, more than {MAX_FILE_LEN}")]
    TooLarge {
        /// Its length in bytes.
        len: usize,
    },
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It isn't text.
    #[error("not UTF-8 in line {line}")]
    NotText {
        /// Line of the first byte that is no text.
        line: usize,
    },
    /// It isn't JSON.
    #[error("not JSON: line {line}, column {column}")]
    NotJson {
        /// Line of the mistake.
        line: usize,
        /// Column of the mistake, in bytes.
        column: usize,
    },
    /// It ends in the middle.
    #[error("the file ends too early, in line {line}")]
    Truncated {
        /// Its last line.
        line: usize,
    },
    /// Lists and objects lie in each other deeper than any plan has them.
    #[error("nested too deeply: line {line}, column {column}")]
    TooDeep {
        /// Line in which it gets too deep.
        line: usize,
        /// Column in which it gets too deep, in bytes.
        column: usize,
    },
    /// It is JSON of something else.
    #[error("not a plan: {0:?}")]
    OtherFormat(FileKind),
    /// It says no schema that ever was.
    #[error("the file names no schema")]
    NoSchema,
    /// A later version has written it.
    #[error("schema {found}, known are up to {SCHEMA}")]
    Newer {
        /// Its schema.
        found: u64,
    },
    /// There is no plan in it.
    #[error("no plan in the file")]
    NoPlan,
}

/// What a file is that isn't a plan's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// JSON that names another format.
    Named(String),
    /// A JSON object that names no format.
    Object,
    /// A JSON list.
    List,
    /// A single JSON value.
    Single,
}

/// A plan that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The plan; satisfies the editor's invariant.
    pub plan: Plan,
    /// What was mended in it.
    pub mended: Vec<Mended>,
}

/// Reads a plan's file.
///
/// # Errors
/// If there is no plan of a known schema in it. Faults within a plan are mended instead.
pub fn read(bytes: &[u8]) -> Result<Opened, ReadError> {
    if bytes.len() > MAX_FILE_LEN {
        return Err(ReadError::TooLarge { len: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        ReadError::NotText { line: 1 + before.iter().filter(|byte| **byte == b'\n').count() }
    })?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let Value::Object(mut file) = parse(text)? else {
        let first = text.trim_start().as_bytes().first();
        return Err(ReadError::OtherFormat(if first == Some(&b'[') { FileKind::List } else { FileKind::Single }));
    };
    match file.get("format").and_then(Value::as_str) {
        Some(FORMAT) => {}
        Some(other) => return Err(ReadError::OtherFormat(FileKind::Named(other.chars().take(40).collect()))),
        None => return Err(ReadError::OtherFormat(FileKind::Object)),
    }
    let schema = file.get("schema").and_then(Value::as_u64).ok_or(ReadError::NoSchema)?;
    let plan = file.remove("plan").filter(Value::is_object).ok_or(ReadError::NoPlan);
    read_schema(schema, plan)
}

/// Reads a plan of a schema.
pub(super) fn read_schema(schema: u64, plan: Result<Value, ReadError>) -> Result<Opened, ReadError> {
    match schema {
        ..FIRST_SCHEMA => Err(ReadError::NoSchema),
        FIRST_SCHEMA..=SCHEMA => match migrate(schema, plan?) {
            Value::Object(plan) => Ok(read_plan(plan)),
            _ => Err(ReadError::NoPlan),
        },
        found => Err(ReadError::Newer { found }),
    }
}

fn parse(text: &str) -> Result<Value, ReadError> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        if error.is_eof() {
            ReadError::Truncated { line }
        } else if error.to_string().starts_with("recursion limit exceeded") {
            ReadError::TooDeep { line, column }
        } else {
            ReadError::NotJson { line, column }
        }
    })
}

/// Writes a plan's file.
#[must_use]
pub fn write(plan: &Plan) -> String {
    let mut out = String::new();
    out.push_str("{\n");
    out.push_str(&format!("\"format\": {},\n", json(FORMAT)));
    out.push_str(&format!("\"schema\": {SCHEMA},\n"));
    out.push_str(&format!("\"app\": {},\n", json(env!("CARGO_PKG_VERSION"))));
    out.push_str("\"plan\": {\n");
    out.push_str(&format!("\"id\": {}", json(&plan.id)));
    write_tables(plan, &mut out);
    if !plan.unread.is_empty() {
        write_list("unread", plan.unread.iter(), &mut out);
    }
    for (key, value) in plan.other.iter() {
        out.push_str(&format!(",\n{}: {}", json(key), json(value)));
    }
    out.push_str("\n}\n}\n");
    out
}

macro_rules! define_write_tables {
    ($($field:ident: $record:ident,)*) => {
        fn write_tables(plan: &Plan, out: &mut String) {
            $(write_table(&plan.$field, out);)*
        }
    };
}
crate::with_plan_tables!(define_write_tables);

fn write_table<T: Record>(table: &Table<T>, out: &mut String) {
    if !table.is_empty() {
        write_list(T::TABLE, table.iter().map(|record| &**record), out);
    }
}

fn write_list<'a, T: Serialize + 'a>(name: &str, records: impl Iterator<Item = &'a T>, out: &mut String) {
    out.push_str(&format!(",\n{}: [", json(name)));
    for (i, record) in records.enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        out.push_str(&json(record));
    }
    out.push_str("\n]");
}

/// A part of a plan as JSON. Numbers that JSON can't hold become `null`.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("BUG: a part of a plan can't be written")
}
