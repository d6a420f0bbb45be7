//! How a KPI stands at a glance, in words: beside a step of a map, in its panel, on slides and on paper.

use super::{Unit, ValueStyle, interval};
use crate::figures::journey::KpiGlance;
use crate::plan::KpiKind;
use crate::texts::{Texts, format};

/// How a KPI stands, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlanceWords {
    /// Its value; a dash if it has no data.
    pub figure: String,
    /// Number of answers and interval, or that there are no data; none: neither is known.
    pub certainty: Option<String>,
    /// The target that comes next, and whether it is reached.
    pub target: Option<String>,
}

impl GlanceWords {
    /// The words for a KPI, with money in a currency.
    #[must_use]
    pub fn of(glance: &KpiGlance, currency: &str, texts: &Texts) -> Self {
        let (words, style) = (&texts.map, ValueStyle::of(&glance.kind, currency));
        let figure = glance.value.map_or_else(|| "–".to_owned(), |value| style.end(texts.language, value.value));
        let certainty = match glance.value {
            None => Some(words.kpi_no_data.to_owned()),
            Some(value) => match (value.n.map(|n| format::count(texts.language, n)), value.interval) {
                (Some(n), Some((low, high))) => {
                    Some((words.kpi_sure)(&n, &style.end(texts.language, low), &style.end(texts.language, high)))
                }
                (Some(n), None) => Some((texts.charts.answers)(&n)),
                (None, ends) => ends.map(|ends| interval(texts, &style, ends)),
            },
        };
        let target = glance.target.map(|(target, state)| {
            let state = state.map_or(words.kpi_no_data, |state| (texts.kpis.target_state)(state));
            (words.kpi_target)(&style.set(texts.language, target), state)
        });
        Self { figure, certainty, target }
    }
}

/// The ends between which the values of a kind lie; none: they can be of any size.
#[must_use]
pub fn ends_of_values(kind: &KpiKind) -> Option<(f64, f64)> {
    match (ValueStyle::of(kind, "").unit, kind.scale()) {
        (Unit::Points, _) => Some((-100.0, 100.0)),
        (Unit::Percent, _) => Some((0.0, 100.0)),
        (_, Some(scale)) => Some((scale.low().into(), scale.high().into())),
        _ => None,
    }
}
