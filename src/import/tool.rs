//! Whose export a file is, and what its tool says about rows that don't count.

use super::LeftOut;
use serde::{Deserialize, Serialize};

/// The survey tool that wrote a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tool {
    /// None that is known by its marks: one header row.
    Generic,
    /// Qualtrics: a row of codes, one of questions, one of import ids.
    Qualtrics,
    /// SurveyMonkey: a row of questions, one of what they are about.
    SurveyMonkey,
    /// Typeform.
    Typeform,
    /// LimeSurvey, with codes or whole questions as headings.
    LimeSurvey,
    /// Google Forms.
    GoogleForms,
    /// Microsoft Forms.
    MicrosoftForms,
}

impl Tool {
    /// All of them in order.
    pub const ALL: [Self; 7] = [
        Self::Generic,
        Self::Qualtrics,
        Self::SurveyMonkey,
        Self::Typeform,
        Self::LimeSurvey,
        Self::GoogleForms,
        Self::MicrosoftForms,
    ];
}

/// A column by which a tool marks rows that don't count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowFilter {
    /// Qualtrics' `Status`, as text or number: previews and spam.
    QualtricsStatus {
        /// Index of the column.
        column: usize,
    },
    /// Whether the survey was finished.
    Finished {
        /// Index of the column.
        column: usize,
    },
    /// When the survey was submitted; blank: it wasn't.
    Submitted {
        /// Index of the column.
        column: usize,
    },
}

impl RowFilter {
    /// Whether it marks answers that weren't finished.
    #[must_use]
    pub fn is_about_finishing(self) -> bool {
        matches!(self, Self::Finished { .. } | Self::Submitted { .. })
    }

    /// Why the row is left out, if it is.
    pub(super) fn left_out<'a>(self, cell: impl Fn(usize) -> &'a [u8]) -> Option<LeftOut> {
        match self {
            Self::QualtricsStatus { column } => qualtrics_status(cell(column)),
            Self::Finished { column } => {
                let no: [&[u8]; 4] = [b"false", b"0", b"falsch", b"no"];
                no.iter().any(|no| cell(column).eq_ignore_ascii_case(no)).then_some(LeftOut::Unfinished)
            }
            Self::Submitted { column } => cell(column).is_empty().then_some(LeftOut::Unfinished),
        }
    }
}

/// Reads Qualtrics' `Status`. As a number it is a sum of 1 for preview, 2 for test, 8 for spam and others.
fn qualtrics_status(cell: &[u8]) -> Option<LeftOut> {
    let text = std::str::from_utf8(cell).unwrap_or_default();
    if let Ok(flags) = text.parse::<u16>() {
        return if flags & 3 != 0 {
            Some(LeftOut::Preview)
        } else if flags & 8 != 0 {
            Some(LeftOut::Spam)
        } else {
            None
        };
    }
    let text = text.to_lowercase();
    if ["preview", "test", "vorschau"].iter().any(|word| text.contains(word)) {
        Some(LeftOut::Preview)
    } else {
        text.contains("spam").then_some(LeftOut::Spam)
    }
}

/// Most rows that a header can have with what stands above it, and so rows from which the tool is told.
pub(super) const HEADER_ROWS_MAX: usize = 16;

/// The rows above the data: what they say about the columns, and how many they are.
pub(super) struct Header {
    pub(super) tool: Tool,
    pub(super) rows: usize,
    pub(super) names: Vec<String>,
    /// The wordings of questions; as many as names.
    pub(super) questions: Vec<String>,
    /// What questions asked alike are about; as many as names.
    pub(super) items: Vec<String>,
    pub(super) filters: Vec<RowFilter>,
}

impl Header {
    /// Reads the header out of the first rows of a file, of which there is at least one; `wanted` tells how many rows it
    /// has where the user knows better.
    pub(super) fn of(rows: &[Vec<String>], wanted: Option<usize>) -> Self {
        let above = remarks_above(rows);
        let mut header = Self::told(&rows[above..]);
        header.rows += above;
        if let Some(wanted) = wanted.filter(|wanted| *wanted != header.rows) {
            header = Self::plain(rows, wanted);
        }
        header.items = header.names.iter().zip(&header.questions).map(|(name, question)| item_of(name, question)).collect();
        header
    }

