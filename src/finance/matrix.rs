//! Measures in a field of value against effort, as circles that tell how much they cost.

use super::{planned_cost, value};
use crate::plan::{Measure, MeasureId, Phase, Plan};

/// A measure in the field.
#[derive(Clone, Debug, PartialEq)]
pub struct Bubble {
    /// The measure.
    pub id: MeasureId,
    /// Effort, 1 to 5.
    pub effort: u8,
    /// Value, 0 to 100.
    pub value: f64,
    /// What it costs; none: unknown.
    pub cost: Option<f64>,
    /// The phase of its main sub-phase.
    pub phase: Option<Phase>,
    /// Where it stands across, 0 to 1; those of one place stand beside each other.
    pub x: f64,
    /// Where it stands up, 0 to 1.
    pub y: f64,
    /// Its size, 0 to 1: the circle's area goes with the cost.
    pub size: f64,
}

impl Bubble {
    /// Width of its circle in CSS pixels.
    #[must_use]
    pub fn diameter(&self) -> f64 {
        SMALLEST + (LARGEST - SMALLEST) * self.size
    }
}

/// Smallest and largest circle, in CSS pixels.
const SMALLEST: f64 = 24.0;
const LARGEST: f64 = 52.0;

/// A quarter of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarter {
    /// Worth much, done with little.
    First,
    /// Worth much, but hard.
    Plan,
    /// Worth little, done with little.
    Aside,
    /// Worth little and hard.
    Leave,
}

impl Quarter {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::First, Self::Plan, Self::Aside, Self::Leave];
}

/// The measures of known value and effort in the order of the list, dropped ones left out.
#[must_use]
pub fn bubbles(plan: &Plan, listed: &[MeasureId]) -> Vec<Bubble> {
    let profile = plan.profile();
    let known = |measure: &Measure| Some((value(measure, &profile)?, measure.effort?));
    let live = listed.iter().filter_map(|id| plan.measures.get(id)).filter(|measure| !measure.is_dropped());
    let mut bubbles: Vec<Bubble> = live
        .filter_map(|measure| {
            let (value, effort) = known(measure)?;
            Some(Bubble {
                id: measure.id.clone(),
                effort,
                value,
                cost: planned_cost(measure),
                phase: plan.phase_of(measure.sub_phase.as_ref()),
                x: (f64::from(effort) - 0.5) / 5.0,
                y: value / 100.0,
                size: 0.0,
            })
        })
        .collect();
    let most = bubbles.iter().filter_map(|bubble| bubble.cost).fold(0.0, f64::max);
    for bubble in &mut bubbles {
        bubble.size = bubble.cost.map_or(0.0, |cost| if most > 0.0 { (cost / most).sqrt() } else { 0.0 });
    }
    spread(&mut bubbles);
    bubbles
}

/// Puts those beside each other that have one effort and nearly one value, evenly in the fifth that belongs to the effort.
fn spread(bubbles: &mut [Bubble]) {
    let mut upwards: Vec<&mut Bubble> = bubbles.iter_mut().collect();
    upwards.sort_by(|one, other| one.effort.cmp(&other.effort).then(one.y.total_cmp(&other.y)));
    for neighbours in upwards.chunk_by_mut(|lower, upper| lower.effort == upper.effort && upper.y - lower.y < NEAR) {
        let count = neighbours.len();
        for (at, bubble) in neighbours.iter_mut().enumerate() {
            // Every other one on the right, so that those of one height aren't next to each other.
            let place = at / 2 + if at % 2 == 1 { count.div_ceil(2) } else { 0 };
            bubble.x += ((place as f64 + 0.5) / count as f64 - 0.5) / 5.0;
        }
    }
}

/// Circles that are no farther apart in height stand in each other's way.
const NEAR: f64 = 0.09;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{MeasureStatus, PlanId, SubPhaseId};

    #[test]
    fn bubbles_stand_at_value_and_effort_and_never_in_one_place() {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let new = |id: &str, worth: Option<u8>, effort: Option<u8>, cost: Option<f64>, status| Measure {
            customer_value: worth,
            business_value: worth,
            effort,
            one_off_cost: cost,
            status,
            ..Measure::new(MeasureId::standard(id), "", Some(SubPhaseId::standard("use")))
        };
        let idea = MeasureStatus::Idea;
        plan.measures.insert(new("a", Some(80), Some(2), Some(400.0), idea));
        plan.measures.insert(new("b", Some(80), Some(2), Some(100.0), idea));
        plan.measures.insert(new("c", None, Some(2), None, idea));
        plan.measures.insert(new("d", Some(80), Some(2), None, MeasureStatus::Dropped));
        plan.measures.insert(new("e", Some(20), Some(5), None, MeasureStatus::Done));
        let listed: Vec<MeasureId> = plan.measures.ids().cloned().collect();
        let found = bubbles(&plan, &listed);
        let written: Vec<_> = found.iter().map(|b| format!("{} {:.2} {:.2} {:.2}", b.id, b.x, b.y, b.size)).collect();
        assert_eq!(written, ["a 0.25 0.80 1.00", "b 0.35 0.80 0.50", "e 0.90 0.20 0.00"]);
        assert_eq!(found[0].phase, Some(Phase::Active));
        assert!(bubbles(&plan, &[]).is_empty());
    }
}
