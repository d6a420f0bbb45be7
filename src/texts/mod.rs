//! Every word that a user reads, in German and English.
//!
//! One struct for each part of the app; a field for a word, a function for a sentence with values. A text that one
//! language lacks is a compile error. Here stand the words that the list of plans shows, and the terms that several
//! parts share; each other part has a folder. Their files `de` and `en` hold the words; nothing else in the app does (but
//! for the content in `catalogue/`).

pub mod audits;
pub mod canvas;
pub mod channels;
pub mod charts;
pub mod check;
pub mod content;
mod de;
pub mod deletion;
mod en;
pub mod exchange;
pub mod figures;
pub mod findings;
pub mod format;
pub mod import;
pub mod involvement;
pub mod journey_list;
pub mod journeys;
pub mod keys;
pub mod kpis;
pub mod map;
pub mod measures;
pub mod measuring;
pub mod output;
pub mod overview;
pub mod personas;
pub mod settings;
pub mod strategy;
pub mod summary;
pub mod voices;
pub mod win_back;

use crate::editor::{Label, Noun};
use crate::plan::{Assessment, ChannelKind, Contact, Evidence, JourneyKind, MeasureStatus, PainPointState, Phase, seen};
use crate::route::{Area, WorkStep};
use std::{marker::PhantomData, ops::Deref};

/// A language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// German.
    De,
    /// English.
    En,
}

impl Language {
    /// All languages, in the order of the menu.
    pub const ALL: [Self; 2] = [Self::De, Self::En];

    /// Its BCP 47 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
        }
    }

    /// The language that best fits what a user's browser asks for, such as `de-AT`; English if none does.
    #[must_use]
    pub fn for_code(code: &str) -> Self {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary)).unwrap_or(Self::En)
    }

    /// Its texts.
    #[must_use]
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::De => &de::TEXTS,
            Self::En => &en::TEXTS,
        }
    }
}

/// The texts of a part of the app, of which both languages exist.
pub trait InBothLanguages: 'static {
    /// Those of a language.
    fn of(language: Language) -> &'static Self;
}

/// Texts that are loaded with the part of the program that reads them, and not before: this holds no pointer to them.
pub struct Later<T> {
    language: Language,
    texts: PhantomData<fn() -> T>,
}

impl<T> Later<T> {
    /// The texts of a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language, texts: PhantomData }
    }
}

impl<T: InBothLanguages> Deref for Later<T> {
    type Target = T;
    fn deref(&self) -> &T {
        T::of(self.language)
    }
}

macro_rules! in_both_languages {
    ($($texts:ty: $de:path, $en:path;)*) => {$(
        impl InBothLanguages for $texts {
            fn of(language: Language) -> &'static Self {
                match language {
                    Language::De => &$de,
                    Language::En => &$en,
                }
            }
        }
    )*};
}
in_both_languages! {
    exchange::Exchange: exchange::DE, exchange::EN;
    settings::Settings: settings::DE, settings::EN;
    overview::Overview: overview::DE, overview::EN;
    journeys::Journeys: journeys::DE, journeys::EN;
    map::Map: map::DE, map::EN;
    output::Output: output::DE, output::EN;
    figures::Figures: figures::DE, figures::EN;
    measuring::Measuring: measuring::DE, measuring::EN;
    measures::Measures: measures::DE, measures::EN;
    channels::Channels: channels::DE, channels::EN;
    journey_list::JourneyList: journey_list::DE, journey_list::EN;
    findings::Findings: findings::DE, findings::EN;
    personas::Personas: personas::DE, personas::EN;
    audits::Audits: audits::DE, audits::EN;
    voices::Voices: voices::DE, voices::EN;
    canvas::Canvas: canvas::DE, canvas::EN;
    summary::Summary: summary::DE, summary::EN;
    check::Check: check::DE, check::EN;
    win_back::WinBack: win_back::DE, win_back::EN;
    content::ContentPlan: content::DE, content::EN;
    involvement::InvolvementPlan: involvement::DE, involvement::EN;
    strategy::Strategy: strategy::DE, strategy::EN;
    import::Import: import::DE, import::EN;
    kpis::Kpis: kpis::DE, kpis::EN;
    keys::Keys: keys::DE, keys::EN;
    charts::Charts: charts::DE, charts::EN;
    deletion::Deletion: deletion::DE, deletion::EN;
}

/// A number with the word for what it counts.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// How a text begins, in one line: 40 characters of it at most.
fn short(text: &str) -> String {
    const LETTERS: usize = 40;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > LETTERS { line.chars().take(LETTERS).chain(['…']).collect() } else { line }
}

