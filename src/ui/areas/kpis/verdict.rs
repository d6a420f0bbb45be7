//! What the figures mean, in words; and how the answers spread over the groups.

use super::shown::{ShownKpi, short_name};
use crate::ui::{components::SectionHead, workspace::use_texts};
use leptos::prelude::*;
use reiseplan::texts::figures::probability;
use reiseplan::{
    charts::kpi::period_name,
    figures::{
        difference::SIGNIFICANT,
        mean::Sample,
        measured::{Measured, answers_needed},
        series::{days_covered, scores},
        standing::{Comparison, Standing},
    },
    plan::{Kpi, KpiKind},
    texts::{Texts, figures::ValueStyle, format},
};

/// Half the width of the interval that is asked for where a difference may be noise, in points.
const WANTED_REACH: f64 = 5.0;

/// Whether the change is more than noise.
#[component]
pub fn Verdict(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let verdict = Memo::new(move |_| {
        let kpi = shown.kpi.get()?;
        let style = shown.style.get();
        shown.standing.with(|standing| standing.as_ref().map(|standing| verdict(texts, standing, &style, &kpi)))
    });
    move || {
        verdict.get().map(|(tone, title, text)| {
            view! {
                <section class="kpi-verdict" data-tone=tone>
                    <h2>{title}</h2>
                    <p>{text}</p>
                </section>
            }
        })
    }
}

fn verdict(texts: &Texts, standing: &Standing, style: &ValueStyle, kpi: &Kpi) -> (&'static str, &'static str, String) {
    let (words, figures) = (&texts.kpis, &texts.figures);
    let Some(comparison) = &standing.comparison else { return ("", words.no_comparison, words.no_comparison_text.to_owned()) };
    let (delta, p) = comparison.delta();
    let up = delta > 0.0;
    let size = style.size(texts.language, delta);
    let tone = if kpi.better().is_gain(delta) { "good" } else { "bad" };
    match (comparison, p) {
        (Comparison::Shift(shift), Some(p)) => {
            let n = shift.before.n().zip(shift.after.n()).filter(|_| kpi.kind.scale().is_some());
            let n = n.map(|(a, b)| format::count(texts.language, a + b));
            let since = period_name(shift.since, texts);
            let text = (figures.verdict_shift)(up, &size, &since, n.as_deref(), &probability(texts.language, p));
            (tone, words.more_than_noise, text)
        }
        (Comparison::Periods { before, .. }, Some(p)) if p < SIGNIFICANT => {
            let text = (figures.verdict_periods)(up, &size, &period_name(*before, texts), &probability(texts.language, p));
            (tone, words.more_than_noise, text)
        }
        (Comparison::Periods { before, .. }, Some(p)) => {
            let measured = &standing.last.1;
            // A few answers tell little of how much answers differ: all of them tell it best.
            let spread = if kpi.kind.scale().is_some() { &standing.total } else { measured };
            let needed = answers_needed(spread, WANTED_REACH).filter(|needed| Some(*needed) > measured.n());
            let needed = needed.filter(|_| !matches!(measured, Measured::Mean(_)));
            let needed = needed.map(|needed| (figures.answers_needed)("5", &format::count(texts.language, needed)));
            let text = (figures.verdict_noise)(&size, &period_name(*before, texts), &probability(texts.language, p));
            ("", words.noise, std::iter::once(text).chain(needed).collect::<Vec<_>>().join(" "))
        }
        (Comparison::Periods { before, .. }, None) => {
            ("", figures.untested, (figures.verdict_untested)(up, &size, &period_name(*before, texts)))
        }
        (Comparison::Shift(_), None) => ("", words.no_comparison, String::new()),
    }
}

