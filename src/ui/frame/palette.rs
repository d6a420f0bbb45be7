//! Search and commands in one box: actions of the page and of the app, and what stands in the plan.

use crate::ui::{
    actions::{ACTIONS, PageAction, Shortcut},
    components::{Dialog, Icon, Kbd, icons, unique_id},
    frame::sidebar::area_icon,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::{ev::KeyboardEvent, prelude::*};
use reiseplan::{listing::names::Named, route::Route, texts::format};

/// Most results shown.
const SHOWN: usize = 12;

/// Something that was found.
#[derive(Clone, PartialEq)]
enum Found {
    /// An action, by its place in the table.
    Action(usize),
    /// An action of the page that is shown, by its place among them.
    OfPage(usize),
    /// Something in the plan.
    Named(Named),
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
            Found::Named(named) => workspace.navigate_to(&Route { plan: workspace.plan_id(), ..named.route }, false),
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
                Found::Named(named) => {
                    let noun = format::capital((texts.actions.noun)(named.noun));
                    let note = view! { <span class="palette-note">{noun}</span> }.into_any();
                    (area_icon(named.route.area), named.name.clone(), Some(note))
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

/// Finds actions and what stands in the plan whose name has all the words; of both first those whose name begins so.
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
        let possible = |action: &PageAction| action.is_possible.is_none_or(|is_possible| is_possible.run(()));
        let actions = page.actions.iter().enumerate().filter(|(_, action)| possible(action));
        actions.map(|(index, action)| (action.label.clone(), Found::OfPage(index))).collect::<Vec<_>>()
    });
    let fitting = of_page.into_iter().chain(actions).filter(|(label, _)| fits(label));
    let (first, then): (Vec<_>, Vec<_>) = fitting.partition(|(label, _)| begins(label));
    let mut found: Vec<Found> = first.into_iter().chain(then).map(|(_, found)| found).collect();
    let work = workspace.work_now().filter(|_| !words.is_empty() && workspace.plan_id().is_some());
    if let Some(work) = work {
        let mut named = work.named(workspace, &fits);
        named.sort_by_key(|named| !begins(&named.name));
        found.extend(named.into_iter().take(SHOWN).map(Found::Named));
    }
    found.truncate(SHOWN);
    found
}
