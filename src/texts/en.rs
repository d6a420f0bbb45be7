//! The English texts.

use super::*;
use crate::editor::{Label, Noun, Verb};

fn paste_reason(reason: PasteReason) -> &'static str {
    match reason {
        PasteReason::NotAMonth => "a month is expected here, for example 03/2025",
        PasteReason::NotACount => "a whole number of answers is expected here, 0 or more",
        PasteReason::Missing => "the column is missing",
        PasteReason::MonthTwice => "the month stood in an earlier line already",
    }
}

pub(super) static TEXTS: Texts = Texts {
    language: Language::En,
    terms: Terms {
        phase: |phase| match phase {
            Phase::Acquisition => "Acquisition",
            Phase::Active => "Active",
            Phase::Passive => "Passive",
        },
        sub_phase: |id| {
            Some(match id {
                "awareness" => "Awareness",
                "consideration" => "Consideration",
                "decision" => "Decision",
                "onboarding" => "Onboarding",
                "use" => "Use",
                "renewal" => "Renewal",
                "inactive" => "Inactive",
                "cancelled" => "Cancelled",
                "win-back" => "Win-back",
                _ => return None,
            })
        },
        unnamed: "unnamed",
    },
    shell: Shell {},
    library: Library {},
    exchange: Exchange {},
    settings: Settings {},
    overview: Overview {},
    journeys: Journeys {},
    strategy: Strategy {},
    import: Import {},
    kpis: Kpis {
        pasted_columns: PastedColumns {
            month: &["Month", "Period", "Date"],
            promoters: &["Promoters", "Promoter"],
            passives: &["Passives", "Neutrals"],
            detractors: &["Detractors", "Detractor"],
        },
        paste_reason,
        paste_issue: |line, column, value, reason| {
            let reason = paste_reason(reason);
            if value.is_empty() {
                format!("Line {line}, column {column}: {reason}.")
            } else {
                format!("Line {line}, column {column}: “{value}” – {reason}.")
            }
        },
    },
    charts: Charts {},
    actions: Actions { label, undo: |step| format!("Undo: {}", label(step)), redo: |step| format!("Redo: {}", label(step)) },
};

fn label(label: Label) -> String {
    let noun = match label.noun {
        Noun::Plan => "plan",
        Noun::Profile => "plan details",
        Noun::SubPhase => "sub-phase",
        Noun::Department => "department",
        Noun::Channel => "channel",
        Noun::Dimension => "dimension",
        Noun::SegmentValue => "segment",
        Noun::Touchpoint => "touchpoint",
        Noun::Persona => "persona",
        Noun::Journey => "journey",
        Noun::Lane => "lane",
        Noun::Stage => "stage",
        Noun::Step => "step",
        Noun::Text => "text",
        Noun::Emotion => "emotion",
        Noun::Evidence => "evidence",
        Noun::MomentOfTruth => "moment of truth",
        Noun::PainPoint => "pain point",
        Noun::Goal => "goal",
        Noun::Weakness => "weakness",
        Noun::Assessment => "assessment",
        Noun::Measure => "measure",
        Noun::Kpi => "KPI",
        Noun::Target => "target",
        Noun::KpiData => "KPI values",
        Noun::Source => "data source",
        Noun::Cells => "cells",
    };
    let verb = match label.verb {
        Verb::Add => "Add",
        Verb::Change => "Change",
        Verb::Rename => "Rename",
        Verb::Move => "Move",
        Verb::Remove => "Delete",
        Verb::Duplicate => "Duplicate",
        Verb::Import => "Import",
        Verb::Paste => "Paste",
        Verb::Merge => "Merge",
        Verb::Show => "Show",
        Verb::Hide => "Hide",
    };
    format!("{verb} {noun}")
}
