//! English words of the check.

use super::Check;
use crate::check::{Figure, RuleId};
use crate::finance::Contradiction;
use crate::texts::{Language, format};

const LANGUAGE: Language = Language::En;

pub static CHECK: Check = Check {
    facts: |open, urgent| match (open, urgent) {
        (0, _) => "Nothing open".to_owned(),
        (1, 0) => "1 remark".to_owned(),
        (open, 0) => format!("{open} remarks"),
        (1, _) => "1 remark, urgent".to_owned(),
        (open, urgent) => format!("{open} remarks, {urgent} of them urgent"),
    },
    urgent: "Urgent",
    urgent_help: "What contradicts itself, is overdue, needs more money or time than there is, or hurts customers while nothing is done.",
    others: "What else is missing",
    nothing_title: "Nothing to object to",
    nothing_text: "Every pain point has a measure, every measure a goal, a KPI, an owner and a cost, and nothing is overdue.",
    found,
    why,
    to_do,
    figure,
    plan: "The whole plan",
    dismiss: "Not relevant",
    dismiss_of: |name| format!("Not relevant: {name}"),
    dismissed: "Not relevant",
    dismissed_text: "These remarks no longer count. The reason stays in the plan.",
    reason: "Not relevant, because …",
    reason_of: |name| format!("Why it isn’t relevant: {name}"),
    check_again: "Check again",
    check_again_of: |name| format!("Check again: {name}"),
    dismissed_told: |name| format!("“{name}” counts as not relevant."),
    count: |count| match count {
        1 => "1 open remark".to_owned(),
        count => format!("{count} open remarks"),
    },
    all: |count| format!("Check ({count})"),
    more: |more| format!("and {more} more"),
};

fn found(rule: RuleId, count: usize) -> String {
    let (one, many) = match rule {
        RuleId::MeasureOverdue => ("measure overdue", "measures overdue"),
        RuleId::MeasureNotBegun => ("measure that should have begun", "measures that should have begun"),
        RuleId::MeasureDates => ("measure with contradicting dates", "measures with contradicting dates"),
        RuleId::BenefitDisordered => {
            ("measure with its benefit range out of order", "measures with their benefit range out of order")
        }
        RuleId::BudgetExceeded => ("budget exceeded", "budgets exceeded"),
        RuleId::QuarterBudgetExceeded => ("quarter over budget", "quarters over budget"),
        RuleId::CapacityExceeded => ("department overloaded", "departments overloaded"),
        RuleId::PainPointWithoutMeasure => ("pain point without a measure", "pain points without a measure"),
        RuleId::WeaknessWithoutMeasure => ("weakness without a measure", "weaknesses without a measure"),
        RuleId::PhaseWithoutGoals => ("phase without goals", "phases without goals"),
        RuleId::KpiPastLimit => ("KPI past its warning limit", "KPIs past their warning limit"),
        RuleId::ChannelBreak => ("journey with a break between channels", "journeys with breaks between channels"),
        RuleId::TargetUncovered => ("to-be journey that lacks measures", "to-be journeys that lack measures"),
        RuleId::TouchpointAssumed => ("touchpoint that rests on assumptions", "touchpoints that rest on assumptions"),
        RuleId::PersonaWithoutJourney => ("persona without a journey", "personas without a journey"),
        RuleId::SourceWithoutPurpose => {
            ("data source without purpose or legal basis", "data sources without purpose or legal basis")
        }
        RuleId::GroupDoesNotPay => ("win-back group that doesn’t pay", "win-back groups that don’t pay"),
        RuleId::GoalWithoutKpi => ("goal without a KPI", "goals without a KPI"),
        RuleId::GoalWithoutTarget => ("goal without a target", "goals without a target"),
        RuleId::GoalWithoutMeasure => ("goal without a measure", "goals without a measure"),
        RuleId::MeasureWithoutOwner => ("measure without an owner", "measures without an owner"),
        RuleId::MeasureWithoutCost => ("measure without a cost", "measures without a cost"),
        RuleId::MeasureWithoutGoal => ("measure without a goal", "measures without a goal"),
        RuleId::MeasureWithoutKpi => ("measure without a KPI", "measures without a KPI"),
        RuleId::MeasureWithoutDates => ("measure without dates", "measures without dates"),
        RuleId::BudgetInOnePhase => ("phase with over 70% of the money", "phases with over 70% of the money"),
        RuleId::NoBudget => ("plan without a budget", "plans without a budget"),
        RuleId::TouchpointWithoutDepartment => ("touchpoint that nobody owns", "touchpoints that nobody owns"),
        RuleId::KpiWithoutData => ("KPI without new data", "KPIs without new data"),
        RuleId::KpiWithoutUse => ("KPI that nobody needs", "KPIs that nobody needs"),
        RuleId::InvolvementMissing => ("development phase without customers", "development phases without customers"),
        RuleId::PhaseWithoutInformingContent => {
            ("sub-phase without content that informs", "sub-phases without content that informs")
        }
    };
    format!("{count} {}", if count == 1 { one } else { many })
}

