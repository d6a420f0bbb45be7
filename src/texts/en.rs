//! The English texts.

use super::*;

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
    kpis: Kpis {},
    charts: Charts {},
    actions: Actions {},
};
