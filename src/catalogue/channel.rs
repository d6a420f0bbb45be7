//! Well-known channels: what carries a channel of such a name, whether it is online, and its symbol.

use crate::plan::ChannelKind::{Digital, Human, Physical};
use crate::plan::{Channel, ChannelId, ChannelKind, ChannelSymbol};

/// Channels of one sort.
struct Known {
    kind: ChannelKind,
    online: bool,
    symbol: ChannelSymbol,
    /// What their names contain, in small letters and without signs. A blank stands for the border of a word.
    names: &'static [&'static str],
}

/// All sorts in both languages. A name counts for the first that it fits: "Chat in the app" is a chat.
const KNOWN: &[Known] = &[
    Known {
        kind: Digital,
        online: true,
        symbol: ChannelSymbol::Search,
        names: &[
            "suchmaschine",
            "search engine",
            " google ",
            "vergleichsportal",
            "vergleichsseite",
            "comparison portal",
            "comparison site",
        ],
    },
    Known {
        kind: Digital,
        online: true,
        symbol: ChannelSymbol::SocialMedia,
        names: &[
            "social media",
            "soziale medien",
            "soziale netzwerke",
            "soziales netzwerk",
            "social network",
            "facebook",
            "instagram",
            "tiktok",
            "linkedin",
            " xing ",
            "youtube",
            "pinterest",
            "snapchat",
            "twitter",
            "community",
            " forum ",
        ],
    },
    Known {
        kind: Physical,
        online: false,
        symbol: ChannelSymbol::Letter,
        names: &[
            " brief ",
            " briefe ",
            "briefpost",
            "werbebrief",
            "postweg",
            "postkarte",
            " post ",
            " letter",
            "postal",
            "postcard",
            "direct mail",
            "direktmailing",
            " fax ",
            "telefax",
            " flyer",
            "prospekt",
            "broschüre",
            "brochure",
            "leaflet",
        ],
    },
    Known {
        kind: Digital,
        online: true,
        symbol: ChannelSymbol::Chat,
        names: &["chat", "whatsapp", "messenger", " sms ", " rcs ", "text message"],
    },
    Known {
        kind: Digital,
        online: true,
        symbol: ChannelSymbol::Email,
        names: &[" e mail", "email", " mail ", " mails ", "newsletter"],
    },
    Known {
        kind: Digital,
        online: true,
        symbol: ChannelSymbol::Calculator,
        names: &["rechner ", "calculator", "konfigurator", "configurator"],
    },
    Known { kind: Digital, online: true, symbol: ChannelSymbol::Event, names: &["webinar"] },
    Known {
        kind: Digital,
        online: true,
        symbol: ChannelSymbol::App,
        names: &["app ", "apps ", " in app ", " push ", "im produkt", "in the product"],
    },
    Known {
        kind: Digital,
        online: true,
        symbol: ChannelSymbol::Web,
        names: &[
            "website",
            "webseite",
            "web site",
            "homepage",
            " web ",
            "webshop",
            "web shop",
            "internet",
            "online",
            "portal",
            "landingpage",
            "landing page",
            " blog",
            "kundenkonto",
            "customer account",
            "marktplatz",
            "marketplace",
            " e commerce ",
            "video",
        ],
    },
    Known {
        kind: Human,
        online: false,
        symbol: ChannelSymbol::Phone,
        names: &[
            "telefon",
            "telephone",
            " phone",
            "hotline",
            "callcenter",
            "call center",
            "call centre",
            "anruf",
            "rückruf",
            " call ",
            " calls ",
            "callback",
        ],
    },
    Known {
        kind: Physical,
        online: false,
        symbol: ChannelSymbol::Parcel,
        names: &[" paket", "päckchen", "parcel", "lieferung", "delivery", "versand", "shipping", "verpackung", "packaging"],
    },
    Known {
        kind: Physical,
        online: false,
        symbol: ChannelSymbol::Event,
        names: &[
            "messe ",
            "messestand",
            "veranstaltung",
            " event",
            " fair ",
            " fairs ",
            "trade show",
            "exhibition",
            "konferenz",
            "conference",
            "kongress",
            "seminar",
            "workshop",
        ],
    },
    Known {
        kind: Human,
        online: false,
        symbol: ChannelSymbol::Person,
        names: &[
            "außendienst",
            "aussendienst",
            "field sales",
            "field service",
            "persönlich",
            "in person",
            "face to face",
            "berater",
            "beratung",
            "betreuer",
            "adviser",
            "advisor",
            "consultant",
            "account manager",
            "vertreter",
            "vertrieb",
            "sales rep",
            "techniker",
            "technician",
            "monteur",
            "installateur",
            "installer",
            "makler",
            "broker",
            "mitarbeiter",
            "employee",
            "freunde",
            "friends",
            "bekannte",
            "word of mouth",
            "mundpropaganda",
            "hausbesuch",
            "home visit",
        ],
    },
    Known {
        kind: Physical,
        online: false,
        symbol: ChannelSymbol::Shop,
        names: &[
            "filiale",
            "laden ",
            "ladengeschäft",
            "geschäft ",
            "geschäfte ",
            "geschäftsstelle",
            "shop ",
            "shops ",
            "store ",
            "stores ",
            "branch",
            "händler",
            "dealer",
            "retailer",
            "kundenzentrum",
            "servicecenter",
            "service center",
            "service centre",
            "vor ort",
            " on site",
            "schalter",
            "showroom",
            "kiosk",
        ],
    },
];

