//! What a column seems to be, told from its name and its values in German and English.

use super::{DateOrder, Tool, column::CellStatistics};
use crate::plan::KpiKind;
use serde::{Deserialize, Serialize};

/// What a column seems to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuessedRole {
    /// The day of the answer.
    Date(DateOrder),
    /// Answers to the question of a KPI.
    Score(KpiKind),
    /// By what customers are told apart.
    Segment,
    /// Names the respondent; for finding duplicates, never stored.
    RespondentId,
    /// Not needed.
    Ignore,
}

/// Why a column seems to be what it seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuessReason {
    /// Its name and its values say so.
    NameAndValues,
    /// Its values say so.
    Values,
    /// There is nothing in it.
    Empty,
    /// It holds personal data: name, address, telephone, place.
    PersonalData,
    /// It holds free text, in which anything can stand.
    FreeText,
    /// The tool's own bookkeeping.
    Technical,
    /// The time at which an answer was begun.
    StartOfAnswer,
    /// Another column is the better date.
    OtherDate,
    /// It was derived from a score that stands beside it.
    DerivedScore,
    /// Nothing speaks for it being needed.
    NotNeeded,
}

/// What a column seems to be, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guess {
    /// What it seems to be.
    pub role: GuessedRole,
    /// Why.
    pub reason: GuessReason,
}

impl Guess {
    fn ignore(reason: GuessReason) -> Self {
        Self { role: GuessedRole::Ignore, reason }
    }
}

/// Parts of names of the question whether one would recommend the company.
const RECOMMEND: [&str; 5] = ["weiterempf", "empfehl", "recommend", "net promoter", "netpromoter"];
/// Parts of names of other scores.
const OTHER_SCORES: [&str; 9] = ["zufried", "satisf", "leicht", "easy", "aufwand", "effort", "csat", "schwierig", "difficult"];
/// Words of names of personal data.
const PERSONAL_WORDS: [&str; 15] = [
    "email",
    "mail",
    "name",
    "vorname",
    "nachname",
    "telefon",
    "telefonnummer",
    "phone",
    "mobil",
    "ip",
    "ipaddress",
    "adresse",
    "address",
    "latitude",
    "longitude",
];
/// Parts of names of personal data.
const PERSONAL_PARTS: [&str; 11] = [
    "recipientlastname",
    "recipientfirstname",
    "recipientemail",
    "externalreference",
    "externaldatareference",
    "locationlatitude",
    "locationlongitude",
    "geburt",
    "birth",
    "straße",
    "surname",
];
/// Parts of names of free text.
const FREE_TEXT: [&str; 11] = [
    "bemerkung",
    "kommentar",
    "comment",
    "anmerkung",
    "open-ended",
    "warum",
    "was können wir",
    "verbesser",
    "improve",
    "_text",
    "freitext",
];
/// Names of columns that tools write for themselves.
const TECHNICAL: [&str; 24] = [
    "status",
    "progress",
    "finished",
    "distributionchannel",
    "userlanguage",
    "collector id",
    "response type",
    "network id",
    "tags",
    "ending",
    "seed",
    "lastpage",
    "startlanguage",
    "letzte seite",
    "start-sprache",
    "zufallsstartwert",
    "duration (in seconds)",
    "last page",
    "start language",
    "refurl",
    "source id",
    "duration",
    "dauer",
    "zeilennummer",
];
/// Names of columns that name the respondent.
const RESPONDENT_IDS: [&str; 13] = [
    "responseid",
    "response id",
    "respondent id",
    "respondent_id",
    "respondentid",
    "antwort id",
    "antwort-id",
    "antwortid",
    "id",
    "#",
    "token",
    "teilnehmer-id",
    "umfrage-id",
];
/// Parts of names of segments.
const SEGMENTS: [&str; 22] = [
    "segment",
    "kundenart",
    "kundentyp",
    "kundengruppe",
    "kunde",
    "customer type",
    "customer group",
    "customer_type",
    "region",
    "land",
    "country",
    "bundesland",
    "produkt",
    "product",
    "tarif",
    "branche",
    "industry",
    "filiale",
    "store",
    "standort",
    "gruppe",
    "group",
];
/// Most values of a segment that isn't known by its name.
const UNNAMED_SEGMENT_VALUES_MAX: usize = 12;

/// A column's name and values, ready to be asked.
pub(super) struct Clues<'a> {
    header: String,
    /// Header and question in lower case.
    name: String,
    cells: &'a CellStatistics,
    order: Option<DateOrder>,
    tool: Tool,
}

impl<'a> Clues<'a> {
    pub(super) fn new(header: &str, question: &str, cells: &'a CellStatistics, order: Option<DateOrder>, tool: Tool) -> Self {
        let header = header.to_lowercase();
        let name = format!("{header} {}", question.to_lowercase());
        Self { header, name, cells, order, tool }
    }

