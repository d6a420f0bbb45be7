//! What is typical of the phases of the customer lifecycle: goals, weaknesses and key measures to pick from, in both
//! languages. An entry's id never changes and names one entry of its list.

use crate::plan::Phase;
use crate::texts::Language;

/// Something typical that a strategist can pick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// Its id.
    pub id: &'static str,
    /// The phase that it belongs to; none: every phase.
    pub phase: Option<Phase>,
    /// The standard sub-phase that it belongs to; none: the whole phase.
    pub sub_phase: Option<&'static str>,
    /// The text in German.
    pub de: &'static str,
    /// The text in English.
    pub en: &'static str,
    /// Ids of the key measures that answer a weakness; empty for goals and key measures.
    pub answered_by: &'static [&'static str],
}

impl CatalogueEntry {
    /// The text in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &'static str {
        match language {
            Language::De => self.de,
            Language::En => self.en,
        }
    }

    /// Whether it is for a sub-phase of a phase: for this very one, for its phase, or for all.
    #[must_use]
    pub fn is_for(&self, phase: Phase, sub_phase: &str) -> bool {
        self.phase.is_none_or(|own| own == phase) && self.sub_phase.is_none_or(|own| own == sub_phase)
    }
}

/// Lists what a canvas offers: entries for a sub-phase first, then those for its phase, then those for all.
#[must_use]
pub fn offered(entries: &'static [CatalogueEntry], phase: Phase, sub_phase: &str) -> Vec<&'static CatalogueEntry> {
    let mut found: Vec<_> = entries.iter().filter(|entry| entry.is_for(phase, sub_phase)).collect();
    found.sort_by_key(|entry| (entry.sub_phase.is_none(), entry.phase.is_none()));
    found
}

/// The key measures that answer a weakness.
pub fn answers(weakness: &CatalogueEntry) -> impl Iterator<Item = &'static CatalogueEntry> {
    weakness.answered_by.iter().filter_map(|id| KEY_MEASURES.iter().find(|measure| measure.id == *id))
}

const ALL: Option<Phase> = None;
const ACQUISITION: Option<Phase> = Some(Phase::Acquisition);
const ACTIVE: Option<Phase> = Some(Phase::Active);
const PASSIVE: Option<Phase> = Some(Phase::Passive);

