//! One period or group against another.

use super::{shown::ShownKpi, views::group_label};
use crate::ui::{
    components::{SectionHead, SelectField},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::texts::figures::{delta_interval, probability};
use reiseplan::{
    charts::kpi::{period_name, style},
    figures::{
        measured::{self, Measured},
        series::{Group, by_group, by_period, days_covered},
    },
    plan::{KpiId, Plan, Resolution},
    texts::Texts,
};

/// Most periods that are offered to be compared.
const MOST_PERIODS: usize = 60;

/// What can be compared, each with its name and what was measured.
#[derive(Clone, Default, PartialEq)]
struct Sides {
    /// Periods in order of time, then the groups over the whole time.
    all: Vec<(String, Measured)>,
    /// How many of them are periods.
    periods: usize,
}

/// Chooses two and says how they differ.
#[component]
pub fn Compare(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.figures;
    let sides = shown.select(move |plan, id| {
        let grain = shown.grain.get();
        shown.group.with(|group| sides(plan, id, group.as_ref(), grain, texts))
    });
    let options = Signal::derive(move || {
        sides.with(|sides| sides.all.iter().enumerate().map(|(at, (name, _))| (at.to_string(), name.clone())).collect::<Vec<_>>())
    });
    let (first, second) = (RwSignal::new(None::<usize>), RwSignal::new(None::<usize>));
    // What isn't chosen yet: the first period with data against the last.
    let chosen = Memo::new(move |_| {
        let (count, last) = sides.with(|sides| (sides.all.len(), sides.periods.saturating_sub(1)));
        let valid = |chosen: Option<usize>, other: usize| chosen.filter(|at| *at < count).unwrap_or(other);
        (valid(first.get(), last.saturating_sub(1)), valid(second.get(), last))
    });
    let result = shown.select(move |plan, id| {
        let (a, b) = chosen.get();
        sides.with(|sides| {
            let ((first, earlier), (second, later)) = (sides.all.get(a)?, sides.all.get(b)?);
            if a == b {
                return Some((String::new(), words.compare_same));
            }
            let style = style(plan, id);
            let Some(found) = measured::difference(earlier, later) else {
                let delta = later.figure()?.value - earlier.figure()?.value;
                return Some(((words.compare_untested)(first, second, &style.delta(texts.language, delta)), ""));
            };
            let verdict = if found.is_significant() { words.compare_sure } else { words.compare_unsure };
            let interval = delta_interval(texts, &style, found.interval);
            let delta = style.delta(texts.language, found.delta);
            Some(((words.compare_result)(first, second, &delta, &interval, &probability(texts.language, found.p)), verdict))
        })
    });
    let key = move |of: fn((usize, usize)) -> usize| Signal::derive(move || of(chosen.get()).to_string());
    let has_several = Memo::new(move |_| sides.with(|sides| sides.all.len() > 1));
    move || {
        has_several.get().then(|| {
            view! {
                <section class="kpi-section kpi-compare">
                    <SectionHead title=words.compare_title note=words.compare_note ruled=true />
                    <div class="kpi-views">
                        <SelectField label=words.compare_first options value=key(|both| both.0) on_commit=move |key: String| first.set(key.parse().ok()) />
                        <SelectField label=words.compare_second options value=key(|both| both.1) on_commit=move |key: String| second.set(key.parse().ok()) />
                    </div>
                    <p class="kpi-compared" aria-live="polite">
                        {move || result.get().map(|(text, verdict)| view! { {text}" "<strong>{verdict}</strong> })}
                    </p>
                </section>
            }
        })
    }
}

/// The periods as they are shown, or longer ones where nobody would find one among so many; and the groups.
fn sides(plan: &Plan, kpi: &KpiId, group: Option<&Group>, shown: Resolution, texts: &Texts) -> Sides {
    let grains = Resolution::ALL.into_iter().filter(|grain| *grain >= shown);
    let mut series = grains.map(|grain| by_period(plan, kpi, group, grain));
    let periods = series.find(|series| series.len() <= MOST_PERIODS).unwrap_or_default();
    let groups = days_covered(plan, kpi).map(|days| {
        let whole = days.start().month().first_day()..=days.end().month().last_day();
        let shown = by_group(plan, kpi, &whole).into_iter().filter(|row| !row.hidden);
        shown.map(|row| (group_label(plan, &row.group, texts), row.measured)).collect::<Vec<_>>()
    });
    let count = periods.len();
    let periods = periods.into_iter().map(|(period, measured)| (period_name(period, texts), measured));
    Sides { all: periods.chain(groups.unwrap_or_default()).collect(), periods: count }
}
