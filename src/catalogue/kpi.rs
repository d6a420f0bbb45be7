//! KPIs that can be added ready-made: title and definition in both languages.

use crate::plan::{
    Amount, AmountUnit, Ces, Clv, Csat, CustomerFigure, Kpi, KpiId, KpiKind, Plan, Rate, Resolution, Scale, SubPhaseId, Together,
};
use crate::texts::Language;

/// A ready-made KPI.
#[derive(Debug)]
pub struct KpiPreset {
    /// Its id.
    pub id: &'static str,
    /// What kind of figure it is.
    pub kind: fn() -> KpiKind,
    title: (&'static str, &'static str),
    definition: (&'static str, &'static str),
}

fn in_language((de, en): (&'static str, &'static str), language: Language) -> &'static str {
    match language {
        Language::De => de,
        Language::En => en,
    }
}

impl KpiPreset {
    /// Its title.
    #[must_use]
    pub fn title(&self, language: Language) -> &'static str {
        in_language(self.title, language)
    }

    /// How it is defined.
    #[must_use]
    pub fn definition(&self, language: Language) -> &'static str {
        in_language(self.definition, language)
    }

    /// The KPI that it becomes in a plan, for a sub-phase if one is given.
    #[must_use]
    pub fn kpi(&self, id: KpiId, sub_phase: Option<SubPhaseId>, language: Language) -> Kpi {
        let definition = self.definition(language).to_owned();
        Kpi { definition, sub_phase, ..Kpi::new(id, self.title(language), (self.kind)()) }
    }

    /// Names it among ids of KPIs, where either can be chosen: it is never an id itself.
    #[must_use]
    pub fn choice(&self) -> String {
        format!("+{}", self.id)
    }

    /// The preset that [`KpiPreset::choice`] names.
    #[must_use]
    pub fn of_choice(choice: &str) -> Option<&'static Self> {
        kpi_preset(choice.strip_prefix('+')?)
    }
}

/// The presets whose KPI a plan doesn't have, by their title in a language.
pub fn missing_kpis(plan: &Plan, language: Language) -> impl Iterator<Item = &'static KpiPreset> {
    KPI_PRESETS.iter().filter(move |preset| plan.kpis.iter().all(|kpi| kpi.title != preset.title(language)))
}

macro_rules! presets {
    ($($id:literal = $kind:expr => $de:literal, $en:literal: $define_de:literal, $define_en:literal;)*) => {
        /// All presets.
        pub static KPI_PRESETS: &[KpiPreset] = &[$(KpiPreset {
            id: $id,
            kind: || $kind,
            title: ($de, $en),
            definition: ($define_de, $define_en),
        },)*];
    };
}

