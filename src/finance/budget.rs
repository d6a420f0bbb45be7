//! What measures cost against what may be spent: by phase, status, department and quarter.

use super::{planned_cost, run_months};
use crate::plan::{DepartmentId, Measure, MeasureId, MeasureStatus, Month, Phase, Plan, Quarter};
use std::{collections::BTreeMap, sync::Arc};

/// A line of a budget.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetLine<K> {
    /// What the line is for; none: what belongs to none of them.
    pub key: Option<K>,
    /// What its measures cost, in the plan's currency.
    pub planned: f64,
    /// What may be spent; none: nothing is fixed.
    pub available: Option<f64>,
    /// Its measures with a cost, and what each of them costs within the line: the dearest first, else in the plan's order.
    pub measures: Vec<(MeasureId, f64)>,
}

impl<K> BudgetLine<K> {
    /// What is planned beyond what may be spent; none if that is nothing or nothing is fixed.
    #[must_use]
    pub fn excess(&self) -> Option<f64> {
        self.available.map(|available| self.planned - available).filter(|excess| *excess > 0.0)
    }

    /// Those of its measures that are listed, in order, and what they cost together, in the plan's currency. What is planned
    /// and available is that of the whole line still.
    #[must_use]
    pub fn listed(&self, is_listed: impl Fn(&MeasureId) -> bool) -> (Vec<(MeasureId, f64)>, f64) {
        let listed: Vec<(MeasureId, f64)> = self.measures.iter().filter(|(id, _)| is_listed(id)).cloned().collect();
        let cost = sum(&listed);
        (listed, cost)
    }

    fn is_empty(&self) -> bool {
        self.measures.is_empty() && self.available.is_none()
    }
}

/// Measures with their cost, by what they are put together by.
type Costs<K> = BTreeMap<Option<K>, Vec<(MeasureId, f64)>>;

fn add<K: Ord>(costs: &mut Costs<K>, key: Option<K>, measure: &Measure, cost: f64) {
    costs.entry(key).or_default().push((measure.id.clone(), cost));
}

fn sum(measures: &[(MeasureId, f64)]) -> f64 {
    measures.iter().fold(0.0, |sum, (_, cost)| sum + cost)
}

fn line<K: Ord>(costs: &mut Costs<K>, key: Option<K>, available: Option<f64>) -> BudgetLine<K> {
    let mut measures = costs.remove(&key).unwrap_or_default();
    let planned = sum(&measures);
    measures.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    BudgetLine { key, planned, available, measures }
}

/// How many measures a budget counts, and how many it doesn't.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counted {
    /// Those with a cost: the ones that stand in its lines.
    pub measures: usize,
    /// What these cost together, in the plan's currency.
    pub cost: f64,
    /// Those that are dropped: they cost nothing any more.
    pub dropped: usize,
    /// Those of which nobody has said what they cost.
    pub uncosted: usize,
}

/// Counts measures as the lines of a budget do.
#[must_use]
pub fn counted<'a>(measures: impl IntoIterator<Item = &'a Arc<Measure>>) -> Counted {
    let mut counted = Counted::default();
    for measure in measures {
        match planned_cost(measure) {
            Some(cost) => {
                counted.measures += 1;
                counted.cost += cost;
            }
            None if measure.is_dropped() => counted.dropped += 1,
            None => counted.uncosted += 1,
        }
    }
    counted
}

/// The three phases, and what belongs to none if there is such.
#[must_use]
pub fn budget_by_phase(plan: &Plan) -> Vec<BudgetLine<Phase>> {
    let mut costs = BTreeMap::new();
    for (measure, cost) in with_cost(plan) {
        add(&mut costs, plan.phase_of(measure.sub_phase.as_ref()), measure, cost);
    }
    let budgets = &plan.profile().phase_budgets;
    let without = line(&mut costs, None, None);
    let phases = Phase::ALL.into_iter().map(|phase| line(&mut costs, Some(phase), budgets.get(&phase).copied()));
    phases.chain(Some(without).filter(|line| !line.is_empty())).collect()
}

/// The states of measures that cost something, in their order; nothing is fixed for a state.
#[must_use]
pub fn budget_by_status(plan: &Plan) -> Vec<BudgetLine<MeasureStatus>> {
    let mut costs = BTreeMap::new();
    for (measure, cost) in with_cost(plan) {
        add(&mut costs, Some(measure.status), measure, cost);
    }
    let states = MeasureStatus::ALL.into_iter().map(|status| line(&mut costs, Some(status), None));
    states.filter(|line| !line.is_empty()).collect()
}

