//! The panel that tells what changes from the journey as it is to the target journey.

use super::{
    changes, columns, lanes,
    state::{MapState, Selection, lane_title},
    target,
};
use crate::ui::{
    components::{Button, ButtonKind, HelpHint, Panel, SectionHead, SelectField, icons},
    workspace::{Shared, use_texts},
};
use leptos::prelude::*;
use reiseplan::{
    figures::{
        journey::emotion_figures,
        target::{Relief, StepField, StepPair, TargetChanges, target_changes},
    },
    plan::{Journey, JourneyId, Plan, TypedId},
    route::Area,
    texts::{Texts, format},
};

/// What the panel shows of both journeys.
#[derive(Clone, PartialEq)]
struct Comparison {
    as_is: Shared<Journey>,
    to_be: Shared<Journey>,
    changes: TargetChanges,
    breaks: (usize, usize),
    /// Names of personas whose curve the target hasn't yet.
    undrawn: Vec<String>,
}

/// The panel.
#[component]
pub fn ChangesPanel() -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map;
    let comparison = map.workspace.select(move |plan| {
        let (as_is, to_be) = target::both(map)?;
        let breaks = |journey: &Journey| plan.channel_switches(journey).iter().filter(|(_, switch)| switch.is_break()).count();
        let changes = target_changes(plan, &as_is, &to_be);
        let personas = changes.undrawn.iter().filter_map(|id| plan.personas.get(id));
        let undrawn = personas.map(|persona| texts.terms.named(&persona.name).to_owned()).collect();
        Some(Comparison { undrawn, breaks: (breaks(&as_is), breaks(&to_be)), changes, as_is, to_be })
    });
    view! {
        <Panel label=words.changes_title on_close=move |()| columns::close_panel(map) close_label=texts.shell.close>
            <h2 class="panel-title">{words.changes_title}</h2>
            <TargetChoice />
            {move || comparison.get().map(|comparison| view! { <Changes comparison /> })}
        </Panel>
    }
}

/// Which target journey is compared, where the journey as it is has several.
#[component]
fn TargetChoice() -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map;
    let targets = map.workspace.select(move |plan| target::targets_of(plan, &map.id(), texts));
    let options = Signal::derive(move || targets.get());
    let value = Signal::derive(move || target::other(map).map(|other| other.id.to_string()).unwrap_or_default());
    let choose = move |id: String| map.chosen_target.set(JourneyId::try_from(id.as_str()).ok());
    move || {
        (targets.with(Vec::len) > 1).then(
            || view! { <div class="panel-section"><SelectField label=words.which_target options value on_commit=choose /></div> },
        )
    }
}

#[component]
fn Changes(comparison: Comparison) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map;
    let title = |journey: &Journey| texts.terms.named(&journey.title).to_owned();
    let other = if map.id() == comparison.as_is.id { &comparison.to_be } else { &comparison.as_is };
    let href = map.workspace.link(Area::Journeys, Some(other.id.as_id()));
    let is_same = comparison.changes.pairs.iter().all(|pair| !pair.differs());
    view! {
        <p class="panel-intro" dir="auto">{(words.changes_between)(&title(&comparison.as_is), &title(&comparison.to_be))}</p>
        <p class="panel-intro"><a href=href dir="auto">{(words.open_other)(&title(other))}</a></p>
        <Sums comparison=comparison.clone() />
        {(!comparison.undrawn.is_empty())
            .then(|| view! { <p class="field-note panel-section" dir="auto">{(words.curves_undrawn)(&comparison.undrawn.join(", "))}</p> })}
        {is_same.then(|| view! { <p class="panel-section entry-empty">{words.no_differences}</p> })}
        <Steps changes=comparison.changes.clone() />
        <PainPoints changes=comparison.changes.clone() />
        <Measures changes=comparison.changes.clone() />
    }
}

