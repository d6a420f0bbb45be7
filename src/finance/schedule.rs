//! When measures run, and what contradicts itself there.

use crate::plan::{Day, Measure, MeasureId, MeasureStatus, Milestone, MilestoneId, Plan};
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    ops::RangeInclusive,
};

/// Years in which plans can happen: what lies outside is a mistyped year.
const PLAUSIBLE_YEARS: RangeInclusive<i32> = 1970..=2200;

/// Days after which nothing is a measure any more: ten years.
const MOST_DAYS: i64 = 3653;

/// Whether a plan can mean a day: 1970 to 2200.
#[must_use]
pub fn is_plausible(day: Day) -> bool {
    PLAUSIBLE_YEARS.contains(&day.year())
}

/// Something about the dates of a measure that can't be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// One of its days lies in a year that nobody means: [`is_plausible`].
    Implausible {
        /// The day.
        day: Day,
    },
    /// It ends before it starts.
    EndBeforeStart,
    /// It runs for more than ten years.
    TooLong,
    /// Its benefit starts before it does.
    BenefitBeforeStart,
    /// It starts although another, on which it depends, isn't over.
    StartsTooEarly {
        /// The other.
        on: MeasureId,
        /// The other's last day.
        ends: Day,
    },
    /// It starts before another even begins, on which it depends and whose end is open.
    StartsBefore {
        /// The other.
        on: MeasureId,
        /// The other's first day.
        begins: Day,
    },
    /// It depends on a measure that was dropped.
    DependsOnDropped {
        /// The other.
        on: MeasureId,
    },
    /// It depends on itself, perhaps over others.
    Circular,
    /// A milestone lies before its start or behind its end.
    MilestoneOutside {
        /// The milestone.
        milestone: MilestoneId,
    },
}

/// What contradicts itself about a measure; nothing for one that is done or dropped.
#[must_use]
pub fn contradictions(plan: &Plan, measure: &Measure) -> Vec<Contradiction> {
    contradictions_of(plan, measure, &|| depends_on(plan, &measure.id, &measure.id))
}

/// What contradicts itself about each measure that has such, in the plan's order.
#[must_use]
pub fn all_contradictions(plan: &Plan) -> Vec<(MeasureId, Vec<Contradiction>)> {
    let tangled = tangled(plan);
    let of = |measure: &Measure| {
        let is_circular = || tangled.contains(&measure.id) && depends_on(plan, &measure.id, &measure.id);
        contradictions_of(plan, measure, &is_circular)
    };
    let all = plan.measures.iter().map(|measure| (measure.id.clone(), of(measure)));
    all.filter(|(_, found)| !found.is_empty()).collect()
}

/// What contradicts itself about a measure's own days, whatever its status and the others.
#[must_use]
pub fn own_contradictions(measure: &Measure) -> Vec<Contradiction> {
    let milestones = measure.milestones.iter().filter_map(|milestone| milestone.day);
    let days = measure.start.into_iter().chain(measure.end).chain(measure.benefit_start).chain(milestones);
    let implausible: BTreeSet<Day> = days.filter(|day| !is_plausible(*day)).collect();
    let is_meant = |day: &Day| !implausible.contains(day);
    let (start, end, benefit) = (measure.start, measure.end, measure.benefit_start);
    let (start, end, benefit) = (start.filter(is_meant), end.filter(is_meant), benefit.filter(is_meant));
    let period = start.zip(end);
    let kinds = [
        (period.is_some_and(|(start, end)| end < start), Contradiction::EndBeforeStart),
        (period.is_some_and(|(start, end)| end.days_since(start) > MOST_DAYS), Contradiction::TooLong),
        (start.zip(benefit).is_some_and(|(start, benefit)| benefit < start), Contradiction::BenefitBeforeStart),
    ];
    let named = implausible.iter().map(|day| Contradiction::Implausible { day: *day });
    named.chain(kinds.into_iter().filter_map(|(is_so, found)| is_so.then_some(found))).collect()
}

/// Measures that remain when those that wait for nothing of the rest are taken away again and again: all circles are
/// among them.
fn tangled(plan: &Plan) -> HashSet<&MeasureId> {
    let mut left: HashSet<&MeasureId> = plan.measures.ids().collect();
    let mut waiting: HashMap<&MeasureId, Vec<&MeasureId>> = HashMap::new();
    for measure in plan.measures.iter() {
        for on in &measure.depends_on {
            waiting.entry(on).or_default().push(&measure.id);
        }
    }
    let mut open: HashMap<&MeasureId, usize> =
        plan.measures.iter().map(|measure| (&measure.id, measure.depends_on.len())).collect();
    let mut free: Vec<&MeasureId> = open.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(id) = free.pop() {
        left.remove(id);
        for other in waiting.get(id).into_iter().flatten() {
            if let Some(count) = open.get_mut(other) {
                *count -= 1;
                if *count == 0 {
                    free.push(other);
                }
            }
        }
    }
    left
}

