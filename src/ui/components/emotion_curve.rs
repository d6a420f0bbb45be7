//! The small emotion curve of a journey in a line of a list.

use leptos::prelude::*;
use reiseplan::charts::emotion_path;

const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 24.0;
/// Room above and below, so that the stroke isn't cut off.
const MARGIN: f64 = 2.0;

/// A curve over the steps with a line at neutral; an ornament beside the figure that says it. Nothing without emotions.
#[component]
pub fn EmotionCurve(
    /// How each step feels, −2 to 2, in order.
    #[prop(into)]
    felt: Signal<Vec<Option<f64>>>,
) -> impl IntoView {
    let drawing = move || {
        let path = felt.with(|felt| emotion_path(felt, WIDTH, HEIGHT));
        (!path.is_empty()).then(|| {
            let view_box = format!("0 {} {WIDTH} {}", -MARGIN, HEIGHT + 2.0 * MARGIN);
            let neutral = format!("M0 {:.1}H{WIDTH}", HEIGHT / 2.0);
            view! {
                <svg class="emotion-curve" viewBox=view_box aria-hidden="true">
                    <path class="emotion-curve-neutral" d=neutral />
                    <path d=path />
                </svg>
            }
        })
    };
    drawing.into_any()
}
