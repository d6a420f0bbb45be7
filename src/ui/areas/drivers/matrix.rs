//! Importance against rating, in four quadrants; each point leads to its touchpoint, or to the KPI where it has none.

use super::driver_name;
use crate::ui::{
    components::SectionHead,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    figures::drivers::DriverStudy,
    plan::{Id, Plan, TypedId},
    route::Area,
    texts::{Texts, format},
};

/// Room that is left free at the edges, in per cent.
const MARGIN: f64 = 8.0;

/// A driver in the matrix.
#[derive(Clone, PartialEq)]
pub struct MatrixPoint {
    /// Where it leads.
    area: Area,
    id: Id,
    name: String,
    /// Rating, 0 to 1.
    performance: f64,
    /// Part of R².
    importance: f64,
}

/// The drivers with importance and rating; empty where importance can't be told.
pub fn matrix_points(plan: &Plan, found: &DriverStudy, texts: &Texts) -> Vec<MatrixPoint> {
    let Ok(importance) = &found.importance else { return Vec::new() };
    let rated = found.drivers.iter().zip(found.performance(plan)).zip(&importance.parts);
    let point = |((id, performance), importance): ((&reiseplan::plan::KpiId, Option<f64>), &f64)| {
        let name = driver_name(plan, id, texts);
        let touchpoint = plan.kpis.get(id).and_then(|kpi| kpi.touchpoint.as_ref());
        let (area, id) = match touchpoint {
            Some(touchpoint) => (Area::Settings, touchpoint.as_id()),
            None => (Area::Kpis, id.as_id()),
        };
        Some(MatrixPoint { area, id: id.clone(), name, performance: performance?, importance: *importance })
    };
    rated.filter_map(point).collect()
}

/// The matrix.
#[component]
pub fn Matrix(points: Memo<Vec<MatrixPoint>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measuring;
    let matrix = move || {
        let points = points.get();
        let (xs, ys) =
            (Axis::of(points.iter().map(|point| point.performance)), Axis::of(points.iter().map(|point| point.importance)));
        let point = |point: MatrixPoint| {
            let (right, high) = (point.performance >= xs.mean, point.importance >= ys.mean);
            let quadrant = words.quadrants[match (high, right) {
                (true, false) => 0,
                (true, true) => 1,
                (false, false) => 2,
                (false, true) => 3,
            }];
            let rating = format::percent(texts.language, point.performance, 0);
            let importance = format::number(texts.language, point.importance, 2);
            let said = (words.point)(&point.name, &rating, &importance, quadrant);
            let x = xs.place(point.performance);
            view! {
                <li
                    class="matrix-point"
                    class:matrix-point-left={x > 50.0}
                    style:inset-inline-start=format!("{x}%")
                    style:inset-block-end=format!("{}%", ys.place(point.importance))
                >
                    <a href=workspace.link(point.area, Some(&point.id)) title=said.clone() aria-label=said dir="auto">{point.name}</a>
                </li>
            }
        };
        let (across, up) = (format!("{}%", xs.place(xs.mean)), format!("{}%", ys.place(ys.mean)));
        view! {
            <div class="driver-matrix" role="group" aria-label=words.matrix_title>
                <span class="matrix-upright" style:inset-inline-start=across aria-hidden="true"></span>
                <span class="matrix-level" style:inset-block-end=up aria-hidden="true"></span>
                {words.quadrants.into_iter().enumerate().map(|(at, name)| view! {
                    <span class="matrix-quadrant" data-at=at.to_string() aria-hidden="true">{name}</span>
                }).collect_view()}
                <ul role="list">{points.into_iter().map(point).collect_view()}</ul>
            </div>
            <p class="matrix-axes" aria-hidden="true"><span>"↑ "{words.importance}</span><span>{words.performance}" →"</span></p>
        }
    };
    view! {
        <section>
            <SectionHead title=words.matrix_title note=words.matrix_note />
            {matrix}
        </section>
    }
}

/// An axis that holds all values.
struct Axis {
    low: f64,
    high: f64,
    mean: f64,
}

impl Axis {
    fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        let (sum, count) = values.clone().fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        Self { low, high, mean: sum / f64::max(count, 1.0) }
    }

    /// Where a value lies, in per cent.
    fn place(&self, value: f64) -> f64 {
        let width = self.high - self.low;
        let share = if width > 0.0 { (value - self.low) / width } else { 0.5 };
        MARGIN + share * (100.0 - 2.0 * MARGIN)
    }
}
