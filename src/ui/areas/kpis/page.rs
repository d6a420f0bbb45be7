//! One KPI.

use super::{
    data::{TypedData, add_month},
    details::{Definition, Details, Measures, SourceLine, source_lines},
    groups::Groups,
    shown::ShownKpi,
    targets::Targets,
    tiles::Tiles,
    verdict::{Distribution, Verdict},
};
use crate::ui::{
    components::{
        Button, ButtonKind, Chart, ChartActions, ChartHandle, EmptyState, LinkButton, Menu, MenuItem, PageHead, Segmented, icons,
    },
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    charts::nps::{Highlight, by_period},
    editor::{Label, Noun, Verb},
    figures::{
        period::Grain,
        series::{Overlap, days_covered, overlaps, scores_left_out},
        standing::{Comparison, running_measure},
    },
    plan::{KpiId, KpiKind, Plan, SourceId},
    route::Area,
    texts::{Texts, format},
};
use std::collections::BTreeMap;

/// The page.
#[component]
pub fn KpiPage(id: KpiId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.kpis;
    let shown = ShownKpi::new(workspace, id);
    let wanted = RwSignal::new(first_cell(shown));
    let sources = shown.select(move |plan, id| source_lines(plan, id, texts));
    let subtitle = shown.select(move |plan, id| subtitle(plan, id, &source_lines(plan, id, texts), texts));
    let named_sources = Signal::derive(move || {
        let names: Vec<String> = sources.with(|sources| sources.iter().map(|source| source.name.clone()).collect());
        let typed = shown.kpi.with(|kpi| kpi.as_ref().is_some_and(|kpi| !kpi.typed.is_empty()));
        names.into_iter().chain(typed.then(|| words.typed.to_owned())).collect::<Vec<_>>().join(", ")
    });
    let has_data = shown.select(|plan, id| days_covered(plan, id).is_some());
    let is_known = Memo::new(move |_| shown.kpi.with(|kpi| kpi.as_ref().is_none_or(|kpi| kpi.kind == KpiKind::Nps)));
    let spec = Memo::new(move |_| {
        let grain = shown.grain.get();
        let since = shown.standing.with(|standing| match standing.as_ref()?.comparison {
            Some(Comparison::Shift(shift)) => Some(shift.since.first_day()),
            _ => None,
        });
        workspace.with_plan(|plan| {
            let id = shown.id();
            let known_to = days_covered(plan, &id).map(|days| *days.end());
            let measure = known_to.and_then(|known_to| running_measure(plan, &id, since, known_to));
            let highlight = measure.and_then(|measure| {
                let label = (words.measure_runs)(&measure.title);
                Some(Highlight { from: measure.start?, to: measure.end, label })
            });
            by_period(plan, &id, grain, highlight.as_ref(), texts)
        })
    });
    let chart = ChartHandle::new(spec, texts, workspace.dark);
    let rename = move |title: String| shown.change(Label::new(Verb::Rename, Noun::Kpi), |kpi| kpi.title = title);
    let items = vec![MenuItem::new(words.delete, move || super::delete(workspace, &shown.id())).icon(icons::LuTrash2)];
    let main = move || {
        match (is_known.get(), has_data.get()) {
        (false, _) => view! { <p class="kpi-none">{words.unknown_kind_text}</p> }.into_any(),
        (true, false) => view! {
            <EmptyState icon=icons::LuGauge title=words.no_data_title text=words.no_data_text>
                <LinkButton kind=ButtonKind::Primary icon=icons::LuFileDown label=words.import href=workspace.link(Area::Import, None) />
                <Button icon=icons::LuTable label=words.type_values on_press=move |()| add_month(shown, wanted, true) />
            </EmptyState>
        }
        .into_any(),
        (true, true) => view! {
            <Chart chart bare=true />
            <Remarks shown />
            <Groups shown />
        }
        .into_any(),
    }
    };
    view! {
        <div class="page kpi-page">
            <PageHead
                title=shown.field(|kpi| kpi.title.clone())
                subtitle
                on_rename=Callback::new(rename)
                rename_label=words.title
                placeholder=texts.terms.unnamed
            >
                {move || has_data.get().then(|| view! {
                    <Grains shown />
                    <ChartActions chart />
                })}
                <Menu icon_only=true icon=icons::LuEllipsis label=words.more_page items=Signal::stored(items) />
            </PageHead>
            <Tiles shown sources=named_sources />
            <div class="kpi-columns">
                <div class="kpi-main">
                    {main}
                    {move || is_known.get().then(|| view! { <TypedData shown wanted /> })}
                </div>
                <div class="kpi-aside">
                    <Verdict shown />
                    <Distribution shown />
                    <Definition shown />
                    <Details shown sources />
                    <Targets shown />
                    <Measures shown />
                </div>
            </div>
        </div>
    }
}

