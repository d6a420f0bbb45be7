//! The strategy: what customers need in each part of the lifecycle, and what is done about it.

mod adding;
mod canvas;
mod catalogue;
mod details;
mod goals;
mod item;
mod kpis;
mod links;
mod measure;
mod measure_fields;
mod measure_list;
mod measure_row;
mod measure_table;
mod sub_phase;
mod target;
mod weaknesses;

use crate::ui::{
    components::{Button, ButtonKind, PageHead, Segmented, icons},
    platform::page,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::MeasureFilter,
    plan::{Assessment, Measure, MeasureId, TypedId},
    route::Area,
};

/// What the page shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    Lifecycle,
    Measures,
}

const VIEWS: [(View, &str); 2] = [(View::Lifecycle, "lifecycle"), (View::Measures, "measures")];

/// State of the page that its parts share.
#[derive(Clone, Copy)]
struct PageState {
    view: RwSignal<View>,
    filter: RwSignal<MeasureFilter>,
    /// The measure that was just added: its title is being written.
    fresh: RwSignal<Option<MeasureId>>,
}

impl PageState {
    /// Adds a measure without a title and opens its details.
    fn add_measure(self, workspace: Workspace) {
        let id: MeasureId = workspace.new_id();
        let place = Place::record(Area::Strategy, &id);
        workspace.edit(Label::new(Verb::Add, Noun::Measure), place, |plan| {
            plan.measures.insert(Measure::new(id.clone(), "", None));
        });
        self.filter.set(MeasureFilter::default());
        self.fresh.set(Some(id.clone()));
        workspace.go(Area::Strategy, Some(id.as_id().clone()));
    }
}

/// The page.
#[component]
pub fn Strategy() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let state = PageState { view: RwSignal::new(View::Lifecycle), filter: RwSignal::default(), fresh: RwSignal::default() };
    provide_context(state);
    let facts = workspace.select(move |plan| {
        let is_own = |assessment| matches!(assessment, Some(Assessment::Applies | Assessment::Partly));
        let weaknesses = plan.weaknesses.iter().filter(|weakness| is_own(weakness.assessment)).count();
        (words.facts)(plan.goals.len(), weaknesses, plan.measures.len())
    });
    let options =
        vec![(VIEWS[0].1.to_owned(), words.view_lifecycle.to_owned()), (VIEWS[1].1.to_owned(), words.view_measures.to_owned())];
    let key =
        move || VIEWS.iter().find(|(view, _)| *view == state.view.get()).map(|(_, key)| (*key).to_owned()).unwrap_or_default();
    let pick = move |key: String| {
        if let Some((view, _)) = VIEWS.iter().find(|(_, own)| *own == key) {
            state.view.set(*view);
        }
    };
    view! {
        <div class="with-panel">
            <div class="page strategy">
                <PageHead title=(texts.shell.area)(Area::Strategy) subtitle=facts>
                    <Segmented
                        label=words.view
                        options=Signal::stored(options)
                        value=Signal::derive(key)
                        on_pick=pick
                    />
                    <Button
                        kind=ButtonKind::Primary
                        icon=icons::LuPlus
                        label=words.new_measure
                        on_press=move |()| state.add_measure(workspace)
                    />
                </PageHead>
                {move || match state.view.get() {
                    View::Lifecycle => view! { <canvas::Canvas /> }.into_any(),
                    View::Measures => view! { <measure_table::MeasureTable /> }.into_any(),
                }}
            </div>
            <ShownMeasure />
        </div>
    }
}

/// Details of the measure that the address names, if there is one.
#[component]
fn ShownMeasure() -> impl IntoView {
    let workspace = use_workspace();
    let state = expect_context::<PageState>();
    let shown = Memo::new(move |_| {
        let id = MeasureId::from(workspace.route.get()?.record?);
        workspace.with_plan(|plan| plan.measures.contains(&id)).then_some(id)
    });
    // The keyboard follows: into the details when they open, back to where they were opened when they close.
    Effect::new(move |before: Option<Option<MeasureId>>| {
        let now = shown.get();
        let is_fresh = now.is_some() && state.fresh.get_untracked() == now;
        match (before.flatten(), &now) {
            _ if is_fresh => {}
            (before, Some(id)) if before.as_ref() != Some(id) => page::focus_soon(".panel".to_owned()),
            (Some(before), None) => page::focus_soon(item::focus_selector(before.as_id())),
            _ => {}
        }
        if !is_fresh {
            state.fresh.set(None);
        }
        now
    });
    move || shown.get().map(|id| view! { <details::Details id /> })
}
