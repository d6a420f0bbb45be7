//! The check: rules over a plan that name what is missing or contradicts itself.
//!
//! A [`Rule`] finds, a [`Remark`] is what it has found: about one thing, with a figure where there is one. What a remark
//! says stands in the texts. Remarks that the user has dismissed are told apart, not left out. All rules together take
//! time in proportion to the size of the plan.

mod evidence;
mod facts;
mod goals;
mod measures;
mod money;
mod planners;
mod rule;

#[cfg(test)]
mod tests;

pub use rule::{RULES, Rule, RuleId};

use crate::plan::{Day, Id, JourneyId, Phase, Plan, Quarter, Reference, SourceId, StepId, TypedId};
use crate::route::{Area, Route};
use facts::Facts;

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The plan as a whole.
    Plan,
    /// A phase of the lifecycle.
    Phase(Phase),
    /// A quarter.
    Quarter(Quarter),
    /// A phase of product development, by its key.
    Development(crate::plan::DevelopmentPhase),
    /// A source of data.
    Source(SourceId),
    /// A record.
    Record(Reference),
}

impl Subject {
    /// The id under which a dismissal knows it; none for the plan as a whole.
    #[must_use]
    pub fn id(&self) -> Option<Id> {
        let key = match self {
            Self::Plan => return None,
            Self::Record(reference) => return Some(reference.target().1.clone()),
            Self::Source(id) => return Some(id.as_id().clone()),
            Self::Phase(Phase::Acquisition) => "acquisition".to_owned(),
            Self::Phase(Phase::Active) => "active".to_owned(),
            Self::Phase(Phase::Passive) => "passive".to_owned(),
            Self::Quarter(quarter) => quarter.to_string(),
            Self::Development(phase) => format!("{phase:?}").to_lowercase(),
        };
        Id::try_from(key).ok()
    }
}

/// A figure that a remark names.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A day that has passed.
    Since(Day),
    /// An amount of money beyond what may be spent.
    Excess(f64),
    /// A share, 0 to 1.
    Share(f64),
    /// Person-days in a quarter, and how many there are.
    Load(Quarter, f64, f64),
    /// What contradicts itself about dates.
    Dates(crate::finance::Contradiction),
    /// A severity, 1 to 5.
    Severity(u8),
    /// How many steps it is about, and where one begins: the journey and its step.
    Steps(usize, JourneyId, StepId),
}

/// What a rule has found.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The rule.
    pub rule: RuleId,
    /// What it is about.
    pub subject: Subject,
    /// A figure that belongs to it.
    pub figure: Option<Figure>,
    /// Whether the user has dismissed it.
    pub dismissed: bool,
}

impl Remark {
    /// Where it can be mended, in the plan that is open: the page, and the record, part or view to show there.
    #[must_use]
    pub fn place(&self) -> Route {
        let page = |area| Route::new(area, None);
        match (&self.subject, self.rule) {
            // What the whole plan may spend is one of its settings; what its parts may, stands beside what they spend.
            (Subject::Plan, _) => page(Area::Settings),
            (Subject::Quarter(_), _) | (_, RuleId::BudgetExceeded | RuleId::BudgetInOnePhase) => Route::budget(self.subject.id()),
            (Subject::Phase(_), _) => Route { record: self.subject.id(), ..page(Area::Strategy) },
            (Subject::Development(_), _) => page(Area::Involvement),
            (_, RuleId::PhaseWithoutInformingContent) => page(Area::Content),
            (Subject::Source(id), _) => Route::of(&id.clone().into()),
            (Subject::Record(reference), _) => match &self.figure {
                Some(Figure::Steps(_, journey, step)) => Route::of(&journey.clone().into()).with_part(step.as_id().clone()),
                _ => Route::of(reference),
            },
        }
    }
}

/// Everything that the rules find on a day, in the order of the rules, then of the plan.
#[must_use]
pub fn check(plan: &Plan, today: Day) -> Vec<Remark> {
    let mut round = Round::new(plan.clone(), today);
    while round.go_on() {}
    round.found
}

/// Rules that are asked in one go.
const RULES_AT_ONCE: usize = 8;

/// A check that is done in several goes, so that none of them holds up who is typing.
#[derive(Clone, Debug)]
pub struct Round {
    plan: Plan,
    today: Day,
    asked: usize,
    /// What the rules have found that were asked so far.
    pub found: Vec<Remark>,
}

impl Round {
    /// Begins.
    #[must_use]
    pub fn new(plan: Plan, today: Day) -> Self {
        Self { plan, today, asked: 0, found: Vec::new() }
    }

    /// Asks the next rules; tells whether there are more.
    pub fn go_on(&mut self) -> bool {
        let facts = Facts::of(&self.plan, self.today);
        for rule in RULES.iter().skip(self.asked).take(RULES_AT_ONCE) {
            (rule.find)(&facts, &mut |subject, figure| {
                let dismissed = facts.is_dismissed(rule.key, subject.id().as_ref());
                self.found.push(Remark { rule: rule.id, subject, figure, dismissed });
            });
        }
        self.asked += RULES_AT_ONCE;
        self.asked < RULES.len()
    }
}