    fn told(rows: &[Vec<String>]) -> Self {
        let names = rows.first().cloned().unwrap_or_default();
        let is_ids = |row: &Vec<String>| row.iter().any(|cell| cell.starts_with("{\"ImportId\":"));
        match rows.iter().take(3).position(is_ids) {
            None | Some(0) => {}
            Some(ids) => return Self::qualtrics(names, if ids == 2 { &rows[1] } else { &[] }, ids + 1),
        }
        let lower: Vec<String> = names.iter().map(|name| name.trim().to_lowercase()).collect();
        let column = |wanted: &[&str]| lower.iter().position(|name| wanted.contains(&name.as_str()));
        let first = lower.first().map(String::as_str).unwrap_or_default();
        let submitted = |column: usize| vec![RowFilter::Submitted { column }];
        let respondent = ["respondent id", "respondent_id", "befragten-id", "teilnehmer-id"];
        let collector = ["collector id", "collector_id", "collector-id"];
        if column(&respondent).is_some() && column(&collector).is_some() {
            return Self::survey_monkey(names, rows.get(1));
        }
        let (tool, filters) = match column(&["submit date (utc)", "submitted at", "eingereicht um (utc)"]) {
            Some(date) if first == "#" => (Tool::Typeform, submitted(date)),
            _ => match (
                column(&["submitdate", "date submitted", "datum abgeschickt"]),
                column(&["lastpage", "last page", "letzte seite"]),
            ) {
                (Some(date), Some(_)) => (Tool::LimeSurvey, submitted(date)),
                _ if matches!(first, "timestamp" | "zeitstempel") => (Tool::GoogleForms, Vec::new()),
                _ if first == "id" && column(&["completion time", "fertigstellungszeit"]) == Some(2) => {
                    (Tool::MicrosoftForms, Vec::new())
                }
                _ => (Tool::Generic, Vec::new()),
            },
        };
        Self { tool, filters, ..Self::named(names, 1) }
    }

    /// Names without wordings beside them.
    fn named(names: Vec<String>, rows: usize) -> Self {
        let questions = vec![String::new(); names.len()];
        Self { tool: Tool::Generic, rows, names, questions, items: Vec::new(), filters: Vec::new() }
    }

    /// As many header rows as the user says; with several the last one has the names, those above the wordings.
    fn plain(rows: &[Vec<String>], wanted: usize) -> Self {
        let width = rows.iter().take(wanted.max(1)).map(Vec::len).max().unwrap_or_default();
        let cell = |row: usize, column: usize| rows.get(row).and_then(|row| row.get(column)).cloned().unwrap_or_default();
        let Some(last) = wanted.checked_sub(1) else { return Self::named(vec![String::new(); width], 0) };
        let mut header = Self::named((0..width).map(|column| cell(last, column)).collect(), wanted);
        for column in 0..width {
            let above = (0..last).rev().map(|row| cell(row, column)).find(|text| !text.trim().is_empty());
            header.questions[column] = above.unwrap_or_default();
        }
        header
    }

    fn qualtrics(names: Vec<String>, wordings: &[String], rows: usize) -> Self {
        let question = |(index, name): (usize, &String)| {
            let wording = wordings.get(index).map(String::as_str).unwrap_or_default();
            if wording == name { String::new() } else { wording.to_owned() }
        };
        let questions = names.iter().enumerate().map(question).collect();
        let column = |wanted: &str| names.iter().position(|name| name.eq_ignore_ascii_case(wanted));
        let status = column("Status").map(|column| RowFilter::QualtricsStatus { column });
        let finished = column("Finished").map(|column| RowFilter::Finished { column });
        let filters = status.into_iter().chain(finished).collect();
        Self { tool: Tool::Qualtrics, rows, names, questions, items: Vec::new(), filters }
    }

    /// A blank cell of the first row continues the question on its left; the second row says what it is about.
    fn survey_monkey(first: Vec<String>, second: Option<&Vec<String>>) -> Self {
        let of_second = |column: usize| second.and_then(|row| row.get(column)).map(|cell| cell.trim()).unwrap_or_default();
        // An answer's row has its respondent's id in the first column.
        let has_second = second.is_some() && of_second(0).is_empty();
        if !has_second {
            return Self { tool: Tool::SurveyMonkey, ..Self::named(first, 1) };
        }
        let mut question = String::new();
        let mut names = Vec::with_capacity(first.len());
        for (column, cell) in first.into_iter().enumerate() {
            if !cell.trim().is_empty() {
                question = cell;
            }
            let item = of_second(column);
            let plain = item.is_empty() || ANSWERS.contains(&item.to_lowercase().as_str());
            names.push(if plain { question.clone() } else { format!("{question} [{item}]") });
        }
        Self { tool: Tool::SurveyMonkey, ..Self::named(names, 2) }
    }
}

/// Number of rows above the table: titles of one cell, and lines that begin with "# " as programs write them.
fn remarks_above(rows: &[Vec<String>]) -> usize {
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let is_remark = |row: &Vec<String>| filled(row) <= 1 || row.first().is_some_and(|cell| cell.starts_with("# "));
    let above = rows.iter().take_while(|row| is_remark(row)).count();
    // Where no row is wider, one column is the table.
    if above < rows.len() { above } else { 0 }
}

