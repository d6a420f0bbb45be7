//! What is written and judged about a step in its panel: its texts, expectation, duration, experience.

use super::{
    changes,
    lanes::is_known,
    step_panel::{LabelledText, StepData},
};
use crate::ui::{
    components::{HelpHint, NumberField, SectionHead, Segmented, SelectField},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::Noun,
    plan::{DurationUnit, ExperienceLevel, Fulfilment, Lane, StepDuration, Strength},
    sheet::plain_lane_title,
    texts::format,
};

/// The texts of the step, also those of lanes that the map doesn't show.
#[component]
pub fn StepTexts(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let map = panel.map;
    let lanes = Memo::new(move |_| {
        map.journey.with(|journey| {
            let Some(journey) = journey.as_ref() else { return Vec::new() };
            let all = journey.lanes.iter().cloned().chain(journey.missing_lanes());
            all.filter(|lane| is_known(lane) && lane.kind.has_texts()).collect::<Vec<Lane>>()
        })
    });
    let field = move |lane: Lane| {
        let title = plain_lane_title(&lane, texts);
        let id = StoredValue::new(lane.id);
        let value = Signal::derive(move || id.with_value(|id| panel.get(|step| step.texts.get(id).cloned().unwrap_or_default())));
        view! {
            <LabelledText
                label=title
                value
                placeholder=texts.map.text_empty
                multiline=true
                on_commit=move |text: String| changes::write_text(map, &panel.id(), &id.get_value(), text)
            />
        }
    };
    view! {
        <section class="panel-section">
            <SectionHead title=texts.map.texts ruled=true />
            <div class="step-texts">
                <For each=move || lanes.get() key=|lane| (lane.id.clone(), lane.title.clone()) children=field />
            </div>
        </section>
    }
}

/// Whether what is expected is fulfilled.
#[component]
pub fn ExpectationFields(panel: StepData) -> impl IntoView {
    let words = &use_texts().map;
    let key = |fulfilment: Fulfilment| (words.fulfilment)(fulfilment).to_owned();
    let mut options: Vec<(String, String)> = Fulfilment::ALL.into_iter().map(|f| (key(f), key(f))).collect();
    options.push((String::new(), "–".to_owned()));
    let value = Signal::derive(move || panel.get(|step| step.fulfilment.map(key).unwrap_or_default()));
    let pick = move |chosen: String| {
        let fulfilment = Fulfilment::ALL.into_iter().find(|fulfilment| key(*fulfilment) == chosen);
        panel.change(Noun::Expectation, move |step| step.fulfilment = fulfilment);
    };
    view! {
        <div>
            <span class="field-label" aria-hidden="true">{words.fulfilment_field}</span>
            <Segmented label=words.fulfilment_field options=Signal::stored(options) value on_pick=pick />
        </div>
    }
}

/// How long the step takes: a number and its unit.
#[component]
pub fn DurationField(panel: StepData) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.map;
    // The unit of a step that has no number yet.
    let chosen_unit = RwSignal::new(DurationUnit::default());
    let duration = move || panel.get(|step| step.duration);
    let number = Signal::derive(move || duration().map(StepDuration::value));
    let unit = Signal::derive(move || duration().map_or(chosen_unit.get(), StepDuration::unit));
    let key = |unit: DurationUnit| (words.duration_unit)(unit, false).to_owned();
    let units: Vec<(String, String)> = DurationUnit::ALL.into_iter().map(|unit| (key(unit), key(unit))).collect();
    let parse = move |text: String| {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let number = format::parse_number(texts.language, &text).filter(|number| *number >= 0.0);
        number.map(Some).ok_or_else(|| words.number_fault.to_owned())
    };
    let set = move |number: Option<f64>, unit: DurationUnit| {
        changes::set_duration(panel.map, &panel.id(), number.and_then(|number| StepDuration::new(number, unit)));
    };
    let set_number = move |number: Option<f64>| set(number, unit.get_untracked());
    let pick_unit = move |chosen: String| {
        if let Some(unit) = DurationUnit::ALL.into_iter().find(|unit| key(*unit) == chosen) {
            chosen_unit.set(unit);
            if let Some(number) = number.get_untracked() {
                set(Some(number), unit);
            }
        }
    };
    let write = move |number: f64| {
        let decimals = if number.fract() == 0.0 { 0 } else { 2 };
        format::number(texts.language, number, decimals)
    };
    view! {
        <div class="duration-field">
            <NumberField
                label=words.duration_field
                value=number
                format=Callback::new(write)
                parse=Callback::new(parse)
                on_commit=set_number
            />
            <SelectField
                label=words.duration_unit_field
                label_hidden=true
                options=Signal::stored(units)
                value=Signal::derive(move || key(unit.get()))
                on_commit=pick_unit
            />
        </div>
    }
}

/// How strongly each level of the experience is felt.
#[component]
pub fn ExperienceFields(panel: StepData) -> impl IntoView {
    let words = &use_texts().map;
    let row = move |level: ExperienceLevel| {
        let name = (words.level)(level);
        let mut options: Vec<(String, String)> = (0..=Strength::MAX).map(|n| (n.to_string(), n.to_string())).collect();
        options.push((String::new(), "–".to_owned()));
        let value = Signal::derive(move || {
            panel.get(|step| step.experience.get(&level).map(|strength| strength.value().to_string()).unwrap_or_default())
        });
        let pick = move |chosen: String| {
            let strength = chosen.parse::<u8>().ok().map(Strength::new);
            panel.change(Noun::Experience, move |step| {
                match strength {
                    Some(strength) => step.experience.insert(level, strength),
                    None => step.experience.remove(&level),
                };
            });
        };
        view! {
            <div class="level-field">
                <span class="level-field-name" aria-hidden="true">{name}</span>
                <Segmented label=format!("{}: {name}", words.experience) options=Signal::stored(options) value on_pick=pick />
            </div>
        }
    };
    view! {
        <div data-field="experience">
            <div class="field-label">
                <span>{words.experience}</span>
                <HelpHint label=words.experience title=words.experience text=words.experience_help />
            </div>
            {ExperienceLevel::ALL.into_iter().map(row).collect_view()}
        </div>
    }
}