    fn has_part(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| self.name.contains(part))
    }

    fn has_word(&self, words: &[&str]) -> bool {
        self.name.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
    }

    fn asks_to_recommend(&self) -> bool {
        self.has_part(&RECOMMEND) || self.has_word(&["nps"])
    }

    fn is_on_nps_scale(&self) -> bool {
        self.cells.mostly(self.cells.numbers.zero_to_ten)
    }

    fn is_personal(&self) -> bool {
        let plain = self.name.replace("e-mail", "email").replace("produktname", "").replace("product name", "");
        let word = plain.split(|c: char| !c.is_alphanumeric()).any(|word| PERSONAL_WORDS.contains(&word));
        // Long names are questions, in which such words mean little.
        (word && self.header.chars().count() <= 40) || self.has_part(&PERSONAL_PARTS) || self.cells.mostly(self.cells.emails)
    }

    fn is_technical(&self) -> bool {
        let names = |header: &str| TECHNICAL.contains(&header);
        names(&self.header) || (self.tool == Tool::Qualtrics && self.header.starts_with('_'))
    }

    /// How likely the column is the date of an answer, if it holds dates: that of its end rather than another.
    fn date_rank(&self) -> u8 {
        if self.has_part(&["submit", "abgeschickt", "enddate", "end date", "completion", "completed", "fertig", "abgeschlossen"])
        {
            4
        } else if self.has_part(&["recorded", "ende", "end "]) {
            3
        } else if self.has_part(&["datum", "date", "zeitstempel", "timestamp", "tag", "day"]) {
            2
        } else {
            1
        }
    }

    fn is_start(&self) -> bool {
        self.has_part(&["start", "begonnen", "begun", "began", "begin"])
    }

    fn guess(&self) -> Guess {
        let cells = self.cells;
        let values_len = cells.values.len();
        if cells.filled == 0 {
            Guess::ignore(if self.is_personal() { GuessReason::PersonalData } else { GuessReason::Empty })
        } else if self.is_technical() {
            Guess::ignore(GuessReason::Technical)
        } else if let Some(order) = self.order {
            if self.has_part(&["geburt", "birth"]) {
                Guess::ignore(GuessReason::PersonalData)
            } else if self.is_start() {
                Guess::ignore(GuessReason::StartOfAnswer)
            } else {
                Guess { role: GuessedRole::Date(order), reason: GuessReason::NameAndValues }
            }
        } else if RESPONDENT_IDS.contains(&self.header.as_str()) {
            Guess { role: GuessedRole::RespondentId, reason: GuessReason::NameAndValues }
        } else if self.is_personal() {
            Guess::ignore(GuessReason::PersonalData)
        } else if self.asks_to_recommend() && self.is_on_nps_scale() {
            Guess { role: GuessedRole::Score(KpiKind::Nps), reason: GuessReason::NameAndValues }
        } else if self.asks_to_recommend() && !cells.many_values && self.has_word(&["group", "gruppe", "nps"]) {
            Guess::ignore(GuessReason::DerivedScore)
        } else if cells.are_numbers() {
            self.guess_number()
        } else if self.has_part(&FREE_TEXT) || cells.longest > 40 {
            Guess::ignore(GuessReason::FreeText)
        } else if self.has_part(&SEGMENTS) && !cells.many_values {
            Guess { role: GuessedRole::Segment, reason: GuessReason::NameAndValues }
        } else if !cells.many_values
            && (2..=UNNAMED_SEGMENT_VALUES_MAX).contains(&values_len)
            && cells.probed >= 3 * values_len as u64
        {
            Guess { role: GuessedRole::Segment, reason: GuessReason::Values }
        } else {
            Guess::ignore(GuessReason::NotNeeded)
        }
    }

    /// Numbers whose name says nothing are answers to the NPS question if they use its whole scale and no other.
    fn guess_number(&self) -> Guess {
        let answers = self.cells.numbers.answers;
        let uses_scale = answers.count_ones() >= 7 && answers >> 10 == 1;
        let all = self.cells.numbers.zero_to_ten >= self.cells.probed;
        if all && uses_scale && !self.has_part(&OTHER_SCORES) {
            Guess { role: GuessedRole::Score(KpiKind::Nps), reason: GuessReason::Values }
        } else {
            Guess::ignore(GuessReason::NotNeeded)
        }
    }
}

/// Guesses what each column is; only one can be the date, one the respondent's id.
pub(super) fn guess_all(columns: &[Clues<'_>]) -> Vec<Guess> {
    let mut guesses: Vec<Guess> = columns.iter().map(Clues::guess).collect();
    let is_date = |guess: &Guess| matches!(guess.role, GuessedRole::Date(_));
    let dates = columns.iter().zip(&guesses).enumerate().filter(|(_, (_, guess))| is_date(guess));
    // Of equals the first one.
    let best = dates.map(|(index, (clues, _))| (clues.date_rank(), std::cmp::Reverse(index))).max().map(|(_, index)| index.0);
    for (index, guess) in guesses.iter_mut().enumerate() {
        if is_date(guess) && best != Some(index) {
            *guess = Guess::ignore(GuessReason::OtherDate);
        }
    }
    let ids = guesses.iter_mut().filter(|guess| guess.role == GuessedRole::RespondentId);
    ids.skip(1).for_each(|guess| *guess = Guess::ignore(GuessReason::Technical));
    // An answer on the whole scale is only taken for the NPS where no column is called so, and there is one alone.
    let score = |guess: &Guess, reason| guess.role == GuessedRole::Score(KpiKind::Nps) && guess.reason == reason;
    let named = guesses.iter().any(|guess| score(guess, GuessReason::NameAndValues));
    if named || guesses.iter().filter(|guess| score(guess, GuessReason::Values)).count() > 1 {
        let unnamed = guesses.iter_mut().filter(|guess| score(guess, GuessReason::Values));
        unnamed.for_each(|guess| *guess = Guess::ignore(GuessReason::NotNeeded));
    }
    guesses
}
