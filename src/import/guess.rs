//! What a column seems to be, told from its name and its values in German and English.

use super::{
    DateOrder, REASON_LEN_MAX, Tool,
    column::CellStatistics,
    direction::direction,
    encoding::decode_alone,
    guess_words::{
        COUNTS, EFFORT, FREE_TEXT, LEAVING, MONEY, NAMING_PARTS, PERSONAL_PARTS, PERSONAL_WORDS, REASONS, RECOMMEND,
        RESPONDENT_IDS, SATISFACTION, SEGMENTS, SUMS, TECHNICAL, WAITING,
    },
    leaving::{are_free_text, names_reason},
};
use crate::plan::{Amount, AmountUnit, Ces, CountPart, Csat, KpiKind, Resolution, Scale, Together, name_key};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// What a column seems to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuessedRole {
    /// The day of the answer.
    Date(DateOrder),
    /// Answers to the question of a KPI.
    Score(KpiKind),
    /// What a share or a figure of customers is computed from.
    Count(CountPart),
    /// Values of a KPI of its own.
    Value(Amount),
    /// Money, to be told apart by what its customers answered.
    Money,
    /// By what customers are told apart.
    Segment,
    /// Why customers left.
    LeavingReason,
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
    /// The tool has put one day in place of all dates.
    AnonymousDate,
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

/// Most values of a segment that isn't known by its name.
const UNNAMED_SEGMENT_VALUES_MAX: usize = 12;

/// A column's name and values, ready to be asked.
pub(super) struct Clues<'a> {
    header: String,
    /// Header and question in lower case.
    name: String,
    cells: &'a CellStatistics,
    order: Option<DateOrder>,
    resolution: Option<Resolution>,
    tool: Tool,
}

