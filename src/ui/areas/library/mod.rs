//! The plans of this browser: begin one, open one, keep order.

mod templates;

use crate::ui::{
    components::{Button, ButtonKind, Column, DataTable, Dialog, EmptyState, Menu, MenuItem, PageHead, TextField, icons},
    files::{self, Beginning},
    plan_work::PlanWork,
    platform::{clock, page, preferences::IndexEntry},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    plan::PlanId,
    route::{Area, Route},
    texts::{Texts, format},
};

/// The page.
#[component]
pub fn Library() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let library = &texts.library;
    let has_plans = Memo::new(move |_| workspace.index.with(|index| !index.is_empty()));
    let renamed = RwSignal::new(None::<IndexEntry>);
    let templates = RwSignal::new(false);
    // A row is built anew when its plan changes, and the focus with it.
    let acted_on = StoredValue::new(None::<PlanId>);
    Effect::new(move |_| {
        workspace.index.track();
        if let Some(id) = acted_on.get_value() {
            page::if_focus_is_lost(move || {
                if !page::focus_if_there(&format!(".library [data-plan=\"{id}\"] button")) {
                    page::focus(".library tbody a, .library .empty-state button");
                }
            });
        }
    });
    view! {
        <div class="page library">
            <PageHead title=library.title subtitle=library.intro>
                {move || has_plans.get().then(|| view! { <Beginnings templates /> })}
            </PageHead>
            {move || match has_plans.get() {
                true => view! { <Plans renamed acted_on /> }.into_any(),
                false => view! {
                    <EmptyState icon=icons::LuMap title=library.empty_title text=library.empty_text>
                        <Button
                            kind=ButtonKind::Primary
                            icon=icons::LuRoute
                            label=library.sample
                            on_press=move |()| begin(workspace, Beginning::Sample)
                        />
                        <Button icon=icons::LuFilePlus label=library.new_empty on_press=move |()| begin(workspace, Beginning::Empty) />
                        <Button icon=icons::LuLayers label=library.new_from_template on_press=move |()| templates.set(true) />
                        <Button icon=icons::LuFolderOpen label=library.open_file on_press=move |()| files::choose_plan(workspace) />
                    </EmptyState>
                }
                .into_any(),
            }}
            <p class="library-hint">{library.open_file}" "{library.drop_hint}"."</p>
            <RenameDialog renamed />
            <templates::TemplateDialog open=templates />
        </div>
    }
}

/// Makes a plan and opens it.
fn begin(workspace: Workspace, beginning: Beginning) {
    workspace.with_work(move |work| work.begin(workspace, beginning));
}

/// Ways to begin, beside the heading.
#[component]
fn Beginnings(templates: RwSignal<bool>) -> impl IntoView {
    let workspace = use_workspace();
    let library = &use_texts().library;
    let items = Signal::derive(move || {
        let item = |label: &str, icon, beginning| MenuItem::new(label, move || begin(workspace, beginning)).icon(icon);
        vec![
            item(library.new_empty, icons::LuFilePlus, Beginning::Empty),
            MenuItem::new(library.new_from_template, move || templates.set(true)).icon(icons::LuLayers),
            item(library.sample, icons::LuRoute, Beginning::Sample),
        ]
    });
    view! {
        <Button icon=icons::LuFolderOpen label=library.open_file on_press=move |()| files::choose_plan(workspace) />
        <Menu label=library.new_plan icon=icons::LuPlus items />
    }
}

/// The list of plans.
#[component]
fn Plans(renamed: RwSignal<Option<IndexEntry>>, acted_on: StoredValue<Option<PlanId>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let library = &texts.library;
    let columns = vec![
        Column::text(library.column_title),
        Column::text(library.column_organisation),
        Column::text(library.column_changed),
        Column::text(""),
    ];
    let row = move |entry: IndexEntry| {
        let id = PlanId::try_from(entry.id.as_str()).ok()?;
        let title = library.titled(&entry.title).to_owned();
        let href = workspace.href(&Route::new(Area::Overview, Some(id.clone())));
        let own = id.to_string();
        let items = actions(workspace, texts, id, entry.clone(), renamed, acted_on);
        Some(view! {
            <tr data-plan=own>
                <th scope="row"><a href=href dir="auto">{title.clone()}</a></th>
                <td dir="auto">{entry.organisation}</td>
                <td>{changed(texts, entry.changed)}</td>
                <td class="library-actions">
                    <Menu small=true icon_only=true icon=icons::LuEllipsis label=(library.more)(&title) items=Signal::stored(items) />
                </td>
            </tr>
        })
    };
    view! {
        <DataTable caption=library.title caption_hidden=true columns=Signal::stored(columns)>
            <For each=move || workspace.index.get() key=|entry| (entry.id.clone(), entry.title.clone(), entry.organisation.clone(), entry.changed.to_bits()) children=row />
        </DataTable>
    }
}

/// When a plan was last changed, in words: the time if that was today.
fn changed(texts: &'static Texts, millis: f64) -> String {
    if millis <= 0.0 {
        return String::new();
    }
    let (day, time) = clock::local(millis);
    if day == clock::today() { (texts.library.changed_today)(&time) } else { format::day(texts.language, day) }
}

fn actions(
    workspace: Workspace,
    texts: &'static Texts,
    id: PlanId,
    entry: IndexEntry,
    renamed: RwSignal<Option<IndexEntry>>,
    acted_on: StoredValue<Option<PlanId>>,
) -> Vec<MenuItem> {
    let library = &texts.library;
    let item = |label: &str, icon, run: Callback<()>| {
        let id = id.clone();
        let act = move || {
            acted_on.set_value(Some(id.clone()));
            run.run(());
        };
        MenuItem::new(label, act).icon(icon)
    };
    let work = |act: fn(&'static dyn PlanWork, Workspace, PlanId, String)| {
        let (id, title) = (id.clone(), entry.title.clone());
        Callback::new(move |()| {
            let (id, title) = (id.clone(), title.clone());
            workspace.with_work(move |work| act(work, workspace, id, title));
        })
    };
    let renames = {
        let entry = entry.clone();
        Callback::new(move |()| renamed.set(Some(entry.clone())))
    };
    vec![
        item(library.rename, icons::LuPencil, renames),
        item(library.duplicate, icons::LuCopy, work(|work, workspace, id, _| work.duplicate(workspace, id))),
        item(library.export, icons::LuShare, work(|work, workspace, id, _| work.export_stored(workspace, id))),
        item(library.delete, icons::LuTrash2, work(|work, workspace, id, title| work.delete(workspace, id, title))),
    ]
}

/// Asks for a plan's new title.
#[component]
fn RenameDialog(renamed: RwSignal<Option<IndexEntry>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if renamed.with(Option::is_some) {
            open.set(true);
            page::select_soon(".library .dialog[open] input");
        }
    });
    let title = Signal::derive(move || renamed.with(|entry| entry.as_ref().map(|entry| entry.title.clone()).unwrap_or_default()));
    let commit = move |title: String| {
        if let Some(id) = renamed.get_untracked().and_then(|entry| PlanId::try_from(entry.id.as_str()).ok()) {
            workspace.with_work(move |work| work.rename(workspace, id, title));
        }
        open.set(false);
    };
    view! {
        <Dialog open title=texts.library.rename close_label=texts.shell.close>
            <TextField label=texts.library.name_field value=title on_commit=commit />
        </Dialog>
    }
}
