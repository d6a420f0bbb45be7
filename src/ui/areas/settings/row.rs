//! A row of a register: a name that is edited in place, fields beside it, and what can be done with the record.

use super::SettingsPage;
use crate::ui::{
    components::{EditableText, Icon, IconButton, Pill, icons},
    platform::page,
    workspace::use_texts,
};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use reiseplan::plan::Id;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, HtmlElement};

/// Id of the element of a record's row.
pub fn element_id(id: &Id) -> String {
    format!("record-{id}")
}

/// Kind of what is dragged when a row is.
const DRAG_TYPE: &str = "application/x-reiseplan-row";

/// A row that is being dragged.
#[derive(Clone)]
pub struct Dragged {
    list: String,
    place: usize,
    on_move: Callback<usize>,
}

/// What stands in a row beside the name.
#[derive(Default)]
pub struct Cells {
    /// Before the name.
    pub lead: Option<AnyView>,
    /// In the columns after the name.
    pub fields: Option<AnyView>,
    /// Before the buttons that every row has.
    pub actions: Option<AnyView>,
    /// Below the row.
    pub below: Option<AnyView>,
}

/// A field in a column of a register; its title is shown where the register has no room for headings.
pub fn cell(title: &'static str, field: AnyView) -> AnyView {
    view! {
        <div class="register-cell">
            <span class="register-cell-title" aria-hidden="true">{title}</span>
            {field}
        </div>
    }
    .into_any()
}

