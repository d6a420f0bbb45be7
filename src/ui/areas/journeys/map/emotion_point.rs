//! A point of the emotion curve under the pointer: dragged up and down, or set by a click where that is meant.

use super::{changes, curves::emotion_at, state::MapState};
use leptos::prelude::*;
use reiseplan::plan::{Emotion, StepId};
use wasm_bindgen::JsCast;

/// How far a pointer moves before that is a movement, in CSS pixels.
const MOVES_FROM: i32 = 4;

/// The point of a step.
#[derive(Clone, Copy)]
pub struct Point {
    map: MapState,
    step: StoredValue<StepId>,
    press: StoredValue<Option<Press>>,
}

/// A pointer that was put down on a point.
#[derive(Clone)]
struct Press {
    x: i32,
    y: i32,
    /// What the step said before.
    before: Option<Emotion>,
    /// Whether a click sets the value: a cell with a value has to have the focus first.
    sets: bool,
    /// What became of it.
    course: Course,
    /// Names the drag in the history, of which it is one step however long it takes.
    key: String,
}

/// What a pressed pointer does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Course {
    /// It hasn't moved.
    Rests,
    /// It drags the point.
    Drags,
    /// It has gone elsewhere, and means something else.
    Strays,
    /// It was lifted where it was put down.
    Lifted,
}

impl Point {
    /// The point of a step of a map.
    pub fn new(map: MapState, step: StepId) -> Self {
        Self { map, step: StoredValue::new(step), press: StoredValue::new(None) }
    }

    /// The pointer was put down: that alone changes nothing.
    pub fn press(self, event: &web_sys::PointerEvent) {
        self.press.set_value(None);
        if event.button() != 0 || !event.is_primary() || event.shift_key() {
            return;
        }
        event.stop_propagation();
        self.map.range.set(None);
        let Some(cell) = cell_of(event) else { return };
        let _ = cell.set_pointer_capture(event.pointer_id());
        let before = self.now();
        let has_focus = document().active_element().is_some_and(|active| active.is_same_node(Some(&cell)));
        let key = format!("emotion/{}/{}", self.step.get_value(), event.time_stamp());
        let sets = has_focus || before.is_none();
        let press = Press { x: event.client_x(), y: event.client_y(), before, sets, course: Course::Rests, key };
        self.press.set_value(Some(press));
    }

    /// The pointer moves: up or down it takes the point along, whatever it does afterwards.
    pub fn drag(self, event: &web_sys::PointerEvent) {
        let moved = self.press.try_update_value(|press| {
            let press = press.as_mut()?;
            press.course = press.course_at(event);
            Some((press.course, press.key.clone()))
        });
        let Some((course, key)) = moved.flatten() else { return };
        if course == Course::Drags
            && let Some(emotion) = emotion_under(event)
            && self.now() != Some(emotion)
        {
            changes::drag_emotion(self.map, &self.step.get_value(), Some(emotion), &key);
        }
    }

    /// The pointer was lifted; a drag ends here, a click is still to come.
    pub fn lift(self) {
        self.press.update_value(|press| {
            *press =
                press.take().filter(|press| press.course == Course::Rests).map(|press| Press { course: Course::Lifted, ..press });
        });
    }

    /// The browser took the pointer, to scroll: what was dragged is as before.
    pub fn give_up(self) {
        let Some(press) = self.press.try_update_value(Option::take).flatten() else { return };
        if press.course == Course::Drags {
            changes::drag_emotion(self.map, &self.step.get_value(), press.before, &press.key);
        }
    }

    /// The pointer was put down and lifted at one place. The second click of a double one opens the panel.
    pub fn click(self, event: &web_sys::MouseEvent) {
        let Some(press) = self.press.try_update_value(Option::take).flatten() else { return };
        if press.course == Course::Lifted
            && press.sets
            && event.detail() <= 1
            && let Some(emotion) = emotion_under(event)
        {
            changes::set_emotion(self.map, &self.step.get_value(), Some(emotion));
        }
    }

    /// What the step says now of whose curve is shown.
    fn now(self) -> Option<Emotion> {
        let persona = self.map.curve_of.get_untracked();
        let plan = self.map.workspace.plan_now();
        self.step.with_value(|step| plan.step(&self.map.id(), step)?.emotion_of(persona.as_ref()))
    }
}

impl Press {
    /// What the pointer does when it comes to a place.
    fn course_at(&self, event: &web_sys::PointerEvent) -> Course {
        let (x, y) = ((event.client_x() - self.x).abs(), (event.client_y() - self.y).abs());
        match self.course {
            Course::Rests if y >= MOVES_FROM && y >= x => Course::Drags,
            Course::Rests if x >= MOVES_FROM => Course::Strays,
            course => course,
        }
    }
}

fn cell_of(event: &web_sys::MouseEvent) -> Option<web_sys::Element> {
    event.current_target().and_then(|target| target.dyn_into().ok())
}

/// The emotion at the height of the pointer.
fn emotion_under(event: &web_sys::MouseEvent) -> Option<Emotion> {
    let top = cell_of(event)?.get_bounding_client_rect().top();
    Some(emotion_at(f64::from(event.client_y()) - top))
}