/// Mean, peak-end and breaks before and after.
#[component]
fn Sums(comparison: Comparison) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.map;
    let figures = |journey: &Journey| emotion_figures(&journey.steps().map(|step| step.emotion).collect::<Vec<_>>());
    let (before, after) = (figures(&comparison.as_is), figures(&comparison.to_be));
    let signed = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format::signed(texts.language, value, 1));
    let row = |name: &'static str, from: String, to: String, help: Option<&'static str>| {
        view! {
            <div class="sum">
                <dt>{name} {help.map(|help| view! { <HelpHint label=name title=name text=help /> })}</dt>
                <dd>{(words.from_to)(&from, &to)}</dd>
            </div>
        }
    };
    view! {
        <dl class="sums panel-section">
            {row(words.mean_of, signed(before.map(|f| f.mean)), signed(after.map(|f| f.mean)), None)}
            {row(words.peak_end_of, signed(before.map(|f| f.peak_end)), signed(after.map(|f| f.peak_end)), Some(texts.journeys.peak_end_help))}
            {row(words.breaks_of, comparison.breaks.0.to_string(), comparison.breaks.1.to_string(), Some(words.channel_change_help))}
        </dl>
    }
}

/// Name of the step of a pair.
fn pair_name(plan: &Plan, pair: &StepPair, texts: &Texts) -> String {
    let heading = pair.to_be.as_ref().or(pair.as_is.as_ref()).map(|step| plan.step_heading(step)).unwrap_or_default();
    texts.terms.named(&heading).to_owned()
}

/// What of a step differs, each thing once. A text is named by its lane.
fn field_words(map: MapState, texts: &Texts, fields: &[StepField]) -> String {
    let mut found: Vec<String> = Vec::new();
    let word = |field: &StepField| match field {
        StepField::Text(lane) => {
            let of_other = || {
                let other = target::other(map)?;
                other.lanes.iter().find(|own| own.id == *lane).map(|own| lane_title(own, texts))
            };
            let own = Some(lanes::lane_name(map, lane)).filter(|name| !name.is_empty());
            let name = own
                .or_else(of_other)
                .filter(|name| !name.is_empty())
                .or_else(|| (texts.journeys.lane)(lane.as_str()).map(str::to_owned));
            name.unwrap_or_else(|| (texts.map.field)(field).to_owned())
        }
        _ => (texts.map.field)(field).to_owned(),
    };
    for word in fields.iter().filter(|field| **field != StepField::Emotion).map(word) {
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found.join(", ")
}

#[component]
fn Steps(changes: TargetChanges) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map;
    let plan = map.workspace.plan_now();
    let entry = |pair: &StepPair| {
        let difference = pair.emotion_difference().filter(|difference| *difference != 0.0);
        let tone = difference.map(|difference| if difference > 0.0 { "good" } else { "bad" });
        let emotion = difference.map(|difference| {
            format!("{} {}", (words.field)(&StepField::Emotion), format::signed(texts.language, difference, 1))
        });
        let fields = field_words(map, texts, &pair.fields);
        view! {
            <li class="row">
                <span class="row-title" dir="auto">{pair_name(&plan, pair, texts)}</span>
                <span class="row-note">
                    {emotion.map(|emotion| view! { <span class="difference" data-tone=tone>{emotion}</span> })}
                    {(difference.is_some() && !fields.is_empty()).then_some(" · ")}
                    {fields}
                </span>
            </li>
        }
    };
    let section = |name: &'static str, belongs: fn(&StepPair) -> bool| {
        let pairs: Vec<&StepPair> = changes.pairs.iter().filter(|pair| belongs(pair)).collect();
        let count = pairs.len().to_string();
        (!pairs.is_empty()).then(|| {
            view! {
                <section class="panel-section">
                    <SectionHead title=name note=Signal::stored(count) ruled=true />
                    <ul class="row-list">{pairs.into_iter().map(entry).collect_view()}</ul>
                </section>
            }
        })
    };
    let same = changes.pairs.iter().filter(|pair| !pair.differs()).count();
    view! {
        {section(words.steps_added, |pair| pair.as_is.is_none())}
        {section(words.steps_removed, |pair| pair.to_be.is_none())}
        {section(words.steps_changed, |pair| pair.as_is.is_some() && pair.to_be.is_some() && pair.differs())}
        {(same > 0 && same < changes.pairs.len()).then(|| view! { <p class="field-note panel-section">{(words.steps_same)(same)}</p> })}
    }
}

