//! What slides are made of: figures, and a block for each lane of a touchpoint.

use super::present::Deck;
use crate::ui::components::{Icon, Severity, channel_icon, icons};
use leptos::prelude::*;
use reiseplan::{
    figures::journey::{KpiGlance, kpi_glance, kpis_of_step},
    plan::{ChannelChange, ChannelId, ChannelSwitch, FindingKind, Fulfilment, Lane, LaneKind, PainPointState, Step, Strength},
    sheet::{cell_text, lane_title},
    texts::figures::GlanceWords,
};

/// A figure with its name.
pub struct Figure {
    /// What it is.
    pub name: &'static str,
    /// Its value in words.
    pub value: String,
    /// Whether it is good or bad.
    pub tone: Option<&'static str>,
}

/// Figures side by side.
#[component]
pub fn Figures(figures: Vec<Figure>) -> impl IntoView {
    let row = |figure: Figure| {
        view! {
            <div class="slide-figure" data-tone=figure.tone>
                <dt>{figure.name}</dt>
                <dd>{figure.value}</dd>
            </div>
        }
    };
    view! { <dl class="slide-figures">{figures.into_iter().map(row).collect_view()}</dl> }
}

/// Names of a step's channels.
pub fn channel_names(deck: &Deck, step: &Step) -> String {
    let names = deck.plan.step_channels(step);
    names.iter().filter_map(|id| deck.plan.channels.get(id)).map(|channel| channel.name.clone()).collect::<Vec<_>>().join(", ")
}

/// What a lane says about a step under the lane's title; none if it says nothing.
pub fn block(deck: &Deck, lane: &Lane, step: &Step) -> Option<AnyView> {
    let text = cell_text(&deck.plan, deck.texts, lane, step);
    let content = match lane.kind {
        LaneKind::Emotion | LaneKind::MomentOfTruth | LaneKind::Other(_) => return None,
        _ if text.is_empty() => return None,
        LaneKind::Channels => channels(deck, step),
        LaneKind::Expectation => expectation(deck, lane, step),
        LaneKind::Experience => experience(deck, step),
        LaneKind::PainPoints => pain_points(deck, step),
        LaneKind::Opportunities => opportunities(deck, step),
        LaneKind::Kpis => {
            kpis_of_step(&deck.plan, step).map(|kpi| kpi_view(deck, &kpi_glance(&deck.plan, kpi))).collect_view().into_any()
        }
        LaneKind::Evidence => view! { <p class="slide-text">{step.evidence.map(deck.texts.terms.evidence)}</p> }.into_any(),
        LaneKind::Text | LaneKind::Duration | LaneKind::Department => {
            view! { <p class="slide-text" dir="auto">{text}</p> }.into_any()
        }
    };
    let kind = match lane.kind {
        LaneKind::PainPoints => "pains",
        LaneKind::Opportunities => "opportunities",
        _ => "plain",
    };
    Some(
        view! {
            <section class="slide-block" data-kind=kind>
                <h3 dir="auto">{lane_title(lane, deck.texts)}</h3>
                {content}
            </section>
        }
        .into_any(),
    )
}

fn channels(deck: &Deck, step: &Step) -> AnyView {
    let name = |id: &ChannelId| deck.plan.channels.get(id).map(|channel| channel.name.clone());
    let ids = deck.plan.step_channels(step);
    let shown = ids.iter().filter_map(|id| deck.plan.channels.get(id)).map(|channel| {
        view! { <li><Icon icon=channel_icon(channel.symbol) /><span dir="auto">{channel.name.clone()}</span></li> }
    });
    let switches = deck.plan.channel_switches(&deck.journey);
    let named = |switch: &&ChannelSwitch| switch.reason.is_some() || switch.goes_offline;
    let switch = switches.iter().find(|(id, _)| *id == step.id).map(|(_, switch)| switch).filter(named).map(|switch| {
        let names = |ids: &[ChannelId]| ids.iter().filter_map(name).collect::<Vec<_>>().join(", ");
        let (from, to, words) = (names(&switch.from), names(&switch.to), &deck.texts.map);
        let words = match switch.reason {
            Some(ChannelChange::Forced) => (words.break_of)(&from, &to),
            Some(ChannelChange::Chosen) => (words.chosen_change)(&from, &to),
            None => (words.plain_change)(&from, &to),
        };
        let is_break = switch.is_break();
        view! {
            <p class="slide-switch" data-tone=is_break.then_some("warning")>
                {is_break.then(|| view! { <Icon icon=icons::LuTriangleAlert /> })}
                <span dir="auto">{words}</span>
            </p>
        }
    });
    let shown = shown.collect_view();
    view! { <ul class="slide-channels">{shown}</ul> {switch} }.into_any()
}

