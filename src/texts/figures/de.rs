//! German words about figures.

use super::Figures;
use crate::figures::{
    control::{NoLimits, Rule},
    typed::TypedColumn,
};
use crate::plan::{
    Amount, AmountUnit, Better, Ces, CesFigure, Clv, ClvConvention, Csat, CsatFigure, CustomerFigure, KpiKind, Rate, Resolution,
    ScaleEnd, Together,
};
use crate::texts::format;

/// German.
pub const FIGURES: Figures = Figures {
    kind,
    short,
    formula,
    interval_method,
    interval_help,
    better: |better| match better {
        Better::Higher => "mehr ist besser",
        Better::Lower => "weniger ist besser",
    },
    grain,
    typed_column,
    month_names: &["Monat", "Zeitraum", "Datum"],
    by: |short, length| format!("{short} nach {}", grain(length)),
    higher_since: |short, period| format!("{short} ist seit {period} höher"),
    lower_since: |short, period| format!("{short} ist seit {period} niedriger"),
    band: |grain, window, interval| {
        let values = match grain {
            Resolution::Day => "Tageswerte",
            Resolution::Week => "Wochenwerte",
            Resolution::Month => "Monatswerte",
            Resolution::Quarter => "Quartalswerte",
            Resolution::Year => "Jahreswerte",
        };
        let values = if window > 1 { format!("je {window} Zeiträume zusammen ({values})") } else { values.to_owned() };
        if interval { format!("{values} mit 95-%-Band") } else { values }
    },
    without_earlier: |what, first, earlier| match earlier {
        1 => format!("{what}, ab {first}; 1 früherer ist in längeren Zeiträumen zu sehen"),
        earlier => format!("{what}, ab {first}; {earlier} frühere sind in längeren Zeiträumen zu sehen"),
    },
    by_group: |short| format!("{short} nach Gruppen"),
    kind_group_feedback: "Stimmen der Kunden",
    kind_group_customers: "Kundenbestand",
    kind_group_rates: "Quoten",
    kind_group_value: "Kundenwert",
    kind_group_own: "Eigene",
    figure_field: "Gezeigt wird",
    scale_field: "Skala",
    satisfied_from_field: "Zufrieden ab",
    easy_field: "Leicht ist",
    easy_high: "die höchste",
    easy_low: "die niedrigste",
    best_field: "Am besten ist",
    best_high: "die höchste",
    best_low: "die niedrigste",
    numerator_field: "Was gezählt wird",
    denominator_field: "Wovon",
    unit_field: "Einheit",
    unit: |unit| match unit {
        AmountUnit::Number => "Zahl",
        AmountUnit::Money => "Geld",
        AmountUnit::Minutes => "Minuten",
        AmountUnit::Percent => "Prozent",
        AmountUnit::Own(_) => "eigene",
    },
    own_unit_field: "Name der Einheit",
    together_field: "Mehrere Zeiträume zusammen",
    convention,
    better_field: "Richtung",
    warning_field: "Warngrenze",
    warning_none: "keine",
    past_limit: |limit| format!("Warngrenze {limit} überschritten"),
    redefined: |month| {
        format!(
            "Seit {month} anders definiert: Eingetippte Werte davor folgen der früheren Definition und sind nur mit Vorsicht zu \
             vergleichen. Importierte Antworten sind durchweg nach der neuen berechnet."
        )
    },
    redefinition_mark: "anders definiert",
    recomputed: "Die importierten Daten sind nach der neuen Definition berechnet, vom ersten Zeitraum an.",
    aims_gone: "Ziele und Warngrenze galten der früheren Definition und sind entfernt.",
    new_kpi: "Neue Kennzahl",
    group_field: "Gruppe",
    all_groups: "Alle",
    window_field: "Gleitend",
    window_one: "einzeln",
    window: |count| format!("{count} Zeiträume"),
    limits_toggle: "Regelgrenzen",
    signals_title: "Auffälliges",
    signal: |rule, from, to| {
        let when = if from == to { from.to_owned() } else { format!("{from} bis {to}") };
        match rule {
            Rule::Beyond => format!("{when}: außerhalb der Regelgrenzen"),
            Rule::OneSide => format!("{when}: mindestens neun Werte auf derselben Seite der Mitte"),
            Rule::Trend => format!("{when}: mindestens sechs Werte stetig steigend oder fallend"),
            Rule::Alternating => format!("{when}: mindestens vierzehn Werte im Wechsel auf und ab"),
        }
    },
    no_signals: "Keine Regel schlägt an: Kein Wert liegt außerhalb der Grenzen, und keine Folge von Werten fällt auf.",
    no_limits: |why| match why {
        NoLimits::TooFew { points } => format!("Regelgrenzen brauchen mindestens 6 Werte (hier: {points})."),
        NoLimits::NoSpread => "Ohne Schwankung gibt es keine Regelgrenzen.".to_owned(),
    },
    no_limits_rolling: "Gleitende Werte haben keine Regelgrenzen: Benachbarte teilen sich Antworten und schwanken dadurch weniger. \
                        Für Regelgrenzen bitte „einzeln“ wählen.",
    measure_begins: |title| format!("{title} beginnt"),
    mean_of_scores: |mean, deviation, low, high| {
        format!("Mittelwert {mean}, Standardabweichung {deviation}, t-Intervall {low} bis {high}")
    },
    save_csv: "Als CSV-Datei speichern",
    save_workbook: "Als Excel-Datei speichern",
    compare_title: "Vergleich",
    compare_note: "zwei Zeiträume, oder zwei Gruppen derselben Dimension",
    compare_first: "Von",
    compare_second: "zu",
    compare_result: |first, second, delta, interval, p| format!("Von {first} zu {second}: {delta} ({interval}; {p})."),
    compare_untested: |first, second, delta| {
        format!("Von {first} zu {second}: {delta}. Ohne Zahl der Antworten lässt sich nicht prüfen, ob das Zufall ist.")
    },
    compare_sure: "Das ist mehr als Zufall.",
    compare_unsure: "Das kann Zufall sein.",
    group_tests: |dimension| format!("Unterschiede nach {dimension}"),
    group_test: |first, second, delta, p, sure| {
        let verdict = if sure { "mehr als Zufall" } else { "kann Zufall sein" };
        format!("{first} gegenüber {second}: {delta} ({p}), {verdict}")
    },
    group_changes: |since| format!("Bei wem sich etwas geändert hat: seit {since} gegenüber davor"),
    group_change: |name, delta, p, sure| {
        let verdict = if sure { "mehr als Zufall" } else { "kann Zufall sein" };
        format!("{name}: {delta} ({p}), {verdict}")
    },
    holm_note: |count| format!("p ist für {count} Vergleiche zugleich korrigiert (Holm)."),
    worth_title: "Was ein Fürsprecher wert ist",
    worth_note: |title, span| match title {
        "" => format!("Beträge je Antwort, {span}"),
        title => format!("„{title}“ je Antwort, {span}"),
    },
    worth_mean: "Mittelwert",
    worth_difference: |more, size, interval, p| {
        let way = if more { "mehr" } else { "weniger" };
        format!("Ein Fürsprecher bringt im Mittel {size} {way} als ein Kritiker ({interval}; {p}).")
    },
    worth_untested: "Fürsprecher und Kritiker lassen sich hier nicht vergleichen: Von einer Seite gibt es zu wenige Beträge, oder \
                     sie unterscheiden sich nicht.",
    verdict_shift: |up, size, since, n, p| {
        let way = if up { "höher" } else { "niedriger" };
        let sure = n.map_or_else(|| "Das ist gesichert".to_owned(), |n| format!("Mit {n} Antworten ist das gesichert"));
        format!("Seit {since} liegt der Wert um {size} {way} als davor. {sure} ({p}).")
    },
    verdict_periods: |up, size, before, p| {
        let way = if up { "höher" } else { "niedriger" };
        format!("Der Wert liegt um {size} {way} als zuvor ({before}; {p}). Ob das so bleibt, zeigen die nächsten Zeiträume.")
    },
    verdict_noise: |size, before, p| format!("Der Unterschied von {size} zum Zeitraum davor ({before}) kann Zufall sein ({p})."),
    verdict_untested: |up, size, before| {
        let way = if up { "höher" } else { "niedriger" };
        format!(
            "Der Wert liegt um {size} {way} als zuvor ({before}). Ohne Zahl der Antworten lässt sich nicht prüfen, ob das Zufall \
             ist; Regelgrenzen zeigen, was mehr ist als das übliche Schwanken."
        )
    },
    untested: "Ungeprüft",
    answers_needed: |reach, n| format!("Für ein Intervall von ±{reach} Punkten wären je Zeitraum etwa {n} Antworten nötig."),
    origin: |formula, when, basis, sources, interval| {
        format!(
            "{formula}\n{basis}\nZeitraum: {when}\nQuelle: {sources}\nIntervall: {interval}. Unter 30 Antworten gilt der Wert als \
             unsicher."
        )
    },
    basis_groups: |first, last, n| format!("({first} − {last}) ÷ {n} × 100"),
    basis_share: |hits, n| format!("{hits} von {n}"),
    basis_mean: |n| format!("Mittelwert von {n} Antworten"),
    basis_customers: |start, won, lost, end| format!("am Anfang {start}, gewonnen {won}, verloren {lost}, am Ende {end}"),
    basis_reported: "gemeldeter Wert, nicht aus Einzelwerten berechnet",
    origin_shift: "Wert seit dem Wechsel minus Wert davor. Gesucht wird in den letzten zwölf Zeiträumen; p ist für die Zahl der \
                   geprüften Stellen korrigiert (Bonferroni). Beim NPS rechnen Intervall und p mit den angepassten Werten \
                   (Adjusted Wald), bei Anteilen mit z-Test und Newcombe-Intervall, bei Mittelwerten nach Welch.",
    origin_difference: "Wert des letzten Zeitraums minus Wert des Zeitraums davor. Beim NPS rechnen Intervall und p mit den \
                        angepassten Werten (Adjusted Wald), bei Anteilen mit z-Test und Newcombe-Intervall, bei Mittelwerten nach \
                        Welch. Unter p = 0,05 gilt der Unterschied als mehr als Zufall.",
    discrepancy: |month, by| format!("{month}: Anfang + gewonnen − verloren ergibt nicht das Ende (Abweichung {by})."),
};

