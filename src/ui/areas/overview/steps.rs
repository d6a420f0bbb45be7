//! The five steps of the work at a glance: what there is, and where it stands.

use crate::ui::workspace::{Workspace, use_texts, use_workspace};
use leptos::prelude::*;
use reiseplan::{
    check::RuleId,
    figures::effect::{Judged, Verdict},
    plan::{MeasureStatus, Plan},
    route::{Area, WorkStep},
    texts::Texts,
};

/// A step: whether it has begun, what there is, and the page that it leads to.
#[derive(Clone, PartialEq)]
struct Standing {
    begun: bool,
    facts: String,
    area: Area,
}

fn standing(step: WorkStep, plan: &Plan, judged: &[Judged], workspace: Workspace, texts: &Texts) -> Standing {
    let words = &texts.summary;
    let found =
        |rule: RuleId| workspace.remarks.with(|remarks| remarks.iter().filter(|it| it.rule == rule && !it.dismissed).count());
    match step {
        WorkStep::Understand => Standing {
            begun: !(plan.personas.is_empty() && plan.audits.is_empty() && plan.voices.is_empty()),
            facts: (words.understand)(plan.personas.len(), plan.touchpoints.len()),
            area: Area::Personas,
        },
        WorkStep::Data => Standing {
            begun: !plan.sources.is_empty() || plan.kpis.iter().any(|kpi| !kpi.typed.is_empty()),
            facts: (words.data)(plan.kpis.len(), found(RuleId::KpiWithoutData)),
            area: Area::Kpis,
        },
        WorkStep::Design => Standing {
            begun: !plan.journeys.is_empty(),
            facts: (words.design)(plan.journeys.len(), plan.goals.len()),
            area: Area::Journeys,
        },
        WorkStep::Implement => {
            let running = plan.measures.iter().filter(|measure| measure.status == MeasureStatus::Running).count();
            let begun = plan.measures.iter().any(|measure| measure.has_begun());
            Standing { begun, facts: (words.implement)(running, found(RuleId::MeasureOverdue)), area: Area::Measures }
        }
        WorkStep::Measure => {
            let shown = judged.iter().filter(|judged| judged.verdict == Ok(Verdict::Shown)).count();
            match (shown, judged.len() - shown) {
                (0, 0) => Standing { begun: false, facts: (words.check)(workspace.open_remarks()), area: Area::Check },
                (shown, open) => Standing { begun: true, facts: (words.effects)(shown, open), area: Area::Effects },
            }
        }
    }
}

/// The strip of the five steps.
#[component]
pub fn Steps(judged: Memo<Vec<Judged>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.summary;
    let step = |(at, step): (usize, WorkStep)| {
        let standing =
            Memo::new(move |_| workspace.with_plan(|plan| judged.with(|judged| standing(step, plan, judged, workspace, texts))));
        let begun = move || standing.with(|standing| standing.begun);
        view! {
            <li>
                <a class="work-step" href=move || workspace.link(standing.get().area, None) data-begun=move || begun().then_some("")>
                    <span class="work-step-number" aria-hidden="true">{at + 1}</span>
                    <span class="work-step-name">{(texts.shell.step)(step)}</span>
                    <span class="visually-hidden">{move || if begun() { words.begun } else { words.not_begun }}". "</span>
                    <span class="work-step-facts">{move || standing.get().facts}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=words.steps>
            <ol class="work-steps">{WorkStep::ALL.into_iter().enumerate().map(step).collect_view()}</ol>
        </nav>
    }
}
