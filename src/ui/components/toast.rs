//! Short messages at the lower edge, with something to do about them, such as undo.
//!
//! They pass by; an error must stand where it happened too.

use super::{button::IconButton, icons::LuX};
use crate::ui::platform::page;
use leptos::prelude::*;
use std::{sync::Arc, time::Duration};

/// How long a message stays at least when nobody points at it.
const STAY: Duration = Duration::from_secs(8);
/// How much time reading a byte of it takes; a long message stays longer.
const READING: Duration = Duration::from_millis(60);
/// How many messages are shown; the oldest gives way.
const SHOWN: usize = 3;

/// Calls back after a time; given by the part of the app that knows the browser's timers.
pub type Timer = fn(Duration, Box<dyn FnOnce()>);

/// What can be done about a message.
#[derive(Clone)]
pub struct ToastAction {
    label: String,
    // Not a callback of Leptos, which ends with the part of the page that made it: the message outlives it.
    on_press: Arc<dyn Fn() + Send + Sync>,
}

impl ToastAction {
    /// A button with its words and what it does.
    pub fn new(label: impl Into<String>, on_press: impl Fn() + Send + Sync + 'static) -> Self {
        Self { label: label.into(), on_press: Arc::new(on_press) }
    }
}

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    action: Option<ToastAction>,
}

/// The messages that are shown now; give it to the app with `provide_context`.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
    held: RwSignal<bool>,
    timer: Timer,
}

impl Toasts {
    /// No messages yet.
    pub fn new(timer: Timer) -> Self {
        Self { shown: RwSignal::new(Vec::new()), next: StoredValue::new(0), held: RwSignal::new(false), timer }
    }

    /// Shows a message and reads it aloud; it goes after some seconds unless someone points at it.
    /// Gives the number by which it can be withdrawn.
    pub fn push(&self, text: impl Into<String>, action: Option<ToastAction>) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        let toast = Toast { id, text: text.into(), action };
        let stay = STAY.max(READING * toast.text.len() as u32);
        self.shown.update(|shown| {
            // Told again, it stands there once.
            shown.retain(|own| own.text != toast.text || own.action.is_some());
            shown.push(toast);
            let over = shown.len().saturating_sub(SHOWN);
            shown.drain(..over);
        });
        self.hide_later(id, stay);
        id
    }

    /// Takes a message away that isn't true any more, if it is still shown.
    pub fn withdraw(self, id: u32) {
        if self.shown.with_untracked(|shown| shown.iter().any(|toast| toast.id == id)) {
            self.hide(id);
        }
    }

    fn hide_later(self, id: u32, stay: Duration) {
        let due = move || match self.held.try_get_untracked() {
            Some(true) => self.hide_later(id, stay),
            Some(false) => self.hide(id),
            None => {}
        };
        (self.timer)(stay, Box::new(due));
    }

    fn hide(self, id: u32) {
        self.shown.update(|shown| shown.retain(|toast| toast.id != id));
        if self.shown.with_untracked(Vec::is_empty) {
            self.held.set(false);
        }
    }
}

/// Where the messages of [`Toasts`] are shown; once on the page.
#[component]
pub fn ToastRegion(
    /// The messages.
    toasts: Toasts,
    /// Name of the button that takes a message away.
    #[prop(into)]
    close_label: Signal<String>,
) -> impl IntoView {
    let held = toasts.held;
    // Its buttons go with it; what is done may have a better place for the focus.
    let hide = move |id| {
        toasts.hide(id);
        page::hold_focus("#main");
    };
    let row = move |toast: Toast| {
        let Toast { id, text, action } = toast;
        let action = action.map(|ToastAction { label, on_press }| {
            let press = move |_| {
                hide(id);
                on_press();
            };
            view! { <button type="button" class="toast-action" on:click=press>{label}</button> }
        });
        view! {
            <div class="toast">
                <span class="toast-text">{text}</span>
                {action}
                <IconButton label=close_label icon=LuX on_press=move || hide(id) />
            </div>
        }
        .into_any()
    };
    view! {
        <div
            class="toasts"
            role="status"
            aria-live="polite"
            on:mouseenter=move |_| held.set(true)
            on:mouseleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            <For each=move || toasts.shown.get() key=|toast| toast.id children=row />
        </div>
    }
    .into_any()
}
