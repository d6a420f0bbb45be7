//! What is typical of the phases of the customer lifecycle: how customers tick, goals, weaknesses and key measures to pick
//! from, in both languages. An entry's id never changes and names one entry of its list.

use crate::plan::{Id, Measure, MeasureId, Phase, Plan, SubPhaseId, Weakness};
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
    /// Ids of what hangs on it: key measures that answer a weakness, KPI presets that show a goal; else empty.
    pub leads_to: &'static [&'static str],
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

    /// Whether these are its words in any language, whatever the spaces around them.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        let words = words.trim();
        Language::ALL.into_iter().any(|language| self.text(language) == words)
    }

    /// The idea of a measure that it becomes when it is picked; for key measures.
    #[must_use]
    pub fn measure(&self, id: MeasureId, language: Language, sub_phase: Option<SubPhaseId>) -> Measure {
        Measure { key_measure: Id::try_from(self.id).ok(), ..Measure::new(id, self.text(language), sub_phase) }
    }

    /// Whether a measure is this key measure: it was picked as it, or, if it doesn't say as what, it has its words.
    #[must_use]
    pub fn is(&self, measure: &Measure) -> bool {
        match &measure.key_measure {
            Some(id) => id.as_str() == self.id,
            None => self.says(&measure.title),
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

/// The entry with these words in any language, whatever the spaces around them.
#[must_use]
pub fn entry_with(entries: &'static [CatalogueEntry], words: &str) -> Option<&'static CatalogueEntry> {
    entries.iter().find(|entry| entry.says(words))
}

/// The first entry for this very sub-phase.
#[must_use]
pub fn entry_for(entries: &'static [CatalogueEntry], sub_phase: &SubPhaseId) -> Option<&'static CatalogueEntry> {
    entries.iter().find(|entry| entry.sub_phase == Some(sub_phase.as_str()))
}

/// The key measures that answer a weakness.
pub fn answers(weakness: &CatalogueEntry) -> impl Iterator<Item = &'static CatalogueEntry> {
    weakness.leads_to.iter().filter_map(|id| KEY_MEASURES.iter().find(|measure| measure.id == *id))
}

/// The key measure that a measure is.
#[must_use]
pub fn key_measure_of(measure: &Measure) -> Option<&'static CatalogueEntry> {
    KEY_MEASURES.iter().find(|entry| entry.is(measure))
}

/// Whether a plan has a measure that is this key measure.
#[must_use]
pub fn has_key_measure(plan: &Plan, entry: &CatalogueEntry) -> bool {
    plan.measures.iter().any(|measure| entry.is(measure))
}

/// The key measures that answer a weakness of a plan and that the plan doesn't have; none for a weakness that wasn't
/// picked from the catalogue.
#[must_use]
pub fn open_answers(plan: &Plan, weakness: &Weakness) -> Vec<&'static CatalogueEntry> {
    let entry = entry_with(WEAKNESSES, &weakness.title);
    entry.into_iter().flat_map(answers).filter(|answer| !has_key_measure(plan, answer)).collect()
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
            leads_to: &[$($($answer),*)?],
        }),*];
    };
    (@optional) => { None };
    (@optional $sub_phase:literal) => { Some($sub_phase) };
}

