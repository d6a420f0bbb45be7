//! Where the names of emotion curves stand in their lane, so that none covers another.

/// A box, in CSS pixels from the upper left corner of the lane.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct LaneBox {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl LaneBox {
    /// The area that two boxes have in common.
    fn common(&self, other: &Self) -> f64 {
        let along = |from: f64, length: f64, other: f64, other_length: f64| {
            ((from + length).min(other + other_length) - from.max(other)).max(0.0)
        };
        along(self.x, self.width, other.x, other.width) * along(self.y, self.height, other.y, other.height)
    }
}

/// The lane in which names stand, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NameLane {
    /// Its height.
    pub height: f64,
    /// Height of a name.
    pub name_height: f64,
    /// Between a curve and its name.
    pub gap: f64,
}

/// A point of a curve at which its name could stand, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Where the name would begin.
    pub x: f64,
    /// Height of the curve there, from the top of the lane.
    pub y: f64,
    /// How far below the curve in front it is; negative: above.
    pub below: f64,
}

/// A curve that wants to be named.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedCurve {
    /// Width of its name.
    pub name_width: f64,
    /// Its points that are seen, from the left.
    pub points: Vec<CurvePoint>,
}

/// How many lines away from its curve a name may stand where there is no room beside it.
const LINES_AWAY: usize = 3;

/// Places the names of curves, in their order; none for a curve without points.
///
/// A name stands where its curve is farthest from the one in front, on the side away from that: over it or below. Where
/// another name or something `taken` is there, it stands on the other side, at the next best point, or a line farther
/// away. It covers something only if there is no other place in the lane, and then as little as can be.
#[must_use]
pub fn place_curve_names(curves: &[NamedCurve], taken: &[LaneBox], lane: NameLane) -> Vec<Option<LaneBox>> {
    let mut taken = taken.to_vec();
    let place = |curve: &NamedCurve| {
        let covered = |place: &LaneBox| taken.iter().map(|other| place.common(other)).sum::<f64>();
        let mut least: Option<(f64, LaneBox)> = None;
        for place in places(curve, lane) {
            let covered = covered(&place);
            if least.is_none_or(|(so_far, _)| covered < so_far) {
                least = Some((covered, place));
            }
            if covered == 0.0 {
                break;
            }
        }
        let place = least.map(|(_, place)| place);
        taken.extend(place);
        place
    };
    curves.iter().map(place).collect()
}

/// Places for a name within the lane, the best first.
fn places(curve: &NamedCurve, lane: NameLane) -> impl Iterator<Item = LaneBox> {
    let mut points = curve.points.clone();
    // Of those that are as far from the curve in front, the last.
    points.reverse();
    points.sort_by(|a, b| b.below.abs().total_cmp(&a.below.abs()));
    let lines = (0..LINES_AWAY).map(move |line| line as f64 * lane.name_height);
    let all = lines.flat_map(move |farther| {
        let beside = move |point: CurvePoint| {
            let (over, under) = (point.y - lane.gap - lane.name_height - farther, point.y + lane.gap + farther);
            let sides = if point.below > 0.0 { [under, over] } else { [over, under] };
            sides.map(|y| LaneBox { x: point.x, y, width: curve.name_width, height: lane.name_height })
        };
        points.clone().into_iter().flat_map(beside)
    });
    all.filter(move |place| place.y >= 0.0 && place.y + place.height <= lane.height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LANE: NameLane = NameLane { height: 132.0, name_height: 14.0, gap: 3.0 };

    fn curve(points: &[(f64, f64, f64)]) -> NamedCurve {
        let points = points.iter().map(|(x, y, below)| CurvePoint { x: *x, y: *y, below: *below });
        NamedCurve { name_width: 60.0, points: points.collect() }
    }

    fn corners(curves: &[NamedCurve], taken: &[LaneBox]) -> Vec<Option<(f64, f64)>> {
        let places = place_curve_names(curves, taken, LANE);
        places.into_iter().map(|place| place.map(|place| (place.x, place.y))).collect()
    }

    #[test]
    fn a_name_stands_where_its_curve_is_farthest_from_the_one_in_front() {
        let below = curve(&[(0.0, 50.0, 10.0), (100.0, 80.0, 40.0), (200.0, 40.0, 0.0)]);
        let above = curve(&[(0.0, 50.0, -10.0), (100.0, 30.0, -30.0)]);
        assert_eq!(corners(&[below, above, curve(&[])], &[]), [Some((100.0, 83.0)), Some((100.0, 13.0)), None]);
        let level = curve(&[(0.0, 66.0, 0.0), (100.0, 66.0, 0.0)]);
        assert_eq!(corners(&[level], &[]), [Some((100.0, 49.0))]);
    }

    #[test]
    fn names_of_curves_that_lie_on_each_other_evade() {
        let same = curve(&[(0.0, 66.0, 0.0), (100.0, 66.0, 0.0)]);
        let names = corners(&vec![same; 5], &[]);
        assert_eq!(names[..4], [Some((100.0, 49.0)), Some((100.0, 69.0)), Some((0.0, 49.0)), Some((0.0, 69.0))]);
        assert_eq!(names[4], Some((100.0, 35.0)), "a line farther away");
    }

    #[test]
    fn a_name_evades_a_mark_and_the_edge_of_the_lane() {
        let mark = LaneBox { x: 90.0, y: 110.0, width: 80.0, height: 19.0 };
        let lowest = curve(&[(100.0, 106.0, 20.0)]);
        assert_eq!(corners(std::slice::from_ref(&lowest), &[]), [Some((100.0, 109.0))]);
        assert_eq!(corners(&[lowest], &[mark]), [Some((100.0, 89.0))]);
        let at_the_edge = curve(&[(0.0, 130.0, 20.0)]);
        assert_eq!(corners(&[at_the_edge], &[]), [Some((0.0, 113.0))]);
        // Where all is full it covers as little as it can.
        let full = LaneBox { x: 0.0, y: 0.0, width: 500.0, height: 113.0 };
        assert_eq!(corners(&[curve(&[(0.0, 80.0, -20.0)])], &[full]), [Some((0.0, 111.0))]);
    }

    proptest! {
        #[test]
        fn names_of_a_few_curves_never_cover_each_other(
            felt in prop::collection::vec(prop::collection::vec(0_i8..9, 4..8), 1..5),
            front in prop::collection::vec(0_i8..9, 8),
        ) {
            let y = |halves: i8| 26.0 + f64::from(halves) * 10.0;
            let curves: Vec<_> = felt.iter().map(|felt| {
                let points = felt.iter().zip(&front).enumerate();
                curve(&points.map(|(at, (own, front))| (at as f64 * 100.0, y(*own), y(*own) - y(*front))).collect::<Vec<_>>())
            }).collect();
            let places: Vec<_> = place_curve_names(&curves, &[], LANE).into_iter().flatten().collect();
            prop_assert_eq!(places.len(), curves.len());
            for (at, place) in places.iter().enumerate() {
                prop_assert!(place.y >= 0.0 && place.y + place.height <= LANE.height);
                prop_assert!(places[..at].iter().all(|other| place.common(other) == 0.0), "{:?}", places);
            }
        }
    }
}