fn expectation(deck: &Deck, lane: &Lane, step: &Step) -> AnyView {
    let text = step.texts.get(&lane.id).cloned();
    let mark = step.fulfilment.map(|fulfilment| {
        let (icon, tone) = match fulfilment {
            Fulfilment::Missed => (icons::LuX, "bad"),
            Fulfilment::Met => (icons::LuCheck, "neutral"),
            Fulfilment::Exceeded => (icons::LuCheckCheck, "good"),
        };
        view! { <p class="slide-mark" data-tone=tone><Icon icon />{(deck.texts.map.fulfilment)(fulfilment)}</p> }
    });
    view! { {text.map(|text| view! { <p class="slide-text" dir="auto">{text}</p> })} {mark} }.into_any()
}

fn experience(deck: &Deck, step: &Step) -> AnyView {
    let words = &deck.texts.map;
    let level = step.experience.iter().map(|(level, strength)| {
        let name = (words.level)(*level);
        let said = (words.strength)(name, strength.value());
        let width = format!("{}%", f64::from(strength.value()) * 100.0 / f64::from(Strength::MAX));
        view! {
            <div class="level" role="img" aria-label=said>
                <span class="level-name" aria-hidden="true">{name}</span>
                <span class="level-bar" aria-hidden="true"><span style:inline-size=width></span></span>
            </div>
        }
    });
    level.collect_view().into_any()
}

fn pain_points(deck: &Deck, step: &Step) -> AnyView {
    let terms = &deck.texts.terms;
    let cards = step.touchpoint.iter().flat_map(|id| deck.plan.pain_points_at(id)).map(|pain| {
        let severity = pain.severity.map(|severity| view! { <Severity value=severity label=(terms.severity)(severity) /> });
        card(deck, &pain.text, pain.state, severity.into_any())
    });
    cards.collect_view().into_any()
}

fn opportunities(deck: &Deck, step: &Step) -> AnyView {
    let at = |touchpoints: &[reiseplan::plan::TouchpointId]| step.touchpoint.as_ref().is_some_and(|id| touchpoints.contains(id));
    let here = deck.plan.opportunities.iter().filter(|opportunity| at(&opportunity.touchpoints));
    let cards = here.map(|opportunity| {
        let said = |impact| (deck.texts.findings.weight_words)(FindingKind::Opportunity, impact);
        let impact = opportunity.impact.map(|impact| view! { <Severity value=impact label=said(impact) /> });
        card(deck, &opportunity.text, opportunity.state, impact.into_any())
    });
    cards.collect_view().into_any()
}

fn card(deck: &Deck, text: &str, state: PainPointState, note: AnyView) -> AnyView {
    let words = &deck.texts.terms;
    let state_words = (state != PainPointState::Open).then(|| (words.pain_point_state)(state));
    view! {
        <div class="slide-card" data-solved=(state == PainPointState::Solved).then_some("")>
            <p dir="auto">{deck.named(text)}</p>
            <p class="slide-card-note">{note}{state_words.map(|words| view! { <span>{words}</span> })}</p>
        </div>
    }
    .into_any()
}

fn kpi_view(deck: &Deck, glance: &KpiGlance) -> AnyView {
    let currency = &deck.plan.profile().currency;
    let GlanceWords { figure, certainty, target } = GlanceWords::of(glance, currency, deck.texts);
    view! {
        <div class="slide-kpi">
            <p class="slide-kpi-figure">{figure}</p>
            <p dir="auto">{deck.named(&glance.title)}</p>
            {certainty.map(|certainty| view! { <p class="slide-kpi-note">{certainty}</p> })}
            {target.map(|target| view! { <p class="slide-kpi-note">{target}</p> })}
        </div>
    }
    .into_any()
}
