//! Headings of pages and of their sections.

use super::editable_text::EditableText;
use leptos::prelude::*;

/// A page's title, a line about it, and what can be done with it at the right end.
#[component]
pub fn PageHead(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// Is told the new title; without it the title can't be edited.
    #[prop(optional, into)]
    on_rename: Option<Callback<String>>,
    /// What the title is, such as "Name of the journey"; needed with `on_rename`.
    #[prop(optional, into)]
    rename_label: Signal<String>,
    /// Stands where there is no title.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// The title of something just added that nobody has named: typing takes its place.
    #[prop(optional, into)]
    preset: Option<&'static str>,
    /// Whether the title begins by being edited, as for something just added.
    #[prop(optional)]
    start_editing: bool,
    /// The line below.
    #[prop(optional, into)]
    subtitle: Option<Signal<String>>,
    /// What can be done, as buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = match on_rename {
        Some(on_commit) => view! {
            <EditableText
                label=rename_label
                value=title
                on_commit=on_commit
                placeholder=placeholder
                nostrip:preset=preset
                start_editing
            />
        }
        .into_any(),
        None => view! { <span dir="auto">{move || title.get()}</span> }.into_any(),
    };
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{heading}</h1>
                {subtitle.map(|subtitle| view! { <p class="page-head-subtitle" dir="auto">{move || subtitle.get()}</p> })}
            </div>
            {children.map(|children| view! { <div class="page-head-actions">{children()}</div> })}
        </header>
    }
    .into_any()
}

/// A section's heading, with links or buttons at its right end.
#[component]
pub fn SectionHead(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// A quiet word after it, such as a count or a period.
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    /// Whether a hairline separates it from a list that follows.
    #[prop(optional)]
    ruled: bool,
    /// An id, for a section that names its heading.
    #[prop(optional, into)]
    id: Option<String>,
    /// What stands beside the heading: a help hint.
    #[prop(optional)]
    help: Option<AnyView>,
    /// Links or buttons, at the right end.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="section-head" class:section-head-ruled=ruled>
            <h2 id=id>{move || title.get()}</h2>
            {help}
            {note.map(|note| view! { <span class="section-head-note">{move || note.get()}</span> })}
            {children.map(|children| view! { <div class="section-head-actions">{children()}</div> })}
        </div>
    }
    .into_any()
}