entries! {
    /// How customers tick.
    CUSTOMERS:
    "unaware" in ACQUISITION "awareness" => "Hat den Bedarf noch nicht erkannt, oder er drängt nicht. Muss sehen, warum es wichtig ist und was Abwarten kostet.", "Hasn’t recognised the need, or it isn’t pressing. Must see why it matters and what waiting costs.";
    "weighs-ways" in ACQUISITION "consideration" => "Sucht einen Überblick: Welche Wege gibt es, was spricht dafür und dagegen, was kosten sie?", "Looks for an overview: what ways there are, what speaks for and against them, what they cost.";
    "compares-providers" in ACQUISITION "decision" => "Hat einen Weg gewählt und vergleicht Anbieter: Wer hält, was er verspricht, und was kostet es am Ende?", "Has chosen a way and compares providers: who keeps promises, and what does it cost in the end?";
    "wants-to-start" in ACTIVE "onboarding" => "Will wissen, ob alles geklappt hat, wann es losgeht und was jetzt zu tun ist. Der Start soll keine Zeit kosten.", "Wants to know whether it worked, when it begins and what to do now. The start mustn’t cost time.";
    "wants-success" in ACTIVE "use" => "Will das Beste aus dem Produkt holen: mit Tipps, Beispielen und guter Hilfe, wenn es klemmt. Erst wer Erfolg hat, kauft mehr.", "Wants the most out of the product: tips, examples, and good help when stuck. Only those who succeed buy more.";
    "weighs-staying" in ACTIVE "renewal" => "Wägt ab, was die Nutzung gebracht hat und was andere bieten. Will es einfach haben und nicht schlechter gestellt sein als Neukunden.", "Weighs what the use has brought against other offers. Wants it easy, and to be treated no worse than a new customer.";
    "gone-quiet" in PASSIVE "inactive" => "Ist noch Kunde oder weiß es nicht genau: Der Bedarf ist weg, anderswo gedeckt, oder niemand hat sich gemeldet.", "Is still a customer, or isn’t sure: the need has gone, was met elsewhere, or nobody has been in touch.";
    "wants-a-clean-end" in PASSIVE "cancelled" => "Will einen glatten Abschluss und gefragt werden, warum. Behält, wie sich der letzte Schritt angefühlt hat.", "Wants the end to go smoothly and to be asked why. Remembers how the last step felt.";
    "open-again" in PASSIVE "win-back" => "Ist wieder offen, wenn der Grund behoben ist und das Angebot dazu passt. Wo wir versagt haben, gehört eine Entschuldigung dazu.", "Is open again if the reason has gone and the offer fits it. Where we failed, an apology is expected.";
}

