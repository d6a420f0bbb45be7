//! Where the names of measures stand in the field of value against effort.

use super::matrix::Bubble;

/// The field as it is on screen, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NameField {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The size of type of the names.
    pub type_size: f64,
}

/// The side of its circle on which a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameSide {
    /// It begins beside the circle.
    Right,
    /// Its middle is given.
    Below,
    /// Its middle is given.
    Above,
    /// It ends beside the circle.
    Left,
}

/// Where a name stands, in CSS pixels from the middle of its circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NamePlace {
    /// On which side.
    pub side: NameSide,
    /// Where it begins, has its middle or ends, see [`NameSide`]: to the right.
    pub x: f64,
    /// Where its middle is: upwards.
    pub y: f64,
    /// The most room that it has.
    pub width: f64,
}

impl NameSide {
    /// All of them, the best first.
    const ALL: [Self; 4] = [Self::Right, Self::Below, Self::Above, Self::Left];

    /// How much of a name lies before the point that is given.
    const fn before(self) -> f64 {
        match self {
            Self::Right => 0.0,
            Self::Below | Self::Above => 0.5,
            Self::Left => 1.0,
        }
    }
}

/// Between a name and what stands beside it.
const GAP: f64 = 4.0;
/// A name with less room can't be made out.
const SHORTEST: f64 = 48.0;
/// Height of a line and width of a character, as shares of the size of type. Characters are reckoned rather too wide.
const LINE: f64 = 1.3;
const CHARACTER: f64 = 0.55;

/// A piece of the field, in CSS pixels from its lower left corner.
#[derive(Clone, Copy, Debug)]
struct Piece {
    left: f64,
    right: f64,
    middle: f64,
}

/// Places the names of circles, each as a whole where that is possible: to the right of its circle, else below, above or to
/// the left. Where no side has room for all of it, the widest is taken. No name crosses a circle or another name, unless
/// there is hardly room on any side: then it lies over circles, and over names if there is no other way.
///
/// `names` are those of `bubbles`, in their order; so are the places.
#[must_use]
pub fn place_names(bubbles: &[Bubble], names: &[String], field: NameField) -> Vec<NamePlace> {
    let mut order: Vec<usize> = (0..bubbles.len().min(names.len())).collect();
    order.sort_by(|a, b| bubbles[*b].y.total_cmp(&bubbles[*a].y).then(bubbles[*a].x.total_cmp(&bubbles[*b].x)));
    let mut places = vec![NamePlace { side: NameSide::Right, x: 0.0, y: 0.0, width: 0.0 }; order.len()];
    let mut taken = Vec::new();
    for at in order {
        let own = &bubbles[at];
        let wanted = wanted_width(&names[at], field);
        let (place, piece) = place(own, wanted, bubbles, &taken, field);
        places[at] = place;
        taken.push(piece);
    }
    places
}

fn wanted_width(name: &str, field: NameField) -> f64 {
    name.chars().count() as f64 * field.type_size * CHARACTER
}

fn place(own: &Bubble, wanted: f64, bubbles: &[Bubble], taken: &[Piece], field: NameField) -> (NamePlace, Piece) {
    let (x, y) = (own.x * field.width, own.y * field.height);
    let found = |side: NameSide, circles: &[Bubble]| {
        let (beside, up) = offset(own, side, field);
        let (low, high) = free(x + beside, y + up, circles, taken, field)?;
        let width = match side {
            NameSide::Right => high - low.max(x + beside),
            NameSide::Below | NameSide::Above => high - low,
            NameSide::Left => high.min(x + beside) - low,
        };
        let width = width.min(wanted);
        (width >= wanted.min(SHORTEST)).then(|| {
            let left = (x + beside - width * side.before()).min(high - width).max(low);
            (side, up, Piece { left, right: left + width, middle: y + up })
        })
    };
    let width = |piece: &Piece| piece.right - piece.left;
    let widest = |circles: &[Bubble]| {
        let all = NameSide::ALL.into_iter().filter_map(|side| found(side, circles));
        // Of those that are as wide, the first.
        all.reduce(|best, it| if width(&it.2) > width(&best.2) + 0.5 { it } else { best })
    };
    let (side, up, piece) = widest(bubbles).or_else(|| widest(&[])).unwrap_or_else(|| {
        let (beside, up) = offset(own, NameSide::Right, field);
        let room = field.width - x - beside;
        if room >= wanted.min(SHORTEST) {
            let left = x + beside;
            return (NameSide::Right, up, Piece { left, right: left + wanted.min(room), middle: y });
        }
        let right = x - beside;
        (NameSide::Left, up, Piece { left: right - wanted.min(right.max(0.0)), right, middle: y })
    });
    let width = width(&piece);
    (NamePlace { side, x: piece.left + width * side.before() - x, y: up, width }, piece)
}

