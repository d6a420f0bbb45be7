//! The weaknesses of a sub-phase, judged honestly, and what answers them.

use super::{
    adding::Adding,
    catalogue::{CatalogueButton, Ticked},
    item::{self, ItemMenu},
};
use crate::ui::{
    components::{EditableText, Icon, IconButton, MenuItem, SelectField, icons},
    workspace::{Shared, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::lifecycle::{CatalogueEntry, WEAKNESSES, answers, entry_with},
    editor::{Label, Noun, Place, Verb},
    plan::{Assessment, Measure, MeasureId, Plan, Reference, SubPhaseId, Weakness, WeaknessId},
    route::Area,
    texts::{Language, Texts},
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

/// Words of the key measures that answer a weakness and that the plan doesn't have.
fn open_answers(plan: &Plan, title: &str, texts: &Texts) -> Vec<&'static str> {
    let taken = |entry: &CatalogueEntry| {
        let is = |measure: &str| Language::ALL.into_iter().any(|language| entry.text(language) == measure);
        plan.measures.iter().any(|measure| is(&measure.title))
    };
    let entry = entry_of(title);
    entry.into_iter().flat_map(answers).filter(|entry| !taken(entry)).map(|entry| entry.text(texts.language)).collect()
}

/// Whether the plan has a weakness of this title.
fn has(plan: &Plan, title: &str) -> bool {
    plan.weaknesses.iter().any(|weakness| weakness.title == title)
}

/// Whether it has a measure of this title.
fn has_measure(plan: &Plan, title: &str) -> bool {
    plan.measures.iter().any(|measure| measure.title == title)
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
    let adding = sub_phase.clone().map(|sub_phase| {
        let into = sub_phase.clone();
        let add = Callback::new(move |title: String| {
            let id: WeaknessId = workspace.new_id();
            let place = item::place(&id.clone().into());
            workspace.edit(Label::new(Verb::Add, Noun::Weakness), place, |plan| {
                plan.weaknesses.insert(Weakness::new(id.clone(), &title, Some(into.clone())));
            });
            answered.set(entry_of(&title).map(|_| id));
        });
        let (offered, taking) = (sub_phase.clone(), sub_phase.clone());
        let take = move |ticked: Ticked| {
            let place = Place::area(Area::Strategy).part(&taking);
            workspace.edit(Label::new(Verb::Add, Noun::Weakness), place, |plan| {
                for entry in &ticked.entries {
                    plan.weaknesses.insert(Weakness::new(workspace.new_id(), entry.text(texts.language), Some(taking.clone())));
                }
                for answer in &ticked.answers {
                    plan.measures.insert(Measure::new(workspace.new_id(), answer.text(texts.language), Some(taking.clone())));
                }
            });
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
                    has_answer=has_measure
                    on_take=take
                />
            </div>
        }
    });
    let row = move |id| {
        let sub_phase = sub_phase.clone();
        view! { <WeaknessRow id sub_phase answered /> }
    };
    view! {
        {move || ids.with(Vec::is_empty).then(|| view! { <p class="strategy-none">{words.weaknesses_empty}</p> })}
        <ul class="row-list">
            <For each=move || ids.get() key=Clone::clone children=row />
        </ul>
        {adding}
    }
}

#[component]
fn WeaknessRow(id: WeaknessId, sub_phase: Option<SubPhaseId>, answered: RwSignal<Option<WeaknessId>>) -> impl IntoView {
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
    let choices: Vec<(String, String)> = std::iter::once((String::new(), words.not_assessed.to_owned()))
        .chain(Assessment::ALL.map(|it| (assessment_key(Some(it)).to_owned(), (texts.terms.assessment)(it).to_owned())))
        .collect();
    let (renamed, judged, shown, key_item, menu_item) = (id.clone(), id.clone(), id.clone(), item.clone(), item.clone());
    let rename = move |title: String| {
        workspace.edit(Label::new(Verb::Rename, Noun::Weakness), item::place(&renamed.clone().into()), |plan| {
            plan.weaknesses.update(&renamed, |weakness| weakness.title = title);
        });
    };
    let judge = move |key: String| {
        let assessment = Assessment::ALL.into_iter().find(|it| assessment_key(Some(*it)) == key);
        workspace.edit(Label::new(Verb::Change, Noun::Assessment), item::place(&judged.clone().into()), |plan| {
            plan.weaknesses.update(&judged, |weakness| weakness.assessment = assessment);
        });
    };
    let own_entries = Callback::new(move |()| {
        let shown = shown.clone();
        let show = MenuItem::new(words.show_answers, move || answered.set(Some(shown.clone()))).icon(icons::LuLightbulb);
        entry_of(&title.get_untracked()).map(|_| show).into_iter().collect::<Vec<_>>()
    });
    let offers = {
        let id = id.clone();
        move || {
            let sub_phase = sub_phase.clone();
            answered.with(|answered| answered.as_ref() == Some(&id)).then(move || view! { <Answers title sub_phase answered /> })
        }
    };
    view! {
        <li class="strategy-item" data-item=id.to_string() on:keydown=move |event| item::move_by_key(workspace, &key_item, &event)>
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
            {offers}
        </li>
    }
}

/// The key measures that answer a weakness, to be taken up.
#[component]
fn Answers(title: Signal<String>, sub_phase: Option<SubPhaseId>, answered: RwSignal<Option<WeaknessId>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let open = workspace.select(move |plan| open_answers(plan, &title.get(), texts));
    let take = move |measure: &'static str| {
        let id: MeasureId = workspace.new_id();
        let place = item::place(&id.clone().into());
        workspace.edit(Label::new(Verb::Add, Noun::Measure), place, |plan| {
            plan.measures.insert(Measure::new(id, measure, sub_phase.clone()));
        });
        workspace.tell_undoable((words.answer_taken)(measure));
    };
    let offer = move |measure: &'static str| {
        let take = take.clone();
        view! {
            <li>
                <button
                    type="button"
                    class="strategy-answer"
                    aria-label=(words.take_answer)(measure)
                    on:click=move |_| take(measure)
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
            <IconButton small=true icon=icons::LuX label=texts.shell.close on_press=move |()| answered.set(None) />
            {move || {
                open.with(Vec::is_empty)
                    .then(|| view! { <p class="strategy-none" role="status">{words.answers_taken}</p> })
            }}
            <ul>
                <For each=move || open.get() key=|measure| *measure children=offer />
            </ul>
        </div>
    }
}