entries! {
    /// Goals to pick from.
    GOALS:
    "raise-awareness" in ACQUISITION "awareness" => "Bekanntheit steigern", "Raise awareness", ["visits" "mentions"];
    "raise-reach" in ACQUISITION "awareness" => "Reichweite erhöhen", "Raise reach", ["visits" "newsletter"];
    "create-demand" in ACQUISITION "awareness" => "Nachfrage wecken", "Create demand", ["ctr" "newsletter"];
    "build-trust" in ACQUISITION "consideration" => "Vertrauen aufbauen", "Build trust", ["mentions" "nps"];
    "build-reputation" in ACQUISITION "consideration" => "Guten Ruf aufbauen", "Build a reputation", ["mentions" "nps"];
    "be-the-expert" in ACQUISITION "consideration" => "Als Experte gelten", "Be known as the expert", ["newsletter" "mentions"];
    "stand-out" in ACQUISITION "decision" => "Sich vom Wettbewerb abheben", "Stand out from competitors", ["closing"];
    "readiness-to-buy" in ACQUISITION "decision" => "Kaufbereitschaft erhöhen", "Raise readiness to buy", ["conversion"];
    "more-leads" in ACQUISITION "decision" => "Mehr Interessenten gewinnen (Konversionsrate)", "Win more leads (conversion rate)", ["conversion" "acquisition"];
    "more-customers" in ACQUISITION "decision" => "Mehr Kunden gewinnen (Abschlussquote)", "Win more customers (closing rate)", ["closing" "acquisition-cost"];
    "keep-promises" in ACTIVE "onboarding" => "Halten, was versprochen wurde", "Deliver what was promised", ["csat" "complaints"];
    "quick-start" in ACTIVE "onboarding" => "Schneller Start ohne Nachfragen", "A quick start without questions", ["ces" "first-contact"];
    "meet-expectations" in ACTIVE => "Erwartung und Erlebnis stimmen überein", "Expectation and experience match", ["csat" "nps"];
    "successful-use" in ACTIVE "use" => "Nutzung zum Erfolg führen", "Make the product’s use a success", ["csat" "ces"];
    "complaints" in ACTIVE "use" => "Beschwerden im Sinne der Kunden lösen", "Resolve complaints in the customer’s interest", ["complaints" "first-contact" "waiting"];
    "cross-and-upselling" in ACTIVE "renewal" => "Mehr Cross- und Upselling", "More cross-selling and upselling", ["repeat" "clv"];
    "lower-churn" in ACTIVE "renewal" => "Abwanderungsrate senken", "Lower the churn rate", ["churn"];
    "raise-retention" in ACTIVE "renewal" => "Bindungsrate erhöhen", "Raise the retention rate", ["retention" "clv"];
    "notice-early" in PASSIVE "inactive" => "Früh erkennen, wer zu gehen droht", "Notice early who is about to leave", ["churn"];
    "reactivate" in PASSIVE "inactive" => "Inaktive Kunden wieder aktivieren", "Reactivate inactive customers", ["win-back" "repeat"];
    "find-reasons" in PASSIVE => "Gründe für Inaktivität und Kündigung kennen", "Know why customers go quiet or cancel", ["churn"];
    "remove-causes" in PASSIVE "cancelled" => "Ursachen berechtigter Unzufriedenheit beheben", "Remove the causes of justified dissatisfaction", ["complaints" "churn"];
    "revive-relations" in PASSIVE "win-back" => "Belastete Beziehungen neu beleben", "Revive damaged relations", ["win-back" "nps"];
    "find-unprofitable" in PASSIVE "win-back" => "Unrentable Kunden erkennen", "Identify unprofitable customers", ["clv"];
    "bond" in ALL => "Aus zufriedenen Kunden treue und begeisterte machen", "Turn satisfied customers into loyal and enthusiastic ones", ["nps"];
    "one-experience" in ALL => "Ein Erlebnis aus einem Guss, online wie vor Ort", "One experience, online and on site", ["ces" "csat"];
    "more-referrals" in ALL => "Mehr Kunden durch Empfehlung gewinnen", "Win more customers by referral", ["referral"];
    "more-recommendation" in ALL => "Mehr Weiterempfehlungen", "More recommendations", ["nps" "referral"];
    "repeat-purchases" in ALL => "Mehr Wiederkäufe", "More repeat purchases", ["repeat"];
    "be-consistent" in ALL => "Verlässlich sein, auf jedem Kanal", "Be consistent on every channel", ["ces" "csat"];
}

