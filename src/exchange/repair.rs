//! Makes any plan one that satisfies the editor's invariant, and says what it mended.

use super::mended::{Mend, Mended};
use crate::plan::{
    Dimension, ID_MAX_LEN, Id, KpiKind, MAX_STAY_YEARS, Plan, Profile, ProfileId, Record, Reference, STANDARD_SUB_PHASES,
    SubPhase, SubPhaseId, Table, TypedId, TypedValue, UnreadRecord, is_amount,
};
use std::{
    collections::{BTreeMap, HashSet},
    ops::RangeInclusive,
    sync::Arc,
};

/// Repairs a plan; never fails. Repairing it again finds nothing to mend.
pub fn repair(plan: &mut Plan) -> Vec<Mended> {
    let mut mended = Vec::new();
    one_profile(plan, &mut mended);
    if plan.sub_phases.is_empty() {
        for (id, phase) in STANDARD_SUB_PHASES {
            plan.sub_phases.insert(SubPhase::new(SubPhaseId::standard(id), phase));
        }
        mended.push(Mended::of_plan(Mend::NoSubPhases));
    }
    distinct_parts(plan, &mut mended);
    numbers(plan, &mut mended);
    let mut seen = HashSet::new();
    for (table, id, reference) in plan.unlink_dangling() {
        let (target, gone) = match &reference {
            // Where the whole dimension is missing, that is what is reported.
            Reference::SegmentValue(dimension, _) if !plan.dimensions.contains(dimension) => continue,
            Reference::SegmentValue(_, value) => (Dimension::TABLE, value.as_id()),
            _ => reference.target(),
        };
        if seen.insert((table, id.clone(), reference.clone())) {
            let mend = Mend::Dangling { table: target.to_owned(), id: gone.to_string() };
            mended.push(Mended::of_record(table, id, mend));
        }
    }
    mended
}

fn one_profile(plan: &mut Plan, mended: &mut Vec<Mended>) {
    let profiles: Vec<Arc<Profile>> = plan.profile.iter().cloned().collect();
    let Some(first) = profiles.first() else {
        plan.profile.insert(Profile::default());
        mended.push(Mended::of_plan(Mend::NoProfile));
        return;
    };
    let id = ProfileId::standard("profile");
    if first.id == id && plan.profile.len() == 1 {
        return;
    }
    for second in &profiles[1..] {
        mended.push(Mended::of_record(Profile::TABLE, &second.id, Mend::SecondProfile));
        let record = serde_json::to_value(&**second).expect("BUG: a profile can't be written");
        Arc::make_mut(&mut plan.unread).push(UnreadRecord { table: Profile::TABLE.to_owned(), record });
    }
    if first.id != id {
        let mend = Mend::NewId { old: first.id.to_string(), new: id.to_string() };
        mended.push(Mended::of_record(Profile::TABLE, &first.id, mend));
    }
    plan.profile = Table::from_iter([Profile { id, ..Profile::clone(first) }]);
}

/// Is told the old id of a part, and the new one that it gets.
type NoteNewId<'a> = &'a mut dyn FnMut(&Id, &Id);

/// Gives later parts of a record new ids where earlier ones have theirs.
fn distinct_parts(plan: &mut Plan, mended: &mut Vec<Mended>) {
    distinct_parts_of(&mut plan.journeys, mended, |journey, note| {
        distinguish(journey.lanes.iter_mut().map(|lane| &mut lane.id), note);
        distinguish(journey.stages.iter_mut().map(|stage| &mut stage.id), note);
        let steps = journey.stages.iter_mut().flat_map(|stage| &mut stage.steps);
        distinguish(steps.map(|step| &mut Arc::make_mut(step).id), note);
    });
    distinct_parts_of(&mut plan.dimensions, mended, |dimension, note| {
        distinguish(dimension.values.iter_mut().map(|value| &mut value.id), note);
    });
    distinct_parts_of(&mut plan.measures, mended, |measure, note| {
        distinguish(measure.milestones.iter_mut().map(|milestone| &mut milestone.id), note);
    });
    distinct_parts_of(&mut plan.audits, mended, |audit, note| {
        distinguish(audit.questions.iter_mut().map(|question| &mut question.id), note);
        distinguish(audit.measurements.iter_mut().map(|measurement| &mut measurement.id), note);
    });
}

fn distinct_parts_of<T: Record>(table: &mut Table<T>, mended: &mut Vec<Mended>, distinguish: impl Fn(&mut T, NoteNewId)) {
    let doubled: Vec<_> = table.iter().filter(|record| record.doubled_part().is_some()).cloned().collect();
    for record in doubled {
        let id = record.id().as_id().clone();
        let mut note = |old: &Id, new: &Id| {
            let mend = Mend::NewId { old: old.to_string(), new: new.to_string() };
            mended.push(Mended::of_record(T::TABLE, &id, mend));
        };
        table.update(&id.clone().into(), |record| distinguish(record, &mut note));
    }
}

fn distinguish<'a, I: TypedId + 'a>(ids: impl Iterator<Item = &'a mut I>, note: NoteNewId) {
    let ids: Vec<&mut I> = ids.collect();
    let mut taken: HashSet<Id> = ids.iter().map(|id| id.as_id().clone()).collect();
    let mut seen = HashSet::new();
    let mut number = 1_usize;
    for id in ids {
        if seen.insert(id.as_id().clone()) {
            continue;
        }
        let new = loop {
            number += 1;
            let suffix = format!("-{number}");
            let stem = id.as_id().as_str();
            let stem = &stem[..stem.len().min(ID_MAX_LEN - suffix.len())];
            let new = Id::try_from(format!("{stem}{suffix}")).expect("BUG: an id with a number isn't an id");
            if taken.insert(new.clone()) {
                break new;
            }
        };
        note(id.as_id(), &new);
        seen.insert(new.clone());
        *id = new.into();
    }
}