fn contradictions_of(plan: &Plan, measure: &Measure, is_circular: &dyn Fn() -> bool) -> Vec<Contradiction> {
    if !measure.is_open() {
        return Vec::new();
    }
    let mut found = own_contradictions(measure);
    if is_circular() {
        found.push(Contradiction::Circular);
    }
    for on in measure.depends_on.iter().filter(|on| **on != measure.id).filter_map(|id| plan.measures.get(id)) {
        match (on.status, measure.start, on.start, on.end) {
            (MeasureStatus::Done, ..) => {}
            (MeasureStatus::Dropped, ..) => found.push(Contradiction::DependsOnDropped { on: on.id.clone() }),
            (_, Some(start), _, Some(ends)) if start <= ends => {
                found.push(Contradiction::StartsTooEarly { on: on.id.clone(), ends });
            }
            (_, Some(start), Some(begins), None) if start <= begins => {
                found.push(Contradiction::StartsBefore { on: on.id.clone(), begins });
            }
            _ => {}
        }
    }
    for Milestone { id, day, .. } in &measure.milestones {
        let early = day.zip(measure.start).is_some_and(|(day, start)| day < start);
        let late = day.zip(measure.end).is_some_and(|(day, end)| day > end);
        if early || late {
            found.push(Contradiction::MilestoneOutside { milestone: id.clone() });
        }
    }
    found
}

/// Whether a measure depends on another, over whatever others.
fn depends_on(plan: &Plan, measure: &MeasureId, on: &MeasureId) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<&MeasureId> = vec![measure];
    while let Some(id) = waiting.pop() {
        for next in plan.measures.get(id).iter().flat_map(|measure| &measure.depends_on) {
            if next == on {
                return true;
            }
            if seen.insert(next) {
                waiting.push(next);
            }
        }
    }
    false
}

/// The measures that one may depend on, in the plan's order: not itself, and none that depends on it.
#[must_use]
pub fn possible_dependencies(plan: &Plan, measure: &MeasureId) -> Vec<MeasureId> {
    let mut waiting: HashMap<&MeasureId, Vec<&MeasureId>> = HashMap::new();
    for other in plan.measures.iter() {
        for on in &other.depends_on {
            waiting.entry(on).or_default().push(&other.id);
        }
    }
    let mut refused: HashSet<&MeasureId> = HashSet::from([measure]);
    let mut open = vec![measure];
    while let Some(id) = open.pop() {
        for other in waiting.get(id).into_iter().flatten() {
            if refused.insert(other) {
                open.push(other);
            }
        }
    }
    plan.measures.ids().filter(|id| !refused.contains(id)).cloned().collect()
}

/// Sets a measure's first day. A benefit that began with it still does.
pub fn set_start(measure: &mut Measure, start: Option<Day>) {
    if measure.start.is_some() && measure.benefit_start == measure.start {
        measure.benefit_start = start;
    }
    measure.start = start;
}

/// What of a measure's period is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// All of it, with its milestones and the start of its benefit.
    Whole,
    /// Its first day.
    Start,
    /// Its last day.
    End,
}