entries! {
    /// Typical weaknesses, to be judged honestly.
    WEAKNESSES:
    "selling-not-buying" in ACQUISITION => "Der Verkaufsprozess folgt nicht dem Kaufprozess", "The selling process doesn’t follow the buying process", ["information-need" "lead-through"];
    "decision-only" in ACQUISITION "awareness" => "Marketing und Vertrieb zielen nur auf die Entscheidung, weil sie sich sofort auszahlt", "Marketing and sales aim at the decision only, because it pays at once", ["content-strategy"];
    "no-phase-pages" in ACQUISITION "decision" => "Landingpages passen zu keiner Kaufphase", "Landing pages fit no buying phase", ["phase-pages"];
    "no-informing-content" in ACQUISITION "consideration" => "Inhalte, die informieren, fehlen, obwohl etwa 80 % aller Suchen der Information dienen", "Content that informs is missing, although about 80% of all searches are for information", ["content-strategy" "information-need"];
    "costly-clicks" in ACQUISITION "decision" => "Anzeigen werden ohne Kaufabsicht geklickt und verteuern die Gewinnung", "Ads are clicked without intent to buy and make winning customers more expensive", ["target-group" "phase-pages"];
    "asked-too-late" in ACTIVE "onboarding" => "Kunden werden erst gefragt, wenn das Produkt läuft", "Customers are asked only once the product is running", ["ask-regularly" "involve-customers"];
    "promised-too-much" in ACTIVE "onboarding" => "Es wird mehr versprochen, als das Produkt hält", "More is promised than the product delivers", ["involve-customers" "onboarding-material"];
    "involved-too-late" in ACTIVE "use" => "Kunden werden spät beteiligt; dann ist jede Verbesserung teuer", "Customers are involved late, when every improvement is expensive", ["involve-customers"];
    "marketing-alone" in ACTIVE => "Kundenerlebnis gilt als Sache des Marketings allein", "Customer experience is left to marketing alone", ["share-information"];
    "complaints-noted" in ACTIVE "use" => "Beschwerden werden nur zur Kenntnis genommen", "Complaints are merely taken note of", ["individual-complaints"];
    "new-ones-better-off" in ACTIVE "renewal" => "Neukunden stehen besser da als treue Kunden", "New customers are better off than loyal ones", ["reward-loyalty"];
    "let-go" in PASSIVE "cancelled" => "Wer kündigt, wird einfach ziehen gelassen", "Whoever cancels is simply let go", ["early-contact" "ask-for-reason"];
    "potential-underrated" in PASSIVE "inactive" => "Das Umsatzpotenzial inaktiver Kunden wird unterschätzt", "The revenue potential of inactive customers is underestimated", ["select-customers" "early-contact"];
    "thought-unprofitable" in PASSIVE "win-back" => "Rückgewinnung gilt als unrentabel, obwohl sie günstiger ist als Neukundengewinnung", "Win-back is considered unprofitable, though it is cheaper than winning new customers", ["select-customers" "suitable-staff"];
    "no-next-step" in ACTIVE "onboarding" => "Nach dem Kauf sagt niemand, wie es weitergeht", "After the purchase nobody says what comes next", ["onboarding-material" "automate-routine"];
    "no-reason-known" in PASSIVE => "Warum Kunden gehen, weiß niemand genau", "Nobody really knows why customers leave", ["ask-for-reason"];
    "same-offer-for-all" in PASSIVE "win-back" => "Alle bekommen denselben Gutschein, gleich warum sie gingen", "All get the same voucher, whatever made them leave", ["fitting-incentive" "way-of-contact" "apology"];
    "nobody-noticed" in PASSIVE "inactive" => "Dass jemand still geworden ist, fällt niemandem auf", "Nobody notices that somebody has gone quiet", ["usage-signals" "early-contact"];
    "profiles-in-silos" in ALL => "Jede Abteilung kennt nur ihren Teil vom Kunden", "Each department knows only its own part of the customer", ["customer-profiles" "share-information"];
    "collected-in-stock" in ALL => "Es werden mehr Daten erhoben, als jemand braucht", "More data are collected than anybody needs", ["ask-for-consent"];
    "fans-unused" in ALL => "Wer begeistert ist, wird nicht um eine Empfehlung gebeten", "Nobody asks enthusiastic customers for a recommendation", ["recommendation-programme" "thank-you"];
    "projects-not-cycles" in ALL => "Verbessert wird in großen Projekten, ohne Rückmeldung von Kunden", "Improvement comes in big projects, without feedback from customers", ["small-cycles"];
    "breaks-between-channels" in ALL => "Zwischen Kanälen und Abteilungen reißt der Faden", "The thread breaks between channels and departments", ["share-information" "across-channels"];
}

