//! Templates: what a plan of an industry begins with. Each is a plan file for each language beside the app, fetched when
//! it is asked for, with nothing in it that is true of one company alone: no judgements, owners, dates, money or data.

use crate::texts::Language;

/// A template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// Energy supplier.
    Energy,
    /// Online shop.
    Shop,
    /// Software as a service, for companies.
    Saas,
    /// Insurance.
    Insurance,
    /// Machine builder with field service.
    Machines,
    /// Municipality.
    Public,
}

impl Template {
    /// All of them in order.
    pub const ALL: [Self; 6] = [Self::Energy, Self::Shop, Self::Saas, Self::Insurance, Self::Machines, Self::Public];

    /// Where its file lies in a language.
    #[must_use]
    pub fn path(self, language: Language) -> String {
        let key = match self {
            Self::Energy => "energy",
            Self::Shop => "shop",
            Self::Saas => "saas",
            Self::Insurance => "insurance",
            Self::Machines => "machines",
            Self::Public => "public",
        };
        format!("templates/{key}.{}.json", language.code())
    }

    /// Its name, and what it is about.
    #[must_use]
    pub fn words(self, language: Language) -> (&'static str, &'static str) {
        match (self, language) {
            (Self::Energy, Language::De) => {
                ("Energieversorger", "Umzug und Wechsel, vom Preisvergleich bis zum Anruf nach der Kündigung")
            }
            (Self::Energy, Language::En) => {
                ("Energy supplier", "Moving and switching, from comparing prices to the call after the cancellation")
            }
            (Self::Shop, Language::De) => ("Onlineshop", "Vom ersten Klick über Kasse, Paket und Rücksendung zum Wiederkauf"),
            (Self::Shop, Language::En) => {
                ("Online shop", "From the first click through checkout, parcel and return to buying again")
            }
            (Self::Saas, Language::De) => {
                ("Software als Dienst (B2B)", "Vom Testzugang über Einführung und Nutzung zur Verlängerung")
            }
            (Self::Saas, Language::En) => {
                ("Software as a service (B2B)", "From the trial through introduction and use to renewal")
            }
            (Self::Insurance, Language::De) => ("Versicherung", "Vom Lebensereignis über die Beratung bis zum Schadenfall"),
            (Self::Insurance, Language::En) => ("Insurance", "From a life event through advice to a claim"),
            (Self::Machines, Language::De) => {
                ("Maschinenbau (B2B)", "Von der Ausschreibung über Inbetriebnahme und Außendienst zum Folgeauftrag")
            }
            (Self::Machines, Language::En) => {
                ("Machine builder (B2B)", "From the tender through commissioning and field service to a follow-up order")
            }
            (Self::Public, Language::De) => ("Stadtverwaltung", "Vom Anlass über Antrag und Wartezeit bis zum Bescheid"),
            (Self::Public, Language::En) => ("Municipality", "From the occasion through application and waiting to the notice"),
        }
    }
}
