//! Words of the measures: their views, fields, figures and how these are worked out.

mod calculation;
mod de;
mod en;

pub use calculation::{CashRow, Figure, cash_rows, figure, formula, person_days_included};
pub(super) use de::MEASURES as DE;
pub(super) use en::MEASURES as EN;

use super::{Texts, format};
use crate::finance::{Counted, MeasureColumn, MeasureFault, MeasureGrouping, matrix::Quarter, planned_cost};
use crate::plan::{Approach, ChangeField, Measure, MeasureId, Part, Plan};
use crate::route::BUDGET_VIEW;

/// A way to look at the measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum View {
    Table,
    Board,
    Timeline,
    Matrix,
    Budget,
    People,
    Gaps,
}

impl View {
    /// All of them, in the order of the page, each with the name under which it is kept.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Table, "table"),
        (Self::Board, "board"),
        (Self::Timeline, "timeline"),
        (Self::Matrix, "matrix"),
        (Self::Budget, BUDGET_VIEW),
        (Self::People, "people"),
        (Self::Gaps, "gaps"),
    ];
}

/// First and last day of a measure in words.
#[must_use]
pub fn period(measure: &Measure, texts: &Texts) -> String {
    let day = |day: Option<_>| day.map(|day| format::day(texts.language, day));
    (texts.measures.period)(day(measure.start).as_deref(), day(measure.end).as_deref())
}

/// What a measure costs in all, in words; none if that is unknown.
#[must_use]
pub fn cost(measure: &Measure, currency: &str, texts: &Texts) -> Option<String> {
    planned_cost(measure).map(|cost| format::money(texts.language, cost, currency))
}

/// A measure's title, or what stands for one.
#[must_use]
pub fn heading(measure: &Measure, texts: &Texts) -> String {
    texts.terms.named(&measure.title).to_owned()
}

/// Which measures come first, in words: the open ones of those ranked; none if there is no such.
#[must_use]
pub fn first_three(plan: &Plan, ranked: &[MeasureId], texts: &Texts) -> Option<String> {
    let open = ranked.iter().filter_map(|id| plan.measures.get(id)).filter(|measure| measure.is_open());
    let titles: Vec<String> = open.take(3).map(|measure| heading(measure, texts)).collect();
    (!titles.is_empty()).then(|| (texts.measures.first_three)(&titles))
}