fn numbers(plan: &mut Plan, mended: &mut Vec<Mended>) {
    fn each<T: Record>(table: &mut Table<T>, mended: &mut Vec<Mended>, mend: impl Fn(&mut T, &mut dyn FnMut(&'static str))) {
        let records: Vec<Arc<T>> = table.iter().cloned().collect();
        for record in records {
            let mut fields = Vec::new();
            let mut new = T::clone(&record);
            mend(&mut new, &mut |field| fields.push(field));
            if !fields.is_empty() {
                table.insert(new);
            }
            let note = |field| Mended::of_record(T::TABLE, record.id().as_id(), Mend::BadNumber { field });
            mended.extend(fields.into_iter().map(note));
        }
    }
    fn amount(value: &mut Option<f64>, field: &'static str, note: &mut dyn FnMut(&'static str)) {
        if value.is_some_and(|value| !is_amount(value)) {
            *value = None;
            note(field);
        }
    }
    fn within(value: &mut Option<f64>, range: RangeInclusive<f64>, field: &'static str, note: &mut dyn FnMut(&'static str)) {
        if value.is_some_and(|value| !range.contains(&value)) {
            *value = None;
            note(field);
        }
    }
    fn finite(value: &mut Option<f64>, field: &'static str, note: &mut dyn FnMut(&'static str)) {
        within(value, f64::MIN..=f64::MAX, field, note);
    }
    fn amounts<K: Ord>(values: &mut BTreeMap<K, f64>, field: &'static str, note: &mut dyn FnMut(&'static str)) {
        let count = values.len();
        values.retain(|_, value| is_amount(*value));
        if values.len() < count {
            note(field);
        }
    }
    each(&mut plan.profile, mended, |profile, note| {
        amount(&mut profile.budget, "budget", note);
        amount(&mut profile.day_rate, "day_rate", note);
        amount(&mut profile.new_customer_cost, "new_customer_cost", note);
        amounts(&mut profile.phase_budgets, "phase_budgets", note);
        amounts(&mut profile.quarter_budgets, "quarter_budgets", note);
        if !(0.0..=1.0).contains(&profile.customer_weight) {
            profile.customer_weight = Profile::default().customer_weight;
            note("customer_weight");
        }
        if !(profile.discount_rate.is_finite() && profile.discount_rate > -1.0) {
            profile.discount_rate = Profile::default().discount_rate;
            note("discount_rate");
        }
    });
    each(&mut plan.departments, mended, |department, note| {
        amount(&mut department.capacity_days_per_quarter, "capacity_days_per_quarter", note);
        amount(&mut department.budget, "budget", note);
    });
    each(&mut plan.measures, mended, |measure, note| {
        amount(&mut measure.one_off_cost, "one_off_cost", note);
        amount(&mut measure.monthly_cost, "monthly_cost", note);
        amount(&mut measure.person_days, "person_days", note);
        amount(&mut measure.benefit_low, "benefit_low", note);
        amount(&mut measure.benefit_likely, "benefit_likely", note);
        amount(&mut measure.benefit_high, "benefit_high", note);
        if let Some(derivation) = &mut measure.benefit_derivation {
            amount(&mut derivation.customers, "customers", note);
            amount(&mut derivation.customer_value, "customer_value", note);
            for points in [&mut derivation.points_low, &mut derivation.points_high] {
                if points.is_some_and(|points| !(0.0..=100.0).contains(&points)) {
                    *points = None;
                    note("points");
                }
            }
        }
        for effect in &mut measure.kpis {
            if effect.expected.is_some_and(|expected| !expected.is_finite()) {
                effect.expected = None;
                note("expected");
            }
        }
    });
    each(&mut plan.win_back_groups, mended, |group, note| {
        amount(&mut group.margin, "margin", note);
        amount(&mut group.contact_cost, "contact_cost", note);
        amount(&mut group.incentive_cost, "incentive_cost", note);
        amount(&mut group.new_customer_cost, "new_customer_cost", note);
        within(&mut group.rate_low, 0.0..=1.0, "rate_low", note);
        within(&mut group.rate_likely, 0.0..=1.0, "rate_likely", note);
        within(&mut group.rate_high, 0.0..=1.0, "rate_high", note);
        within(&mut group.stay_years, 0.0..=MAX_STAY_YEARS, "stay_years", note);
    });
    each(&mut plan.kpis, mended, |kpi, note| {
        let count = kpi.targets.len();
        kpi.targets.retain(|target| target.value.is_finite());
        if kpi.targets.len() < count {
            note("targets");
        }
        finite(&mut kpi.warning_limit, "warning_limit", note);
        let count = kpi.typed.len();
        kpi.typed.retain(|_, typed| !matches!(typed, TypedValue::Value(number) if !number.value.is_finite()));
        if kpi.typed.len() < count {
            note("typed");
        }
        if let KpiKind::Clv(clv) = &mut kpi.kind {
            finite(&mut clv.margin, "margin", note);
            finite(&mut clv.past, "past", note);
            amount(&mut clv.acquisition_cost, "acquisition_cost", note);
            within(&mut clv.retention, 0.0..=1.0, "retention", note);
            within(&mut clv.discount, -0.99..=10.0, "discount", note);
        }
    });
}