fn grain(grain: Resolution) -> &'static str {
    match grain {
        Resolution::Day => "Tag",
        Resolution::Week => "Woche",
        Resolution::Month => "Monat",
        Resolution::Quarter => "Quartal",
        Resolution::Year => "Jahr",
    }
}

fn kind(kind: &KpiKind) -> String {
    match kind {
        KpiKind::Nps => "Weiterempfehlung (NPS)".to_owned(),
        KpiKind::Csat(_) => "Zufriedenheit (CSAT)".to_owned(),
        KpiKind::Ces(_) => "Aufwand der Kunden (CES)".to_owned(),
        KpiKind::Clv(_) => "Kundenwert (CLV)".to_owned(),
        KpiKind::Amount(_) => "Eigene Zahl".to_owned(),
        KpiKind::Rate(Rate::Own { .. }) => "Eigener Anteil".to_owned(),
        other => short(other),
    }
}

fn short(kind: &KpiKind) -> String {
    match kind {
        KpiKind::Nps => "NPS",
        KpiKind::Csat(_) => "CSAT",
        KpiKind::Ces(_) => "CES",
        KpiKind::Rate(rate) => match rate {
            Rate::Acquisition => "Gewinnungsrate",
            Rate::Conversion => "Konversionsrate",
            Rate::Closing => "Abschlussquote",
            Rate::ClickThrough => "Klickrate",
            Rate::FirstContactResolution => "Erstlösungsquote",
            Rate::ComplaintsPerCustomer => "Beschwerden je Kunde",
            Rate::ComplaintsPerOrder => "Beschwerden je Bestellung",
            Rate::Returns => "Retourenquote",
            Rate::RepeatPurchase => "Wiederkaufsrate",
            Rate::Referral => "Empfehlungsrate",
            Rate::WinBack => "Rückgewinnungsrate",
            Rate::PositiveMentions => "Positive Erwähnungen",
            Rate::Own { .. } => "Anteil",
        },
        KpiKind::Customers(figure) => match figure {
            CustomerFigure::Churn => "Abwanderungsrate",
            CustomerFigure::ChurnOfAverage => "Abwanderungsrate (mittlerer Bestand)",
            CustomerFigure::Retention => "Bindungsrate",
            CustomerFigure::LostPerWon => "Verlust-Neukunden-Verhältnis",
            CustomerFigure::WonPerStart => "Neukundenrate",
            CustomerFigure::Growth => "Wachstum des Bestands",
        },
        KpiKind::Clv(_) => "Kundenwert",
        KpiKind::Amount(_) => "Wert",
        KpiKind::Other(_) => "unbekannte Art",
    }
    .to_owned()
}

