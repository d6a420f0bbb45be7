//! A phase of product development: how customers are involved in it, and what is missing.

use super::{HOME, Handle, state_key};
use crate::ui::{
    components::{Icon, Picker, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::involvement_methods,
    figures::involvement::involvement,
    plan::{DevelopmentPhase, Involvement, InvolvementId, TypedId},
    route::Area,
    texts::format,
};

/// The column of a phase.
#[component]
pub fn PhaseColumn(phase: DevelopmentPhase) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.involvement;
    let name = (words.phase)(phase);
    let ids = workspace.select(move |plan| {
        let own = plan.involvements.iter().filter(|involvement| involvement.phase == phase);
        own.map(|involvement| involvement.id.clone()).collect::<Vec<InvolvementId>>()
    });
    let missed = workspace.select(move |plan| involvement(plan).iter().any(|it| it.phase == phase && it.missed));
    let options = workspace.select(move |plan| {
        let taken = |method: &str| plan.involvements.iter().any(|it| it.phase == phase && it.method == method);
        let methods = involvement_methods(phase, texts.language).iter().filter(|method| !taken(method));
        methods.map(|method| ((*method).to_owned(), (*method).to_owned())).collect::<Vec<_>>()
    });
    let add = Callback::new(move |method: String| {
        HOME.add(workspace, Involvement::new(workspace.new_id(), phase, &method));
    });
    let heading = format!("development-{phase:?}");
    view! {
        <section class="involvement-phase" aria-labelledby=heading.clone() data-missed=move || missed.get().then_some("")>
            <h2 id=heading.clone()>{name}</h2>
            <p class="secondary">{(words.question)(phase)}</p>
            {move || {
                missed
                    .get()
                    .then(|| {
                        view! {
                            <p class="involvement-gap">
                                <Icon icon=icons::LuTriangleAlert />
                                <span><b>{words.missed}</b>": "{words.missed_text}</span>
                            </p>
                        }
                    })
            }}
            {move || {
                (ids.with(Vec::is_empty) && !missed.get())
                    .then(|| view! { <p class="secondary">{words.none_yet}</p> })
            }}
            <ul class="row-list">
                <For each=move || ids.get() key=Clone::clone children=|id| view! { <Way id /> } />
            </ul>
            <div class="list-end">
                <Picker
                    label=(words.add_to)(name)
                    label_hidden=true
                    placeholder=words.add
                    options
                    on_pick=add
                    on_create=add
                    create_label=move |method: String| (words.create)(&method)
                    none_label=words.nothing_fits
                />
            </div>
        </section>
    }
}

#[component]
fn Way(id: InvolvementId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.involvement;
    let way = Handle::new(HOME, id.clone());
    let title = way.signal(move |way| texts.terms.named(&way.method).to_owned());
    let note = way.signal(move |way| {
        let facts = [
            Some((words.state_name)(way.state).to_owned()),
            way.customers.map(words.customers_of),
            way.by.map(|day| (words.by_day)(&format::day(texts.language, day))),
        ];
        facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let result = way.signal(|way| way.result.clone());
    let href = workspace.link(Area::Involvement, Some(id.as_id()));
    let own = id.as_id().clone();
    let is_shown = move || workspace.is_at(&own);
    view! {
        <li
            class="involvement-way"
            data-item=id.to_string()
            data-state=move || way.get(|way| state_key(way.state))
            aria-current=move || is_shown().then_some("true")
        >
            <a class="row-title" href=href dir="auto">{title}</a>
            <p class="row-note">{note}</p>
            {move || Some(result.get()).filter(|it| !it.is_empty()).map(|it| view! { <p class="involvement-result" dir="auto">{it}</p> })}
        </li>
    }
}
