//! What a measure is linked with: labels that can be taken away, and a field to add more.

use super::fields::writer;
use crate::ui::{
    areas::measures::{MeasureHandle, choices},
    components::{ChipsPicker, Choices, NumberField},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::{KpiPreset, missing_kpis},
    editor::{Label, Noun, Verb},
    finance::{MeasureFault, possible_dependencies},
    plan::{
        Department, DepartmentId, GoalId, Id, KpiEffect, KpiId, Measure, MeasureId, OpportunityId, PainPointId, Part, Plan,
        Reference, SubPhaseId, TouchpointId, TypedId, WeaknessId,
    },
    route::Route,
    texts::{Texts, format::parse_number, measures::heading},
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
    /// Opportunities that it takes.
    Opportunities,
    /// Weaknesses that it answers.
    Weaknesses,
    /// Goals that it serves.
    Goals,
    /// KPIs that it is to move.
    Kpis,
    /// Measures that must be over before.
    DependsOn,
    /// Departments with this part in it.
    Departments(Part),
}

impl Link {
    fn label(self, texts: &'static Texts) -> &'static str {
        let words = &texts.measures;
        match self {
            Self::AlsoServes => words.also_serves,
            Self::Touchpoints => words.touchpoints,
            Self::PainPoints => words.pain_points,
            Self::Opportunities => words.opportunities,
            Self::Weaknesses => words.weaknesses,
            Self::Goals => words.goals,
            Self::Kpis => words.kpis,
            Self::DependsOn => words.depends_on,
            Self::Departments(Part::Consulted) => words.consulted,
            Self::Departments(Part::Informed) => words.informed,
            Self::Departments(Part::Helps | Part::Responsible) => words.helping,
        }
    }

    /// Everything that can be linked or is: id and words. Of KPIs also those that are ready-made, to be added.
    fn choices(self, plan: &Plan, measure: &MeasureId, texts: &Texts) -> Choices {
        let named = |id: &Id, words: &str| (id.to_string(), texts.terms.named(words).to_owned());
        match self {
            Self::AlsoServes => choices::sub_phases(plan, texts),
            Self::Touchpoints => plan.touchpoints.iter().map(|it| named(it.id.as_id(), &it.name)).collect(),
            Self::PainPoints => plan.pain_points.iter().map(|it| named(it.id.as_id(), &it.text)).collect(),
            Self::Opportunities => plan.opportunities.iter().map(|it| named(it.id.as_id(), &it.text)).collect(),
            Self::Weaknesses => plan.weaknesses.iter().map(|it| named(it.id.as_id(), &it.title)).collect(),
            Self::Goals => plan.goals.iter().map(|it| named(it.id.as_id(), &it.title)).collect(),
            Self::Kpis => {
                let ready = missing_kpis(plan, texts.language)
                    .map(|preset| (preset.choice(), (texts.canvas.add_kpi)(preset.title(texts.language))));
                plan.kpis.iter().map(|it| named(it.id.as_id(), &it.title)).chain(ready).collect()
            }
            Self::Departments(_) => choices::departments(plan, texts),
            Self::DependsOn => {
                let mut possible = possible_dependencies(plan, measure);
                // What is linked in a circle must be there to be taken away.
                let linked = plan.measures.get(measure).map(|measure| measure.depends_on.clone()).unwrap_or_default();
                possible.extend(linked.into_iter().filter(|id| !possible.contains(id)).collect::<Vec<_>>());
                possible.iter().filter_map(|id| plan.measures.get(id)).map(|it| named(it.id.as_id(), &it.title)).collect()
            }
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
            Self::Opportunities => ids(&measure.opportunities),
            Self::Weaknesses => ids(&measure.weaknesses),
            Self::Goals => ids(&measure.goals),
            Self::Kpis => measure.kpis.iter().map(|effect| effect.kpi.to_string()).collect(),
            Self::DependsOn => ids(&measure.depends_on),
            Self::Departments(Part::Consulted) => ids(&measure.consulted),
            Self::Departments(Part::Informed) => ids(&measure.informed),
            Self::Departments(Part::Helps | Part::Responsible) => ids(&measure.helping),
        }
    }

    /// What is linked under an id.
    fn reference(self, id: Id) -> Reference {
        match self {
            Self::AlsoServes => Reference::SubPhase(id.into()),
            Self::Touchpoints => Reference::Touchpoint(id.into()),
            Self::PainPoints => Reference::PainPoint(id.into()),
            Self::Opportunities => Reference::Opportunity(id.into()),
            Self::Weaknesses => Reference::Weakness(id.into()),
            Self::Goals => Reference::Goal(id.into()),
            Self::Kpis => Reference::Kpi(id.into()),
            Self::DependsOn => Reference::Measure(id.into()),
            Self::Departments(_) => Reference::Department(id.into()),
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
            Self::Opportunities => toggle(&mut measure.opportunities, OpportunityId::from(id)),
            Self::Weaknesses => toggle(&mut measure.weaknesses, WeaknessId::from(id)),
            Self::Goals => toggle(&mut measure.goals, GoalId::from(id)),
            Self::DependsOn => toggle(&mut measure.depends_on, MeasureId::from(id)),
            Self::Departments(part) => {
                let id = DepartmentId::from(id);
                let part = if measure.part_of(&id) == Some(part) { None } else { Some(part) };
                measure.set_part(&id, part);
            }
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
    let words = &texts.measures;
    let id = measure.id();
    let all = workspace.select(move |plan| link.choices(plan, &id, texts));
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
        if let Some(preset) = KpiPreset::of_choice(&id) {
            add_kpi(measure, preset);
        } else if let Ok(id) = Id::try_from(id) {
            measure.change(Verb::Change, |measure| link.toggle(measure, id));
        }
    });
    // A department that isn't in the register yet is added to it.
    let create = match link {
        Link::Departments(part) => Some(Callback::new(move |name: String| {
            let department: DepartmentId = workspace.new_id();
            measure.change_plan(Verb::Change, |plan, id| {
                plan.departments.insert(Department::new(department.clone(), &name));
                plan.measures.update(id, |measure| measure.set_part(&department, Some(part)));
            });
        })),
        _ => None,
    };
    let href = move |id: String| Id::try_from(id).map(|id| workspace.link_to(Route::of(&link.reference(id)))).unwrap_or_default();
    view! {
        <ChipsPicker
            label=link.label(texts)
            chosen
            options
            on_add=toggle
            on_remove=toggle
            remove_label=move |label: String| (words.unlink)(&label)
            taken_label=texts.terms.taken
            nostrip:on_create=create
            create_label=move |name: String| (words.create)(&name)
            none_label=words.nothing_fits
            placeholder=words.link_more
            href=Callback::new(href)
        />
    }
}

/// Adds the KPI of a preset to the plan, and links the measure with it.
fn add_kpi(measure: MeasureHandle, preset: &KpiPreset) {
    let workspace = measure.workspace;
    let id: KpiId = workspace.new_id();
    measure.edit(Label::new(Verb::Add, Noun::Kpi), |plan, own| {
        let sub_phase = plan.measures.get(own).and_then(|measure| measure.sub_phase.clone());
        plan.kpis.insert(preset.kpi(id.clone(), sub_phase, workspace.texts().language));
        plan.measures.update(own, |measure| measure.kpis.push(KpiEffect::new(id)));
    });
}

/// By how much each linked KPI is to move.
#[component]
pub fn Effects(measure: MeasureHandle) -> impl IntoView {
    let texts = use_texts();
    let kpis = measure.signal(|measure| measure.kpis.iter().map(|effect| effect.kpi.clone()).collect::<Vec<_>>());
    view! { <For each=move || kpis.get() key=Clone::clone children=move |kpi| effect(measure, kpi, texts) /> }
}

fn effect(measure: MeasureHandle, kpi: KpiId, texts: &'static Texts) -> impl IntoView {
    let words = &texts.measures;
    let own = kpi.clone();
    let title = measure.workspace.select(move |plan| plan.kpis.get(&own).map(|kpi| kpi.title.clone()).unwrap_or_default());
    let own = kpi.clone();
    let value = measure.signal(move |measure| measure.kpis.iter().find(|effect| effect.kpi == own)?.expected);
    let change = move |expected: Option<f64>| {
        measure.change(Verb::Change, |measure| {
            if let Some(effect) = measure.kpis.iter_mut().find(|effect| effect.kpi == kpi) {
                effect.expected = expected;
            }
        });
    };
    let parse = move |text: String| match text.trim() {
        "" | "–" => Ok(None),
        text => match parse_number(texts.language, text) {
            Some(value) if value.abs() <= 1e12 => Ok(Some(value)),
            Some(_) => Err((words.fault)(MeasureFault::TooMuch, text)),
            None => Err((words.fault)(MeasureFault::NotANumber, text)),
        },
    };
    view! {
        <NumberField
            label=Signal::derive(move || (words.expected_effect)(&title.get()))
            value
            format=writer(texts)
            parse
            on_commit=change
            hint=words.expected_hint
            placeholder="–"
        />
    }
}

/// The measures that wait for this one.
#[component]
pub fn NeededBy(measure: MeasureHandle) -> impl IntoView {
    let texts = use_texts();
    let id = measure.id();
    let waiting = measure.workspace.select(move |plan| {
        let waiting = plan.measures.iter().filter(|other| other.depends_on.contains(&id));
        waiting.map(|other| (other.id.clone().into(), heading(other, texts))).collect()
    });
    view! { <Linking label=texts.measures.needed_by linking=waiting /> }
}

/// The groups of lost customers whose winning back it has become.
#[component]
pub fn FromWinBack(measure: MeasureHandle) -> impl IntoView {
    let texts = use_texts();
    let id = measure.id();
    let groups = measure.workspace.select(move |plan| {
        let named = |title: &str| texts.terms.named(title).to_owned();
        let own = plan.win_back_groups.iter().filter(|group| group.measure.as_ref() == Some(&id));
        own.map(|group| (group.id.clone().into(), named(&group.title))).collect()
    });
    view! { <Linking label=texts.measures.from_win_back linking=groups /> }
}

/// What refers to the measure, each a link to it; nothing where nothing does.
#[component]
fn Linking(label: &'static str, linking: Memo<Vec<(Reference, String)>>) -> impl IntoView {
    let workspace = use_workspace();
    move || {
        let linking = linking.get();
        (!linking.is_empty()).then(|| {
            let item = |(reference, title): (Reference, String)| {
                view! { <li><a href=workspace.link_to(Route::of(&reference)) dir="auto">{title}</a></li> }
            };
            view! {
                <div class="field">
                    <span class="field-label">{label}</span>
                    <ul class="measure-waiting">{linking.into_iter().map(item).collect_view()}</ul>
                </div>
            }
        })
    }
}
