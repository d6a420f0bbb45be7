//! Models of the customer lifecycle: which sub-phases the three phases have in a kind of business.

use crate::plan::Phase::{self, Acquisition, Active, Passive};
use crate::texts::Language;

/// A model of the lifecycle.
#[derive(Debug)]
pub struct LifecycleModel {
    /// Its id.
    pub id: &'static str,
    names: (&'static str, &'static str),
    /// Its sub-phases: id and phase. The ids have names in both languages.
    pub sub_phases: &'static [(&'static str, Phase)],
}

impl LifecycleModel {
    /// Its name.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        match language {
            Language::De => self.names.0,
            Language::En => self.names.1,
        }
    }
}

/// All models, the standard one first.
pub static LIFECYCLE_MODELS: &[LifecycleModel] = &[
    LifecycleModel {
        id: "standard",
        names: ("Standard: neun Abschnitte", "Standard: nine sub-phases"),
        sub_phases: &crate::plan::STANDARD_SUB_PHASES,
    },
    LifecycleModel {
        id: "short",
        names: ("Kurz: sechs Abschnitte", "Short: six sub-phases"),
        sub_phases: &[
            ("awareness", Acquisition),
            ("decision", Acquisition),
            ("onboarding", Active),
            ("use", Active),
            ("cancelled", Passive),
            ("win-back", Passive),
        ],
    },
    LifecycleModel {
        id: "subscription",
        names: ("Abonnement und Software", "Subscription and software"),
        sub_phases: &[
            ("awareness", Acquisition),
            ("consideration", Acquisition),
            ("trial", Acquisition),
            ("decision", Acquisition),
            ("onboarding", Active),
            ("use", Active),
            ("expansion", Active),
            ("renewal", Active),
            ("inactive", Passive),
            ("cancelled", Passive),
            ("win-back", Passive),
        ],
    },
    LifecycleModel {
        id: "industry",
        names: ("Industrie und Projektgeschäft", "Industry and projects"),
        sub_phases: &[
            ("need", Acquisition),
            ("specification", Acquisition),
            ("offer", Acquisition),
            ("commissioning", Active),
            ("operation", Active),
            ("modernisation", Active),
            ("dormant", Passive),
            ("lost", Passive),
            ("win-back", Passive),
        ],
    },
    LifecycleModel {
        id: "public",
        names: ("Verwaltung und öffentlicher Dienst", "Administration and public service"),
        sub_phases: &[
            ("occasion", Acquisition),
            ("information", Acquisition),
            ("application", Acquisition),
            ("processing", Active),
            ("decision-notice", Active),
            ("service-use", Active),
            ("objection", Passive),
            ("departure", Passive),
            ("return", Passive),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_model_covers_all_phases_in_order_with_sub_phases_that_have_names() {
        for model in LIFECYCLE_MODELS {
            let phases: Vec<Phase> = model.sub_phases.iter().map(|(_, phase)| *phase).collect();
            assert!(phases.is_sorted() && Phase::ALL.iter().all(|phase| phases.contains(phase)), "{}", model.id);
            let ids: HashSet<&str> = model.sub_phases.iter().map(|(id, _)| *id).collect();
            assert_eq!(ids.len(), model.sub_phases.len(), "{}", model.id);
            for language in Language::ALL {
                let names: HashSet<&str> = ids.iter().filter_map(|id| (language.texts().terms.sub_phase)(id)).collect();
                assert_eq!(names.len(), ids.len(), "{} {language:?}", model.id);
            }
        }
    }
}
