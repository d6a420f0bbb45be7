//! KPIs that can be added ready-made: title and definition in both languages.

use crate::plan::{Amount, AmountUnit, Ces, Clv, Csat, CustomerFigure, KpiKind, Rate, Resolution, Scale, Together};
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
}
