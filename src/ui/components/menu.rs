//! A button that opens a list of things to do or to choose.

use super::{
    icon::{Glyph, Icon},
    icons::LuCheck,
    popover, unique_id,
};
use crate::ui::platform::page;
use leptos::{ev::KeyboardEvent, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// An entry of a menu.
#[derive(Clone)]
pub struct MenuItem {
    /// The words.
    label: String,
    /// The icon before them.
    icon: Option<Glyph>,
    /// Keys that do the same.
    shortcut: Option<String>,
    /// Whether it can't be chosen now.
    disabled: bool,
    /// For a choice among several: whether it is the chosen one.
    checked: Option<bool>,
    on_pick: Arc<dyn Fn() + Send + Sync>,
}

impl MenuItem {
    /// An entry with words alone, and what it does.
    pub fn new(label: impl Into<String>, on_pick: impl Fn() + Send + Sync + 'static) -> Self {
        let on_pick = Arc::new(on_pick);
        Self { label: label.into(), icon: None, shortcut: None, disabled: false, checked: None, on_pick }
    }

    /// With an icon.
    pub fn icon(mut self, icon: Glyph) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With the keys that do the same.
    pub fn shortcut(mut self, keys: impl Into<String>) -> Self {
        self.shortcut = Some(keys.into());
        self
    }

    /// Chosen or not.
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }

    /// Not to be chosen now.
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
}

/// A button with a menu: arrows, Home, End and first letters move, Enter picks, Esc closes and gives the focus back.
#[component]
pub fn Menu(
    /// The button's name.
    #[prop(into)]
    label: Signal<String>,
    /// The button's icon.
    #[prop(optional, into)]
    icon: Option<Signal<Glyph>>,
    /// Whether the button shows its icon alone.
    #[prop(optional)]
    icon_only: bool,
    /// Whether the button is 24 px wide; only with `icon_only`.
    #[prop(optional)]
    small: bool,
    /// What the button shows in place of icon and words; its name is then read aloud alone.
    #[prop(optional, into)]
    face: Option<Callback<(), AnyView>>,
    /// The entries.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> impl IntoView {
    let id = unique_id("menu");
    let first_entry = format!("#{id} > .menu-item");
    let open = RwSignal::new(false);
    let button_ref = NodeRef::<html::Button>::new();
    let list_ref = NodeRef::<html::Div>::new();

    let on_click = move |_| {
        if let (Some(list), Some(button)) = (list_ref.get_untracked(), button_ref.get_untracked()) {
            popover::place(&list, &button);
        }
    };
    let on_toggle = move |_| {
        let Some(list) = list_ref.get_untracked() else { return };
        let is_open = popover::is_open(&list);
        open.set(is_open);
        if is_open {
            page::focus_next(first_entry.clone());
        }
    };
    let on_key = move |event: KeyboardEvent| move_focus(&event, list_ref);
    let pick = move |item: &MenuItem| {
        if item.disabled {
            return;
        }
        if let Some(list) = list_ref.get_untracked() {
            popover::hide(&list);
        }
        if let Some(button) = button_ref.get_untracked() {
            let _ = button.focus();
        }
        (item.on_pick)();
    };
    let rows = move || {
        open.get().then(|| {
            let items = items.get();
            let marks = items.iter().any(|item| item.icon.is_some() || item.checked.is_some());
            items.into_iter().map(|item| row(item, marks, pick)).collect_view()
        })
    };
    let names_itself = !icon_only && face.is_none();
    let class = match (icon_only, small) {
        _ if face.is_some() => "menu-face",
        (true, true) => "icon-button icon-button-small",
        (true, false) => "icon-button",
        (false, _) => "button button-secondary",
    };
    view! {
        <button
            node_ref=button_ref
            type="button"
            class=class
            aria-haspopup="menu"
            aria-expanded=move || open.get().to_string()
            aria-label=move || (!names_itself).then(|| label.get())
            title=move || (!names_itself).then(|| label.get())
            popovertarget=id.clone()
            on:click=on_click
        >
            {icon.map(|icon| move || view! { <Icon icon=icon.get() /> })}
            {names_itself.then(|| view! { <span>{move || label.get()}</span> })}
            {face.map(|face| move || face.run(()))}
        </button>
        <div
            node_ref=list_ref
            id=id
            class="popover menu"
            popover="auto"
            role="menu"
            aria-label=move || label.get()
            on:toggle=on_toggle
            on:keydown=on_key
        >
            {rows}
        </div>
    }
    .into_any()
}

fn row(item: MenuItem, marks: bool, pick: impl Fn(&MenuItem) + Send + Sync + Copy + 'static) -> AnyView {
    let role = if item.checked.is_some() { "menuitemradio" } else { "menuitem" };
    let is_chosen = item.checked == Some(true);
    let mark = item.icon.or(is_chosen.then_some(LuCheck));
    let check = (item.icon.is_some() && is_chosen).then(|| view! { <Icon icon=LuCheck /> });
    let mark = match mark {
        Some(icon) => Some(view! { <Icon icon=icon /> }.into_any()),
        None => marks.then(|| view! { <span class="menu-item-mark"></span> }.into_any()),
    };
    let (label, shortcut, disabled) = (item.label.clone(), item.shortcut.clone(), item.disabled);
    let checked = item.checked.map(|checked| checked.to_string());
    view! {
        <button
            type="button"
            class="menu-item"
            role=role
            tabindex="-1"
            aria-checked=checked
            aria-disabled=disabled.then_some("true")
            on:click=move |_| pick(&item)
        >
            {mark}
            <span class="menu-item-label">{label}</span>
            {check}
            {shortcut.map(|keys| view! { <kbd class="kbd">{keys}</kbd> })}
        </button>
    }
    .into_any()
}

/// The entries as they stand in the list.
fn entries(list: NodeRef<html::Div>) -> Vec<HtmlElement> {
    let Some(list) = list.get_untracked() else { return Vec::new() };
    let children = list.children();
    (0..children.length()).filter_map(|index| children.item(index)?.dyn_into().ok()).collect()
}

fn move_focus(event: &KeyboardEvent, list: NodeRef<html::Div>) {
    let entries = entries(list);
    if entries.is_empty() {
        return;
    }
    let focused = document().active_element();
    let at = entries.iter().position(|entry| focused.as_ref().is_some_and(|focused| **entry == *focused));
    let key = event.key();
    let count = entries.len();
    let next = match &*key {
        "ArrowDown" => at.map_or(0, |at| (at + 1) % count),
        "ArrowUp" => at.map_or(count - 1, |at| (at + count - 1) % count),
        "Home" => 0,
        "End" => count - 1,
        "Tab" => {
            if let Some(list) = list.get_untracked() {
                popover::hide(&list);
            }
            return;
        }
        letter if letter.chars().count() == 1 && letter != " " && !event.ctrl_key() && !event.meta_key() => {
            let letter = letter.to_lowercase();
            let begins =
                |entry: &HtmlElement| entry.text_content().is_some_and(|text| text.trim().to_lowercase().starts_with(&letter));
            let from = at.map_or(0, |at| at + 1);
            match (0..count).map(|step| (from + step) % count).find(|&index| begins(&entries[index])) {
                Some(index) => index,
                None => return,
            }
        }
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    let _ = entries[next].focus();
}
