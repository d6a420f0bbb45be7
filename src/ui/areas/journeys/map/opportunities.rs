//! The cells of the opportunity lane.

use super::state::{MapState, Selection};
use crate::ui::{components::Severity, workspace::use_texts};
use leptos::prelude::*;
use reiseplan::plan::{FindingKind, PainPointState, Step, StepId};
use std::sync::Arc;

/// The opportunities at the touchpoint of a step.
#[component]
pub fn OpportunityCell(row: String, key: String, number: String, step: ArcRwSignal<Arc<Step>>, id: StepId) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let terms = &texts.terms;
    let list = Memo::new(move |_| {
        let touchpoint = step.with(|step| step.touchpoint.clone());
        touchpoint.and_then(|id| map.opportunities.with(|at| at.get(&id).cloned())).unwrap_or_default()
    });
    let cards = move || {
        let card = |opportunity: Arc<reiseplan::plan::Opportunity>| {
            let taken = opportunity.state == PainPointState::Solved;
            let impact = opportunity.impact;
            let said = |impact| (texts.findings.weight_words)(FindingKind::Opportunity, impact);
            view! {
                <div class="pain opportunity" class:pain-solved=taken>
                    <span class="pain-text" dir="auto">
                        {terms.named(&opportunity.text).to_owned()}
                    </span>
                    {impact.map(|impact| view! { <Severity value=impact label=said(impact) /> })}
                    {(opportunity.state != PainPointState::Open)
                        .then(|| view! { <span class="pain-state">{(terms.pain_point_state)(opportunity.state)}</span> })}
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
