//! Words of the list of keys.

/// Words of the list of keys.
#[allow(missing_docs)]
pub struct Keys {
    pub editing: &'static str,
    /// Keys with what they do, wherever something is edited.
    pub editing_keys: &'static [(&'static str, &'static str)],
}

pub(super) static DE: Keys = Keys {
    editing: "Beim Bearbeiten",
    editing_keys: &[
        ("Enter · F2", "Bearbeiten, übernehmen"),
        ("Esc", "Verwerfen, schließen"),
        ("Strg + Enter", "Neue Zeile in mehrzeiligem Text"),
        ("Pfeile", "Zur nächsten Zelle"),
        ("Alt + Pfeile", "Verschieben"),
        ("Alt + Enter", "Danach einfügen"),
        ("Alt + Umschalt + Enter", "Davor einfügen"),
        ("Entf", "Löschen"),
    ],
};

pub(super) static EN: Keys = Keys {
    editing: "While editing",
    editing_keys: &[
        ("Enter · F2", "Edit, accept"),
        ("Esc", "Discard, close"),
        ("Ctrl + Enter", "New line in longer texts"),
        ("Arrows", "To the next cell"),
        ("Alt + arrows", "Move"),
        ("Alt + Enter", "Insert after"),
        ("Alt + Shift + Enter", "Insert before"),
        ("Del", "Delete"),
    ],
};
