//! The one table of what the app as a whole can do, and what the page that is shown adds to it: they feed the shortcuts, the
//! command palette and the `?` list.

use super::{files, platform::page, workspace::Workspace};
use leptos::prelude::*;
use reiseplan::{route::Area, texts::Texts};
use wasm_bindgen::JsCast;

/// Keys that run an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key's name as the browser gives it, in small letters.
    pub key: &'static str,
    /// Whether Ctrl (⌘ on a Mac) is held.
    pub control: bool,
    /// Whether Shift is held.
    pub shift: bool,
}

impl Shortcut {
    /// A key pressed with Ctrl.
    pub const fn control(key: &'static str) -> Self {
        Self { key, control: true, shift: false }
    }

    const fn control_shift(key: &'static str) -> Self {
        Self { key, control: true, shift: true }
    }

    const fn plain(key: &'static str) -> Self {
        Self { key, control: false, shift: false }
    }

    /// The keys in words.
    pub fn in_words(self, texts: &Texts) -> String {
        let mac = page::has_command_key();
        let mut words = String::new();
        if self.control {
            words.push_str(if mac { "⌘\u{a0}" } else { texts.shell.key_control });
            words.push_str(if mac { "" } else { "\u{a0}" });
        }
        if self.shift {
            words.push_str(if mac { "⇧\u{a0}" } else { texts.shell.key_shift });
            words.push_str(if mac { "" } else { "\u{a0}" });
        }
        words.push_str(&self.key.to_ascii_uppercase());
        words
    }

    fn fits(self, event: &web_sys::KeyboardEvent) -> bool {
        let control = event.ctrl_key() || event.meta_key();
        let key = event.key().to_ascii_lowercase();
        // What Shift makes of a key differs by keyboard: `?` is reached in many ways.
        key == self.key && control == self.control && !event.alt_key() && (event.shift_key() == self.shift || !self.control)
    }
}

/// Keys in words, such as `Strg + Enter`, as they are called on this machine.
pub fn keys_in_words(keys: &str, texts: &Texts) -> String {
    if page::has_command_key() {
        keys.replace(texts.shell.key_control, "⌘").replace(texts.shell.key_shift, "⇧")
    } else {
        keys.to_owned()
    }
}

/// Keys in words with what they do, as rows of a list.
pub fn key_rows(keys: &[(&str, &str)], texts: &Texts) -> Vec<(String, Vec<String>)> {
    keys.iter().map(|(keys, label)| ((*label).to_owned(), vec![keys_in_words(keys, texts)])).collect()
}

/// Something that the page that is shown can do.
#[derive(Clone)]
pub struct PageAction {
    /// Its name.
    pub label: String,
    /// Keys that run it, also while a text is being edited.
    pub shortcut: Option<Shortcut>,
    /// Whether it can be done now; none: always.
    pub is_possible: Option<Callback<(), bool>>,
    /// Does it.
    pub run: Callback<()>,
}

/// What the page that is shown can do.
#[derive(Clone, Default)]
pub struct PageActions {
    /// Its actions.
    pub actions: Vec<PageAction>,
    /// Shows what keys do there; it comes with the page.
    pub keys: Option<fn() -> AnyView>,
}

impl PageActions {
    /// Adds them to those of the app, as long as the page is shown.
    pub fn offer(self, workspace: Workspace) {
        workspace.page_actions.set(self);
        on_cleanup(move || drop(workspace.page_actions.try_set(Self::default())));
    }
}