/// Makes a channel with a name: of the kind of a well-known one if the name fits one, else a digital one that is online.
#[must_use]
pub fn channel_named(id: ChannelId, name: &str) -> Channel {
    let channel = Channel::new(id, name);
    let plain = name.to_lowercase();
    let words = plain.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = words.fold(" ".to_owned(), |plain, word| plain + word + " ");
    match KNOWN.iter().find(|known| known.names.iter().any(|name| plain.contains(name))) {
        Some(known) => Channel { kind: known.kind, online: known.online, symbol: known.symbol, ..channel },
        None => channel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &[&str], kind: ChannelKind, online: bool, symbol: ChannelSymbol) {
        for name in names {
            let channel = channel_named(ChannelId::standard("c"), name);
            assert_eq!((channel.kind, channel.online, channel.symbol), (kind, online, symbol), "{name}");
            assert_eq!(channel.name, *name);
        }
    }

    #[test]
    fn a_well_known_name_tells_what_carries_a_channel() {
        use ChannelSymbol as S;
        check(&["Telefon", "Service-Hotline", "Telephone", "Phone", "RÜCKRUF", "Call centre"], Human, false, S::Phone);
        check(&["Filiale", "Laden", "Geschäft", "Shop", "Vor Ort", "On site", "Ladengeschäft"], Physical, false, S::Shop);
        check(&["Brief", "Post", "Letter", "Briefe per Post", "Fax"], Physical, false, S::Letter);
        check(&["Messe", "Fachmesse", "Veranstaltung", "Trade fair", "Workshop"], Physical, false, S::Event);
        check(&["Außendienst", "Persönlich", "Berater", "Techniker", "In person"], Human, false, S::Person);
        check(&["Paket", "Parcel"], Physical, false, S::Parcel);
        check(&["E-Mail", "e-mail", "Email", "Newsletter", "E-Mails vom Service"], Digital, true, S::Email);
        check(&["Chat", "WhatsApp", "SMS", "Messenger", "Chat in der App"], Digital, true, S::Chat);
        check(&["App", "Kunden-App", "Kundenapp", "App Store"], Digital, true, S::App);
        check(
            &["Website", "Kundenportal", "Online-Shop", "Webshop", "Geschäftskundenportal", "Videocall"],
            Digital,
            true,
            S::Web,
        );
        check(&["Social Media", "Soziale Medien", "LinkedIn-Post"], Digital, true, S::SocialMedia);
        check(&["Suchmaschine", "Google"], Digital, true, S::Search);
        check(&["Tarifrechner", "Calculator"], Digital, true, S::Calculator);
    }

    #[test]
    fn parts_of_other_words_tell_nothing() {
        check(&["", "Apparat", "Pastoren", "Poster", "Briefing", "Messer", "🦊"], Digital, true, ChannelSymbol::Web);
    }

    #[test]
    fn every_sort_can_be_reached_by_each_of_its_names() {
        for (place, known) in KNOWN.iter().enumerate() {
            for name in known.names {
                let found =
                    KNOWN.iter().position(|other| other.names.iter().any(|part| format!(" {} ", name.trim()).contains(part)));
                assert_eq!(found, Some(place), "{name}");
                assert_eq!(*name, name.to_lowercase());
            }
        }
    }
}
