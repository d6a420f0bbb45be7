//! Every word that a user reads, in German and English.
//!
//! One struct for each part of the app; a field for a word, a function for a sentence with values. A text that one
//! language lacks is a compile error. [`de`] and [`en`] hold the words; nothing else in the app does (but for the
//! content in `catalogue/`).

mod de;
mod en;
pub mod format;

use crate::{
    editor::Label,
    exchange::{Mended, ReadError},
    plan::Phase,
};

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

/// All texts of one language.
#[allow(missing_docs)]
pub struct Texts {
    /// The language that these are.
    pub language: Language,
    pub terms: Terms,
    pub shell: Shell,
    pub library: Library,
    pub exchange: Exchange,
    pub settings: Settings,
    pub overview: Overview,
    pub journeys: Journeys,
    pub strategy: Strategy,
    pub import: Import,
    pub kpis: Kpis,
    pub charts: Charts,
    pub actions: Actions,
}

/// Terms of the field that several areas use.
#[allow(missing_docs)]
pub struct Terms {
    pub phase: fn(Phase) -> &'static str,
    /// Name of a standard sub-phase by its id; none for others.
    pub sub_phase: fn(&str) -> Option<&'static str>,
    /// Stands where a record has no name.
    pub unnamed: &'static str,
}

/// The frame: navigation, top bar, save state, dialogs of the app itself.
#[allow(missing_docs)]
pub struct Shell {}

/// The page that lists the plans of this browser.
#[allow(missing_docs)]
pub struct Library {}

/// What is wrong with a plan file, and what was mended.
#[allow(missing_docs)]
pub struct Exchange {
    /// Why a file can't be opened: what is wrong, where, and what to do.
    pub read_error: fn(&ReadError) -> String,
    /// What was mended in a plan: where and what.
    pub mended: fn(&Mended) -> String,
    /// Name of a table of the plan by its name in the file, such as "Measures"; that name itself where it is unknown.
    pub table: fn(&str) -> &str,
}

/// The plan's settings and registers.
#[allow(missing_docs)]
pub struct Settings {}

/// The start page of a plan.
#[allow(missing_docs)]
pub struct Overview {}

/// Journey maps.
#[allow(missing_docs)]
pub struct Journeys {}

/// Lifecycle strategy and measures.
#[allow(missing_docs)]
pub struct Strategy {}

/// Import of files.
#[allow(missing_docs)]
pub struct Import {}

/// KPIs and their data.
#[allow(missing_docs)]
pub struct Kpis {}

/// Words inside and around charts.
#[allow(missing_docs)]
pub struct Charts {}

/// Names of steps that can be undone and of commands.
#[allow(missing_docs)]
pub struct Actions {
    /// Name of a step of the history, such as "Move step".
    pub label: fn(Label) -> String,
    /// Command that takes such a step back.
    pub undo: fn(Label) -> String,
    /// Command that does such a step again.
    pub redo: fn(Label) -> String,
}
