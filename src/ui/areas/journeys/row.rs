//! A row of the list of journeys.

use super::{
    list::{self, Shown},
    map,
};
use crate::ui::{
    components::{EmotionCurve, Menu, MenuItem, icons, phase_key},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    listing::journeys::JourneyFacts,
    plan::{JourneyId, JourneyKind, Plan, TypedId},
    route::Area,
    texts::{Texts, format},
};

/// What the row says.
#[derive(Clone, PartialEq)]
struct Line {
    title: String,
    kind: JourneyKind,
    personas: String,
    facts: JourneyFacts,
    /// The other journeys that belong to it: those that show what is wanted, or the one that shows what is.
    others: Vec<(JourneyId, String)>,
}

fn line(plan: &Plan, id: &JourneyId, facts: JourneyFacts, texts: &Texts) -> Option<Line> {
    let named = |name: &str| texts.terms.named(name).to_owned();
    let journey = plan.journeys.get(id)?;
    let personas = journey.personas.iter().filter_map(|id| plan.personas.get(id)).map(|persona| named(&persona.name));
    let others = facts.targets.iter().chain(&journey.based_on).filter_map(|id| plan.journeys.get(id));
    Some(Line {
        title: named(&journey.title),
        kind: journey.kind,
        personas: personas.collect::<Vec<_>>().join(", "),
        others: others.map(|other| (other.id.clone(), named(&other.title))).collect(),
        facts,
    })
}

/// The row.
#[component]
pub fn Row(shown: Shown, id: JourneyId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let journeys = &texts.journeys;
    let words = &texts.journey_list;
    let own = StoredValue::new(id);
    let line = Memo::new(move |_| {
        let facts = own.with_value(|id| shown.index.with(|index| index.facts(id)));
        workspace.with_plan(|plan| own.with_value(|id| line(plan, id, facts, texts)))
    });
    let items = move |kind: JourneyKind| {
        let design = MenuItem::new(texts.map.design_target, move || map::design_target(workspace, &own.get_value()));
        let mut items = vec![
            MenuItem::new(journeys.duplicate, move || list::duplicate(workspace, &own.get_value())).icon(icons::LuCopy),
            MenuItem::new(journeys.delete, move || list::delete(workspace, &own.get_value())).icon(icons::LuTrash2),
        ];
        if kind == JourneyKind::AsIs {
            items.insert(0, design.icon(icons::LuGitCompareArrows));
        }
        items
    };
    let cells = move || {
        let Line { title, kind, personas, facts, others } = line.get()?;
        let other = |(id, title): (JourneyId, String)| {
            let other_kind = if kind == JourneyKind::AsIs { JourneyKind::ToBe } else { JourneyKind::AsIs };
            let label = (texts.terms.journey_kind)(other_kind);
            view! {
                <span class="journey-other">
                    <a href=workspace.link(Area::Journeys, Some(id.as_id()))>{label}</a>
                    " "
                    <span dir="auto">{(words.quoted)(&title)}</span>
                </span>
            }
        };
        let phase = |phase| view! { <li data-phase=phase_key(phase)>{(texts.terms.phase)(phase)}</li> };
        let more = (journeys.more)(&title);
        let mood = facts.mood.map(|mood| format::signed(texts.language, mood, 1));
        Some(view! {
            <th scope="row">
                <a href=workspace.link(Area::Journeys, Some(own.get_value().as_id())) dir="auto">{title}</a>
                {others.into_iter().map(other).collect_view()}
            </th>
            <td>{(texts.terms.journey_kind)(kind)}</td>
            <td dir="auto">{personas}</td>
            <td><ul class="journey-phases">{facts.phases.into_iter().map(phase).collect_view()}</ul></td>
            <td class="num">
                <span class="journey-mood">
                    <EmotionCurve felt=Signal::stored(facts.felt.clone()) />
                    <b>{mood.unwrap_or_else(|| "–".to_owned())}</b>
                </span>
            </td>
            <td class="num">{facts.felt.len()}</td>
            <td class="num">{facts.unsolved_pain_points}</td>
            <td><Menu small=true icon_only=true icon=icons::LuEllipsis label=more items=Signal::stored(items(kind)) /></td>
        })
    };
    view! { <tr>{cells}</tr> }
}
