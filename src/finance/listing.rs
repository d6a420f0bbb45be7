//! Measures as a list: which of them, in what order, and what they cost together.

use super::{benefit_a_year, likely_npv, planned_cost, priority, value};
use crate::plan::{
    DepartmentId, Measure, MeasureId, MeasureStatus, Phase, Plan, Profile,
    order::{entries, finds, text},
};
use std::{cmp::Ordering, collections::HashMap, sync::Arc};

/// What measures are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasureColumn {
    /// Their title.
    Title,
    /// Their main sub-phase, in the order of the lifecycle.
    SubPhase,
    /// How far they are.
    Status,
    /// The role that answers for them.
    Owner,
    /// Name of the department that answers for them.
    Department,
    /// Their first day.
    Start,
    /// Their last day.
    End,
    /// What they cost once.
    OneOffCost,
    /// What they cost a month.
    MonthlyCost,
    /// What they cost in all: [`planned_cost`].
    PlannedCost,
    /// Person-days that they take.
    PersonDays,
    /// Most likely benefit a year: [`benefit_a_year`].
    Benefit,
    /// Value by customer and business: [`value`].
    Value,
    /// What they are worth to customers.
    CustomerValue,
    /// What they are worth to the company.
    BusinessValue,
    /// How hard they are.
    Effort,
    /// Value by effort: [`priority`].
    Priority,
    /// Most likely net present value.
    Npv,
    /// How many pain points they answer.
    PainPoints,
}

/// Which measures are listed; none of a field: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureFilter {
    /// Those in this state.
    pub status: Option<MeasureStatus>,
    /// Those whose main sub-phase belongs to this phase.
    pub phase: Option<Phase>,
    /// Those in which this department has a part: it answers, helps, is consulted or informed.
    pub department: Option<DepartmentId>,
    /// Those for which this role answers.
    pub owner: Option<String>,
    /// Those that contain each of these words, in title, description or owner.
    pub search: String,
}

impl MeasureFilter {
    /// Whether a measure is listed.
    #[must_use]
    pub fn admits(&self, plan: &Plan, measure: &Measure) -> bool {
        self.status.is_none_or(|status| measure.status == status)
            && self.phase.is_none_or(|phase| plan.phase_of(measure.sub_phase.as_ref()) == Some(phase))
            && self.department.as_ref().is_none_or(|department| measure.part_of(department).is_some())
            && self.owner.as_ref().is_none_or(|owner| measure.owner == *owner)
            && self.finds(measure)
    }

    fn finds(&self, measure: &Measure) -> bool {
        finds(&self.search, &[&measure.title, &measure.description, &measure.owner])
    }
}

/// What measures are put together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MeasureGrouping {
    /// By nothing: they are one group.
    #[default]
    None,
    /// By the phase of their main sub-phase.
    Phase,
    /// By how far they are.
    Status,
    /// By the department that answers for them.
    Department,
}

impl MeasureGrouping {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::None, Self::Phase, Self::Status, Self::Department];
}

/// What the measures of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum GroupKey {
    /// Nothing: they aren't grouped.
    All,
    /// Their phase, if they have one.
    Phase(Option<Phase>),
    /// Their status.
    Status(MeasureStatus),
    /// Their department, if they have one.
    Department(Option<DepartmentId>),
}

