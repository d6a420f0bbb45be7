//! What a promoter is worth against a detractor, where a source has money beside the answers.

use super::shown::ShownKpi;
use crate::ui::{
    components::{Column, DataTable, SectionHead},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    figures::{
        mean::Sample,
        money::{MoneyStudy, by_promoter_group},
    },
    texts::{
        Texts,
        figures::{ValueStyle, delta_interval, interval, probability},
        format,
    },
};

/// A section for each column of money.
#[component]
pub fn Worth(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let found = shown.select(move |plan, id| {
        let studies = shown.group.with(|group| by_promoter_group(plan, id, group.as_ref()));
        let profile = plan.profile();
        (studies, ValueStyle::money(&profile.currency), u64::from(profile.segment_minimum))
    });
    move || {
        let (studies, style, minimum) = found.get();
        studies.iter().map(|study| section(study, &style, minimum, texts)).collect_view()
    }
}

fn section(study: &MoneyStudy, style: &ValueStyle, minimum: u64, texts: &'static Texts) -> AnyView {
    let (words, kpis, charts) = (&texts.figures, &texts.kpis, &texts.charts);
    let month = |month| format::month(texts.language, month);
    let note = (words.worth_note)(&study.title, &(charts.span)(&month(*study.months.start()), &month(*study.months.end())));
    let row = |name: &'static str, sample: Option<Sample>| {
        let mean = sample.and_then(|sample| sample.mean());
        let value = mean.map_or_else(|| "–".to_owned(), |mean| style.value(texts.language, mean.value));
        let ends = mean.map_or_else(
            || (charts.hidden)(minimum),
            |mean| mean.interval.map_or_else(|| "–".to_owned(), |ends| interval(texts, style, ends)),
        );
        let n = mean.map_or_else(|| "–".to_owned(), |mean| format::count(texts.language, mean.n));
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="num">{value}</td>
                <td class="num">{ends}</td>
                <td class="num">{n}</td>
            </tr>
        }
    };
    let rows =
        vec![row(kpis.promoters, study.promoters), row(kpis.passives, study.passives), row(kpis.detractors, study.detractors)];
    let columns = vec![
        Column::text(charts.segment),
        Column::number(words.worth_mean),
        Column::number(kpis.interval_column),
        Column::number(charts.answers_column),
    ];
    let (said, verdict) = match study.difference() {
        None => (words.worth_untested.to_owned(), ""),
        Some(found) => {
            let size = style.size(texts.language, found.delta);
            let ends = delta_interval(texts, style, found.interval);
            let said = (words.worth_difference)(found.delta >= 0.0, &size, &ends, &probability(texts.language, found.p));
            (said, if found.is_significant() { words.compare_sure } else { words.compare_unsure })
        }
    };
    let caption = format!("{}: {note}", words.worth_title);
    view! {
        <section class="kpi-section">
            <SectionHead title=words.worth_title note ruled=true />
            <p>{said}" "<strong>{verdict}</strong></p>
            <DataTable caption caption_hidden=true columns=Signal::stored(columns)>
                {rows}
            </DataTable>
        </section>
    }
    .into_any()
}
