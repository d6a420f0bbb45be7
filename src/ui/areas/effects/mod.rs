//! What measures have done: for each measure with a KPI the time before its start against the time after.

use crate::ui::{
    components::{EmptyState, LinkButton, PageHead, SelectField, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    charts::kpi::group_name,
    figures::{
        effect::{Effect, NoEffect, USUAL_WINDOW, Verdict, effect, to_judge},
        measured::Measured,
    },
    plan::{Day, Id, Kpi, Measure, Plan, TypedId},
    route::Area,
    texts::{
        Texts,
        figures::{ValueStyle, probability},
        format,
    },
};
use std::ops::RangeInclusive;

/// Windows that are offered, in months.
const WINDOWS: [u8; 4] = [3, 4, 6, 12];

/// A measure and a KPI, and what came of it.
#[derive(Clone, PartialEq)]
struct Line {
    measure: (Id, String),
    kpi: (Id, String),
    start: String,
    verdict: String,
    tone: &'static str,
    /// Name of each figure, the figure, and what it rests on.
    figures: Vec<(&'static str, String, String)>,
    notes: Vec<String>,
}

/// The page.
#[component]
pub fn Effects() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measuring;
    let window = RwSignal::new(USUAL_WINDOW);
    let lines = workspace.select(move |plan| lines(plan, window.get(), texts));
    let is_empty = Memo::new(move |_| lines.with(Vec::is_empty));
    let options = WINDOWS.map(|months| (months.to_string(), (words.months)(months))).to_vec();
    let pick = move |key: String| window.set(key.parse().unwrap_or(USUAL_WINDOW));
    let line = move |line: Line| {
        let figure = |(name, figure, note): (&'static str, String, String)| {
            view! { <div><dt>{name}</dt><dd><strong>{figure}</strong>" "<span class="kpi-line-note">{note}</span></dd></div> }
        };
        view! {
            <li class="effect">
                <div class="effect-head">
                    <h2><a href=workspace.link(Area::Measures, Some(&line.measure.0)) dir="auto">{line.measure.1}</a></h2>
                    <span class="effect-start">{line.start}</span>
                </div>
                <p>
                    <a href=workspace.link(Area::Kpis, Some(&line.kpi.0)) dir="auto">{line.kpi.1}</a>": "
                    <span class="effect-verdict" data-tone=line.tone>{line.verdict}</span>
                </p>
                {(!line.figures.is_empty()).then(|| view! {
                    <dl class="effect-figures">{line.figures.into_iter().map(figure).collect_view()}</dl>
                })}
                <ul class="effect-notes" role="list">{line.notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}</ul>
            </li>
        }
    };
    view! {
        <div class="page figures-page">
            <PageHead title=(texts.shell.area)(Area::Effects) subtitle=words.effects_intro />
            {move || match is_empty.get() {
                true => view! {
                    <EmptyState icon=icons::LuScale title=words.effects_empty_title text=words.effects_empty>
                        <LinkButton icon=icons::LuArrowRight label=(texts.shell.area)(Area::Measures) href=workspace.link(Area::Measures, None) />
                    </EmptyState>
                }
                .into_any(),
                false => view! {
                    <div class="kpi-views">
                        <SelectField
                            label=words.window_field
                            options=Signal::stored(options.clone())
                            value=Signal::derive(move || window.get().to_string())
                            on_commit=pick
                        />
                    </div>
                    <ul role="list" aria-live="polite">{move || lines.get().into_iter().map(line).collect_view()}</ul>
                    <p class="kpi-hint">{words.cause_note}</p>
                }
                .into_any(),
            }}
        </div>
    }
}

fn lines(plan: &Plan, months: u8, texts: &Texts) -> Vec<Line> {
    to_judge(plan).into_iter().map(|(measure, kpi)| line(plan, measure, kpi, months, texts)).collect()
}

fn line(plan: &Plan, measure: &Measure, kpi: &Kpi, months: u8, texts: &Texts) -> Line {
    let words = &texts.measuring;
    let named = |title: &str| texts.terms.named(title).to_owned();
    let mut line = Line {
        measure: (measure.id.as_id().clone(), named(&measure.title)),
        kpi: (kpi.id.as_id().clone(), named(&kpi.title)),
        start: measure.start.map(|day| (words.starts)(&format::day(texts.language, day))).unwrap_or_default(),
        verdict: String::new(),
        tone: "",
        figures: Vec::new(),
        notes: Vec::new(),
    };
    match effect(plan, measure, &kpi.id, months) {
        Ok(found) => fill(&mut line, plan, kpi, &found, texts),
        Err(why @ (NoEffect::NoStart | NoEffect::NothingBefore | NoEffect::NothingAfter)) => {
            (words.no_effect)(why).clone_into(&mut line.verdict);
        }
    }
    line
}

fn fill(line: &mut Line, plan: &Plan, kpi: &Kpi, found: &Effect, texts: &Texts) {
    let words = &texts.measuring;
    let language = texts.language;
    let style = ValueStyle::of(&kpi.kind, &plan.profile().currency);
    let compared = &found.compared;
    line.verdict = (words.verdict)(compared.verdict);
    line.tone = match compared.verdict {
        Verdict::Shown => "good",
        Verdict::Worse => "bad",
        _ => "",
    };
    let span =
        |span: &RangeInclusive<Day>| (words.span)(&format::day(language, *span.start()), &format::day(language, *span.end()));
    let side = |name: &'static str, measured: &Measured, days: &RangeInclusive<Day>| {
        let figure = measured.figure()?;
        let interval =
            figure.interval.map(|(low, high)| (texts.charts.interval)(&style.end(language, low), &style.end(language, high)));
        let n = figure.n.map(|n| (texts.charts.answers)(&format::count(language, n)));
        let note = [interval, n, Some(span(days))].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Some((name, style.value(language, figure.value), note))
    };
    line.figures.extend(side(words.before, &compared.before, &compared.before_span));
    line.figures.extend(side(words.after, &compared.after, &compared.after_span));
    let tested = compared.difference.map(|difference| {
        let (low, high) = difference.interval;
        let interval = (texts.charts.interval)(&style.delta_end(language, low), &style.delta_end(language, high));
        format!("{interval} · {}", probability(language, difference.p))
    });
    line.figures.push((words.change, style.delta(language, compared.delta), tested.unwrap_or_default()));
    if !found.groups.is_empty() {
        let one = |(group, difference, p): &(_, reiseplan::figures::difference::Difference, f64)| {
            (words.group_effect)(
                &group_name(plan, group, texts),
                &style.delta(language, difference.delta),
                &probability(language, *p),
            )
        };
        line.notes.push(format!("{} {}", words.groups_alone, found.groups.iter().map(one).collect::<Vec<_>>().join("; ")));
    }
    line.notes.extend(found.beyond.map(|(count, of)| (words.beyond)(count, of)));
    for dimension in &found.mix {
        let name = plan.dimensions.get(dimension).map(|dimension| dimension.name.clone()).unwrap_or_default();
        line.notes.push((words.mix_shift)(&name));
    }
    if !found.meanwhile.is_empty() {
        let names: Vec<String> =
            found.meanwhile.iter().filter_map(|id| plan.measures.get(id)).map(|measure| measure.title.clone()).collect();
        line.notes.push((words.meanwhile)(&names));
    }
}
