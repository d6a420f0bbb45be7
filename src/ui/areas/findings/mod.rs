//! Pain points and opportunities of all journeys: the list of them, and one with all that is known.

mod details;
mod export;
mod filters;
mod links;
mod list;
mod row;
mod several;

use crate::ui::{
    components::{Button, ButtonKind, EmptyState, Menu, MenuItem, PageHead, icons},
    finding::noun,
    platform::page,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Place, Verb},
    listing::findings::{FindingColumn, FindingFilter, FindingGrouping, FindingIndex, list_findings},
    plan::{FindingKey, FindingKind, Id, OpportunityId, PainPointId, PainPointState, Plan},
    route::Area,
};
use std::collections::HashSet;

/// What the parts of the page share. Which findings are shown, and how, outlives the page, so that who comes back from a
/// measure finds the list as it was.
#[derive(Clone, Copy)]
struct PageState {
    filter: RwSignal<FindingFilter>,
    grouping: RwSignal<FindingGrouping>,
    sorted: RwSignal<Option<(FindingColumn, bool)>>,
    /// The findings that are ticked; those of them that aren't shown are left alone.
    ticked: RwSignal<HashSet<FindingKey>>,
    /// The finding that was just added: its text is being written.
    fresh: RwSignal<Option<FindingKey>>,
}

impl PageState {
    fn of(workspace: Workspace) -> Self {
        workspace.lasting(|| Self {
            filter: RwSignal::default(),
            grouping: RwSignal::default(),
            sorted: RwSignal::new(Some((FindingColumn::Weight, false))),
            ticked: RwSignal::default(),
            fresh: RwSignal::default(),
        })
    }

    /// Adds a finding without a text and opens its details; what would hide it isn't filtered any more.
    fn add(self, workspace: Workspace, kind: FindingKind) {
        let key: FindingKey = match kind {
            FindingKind::PainPoint => workspace.new_id::<PainPointId>().into(),
            FindingKind::Opportunity => workspace.new_id::<OpportunityId>().into(),
        };
        let place = Place::record(Area::Findings, key.as_id());
        workspace.edit(Label::new(Verb::Add, noun(kind)), place, |plan| plan.add_finding(&key, "", Vec::new()));
        self.filter.set(FindingFilter::default());
        self.fresh.set(Some(key.clone()));
        workspace.go(Area::Findings, Some(key.as_id().clone()));
    }
}

/// What is known of all findings, and which are shown in which order.
#[derive(Clone, Copy)]
struct Shown {
    index: Memo<FindingIndex>,
    listed: Memo<Vec<FindingKey>>,
    /// Those of them that are ticked, in the same order.
    ticked: Memo<Vec<FindingKey>>,
    all: Memo<usize>,
}

impl Shown {
    fn new(workspace: Workspace, state: PageState) -> Self {
        let index = workspace.select(FindingIndex::new);
        let listed = Memo::new(move |_| {
            let (filter, sorted) = (state.filter.get(), state.sorted.get());
            index.with(|index| workspace.with_plan(|plan| list_findings(plan, index, &filter, sorted)))
        });
        let ticked = Memo::new(move |_| {
            let is_ticked = |key: &&FindingKey| state.ticked.with(|ticked| ticked.contains(*key));
            listed.with(|listed| listed.iter().filter(is_ticked).cloned().collect())
        });
        Self { index, listed, ticked, all: workspace.select(|plan| plan.pain_points.len() + plan.opportunities.len()) }
    }
}

/// The page.
#[component]
pub fn Findings() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let state = PageState::of(workspace);
    provide_context(state);
    let shown = Shown::new(workspace, state);
    let is_empty = Memo::new(move |_| shown.all.get() == 0);
    let summary = Memo::new(move |_| {
        shown.index.with(|index| {
            workspace.with_plan(|plan| (words.summary)(plan.pain_points.len(), plan.opportunities.len(), unanswered(plan, index)))
        })
    });
    let new = move |kind: FindingKind, look: ButtonKind| {
        view! { <Button kind=look icon=icons::LuPlus label=(words.new)(kind) on_press=move |()| state.add(workspace, kind) /> }
    };
    let more = Signal::stored(vec![
        MenuItem::new((words.new)(FindingKind::Opportunity), move || state.add(workspace, FindingKind::Opportunity))
            .icon(icons::LuLightbulb),
        MenuItem::new(words.export, move || export::save(workspace, &shown.listed.get_untracked())).icon(icons::LuDownload),
    ]);
    view! {
        <div class="with-panel">
            <div class="page findings">
                <PageHead title=words.title subtitle=move || if is_empty.get() { String::new() } else { summary.get() }>
                    {move || (!is_empty.get()).then(|| view! {
                        {new(FindingKind::PainPoint, ButtonKind::Primary)}
                        <Menu icon_only=true icon=icons::LuEllipsis label=(words.more)(words.title) items=more />
                    })}
                </PageHead>
                {move || match is_empty.get() {
                    true => view! {
                        <EmptyState icon=icons::LuTriangleAlert title=words.empty_title text=words.empty_text>
                            {new(FindingKind::PainPoint, ButtonKind::Primary)}
                            {new(FindingKind::Opportunity, ButtonKind::Secondary)}
                        </EmptyState>
                    }
                    .into_any(),
                    false => view! {
                        <filters::Filters shown />
                        <several::Several shown />
                        <list::List shown />
                    }
                    .into_any(),
                }}
            </div>
            <ShownFinding />
        </div>
    }
}

/// Number of findings that aren't solved and that no measure answers.
fn unanswered(plan: &Plan, index: &FindingIndex) -> usize {
    let filter = FindingFilter { unanswered: true, ..FindingFilter::default() };
    let keys = list_findings(plan, index, &filter, None).into_iter();
    keys.filter(|key| plan.finding(key).is_some_and(|finding| finding.state != PainPointState::Solved)).count()
}

/// Where the row of a finding takes the focus.
fn row_selector(id: &Id) -> String {
    format!("[data-item=\"{id}\"] a")
}

/// Details of the finding that the address names, if there is one.
#[component]
fn ShownFinding() -> impl IntoView {
    let workspace = use_workspace();
    let state = expect_context::<PageState>();
    let shown = Memo::new(move |_| {
        let id = workspace.route.get().filter(|route| route.area == Area::Findings)?.record?;
        workspace.with_plan(|plan| plan.finding_key(&id))
    });
    // The keyboard follows: into the details when they open, back to where they were opened when they close.
    Effect::new(move |before: Option<Option<FindingKey>>| {
        let now = shown.get();
        let is_fresh = now.is_some() && state.fresh.get_untracked() == now;
        match (before.flatten(), &now) {
            _ if is_fresh => {}
            (before, Some(key)) if before.as_ref() != Some(key) => page::focus_soon(".panel".to_owned()),
            (Some(before), None) => page::focus_soon(row_selector(before.as_id())),
            _ => {}
        }
        if !is_fresh {
            state.fresh.set(None);
        }
        now
    });
    move || shown.get().map(|key| view! { <details::Details key /> })
}
