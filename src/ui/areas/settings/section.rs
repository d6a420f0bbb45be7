//! The sections of the page.

use crate::ui::{components::SectionHead, workspace::use_texts};
use leptos::prelude::*;
use reiseplan::texts::settings::Settings;

/// A section of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Plan,
    Departments,
    Channels,
    Segments,
    Touchpoints,
    Lifecycle,
}

impl Part {
    /// All sections in order.
    pub const ALL: [Self; 6] =
        [Self::Plan, Self::Departments, Self::Channels, Self::Segments, Self::Touchpoints, Self::Lifecycle];

    /// The id of its element.
    pub fn element_id(self) -> &'static str {
        match self {
            Self::Plan => "settings-plan",
            Self::Departments => "settings-departments",
            Self::Channels => "settings-channels",
            Self::Segments => "settings-segments",
            Self::Touchpoints => "settings-touchpoints",
            Self::Lifecycle => "settings-lifecycle",
        }
    }

    /// Its heading.
    pub fn title(self, settings: &Settings) -> &'static str {
        match self {
            Self::Plan => settings.plan,
            Self::Departments => settings.departments,
            Self::Channels => settings.channels,
            Self::Segments => settings.segments,
            Self::Touchpoints => settings.touchpoints,
            Self::Lifecycle => settings.lifecycle,
        }
    }

    /// What it is for; none where the heading says it.
    fn purpose(self, settings: &Settings) -> Option<&'static str> {
        match self {
            Self::Plan => None,
            Self::Departments => Some(settings.departments_text),
            Self::Channels => Some(settings.channels_text),
            Self::Segments => Some(settings.segments_text),
            Self::Touchpoints => Some(settings.touchpoints_text),
            Self::Lifecycle => Some(settings.lifecycle_text),
        }
    }
}

/// A section with its heading and what it is for.
#[component]
pub fn Section(
    /// Which section it is.
    part: Part,
    /// How many records it has, as text.
    #[prop(optional, into)]
    count: Option<Signal<String>>,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let settings = &use_texts().settings;
    let heading = format!("{}-heading", part.element_id());
    let head = match count {
        Some(count) => view! { <SectionHead id=heading.clone() title=part.title(settings) note=count /> }.into_any(),
        None => view! { <SectionHead id=heading.clone() title=part.title(settings) /> }.into_any(),
    };
    view! {
        <section id=part.element_id() class="settings-section" tabindex="-1" aria-labelledby=heading>
            {head}
            {part.purpose(settings).map(|text| view! { <p class="settings-purpose">{text}</p> })}
            {children()}
        </section>
    }
    .into_any()
}
