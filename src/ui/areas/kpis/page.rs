//! One KPI.

use super::{
    compare::Compare,
    data::{TypedData, add_month},
    details::{Definition, Details, Measures, SourceLine, source_lines},
    export::{save_csv, save_workbook},
    groups::Groups,
    lifetime::CustomerValue,
    shown::ShownKpi,
    targets::Targets,
    tiles::Tiles,
    verdict::{Distribution, Verdict},
    views::{Signals, Views},
    worth::Worth,
};
use crate::ui::{
    components::{
        Button, ButtonKind, Chart, ChartActions, ChartHandle, EmptyState, LinkButton, Menu, MenuItem, PageHead, Segmented, icons,
    },
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    charts::kpi::{Highlight, View, by_period},
    editor::{Label, Noun, Verb},
    figures::{
        series::{Group, Overlap, days_covered, finest_grain, hidden_periods, overlaps, reported_aside, scores_left_out, total},
        standing::{Comparison, running_measure},
    },
    plan::{Kpi, KpiId, KpiKind, Measure, Plan, Resolution, SourceId},
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
    let is_value = Memo::new(move |_| shown.kind().with(|kind| matches!(kind, KpiKind::Clv(_))));
    let is_known =
        Memo::new(move |_| shown.kpi.with(|kpi| kpi.as_ref().is_none_or(|kpi| !matches!(kpi.kind, KpiKind::Other(_)))));
    let spec = Memo::new(move |_| {
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
            let shaded = measure.map(|measure| measure.id.clone());
            let events = plan.kpis.get(&id).map(|kpi| events(plan, kpi, |measure| shaded.as_ref() != Some(&measure.id), texts));
            let view = View { highlight, events: events.unwrap_or_default(), ..shown.view() };
            by_period(plan, &id, &view, texts)
        })
    });
    let chart = ChartHandle::new(spec, texts, workspace.dark);
    let rename = move |title: String| shown.change(Label::new(Verb::Rename, Noun::Kpi), |kpi| kpi.title = title);
    let items = vec![
        MenuItem::new(texts.figures.save_csv, move || save_csv(shown, workspace)).icon(icons::LuFileDown),
        MenuItem::new(texts.figures.save_workbook, move || save_workbook(shown, workspace)).icon(icons::LuFileDown),
        MenuItem::new(words.delete, move || super::delete(workspace, &shown.id())).icon(icons::LuTrash2),
    ];
    let main = move || {
        match (is_known.get(), has_data.get()) {
        (false, _) => view! { <p class="kpi-none">{words.unknown_kind_text}</p> }.into_any(),
        (true, false) if is_value.get() => ().into_any(),
        (true, false) => view! {
            <EmptyState icon=icons::LuGauge title=words.no_data_title text=words.no_data_text>
                <LinkButton kind=ButtonKind::Primary icon=icons::LuFileDown label=words.import href=workspace.link(Area::Import, None) />
                <Button icon=icons::LuTable label=words.type_values on_press=move |()| add_month(shown, wanted, true) />
            </EmptyState>
        }
        .into_any(),
        (true, true) => view! {
            <Views shown />
            <Chart chart bare=true />
            <Signals shown />
            <Remarks shown />
            <Groups shown />
            <Compare shown />
            <Worth shown />
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
                    {move || is_value.get().then(|| view! { <CustomerValue shown /> })}
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

/// Chooses the periods; none that are shorter than the data's.
#[component]
fn Grains(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let key = |grain: Resolution| format!("{grain:?}");
    let options = shown.select(move |plan, id| {
        let finest = shown.group.with(|group| finest_grain(plan, id, group.as_ref())).unwrap_or_default();
        let fitting = Resolution::ALL.into_iter().filter(|grain| *grain >= finest);
        fitting.map(|grain| (key(grain), (texts.figures.grain)(grain).to_owned())).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || key(shown.grain.get()));
    let pick = move |picked: String| {
        if let Some(grain) = Resolution::ALL.into_iter().find(|grain| key(*grain) == picked) {
            shown.grain.set(grain);
        }
    };
    view! { <Segmented label=texts.kpis.grain options value on_pick=pick /> }
}

/// When measures for the KPI begin, and where its series breaks.
fn events(plan: &Plan, kpi: &Kpi, is_wanted: impl Fn(&Measure) -> bool, texts: &Texts) -> Vec<(reiseplan::plan::Day, String)> {
    let words = &texts.figures;
    let measures = plan.measures.iter().filter(|measure| measure.has_begun() && measure.moves(&kpi.id) && is_wanted(measure));
    let begins = measures.filter_map(|measure| Some((measure.start?, (words.measure_begins)(texts.terms.named(&measure.title)))));
    let redefined = kpi.breaks().map(|day| (day, words.redefinition_mark.to_owned()));
    begins.chain(redefined).collect()
}

/// What must be known about the data: answers counted twice or left out, periods that are hidden, months that weeks don't
/// show.
#[component]
fn Remarks(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.kpis;
    let remarks =
        shown.select(move |plan, id| shown.group.with(|group| remarks(plan, id, group.as_ref(), shown.grain.get(), texts)));
    let typed_hidden = Memo::new(move |_| {
        let has_typed = shown.kpi.with(|kpi| kpi.as_ref().is_some_and(|kpi| !kpi.typed.is_empty()));
        has_typed && shown.grain.get() < Resolution::Month
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

fn remarks(plan: &Plan, kpi: &KpiId, group: Option<&Group>, grain: Resolution, texts: &Texts) -> Vec<String> {
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
    let reported: Vec<String> = reported_aside(plan, kpi).iter().map(|month| format::month(texts.language, *month)).collect();
    // Groups are known of imported data alone.
    if group.is_none() && !reported.is_empty() {
        lines.push((words.reported_aside)(&reported));
    }
    let hidden = hidden_periods(plan, kpi, group, grain).len();
    if hidden > 0 {
        lines.push((words.hidden_periods)(hidden, plan.profile().segment_minimum.into()));
    }
    let left_out = scores_left_out(plan, kpi);
    if left_out > 0 {
        lines.push((words.left_out)(&format::count(texts.language, left_out), left_out));
    }
    lines
}

fn subtitle(plan: &Plan, kpi: &KpiId, sources: &[SourceLine], texts: &Texts) -> String {
    let words = &texts.kpis;
    let kind = plan.kpis.get(kpi).map(|kpi| &kpi.kind);
    let days = days_covered(plan, kpi).filter(|_| kind.is_some_and(|kind| kind.scale().is_some()));
    let n = days.and_then(|days| total(plan, kpi, &days)?.n()).unwrap_or_default();
    let formula = kind.map(|kind| (texts.figures.formula)(kind)).unwrap_or_default();
    let titles = plan.sources.iter().filter(|source| sources.iter().any(|line| line.id.as_str() == source.id.as_str()));
    let titles = titles.map(|source| source.title.clone()).filter(|title| !title.is_empty());
    let parts = std::iter::once(formula).chain(titles);
    parts.chain((n > 0).then(|| (words.answers)(&format::count(texts.language, n)))).collect::<Vec<_>>().join(" · ")
}
