//! English words of the overview's steps, of what is to be done, and of the summary to print.

use super::Summary;
use crate::texts::counted;

pub const SUMMARY: Summary = Summary {
    steps: "Where the work stands",
    understand: |personas, touchpoints| {
        format!("{}, {}", counted(personas, "persona", "personas"), counted(touchpoints, "touchpoint", "touchpoints"))
    },
    data: |kpis, stale| match stale {
        0 => counted(kpis, "KPI", "KPIs"),
        stale => format!("{}, {stale} without new data", counted(kpis, "KPI", "KPIs")),
    },
    design: |journeys, goals| format!("{}, {}", counted(journeys, "journey", "journeys"), counted(goals, "goal", "goals")),
    implement: |running, overdue| match overdue {
        0 => format!("{running} running"),
        overdue => format!("{running} running, {overdue} overdue"),
    },
    effects: |shown, open| format!("{} shown, {open} open", counted(shown, "effect", "effects")),
    check: |open| match open {
        0 => "Nothing to object to".to_owned(),
        open => counted(open, "open remark", "open remarks"),
    },
    begun: "begun",
    not_begun: "not begun yet",
    to_do: "What to do now",
    to_do_none: "The check has nothing to object to.",
    view: "View",
    view_overview: "Overview",
    view_summary: "Summary",
    print: "Print",
    strategy: "Strategy",
    sub_phase: "Sub-phase",
    goals: "Goals",
    weaknesses: "Weaknesses that apply",
    measures: "Measures",
    period: "Period",
    nothing: "–",
    measure_list: "Measures that are running or planned",
    listed: |listed, all| {
        if listed == all { format!("{all}") } else { format!("{listed} of {all}, by priority") }
    },
    sum_listed: "Measures running or planned together",
    sum: "All measures, ideas and finished ones included",
    of_budget: |cost, budget| format!("{cost} of a budget of {budget}"),
    by_quarter: |quarters| format!("Cost by quarter from now on, ideas included: {quarters}"),
    as_of: |day| format!("As of {day}"),
};
