//! The weaknesses of a sub-phase, judged honestly, and what answers them.

use super::{
    adding::Adding,
    catalogue::{CatalogueButton, Ticked},
    item::{self, ItemMenu},
    served::{self, Served},
};
use crate::ui::{
    components::{EditableText, Icon, IconButton, MenuItem, SelectField, icons, with_first},
    platform::page,
    workspace::{Shared, Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::lifecycle::{CatalogueEntry, WEAKNESSES, entry_with, open_answers},
    editor::{Label, Noun, Place, Verb},
    plan::{Assessment, Measure, Plan, Reference, SubPhaseId, TypedId, Weakness, WeaknessId},
    route::Area,
};

/// The key under which the style sheet and the field know an assessment.
fn assessment_key(assessment: Option<Assessment>) -> &'static str {
    match assessment {
        Some(Assessment::Applies) => "applies",
        Some(Assessment::Partly) => "partly",
        Some(Assessment::Not) => "not",
        None => "",
    }
}

/// The catalogue's entry that a weakness was picked from, told by its words in any language.
fn entry_of(title: &str) -> Option<&'static CatalogueEntry> {
    entry_with(WEAKNESSES, title)
}

/// Whether the plan has the weakness that an entry offers.
fn has(plan: &Plan, entry: &CatalogueEntry) -> bool {
    plan.weaknesses.iter().any(|weakness| entry.says(&weakness.title))
}

/// Takes up what was ticked: weaknesses, and measures that are linked with those of them that they answer.
fn take_up(workspace: Workspace, plan: &mut Plan, ticked: &Ticked, sub_phase: &SubPhaseId) {
    let language = workspace.texts().language;
    let mut taken: Vec<(&CatalogueEntry, WeaknessId)> = Vec::new();
    for entry in &ticked.entries {
        let id: WeaknessId = workspace.new_id();
        plan.weaknesses.insert(Weakness::new(id.clone(), entry.text(language), Some(sub_phase.clone())));
        taken.push((entry, id));
    }
    for answer in &ticked.answers {
        let answered = taken.iter().filter(|(entry, _)| entry.leads_to.contains(&answer.id));
        let weaknesses = answered.map(|(_, id)| id.clone()).collect();
        plan.measures.insert(Measure { weaknesses, ..answer.measure(workspace.new_id(), language, Some(sub_phase.clone())) });
    }
}

/// The list.
#[component]
pub fn Weaknesses(sub_phase: Option<SubPhaseId>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let own = sub_phase.clone();
    let ids = workspace.select(move |plan| -> Vec<WeaknessId> {
        plan.weaknesses.iter().filter(|weakness| weakness.sub_phase == own).map(|weakness| weakness.id.clone()).collect()
    });
    // The weakness whose answers are offered.
    let answered = RwSignal::new(None::<WeaknessId>);
    let adding = sub_phase.map(|sub_phase| {
        let into = sub_phase.clone();
        let add = Callback::new(move |title: String| {
            let id: WeaknessId = workspace.new_id();
            let place = Place::area(Area::Strategy);
            workspace.edit(Label::new(Verb::Add, Noun::Weakness), place, |plan| {
                plan.weaknesses.insert(Weakness::new(id.clone(), &title, Some(into.clone())));
            });
            answered.set(entry_of(&title).map(|_| id));
        });
        let (offered, taking) = (sub_phase.clone(), sub_phase.clone());
        let take = move |ticked: Ticked| {
            let place = Place::area(Area::Strategy);
            let label = Label::new(Verb::Add, Noun::Weakness);
            workspace.edit(label, place, |plan| take_up(workspace, plan, &ticked, &taking));
            workspace.tell_undoable((texts.canvas.taken)(ticked.entries.len() + ticked.answers.len()));
        };
        view! {
            <div class="strategy-adding">
                <Adding
                    sub_phase
                    label=words.add_weakness_to
                    placeholder=words.add_weakness
                    entries=WEAKNESSES
                    has
                    on_add=add
                />
                <CatalogueButton
                    sub_phase=offered
                    title=texts.canvas.catalogue_weaknesses
                    entries=WEAKNESSES
                    has
                    with_answers=true
                    on_take=take
                />
            </div>
        }
    });
    let row = move |id| view! { <WeaknessRow id answered /> };
    view! {
        {move || ids.with(Vec::is_empty).then(|| view! { <p class="strategy-none">{words.weaknesses_empty}</p> })}
        <ul class="row-list">
            <For each=move || ids.get() key=Clone::clone children=row />
        </ul>
        {adding}
    }
}