/// What SurveyMonkey's second row says where a question is about nothing in particular.
const ANSWERS: [&str; 6] =
    ["response", "open-ended response", "antwort", "beantwortung", "offene beantwortung", "antwort mit offenem ende"];

/// Longest text that names what a question is about, in characters.
const ITEM_LEN_MAX: usize = 60;

/// What a question is about that is asked of several things: `Wie zufrieden … [Hotline]`, `… - Hotline`, `… mit: Hotline?`,
/// `Zufriedenheit.Hotline`, `Zufriedenheit Hotline`. Empty if that can't be told.
fn item_of(name: &str, question: &str) -> String {
    let text = if question.trim().is_empty() { name } else { question };
    let text = text.trim().trim_end_matches('?').trim_end();
    let bracket = text.strip_suffix(']').and_then(|text| text.rsplit_once('[')).map(|(_, item)| item);
    let dash = || [" - ", " – ", ": "].iter().find_map(|mark| text.rsplit_once(mark)).map(|(_, item)| item);
    let point = || {
        let (group, item) = text.rsplit_once('.')?;
        let named = item.starts_with(char::is_alphabetic) && group.ends_with(|c: char| c.is_alphanumeric() || c == ')');
        named.then_some(item)
    };
    let word = || {
        let (first, rest) = text.split_once(' ')?;
        let asked = ["zufriedenheit", "satisfaction", "csat"].contains(&first.to_lowercase().as_str());
        let rest = ["mit der ", "mit dem ", "mit ", "with the ", "with "]
            .iter()
            .find_map(|start| rest.strip_prefix(start))
            .unwrap_or(rest);
        asked.then_some(rest)
    };
    let item = bracket.or_else(dash).or_else(point).or_else(word).unwrap_or_default().trim();
    let named = item.chars().count() <= ITEM_LEN_MAX && item.starts_with(char::is_alphanumeric);
    if named { item.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_question_is_about_is_told_from_its_wording() {
        for text in [
            "Wie zufrieden sind Sie mit … [Hotline]",
            "Wie zufrieden sind Sie mit … - Hotline",
            "Wie zufrieden sind Sie mit: Hotline?",
            "Zufriedenheit.Hotline",
            "Zufriedenheit Hotline",
            "Satisfaction with the Hotline",
        ] {
            assert_eq!(item_of(text, ""), "Hotline", "{text}");
            assert_eq!(item_of("Q3_2", text), "Hotline", "{text}");
        }
        for text in ["", "Q3_1", "NPS", "Zufriedenheit", "Das ging leicht.", "Umsatz €", "Version 1.2"] {
            assert_eq!(item_of(text, ""), "", "{text}");
        }
    }

    #[track_caller]
    fn check(rows: &[&[&str]], tool: Tool, header_rows: usize) {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        let header = Header::of(&rows, None);
        assert_eq!((header.tool, header.rows), (tool, header_rows));
    }

    #[test]
    fn tools_are_told_by_their_headings() {
        check(&[&["a", "b"], &["1", "2"]], Tool::Generic, 1);
        check(&[&["Respondent ID", "Collector ID", "Q"], &["", "", "Response"], &["1", "2", "9"]], Tool::SurveyMonkey, 2);
        check(&[&["Respondent ID", "Collector ID", "Q"], &["1", "2", "9"]], Tool::SurveyMonkey, 1);
        check(&[&["#", "Q", "Submit Date (UTC)", "Network ID"]], Tool::Typeform, 1);
        check(&[&["id", "submitdate", "lastpage", "startlanguage", "seed", "Q1"]], Tool::LimeSurvey, 1);
        check(&[&["Antwort ID", "Datum Abgeschickt", "Letzte Seite"]], Tool::LimeSurvey, 1);
        check(&[&["Timestamp", "Q"]], Tool::GoogleForms, 1);
        check(&[&["ID", "Start time", "Completion time", "Email", "Name", "Q"]], Tool::MicrosoftForms, 1);
    }

    #[test]
    fn header_rows_that_the_user_counts_are_taken_so() {
        let rows = [["Frage 1", "Frage 2"], ["a", "b"], ["1", "2"]].map(|row| row.map(str::to_owned).to_vec());
        let header = Header::of(&rows, Some(2));
        assert_eq!(
            (header.rows, header.names, header.questions),
            (2, vec!["a".into(), "b".into()], vec!["Frage 1".to_owned(), "Frage 2".into()])
        );
        let none = Header::of(&rows, Some(0));
        assert_eq!((none.rows, none.names), (0, vec![String::new(), String::new()]));
    }
}
