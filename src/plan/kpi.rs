//! KPIs: what is measured, how it is defined, what is aimed at.

use super::{
    Better, Customers, Day, KpiId, KpiKind, Month, OtherFields, Plan, Ratio, Record, Reference, ScoreCounts, SubPhaseId,
    TouchpointId, reference::unlink_one,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A value to be reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// The value in the KPI's unit.
    pub value: f64,
    /// The day by which it is to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Day>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// Answers of a month that somebody typed in instead of importing them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedAnswers {
    /// Answers 9 and 10.
    #[serde(default)]
    pub promoters: u32,
    /// Answers 7 and 8.
    #[serde(default)]
    pub passives: u32,
    /// Answers 0 to 6.
    #[serde(default)]
    pub detractors: u32,
}

/// A value that somebody typed in as it was reported elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypedNumber {
    /// The value in the KPI's unit.
    pub value: f64,
    /// Number of answers or cases that it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
}

/// What somebody typed in for a month; [`KpiKind::takes`] tells which forms a kind can be computed from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TypedValue {
    /// Promoters, passives, detractors.
    Answers(TypedAnswers),
    /// How often each score was given.
    Scores(ScoreCounts),
    /// Numerator and denominator of a share.
    Ratio(Ratio),
    /// Customers at start, won, lost, at end.
    Customers(Customers),
    /// A value alone.
    Value(TypedNumber),
    /// A form of a later version; kept, not shown.
    #[serde(untagged)]
    Other(Value),
}

impl From<TypedAnswers> for TypedValue {
    fn from(answers: TypedAnswers) -> Self {
        Self::Answers(answers)
    }
}

/// A change of a KPI's definition: a break in its series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Redefinition {
    /// The first day of the new definition.
    pub on: Day,
    /// The definition before it.
    pub before: KpiKind,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// A figure that tells how customers are doing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kpi {
    /// Its id.
    pub id: KpiId,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// What kind of figure it is.
    #[serde(default)]
    pub kind: KpiKind,
    /// What exactly is asked or counted, in the user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// The role that answers for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The touchpoint that it belongs to; none, and no sub-phase either: the whole lifecycle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<TouchpointId>,
    /// The sub-phase that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sub_phase: Option<SubPhaseId>,
    /// Values to be reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// Which way is better; none: as its kind says ([`Kpi::better`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better: Option<Better>,
    /// A value in the KPI's unit past which, in the worse direction, something has to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning_limit: Option<f64>,
    /// What was typed in, by month; it counts beside the data of the sources.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub typed: BTreeMap<Month, TypedValue>,
    /// Changes of its kind, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redefined: Vec<Redefinition>,
    /// Fields of later versions.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl Kpi {
    /// Makes a KPI without targets and data.
    #[must_use]
    pub fn new(id: KpiId, title: &str, kind: KpiKind) -> Self {
        Self {
            id,
            title: title.to_owned(),
            kind,
            definition: String::new(),
            owner: String::new(),
            touchpoint: None,
            sub_phase: None,
            targets: Vec::new(),
            better: None,
            warning_limit: None,
            typed: BTreeMap::new(),
            redefined: Vec::new(),
            other: OtherFields::new(),
        }
    }

    /// Which way is better.
    #[must_use]
    pub fn better(&self) -> Better {
        self.better.unwrap_or_else(|| self.kind.better())
    }

    /// The breaks in its series: the first days of new definitions, before which values were typed that follow the old one.
    pub fn breaks(&self) -> impl Iterator<Item = Day> {
        let has_fixed = |day: Day| self.fixed_months().any(|month| month.first_day() < day);
        self.redefined.iter().map(|change| change.on).filter(move |day| has_fixed(*day))
    }

    /// The months of which a value was typed that can't be computed anew.
    fn fixed_months(&self) -> impl DoubleEndedIterator<Item = Month> {
        let is_counted = |typed: &TypedValue| matches!(typed, TypedValue::Scores(_) | TypedValue::Customers(_));
        self.typed.iter().filter(move |(_, typed)| !is_counted(typed)).map(|(month, _)| *month)
    }

    /// Gives it another definition. What is counted is computed by it from the first day on; what was typed as a mere value
    /// keeps the definition that it was typed by, so that the series breaks after the last such month. Several changes with
    /// one break are one; one that is taken back is none. Targets and the warning limit of another figure go: 45 % of
    /// satisfied customers is nothing that a mean of 1 to 5 could reach.
    pub fn redefine(&mut self, kind: KpiKind) {
        let before = std::mem::replace(&mut self.kind, kind);
        if !before.is_same_figure(&self.kind) {
            self.targets.clear();
            self.warning_limit = None;
        }
        let Some(on) = self.fixed_months().next_back().map(|month| month.plus(1).first_day()) else { return };
        match self.redefined.last() {
            Some(last) if last.on == on && last.before == self.kind => _ = self.redefined.pop(),
            Some(last) if last.on == on => {}
            _ if before == self.kind => {}
            _ => self.redefined.push(Redefinition { on, before, other: OtherFields::new() }),
        }
    }
}

impl Plan {
    /// The kind of a KPI; the default one where there is no such KPI.
    #[must_use]
    pub fn kpi_kind(&self, id: &KpiId) -> &KpiKind {
        self.kpis.get(id).map_or(&KpiKind::Nps, |kpi| &kpi.kind)
    }
}

