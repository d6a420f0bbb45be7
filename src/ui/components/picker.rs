//! Choosing from a list by typing: one thing, or several.

use super::{
    field::{Field, FieldIds, FieldProps},
    icon::Icon,
    icons::LuPlus,
    pill::Chip,
    popover, unique_id,
};
use leptos::{ev::KeyboardEvent, html, prelude::*};
use reiseplan::plan::{same_name, seen};
use web_sys::ScrollIntoViewOptions;

/// How many choices are shown at once; typing narrows them.
const SHOWN: usize = 50;

/// What stands in the list.
#[derive(Clone, PartialEq, Eq)]
enum Choice {
    Existing(String, String),
    New(String),
    /// What was typed is chosen already: it is told, and can't be picked.
    Taken(String),
}

/// A text field with a list of choices that typing narrows; what isn't there can be added if `on_create` is given.
///
/// Arrows move, Enter picks, Esc closes. After picking the field shows `value` again: it is empty unless one is given.
#[component]
pub fn Picker(
    /// The field's name, shown above it.
    #[prop(into)]
    label: Signal<String>,
    /// Id and words of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Is told the id of the choice.
    #[prop(into)]
    on_pick: Callback<String>,
    /// Is told the words of a choice that is to be added.
    #[prop(optional, into)]
    on_create: Option<Callback<String>>,
    /// Writes the entry that adds what was typed, such as "Add “…”"; needed with `on_create`.
    #[prop(optional, into)]
    create_label: Option<Callback<String, String>>,
    /// The words of what is chosen already: typed again, it isn't added.
    #[prop(optional, into)]
    taken: Signal<Vec<String>>,
    /// Tells that something is chosen already; needed with `taken`.
    #[prop(optional)]
    taken_label: Option<fn(&str) -> String>,
    /// Shown when nothing fits and nothing can be added.
    #[prop(into)]
    none_label: Signal<String>,
    /// What the field shows while nothing is typed: the words of the chosen one.
    #[prop(optional, into)]
    value: Signal<String>,
    /// Shown while the field is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Whether only screen readers get the label.
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView {
    let ids = FieldIds::new();
    let list_id = unique_id("picker");
    let input_ref = NodeRef::<html::Input>::new();
    let list_ref = NodeRef::<html::Ul>::new();
    let open = RwSignal::new(false);
    let typed = RwSignal::new(None::<String>);
    let active = RwSignal::new(0_usize);

    let choices = Memo::new(move |_| match open.get() {
        true => narrow(&options.get(), &taken.get(), &typed.get(), on_create.is_some()),
        false => Vec::new(),
    });
    let show = move || {
        if let (Some(list), Some(input)) = (list_ref.get_untracked(), input_ref.get_untracked()) {
            popover::place(&list, &input);
            popover::show(&list);
            open.set(true);
        }
    };
    let close = move || {
        // The browser reports the leaving of a field also when the field has just left the page.
        if open.try_get_untracked() != Some(true) {
            return;
        }
        if let Some(list) = list_ref.get_untracked() {
            popover::hide(&list);
        }
        open.set(false);
        typed.set(None);
        active.set(0);
        if let Some(input) = input_ref.get_untracked() {
            input.set_value(&value.get_untracked());
        }
    };
    let pick = move |choice: Choice| {
        if matches!(choice, Choice::Taken(_)) {
            return;
        }
        close();
        match (choice, on_create) {
            (Choice::Existing(id, _), _) => on_pick.run(id),
            (Choice::New(words), Some(on_create)) => on_create.run(words),
            (Choice::New(_), None) | (Choice::Taken(_), _) => {}
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let count = choices.with_untracked(Vec::len);
        let is_open = open.get_untracked();
        match &*event.key() {
            "ArrowDown" | "ArrowUp" if !is_open => show(),
            "ArrowDown" if count > 0 => active.update(|at| *at = (*at + 1) % count),
            "ArrowUp" if count > 0 => active.update(|at| *at = (*at + count - 1) % count),
            "Enter" if is_open => {
                if let Some(choice) = choices.with_untracked(|choices| choices.get(active.get_untracked()).cloned()) {
                    pick(choice);
                }
            }
            "Escape" if is_open => close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    Effect::new(move || {
        let at = active.get();
        if let Some(option) = list_ref.get_untracked().and_then(|list| list.children().item(at as u32)) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });

    let option_prefix = list_id.clone();
    let rows = move || {
        let choices = choices.get();
        if choices.is_empty() {
            return view! { <li class="picker-empty" role="presentation">{none_label.get()}</li> }.into_any();
        }
        let prefix = option_prefix.clone();
        let row = move |(at, choice): (usize, Choice)| {
            let (is_new, is_taken) = (matches!(choice, Choice::New(_)), matches!(choice, Choice::Taken(_)));
            let words = match &choice {
                Choice::Existing(_, words) => words.clone(),
                Choice::New(words) => create_label.map_or_else(|| words.clone(), |label| label.run(words.clone())),
                Choice::Taken(words) => taken_label.map_or_else(|| words.clone(), |label| label(words)),
            };
            view! {
                <li
                    id=format!("{prefix}-{at}")
                    class="picker-option"
                    class:picker-create=is_new
                    role="option"
                    aria-selected=move || (active.get() == at).to_string()
                    aria-disabled=is_taken.then_some("true")
                    // The field keeps the focus, else leaving it would close the list before the click.
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| pick(choice.clone())
                >
                    {is_new.then(|| view! { <Icon icon=LuPlus /> })}
                    <span dir="auto">{words}</span>
                </li>
            }
        };
        choices.into_iter().enumerate().map(row).collect_view().into_any()
    };
    let active_prefix = list_id.clone();
    let control = view! {
        <div class="picker">
            <input
                node_ref=input_ref
                id=ids.control.clone()
                class="input"
                type="text"
                dir="auto"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-expanded=move || open.get().to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=move || open.get().then(|| format!("{active_prefix}-{}", active.get()))
                placeholder=move || placeholder.get()
                prop:value=move || value.get()
                on:input:target=move |event| {
                    typed.set(Some(event.target().value()));
                    active.set(0);
                    show();
                }
                on:click=move |_| show()
                on:blur=move |_| close()
                on:keydown=on_key
            />
            <ul
                node_ref=list_ref
                id=list_id.clone()
                class="popover picker-list"
                popover="manual"
                role="listbox"
                aria-label=move || label.get()
            >
                {rows}
            </ul>
        </div>
    }
    .into_any();
    Field(FieldProps { ids, label, label_hidden, hint: None, error: Signal::default(), control })
}

/// The choices whose words contain what was typed: those that are just that first, then those that begin with it. What is
/// there or taken already isn't offered as new.
fn narrow(options: &[(String, String)], taken: &[String], typed: &Option<String>, may_create: bool) -> Vec<Choice> {
    let typed = seen(typed.as_deref().unwrap_or_default());
    let wanted = typed.to_lowercase();
    let mut found: Vec<(bool, bool, &(String, String))> = options
        .iter()
        .filter_map(|option| {
            let at = option.1.to_lowercase().find(&wanted)?;
            Some((!same_name(&option.1, typed), at > 0, option))
        })
        .collect();
    found.sort_by_key(|(differs, later, _)| (*differs, *later));
    let is_there = options.iter().any(|(_, words)| same_name(words, typed));
    let taken = taken.iter().find(|words| !typed.is_empty() && !is_there && same_name(words, typed));
    let new = (may_create && !typed.is_empty() && !is_there && taken.is_none()).then(|| Choice::New(typed.to_owned()));
    let existing = found.into_iter().take(SHOWN).map(|(_, _, (id, words))| Choice::Existing(id.clone(), words.clone()));
    taken.map(|words| Choice::Taken(words.clone())).into_iter().chain(existing).chain(new).collect()
}

/// Chosen things as labels that can be taken away, and a field to add more.
#[component]
pub fn ChipsPicker(
    /// What is chosen here.
    #[prop(into)]
    label: Signal<String>,
    /// Id and words of each chosen thing.
    #[prop(into)]
    chosen: Signal<Vec<(String, String)>>,
    /// Id and words of everything that can be chosen; what is chosen already isn't offered again.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Is told the id of a thing that is chosen.
    #[prop(into)]
    on_add: Callback<String>,
    /// Is told the id of a thing that is taken away.
    #[prop(into)]
    on_remove: Callback<String>,
    /// Writes the name of the button that takes a thing away.
    #[prop(into)]
    remove_label: Callback<String, String>,
    /// Tells that a thing is chosen already, which isn't offered again.
    taken_label: fn(&str) -> String,
    /// Is told the words of a thing that is to be added to the choices, and chosen.
    #[prop(optional, into)]
    on_create: Option<Callback<String>>,
    /// Writes the entry that adds what was typed.
    #[prop(optional, into)]
    create_label: Option<Callback<String, String>>,
    /// Shown when nothing fits.
    #[prop(into)]
    none_label: Signal<String>,
    /// Shown in the field.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Tells where the thing with an id is shown: its label leads there.
    #[prop(optional, into)]
    href: Option<Callback<String, String>>,
) -> impl IntoView {
    let remaining = Memo::new(move |_| {
        let chosen = chosen.get();
        let mut options = options.get();
        options.retain(|(id, _)| chosen.iter().all(|(taken, _)| taken != id));
        options
    });
    let taken = Signal::derive(move || chosen.with(|chosen| chosen.iter().map(|(_, words)| words.clone()).collect::<Vec<_>>()));
    let chips = move || {
        let chip = |(id, words): (String, String)| {
            let name = remove_label.run(words.clone());
            let href = href.map(|href| href.run(id.clone()));
            view! { <Chip label=words remove_label=name href on_remove=move || on_remove.run(id.clone()) /> }
        };
        chosen.get().into_iter().map(chip).collect_view()
    };
    let picker = Picker(PickerProps {
        label,
        options: remaining.into(),
        on_pick: on_add,
        on_create,
        create_label,
        taken,
        taken_label: Some(taken_label),
        none_label,
        value: Signal::default(),
        placeholder,
        label_hidden: true,
    });
    view! {
        <div class="field" role="group" aria-label=move || label.get()>
            <span class="field-label" aria-hidden="true">{move || label.get()}</span>
            <div class="chips-picker">{chips} {picker}</div>
        </div>
    }
    .into_any()
}