macro_rules! entries {
    ($(#[$doc:meta])* $name:ident: $($id:literal in $phase:ident $($sub_phase:literal)? => $de:literal, $en:literal $(, [$($answer:literal)*])?;)*) => {
        $(#[$doc])*
        pub static $name: &[CatalogueEntry] = &[$(CatalogueEntry {
            id: $id,
            phase: $phase,
            sub_phase: entries!(@optional $($sub_phase)?),
            de: $de,
            en: $en,
            answered_by: &[$($($answer),*)?],
        }),*];
    };
    (@optional) => { None };
    (@optional $sub_phase:literal) => { Some($sub_phase) };
}

entries! {
    /// Goals to pick from.
    GOALS:
    "raise-awareness" in ACQUISITION "awareness" => "Bekanntheit steigern", "Raise awareness";
    "raise-reach" in ACQUISITION "awareness" => "Reichweite erhöhen", "Raise reach";
    "create-demand" in ACQUISITION "awareness" => "Nachfrage wecken", "Create demand";
    "build-trust" in ACQUISITION "consideration" => "Vertrauen aufbauen", "Build trust";
    "build-reputation" in ACQUISITION "consideration" => "Guten Ruf aufbauen", "Build a reputation";
    "be-the-expert" in ACQUISITION "consideration" => "Als Experte gelten", "Be known as the expert";
    "stand-out" in ACQUISITION "decision" => "Sich vom Wettbewerb abheben", "Stand out from competitors";
    "readiness-to-buy" in ACQUISITION "decision" => "Kaufbereitschaft erhöhen", "Raise readiness to buy";
    "more-leads" in ACQUISITION "decision" => "Mehr Interessenten gewinnen (Konversionsrate)", "Win more leads (conversion rate)";
    "more-customers" in ACQUISITION "decision" => "Mehr Kunden gewinnen (Abschlussquote)", "Win more customers (closing rate)";
    "keep-promises" in ACTIVE "onboarding" => "Halten, was versprochen wurde", "Deliver what was promised";
    "quick-start" in ACTIVE "onboarding" => "Schneller Start ohne Nachfragen", "A quick start without questions";
    "meet-expectations" in ACTIVE => "Erwartung und Erlebnis stimmen überein", "Expectation and experience agree";
    "successful-use" in ACTIVE "use" => "Nutzung zum Erfolg führen", "Make the use succeed";
    "complaints" in ACTIVE "use" => "Beschwerden im Sinne der Kunden lösen", "Settle complaints the customer’s way";
    "cross-and-upselling" in ACTIVE "renewal" => "Mehr Cross- und Upselling", "More cross-selling and upselling";
    "lower-churn" in ACTIVE "renewal" => "Abwanderungsrate senken", "Lower the churn rate";
    "raise-retention" in ACTIVE "renewal" => "Bindungsrate erhöhen", "Raise the retention rate";
    "notice-early" in PASSIVE "inactive" => "Früh erkennen, wer zu gehen droht", "Notice early who is about to leave";
    "reactivate" in PASSIVE "inactive" => "Inaktive Kunden wieder aktivieren", "Reactivate inactive customers";
    "find-reasons" in PASSIVE => "Gründe für Inaktivität und Kündigung kennen", "Know why customers go quiet or cancel";
    "remove-causes" in PASSIVE "cancelled" => "Ursachen berechtigter Unzufriedenheit beheben", "Remove the causes of justified dissatisfaction";
    "revive-relations" in PASSIVE "win-back" => "Belastete Beziehungen neu beleben", "Revive damaged relations";
    "find-unprofitable" in PASSIVE "win-back" => "Unrentable Kunden erkennen", "Identify unprofitable customers";
    "more-recommendation" in ALL => "Mehr Weiterempfehlungen", "More recommendations";
    "repeat-purchases" in ALL => "Mehr Wiederkäufe", "More repeat purchases";
    "be-consistent" in ALL => "Verlässlich sein, auf jedem Kanal", "Be consistent on every channel";
}

entries! {
    /// Typical weaknesses, to be judged honestly.
    WEAKNESSES:
    "selling-not-buying" in ACQUISITION => "Der Verkaufsprozess folgt nicht dem Kaufprozess", "The selling process doesn’t follow the buying process", ["information-need" "lead-through"];
    "decision-only" in ACQUISITION "awareness" => "Marketing und Vertrieb zielen nur auf die Entscheidung, weil sie sich sofort auszahlt", "Marketing and sales aim at the decision only, because it pays at once", ["content-strategy"];
    "no-phase-pages" in ACQUISITION "decision" => "Landingpages passen zu keiner Kaufphase", "Landing pages fit no buying phase", ["phase-pages"];
    "no-informing-content" in ACQUISITION "consideration" => "Inhalte, die informieren, fehlen, obwohl etwa 80 % der Suchen informieren wollen", "Content that informs is missing, although about 80 % of searches want information", ["content-strategy" "information-need"];
    "costly-clicks" in ACQUISITION "decision" => "Anzeigen werden ohne Kaufabsicht geklickt und verteuern die Gewinnung", "Ads are clicked without intent to buy, and winning customers gets dearer", ["target-group" "phase-pages"];
    "asked-too-late" in ACTIVE "onboarding" => "Kunden werden erst gefragt, wenn das Produkt läuft", "Customers are asked only once the product is running", ["ask-regularly" "involve-customers"];
    "promised-too-much" in ACTIVE "onboarding" => "Es wird mehr versprochen, als das Produkt hält", "More is promised than the product keeps", ["involve-customers" "onboarding-material"];
    "involved-too-late" in ACTIVE "use" => "Kunden werden spät beteiligt; dann ist jede Verbesserung teuer", "Customers are involved late, when every improvement is dear", ["involve-customers"];
    "marketing-alone" in ACTIVE => "Kundenerlebnis gilt als Sache des Marketings allein", "Customer experience is left to marketing alone", ["share-information"];
    "complaints-noted" in ACTIVE "use" => "Beschwerden werden nur zur Kenntnis genommen", "Complaints are merely taken note of", ["individual-complaints"];
    "new-ones-better-off" in ACTIVE "renewal" => "Neukunden stehen besser da als treue Kunden", "New customers are better off than loyal ones", ["reward-loyalty"];
    "let-go" in PASSIVE "cancelled" => "Wer kündigt, wird einfach ziehen gelassen", "Whoever cancels is simply let go", ["early-contact" "ask-for-reason"];
    "potential-underrated" in PASSIVE "inactive" => "Das Umsatzpotenzial inaktiver Kunden wird unterschätzt", "The revenue potential of inactive customers is underrated", ["select-customers" "early-contact"];
    "thought-unprofitable" in PASSIVE "win-back" => "Rückgewinnung gilt als unrentabel, obwohl sie günstiger ist als Neukundengewinnung", "Win-back is thought unprofitable, though it is cheaper than winning new customers", ["select-customers" "suitable-staff"];
    "breaks-between-channels" in ALL => "Zwischen Kanälen und Abteilungen reißt der Faden", "The thread breaks between channels and departments", ["share-information"];
}

entries! {
    /// Key measures to pick from.
    KEY_MEASURES:
    "information-need" in ACQUISITION => "Informationsbedarf je Kaufphase durch Befragung und Interviews klären", "Clarify the information need in each buying phase by survey and interviews";
    "target-group" in ACQUISITION "awareness" => "Zielgruppe mit echten Kunden überprüfen", "Validate the target group with real customers";
    "content-strategy" in ACQUISITION => "Inhalte für den ganzen Kaufprozess planen", "Plan content for the whole buying process";
    "phase-pages" in ACQUISITION "consideration" => "Eine Landingpage für jede Kaufphase", "A landing page for each buying phase";
    "lead-through" in ACQUISITION "decision" => "Interessenten Schritt für Schritt durch die Kundenreise führen", "Lead prospects through the journey step by step";
    "ask-regularly" in ACTIVE => "Regelmäßig fragen, was Start und Nutzung leichter macht", "Ask regularly what would ease the start and the use";
    "onboarding-material" in ACTIVE "onboarding" => "Material für den Einstieg: kurze Videos, eine Reihe von E-Mails", "Material for the start: short videos, a series of e-mails";
    "involve-customers" in ACTIVE "use" => "Kunden in jeder Phase der Produktentwicklung beteiligen", "Involve customers in every phase of product development";
    "individual-complaints" in ACTIVE "use" => "Beschwerden persönlich bearbeiten, bis die Stimmung dreht", "Handle complaints personally, until the mood has turned";
    "reward-loyalty" in ACTIVE "renewal" => "Treue Kunden mindestens so gut stellen wie neue", "Treat loyal customers at least as well as new ones";
    "ask-for-reason" in PASSIVE "cancelled" => "Bei jeder Kündigung nach dem Grund fragen", "Ask for the reason at every cancellation";
    "early-contact" in PASSIVE => "Früh ansprechen: je kürzer die Kündigung her ist, desto besser", "Get in touch early: the shorter since the cancellation, the better";
    "select-customers" in PASSIVE "win-back" => "Auswählen, wen man anspricht: nach Umsatz und Deckungsbeitrag", "Select whom to address, by revenue and contribution margin";
    "suitable-staff" in PASSIVE "win-back" => "Fachkundige, gesprächsstarke Leute einsetzen und am Erfolg beteiligen", "Put expert, communicative people on it, and let them share in the success";
    "way-of-contact" in PASSIVE "win-back" => "Persönlich sprechen oder anrufen; nur im Notfall schreiben", "Talk in person or call; write only where that fails";
    "apology" in PASSIVE "win-back" => "Jeder Versuch beginnt mit einer Entschuldigung", "Begin every attempt with an apology";
    "fitting-incentive" in PASSIVE "win-back" => "Ein Anreiz, der zum Kündigungsgrund passt", "An incentive that fits the reason for leaving";
    "usage-signals" in PASSIVE "inactive" => "Warnzeichen in der Nutzung beobachten und nachfragen", "Watch for signs in the use, and ask";
    "share-information" in ALL => "Wissen über Kunden zwischen den Abteilungen teilen", "Share what is known of customers between departments";
    "customer-profiles" in ALL => "Kundenprofile aus Befragung, Interview und Verhalten, verbunden mit Segmenten", "Customer profiles from survey, interview and behaviour, linked to segments";
    "ask-for-consent" in ALL => "Klar um Einwilligung bitten und nur erheben, was nötig ist", "Ask clearly for consent, and collect only what is needed";
    "recommendation-programme" in ALL => "Programm für Weiterempfehlungen", "A programme for recommendations";
    "thank-you" in ALL => "Momente des Dankes schaffen", "Create moments of thanks";
    "automate-routine" in ALL => "Routine automatisieren, damit Zeit für Menschen bleibt", "Automate routine, so that there is time for people";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::STANDARD_SUB_PHASES;
    use std::collections::HashSet;

    const LISTS: [&[CatalogueEntry]; 3] = [GOALS, WEAKNESSES, KEY_MEASURES];

    #[test]
    fn both_languages_say_every_entry_once() {
        for list in LISTS {
            for language in Language::ALL {
                let texts: HashSet<&str> = list.iter().map(|entry| entry.text(language).trim()).collect();
                assert_eq!(texts.len(), list.len(), "{language:?}");
                assert!(!texts.contains(""), "{language:?}");
            }
            for entry in list {
                assert_ne!(entry.de, entry.en, "{}", entry.id);
            }
        }
    }

    #[test]
    fn ids_are_ids_and_name_one_entry() {
        for list in LISTS {
            let ids: HashSet<&str> = list.iter().map(|entry| entry.id).collect();
            assert_eq!(ids.len(), list.len());
            assert!(ids.into_iter().all(|id| crate::plan::Id::try_from(id).is_ok()));
        }
    }

    #[test]
    fn a_sub_phase_is_a_standard_one_of_its_phase() {
        for entry in LISTS.concat() {
            if let Some(sub_phase) = entry.sub_phase {
                let phase = entry.phase.unwrap();
                assert!(STANDARD_SUB_PHASES.contains(&(sub_phase, phase)), "{}", entry.id);
            }
        }
    }

    #[test]
    fn every_weakness_has_an_answer_that_exists() {
        for weakness in WEAKNESSES {
            assert!(!weakness.answered_by.is_empty(), "{}", weakness.id);
            assert_eq!(answers(weakness).count(), weakness.answered_by.len(), "{}", weakness.id);
        }
        assert!(GOALS.iter().chain(KEY_MEASURES).all(|entry| entry.answered_by.is_empty()));
    }

    #[test]
    fn every_standard_sub_phase_is_offered_its_own_first() {
        for (sub_phase, phase) in STANDARD_SUB_PHASES {
            for list in LISTS {
                let offered = offered(list, phase, sub_phase);
                assert!(!offered.is_empty(), "{sub_phase}");
                let ranks: Vec<_> = offered.iter().map(|entry| (entry.sub_phase.is_none(), entry.phase.is_none())).collect();
                assert!(ranks.is_sorted(), "{sub_phase}");
                assert!(offered.iter().all(|entry| entry.phase.is_none_or(|own| own == phase)), "{sub_phase}");
            }
            assert_eq!(offered(GOALS, phase, sub_phase)[0].sub_phase, Some(sub_phase));
        }
    }

    #[test]
    fn a_sub_phase_of_ones_own_is_offered_what_its_phase_has() {
        let offered = offered(WEAKNESSES, Phase::Active, "my-own");
        assert!(offered.iter().any(|entry| entry.id == "marketing-alone"));
        assert!(offered.iter().all(|entry| entry.sub_phase.is_none()));
    }
}
