//! One period or group against another.

use super::{shown::ShownKpi, views::group_label};
use crate::ui::{
    components::{SectionHead, SelectField},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::texts::figures::{delta_interval, probability};
use reiseplan::{
    charts::kpi::{group_name, period_name, style},
    figures::{
        compare::{Part, parts},
        measured::{self, Measured},
        series::months_covered,
    },
    plan::Day,
    texts::format,
};

/// What can be held against another, with its name in the choice and in a sentence, and what was measured.
#[derive(Clone, PartialEq)]
struct Side {
    part: Part,
    name: String,
    in_words: String,
    measured: Measured,
}

/// Chooses two that share no answers, and says how they differ.
#[component]
pub fn Compare(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.figures;
    let sides = shown.select(move |plan, id| {
        let parts = shown.group.with(|group| parts(plan, id, group.as_ref(), shown.grain.get()));
        let side = |(part, measured): (Part, Measured)| {
            let (name, in_words) = match &part {
                Part::Period(period) => (period_name(*period, texts), period_name(*period, texts)),
                Part::Group(group) => (group_label(plan, group, texts), group_name(plan, group, texts)),
            };
            Side { part, name, in_words, measured }
        };
        parts.into_iter().map(side).collect::<Vec<_>>()
    });
    let (first, second) = (RwSignal::new(None::<usize>), RwSignal::new(None::<usize>));
    // What isn't chosen yet: the last period with data, and the one before it.
    let first_at = Memo::new(move |_| {
        sides.with(|sides| {
            let periods = sides.iter().take_while(|side| matches!(side.part, Part::Period(_))).count();
            first.get().filter(|at| *at < sides.len()).unwrap_or(periods.saturating_sub(2))
        })
    });
    // What shares answers with the first can't be told apart from it.
    let others = Memo::new(move |_| {
        sides.with(|sides| {
            let Some(first) = sides.get(first_at.get()) else { return Vec::new() };
            (0..sides.len()).filter(|at| sides[*at].part.is_apart_from(&first.part)).collect::<Vec<_>>()
        })
    });
    let second_at =
        Memo::new(move |_| others.with(|others| second.get().filter(|at| others.contains(at)).or(others.last().copied())));
    let option = |at: usize, sides: &[Side]| (at.to_string(), sides[at].name.clone());
    let firsts = Signal::derive(move || sides.with(|sides| (0..sides.len()).map(|at| option(at, sides)).collect::<Vec<_>>()));
    let seconds = Signal::derive(move || {
        sides.with(|sides| others.with(|others| others.iter().map(|at| option(*at, sides)).collect::<Vec<_>>()))
    });
    let result = shown.select(move |plan, id| {
        let (a, b) = (first_at.get(), second_at.get()?);
        sides.with(|sides| {
            let (earlier, later) = (sides.get(a)?, sides.get(b)?);
            let style = style(plan, id);
            // Groups are compared over the whole time.
            let months = months_covered(plan, id).filter(|_| matches!(later.part, Part::Group(_)));
            let month = |day: &Day| format::month(texts.language, day.month());
            let span = months.map(|months| (texts.charts.span)(&month(months.start()), &month(months.end())));
            let first = &earlier.in_words;
            let second = span.map_or_else(|| later.in_words.clone(), |span| format!("{}, {span}", later.in_words));
            let Some(found) = measured::difference(&earlier.measured, &later.measured) else {
                let delta = later.measured.figure()?.value - earlier.measured.figure()?.value;
                let delta = style.delta(texts.language, delta);
                return Some(((words.compare_untested)(first, &second, &delta), ""));
            };
            let verdict = if found.is_significant() { words.compare_sure } else { words.compare_unsure };
            let interval = delta_interval(texts, &style, found.interval);
            let delta = style.delta(texts.language, found.delta);
            let p = probability(texts.language, found.p);
            Some(((words.compare_result)(first, &second, &delta, &interval, &p), verdict))
        })
    });
    let has_several = Memo::new(move |_| sides.with(|sides| sides.len() > 1));
    move || {
        has_several.get().then(|| {
            view! {
                <section class="kpi-section kpi-compare">
                    <SectionHead title=words.compare_title note=words.compare_note ruled=true />
                    <div class="kpi-views">
                        <SelectField
                            label=words.compare_first
                            options=firsts
                            value=Signal::derive(move || first_at.get().to_string())
                            on_commit=move |key: String| first.set(key.parse().ok())
                        />
                        <SelectField
                            label=words.compare_second
                            options=seconds
                            value=Signal::derive(move || second_at.get().map(|at| at.to_string()).unwrap_or_default())
                            on_commit=move |key: String| second.set(key.parse().ok())
                        />
                    </div>
                    <p class="kpi-compared" aria-live="polite">
                        {move || result.get().map(|(text, verdict)| view! { {text}" "<strong>{verdict}</strong> })}
                    </p>
                </section>
            }
        })
    }
}
