//! The cells of the KPI lane: value, interval and target of each KPI of a step.

use super::state::MapState;
use crate::ui::{
    components::{Icon, icons},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    figures::{journey::KpiGlance, standing::TargetState},
    plan::{KpiId, Step, TouchpointId, TypedId},
    route::Area,
    texts::figures::{GlanceWords, ends_of_values},
};
use std::{collections::HashMap, sync::Arc};

/// How the KPIs of the plan stand, and where they belong.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KpisOfMap {
    /// Each KPI.
    pub by_id: HashMap<KpiId, KpiGlance>,
    /// Those of each touchpoint, in order.
    pub at: HashMap<TouchpointId, Vec<KpiId>>,
}

impl KpisOfMap {
    /// The KPIs of a step: its own, then those of its touchpoint.
    pub fn of_step(&self, step: &Step) -> Vec<KpiGlance> {
        let at = step.touchpoint.as_ref().and_then(|id| self.at.get(id)).into_iter().flatten();
        let ids = step.kpis.iter().chain(at.filter(|id| !step.kpis.contains(id)));
        ids.filter_map(|id| self.by_id.get(id).cloned()).collect()
    }
}

/// The KPIs of a step.
#[component]
pub fn Kpis(step: ArcRwSignal<Arc<Step>>) -> impl IntoView {
    let map = expect_context::<MapState>();
    let kpis = Memo::new(move |_| step.with(|step| map.kpis.with(|kpis| kpis.of_step(step))));
    move || kpis.get().into_iter().map(|glance| view! { <KpiGlanceView glance /> }).collect_view()
}

/// A KPI with its value, its interval as a line with a mark, its target and whether it is reached.
#[component]
pub fn KpiGlanceView(glance: KpiGlance) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let title = texts.terms.named(&glance.title).to_owned();
    let href = map.workspace.link(Area::Kpis, Some(glance.id.as_id()));
    let GlanceWords { figure, certainty, target } = map.glance_words(&glance, texts);
    let reached = glance.target.and_then(|(_, state)| state);
    let explained =
        [Some(title.clone()), certainty.clone(), target.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let icon = match reached {
        Some(TargetState::Secured) => Some(icons::LuCheck),
        Some(TargetState::Missed) => Some(icons::LuCircleAlert),
        _ => None,
    };
    view! {
        <div class="map-kpi" title=explained data-target=reached.map(state_key)>
            <span class="map-kpi-figure">{figure}</span>
            " "
            <a class="map-kpi-title" tabindex="-1" dir="auto" href=href>{title}</a>
            {icon.map(|icon| view! { <Icon icon /> })}
            <Whisker glance />
            <span class="visually-hidden">{certainty}". "{target}</span>
        </div>
    }
}

/// The interval of a value on its scale, and the target as a tick; nothing for figures without either.
#[component]
fn Whisker(glance: KpiGlance) -> impl IntoView {
    let (lowest, highest) = ends_of_values(&glance.kind)?;
    let value = glance.value?;
    let (low, high) = value.interval?;
    let width = highest - lowest;
    let per_cent = move |value: f64| format!("{}%", ((value - lowest) / width * 100.0).clamp(0.0, 100.0));
    let target =
        glance.target.map(|(target, _)| view! { <span class="whisker-target" style:inset-inline-start=per_cent(target)></span> });
    let reach = format!("{}%", ((high - low) / width * 100.0).clamp(0.0, 100.0));
    Some(view! {
        <span class="whisker" aria-hidden="true">
            <span class="whisker-reach" style:inset-inline-start=per_cent(low) style:inline-size=reach></span>
            <span class="whisker-value" style:inset-inline-start=per_cent(value.value)></span>
            {target}
        </span>
    })
}

fn state_key(state: TargetState) -> &'static str {
    match state {
        TargetState::Missed => "missed",
        TargetState::Reached => "reached",
        TargetState::Secured => "secured",
    }
}
