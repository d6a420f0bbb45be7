//! The measures in a field of value against effort, and their ranking.

use super::state::PageState;
use crate::ui::{
    components::{CellEdit, DataCell, DataColumn, DataGrid, DataRow, GridSource, SectionHead, phase_key},
    platform::page,
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    finance::{
        MeasureColumn,
        matrix::{Bubble, Quarter, bubbles},
        matrix_names::{NameField, NamePlace, NameSide, place_names},
        ranked, value,
    },
    plan::{Measure, MeasureId, Plan, Profile, TypedId},
    route::Area,
    sheet::{is_numeric, measure_cell},
    texts::{
        format,
        measures::{first_three, heading},
    },
};
use std::collections::HashMap;

/// With more measures than this circles have their number in the ranking instead of their name.
const MOST_NAMES: usize = 30;
/// Their size of type in rem: `--text-2xs`.
const NAME_SIZE: f64 = 0.71875;

/// Columns of the ranking, behind the rank.
const COLUMNS: [(MeasureColumn, f64); 9] = [
    (MeasureColumn::Title, 280.0),
    (MeasureColumn::Status, 88.0),
    (MeasureColumn::Priority, 88.0),
    (MeasureColumn::Value, 72.0),
    (MeasureColumn::Effort, 80.0),
    (MeasureColumn::CustomerValue, 120.0),
    (MeasureColumn::BusinessValue, 152.0),
    (MeasureColumn::PlannedCost, 120.0),
    (MeasureColumn::Npv, 120.0),
];

/// The matrix.
#[component]
pub fn Matrix() -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let state = expect_context::<PageState>();
    let workspace = state.workspace;
    let found = Memo::new(move |_| workspace.with_plan(|plan| state.listed.with(|listed| bubbles(plan, listed))));
    let ranked = Memo::new(move |_| workspace.with_plan(|plan| state.listed.with(|listed| ranked(plan, listed))));
    let is_ranked = Memo::new(move |_| ranked.with(|ranked| !ranked.is_empty()));
    let first = move || workspace.with_plan(|plan| ranked.with(|ranked| first_three(plan, ranked, texts)));
    view! {
        <SectionHead title=words.matrix note=Signal::stored(words.matrix_note.to_owned()) />
        <p class="matrix-first" dir="auto">{first}</p>
        <Field found ranked />
        <LeftOut
            is_left_out=|measure, profile| measure.effort.is_none() || value(measure, profile).is_none()
            title=words.unweighed
            text=words.unweighed_text
        />
        {move || match is_ranked.get() {
            true => view! { <Ranking ranked /> }.into_any(),
            false => view! { <p class="secondary">{words.ranking_none}</p> }.into_any(),
        }}
    }
}

/// The field with its quarters and circles.
#[component]
fn Field(found: Memo<Vec<Bubble>>, ranked: Memo<Vec<MeasureId>>) -> impl IntoView {
    let words = &use_texts().measures;
    let ranks = Memo::new(move |_| {
        let is_crowded = found.with(Vec::len) > MOST_NAMES;
        let rank = |(at, id): (usize, MeasureId)| (id, at + 1);
        if is_crowded { ranked.get().into_iter().enumerate().map(rank).collect() } else { HashMap::new() }
    });
    let field_ref = NodeRef::<leptos::html::Div>::new();
    let field = RwSignal::new(None::<NameField>);
    let watch = StoredValue::new_local(None::<page::SizeWatch>);
    field_ref.on_load(move |element| {
        let watched = element.clone();
        let measure = move || {
            let (width, height) = (f64::from(element.client_width()), f64::from(element.client_height()));
            field.set((width > 0.0).then(|| NameField { width, height, type_size: NAME_SIZE * page::rem() }));
        };
        watch.set_value(Some(page::SizeWatch::new(&watched, measure)));
    });
    let quarters = Quarter::ALL.map(|quarter| view! { <span class="matrix-quarter">{(words.quarter)(quarter)}</span> });
    let ticks = (1..=5_u8).map(|effort| {
        view! { <span class="matrix-tick" style:inset-inline-start=format!("{}%", f64::from(effort) * 20.0 - 10.0)>{effort}</span> }
    });
    view! {
        <div class="measure-matrix">
            <span class="matrix-axis-y" aria-hidden="true">{words.value_axis}" 0–100"</span>
            <div class="matrix-field" role="list" aria-label=words.matrix node_ref=field_ref>
                <div class="matrix-quarters" aria-hidden="true">{quarters.collect_view()}</div>
                <For each=move || found.get() key=|bubble| format!("{bubble:?}") children=move |bubble| view! { <Circle bubble ranks /> } />
                <Names found field />
            </div>
            <div class="matrix-axis-x" aria-hidden="true">
                {ticks.collect_view()}
                <span class="matrix-low">{words.effort_low}</span>
                <span class="matrix-name">{words.effort_axis}</span>
                <span class="matrix-high">{words.effort_high}</span>
            </div>
        </div>
    }
}

