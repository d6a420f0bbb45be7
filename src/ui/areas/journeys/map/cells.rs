//! The rows of lanes and their cells.

use super::{
    channel_cells::Channels,
    emotion::EmotionRow,
    filter::Cover,
    grid::RowTitle,
    highest::is_long,
    kpi_cells::Kpis,
    lanes_panel::{allow_drop, drop_on, start_drag},
    opportunities::OpportunityCell,
    pain_points::PainPointCell,
    said_cells::{Department, Duration, EvidenceMark, Expectation, Experience, Truth},
    state::{MapState, lane_title},
    viewport::{BuiltColumn, built_columns},
};
use crate::ui::components::{Glyph, Icon, icons};
use leptos::{either::Either, prelude::*};
use reiseplan::plan::{Lane, LaneId, LaneKind, TypedId};

/// The icon of a lane.
pub fn lane_icon(lane: &Lane) -> Glyph {
    match (&lane.kind, lane.id.as_str()) {
        (LaneKind::Text, "action") => icons::LuMousePointerClick,
        (LaneKind::Text, "question") => icons::LuCircleHelp,
        (LaneKind::Text, "benefit") => icons::LuGift,
        (LaneKind::Text, "service") => icons::LuHandHelping,
        (LaneKind::Text, "frontstage") => icons::LuStore,
        (LaneKind::Text, "backstage") => icons::LuWrench,
        (LaneKind::Channels, _) => icons::LuRadio,
        (LaneKind::Expectation, _) => icons::LuTarget,
        (LaneKind::Duration, _) => icons::LuClock,
        (LaneKind::Emotion, _) => icons::LuActivity,
        (LaneKind::Experience, _) => icons::LuSparkles,
        (LaneKind::MomentOfTruth, _) => icons::LuStar,
        (LaneKind::PainPoints, _) => icons::LuZap,
        (LaneKind::Opportunities, _) => icons::LuLightbulb,
        (LaneKind::Department, _) => icons::LuBuilding2,
        (LaneKind::Kpis, _) => icons::LuGauge,
        (LaneKind::Evidence, _) => icons::LuBadgeCheck,
        _ => icons::LuFileText,
    }
}

/// A row: its title and a cell in each column.
#[component]
pub fn LaneRow(
    /// The lane.
    lane: Lane,
    /// What dims the columns that don't fit.
    cover: Memo<Option<String>>,
) -> impl IntoView {
    let map = expect_context::<MapState>();
    if lane.kind == LaneKind::Emotion {
        return view! { <EmotionRow lane cover /> }.into_any();
    }
    let title = title_of(map, lane.id.clone());
    let row = lane.id.as_id().to_string();
    let class = match lane.kind {
        LaneKind::PainPoints => "map-row map-lane map-pains",
        _ => "map-row map-lane",
    };
    let icon = lane_icon(&lane);
    let id = lane.id.clone();
    let own = row.clone();
    let has_focus = move || map.focus.with_untracked(|focus| focus.as_ref().is_some_and(|cell| cell.row == own));
    let columns = map.turns.take(built_columns(map, Some(lane.clone())), has_focus);
    let lane = StoredValue::new(lane);
    view! {
        <div class=class role="row">
            <RowTitle row>
                <LaneTitle id>
                    <Icon icon />
                    <span dir="auto">{title}</span>
                </LaneTitle>
            </RowTitle>
            <For
                each=move || columns.get()
                key=|built| built.column.clone()
                children=move |built| lane.with_value(|lane| cell(map, lane, &built))
            />
            <Cover background=cover />
        </div>
    }
    .into_any()
}

/// The title of a lane, followed.
pub fn title_of(map: MapState, id: LaneId) -> Memo<String> {
    let texts = map.workspace.texts();
    Memo::new(move |_| {
        map.lanes.with(|lanes| lanes.iter().find(|lane| lane.id == id).map(|lane| lane_title(lane, texts)).unwrap_or_default())
    })
}

/// What stands in the title of a lane; it is dragged to move the lane.
#[component]
pub fn LaneTitle(id: LaneId, children: Children) -> impl IntoView {
    let map = expect_context::<MapState>();
    let own = StoredValue::new(id);
    view! {
        <div
            class="lane-title"
            draggable="true"
            on:dragstart=move |event| start_drag(&event, &own.get_value())
            on:dragover=allow_drop
            on:drop=move |event| drop_on(map, &event, &own.get_value())
        >
            {children()}
        </div>
    }
}

fn cell(map: MapState, lane: &Lane, built: &BuiltColumn) -> AnyView {
    let row = lane.id.as_id().to_string();
    let (column, number) = (&built.column, built.number());
    let place = number.clone();
    let key = column.key();
    let step = column.step.as_ref().and_then(|id| Some((id.clone(), map.step(id)?)));
    let Some((id, step)) = step else {
        return view! { <div class="map-cell" role="gridcell" tabindex="-1" aria-colindex=number data-row=row data-column=key style:grid-column-start=place></div> }.into_any();
    };
    let content = match lane.kind {
        LaneKind::Text => {
            let lane = lane.id.clone();
            // Only a long text is cut off: each cut is painted on its own.
            let text = move || match step.with(|step| step.texts.get(&lane).cloned().unwrap_or_default()) {
                text if is_long(&text) => Either::Left(view! { <span class="map-text-part">{text}</span> }),
                text => Either::Right(text),
            };
            return view! {
                <div class="map-cell map-text" role="gridcell" tabindex="-1" aria-colindex=number dir="auto" data-row=row data-column=key style:grid-column-start=place>{text}</div>
            }
            .into_any();
        }
        LaneKind::PainPoints => return view! { <PainPointCell row key number step id /> }.into_any(),
        LaneKind::Opportunities => return view! { <OpportunityCell row key number step id /> }.into_any(),
        LaneKind::Channels => view! { <Channels step id /> }.into_any(),
        LaneKind::Expectation => view! { <Expectation step lane=lane.id.clone() /> }.into_any(),
        LaneKind::Duration => view! { <Duration step /> }.into_any(),
        LaneKind::Experience => view! { <Experience step /> }.into_any(),
        LaneKind::MomentOfTruth => view! { <Truth step /> }.into_any(),
        LaneKind::Department => view! { <Department step /> }.into_any(),
        LaneKind::Kpis => view! { <Kpis step /> }.into_any(),
        LaneKind::Evidence => view! { <EvidenceMark step /> }.into_any(),
        LaneKind::Emotion | LaneKind::Other(_) => ().into_any(),
    };
    view! {
        <div class="map-cell" role="gridcell" tabindex="-1" aria-colindex=number data-row=row data-column=key style:grid-column-start=place>
            {content}
        </div>
    }
    .into_any()
}
