//! Choosing several things of a long list in a dialog: search, tick, take them up at once.

use super::{
    button::{Button, ButtonKind},
    choice_field::CheckField,
    dialog::Dialog,
    text_field::TextField,
};
use leptos::prelude::*;

/// Things to tick under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TickGroup {
    /// The heading.
    pub title: String,
    /// Id and words of each.
    pub entries: Vec<(String, String)>,
}

/// The words of a [`TickDialog`].
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct TickWords {
    pub search: &'static str,
    /// Shown where nothing contains what is searched.
    pub nothing_found: &'static str,
    /// Shown where there is nothing to tick at all.
    pub all_taken: &'static str,
    /// Ticks a whole group, which has so many; none: groups are ticked singly.
    pub whole_group: Option<fn(usize) -> String>,
    pub cancel: &'static str,
    pub close: &'static str,
    /// The button that takes up as many as are ticked.
    pub take: fn(usize) -> String,
}

/// A dialog with groups of boxes to tick, narrowed by searching.
#[component]
pub fn TickDialog(
    /// Whether it is open; closing it sets this to `false`.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// What can be ticked.
    #[prop(into)]
    groups: Signal<Vec<TickGroup>>,
    /// Ids of what is ticked.
    ticked: RwSignal<Vec<String>>,
    /// How much will be taken up.
    #[prop(into)]
    count: Signal<usize>,
    /// Its words.
    words: TickWords,
    /// Is told that what is ticked is to be taken up; the dialog closes.
    #[prop(into)]
    on_take: Callback<()>,
    /// Shown below an entry that is ticked; is told its id.
    #[prop(optional, into)]
    below: Option<Callback<String, AnyView>>,
) -> impl IntoView {
    let search = RwSignal::new(String::new());
    Effect::new(move || {
        if open.get() {
            search.set(String::new());
        }
    });
    let found = Memo::new(move |_| {
        let wanted = search.get().trim().to_lowercase();
        let narrow = |mut group: TickGroup| {
            group.entries.retain(|(_, words)| words.to_lowercase().contains(&wanted));
            (!group.entries.is_empty()).then_some(group)
        };
        groups.get().into_iter().filter_map(narrow).collect::<Vec<_>>()
    });
    let tick = move |ids: Vec<String>, on: bool| {
        ticked.update(|ticked| {
            ticked.retain(|own| !ids.contains(own));
            if on {
                ticked.extend(ids);
            }
        });
    };
    let row = move |(id, words): (String, String)| {
        let own = id.clone();
        let is_ticked = Signal::derive(move || ticked.with(|ticked| ticked.contains(&own)));
        let below = below.map(|below| {
            let id = id.clone();
            move || is_ticked.get().then(|| below.run(id.clone()))
        });
        view! {
            <li>
                <CheckField label=words value=is_ticked on_commit=move |on: bool| tick(vec![id.clone()], on) />
                {below}
            </li>
        }
    };
    let group = move |group: TickGroup| {
        let whole = words.whole_group.filter(|_| group.entries.len() > 1).map(|label| {
            let ids: Vec<String> = group.entries.iter().map(|(id, _)| id.clone()).collect();
            let own = ids.clone();
            let all = move || ticked.with(|ticked| own.iter().all(|id| ticked.contains(id)));
            let all = Signal::derive(all);
            view! {
                <CheckField
                    label=label(ids.len())
                    context=Signal::stored(group.title.clone())
                    value=all
                    on_commit=move |on: bool| tick(ids.clone(), on)
                />
            }
        });
        view! {
            <fieldset class="tick-group">
                <legend>{group.title}</legend>
                {whole}
                <ul>{group.entries.into_iter().map(row).collect_view()}</ul>
            </fieldset>
        }
    };
    let none = move || {
        let text = if groups.with(Vec::is_empty) { words.all_taken } else { words.nothing_found };
        found.with(Vec::is_empty).then(|| view! { <p class="secondary" role="status">{text}</p> })
    };
    let take = move |()| {
        open.set(false);
        on_take.run(());
    };
    view! {
        <Dialog open title close_label=words.close wide=true>
            <TextField
                label=words.search
                kind="search"
                value=search
                on_commit=move |text: String| search.set(text)
                on_input=move |text: String| search.set(text)
            />
            <div class="tick-list">
                {move || found.get().into_iter().map(group).collect_view()}
                {none}
            </div>
            <div class="dialog-actions">
                <Button label=words.cancel on_press=move |()| open.set(false) />
                <Button
                    kind=ButtonKind::Primary
                    label=Signal::derive(move || (words.take)(count.get()))
                    disabled=Signal::derive(move || count.get() == 0)
                    on_press=take
                />
            </div>
        </Dialog>
    }
    .into_any()
}