/// Words of the measures.
#[allow(missing_docs)]
pub struct Measures {
    /// The page.
    pub view: &'static str,
    pub view_name: fn(View) -> &'static str,
    pub facts: fn(all: usize, running: usize, late: usize) -> String,
    pub new_measure: &'static str,
    pub none_title: &'static str,
    pub none_text: &'static str,
    pub none_shown: &'static str,
    pub show_all: &'static str,
    /// Filters and grouping.
    pub search: &'static str,
    pub status_filter: &'static str,
    pub phase_filter: &'static str,
    pub department_filter: &'static str,
    pub owner_filter: &'static str,
    pub every: &'static str,
    pub group: &'static str,
    pub grouping: fn(MeasureGrouping) -> &'static str,
    pub shown: fn(usize, usize) -> String,
    pub without_phase: &'static str,
    pub without_department: &'static str,
    /// Columns and cells.
    pub column: fn(MeasureColumn) -> &'static str,
    pub fault: fn(MeasureFault, &str) -> String,
    pub table: &'static str,
    pub table_keys: &'static str,
    pub sum: &'static str,
    pub sum_shown: &'static str,
    pub group_title: fn(&str, usize) -> String,
    pub pasted: fn(cells: usize, added: usize) -> String,
    pub paste_unfit: fn(usize) -> String,
    pub paste_unfit_cell: fn(row: usize, column: &str, why: &str) -> String,
    pub paste_beyond: fn(usize) -> String,
    pub within_budget: fn(&str, &str, &str) -> String,
    pub over_budget: fn(&str, &str, &str) -> String,
    pub no_budget: fn(&str) -> String,
    /// No measure has a cost; the budget, if there is one.
    pub no_cost: fn(Option<&str>) -> String,
    /// A measure.
    pub measure: &'static str,
    pub details_of: fn(&str) -> String,
    pub period: fn(Option<&str>, Option<&str>) -> String,
    pub nobody: &'static str,
    pub late: &'static str,
    pub moved_to: fn(&str, &str) -> String,
    pub move_left: fn(&str) -> String,
    pub move_right: fn(&str) -> String,
    pub board: &'static str,
    pub board_keys: &'static str,
    pub column_empty: &'static str,
    pub more_cards: fn(usize) -> String,
    pub delete: &'static str,
    pub duplicate: &'static str,
    pub copy_of: fn(&str) -> String,
    /// Details.
    pub description: &'static str,
    pub description_empty: &'static str,
    pub owner_hint: &'static str,
    pub no_department: &'static str,
    pub add_department: &'static str,
    pub create: fn(&str) -> String,
    pub nothing_fits: &'static str,
    pub no_sub_phase: &'static str,
    pub also_serves: &'static str,
    pub unlink: fn(&str) -> String,
    pub link_more: &'static str,
    pub section_plan: &'static str,
    pub section_links: &'static str,
    pub section_people: &'static str,
    pub section_change: &'static str,
    pub section_money: &'static str,
    pub section_worth: &'static str,
    pub section_figures: &'static str,
    pub touchpoints: &'static str,
    pub pain_points: &'static str,
    pub opportunities: &'static str,
    pub weaknesses: &'static str,
    pub goals: &'static str,
    pub kpis: &'static str,
    pub expected_effect: fn(&str) -> String,
    pub expected_hint: &'static str,
    pub cost_unknown: &'static str,
    pub milestones: &'static str,
    pub milestone: &'static str,
    pub milestone_day: fn(&str) -> String,
    pub milestone_reached: fn(&str) -> String,
    pub milestone_remove: fn(&str) -> String,
    pub milestone_add: &'static str,
    pub depends_on: &'static str,
    pub needed_by: &'static str,
    pub from_win_back: &'static str,
    pub helping: &'static str,
    pub consulted: &'static str,
    pub informed: &'static str,
    pub approaches: &'static str,
    pub approach: fn(Approach) -> &'static str,
    pub change_fields: &'static str,
    pub change_field: fn(ChangeField) -> &'static str,
    pub benefit_by: &'static str,
    pub benefit_entered: &'static str,
    pub benefit_derived: &'static str,
    pub benefit_low: &'static str,
    pub benefit_likely: &'static str,
    pub benefit_high: &'static str,
    pub benefit_disordered: &'static str,
    pub points_disordered: &'static str,
    /// Takes a KPI's value: its title, the value, the day that it stands for.
    pub take_from_kpi: fn(&str, &str, Option<&str>) -> String,
    pub points_low: &'static str,
    pub points_high: &'static str,
    pub points_unit: &'static str,
    pub customers: &'static str,
    pub customer_worth: &'static str,
    pub derivation_help: &'static str,
    pub derivation_open: &'static str,
    /// Points, customers, value of a customer, benefit.
    pub derivation: fn(&str, &str, &str, &str) -> String,
    pub benefit_reasoning: &'static str,
    pub benefit_start: &'static str,
    pub benefit_start_hint: &'static str,
    pub customer_value: &'static str,
    pub business_value: &'static str,
    pub effort: &'static str,
    pub effort_hint: &'static str,
    pub person_days: &'static str,
    pub contradictions: &'static str,
    pub contradiction_end: &'static str,
    pub contradiction_year: fn(year: i32) -> String,
    pub contradiction_long: &'static str,
    pub contradiction_benefit: &'static str,
    pub contradiction_early: fn(&str, &str) -> String,
    pub contradiction_before: fn(&str, &str) -> String,
    pub contradiction_dropped: fn(&str) -> String,
    pub contradiction_circular: &'static str,
    pub contradiction_milestone: fn(&str) -> String,
    /// Figures.
    pub figure: fn(Figure) -> &'static str,
    /// Which person-days a cost includes: how many, and whether that is one.
    pub with_person_days: fn(days: &str, is_one: bool) -> String,
    pub figure_help: fn(Figure) -> &'static str,
    pub low: &'static str,
    /// From the least to the most that a figure can be.
    pub range: fn(low: &str, high: &str) -> String,
    pub likely: &'static str,
    pub high: &'static str,
    pub not_determinable: &'static str,
    pub never: &'static str,
    pub at_once: &'static str,
    pub years: fn(&str) -> String,
    pub conventions: fn(years: u8, rate: &str) -> String,
    pub no_case: &'static str,
    pub formula_cost: fn(once: &str, monthly: &str, months: usize) -> String,
    pub formula_labour: fn(days: &str, rate: &str, sum: &str) -> String,
    pub formula_no_rate: &'static str,
    pub formula_benefit: fn(a_year: &str, months: usize, sum: &str) -> String,
    pub formula_npv_rate: fn(&str) -> String,
    pub formula_payback: &'static str,
    pub formula_irr: &'static str,
    pub cash_flow_open: &'static str,
    pub cash_flow_of: fn(&str) -> String,
    pub year: &'static str,
    pub cash_net: &'static str,
    pub cash_discounted: &'static str,
    pub cash_sum: &'static str,
    pub case: &'static str,
    /// Timeline.
    pub timeline: &'static str,
    pub timeline_keys: &'static str,
    pub scale: &'static str,
    pub scale_days: &'static str,
    pub scale_weeks: &'static str,
    pub scale_months: &'static str,
    pub today: &'static str,
    pub set_dates: fn(&str) -> String,
    pub earlier: &'static str,
    pub later: &'static str,
    pub start_earlier: &'static str,
    pub start_later: &'static str,
    pub end_earlier: &'static str,
    pub end_later: &'static str,
    pub chosen: fn(&str, &str) -> String,
    pub choose_bar: &'static str,
    pub bar: fn(title: &str, period: &str, status: &str) -> String,
    pub milestones_of_bar: fn(&str) -> String,
    pub after: fn(&str) -> String,
    pub to_today: &'static str,
    pub no_contradictions: &'static str,
    /// Matrix.
    pub matrix: &'static str,
    pub matrix_note: &'static str,
    pub quarter: fn(Quarter) -> &'static str,
    pub effort_low: &'static str,
    pub effort_high: &'static str,
    pub value_axis: &'static str,
    pub effort_axis: &'static str,
    pub bubble: fn(title: &str, value: &str, effort: u8, cost: &str) -> String,
    pub ranking: &'static str,
    pub ranking_note: &'static str,
    pub ranking_none: &'static str,
    pub first_three: fn(&[String]) -> String,
    pub unweighed: fn(usize) -> String,
    pub unweighed_text: &'static str,
    /// Budget.
    pub by_phase: &'static str,
    pub by_status: &'static str,
    pub by_department: &'static str,
    pub by_quarter: &'static str,
    pub by_month: &'static str,
    /// What is shown under a filter: measures with a cost of how many, cost of how much; which of those shown don't count.
    pub budget_shown: fn(shown: &Counted, all: usize, cost: &str, whole: &str) -> String,
    pub planned: &'static str,
    pub planned_shown: &'static str,
    pub available: &'static str,
    pub available_for: fn(&str) -> String,
    pub left: &'static str,
    pub excess: fn(&str) -> String,
    pub measures_count: &'static str,
    pub count_of: fn(shown: usize, all: usize) -> String,
    pub more_measures: fn(usize) -> String,
    pub uncosted: fn(usize) -> String,
    pub uncosted_text: &'static str,
    pub without_date: &'static str,
    pub before_period: fn(&str) -> String,
    pub after_period: fn(&str) -> String,
    pub year_or_month: &'static str,
    /// From which month on they have paid for themselves; all measures, or those that a filter leaves.
    pub cash_title: fn(Option<&str>, is_filtered: bool) -> String,
    pub cash_title_never: fn(is_filtered: bool) -> &'static str,
    pub cash_note: fn(is_filtered: bool) -> &'static str,
    pub cash_description: fn(last: &str, low: &str, likely: &str, high: &str) -> String,
    pub cash_none: fn(is_filtered: bool) -> &'static str,
    pub month: &'static str,
    pub quarter_head: &'static str,
    /// Departments.
    pub responsibilities: &'static str,
    pub responsibilities_keys: &'static str,
    pub part: fn(Part) -> &'static str,
    pub part_sign: fn(Part) -> &'static str,
    pub no_part: &'static str,
    pub no_departments: &'static str,
    pub to_settings: &'static str,
    pub load: &'static str,
    pub load_note: &'static str,
    pub load_none: &'static str,
    pub load_of: fn(days: &str, capacity: &str) -> String,
    pub load_over: fn(&str) -> String,
    pub unplaced: fn(&str) -> String,
    pub capacity: &'static str,
    pub no_capacity: &'static str,
    pub shared: &'static str,
    pub shared_note: &'static str,
    pub shared_none: &'static str,
    /// Gaps.
    pub gaps_none_title: &'static str,
    pub gaps_none_text: &'static str,
    pub to_journeys: &'static str,
    pub which_target: &'static str,
    pub gaps_facts: fn(gaps: usize, uncovered: usize) -> String,
    pub no_gaps: &'static str,
    pub gap_new: &'static str,
    pub gap_left_out: &'static str,
    pub gap_changed: fn(&str) -> String,
    pub gap_step: &'static str,
    pub gap_what: &'static str,
    pub gap_measures: &'static str,
    pub gap_uncovered: &'static str,
    pub plan_measure: fn(&str) -> String,
    pub plan_with_touchpoint: fn(&str) -> String,
    pub gaps_loose: fn(usize) -> &'static str,
    pub change_title: &'static str,
    pub change_note: &'static str,
    pub change_unsaid: fn(usize) -> String,
}