/// Where a name is put from the middle of its circle, to the right and upwards.
fn offset(own: &Bubble, side: NameSide, field: NameField) -> (f64, f64) {
    let radius = own.diameter() / 2.0;
    // A little apart, so that they don't touch.
    let up = radius + field.type_size * LINE / 2.0 + 1.0;
    match side {
        NameSide::Right => (radius + GAP, 0.0),
        NameSide::Below => (0.0, -up),
        NameSide::Above => (0.0, up),
        NameSide::Left => (-radius - GAP, 0.0),
    }
}

/// From where to where a line of text around a point has room; none if the point itself isn't free.
fn free(x: f64, y: f64, bubbles: &[Bubble], taken: &[Piece], field: NameField) -> Option<(f64, f64)> {
    let height = field.type_size * LINE;
    // Half a line may hang over: circles do too.
    if !(0.0..=field.height).contains(&y) {
        return None;
    }
    let circles = bubbles.iter().filter_map(|bubble| {
        let away = ((bubble.y * field.height - y).abs() - height / 2.0).max(0.0);
        let radius = bubble.diameter() / 2.0;
        let (middle, half) = (bubble.x * field.width, (radius * radius - away * away).max(0.0).sqrt());
        (away < radius).then_some((middle - half, middle + half))
    });
    let names = taken.iter().filter(|piece| (piece.middle - y).abs() < height).map(|piece| (piece.left, piece.right));
    let (mut low, mut high) = (0.0_f64, field.width);
    for (left, right) in circles.chain(names) {
        if right <= x {
            low = low.max(right + GAP);
        } else if left >= x {
            high = high.min(left - GAP);
        } else {
            return None;
        }
    }
    (low <= high).then_some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::MeasureId;
    use proptest::prelude::*;

    const FIELD: NameField = NameField { width: 1100.0, height: 440.0, type_size: 11.5 };

    fn bubble(x: f64, y: f64, size: f64) -> Bubble {
        Bubble { id: MeasureId::standard("m"), effort: 1, value: y * 100.0, cost: None, phase: None, x, y, size }
    }

    fn places(bubbles: &[Bubble], name: &str) -> Vec<NamePlace> {
        place_names(bubbles, &vec![name.to_owned(); bubbles.len()], FIELD)
    }

    #[test]
    fn a_name_stands_where_all_of_it_has_room() {
        let name = "Rechnung verständlich machen";
        let sides = |bubbles: &[Bubble]| places(bubbles, name).iter().map(|place| place.side).collect::<Vec<_>>();
        assert_eq!(sides(&[bubble(0.5, 0.5, 0.0)]), [NameSide::Right]);
        // The circle to its right is too near, the one at the edge of the field has no room there at all.
        assert_eq!(sides(&[bubble(0.5, 0.5, 0.0), bubble(0.6, 0.5, 0.0)]), [NameSide::Below, NameSide::Right]);
        assert_eq!(sides(&[bubble(0.97, 0.01, 0.0), bubble(0.97, 0.09, 0.0)]), [NameSide::Left, NameSide::Above]);
        let place = places(&[bubble(0.9, 0.5, 0.0)], "Kurz")[0];
        assert_eq!((place.side, place.x, place.y), (NameSide::Right, 16.0, 0.0));
        // Near the edge a name below begins earlier, so that it ends within the field.
        let place = places(&[bubble(0.95, 0.5, 0.0)], name)[0];
        assert_eq!(place.side, NameSide::Below);
        assert!((0.95 * FIELD.width + place.x + place.width / 2.0 - FIELD.width).abs() < 1e-6);
    }

    #[test]
    fn a_name_without_a_free_place_still_stands_beside_its_circle() {
        let crowd: Vec<Bubble> = (0..9).map(|at| bubble(0.5 + f64::from(at) * 0.01, 0.5, 1.0)).collect();
        let crowd: Vec<Bubble> =
            crowd.into_iter().flat_map(|it| [-0.1, 0.0, 0.1].map(|by| bubble(it.x, it.y + by, 1.0))).collect();
        let found = places(&crowd, "Rückrufservice");
        assert!(found.iter().all(|place| place.width >= SHORTEST));
        assert!(places(&crowd[..0], "").is_empty());
    }

    /// Whether a line of text crosses the circle of a bubble.
    fn crosses(left: f64, right: f64, middle: f64, bubble: &Bubble) -> bool {
        let half = FIELD.type_size * LINE / 2.0;
        let (x, y) = (bubble.x * FIELD.width, bubble.y * FIELD.height);
        let (beside, up) = (x - x.clamp(left, right), y - y.clamp(middle - half, middle + half));
        beside.hypot(up) < bubble.diameter() / 2.0 - 1e-6
    }

    proptest! {
        #[test]
        fn no_name_crosses_a_circle_or_a_name_where_a_side_is_free(
            points in prop::collection::vec((0.05..0.95_f64, 0.0..1.0_f64, 0.0..1.0_f64, 3..40_usize), 1..30),
        ) {
            let bubbles: Vec<Bubble> = points.iter().map(|(x, y, size, _)| bubble(*x, *y, *size)).collect();
            let names: Vec<String> = points.iter().map(|(.., length)| "n".repeat(*length)).collect();
            let pieces: Vec<(f64, f64, f64)> = place_names(&bubbles, &names, FIELD)
                .iter()
                .zip(&bubbles)
                .map(|(place, own)| {
                    let left = own.x * FIELD.width + place.x - place.width * place.side.before();
                    (left, left + place.width, own.y * FIELD.height + place.y)
                })
                .collect();
            let height = FIELD.type_size * LINE;
            for (at, (left, right, middle)) in pieces.iter().copied().enumerate() {
                prop_assert!(left >= -1e-6 && right <= FIELD.width + 1e-6);
                if !bubbles.iter().any(|bubble| crosses(left, right, middle, bubble)) {
                    continue;
                }
                // Then a short box on each side, with a gap, crosses the edge, a circle or a name.
                let need = wanted_width(&names[at], FIELD).min(SHORTEST);
                for side in NameSide::ALL {
                    let (beside, up) = offset(&bubbles[at], side, FIELD);
                    let (x, y) = (bubbles[at].x * FIELD.width + beside, bubbles[at].y * FIELD.height + up);
                    let (left, right) = (x - need * side.before(), x + need * (1.0 - side.before()));
                    let is_out = left < 0.0 || right > FIELD.width || !(0.0..=FIELD.height).contains(&y);
                    let (left, right) = (left - GAP, right + GAP);
                    let meets = |other: &(f64, f64, f64)| other.0 < right && other.1 > left && (other.2 - y).abs() < height;
                    let is_named = pieces.iter().enumerate().any(|(other, piece)| other != at && meets(piece));
                    prop_assert!(is_out || is_named || bubbles.iter().any(|bubble| crosses(left, right, y, bubble)), "{side:?}");
                }
            }
        }
    }
}
