//! Tells whether what the user wrote is safe.

use super::{
    icon::Icon,
    icons::{LuCheck, LuLoaderCircle, LuTriangleAlert},
    live_region::LiveRegion,
};
use leptos::prelude::*;

/// Whether what was written is safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveStep {
    /// All of it is.
    Saved,
    /// It is being saved.
    Saving,
    /// It could not be saved.
    Failed,
}

/// The state of saving in the top bar; a failure is read aloud.
#[component]
pub fn SaveState(
    /// The state.
    #[prop(into)]
    step: Signal<SaveStep>,
    /// The state in words; if saving failed, with what to do.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let step = Memo::new(move |_| step.get());
    let key = move || match step.get() {
        SaveStep::Saved => "saved",
        SaveStep::Saving => "saving",
        SaveStep::Failed => "failed",
    };
    let icon = move || {
        let icon = match step.get() {
            SaveStep::Saved => LuCheck,
            SaveStep::Saving => LuLoaderCircle,
            SaveStep::Failed => LuTriangleAlert,
        };
        view! { <Icon icon=icon /> }
    };
    let failure = move || if step.get() == SaveStep::Failed { text.get() } else { String::new() };
    view! {
        <span class="save-state" data-state=key title=move || text.get()>
            {icon}
            <span class="save-state-text">{move || text.get()}</span>
        </span>
        <LiveRegion text=failure />
    }
    .into_any()
}