/// Moves the period of a measure by days; tells whether that could be done: a day of the calendar must be there, and the
/// first day stays before the last.
pub fn shift_measure(measure: &mut Measure, shift: Shift, days: i64) -> bool {
    fn moved(day: Option<Day>, days: i64) -> Option<Option<Day>> {
        day.map_or(Some(None), |day| day.plus_days(days).map(Some))
    }
    let mut new = measure.clone();
    let done = (|| {
        if shift != Shift::End {
            let start = moved(new.start, days)?;
            set_start(&mut new, start);
        }
        if shift != Shift::Start {
            new.end = moved(new.end, days)?;
        }
        if shift == Shift::Whole {
            new.benefit_start = moved(measure.benefit_start, days)?;
            for milestone in &mut new.milestones {
                milestone.day = moved(milestone.day, days)?;
            }
        }
        Some(())
    })();
    let is_possible = shift == Shift::Whole || new.start.zip(new.end).is_none_or(|(start, end)| start <= end);
    if done.is_none() || !is_possible {
        return false;
    }
    *measure = new;
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::PlanId;

    fn measure(id: &str, period: &str, depends_on: &[&str]) -> Measure {
        let (start, end) = period.split_once(' ').unwrap_or_default();
        Measure {
            start: Day::parse(start),
            end: Day::parse(end),
            depends_on: depends_on.iter().map(|id| MeasureId::standard(id)).collect(),
            ..Measure::new(MeasureId::standard(id), "", None)
        }
    }

    fn plan(measures: impl IntoIterator<Item = Measure>) -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        measures.into_iter().for_each(|measure| plan.measures.insert(measure));
        plan
    }

    fn found(plan: &Plan, id: &str) -> Vec<Contradiction> {
        contradictions(plan, plan.measures.get(&MeasureId::standard(id)).unwrap())
    }

    #[test]
    fn a_measure_waits_for_those_it_depends_on() {
        let a = measure("a", "2026-01-01 2026-03-31", &[]);
        let plan_of = |start: &str, status| {
            let a = Measure { status, ..a.clone() };
            plan([a, measure("b", &format!("{start} 2026-12-31"), &["a"])])
        };
        let on = || MeasureId::standard("a");
        let ends = Day::parse("2026-03-31").unwrap();
        assert_eq!(found(&plan_of("2026-04-01", MeasureStatus::Planned), "b"), []);
        assert_eq!(
            found(&plan_of("2026-03-31", MeasureStatus::Planned), "b"),
            [Contradiction::StartsTooEarly { on: on(), ends }]
        );
        assert_eq!(found(&plan_of("2026-01-01", MeasureStatus::Done), "b"), []);
        assert_eq!(found(&plan_of("2027-01-01", MeasureStatus::Dropped), "b").len(), 2);
    }

    #[test]
    fn a_measure_waits_for_one_whose_end_is_open_to_begin() {
        let plan_of = |start: &str, status| {
            let a = Measure { status, ..measure("a", "2026-03-01 ", &[]) };
            plan([a, measure("b", &format!("{start} 2026-12-31"), &["a"])])
        };
        let begins = Day::parse("2026-03-01").unwrap();
        let early = [Contradiction::StartsBefore { on: MeasureId::standard("a"), begins }];
        assert_eq!(found(&plan_of("2026-02-28", MeasureStatus::Planned), "b"), early);
        assert_eq!(found(&plan_of("2026-03-01", MeasureStatus::Planned), "b"), early);
        assert_eq!(found(&plan_of("2026-03-02", MeasureStatus::Planned), "b"), []);
        assert_eq!(found(&plan_of("2026-02-28", MeasureStatus::Done), "b"), []);
    }

    #[test]
    fn circles_are_refused_and_found_where_they_are() {
        let open = plan([measure("a", "", &[]), measure("b", "", &["a"]), measure("c", "", &["b"])]);
        let possible = |measure: &str| {
            let found = possible_dependencies(&open, &MeasureId::standard(measure));
            found.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!((possible("a"), possible("b"), possible("c")), (vec![], vec!["a".into()], vec!["a".into(), "b".into()]));
        assert_eq!(possible("gone"), ["a", "b", "c"]);
        let closed =
            plan([measure("a", "", &["c"]), measure("b", "", &["a"]), measure("c", "", &["b"]), measure("d", "", &["a"])]);
        for (id, is_circular) in [("a", true), ("b", true), ("c", true), ("d", false)] {
            assert_eq!(found(&closed, id).contains(&Contradiction::Circular), is_circular, "{id}");
        }
        let all: Vec<_> = all_contradictions(&closed).into_iter().map(|(id, found)| (id.to_string(), found)).collect();
        assert_eq!(all, ["a", "b", "c"].map(|id| (id.to_owned(), vec![Contradiction::Circular])));
        assert_eq!(found(&plan([measure("s", "", &["s"])]), "s"), [Contradiction::Circular]);
    }

    #[test]
    fn periods_and_milestones_must_agree() {
        let milestone = |day| Milestone::new(MilestoneId::standard(day), "", Day::parse(day));
        let m = Measure {
            milestones: vec![milestone("2025-12-31"), milestone("2026-01-01"), milestone("2026-04-01")],
            ..measure("m", "2026-01-01 2026-03-31", &[])
        };
        let outside = |id| Contradiction::MilestoneOutside { milestone: MilestoneId::standard(id) };
        assert_eq!(found(&plan([m.clone()]), "m"), [outside("2025-12-31"), outside("2026-04-01")]);
        assert_eq!(found(&plan([Measure { status: MeasureStatus::Done, ..m }]), "m"), []);
        assert_eq!(found(&plan([measure("e", "2026-01-02 2026-01-01", &[])]), "e"), [Contradiction::EndBeforeStart]);
    }

    #[test]
    fn a_mistyped_year_is_named_with_its_day() {
        let day = |text| Day::parse(text).unwrap();
        let implausible = |text| Contradiction::Implausible { day: day(text) };
        let own = |period: &str| own_contradictions(&measure("m", period, &[]));
        assert_eq!(own("1026-01-01 2026-03-31"), [implausible("1026-01-01")]);
        assert_eq!(own("2026-01-01 2206-03-31"), [implausible("2206-03-31")]);
        assert_eq!(own("2206-03-31 1026-01-01"), [implausible("1026-01-01"), implausible("2206-03-31")]);
        assert_eq!(own("1970-01-01 1979-12-31"), []);
        assert_eq!(own("2026-01-15 2036-01-14"), []);
        assert_eq!(own("2026-01-01 2062-01-31"), [Contradiction::TooLong]);
        let m = |begins| Measure { benefit_start: Day::parse(begins), ..measure("m", "2026-01-01 2026-03-31", &[]) };
        assert_eq!(own_contradictions(&m("2025-12-31")), [Contradiction::BenefitBeforeStart]);
        assert_eq!(own_contradictions(&m("1026-01-01")), [implausible("1026-01-01")]);
        assert_eq!(own_contradictions(&m("2026-01-01")), []);
        let done = Measure { status: MeasureStatus::Done, ..m("2025-12-31") };
        assert_eq!((own_contradictions(&done).len(), found(&plan([done]), "m")), (1, vec![]));
        let milestones = vec![Milestone::new(MilestoneId::standard("x"), "", Day::parse("0226-01-01"))];
        assert_eq!(own_contradictions(&Measure { milestones, ..measure("m", "", &[]) }), [implausible("0226-01-01")]);
    }

    #[test]
    fn a_benefit_that_begins_with_its_measure_moves_with_its_start() {
        let mut m = measure("m", "2026-01-01 2026-03-31", &[]);
        m.benefit_start = m.start;
        set_start(&mut m, Day::parse("2026-02-01"));
        assert_eq!((m.start, m.benefit_start), (Day::parse("2026-02-01"), Day::parse("2026-02-01")));
        assert!(shift_measure(&mut m, Shift::Start, 7) && m.benefit_start == Day::parse("2026-02-08"));
        assert!(shift_measure(&mut m, Shift::Whole, 7) && m.benefit_start == Day::parse("2026-02-15"));
        m.benefit_start = Day::parse("2026-06-01");
        set_start(&mut m, None);
        set_start(&mut m, Day::parse("2026-03-01"));
        assert_eq!((m.start, m.benefit_start), (Day::parse("2026-03-01"), Day::parse("2026-06-01")));
        m.benefit_start = None;
        set_start(&mut m, None);
        set_start(&mut m, Day::parse("2026-03-01"));
        assert_eq!(m.benefit_start, None);
    }

    #[test]
    fn a_period_moves_whole_or_at_one_end() {
        let mut m = measure("m", "2026-01-01 2026-01-31", &[]);
        m.benefit_start = Day::parse("2026-02-01");
        m.milestones = vec![Milestone::new(MilestoneId::standard("x"), "", Day::parse("2026-01-15"))];
        let written = |m: &Measure| format!("{} {}", m.start.unwrap(), m.end.unwrap());
        assert!(shift_measure(&mut m, Shift::Whole, 7));
        assert_eq!(written(&m), "2026-01-08 2026-02-07");
        assert_eq!((m.milestones[0].day, m.benefit_start), (Day::parse("2026-01-22"), Day::parse("2026-02-08")));
        assert!(shift_measure(&mut m, Shift::Start, 30));
        assert!(!shift_measure(&mut m, Shift::Start, 1));
        assert!(!shift_measure(&mut m, Shift::End, -1));
        assert!(shift_measure(&mut m, Shift::End, 21));
        assert_eq!(written(&m), "2026-02-07 2026-02-28");
        assert!(!shift_measure(&mut m, Shift::Whole, i64::MAX / 1_000_000_000));
        assert_eq!(written(&m), "2026-02-07 2026-02-28");
    }
}