/// Joins words with commas, the last with `and`; none if there are none.
fn join_words(words: &[String], and: &str) -> Option<String> {
    match words {
        [] => None,
        [one] => Some(one.clone()),
        [first @ .., last] => Some(format!("{}{and}{last}", first.join(", "))),
    }
}

/// All texts of one language. What the list of plans doesn't show comes [`Later`].
#[allow(missing_docs)]
pub struct Texts {
    /// The language that these are.
    pub language: Language,
    pub terms: Terms,
    pub shell: Shell,
    pub library: Library,
    pub exchange: Later<exchange::Exchange>,
    pub settings: Later<settings::Settings>,
    pub overview: Later<overview::Overview>,
    pub journeys: Later<journeys::Journeys>,
    pub map: Later<map::Map>,
    pub output: Later<output::Output>,
    pub figures: Later<figures::Figures>,
    pub measuring: Later<measuring::Measuring>,
    pub measures: Later<measures::Measures>,
    pub channels: Later<channels::Channels>,
    pub journey_list: Later<journey_list::JourneyList>,
    pub findings: Later<findings::Findings>,
    pub personas: Later<personas::Personas>,
    pub audits: Later<audits::Audits>,
    pub voices: Later<voices::Voices>,
    pub canvas: Later<canvas::Canvas>,
    pub summary: Later<summary::Summary>,
    pub check: Later<check::Check>,
    pub win_back: Later<win_back::WinBack>,
    pub content: Later<content::ContentPlan>,
    pub involvement: Later<involvement::InvolvementPlan>,
    pub strategy: Later<strategy::Strategy>,
    pub import: Later<import::Import>,
    pub kpis: Later<kpis::Kpis>,
    pub keys: Later<keys::Keys>,
    pub charts: Later<charts::Charts>,
    pub deletion: Later<deletion::Deletion>,
    pub actions: Actions,
}

/// Terms of the field that several areas use.
#[allow(missing_docs)]
pub struct Terms {
    pub phase: fn(Phase) -> &'static str,
    /// Name of a standard sub-phase by its id; none for others.
    pub sub_phase: fn(&str) -> Option<&'static str>,
    pub measure_status: fn(MeasureStatus) -> &'static str,
    pub assessment: fn(Assessment) -> &'static str,
    pub evidence: fn(Evidence) -> &'static str,
    pub pain_point_state: fn(PainPointState) -> &'static str,
    pub journey_kind: fn(JourneyKind) -> &'static str,
    pub channel_kind: fn(ChannelKind) -> &'static str,
    pub contact: fn(Contact) -> &'static str,
    /// Severity of a pain point, 1 to 5, for screen readers.
    pub severity: fn(u8) -> String,
    /// Stands where a record has no name.
    pub unnamed: &'static str,
    /// Instead of offering to choose or to add what is chosen already.
    pub taken: fn(&str) -> String,
}

impl Terms {
    /// The name of a record as it is shown: what stands for one where it has none, or none that is seen.
    #[must_use]
    pub fn named<'a>(&self, name: &'a str) -> &'a str {
        if seen(name).is_empty() { self.unnamed } else { name }
    }
}

