//! The dialog in which a table becomes a map.

use super::{super::table_problem::table_problem, Tasks, table_preview::Preview};
use crate::ui::{
    components::{Button, ButtonKind, Dialog, Segmented, icons},
    platform::{files, page},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::{prelude::*, task::spawn_local};
use reiseplan::{
    import::read_table,
    matrix::{Matrix, MatrixError, read_matrix},
    plan::JourneyId,
    texts::Texts,
};
use std::sync::Arc;

/// Most bytes of a table: enough for a map that is full to its limits.
const TABLE_LEN_MAX: usize = 8 * 1024 * 1024;

/// A table that was read.
#[derive(Clone)]
pub struct Read {
    /// What it says.
    pub matrix: Arc<Matrix>,
    /// A title for what becomes of it; empty: it has none.
    pub title: String,
}

/// The dialog.
#[component]
pub fn TakeInDialog(
    /// The journey that is open.
    #[prop(optional_no_strip)]
    journey: Option<JourneyId>,
    tasks: Tasks,
) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().output.take_in;
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() {
            tasks.set(None);
        }
    });
    let read = RwSignal::new(None::<Read>);
    let problem = RwSignal::new(None::<String>);
    let into = RwSignal::new(false);
    let journey = StoredValue::new(journey);
    // Each of the two takes the place of the other, and with it the button that had the focus.
    Effect::new(move |was_read: Option<bool>| {
        let is_read = read.with(Option::is_some);
        if was_read.is_some_and(|was_read| was_read != is_read) {
            let begin = if is_read { "dialog[open] .dialog-actions .button-primary" } else { ".take-in-paste textarea" };
            page::focus_into_soon(begin);
        }
        is_read
    });
    let content = move || match read.get() {
        Some(table) => {
            let journey = journey.get_value().filter(|_| into.get_untracked());
            view! { <Preview table journey on_back=move |()| read.set(None) on_done=move |()| open.set(false) /> }.into_any()
        }
        None => view! { <Source workspace read problem into has_journey=journey.with_value(Option::is_some) /> }.into_any(),
    };
    view! {
        <Dialog open wide=true title=words.title close_label=use_texts().output.close>
            {content}
        </Dialog>
    }
}

/// Where the table comes from and where it goes.
#[component]
fn Source(
    workspace: Workspace,
    read: RwSignal<Option<Read>>,
    problem: RwSignal<Option<String>>,
    into: RwSignal<bool>,
    has_journey: bool,
) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.output.take_in;
    let pasted = RwSignal::new(String::new());
    let take = move |bytes: &[u8], title: String| match read_bytes(texts, bytes) {
        Ok(matrix) => {
            problem.set(None);
            read.set(Some(Read { matrix: Arc::new(matrix), title }));
        }
        Err(error) => problem.set(Some(error)),
    };
    let choose = move |()| {
        files::choose(".csv,.tsv,.txt,text/csv", move |file| {
            if file.size() > TABLE_LEN_MAX as f64 {
                problem.try_set(Some((words.too_large)(&(TABLE_LEN_MAX >> 20).to_string())));
                return;
            }
            spawn_local(async move {
                let name = file.name();
                let title = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem).to_owned();
                match files::read(&file).await {
                    Ok(bytes) if problem.try_get_untracked().is_some() => take(&bytes, title),
                    Ok(_) => {}
                    Err(error) => drop(problem.try_set(Some((words.unreadable)(&error)))),
                }
            });
        });
    };
    let check = move |()| pasted.with_untracked(|text| take(text.as_bytes(), String::new()));
    let options = vec![("new".to_owned(), words.as_new.to_owned()), ("into".to_owned(), words.into_open.to_owned())];
    let _ = workspace;
    view! {
        <p class="take-in-intro">{words.intro}</p>
        {has_journey.then(|| view! {
            <div class="take-in-destination">
                <Segmented
                    label=words.destination
                    options=Signal::stored(options)
                    value=Signal::derive(move || if into.get() { "into" } else { "new" }.to_owned())
                    on_pick=move |key: String| into.set(key == "into")
                />
            </div>
        })}
        {move || problem.get().map(|text| view! {
            <div class="take-in-problem" role="alert">
                <p>{text}</p>
                <p>{words.unchanged}</p>
            </div>
        })}
        <Button icon=icons::LuFolderOpen label=words.choose on_press=choose />
        <label class="field take-in-paste">
            <span class="field-label">{words.paste}</span>
            <textarea
                class="input"
                rows="6"
                dir="auto"
                spellcheck="false"
                placeholder=words.paste_hint
                prop:value=move || pasted.get()
                on:input:target=move |event| pasted.set(event.target().value())
            ></textarea>
        </label>
        <div class="dialog-actions">
            <Button
                kind=ButtonKind::Primary
                label=words.check
                disabled=Signal::derive(move || pasted.with(|text| text.trim().is_empty()))
                on_press=check
            />
        </div>
    }
}

/// Reads a table as a matrix, or tells why it is none.
fn read_bytes(texts: &Texts, bytes: &[u8]) -> Result<Matrix, String> {
    let words = &texts.output.take_in;
    if bytes.len() > TABLE_LEN_MAX {
        return Err((words.too_large)(&(TABLE_LEN_MAX >> 20).to_string()));
    }
    let read = read_table(bytes).map_err(MatrixError::from).and_then(|table| read_matrix(&table.rows));
    read.map_err(|error| table_problem(texts, &error))
}
