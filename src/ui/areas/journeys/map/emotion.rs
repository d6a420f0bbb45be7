//! The emotion lane: a curve over the columns.

use super::{
    cells::{LaneTitle, lane_icon, title_of},
    changes, columns,
    curves::{CurveChoice, HEIGHT, LowestMark, OtherCurves, path, personas, y_of},
    emotion_point::Point,
    filter::Cover,
    grid::RowTitle,
    state::{CellKey, MapColumn, MapState, TITLE_COLUMN},
    target::is_target,
    viewport::{BuiltColumn, built_columns},
};
use crate::ui::{
    components::{HelpHint, Icon},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    figures::journey::emotion_figures,
    plan::{Emotion, Lane, StepId, TypedId},
    texts::{Texts, format},
};

/// The row of the emotion curve.
#[component]
pub fn EmotionRow(
    /// The lane.
    lane: Lane,
    /// What dims the columns that don't fit.
    cover: Memo<Option<String>>,
) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let journeys = &texts.journeys;
    let row = lane.id.as_id().to_string();
    let title = title_of(map, lane.id.clone());
    let icon = lane_icon(&lane);
    let title_id = lane.id.clone();
    // What each column feels; a column without a step feels nothing.
    let curve = Memo::new(move |_| {
        let columns = map.columns.get();
        let persona = map.curve_of.get();
        let emotion = |column: &MapColumn| map.step(column.step.as_ref()?)?.with(|step| step.emotion_of(persona.as_ref()));
        columns.iter().map(emotion).collect::<Vec<_>>()
    });
    let figures = Memo::new(move |_| curve.with(|curve| emotion_figures(curve)));
    let own_path = move || {
        let persona = map.curve_of.get();
        path(map, |column| map.step(column.step.as_ref()?)?.with(|step| step.emotion_of(persona.as_ref())))
    };
    // The other journey's curve over the same columns: dashed for the target.
    let other_path = move || {
        let persona = map.curve_of.get();
        map.partners.with(|partners| path(map, |column| partners.get(column.step.as_ref()?)?.emotion_of(persona.as_ref())))
    };
    let personas = personas(map);
    let is_target = Memo::new(move |_| map.journey.with(|journey| journey.as_ref().is_some_and(|journey| is_target(journey))));
    let line_of = |of_target: bool| if of_target { "to-be" } else { "as-is" };
    // Beside the target journey each curve is named that there is: a persona may feel anyhow in but one of both.
    let has_other = Memo::new(move |_| {
        let persona = map.curve_of.get();
        let feels = |id: &StepId| map.partners.with(|partners| partners.get(id)?.emotion_of(persona.as_ref())).is_some();
        map.columns.with(|columns| columns.iter().filter_map(|column| column.step.as_ref()).any(feels))
    });
    let legend = move || {
        let key = |of_target: bool| {
            let name = if of_target { texts.map.legend_to_be } else { texts.map.legend_as_is };
            let is_drawn = if of_target == is_target.get() { figures.with(Option::is_some) } else { has_other.get() };
            is_drawn.then(|| view! { <span class="map-title-note curve-key" data-line=line_of(of_target)>{name}</span> })
        };
        map.counterpart.with(Option::is_some).then(|| [false, true].map(key).into_iter().collect_view())
    };
    let width = move || format!("{}px", map.view.left_of(curve.with(Vec::len)));
    let lowest = Memo::new(move |_| {
        let figures = figures.get().filter(|figures| figures.lowest < 0.0)?;
        let x = map.view.left_of(figures.lowest_step) + map.view.column_width.get() / 2.0;
        let text = (journeys.lowest)(&format::signed(texts.language, figures.lowest, 1));
        // Below the point, where no curve is.
        Some(LowestMark { x, top: y_of(figures.lowest) + 8.0, text })
    });
    let mark = move || {
        let LowestMark { x, top, text } = lowest.get()?;
        let (left, top) = (format!("{x}px"), format!("{top}px"));
        Some(view! { <span class="curve-mark" style:inset-inline-start=left style:inset-block-start=top>{text}</span> })
    };
    let summary = move || {
        let figures = figures.get()?;
        let signed = |value| format::signed(texts.language, value, 1);
        Some(view! {
            <span class="map-title-note">{(journeys.mean)(&signed(figures.mean))}</span>
            <span class="map-title-note">
                {(journeys.peak_end)(&signed(figures.peak_end))}
                <HelpHint label="Peak-End" title="Peak-End" text=journeys.peak_end_help />
            </span>
        })
    };
    // A persona without a curve begins with that of all customers.
    let begins = Memo::new(move |_| figures.with(Option::is_none) && changes::takes_over(map).is_some());
    let title_cell = StoredValue::new(CellKey::new(row.clone(), TITLE_COLUMN));
    let take_over = move || {
        let press = move |_| {
            changes::take_over_emotions(map);
            columns::focus_soon(map, title_cell.get_value());
        };
        begins.get().then(|| {
            view! { <button type="button" class="curve-take-over" on:click=press>{texts.map.work.curve_take_over}</button> }
        })
    };
    let cell_row = row.clone();
    let columns = built_columns(map, None);
    view! {
        <div class="map-row map-lane map-emotion" role="row">
            <RowTitle row>
                <LaneTitle id=title_id>
                    <Icon icon />
                    <span class="emotion-title">
                        <span dir="auto">{title}</span>
                        <CurveChoice personas />
                        {take_over}
                        {legend}
                        {summary}
                    </span>
                </LaneTitle>
                // What the ends of the scale stand for: beside the title, so that they stay in view with it.
                <span class="emotion-end" data-end="best" aria-hidden="true">{texts.map.work.emotion_best}</span>
                <span class="emotion-end" data-end="worst" aria-hidden="true">{texts.map.work.emotion_worst}</span>
            </RowTitle>
            <For
                each=move || columns.get()
                key=|built| built.column.clone()
                children=move |built| view! { <EmotionCell row=cell_row.clone() built /> }
            />
            <div class="curve" aria-hidden="true" style:inline-size=width>
                <svg class="curve-line" width="100%" height=HEIGHT.to_string()>
                    <path class="curve-other" data-line=move || line_of(!is_target.get()) d=other_path />
                    <path data-line=move || line_of(is_target.get()) d=own_path />
                </svg>
                <OtherCurves personas front=curve lowest />
                {mark}
            </div>
            <Cover background=cover />
        </div>
    }
}

