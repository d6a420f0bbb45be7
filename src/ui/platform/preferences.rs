//! Small things kept in local storage: preferences, the index of plans, the start copy of the open plan.
//!
//! Local storage can be denied or full. Then reading gives nothing and writing tells so by `false`; the app goes on.

use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

const PREFERENCES: &str = "reiseplan:preferences";
const INDEX: &str = "reiseplan:plans";
const START_COPY: &str = "reiseplan:start-copy";

/// What the app looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All themes, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name in the document's `data-theme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What a user prefers in this browser.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The theme.
    pub theme: Theme,
    /// Code of the language; none: the browser's.
    pub language: Option<String>,
    /// Id of the plan that was open last.
    pub last_plan: Option<String>,
    /// How measures were looked at last.
    pub measures_view: Option<String>,
}

/// A line of the library.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndexEntry {
    /// Id of the plan.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The organisation that it is for.
    #[serde(default)]
    pub organisation: String,
    /// When it was last changed, in milliseconds since 1970.
    pub changed: f64,
}

/// A copy of the open plan, so that the app can show it before the database has answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StartCopy {
    /// Id of the plan.
    pub id: String,
    /// The revision that it copies.
    pub revision: u64,
    /// The plan as a file.
    pub file: String,
}

/// Whether the browser lets the app use local storage.
pub fn local_storage() -> Option<web_sys::Storage> {
    super::window().local_storage().ok().flatten()
}

fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    local_storage()?;
    LocalStorage::get(key).ok()
}

fn write<T: Serialize>(key: &str, value: &T) -> bool {
    local_storage().is_some() && LocalStorage::set(key, value).is_ok()
}

/// Reads the preferences; the usual ones where there are none.
pub fn read_preferences() -> Preferences {
    read(PREFERENCES).unwrap_or_default()
}

/// Keeps the preferences.
pub fn write_preferences(preferences: &Preferences) {
    write(PREFERENCES, preferences);
}

/// Reads the index of plans as it was when the app last ran.
pub fn read_index() -> Vec<IndexEntry> {
    read(INDEX).unwrap_or_default()
}

/// Keeps the index of plans.
pub fn write_index(index: &[IndexEntry]) {
    write(INDEX, &index);
}

/// Reads the start copy if it is one of the plan `id`.
pub fn read_start_copy(id: &str) -> Option<StartCopy> {
    read::<StartCopy>(START_COPY).filter(|copy| copy.id == id)
}

/// Keeps the start copy. A plan too big for local storage has none.
pub fn write_start_copy(copy: &StartCopy) {
    if !write(START_COPY, copy) {
        clear_start_copy();
    }
}

/// Forgets the start copy.
pub fn clear_start_copy() {
    if local_storage().is_some() {
        LocalStorage::delete(START_COPY);
    }
}
