//! The page of this area.

use crate::ui::{components::PageHead, workspace::use_texts};
use leptos::prelude::*;
use reiseplan::route::Area;

/// The page.
#[component]
pub fn Kpis() -> impl IntoView {
    let texts = use_texts();
    view! { <div class="page"><PageHead title=(texts.shell.area)(Area::Kpis) /></div> }
}
