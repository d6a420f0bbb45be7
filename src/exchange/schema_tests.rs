//! Checks the published JSON Schema against what is written.
//!
//! The schema uses a dozen words of JSON Schema; these are checked here, any other is a failure. A validator as a
//! dependency would take longer to build than all else that the tests need.

use crate::exchange::{read, write};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

fn parse(path: &str) -> Value {
    serde_json::from_slice(&std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap()
}

fn schema() -> Value {
    parse("public/schema/plan-1.schema.json")
}

struct Validation<'a> {
    root: &'a Value,
    faults: Vec<String>,
    /// Places in the schema of all properties that were met.
    met: BTreeSet<String>,
}

impl Validation<'_> {
    fn check(&mut self, at: &str, place: &str, schema: &Value, value: &Value) {
        let Value::Object(words) = schema else { return assert_eq!(schema, true) };
        for (word, wanted) in words {
            let good = match word.as_str() {
                "$schema" | "title" | "description" | "$defs" => true,
                "$ref" => {
                    let target = wanted.as_str().unwrap().strip_prefix('#').unwrap();
                    self.check(at, target, &self.root.pointer(target).unwrap().clone(), value);
                    true
                }
                "type" => match wanted.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_u64() || value.is_i64(),
                    "number" => value.is_number(),
                    other => panic!("type {other}"),
                },
                "const" => wanted == value,
                "enum" => wanted
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|one| one == value || one.as_f64().is_some_and(|one| value.as_f64() == Some(one))),
                "anyOf" => self.any(at, place, wanted.as_array().unwrap(), value),
                "minimum" => value.as_f64() >= wanted.as_f64(),
                "maximum" => value.as_f64() <= wanted.as_f64(),
                "pattern" => matches(wanted.as_str().unwrap(), value.as_str().unwrap_or_default()),
                "required" => wanted.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some()),
                "items" => {
                    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(&format!("{at}/{i}"), &format!("{place}/items"), wanted, item);
                    }
                    true
                }
                "properties" => {
                    self.properties(at, place, wanted.as_object().unwrap(), value);
                    true
                }
                "propertyNames" => {
                    for key in value.as_object().into_iter().flat_map(Map::keys) {
                        self.check(&format!("{at}/{key}"), place, wanted, &json!(key));
                    }
                    true
                }
                "additionalProperties" => {
                    for (key, member) in value.as_object().into_iter().flatten() {
                        self.check(&format!("{at}/{key}"), &format!("{place}/*"), wanted, member);
                    }
                    true
                }
                other => panic!("the schema uses a word that isn't checked: {other}"),
            };
            if !good {
                self.faults.push(format!("{at}: {word} {wanted}, found {value}"));
            }
        }
    }

    fn any(&mut self, at: &str, place: &str, choices: &[Value], value: &Value) -> bool {
        choices.iter().enumerate().any(|(i, choice)| {
            let mut tried = Validation { root: self.root, faults: Vec::new(), met: BTreeSet::new() };
            tried.check(at, &format!("{place}/anyOf/{i}"), choice, value);
            let good = tried.faults.is_empty();
            self.met.extend(tried.met.into_iter().filter(|_| good));
            good
        })
    }

    fn properties(&mut self, at: &str, place: &str, wanted: &Map<String, Value>, value: &Value) {
        for (key, member) in value.as_object().into_iter().flatten() {
            let place = format!("{place}/properties/{key}");
            match wanted.get(key) {
                Some(schema) => self.check(&format!("{at}/{key}"), &place, schema, member),
                None => self.faults.push(format!("{at}/{key} isn't described")),
            }
            self.met.insert(place);
        }
    }
}

/// The few patterns of the schema.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern {
        "^[A-Za-z0-9_-]{1,64}$" => crate::plan::Id::try_from(text).is_ok(),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => crate::plan::Day::parse(text).is_some(),
        "^[0-9]{4}-Q[1-4]$" => crate::plan::Quarter::parse(text).is_some(),
        "^[0-9]{4}-[0-9]{2}$" => crate::plan::Month::parse(text).is_some(),
        "^[0-9]{1,3}$" => text.parse::<u8>().is_ok_and(|score| score.to_string() == text),
        other => panic!("the schema uses a pattern that isn't checked: {other}"),
    }
}

fn validate(schema: &Value, value: &Value) -> (Vec<String>, BTreeSet<String>) {
    let mut validation = Validation { root: schema, faults: Vec::new(), met: BTreeSet::new() };
    validation.check("", "", schema, value);
    (validation.faults, validation.met)
}