impl Record for Kpi {
    type Id = KpiId;
    const TABLE: &'static str = "kpis";
    fn id(&self) -> &KpiId {
        &self.id
    }
    fn name(&self) -> &str {
        &self.title
    }
    fn references(&self, visit: &mut dyn FnMut(Reference)) {
        self.touchpoint.iter().cloned().for_each(|id| visit(id.into()));
        self.sub_phase.iter().cloned().for_each(|id| visit(id.into()));
    }
    fn unlink(&mut self, gone: &Reference) {
        unlink_one(&mut self.touchpoint, gone);
        unlink_one(&mut self.sub_phase, gone);
    }

    /// A definition, and what was typed for a month, are each merged as a whole: lists without ids are.
    fn spread(mut value: Value) -> Value {
        each_whole(&mut value, |whole| Value::Array(vec![whole]));
        value
    }

    fn gather(mut value: Value) -> Value {
        each_whole(&mut value, |whole| match whole {
            Value::Array(mut one) if one.len() == 1 => one.remove(0),
            other => other,
        });
        value
    }
}

fn each_whole(kpi: &mut Value, change: impl Fn(Value) -> Value) {
    let mut apply = |value: &mut Value| *value = change(value.take());
    kpi.get_mut("kind").into_iter().for_each(&mut apply);
    kpi.get_mut("typed").and_then(Value::as_object_mut).into_iter().flatten().for_each(|(_, typed)| apply(typed));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Csat, CsatFigure, Scale, merge::merge_records};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn value(value: f64) -> TypedValue {
        TypedValue::Value(TypedNumber { value, n: None })
    }

    #[test]
    fn targets_and_limit_go_with_the_figure_that_they_are_of() {
        let csat = Csat::usual(Scale::ONE_TO_FIVE);
        let after = |kind: KpiKind| {
            let mut kpi = Kpi::new(KpiId::standard("k"), "", KpiKind::Csat(csat));
            kpi.targets.push(Target { value: 45.0, by: None, other: OtherFields::new() });
            kpi.warning_limit = Some(30.0);
            kpi.redefine(kind);
            (kpi.targets.len(), kpi.warning_limit)
        };
        assert_eq!(after(KpiKind::Csat(csat.with_figure(CsatFigure::Mean))), (0, None));
        assert_eq!(after(KpiKind::Csat(Csat::usual(Scale::ONE_TO_TEN))), (1, Some(30.0)));
    }

    #[test]
    fn a_redefinition_breaks_the_series_after_the_last_value_that_was_typed() {
        let month = |text: &str| Month::parse(text).unwrap();
        let mut kpi = Kpi::new(KpiId::standard("k"), "", KpiKind::Nps);
        kpi.typed = [(month("2025-01"), value(12.0)), (month("2025-12"), value(15.0))].into();
        let csat = Csat::usual(Scale::ONE_TO_FIVE);
        let mean = KpiKind::Csat(csat.with_figure(CsatFigure::Mean));
        kpi.redefine(KpiKind::Nps);
        assert_eq!(kpi.redefined, []);
        kpi.redefine(KpiKind::Csat(csat));
        kpi.redefine(mean.clone());
        let first = Redefinition { on: day("2026-01-01"), before: KpiKind::Nps, other: OtherFields::new() };
        assert_eq!((&kpi.kind, kpi.redefined.as_slice()), (&mean, [first].as_slice()));
        assert_eq!(kpi.breaks().collect::<Vec<_>>(), [day("2026-01-01")]);
        kpi.typed.insert(month("2026-03"), value(4.0));
        kpi.redefine(KpiKind::Csat(csat));
        assert_eq!(kpi.breaks().collect::<Vec<_>>(), [day("2026-01-01"), day("2026-04-01")]);
        kpi.redefine(mean);
        assert_eq!(kpi.redefined.len(), 1);
        kpi.typed.clear();
        assert_eq!(kpi.breaks().count(), 0);
    }

    #[test]
    fn what_can_be_computed_anew_has_no_break() {
        let mut kpi = Kpi::new(KpiId::standard("k"), "", KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE)));
        kpi.typed.insert(Month::parse("2025-01").unwrap(), TypedValue::Scores(ScoreCounts::from([(5, 3), (1, 2)])));
        kpi.redefine(KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE).with_figure(CsatFigure::Mean)));
        assert_eq!(kpi.redefined, []);
    }

    #[test]
    fn definitions_and_typed_values_are_merged_as_a_whole() {
        let month = Month::parse("2025-01").unwrap();
        let base = Kpi::new(KpiId::standard("k"), "", KpiKind::Nps);
        let mut ours = base.clone();
        ours.kind = KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE));
        ours.typed.insert(month, TypedValue::Ratio(Ratio { numerator: 1, denominator: 2 }));
        let mut theirs = base.clone();
        theirs.kind = KpiKind::Rate(crate::plan::Rate::Conversion);
        theirs.typed.insert(month, TypedValue::Value(TypedNumber { value: 0.5, n: None }));
        let (merged, disagreements) = merge_records(Some(&base), &ours, &theirs);
        assert_eq!(merged, ours);
        assert_eq!(disagreements.len(), 2);
        assert_eq!(merge_records(Some(&base), &base, &theirs).0, theirs);
    }
}