entries! {
    /// Key measures to pick from.
    KEY_MEASURES:
    "information-need" in ACQUISITION => "Informationsbedarf je Kaufphase durch Befragung und Interviews klären", "Clarify the information need in each buying phase with surveys and interviews";
    "target-group" in ACQUISITION "awareness" => "Zielgruppe mit echten Kunden überprüfen", "Validate the target group with real customers";
    "content-strategy" in ACQUISITION => "Inhalte für den ganzen Kaufprozess planen", "Plan content for the whole buying process";
    "phase-pages" in ACQUISITION "consideration" => "Eine Landingpage für jede Kaufphase", "A landing page for each buying phase";
    "lead-through" in ACQUISITION "decision" => "Interessenten Schritt für Schritt durch die Kundenreise führen", "Lead prospects through the journey step by step";
    "ask-regularly" in ACTIVE => "Regelmäßig fragen, was Start und Nutzung leichter macht", "Ask regularly what would make the start and the use easier";
    "onboarding-material" in ACTIVE "onboarding" => "Material für den Einstieg: kurze Videos, eine Reihe von E-Mails", "Material for the start: short videos, a series of e-mails";
    "involve-customers" in ACTIVE "use" => "Kunden in jeder Phase der Produktentwicklung beteiligen", "Involve customers in every phase of product development";
    "individual-complaints" in ACTIVE "use" => "Beschwerden persönlich bearbeiten, bis die Stimmung dreht", "Handle complaints personally, until the mood has turned";
    "reward-loyalty" in ACTIVE "renewal" => "Treue Kunden mindestens so gut stellen wie neue", "Treat loyal customers at least as well as new ones";
    "ask-for-reason" in PASSIVE "cancelled" => "Bei jeder Kündigung nach dem Grund fragen", "Ask for the reason at every cancellation";
    "early-contact" in PASSIVE => "Früh ansprechen: je kürzer die Kündigung her ist, desto besser", "Get in touch early: the sooner after the cancellation, the better";
    "select-customers" in PASSIVE "win-back" => "Auswählen, wen man anspricht: nach Umsatz und Deckungsbeitrag", "Select who to address, by revenue and contribution margin";
    "suitable-staff" in PASSIVE "win-back" => "Fachkundige, gesprächsstarke Leute einsetzen und am Erfolg beteiligen", "Use expert, communicative people, and let them share in the success";
    "way-of-contact" in PASSIVE "win-back" => "Persönlich sprechen oder anrufen; nur im Notfall schreiben", "Talk in person or call; write only where that fails";
    "apology" in PASSIVE "win-back" => "Jeder Versuch beginnt mit einer Entschuldigung", "Begin every attempt with an apology";
    "fitting-incentive" in PASSIVE "win-back" => "Ein Anreiz, der zum Kündigungsgrund passt", "An incentive that fits the reason for leaving";
    "usage-signals" in PASSIVE "inactive" => "Warnzeichen in der Nutzung beobachten und nachfragen", "Watch for warning signs in usage, and ask";
    "share-information" in ALL => "Wissen über Kunden zwischen den Abteilungen teilen", "Share what is known about customers between departments";
    "customer-profiles" in ALL => "Kundenprofile aus Befragung, Interview und Verhalten, verbunden mit Segmenten", "Customer profiles from surveys, interviews and behaviour, linked to segments";
    "ask-for-consent" in ALL => "Klar um Einwilligung bitten und nur erheben, was nötig ist", "Ask clearly for consent, and collect only what is needed";
    "recommendation-programme" in ALL => "Programm für Weiterempfehlungen", "A recommendation programme";
    "thank-you" in ALL => "Momente des Dankes schaffen", "Create moments of thanks";
    "make-up" in ALL => "Schlechte Erlebnisse sichtbar wiedergutmachen", "Visibly make up for bad experiences";
    "stories" in ALL => "Geschichten von Kunden erzählen", "Tell customers’ stories";
    "community" in ALL => "Kunden miteinander ins Gespräch bringen: eine Gemeinschaft pflegen", "Bring customers together: look after a community";
    "across-channels" in ALL => "Wechsel zwischen online und vor Ort ohne Bruch ermöglichen", "Let customers move between online and on site without a break";
    "small-cycles" in ALL => "In kleinen Schritten verbessern, jedes Mal mit Rückmeldung von Kunden", "Improve in small steps, each time with feedback from customers";
    "automate-routine" in ALL => "Routine automatisieren, damit Zeit für Menschen bleibt", "Automate routine, so that there is time for people";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::STANDARD_SUB_PHASES;
    use std::collections::HashSet;

    const LISTS: [&[CatalogueEntry]; 4] = [CUSTOMERS, GOALS, WEAKNESSES, KEY_MEASURES];

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
            assert!(!weakness.leads_to.is_empty(), "{}", weakness.id);
            assert_eq!(answers(weakness).count(), weakness.leads_to.len(), "{}", weakness.id);
        }
        assert!(CUSTOMERS.iter().chain(KEY_MEASURES).all(|entry| entry.leads_to.is_empty()));
    }

    #[test]
    fn every_key_measure_of_a_phase_answers_something_or_stands_by_itself_in_all_phases() {
        let answering: HashSet<&str> = WEAKNESSES.iter().flat_map(|weakness| weakness.leads_to).copied().collect();
        let idle = KEY_MEASURES.iter().filter(|measure| measure.phase.is_some() && !answering.contains(measure.id));
        assert_eq!(idle.map(|measure| measure.id).collect::<Vec<_>>(), Vec::<&str>::new());
    }

    #[test]
    fn presets_that_show_a_goal_exist() {
        for goal in GOALS {
            let presets = goal.leads_to.iter().filter(|id| super::super::kpi_preset(id).is_some());
            assert_eq!(presets.count(), goal.leads_to.len(), "{}", goal.id);
        }
    }

    #[test]
    fn an_entry_is_known_by_its_words_in_any_language() {
        for entry in WEAKNESSES {
            for language in Language::ALL {
                assert_eq!(entry_with(WEAKNESSES, entry.text(language)), Some(entry));
            }
        }
        assert_eq!(entry_with(WEAKNESSES, "Der Kaffee ist kalt"), None);
    }

    #[test]
    fn an_answer_that_was_taken_stays_taken_under_any_title() {
        use crate::plan::{PlanId, WeaknessId};
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let entry = entry_with(WEAKNESSES, "Whoever cancels is simply let go").unwrap();
        let weakness = Weakness::new(WeaknessId::standard("w"), entry.de, None);
        let open = |plan: &Plan| open_answers(plan, &weakness).iter().map(|entry| entry.id).collect::<Vec<_>>();
        assert_eq!(open(&plan), ["early-contact", "ask-for-reason"]);
        let taken = answers(entry).next().unwrap().measure(MeasureId::standard("m"), Language::De, None);
        plan.measures.insert(Measure { title: "Anruf nach drei Tagen".to_owned(), ..taken });
        assert_eq!(open(&plan), ["ask-for-reason"]);
        // What older versions took knows its words alone.
        let words = answers(entry).nth(1).unwrap().en;
        plan.measures.insert(Measure::new(MeasureId::standard("n"), words, None));
        assert_eq!(open(&plan), Vec::<&str>::new());
        let own = Weakness::new(WeaknessId::standard("v"), "Der Kaffee ist kalt", None);
        assert!(open_answers(&Plan::new(PlanId::standard("q"), ""), &own).is_empty());
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
    fn it_is_said_of_every_standard_sub_phase_how_customers_tick() {
        for (id, phase) in STANDARD_SUB_PHASES {
            assert_eq!(entry_for(CUSTOMERS, &SubPhaseId::standard(id)).unwrap().phase, Some(phase));
        }
        assert_eq!(entry_for(CUSTOMERS, &SubPhaseId::standard("my-own")), None);
    }

    #[test]
    fn a_sub_phase_of_ones_own_is_offered_what_its_phase_has() {
        let offered = offered(WEAKNESSES, Phase::Active, "my-own");
        assert!(offered.iter().any(|entry| entry.id == "marketing-alone"));
        assert!(offered.iter().all(|entry| entry.sub_phase.is_none()));
    }
}
