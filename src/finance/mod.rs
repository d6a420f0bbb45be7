//! Cost and benefit of measures: what they are worth, when they cost what, whom they keep busy.

mod amounts;
mod budget;
mod case;
mod fault;
pub mod flows;
mod listing;
mod load;
mod lost;
pub mod matrix;
pub mod matrix_names;
mod priority;
mod range;
mod schedule;
mod timescale;
mod win_back;

#[cfg(test)]
mod case_tests;
#[cfg(test)]
mod win_back_tests;

pub use amounts::amounts_in;
pub use budget::{
    BudgetLine, Counted, Due, budget_by_department, budget_by_month, budget_by_phase, budget_by_quarter, budget_by_status,
    counted, monthly_spending,
};
pub use case::{
    BusinessCase, CashPoint, MonthFlow, benefit_a_year, benefit_is_ordered, business_case, cumulative_cash_flow, derived_benefit,
    likely_npv, month_flows, paid_back_from, run_months,
};
pub use fault::MeasureFault;
pub use listing::{
    GroupKey, MeasureColumn, MeasureFilter, MeasureGrouping, column_sum, group_measures, list_measures, owners, total_cost,
};
pub use load::{DepartmentLoad, Load, load};
pub use lost::{LostCustomers, loss_reason, lost_without_group};
pub use priority::{priority, ranked, value};
pub use range::Range;
pub use schedule::{
    Contradiction, Shift, all_contradictions, contradictions, is_plausible, own_contradictions, possible_dependencies, set_start,
    shift_measure,
};
pub use timescale::TimeScale;
pub use win_back::{
    WinBackCase, WinBackInput, WinBackTotal, WinBackVerdict, annuity_factor, has_win_back_figures, rate_is_ordered,
    take_win_back_figures, win_back_case, win_back_measures, win_back_rate, win_back_total, win_back_total_for,
};

use crate::plan::Measure;

/// Months over which running cost is counted where a measure has no period.
pub const MONTHS_WITHOUT_PERIOD: i32 = 12;

/// Cost of a measure in the plan's currency: once, and each month from start to end, both included; over
/// [`MONTHS_WITHOUT_PERIOD`] where start or end is missing. None if no cost is known; a dropped measure costs nothing.
#[must_use]
pub fn planned_cost(measure: &Measure) -> Option<f64> {
    if measure.is_dropped() || (measure.one_off_cost.is_none() && measure.monthly_cost.is_none()) {
        return None;
    }
    Some(measure.one_off_cost.unwrap_or(0.0) + measure.monthly_cost.unwrap_or(0.0) * run_months(measure) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Day, MeasureId, MeasureStatus};

    #[track_caller]
    fn check(once: Option<f64>, monthly: Option<f64>, period: Option<(&str, &str)>, expected: Option<f64>) {
        let measure = Measure {
            one_off_cost: once,
            monthly_cost: monthly,
            start: period.and_then(|(start, _)| Day::parse(start)),
            end: period.and_then(|(_, end)| Day::parse(end)),
            ..Measure::new(MeasureId::standard("m"), "", None)
        };
        assert_eq!(planned_cost(&measure), expected);
        assert_eq!(planned_cost(&Measure { status: MeasureStatus::Dropped, ..measure }), None);
    }

    #[test]
    fn cost_is_counted_once_and_by_month() {
        check(None, None, None, None);
        check(Some(100.0), None, None, Some(100.0));
        check(Some(100.0), Some(10.0), None, Some(220.0));
        check(None, Some(10.0), Some(("2025-11-15", "2026-01-02")), Some(30.0));
        check(None, Some(10.0), Some(("2026-02-01", "2026-02-28")), Some(10.0));
        check(Some(5.0), Some(10.0), Some(("2026-02-01", "2025-02-28")), Some(5.0));
    }
}