fn why(rule: RuleId) -> &'static str {
    match rule {
        RuleId::MeasureOverdue => "Its end has passed, but the measure isn’t finished. Whoever builds on it plans wrongly.",
        RuleId::MeasureNotBegun => "Its start has passed, but it is still “planned”.",
        RuleId::MeasureDates => "With these dates the measure can’t be carried out.",
        RuleId::BenefitDisordered => "The low benefit lies above the high one. Return and net present value are wrong then.",
        RuleId::BudgetExceeded => "What is planned costs more than may be spent.",
        RuleId::QuarterBudgetExceeded => "In this quarter measures cost more than is set aside for them.",
        RuleId::CapacityExceeded => "In a quarter measures need more person-days than the department has.",
        RuleId::PainPointWithoutMeasure => "Customers suffer from it, and nobody does anything about it.",
        RuleId::WeaknessWithoutMeasure => "The weakness applies, but no measure is linked with it.",
        RuleId::PhaseWithoutGoals => "Whoever improves one part of the lifecycle alone loses customers in another.",
        RuleId::KpiPastLimit => "The last value lies where you wanted to be warned.",
        RuleId::ChannelBreak => "Whoever begins online is forced to go on offline. Many give up there.",
        RuleId::TargetUncovered => "Steps are to change, but no measure changes them.",
        RuleId::TouchpointAssumed => "Nobody has asked or watched customers. It may not be so.",
        RuleId::PersonaWithoutJourney => "It isn’t visible what these customers go through.",
        RuleId::SourceWithoutPurpose => "Whoever asks whether the data may be used like this gets no answer.",
        RuleId::GroupDoesNotPay => "Addressing them will probably cost more than those who come back bring.",
        RuleId::GoalWithoutKpi => "Without a KPI nobody can say later whether the goal is reached.",
        RuleId::GoalWithoutTarget => "The KPI has no target, so the goal is reached never or always.",
        RuleId::GoalWithoutMeasure => "A goal for which nobody does anything remains a wish.",
        RuleId::MeasureWithoutOwner => "What is everybody’s job gets done by nobody.",
        RuleId::MeasureWithoutCost => "Without its cost, budget, return and ranking are wrong.",
        RuleId::MeasureWithoutGoal => "Nobody can see what the measure is for.",
        RuleId::MeasureWithoutKpi => "Without a KPI its effect can’t be shown.",
        RuleId::MeasureWithoutDates => "Without start and end it is missing in the timeline and in the budget of quarters.",
        RuleId::BudgetInOnePhase => "Over 70% of the money lies in one phase; the others get too little.",
        RuleId::NoBudget => "Measures cost money, but nobody has said how much there may be.",
        RuleId::TouchpointWithoutDepartment => "Where nobody is responsible, nobody improves anything.",
        RuleId::KpiWithoutData => "Nothing new has come for over 90 days. Decisions rest on old figures.",
        RuleId::KpiWithoutUse => "It belongs to no goal, no measure and no step: data that cost work and change nothing.",
        RuleId::InvolvementMissing => "The later customers are involved, the more expensive every improvement gets.",
        RuleId::PhaseWithoutInformingContent => "About 80% of all searches are for information. Whoever offers none isn’t found.",
    }
}

