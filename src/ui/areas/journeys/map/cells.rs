//! The rows of lanes and their cells.

use super::{
    emotion::EmotionRow,
    grid::RowTitle,
    pain_points::PainPointCell,
    state::{MapColumn, MapState, lane_title},
};
use crate::ui::{
    components::{Glyph, Icon, channel_icon, icons},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::plan::{ChannelId, Evidence, Lane, LaneKind, Step, TypedId};
use std::sync::Arc;

/// The icon of a lane.
pub fn lane_icon(lane: &Lane) -> Glyph {
    match (&lane.kind, lane.id.as_str()) {
        (LaneKind::Text, "action") => icons::LuMousePointerClick,
        (LaneKind::Text, "question") => icons::LuCircleHelp,
        (LaneKind::Channels, _) => icons::LuRadio,
        (LaneKind::Emotion, _) => icons::LuActivity,
        (LaneKind::PainPoints, _) => icons::LuZap,
        (LaneKind::Department, _) => icons::LuBuilding2,
        (LaneKind::Evidence, _) => icons::LuBadgeCheck,
        _ => icons::LuFileText,
    }
}

/// A row: its title and a cell in each column.
#[component]
pub fn LaneRow(lane: Lane) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    if lane.kind == LaneKind::Emotion {
        return view! { <EmotionRow lane /> }.into_any();
    }
    let title = lane_title(&lane, texts);
    let row = lane.id.as_id().to_string();
    let class = match lane.kind {
        LaneKind::PainPoints => "map-row map-pains",
        _ => "map-row",
    };
    let icon = lane_icon(&lane);
    let lane = StoredValue::new(lane);
    view! {
        <div class=class role="row">
            <RowTitle row>
                <Icon icon />
                <span>{title}</span>
            </RowTitle>
            <For each=move || map.columns.get() key=Clone::clone children=move |column| lane.with_value(|lane| cell(map, lane, &column)) />
        </div>
    }
    .into_any()
}

fn cell(map: MapState, lane: &Lane, column: &MapColumn) -> AnyView {
    let row = lane.id.as_id().to_string();
    let key = column.key();
    let step = column.step.as_ref().and_then(|id| Some((id.clone(), map.step(id)?)));
    let Some((id, step)) = step else {
        return view! { <div class="map-cell" role="gridcell" tabindex="-1" data-row=row data-column=key></div> }.into_any();
    };
    match lane.kind {
        LaneKind::Text => {
            let lane = lane.id.clone();
            let text = move || step.with(|step| step.texts.get(&lane).cloned().unwrap_or_default());
            view! {
                <div class="map-cell map-text" role="gridcell" tabindex="-1" dir="auto" data-row=row data-column=key>{text}</div>
            }
            .into_any()
        }
        LaneKind::Channels => view! {
            <div class="map-cell map-channels" role="gridcell" tabindex="-1" data-row=row data-column=key>
                <Channels step />
            </div>
        }
        .into_any(),
        LaneKind::PainPoints => view! { <PainPointCell row key step id /> }.into_any(),
        LaneKind::Department => view! {
            <div class="map-cell" role="gridcell" tabindex="-1" dir="auto" data-row=row data-column=key>
                <Department step />
            </div>
        }
        .into_any(),
        LaneKind::Evidence => view! {
            <div class="map-cell" role="gridcell" tabindex="-1" data-row=row data-column=key>
                <EvidenceMark step />
            </div>
        }
        .into_any(),
        LaneKind::Emotion | LaneKind::Other(_) => ().into_any(),
    }
}

#[component]
fn Channels(step: ArcRwSignal<Arc<Step>>) -> impl IntoView {
    let map = expect_context::<MapState>();
    let ids = Memo::new(move |_| {
        let step = step.get();
        if !step.channels.is_empty() {
            return step.channels.clone();
        }
        let of_touchpoint = |id| map.touchpoints.with(|table| table.0.get(id).map(|touchpoint| touchpoint.channels.clone()));
        step.touchpoint.as_ref().and_then(of_touchpoint).unwrap_or_default()
    });
    let channels = map.workspace.select(move |plan| {
        let shown = |id: &ChannelId| plan.channels.get(id).map(|channel| (channel.symbol, channel.name.clone()));
        ids.with(|ids| ids.iter().filter_map(shown).collect::<Vec<_>>())
    });
    move || {
        let channel = |(symbol, name)| view! { <span class="map-channel"><Icon icon=channel_icon(symbol) /><span dir="auto">{name}</span></span> };
        channels.get().into_iter().map(channel).collect_view()
    }
}

#[component]
fn Department(step: ArcRwSignal<Arc<Step>>) -> impl IntoView {
    let map = expect_context::<MapState>();
    let nobody = use_texts().journeys.department_none;
    let name = map.workspace.select(move |plan| {
        let touchpoint = step.with(|step| step.touchpoint.clone())?;
        let department = plan.touchpoints.get(&touchpoint)?.department.clone()?;
        plan.departments.get(&department).map(|department| department.name.clone())
    });
    move || match name.get() {
        Some(name) => name.into_any(),
        None => view! { <span class="lack">{nobody}</span> }.into_any(),
    }
}

/// The icon of what a description rests on.
fn evidence_icon(evidence: Evidence) -> Glyph {
    match evidence {
        Evidence::Assumption => icons::LuCircleDashed,
        Evidence::Observation => icons::LuEye,
        Evidence::Interview => icons::LuMessageSquareQuote,
        Evidence::Survey => icons::LuChartColumn,
        Evidence::BehaviourData => icons::LuActivity,
        Evidence::Staff => icons::LuUsers,
    }
}

#[component]
fn EvidenceMark(step: ArcRwSignal<Arc<Step>>) -> impl IntoView {
    let terms = &use_texts().terms;
    move || {
        let evidence = step.with(|step| step.evidence)?;
        Some(
            view! { <span class="map-channel"><Icon icon=evidence_icon(evidence) /><span>{(terms.evidence)(evidence)}</span></span> },
        )
    }
}