/// A row. Alt+Up and Alt+Down move it, as the buttons do and dragging; the focus goes with it. Delete on its name deletes it.
#[component]
pub fn RegisterRow(
    /// Id of the record.
    id: Id,
    /// Its name; empty: it has none.
    #[prop(into)]
    name: Signal<String>,
    /// Whether another record of the register has this name too.
    #[prop(into)]
    doubled: Signal<bool>,
    /// Names the list within which it can be moved.
    list: String,
    /// Its place there, from 0, and the number of places; none: it can't be moved now.
    #[prop(into)]
    place: Signal<Option<(usize, usize)>>,
    /// Is told the new name.
    #[prop(into)]
    on_rename: Callback<String>,
    /// Moves it to a place.
    #[prop(into)]
    on_move: Callback<usize>,
    /// Deletes it; tells whether it did.
    #[prop(into)]
    on_delete: Callback<(), bool>,
    /// Whether it begins by editing the name.
    is_new: bool,
    /// What stands beside the name.
    cells: Cells,
) -> impl IntoView {
    let texts = use_texts();
    let settings = &texts.settings;
    let row = NodeRef::<html::Li>::new();
    let spoken_name = Signal::derive(move || name.with(|name| texts.terms.named(name).to_owned()));
    let named = move |words: fn(&str) -> String| Signal::derive(move || spoken_name.with(|name| words(name)));
    let name_label = Signal::derive(move || spoken_name.with(|name| (settings.field_of)(settings.name, name)));
    let shifted = move |forward: bool| {
        let (place, places) = place.get()?;
        if forward { Some(place + 1).filter(|to| *to < places) } else { place.checked_sub(1) }
    };
    let shift = move |forward: bool| {
        if let Some(to) = untrack(move || shifted(forward)) {
            let focused = document().active_element();
            on_move.run(to);
            page::after_render(move || keep_focus(row, focused));
        }
    };
    let can_drag = move || place.get().is_some_and(|(_, places)| places > 1);
    let dragged = expect_context::<SettingsPage>().dragged;
    let is_over = RwSignal::new(false);
    let drag = {
        let list = list.clone();
        move |event: DragEvent| {
            if let (Some(data), Some((place, _))) = (event.data_transfer(), place.get_untracked()) {
                data.set_effect_allowed("move");
                let _ = data.set_data(DRAG_TYPE, &list);
                if let Some(row) = row.get_untracked() {
                    data.set_drag_image(&row, 0, 0);
                }
                dragged.set(Some(Dragged { list: list.clone(), place, on_move }));
            }
        }
    };
    // What is dragged over this row and may be dropped here.
    let over = StoredValue::new(list);
    let over = move || {
        let dragged = dragged.get().filter(|dragged| over.with_value(|list| dragged.list == *list))?;
        place.get().filter(|(place, _)| *place != dragged.place).map(|(place, _)| (dragged, place))
    };
    let allow_drop = move |event: DragEvent| {
        if untrack(over).is_some() {
            event.prevent_default();
            event.stop_propagation();
            is_over.set(true);
        }
    };
    let on_drop = move |event: DragEvent| {
        if let Some((dragged, place)) = untrack(over) {
            event.prevent_default();
            event.stop_propagation();
            dragged.on_move.run(place);
        }
        is_over.set(false);
    };
    // It lands on the other side of this row than it comes from.
    let drop_mark = move || {
        let (dragged, place) = over().filter(|_| is_over.get())?;
        Some(if dragged.place < place { "below" } else { "above" })
    };
    let delete = move |()| {
        let heir = row.get_untracked().and_then(|row| heir(&row));
        if on_delete.run(()) {
            page::after_render(move || focus_in(heir));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        // In a list of choices Alt+Down opens it.
        let chooses = matches!(&*target.tag_name(), "SELECT" | "INPUT" | "TEXTAREA");
        let is_name = || target.matches(".register-name .editable-text").unwrap_or_default();
        match (&*event.key(), event.alt_key()) {
            ("ArrowUp", true) if !chooses => shift(false),
            ("ArrowDown", true) if !chooses => shift(true),
            ("Delete", false) if is_name() => delete(()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <li
            node_ref=row
            id=element_id(&id)
            class="register-row"
            tabindex="-1"
            data-drop=drop_mark
            on:keydown=on_key
            on:dragover=allow_drop
            on:dragleave=move |_| is_over.set(false)
            on:drop=on_drop
        >
            <div class="register-line">
                <div class="register-name">
                    <span
                        class="register-grip"
                        class:register-grip-idle=move || !can_drag()
                        aria-hidden="true"
                        title=settings.drag_to_move
                        draggable="true"
                        on:dragstart=drag
                        on:dragend=move |_| dragged.set(None)
                    >
                        <Icon icon=icons::LuGripVertical />
                    </span>
                    {cells.lead}
                    <EditableText label=name_label value=name on_commit=on_rename placeholder=texts.terms.unnamed start_editing=is_new />
                    <Show when=move || doubled.get()>
                        <span title=settings.doubled_hint>
                            <Pill label=settings.doubled warning=true />
                        </span>
                    </Show>
                </div>
                {cells.fields}
                <div class="register-actions">
                    {cells.actions}
                    <IconButton
                        small=true
                        icon=icons::LuArrowUp
                        label=named(settings.move_up)
                        shortcut=settings.move_up_keys
                        disabled=Signal::derive(move || shifted(false).is_none())
                        on_press=move |()| shift(false)
                    />
                    <IconButton
                        small=true
                        icon=icons::LuArrowDown
                        label=named(settings.move_down)
                        shortcut=settings.move_down_keys
                        disabled=Signal::derive(move || shifted(true).is_none())
                        on_press=move |()| shift(true)
                    />
                    <IconButton small=true icon=icons::LuTrash2 label=named(settings.delete) on_press=delete />
                </div>
            </div>
            {cells.below}
        </li>
    }
    .into_any()
}

/// Gives the focus back to what had it before its row was moved, or to the row's name if that can't have it any more.
fn keep_focus(row: NodeRef<html::Li>, focused: Option<Element>) {
    let Some(Some(row)) = row.try_get_untracked() else { return };
    let focused = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok());
    if let Some(focused) = focused.filter(|focused| row.contains(Some(focused))) {
        let _ = focused.focus();
    }
    if !document().active_element().is_some_and(|now| row.contains(Some(&now))) {
        focus_in(Some(row.into()));
    }
}

/// Where the focus goes when a row is deleted: the row after it, else the one before, else the register.
fn heir(row: &Element) -> Option<Element> {
    row.next_element_sibling().or_else(|| row.previous_element_sibling()).or_else(|| row.closest(".register").ok().flatten())
}

/// Moves the focus to a row's name, or to the first thing in an element that can be edited or pressed.
fn focus_in(element: Option<Element>) {
    let find = |element: &Element, selector| element.query_selector(selector).ok().flatten();
    let name = |element: &Element| find(element, ".register-name .editable-text");
    let target = element.and_then(|element| name(&element).or_else(|| find(&element, ".editable-text, button")));
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _ = target.focus();
    }
}
