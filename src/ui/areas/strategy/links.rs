//! What a measure is linked with: labels that can be taken away, and a field to add more.

use super::{
    measure::MeasureHandle,
    measure_fields::{Choices, sub_phase_choices},
};
use crate::ui::{
    components::ChipsPicker,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    finance::MeasureColumn,
    plan::{GoalId, Id, KpiEffect, KpiId, Measure, PainPointId, Plan, SubPhaseId, TouchpointId, TypedId},
    texts::Texts,
};

/// A kind of link of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Sub-phases that it also serves.
    AlsoServes,
    /// Touchpoints that it changes.
    Touchpoints,
    /// Pain points that it answers.
    PainPoints,
    /// Goals that it serves.
    Goals,
    /// KPIs that it is to move.
    Kpis,
}

impl Link {
    fn label(self, texts: &'static Texts) -> &'static str {
        let words = &texts.strategy;
        match self {
            Self::AlsoServes => words.also_serves,
            Self::Touchpoints => words.touchpoints,
            Self::PainPoints => (words.column)(MeasureColumn::PainPoints),
            Self::Goals => words.goals,
            Self::Kpis => (words.column)(MeasureColumn::Kpis),
        }
    }

    /// Everything that can be linked: id and words.
    fn choices(self, plan: &Plan, texts: &Texts) -> Choices {
        let named =
            |id: &Id, words: &str| (id.to_string(), if words.is_empty() { texts.terms.unnamed } else { words }.to_owned());
        match self {
            Self::AlsoServes => sub_phase_choices(plan, texts),
            Self::Touchpoints => plan.touchpoints.iter().map(|it| named(it.id.as_id(), &it.name)).collect(),
            Self::PainPoints => plan.pain_points.iter().map(|it| named(it.id.as_id(), &it.text)).collect(),
            Self::Goals => plan.goals.iter().map(|it| named(it.id.as_id(), &it.title)).collect(),
            Self::Kpis => plan.kpis.iter().map(|it| named(it.id.as_id(), &it.title)).collect(),
        }
    }

    fn linked(self, measure: &Measure) -> Vec<String> {
        fn ids<I: ToString>(ids: &[I]) -> Vec<String> {
            ids.iter().map(ToString::to_string).collect()
        }
        match self {
            Self::AlsoServes => ids(&measure.also_serves),
            Self::Touchpoints => ids(&measure.touchpoints),
            Self::PainPoints => ids(&measure.pain_points),
            Self::Goals => ids(&measure.goals),
            Self::Kpis => measure.kpis.iter().map(|effect| effect.kpi.to_string()).collect(),
        }
    }

    /// Links what isn't linked, takes the link away from what is.
    fn toggle(self, measure: &mut Measure, id: Id) {
        fn toggle<I: PartialEq>(links: &mut Vec<I>, id: I) {
            match links.iter().position(|link| *link == id) {
                Some(at) => drop(links.remove(at)),
                None => links.push(id),
            }
        }
        match self {
            Self::AlsoServes => toggle(&mut measure.also_serves, SubPhaseId::from(id)),
            Self::Touchpoints => toggle(&mut measure.touchpoints, TouchpointId::from(id)),
            Self::PainPoints => toggle(&mut measure.pain_points, PainPointId::from(id)),
            Self::Goals => toggle(&mut measure.goals, GoalId::from(id)),
            Self::Kpis => {
                let kpi = KpiId::from(id);
                match measure.kpis.iter().position(|effect| effect.kpi == kpi) {
                    Some(at) => drop(measure.kpis.remove(at)),
                    None => measure.kpis.push(KpiEffect::new(kpi)),
                }
            }
        }
    }
}

/// The links of one kind.
#[component]
pub fn Links(measure: MeasureHandle, link: Link) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let all = workspace.select(move |plan| link.choices(plan, texts));
    let linked = measure.signal(move |measure| link.linked(measure));
    let chosen = Memo::new(move |_| {
        let words = |id: String| all.with(|all| all.iter().find(|(own, _)| *own == id).cloned());
        linked.get().into_iter().filter_map(words).collect::<Choices>()
    });
    // The main sub-phase is served anyway.
    let main = measure.signal(|measure| measure.sub_phase.as_ref().map(ToString::to_string));
    let options = Memo::new(move |_| {
        let mut options = all.get();
        if link == Link::AlsoServes {
            let main = main.get();
            options.retain(|(id, _)| main.as_ref() != Some(id));
        }
        options
    });
    let toggle = Callback::new(move |id: String| {
        if let Ok(id) = Id::try_from(id) {
            measure.change(Verb::Change, |measure| link.toggle(measure, id));
        }
    });
    view! {
        <ChipsPicker
            label=link.label(texts)
            chosen
            options
            on_add=toggle
            on_remove=toggle
            remove_label=move |label: String| (words.unlink)(&label)
            none_label=words.nothing_fits
            placeholder=words.link_more
        />
    }
}