/// Where typing begins if all that is there is a month that is yet to be filled.
fn first_cell(shown: ShownKpi) -> Option<(String, usize)> {
    let is_empty = shown.standing.with_untracked(Option::is_none);
    let month = shown.kpi.with_untracked(|kpi| kpi.as_ref().and_then(|kpi| kpi.typed.keys().next().copied()));
    month.filter(|_| is_empty).map(|month| (month.to_string(), 1))
}

/// Chooses the periods.
#[component]
fn Grains(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let key = |grain: Grain| format!("{grain:?}");
    let options = Grain::ALL.map(|grain| (key(grain), (texts.charts.grain)(grain).to_owned())).to_vec();
    let value = Signal::derive(move || key(shown.grain.get()));
    let pick = move |picked: String| {
        if let Some(grain) = Grain::ALL.into_iter().find(|grain| key(*grain) == picked) {
            shown.grain.set(grain);
        }
    };
    view! { <Segmented label=texts.kpis.grain options=Signal::stored(options) value on_pick=pick /> }
}

/// What must be known about the data: answers counted twice or left out, months that weeks don't show.
#[component]
fn Remarks(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.kpis;
    let remarks = shown.select(move |plan, id| remarks(plan, id, texts));
    let typed_hidden = Memo::new(move |_| {
        let has_typed = shown.kpi.with(|kpi| kpi.as_ref().is_some_and(|kpi| !kpi.typed.is_empty()));
        has_typed && shown.grain.get() == Grain::Week
    });
    move || {
        let mut lines = remarks.get();
        if typed_hidden.get() {
            lines.push(words.typed_not_in_weeks.to_owned());
        }
        (!lines.is_empty()).then(|| {
            view! { <ul class="kpi-remarks">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
        })
    }
}

fn remarks(plan: &Plan, kpi: &KpiId, texts: &Texts) -> Vec<String> {
    let words = &texts.kpis;
    let day = |day| format::day(texts.language, day);
    let name = |id: &SourceId| {
        let source = plan.sources.get(id);
        source.map(|source| if source.title.is_empty() { &source.file_name } else { &source.title }).cloned().unwrap_or_default()
    };
    let mut lines = Vec::new();
    let mut typed: BTreeMap<SourceId, Vec<String>> = BTreeMap::new();
    for overlap in overlaps(plan, kpi) {
        match overlap {
            Overlap::Sources { first, second, from, to, days } => {
                lines.push((words.sources_overlap)(&name(&first), &name(&second), &day(from), &day(to), days));
            }
            Overlap::Typed { month, source } => typed.entry(source).or_default().push(format::month(texts.language, month)),
        }
    }
    lines.extend(typed.iter().map(|(source, months)| (words.typed_overlap)(months, &name(source))));
    let left_out = scores_left_out(plan, kpi);
    if left_out > 0 {
        lines.push((words.left_out)(&format::count(texts.language, left_out), left_out));
    }
    lines
}

fn subtitle(plan: &Plan, kpi: &KpiId, sources: &[SourceLine], texts: &Texts) -> String {
    let words = &texts.kpis;
    let n = days_covered(plan, kpi).map(|days| reiseplan::figures::series::nps_total(plan, kpi, days).n()).unwrap_or_default();
    let titles = plan.sources.iter().filter(|source| sources.iter().any(|line| line.id.as_str() == source.id.as_str()));
    let titles = titles.map(|source| source.title.clone()).filter(|title| !title.is_empty());
    let parts = std::iter::once(words.nps_formula.to_owned()).chain(titles);
    parts.chain((n > 0).then(|| (words.answers)(&format::count(texts.language, n)))).collect::<Vec<_>>().join(" · ")
}
