//! English words about what came of the work.

use super::{Measuring, about};
use crate::figures::{
    effect::{NoEffect, Verdict},
    importance::{ImportanceMethod, NoImportance},
};
use crate::texts::Language;

/// English.
pub const MEASURING: Measuring = Measuring {
    drivers_intro: "Which touchpoints explain whether customers recommend you.",
    drivers_empty_title: "No drivers yet",
    drivers_empty: "Import a survey that has single touchpoints rated beside the overall score. During the import you choose the questions \
                    that count as drivers.",
    overall_field: "Overall score",
    drivers_title: |overall| format!("What drives {overall}?"),
    drivers_note: |r_squared, n| format!("R² {r_squared} · {n} complete answers"),
    driver_column: "Touchpoint",
    importance: "Importance",
    performance: "Rating",
    method: |method| match method {
        ImportanceMethod::Lmg => "LMG (Shapley values of R²)",
        ImportanceMethod::RelativeWeights => "Johnson’s relative weights",
    },
    method_label: "How is importance computed?",
    method_text: "The bars divide R²: the share of the differences in the overall score that all drivers explain together. What drivers \
                  have in common is shared between them; plain correlations would count it several times. Up to 12 drivers by Lindeman, \
                  Merenda and Gold (LMG), beyond that by Johnson’s relative weights. Only answers that are complete in all questions \
                  count. The rating is the mean of the answers, from 0% at the bad to 100% at the good end of the scale.",
    no_importance: |why, driver| match why {
        NoImportance::NoDrivers => "There are no drivers.".to_owned(),
        NoImportance::TooFew { n, needed } => {
            format!("Too few answers: {n} are complete, but this many drivers need at least {needed}.")
        }
        NoImportance::OverallIsConstant => "Everyone gave the same overall score: there is nothing to explain.".to_owned(),
        NoImportance::DriverIsConstant(_) => format!("Everyone rated “{driver}” alike; it can’t explain anything."),
        NoImportance::DriverFollows(_) => {
            format!("“{driver}” follows exactly from the other ratings. Leave one of the questions out.")
        }
    },
    first_driver: |driver, share, worst_rated| {
        let rated = if worst_rated { " and has the worst rating" } else { "" };
        format!("“{driver}” comes first{rated}: it accounts for {share} of what the survey can explain.")
    },
    little_explained: "Together the drivers explain little: other reasons count more than those asked about.",
    describe_bars: |count, values| format!("Bar chart with {count} drivers. {values}."),
    matrix_title: "Importance and rating",
    matrix_note: "divided at the means",
    quadrants: ["Concentrate here", "Keep it up", "Low priority", "Possible overkill"],
    point: |name, performance, importance, quadrant| format!("{name}: rating {performance}, importance {importance}, {quadrant}"),
    effects_intro: "What measures have achieved: the time before their start against the time after.",
    effects_empty_title: "Nothing to check yet",
    effects_empty: "Measures that are running or done and aim at a KPI appear here. Give a measure a KPI and a start.",
    window_field: "Time before and after the start",
    months: |count| if count == 1 { "1 month".to_owned() } else { format!("{count} months") },
    before: "before",
    after: "after",
    change: "Difference",
    verdict_short: |verdict| match verdict {
        Ok(Verdict::Shown) => "shown".to_owned(),
        Ok(Verdict::Worse) => "worse".to_owned(),
        Ok(Verdict::NotShownYet { more: Some(more) }) => format!("about {} more answers", about(Language::En, more)),
        Ok(Verdict::NotShownYet { .. } | Verdict::NotShown) => "not shown".to_owned(),
        Ok(Verdict::Untested) => "can’t be tested".to_owned(),
        Err(NoEffect::NoStart) => "no start".to_owned(),
        Err(NoEffect::NothingBefore) => "no data before".to_owned(),
        Err(NoEffect::NothingAfter) => "no data yet".to_owned(),
    },
    verdict: |verdict| match verdict {
        Verdict::Shown => "shown".to_owned(),
        Verdict::Worse => "got worse".to_owned(),
        Verdict::NotShownYet { more: Some(more) } => {
            format!("not shown yet: about {} more answers needed", about(Language::En, more))
        }
        Verdict::NotShownYet { more: None } => {
            "not shown yet: the time before is too uncertain to show it with more answers".to_owned()
        }
        Verdict::NotShown => "not shown: no difference in the wanted direction that is more than noise".to_owned(),
        Verdict::Untested => "can’t be tested: too few values, or the number of answers is missing".to_owned(),
    },
    no_effect: |why| match why {
        NoEffect::NoStart => "The measure has no start.",
        NoEffect::NothingBefore => "There are no data from before the start.",
        NoEffect::NothingAfter => "There are no data since the start yet.",
    },
    starts: |day| format!("Start {day}"),
    span: |from, to| format!("{from} to {to}"),
    beyond: |count, of| {
        let of = if of == 1 { "one period".to_owned() } else { format!("{of} periods") };
        match count {
            0 => format!("None of {of} since the start lies beyond the control limits from before."),
            1 => format!("One of {of} since the start lies beyond the control limits from before."),
            _ => format!("{count} of {of} since the start lie beyond the control limits from before."),
        }
    },
    meanwhile: |names| {
        let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
        format!("Also began in that time: {}.", names.join(", "))
    },
    mix_shift: |dimension| {
        format!("The mix of respondents by {dimension} differs from before; part of the difference may come from that.")
    },
    group_effect: |group, delta, p| format!("{group} {delta} ({p})"),
    groups_alone: "Groups alone:",
    cause_note: "A shown difference tells you that something has changed, not that the measure alone is the reason.",
    value_title: "Value of a customer",
    basis_field: "Computed from",
    basis_margin: "Margin",
    basis_revenue: "Revenue",
    margin_field: "Margin per customer and year",
    revenue_field: "Revenue per customer and year",
    retention_field: "Retention rate per year (%)",
    retention_known: |kpi, value| format!("By “{kpi}”, {value} stay per year."),
    take_over: "Apply",
    discount_field: "Discount rate per year (%)",
    discount_of_plan: |rate| format!("{rate} from the plan"),
    cost_field: "Cost per new customer",
    past_field: "Brought in so far",
    convention_field: "Convention",
    horizon_field: "Number of years",
    per_cent_fault: "Please enter a number from 0 to 100.",
    future: "future value per customer",
    past: "brought in so far",
    whole: "together",
    missing: "Enter margin and retention rate to see the value of a customer here.",
    endless: "With these entries the sum has no end: retention and discount rate don’t fit together.",
    sensitivity: "What changes the value",
    sensitivity_note: "each changed alone",
    retention_point: "Retention 1 point higher",
    margin_percent: "Margin 1% higher",
    discount_point: "Discount rate 1 point higher",
    per_customer: "per customer",
    all_customers: |customers| format!("for {customers} customers"),
    point_title: "What one point less churn is worth",
    point_worth: |worth, each, customers| format!("{worth}: {each} per customer, with {customers} customers in the base."),
    point_each: |each| {
        format!("{each} per customer. With a KPI of the customer base (such as churn), the value for all is shown here, too.")
    },
    point_beyond: "Retention can’t rise by another point.",
    of_all: |value, customers| format!("{value} for {customers} customers"),
    churn_of_year: |month, year| format!("{month} a month is {year} a year: 1 − (1 − monthly rate)¹²."),
};
