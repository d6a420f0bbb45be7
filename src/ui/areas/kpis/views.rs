//! How the KPI is looked at: group of customers, rolling window, control limits; what stands out; its values as a file.

use super::shown::ShownKpi;
use crate::ui::{
    components::{CheckField, SectionHead, SelectField},
    platform::{clock, files},
    workspace::{Workspace, use_texts},
};
use leptos::prelude::*;
use reiseplan::{
    charts::kpi::{group_name, period_name, style},
    export::{Cell, file_name, write_csv},
    figures::{
        measured::{self, Measured},
        series::{by_period, groups},
    },
    plan::Plan,
    texts::Texts,
};

/// How many periods can be put together.
const WINDOWS: [usize; 5] = [1, 3, 4, 6, 12];

/// The choices above the chart.
#[component]
pub fn Views(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.figures;
    let known = shown.select(move |plan, id| {
        let named = |group| (group_label(plan, &group, texts), group);
        groups(plan, id).into_iter().map(named).collect::<Vec<_>>()
    });
    let options = Signal::derive(move || {
        let all = std::iter::once((String::new(), words.all_groups.to_owned()));
        known.with(|known| {
            all.chain(known.iter().enumerate().map(|(at, (name, _))| (at.to_string(), name.clone()))).collect::<Vec<_>>()
        })
    });
    let group = Signal::derive(move || {
        let chosen = shown.group.get();
        let at = known.with(|known| known.iter().position(|(_, group)| Some(group) == chosen.as_ref()));
        at.map(|at| at.to_string()).unwrap_or_default()
    });
    let pick_group = move |key: String| {
        let picked = key.parse::<usize>().ok().and_then(|at| known.with_untracked(|known| Some(known.get(at)?.1.clone())));
        // Groups are known by month.
        if picked.is_some() {
            shown.grain.update(|grain| *grain = (*grain).max(reiseplan::plan::Resolution::Month));
        }
        shown.group.set(picked);
    };
    let windows = WINDOWS.map(|count| {
        let name = if count == 1 { words.window_one.to_owned() } else { (words.window)(count) };
        (count.to_string(), name)
    });
    let window = Signal::derive(move || shown.window.get().to_string());
    let pick_window = move |key: String| shown.window.set(key.parse().unwrap_or(1));
    let has_groups = Memo::new(move |_| known.with(|known| !known.is_empty()));
    view! {
        <div class="kpi-views">
            {move || has_groups.get().then(|| view! {
                <SelectField label=words.group_field options value=group on_commit=pick_group />
            })}
            <SelectField label=words.window_field options=Signal::stored(windows.to_vec()) value=window on_commit=pick_window />
            <CheckField label=words.limits_toggle value=shown.limits on_commit=move |on| shown.limits.set(on) />
        </div>
    }
}

/// A group with its dimension: `Region: Nord`.
pub fn group_label(plan: &Plan, group: &reiseplan::figures::series::Group, texts: &Texts) -> String {
    let name = group_name(plan, group, texts);
    let dimension = plan.dimensions.get(&group.dimension).map(|dimension| dimension.name.as_str()).unwrap_or_default();
    if dimension.is_empty() { name } else { (texts.charts.value_of)(dimension, &name) }
}

/// What the control chart says, while its limits are shown.
#[component]
pub fn Signals(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.figures;
    let lines = shown.select(move |plan, id| {
        if !shown.limits.get() {
            return None;
        }
        let series = shown.group.with(|group| by_period(plan, id, group.as_ref(), shown.grain.get()));
        let measured: Vec<Measured> = series.iter().map(|(_, measured)| *measured).collect();
        Some(match measured::control(&measured, measured.len()) {
            Err(why) => vec![(words.no_limits)(why)],
            Ok(chart) if chart.signals.is_empty() => vec![words.no_signals.to_owned()],
            Ok(chart) => {
                let name = |at: usize| period_name(series[at].0, texts);
                chart.signals.iter().map(|signal| (words.signal)(signal.rule, &name(signal.first), &name(signal.last))).collect()
            }
        })
    });
    move || {
        lines.get().map(|lines| {
            view! {
                <section class="kpi-section" aria-live="polite">
                    <SectionHead title=words.signals_title />
                    <ul class="kpi-signals">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </section>
            }
        })
    }
}

/// Saves the values of all periods as a table.
pub fn save_csv(shown: ShownKpi, workspace: Workspace) {
    let texts = workspace.texts();
    let plan = workspace.plan_now();
    let id = shown.id();
    let grain = shown.grain.get_untracked();
    let series = shown.group.with_untracked(|group| by_period(&plan, &id, group.as_ref(), grain));
    let Some(kpi) = plan.kpis.get(&id) else { return };
    let short = (texts.figures.short)(&kpi.kind);
    let head = [(texts.figures.grain)(grain), &short, texts.charts.low, texts.charts.high, texts.charts.answers_column];
    let mut rows: Vec<Vec<Cell>> = vec![head.iter().map(|name| Cell::from(*name)).collect()];
    let decimals = 10_f64.powi(i32::try_from(style(&plan, &id).decimals + 2).unwrap_or(2));
    let round = |value: f64| (value * decimals).round() / decimals;
    for (period, measured) in series {
        let Some(figure) = measured.figure() else { continue };
        rows.push(vec![
            Cell::from(period_name(period, texts)),
            Cell::from(round(figure.value)),
            Cell::from(figure.interval.map(|(low, _)| round(low))),
            Cell::from(figure.interval.map(|(_, high)| round(high))),
            Cell::from(figure.n.map(|n| n as f64)),
        ]);
    }
    let name = file_name(&[&kpi.title], clock::today(), "csv");
    if let Err(error) = files::download(&name, "text/csv", &write_csv(texts.language, &rows)) {
        workspace.tell_problem((texts.charts.picture_failed)(&error), Vec::new());
    }
}