#[component]
fn PainPoints(changes: TargetChanges) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map;
    let plan = map.workspace.plan_now();
    let rows = changes.pain_points.iter().filter_map(|(id, relief)| {
        let text = plan.pain_points.get(id)?.text.clone();
        let tone = match relief {
            Relief::Solved | Relief::LeftOut => Some("good"),
            Relief::Open => Some("bad"),
            Relief::Planned => None,
        };
        Some(view! {
            <li class="row">
                <span class="row-title" dir="auto">{texts.terms.named(&text).to_owned()}</span>
                <span class="row-note"><span class="difference" data-tone=tone>{(words.relief)(*relief)}</span></span>
            </li>
        })
    });
    let rows = rows.collect_view();
    (!changes.pain_points.is_empty()).then(|| {
        view! {
            <section class="panel-section">
                <SectionHead title=words.pains_of_target note=Signal::stored(changes.pain_points.len().to_string()) ruled=true />
                <ul class="row-list">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Measures(changes: TargetChanges) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map;
    let plan = map.workspace.plan_now();
    let measures = changes.measures.iter().filter_map(|id| plan.measures.get(id)).map(|measure| {
        let title = texts.terms.named(&measure.title).to_owned();
        view! {
            <li class="row">
                <a class="row-title" dir="auto" href=map.workspace.link(Area::Measures, Some(measure.id.as_id()))>{title}</a>
                <span class="row-note">{(texts.terms.measure_status)(measure.status)}</span>
            </li>
        }
    });
    let measures = measures.collect_view();
    let uncovered = changes.uncovered.iter().filter_map(|id| plan.touchpoints.get(id)).map(|touchpoint| {
        let name = texts.terms.named(&touchpoint.name).to_owned();
        let (spoken, id) = (Signal::stored((texts.findings.plan_measure_for)(&name)), touchpoint.id.clone());
        view! {
            <li class="row">
                <span class="row-title" dir="auto">{name}</span>
                <Button
                    kind=ButtonKind::Link
                    label=texts.findings.plan_measure
                    spoken
                    on_press=move |()| changes::add_measure_at(map, &id)
                />
            </li>
        }
    });
    let uncovered = uncovered.collect_view();
    view! {
        <section class="panel-section">
            <SectionHead title=words.measures_there note=Signal::stored(changes.measures.len().to_string()) ruled=true />
            {changes.measures.is_empty().then(|| view! { <p class="entry-empty">{words.measures_there_none}</p> })}
            <ul class="row-list">{measures}</ul>
        </section>
        {(!changes.uncovered.is_empty()).then(|| view! {
            <section class="panel-section">
                <SectionHead title=words.uncovered note=Signal::stored(changes.uncovered.len().to_string()) ruled=true />
                <ul class="row-list">{uncovered}</ul>
            </section>
        })}
    }
}

/// The button in the page's head that leads to the other journey, or makes the target journey.
#[component]
pub fn TargetButton() -> impl IntoView {
    let map = expect_context::<MapState>();
    let words = &use_texts().map;
    let state = Memo::new(move |_| {
        let is_target = map.journey.with(|journey| journey.as_ref().is_some_and(|journey| target::is_target(journey)));
        (map.counterpart.with(Option::is_some), is_target)
    });
    move || match state.get() {
        (true, _) => view! {
            <Button
                icon=icons::LuGitCompareArrows
                label=words.changes_title
                pressed=Signal::derive(move || map.selection.get() == Selection::Changes)
                on_press=move |()| map.toggle(Selection::Changes)
            />
        }
        .into_any(),
        (false, false) => view! {
            <Button
                icon=icons::LuGitCompareArrows
                label=words.design_target
                hint=Signal::stored(words.design_target_hint.to_owned())
                on_press=move |()| target::design(map)
            />
        }
        .into_any(),
        (false, true) => ().into_any(),
    }
}
