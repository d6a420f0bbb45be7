//! Every word that a user reads, in German and English.
//!
//! One struct for each part of the app; a field for a word, a function for a sentence with values. A text that one
//! language lacks is a compile error. [`de`] and [`en`] hold the words; nothing else in the app does (but for the
//! content in `catalogue/`).

pub mod audits;
pub mod canvas;
pub mod channels;
pub mod check;
pub mod content;
mod de;
mod en;
pub mod figures;
pub mod findings;
pub mod format;
pub mod import;
pub mod involvement;
pub mod journey_list;
pub mod keys;
pub mod map;
pub mod measures;
pub mod measuring;
pub mod output;
pub mod personas;
pub mod summary;
pub mod voices;
pub mod win_back;

use crate::editor::{Label, Noun};
use crate::exchange::{Mended, ReadError};
use crate::figures::{standing::TargetState, typed::PasteReason};
use crate::import::{
    DateOrder, DecimalMark, GuessReason, ImportError, IssueReason, LeftOut, MappingFault, TextEncoding, Tool, protocol::Failure,
};
use crate::plan::{Assessment, ChannelKind, ChannelSymbol, Contact, Evidence, JourneyKind, MeasureStatus, PainPointState, Phase};
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
    Exchange: de::exchange::TEXTS, en::exchange::TEXTS;
    Settings: de::settings::TEXTS, en::settings::TEXTS;
    Overview: de::overview::TEXTS, en::overview::TEXTS;
    Journeys: de::journeys::TEXTS, en::journeys::TEXTS;
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
    Strategy: de::strategy::TEXTS, en::strategy::TEXTS;
    import::Import: import::DE, import::EN;
    Kpis: de::kpis::TEXTS, en::kpis::TEXTS;
    keys::Keys: keys::DE, keys::EN;
    Charts: de::charts::TEXTS, en::charts::TEXTS;
}

/// A number with the word for what it counts.
fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
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
    pub exchange: Later<Exchange>,
    pub settings: Later<Settings>,
    pub overview: Later<Overview>,
    pub journeys: Later<Journeys>,
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
    pub strategy: Later<Strategy>,
    pub import: Later<import::Import>,
    pub kpis: Later<Kpis>,
    pub keys: Later<keys::Keys>,
    pub charts: Later<Charts>,
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
    /// Name of what was deleted, and the tables in which it was used with the number of records there.
    pub deleted: fn(name: &str, uses: &[(&str, usize)]) -> String,
    /// Stands where a record has no name.
    pub unnamed: &'static str,
}

impl Terms {
    /// The name of a record as it is shown: what stands for one where it has none.
    #[must_use]
    pub fn named<'a>(&self, name: &'a str) -> &'a str {
        if name.trim().is_empty() { self.unnamed } else { name }
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
        if title.trim().is_empty() { self.untitled } else { title }
    }
}

/// What is wrong with a plan file, and what was mended.
#[allow(missing_docs)]
pub struct Exchange {
    /// Why a file can't be opened: what is wrong, where, and what to do.
    pub read_error: fn(&ReadError) -> String,
    /// What was mended in a plan: where and what.
    pub mended: fn(&Mended) -> String,
    /// Name of a table of the plan by its name in the file, such as "Measures"; that name itself where it is unknown.
    pub table: fn(&str) -> &str,
    /// Name of the group that small ones are merged into.
    pub other_groups: &'static str,
    /// Added to the name of a file for passing on.
    pub passing_on_suffix: &'static str,
    pub passing_on_done: &'static str,
    pub export_failed: &'static str,
    pub delete_failed: &'static str,
}

