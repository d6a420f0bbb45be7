//! What stands below the lifecycle: journeys, KPIs, the next measures.

use crate::ui::{
    components::SectionHead,
    platform::clock,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    figures::series::{days_covered, total},
    plan::{Day, Kpi, Measure, MeasureStatus, Plan, TypedId},
    route::Area,
    texts::{Texts, figures::ValueStyle, format},
};

/// Most entries shown of each list.
const SHOWN: usize = 5;

/// A line of a list: where it leads, what it says in bold and small, and what stands at its right end.
#[derive(Clone, PartialEq)]
struct Entry {
    href: String,
    title: String,
    note: String,
    figure: String,
    figure_note: String,
    alarming: bool,
}

#[component]
fn EntryList(title: &'static str, area: Area, #[prop(into)] entries: Signal<Vec<Entry>>, empty: &'static str) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let line = |entry: Entry| {
        view! {
            <li>
                <a class="entry" href=entry.href>
                    <span class="entry-text">
                        <span class="entry-title" dir="auto">{entry.title}</span>
                        <span class="entry-note" dir="auto">{entry.note}</span>
                    </span>
                    <span class="entry-figure">
                        <b class:alarming=entry.alarming>{entry.figure}</b>
                        <span class="entry-note">{entry.figure_note}</span>
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <section>
            <SectionHead title ruled=true>
                <a href=workspace.link(area, None)>{texts.overview.all}</a>
            </SectionHead>
            {move || match entries.get() {
                entries if entries.is_empty() => view! { <p class="entry-empty">{empty}</p> }.into_any(),
                entries => view! { <ul class="entry-list">{entries.into_iter().map(line).collect_view()}</ul> }.into_any(),
            }}
        </section>
    }
}

fn named(title: &str, texts: &Texts) -> String {
    if title.is_empty() { texts.terms.unnamed.to_owned() } else { title.to_owned() }
}

/// The journeys with their size and mood.
#[component]
pub fn JourneyList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let entries = workspace.select(move |plan| {
        let entry = |journey: &std::sync::Arc<reiseplan::plan::Journey>| {
            let pains = plan.pain_points.iter().filter(|pain_point| {
                let met =
                    |step: &reiseplan::plan::Step| step.touchpoint.as_ref().is_some_and(|id| pain_point.touchpoints.contains(id));
                journey.steps().any(|step| met(step))
            });
            let emotions: Vec<_> = journey.steps().map(|step| step.emotion).collect();
            let mean = reiseplan::figures::journey::emotion_figures(&emotions).map(|figures| figures.mean);
            Entry {
                href: workspace.link(Area::Journeys, Some(journey.id.as_id())),
                title: named(&journey.title, texts),
                note: (texts.overview.journey_facts)(journey.steps().count(), pains.count()),
                figure: mean.map(|mean| format::signed(texts.language, mean, 1)).unwrap_or_default(),
                figure_note: mean.map(|_| texts.overview.mood.to_owned()).unwrap_or_default(),
                alarming: false,
            }
        };
        plan.journeys.iter().take(SHOWN).map(entry).collect()
    });
    view! { <EntryList title=texts.overview.journeys area=Area::Journeys entries empty=texts.overview.journeys_empty /> }
}

/// The KPIs with their value in the last month that has data.
#[component]
pub fn KpiList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let entries = workspace.select(move |plan| {
        let entry = |kpi: &std::sync::Arc<Kpi>| {
            let (figure, figure_note) = kpi_figure(plan, kpi, texts);
            let style = ValueStyle::of(&kpi.kind, &plan.profile().currency);
            let target = kpi.targets.last().map(|target| style.set(texts.language, target.value));
            Entry {
                href: workspace.link(Area::Kpis, Some(kpi.id.as_id())),
                title: named(&kpi.title, texts),
                note: target.map(|target| (texts.overview.kpi_target)(&target)).unwrap_or_default(),
                figure,
                figure_note,
                alarming: false,
            }
        };
        plan.kpis.iter().take(SHOWN).map(entry).collect()
    });
    view! { <EntryList title=texts.overview.kpis area=Area::Kpis entries empty=texts.overview.kpis_empty /> }
}

/// A KPI's value over its last three months with data, and its interval with n.
fn kpi_figure(plan: &Plan, kpi: &Kpi, texts: &Texts) -> (String, String) {
    let figure = days_covered(plan, &kpi.id).and_then(|days| {
        let last = days.end().month();
        let of_months = total(plan, &kpi.id, None, last.plus(-2).first_day()..=last.last_day());
        of_months.or_else(|| total(plan, &kpi.id, None, days))?.figure()
    });
    let Some(figure) = figure else { return (String::new(), texts.overview.kpi_no_data.to_owned()) };
    let style = ValueStyle::of(&kpi.kind, &plan.profile().currency);
    let note = match (figure.interval, figure.n) {
        (Some((low, high)), Some(n)) => {
            let end = |value| style.end(texts.language, value);
            (texts.overview.kpi_interval)(&end(low), &end(high), &format::count(texts.language, n))
        }
        _ => String::new(),
    };
    (style.value(texts.language, figure.value), note)
}

/// The measures that run or come next.
#[component]
pub fn MeasureList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let entries = workspace.select(move |plan| {
        let today = clock::today();
        let mut measures: Vec<_> = plan
            .measures
            .iter()
            .filter(|measure| matches!(measure.status, MeasureStatus::Running | MeasureStatus::Planned))
            .collect();
        measures.sort_by_key(|measure| (measure.end.is_none(), measure.end));
        let entry = |measure: &std::sync::Arc<Measure>| {
            let (when, alarming) = due(measure, today, texts);
            Entry {
                href: workspace.link(Area::Measures, Some(measure.id.as_id())),
                title: named(&measure.title, texts),
                note: if measure.owner.is_empty() { texts.overview.nobody.to_owned() } else { measure.owner.clone() },
                figure: (texts.terms.measure_status)(measure.status).to_owned(),
                figure_note: when,
                alarming,
            }
        };
        measures.into_iter().take(SHOWN).map(entry).collect()
    });
    view! { <EntryList title=texts.overview.next_measures area=Area::Measures entries empty=texts.overview.measures_empty /> }
}

fn due(measure: &Measure, today: Day, texts: &Texts) -> (String, bool) {
    match measure.end {
        Some(end) if end < today => ((texts.overview.overdue)(&format::day(texts.language, end)), true),
        Some(end) => ((texts.overview.until)(&format::day(texts.language, end)), false),
        None => (String::new(), false),
    }
}
