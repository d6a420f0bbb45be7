//! A column of the canvas: what is known and planned in one sub-phase.

use super::{goals::Goals, item, kpis::Kpis, measure_list::MeasureList, weaknesses::Weaknesses};
use crate::ui::{
    components::{Button, ButtonKind, EditableText, HelpHint, icons, phase_key},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::lifecycle::{CUSTOMERS, entry_for},
    editor::{Label, Noun, Place, Verb},
    plan::SubPhaseId,
    route::Area,
};

/// Id of the heading of a sub-phase's column.
pub fn heading_id(id: &SubPhaseId) -> String {
    format!("sub-phase-{id}")
}

/// The column of a sub-phase; without one, of what belongs to none. Explanations stand in the first of a row.
#[component]
pub fn SubPhaseColumn(id: Option<SubPhaseId>, first: bool) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let own = id.clone();
    let name = workspace.select(move |plan| match &own {
        Some(id) => plan.sub_phase_name(id, texts),
        None => words.without_sub_phase.to_owned(),
    });
    let own = id.clone();
    let phase = workspace.select(move |plan| plan.phase_of(own.as_ref()));
    let heading = id.as_ref().map_or_else(|| "sub-phase".to_owned(), heading_id);
    let mark = id.as_ref().map(|id| item::mark(workspace, id.as_str()));
    let mark = move || mark.as_ref().and_then(|mark| mark());
    let block = move |title: &'static str, help: &'static str, list: AnyView| {
        view! {
            <div class="sub-phase-block">
                <h4>
                    {title}
                    {first.then(|| view! { <HelpHint label=title title text=help /> })}
                </h4>
                {list}
            </div>
        }
    };
    let customer = match id.clone() {
        Some(id) => block(words.customer, words.customer_help, view! { <Customer id name /> }.into_any()).into_any(),
        None => view! { <p class="sub-phase-block secondary">{words.without_sub_phase_text}</p> }.into_any(),
    };
    view! {
        <section class="sub-phase" data-phase=move || phase.get().map(phase_key) aria-labelledby=heading.clone()>
            <h3 id=heading.clone() tabindex="-1" dir="auto" aria-current=mark>{name}</h3>
            {customer}
            {block(words.goals, words.goals_help, view! { <Goals sub_phase=id.clone() /> }.into_any())}
            {block(words.weaknesses, words.weaknesses_help, view! { <Weaknesses sub_phase=id.clone() /> }.into_any())}
            {block(words.measures, words.measures_help, view! { <MeasureList sub_phase=id.clone() /> }.into_any())}
            {id.map(|id| block(texts.canvas.kpis, texts.canvas.kpis_help, view! { <Kpis sub_phase=id /> }.into_any()))}
        </section>
    }
}

/// How the customer ticks, in the strategist's words.
#[component]
fn Customer(id: SubPhaseId, name: Memo<String>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let own = id.clone();
    let customer =
        workspace.select(move |plan| plan.sub_phases.get(&own).map(|sub_phase| sub_phase.customer.clone()).unwrap_or_default());
    let typical = entry_for(CUSTOMERS, &id).map(|entry| entry.text(texts.language));
    let write = Callback::new(move |text: String| {
        let place = Place::area(Area::Strategy);
        workspace.edit(Label::new(Verb::Change, Noun::SubPhase), place, |plan| {
            plan.sub_phases.update(&id, |sub_phase| sub_phase.customer = text);
        });
    });
    let take = move || {
        let typical = typical.filter(|_| customer.with(String::is_empty))?;
        Some(view! {
            <Button
                kind=ButtonKind::Quiet
                icon=icons::LuLightbulb
                label=texts.canvas.take_customer
                hint=Signal::derive(move || (texts.canvas.take_customer_of)(&name.get()))
                on_press=move |()| write.run(typical.to_owned())
            />
        })
    };
    view! {
        <div class="sub-phase-customer">
            <EditableText
                label=Signal::derive(move || (words.customer_of)(&name.get()))
                value=customer
                on_commit=write
                placeholder=words.customer_empty
                multiline=true
            />
            {take}
        </div>
    }
}