/// The plan's settings and registers.
#[allow(missing_docs)]
pub struct Settings {
    pub on_this_page: &'static str,
    /// Sections, and what each is for.
    pub plan: &'static str,
    pub departments: &'static str,
    pub departments_text: &'static str,
    pub channels: &'static str,
    pub channels_text: &'static str,
    pub segments: &'static str,
    pub segments_text: &'static str,
    pub touchpoints: &'static str,
    pub touchpoints_text: &'static str,
    pub lifecycle: &'static str,
    pub lifecycle_text: &'static str,
    /// The plan itself.
    pub plan_title: &'static str,
    pub organisation: &'static str,
    pub industry: &'static str,
    pub currency: &'static str,
    /// Name of a currency by its ISO 4217 code; none for rare ones.
    pub currency_name: fn(&str) -> Option<&'static str>,
    pub currency_other: &'static str,
    pub currency_code: &'static str,
    pub currency_code_hint: &'static str,
    pub currency_code_error: &'static str,
    pub discount_rate: &'static str,
    pub discount_rate_hint: &'static str,
    pub discount_rate_unit: &'static str,
    pub discount_rate_error: &'static str,
    pub horizon: &'static str,
    pub horizon_hint: &'static str,
    pub horizon_unit: &'static str,
    pub horizon_error: &'static str,
    pub budget: &'static str,
    pub budget_hint: &'static str,
    pub amount_error: &'static str,
    pub day_rate: &'static str,
    pub day_rate_hint: &'static str,
    pub customer_weight: &'static str,
    pub customer_weight_hint: &'static str,
    pub customer_weight_error: &'static str,
    pub segment_minimum: &'static str,
    pub segment_minimum_hint: &'static str,
    pub segment_minimum_error: &'static str,
    pub segment_minimum_unit: &'static str,
    /// The new currency, the one before, and how many amounts the plan has.
    pub currency_changed: fn(&str, &str, usize) -> String,
    pub notes: &'static str,
    /// Fields of records.
    pub name: &'static str,
    /// Name of a field of a record, for screen readers.
    pub field_of: fn(field: &str, record: &str) -> String,
    pub capacity: &'static str,
    pub capacity_unit: &'static str,
    pub capacity_error: &'static str,
    pub channel_kind: &'static str,
    pub online: &'static str,
    pub symbol: &'static str,
    pub symbol_name: fn(ChannelSymbol) -> &'static str,
    pub department: &'static str,
    pub sub_phase: &'static str,
    pub contact: &'static str,
    pub phase: &'static str,
    pub not_chosen: &'static str,
    pub no_channel_fits: &'static str,
    pub create_channel: fn(&str) -> String,
    pub remove: fn(&str) -> String,
    pub journeys: fn(usize) -> String,
    pub used: &'static str,
    /// Buttons.
    pub add_department: &'static str,
    pub add_channel: &'static str,
    pub add_dimension: &'static str,
    pub add_segment: &'static str,
    pub add_segment_to: fn(&str) -> String,
    pub add_touchpoint: &'static str,
    pub add_sub_phase: &'static str,
    pub add_sub_phase_to: fn(&str) -> String,
    pub edit: fn(&str) -> String,
    pub move_up: fn(&str) -> String,
    pub move_down: fn(&str) -> String,
    pub move_up_keys: &'static str,
    /// Said of the handle of a row, which is dragged with the pointer.
    pub drag_to_move: &'static str,
    pub move_down_keys: &'static str,
    pub delete: fn(&str) -> String,
    /// What was done: name, place from 1, number of places.
    pub moved: fn(name: &str, place: usize, places: usize) -> String,
    pub last_sub_phase: fn(&str) -> String,
    pub doubled: &'static str,
    pub doubled_hint: &'static str,
    pub segments_of: fn(&str) -> String,
    pub filter: &'static str,
    pub filter_found: fn(found: usize, all: usize) -> String,
    pub filter_none: &'static str,
    /// What a register without records says.
    pub departments_empty: &'static str,
    pub channels_empty: &'static str,
    pub segments_empty: &'static str,
    pub touchpoints_empty: &'static str,
    pub phase_empty: &'static str,
}

/// The start page of a plan.
#[allow(missing_docs)]
pub struct Overview {
    pub facts: fn(usize, usize, &str) -> String,
    pub budget: fn(&str) -> String,
    pub no_budget: &'static str,
    pub lifecycle: &'static str,
    pub mood: &'static str,
    pub mood_help: &'static str,
    pub goals: &'static str,
    pub weaknesses: &'static str,
    pub pain_points: &'static str,
    pub pain_points_help: &'static str,
    pub without_measure: fn(usize) -> String,
    pub measures: &'static str,
    pub cost: &'static str,
    pub cost_help: &'static str,
    pub none: &'static str,
    pub no_phase: &'static str,
    pub no_mood: &'static str,
    pub kpis: &'static str,
    /// What the figures are of.
    pub kpis_note: &'static str,
    /// Stands where a change may be noise.
    pub kpi_noise: &'static str,
    pub kpi_target: fn(&str) -> String,
    pub kpi_no_data: &'static str,
    pub kpis_empty: &'static str,
    pub next_measures: &'static str,
    pub measures_empty: &'static str,
    pub all: &'static str,
    pub nobody: &'static str,
    pub until: fn(&str) -> String,
    pub overdue: fn(&str) -> String,
}

