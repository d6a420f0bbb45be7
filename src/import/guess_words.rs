//! Words in names of columns, German and English in lower case, by which it is told what a column is.

use crate::plan::CountPart;

/// Parts of names of the question whether one would recommend the company.
pub(super) const RECOMMEND: [&str; 5] = ["weiterempf", "empfehl", "recommend", "net promoter", "netpromoter"];
/// Parts of names of questions about effort.
pub(super) const EFFORT: [&str; 10] = [
    "leicht gemacht",
    "leicht gelöst",
    "leicht war",
    "einfach gemacht",
    "easy",
    "aufwand",
    "effort",
    "schwierig",
    "difficult",
    "mühe",
];
/// Parts of names of questions about satisfaction.
pub(super) const SATISFACTION: [&str; 4] = ["zufried", "satisf", "csat", "happy with"];
/// Names of columns of counts, the more telling ones first.
pub(super) const COUNTS: [(CountPart, &[&str]); 16] = [
    (
        CountPart::CustomersAtStart,
        &[
            "bestand anfang",
            "anfangsbestand",
            "kunden anfang",
            "kunden zu beginn",
            "bestand beginn",
            "customers at start",
            "customers start",
            "opening customers",
            "start customers",
        ],
    ),
    (
        CountPart::CustomersAtEnd,
        &["bestand ende", "endbestand", "kunden ende", "customers at end", "customers end", "closing customers", "end customers"],
    ),
    (CountPart::WonBack, &["zurückgewonn", "rückgewonn", "won back", "winback", "win-back"]),
    (CountPart::Addressed, &["angesprochen", "addressed"]),
    (
        CountPart::CustomersWon,
        &["neukunden", "neue kunden", "gewonnene kunden", "zugänge", "new customers", "customers won", "won customers"],
    ),
    (
        CountPart::CustomersLost,
        &[
            "abgänge",
            "verlorene kunden",
            "kündigungen",
            "abwander",
            "lost customers",
            "customers lost",
            "churned",
            "cancellations",
        ],
    ),
    (CountPart::Leads, &["interessenten", "leads", "anfragen", "prospects"]),
    (CountPart::Visits, &["besuche", "visits", "sessions", "sitzungen"]),
    (CountPart::Offers, &["angebote", "offers", "quotes"]),
    (CountPart::Returns, &["retouren", "rücksendungen", "returns"]),
    (CountPart::Complaints, &["beschwerden", "reklamationen", "complaints"]),
    (CountPart::Orders, &["bestellungen", "aufträge", "orders", "käufe", "purchases"]),
    (CountPart::Impressions, &["einblendungen", "impressions", "impressionen"]),
    (CountPart::Clicks, &["klicks", "clicks"]),
    (CountPart::SolvedAtOnce, &["sofort gelöst", "erstlösung", "solved at once", "solved first", "first contact"]),
    (CountPart::Contacts, &["kontakte", "contacts", "anrufe", "calls", "tickets"]),
];
/// Parts of names of reasons; what for, only another part tells.
pub(super) const REASONS: [&str; 3] = ["grund", "gründe", "reason"];
/// Parts of names of what is about leaving.
pub(super) const LEAVING: [&str; 13] = [
    "kündig",
    "kuendig",
    "abwander",
    "austritt",
    "ausgetreten",
    "abgang",
    "storno",
    "leaving",
    "customer left",
    "churn",
    "cancel",
    "terminat",
    "attrition",
];
/// Parts of names of money.
pub(super) const MONEY: [&str; 11] =
    ["umsatz", "revenue", "betrag", "erlös", "deckungsbeitrag", "margin", "marge", "amount", "spend", "einkaufswert", "€"];
/// Parts of names of sums that stand for themselves.
pub(super) const SUMS: [&str; 5] = ["newsletter", "anmeldungen", "sign-ups", "signups", "subscriptions"];
/// Parts of names of waiting times.
pub(super) const WAITING: [&str; 4] = ["wartezeit", "waiting", "wartedauer", "wait time"];
/// Words of names of personal data.
pub(super) const PERSONAL_WORDS: [&str; 15] = [
    "email",
    "mail",
    "name",
    "vorname",
    "nachname",
    "telefon",
    "telefonnummer",
    "phone",
    "mobil",
    "ip",
    "ipaddress",
    "adresse",
    "address",
    "latitude",
    "longitude",
];
/// Parts of names of personal data.
pub(super) const PERSONAL_PARTS: [&str; 11] = [
    "recipientlastname",
    "recipientfirstname",
    "recipientemail",
    "externalreference",
    "externaldatareference",
    "locationlatitude",
    "locationlongitude",
    "geburt",
    "birth",
    "straße",
    "surname",
];
/// Parts of names of columns that name people, or one customer of a company's; in questions they mean little.
pub(super) const NAMING_PARTS: [&str; 22] = [
    "kundenname",
    "firmenname",
    "benutzername",
    "nutzername",
    "kundennummer",
    "kundennr",
    "kunden-nr",
    "kunden nr",
    "kunden-id",
    "vertragsnummer",
    "customer name",
    "customer id",
    "customer number",
    "ansprechpartner",
    "berater",
    "betreuer",
    "mitarbeitername",
    "handy",
    "rufnummer",
    "iban",
    "anschrift",
    "postleitzahl",
];
/// Parts of names of free text.
pub(super) const FREE_TEXT: [&str; 11] = [
    "bemerkung",
    "kommentar",
    "comment",
    "anmerkung",
    "open-ended",
    "warum",
    "was können wir",
    "verbesser",
    "improve",
    "_text",
    "freitext",
];
/// Names of columns that tools write for themselves.
pub(super) const TECHNICAL: [&str; 24] = [
    "status",
    "progress",
    "finished",
    "distributionchannel",
    "userlanguage",
    "collector id",
    "response type",
    "network id",
    "tags",
    "ending",
    "seed",
    "lastpage",
    "startlanguage",
    "letzte seite",
    "start-sprache",
    "zufallsstartwert",
    "duration (in seconds)",
    "last page",
    "start language",
    "refurl",
    "source id",
    "duration",
    "dauer",
    "zeilennummer",
];
/// Names of columns that name the respondent.
pub(super) const RESPONDENT_IDS: [&str; 13] = [
    "responseid",
    "response id",
    "respondent id",
    "respondent_id",
    "respondentid",
    "antwort id",
    "antwort-id",
    "antwortid",
    "id",
    "#",
    "token",
    "teilnehmer-id",
    "umfrage-id",
];
/// Parts of names of segments.
pub(super) const SEGMENTS: [&str; 22] = [
    "segment",
    "kundenart",
    "kundentyp",
    "kundengruppe",
    "kunde",
    "customer type",
    "customer group",
    "customer_type",
    "region",
    "land",
    "country",
    "bundesland",
    "produkt",
    "product",
    "tarif",
    "branche",
    "industry",
    "filiale",
    "store",
    "standort",
    "gruppe",
    "group",
];
