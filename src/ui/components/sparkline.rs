//! A small line over time with its band: how something went, beside its figure.

use leptos::prelude::*;
use reiseplan::{
    charts::{ChartKind, ChartSpec, LineChart},
    figures::measured::Figure,
};

/// Size of the drawing in its own units; it is stretched to the room that it gets.
const WIDTH: f64 = 280.0;
const HEIGHT: f64 = 56.0;
/// Space above and below the line.
const MARGIN: f64 = 4.0;
/// Most points that are drawn: the last ones.
const POINTS: usize = 24;

/// What is drawn.
struct Drawing {
    band: String,
    line: String,
    end: Option<f64>,
    target: Option<(f64, String)>,
}

/// Draws the line of a chart, with its interval as a band and its target; nothing where there are fewer than two points.
#[component]
pub fn Sparkline(
    /// The chart; only lines are drawn.
    #[prop(into)]
    spec: Signal<ChartSpec>,
) -> impl IntoView {
    move || {
        let (drawing, words) = spec.with(|spec| (drawing(spec), spec.description.clone()));
        let Drawing { band, line, end, target } = drawing?;
        let y = |value: f64| format!("{}%", value / HEIGHT * 100.0);
        Some(view! {
            <div class="sparkline" role="img" aria-label=words>
                <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" aria-hidden="true">
                    <path class="sparkline-band" d=band />
                    {target.as_ref().map(|(at, _)| {
                        let at = at.to_string();
                        view! { <line class="sparkline-target" x1="0" x2=WIDTH.to_string() y1=at.clone() y2=at /> }
                    })}
                    <path class="sparkline-line" d=line />
                </svg>
                {end.map(|end| view! { <span class="sparkline-end" style:inset-block-start=y(end)></span> })}
                {target.map(|(at, label)| view! { <span class="sparkline-label" style:inset-block-start=y(at)>{label}</span> })}
            </div>
        })
    }
}

fn drawing(spec: &ChartSpec) -> Option<Drawing> {
    let ChartKind::Line(LineChart { points, target, .. }) = &spec.kind else { return None };
    let points: Vec<Option<Figure>> = points[points.len().saturating_sub(POINTS)..].iter().map(|point| point.estimate).collect();
    if points.iter().flatten().count() < 2 {
        return None;
    }
    let target = target.as_ref();
    let ends = points.iter().flatten().flat_map(|estimate| [estimate.low(), estimate.high()]).chain(target.map(|t| t.value));
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let x = |at: usize| at as f64 / (points.len() - 1) as f64 * WIDTH;
    let y = |value: f64| HEIGHT - MARGIN - (value - low) / (high - low).max(1e-9) * (HEIGHT - 2.0 * MARGIN);
    let (mut band, mut line) = (String::new(), String::new());
    // Where answers are missing the line is broken.
    for run in points.iter().enumerate().collect::<Vec<_>>().split(|(_, point)| point.is_none()) {
        let known: Vec<(usize, Figure)> = run.iter().filter_map(|(at, point)| Some((*at, (*point.as_ref()?)))).collect();
        let path = |values: Vec<(usize, f64)>| {
            values.into_iter().map(|(at, value)| format!("{:.1} {:.1}", x(at), y(value))).collect::<Vec<_>>().join(" L")
        };
        if known.is_empty() {
            continue;
        }
        line += &format!("M{}", path(known.iter().map(|(at, point)| (*at, point.value)).collect()));
        let there = known.iter().map(|(at, point)| (*at, point.high()));
        let back = known.iter().rev().map(|(at, point)| (*at, point.low()));
        band += &format!("M{}Z", path(there.chain(back).collect()));
    }
    let end = points.last().copied().flatten().map(|point| y(point.value));
    Some(Drawing { band, line, end, target: target.map(|target| (y(target.value), target.label.clone())) })
}
