//! The KPIs of a sub-phase with their last state.

use crate::ui::{
    components::{Icon, Picker, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::{kpi_preset, missing_kpis},
    editor::{Label, Noun, Place, Verb},
    figures::{journey::kpi_glance, lifecycle::places, standing::TargetState},
    plan::{Kpi, KpiId, Plan, SubPhaseId, TypedId},
    route::Area,
    texts::{
        Texts,
        figures::{ValueStyle, certainty},
        format,
    },
};

/// How a KPI stands, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiState {
    /// Its title.
    pub title: String,
    /// Its value; none: it has no data.
    pub value: Option<String>,
    /// Interval and number of answers.
    pub sure: String,
    /// Its next target.
    pub target: Option<String>,
    /// Whether that is reached.
    pub reached: Option<bool>,
}

impl KpiState {
    /// Tells how a KPI stands.
    pub fn of(plan: &Plan, kpi: &Kpi, texts: &Texts) -> Self {
        let words = &texts.canvas;
        let glance = kpi_glance(plan, kpi);
        let (currency, language) = (&plan.profile().currency, texts.language);
        let style = ValueStyle::of(&kpi.kind, currency);
        let sure = glance.value.map(|figure| certainty(texts, &style, &figure));
        let by = glance.target_by.map(|day| format::day(texts.language, day));
        Self {
            title: texts.terms.named(&glance.title).to_owned(),
            value: glance.value.map(|figure| style.value(language, figure.value)),
            sure: sure.unwrap_or_else(|| words.no_data.to_owned()),
            target: glance.target.map(|(value, _)| (words.target)(&style.set(language, value), by.as_deref())),
            reached: glance.target.and_then(|(_, state)| state).map(|state| state != TargetState::Missed),
        }
    }
}

/// KPIs of the sub-phase, of its touchpoints and of its goals, each once.
fn kpis_of(plan: &Plan, sub_phase: &SubPhaseId) -> Vec<KpiId> {
    let here = |id: Option<&SubPhaseId>| id == Some(sub_phase);
    let places = places(plan);
    let at_touchpoint =
        |kpi: &Kpi| kpi.touchpoint.as_ref().and_then(|id| places.get(id)).is_some_and(|places| places.contains(&Some(sub_phase)));
    let aimed = |kpi: &Kpi| plan.goals.iter().any(|goal| here(goal.sub_phase.as_ref()) && goal.kpi.as_ref() == Some(&kpi.id));
    let fits = |kpi: &&std::sync::Arc<Kpi>| here(kpi.sub_phase.as_ref()) || at_touchpoint(kpi) || aimed(kpi);
    plan.kpis.iter().filter(fits).map(|kpi| kpi.id.clone()).collect()
}

/// The list.
#[component]
pub fn Kpis(sub_phase: SubPhaseId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.canvas;
    let (own, named, into) = (sub_phase.clone(), sub_phase.clone(), sub_phase);
    let ids = workspace.select(move |plan| kpis_of(plan, &own));
    let name = workspace.select(move |plan| (words.add_kpi_to)(&plan.sub_phase_name(&named, texts)));
    let options = workspace.select(move |plan| {
        missing_kpis(plan, texts.language)
            .map(|preset| (preset.id.to_owned(), preset.title(texts.language).to_owned()))
            .collect::<Vec<_>>()
    });
    let add = move |id: String| {
        let Some(preset) = kpi_preset(&id) else { return };
        let kpi = preset.kpi(workspace.new_id(), Some(into.clone()), texts.language);
        let place = Place::area(Area::Strategy);
        workspace.edit(Label::new(Verb::Add, Noun::Kpi), place, |plan| plan.kpis.insert(kpi));
    };
    view! {
        {move || ids.with(Vec::is_empty).then(|| view! { <p class="strategy-none">{words.kpis_empty}</p> })}
        <ul class="row-list">
            <For each=move || ids.get() key=Clone::clone children=|id| view! { <KpiRow id /> } />
        </ul>
        <div class="list-end">
            <Picker
                label=name
                label_hidden=true
                placeholder=words.add_kpi_field
                options
                on_pick=add
                none_label=texts.strategy.nothing_fits
            />
        </div>
    }
}

#[component]
fn KpiRow(id: KpiId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.canvas;
    let href = workspace.link(Area::Kpis, Some(id.as_id()));
    let state = workspace.select(move |plan| plan.kpis.get(&id).map(|kpi| KpiState::of(plan, kpi, texts)));
    move || {
        let state = state.get()?;
        let reached = state.reached;
        let icon = reached.map(|reached| if reached { icons::LuCheck } else { icons::LuTarget });
        Some(view! {
            <li class="strategy-kpi">
                <a class="row-title" href=href.clone() dir="auto">{state.title}</a>
                <span class="strategy-kpi-value">{state.value}</span>
                <span class="row-note">{state.sure}</span>
                <span class="row-note strategy-kpi-target" data-reached=reached.map(|reached| reached.to_string())>
                    {icon.map(|icon| view! { <Icon icon /> })}
                    {state.target.unwrap_or_else(|| words.no_target.to_owned())}
                </span>
            </li>
        })
    }
}
