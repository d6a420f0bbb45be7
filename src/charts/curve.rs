//! A smooth curve through points that never swings beyond them.

use std::fmt::Write;

/// The path (SVG) of a smooth curve through points in order of x: piecewise cubic, monotone between neighbours, so that
/// the lowest point of the curve is the lowest of the points.
///
/// Source: F. N. Fritsch and J. Butland, "A method for constructing local monotone piecewise cubic interpolants", SIAM
/// J. Sci. Stat. Comput. 5 (1984), with the weighted harmonic mean of neighbouring slopes.
#[must_use]
pub fn smooth_path(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    let Some((first, _)) = points.split_first() else { return path };
    let _ = write!(path, "M{:.1} {:.1}", first.0, first.1);
    let slopes = tangents(points);
    for (i, pair) in points.windows(2).enumerate() {
        let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
        let third = (x1 - x0) / 3.0;
        let _ = write!(
            path,
            "C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            x0 + third,
            y0 + slopes[i] * third,
            x1 - third,
            y1 - slopes[i + 1] * third,
            x1,
            y1
        );
    }
    path
}

/// The path (SVG) of a small emotion curve over steps in order, in a box whose upper edge is +2 and whose lower edge −2;
/// steps that don't feel anyhow are passed over. A single emotion gives a short level line; none at all nothing.
#[must_use]
pub fn emotion_path(felt: &[Option<f64>], width: f64, height: f64) -> String {
    let column = width / felt.len().max(1) as f64;
    let place = |(at, felt): (usize, &Option<f64>)| {
        let y = (2.0 - (*felt)?) / 4.0 * height;
        Some(((at as f64 + 0.5) * column, y))
    };
    let points: Vec<(f64, f64)> = felt.iter().enumerate().filter_map(place).collect();
    match points[..] {
        [(x, y)] => smooth_path(&[((x - 3.0).max(0.0), y), ((x + 3.0).min(width), y)]),
        _ => smooth_path(&points),
    }
}

/// Slope of the curve at each point: level at peaks, valleys and both ends.
fn tangents(points: &[(f64, f64)]) -> Vec<f64> {
    let mut slopes = vec![0.0; points.len()];
    for (i, triple) in points.windows(3).enumerate() {
        let (left, right) = (triple[1].0 - triple[0].0, triple[2].0 - triple[1].0);
        if left <= 0.0 || right <= 0.0 {
            continue;
        }
        let before = (triple[1].1 - triple[0].1) / left;
        let after = (triple[2].1 - triple[1].1) / right;
        if before * after > 0.0 {
            let (w1, w2) = (2.0 * right + left, right + 2.0 * left);
            slopes[i + 1] = (w1 + w2) / (w1 / before + w2 / after);
        }
    }
    slopes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_goes_through_its_points() {
        assert_eq!(smooth_path(&[]), "");
        assert_eq!(smooth_path(&[(5.0, 2.0)]), "M5.0 2.0");
        assert_eq!(smooth_path(&[(0.0, 0.0), (3.0, 3.0)]), "M0.0 0.0C1.0 0.0 2.0 3.0 3.0 3.0");
    }

    #[test]
    fn an_emotion_curve_has_good_above_and_passes_over_what_is_missing() {
        assert_eq!(emotion_path(&[Some(2.0), None, Some(-2.0)], 30.0, 8.0), smooth_path(&[(5.0, 0.0), (25.0, 8.0)]));
        assert_eq!(emotion_path(&[Some(0.0)], 30.0, 8.0), smooth_path(&[(12.0, 4.0), (18.0, 4.0)]));
        assert_eq!(emotion_path(&[None], 30.0, 8.0), "");
        assert_eq!(emotion_path(&[], 30.0, 8.0), "");
    }

    #[test]
    fn a_curve_is_level_at_peaks_and_straight_on_a_line() {
        assert_eq!(tangents(&[(0.0, 0.0), (1.0, 5.0), (2.0, 0.0)]), [0.0; 3]);
        let slopes = tangents(&[(0.0, 0.0), (1.0, 2.0), (2.0, 4.0)]);
        assert!((slopes[1] - 2.0).abs() < 1e-12);
    }
}
