//! All personas as cards.

use super::facts::segment_name;
use crate::ui::{
    components::{Button, ButtonKind, EmptyState, Menu, MenuItem, Mood, PageHead, Pill, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    charts::kpi::style,
    figures::persona::{mood_of_persona, persona_figures},
    plan::{KpiKind, Market, Persona, PersonaId, Plan, Segment, TypedId},
    route::Area,
    texts::{Texts, format},
};

/// The list.
#[component]
pub fn PersonaList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.personas;
    let ids = workspace.select(|plan| plan.personas.ids().cloned().collect::<Vec<_>>());
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let new = move |()| super::add(workspace);
    view! {
        <div class="page">
            <PageHead title=(texts.shell.area)(Area::Personas) subtitle=words.intro>
                {move || (!is_empty.get()).then(|| view! { <Button icon=icons::LuPlus label=words.new_persona on_press=new /> })}
            </PageHead>
            {move || match is_empty.get() {
                true => view! {
                    <EmptyState icon=icons::LuUsers title=words.empty_title text=words.empty_text>
                        <Button kind=ButtonKind::Primary icon=icons::LuPlus label=words.new_persona on_press=new />
                    </EmptyState>
                }
                .into_any(),
                false => view! {
                    <ul class="persona-cards" aria-label=(texts.shell.area)(Area::Personas)>
                        <For each=move || ids.get() key=PersonaId::clone children=move |id| view! { <Card id /> } />
                    </ul>
                }
                .into_any(),
            }}
        </div>
    }
}

/// What a card says.
#[derive(Clone, PartialEq)]
struct Summary {
    name: String,
    market: Option<Market>,
    segments: Vec<String>,
    quote: String,
    situation: String,
    journeys: usize,
    mood: Option<f64>,
    /// Title of the first KPI that knows the persona, its value, and the number of answers.
    figure: Option<(String, String, String)>,
}

fn summary(plan: &Plan, persona: &Persona, texts: &Texts) -> Summary {
    let segment = |own: &Segment| {
        let dimension = plan.dimensions.get(&own.dimension)?;
        let value = dimension.values.iter().find(|value| value.id == own.value)?;
        Some(segment_name(dimension, value, texts))
    };
    let figure = persona_figures(plan, persona).into_iter().find(|figure| !figure.measured.hidden).and_then(|figure| {
        let value = figure.measured.measured.figure()?;
        let title = plan.kpis.get(&figure.kpi)?.title.clone();
        let n = value.n.map(|n| (texts.charts.answers)(&format::count(texts.language, n))).unwrap_or_default();
        Some((title, style(plan, &figure.kpi).value(texts.language, value.value), n))
    });
    Summary {
        name: texts.terms.named(&persona.name).to_owned(),
        market: persona.market,
        segments: persona.segments.iter().filter_map(segment).collect(),
        quote: persona.quote.clone(),
        situation: persona.situation.clone(),
        journeys: plan.journeys.iter().filter(|journey| journey.personas.contains(&persona.id)).count(),
        mood: mood_of_persona(plan, persona),
        figure,
    }
}

#[component]
fn Card(id: PersonaId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.personas;
    let own = StoredValue::new(id);
    let summary = workspace.select(move |plan| {
        let persona = own.with_value(|id| plan.personas.get(id).cloned())?;
        Some(summary(plan, &persona, texts))
    });
    let content = move || {
        let summary = summary.get()?;
        let href = workspace.link(Area::Personas, Some(own.get_value().as_id()));
        let items = vec![
            MenuItem::new(words.duplicate, move || super::duplicate(workspace, &own.get_value())).icon(icons::LuCopy),
            MenuItem::new(words.delete, move || super::delete(workspace, &own.get_value())).icon(icons::LuTrash2),
        ];
        let more = (words.more)(&summary.name);
        let market = summary.market.map(|market| view! { <Pill label=(words.market)(market) /> });
        let segments = summary.segments.into_iter().map(|segment| view! { <Pill label=segment /> }).collect_view();
        let said = if summary.quote.is_empty() { summary.situation } else { (words.quoted)(&summary.quote) };
        let mood = match summary.mood {
            Some(mood) => view! { <Mood value=mood words=format::signed(texts.language, mood, 1) /> }.into_any(),
            None => "–".into_any(),
        };
        let (title, figure, n) =
            summary.figure.unwrap_or_else(|| ((texts.figures.short)(&KpiKind::Nps), words.no_data.to_owned(), String::new()));
        Some(view! {
            <h2><a href=href dir="auto">{summary.name}</a></h2>
            <div class="persona-card-menu">
                <Menu small=true icon_only=true icon=icons::LuEllipsis label=more items=Signal::stored(items) />
            </div>
            <p class="persona-pills">{market}{segments}</p>
            <p class="persona-said" dir="auto">{said}</p>
            <dl class="facts">
                <dt>{words.journeys}</dt>
                <dd>{summary.journeys}</dd>
                <dt>{words.mood}</dt>
                <dd class="persona-mood">{mood}</dd>
                <dt dir="auto">{title}</dt>
                <dd><b>{figure}</b>" "<span class="persona-none">{n}</span></dd>
            </dl>
        })
    };
    view! { <li class="persona-tile">{content}</li> }
}