presets! {
    "nps" = KpiKind::Nps => "Weiterempfehlung (NPS)", "Recommendation (NPS)":
        "Anteil 9–10 minus Anteil 0–6 auf die Frage: „Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?“ (0–10)",
        "Share of 9–10 minus share of 0–6 of the answers to “How likely are you to recommend us?” (0–10)";
    "csat" = KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE)) => "Zufriedenheit (CSAT)", "Satisfaction (CSAT)":
        "Anteil 4–5 auf die Frage: „Wie zufrieden sind Sie?“ (1–5)",
        "Share of 4–5 of the answers to “How satisfied are you?” (1–5)";
    "ces" = KpiKind::Ces(Ces::USUAL) => "Aufwand (CES)", "Effort (CES)":
        "Mittel der Antworten auf: „Mein Anliegen war leicht zu erledigen.“ (1–7, 7 = stimme voll zu)",
        "Mean of the answers to “It was easy to get what I wanted done.” (1–7, 7 = fully agree)";
    "clv" = KpiKind::Clv(Clv { period: Resolution::Year, ..Clv::default() }) => "Kundenwert (CLV)", "Customer lifetime value (CLV)":
        "Was ein Kunde künftig an Deckungsbeitrag bringt, abgezinst",
        "The margin that a customer will bring in future, discounted";
    "churn" = KpiKind::Customers(CustomerFigure::Churn) => "Abwanderungsrate", "Churn rate":
        "Verlorene Kunden ÷ Kunden zu Beginn des Zeitraums",
        "Customers lost ÷ customers at the start of the period";
    "retention" = KpiKind::Customers(CustomerFigure::Retention) => "Bindungsrate (CRR)", "Retention rate (CRR)":
        "Kunden am Ende ohne neu gewonnene ÷ Kunden zu Beginn des Zeitraums",
        "Customers at the end without those newly won ÷ customers at the start of the period";
    "acquisition" = KpiKind::Rate(Rate::Acquisition) => "Gewinnungsrate", "Acquisition rate":
        "Gewonnene Kunden ÷ Kontakte", "Customers won ÷ contacts";
    "conversion" = KpiKind::Rate(Rate::Conversion) => "Konversionsrate", "Conversion rate":
        "Bestellungen ÷ Besuche", "Orders ÷ visits";
    "closing" = KpiKind::Rate(Rate::Closing) => "Abschlussquote", "Closing rate":
        "Aufträge ÷ Angebote", "Orders ÷ offers";
    "ctr" = KpiKind::Rate(Rate::ClickThrough) => "Klickrate (CTR)", "Click-through rate (CTR)":
        "Klicks ÷ Einblendungen", "Clicks ÷ impressions";
    "newsletter" = KpiKind::Amount(Amount { unit: AmountUnit::Number, together: Together::Sum }) => "Anmeldungen zum Newsletter", "Newsletter sign-ups":
        "Neue Anmeldungen im Zeitraum", "New sign-ups in the period";
    "visits" = KpiKind::Amount(Amount { unit: AmountUnit::Number, together: Together::Sum }) => "Besuche der Website", "Website visits":
        "Besuche im Zeitraum", "Visits in the period";
    "first-contact" = KpiKind::Rate(Rate::FirstContactResolution) => "Erstlösungsquote", "First-contact resolution":
        "Beim ersten Kontakt gelöste Anliegen ÷ alle Anliegen", "Contacts solved at once ÷ all contacts";
    "waiting" = KpiKind::Amount(Amount { unit: AmountUnit::Minutes, together: Together::Mean }) => "Wartezeit", "Waiting time":
        "Minuten bis zum Gespräch, im Mittel", "Minutes until somebody answers, on average";
    "complaints" = KpiKind::Rate(Rate::ComplaintsPerCustomer) => "Beschwerdequote", "Complaint rate":
        "Beschwerden ÷ Kunden", "Complaints ÷ customers";
    "returns" = KpiKind::Rate(Rate::Returns) => "Retourenquote", "Return rate":
        "Retouren ÷ Bestellungen", "Returns ÷ orders";
    "repeat" = KpiKind::Rate(Rate::RepeatPurchase) => "Wiederkaufsrate", "Repeat-purchase rate":
        "Kunden mit zwei oder mehr Bestellungen ÷ alle Kunden", "Customers with two or more orders ÷ all customers";
    "referral" = KpiKind::Rate(Rate::Referral) => "Empfehlungsrate", "Referral rate":
        "Durch Empfehlung gewonnene Kunden ÷ alle gewonnenen Kunden", "Customers won by referral ÷ all customers won";
    "acquisition-cost" = KpiKind::Amount(Amount { unit: AmountUnit::Money, together: Together::Mean }) => "Gewinnungskosten", "Acquisition cost":
        "Kosten der Gewinnung ÷ gewonnene Kunden", "Cost of acquisition ÷ customers won";
    "mentions" = KpiKind::Rate(Rate::PositiveMentions) => "Positive Erwähnungen", "Positive mentions":
        "Positive Erwähnungen ÷ alle Erwähnungen", "Positive mentions ÷ all mentions";
    "win-back" = KpiKind::Rate(Rate::WinBack) => "Rückgewinnungsrate", "Win-back rate":
        "Zurückgewonnene Kunden ÷ angesprochene Kunden", "Customers won back ÷ customers addressed";
}

/// The preset with an id.
#[must_use]
pub fn kpi_preset(id: &str) -> Option<&'static KpiPreset> {
    KPI_PRESETS.iter().find(|preset| preset.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Id, PlanId};
    use std::collections::HashSet;

    #[test]
    fn presets_have_ids_and_words_of_their_own_in_both_languages() {
        let ids: HashSet<&str> = KPI_PRESETS.iter().map(|preset| preset.id).collect();
        assert_eq!(ids.len(), KPI_PRESETS.len());
        for language in Language::ALL {
            let titles: HashSet<&str> = KPI_PRESETS.iter().map(|preset| preset.title(language)).collect();
            assert_eq!(titles.len(), KPI_PRESETS.len());
            assert!(KPI_PRESETS.iter().all(|preset| !preset.definition(language).is_empty()));
        }
        assert!(KPI_PRESETS.iter().all(|preset| !matches!((preset.kind)(), KpiKind::Other(_))));
    }

    #[test]
    fn a_preset_is_chosen_beside_ids_and_offered_until_the_plan_has_its_kpi() {
        for preset in KPI_PRESETS {
            assert!(Id::try_from(preset.choice()).is_err());
            assert_eq!(KpiPreset::of_choice(&preset.choice()).map(|found| found.id), Some(preset.id));
            assert!(KpiPreset::of_choice(preset.id).is_none());
        }
        let mut plan = Plan::new(PlanId::standard("p"), "");
        assert_eq!(missing_kpis(&plan, Language::De).count(), KPI_PRESETS.len());
        let nps = kpi_preset("nps").unwrap();
        let kpi = nps.kpi(KpiId::standard("k"), Some(SubPhaseId::standard("use")), Language::De);
        assert_eq!((&*kpi.title, &*kpi.definition), (nps.title(Language::De), nps.definition(Language::De)));
        assert_eq!(kpi.sub_phase, Some(SubPhaseId::standard("use")));
        plan.kpis.insert(kpi);
        let missing: Vec<&str> = missing_kpis(&plan, Language::De).map(|preset| preset.id).collect();
        assert_eq!(missing.len(), KPI_PRESETS.len() - 1);
        assert!(!missing.contains(&"nps"));
    }
}
