//! The figures at the top: last value, the level since it changed and before, the difference, the target.

use super::shown::{ShownKpi, certainty, interval, points, probability, set_points, short_name};
use crate::ui::{components::HelpHint, workspace::use_texts};
use leptos::prelude::*;
use reiseplan::{
    charts::nps::period_name,
    figures::{
        difference::Difference,
        nps::Answers,
        period::Period,
        series::Shift,
        standing::{Comparison, Standing, TargetState, target_state},
    },
    texts::{Texts, format},
};

/// A figure with what it is, how sure it is and where it comes from.
#[derive(Clone, PartialEq)]
struct Tile {
    /// ▲ or ▼, for a change.
    mark: &'static str,
    figure: String,
    label: String,
    note: String,
    /// `good` or `bad`, for a change that is more than noise.
    tone: &'static str,
    origin: String,
}

/// The row of figures.
#[component]
pub fn Tiles(shown: ShownKpi, #[prop(into)] sources: Signal<String>) -> impl IntoView {
    let texts = use_texts();
    let tiles = Memo::new(move |_| {
        let sources = sources.get();
        shown.standing.with(|standing| standing.as_ref().map(|standing| tiles(texts, standing, &sources)).unwrap_or_default())
    });
    let tile = |tile: Tile| {
        let words = &use_texts().kpis;
        let title = format!("{} {}", tile.figure, tile.label);
        view! {
            <div class="kpi-tile">
                <dt>
                    <span class="kpi-tile-label">{tile.label}</span>
                    <HelpHint label=(words.origin_of)(&title) title=title text=tile.origin />
                </dt>
                <dd>
                    <span class=format!("figure {}", tile.tone)>
                        {(!tile.mark.is_empty()).then(|| view! { <span class="kpi-tile-mark">{tile.mark}</span> })}
                        {tile.figure}
                    </span>
                    <span class="kpi-tile-note">{tile.note}</span>
                </dd>
            </div>
        }
    };
    move || {
        (!tiles.with(Vec::is_empty))
            .then(|| view! { <dl class="kpi-tiles">{tiles.get().into_iter().map(tile).collect_view()}</dl> })
    }
}

fn tiles(texts: &Texts, standing: &Standing, sources: &str) -> Vec<Tile> {
    let words = &texts.kpis;
    let score = |label: String, when: &str, answers: Answers| {
        let nps = answers.nps()?;
        let origin = (words.origin)(
            when,
            &format::count(texts.language, answers.promoters),
            &format::count(texts.language, answers.detractors),
            &format::count(texts.language, nps.n),
            sources,
        );
        let (figure, note) = (points(texts, nps.value), certainty(texts, &nps));
        Some(Tile { mark: "", figure, label, note, tone: "", origin })
    };
    let (last, answers) = standing.last;
    let mut found = vec![score(short_name(texts, last), &period_name(last, texts), answers)];
    match &standing.comparison {
        Some(Comparison::Shift(shift)) => {
            let since = (words.since)(&short_name(texts, shift.since));
            let in_full = period_name(shift.since, texts);
            found.push(score(since, &(words.since)(&in_full), shift.after));
            found.push(score(words.before.to_owned(), &(words.before_that)(&in_full), shift.before));
            found.push(Some(shift_tile(texts, shift)));
        }
        Some(Comparison::Periods { before, difference }) => {
            found.push(score(words.whole_time.to_owned(), words.whole_time, standing.total));
            found.push(Some(difference_tile(texts, *before, difference)));
        }
        None => {}
    }
    found.push(target_tile(texts, standing));
    found.into_iter().flatten().collect()
}

/// Triangle and size of a change, and the colour if it is more than noise.
fn change(texts: &Texts, delta: f64, is_sure: bool) -> (&'static str, String, &'static str) {
    let figure = format::number(texts.language, delta.abs(), 1);
    match (delta >= 0.0, is_sure) {
        (true, true) => ("▲", figure, "good"),
        (false, true) => ("▼", figure, "bad"),
        (true, false) => ("△", figure, ""),
        (false, false) => ("▽", figure, ""),
    }
}

fn shift_tile(texts: &Texts, shift: &Shift) -> Tile {
    let (mark, figure, tone) = change(texts, shift.difference.delta, true);
    Tile {
        mark,
        figure,
        label: texts.kpis.difference.to_owned(),
        note: format!("{} · {}", interval(texts, shift.difference.interval), probability(texts, shift.p)),
        tone,
        origin: texts.kpis.origin_shift.to_owned(),
    }
}

fn difference_tile(texts: &Texts, before: Period, difference: &Difference) -> Tile {
    let (mark, figure, tone) = change(texts, difference.delta, difference.is_significant());
    let verdict = if difference.is_significant() { texts.kpis.more_than_noise } else { texts.kpis.noise_note };
    Tile {
        mark,
        figure,
        label: (texts.kpis.against)(&short_name(texts, before)),
        note: format!("{} · {} · {verdict}", interval(texts, difference.interval), probability(texts, difference.p)),
        tone,
        origin: texts.kpis.origin_difference.to_owned(),
    }
}

fn target_tile(texts: &Texts, standing: &Standing) -> Option<Tile> {
    let words = &texts.kpis;
    let target = standing.target.as_ref()?;
    let state = target_state(&standing.last.1.nps()?, target.value);
    let by = target.by.map(|day| format::day(texts.language, day));
    Some(Tile {
        mark: if state == TargetState::Secured { "✓" } else { "" },
        figure: set_points(texts, target.value),
        label: by.as_deref().map_or_else(|| words.target.to_owned(), |by| (words.target_by)(by)),
        note: (words.target_state)(state).to_owned(),
        tone: if state == TargetState::Secured { "good" } else { "" },
        origin: (words.origin_target)(&period_name(standing.last.0, texts)),
    })
}
