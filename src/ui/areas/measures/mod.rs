//! Measures: what is done, by whom, when, at what cost and for what benefit, in views that share selection and filter.

mod board;
mod budget;
mod budget_cuts;
mod budget_lines;
mod choices;
mod details;
mod filters;
mod gaps;
mod matrix;
mod people;
mod state;
mod table;
mod timeline;
mod timeline_bar;
mod timeline_chart;
mod timeline_marks;

use crate::ui::{
    components::{Button, ButtonKind, EmptyState, PageHead, Segmented, icons},
    platform::{clock, page},
    record::{Home, RecordHandle},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Noun,
    plan::{Measure, MeasureId, MeasureStatus},
    route::{Area, Route},
    texts::measures::View,
};
use state::PageState;

const HOME: Home<Measure> =
    Home { table: |plan| &plan.measures, table_mut: |plan| &mut plan.measures, area: Area::Measures, noun: Noun::Measure };

/// A measure, to be read and changed.
type MeasureHandle = RecordHandle<Measure>;

/// The page.
#[component]
pub fn Measures() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let state = PageState::new();
    provide_context(state);
    let today = clock::today();
    let facts = workspace.select(move |plan| {
        let running = plan.measures.iter().filter(|measure| measure.status == MeasureStatus::Running).count();
        let late = plan.measures.iter().filter(|measure| measure.is_late(today)).count();
        (words.facts)(plan.measures.len(), running, late)
    });
    let is_empty = workspace.select(|plan| plan.measures.is_empty());
    let view = Memo::new(move |_| {
        let kept = workspace.preferences.with(|preferences| preferences.measures_view.clone()).unwrap_or_default();
        View::ALL.into_iter().find(|(_, key)| *key == kept).map_or(View::Table, |(view, _)| view)
    });
    // An address that names a view shows it; from then on it is the one that is kept.
    Effect::new(move |_| {
        let Some(route) = workspace.route.get().filter(|route| route.area == Area::Measures) else { return };
        let Some(part) = route.part.as_ref().map(ToString::to_string) else { return };
        if View::ALL.into_iter().any(|(_, key)| key == part) {
            workspace.preferences.update(|preferences| preferences.measures_view = Some(part));
        }
        workspace.navigate_to(&Route { part: None, ..route }, true);
    });
    // A line of the budget that the address names is shown, once for each time.
    let line = Memo::new(move |_| {
        let route = workspace.route.get().filter(|route| route.area == Area::Measures && route.part.is_none())?;
        route.record.filter(|_| state.selected.with(Option::is_none))
    });
    Effect::new(move |_| {
        let Some(line) = line.get() else { return };
        // The router scrolls to the top when it has shown an address; this has to come after that.
        page::after_render(move || {
            page::after_render(move || {
                page::reveal(&budget_cuts::element_id(line.as_str()));
            });
        });
    });
    let key =
        move || View::ALL.into_iter().find(|(own, _)| *own == view.get()).map(|(_, key)| key.to_owned()).unwrap_or_default();
    let options = View::ALL.map(|(view, key)| (key.to_owned(), (words.view_name)(view).to_owned())).to_vec();
    let pick = move |key: String| workspace.preferences.update(|preferences| preferences.measures_view = Some(key));
    let add = move |()| state.add(|id| Measure::new(id, "", None));
    let body = move || match is_empty.get() {
        true => view! {
            <EmptyState icon=icons::LuListChecks title=words.none_title text=words.none_text>
                <Button kind=ButtonKind::Secondary icon=icons::LuPlus label=words.new_measure on_press=add />
            </EmptyState>
        }
        .into_any(),
        false => {
            let options = options.clone();
            view! {
                <div class="measures-views no-print">
                    <Segmented
                        label=words.view
                        options=Signal::stored(options)
                        value=Signal::derive(key)
                        on_pick=pick
                    />
                </div>
                {move || show(view.get())}
            }
            .into_any()
        }
    };
    view! {
        <div class="with-panel">
            <div class="page measures">
                <PageHead title=(texts.shell.area)(Area::Measures) subtitle=facts>
                    <Button kind=ButtonKind::Primary icon=icons::LuPlus label=words.new_measure on_press=add />
                </PageHead>
                {body}
            </div>
            <Shown />
        </div>
    }
}

/// A view, with the filters if it shows measures rather than the steps of a journey.
fn show(view: View) -> AnyView {
    let content = match view {
        View::Board => view! { <board::Board /> }.into_any(),
        View::Timeline => view! { <timeline::Timeline /> }.into_any(),
        View::Table => view! { <table::Table /> }.into_any(),
        View::Matrix => view! { <matrix::Matrix /> }.into_any(),
        View::Budget => view! { <budget::Budget /> }.into_any(),
        View::People => view! { <people::People /> }.into_any(),
        View::Gaps => view! { <gaps::Gaps /> }.into_any(),
    };
    let shows_measures = view != View::Gaps;
    view! {
        {shows_measures.then(|| view! { <filters::Filters /> })}
        <div class="measures-view">{content}</div>
    }
    .into_any()
}

/// Details of the selected measure, if there is one.
#[component]
fn Shown() -> impl IntoView {
    let state = expect_context::<PageState>();
    // The keyboard follows into the details when they open.
    Effect::new(move |before: Option<Option<MeasureId>>| {
        let now = state.selected.get();
        let is_fresh = now.is_some() && state.fresh.get_untracked() == now;
        if !is_fresh {
            state.fresh.set(None);
            if now.is_some() && before.flatten() != now {
                page::focus_soon(".panel".to_owned());
            }
        }
        now
    });
    move || state.selected.get().map(|id| view! { <details::Details id /> })
}