/// The frame: navigation, top bar, save state, dialogs of the app itself.
#[allow(missing_docs)]
pub struct Shell {
    pub app_name: &'static str,
    pub loading: &'static str,
    pub skip_to_content: &'static str,
    pub navigation: &'static str,
    pub open_navigation: &'static str,
    pub close_navigation: &'static str,
    pub breadcrumb: &'static str,
    pub all_plans: &'static str,
    pub area: fn(Area) -> &'static str,
    pub step: fn(WorkStep) -> &'static str,
    pub saved: &'static str,
    pub saving: &'static str,
    pub not_saved_quota: &'static str,
    pub not_saved_protected: &'static str,
    pub not_saved: fn(&str) -> String,
    pub weak_storage: &'static str,
    pub no_storage: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub undo_step: fn(&str) -> String,
    pub redo_step: fn(&str) -> String,
    pub export: &'static str,
    pub export_plan: &'static str,
    pub export_others: &'static str,
    pub export_for_passing_on: &'static str,
    pub open_file: &'static str,
    pub search: &'static str,
    pub search_title: &'static str,
    pub search_none: &'static str,
    pub search_results: fn(usize) -> String,
    pub shortcuts: &'static str,
    pub language: &'static str,
    pub language_name: fn(Language) -> &'static str,
    pub theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub close: &'static str,
    pub cancel: &'static str,
    pub key_control: &'static str,
    pub key_shift: &'static str,
    pub edit_refused: &'static str,
    pub deleted_elsewhere: &'static str,
    pub keep_plan: &'static str,
    pub deleted_while_typing: &'static str,
    pub conflicts: &'static str,
    /// A conflict: in what, and what the other window has there; none: it was taken out.
    pub conflict: fn(&str, Option<&str>) -> String,
    pub read_failed: &'static str,
    pub not_loaded_title: &'static str,
    pub not_loaded_text: &'static str,
    pub load_again: &'static str,
    pub missing_title: &'static str,
    pub missing_text: &'static str,
    pub newer_title: &'static str,
    pub newer_text: &'static str,
    pub unreadable_title: &'static str,
    pub unreadable_text: &'static str,
    pub save_raw: &'static str,
    pub not_found_title: &'static str,
    pub not_found_text: &'static str,
    pub panic_title: &'static str,
    pub panic_explanation: &'static str,
    pub panic_reload: &'static str,
    pub panic_download: &'static str,
    pub drop_title: &'static str,
    pub drop_text: &'static str,
    pub drop_unknown: fn(&str) -> String,
}

/// The page that lists the plans of this browser.
#[allow(missing_docs)]
pub struct Library {
    pub title: &'static str,
    pub intro: &'static str,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub new_plan: &'static str,
    pub new_empty: &'static str,
    pub new_from_template: &'static str,
    pub templates: &'static str,
    pub templates_text: &'static str,
    pub sample: &'static str,
    pub open_file: &'static str,
    pub drop_hint: &'static str,
    pub new_title: &'static str,
    pub copy_title: fn(&str) -> String,
    pub untitled: &'static str,
    pub column_title: &'static str,
    pub column_organisation: &'static str,
    pub column_changed: &'static str,
    pub changed_today: fn(&str) -> String,
    pub rename: &'static str,
    pub duplicate: &'static str,
    pub export: &'static str,
    pub delete: &'static str,
    pub more: fn(&str) -> String,
    pub name_field: &'static str,
    pub deleted: fn(&str) -> String,
    pub opened: fn(&str) -> String,
    pub opened_as_copy: fn(&str) -> String,
    pub open_failed: fn(&str) -> String,
    pub was_mended: &'static str,
    pub sample_failed: &'static str,
    pub store_failed: &'static str,
    pub newer_mark: &'static str,
    pub unreadable_mark: &'static str,
}

impl Library {
    /// A plan's title, or what stands in its place where it has none.
    #[must_use]
    pub fn titled<'a>(&self, title: &'a str) -> &'a str {
        if seen(title).is_empty() { self.untitled } else { title }
    }
}

/// Names of steps that can be undone, and of the things that they change.
#[allow(missing_docs)]
pub struct Actions {
    /// Name of a step of the history, such as "Move step".
    pub label: fn(Label) -> String,
    /// What was changed, such as "step": within a sentence.
    pub noun: fn(Noun) -> &'static str,
}

impl crate::plan::Plan {
    /// Name of a sub-phase: the user's, else the standard one in the reader's language.
    #[must_use]
    pub fn sub_phase_name(&self, id: &crate::plan::SubPhaseId, texts: &Texts) -> String {
        let own = self.sub_phases.get(id).map(|sub_phase| sub_phase.name.as_str()).unwrap_or_default();
        if !seen(own).is_empty() {
            return own.to_owned();
        }
        (texts.terms.sub_phase)(id.as_str()).unwrap_or(texts.terms.unnamed).to_owned()
    }

    /// Name of a record as it is shown.
    #[must_use]
    pub fn record_name(&self, record: &crate::plan::Reference, texts: &Texts) -> String {
        if let crate::plan::Reference::SubPhase(id) = record {
            return self.sub_phase_name(id, texts);
        }
        let (table, id) = record.target();
        texts.terms.named(self.name_of(table, id).unwrap_or_default()).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_which_nothing_is_seen_is_none() {
        let terms = &Language::De.texts().terms;
        assert_eq!(terms.named("\u{200b}\u{200d}"), terms.unnamed);
        assert_eq!(Language::De.texts().library.titled("\u{ad} \u{2060}"), Language::De.texts().library.untitled);
        assert_eq!(terms.named("\u{200f}Hot\u{ad}line"), "\u{200f}Hot\u{ad}line");
    }
}
