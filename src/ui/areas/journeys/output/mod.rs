//! What becomes of a map outside the app, and how a table becomes one: export, print, presentation, import.
//!
//! All of it is a part of the program that is loaded when it is first wanted; [`OutputHost`] is the door.

mod export;
mod present;
mod print;
mod shapes;
mod slide_parts;
mod slide_views;
mod table_preview;
mod take_in;

use crate::ui::{
    actions::{PageAction, Shortcut},
    areas::journeys::map::target::counterpart,
    components::{IconButton, Menu, MenuItem, icons},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::{
    prelude::*,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};
use reiseplan::{
    plan::{Journey, JourneyId, Plan},
    texts::Texts,
};
use std::sync::Arc;

/// Something to do with a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Save it as a file.
    Export,
    /// Print it.
    Print,
    /// Read a table into it, or into a new one.
    TakeIn,
    /// Show it on the whole screen.
    Present,
}

/// The task that is being done; none: nothing. Who ends it sets it to none.
pub type Tasks = RwSignal<Option<Task>>;

/// What a task is done with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The journey that is open.
    pub journey: JourneyId,
    /// The target journey that the user compares it with, of several; none: the first.
    pub target: Option<JourneyId>,
}

impl Subject {
    /// The journey, and the one whose emotion curve is laid over it.
    fn journeys(&self, plan: &Plan) -> Option<(Arc<Journey>, Option<Arc<Journey>>)> {
        let journey = plan.journeys.get(&self.journey)?.clone();
        let other = counterpart(plan, &journey, self.target.as_ref());
        Some((journey, other))
    }
}

/// Makes the view of a task; the journey that is open, if any, is its subject.
type Show = fn(Task, Option<Subject>, Tasks) -> AnyView;

#[wasm_split(output, wasm_split_path = leptos::wasm_split, fallible)]
fn output_part() -> Result<Show, SplitLoaderError> {
    Ok(show)
}

fn show(task: Task, subject: Option<Subject>, tasks: Tasks) -> AnyView {
    match (task, subject) {
        (Task::TakeIn, subject) => {
            let journey = subject.map(|subject| subject.journey);
            view! { <take_in::TakeInDialog journey tasks /> }.into_any()
        }
        (Task::Export, Some(subject)) => view! { <export::ExportDialog subject tasks /> }.into_any(),
        (Task::Print, Some(subject)) => view! { <print::PrintDialog subject tasks /> }.into_any(),
        (Task::Present, Some(subject)) => view! { <present::Presentation subject tasks /> }.into_any(),
        (_, None) => ().into_any(),
    }
}

/// Shows the task that is being done, as soon as its part of the program is there.
#[component]
pub fn OutputHost(
    /// The task.
    tasks: Tasks,
    /// What they are done with as they begin; none: no journey is open.
    #[prop(into)]
    subject: Signal<Option<Subject>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let loaded = RwSignal::new(None::<Show>);
    Effect::new(move |_| {
        if tasks.get().is_some() && loaded.get_untracked().is_none() {
            spawn_local(load(workspace, tasks, loaded));
        }
    });
    move || Some(loaded.get()?(tasks.get()?, subject.get_untracked(), tasks))
}

async fn load(workspace: Workspace, tasks: Tasks, loaded: RwSignal<Option<Show>>) {
    match output_part().await {
        Ok(show) => drop(loaded.try_set(Some(show))),
        Err(_) => {
            let shell = &workspace.texts().shell;
            workspace.tell_problem(shell.not_loaded_title.to_owned(), vec![shell.not_loaded_text.to_owned()]);
            tasks.try_set(None);
        }
    }
}

/// Keys that print the map: the browser's own way would show what of it is on screen.
const PRINT: Shortcut = Shortcut::control("p");

/// What can be done with all of a map, as commands of its page.
pub fn page_actions(tasks: Tasks, texts: &Texts) -> Vec<PageAction> {
    let words = &texts.output;
    let of_map = |label: &str| format!("{}: {label}", words.menu);
    let action = |label: String, task: Task, shortcut: Option<Shortcut>| PageAction {
        label,
        shortcut,
        is_possible: None,
        run: Callback::new(move |()| tasks.set(Some(task))),
    };
    vec![
        action(of_map(words.present.start), Task::Present, None),
        action(of_map(words.print), Task::Print, Some(PRINT)),
        action(of_map(words.export), Task::Export, None),
        action(of_map(words.take_in.menu), Task::TakeIn, None),
    ]
}

/// The buttons of a map for all of it.
#[component]
pub fn OutputActions(
    /// The task that they begin.
    tasks: Tasks,
) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.output;
    let begin = move |task: Task| move || tasks.set(Some(task));
    let items = vec![
        MenuItem::new(words.export, begin(Task::Export)).icon(icons::LuFileDown),
        MenuItem::new(words.print, begin(Task::Print)).icon(icons::LuPrinter).shortcut(PRINT.in_words(texts)),
        MenuItem::new(words.take_in.menu, begin(Task::TakeIn)).icon(icons::LuTable),
    ];
    view! {
        <span class="present-start">
            <IconButton bordered=true icon=icons::LuPresentation label=words.present.start on_press=move |()| tasks.set(Some(Task::Present)) />
        </span>
        <Menu icon=icons::LuMap label=words.menu items=Signal::stored(items) />
    }
}
