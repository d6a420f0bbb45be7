//! The values to be reached.

use super::shown::ShownKpi;
use crate::ui::{
    components::{Button, ButtonKind, DateField, IconButton, NumberField, SectionHead, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{CesFigure, Day, KpiKind, OtherFields, Target},
    texts::format,
};

/// The targets, each with its value and day.
#[component]
pub fn Targets(shown: ShownKpi) -> impl IntoView {
    let words = &use_texts().kpis;
    let count = Memo::new(move |_| shown.kpi.with(|kpi| kpi.as_ref().map_or(0, |kpi| kpi.targets.len())));
    let add = move |()| {
        let current = shown.standing.with_untracked(|standing| standing.as_ref().map(|standing| standing.figure.value));
        shown.change(Label::new(Verb::Add, Noun::Target), |kpi| {
            let value = kpi.targets.last().map(|target| target.value).or(current).unwrap_or_default().round();
            kpi.targets.push(Target { value, by: None, other: OtherFields::new() });
        });
    };
    view! {
        <section class="kpi-section">
            <SectionHead title=words.targets>
                <Button kind=ButtonKind::Link label=words.add_target on_press=add />
            </SectionHead>
            {move || (count.get() == 0).then(|| view! { <p class="kpi-none">{words.no_target}</p> })}
            <For each=move || 0..count.get() key=|at| *at children=move |at| view! { <TargetRow shown at /> } />
        </section>
    }
}

#[component]
fn TargetRow(shown: ShownKpi, at: usize) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.kpis;
    let language = texts.language;
    let value = shown.field(move |kpi| kpi.targets.get(at).map(|target| target.value));
    let by =
        shown.field(move |kpi| kpi.targets.get(at).and_then(|target| target.by).map(|day| day.to_string()).unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Target)| {
        shown.change(Label::new(Verb::Change, Noun::Target), |kpi| {
            if let Some(target) = kpi.targets.get_mut(at) {
                change(target);
            }
        });
    };
    let parse = move |text: String| {
        let text = text.trim().trim_start_matches('+').trim_end_matches('%').trim_end();
        let fitting = format::parse_number(language, text).filter(|value| shown.kind().with_untracked(|kind| fits(kind, *value)));
        fitting.map(Some).ok_or_else(|| shown.kind().with_untracked(|kind| (words.target_range)(is_score(kind))).to_owned())
    };
    let commit = move |value: Option<f64>| {
        if let Some(value) = value {
            change(&|target| target.value = value);
        }
    };
    let commit_by = move |text: String| change(&|target| target.by = Day::parse(&text));
    let remove = move |()| {
        shown.change(Label::new(Verb::Remove, Noun::Target), |kpi| {
            if at < kpi.targets.len() {
                kpi.targets.remove(at);
            }
        });
        workspace.tell_undoable(words.target_removed.to_owned());
    };
    view! {
        <div class="kpi-target">
            <NumberField
                label=words.target_value
                label_hidden=true
                value
                format=move |value| shown.style.with(|style| style.set(texts.language, value))
                parse
                on_commit=commit
            />
            <DateField label=words.target_day label_hidden=true value=by on_commit=commit_by />
            <IconButton small=true label=words.remove_target icon=icons::LuTrash2 on_press=remove />
        </div>
    }
}

/// Whether values lie between −100 and +100 points.
fn is_score(kind: &KpiKind) -> bool {
    matches!(kind, KpiKind::Nps) || matches!(kind, KpiKind::Ces(ces) if ces.figure == CesFigure::Index)
}

fn fits(kind: &KpiKind, value: f64) -> bool {
    value.is_finite() && (!is_score(kind) || (-100.0..=100.0).contains(&value))
}
