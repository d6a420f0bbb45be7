//! Names that are known while a title is typed: what is meant may be among them, a touchpoint of the register over a column,
//! a part of the lifecycle over a stage.

use super::state::{CellKey, MapState, STAGE_ROW};
use crate::ui::{
    components::{popover, unique_id},
    platform::page,
    workspace::use_texts,
};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast;

/// How many names are offered at once; typing on narrows them.
const SHOWN: usize = 8;

/// Offers names below the field that `children` make over the title of a column or a stage, as soon as something is typed.
/// Arrows mark one, Enter and Tab take the marked one, a click takes any; without a mark what is typed counts.
#[component]
pub fn KnownNames(cell: CellKey, children: Children) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let is_stage = cell.row == STAGE_ROW;
    let label = if is_stage { texts.journeys.sub_phase_field } else { texts.settings.touchpoints };
    let list_id = StoredValue::new(unique_id("known-names"));
    let frame_ref = NodeRef::<html::Div>::new();
    let list_ref = NodeRef::<html::Ul>::new();
    let names = RwSignal::new(Vec::<String>::new());
    let marked = RwSignal::new(None::<usize>);
    let cell = StoredValue::new(cell);
    let option_id = move |at: usize| list_id.with_value(|id| format!("{id}-{at}"));
    let field = move || {
        let found = frame_ref.get_untracked()?.query_selector("textarea").ok()??;
        found.dyn_into::<web_sys::HtmlTextAreaElement>().ok()
    };
    let on_input = move |_| {
        let (Some(field), Some(list)) = (field(), list_ref.get_untracked()) else { return };
        let known = if is_stage { sub_phases(map) } else { touchpoints(map) };
        let found = fitting(known, &field.value());
        if found.is_empty() {
            popover::hide(&list);
        } else {
            popover::place(&list, &field);
            popover::show(&list);
        }
        marked.set(None);
        names.set(found);
    };
    // The field is another component's: only it can say what is marked.
    Effect::new(move || {
        let (at, Some(field)) = (marked.get(), field()) else { return };
        let _ = match at {
            Some(at) => field.set_attribute("aria-activedescendant", &option_id(at)),
            None => field.remove_attribute("aria-activedescendant"),
        };
        let _ = field.set_attribute("aria-autocomplete", "list");
        let _ = list_id.with_value(|id| field.set_attribute("aria-controls", id));
    });
    let take = move |at: usize| {
        if let (Some(field), Some(name)) = (field(), names.with_untracked(|names| names.get(at).cloned())) {
            field.set_value(&name);
            if let Ok(input) = web_sys::Event::new("input") {
                let _ = field.dispatch_event(&input);
            }
        }
    };
    let click = move |at: usize| {
        take(at);
        if let Some(field) = field() {
            let _ = field.blur();
            page::focus(&cell.with_value(CellKey::selector));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let count = names.with_untracked(Vec::len);
        if event.is_composing() || count == 0 {
            return;
        }
        match (event.key().as_str(), marked.get_untracked()) {
            ("ArrowDown", at) => marked.set(Some(at.map_or(0, |at| (at + 1) % count))),
            ("ArrowUp", at) => marked.set(Some(at.map_or(count - 1, |at| (at + count - 1) % count))),
            // The field commits by the same key what it now says.
            ("Enter" | "Tab", Some(at)) => return take(at),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let options = move || {
        let option = move |(at, name): (usize, String)| {
            view! {
                <li
                    id=option_id(at)
                    class="picker-option"
                    role="option"
                    aria-selected=move || (marked.get() == Some(at)).to_string()
                    // The field keeps the focus, else leaving it would commit what is typed.
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| click(at)
                >
                    <span dir="auto">{name}</span>
                </li>
            }
        };
        names.get().into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <div class="map-editor-known" node_ref=frame_ref on:input=on_input on:keydown:capture=on_key>
            {children()}
            <ul
                node_ref=list_ref
                id=list_id.get_value()
                class="popover picker-list"
                popover="manual"
                role="listbox"
                aria-label=label
            >
                {options}
            </ul>
        </div>
    }
}

/// The names of the touchpoints of the register.
fn touchpoints(map: MapState) -> Vec<String> {
    map.touchpoints.with_untracked(|table| table.0.iter().map(|touchpoint| touchpoint.name.clone()).collect())
}

/// The names of the parts of the lifecycle.
fn sub_phases(map: MapState) -> Vec<String> {
    let (plan, texts) = (map.workspace.plan_now(), map.workspace.texts());
    plan.sub_phases.ids().map(|id| plan.sub_phase_name(id, texts)).collect()
}

/// The names that have what was typed in them, those that begin so first; none while nothing is typed.
fn fitting(names: Vec<String>, typed: &str) -> Vec<String> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let fits = |name: String| name.to_lowercase().find(&typed).map(|at| (at > 0, name));
    let mut found: Vec<(bool, String)> = names.into_iter().filter_map(fits).collect();
    found.sort_by_key(|(later, _)| *later);
    found.into_iter().map(|(_, name)| name).take(SHOWN).collect()
}