/// What is divided by what.
fn parts(rate: &Rate) -> (String, String) {
    let (numerator, denominator) = match rate {
        Rate::Acquisition => ("gewonnene Kunden", "Kontakte oder Leads"),
        Rate::Conversion => ("Bestellungen", "Besuche"),
        Rate::Closing => ("Aufträge", "Angebote"),
        Rate::ClickThrough => ("Klicks", "Einblendungen"),
        Rate::FirstContactResolution => ("sofort gelöste Anliegen", "Anliegen"),
        Rate::ComplaintsPerCustomer => ("Beschwerden", "Kunden"),
        Rate::ComplaintsPerOrder => ("Beschwerden", "Bestellungen"),
        Rate::Returns => ("Retouren", "Bestellungen"),
        Rate::RepeatPurchase => ("Kunden mit zwei Bestellungen oder mehr", "Kunden"),
        Rate::Referral => ("durch Empfehlung gewonnene Kunden", "gewonnene Kunden"),
        Rate::WinBack => ("zurückgewonnene Kunden", "angesprochene Kunden"),
        Rate::PositiveMentions => ("positive Erwähnungen", "alle Erwähnungen"),
        Rate::Own { numerator, denominator } => return (numerator.clone(), denominator.clone()),
    };
    (numerator.to_owned(), denominator.to_owned())
}

