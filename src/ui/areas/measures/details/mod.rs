//! The panel with all that is known of a measure.

mod change;
mod derived;
pub mod fields;
mod figures;
mod links;
mod milestones;
mod money;
mod people;

use super::{HOME, MeasureHandle, choices, state::PageState};
use crate::ui::{
    components::{Button, ButtonKind, EditableText, Panel, Pill, SelectField, icons, with_first},
    platform::clock,
    workspace::{use_texts, use_workspace},
};
use fields::{DayField, is_about_end, is_about_start};
use leptos::prelude::*;
use links::{Link, Links};
use reiseplan::{
    editor::Verb,
    finance::{Contradiction, MeasureColumn, contradictions, set_start},
    plan::{Measure, MeasureId, Phase, Plan, SubPhaseId},
    sheet::set_sub_phase,
    texts::{Texts, format, measures::heading},
};

/// The panel.
#[component]
pub fn Details(id: MeasureId) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let state = expect_context::<PageState>();
    let measure = MeasureHandle::new(HOME, id.clone());
    let start_editing = state.fresh.get_untracked().as_ref() == Some(&id);
    let heading = measure.signal(move |measure| heading(measure, texts));
    let (copied, deleted) = (id.clone(), id);
    view! {
        <Panel
            label=Signal::derive(move || (words.details_of)(&heading.get()))
            close_label=texts.shell.close
            on_close=move |()| state.close()
        >
            <Kicker measure />
            <h2 class="panel-title">
                <EditableText
                    label=words.measure
                    value=measure.signal(|measure| measure.title.clone())
                    on_commit=move |title: String| measure.change(Verb::Rename, |measure| measure.title = title)
                    placeholder=texts.terms.unnamed
                    start_editing
                />
            </h2>
            <div class="measure-description">
                <EditableText
                    label=words.description
                    value=measure.signal(|measure| measure.description.clone())
                    on_commit=move |text: String| measure.change(Verb::Change, |measure| measure.description = text)
                    placeholder=words.description_empty
                    multiline=true
                />
            </div>
            <Contradictions measure />
            {section(words.section_plan, view! { <Schedule measure /> }.into_any())}
            {section(words.section_people, view! { <people::People measure /> }.into_any())}
            {section(
                words.section_links,
                view! {
                    <Links measure link=Link::PainPoints />
                    <Links measure link=Link::Opportunities />
                    <Links measure link=Link::Weaknesses />
                    <Links measure link=Link::Goals />
                    <Links measure link=Link::Kpis />
                    <links::Effects measure />
                    <Links measure link=Link::Touchpoints />
                    <Links measure link=Link::AlsoServes />
                    <links::FromWinBack measure />
                }
                    .into_any(),
            )}
            {section(words.section_change, view! { <change::Change measure /> }.into_any())}
            {section(words.section_worth, view! { <money::Worth measure /> }.into_any())}
            {section(words.section_money, view! { <money::Money measure /> }.into_any())}
            <figures::Figures measure />
            <div class="panel-section measure-buttons">
                <Button icon=icons::LuCopy label=words.duplicate on_press=move |()| state.duplicate(&copied) />
                <Button
                    kind=ButtonKind::Danger
                    icon=icons::LuTrash2
                    label=words.delete
                    on_press=move |()| state.delete(&deleted)
                />
            </div>
        </Panel>
    }
}

fn section(title: &'static str, fields: AnyView) -> impl IntoView {
    view! {
        <section class="panel-section">
            <h3 class="measure-section-title">{title}</h3>
            <div class="field-stack">{fields}</div>
        </section>
    }
}

/// Where the measure lies and how far it is.
#[component]
fn Kicker(measure: MeasureHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let main = measure.signal(|measure| measure.sub_phase.clone());
    let sub_phase = workspace.select(move |plan| {
        let id = main.get()?;
        Some((plan.phase_of(Some(&id))?, plan.sub_phase_name(&id, texts)))
    });
    let pill = move |(phase, name): (Phase, String)| view! { <Pill label=name phase=Signal::stored(phase) /> };
    let status = measure.signal(|measure| (texts.terms.measure_status)(measure.status).to_owned());
    let today = clock::today();
    let late = move || {
        measure.get(|measure| measure.is_late(today)).then(|| {
            view! { <Pill label=texts.measures.late warning=true icon=icons::LuClock /> }
        })
    };
    view! { <div class="panel-kicker">{move || sub_phase.get().map(pill)} <Pill label=status /> {late}</div> }
}