/// The departments in the plan's order, and what belongs to none if there is such.
#[must_use]
pub fn budget_by_department(plan: &Plan) -> Vec<BudgetLine<DepartmentId>> {
    let mut costs = BTreeMap::new();
    for (measure, cost) in with_cost(plan) {
        add(&mut costs, measure.department.clone(), measure, cost);
    }
    let without = line(&mut costs, None, None);
    let departments = plan.departments.iter().map(|department| line(&mut costs, Some(department.id.clone()), department.budget));
    departments.chain(Some(without).filter(|line| !line.is_empty())).collect()
}

/// When something falls due, as a budget shows it: in one of its periods, or beyond them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due<P> {
    /// Before the first period that is shown.
    Before(P),
    /// In a period that is shown.
    In(P),
    /// After the last period that is shown.
    After(P),
}

impl<P> Due<P> {
    /// The same by another name of the period.
    fn map<Q>(self, name: impl FnOnce(P) -> Q) -> Due<Q> {
        match self {
            Self::Before(period) => Due::Before(name(period)),
            Self::In(period) => Due::In(name(period)),
            Self::After(period) => Due::After(name(period)),
        }
    }
}

/// The quarters from the first to the last with cost or budget, those in between included; what has no date, if there is
/// such. Of more than ten years those ten are shown in which most money lies, and what lies before and after as a line.
#[must_use]
pub fn budget_by_quarter(plan: &Plan) -> Vec<BudgetLine<Due<Quarter>>> {
    let budgets = plan.profile().quarter_budgets.iter().map(|(quarter, budget)| (quarter.first_month(), *budget)).collect();
    let named = |line: BudgetLine<Due<Month>>| {
        let BudgetLine { key, planned, available, measures } = line;
        BudgetLine { key: key.map(|due| due.map(Quarter::of)), planned, available, measures }
    };
    by_period(plan, &budgets, 3).into_iter().map(named).collect()
}

/// The same by month; budgets aren't set for months.
#[must_use]
pub fn budget_by_month(plan: &Plan) -> Vec<BudgetLine<Due<Month>>> {
    by_period(plan, &BTreeMap::new(), 1)
}

/// Most months that a budget shows: ten years.
const MOST_MONTHS: i32 = 120;

/// Lines by periods of `length` months (1 or 3), each named by its first month.
fn by_period(plan: &Plan, budgets: &BTreeMap<Month, f64>, length: i32) -> Vec<BudgetLine<Due<Month>>> {
    let period = |month: Month| month.plus(-((i32::from(month.number()) - 1) % length));
    let mut all = budgets.clone();
    let mut undated = BTreeMap::new();
    let mut dated: Vec<(&Arc<Measure>, BTreeMap<Month, f64>)> = Vec::new();
    for (measure, cost) in with_cost(plan) {
        let months = monthly_spending(measure);
        if months.is_empty() {
            add(&mut undated, None, measure, cost);
            continue;
        }
        let mut periods: BTreeMap<Month, f64> = BTreeMap::new();
        for (month, cost) in months.into_iter().filter(|(_, cost)| *cost > 0.0) {
            *periods.entry(period(month)).or_default() += cost;
            *all.entry(period(month)).or_default() += cost;
        }
        dated.push((measure, periods));
    }
    let mut lines = Vec::new();
    if let Some((first, last)) = shown(&all, MOST_MONTHS - length) {
        let due = |period: Month| match period {
            before if before < first => Due::Before(first),
            after if after > last => Due::After(last),
            within => Due::In(within),
        };
        let mut costs = BTreeMap::new();
        for (measure, periods) in &dated {
            let mut of_measure: BTreeMap<Due<Month>, f64> = BTreeMap::new();
            periods.iter().for_each(|(period, cost)| *of_measure.entry(due(*period)).or_default() += cost);
            of_measure.into_iter().for_each(|(due, cost)| add(&mut costs, Some(due), measure, cost));
        }
        let mut available: BTreeMap<Due<Month>, f64> = BTreeMap::new();
        budgets.iter().for_each(|(period, budget)| *available.entry(due(*period)).or_default() += budget);
        let mut line = |due: Due<Month>| line(&mut costs, Some(due), available.get(&due).copied());
        let count = last.months_since(first) / length;
        lines.extend(Some(line(Due::Before(first))).filter(|line| !line.is_empty()));
        lines.extend((0..=count).map(|periods| line(Due::In(first.plus(periods * length)))));
        lines.extend(Some(line(Due::After(last))).filter(|line| !line.is_empty()));
    }
    lines.extend(Some(line(&mut undated, None, None)).filter(|line| !line.is_empty()));
    lines
}

