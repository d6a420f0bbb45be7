//! German words of the win-back planner.

use super::WinBack;
use crate::finance::{WinBackInput, WinBackVerdict};
use crate::plan::{LossReason, WinBackContact};

fn lost(customers: &str) -> String {
    format!("{customers} {}", if customers == "1" { "verlorener Kunde" } else { "verlorene Kunden" })
}

pub static WIN_BACK: WinBack = WinBack {
    facts: |groups, customers| match groups {
        0 => "Verlorene Kunden: wer zurückzugewinnen ist, womit, und was es bringt".to_owned(),
        1 => format!("1 Gruppe · {}", lost(customers)),
        groups => format!("{groups} Gruppen · {}", lost(customers)),
    },
    empty_title: "Wen haben Sie verloren, und warum?",
    empty_text: "Fassen Sie verlorene Kunden nach ihrem Grund zusammen. Zu jeder Gruppe sehen Sie, was ihre Rückgewinnung bringt, was sie kostet und welche Gruppe Sie besser weglassen.",
    new_group: "Neue Gruppe",
    group: "Gruppe",
    reason: "Grund",
    reason_name: |reason| match reason {
        LossReason::BetterOffer => "besseres Angebot",
        LossReason::Price => "zu teuer geworden",
        LossReason::Product => "vom Produkt enttäuscht",
        LossReason::Service => "vom Service enttäuscht",
        LossReason::Inactive => "nutzt es nicht mehr",
        LossReason::NeedGone => "Bedarf entfallen",
        LossReason::Unknown => "unbekannt",
    },
    customers: "Kunden",
    margin: "Deckungsbeitrag je Jahr",
    margin_help: "Was ein Kunde dieser Gruppe im Jahr einbringt, nach Abzug der Kosten, die er verursacht. Nicht der Umsatz.",
    months_since: "Kündigung vor",
    months_unit: "Monaten",
    months_hint: "Je kürzer, desto besser die Aussichten.",
    months_long: "Über ein Jahr her: Rechnen Sie vorsichtig.",
    contact: "Ansprache",
    contact_name: |contact| match contact {
        WinBackContact::Personal => "persönliches Gespräch",
        WinBackContact::Telephone => "Telefon",
        WinBackContact::Written => "schriftlich",
    },
    contact_hint: "Persönlich bei sehr einträglichen oder vom Außendienst betreuten Kunden, sonst am Telefon; schriftlich nur, wo es anders nicht geht. Jeder Versuch beginnt mit einer Entschuldigung.",
    not_chosen: "noch offen",
    incentive: "Anreiz",
    incentive_empty: "Was bieten Sie an?",
    incentive_fits: "Passt zum Grund",
    take_incentive: |words| format!("Als Anreiz nehmen: {words}"),
    contact_cost: "Ansprache je Kunde",
    incentive_cost: "Anreiz je Rückkehr",
    rate: "Rückgewinnungsrate",
    rate_low: "vorsichtig",
    rate_likely: "wahrscheinlich",
    rate_high: "günstig",
    rate_hint: "Zum Vergleich: Professionelle Rückgewinnung erreicht 30–50 %. Nehmen Sie eigene Erfahrungswerte, wenn Sie welche haben.",
    rate_error: "Bitte eine Zahl von 0 bis 100 eingeben.",
    rate_disordered: "Vorsichtig, wahrscheinlich, günstig: in dieser Reihenfolge.",
    stay_years: "Bleiben dann",
    stay_unit: "Jahre",
    stay_hint: |years| format!("Leer: {years} Jahre, der Zeithorizont des Plans."),
    stay_error: "Bitte eine Zahl von 0 bis 100 eingeben.",
    count_error: "Bitte eine ganze Zahl von 0 bis 1 Milliarde eingeben.",
    months_error: "Bitte eine ganze Zahl von 0 bis 1.200 eingeben.",
    amount_error: "Bitte einen Betrag von 0 bis 1.000 Milliarden eingeben.",
    left_out: "Diese Gruppe weglassen",
    is_left_out: "weggelassen",
    new_customer_cost: "Kosten je Neukunde",
    new_customer_hint: "Was es kostet, einen neuen Kunden zu gewinnen. Daran wird die Rückgewinnung gemessen.",
    new_customer_of_plan: |cost| format!("Leer: {cost}, wie oben für alle."),
    expected: "Erwarteter Wert",
    expected_help: "Was die Zurückgewonnenen über die Jahre einbringen, auf heute abgezinst, abzüglich aller Kosten. Die Spanne reicht vom vorsichtigen bis zum günstigen Fall.",
    won: "Kommen zurück",
    won_note: |range| format!("{range} Kunden"),
    cost: "Kosten",
    cost_per_won: "Kosten je Rückkehr",
    range: |low, high| if low == high { low.to_owned() } else { format!("{low} bis {high}") },
    nobody: "niemand kommt zurück",
    cheaper: |difference| format!("{difference} günstiger als ein Neukunde"),
    dearer: |difference| format!("{difference} teurer als ein Neukunde"),
    total_note: |counted, all| {
        if counted == all { "alle Gruppen".to_owned() } else { format!("{counted} von {all} Gruppen") }
    },
    verdict: "Urteil",
    verdict_name: |verdict| match verdict {
        WinBackVerdict::Pays => "lohnt sich",
        WinBackVerdict::Unsure => "unsicher",
        WinBackVerdict::DoesNotPay => "besser weglassen",
    },
    verdict_text: |verdict| match verdict {
        WinBackVerdict::Pays => "Lohnt sich auch im vorsichtigen Fall.",
        WinBackVerdict::Unsure => {
            "Lohnt sich wahrscheinlich, im vorsichtigen Fall aber nicht. Beginnen Sie mit einem Teil der Gruppe."
        }
        WinBackVerdict::DoesNotPay => {
            "Kostet wahrscheinlich mehr, als es bringt. Lassen Sie die Gruppe weg, oder senken Sie die Kosten."
        }
    },
    missing: |inputs| {
        let names: Vec<&str> = inputs
            .iter()
            .map(|input| match input {
                WinBackInput::Customers => "Zahl der Kunden",
                WinBackInput::Margin => "Deckungsbeitrag",
                WinBackInput::ContactCost => "Kosten der Ansprache",
                WinBackInput::Rate => "Rückgewinnungsrate",
                WinBackInput::RateOrder => "Rückgewinnungsraten in der Reihenfolge von vorsichtig bis günstig",
            })
            .collect();
        format!("Es fehlt: {}", names.join(", "))
    },
    calculation: "So ist gerechnet",
    value_of_one: |margin, years, rate, value| format!("{margin} im Jahr über {years} Jahre, mit {rate} abgezinst: {value}"),
    value_title: "Wert je Rückkehr",
    won_line: |customers, rate, won| format!("{customers} × {rate} = {won}"),
    cost_line: |customers, contact, won, incentive, cost| format!("{customers} × {contact} + {won} × {incentive} = {cost}"),
    expected_line: |won, value, cost, expected| format!("{won} × {value} − {cost} = {expected}"),
    break_even: "Trägt sich ab",
    break_even_line: |share| format!("{share} müssen zurückkommen"),
    no_break_even: "Bei diesen Kosten trägt es sich nie.",
    source: "Nach dem Konzept des „second lifetime value“ (Stauss und Friege 1999; Thomas, Blattberg und Fox 2004). Beträge am Jahresende.",
    become_measure: "Maßnahme daraus machen",
    measure_title: "Verlorene Kunden zurückgewinnen",
    measure_title_of: |group| format!("Zurückgewinnen: {group}"),
    become_own: "Maßnahme aus dieser Gruppe machen",
    become_further: |n| match n {
        1 => "Maßnahme aus der übrigen Gruppe machen".to_owned(),
        n => format!("Maßnahme aus {n} übrigen Gruppen machen"),
    },
    join_measure: |title| format!("In „{title}“ aufnehmen"),
    measure_made: |title| format!("Die Maßnahme „{title}“ ist angelegt."),
    refresh_measure: "Zahlen der Maßnahme aktualisieren",
    measure_refreshed: "Die Maßnahme hat jetzt die Zahlen ihrer Gruppen.",
    open_measure: "Maßnahme öffnen",
    part_of: "Gehört zur Maßnahme",
    measure_reasoning: |groups, customers, won, value, years, rate| {
        let groups = if groups == 1 { "1 Gruppe".to_owned() } else { format!("{groups} Gruppen") };
        let years = if years == 1 { "das Jahr".to_owned() } else { format!("die {years} Jahre") };
        format!(
            "{groups} mit {customers} verlorenen Kunden; {won} kommen zurück. Nach Abzug der Kosten ist das {value} wert. Der Nutzen je Jahr ist so gewählt, dass der Kapitalwert über {years} des Plans, zu {rate} abgezinst, diesem Wert entspricht. Was die Maßnahme sonst noch kostet, geht davon ab."
        )
    },
    lost: "Kündigungsgründe aus importierten Daten",
    lost_help: "Gründe, für die es noch keine Gruppe gibt. Die neue Gruppe heißt wie der Grund und hat die Zahl seiner Kunden; wie lange die Kündigung her ist, wird aus den Monaten gemittelt.",
    lost_customers: |customers, count| {
        if customers == 1 { "1 verlorener Kunde".to_owned() } else { format!("{count} verlorene Kunden") }
    },
    lost_between: |first, last| if first == last { first.to_owned() } else { format!("{first} bis {last}") },
    lost_more: |more| if more == 1 { "1 weiteren zeigen".to_owned() } else { format!("{more} weitere zeigen") },
    take: "Gruppe anlegen",
    take_of: |reason| format!("Gruppe anlegen: {reason}"),
    take_all: |count| format!("Gruppen aus diesen {count} Gründen anlegen"),
    taken: |count| if count == 1 { "1 Gruppe angelegt.".to_owned() } else { format!("{count} Gruppen angelegt.") },
    details_of: |title| format!("Details zur Gruppe „{title}“"),
    delete: "Gruppe löschen",
};
