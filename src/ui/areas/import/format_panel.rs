//! How the file is written: what was found out, and what the user knows better.

use super::wizard::Wizard;
use crate::ui::{
    components::{SectionHead, SelectField},
    workspace::{Shared, use_texts},
};
use leptos::prelude::*;
use reiseplan::import::{DecimalMark, FormatChoices, Inspection, TextEncoding};

/// Key of the choice that leaves it to the app.
const AUTOMATIC: &str = "";

const ENCODINGS: [TextEncoding; 2] = [TextEncoding::Utf8, TextEncoding::Windows1252];
const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];
const DECIMALS: [DecimalMark; 2] = [DecimalMark::Comma, DecimalMark::Point];
/// Numbers of header rows that are offered.
const HEADER_ROWS: std::ops::RangeInclusive<usize> = 0..=5;

/// Id of the field for a part of the format, which each reading of the file makes anew.
fn field_id(part: &str) -> String {
    format!("import-{part}")
}

/// A choice for each part of the format; each change reads the file again.
#[component]
pub fn FormatPanel(inspection: Shared<Inspection>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let is_workbook = !inspection.sheets.is_empty();
    let field = move |part: &'static str,
                      label: &'static str,
                      found: String,
                      names: Vec<String>,
                      chosen: Option<usize>,
                      set: fn(&mut FormatChoices, Option<usize>)| {
        let automatic = (AUTOMATIC.to_owned(), (words.automatic)(&found));
        let named = names.into_iter().enumerate().map(|(key, name)| (key.to_string(), name));
        let options: Vec<_> = std::iter::once(automatic).chain(named).collect();
        let value = chosen.map_or_else(|| AUTOMATIC.to_owned(), |key| key.to_string());
        let commit = move |key: String| {
            let mut choices = wizard.choices.get_untracked();
            set(&mut choices, key.parse().ok());
            wizard.read_as(choices, field_id(part));
        };
        view! { <SelectField id=field_id(part) label options=Signal::stored(options) value=Signal::stored(value) on_commit=commit /> }
    };
    let choices = wizard.choices.get_untracked();
    let sheets = is_workbook.then(|| {
        let own = inspection.choices.sheet.unwrap_or_default();
        let options: Vec<_> = inspection.sheets.iter().enumerate().map(|(key, name)| (key.to_string(), name.clone())).collect();
        let commit = move |key: String| {
            wizard.read_as(FormatChoices { sheet: key.parse().ok(), ..wizard.choices.get_untracked() }, field_id("sheet"));
        };
        view! {
            <SelectField
                id=field_id("sheet")
                label=words.format_sheet
                options=Signal::stored(options)
                value=Signal::stored(own.to_string())
                on_commit=commit
            />
        }
    });
    let text = (!is_workbook).then(|| {
        let encoding = field(
            "encoding",
            words.format_encoding,
            (texts.import.encoding)(inspection.encoding).to_owned(),
            ENCODINGS.iter().map(|encoding| (texts.import.encoding)(*encoding).to_owned()).collect(),
            choices.encoding.and_then(|own| ENCODINGS.iter().position(|one| *one == own)),
            |choices, key| choices.encoding = key.and_then(|key| ENCODINGS.get(key).copied()),
        );
        let delimiter = field(
            "delimiter",
            words.format_delimiter,
            (texts.import.delimiter)(inspection.delimiter()),
            DELIMITERS.iter().map(|delimiter| (texts.import.delimiter)(*delimiter)).collect(),
            choices.delimiter.and_then(|own| DELIMITERS.iter().position(|one| *one == own)),
            |choices, key| choices.delimiter = key.and_then(|key| DELIMITERS.get(key).copied()),
        );
        view! { {(inspection.encoding != TextEncoding::Utf16).then_some(encoding)} {delimiter} }
    });
    let mut marks: Vec<DecimalMark> = Vec::new();
    for number in inspection.columns.iter().filter_map(|column| column.number) {
        if !marks.contains(&number.decimal) {
            marks.push(number.decimal);
        }
    }
    let found = match marks.as_slice() {
        [mark] => (texts.import.decimal_mark)(*mark).to_owned(),
        _ => words.automatic_mixed.to_owned(),
    };
    let decimal = field(
        "decimal",
        words.format_decimal,
        found,
        DECIMALS.iter().map(|mark| (texts.import.decimal_mark)(*mark).to_owned()).collect(),
        choices.decimal.and_then(|own| DECIMALS.iter().position(|one| *one == own)),
        |choices, key| choices.decimal = key.and_then(|key| DECIMALS.get(key).copied()),
    );
    let header_rows = field(
        "header-rows",
        words.format_header_rows,
        (words.header_rows)(inspection.header_rows),
        HEADER_ROWS.map(words.header_rows).collect(),
        choices.header_rows,
        |choices, key| choices.header_rows = key,
    );
    view! {
        <section class="import-format">
            <SectionHead title=words.format />
            <div class="import-format-fields">{sheets} {text} {decimal} {header_rows}</div>
        </section>
    }
}
