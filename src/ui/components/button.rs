//! Buttons, and links that look like buttons.

use super::icon::{Glyph, Icon};
use leptos::{ev::MouseEvent, prelude::*};

/// How much a button speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do on a page or in a dialog: ink on paper, inverted.
    Primary,
    /// With a hairline border.
    #[default]
    Secondary,
    /// Without a border.
    Quiet,
    /// Like a link, at the right end of a heading.
    Link,
    /// Deletes or overwrites something.
    Danger,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Quiet => "button button-quiet",
            Self::Link => "button button-link",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button with a word, optionally with an icon before it.
#[component]
pub fn Button(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// How much it speaks.
    #[prop(optional)]
    kind: ButtonKind,
    /// The icon before the words.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// Whether it can't be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For a button that stays pressed: whether it is.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// A longer explanation, shown when the pointer rests on it.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is read aloud instead of the words, which stand in it: where they don't say alone what they are about.
    #[prop(optional, into)]
    spoken: Option<Signal<String>>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=kind.class()
            aria-label=move || spoken.map(|spoken| spoken.get())
            disabled=move || disabled.get()
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            title=move || hint.map(|hint| hint.get())
            on:click=move |_| on_press.run(())
        >
            {icon.map(|icon| view! { <Icon icon=icon /> })}
            <span>{move || label.get()}</span>
        </button>
    }
    .into_any()
}

/// A square button that shows an icon alone; its name is read aloud and shown when the pointer rests on it.
#[component]
pub fn IconButton(
    /// Its name.
    #[prop(into)]
    label: Signal<String>,
    /// The icon.
    icon: Glyph,
    /// What it does.
    #[prop(into)]
    on_press: Callback<()>,
    /// Keys that do the same, as text.
    #[prop(optional, into)]
    shortcut: Option<Signal<String>>,
    /// Whether it can't be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For a button that stays pressed: whether it is.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// Whether it is 24 px instead of 32 px wide.
    #[prop(optional)]
    small: bool,
    /// Whether it has a hairline border.
    #[prop(optional)]
    bordered: bool,
    /// Whether Tab passes it by, because what lies around it has the tab stop.
    #[prop(optional)]
    outside_tab: bool,
) -> impl IntoView {
    let title = move || match shortcut {
        Some(shortcut) => format!("{} ({})", label.get(), shortcut.get()),
        None => label.get(),
    };
    view! {
        <button
            type="button"
            class="icon-button"
            class:icon-button-small=small
            class:icon-button-bordered=bordered
            aria-label=move || label.get()
            tabindex=outside_tab.then_some("-1")
            title=title
            disabled=move || disabled.get()
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            on:click=move |_| on_press.run(())
        >
            <Icon icon=icon />
        </button>
    }
    .into_any()
}

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// How much it speaks.
    #[prop(optional)]
    kind: ButtonKind,
    /// The icon before the words.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// What else to do when it is followed.
    #[prop(optional, into)]
    on_follow: Option<Callback<MouseEvent>>,
) -> impl IntoView {
    let follow = move |event: MouseEvent| {
        if let Some(on_follow) = on_follow {
            on_follow.run(event);
        }
    };
    view! {
        <a class=kind.class() href=move || href.get() on:click=follow>
            {icon.map(|icon| view! { <Icon icon=icon /> })}
            <span>{move || label.get()}</span>
        </a>
    }
    .into_any()
}