/// The names of the circles, above all of them.
#[component]
fn Names(found: Memo<Vec<Bubble>>, field: RwSignal<Option<NameField>>) -> impl IntoView {
    let texts = use_texts();
    let workspace = expect_context::<PageState>().workspace;
    let named = Memo::new(move |_| {
        let Some(field) = field.get() else { return Vec::new() };
        found.with(|found| {
            if found.len() > MOST_NAMES {
                return Vec::new();
            }
            let name = |plan: &Plan, bubble: &Bubble| plan.measures.get(&bubble.id).map(|it| heading(it, texts));
            let names: Vec<String> =
                workspace.with_plan(|plan| found.iter().map(|bubble| name(plan, bubble).unwrap_or_default()).collect());
            let places = place_names(found, &names, field);
            let points = found.iter().map(|bubble| (bubble.x * 100.0, bubble.y * 100.0));
            points.zip(places).zip(names).map(|((point, place), name)| (point, place, name)).collect::<Vec<_>>()
        })
    });
    let name = |((x, y), place, name): ((f64, f64), NamePlace, String)| {
        let side = match place.side {
            NameSide::Right => "right",
            NameSide::Below => "below",
            NameSide::Above => "above",
            NameSide::Left => "left",
        };
        view! {
            <span
                class="matrix-label"
                data-side=side
                dir="auto"
                style:inset-inline-start=format!("calc({x}% + {}px)", place.x)
                style:inset-block-end=format!("calc({y}% + {}px)", place.y)
                style:max-inline-size=format!("{}px", place.width)
            >
                {name}
            </span>
        }
    };
    view! { <div aria-hidden="true">{move || named.get().into_iter().map(name).collect_view()}</div> }
}

#[component]
fn Circle(bubble: Bubble, ranks: Memo<HashMap<MeasureId, usize>>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let state = expect_context::<PageState>();
    let workspace = state.workspace;
    let own = bubble.id.clone();
    let title = workspace.select(move |plan| plan.measures.get(&own).map(|measure| heading(measure, texts)).unwrap_or_default());
    let value = format::number(texts.language, bubble.value, 0);
    let cost = bubble.cost;
    let label = move || {
        let currency = workspace.with_plan(|plan| plan.profile().currency.clone());
        let cost = cost.map_or_else(|| words.cost_unknown.to_owned(), |cost| format::money(texts.language, cost, &currency));
        (words.bubble)(&title.get(), &value, bubble.effort, &cost)
    };
    let own = bubble.id.clone();
    let rank = move || ranks.with(|ranks| ranks.get(&own).copied());
    let own = bubble.id.clone();
    let is_current = Memo::new(move |_| state.selected.with(|selected| selected.as_ref() == Some(&own)));
    let size = bubble.diameter();
    let (x, y) = (bubble.x * 100.0, bubble.y * 100.0);
    let name_label = label.clone();
    view! {
        <span role="listitem">
            <a
                class="matrix-bubble"
                data-bubble=bubble.id.to_string()
                href=workspace.link(Area::Measures, Some(bubble.id.as_id()))
                data-phase=bubble.phase.map(phase_key)
                aria-current=move || is_current.get().then_some("true")
                aria-label=label
                title=name_label
                style:inset-inline-start=format!("{x}%")
                style:inset-block-end=format!("{y}%")
                style:width=format!("{size}px")
                style:height=format!("{size}px")
            >
                {rank}
            </a>
        </span>
    }
}