fn formula(kind: &KpiKind) -> String {
    match kind {
        KpiKind::Nps => "Anteil 9–10 minus Anteil 0–6, Frage nach Weiterempfehlung 0–10".to_owned(),
        KpiKind::Csat(csat) => csat_formula(*csat),
        KpiKind::Ces(ces) => ces_formula(*ces),
        KpiKind::Rate(rate) => {
            let (numerator, denominator) = parts(rate);
            let or = |text: String, missing: &str| if text.is_empty() { missing.to_owned() } else { text };
            format!("{} ÷ {}", or(numerator, "Zähler"), or(denominator, "Nenner"))
        }
        KpiKind::Customers(figure) => match figure {
            CustomerFigure::Churn => "verlorene Kunden ÷ Kunden am Anfang",
            CustomerFigure::ChurnOfAverage => "verlorene Kunden ÷ Mittel aus Kunden am Anfang und am Ende",
            CustomerFigure::Retention => "(Kunden am Ende − gewonnene) ÷ Kunden am Anfang",
            CustomerFigure::LostPerWon => "verlorene ÷ gewonnene Kunden; keine Abwanderungsrate, kann über 100 % liegen",
            CustomerFigure::WonPerStart => "gewonnene Kunden ÷ Kunden am Anfang",
            CustomerFigure::Growth => "(Kunden am Ende − Kunden am Anfang) ÷ Kunden am Anfang",
        }
        .to_owned(),
        KpiKind::Clv(Clv { convention: way, .. }) => convention(*way),
        KpiKind::Amount(Amount { together, .. }) => match together {
            Together::Sum => "Summe des Zeitraums",
            Together::Mean => "Mittelwert des Zeitraums",
            Together::Last => "letzter Wert des Zeitraums",
        }
        .to_owned(),
        KpiKind::Other(_) => "Diese Art kennt diese Version von Reiseplan nicht.".to_owned(),
    }
}

fn csat_formula(csat: Csat) -> String {
    let (low, high) = (csat.scale().low(), csat.scale().high());
    match (csat.figure(), csat.best()) {
        (CsatFigure::Mean, _) => format!("Mittelwert der Antworten auf der Skala {low}–{high}"),
        (CsatFigure::Satisfied, ScaleEnd::High) => {
            format!("Anteil der Antworten {}–{high} auf der Skala {low}–{high}", csat.satisfied_from())
        }
        (CsatFigure::Satisfied, ScaleEnd::Low) => {
            format!("Anteil der Antworten {low}–{} auf der Skala {low}–{high}", csat.satisfied_from())
        }
    }
}

fn ces_formula(ces: Ces) -> String {
    let (low, high) = (ces.scale.low(), ces.scale.high());
    let easy = if ces.easy == ScaleEnd::High { high } else { low };
    let best = |count: u8| match ces.easy {
        ScaleEnd::High => format!("{}–{high}", high + 1 - count.min(high)),
        ScaleEnd::Low => format!("{low}–{}", low + count - 1),
    };
    let hard = if high - low + 1 < 7 { 2 } else { 3 };
    let worst = match ces.easy {
        ScaleEnd::High => format!("{low}–{}", low + hard - 1),
        ScaleEnd::Low => format!("{}–{high}", high + 1 - hard),
    };
    let what = match ces.figure {
        CesFigure::Mean => "Mittelwert der Antworten".to_owned(),
        CesFigure::Index => format!("Anteil {} minus Anteil {worst}", best(2)),
        CesFigure::TopThree => format!("Anteil der Antworten {}", best(3)),
        CesFigure::TopTwo => format!("Anteil der Antworten {}", best(2)),
    };
    format!("{what} auf der Skala {low}–{high} ({easy} = leicht)")
}

