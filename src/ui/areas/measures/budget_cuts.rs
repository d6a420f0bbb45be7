//! What the cost of the measures is cut by: its lines in words, and the way to say what is available for one.

use super::{choices::status_key, state::group_name};
use crate::ui::{
    components::{phase_key, phase_of},
    workspace::Workspace,
};
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::{
        BudgetLine, Due, GroupKey, MeasureGrouping, budget_by_department, budget_by_month, budget_by_phase, budget_by_quarter,
        budget_by_status,
    },
    plan::{DepartmentId, MeasureId, MeasureStatus, Month, Phase, Plan, Profile, Quarter},
    route::Area,
    texts::{Texts, format},
};
use std::collections::{BTreeMap, HashSet};

/// The measures that filters leave; none: all are shown.
pub type Left = Option<HashSet<MeasureId>>;

/// Id of the element of a line, by its key.
pub fn element_id(key: &str) -> String {
    format!("budget-line-{key}")
}

/// What the cost is cut by.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    Phase,
    Status,
    Department,
    Quarter,
    Month,
}

/// A line as it is shown.
#[derive(Clone, PartialEq)]
pub struct Line {
    pub key: String,
    pub name: String,
    pub phase: Option<Phase>,
    /// What all its measures cost.
    pub planned: f64,
    pub available: Option<f64>,
    /// Number of all its measures.
    pub count: usize,
    /// Those of its measures that are shown, with their cost, the dearest first.
    pub measures: Vec<(MeasureId, f64)>,
    /// What these cost together.
    pub shown: f64,
    /// Whether what is available can be said.
    pub is_named: bool,
}

impl Cut {
    /// That by which measures are put together, if they are.
    pub fn of(grouping: MeasureGrouping) -> Option<Self> {
        match grouping {
            MeasureGrouping::None => None,
            MeasureGrouping::Phase => Some(Self::Phase),
            MeasureGrouping::Status => Some(Self::Status),
            MeasureGrouping::Department => Some(Self::Department),
        }
    }

    /// Its name in attributes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Phase => "phase",
            Self::Status => "status",
            Self::Department => "department",
            Self::Quarter => "quarter",
            Self::Month => "month",
        }
    }

    pub fn title(self, texts: &Texts) -> &'static str {
        let words = &texts.measures;
        match self {
            Self::Phase => words.by_phase,
            Self::Status => words.by_status,
            Self::Department => words.by_department,
            Self::Quarter => words.by_quarter,
            Self::Month => words.by_month,
        }
    }

    /// What its lines are.
    pub fn head(self, texts: &Texts) -> &'static str {
        let words = &texts.measures;
        match self {
            Self::Phase => words.phase_filter,
            Self::Status => words.status_filter,
            Self::Department => words.department_filter,
            Self::Quarter => words.quarter_head,
            Self::Month => words.month,
        }
    }

    /// Whether something can be available for a line.
    pub fn has_budget(self) -> bool {
        matches!(self, Self::Phase | Self::Department | Self::Quarter)
    }

    /// Whether its lines are periods: a measure may cost something in several of them.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Quarter | Self::Month)
    }

    /// Its lines, with those of their measures that are shown.
    pub fn lines(self, plan: &Plan, left: &Left, texts: &Texts) -> Vec<Line> {
        match self {
            Self::Phase => {
                let line = |line: BudgetLine<Phase>| {
                    let name = group_name(plan, &GroupKey::Phase(line.key), texts);
                    let key = line.key.map(phase_key).unwrap_or_default().to_owned();
                    Line { phase: line.key, ..shown_line(&line, key, name, left) }
                };
                budget_by_phase(plan).into_iter().map(line).collect()
            }
            Self::Status => {
                let line = |line: BudgetLine<MeasureStatus>| {
                    let name = line.key.map(|status| group_name(plan, &GroupKey::Status(status), texts));
                    let key = line.key.map(status_key).unwrap_or_default().to_owned();
                    shown_line(&line, key, name.unwrap_or_default(), left)
                };
                budget_by_status(plan).into_iter().map(line).collect()
            }
            Self::Department => {
                let line = |line: BudgetLine<DepartmentId>| {
                    let name = group_name(plan, &GroupKey::Department(line.key.clone()), texts);
                    let key = line.key.as_ref().map(ToString::to_string).unwrap_or_default();
                    shown_line(&line, key, name, left)
                };
                budget_by_department(plan).into_iter().map(line).collect()
            }
            Self::Quarter => {
                let name = |quarter: Quarter| format::quarter(quarter.first_month());
                budget_by_quarter(plan).into_iter().map(|line| period_line(line, name, left, texts)).collect()
            }
            Self::Month => {
                let name = |month: Month| format!("{} {}", format::month_name(texts.language, month), month.year());
                budget_by_month(plan).into_iter().map(|line| period_line(line, name, left, texts)).collect()
            }
        }
    }

    /// Says what is available for the line of this key.
    pub fn set_available(self, workspace: Workspace, key: &str, amount: Option<f64>) {
        match self {
            Self::Phase => {
                if let Some(phase) = phase_of(key) {
                    change_profile(workspace, |profile| set_in(&mut profile.phase_budgets, phase, amount));
                }
            }
            Self::Quarter => {
                if let Some(quarter) = Quarter::parse(key) {
                    change_profile(workspace, |profile| set_in(&mut profile.quarter_budgets, quarter, amount));
                }
            }
            Self::Department => {
                let Ok(id) = DepartmentId::try_from(key) else { return };
                workspace.edit(Label::new(Verb::Change, Noun::Department), Place::area(Area::Measures), |plan| {
                    plan.departments.update(&id, |department| department.budget = amount);
                });
            }
            Self::Status | Self::Month => {}
        }
    }
}

fn shown_line<K>(line: &BudgetLine<K>, key: String, name: String, left: &Left) -> Line {
    let (measures, shown) = line.listed(|id| left.as_ref().is_none_or(|left| left.contains(id)));
    Line {
        key,
        name,
        phase: None,
        planned: line.planned,
        available: line.available,
        count: line.measures.len(),
        measures,
        shown,
        is_named: line.key.is_some(),
    }
}

/// A line of a period; what lies beyond those shown, and what has no date, is named so.
fn period_line<P: Copy + std::fmt::Display>(
    line: BudgetLine<Due<P>>,
    name: impl Fn(P) -> String,
    left: &Left,
    texts: &Texts,
) -> Line {
    let words = &texts.measures;
    let (key, name, is_named) = match line.key {
        Some(Due::Before(first)) => ("before".to_owned(), (words.before_period)(&name(first)), false),
        Some(Due::In(period)) => (period.to_string(), name(period), true),
        Some(Due::After(last)) => ("after".to_owned(), (words.after_period)(&name(last)), false),
        None => (String::new(), words.without_date.to_owned(), false),
    };
    Line { is_named, ..shown_line(&line, key, name, left) }
}

fn change_profile(workspace: Workspace, change: impl FnOnce(&mut Profile)) {
    workspace.edit(Label::new(Verb::Change, Noun::Profile), Place::area(Area::Measures), |plan| {
        let id = plan.profile().id.clone();
        plan.profile.update(&id, change);
    });
}

fn set_in<K: Ord>(budgets: &mut BTreeMap<K, f64>, key: K, amount: Option<f64>) {
    match amount {
        Some(amount) => drop(budgets.insert(key, amount)),
        None => drop(budgets.remove(&key)),
    }
}