/// Something that the app can do.
pub struct Action {
    /// Its name.
    pub label: fn(&'static Texts) -> String,
    /// Keys that run it.
    pub shortcuts: &'static [Shortcut],
    /// Whether it can be done now.
    pub enabled: fn(Workspace) -> bool,
    /// Does it.
    pub run: fn(Workspace),
    /// Whether its keys work while a text is being edited.
    pub while_editing: bool,
}

fn has_plan(workspace: Workspace) -> bool {
    workspace.plan_id().is_some()
}

/// Takes what is still being typed into the plan, as if its field were left.
pub fn take_in_typed() {
    if let Some(field) = document().active_element().filter(is_text_field) {
        page::report_typed(&field);
    }
}

/// Exports the plan, with what is still being typed.
fn export(workspace: Workspace) {
    take_in_typed();
    workspace.with_loaded_work(|work| work.export(workspace));
}

const fn go_to(label: fn(&'static Texts) -> String, run: fn(Workspace)) -> Action {
    Action { label, shortcuts: &[], enabled: has_plan, run, while_editing: false }
}

/// All actions, in the order of the `?` list.
pub const ACTIONS: &[Action] = &[
    Action {
        label: |texts| texts.shell.search_title.to_owned(),
        shortcuts: &[Shortcut::control("k")],
        enabled: |_| true,
        run: |workspace| workspace.palette_open.set(true),
        while_editing: true,
    },
    Action {
        label: |texts| texts.shell.undo.to_owned(),
        shortcuts: &[Shortcut::control("z")],
        enabled: |workspace| workspace.undo_label().is_some(),
        run: Workspace::undo,
        while_editing: false,
    },
    Action {
        label: |texts| texts.shell.redo.to_owned(),
        shortcuts: &[Shortcut::control_shift("z"), Shortcut::control("y")],
        enabled: |workspace| workspace.redo_label().is_some(),
        run: Workspace::redo,
        while_editing: false,
    },
    Action {
        label: |texts| texts.shell.export_plan.to_owned(),
        shortcuts: &[Shortcut::control("s")],
        enabled: has_plan,
        run: export,
        while_editing: true,
    },
    Action {
        label: |texts| texts.shell.export_for_passing_on.to_owned(),
        shortcuts: &[],
        enabled: has_plan,
        run: |workspace| workspace.with_loaded_work(|work| work.export_for_passing_on(workspace)),
        while_editing: false,
    },
    Action {
        label: |texts| texts.shell.open_file.to_owned(),
        shortcuts: &[Shortcut::control("o")],
        enabled: |_| true,
        run: files::choose_plan,
        while_editing: false,
    },
    Action {
        label: |texts| texts.shell.shortcuts.to_owned(),
        shortcuts: &[Shortcut::plain("?")],
        enabled: |_| true,
        run: |workspace| workspace.with_work(move |_| workspace.shortcuts_open.set(true)),
        while_editing: false,
    },
    go_to(|texts| (texts.shell.area)(Area::Overview).to_owned(), |workspace| workspace.go(Area::Overview, None)),
    go_to(|texts| (texts.shell.area)(Area::Personas).to_owned(), |workspace| workspace.go(Area::Personas, None)),
    go_to(|texts| (texts.shell.area)(Area::Audits).to_owned(), |workspace| workspace.go(Area::Audits, None)),
    go_to(|texts| (texts.shell.area)(Area::Voices).to_owned(), |workspace| workspace.go(Area::Voices, None)),
    go_to(|texts| (texts.shell.area)(Area::Import).to_owned(), |workspace| workspace.go(Area::Import, None)),
    go_to(|texts| (texts.shell.area)(Area::Kpis).to_owned(), |workspace| workspace.go(Area::Kpis, None)),
    go_to(|texts| (texts.shell.area)(Area::WinBack).to_owned(), |workspace| workspace.go(Area::WinBack, None)),
    go_to(|texts| (texts.shell.area)(Area::Content).to_owned(), |workspace| workspace.go(Area::Content, None)),
    go_to(|texts| (texts.shell.area)(Area::Involvement).to_owned(), |workspace| workspace.go(Area::Involvement, None)),
    go_to(|texts| (texts.shell.area)(Area::Check).to_owned(), |workspace| workspace.go(Area::Check, None)),
    go_to(|texts| (texts.shell.area)(Area::Drivers).to_owned(), |workspace| workspace.go(Area::Drivers, None)),
    go_to(|texts| (texts.shell.area)(Area::Effects).to_owned(), |workspace| workspace.go(Area::Effects, None)),
    go_to(|texts| (texts.shell.area)(Area::Journeys).to_owned(), |workspace| workspace.go(Area::Journeys, None)),
    go_to(|texts| (texts.shell.area)(Area::Channels).to_owned(), |workspace| workspace.go(Area::Channels, None)),
    go_to(|texts| (texts.shell.area)(Area::Findings).to_owned(), |workspace| workspace.go(Area::Findings, None)),
    go_to(|texts| (texts.shell.area)(Area::Strategy).to_owned(), |workspace| workspace.go(Area::Strategy, None)),
    go_to(|texts| (texts.shell.area)(Area::Measures).to_owned(), |workspace| workspace.go(Area::Measures, None)),
    go_to(|texts| (texts.shell.area)(Area::Settings).to_owned(), |workspace| workspace.go(Area::Settings, None)),
    Action {
        label: |texts| texts.shell.all_plans.to_owned(),
        shortcuts: &[],
        enabled: |_| true,
        run: |workspace| workspace.navigate_to(&reiseplan::route::Route::new(Area::Library, None), false),
        while_editing: false,
    },
];

/// Runs the actions whose keys are pressed, wherever the focus is.
pub fn listen_for_shortcuts(workspace: Workspace) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        if event.default_prevented() {
            return;
        }
        let editing = edits_text(&event);
        let fitting = ACTIONS
            .iter()
            .find(|action| (action.while_editing || !editing) && action.shortcuts.iter().any(|shortcut| shortcut.fits(&event)));
        if let Some(action) = fitting {
            event.prevent_default();
            if (action.enabled)(workspace) {
                (action.run)(workspace);
            }
            return;
        }
        let fits = |action: &&PageAction| action.shortcut.is_some_and(|shortcut| shortcut.fits(&event));
        let of_page = workspace.page_actions.with_untracked(|page| page.actions.iter().find(fits).map(|action| action.run));
        if let Some(run) = of_page {
            event.prevent_default();
            run.run(());
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether the key goes into a field in which something is edited. Text fields have their own undo; lists to choose from
/// and dates have none, they take single keys.
fn edits_text(event: &web_sys::KeyboardEvent) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else { return false };
    // A dialog that has just been closed may still have the focus.
    if element.closest("dialog:not([open])").is_ok_and(|dialog| dialog.is_some()) {
        return false;
    }
    let is_date = || element.get_attribute("type").as_deref() == Some("date");
    match element.tag_name() == "SELECT" || is_date() {
        true => !(event.ctrl_key() || event.meta_key()),
        false => is_text_field(&element),
    }
}

fn is_text_field(element: &web_sys::Element) -> bool {
    match element.tag_name().as_str() {
        "TEXTAREA" => true,
        "INPUT" => {
            let kind = element.get_attribute("type").unwrap_or_default();
            !["checkbox", "radio", "button", "range", "file"].contains(&kind.as_str())
        }
        _ => false,
    }
}
