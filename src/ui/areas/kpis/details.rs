//! Who answers for the KPI, what it belongs to, where its data come from, and the measures that are to move it.

use super::{
    settings::{KindSettings, Limits},
    shown::ShownKpi,
};
use crate::ui::{
    components::{EditableText, HelpHint, SectionHead, SelectField, with_first},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{Id, Kpi, KpiKind, Measure, MeasureStatus, Plan, SubPhaseId, TouchpointId, TypedId},
    route::Area,
    texts::{Texts, format},
};

/// Most measures that are listed.
const SHOWN_MEASURES: usize = 5;

/// A source that has data of the KPI.
#[derive(Clone, PartialEq)]
pub struct SourceLine {
    /// Its id.
    pub id: Id,
    /// Name of the file, else its title.
    pub name: String,
    /// Day of the import.
    pub imported: String,
}

/// The sources that have data of the KPI.
pub fn source_lines(plan: &Plan, kpi: &reiseplan::plan::KpiId, texts: &Texts) -> Vec<SourceLine> {
    let sources = plan.sources.iter().filter(|source| source.kpis().contains(&kpi));
    let line = |source: &std::sync::Arc<reiseplan::plan::Source>| SourceLine {
        id: source.id.as_id().clone(),
        name: if source.file_name.is_empty() { source.title.clone() } else { source.file_name.clone() },
        imported: source.imported.map(|day| format::day(texts.language, day)).unwrap_or_default(),
    };
    sources.map(line).collect()
}

/// What exactly is asked or counted.
#[component]
pub fn Definition(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.kpis;
    let commit = move |definition: String| {
        shown.change(Label::new(Verb::Change, Noun::Kpi), |kpi| kpi.definition = definition);
    };
    let help = move || {
        let is_nps = shown.kind().with(|kind| *kind == KpiKind::Nps);
        is_nps.then(|| view! { <HelpHint label=words.nps_help_label title=words.nps_help_title text=words.nps_help /> })
    };
    let formula = move || shown.kind().with(|kind| (texts.figures.formula)(kind));
    let redefined = shown.field(|kpi| kpi.breaks().last());
    view! {
        <section class="kpi-section">
            <SectionHead title=words.definition help=help.into_any() />
            <p class="kpi-formula">{formula}</p>
            {move || redefined.get().map(|day| {
                let text = (texts.figures.redefined)(&format::month(texts.language, day.month()));
                view! { <p class="kpi-hint">{text}</p> }
            })}
            <EditableText
                label=words.definition
                value=shown.field(|kpi| kpi.definition.clone())
                on_commit=commit
                placeholder=words.definition_placeholder
                multiline=true
            />
            <KindSettings shown />
            <Limits shown />
        </section>
    }
}

/// Names and values.
#[component]
pub fn Details(shown: ShownKpi, #[prop(into)] sources: Signal<Vec<SourceLine>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.kpis;
    let typed = shown.field(|kpi| kpi.typed.len());
    let rename = move |owner: String| shown.change(Label::new(Verb::Change, Noun::Kpi), |kpi| kpi.owner = owner);
    let source_view = move || {
        let lines = sources.get().into_iter().map(|line| {
            let day = if line.imported.is_empty() { String::new() } else { format!(", {}", line.imported) };
            view! { <li><a href=workspace.link(Area::Import, Some(&line.id)) dir="auto">{line.name}</a>{day}</li> }
        });
        let lines = lines.collect_view();
        let typed = typed.get();
        let typed = (typed > 0).then(|| view! { <li>{(words.typed_months)(typed)}</li> });
        let nothing = (sources.with(Vec::is_empty) && typed.is_none()).then(|| view! { <li>{words.no_source}</li> });
        view! { <ul class="kpi-sources">{lines}{typed}{nothing}</ul> }
    };
    view! {
        <section class="kpi-section">
            <SectionHead title=words.details />
            <dl class="facts kpi-facts">
                <dt>{words.owner}</dt>
                <dd>
                    <EditableText
                        label=words.owner
                        value=shown.field(|kpi| kpi.owner.clone())
                        on_commit=rename
                        placeholder=words.nobody
                    />
                </dd>
                <dt>{words.belongs_to}</dt>
                <dd><BelongsTo shown /></dd>
                <dt>{words.source}</dt>
                <dd>{source_view}</dd>
                <dt>
                    {words.interval}
                    {move || shown.kind().with(|kind| view! {
                        <HelpHint
                            label=words.interval_help_label
                            title=(texts.figures.interval_method)(kind)
                            text=(texts.figures.interval_help)(kind)
                        />
                    })}
                </dt>
                <dd>{move || shown.kind().with(|kind| (texts.figures.interval_method)(kind))}</dd>
            </dl>
        </section>
    }
}

