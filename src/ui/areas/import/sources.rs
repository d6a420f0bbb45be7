//! The sources of the plan: where its figures come from.

use super::wizard::Wizard;
use crate::ui::{
    components::{Button, ButtonKind, EditableText, EmptyState, Menu, MenuItem, SectionHead, icons},
    platform::page,
    workspace::{Shared, Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{KpiId, Plan, Source, SourceId, TypedId},
    route::Area,
    texts::{deletion, format},
};
use std::collections::BTreeSet;

/// The list, or what can be imported if there is none.
#[component]
pub fn Sources(
    /// Whether no import is under way.
    idle: Memo<bool>,
) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().import.page;
    let wizard = expect_context::<Wizard>();
    let ids = workspace.select(|plan| plan.sources.ids().rev().cloned().collect::<Vec<_>>());
    let empty = Memo::new(move |_| ids.with(Vec::is_empty));
    move || {
        match (empty.get(), idle.get()) {
        (true, true) => view! {
            <EmptyState icon=icons::LuTable title=words.empty_title text=format!("{} {}", words.formats, words.privacy)>
                <Button kind=ButtonKind::Primary icon=icons::LuUpload label=words.choose_file on_press=move |()| wizard.choose(None) />
                <p class="import-drop-hint">{words.drop_hint}</p>
            </EmptyState>
        }
        .into_any(),
        (true, false) => ().into_any(),
        (false, _) => view! {
            <section class="import-sources">
                <SectionHead title=words.sources note=words.privacy />
                <ul class="import-source-list" role="list">
                    <For each=move || ids.get() key=|id| id.clone() children=|id| view! { <SourceRow id /> } />
                </ul>
                <p class="import-drop-hint">{words.drop_hint}" "{words.formats}</p>
            </section>
        }
        .into_any(),
    }
    }
}

/// A source with what is known about it.
#[component]
fn SourceRow(id: SourceId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let of = id.clone();
    let source = workspace.select(move |plan| plan.sources.get(&of).cloned().map(Shared));
    let text = move |read: fn(&Source) -> &String| {
        Signal::derive(move || source.with(|source| source.as_ref().map(|source| read(source).clone()).unwrap_or_default()))
    };
    let edited = id.clone();
    let change = move |verb: Verb, write: fn(&mut Source, String)| {
        let id = edited.clone();
        Callback::new(move |text: String| {
            workspace.edit(Label::new(verb, Noun::Source), Place::record(Area::Import, &id), |plan| {
                plan.sources.update(&id, |source| write(source, text));
            });
        })
    };
    let facts = move || source.with(|source| source.as_ref().map(|source| facts(source, texts)));
    let of = id.clone();
    let kpis = workspace.select(move |plan| {
        let fed = plan.sources.get(&of).map(|source| fed(source)).unwrap_or_default();
        let named = |id: KpiId| plan.kpis.get(&id).map(|kpi| (id, kpi.title.clone()));
        fed.into_iter().filter_map(named).collect::<Vec<_>>()
    });
    let link = move |(id, title): (KpiId, String)| {
        let title = texts.terms.named(&title).to_owned();
        view! { <li><a href=workspace.link(Area::Kpis, Some(id.as_id())) dir="auto">{title}</a></li> }
    };
    let reasons = Memo::new(move |_| source.with(|source| source.as_ref().map_or(0, |source| source.leaving.len())));
    let win_back = move |reasons: usize| {
        view! { <li><a href=workspace.link(Area::WinBack, None)>{(words.feeds_win_back)(reasons)}</a></li> }
    };
    let feeds = move || match (kpis.get(), reasons.get()) {
        (kpis, 0) if kpis.is_empty() => view! { <span>{words.feeds_none}</span> }.into_any(),
        (kpis, reasons) => view! {
            <ul class="import-links" role="list">
                {kpis.into_iter().map(link).collect_view()}
                {(reasons > 0).then(|| win_back(reasons))}
            </ul>
        }
        .into_any(),
    };
    let shown = id.clone();
    let current = Memo::new(move |_| {
        workspace
            .route
            .with(|route| route.as_ref().and_then(|route| route.record.clone()))
            .is_some_and(|record| record == *shown.as_id())
    });
    let row_ref = NodeRef::<leptos::html::Li>::new();
    Effect::new(move || {
        if let Some(row) = row_ref.get()
            && current.get()
        {
            row.scroll_into_view();
        }
    });
    let title = text(|source| &source.title);
    view! {
        <li node_ref=row_ref class="import-source" aria-current=move || current.get().then_some("true")>
            <div class="import-source-head">
                <h3>
                    <EditableText
                        label=words.source_title
                        value=title
                        placeholder=texts.terms.unnamed
                        on_commit=change(Verb::Rename, |source, text| source.title = text)
                    />
                </h3>
                <SourceMenu id title source />
            </div>
            <p class="import-source-facts" dir="auto">{facts}</p>
            <dl class="import-source-details">
                <div><dt>{words.feeds}</dt><dd>{feeds}</dd></div>
                <div>
                    <dt>{words.purpose}</dt>
                    <dd>
                        <EditableText
                            label=words.purpose
                            value=text(|source| &source.purpose)
                            placeholder=words.not_stated
                            on_commit=change(Verb::Change, |source, text| source.purpose = text)
                        />
                    </dd>
                </div>
                <div>
                    <dt>{words.consent}</dt>
                    <dd>
                        <EditableText
                            label=words.consent
                            value=text(|source| &source.consent)
                            placeholder=words.not_stated
                            on_commit=change(Verb::Change, |source, text| source.consent = text)
                        />
                    </dd>
                </div>
            </dl>
        </li>
    }
}

