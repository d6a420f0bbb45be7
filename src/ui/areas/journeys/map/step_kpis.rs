//! The KPIs of a step in its panel: how they stand, and which are its own.

use super::{kpi_cells::KpiGlanceView, step_panel::StepData};
use crate::ui::{
    components::{ChipsPicker, SectionHead},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{editor::Noun, plan::KpiId};

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
                {move || kpis.get().into_iter().map(|glance| view! { <KpiGlanceView glance /> }).collect_view()}
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
