//! The figures at the top: last value, the level since it changed and before, the difference, the target.

use super::shown::{ShownKpi, short_name};
use crate::ui::{components::HelpHint, workspace::use_texts};
use leptos::prelude::*;
use reiseplan::texts::figures::{certainty, delta_interval, probability};
use reiseplan::{
    charts::kpi::period_name,
    figures::{
        difference::SIGNIFICANT,
        measured::Measured,
        standing::{Comparison, Standing, TargetState, is_past_limit, target_state},
    },
    plan::Kpi,
    texts::{Texts, figures::ValueStyle, format},
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

/// What tiles are made of.
struct Making<'a> {
    texts: &'static Texts,
    style: &'a ValueStyle,
    kpi: &'a Kpi,
    sources: &'a str,
}

/// The row of figures.
#[component]
pub fn Tiles(shown: ShownKpi, #[prop(into)] sources: Signal<String>) -> impl IntoView {
    let texts = use_texts();
    let tiles = Memo::new(move |_| {
        let sources = sources.get();
        let style = shown.style.get();
        let Some(kpi) = shown.kpi.get() else { return Vec::new() };
        let making = Making { texts, style: &style, kpi: &kpi, sources: &sources };
        shown.standing.with(|standing| standing.as_ref().map(|standing| making.tiles(standing)).unwrap_or_default())
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

impl Making<'_> {
    fn tiles(&self, standing: &Standing) -> Vec<Tile> {
        let words = &self.texts.kpis;
        let (last, measured) = standing.last;
        let mut found = vec![self.last_tile(short_name(self.texts, last), &period_name(last, self.texts), &measured)];
        match &standing.comparison {
            Some(Comparison::Shift(shift)) => {
                let since = (words.since)(&short_name(self.texts, shift.since));
                let in_full = period_name(shift.since, self.texts);
                found.push(self.value_tile(since, &(words.since)(&in_full), &shift.after));
                found.push(self.value_tile(words.before.to_owned(), &(words.before_that)(&in_full), &shift.before));
            }
            Some(Comparison::Periods { .. }) => {
                found.push(self.value_tile(words.whole_time.to_owned(), words.whole_time, &standing.total));
            }
            None => {}
        }
        found.extend([self.change_tile(standing), self.target_tile(standing)]);
        found.into_iter().flatten().collect()
    }

    fn value_tile(&self, label: String, when: &str, measured: &Measured) -> Option<Tile> {
        let (texts, style) = (self.texts, self.style);
        let figure = measured.figure()?;
        let words = &texts.figures;
        let basis = basis(texts, measured);
        let kind = &self.kpi.kind;
        let origin = (words.origin)(&(words.formula)(kind), when, &basis, self.sources, (words.interval_method)(kind));
        let (value, note) = (style.value(texts.language, figure.value), certainty(texts, style, &figure));
        Some(Tile { mark: "", figure: value, label, note, tone: "", origin })
    }

    /// The last value, with a warning past the limit.
    fn last_tile(&self, label: String, when: &str, measured: &Measured) -> Option<Tile> {
        let mut tile = self.value_tile(label, when, measured)?;
        if let (Some(limit), true) = (self.kpi.warning_limit, is_past_limit(self.kpi, measured.figure()?.value)) {
            let warning = (self.texts.figures.past_limit)(&self.style.set(self.texts.language, limit));
            tile.note = if tile.note.is_empty() { warning } else { format!("{warning} · {}", tile.note) };
            tile.tone = "bad";
        }
        Some(tile)
    }

    fn change_tile(&self, standing: &Standing) -> Option<Tile> {
        let (texts, style) = (self.texts, self.style);
        let words = &texts.kpis;
        let comparison = standing.comparison.as_ref()?;
        let (delta, p) = comparison.delta();
        let is_sure = p.is_some_and(|p| p < SIGNIFICANT);
        let is_good = self.kpi.better().is_gain(delta);
        let mark = match (delta >= 0.0, is_sure) {
            (true, true) => "▲",
            (false, true) => "▼",
            (true, false) => "△",
            (false, false) => "▽",
        };
        let (label, interval, verdict, origin) = match comparison {
            Comparison::Shift(shift) => {
                (words.difference.to_owned(), Some(shift.difference.interval), None, texts.figures.origin_shift)
            }
            Comparison::Periods { before, difference, .. } => {
                let verdict = match (difference, is_sure) {
                    (None, _) => texts.figures.untested,
                    (_, true) => words.more_than_noise,
                    (_, false) => words.noise_note,
                };
                let label = (words.against)(&short_name(texts, *before));
                (
                    label,
                    difference.map(|difference| difference.interval),
                    Some(verdict.to_owned()),
                    texts.figures.origin_difference,
                )
            }
        };
        let interval = interval.map(|ends| delta_interval(texts, style, ends));
        let p = p.map(|p| probability(texts.language, p));
        Some(Tile {
            mark,
            figure: style.size(texts.language, delta),
            label,
            note: [interval, p, verdict].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            tone: match (is_sure, is_good) {
                (false, _) => "",
                (true, true) => "good",
                (true, false) => "bad",
            },
            origin: origin.to_owned(),
        })
    }

    fn target_tile(&self, standing: &Standing) -> Option<Tile> {
        let texts = self.texts;
        let words = &texts.kpis;
        let target = standing.target.as_ref()?;
        let state = target_state(&standing.figure, target.value, self.kpi.better());
        let by = target.by.map(|day| format::day(texts.language, day));
        Some(Tile {
            mark: if state == TargetState::Secured { "✓" } else { "" },
            figure: self.style.set(texts.language, target.value),
            label: by.as_deref().map_or_else(|| words.target.to_owned(), |by| (words.target_by)(by)),
            note: (words.target_state)(state).to_owned(),
            tone: if state == TargetState::Secured { "good" } else { "" },
            origin: (words.origin_target)(&period_name(standing.last.0, texts)),
        })
    }
}

/// What a value comes from, in words.
fn basis(texts: &Texts, measured: &Measured) -> String {
    let words = &texts.figures;
    let count = |n: u64| format::count(texts.language, n);
    match measured {
        Measured::Groups(answers) => {
            (words.basis_groups)(&count(answers.promoters), &count(answers.detractors), &count(answers.n()))
        }
        Measured::Share(share) => (words.basis_share)(&count(share.hits), &count(share.n)),
        Measured::Mean(sample) => (words.basis_mean)(&count(sample.n)),
        Measured::Total(_) | Measured::Last(_) => String::new(),
        Measured::Customers(_, counts) => {
            let counts = counts.completed();
            let known = |n: Option<u32>| n.map_or_else(|| "–".to_owned(), |n| count(n.into()));
            (words.basis_customers)(&known(counts.start), &known(counts.won), &known(counts.lost), &known(counts.end))
        }
        Measured::Reported(_) => words.basis_reported.to_owned(),
    }
}