fn convention(convention: ClvConvention) -> String {
    match convention {
        ClvConvention::EndOfPeriod => "m·r ÷ (1 + i − r): erster Deckungsbeitrag nach einem Zeitraum".to_owned(),
        ClvConvention::StartOfPeriod => "m·(1 + i) ÷ (1 + i − r): erster Deckungsbeitrag sofort".to_owned(),
        ClvConvention::Simple => "m ÷ Abwanderung, ohne Abzinsung".to_owned(),
        ClvConvention::HorizonEndOfPeriod(periods) => format!("Summe über {periods} Zeiträume, Deckungsbeitrag am Ende"),
        ClvConvention::HorizonStartOfPeriod(periods) => format!("Summe über {periods} Zeiträume, Deckungsbeitrag am Anfang"),
    }
}

fn interval_method(kind: &KpiKind) -> &'static str {
    match kind {
        KpiKind::Nps => "Adjusted Wald, 95\u{a0}%",
        KpiKind::Csat(csat) if csat.figure() == CsatFigure::Mean => "t-Intervall, 95\u{a0}%",
        KpiKind::Ces(ces) if ces.figure == CesFigure::Mean => "t-Intervall, 95\u{a0}%",
        KpiKind::Ces(ces) if ces.figure == CesFigure::Index => "Adjusted Wald, 95\u{a0}%",
        KpiKind::Csat(_) | KpiKind::Ces(_) | KpiKind::Rate(_) => "Wilson, 95\u{a0}%",
        KpiKind::Customers(CustomerFigure::Churn | CustomerFigure::Retention) => "Wilson, 95\u{a0}%",
        KpiKind::Amount(amount) if amount.together == Together::Mean => "t-Intervall, 95\u{a0}%",
        _ => "keines",
    }
}

fn interval_help(kind: &KpiKind) -> &'static str {
    match interval_method(kind).chars().next() {
        Some('A') => {
            "Zu den Antworten kommen je ¾ an beiden Enden hinzu, n wächst um 3. Daraus wird das Wald-Intervall berechnet und auf \
             ±100 begrenzt (Rocks 2016). Bei 95 von 100 solchen Befragungen enthält es den wahren Wert."
        }
        Some('W') => {
            "Das Intervall eines Anteils nach Wilson (1927). Es bleibt zwischen 0 und 100 % und stimmt auch bei wenigen Antworten. \
             Bei 95 von 100 solchen Erhebungen enthält es den wahren Wert."
        }
        Some('t') => "Mittelwert ± t · Standardabweichung ÷ √n. Bei 95 von 100 solchen Befragungen enthält es den wahren Wert.",
        _ => "Ohne Einzelwerte lässt sich nicht sagen, wie genau diese Zahl ist.",
    }
}

fn typed_column(kind: &KpiKind, column: TypedColumn) -> Vec<String> {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    match (column, kind) {
        (TypedColumn::Promoters, _) => texts(&["Fürsprecher", "Promotoren", "9–10", "9-10"]),
        (TypedColumn::Passives, _) => texts(&["Passive", "Indifferente", "Neutrale", "7–8", "7-8"]),
        (TypedColumn::Detractors, _) => texts(&["Kritiker", "Detraktoren", "0–6", "0-6"]),
        (TypedColumn::Score(score), _) => vec![score.to_string()],
        (TypedColumn::Numerator, KpiKind::Rate(rate)) if !parts(rate).0.is_empty() => {
            vec![format::capital(&parts(rate).0), "Zähler".to_owned()]
        }
        (TypedColumn::Denominator, KpiKind::Rate(rate)) if !parts(rate).1.is_empty() => {
            vec![format::capital(&parts(rate).1), "Nenner".to_owned()]
        }
        (TypedColumn::Numerator, _) => texts(&["Zähler"]),
        (TypedColumn::Denominator, _) => texts(&["Nenner"]),
        (TypedColumn::Start, _) => texts(&["Anfang", "Kunden am Anfang", "Bestand Anfang"]),
        (TypedColumn::Won, _) => texts(&["Gewonnen", "Neue Kunden", "Neukunden"]),
        (TypedColumn::Lost, _) => texts(&["Verloren", "Verlorene Kunden"]),
        (TypedColumn::End, _) => texts(&["Ende", "Kunden am Ende", "Bestand Ende"]),
        (TypedColumn::Value, KpiKind::Amount(_)) => texts(&["Wert"]),
        (TypedColumn::Value, _) => texts(&["Gemeldeter Wert", "Wert"]),
        (TypedColumn::N, _) => texts(&["n", "Antworten", "Fälle"]),
    }
}
