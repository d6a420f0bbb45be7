//! What can be done in a map, and at the cell that had the focus last, as commands of its page.

use super::{
    changes, columns, lanes,
    state::{MapState, STAGE_ROW, Selection},
    toolbar::zoom_name,
    viewport::Zoom,
};
use crate::ui::actions::PageAction;
use leptos::prelude::*;
use reiseplan::plan::{Journey, StageId, StepId};

/// Where commands are carried out: in a stage, and at a step unless the stage itself is meant.
#[derive(Clone)]
struct Spot {
    stage: StageId,
    step: Option<StepId>,
}

impl Spot {
    /// Where the focus was last, else what the panel shows; none if that is no part of a stage.
    fn of(map: MapState) -> Option<Self> {
        if let Some(cell) = map.focus.get_untracked()
            && let Some(stage) = map.stage_of_column(&cell.column)
        {
            let step = map.step_of_column(&cell.column).filter(|_| cell.row != STAGE_ROW);
            return Some(Self { stage, step });
        }
        match map.selection.get_untracked() {
            Selection::Stage(stage) => Some(Self { stage, step: None }),
            Selection::Step(step) => {
                let stage = map.stage_of_column(step.as_str())?;
                Some(Self { stage, step: Some(step) })
            }
            _ => None,
        }
    }

    /// The same, if it is a step for which something holds: the journey and the step's place in it are told.
    fn step_where(map: MapState, holds: fn(&Journey, stage: usize, index: usize) -> bool) -> Option<StepId> {
        let step = Self::of(map)?.step?;
        let holds = map.journey.with_untracked(|journey| {
            let journey = journey.as_ref()?;
            let (stage, index) = journey.step_place(&step)?;
            Some(holds(journey, stage, index))
        });
        (holds == Some(true)).then_some(step)
    }

    /// The stage, if another one follows it.
    fn stage_before_another(map: MapState) -> Option<StageId> {
        let stage = Self::of(map)?.stage;
        let is_last = map.journey.with_untracked(|journey| journey.as_ref()?.stages.last().map(|last| last.id == stage));
        (is_last == Some(false)).then_some(stage)
    }
}

/// A command that is always possible.
fn always(label: &str, run: impl Fn() + Send + Sync + 'static) -> PageAction {
    PageAction { label: label.to_owned(), shortcut: None, is_possible: None, run: Callback::new(move |()| run()) }
}

/// A command that needs something which may not be there.
fn with<T: 'static>(
    label: &str,
    find: impl Fn() -> Option<T> + Clone + Send + Sync + 'static,
    run: impl Fn(T) + Send + Sync + 'static,
) -> PageAction {
    let found = find.clone();
    PageAction {
        label: label.to_owned(),
        shortcut: None,
        is_possible: Some(Callback::new(move |()| untrack(|| found().is_some()))),
        run: Callback::new(move |()| {
            if let Some(found) = untrack(&find) {
                run(found);
            }
        }),
    }
}

/// The commands.
pub fn page_actions(map: MapState) -> Vec<PageAction> {
    let texts = map.workspace.texts();
    let (journeys, words, work) = (&texts.journeys, &texts.map, &texts.map.work);
    let stage = move || Spot::of(map).map(|spot| spot.stage);
    let step = move || Spot::step_where(map, |_, _, _| true);
    let not_first = move || Spot::step_where(map, |_, _, index| index > 0);
    let not_last = move || Spot::step_where(map, |journey, stage, index| index + 1 < journey.stages[stage].steps.len());
    let long = move || Spot::step_where(map, |journey, stage, index| journey.stages[stage].steps[index].has_several_lines());
    // A stage itself stands for its end.
    let step_after = move |spot: Spot| columns::add_step(map, &spot.stage, spot.step.as_ref());
    let mut actions = vec![
        with(journeys.insert_after, move || Spot::of(map), step_after),
        with(words.insert_before, step, move |id| columns::add_step_before(map, &id)),
        with(work.step_duplicate, step, move |id| columns::duplicate_step(map, &id)),
        with(words.merge_next_step, not_last, move |id| columns::merge_step_with_next(map, &id)),
        with(words.split_lines, long, move |id| columns::split_step(map, &id)),
        with(work.step_delete, step, move |id| columns::delete_step(map, &id)),
        always(journeys.add_stage_label, move || columns::add_stage(map, stage().as_ref())),
        with(words.stage_before, stage, move |id| columns::add_stage_before(map, &id)),
        with(words.stage_duplicate, stage, move |id| columns::duplicate_stage(map, &id)),
        with(words.split_here, not_first, move |id| columns::split_stage(map, &id)),
        with(words.merge_next, move || Spot::stage_before_another(map), move |id| columns::merge_stage_with_next(map, &id)),
        with(work.stage_delete, stage, move |id| columns::delete_stage(map, &id)),
        always(words.lanes_title, move || map.selection.set(Selection::Lanes)),
        always(words.lane_add, move || lanes::add_lane(map, None)),
        always(work.show_all_lanes, move || lanes::show_all_lanes(map)),
        always(journeys.journey_settings, move || map.selection.set(Selection::Journey)),
        with(
            &(work.emotion_of)(work.curve_take_over),
            move || changes::takes_over(map),
            move |_| changes::take_over_emotions(map),
        ),
    ];
    let zoom = |zoom: Zoom| always(&format!("{}: {}", work.zoom, zoom_name(zoom, work)), move || map.view.set_zoom(zoom));
    actions.extend(Zoom::ALL.map(zoom));
    actions
}