/// Journey maps.
#[allow(missing_docs)]
pub struct Journeys {
    pub list_intro: &'static str,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub new_journey: &'static str,
    pub new_title: &'static str,
    pub title_field: &'static str,
    pub column_title: &'static str,
    pub column_kind: &'static str,
    pub column_personas: &'static str,
    pub column_steps: &'static str,
    pub column_mood: &'static str,
    pub column_pains: &'static str,
    pub more: fn(&str) -> String,
    pub duplicate: &'static str,
    pub delete: &'static str,
    pub copy_title: fn(&str) -> String,
    pub facts: fn(usize, usize) -> String,
    pub no_persona: &'static str,
    pub not_found: &'static str,
    pub map: &'static str,
    pub lanes: &'static str,
    pub lane: fn(&str) -> Option<&'static str>,
    pub row_stages: &'static str,
    pub row_steps: &'static str,
    pub add_step: &'static str,
    pub add_step_label: &'static str,
    pub add_stage: &'static str,
    pub add_stage_label: &'static str,
    pub start_title: &'static str,
    pub start_text: &'static str,
    pub start_all: &'static str,
    pub start_one: &'static str,
    pub mean: fn(&str) -> String,
    pub peak_end: fn(&str) -> String,
    pub peak_end_help: &'static str,
    pub lowest: fn(&str) -> String,
    pub emotion_none: &'static str,
    pub emotion_value: fn(&str) -> String,
    pub emotion_help: &'static str,
    pub evidence_none: &'static str,
    pub department_none: &'static str,
    pub measures: &'static str,
    pub measures_none: &'static str,
    pub add_measure: &'static str,
    pub measure_title: fn(&str) -> String,
    pub touchpoint_field: &'static str,
    pub touchpoint_help: &'static str,
    pub touchpoint_rename: &'static str,
    pub touchpoint_create: fn(&str) -> String,
    pub touchpoint_none: &'static str,
    pub used_in: fn(usize) -> String,
    pub heading_field: &'static str,
    pub channels_field: &'static str,
    pub channels_none: &'static str,
    pub channel_create: fn(&str) -> String,
    pub remove: fn(&str) -> String,
    pub department_field: &'static str,
    pub department_create: fn(&str) -> String,
    pub department_missing: &'static str,
    pub evidence_field: &'static str,
    pub emotion_field: &'static str,
    pub moment_of_truth: &'static str,
    pub moment_of_truth_help: &'static str,
    pub sub_phase_field: &'static str,
    pub sub_phase_none: &'static str,
    pub stage_title_field: &'static str,
    pub stage: fn(&str) -> String,
    pub move_left: &'static str,
    pub move_right: &'static str,
    pub insert_after: &'static str,
    pub step_deleted: fn(&str) -> String,
    pub stage_deleted: fn(&str, usize) -> String,
    pub kind_field: &'static str,
    pub personas_field: &'static str,
    pub persona_create: fn(&str) -> String,
    pub persona_none: &'static str,
    pub settings: &'static str,
    pub journey_settings: &'static str,
    pub cell: fn(&str, &str) -> String,
}

/// The lifecycle strategy.
#[allow(missing_docs)]
pub struct Strategy {
    /// Number of goals, of weaknesses that apply at least partly, and of measures.
    pub facts: fn(usize, usize, usize) -> String,
    pub first_title: &'static str,
    pub first_text: &'static str,
    /// Begins with a sub-phase.
    pub first_step: fn(&str) -> String,
    pub no_sub_phases_title: &'static str,
    pub no_sub_phases_text: &'static str,
    pub to_settings: &'static str,
    pub without_sub_phase: &'static str,
    pub without_sub_phase_text: &'static str,
    pub customer: &'static str,
    pub customer_help: &'static str,
    pub customer_empty: &'static str,
    pub customer_of: fn(&str) -> String,
    pub goals: &'static str,
    pub goals_help: &'static str,
    pub goals_empty: &'static str,
    pub goal: &'static str,
    pub add_goal: &'static str,
    pub add_goal_to: fn(&str) -> String,
    pub kpi_of: fn(&str) -> String,
    pub no_kpi: &'static str,
    pub open_kpi: &'static str,
    pub weaknesses: &'static str,
    pub weaknesses_help: &'static str,
    pub weaknesses_empty: &'static str,
    pub weakness: &'static str,
    pub add_weakness: &'static str,
    pub add_weakness_to: fn(&str) -> String,
    pub assessment_of: fn(&str) -> String,
    pub not_assessed: &'static str,
    pub answers: &'static str,
    pub answers_to: fn(&str) -> String,
    pub answers_taken: &'static str,
    pub show_answers: &'static str,
    pub take_answer: fn(&str) -> String,
    pub answer_taken: fn(&str) -> String,
    pub measures: &'static str,
    pub measures_help: &'static str,
    pub measures_empty: &'static str,
    pub add_measure: &'static str,
    pub add_measure_to: fn(&str) -> String,
    pub create: fn(&str) -> String,
    pub nothing_fits: &'static str,
    pub more: fn(&str) -> String,
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub move_to: fn(&str) -> String,
    pub moved_to: fn(&str, &str) -> String,
    pub delete: &'static str,
    pub to_measures: &'static str,
}