fn to_do(rule: RuleId) -> &'static str {
    match rule {
        RuleId::MeasureOverdue => "Finish it, or set a new end.",
        RuleId::MeasureNotBegun => "Set it to “running”, or move its start.",
        RuleId::MeasureDates => "Put start, end, milestones or dependencies right.",
        RuleId::BenefitDisordered => "Enter low, likely and high in this order.",
        RuleId::BudgetExceeded => "Drop or move measures, or raise the budget.",
        RuleId::QuarterBudgetExceeded => "Move measures to another quarter.",
        RuleId::CapacityExceeded => "Spread the work over other quarters or departments.",
        RuleId::PainPointWithoutMeasure => "Add a measure, or link an existing one.",
        RuleId::WeaknessWithoutMeasure => "From its menu, add what helps, plan a measure of your own, or link an existing one.",
        RuleId::PhaseWithoutGoals => "Pick at least one goal for this phase in the strategy.",
        RuleId::KpiPastLimit => "Look for the cause, or set a new limit.",
        RuleId::ChannelBreak => "Offer the next step online as well, or mark the change as chosen.",
        RuleId::TargetUncovered => "Plan measures at these touchpoints.",
        RuleId::TouchpointAssumed => "Watch or ask customers, and note the evidence.",
        RuleId::PersonaWithoutJourney => "Choose the persona in a journey, or create one.",
        RuleId::SourceWithoutPurpose => "Enter both at the source, on the import page.",
        RuleId::GroupDoesNotPay => "Leave the group out, or lower the cost.",
        RuleId::GoalWithoutKpi => "Choose a KPI for the goal in the strategy.",
        RuleId::GoalWithoutTarget => "Set value and date: at the goal or at the KPI.",
        RuleId::GoalWithoutMeasure => "Link a measure to the goal, or drop the goal.",
        RuleId::MeasureWithoutOwner => "Enter a role that is responsible for it.",
        RuleId::MeasureWithoutCost => "Estimate its cost; a rough figure is better than none.",
        RuleId::MeasureWithoutGoal => "Link the measure to a goal.",
        RuleId::MeasureWithoutKpi => "Link a KPI that it should change.",
        RuleId::MeasureWithoutDates => "Enter start and end.",
        RuleId::BudgetInOnePhase => "Check whether less money does more in the other phases.",
        RuleId::NoBudget => "Enter the budget in the settings.",
        RuleId::TouchpointWithoutDepartment => "Choose a department in the settings.",
        RuleId::KpiWithoutData => "Import new data, or delete the KPI.",
        RuleId::KpiWithoutUse => "Link it to a goal, or delete it.",
        RuleId::InvolvementMissing => "Plan an involvement there, the earlier the better.",
        RuleId::PhaseWithoutInformingContent => "Plan content that answers a question of this sub-phase.",
    }
}

fn figure(figure: &Figure, currency: &str) -> String {
    match figure {
        Figure::Since(day) => format!("since {}", format::day(LANGUAGE, *day)),
        Figure::Excess(amount) => format!("{} too much", format::money(LANGUAGE, *amount, currency)),
        Figure::Share(share) => format!("{} of the money", format::percent(LANGUAGE, *share, 0)),
        Figure::Load(quarter, days, capacity) => {
            let number = |value: f64| format::number(LANGUAGE, value, 0);
            format!("{} in Q{} {}, {} available", number(*days), quarter.number(), quarter.year(), number(*capacity))
        }
        Figure::Steps(count, ..) => {
            if *count == 1 {
                "1 step".to_owned()
            } else {
                format!("{count} steps")
            }
        }
        Figure::Severity(severity) => format!("severity {severity} of 5"),
        Figure::Dates(contradiction) => match contradiction {
            Contradiction::EndBeforeStart => "ends before it starts".to_owned(),
            Contradiction::Implausible { day } => format!("the year {} is probably mistyped", day.year()),
            Contradiction::TooLong => "runs for more than ten years".to_owned(),
            Contradiction::BenefitBeforeStart => "its benefit begins before it does".to_owned(),
            Contradiction::StartsTooEarly { ends, .. } => {
                format!("starts before another is finished on {}", format::day(LANGUAGE, *ends))
            }
            Contradiction::StartsBefore { begins, .. } => {
                format!("starts before another begins on {}", format::day(LANGUAGE, *begins))
            }
            Contradiction::DependsOnDropped { .. } => "depends on a measure that was dropped".to_owned(),
            Contradiction::Circular => "depends on itself in a circle".to_owned(),
            Contradiction::MilestoneOutside { .. } => "a milestone lies outside start and end".to_owned(),
        },
    }
}