#[component]
fn EmotionCell(row: String, built: BuiltColumn) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let number = built.number();
    let place = number.clone();
    let column = built.column;
    let key = column.key();
    let Some((id, step)) = column.step.and_then(|id| Some((id.clone(), map.step(&id)?))) else {
        return view! { <div class="map-cell" role="gridcell" tabindex="-1" aria-colindex=number data-row=row data-column=key style:grid-column-start=place></div> }.into_any();
    };
    let emotion = Memo::new(move |_| {
        let persona = map.curve_of.get();
        step.with(|step| step.emotion_of(persona.as_ref()))
    });
    let own = id.clone();
    let other = Memo::new(move |_| {
        let persona = map.curve_of.get();
        map.partners.with(|partners| partners.get(&own).and_then(|step| step.emotion_of(persona.as_ref())))
    });
    let is_target = map.journey.with_untracked(|journey| journey.as_ref().is_some_and(|journey| is_target(journey)));
    // What the target gains at this touchpoint, whichever of both journeys is shown.
    let gain = move || {
        let gain = other.get()?.value() - emotion.get()?.value();
        Some(if is_target { -gain } else { gain }).filter(|gain| *gain != 0.0)
    };
    let words = move || {
        let words = emotion_words(texts, emotion.get());
        let Some(other) = other.get() else { return words };
        let name = if is_target { texts.map.legend_as_is } else { texts.map.legend_to_be };
        let other = format!("{name} {}", format::signed(texts.language, other.value(), 1));
        match gain() {
            Some(gain) => format!("{words}; {}", (texts.map.differs_by)(&other, &format::signed(texts.language, gain, 1))),
            None => format!("{words}; {other}"),
        }
    };
    let shown_gain = move || {
        let gain = gain()?;
        Some(format!("{} {}", if gain > 0.0 { "▲" } else { "▼" }, format::signed(texts.language, gain, 1)))
    };
    let tone = move || gain().map(|gain| if gain > 0.0 { "good" } else { "bad" });
    let dot = move || {
        let top = format!("{}px", y_of(emotion.get()?.value()));
        Some(view! { <span class="curve-dot" style:inset-block-start=top></span> })
    };
    let point = Point::new(map, id);
    view! {
        <div
            class="map-cell map-emotion-cell"
            role="gridcell"
            tabindex="-1"
            title=texts.journeys.emotion_help
            aria-colindex=number
            data-row=row
            data-column=key
            data-gain=shown_gain
            data-tone=tone
            style:grid-column-start=place
            on:pointerdown=move |event| point.press(&event)
            on:pointermove=move |event| point.drag(&event)
            on:pointerup=move |_| point.lift()
            on:pointercancel=move |_| point.give_up()
            on:click=move |event| point.click(&event)
        >
            <span class="visually-hidden">{words}</span>
            {dot}
        </div>
    }
    .into_any()
}

/// An emotion in words, for screen readers.
fn emotion_words(texts: &Texts, emotion: Option<Emotion>) -> String {
    match emotion {
        Some(emotion) => (texts.journeys.emotion_value)(&format::signed(texts.language, emotion.value(), 1)),
        None => texts.journeys.emotion_none.to_owned(),
    }
}