/// KPIs and their data.
#[allow(missing_docs)]
pub struct Kpis {
    /// The list of KPIs.
    pub intro: &'static str,
    pub import: &'static str,
    pub new_definition: &'static str,
    pub type_values: &'static str,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub column_kpi: &'static str,
    pub column_value: &'static str,
    pub column_course: &'static str,
    pub by_assumptions: &'static str,
    pub no_data: &'static str,
    pub none: &'static str,
    pub until: fn(day: &str) -> String,
    pub unknown_kind_text: &'static str,
    pub more: fn(title: &str) -> String,
    pub delete_named: fn(title: &str) -> String,
    /// The page of one.
    pub title: &'static str,
    pub delete: &'static str,
    pub more_page: &'static str,
    pub grain: &'static str,
    pub answers: fn(n: &str) -> String,
    pub no_data_title: &'static str,
    pub no_data_text: &'static str,
    /// What stands in the chart while a measure runs.
    pub measure_runs: fn(measure: &str) -> String,
    /// Figures at the top.
    pub since: fn(period: &str) -> String,
    pub before: &'static str,
    pub before_that: fn(period: &str) -> String,
    pub whole_time: &'static str,
    pub difference: &'static str,
    pub against: fn(period: &str) -> String,
    pub target: &'static str,
    pub target_by: fn(day: &str) -> String,
    pub target_state: fn(TargetState) -> &'static str,
    pub unsure: &'static str,
    /// Where a figure comes from: name of the button, and the text for each kind of figure.
    pub origin_of: fn(figure: &str) -> String,
    pub origin_target: fn(period: &str) -> String,
    /// What the figures mean.
    pub more_than_noise: &'static str,
    pub noise: &'static str,
    pub noise_note: &'static str,
    pub no_comparison: &'static str,
    pub no_comparison_text: &'static str,
    pub distribution: &'static str,
    pub promoters: &'static str,
    pub passives: &'static str,
    pub detractors: &'static str,
    /// Definition and details.
    pub definition: &'static str,
    pub definition_placeholder: &'static str,
    pub nps_help_label: &'static str,
    pub nps_help_title: &'static str,
    pub nps_help: &'static str,
    pub details: &'static str,
    pub owner: &'static str,
    pub nobody: &'static str,
    pub belongs_to: &'static str,
    pub belongs_to_all: &'static str,
    pub belongs_to_phase: fn(phase: &str) -> String,
    pub belongs_to_touchpoint: fn(touchpoint: &str) -> String,
    pub source: &'static str,
    pub no_source: &'static str,
    pub typed_months: fn(usize) -> String,
    pub interval: &'static str,
    pub interval_help_label: &'static str,
    pub targets: &'static str,
    pub add_target: &'static str,
    pub no_target: &'static str,
    pub target_value: &'static str,
    pub target_day: &'static str,
    /// What a target may be; of a score: it lies between −100 and +100.
    pub target_range: fn(is_score: bool) -> &'static str,
    pub remove_target: &'static str,
    pub target_removed: &'static str,
    pub measures: &'static str,
    pub no_measures: &'static str,
    pub to_measures: &'static str,
    pub all_measures: fn(usize) -> String,
    pub running_since: fn(day: &str) -> String,
    pub planned_from: fn(day: &str) -> String,
    pub done_since: fn(day: &str) -> String,
    /// Groups and personas.
    pub hidden_groups: fn(groups: usize, minimum: u64) -> String,
    pub personas: &'static str,
    pub personas_note: &'static str,
    pub no_personas: &'static str,
    /// What must be known about the data.
    pub sources_overlap: fn(first: &str, second: &str, from: &str, to: &str, days: usize) -> String,
    pub typed_overlap: fn(months: &[String], source: &str) -> String,
    /// Months of which only reported values are known, while others were counted.
    pub reported_aside: fn(months: &[String]) -> String,
    pub hidden_periods: fn(periods: usize, minimum: u64) -> String,
    pub left_out: fn(written: &str, count: u64) -> String,
    pub typed_not_in_weeks: &'static str,
    /// Typed answers.
    pub typed: &'static str,
    pub typed_note: &'static str,
    pub typed_hint: &'static str,
    pub no_typed: &'static str,
    pub add_month: &'static str,
    pub add_earlier: &'static str,
    pub more_data: &'static str,
    pub interval_column: &'static str,
    pub count_wanted: &'static str,
    pub number_wanted: &'static str,
    pub remove_month: fn(month: &str) -> String,
    pub month_removed: fn(month: &str) -> String,
    pub paste_table: &'static str,
    pub paste_field: &'static str,
    pub paste_hint: &'static str,
    pub paste_take: &'static str,
    pub pasted_months: fn(months: usize, faults: usize) -> String,
    pub pasted_cells: fn(usize) -> String,
    pub more_faults: fn(usize) -> String,
    pub copy_table: &'static str,
    pub copied: &'static str,
    pub copy_failed: fn(error: &str) -> String,
    /// Why a cell of a pasted table wasn't taken.
    /// A fault of a pasted table: line and column from 1, what stood there, and why it wasn't taken.
    pub paste_issue: fn(line: usize, column: usize, value: &str, reason: PasteReason) -> String,
}

