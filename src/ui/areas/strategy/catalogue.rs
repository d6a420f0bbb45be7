//! The catalogue in a dialog: search, tick several, take them up at once; for weaknesses with what answers them.

use crate::ui::{
    components::{Button, ButtonKind, CheckField, Dialog, TextField, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::lifecycle::{CatalogueEntry, answers, entry_with, offered},
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

fn toggle(list: &mut Vec<&'static CatalogueEntry>, entry: &'static CatalogueEntry, ticked: bool) {
    list.retain(|own| own.id != entry.id);
    if ticked {
        list.push(entry);
    }
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
    /// Whether the plan has something of this title.
    has: fn(&Plan, &str) -> bool,
    /// Whether measures of this title are in the plan; for weaknesses.
    #[prop(optional)]
    has_answer: Option<fn(&Plan, &str) -> bool>,
    /// Is told what is taken up.
    #[prop(into)]
    on_take: Callback<Ticked>,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.canvas;
    let open = RwSignal::new(false);
    let search = RwSignal::new(String::new());
    let ticked = RwSignal::new(Ticked::default());
    let named = sub_phase.clone();
    let name = workspace.select(move |plan| title(&plan.sub_phase_name(&named, texts)));
    let free = workspace.select(move |plan| {
        let Some(phase) = plan.phase_of(Some(&sub_phase)) else { return Vec::new() };
        let mut offered = offered(entries, phase, sub_phase.as_str());
        offered.retain(|entry| !has(plan, entry.de) && !has(plan, entry.en));
        offered
    });
    let found = Memo::new(move |_| {
        let wanted = search.get().trim().to_lowercase();
        let mut found = free.get();
        found.retain(|entry| entry.text(texts.language).to_lowercase().contains(&wanted));
        found
    });
    let begin = move |()| {
        search.set(String::new());
        ticked.set(Ticked::default());
        open.set(true);
    };
    let take = move |()| {
        open.set(false);
        on_take.run(ticked.get_untracked());
    };
    let open_answers = move |entry: &'static CatalogueEntry| {
        let has_answer = has_answer?;
        let free: Vec<&'static CatalogueEntry> = workspace.with_plan(|plan| {
            answers(entry).filter(|answer| !has_answer(plan, answer.de) && !has_answer(plan, answer.en)).collect()
        });
        (!free.is_empty()).then_some(free)
    };
    let row = move |entry: &'static CatalogueEntry| {
        let is_ticked = move || ticked.with(|ticked| ticked.entries.iter().any(|own| own.id == entry.id));
        let tick = move |on: bool| ticked.update(|ticked| toggle(&mut ticked.entries, entry, on));
        let helping = move || {
            let free = open_answers(entry).filter(|_| is_ticked())?;
            let answer = move |answer: &'static CatalogueEntry| {
                let value = Signal::derive(move || ticked.with(|ticked| ticked.answers.iter().any(|own| own.id == answer.id)));
                let tick = move |on: bool| ticked.update(|ticked| toggle(&mut ticked.answers, answer, on));
                view! { <li><CheckField label=answer.text(texts.language) value on_commit=tick /></li> }
            };
            Some(view! {
                <p class="catalogue-helps">{words.helps}</p>
                <ul class="catalogue-answers">{free.into_iter().map(answer).collect_view()}</ul>
            })
        };
        view! {
            <li>
                <CheckField label=entry.text(texts.language) value=Signal::derive(is_ticked) on_commit=tick />
                {helping}
            </li>
        }
    };
    let group = move |at: usize, title: &'static str| {
        let own = Memo::new(move |_| found.get().into_iter().filter(|entry| nearness(entry) == at).collect::<Vec<_>>());
        move || {
            let own = own.get();
            (!own.is_empty()).then(|| {
                view! {
                    <fieldset class="catalogue-group">
                        <legend>{title}</legend>
                        <ul>{own.into_iter().map(row).collect_view()}</ul>
                    </fieldset>
                }
            })
        }
    };
    let count = move || ticked.with(|ticked| ticked.entries.len() + ticked.answers.len());
    let content = move || {
        view! {
            <TextField
                label=words.search
                kind="search"
                value=search
                on_commit=move |text: String| search.set(text)
                on_input=move |text: String| search.set(text)
            />
            <div class="catalogue">
                {group(0, words.own_group)} {group(1, words.phase_group)} {group(2, words.all_group)}
                {move || {
                    let text = if free.with(Vec::is_empty) { words.all_taken } else { words.nothing_found };
                    found.with(Vec::is_empty).then(|| view! { <p class="secondary" role="status">{text}</p> })
                }}
            </div>
            <div class="dialog-actions">
                <Button label=texts.shell.cancel on_press=move |()| open.set(false) />
                <Button
                    kind=ButtonKind::Primary
                    label=Signal::derive(move || (words.take)(count()))
                    disabled=Signal::derive(move || count() == 0)
                    on_press=take
                />
            </div>
        }
    };
    view! {
        <Button kind=ButtonKind::Quiet icon=icons::LuLayers label=words.catalogue hint=name on_press=begin />
        <Dialog open title=name close_label=texts.shell.close wide=true>
            {content()}
        </Dialog>
    }
}

/// The presets of KPIs that show a goal picked from the catalogue.
pub fn presets_of(title: &str) -> impl Iterator<Item = &'static reiseplan::catalogue::KpiPreset> {
    let entry = entry_with(reiseplan::catalogue::lifecycle::GOALS, title);
    entry.into_iter().flat_map(|entry| entry.leads_to).filter_map(|id| reiseplan::catalogue::kpi_preset(id))
}
