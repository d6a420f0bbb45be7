//! Search and commands in one box: actions of the page and of the app, and what stands in the plan.

use crate::ui::{
    actions::{ACTIONS, Shortcut},
    components::{Dialog, Icon, Kbd, icons, unique_id},
    frame::sidebar::area_icon,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::{ev::KeyboardEvent, prelude::*};
use reiseplan::{
    plan::{Id, Plan, TypedId},
    route::Area,
};

/// Most results shown.
const SHOWN: usize = 12;

/// Something that was found.
#[derive(Clone, PartialEq)]
enum Found {
    /// An action, by its place in the table.
    Action(usize),
    /// An action of the page that is shown, by its place among them.
    OfPage(usize),
    /// A record: where it is shown and what it is called.
    Record(Area, Id, String),
}

/// The dialog with the box.
#[component]
pub fn Palette() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let open = workspace.palette_open;
    let list_id = unique_id("palette");
    let words = RwSignal::new(String::new());
    let marked = RwSignal::new(0usize);
    let found = Memo::new(move |_| if open.get() { words.with(|words| find(workspace, words)) } else { Vec::new() });
    let run = move |found: Found| {
        open.set(false);
        match found {
            Found::Action(index) => (ACTIONS[index].run)(workspace),
            Found::OfPage(index) => {
                let run = workspace.page_actions.with_untracked(|page| page.actions.get(index).map(|action| action.run));
                if let Some(run) = run {
                    run.run(());
                }
            }
            Found::Record(area, id, _) => workspace.go(area, Some(id)),
        }
    };
    Effect::new(move |_| {
        if open.get() {
            words.set(String::new());
            marked.set(0);
        }
    });
    let on_key = move |event: KeyboardEvent| {
        let len = found.with(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if len > 0 => marked.update(|marked| *marked = (*marked + 1) % len),
            "ArrowUp" if len > 0 => marked.update(|marked| *marked = (*marked + len - 1) % len),
            "Enter" => {
                if let Some(chosen) = found.with(|found| found.get(marked.get_untracked()).cloned()) {
                    run(chosen);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let option_id = {
        let list_id = list_id.clone();
        move |index: usize| format!("{list_id}-{index}")
    };
    let listbox = list_id.clone();
    let active = option_id.clone();
    let results = move || {
        let option_id = option_id.clone();
        let items = found.get().into_iter().enumerate().map(move |(index, found)| {
            let chosen = found.clone();
            let action = |label: String, shortcut: Option<Shortcut>| {
                let keys = shortcut.map(|keys| view! { <Kbd keys=keys.in_words(texts) /> }.into_any());
                (icons::LuZap, label, keys)
            };
            let (icon, label, note) = match &found {
                Found::Action(index) => action((ACTIONS[*index].label)(texts), ACTIONS[*index].shortcuts.first().copied()),
                Found::OfPage(index) => {
                    let found = workspace.page_actions.with_untracked(|page| page.actions.get(*index).cloned());
                    found.map_or_else(|| action(String::new(), None), |found| action(found.label, found.shortcut))
                }
                Found::Record(area, _, title) => {
                    let note = view! { <span class="palette-note">{(texts.shell.area)(*area)}</span> }.into_any();
                    (area_icon(*area), title.clone(), Some(note))
                }
            };
            view! {
                <li
                    class="palette-option"
                    role="option"
                    id=option_id(index)
                    aria-selected=move || (marked.get() == index).to_string()
                    on:mousemove=move |_| marked.set(index)
                    on:click=move |_| run(chosen.clone())
                >
                    <Icon icon />
                    <span class="palette-label" dir="auto">{label}</span>
                    {note}
                </li>
            }
        });
        items.collect_view()
    };
    let results = StoredValue::new(results);
    let status = move || match found.with(Vec::len) {
        0 => texts.shell.search_none.to_owned(),
        len => (texts.shell.search_results)(len),
    };
    let (listbox, active) = (StoredValue::new(listbox), StoredValue::new(active));
    view! {
        <Dialog open title=texts.shell.search_title close_label=texts.shell.close bare=true>
            <input
                class="palette-input"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-expanded="true"
                aria-autocomplete="list"
                aria-label=texts.shell.search_title
                aria-controls=listbox.get_value()
                aria-activedescendant=move || {
                    found.with(|found| !found.is_empty()).then(|| active.with_value(|active| active(marked.get())))
                }
                placeholder=texts.shell.search
                prop:value=move || words.get()
                on:input:target=move |event| {
                    words.set(event.target().value());
                    marked.set(0);
                }
                on:keydown=on_key
            />
            <ul class="palette-list" role="listbox" id=listbox.get_value() aria-label=texts.shell.search_title>
                {move || results.with_value(|results| results())}
            </ul>
            <p class="palette-status" role="status">{status}</p>
        </Dialog>
    }
}

/// Finds actions and records whose name has all the words; of both first those whose name begins so.
fn find(workspace: Workspace, words: &str) -> Vec<Found> {
    let texts = workspace.texts();
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let fits = |name: &str| {
        let name = name.to_lowercase();
        words.iter().all(|word| name.contains(word.as_str()))
    };
    let begins = |name: &str| words.first().is_some_and(|word| name.to_lowercase().starts_with(word.as_str()));
    let enabled = ACTIONS.iter().enumerate().filter(|(_, action)| (action.enabled)(workspace));
    let actions = enabled.map(|(index, action)| ((action.label)(texts), Found::Action(index)));
    let of_page = workspace.page_actions.with_untracked(|page| {
        page.actions.iter().enumerate().map(|(index, action)| (action.label.clone(), Found::OfPage(index))).collect::<Vec<_>>()
    });
    let fitting = of_page.into_iter().chain(actions).filter(|(label, _)| fits(label));
    let (first, then): (Vec<_>, Vec<_>) = fitting.partition(|(label, _)| begins(label));
    let mut found: Vec<Found> = first.into_iter().chain(then).map(|(_, found)| found).collect();
    if !words.is_empty() && workspace.plan_id().is_some() {
        workspace.with_plan(|plan| {
            let mut records: Vec<_> = records(plan).filter(|(_, _, title)| fits(title)).collect();
            records.sort_by_key(|(_, _, title)| !begins(title));
            found.extend(records.into_iter().map(|(area, id, title)| Found::Record(area, id, title)).take(SHOWN));
        });
    }
    found.truncate(SHOWN);
    found
}

/// What can be searched for in a plan.
fn records(plan: &Plan) -> impl Iterator<Item = (Area, Id, String)> {
    let journeys = plan.journeys.iter().map(|r| (Area::Journeys, r.id.as_id().clone(), r.title.clone()));
    let personas = plan.personas.iter().map(|r| (Area::Personas, r.id.as_id().clone(), r.name.clone()));
    let audits = plan.audits.iter().map(|r| (Area::Audits, r.id.as_id().clone(), r.title.clone()));
    let measures = plan.measures.iter().map(|r| (Area::Measures, r.id.as_id().clone(), r.title.clone()));
    let kpis = plan.kpis.iter().map(|r| (Area::Kpis, r.id.as_id().clone(), r.title.clone()));
    let sources = plan.sources.iter().map(|r| (Area::Import, r.id.as_id().clone(), r.title.clone()));
    let groups = plan.win_back_groups.iter().map(|r| (Area::WinBack, r.id.as_id().clone(), r.title.clone()));
    let contents = plan.contents.iter().map(|r| (Area::Content, r.id.as_id().clone(), r.need.clone()));
    let touchpoints = plan.touchpoints.iter().filter_map(|touchpoint| {
        let journey = plan.journeys_through(&touchpoint.id).next()?;
        Some((Area::Journeys, journey.id.as_id().clone(), touchpoint.name.clone()))
    });
    let findings = plan.finding_keys().into_iter().filter_map(|key| {
        let text = plan.finding(&key)?.text.to_owned();
        Some((Area::Findings, key.as_id().clone(), text))
    });
    journeys
        .chain(personas)
        .chain(audits)
        .chain(measures)
        .chain(kpis)
        .chain(touchpoints)
        .chain(findings)
        .chain(sources)
        .chain(groups)
        .chain(contents)
}