/// Chooses whether the KPI belongs to the whole, a sub-phase or a touchpoint.
#[component]
fn BelongsTo(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.kpis;
    let options = shown.select(move |plan, _| {
        let phases = plan.sub_phases.iter().map(|sub_phase| {
            let name = plan.sub_phase_name(&sub_phase.id, texts);
            (format!("phase {}", sub_phase.id), (words.belongs_to_phase)(&name))
        });
        let touchpoints = plan.touchpoints.iter().map(|touchpoint| {
            let name = texts.terms.named(&touchpoint.name);
            (format!("touchpoint {}", touchpoint.id), (words.belongs_to_touchpoint)(name))
        });
        with_first(words.belongs_to_all, phases.chain(touchpoints))
    });
    let value = shown.field(|kpi| match (&kpi.touchpoint, &kpi.sub_phase) {
        (Some(id), _) => format!("touchpoint {id}"),
        (None, Some(id)) => format!("phase {id}"),
        (None, None) => String::new(),
    });
    let commit = move |key: String| shown.change(Label::new(Verb::Change, Noun::Kpi), |kpi| belong(kpi, &key));
    view! { <SelectField label=words.belongs_to label_hidden=true options value on_commit=commit /> }
}

fn belong(kpi: &mut Kpi, key: &str) {
    let id = |prefix: &str| key.strip_prefix(prefix).and_then(|id| Id::try_from(id).ok());
    kpi.sub_phase = id("phase ").map(SubPhaseId::from);
    kpi.touchpoint = id("touchpoint ").map(TouchpointId::from);
}

/// A measure that is to move the KPI.
#[derive(Clone, PartialEq)]
struct MeasureLine {
    id: Id,
    title: String,
    note: String,
}

/// The measures that are to move the KPI.
#[component]
pub fn Measures(shown: ShownKpi) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.kpis;
    let lines = shown.select(move |plan, id| {
        let mut measures: Vec<_> = plan.kept_measures().filter(|measure| measure.moves(id)).collect();
        measures.sort_by_key(|measure| (rank(measure.status), measure.start));
        let line = |measure: &std::sync::Arc<Measure>| MeasureLine {
            id: measure.id.as_id().clone(),
            title: texts.terms.named(&measure.title).to_owned(),
            note: note(measure, texts),
        };
        measures.into_iter().map(line).collect::<Vec<_>>()
    });
    let all = move || match lines.with(Vec::len) {
        count if count > SHOWN_MEASURES => (words.all_measures)(count),
        _ => words.to_measures.to_owned(),
    };
    let rows = move || match lines.get() {
        lines if lines.is_empty() => view! { <p class="kpi-none">{words.no_measures}</p> }.into_any(),
        lines => {
            let row = |line: MeasureLine| {
                view! {
                    <li class="row">
                        <a class="row-title" href=workspace.link(Area::Measures, Some(&line.id)) dir="auto">{line.title}</a>
                        <span class="row-note">{line.note}</span>
                    </li>
                }
            };
            let limit = if workspace.printing.get() { usize::MAX } else { SHOWN_MEASURES };
            view! { <ul class="row-list">{lines.into_iter().take(limit).map(row).collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="kpi-section">
            <SectionHead title=words.measures ruled=true>
                <a href=workspace.link(Area::Measures, None)>{all}</a>
            </SectionHead>
            {rows}
        </section>
    }
}

/// What runs first, then what is done, then what is to come.
fn rank(status: MeasureStatus) -> u8 {
    match status {
        MeasureStatus::Running => 0,
        MeasureStatus::Done => 1,
        MeasureStatus::Planned => 2,
        MeasureStatus::Idea | MeasureStatus::Dropped => 3,
    }
}

fn note(measure: &Measure, texts: &Texts) -> String {
    let status = (texts.terms.measure_status)(measure.status);
    let day = |day| format::day(texts.language, day);
    match (measure.status, measure.start, measure.end) {
        (MeasureStatus::Running, Some(start), _) => (texts.kpis.running_since)(&day(start)),
        (MeasureStatus::Planned, Some(start), _) => (texts.kpis.planned_from)(&day(start)),
        (MeasureStatus::Done, _, Some(end)) => (texts.kpis.done_since)(&day(end)),
        _ => status.to_owned(),
    }
}