/// What can be done with a source.
#[component]
fn SourceMenu(id: SourceId, title: Signal<String>, source: Memo<Option<Shared<Source>>>) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().import.page;
    let wizard = expect_context::<Wizard>();
    let items = Signal::derive(move || {
        let (again, emptied, deleted) = (id.clone(), id.clone(), id.clone());
        let has_data = source.with(|source| source.as_ref().is_some_and(|source| source.span().is_some()));
        vec![
            MenuItem::new(words.import_again, move || wizard.choose(Some(again.clone()))).icon(icons::LuUpload),
            MenuItem::new(words.remove_data, move || remove_data(workspace, &emptied)).icon(icons::LuX).disabled(!has_data),
            MenuItem::new(words.delete, move || delete(workspace, &deleted)).icon(icons::LuTrash2),
        ]
    });
    let label = Signal::derive(move || (words.source_menu)(&title.get()));
    view! { <Menu small=true icon_only=true icon=icons::LuEllipsis label items /> }
}

fn remove_data(workspace: Workspace, id: &SourceId) {
    let title = title(&workspace.plan_now(), id);
    workspace.edit(Label::new(Verb::Remove, Noun::KpiData), Place::record(Area::Import, id), |plan| {
        plan.clear_source(id);
    });
    workspace.tell_undoable((workspace.texts().import.page.data_removed)(&title));
}

fn delete(workspace: Workspace, id: &SourceId) {
    let plan = workspace.plan_now();
    workspace.edit(Label::new(Verb::Remove, Noun::Source), Place::record(Area::Import, id), |plan| {
        plan.delete_source(id);
    });
    workspace.tell_undoable(deletion::told(&plan, &id.clone().into(), &title(&plan, id), workspace.texts()));
    // Its menu is gone: on with the first source that is left, or with the file that is to be chosen.
    page::if_focus_is_lost(|| {
        if !page::focus_if_there(".import-source-head .icon-button") {
            page::focus(".empty-state .button");
        }
    });
}

fn title(plan: &Plan, id: &SourceId) -> String {
    plan.sources.get(id).map(|source| source.title.clone()).unwrap_or_default()
}

/// The KPIs for which the source has answers.
fn fed(source: &Source) -> BTreeSet<KpiId> {
    source.kpis().into_iter().cloned().collect()
}

/// File, day and rows of the latest import, and the period of all data, in one line.
fn facts(source: &Source, texts: &reiseplan::texts::Texts) -> String {
    let words = &texts.import.page;
    let day = |day| format::day(texts.language, day);
    let count = |n| format::count(texts.language, n);
    let span = source.span().map_or_else(|| words.no_data.to_owned(), |(first, last)| (words.span)(&day(first), &day(last)));
    let answers =
        (source.accepted > 0 || source.rejected > 0).then(|| (words.answers)(&count(source.accepted), &count(source.rejected)));
    let file = Some(source.file_name.clone()).filter(|name| !name.is_empty());
    let imported = source.imported.map(|imported| (words.imported_on)(&day(imported)));
    // The rows are those of that import alone: what they have replaced or were added to doesn't count among them.
    let imported = [imported, answers].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let parts = [file, Some(imported).filter(|imported| !imported.is_empty()), Some(span)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
