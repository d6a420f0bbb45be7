//! Templates: what a new plan of an industry begins with.

use crate::plan::{Evidence, Journey, KpiEffect, Measure, MeasureStatus, Plan, PlanId, Profile, Record, Table};
use std::sync::Arc;

/// Makes a new plan from a finished one: its personas, registers, journeys, lifecycle, goals, weaknesses, KPIs, and its
/// measures as ideas. What is true of that one company alone stays out: judgements, evidence, pain points, owners, dates,
/// money and data.
#[must_use]
pub fn template(plan: &Plan, id: PlanId, title: &str) -> Plan {
    let old = plan.profile();
    let mut new = Plan::blank(id);
    new.profile.insert(Profile {
        title: title.to_owned(),
        industry: old.industry.clone(),
        currency: old.currency.clone(),
        discount_rate: old.discount_rate,
        horizon_years: old.horizon_years,
        customer_weight: old.customer_weight,
        ..Profile::default()
    });
    new.sub_phases = plan.sub_phases.clone();
    new.departments = changed(&plan.departments, |department| {
        department.capacity_days_per_quarter = None;
        department.budget = None;
    });
    new.channels = plan.channels.clone();
    new.dimensions = plan.dimensions.clone();
    new.touchpoints = changed(&plan.touchpoints, |touchpoint| touchpoint.notes.clear());
    new.personas = plan.personas.clone();
    new.journeys = changed(&plan.journeys, assume);
    new.goals = plan.goals.clone();
    new.weaknesses = changed(&plan.weaknesses, |weakness| weakness.assessment = None);
    let dropped = |measure: &&Arc<Measure>| measure.status == MeasureStatus::Dropped;
    new.measures = plan.measures.iter().filter(|measure| !dropped(measure)).map(|measure| idea(measure)).collect();
    new.kpis = changed(&plan.kpis, |kpi| {
        kpi.owner.clear();
        kpi.targets.clear();
        kpi.typed.clear();
    });
    new
}

fn assume(journey: &mut Journey) {
    for step in journey.stages.iter_mut().flat_map(|stage| &mut stage.steps) {
        Arc::make_mut(step).evidence = Some(Evidence::Assumption);
    }
}

fn idea(measure: &Measure) -> Measure {
    Measure {
        description: measure.description.clone(),
        also_serves: measure.also_serves.clone(),
        touchpoints: measure.touchpoints.clone(),
        goals: measure.goals.clone(),
        kpis: measure.kpis.iter().map(|effect| KpiEffect::new(effect.kpi.clone())).collect(),
        approaches: measure.approaches.clone(),
        change_fields: measure.change_fields.clone(),
        ..Measure::new(measure.id.clone(), &measure.title, measure.sub_phase.clone())
    }
}

fn changed<T: Record>(table: &Table<T>, change: impl Fn(&mut T)) -> Table<T> {
    let copy = |record: &Arc<T>| {
        let mut record = T::clone(record);
        change(&mut record);
        record
    };
    table.iter().map(copy).collect()
}
