//! What must be reached on the way.

use crate::ui::{
    areas::measures::MeasureHandle,
    components::{Button, ButtonKind, DateField, EditableText, IconButton, icons},
    platform::page,
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    plan::{Day, Milestone, MilestoneId},
    texts::Texts,
};

#[component]
pub fn Milestones(measure: MeasureHandle) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let ids = measure.signal(|measure| measure.milestones.iter().map(|milestone| milestone.id.clone()).collect::<Vec<_>>());
    let fresh = StoredValue::new(None::<MilestoneId>);
    let add = move |()| {
        let id: MilestoneId = measure.workspace.new_id();
        fresh.set_value(Some(id.clone()));
        measure.change(Verb::Change, |measure| {
            let day = measure.end;
            measure.milestones.push(Milestone::new(id, "", day));
        });
    };
    let row = move |id: MilestoneId| {
        let start_editing = fresh.with_value(|fresh| fresh.as_ref() == Some(&id));
        milestone(measure, id, start_editing, texts)
    };
    view! {
        <div class="field" role="group" aria-label=words.milestones>
            <span class="field-label" aria-hidden="true">{words.milestones}</span>
            <ul class="measure-milestones">
                <For each=move || ids.get() key=Clone::clone children=row />
            </ul>
            <div><Button kind=ButtonKind::Link icon=icons::LuPlus label=words.milestone_add on_press=add /></div>
        </div>
    }
}

fn milestone(measure: MeasureHandle, id: MilestoneId, start_editing: bool, texts: &'static Texts) -> impl IntoView {
    let words = &texts.measures;
    let id = StoredValue::new(id);
    let read = move |read: fn(&Milestone) -> String| {
        measure.signal(move |measure| {
            id.with_value(|id| measure.milestones.iter().find(|own| own.id == *id).map(read).unwrap_or_default())
        })
    };
    let change = move |change: &dyn Fn(&mut Milestone)| {
        measure.change(Verb::Change, |measure| {
            if let Some(own) = measure.milestones.iter_mut().find(|own| id.with_value(|id| own.id == *id)) {
                change(own);
            }
        });
    };
    let remove = move |()| {
        measure.change(Verb::Change, |measure| measure.milestones.retain(|own| id.with_value(|id| own.id != *id)));
        page::hold_focus(".measure-milestones + div button");
    };
    let title = read(|milestone| milestone.title.clone());
    let named = move || title.with(|title| texts.terms.named(title).to_owned());
    let reached = read(|milestone| milestone.reached.to_string());
    view! {
        <li class="measure-milestone">
            <input
                type="checkbox"
                aria-label=move || (words.milestone_reached)(&named())
                title=move || (words.milestone_reached)(&named())
                prop:checked=move || reached.get() == "true"
                on:change:target=move |event| {
                    let reached = event.target().checked();
                    change(&|milestone| milestone.reached = reached);
                }
            />
            <EditableText
                label=words.milestone
                value=title
                on_commit=move |text: String| change(&|milestone| text.clone_into(&mut milestone.title))
                placeholder=texts.terms.unnamed
                start_editing
            />
            <DateField
                label=Signal::derive(move || (words.milestone_day)(&named()))
                label_hidden=true
                value=read(|milestone| milestone.day.map(|day| day.to_string()).unwrap_or_default())
                on_commit=move |day: String| change(&|milestone| milestone.day = Day::parse(&day))
            />
            <IconButton
                small=true
                icon=icons::LuTrash2
                label=Signal::derive(move || (words.milestone_remove)(&named()))
                on_press=remove
            />
        </li>
    }
}
