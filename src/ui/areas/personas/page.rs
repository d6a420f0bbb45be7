//! A persona with all that is known of it: written as texts and facts, and a card when it is printed.

use super::{HOME, ShownPersona, facts::Facts, figures::Figures, journeys::Journeys};
use crate::ui::{
    components::{Button, EditableText, Menu, MenuItem, PageHead, SectionHead, icons},
    platform::page,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    plan::{Persona, PersonaId},
};

/// The page.
#[component]
pub fn PersonaPage(id: PersonaId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.personas;
    // Of one that was just added nothing is said yet.
    let start_editing =
        workspace.with_plan(|plan| plan.personas.get(&id).is_some_and(|persona| **persona == Persona::new(id.clone(), "")));
    let shown = ShownPersona::new(HOME, id);
    let name = shown.signal(|persona| persona.name.clone());
    let items = Signal::stored(vec![
        MenuItem::new(words.duplicate, move || super::duplicate(workspace, &shown.id())).icon(icons::LuCopy),
        MenuItem::new(words.delete, move || super::delete(workspace, &shown.id())).icon(icons::LuTrash2),
    ]);
    let more = move || {
        let name = name.get();
        (words.more)(texts.terms.named(&name))
    };
    view! {
        <div class="page persona">
            <PageHead
                title=name
                on_rename=move |name: String| shown.change(Verb::Rename, |persona| persona.name = name)
                rename_label=words.name_field
                placeholder=words.name_field
                start_editing
            >
                <Button icon=icons::LuPrinter label=words.print on_press=move |()| page::print() />
                <Menu icon_only=true icon=icons::LuEllipsis label=Signal::derive(more) items />
            </PageHead>
            <div class="persona-card">
                <div class="persona-texts">
                    <Quote shown />
                    <Text
                        shown
                        title=words.situation
                        placeholder=words.situation_empty
                        read=|persona| &persona.situation
                        write=|persona, text| persona.situation = text
                    />
                    <Text
                        shown
                        title=words.needs
                        placeholder=words.needs_empty
                        read=|persona| &persona.needs
                        write=|persona, text| persona.needs = text
                    />
                    <Text
                        shown
                        title=words.expectations
                        placeholder=words.expectations_empty
                        read=|persona| &persona.expectations
                        write=|persona, text| persona.expectations = text
                    />
                    <Text
                        shown
                        title=words.pains
                        placeholder=words.pains_empty
                        read=|persona| &persona.pains
                        write=|persona, text| persona.pains = text
                    />
                </div>
                <div class="persona-facts">
                    <Facts shown />
                    <Figures shown />
                    <Journeys shown />
                </div>
            </div>
        </div>
    }
}

/// A sentence that one of them could say, in large letters.
#[component]
fn Quote(shown: ShownPersona) -> impl IntoView {
    let words = &use_texts().personas;
    let is_empty = shown.signal(|persona| persona.quote.is_empty());
    view! {
        <div class="persona-quote" class:persona-quote-empty=move || is_empty.get()>
            <EditableText
                label=words.quote
                value=shown.signal(|persona| persona.quote.clone())
                on_commit=move |text: String| shown.change(Verb::Change, |persona| persona.quote = text)
                placeholder=words.quote_empty
            />
        </div>
    }
}

/// A text of several lines under its heading.
#[component]
fn Text(
    shown: ShownPersona,
    title: &'static str,
    placeholder: &'static str,
    read: fn(&Persona) -> &String,
    write: fn(&mut Persona, String),
) -> impl IntoView {
    let is_empty = shown.signal(move |persona| read(persona).is_empty());
    view! {
        <section class="persona-text" class:persona-unsaid=move || is_empty.get()>
            <SectionHead title />
            <EditableText
                label=title
                value=shown.signal(move |persona| read(persona).clone())
                on_commit=move |text: String| shown.change(Verb::Change, |persona| write(persona, text))
                placeholder
                multiline=true
            />
        </section>
    }
}
