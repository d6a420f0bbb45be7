//! What stands below the lifecycle: KPIs, what measures have done, the next measures.

use crate::ui::{
    components::SectionHead,
    platform::clock,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    figures::{
        difference::SIGNIFICANT,
        effect::{Judged, Verdict},
        measured::Figure,
        series::{days_covered, total},
        standing::{next_target, standing},
    },
    plan::{Day, Kpi, Measure, Plan, Resolution, TypedId},
    route::Area,
    texts::{
        Texts,
        figures::{ValueStyle, certainty},
        format,
    },
};
use std::sync::Arc;

/// Most entries shown of each list.
const SHOWN: usize = 5;

/// A line of a list: where it leads, what it says in bold and small, and what stands at its right end.
#[derive(Clone, PartialEq)]
struct Entry {
    href: String,
    title: String,
    note: String,
    figure: String,
    /// How the figure has changed.
    change: Option<Change>,
    figure_note: String,
    tone: &'static str,
}

/// How a figure has changed, and whether that is good, bad or noise.
#[derive(Clone, PartialEq)]
struct Change {
    words: String,
    tone: &'static str,
}

#[component]
fn EntryList(
    title: &'static str,
    #[prop(optional)] note: Option<&'static str>,
    area: Area,
    #[prop(into)] entries: Signal<Vec<Entry>>,
    empty: &'static str,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let line = |entry: Entry| {
        view! {
            <li>
                <a class="entry" href=entry.href>
                    <span class="entry-text">
                        <span class="entry-title" dir="auto">{entry.title}</span>
                        <span class="entry-note" dir="auto">{entry.note}</span>
                    </span>
                    <span class="entry-figure">
                        <b data-tone=entry.tone>{entry.figure}</b>
                        {entry.change.map(|change| view! { " "<span data-tone=change.tone>{change.words}</span> })}
                        <span class="entry-note">{entry.figure_note}</span>
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <section>
            <SectionHead title note=note.unwrap_or_default() ruled=true>
                <a href=workspace.link(area, None)>{texts.overview.all}</a>
            </SectionHead>
            {move || match entries.get() {
                entries if entries.is_empty() => view! { <p class="entry-empty">{empty}</p> }.into_any(),
                entries => view! { <ul class="entry-list">{entries.into_iter().map(line).collect_view()}</ul> }.into_any(),
            }}
        </section>
    }
}

fn named(title: &str, texts: &Texts) -> String {
    texts.terms.named(title).to_owned()
}

/// The KPIs with their value in the last three months that have data.
#[component]
pub fn KpiList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let entries = workspace.select(move |plan| {
        let entry = |kpi: &Arc<Kpi>| {
            let style = ValueStyle::of(&kpi.kind, &plan.profile().currency);
            let figure = last_months(plan, kpi);
            let known_to = days_covered(plan, &kpi.id).map(|days| *days.end());
            let target = next_target(kpi, known_to).map(|target| style.set(texts.language, target.value));
            Entry {
                href: workspace.link(Area::Kpis, Some(kpi.id.as_id())),
                title: named(&kpi.title, texts),
                note: target.map(|target| (texts.overview.kpi_target)(&target)).unwrap_or_default(),
                figure: figure.map(|figure| style.value(texts.language, figure.value)).unwrap_or_default(),
                change: figure.and_then(|_| change(plan, kpi, &style, texts)),
                figure_note: figure
                    .map_or_else(|| texts.overview.kpi_no_data.to_owned(), |figure| certainty(texts, &style, &figure)),
                tone: "",
            }
        };
        plan.kpis.iter().take(SHOWN).map(entry).collect()
    });
    let (title, note) = (texts.overview.kpis, texts.overview.kpis_note);
    view! { <EntryList title note area=Area::Kpis entries empty=texts.overview.kpis_empty /> }
}

/// A KPI's value over its last three months with data.
fn last_months(plan: &Plan, kpi: &Kpi) -> Option<Figure> {
    let days = days_covered(plan, &kpi.id)?;
    let last = days.end().month();
    let of_months = total(plan, &kpi.id, &(last.plus(-2).first_day()..=last.last_day()));
    of_months.or_else(|| total(plan, &kpi.id, &days))?.figure()
}

/// How a KPI has changed, by month.
fn change(plan: &Plan, kpi: &Kpi, style: &ValueStyle, texts: &Texts) -> Option<Change> {
    let (delta, p) = standing(plan, &kpi.id, None, Resolution::Month)?.comparison?.delta();
    if p.is_none_or(|p| p >= SIGNIFICANT) {
        return p.map(|_| Change { words: texts.overview.kpi_noise.to_owned(), tone: "" });
    }
    let mark = if delta > 0.0 { "▲" } else { "▼" };
    let is_good = kpi.better().is_gain(delta);
    Some(Change { words: format!("{mark} {}", style.size(texts.language, delta)), tone: if is_good { "good" } else { "bad" } })
}

/// What measures have done, one entry for each measure and verdict.
#[component]
pub fn EffectList(judged: Memo<Vec<Judged>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measuring;
    let entries = workspace.select(move |plan| {
        let mut entries: Vec<Entry> = Vec::new();
        for Judged { measure, kpi, verdict } in judged.get() {
            let figure = (words.verdict_short)(verdict);
            let href = workspace.link(Area::Measures, Some(measure.as_id()));
            let kpi = named(plan.kpis.get(&kpi).map(|kpi| &*kpi.title).unwrap_or_default(), texts);
            if let Some(entry) = entries.iter_mut().find(|entry| entry.href == href && entry.figure == figure) {
                entry.note = format!("{}, {kpi}", entry.note);
                continue;
            }
            let tone = match verdict {
                Ok(Verdict::Shown) => "good",
                Ok(Verdict::Worse) => "bad",
                _ => "",
            };
            let title = named(plan.measures.get(&measure).map(|measure| &*measure.title).unwrap_or_default(), texts);
            entries.push(Entry { href, title, note: kpi, figure, change: None, figure_note: String::new(), tone });
        }
        entries.truncate(SHOWN);
        entries
    });
    let title = (texts.shell.area)(Area::Effects);
    view! { <EntryList title area=Area::Effects entries empty=words.effects_empty /> }
}

/// The measures that run or come next.
#[component]
pub fn MeasureList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let entries = workspace.select(move |plan| {
        let today = clock::today();
        let mut measures: Vec<_> = plan.measures.iter().filter(|measure| measure.is_decided()).collect();
        measures.sort_by_key(|measure| (measure.end.is_none(), measure.end));
        let entry = |measure: &Arc<Measure>| {
            let (when, is_late) = due(measure, today, texts);
            Entry {
                href: workspace.link(Area::Measures, Some(measure.id.as_id())),
                title: named(&measure.title, texts),
                note: if measure.owner.is_empty() { texts.overview.nobody.to_owned() } else { measure.owner.clone() },
                figure: (texts.terms.measure_status)(measure.status).to_owned(),
                change: None,
                figure_note: when,
                tone: if is_late { "bad" } else { "" },
            }
        };
        measures.into_iter().take(SHOWN).map(entry).collect()
    });
    view! { <EntryList title=texts.overview.next_measures area=Area::Measures entries empty=texts.overview.measures_empty /> }
}

fn due(measure: &Measure, today: Day, texts: &Texts) -> (String, bool) {
    match measure.end {
        Some(end) if end < today => ((texts.overview.overdue)(&format::day(texts.language, end)), true),
        Some(end) => ((texts.overview.until)(&format::day(texts.language, end)), false),
        None => (String::new(), false),
    }
}
