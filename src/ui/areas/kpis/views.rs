//! How the KPI is looked at: group of customers, rolling window, control limits; what stands out.

use super::shown::ShownKpi;
use crate::ui::{
    components::{CheckField, SectionHead, SelectField, with_first},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    charts::kpi::{control, group_name, period_name},
    figures::series::{by_period, shown_groups},
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
        let mut groups = shown_groups(plan, id);
        // What is chosen is named, though a higher minimum may have hidden it since.
        groups.extend(shown.group.get().filter(|chosen| !groups.contains(chosen)));
        let named = |group| (group_label(plan, &group, texts), group);
        groups.into_iter().map(named).collect::<Vec<_>>()
    });
    let options = Signal::derive(move || {
        known.with(|known| {
            let groups = known.iter().enumerate().map(|(at, (name, _))| (at.to_string(), name.clone()));
            with_first(words.all_groups, groups)
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
        if shown.window.get() > 1 {
            return Some(vec![words.no_limits_rolling.to_owned()]);
        }
        let series = shown.group.with(|group| by_period(plan, id, group.as_ref(), shown.grain.get()));
        Some(match control(&series) {
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
                    <ul class="kpi-signals" role="list">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </section>
            }
        })
    }
}
