//! The KPIs of a step in its panel: how they stand, and which are its own.

use super::{state::MapState, step_panel::StepData};
use crate::ui::{
    components::{ChipsPicker, SectionHead, Sparkline},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::{KpiPreset, missing_kpis},
    charts::kpi::{View, by_period, period_name, style},
    editor::{Label, Noun, Verb},
    figures::{
        journey::KpiGlance,
        standing::{Comparison, standing},
    },
    plan::{Kpi, KpiId, Plan, Resolution, TypedId},
    route::Area,
    texts::{Texts, figures::GlanceWords},
};

/// The KPIs of the step and of its touchpoint.
#[component]
pub fn StepKpis(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.map;
    let map = panel.map;
    let kpis = Memo::new(move |_| panel.get(|step| map.kpis.with(|kpis| kpis.of_step(step))));
    let named = |kpi: &Kpi| (kpi.id.to_string(), texts.terms.named(&kpi.title).to_owned());
    let own = map.workspace.select(move |plan| {
        panel.with(plan, |plan, step| step.kpis.iter().filter_map(|id| Some(named(plan.kpis.get(id)?))).collect::<Vec<_>>())
    });
    // Also those that are ready-made, to be added: a new plan has none.
    let options = map.workspace.select(move |plan| {
        let ready = missing_kpis(plan, texts.language)
            .map(|preset| (preset.choice(), (texts.canvas.add_kpi)(preset.title(texts.language))));
        plan.kpis.iter().map(|kpi| named(kpi)).chain(ready).collect::<Vec<_>>()
    });
    let add = move |id: String| {
        if let Some(preset) = KpiPreset::of_choice(&id) {
            add_kpi(panel, preset);
        } else if let Ok(id) = KpiId::try_from(id.as_str()) {
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
                    taken_label=texts.terms.taken
                    none_label=words.kpis_missing
                />
            </div>
        </section>
    }
}

/// Adds the KPI of a preset to the plan and to the step, for the sub-phase of the step's stage.
fn add_kpi(panel: StepData, preset: &KpiPreset) {
    let map = panel.map;
    let (journey, step) = (map.id(), panel.id());
    let id: KpiId = map.workspace.new_id();
    map.edit(Label::new(Verb::Add, Noun::Kpi), |plan| {
        let sub_phase = plan.journeys.get(&journey).and_then(|journey| {
            let (stage, _) = journey.step_place(&step)?;
            journey.stages[stage].sub_phase.clone()
        });
        plan.kpis.insert(preset.kpi(id.clone(), sub_phase, map.workspace.texts().language));
        plan.update_step(&journey, &step, |step| step.kpis.push(id));
    });
}

/// A KPI with its value, what that rests on, how it went, and whether it changed more than by chance.
#[component]
fn KpiCard(glance: KpiGlance) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let title = texts.terms.named(&glance.title).to_owned();
    let href = map.workspace.link(Area::Kpis, Some(glance.id.as_id()));
    let GlanceWords { figure, certainty, target } = map.glance_words(&glance, texts);
    let (id, verdict_id) = (glance.id.clone(), glance.id);
    let spec = map.workspace.select(move |plan| by_period(plan, &id, &View::by(Resolution::Month), texts));
    let verdict = map.workspace.select(move |plan| verdict(plan, &verdict_id, texts));
    view! {
        <div class="kpi-card">
            <a class="kpi-card-title" dir="auto" href=href>{title}</a>
            <p class="kpi-card-figure"><strong>{figure}</strong>" "<span>{certainty}</span></p>
            <Sparkline spec />
            {move || verdict.get().map(|(tone, words)| view! { <p class="kpi-card-verdict" data-tone=tone>{words}</p> })}
            {target.map(|target| view! { <p class="kpi-card-note">{target}</p> })}
        </div>
    }
}

/// How a KPI changed, and whether that is more than noise: a tone, and the words for it.
fn verdict(plan: &Plan, id: &KpiId, texts: &Texts) -> Option<(&'static str, String)> {
    let words = &texts.kpis;
    let standing = standing(plan, id, None, Resolution::Month)?;
    let style = style(plan, id);
    let better = plan.kpis.get(id).map(|kpi| kpi.better()).unwrap_or_default();
    let delta_words = |delta: f64| style.delta_in_words(texts.language, delta);
    let (delta, sure, change) = match &standing.comparison {
        Some(Comparison::Shift(shift)) => {
            let delta = shift.difference.delta;
            (delta, Some(true), (texts.map.work.kpi_since)(&delta_words(delta), &period_name(shift.since, texts)))
        }
        Some(Comparison::Periods { before, delta, difference, .. }) => {
            let change = (texts.map.work.kpi_against)(&delta_words(*delta), &period_name(*before, texts));
            (*delta, difference.map(|difference| difference.is_significant()), change)
        }
        None => return Some(("", words.no_comparison.to_owned())),
    };
    let mark = if sure == Some(true) && delta > 0.0 {
        "▲"
    } else if sure == Some(true) {
        "▼"
    } else {
        "≈"
    };
    let tone = match (sure, better.is_gain(delta)) {
        (Some(true), true) => "good",
        (Some(true), false) => "bad",
        _ => "",
    };
    let meaning = match sure {
        Some(true) => words.more_than_noise,
        Some(false) => words.noise_note,
        None => texts.figures.untested,
    };
    Some((tone, format!("{mark} {change}. {meaning}.")))
}