/// What contradicts itself, in words.
pub fn contradiction_words(plan: &Plan, id: &MeasureId, found: &[Contradiction], texts: &Texts) -> Vec<String> {
    let Some(measure) = plan.measures.get(id) else { return Vec::new() };
    found.iter().map(|found| contradiction_word(plan, measure, found, texts)).collect()
}

/// One of them, of a measure.
pub fn contradiction_word(plan: &Plan, measure: &Measure, found: &Contradiction, texts: &Texts) -> String {
    let words = &texts.measures;
    let title = |id: &MeasureId| plan.measures.get(id).map(|measure| heading(measure, texts)).unwrap_or_default();
    match found {
        Contradiction::Implausible { day } => (words.contradiction_year)(day.year()),
        Contradiction::EndBeforeStart => words.contradiction_end.to_owned(),
        Contradiction::TooLong => words.contradiction_long.to_owned(),
        Contradiction::BenefitBeforeStart => words.contradiction_benefit.to_owned(),
        Contradiction::StartsTooEarly { on, ends } => {
            (words.contradiction_early)(&title(on), &format::day(texts.language, *ends))
        }
        Contradiction::StartsBefore { on, begins } => {
            (words.contradiction_before)(&title(on), &format::day(texts.language, *begins))
        }
        Contradiction::DependsOnDropped { on } => (words.contradiction_dropped)(&title(on)),
        Contradiction::Circular => words.contradiction_circular.to_owned(),
        Contradiction::MilestoneOutside { milestone } => {
            let title = measure.milestones.iter().find(|own| own.id == *milestone).map(|own| own.title.as_str());
            (words.contradiction_milestone)(texts.terms.named(title.unwrap_or_default()))
        }
    }
}

#[component]
fn Contradictions(measure: MeasureHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let id = measure.id();
    let found = workspace.select(move |plan| {
        let found = plan.measures.get(&id).map(|measure| contradictions(plan, measure)).unwrap_or_default();
        contradiction_words(plan, &id, &found, texts)
    });
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let items = found.into_iter().map(|words| view! { <li dir="auto">{words}</li> }).collect_view();
            view! {
                <div class="measure-contradictions" role="status">
                    <p>{texts.measures.contradictions}</p>
                    <ul>{items}</ul>
                </div>
            }
        })
    }
}

/// Status, place in the lifecycle, period, milestones and what it waits for.
#[component]
fn Schedule(measure: MeasureHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let sub_phases = workspace.select(move |plan| with_first(words.no_sub_phase, choices::sub_phases(plan, texts)));
    let set_status = move |key: String| {
        if let Some(status) = choices::status_of(&key) {
            measure.change(Verb::Change, |measure| measure.status = status);
        }
    };
    let put_into = move |key: String| {
        let sub_phase = SubPhaseId::try_from(key.as_str()).ok();
        measure.change(Verb::Move, |measure| set_sub_phase(measure, sub_phase));
    };
    view! {
        <div class="measure-pair">
            <SelectField
                label=(words.column)(MeasureColumn::Status)
                options=Signal::stored(choices::statuses(texts))
                value=measure.signal(|measure| choices::status_key(measure.status).to_owned())
                on_commit=set_status
            />
            <SelectField
                label=(words.column)(MeasureColumn::SubPhase)
                options=sub_phases
                value=measure.signal(|measure| measure.sub_phase.as_ref().map(ToString::to_string).unwrap_or_default())
                on_commit=put_into
            />
        </div>
        <div class="measure-pair">
            <DayField
                measure
                label=(words.column)(MeasureColumn::Start)
                read=|measure| measure.start
                write=set_start
                wrong=is_about_start
            />
            <DayField
                measure
                label=(words.column)(MeasureColumn::End)
                read=|measure| measure.end
                write=|measure, day| measure.end = day
                wrong=is_about_end
            />
        </div>
        <milestones::Milestones measure />
        <Links measure link=Link::DependsOn />
        <links::NeededBy measure />
    }
}
