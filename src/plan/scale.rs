//! Scales of answers, and the kinds of KPIs that are asked on one: satisfaction and effort.

use serde::{Deserialize, Serialize};

/// An end of a scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScaleEnd {
    /// The highest answer.
    #[default]
    High,
    /// The lowest answer, as in school grades.
    Low,
}

/// A scale of whole numbers; it has at least two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ScaleParts", into = "ScaleParts")]
pub struct Scale {
    low: u8,
    high: u8,
}

#[derive(Serialize, Deserialize)]
struct ScaleParts {
    low: u8,
    high: u8,
}

impl TryFrom<ScaleParts> for Scale {
    type Error = &'static str;
    fn try_from(parts: ScaleParts) -> Result<Self, Self::Error> {
        Self::new(parts.low, parts.high).ok_or("a scale that doesn't rise")
    }
}

impl From<Scale> for ScaleParts {
    fn from(scale: Scale) -> Self {
        Self { low: scale.low, high: scale.high }
    }
}

impl Scale {
    /// 0 to 10, as for the NPS.
    pub const ZERO_TO_TEN: Self = Self { low: 0, high: 10 };
    /// 1 to 5.
    pub const ONE_TO_FIVE: Self = Self { low: 1, high: 5 };
    /// 1 to 7.
    pub const ONE_TO_SEVEN: Self = Self { low: 1, high: 7 };
    /// 1 to 10.
    pub const ONE_TO_TEN: Self = Self { low: 1, high: 10 };

    /// The scale from `low` to `high`; `None` if it doesn't rise.
    #[must_use]
    pub fn new(low: u8, high: u8) -> Option<Self> {
        (low < high).then_some(Self { low, high })
    }

    /// The lowest answer.
    #[must_use]
    pub fn low(self) -> u8 {
        self.low
    }

    /// The highest answer.
    #[must_use]
    pub fn high(self) -> u8 {
        self.high
    }

    /// Whether a number is an answer on it.
    #[must_use]
    pub fn has(self, answer: u8) -> bool {
        (self.low..=self.high).contains(&answer)
    }
}

/// Which figure stands for the answers about satisfaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CsatFigure {
    /// Share of the satisfied.
    #[default]
    Satisfied,
    /// Mean of the answers.
    Mean,
}

/// How satisfaction is measured. The answer from which one is satisfied lies on the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "CsatParts", into = "CsatParts")]
pub struct Csat {
    scale: Scale,
    best: ScaleEnd,
    satisfied_from: u8,
    figure: CsatFigure,
}

#[derive(Serialize, Deserialize)]
struct CsatParts {
    scale: Scale,
    #[serde(default)]
    best: ScaleEnd,
    satisfied_from: u8,
    #[serde(default)]
    figure: CsatFigure,
}

impl TryFrom<CsatParts> for Csat {
    type Error = &'static str;
    fn try_from(parts: CsatParts) -> Result<Self, Self::Error> {
        Self::new(parts.scale, parts.best, parts.satisfied_from, parts.figure).ok_or("satisfied from outside of the scale")
    }
}

impl From<Csat> for CsatParts {
    fn from(csat: Csat) -> Self {
        Self { scale: csat.scale, best: csat.best, satisfied_from: csat.satisfied_from, figure: csat.figure }
    }
}

impl Csat {
    /// Satisfied are those who answer `satisfied_from` or nearer to the best end; `None` if the scale doesn't have it.
    #[must_use]
    pub fn new(scale: Scale, best: ScaleEnd, satisfied_from: u8, figure: CsatFigure) -> Option<Self> {
        scale.has(satisfied_from).then_some(Self { scale, best, satisfied_from, figure })
    }

    /// The usual definition on a scale: satisfied with the best two of up to eight answers, as with the best two of ten.
    #[must_use]
    pub fn usual(scale: Scale) -> Self {
        Self::usual_with(scale, ScaleEnd::High)
    }

    /// The usual definition on a scale with this end as the best.
    #[must_use]
    pub fn usual_with(scale: Scale, best: ScaleEnd) -> Self {
        let satisfied_from = match best {
            ScaleEnd::High => scale.high.saturating_sub(1).max(scale.low),
            ScaleEnd::Low => scale.low.saturating_add(1).min(scale.high),
        };
        Self { scale, best, satisfied_from, figure: CsatFigure::Satisfied }
    }

    /// The scale of its answers.
    #[must_use]
    pub fn scale(self) -> Scale {
        self.scale
    }

    /// Which end of the scale means most satisfied.
    #[must_use]
    pub fn best(self) -> ScaleEnd {
        self.best
    }

    /// The answer from which one counts as satisfied, towards the best end.
    #[must_use]
    pub fn satisfied_from(self) -> u8 {
        self.satisfied_from
    }

    /// The figure that is shown.
    #[must_use]
    pub fn figure(self) -> CsatFigure {
        self.figure
    }

    /// The same with another figure.
    #[must_use]
    pub fn with_figure(self, figure: CsatFigure) -> Self {
        Self { figure, ..self }
    }

    /// Whether an answer is one of a satisfied customer.
    #[must_use]
    pub fn is_satisfied(self, answer: u8) -> bool {
        match self.best {
            ScaleEnd::High => answer >= self.satisfied_from,
            ScaleEnd::Low => answer <= self.satisfied_from,
        }
    }
}

/// Which figure stands for the answers about effort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CesFigure {
    /// Mean of the answers.
    #[default]
    Mean,
    /// Per cent of the best two answers less per cent of the worst three (of seven).
    Index,
    /// Share of the best three answers.
    TopThree,
    /// Share of the best two answers.
    TopTwo,
}

/// How effort is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ces {
    /// The scale of its answers.
    pub scale: Scale,
    /// Which end of the scale means that it was easy.
    #[serde(default)]
    pub easy: ScaleEnd,
    /// The figure that is shown.
    #[serde(default)]
    pub figure: CesFigure,
}

impl Ces {
    /// The usual definition: 1 to 7, 7 is easy, mean.
    pub const USUAL: Self = Self { scale: Scale::ONE_TO_SEVEN, easy: ScaleEnd::High, figure: CesFigure::Mean };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Better, KpiKind};

    #[test]
    fn satisfied_are_those_at_the_best_end() {
        let grades = Csat::new(Scale::new(1, 6).unwrap(), ScaleEnd::Low, 2, CsatFigure::Mean).unwrap();
        assert!(grades.is_satisfied(1) && grades.is_satisfied(2) && !grades.is_satisfied(3));
        assert_eq!(KpiKind::Csat(grades).better(), Better::Lower);
        let usual = Csat::usual(Scale::ONE_TO_TEN);
        assert!(usual.is_satisfied(9) && !usual.is_satisfied(8));
    }
}
