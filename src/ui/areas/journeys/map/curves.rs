//! The emotion curves of a map: whose there are, where they run, and what names them.

use super::state::{MapColumn, MapState};
use crate::ui::workspace::use_texts;
use leptos::prelude::*;
use reiseplan::{
    charts::{CurvePoint, LaneBox, NameLane, NamedCurve, place_curve_names, smooth_path},
    plan::{Emotion, PersonaId, TypedId},
};

/// Space above +2, as in the style sheet.
const ABOVE: f64 = 26.0;
/// Room from +2 to −2, as in the style sheet.
const SPAN: f64 = 80.0;
/// Space below −2: for the name of the lowest point, and below that for what the target gains.
const BELOW: f64 = 46.0;
/// Height of the lane in CSS pixels, as in the style sheet.
pub const HEIGHT: f64 = ABOVE + SPAN + BELOW;
/// Where names stand, as in the style sheet.
const NAMES: NameLane = NameLane { height: HEIGHT, name_height: 14.0, gap: 3.0 };
/// Side of the box around a dot of the curve in front, with its edge.
const DOT: f64 = 13.0;
/// Height of the mark of the lowest point.
const MARK_HEIGHT: f64 = 20.0;
/// Width and height of what the target gains, at the lower edge of its cell.
const GAIN: (f64, f64) = (48.0, 19.0);

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
    // All of a name that the narrow field cuts.
    let title = move || {
        let chosen = map.curve_of.get();
        let found = personas.with(|all| all.iter().find(|(id, _)| chosen.as_ref() == Some(id)).map(|(_, name)| name.clone()));
        let name = found.as_deref().map_or(words.curve_all, |name| texts.terms.named(name));
        format!("{}: {name}", words.curve_field)
    };
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
                <select class="curve-choice" aria-label=words.curve_field title=title on:change:target=move |event| choose(event.target().value())>
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

/// The mark of the lowest point of the curve in front.
#[derive(Clone, PartialEq)]
pub struct LowestMark {
    /// Where its middle is, in CSS pixels from the first column.
    pub x: f64,
    /// Where it begins, in CSS pixels from the top of the lane.
    pub top: f64,
    /// What it says.
    pub text: String,
}

impl LowestMark {
    /// The mark below or above a point, as near to it as leaves the whole mark over the columns, which are `all` wide.
    pub fn new(x: f64, top: f64, text: String, all: f64) -> Self {
        let half = reckoned_width(&text, Self::BLANK) / 2.0;
        Self { x: x.min(all - half).max(half), top, text }
    }

    /// Blank around its text, as in the style sheet.
    const BLANK: f64 = 12.0;
}

/// How wide a text is at most, in CSS pixels: reckoned by characters, rather too wide, with the blank around it.
fn reckoned_width(text: &str, blank: f64) -> f64 {
    const CHARACTER: f64 = 6.4;
    text.chars().count() as f64 * CHARACTER + blank
}

/// The curves beside the chosen one, each with its own dashes and its name.
#[component]
pub fn OtherCurves(
    personas: Memo<Vec<(PersonaId, String)>>,
    /// What the chosen one feels in each column.
    front: Memo<Vec<Option<Emotion>>>,
    /// The mark of its lowest point.
    lowest: Memo<Option<LowestMark>>,
) -> impl IntoView {
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
    // What names don't cover: dots of the curve in front, the mark of its lowest point, what the target gains.
    let taken = move |seen: std::ops::Range<usize>, width: f64| {
        let active = map.curve_of.get();
        let mark = lowest.get().map(|LowestMark { x, top, text }| {
            let width = reckoned_width(&text, LowestMark::BLANK);
            LaneBox { x: x - width / 2.0, y: top, width, height: MARK_HEIGHT }
        });
        let felt = front.get();
        let felt = move |at: usize| felt.get(at).copied().flatten();
        let middle = move |at: usize| (at as f64 + 0.5) * width;
        let dot = |at: usize| {
            let y = y_of(felt(at)?.value()) - DOT / 2.0;
            Some(LaneBox { x: middle(at) - DOT / 2.0, y, width: DOT, height: DOT })
        };
        let has_gain = |at: usize| {
            let id = map.columns.with(|columns| columns.get(at)?.step.clone())?;
            let other = map.partners.with(|partners| partners.get(&id)?.emotion_of(active.as_ref()))?;
            (other != felt(at)?).then_some(at)
        };
        let (width, height) = GAIN;
        // In the midst of its cell, or at its end.
        let gain = |at: usize| {
            let x = middle(at) - width / 2.0;
            LaneBox { x, y: HEIGHT - height, width: map.view.left_of(at + 1) - x, height }
        };
        let dots = seen.clone().filter_map(dot);
        mark.into_iter().chain(dots).chain(seen.clone().filter_map(has_gain).map(gain)).collect::<Vec<_>>()
    };
    let names = move || {
        let visible = map.view.visible.get();
        let end = if visible.len() > 1 { visible.end - 1 } else { visible.end };
        let width = map.view.column_width.get();
        let curves = curves.get();
        let named = map.columns.with(|columns| {
            let all = map.view.left_of(columns.len());
            let seen = visible.start.min(columns.len())..end.min(columns.len());
            let felt = front.get();
            let named = |curve: &OtherCurve| {
                // As in the style sheet, no wider than a column and a half.
                let name_width = reckoned_width(&curve.name, 6.0).min(width * 1.5);
                let point = |at: usize| {
                    let y = y_of(emotion(&columns[at], curve.persona.as_ref())?.value());
                    let below = felt.get(at).copied().flatten().map_or(0.0, |front| y - y_of(front.value()));
                    // At the last column it begins before that, so that it isn't cut.
                    Some(CurvePoint { x: (at as f64 * width).min(all - name_width).max(0.0), y, below })
                };
                NamedCurve { name_width, points: seen.clone().filter_map(point).collect() }
            };
            curves.iter().map(named).collect::<Vec<_>>()
        });
        let places = place_curve_names(&named, &taken(visible, width), NAMES);
        let name = |(curve, place): (OtherCurve, Option<LaneBox>)| {
            let LaneBox { x, y, .. } = place?;
            Some(view! {
                <span
                    class="curve-name"
                    data-dash=(curve.dash % 5).to_string()
                    style:inset-inline-start=format!("{x}px")
                    style:inset-block-start=format!("{y}px")
                >
                    {curve.name}
                </span>
            })
        };
        curves.into_iter().zip(places).filter_map(name).collect_view()
    };
    view! {
        <svg class="curve-line curve-others" width="100%" height=HEIGHT.to_string()>{paths}</svg>
        {names}
    }
}
