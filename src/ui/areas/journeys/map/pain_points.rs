//! The cells of the pain-point lane.

use super::state::{MapState, Selection};
use crate::ui::{components::Severity, workspace::use_texts};
use leptos::prelude::*;
use reiseplan::plan::{PainPointState, Step, StepId};
use std::sync::Arc;

/// The pain points at the touchpoint of a step.
#[component]
pub fn PainPointCell(row: String, key: String, number: String, step: ArcRwSignal<Arc<Step>>, id: StepId) -> impl IntoView {
    let map = expect_context::<MapState>();
    let terms = &use_texts().terms;
    let list = Memo::new(move |_| {
        let touchpoint = step.with(|step| step.touchpoint.clone());
        touchpoint.and_then(|id| map.pain_points.with(|at| at.get(&id).cloned())).unwrap_or_default()
    });
    let cards = move || {
        let card = |pain_point: Arc<reiseplan::plan::PainPoint>| {
            let solved = pain_point.state == PainPointState::Solved;
            let severity = pain_point.severity;
            view! {
                <div class="pain" class:pain-solved=solved>
                    <span class="pain-text" dir="auto">
                        {terms.named(&pain_point.text).to_owned()}
                    </span>
                    {severity.map(|severity| view! { <Severity value=severity label=(terms.severity)(severity) /> })}
                    {(pain_point.state != PainPointState::Open)
                        .then(|| view! { <span class="pain-state">{(terms.pain_point_state)(pain_point.state)}</span> })}
                </div>
            }
        };
        list.get().into_iter().map(card).collect_view()
    };
    view! {
        <div
            class="map-cell"
            role="gridcell"
            tabindex="-1"
            aria-colindex=number.clone()
            data-row=row
            data-column=key
            style:grid-column-start=number
            on:click=move |_| {
                if list.with_untracked(|list| !list.is_empty()) {
                    map.selection.set(Selection::Step(id.clone()));
                }
            }
        >
            {cards}
        </div>
    }
}
