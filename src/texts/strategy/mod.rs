//! Words of the lifecycle strategy.

mod de;
mod en;

pub(super) use de::STRATEGY as DE;
pub(super) use en::STRATEGY as EN;

/// The lifecycle strategy.
#[allow(missing_docs)]
pub struct Strategy {
    /// Number of goals, of weaknesses that apply at least partly, and of measures.
    pub facts: fn(usize, usize, usize) -> String,
    pub first_title: &'static str,
    pub first_text: &'static str,
    /// Begins with a sub-phase.
    pub first_step: fn(&str) -> String,
    pub no_sub_phases_title: &'static str,
    pub no_sub_phases_text: &'static str,
    pub to_settings: &'static str,
    pub without_sub_phase: &'static str,
    pub without_sub_phase_text: &'static str,
    pub customer: &'static str,
    pub customer_help: &'static str,
    pub customer_empty: &'static str,
    pub customer_of: fn(&str) -> String,
    pub goals: &'static str,
    pub goals_help: &'static str,
    pub goals_empty: &'static str,
    pub goal: &'static str,
    pub add_goal: &'static str,
    pub add_goal_to: fn(&str) -> String,
    pub kpi_of: fn(&str) -> String,
    pub no_kpi: &'static str,
    pub open_kpi: &'static str,
    pub weaknesses: &'static str,
    pub weaknesses_help: &'static str,
    pub weaknesses_empty: &'static str,
    pub weakness: &'static str,
    pub add_weakness: &'static str,
    pub add_weakness_to: fn(&str) -> String,
    pub assessment_of: fn(&str) -> String,
    pub not_assessed: &'static str,
    pub answers: &'static str,
    pub answers_to: fn(&str) -> String,
    pub answers_taken: &'static str,
    pub show_answers: &'static str,
    pub take_answer: fn(&str) -> String,
    pub answer_taken: fn(&str) -> String,
    pub measures: &'static str,
    pub measures_help: &'static str,
    pub measures_empty: &'static str,
    pub add_measure: &'static str,
    pub add_measure_to: fn(&str) -> String,
    pub create: fn(&str) -> String,
    pub nothing_fits: &'static str,
    pub more: fn(&str) -> String,
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub move_to: fn(&str) -> String,
    pub moved_to: fn(&str, &str) -> String,
    pub delete: &'static str,
    pub to_measures: &'static str,
}
