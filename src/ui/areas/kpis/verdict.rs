//! What the figures mean, in words; and how the answers spread over the groups.

use super::shown::{ShownKpi, probability, short_name};
use crate::ui::{components::SectionHead, workspace::use_texts};
use leptos::prelude::*;
use reiseplan::{
    charts::nps::period_name,
    figures::{
        nps::answers_needed,
        standing::{Comparison, Standing},
    },
    texts::{Texts, format},
};

/// Half the width of the interval that is asked for where a difference may be noise, in points.
const WANTED_REACH: f64 = 5.0;

/// Whether the change is more than noise.
#[component]
pub fn Verdict(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let verdict = Memo::new(move |_| shown.standing.with(|standing| standing.as_ref().map(|standing| verdict(texts, standing))));
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

fn verdict(texts: &Texts, standing: &Standing) -> (&'static str, &'static str, String) {
    let words = &texts.kpis;
    let size = |delta: f64| format::number(texts.language, delta.abs(), 1);
    match &standing.comparison {
        Some(Comparison::Shift(shift)) => {
            let n = format::count(texts.language, shift.before.n() + shift.after.n());
            let delta = shift.difference.delta;
            let since = period_name(shift.since, texts);
            let text = (words.verdict_shift)(delta > 0.0, &size(delta), &since, &n, &probability(texts, shift.p));
            (if delta > 0.0 { "good" } else { "bad" }, words.more_than_noise, text)
        }
        Some(Comparison::Periods { before, difference }) => {
            let (before, p) = (period_name(*before, texts), probability(texts, difference.p));
            let up = difference.delta > 0.0;
            if difference.is_significant() {
                let text = (words.verdict_periods)(up, &size(difference.delta), &before, &p);
                return (if up { "good" } else { "bad" }, words.more_than_noise, text);
            }
            let needed = standing.last.1.nps().and_then(|nps| answers_needed(nps.variance, WANTED_REACH));
            let needed =
                needed.filter(|needed| *needed > standing.last.1.n()).map(|needed| format::count(texts.language, needed));
            let text = (words.verdict_noise)(&size(difference.delta), &before, &p);
            let text = needed.iter().fold(text, |text, needed| format!("{text} {}", (words.answers_needed)("5", needed)));
            ("", words.noise, text)
        }
        None => ("", words.no_comparison, words.no_comparison_text.to_owned()),
    }
}

/// Shares of detractors, passives and promoters.
#[component]
pub fn Distribution(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.kpis;
    let note = Signal::derive(move || {
        shown.standing.with(|standing| match standing.as_ref().and_then(|standing| standing.comparison.as_ref()) {
            Some(Comparison::Shift(shift)) => (words.since)(&short_name(texts, shift.since)),
            _ => words.whole_time.to_owned(),
        })
    });
    let answers = Memo::new(move |_| shown.standing.with(|standing| standing.as_ref().map(Standing::current)));
    let parts = move || {
        let answers = answers.get()?;
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
    move || {
        answers.get().is_some().then(|| {
            view! {
                <section class="kpi-section">
                    <SectionHead title=words.distribution note />
                    {parts}
                </section>
            }
        })
    }
}
