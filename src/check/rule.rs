//! The list of rules.

use super::{Figure, Subject, evidence, facts::Facts, goals, measures, money, planners};

/// Takes what a rule finds.
pub(super) type Report<'r> = &'r mut dyn FnMut(Subject, Option<Figure>);

/// A rule.
pub struct Rule {
    /// Names it in the program.
    pub id: RuleId,
    /// Names it in plans; never changes.
    pub key: &'static str,
    /// Whether what it finds hurts already: a contradiction, something overdue, money or people that aren't there.
    pub urgent: bool,
    /// Finds.
    pub(super) find: fn(&Facts, Report),
}

macro_rules! rules {
    ($($(#[$doc:meta])* $id:ident $key:literal $($urgent:ident)? => $find:path;)*) => {
        /// Names a rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum RuleId { $($(#[$doc])* $id,)* }

        /// All rules, in the order in which they are shown.
        pub static RULES: &[Rule] = &[$(Rule {
            id: RuleId::$id,
            key: $key,
            urgent: rules!(@urgent $($urgent)?),
            find: $find,
        },)*];
    };
    (@urgent urgent) => { true };
    (@urgent) => { false };
}

rules! {
    /// A measure is past its end and not done.
    MeasureOverdue "measure-overdue" urgent => measures::overdue;
    /// A measure should have begun.
    MeasureNotBegun "measure-not-begun" urgent => measures::not_begun;
    /// Dates of a measure contradict themselves.
    MeasureDates "measure-dates" urgent => measures::dates;
    /// A measure's benefits aren't low ≤ likely ≤ high.
    BenefitDisordered "benefit-disordered" urgent => measures::benefit;
    /// Measures cost more than the plan, a phase or a department may spend.
    BudgetExceeded "budget-exceeded" urgent => money::budget;
    /// Measures cost more in a quarter than it may.
    QuarterBudgetExceeded "quarter-budget-exceeded" urgent => money::quarter_budget;
    /// A department has more to do in a quarter than it can.
    CapacityExceeded "capacity-exceeded" urgent => money::capacity;
    /// Nothing is planned against a pain point.
    PainPointWithoutMeasure "pain-point-without-measure" urgent => goals::pain_points;
    /// No measure answers a weakness that applies.
    WeaknessWithoutMeasure "weakness-without-measure" urgent => goals::weaknesses;
    /// A phase of the lifecycle has no goal.
    PhaseWithoutGoals "phase-without-goals" urgent => goals::phases;
    /// The last value of a KPI lies past its warning limit.
    KpiPastLimit "kpi-past-limit" urgent => evidence::past_limit;
    /// A journey forces customers from online to offline.
    ChannelBreak "channel-break" urgent => evidence::breaks;
    /// A group of lost customers is addressed although that doesn't pay.
    GroupDoesNotPay "group-does-not-pay" urgent => planners::group_does_not_pay;
    /// A goal has no KPI that shows whether it is reached.
    GoalWithoutKpi "goal-without-kpi" => goals::without_kpi;
    /// A goal's KPI has no target.
    GoalWithoutTarget "goal-without-target" => goals::without_target;
    /// No measure serves a goal.
    GoalWithoutMeasure "goal-without-measure" => goals::without_measure;
    /// Nobody answers for a measure.
    MeasureWithoutOwner "measure-without-owner" => measures::without_owner;
    /// A measure's cost isn't known.
    MeasureWithoutCost "measure-without-cost" => measures::without_cost;
    /// A measure serves no goal.
    MeasureWithoutGoal "measure-without-goal" => measures::without_goal;
    /// No KPI shows what a measure does.
    MeasureWithoutKpi "measure-without-kpi" => measures::without_kpi;
    /// A measure has no start or no end.
    MeasureWithoutDates "measure-without-dates" => measures::without_dates;
    /// Most of the money lies in one phase.
    BudgetInOnePhase "budget-in-one-phase" => money::one_phase;
    /// Measures cost something, and nobody has said what they may.
    NoBudget "no-budget" => money::no_budget;
    /// Nobody answers for a touchpoint.
    TouchpointWithoutDepartment "touchpoint-without-department" => goals::touchpoints;
    /// A KPI has had no data for long.
    KpiWithoutData "kpi-without-data" => goals::stale_kpis;
    /// A KPI serves no goal and no measure.
    KpiWithoutUse "kpi-without-use" => goals::unused_kpis;
    /// A target journey differs where no measure sees to it.
    TargetUncovered "target-uncovered" => evidence::uncovered;
    /// A touchpoint is only assumed to be as it is said to be.
    TouchpointAssumed "touchpoint-assumed" => evidence::assumed;
    /// No journey shows what a persona goes through.
    PersonaWithoutJourney "persona-without-journey" => evidence::personas;
    /// A source of data has no purpose or no legal ground.
    SourceWithoutPurpose "source-without-purpose" => evidence::without_purpose;
    /// Customers aren't involved in a phase of product development.
    InvolvementMissing "involvement-missing" => planners::involvement_missing;
    /// No content informs in a part of the buying process.
    PhaseWithoutInformingContent "phase-without-informing-content" => planners::content_missing;
}

impl RuleId {
    /// The rule.
    ///
    /// # Panics
    /// Never: each id is one of a rule.
    #[must_use]
    pub fn rule(self) -> &'static Rule {
        RULES.iter().find(|rule| rule.id == self).expect("BUG: a rule's id without a rule")
    }
}
