//! English words of the start page of a plan.

use super::Overview;

pub static OVERVIEW: Overview = Overview {
    facts: |journeys, measures, budget| {
        let journeys = match journeys {
            1 => "1 journey".to_owned(),
            n => format!("{n} journeys"),
        };
        let measures = match measures {
            1 => "1 measure".to_owned(),
            n => format!("{n} measures"),
        };
        format!("{journeys} · {measures} · {budget}")
    },
    budget: |money| format!("{money} budget"),
    no_budget: "no budget set",
    lifecycle: "The lifecycle at a glance",
    mood: "Mood",
    mood_help: "Mean emotion of all steps of the as-is journeys in this sub-phase, from −2 to +2.",
    goals: "Goals",
    weaknesses: "Weaknesses",
    not_assessed: |count| format!("{count} not assessed"),
    pain_points: "Pain points",
    pain_points_help: "Unsolved pain points, open or planned, at touchpoints of this sub-phase.",
    without_measure: |n| format!("{n} without a measure"),
    measures: "Measures",
    cost: "Cost",
    cost_help: "One-off cost, plus running cost over the whole period, of all measures that weren’t dropped, without person-days, counted in their main sub-phase.",
    none: "none",
    no_phase: "No sub-phase",
    no_mood: "no steps",
    kpis: "KPIs",
    kpis_note: "last 3 months with data",
    kpi_noise: "= may be noise",
    kpi_target: |target| format!("Target {target}"),
    kpi_no_data: "no data yet",
    kpis_empty: "No KPI yet. Import a survey or type values in.",
    next_measures: "Running and planned measures",
    measures_empty: "No measure planned yet.",
    all: "All",
    nobody: "nobody responsible",
    until: |day| format!("until {day}"),
    overdue: |day| format!("overdue since {day}"),
};