/// Puts listed measures together in groups, each in the order of the list; groups without measures are left out.
#[must_use]
pub fn group_measures(plan: &Plan, listed: &[MeasureId], grouping: MeasureGrouping) -> Vec<(GroupKey, Vec<MeasureId>)> {
    let keys: Vec<GroupKey> = match grouping {
        MeasureGrouping::None => vec![GroupKey::All],
        MeasureGrouping::Phase => Phase::ALL.into_iter().map(Some).chain([None]).map(GroupKey::Phase).collect(),
        MeasureGrouping::Status => MeasureStatus::ALL.into_iter().map(GroupKey::Status).collect(),
        MeasureGrouping::Department => {
            plan.departments.ids().cloned().map(Some).chain([None]).map(GroupKey::Department).collect()
        }
    };
    let key_of = |measure: &Measure| match grouping {
        MeasureGrouping::None => GroupKey::All,
        MeasureGrouping::Phase => GroupKey::Phase(plan.phase_of(measure.sub_phase.as_ref())),
        MeasureGrouping::Status => GroupKey::Status(measure.status),
        MeasureGrouping::Department => GroupKey::Department(measure.department.clone()),
    };
    let mut groups: HashMap<GroupKey, Vec<MeasureId>> = HashMap::new();
    for measure in listed.iter().filter_map(|id| plan.measures.get(id)) {
        groups.entry(key_of(measure)).or_default().push(measure.id.clone());
    }
    keys.into_iter().filter_map(|key| groups.remove(&key).map(|measures| (key, measures))).collect()
}

/// Lists measures in the plan's order, or sorted by a column, ascending or not. What has no entry there comes last in
/// both directions; what is alike keeps the plan's order.
#[must_use]
pub fn list_measures(plan: &Plan, filter: &MeasureFilter, sorted_by: Option<(MeasureColumn, bool)>) -> Vec<MeasureId> {
    let mut listed: Vec<&Arc<Measure>> = plan.measures.iter().filter(|measure| filter.admits(plan, measure)).collect();
    if let Some((column, ascending)) = sorted_by {
        let profile = plan.profile();
        listed.sort_by(|a, b| compare(plan, &profile, a, b, column, ascending));
    }
    listed.into_iter().map(|measure| measure.id.clone()).collect()
}

fn compare(plan: &Plan, profile: &Profile, a: &Measure, b: &Measure, column: MeasureColumn, ascending: bool) -> Ordering {
    let department = |measure: &Measure| plan.departments.get(measure.department.as_ref()?).and_then(|found| text(&found.name));
    let sub_phase = |measure: &Measure| plan.sub_phases.position(measure.sub_phase.as_ref()?);
    let benefit = |measure: &Measure| benefit_a_year(measure).map(|benefit| benefit.likely);
    match column {
        MeasureColumn::Title => entries(text(&a.title), text(&b.title), ascending),
        MeasureColumn::SubPhase => entries(sub_phase(a), sub_phase(b), ascending),
        MeasureColumn::Status => entries(Some(a.status), Some(b.status), ascending),
        MeasureColumn::Owner => entries(text(&a.owner), text(&b.owner), ascending),
        MeasureColumn::Department => entries(department(a), department(b), ascending),
        MeasureColumn::Start => entries(a.start, b.start, ascending),
        MeasureColumn::End => entries(a.end, b.end, ascending),
        MeasureColumn::OneOffCost => entries(a.one_off_cost, b.one_off_cost, ascending),
        MeasureColumn::MonthlyCost => entries(a.monthly_cost, b.monthly_cost, ascending),
        MeasureColumn::PlannedCost => entries(planned_cost(a), planned_cost(b), ascending),
        MeasureColumn::PersonDays => entries(a.person_days, b.person_days, ascending),
        MeasureColumn::Benefit => entries(benefit(a), benefit(b), ascending),
        MeasureColumn::Value => entries(value(a, profile), value(b, profile), ascending),
        MeasureColumn::CustomerValue => entries(a.customer_value, b.customer_value, ascending),
        MeasureColumn::BusinessValue => entries(a.business_value, b.business_value, ascending),
        MeasureColumn::Effort => entries(a.effort, b.effort, ascending),
        MeasureColumn::Priority => entries(priority(a, profile), priority(b, profile), ascending),
        MeasureColumn::Npv => entries(likely_npv(a, profile), likely_npv(b, profile), ascending),
        MeasureColumn::PainPoints => entries(Some(a.pain_points.len()), Some(b.pain_points.len()), ascending),
    }
}