impl<'a> Clues<'a> {
    /// `named` is header and wording of the column; `date` is how it writes dates, if it does.
    pub(super) fn new(
        (header, question): (&str, &str),
        cells: &'a CellStatistics,
        (order, resolution): (Option<DateOrder>, Option<Resolution>),
        tool: Tool,
    ) -> Self {
        let header = header.to_lowercase();
        let name = format!("{header} {}", question.to_lowercase());
        Self { header, name, cells, order, resolution, tool }
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

    /// Whether it names people or single customers; answers on a scale don't, whatever they are about.
    fn names_people(&self) -> bool {
        let is_named = NAMING_PARTS.iter().any(|part| self.header.contains(part)) || self.has_word(&["plz"]);
        is_named && self.header.chars().count() <= 40 && !self.is_on_nps_scale()
    }

    /// Whether customers can be told apart by its values: a few of them, or each often.
    fn has_groups(&self) -> bool {
        let len = self.cells.values.len();
        !self.cells.many_values && (len <= UNNAMED_SEGMENT_VALUES_MAX || self.cells.probed >= 3 * len as u64)
    }

    fn is_technical(&self) -> bool {
        let names = |header: &str| TECHNICAL.contains(&header);
        names(&self.header) || (self.tool == Tool::Qualtrics && self.header.starts_with('_'))
    }

    /// How likely the column is the date of an answer, if it holds dates: that of its end rather than another; where
    /// another column says why customers left, the day on which they did.
    fn date_rank(&self, leaving: bool) -> u8 {
        if self.has_part(&["submit", "abgeschickt", "enddate", "end date", "completion", "completed", "fertig", "abgeschlossen"])
        {
            4
        } else if self.has_part(&["recorded", "ende", "end "]) || (leaving && self.has_part(&LEAVING)) {
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

    fn asks_why_customers_left(&self) -> bool {
        self.has_part(&REASONS) && self.has_part(&LEAVING)
    }

    /// What a column of reasons for leaving is, by its values: numbers stand for reasons that nobody can read here.
    fn guess_reason_for_leaving(&self) -> Guess {
        let cells = self.cells;
        let texts = cells.values.iter().map(|value| decode_alone(value));
        let reasons: HashSet<String> = texts.filter(|text| names_reason(text)).map(|text| name_key(&text)).collect();
        if cells.are_numbers() {
            Guess::ignore(GuessReason::NotNeeded)
        } else if cells.many_values || cells.longest > REASON_LEN_MAX || are_free_text(reasons.len(), cells.probed) {
            Guess::ignore(GuessReason::FreeText)
        } else {
            Guess { role: GuessedRole::LeavingReason, reason: GuessReason::NameAndValues }
        }
    }

    fn guess(&self) -> Guess {
        let cells = self.cells;
        let values_len = cells.values.len();
        if cells.filled == 0 {
            Guess::ignore(if self.is_personal() { GuessReason::PersonalData } else { GuessReason::Empty })
        } else if self.is_technical() {
            Guess::ignore(GuessReason::Technical)
        } else if let Some(order) = self.order {
            if self.is_anonymous(order) {
                Guess::ignore(GuessReason::AnonymousDate)
            } else if self.has_part(&["geburt", "birth"]) {
                Guess::ignore(GuessReason::PersonalData)
            } else if self.is_start() {
                Guess::ignore(GuessReason::StartOfAnswer)
            } else {
                Guess { role: GuessedRole::Date(order), reason: GuessReason::NameAndValues }
            }
        } else if RESPONDENT_IDS.contains(&self.header.as_str()) {
            Guess { role: GuessedRole::RespondentId, reason: GuessReason::NameAndValues }
        } else if self.is_personal() || self.names_people() {
            Guess::ignore(GuessReason::PersonalData)
        } else if self.asks_why_customers_left() {
            self.guess_reason_for_leaving()
        } else if self.asks_to_recommend() && self.is_on_nps_scale() {
            Guess { role: GuessedRole::Score(KpiKind::Nps), reason: GuessReason::NameAndValues }
        } else if self.asks_to_recommend() && !cells.many_values && self.has_word(&["group", "gruppe", "nps"]) {
            Guess::ignore(GuessReason::DerivedScore)
        } else if self.cells.mostly(self.cells.numbers.numbers.max(self.cells.numbers.zero_to_ten)) {
            self.guess_number()
        } else if self.cells.mostly(self.cells.numbers.durations) && !self.is_technical() {
            let minutes = Amount { unit: AmountUnit::Minutes, together: Together::Mean };
            Guess { role: GuessedRole::Value(minutes), reason: GuessReason::NameAndValues }
        } else if self.has_part(&FREE_TEXT) || cells.longest > 40 {
            Guess::ignore(GuessReason::FreeText)
        } else if self.has_part(&SEGMENTS) && self.has_groups() {
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

    /// Whether all of its dates are the one that LimeSurvey gives anonymous answers, written in whatever way.
    fn is_anonymous(&self, order: DateOrder) -> bool {
        let day = |value: &Vec<u8>| order.read(std::str::from_utf8(value).ok()?);
        let all =
            |value: &Vec<u8>| day(value).is_some_and(|day| (day.month().year(), day.month().number(), day.day()) == (1980, 1, 1));
        !self.cells.values.is_empty() && !self.cells.many_values && self.cells.values.iter().all(all)
    }

    fn guess_number(&self) -> Guess {
        let named = |role| Guess { role, reason: GuessReason::NameAndValues };
        let numbers = &self.cells.numbers;
        let on_scale = self.cells.mostly(numbers.zero_to_ten);
        if on_scale && self.has_part(&EFFORT) {
            let ces = Ces { scale: self.scale(Scale::ONE_TO_SEVEN, 7), ..Ces::USUAL };
            let easy = direction(&KpiKind::Ces(ces), &self.name).good;
            return named(GuessedRole::Score(KpiKind::Ces(Ces { easy, ..ces })));
        }
        if on_scale && self.has_part(&SATISFACTION) {
            let csat = Csat::usual(self.scale(Scale::ONE_TO_FIVE, 5));
            let best = direction(&KpiKind::Csat(csat), &self.name).good;
            return named(GuessedRole::Score(KpiKind::Csat(Csat::usual_with(csat.scale(), best))));
        }
        // Answers with a name that says nothing are those to the NPS question if they use its whole scale and no other.
        let other = self.has_part(&EFFORT) || self.has_part(&SATISFACTION);
        let counts = COUNTS.iter().find(|(_, parts)| self.has_part(parts));
        if let Some((part, _)) = counts {
            named(GuessedRole::Count(*part))
        } else if self.has_part(&SUMS) {
            named(GuessedRole::Value(Amount { unit: AmountUnit::Number, together: Together::Sum }))
        } else if self.has_part(&WAITING) {
            named(GuessedRole::Value(Amount { unit: AmountUnit::Minutes, together: Together::Mean }))
        } else if self.has_part(&MONEY) || self.cells.mostly(numbers.money) {
            named(GuessedRole::Money)
        } else if numbers.zero_to_ten >= self.cells.probed && numbers.uses_nps_scale() && !other {
            Guess { role: GuessedRole::Score(KpiKind::Nps), reason: GuessReason::Values }
        } else {
            Guess::ignore(GuessReason::NotNeeded)
        }
    }

    /// The scale that the name tells, as in `(1-7)`, else the usual one, unless the answers are on another.
    fn scale(&self, usual: Scale, few_up_to: u8) -> Scale {
        if let Some(scale) = scale_in(&self.name) {
            return scale;
        }
        let Some((low, high)) = self.cells.numbers.answer_range() else { return usual };
        // A few answers say little: the highest may not have been given.
        let surely_shorter = high <= 5 && few_up_to > 5 && self.cells.probed >= 100;
        let high = match high {
            0..=5 if surely_shorter => 5,
            high if high <= few_up_to => few_up_to,
            6 => 6,
            7 => 7,
            _ => 10,
        };
        Scale::new(u8::from(low > 0), high).unwrap_or(usual)
    }
}

/// Reads the scale out of a name: `Leicht gelöst (1-7)`, `1 bis 5`, `1 = leicht, 5 = schwer`.
fn scale_in(name: &str) -> Option<Scale> {
    let numbers: Vec<(usize, usize, u8)> = name
        .match_indices(|c: char| c.is_ascii_digit())
        .filter(|(at, _)| !name[..*at].ends_with(|c: char| c.is_ascii_digit()))
        .filter_map(|(at, _)| {
            let len = name[at..].bytes().take_while(u8::is_ascii_digit).count();
            Some((at, at + len, name[at..at + len].parse().ok()?))
        })
        .collect();
    let is_named = |number: &(usize, usize, u8)| name[number.1..].trim_start().starts_with('=');
    numbers.windows(2).find_map(|pair| {
        let between = name[pair[0].1..pair[1].0].trim();
        let joined = ["-", "–", "—", "bis", "to", "…", ".."].contains(&between) || pair.iter().all(is_named);
        Scale::new(pair[0].2, pair[1].2).filter(|scale| joined && scale.low() <= 1 && (3..=10).contains(&scale.high()))
    })
}

/// Guesses what each column is; only one can be the date, one the respondent's id.
pub(super) fn guess_all(columns: &[Clues<'_>]) -> Vec<Guess> {
    let mut guesses: Vec<Guess> = columns.iter().map(Clues::guess).collect();
    let leaving = guesses.iter().any(|guess| guess.role == GuessedRole::LeavingReason);
    let is_date = |guess: &Guess| matches!(guess.role, GuessedRole::Date(_));
    let dates = columns.iter().zip(&guesses).enumerate().filter(|(_, (_, guess))| is_date(guess));
    // Of equals the first one.
    let ranked = dates.map(|(index, (clues, _))| (clues.date_rank(leaving), std::cmp::Reverse(index)));
    let best = ranked.max().map(|(_, index)| index.0);
    for (index, guess) in guesses.iter_mut().enumerate() {
        if is_date(guess) && best != Some(index) {
            *guess = Guess::ignore(GuessReason::OtherDate);
        }
    }
    let ids = guesses.iter_mut().filter(|guess| guess.role == GuessedRole::RespondentId);
    ids.skip(1).for_each(|guess| *guess = Guess::ignore(GuessReason::Technical));
    let reasons = guesses.iter_mut().filter(|guess| guess.role == GuessedRole::LeavingReason);
    reasons.skip(1).for_each(|guess| *guess = Guess::ignore(GuessReason::NotNeeded));
    // An answer on the whole scale is only taken for the NPS where no column is called so, and there is one alone.
    let score = |guess: &Guess, reason| guess.role == GuessedRole::Score(KpiKind::Nps) && guess.reason == reason;
    let named = guesses.iter().any(|guess| score(guess, GuessReason::NameAndValues));
    if named || guesses.iter().filter(|guess| score(guess, GuessReason::Values)).count() > 1 {
        let unnamed = guesses.iter_mut().filter(|guess| score(guess, GuessReason::Values));
        unnamed.for_each(|guess| *guess = Guess::ignore(GuessReason::NotNeeded));
    }
    // Among answers, numbers of orders and the like belong to a respondent, among reasons for leaving to who left; among
    // counts, money to nobody.
    let answers = guesses.iter().any(|guess| matches!(guess.role, GuessedRole::Score(_)));
    let nps = guesses.iter().any(|guess| guess.role == GuessedRole::Score(KpiKind::Nps));
    let by_day = best.is_none_or(|best| columns[best].resolution == Some(Resolution::Day));
    for guess in &mut guesses {
        let needless = match guess.role {
            GuessedRole::Count(_) => answers || leaving,
            GuessedRole::Value(_) => (answers || leaving) && by_day,
            GuessedRole::Money => !nps,
            // Reasons for leaving aren't counted by segment.
            GuessedRole::Segment => leaving && !answers,
            _ => false,
        };
        if needless {
            *guess = Guess::ignore(GuessReason::NotNeeded);
        }
    }
    // A part of a share is counted by one column.
    let mut parts = Vec::new();
    for guess in &mut guesses {
        if let GuessedRole::Count(part) = guess.role {
            if parts.contains(&part) {
                *guess = Guess::ignore(GuessReason::NotNeeded);
            }
            parts.push(part);
        }
    }
    guesses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_can_stand_in_the_name() {
        for (name, scale) in [
            ("leicht gelöst (1-7)", Some((1, 7))),
            ("von 1 bis 5", Some((1, 5))),
            ("0–10", Some((0, 10))),
            ("1 = leicht, 5 = schwer", Some((1, 5))),
            ("q1 = leicht", None),
            ("frage 12", None),
            ("2024-2025", None),
            ("10-20", None),
        ] {
            assert_eq!(scale_in(name).map(|scale| (scale.low(), scale.high())), scale, "{name}");
        }
    }
}
