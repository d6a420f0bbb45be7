//! The line with stations: phases, stages or touchpoints of a journey as a transit line.

use super::pill::phase_key;
use leptos::prelude::*;
use reiseplan::plan::Phase;

/// A stop on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// Its id, given to `on_pick`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The phase that gives it its hue.
    pub phase: Phase,
    /// What begins here and stands above: a phase, a stage.
    pub group: Option<String>,
    /// Whether it is drawn filled, as a moment of truth.
    pub filled: bool,
}

/// A line with stations, each in its phase's hue; scrolls sideways where it is too narrow.
#[component]
pub fn PhaseLine(
    /// What the line shows, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The stations from first to last.
    #[prop(into)]
    stations: Signal<Vec<Station>>,
    /// Is told the id of a station that is chosen; without it stations are no buttons.
    #[prop(optional, into)]
    on_pick: Option<Callback<String>>,
    /// Id of the station that is selected.
    #[prop(optional, into)]
    selected: Signal<Option<String>>,
) -> impl IntoView {
    let stop = move |station: Station| {
        let Station { id, label, phase, group, filled } = station;
        let own = id.clone();
        let name = match on_pick {
            Some(on_pick) => view! {
                <button type="button" class="station-label" dir="auto" on:click=move |_| on_pick.run(id.clone())>
                    {label}
                </button>
            }
            .into_any(),
            None => view! { <span class="station-label" dir="auto">{label}</span> }.into_any(),
        };
        view! {
            <li
                class="station"
                data-phase=phase_key(phase)
                data-filled=filled.then_some("")
                aria-current=move || selected.with(|selected| selected.as_ref() == Some(&own)).then_some("true")
            >
                {group.map(|group| view! { <span class="station-group" dir="auto">{group}</span> })}
                <span class="station-stop" aria-hidden="true"></span>
                {name}
            </li>
        }
        .into_any()
    };
    view! {
        <div class="phase-line-scroll" role="region" aria-label=move || label.get() tabindex="0">
            <ol class="phase-line" role="list">
                {move || stations.get().into_iter().map(stop).collect_view()}
            </ol>
        </div>
    }
    .into_any()
}
