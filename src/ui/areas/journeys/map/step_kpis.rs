//! The KPIs of a step in its panel: how they stand, and which are its own.

use super::{
    kpi_cells::{sure_words, target_words},
    state::MapState,
    step_panel::StepData,
};
use crate::ui::{
    components::{ChipsPicker, SectionHead, Sparkline},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    charts::nps::{by_period, period_name},
    editor::Noun,
    figures::{
        journey::KpiGlance,
        period::Grain,
        standing::{Comparison, standing},
    },
    plan::{KpiId, Plan, TypedId},
    route::Area,
    texts::{Texts, format},
};

/// The KPIs of the step and of its touchpoint.
#[component]
pub fn StepKpis(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.map;
    let map = panel.map;
    let kpis = Memo::new(move |_| panel.get(|step| map.kpis.with(|kpis| kpis.of_step(step))));
    let own = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| {
            let named = |id: &KpiId| plan.kpis.get(id).map(|kpi| (id.to_string(), kpi.title.clone()));
            step.kpis.iter().filter_map(named).collect::<Vec<_>>()
        })
    });
    let options =
        map.workspace.select(|plan| plan.kpis.iter().map(|kpi| (kpi.id.to_string(), kpi.title.clone())).collect::<Vec<_>>());
    let add = move |id: String| {
        if let Ok(id) = KpiId::try_from(id.as_str()) {
            panel.change(Noun::Kpi, move |step| step.kpis.push(id));
        }
    };
    let remove = move |id: String| panel.change(Noun::Kpi, move |step| step.kpis.retain(|kpi| kpi.as_str() != id));
    view! {
        <section class="panel-section">
            <SectionHead title=words.kpis ruled=true />
            {move || kpis.with(Vec::is_empty).then(|| view! { <p class="entry-empty">{words.kpis_none}</p> })}
            <div class="step-kpis">
                {move || kpis.get().into_iter().map(|glance| view! { <KpiCard glance /> }).collect_view()}
            </div>
            <div data-field="kpis">
                <ChipsPicker
                    label=words.kpis_field
                    chosen=own
                    options
                    on_add=add
                    on_remove=remove
                    remove_label=Callback::new(move |name: String| (texts.journeys.remove)(&name))
                    none_label=words.kpis_missing
                />
            </div>
        </section>
    }
}

/// A KPI with its value, what that rests on, how it went, and whether it changed more than by chance.
#[component]
fn KpiCard(glance: KpiGlance) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let title = if glance.title.is_empty() { texts.terms.unnamed.to_owned() } else { glance.title.clone() };
    let href = map.workspace.link(Area::Kpis, Some(glance.id.as_id()));
    let figure = glance.value.map_or_else(|| "–".to_owned(), |value| format::signed(texts.language, value.value, 0));
    let sure = sure_words(texts, &glance).unwrap_or_else(|| texts.map.kpi_no_data.to_owned());
    let target = target_words(texts, &glance);
    let (id, verdict_id) = (glance.id.clone(), glance.id);
    let spec = map.workspace.select(move |plan| by_period(plan, &id, Grain::Month, None, texts));
    let verdict = map.workspace.select(move |plan| verdict(plan, &verdict_id, texts));
    view! {
        <div class="kpi-card">
            <a class="kpi-card-title" dir="auto" href=href>{title}</a>
            <p class="kpi-card-figure"><strong>{figure}</strong>" "<span>{sure}</span></p>
            <Sparkline spec />
            {move || verdict.get().map(|(tone, words)| view! { <p class="kpi-card-verdict" data-tone=tone>{words}</p> })}
            {target.map(|target| view! { <p class="kpi-card-note">{target}</p> })}
        </div>
    }
}

/// How a KPI changed, and whether that is more than noise: a tone, and the words for it.
fn verdict(plan: &Plan, id: &KpiId, texts: &Texts) -> Option<(&'static str, String)> {
    let words = &texts.kpis;
    let standing = standing(plan, id, Grain::Month)?;
    let points = |delta: f64| format::signed(texts.language, delta, 1);
    let (delta, sure, change) = match &standing.comparison {
        Some(Comparison::Shift(shift)) => {
            let delta = shift.difference.delta;
            (delta, true, (texts.map.work.kpi_since)(&points(delta), &period_name(shift.since, texts)))
        }
        Some(Comparison::Periods { before, difference }) => {
            let change = (texts.map.work.kpi_against)(&points(difference.delta), &period_name(*before, texts));
            (difference.delta, difference.is_significant(), change)
        }
        None => return Some(("", words.no_comparison.to_owned())),
    };
    let (tone, mark) = match (sure, delta > 0.0) {
        (true, true) => ("good", "▲"),
        (true, false) => ("bad", "▼"),
        (false, _) => ("", "≈"),
    };
    let meaning = if sure { words.more_than_noise } else { words.noise_note };
    Some((tone, format!("{mark} {change}. {meaning}.")))
}