/// First and last of the periods that are shown: at most `reach` months apart, with most of the money between them; the
/// earliest such if there are several.
fn shown(money: &BTreeMap<Month, f64>, reach: i32) -> Option<(Month, Month)> {
    let within = |first: Month| money.range(first..=first.plus(reach));
    let weighed = money.keys().map(|first| (*first, within(*first).map(|(_, amount)| amount).sum::<f64>()));
    let (first, _) = weighed.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    within(first).next_back().map(|(last, _)| (first, *last))
}

fn with_cost(plan: &Plan) -> impl Iterator<Item = (&Arc<Measure>, f64)> {
    plan.measures.iter().filter_map(|measure| Some((measure, planned_cost(measure)?)))
}

/// What a measure costs in which month: once in the month of its start, and its running cost in each month that it runs.
/// Nothing for a measure without start or that is dropped.
#[must_use]
pub fn monthly_spending(measure: &Measure) -> Vec<(Month, f64)> {
    let (Some(start), Some(_)) = (measure.start, planned_cost(measure)) else { return Vec::new() };
    let monthly = measure.monthly_cost.unwrap_or_default();
    let months = if monthly > 0.0 { run_months(measure) } else { 0 };
    let first = start.month();
    let running = (0..months).map(|at| (first.plus(i32::try_from(at).unwrap_or(i32::MAX)), monthly));
    std::iter::once((first, measure.one_off_cost.unwrap_or_default())).chain(running).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Day, Department, PlanId, SubPhaseId};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn named(id: &str) -> Measure {
        Measure::new(MeasureId::standard(id), "", None)
    }

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let service = DepartmentId::standard("service");
        plan.departments.insert(Department { budget: Some(1000.0), ..Department::new(service.clone(), "Service") });
        let id = plan.profile().id.clone();
        plan.profile.update(&id, |profile| {
            profile.phase_budgets.insert(Phase::Active, 500.0);
            profile.quarter_budgets.insert(Quarter::parse("2026-Q3").unwrap(), 90.0);
        });
        let new = |id: &str, sub_phase: &str| Measure::new(MeasureId::standard(id), "", Some(SubPhaseId::standard(sub_phase)));
        plan.measures.insert(Measure {
            one_off_cost: Some(300.0),
            monthly_cost: Some(100.0),
            department: Some(service),
            start: Day::parse("2026-03-15"),
            end: Day::parse("2026-05-31"),
            ..new("a", "use")
        });
        plan.measures.insert(Measure { monthly_cost: Some(10.0), ..new("b", "awareness") });
        plan.measures.insert(Measure { one_off_cost: Some(7.0), status: crate::plan::MeasureStatus::Dropped, ..new("c", "use") });
        plan
    }

    fn read<K: std::fmt::Debug>(lines: Vec<BudgetLine<K>>) -> Vec<String> {
        let written =
            |line: BudgetLine<K>| format!("{:?} {} of {:?} by {}", line.key, line.planned, line.available, line.measures.len());
        lines.into_iter().map(written).collect()
    }

    #[test]
    fn each_phase_and_department_carries_the_cost_of_its_measures() {
        let plan = plan();
        assert_eq!(
            read(budget_by_phase(&plan)),
            ["Some(Acquisition) 120 of None by 1", "Some(Active) 600 of Some(500.0) by 1", "Some(Passive) 0 of None by 0"]
        );
        assert_eq!(budget_by_phase(&plan)[1].excess(), Some(100.0));
        let departments = budget_by_department(&plan);
        assert_eq!((departments[0].planned, departments[0].excess()), (600.0, None));
        assert_eq!((departments[1].key.clone(), departments[1].planned), (None, 120.0));
        assert_eq!(read(budget_by_status(&plan)), ["Some(Idea) 720 of None by 2"]);
    }

    #[test]
    fn a_line_names_its_measures_the_dearest_first_with_what_they_cost_in_it() {
        let mut plan = plan();
        let use_phase = Some(SubPhaseId::standard("use"));
        let dear = Measure { one_off_cost: Some(2000.0), start: Day::parse("2026-04-01"), sub_phase: use_phase, ..named("d") };
        plan.measures.insert(dear);
        let names = |(id, cost): &(MeasureId, f64)| format!("{} {cost}", id.as_str());
        let named = |measures: &[(MeasureId, f64)]| measures.iter().map(names).collect::<Vec<_>>();
        let active = budget_by_phase(&plan).swap_remove(1);
        assert_eq!(named(&active.measures), ["d 2000", "a 600"]);
        let (listed, cost) = active.listed(|id| id.as_str() == "a");
        assert_eq!((named(&listed), cost), (vec!["a 600".to_owned()], 600.0));
        assert_eq!((active.planned, active.excess()), (2600.0, Some(2100.0)));
        assert_eq!(named(&budget_by_quarter(&plan)[1].measures), ["d 2000", "a 200"]);
        assert_eq!(active.listed(|_| false), (Vec::new(), 0.0));
    }

    #[test]
    fn cost_falls_due_in_its_quarter_and_quarters_have_no_gap() {
        assert_eq!(
            read(budget_by_quarter(&plan())),
            [
                "Some(In(Quarter { year: 2026, number: 1 })) 400 of None by 1",
                "Some(In(Quarter { year: 2026, number: 2 })) 200 of None by 1",
                "Some(In(Quarter { year: 2026, number: 3 })) 0 of Some(90.0) by 0",
                "None 120 of None by 1",
            ]
        );
    }

    #[test]
    fn months_have_no_gap_either() {
        let written = |line: &BudgetLine<Due<Month>>| match line.key {
            Some(Due::In(month)) => format!("{month} {}", line.planned),
            key => format!("{key:?} {}", line.planned),
        };
        let months: Vec<_> = budget_by_month(&plan()).iter().map(written).collect();
        assert_eq!(months, ["2026-03 400", "2026-04 100", "2026-05 100", "None 120"]);
        assert!(budget_by_month(&Plan::new(PlanId::standard("p"), "")).is_empty());
    }

    /// Of 40 quarters those count in which most money lies: one mistyped year hides no other measure.
    #[test]
    fn what_lies_beyond_the_quarters_that_are_shown_is_told_before_and_after() {
        let dated = |id: &str, cost, start| Measure { one_off_cost: Some(cost), start: Day::parse(start), ..named(id) };
        let mut plan = plan();
        plan.measures.insert(dated("d", 5.0, "1026-01-01"));
        plan.measures.insert(dated("e", 6.0, "1026-10-01"));
        plan.measures.insert(dated("f", 7.0, "2206-01-01"));
        let lines = read(budget_by_quarter(&plan));
        assert_eq!(lines[0], "Some(Before(Quarter { year: 2026, number: 1 })) 11 of None by 2");
        assert_eq!(lines[1..4], read(budget_by_quarter(&self::plan()))[..3]);
        assert_eq!(lines[4], "Some(After(Quarter { year: 2026, number: 3 })) 7 of None by 1");
        assert_eq!(lines.len(), 6);
        plan.measures.insert(Measure { monthly_cost: Some(1.0), end: Day::parse("2046-12-31"), ..dated("g", 1.0, "2006-01-01") });
        let lines = budget_by_quarter(&plan);
        let named = lines.iter().filter(|line| matches!(line.key, Some(Due::In(_)))).count();
        assert_eq!(named, 40);
        assert_eq!(lines.last().unwrap().key, None);
    }

    #[test]
    fn a_budget_counts_neither_what_is_dropped_nor_what_has_no_cost() {
        let mut plan = plan();
        assert_eq!(counted(plan.measures.iter()), Counted { measures: 2, cost: 720.0, dropped: 1, uncosted: 0 });
        plan.measures.insert(named("d"));
        plan.measures.insert(Measure { status: MeasureStatus::Dropped, ..named("e") });
        assert_eq!(counted(plan.measures.iter()), Counted { measures: 2, cost: 720.0, dropped: 2, uncosted: 1 });
    }

    #[test]
    fn all_ways_to_cut_the_cost_come_to_the_same_sum() {
        let mut plan = plan();
        let whole = super::super::total_cost(plan.measures.iter());
        fn sum<K>(lines: Vec<BudgetLine<K>>) -> f64 {
            lines.iter().map(|line| line.planned).sum()
        }
        assert_eq!(sum(budget_by_phase(&plan)), whole);
        assert_eq!(sum(budget_by_department(&plan)), whole);
        assert_eq!(sum(budget_by_quarter(&plan)), whole);
        assert_eq!(sum(budget_by_month(&plan)), whole);
        let start = Day::parse("1026-03-15");
        plan.measures.update(&MeasureId::standard("a"), |measure| measure.start = start);
        let whole = super::super::total_cost(plan.measures.iter());
        assert!(whole > 1_000_000.0);
        assert_eq!(sum(budget_by_quarter(&plan)), whole);
        assert_eq!(sum(budget_by_month(&plan)), whole);
    }

    /// Measures of whole amounts, whose sums are exact, with and without phase, department, dates and cost.
    fn measures() -> impl Strategy<Value = Vec<Measure>> {
        let amount = || proptest::option::of((0_u32..100_000).prop_map(f64::from));
        let day = || proptest::option::of((1990..2060_i32, 1..=12_u8).prop_map(|(year, month)| format!("{year}-{month:02}-15")));
        let place = || proptest::option::of(0..3_usize);
        let measure = (amount(), amount(), (day(), day()), (place(), place()), 0..MeasureStatus::ALL.len()).prop_map(
            |(one_off_cost, monthly_cost, (start, end), (sub_phase, department), status)| Measure {
                one_off_cost,
                monthly_cost,
                start: start.and_then(|day| Day::parse(&day)),
                end: end.and_then(|day| Day::parse(&day)),
                sub_phase: sub_phase.map(|at| SubPhaseId::standard(["awareness", "use", "cancelled"][at])),
                department: department.map(|at| DepartmentId::standard(["a", "b", "c"][at])),
                status: MeasureStatus::ALL[status],
                ..named("m")
            },
        );
        proptest::collection::vec(measure, 0..12)
    }

    proptest! {
        /// However the cost is cut: what a filter lists of a line and what it hides come to the whole line, and all lines
        /// to what the listed measures cost.
        #[test]
        fn what_is_listed_and_what_is_hidden_come_to_the_whole(measures in measures(), listed in proptest::collection::vec(any::<bool>(), 12)) {
            let mut plan = Plan::new(PlanId::standard("p"), "");
            for id in ["a", "b", "c"] {
                plan.departments.insert(Department::new(DepartmentId::standard(id), id));
            }
            for (at, measure) in measures.into_iter().enumerate() {
                plan.measures.insert(Measure { id: MeasureId::standard(&format!("m{at}")), ..measure });
            }
            let ids: BTreeSet<MeasureId> = plan.measures.ids().zip(listed).filter(|(_, listed)| *listed).map(|(id, _)| id.clone()).collect();
            let of_listed = counted(plan.measures.iter().filter(|measure| ids.contains(&measure.id)));
            let listed_cost = of_listed.cost;
            prop_assert_eq!(of_listed.measures + of_listed.dropped + of_listed.uncosted, ids.len());
            let in_lines = |line: &BudgetLine<Phase>| line.listed(|id| ids.contains(id)).0.len();
            prop_assert_eq!(budget_by_phase(&plan).iter().map(in_lines).sum::<usize>(), of_listed.measures);
            fn check<K>(lines: &[BudgetLine<K>], ids: &BTreeSet<MeasureId>, listed_cost: f64) -> Result<(), TestCaseError> {
                let mut sum = 0.0;
                for line in lines {
                    let (listed, shown) = line.listed(|id| ids.contains(id));
                    let (hidden, rest) = line.listed(|id| !ids.contains(id));
                    prop_assert_eq!(shown + rest, line.planned);
                    prop_assert_eq!(listed.len() + hidden.len(), line.measures.len());
                    prop_assert!(line.measures.is_sorted_by(|(_, a), (_, b)| a >= b));
                    sum += shown;
                }
                prop_assert_eq!(sum, listed_cost);
                Ok(())
            }
            check(&budget_by_phase(&plan), &ids, listed_cost)?;
            check(&budget_by_status(&plan), &ids, listed_cost)?;
            check(&budget_by_department(&plan), &ids, listed_cost)?;
            check(&budget_by_quarter(&plan), &ids, listed_cost)?;
            check(&budget_by_month(&plan), &ids, listed_cost)?;
        }
    }
}