/// How the answers spread: over the three groups, where there are such, and over the scores.
#[component]
pub fn Distribution(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.kpis;
    let span = shown.select(move |plan, id| {
        let days = days_covered(plan, id)?;
        let since = shown.standing.with(|standing| match standing.as_ref()?.comparison {
            Some(Comparison::Shift(shift)) => Some(shift.since.first_day()),
            _ => None,
        });
        Some(since.unwrap_or(*days.start())..=*days.end())
    });
    let note = Signal::derive(move || {
        shown.standing.with(|standing| match standing.as_ref().and_then(|standing| standing.comparison.as_ref()) {
            Some(Comparison::Shift(shift)) => (words.since)(&short_name(texts, shift.since)),
            _ => words.whole_time.to_owned(),
        })
    });
    let scores = shown.select(move |plan, id| {
        let grain = shown.grain.get();
        span.get().map(|span| shown.group.with(|group| scores(plan, id, group.as_ref(), grain, &span))).unwrap_or_default()
    });
    let groups = Memo::new(move |_| {
        let is_nps = shown.kpi.with(|kpi| kpi.as_ref().is_some_and(|kpi| kpi.kind == KpiKind::Nps));
        shown.standing.with(|standing| match standing.as_ref()?.current() {
            Measured::Groups(answers) if is_nps => Some(answers),
            _ => None,
        })
    });
    let parts = move || {
        let answers = groups.get()?;
        let part = |group: &'static str, name: &'static str, count: u64| {
            let share = count as f64 / answers.n() as f64;
            let percent = format::percent(texts.language, share, 0);
            let n = (texts.charts.answers)(&format::count(texts.language, count));
            view! {
                <div class="kpi-share" data-group=group style:flex-grow=format!("{:.4}", share.max(0.001)) title=n>
                    <dt>{name}</dt>
                    <dd>{percent}</dd>
                </div>
            }
        };
        Some(view! {
            <dl class="kpi-shares">
                {part("detractors", words.detractors, answers.detractors)}
                {part("passives", words.passives, answers.passives)}
                {part("promoters", words.promoters, answers.promoters)}
            </dl>
        })
    };
    let bars = move || {
        let (scores, scale) = (scores.get(), shown.kind().with(KpiKind::scale)?);
        let most = scores.values().copied().max().filter(|most| *most > 0)?;
        let sum: u64 = scores.values().map(|count| u64::from(*count)).sum();
        let bar = |score: u8| {
            let count = scores.get(&score).copied().unwrap_or_default();
            let height = format!("{}%", f64::from(count) / f64::from(most) * 100.0);
            let share = format::percent(texts.language, f64::from(count) / sum as f64, 0);
            let n = (texts.charts.answers)(&format::count(texts.language, count.into()));
            let said = format!("{share}, {n}");
            let title = said.clone();
            view! {
                <div class="kpi-score" title=title>
                    <dd>
                        <span class="visually-hidden">{said}</span>
                        <span class="kpi-score-bar" style:block-size=height></span>
                    </dd>
                    <dt>{score.to_string()}</dt>
                </div>
            }
        };
        let bars = (scale.high() - scale.low() <= 10).then(|| (scale.low()..=scale.high()).map(bar).collect_view());
        let mean = Sample::of_counts(scores.iter().map(|(score, count)| (f64::from(*score), u64::from(*count)))).mean();
        let mean = mean.and_then(|mean| {
            let number = |value| format::number(texts.language, value, 2);
            let (low, high) = mean.interval?;
            Some((texts.figures.mean_of_scores)(&number(mean.value), &number(mean.deviation?), &number(low), &number(high)))
        });
        Some(view! { <dl class="kpi-scores">{bars}</dl><p class="kpi-hint">{mean}</p> })
    };
    let is_empty = Memo::new(move |_| groups.with(Option::is_none) && scores.with(|scores| scores.is_empty()));
    move || {
        (!is_empty.get()).then(|| {
            view! {
                <section class="kpi-section">
                    <SectionHead title=words.distribution note />
                    {parts}
                    {bars}
                </section>
            }
        })
    }
}