/// The roles that answer for measures, each once, in the order of the alphabet.
#[must_use]
pub fn owners(plan: &Plan) -> Vec<String> {
    let mut owners: Vec<&str> = plan.measures.iter().map(|measure| &*measure.owner).filter(|owner| !owner.is_empty()).collect();
    owners.sort_by_cached_key(|owner| text(owner));
    owners.dedup();
    owners.into_iter().map(str::to_owned).collect()
}

/// Cost of measures together, in the plan's currency; those of unknown cost count nothing.
pub fn total_cost<'a>(measures: impl IntoIterator<Item = &'a Arc<Measure>>) -> f64 {
    measures.into_iter().filter_map(|measure| planned_cost(measure)).sum()
}

/// What measures come to in a column: money or person-days. None for columns that aren't summed up, and where nothing is
/// known. Dropped measures count in no column.
pub fn column_sum<'a>(
    measures: impl IntoIterator<Item = &'a Arc<Measure>>,
    column: MeasureColumn,
    profile: &Profile,
) -> Option<f64> {
    let amount = |measure: &Measure| match column {
        MeasureColumn::OneOffCost => measure.one_off_cost,
        MeasureColumn::MonthlyCost => measure.monthly_cost,
        MeasureColumn::PlannedCost => planned_cost(measure),
        MeasureColumn::PersonDays => measure.person_days,
        MeasureColumn::Benefit => benefit_a_year(measure).map(|benefit| benefit.likely),
        MeasureColumn::Npv => likely_npv(measure, profile),
        _ => None,
    };
    let live = measures.into_iter().filter(|measure| !measure.is_dropped());
    live.filter_map(|measure| amount(measure)).reduce(|sum, amount| sum + amount)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Day, Department, DepartmentId, PlanId, SubPhaseId};

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for (id, name) in [("it", "IT"), ("abr", "Abrechnung")] {
            plan.departments.insert(Department::new(DepartmentId::standard(id), name));
        }
        let sub_phase = |id: &str| Some(SubPhaseId::standard(id));
        let new = |id: &str, title: &str, main: &str| Measure::new(MeasureId::standard(id), title, sub_phase(main));
        plan.measures.insert(Measure {
            status: MeasureStatus::Running,
            one_off_cost: Some(500.0),
            department: Some(DepartmentId::standard("it")),
            end: Day::parse("2026-03-31"),
            ..new("a", "Ölheizung", "use")
        });
        plan.measures.insert(Measure { monthly_cost: Some(100.0), ..new("b", "zählerfoto", "awareness") });
        plan.measures.insert(Measure {
            department: Some(DepartmentId::standard("abr")),
            end: Day::parse("2025-12-31"),
            ..new("c", "", "decision")
        });
        plan.measures.insert(Measure { sub_phase: None, one_off_cost: Some(900.0), ..new("d", "Rückruf", "use") });
        plan
    }

    #[track_caller]
    fn check(filter: MeasureFilter, sorted_by: Option<(MeasureColumn, bool)>, expected: &str) {
        let listed = list_measures(&plan(), &filter, sorted_by);
        assert_eq!(listed.iter().map(MeasureId::as_str).collect::<String>(), expected, "{sorted_by:?}");
    }

    #[test]
    fn measures_are_sorted_and_what_lacks_comes_last() {
        let all = MeasureFilter::default;
        check(all(), None, "abcd");
        check(all(), Some((MeasureColumn::Title, true)), "adbc");
        check(all(), Some((MeasureColumn::Title, false)), "bdac");
        check(all(), Some((MeasureColumn::SubPhase, true)), "bcad");
        check(all(), Some((MeasureColumn::Status, false)), "abcd");
        check(all(), Some((MeasureColumn::Status, true)), "bcda");
        check(all(), Some((MeasureColumn::Department, true)), "cabd");
        check(all(), Some((MeasureColumn::End, true)), "cabd");
        check(all(), Some((MeasureColumn::End, false)), "acbd");
        check(all(), Some((MeasureColumn::PlannedCost, true)), "adbc");
        check(all(), Some((MeasureColumn::PlannedCost, false)), "bdac");
    }

    #[test]
    fn measures_are_filtered_by_status_and_phase() {
        let status = |status| MeasureFilter { status: Some(status), ..MeasureFilter::default() };
        let phase = |phase| MeasureFilter { phase: Some(phase), ..MeasureFilter::default() };
        check(status(MeasureStatus::Running), None, "a");
        check(status(MeasureStatus::Done), None, "");
        check(phase(Phase::Acquisition), Some((MeasureColumn::SubPhase, false)), "cb");
        check(MeasureFilter { status: Some(MeasureStatus::Idea), ..phase(Phase::Active) }, None, "");
    }

    #[test]
    fn measures_are_found_by_words_and_by_department() {
        let search = |search: &str| MeasureFilter { search: search.to_owned(), ..MeasureFilter::default() };
        check(search("olheiz"), None, "a");
        check(search(" FOTO zähler"), None, "b");
        check(search("foto öl"), None, "");
        check(MeasureFilter { department: Some(DepartmentId::standard("abr")), ..MeasureFilter::default() }, None, "c");
        check(MeasureFilter { owner: Some("Leitung".to_owned()), ..MeasureFilter::default() }, None, "");
    }

    #[test]
    fn groups_keep_the_order_of_the_list_and_the_plan() {
        let plan = plan();
        let listed = list_measures(&plan, &MeasureFilter::default(), Some((MeasureColumn::Title, true)));
        let groups = |grouping| {
            let groups = group_measures(&plan, &listed, grouping).into_iter();
            groups.map(|(_, ids)| ids.iter().map(MeasureId::as_str).collect::<String>()).collect::<Vec<_>>()
        };
        assert_eq!(groups(MeasureGrouping::None), ["adbc"]);
        assert_eq!(groups(MeasureGrouping::Phase), ["bc", "a", "d"]);
        assert_eq!(groups(MeasureGrouping::Status), ["dbc", "a"]);
        assert_eq!(groups(MeasureGrouping::Department), ["a", "c", "db"]);
    }

    #[test]
    fn what_measures_cost_together_is_what_is_known() {
        assert_eq!(total_cost(plan().measures.iter()), 500.0 + 1200.0 + 900.0);
        assert_eq!(total_cost([]), 0.0);
    }

    #[test]
    fn dropped_measures_count_in_no_sum() {
        use MeasureColumn as C;
        let measure = |id: &str, status| Measure {
            status,
            one_off_cost: Some(500.0),
            monthly_cost: Some(10.0),
            person_days: Some(4.0),
            benefit_likely: Some(900.0),
            ..Measure::new(MeasureId::standard(id), "", None)
        };
        let live = Arc::new(measure("a", MeasureStatus::Running));
        let dropped = Arc::new(measure("b", MeasureStatus::Dropped));
        let profile = Profile::default();
        for column in [C::OneOffCost, C::MonthlyCost, C::PlannedCost, C::PersonDays, C::Benefit, C::Npv] {
            let alone = column_sum([&live], column, &profile);
            assert!(alone.is_some(), "{column:?}");
            assert_eq!(column_sum([&live, &dropped], column, &profile), alone, "{column:?}");
            assert_eq!(column_sum([&dropped], column, &profile), None, "{column:?}");
        }
        assert_eq!(column_sum([&live, &live], C::PlannedCost, &profile), Some(2.0 * 620.0));
        assert_eq!(column_sum([&live], C::Effort, &profile), None);
        let nothing = Arc::new(Measure::new(MeasureId::standard("c"), "", None));
        assert_eq!(column_sum([&nothing], C::Benefit, &profile), None);
    }
}