/// A plan with all kinds of records and all their fields, and a record that couldn't be read.
fn written() -> Value {
    let mut file = parse("tests/fixtures/plans/schema-1.json");
    file["plan"]["unread"] = json!([{ "table": "goals", "record": 7 }]);
    let opened = read(file.to_string().as_bytes()).unwrap();
    serde_json::from_str(&write(&opened.plan)).unwrap()
}

/// Places of all properties that a schema describes.
fn described(schema: &Value, place: &str, found: &mut BTreeSet<String>) {
    for (word, inner) in schema.as_object().into_iter().flatten() {
        match word.as_str() {
            "properties" => {
                for (key, inner) in inner.as_object().unwrap() {
                    let place = format!("{place}/properties/{key}");
                    described(inner, &place, found);
                    found.insert(place);
                }
            }
            "items" => described(inner, &format!("{place}/items"), found),
            "anyOf" => {
                for (i, choice) in inner.as_array().unwrap().iter().enumerate() {
                    described(choice, &format!("{place}/anyOf/{i}"), found);
                }
            }
            "additionalProperties" => described(inner, &format!("{place}/*"), found),
            _ => {}
        }
    }
}

#[test]
fn what_is_written_is_what_the_schema_describes() {
    let schema = schema();
    let (faults, met) = validate(&schema, &written());
    assert_eq!(faults, Vec::<String>::new());
    let mut wanted = BTreeSet::new();
    described(&schema, "", &mut wanted);
    assert_eq!(wanted.difference(&met).collect::<Vec<_>>(), Vec::<&String>::new(), "described but never written");
}

#[test]
fn the_schema_refuses_what_the_app_sets_aside() {
    for (pointer, value) in [
        ("/schema", json!(2)),
        ("/plan/id", json!("no id")),
        ("/plan/pain_points/0/severity", json!(6)),
        ("/plan/opportunities/0/impact", json!(0)),
        ("/plan/journeys/0/stages/0/steps/0/emotion", json!(0.3)),
        ("/plan/measures/0/status", json!("soon")),
        ("/plan/measures/0/one_off_cost", json!(-1)),
        ("/plan/measures/0/benefit_high", json!(1e308)),
        ("/plan/measures/0/effort", json!(0)),
        ("/plan/profile/0/quarter_budgets", json!({ "2025-Q5": 1 })),
        ("/plan/measures/0/start", json!("1.3.2025")),
        ("/plan/sources/0/tallies/0/days", json!({ "2025-01-15": { "300": 1 } })),
        ("/plan/sources/0/ratios/0/days/2025-01-13", json!({ "numerator": 1 })),
        ("/plan/goals", json!({})),
    ] {
        let mut file = written();
        *file.pointer_mut(pointer).unwrap() = value;
        assert_eq!(validate(&schema(), &file).0.len(), 1, "{pointer}");
    }
}

#[test]
fn the_schema_describes_the_choices_that_the_app_knows() {
    use crate::plan::*;
    fn check<T: serde::Serialize>(pointer: &str, choices: &[T]) {
        let place = format!("/properties/plan/properties/{pointer}/enum");
        assert_eq!(schema().pointer(&place), Some(&json!(choices)), "{place}");
    }
    check("sub_phases/items/properties/phase", &Phase::ALL);
    check("channels/items/properties/kind", &ChannelKind::ALL);
    check("channels/items/properties/symbol", &ChannelSymbol::ALL);
    check("touchpoints/items/properties/contact", &Contact::ALL);
    check("journeys/items/properties/stages/items/properties/steps/items/properties/evidence", &Evidence::ALL);
    for findings in ["pain_points", "opportunities"] {
        check(&format!("{findings}/items/properties/state"), &PainPointState::ALL);
        check(&format!("{findings}/items/properties/frequency"), &Frequency::ALL);
        check(&format!("{findings}/items/properties/evidence"), &Evidence::ALL);
    }
    check("weaknesses/items/properties/assessment", &Assessment::ALL);
    check("measures/items/properties/status", &MeasureStatus::ALL);
    check("measures/items/properties/approaches/items", &Approach::ALL);
    check("measures/items/properties/change_fields/items", &ChangeField::ALL);
    check("sources/items/properties/tallies/items/properties/resolution", &Resolution::ALL);
    check("sources/items/properties/columns/items/properties/count", &CountPart::ALL);
    check("sources/items/properties/format/properties/encoding", &TextEncoding::ALL);
    check("sources/items/properties/format/properties/decimal", &DecimalMark::ALL);
    let kinds = "kpis/items/properties/kind/anyOf/1/properties";
    check(&format!("{kinds}/customers"), &CustomerFigure::ALL);
    check(&format!("{kinds}/rate/anyOf/0"), &Rate::PRESETS);
}