/// Words inside and around charts.
#[allow(missing_docs)]
pub struct Charts {
    /// Ways to take a chart along.
    pub as_table: &'static str,
    pub picture: &'static str,
    pub save_png: &'static str,
    pub save_svg: &'static str,
    pub picture_failed: fn(error: &str) -> String,
    pub load_failed: fn(error: &str) -> String,
    pub try_again: &'static str,
    /// From the lower to the upper end of an interval.
    pub interval: fn(low: &str, high: &str) -> String,
    /// Number of answers that a value rests on.
    pub answers: fn(n: &str) -> String,
    /// The same where there is little room.
    pub answers_short: fn(n: &str) -> String,
    /// In place of a number of answers that is too small to be shown.
    pub answers_below: fn(minimum: u64) -> String,
    /// Value, interval and number of answers, each as written.
    pub estimate: fn(value: &str, interval: &str, answers: &str) -> String,
    /// Remark at a value that rests on fewer than 30 answers.
    pub unsure: &'static str,
    /// Remark at a group, or a period of one, that is too small to be shown.
    pub hidden: fn(minimum: u64) -> String,
    /// In place of a chart of which nothing can be shown.
    pub all_hidden: fn(minimum: u64) -> String,
    pub no_answers: &'static str,
    /// In place of a value where a line has a gap.
    pub gap: &'static str,
    /// Headings of tables.
    pub low: &'static str,
    pub high: &'static str,
    pub answers_column: &'static str,
    pub remark: &'static str,
    pub segment: &'static str,
    /// From one month to another.
    pub span: fn(from: &str, to: &str) -> String,
    pub target: fn(value: &str, by: Option<&str>) -> String,
    /// What happened at the marks of a chart, as the name of a list.
    pub events: &'static str,
    /// A name and the value that belongs to it.
    pub value_of: fn(name: &str, value: &str) -> String,
    /// Descriptions for those who don't see the chart.
    pub describe_line: fn(points: usize, last: &str, lowest: &str, highest: &str) -> String,
    pub describe_rows: fn(rows: usize, values: &str) -> String,
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
        if !own.is_empty() {
            return own.to_owned();
        }
        (texts.terms.sub_phase)(id.as_str()).unwrap_or(texts.terms.unnamed).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(language: Language, uses: &[(&str, usize)], expected: &str) {
        assert_eq!((language.texts().terms.deleted)("Service", uses), expected);
    }

    #[test]
    fn what_was_deleted_is_told_with_its_uses() {
        check(Language::De, &[], "„Service“ gelöscht.");
        check(Language::De, &[("touchpoints", 1)], "„Service“ gelöscht. Wurde in 1 Touchpoint verwendet.");
        let uses = [("touchpoints", 3), ("pain_points", 2), ("measures", 2)];
        check(Language::De, &uses, "„Service“ gelöscht. Wurde in 3 Touchpoints, 2 Schmerzpunkten und 2 Maßnahmen verwendet.");
        check(Language::En, &uses, "“Service” deleted. It was used in 3 touchpoints, 2 pain points and 2 measures.");
    }
}