/// Those of the shown measures of which something isn't known that the view rests on.
#[component]
pub fn LeftOut(
    is_left_out: fn(&Measure, &Profile) -> bool,
    /// How many there are.
    title: fn(usize) -> String,
    /// What to do about it.
    text: &'static str,
) -> impl IntoView {
    let texts = use_texts();
    let state = expect_context::<PageState>();
    let workspace = state.workspace;
    let left = Memo::new(move |_| {
        workspace.with_plan(|plan| {
            let profile = plan.profile();
            let named = |id: &MeasureId| {
                let measure = plan.measures.get(id).filter(|measure| !measure.is_dropped() && is_left_out(measure, &profile))?;
                Some((id.clone(), heading(measure, texts)))
            };
            state.listed.with(|listed| listed.iter().filter_map(named).collect::<Vec<_>>())
        })
    });
    move || {
        let left = left.get();
        (!left.is_empty()).then(|| {
            let count = left.len();
            let item = |(id, title): (MeasureId, String)| {
                view! { <li><a href=workspace.link(Area::Measures, Some(id.as_id())) dir="auto">{title}</a></li> }
            };
            view! {
                <details class="measures-left">
                    <summary>{title(count)}</summary>
                    <p class="secondary">{text}</p>
                    <ul>{left.into_iter().map(item).collect_view()}</ul>
                </details>
            }
        })
    }
}

/// The measures by value ÷ effort: the field in figures.
#[component]
fn Ranking(ranked: Memo<Vec<MeasureId>>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let state = expect_context::<PageState>();
    let workspace = state.workspace;
    let lines = Memo::new(move |_| ranked.with(|ranked| state.lines(ranked, |_, _| Vec::new(), texts)));
    let row = move |key: String| {
        let Ok(id) = MeasureId::try_from(key.as_str()) else { return DataRow::default() };
        let is_current = state.selected.with(|selected| selected.as_ref() == Some(&id));
        let rank = ranked.with(|ranked| ranked.iter().position(|own| *own == id)).map_or(0, |at| at + 1);
        workspace.with_plan(|plan| {
            let Some(measure) = plan.measures.get(&id) else { return DataRow::default() };
            let cell = |(column, _): &(MeasureColumn, f64)| {
                let text = match column {
                    MeasureColumn::Title => format!("{rank}. {}", heading(measure, texts)),
                    column => measure_cell(plan, measure, *column, texts),
                };
                DataCell { text, ..DataCell::default() }
            };
            DataRow {
                cells: COLUMNS.iter().map(cell).collect(),
                phase: plan.phase_of(measure.sub_phase.as_ref()),
                href: workspace.link(Area::Measures, Some(id.as_id())),
                is_current,
            }
        })
    };
    let source = GridSource {
        lines: lines.into(),
        row: Callback::new(row),
        edit: Callback::new(|_| CellEdit::None),
        commit: Callback::new(|_| Ok(())),
        paste: Callback::new(|_| ()),
        open: Callback::new(move |key: String| {
            if let Ok(id) = MeasureId::try_from(key.as_str()) {
                state.open(&id);
            }
        }),
        open_label: Callback::new(move |title: String| (words.details_of)(&title)),
    };
    let columns = COLUMNS.map(|(column, width)| DataColumn {
        title: (words.column)(column).to_owned(),
        width,
        numeric: is_numeric(column),
    });
    view! {
        <section class="measures-section">
            <SectionHead title=words.ranking note=Signal::stored(words.ranking_note.to_owned()) />
            <DataGrid label=words.ranking columns=columns.to_vec() source whole=workspace.printing />
        </section>
    }
}