#[component]
fn WeaknessRow(id: WeaknessId, answered: RwSignal<Option<WeaknessId>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let item = Reference::from(id.clone());
    let own = id.clone();
    let weakness = workspace.select(move |plan| plan.weaknesses.get(&own).cloned().map(Shared));
    let title = Signal::derive(move || {
        weakness.with(|weakness| weakness.as_ref().map(|weakness| weakness.title.clone()).unwrap_or_default())
    });
    let assessment = move || weakness.with(|weakness| assessment_key(weakness.as_ref().and_then(|weakness| weakness.assessment)));
    let choices = Assessment::ALL.map(|it| (assessment_key(Some(it)).to_owned(), (texts.terms.assessment)(it).to_owned()));
    let choices = with_first(words.not_assessed, choices);
    let (renamed, judged, shown, key_item, menu_item) = (id.clone(), id.clone(), id.clone(), item.clone(), item.clone());
    let rename = move |title: String| {
        workspace.edit(Label::new(Verb::Rename, Noun::Weakness), Place::area(Area::Strategy), |plan| {
            plan.weaknesses.update(&renamed, |weakness| weakness.title = title);
        });
    };
    let judge = move |key: String| {
        let assessment = Assessment::ALL.into_iter().find(|it| assessment_key(Some(*it)) == key);
        workspace.edit(Label::new(Verb::Change, Noun::Assessment), Place::area(Area::Strategy), |plan| {
            plan.weaknesses.update(&judged, |weakness| weakness.assessment = assessment);
        });
    };
    // Whether measures are being linked.
    let linking = RwSignal::new(false);
    let served = item.clone();
    let own_entries = Callback::new(move |()| {
        let shown = shown.clone();
        let show = MenuItem::new(words.show_answers, move || answered.set(Some(shown.clone()))).icon(icons::LuLightbulb);
        let answers = entry_of(&title.get_untracked()).map(|_| show);
        answers.into_iter().chain(served::entries(workspace, &served, linking)).collect::<Vec<_>>()
    });
    let offers = {
        let id = id.clone();
        move || {
            let is_answered = answered.with(|answered| answered.as_ref() == Some(&id));
            is_answered.then(|| view! { <Answers id=id.clone() title answered /> })
        }
    };
    view! {
        <li
            class="strategy-item"
            id=item::element_id(id.as_id())
            tabindex="-1"
            aria-current=item::mark(workspace, id.as_str())
            data-item=id.to_string()
            on:keydown=move |event| item::move_by_key(workspace, &key_item, &event)
        >
            <div class="strategy-item-text">
                <EditableText label=words.weakness value=title on_commit=rename placeholder=texts.terms.unnamed />
            </div>
            <ItemMenu item=menu_item title own=own_entries />
            <div class="strategy-choice strategy-assessment" data-assessment=assessment>
                <SelectField
                    label=Signal::derive(move || (words.assessment_of)(&title.get()))
                    label_hidden=true
                    options=Signal::stored(choices)
                    value=Signal::derive(move || assessment().to_owned())
                    on_commit=judge
                />
            </div>
            <Served item title linking />
            {offers}
        </li>
    }
}

/// The key measures that answer a weakness, to be taken up as measures linked with it.
#[component]
fn Answers(id: WeaknessId, title: Signal<String>, answered: RwSignal<Option<WeaknessId>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let own = id.clone();
    let open =
        workspace.select(move |plan| plan.weaknesses.get(&own).map(|weakness| open_answers(plan, weakness)).unwrap_or_default());
    let own = id.clone();
    let close = move |()| {
        answered.set(None);
        page::focus_soon(item::focus_selector(own.as_id()));
    };
    let take = move |answer: &CatalogueEntry| {
        page::leave_part(".strategy-answers li, .strategy-answers > button");
        workspace.edit(Label::new(Verb::Add, Noun::Measure), Place::area(Area::Strategy), |plan| {
            let sub_phase = plan.weaknesses.get(&id).and_then(|weakness| weakness.sub_phase.clone());
            let measure = answer.measure(workspace.new_id(), texts.language, sub_phase);
            plan.measures.insert(Measure { weaknesses: vec![id.clone()], ..measure });
        });
        workspace.tell_undoable((words.answer_taken)(answer.text(texts.language)));
    };
    let offer = move |answer: &'static CatalogueEntry| {
        let take = take.clone();
        let measure = answer.text(texts.language);
        view! {
            <li>
                <button
                    type="button"
                    class="strategy-answer"
                    aria-label=(words.take_answer)(measure)
                    on:click=move |_| take(answer)
                >
                    <Icon icon=icons::LuPlus />
                    <span>{measure}</span>
                </button>
            </li>
        }
    };
    view! {
        <div class="strategy-answers" role="group" aria-label=move || (words.answers_to)(&title.get())>
            <p class="strategy-answers-title">{words.answers}</p>
            <IconButton small=true icon=icons::LuX label=texts.shell.close on_press=close />
            {move || {
                open.with(Vec::is_empty)
                    .then(|| view! { <p class="strategy-none" role="status">{words.answers_taken}</p> })
            }}
            <ul>
                <For each=move || open.get() key=|answer| answer.id children=offer />
            </ul>
        </div>
    }
}
