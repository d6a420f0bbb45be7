//! The emotion curves of a map: whose there are, where they run, and what names them.

use super::state::{MapColumn, MapState};
use crate::ui::workspace::use_texts;
use leptos::prelude::*;
use reiseplan::{
    charts::smooth_path,
    plan::{Emotion, PersonaId, TypedId},
};

/// Space above +2, as in the style sheet.
const ABOVE: f64 = 26.0;
/// Room from +2 to −2, as in the style sheet.
const SPAN: f64 = 80.0;
/// Space below −2: for the name of the lowest point, and below that for what the target gains.
const BELOW: f64 = 42.0;
/// Height of the lane in CSS pixels, as in the style sheet.
pub const HEIGHT: f64 = ABOVE + SPAN + BELOW;
/// Least distance between two names.
const NAME_HEIGHT: f64 = 14.0;
/// Space between a curve and its name.
const NAME_GAP: f64 = 3.0;

/// Where an emotion is drawn, from the top of the lane.
pub fn y_of(value: f64) -> f64 {
    ABOVE + (2.0 - value) / 4.0 * SPAN
}

/// The emotion that is drawn at a height.
pub fn emotion_at(y: f64) -> Emotion {
    let value = 2.0 - (y - ABOVE) / SPAN * 4.0;
    Emotion::from_halves((value * 2.0).round().clamp(-4.0, 4.0) as i8)
}

/// The path of a curve over the columns; what has no emotion is passed over.
pub fn path(map: MapState, emotion_of: impl Fn(&MapColumn) -> Option<Emotion>) -> String {
    let width = map.view.column_width.get();
    let points: Vec<(f64, f64)> = map.columns.with(|columns| {
        let point = |(at, column): (usize, &MapColumn)| Some(((at as f64 + 0.5) * width, y_of(emotion_of(column)?.value())));
        columns.iter().enumerate().filter_map(point).collect()
    });
    smooth_path(&points)
}

/// The personas whose emotions the map can draw, by name.
pub fn personas(map: MapState) -> Memo<Vec<(PersonaId, String)>> {
    let id = map.id();
    map.workspace.select(move |plan| {
        let personas = plan.journeys.get(&id).map(|journey| plan.emotion_personas(journey)).unwrap_or_default();
        personas.into_iter().map(|persona| (persona.id.clone(), persona.name.clone())).collect()
    })
}

/// Chooses whose curve is drawn in full and set; nothing while there is but one.
#[component]
pub fn CurveChoice(personas: Memo<Vec<(PersonaId, String)>>) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map.work;
    let choose = move |id: String| map.curve_of.set(PersonaId::try_from(id.as_str()).ok());
    let options = move || {
        let chosen = map.curve_of.get();
        let option = |(id, name): (PersonaId, String)| {
            let selected = chosen.as_ref() == Some(&id);
            let name = texts.terms.named(&name).to_owned();
            view! { <option value=id.as_id().to_string() selected=selected>{name}</option> }
        };
        personas.get().into_iter().map(option).collect_view()
    };
    move || {
        (!personas.with(Vec::is_empty)).then(|| {
            view! {
                <select class="curve-choice" aria-label=words.curve_field title=words.curve_field on:change:target=move |event| choose(event.target().value())>
                    <option value="">{words.curve_all}</option>
                    {options}
                </select>
            }
        })
    }
}

/// A curve beside the chosen one.
#[derive(Clone, PartialEq)]
struct OtherCurve {
    persona: Option<PersonaId>,
    name: String,
    /// Number of its pattern of dashes.
    dash: usize,
}

/// The curves beside the chosen one, each with its own dashes and its name.
#[component]
pub fn OtherCurves(personas: Memo<Vec<(PersonaId, String)>>) -> impl IntoView {
    let map = expect_context::<MapState>();
    let words = &use_texts().map.work;
    let emotion = move |column: &MapColumn, persona: Option<&PersonaId>| {
        map.step(column.step.as_ref()?)?.with(|step| step.emotion_of(persona))
    };
    let curves = Memo::new(move |_| {
        let active = map.curve_of.get();
        let all = std::iter::once((None, words.curve_all.to_owned()));
        let all = all.chain(personas.get().into_iter().map(|(id, name)| (Some(id), name)));
        let others = all.enumerate().filter(|(_, (persona, _))| *persona != active);
        let curve = |(dash, (persona, name))| OtherCurve { persona, name, dash };
        let has_points = |curve: &OtherCurve| {
            map.columns.with(|columns| columns.iter().any(|column| emotion(column, curve.persona.as_ref()).is_some()))
        };
        others.map(curve).filter(has_points).collect::<Vec<_>>()
    });
    let paths = move || {
        let curve = |curve: OtherCurve| {
            let d = move || path(map, |column| emotion(column, curve.persona.as_ref()));
            view! { <path class="curve-persona" data-dash=(curve.dash % 5).to_string() d=d /> }
        };
        curves.get().into_iter().map(curve).collect_view()
    };
    let names = move || {
        let visible = map.view.visible.get();
        let end = if visible.len() > 1 { visible.end - 1 } else { visible.end };
        let width = map.view.column_width.get();
        let mut names: Vec<(f64, f64, String, usize)> = map.columns.with(|columns| {
            let seen = &columns[visible.start.min(columns.len())..end.min(columns.len())];
            let front = map.curve_of.get();
            // A name stands where its curve is farthest from the one in front, on the side away from that.
            let name = |curve: &OtherCurve| {
                let off = |(at, column): (usize, &MapColumn)| {
                    let own = emotion(column, curve.persona.as_ref())?;
                    let off = emotion(column, front.as_ref()).map_or(0, |front| own.halves() - front.halves());
                    Some((off, at, own))
                };
                let (off, at, own) = seen.iter().enumerate().filter_map(off).max_by_key(|(off, at, _)| (off.abs(), *at))?;
                let away = if off < 0 { NAME_GAP } else { -NAME_GAP - NAME_HEIGHT };
                Some(((visible.start + at) as f64 * width, y_of(own.value()) + away, curve.name.clone(), curve.dash % 5))
            };
            curves.with(|curves| curves.iter().filter_map(name).collect())
        });
        names.sort_by(|a, b| a.1.total_cmp(&b.1));
        let mut lowest = 1.0;
        for (_, y, ..) in &mut names {
            *y = f64::max(*y, lowest).min(HEIGHT - NAME_HEIGHT);
            lowest = *y + NAME_HEIGHT;
        }
        let name = |(x, y, name, dash): (f64, f64, String, usize)| {
            view! {
                <span class="curve-name" data-dash=dash.to_string() style:inset-inline-start=format!("{x}px") style:inset-block-start=format!("{y}px")>
                    {name}
                </span>
            }
        };
        names.into_iter().map(name).collect_view()
    };
    view! {
        <svg class="curve-line curve-others" width="100%" height=HEIGHT.to_string()>{paths}</svg>
        {names}
    }
}
