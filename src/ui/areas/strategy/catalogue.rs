//! The catalogue in a dialog: search, tick several, take them up at once; for weaknesses with what answers them.

use crate::ui::{
    components::{Button, ButtonKind, CheckField, TickDialog, TickGroup, TickWords, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::lifecycle::{CatalogueEntry, KEY_MEASURES, answers, entry_with, has_key_measure, offered},
    plan::{Plan, SubPhaseId},
};

/// What is ticked: ids of entries of the list, and of key measures that answer them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ticked {
    /// Entries of the list, in its order.
    pub entries: Vec<&'static CatalogueEntry>,
    /// Key measures that answer them.
    pub answers: Vec<&'static CatalogueEntry>,
}

/// How near an entry is: to this sub-phase, to its phase, to all.
fn nearness(entry: &CatalogueEntry) -> usize {
    if entry.sub_phase.is_some() {
        0
    } else if entry.phase.is_some() {
        1
    } else {
        2
    }
}

/// A button that opens the catalogue for a sub-phase.
#[component]
pub fn CatalogueButton(
    /// The sub-phase.
    sub_phase: SubPhaseId,
    /// The dialog's title, which ends with the name of the sub-phase.
    title: fn(&str) -> String,
    /// What is offered.
    entries: &'static [CatalogueEntry],
    /// Whether the plan has what an entry offers.
    has: fn(&Plan, &CatalogueEntry) -> bool,
    /// Whether key measures that answer an entry are offered with it.
    #[prop(optional)]
    with_answers: bool,
    /// Is told what is taken up.
    #[prop(into)]
    on_take: Callback<Ticked>,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.canvas;
    let open = RwSignal::new(false);
    let ticked = RwSignal::new(Vec::<String>::new());
    let answers_ticked = RwSignal::new(Vec::<String>::new());
    let named = sub_phase.clone();
    let name = workspace.select(move |plan| title(&plan.sub_phase_name(&named, texts)));
    let free = workspace.select(move |plan| {
        let Some(phase) = plan.phase_of(Some(&sub_phase)) else { return Vec::new() };
        let mut offered = offered(entries, phase, sub_phase.as_str());
        offered.retain(|entry| !has(plan, entry));
        offered
    });
    let groups = Memo::new(move |_| {
        let free = free.get();
        let group = |(at, title): (usize, &str)| {
            let own = free.iter().filter(|entry| nearness(entry) == at);
            let entries: Vec<_> = own.map(|entry| (entry.id.to_owned(), entry.text(texts.language).to_owned())).collect();
            (!entries.is_empty()).then(|| TickGroup { title: title.to_owned(), entries })
        };
        [words.own_group, words.phase_group, words.all_group].into_iter().enumerate().filter_map(group).collect::<Vec<_>>()
    });
    // Key measures that answer a weakness and that the plan doesn't have.
    let open_answers = move |id: &str| {
        let entry = entries.iter().find(|entry| with_answers && entry.id == id)?;
        Some(workspace.with_plan(|plan| answers(entry).filter(|answer| !has_key_measure(plan, answer)).collect::<Vec<_>>()))
    };
    let helping = move |id: String| {
        let answer = move |answer: &'static CatalogueEntry| {
            let value = Signal::derive(move || answers_ticked.with(|ticked| ticked.iter().any(|own| own == answer.id)));
            let tick = move |on: bool| {
                answers_ticked.update(|ticked| {
                    ticked.retain(|own| own != answer.id);
                    if on {
                        ticked.push(answer.id.to_owned());
                    }
                });
            };
            view! { <li><CheckField label=answer.text(texts.language) value on_commit=tick /></li> }
        };
        match open_answers(&id).filter(|free| !free.is_empty()) {
            None => ().into_any(),
            Some(free) => view! {
                <p class="catalogue-helps">{words.helps}</p>
                <ul class="catalogue-answers">{free.into_iter().map(answer).collect_view()}</ul>
            }
            .into_any(),
        }
    };
    let begin = move |()| {
        ticked.set(Vec::new());
        answers_ticked.set(Vec::new());
        open.set(true);
    };
    let take = move |()| {
        on_take.run(Ticked {
            entries: with_ids(entries, &ticked.get_untracked()),
            answers: with_ids(KEY_MEASURES, &answers_ticked.get_untracked()),
        });
    };
    let dialog_words = TickWords {
        search: words.search,
        nothing_found: words.nothing_found,
        all_taken: words.all_taken,
        whole_group: None,
        cancel: texts.shell.cancel,
        close: texts.shell.close,
        take: words.take,
    };
    view! {
        <Button kind=ButtonKind::Quiet icon=icons::LuLayers label=words.catalogue hint=name on_press=begin />
        <TickDialog
            open
            title=name
            groups
            ticked
            count=Signal::derive(move || ticked.with(Vec::len) + answers_ticked.with(Vec::len))
            words=dialog_words
            on_take=take
            below=helping
        />
    }
}

/// The entries with these ids, in the list's order.
fn with_ids(entries: &'static [CatalogueEntry], ids: &[String]) -> Vec<&'static CatalogueEntry> {
    entries.iter().filter(|entry| ids.iter().any(|id| id == entry.id)).collect()
}

/// The presets of KPIs that show a goal picked from the catalogue.
pub fn presets_of(title: &str) -> impl Iterator<Item = &'static reiseplan::catalogue::KpiPreset> {
    let entry = entry_with(reiseplan::catalogue::lifecycle::GOALS, title);
    entry.into_iter().flat_map(|entry| entry.leads_to).filter_map(|id| reiseplan::catalogue::kpi_preset(id))
}
