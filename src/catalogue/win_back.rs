//! What may bring lost customers back, by the reason for which they left.

use crate::plan::LossReason;
use crate::texts::Language;

/// Incentives that fit a reason, the most fitting first.
#[must_use]
pub fn incentives(reason: LossReason, language: Language) -> &'static [&'static str] {
    match language {
        Language::De => match reason {
            LossReason::BetterOffer => &[
                "Wechsel zur neuesten Version oder zum besten Tarif, ohne Gebühr",
                "Kostenlose Zusatzleistung, die der Wettbewerber nicht bietet",
                "Rabatt für das erste Jahr",
            ],
            LossReason::Price => &["Kleineres Paket, das zum Verbrauch passt", "Preisgarantie", "Rabatt für das erste Jahr"],
            LossReason::Product => &[
                "Zeigen, was seitdem besser geworden ist, und ohne Risiko ausprobieren lassen",
                "Fragen, was sich ändern müsste, und es ändern",
                "Persönlicher Neustart mit Einrichtung",
            ],
            LossReason::Service => &[
                "Entschuldigung durch eine Führungskraft und Lösung des alten Falls",
                "Feste Ansprechperson mit Durchwahl",
                "Wiedergutmachung, die zum Ärger passt",
            ],
            LossReason::Inactive => {
                &["Anruf: Was fehlt, um es wieder zu nutzen?", "Neuer Einstieg mit persönlicher Hilfe", "Pause statt Ende"]
            }
            LossReason::NeedGone => &["Kein Angebot: freundlich verabschieden", "Erinnerung zum nächsten Anlass, wenn gewünscht"],
            LossReason::Unknown => &["Erst fragen: kurzer Anruf ohne Angebot"],
        },
        Language::En => match reason {
            LossReason::BetterOffer => &[
                "Move to the newest version or the best tariff, free of charge",
                "A free extra that the competitor doesn’t offer",
                "Discount for the first year",
            ],
            LossReason::Price => &["A smaller package that fits the usage", "Price guarantee", "Discount for the first year"],
            LossReason::Product => &[
                "Show what has become better since, and let them try without risk",
                "Ask what would have to change, and change it",
                "Personal fresh start, including setup",
            ],
            LossReason::Service => &[
                "Apology by an executive, and the old case settled",
                "One person to turn to, with a direct line",
                "Amends that fit the annoyance",
            ],
            LossReason::Inactive => {
                &["Call: what is missing to use it again?", "A new start with personal help", "A pause instead of an end"]
            }
            LossReason::NeedGone => &["No offer: a friendly goodbye", "A reminder at the next occasion, if wanted"],
            LossReason::Unknown => &["Ask first: a short call without an offer"],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_fitting_incentives_in_both_languages() {
        for reason in LossReason::ALL {
            let [de, en] = Language::ALL.map(|language| incentives(reason, language));
            assert!(!de.is_empty() && de.len() == en.len(), "{reason:?}");
            assert!(de.iter().chain(en).all(|words| !words.is_empty()));
        }
    }
}
