//! The German texts.

use super::*;

pub(super) static TEXTS: Texts = Texts {
    language: Language::De,
    terms: Terms {
        phase: |phase| match phase {
            Phase::Acquisition => "Anbahnung",
            Phase::Active => "Aktiv",
            Phase::Passive => "Passiv",
        },
        sub_phase: |id| {
            Some(match id {
                "awareness" => "Aufmerksamkeit",
                "consideration" => "Erwägung",
                "decision" => "Entscheidung",
                "onboarding" => "Onboarding",
                "use" => "Nutzung",
                "renewal" => "Verlängerung",
                "inactive" => "Inaktivität",
                "cancelled" => "Kündigung",
                "win-back" => "Rückgewinnung",
                _ => return None,
            })
        },
        unnamed: "ohne Namen",
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
