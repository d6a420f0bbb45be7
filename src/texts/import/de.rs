//! The German words of the import.

use super::*;
use crate::import::{REASON_LEN_MAX, REASONS_MAX};
use crate::plan::{AmountUnit, CustomerFigure, Rate, Together};

fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::Empty => "Die Datei ist leer. Bitte wählen Sie eine andere.".to_owned(),
        ImportError::NoRows => "Unter der Kopfzeile stehen keine Daten. Bitte prüfen Sie, ob der Export vollständig ist.".to_owned(),
        ImportError::Workbook => {
            "Diese Arbeitsmappe lässt sich nicht lesen: Sie hat ein Kennwort oder ein älteres Format (.xls, .xlsb). Bitte speichern Sie sie ohne Kennwort als .xlsx oder CSV."
                .to_owned()
        }
        ImportError::BrokenWorkbook => {
            "Die Arbeitsmappe ist beschädigt. Bitte öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie neu.".to_owned()
        }
        ImportError::HugeWorkbook => {
            "Die Arbeitsmappe ist ausgepackt zu groß zum Lesen. Bitte speichern Sie das Tabellenblatt als CSV: Davon werden auch Millionen Zeilen gelesen."
                .to_owned()
        }
        ImportError::EmptyWorkbook => "Auf dem Blatt stehen keine Daten. Bitte wählen Sie ein anderes Blatt oder eine andere Datei.".to_owned(),
        ImportError::NotText => {
            "Das ist keine Textdatei. Gebraucht wird eine Tabelle als CSV (UTF-8, UTF-16 mit Kennung oder Windows-1252), .xlsx oder .ods.".to_owned()
        }
        ImportError::TooManyColumns => {
            "Die Tabelle hat mehr als 16.384 Spalten. Bitte exportieren Sie nur die Spalten, die gebraucht werden.".to_owned()
        }
        ImportError::EndlessRow { line } => format!(
            "Die Zeile {line} der Datei nimmt kein Ende. Wahrscheinlich fehlt dort ein schließendes Anführungszeichen. Bitte ergänzen Sie es."
        ),
    }
}

fn mapping_fault(fault: MappingFault) -> &'static str {
    match fault {
        MappingFault::OtherColumns => "Die Zuordnung gehört zu einer Tabelle mit anderen Spalten.",
        MappingFault::NoDate => "Bitte wählen Sie die Spalte mit dem Datum der Antwort, oder unten den Monat aller Antworten.",
        MappingFault::SeveralDates => "Nur eine Spalte kann das Datum der Antwort sein.",
        MappingFault::NoScore => {
            "Bitte wählen Sie mindestens eine Spalte mit Antworten, Anzahlen, Werten, Kündigungsgründen oder Kommentaren."
        }
        MappingFault::SeveralIds => "Nur eine Spalte kann die Kennung der Befragten sein.",
        MappingFault::SeveralReasons => "Nur eine Spalte kann der Kündigungsgrund sein.",
        MappingFault::KpiTwice => "Zwei Spalten gehören zur selben Kennzahl. Bitte wählen Sie für eine davon eine andere.",
        MappingFault::DimensionTwice => "Zwei Spalten gehören zur selben Dimension. Bitte wählen Sie für eine davon eine andere.",
        MappingFault::CountTwice => "Zwei Spalten zählen dasselbe. Bitte wählen Sie für eine davon etwas anderes.",
        MappingFault::CountAlone => {
            "Aus diesen Anzahlen lässt sich keine Kennzahl berechnen: Ein Anteil braucht auch das, wovon er ein Anteil ist. Bitte ordnen Sie eine weitere Spalte zu, oder wählen Sie unten eine Kennzahl."
        }
        MappingFault::MoneyAlone => {
            "Geldbeträge werden nach der NPS-Antwort zusammengefasst. Bitte wählen Sie auch eine Spalte mit NPS-Antworten."
        }
        MappingFault::NoScale => {
            "Für diese Kennzahl gibt es keine Skala, auf der sich Antworten zählen lassen. Bitte wählen Sie eine andere."
        }
    }
}

fn counted_rows(rows: &str) -> String {
    format!("{rows} {}", if rows == "1" { "Zeile" } else { "Zeilen" })
}

fn counted_columns(columns: usize) -> String {
    format!("{columns} {}", if columns == 1 { "Spalte" } else { "Spalten" })
}

/// The words.
pub const IMPORT: Import = Import {
    error: import_error,
    failure: |failure| {
        match failure {
        Failure::Import(error) => import_error(error),
        Failure::Mapping(fault) => mapping_fault(*fault).to_owned(),
        Failure::Unreadable => {
            "Der Browser kann die Datei nicht lesen. Vielleicht wurde sie verschoben oder geändert, oder sie ist in einem anderen Programm geöffnet. Bitte wählen Sie sie noch einmal."
                .to_owned()
        }
        Failure::Request => "Die Teile der App passen nicht zusammen. Bitte laden Sie die Seite neu.".to_owned(),
        Failure::Broken => {
            "Beim Lesen der Datei ist ein Fehler in der App aufgetreten. Ihr Plan ist unverändert. Bitte laden Sie die Seite neu, bevor Sie es noch einmal versuchen.".to_owned()
        }
    }
    },
    mapping_fault,
    issue: |reason| {
        match reason {
        IssueReason::NoDate => "Das Datum fehlt; die Zeile zählt nicht.".to_owned(),
        IssueReason::NotADate => "Das ist kein Datum; die Zeile zählt nicht.".to_owned(),
        IssueReason::NoSuchDate => "Dieses Datum gibt es nicht; die Zeile zählt nicht.".to_owned(),
        IssueReason::FarDate => {
            "Dieser Tag liegt vor 1990 oder in der Zukunft, vielleicht ein Tippfehler; die Zeile zählt nicht.".to_owned()
        }
        IssueReason::NotANumber => "Das ist keine Zahl; die Antwort gilt als fehlend.".to_owned(),
        IssueReason::NotWhole => "Das ist keine ganze Zahl; die Antwort gilt als fehlend.".to_owned(),
        IssueReason::OutsideScale(low, high) => {
            format!("Die Zahl liegt nicht zwischen {low} und {high}; die Antwort gilt als fehlend.")
        }
        IssueReason::TooManyValues => {
            "Die Spalte hat zu viele verschiedene Werte für ein Segment; der Wert gilt als fehlend.".to_owned()
        }
        IssueReason::FreeText => format!(
            "Die Spalte sieht nach freiem Text aus: mehr als {REASONS_MAX} verschiedene Gründe, länger als {REASON_LEN_MAX} Zeichen, oder kaum einer steht zweimal da. Kündigungsgründe zählen deshalb nicht."
        ),
        IssueReason::NoCount => "Das ist keine Anzahl (0 oder mehr); der Wert gilt als fehlend.".to_owned(),
        IssueReason::ExtraCells => "Die Zeile hat mehr Zellen als die Kopfzeile; sie zählt nicht.".to_owned(),
        IssueReason::SwallowedRows => {
            "Ein Anführungszeichen wird erst in einer späteren Zeile geschlossen; die Zeilen dazwischen zählen nicht.".to_owned()
        }
        IssueReason::UnclosedQuote => "Ein Anführungszeichen wird nicht geschlossen; was folgt, zählt nicht.".to_owned(),
        IssueReason::DuplicateId => "Diese Kennung kam schon vor; die Antwort zählt nur einmal.".to_owned(),
        IssueReason::RoundedIds => {
            "Die Kennungen sind gerundet, wie Excel es mit langen Zahlen macht. Doppelte Antworten lassen sich daran nicht finden: Alle zählen. Der ursprüngliche Export hat die vollen Kennungen."
                .to_owned()
        }
    }
    },
    left_out: |reason| match reason {
        LeftOut::Preview => "als Test gekennzeichnet",
        LeftOut::Spam => "vom Umfragewerkzeug als Spam erkannt",
        LeftOut::Unfinished => "nicht zu Ende ausgefüllt",
        LeftOut::DuplicateId => "mehrfach in der Datei",
    },
    guess_reason: |reason| match reason {
        GuessReason::NameAndValues => "nach Name und Werten",
        GuessReason::Values => "nach den Werten",
        GuessReason::Empty => "leer",
        GuessReason::PersonalData => "personenbezogene Daten",
        GuessReason::FreeText => "freier Text",
        GuessReason::Technical => "Angabe des Umfragewerkzeugs",
        GuessReason::StartOfAnswer => "Beginn der Antwort, nicht ihr Ende",
        GuessReason::OtherDate => "eine andere Spalte ist das bessere Datum",
        GuessReason::AnonymousDate => "überall derselbe Tag: anonymisiert",
        GuessReason::DerivedScore => "aus der Antwort daneben abgeleitet",
        GuessReason::NotNeeded => "nicht gebraucht",
    },
    tool: |tool| match tool {
        Tool::Generic => "Tabelle",
        Tool::Qualtrics => "Export aus Qualtrics",
        Tool::SurveyMonkey => "Export aus SurveyMonkey",
        Tool::Typeform => "Export aus Typeform",
        Tool::LimeSurvey => "Export aus LimeSurvey",
        Tool::GoogleForms => "Export aus Google Forms",
        Tool::MicrosoftForms => "Export aus Microsoft Forms",
    },
    encoding: |encoding| match encoding {
        TextEncoding::Utf8 => "UTF-8",
        TextEncoding::Utf16 => "UTF-16",
        TextEncoding::Windows1252 => "Windows-1252",
    },
    delimiter: |delimiter| match delimiter {
        ';' => "Semikolon".to_owned(),
        ',' => "Komma".to_owned(),
        '\t' => "Tabulator".to_owned(),
        '|' => "senkrechter Strich".to_owned(),
        other => format!("„{other}“"),
    },
    date_order: |order| match order {
        DateOrder::YearFirst => "Jahr, Monat, Tag (2025-12-31)",
        DateOrder::DayFirst => "Tag, Monat, Jahr (31.12.2025)",
        DateOrder::MonthFirst => "Monat, Tag, Jahr (12/31/2025)",
    },
    decimal_mark: |mark| match mark {
        DecimalMark::Comma => "Dezimalkomma (1.234,56)",
        DecimalMark::Point => "Dezimalpunkt (1,234.56)",
    },
    kpi_name: |kind, item| {
        let about = |name: &str| if item.is_empty() { name.to_owned() } else { format!("{name}: {item}") };
        match kind {
            KpiKind::Nps => about("NPS"),
            KpiKind::Csat(_) => about("Zufriedenheit"),
            KpiKind::Ces(_) => about("Aufwand (CES)"),
            KpiKind::Customers(figure) => match figure {
                CustomerFigure::Churn => "Abwanderungsrate",
                CustomerFigure::ChurnOfAverage => "Abwanderungsrate (mittlerer Bestand)",
                CustomerFigure::Retention => "Bindungsrate",
                CustomerFigure::LostPerWon => "Verlust-Neukunden-Verhältnis",
                CustomerFigure::WonPerStart => "Neukundenrate",
                CustomerFigure::Growth => "Wachstum des Bestands",
            }
            .to_owned(),
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
            }
            .to_owned(),
            KpiKind::Clv(_) => about("Kundenwert"),
            KpiKind::Amount(_) | KpiKind::Other(_) => about("Kennzahl"),
        }
    },
    page: ImportPage {
        intro: "Befragungen und Tabellen werden zu Kennzahlen. Die Datei bleibt auf Ihrem Gerät.",
        choose_file: "Datei wählen",
        drop_hint: "Sie können eine Datei auch auf diese Seite ziehen.",
        formats: "Exporte aus Qualtrics, SurveyMonkey, Typeform, LimeSurvey, Google Forms und Microsoft Forms; jede Tabelle als CSV, Excel (.xlsx) oder OpenDocument (.ods): Antworten mit Datum, Kundenzahlen je Monat, Besuche und Bestellungen je Woche, Kündigungen mit Grund.",
        privacy: "Behalten werden nur Anzahlen und Summen je Tag, Segment und Kündigungsgrund: keine Zeile, kein Name. Kommentare nur, wenn Sie sie als Stimmen übernehmen.",
        empty_title: "Noch nichts importiert",
        sources: "Quellen",
        waiting: |n| if n == 1 { "1 weitere Datei wartet.".to_owned() } else { format!("{n} weitere Dateien warten.") },
        source_title: "Titel der Quelle",
        source_menu: |title| format!("Weitere Aktionen für „{title}“"),
        imported_on: |day| format!("importiert am {day}"),
        answers: |accepted, rejected| format!("{} übernommen, {rejected} abgelehnt", counted_rows(accepted)),
        span: |first, last| format!("{first} bis {last}"),
        no_data: "keine Daten",
        feeds: "Speist",
        feeds_none: "keine Kennzahl",
        feeds_win_back: |reasons| match reasons {
            1 => "Rückgewinnung: 1 Kündigungsgrund".to_owned(),
            n => format!("Rückgewinnung: {n} Kündigungsgründe"),
        },
        purpose: "Zweck",
        purpose_placeholder: "Wozu wurden die Daten erhoben?",
        consent: "Rechtsgrundlage",
        consent_placeholder: "Einwilligung, Vertrag, berechtigtes Interesse …",
        not_stated: "noch nicht angegeben",
        facts_hint: "Freiwillig. Wer später nach den Zahlen fragt, sieht daran, woher sie kommen und ob man sie so verwenden darf.",
        import_again: "Neu importieren …",
        remove_data: "Daten entfernen",
        delete: "Quelle löschen",
        data_removed: |title| format!("Daten von „{title}“ entfernt."),
        steps: "Schritte des Imports",
        step_names: ["Lesen", "Zuordnen", "Prüfen und übernehmen"],
        reading_title: |file| format!("„{file}“ wird gelesen"),
        counting_title: |file| format!("„{file}“ wird geprüft"),
        progress: |rows, read, total| format!("{rows} Zeilen · {read} von {total} MB"),
        progress_label: "Fortschritt",
        reading_hint: "Sie können inzwischen weiterarbeiten. Ihr Plan ändert sich erst, wenn Sie die Daten übernehmen.",
        cancelled: "Abgebrochen. Ihr Plan ist unverändert.",
        cancel: "Abbrechen",
        back: "Zurück",
        retry: "Noch einmal versuchen",
        other_file: "Andere Datei wählen",
        next_file: "Weiter mit der nächsten Datei",
        failed_title: |file| format!("„{file}“ wurde nicht importiert"),
        unchanged: "Ihr Plan ist unverändert.",
        not_started: |reason| {
            format!(
                "Der Teil der App, der Dateien liest, ist nicht gestartet ({reason}). Bitte laden Sie die Seite neu und versuchen Sie es noch einmal."
            )
        },
        died: "Das Lesen wurde abgebrochen, wahrscheinlich weil der Arbeitsspeicher nicht reicht. Schließen Sie andere Tabs, oder teilen Sie die Datei und importieren Sie die Teile nacheinander.",
        roles_title: "Was ist was?",
        format_line: |file, tool, written, headers, rows, columns| {
            let headers = if headers == 1 { "1 Kopfzeile".to_owned() } else { format!("{headers} Kopfzeilen") };
            let (rows, columns) = (counted_rows(rows), counted_columns(columns));
            format!("{file} · {tool} · {written} · {headers} · {rows} · {columns}")
        },
        text_format: |encoding, delimiter| format!("{encoding} · {delimiter} als Trennzeichen"),
        sheet_format: |name| format!("Blatt „{name}“"),
        kept_from: |title| format!("Die Zuordnung stammt vom letzten Import von „{title}“."),
        other_header: |title| {
            format!("Die Datei hat andere Spalten als die letzte von „{title}“. Bitte sehen Sie die Zuordnung durch.")
        },
        columns: "Spalten",
        column: "Spalte",
        column_no: |number| format!("Spalte {number}"),
        samples: "Beispiele",
        role: "Wird zu",
        reason: "Vorschlag",
        role_of: |column| format!("Was ist „{column}“?"),
        role_date: "Datum der Antwort",
        role_score: "Antwort auf einer Skala",
        role_segment: "Segment",
        role_comment: "Kommentar (als Stimme)",
        role_comment_hint: "Jeder Kommentar wird eine Stimme im Plan; die Stimmung folgt dem NPS der Zeile. E-Mail-Adressen und lange Nummern werden entfernt, Namen nicht: Prüfen Sie, ob Sie das speichern dürfen.",
        role_leaving: "Kündigungsgrund",
        leaving_hint: "Jede Zeile ist ein verlorener Kunde. Gezählt wird je Grund und Monat; in der Rückgewinnung werden daraus Gruppen.",
        role_id: "Kennung der Befragten",
        role_id_hint: "Nur, um doppelte Antworten zu finden; wird nicht gespeichert.",
        role_ignore: "nicht übernehmen",
        guessed: |role, reason| format!("{role}: {reason}"),
        personal: "personenbezogen",
        personal_warning: "Diese Werte sind wohl personenbezogen und stünden dann im Plan.",
        date_order: "Reihenfolge",
        ambiguous_date: "Aus der Datei geht die Reihenfolge nicht hervor. Bitte wählen Sie.",
        date_read: |cell, day| format!("„{cell}“ ist der {day}."),
        date_unread: |cell| format!("„{cell}“ ist so kein Datum."),
        kpi: "Kennzahl",
        new_kpi: "Neue Kennzahl",
        kpi_name: "Name der Kennzahl",
        dimension: "Dimension",
        new_dimension: "Neue Dimension",
        dimension_name: "Name der Dimension",
        name_missing: "Bitte geben Sie einen Namen ein.",
        more_columns: |n| if n == 1 { "1 weitere Spalte zeigen".to_owned() } else { format!("{n} weitere Spalten zeigen") },
        with_unfinished: "Auch Antworten zählen, die nicht zu Ende ausgefüllt wurden",
        preview: "Die ersten Zeilen",
        preview_note: "Blasse Spalten werden nicht übernommen.",
        line: "Zeile",
        row_left_out: |reason| format!("zählt nicht: {reason}"),
        check: "Prüfen",
        ready_to_check: "Alles Nötige ist zugeordnet.",
        found: |rows, columns| {
            format!("{} und {} gelesen. Bitte prüfen Sie, was die Spalten sind.", counted_rows(rows), counted_columns(columns))
        },
        result_title: "Das kommt heraus",
        result_said: |accepted, rejected, left_out| {
            let verb = if accepted == "1" { "wird" } else { "werden" };
            format!("{} {verb} übernommen, {rejected} abgelehnt, {left_out} ausgelassen.", counted_rows(accepted))
        },
        accepted: "übernommen",
        rejected: "abgelehnt",
        left_out: "ausgelassen",
        period: "Zeitraum",
        nothing_accepted: "Keine Zeile kann übernommen werden. Bitte gehen Sie zurück und prüfen Sie die Zuordnung.",
        no_scores: "Keine Zeile enthält eine Antwort zu dieser Kennzahl.",
        groups: |promoters, passives, detractors| {
            let passive = if passives == "1" { "Passiver" } else { "Passive" };
            format!("{promoters} Fürsprecher · {passives} {passive} · {detractors} Kritiker")
        },
        discrepancies: |n| match n {
            1 => "In 1 Zeitraum gehen die Kundenzahlen nicht auf:".to_owned(),
            n => format!("In {n} Zeiträumen gehen die Kundenzahlen nicht auf:"),
        },
        more_periods: |n| if n == 1 { "und 1 weiterer Zeitraum".to_owned() } else { format!("und {n} weitere Zeiträume") },
        issues: "Probleme nach Grund",
        no_issues: "Keine Probleme gefunden.",
        count: "Anzahl",
        issue_rows: "Nur Zeilen mit Problemen",
        issues_kept: |kept, all| format!("die ersten {kept} von {all}"),
        issue_filter: "Grund",
        all_reasons: "Alle Gründe",
        value: "Wert",
        problem: "Problem",
        more_issues: |n| if n == 1 { "1 weiteres zeigen".to_owned() } else { format!("{n} weitere zeigen") },
        download_rejected: |n| format!("Abgelehnte Zeilen speichern ({n})"),
        rejected_file: |stem| format!("{stem}-abgelehnt.csv"),
        download_failed: "Die Datei konnte nicht gespeichert werden.",
        destination: "Wohin mit den Daten?",
        as_new: "Als neue Quelle anlegen",
        replace_covered: |title| format!("In „{title}“ die Tage dieser Datei ersetzen"),
        replace_all: |title| format!("Alle Daten von „{title}“ ersetzen"),
        replace_add: |title| format!("Zu „{title}“ hinzufügen"),
        overlaps: |titles| {
            let titles = titles.iter().map(|title| format!("„{title}“")).collect::<Vec<_>>().join(", ");
            format!(
                "Für dieselbe Zeit gibt es schon Daten aus {titles}. Sie zählen dann zusammen mit denen dieser Datei, womöglich doppelt."
            )
        },
        segments_cut: |months| {
            if months == 1 {
                "In einem nur teilweise ersetzten Monat sind die älteren Segmentwerte entfallen.".to_owned()
            } else {
                format!("In {months} nur teilweise ersetzten Monaten sind die älteren Segmentwerte entfallen.")
            }
        },
        reasons_cut: |months| {
            if months == 1 {
                "Kündigungsgründe zählen je Monat: In einem nur zum Teil abgedeckten Monat gelten nur noch die dieser Datei."
                    .to_owned()
            } else {
                format!(
                    "Kündigungsgründe zählen je Monat: In {months} nur zum Teil abgedeckten Monaten gelten nur noch die dieser Datei."
                )
            }
        },
        about: "Zur Quelle",
        import: "Daten übernehmen",
        imported: |title, accepted| format!("„{title}“ importiert: {}.", counted_rows(accepted)),
        format: "Format der Datei",
        format_encoding: "Zeichensatz",
        format_delimiter: "Trennzeichen",
        format_decimal: "Zahlen",
        format_header_rows: "Kopfzeilen",
        format_sheet: "Tabellenblatt",
        automatic: |found| format!("Automatisch ({found})"),
        automatic_mixed: "je Spalte",
        header_rows: |n| match n {
            0 => "keine Kopfzeile".to_owned(),
            1 => "1 Kopfzeile".to_owned(),
            n => format!("{n} Kopfzeilen"),
        },
        rows_at_least: |rows| format!("mehr als {rows}"),
        ambiguous_number: |sample| {
            format!(
                "Ob „{sample}“ Tausender oder Dezimalen hat, geht aus der Datei nicht hervor. Bitte wählen Sie oben, wie Zahlen geschrieben sind."
            )
        },
        score_kind: "Art der Antwort",
        kind_nps: "Weiterempfehlung (NPS)",
        kind_csat: "Zufriedenheit (CSAT)",
        kind_ces: "Aufwand (CES)",
        scale: "Skala",
        scale_named: |low, high| format!("{low} bis {high}"),
        direction: "Richtung",
        direction_unsure: "Welches Ende der Skala das gute ist, sagt die Frage nicht sicher. Bitte wählen oder bestätigen Sie die Richtung.",
        direction_right: "Diese Richtung stimmt",
        easy: |answer| format!("{answer} = leicht"),
        best: |answer| format!("{answer} = sehr zufrieden"),
        touchpoint: "Touchpoint",
        no_touchpoint: "keiner",
        new_touchpoint: "Neuer Touchpoint",
        touchpoint_name: "Name des Touchpoints",
        role_count: "Anzahl",
        role_value: "Wert einer Kennzahl",
        role_money: "Geldbetrag",
        money_hint: "Wird nach Fürsprechern, Passiven und Kritikern summiert: So sehen Sie, was ein Fürsprecher wert ist.",
        count_part: |part| match part {
            CountPart::CustomersAtStart => "Kunden am Anfang",
            CountPart::CustomersWon => "Neukunden",
            CountPart::CustomersLost => "Verlorene Kunden",
            CountPart::CustomersAtEnd => "Kunden am Ende",
            CountPart::Leads => "Interessenten",
            CountPart::Visits => "Besuche",
            CountPart::Orders => "Bestellungen",
            CountPart::Offers => "Angebote",
            CountPart::Impressions => "Einblendungen",
            CountPart::Clicks => "Klicks",
            CountPart::Contacts => "Kontakte",
            CountPart::SolvedAtOnce => "Beim ersten Kontakt gelöst",
            CountPart::Complaints => "Beschwerden",
            CountPart::Returns => "Retouren",
            CountPart::Addressed => "Angesprochene ehemalige Kunden",
            CountPart::WonBack => "Zurückgewonnene Kunden",
        },
        counts_what: "Zählt",
        amount_kind: "Werte",
        amount: |amount| {
            let together = match amount.together {
                Together::Sum => "Summe",
                Together::Mean => "Mittelwert",
                Together::Last => "letzter Wert",
            };
            let unit = match &amount.unit {
                AmountUnit::Number => "Zahlen",
                AmountUnit::Money => "Geld",
                AmountUnit::Minutes => "Minuten",
                AmountUnit::Percent => "Prozent",
                AmountUnit::Own(unit) => unit,
            };
            format!("{unit}, {together}")
        },
        count_kpis: "Kennzahlen aus den Anzahlen",
        count_kpis_hint: "Aus den gezählten Spalten lassen sich diese Kennzahlen berechnen. Die Definition können Sie später ändern.",
        drivers: "Treiber",
        drivers_hint: |overall| {
            format!(
                "Damit sich sagen lässt, was „{overall}“ am stärksten treibt, werden diese Antworten gemeinsam gezählt. Es zählen nur Antworten, in denen alle ausgefüllt sind."
            )
        },
        driver_costs: |filled, all| format!("nur {filled} von {all} ausgefüllt"),
        drivers_few: "Für Treiber braucht es mindestens zwei Fragen.",
        month: "Monat aller Antworten",
        month_hint: "Die Datei hat kein Datum. Zu welchem Monat gehören ihre Antworten?",
        remaining: |seconds| match seconds {
            0..=1 => "gleich fertig".to_owned(),
            2..=89 => format!("noch etwa {seconds} Sekunden"),
            seconds => format!("noch etwa {} Minuten", (seconds + 30) / 60),
        },
        summed_to: |span| {
            let span = match span {
                Resolution::Week => "Wochen",
                Resolution::Quarter => "Quartalen",
                Resolution::Year => "Jahren",
                _ => "Monaten",
            };
            format!("Es sind sehr viele Tage; damit der Plan handlich bleibt, wurden sie zu {span} zusammengefasst.")
        },
        periods: |n| if n == 1 { "1 Zeitraum".to_owned() } else { format!("{n} Zeiträume") },
        mean_of_periods: |n| if n == 1 { "1 Zeitraum".to_owned() } else { format!("im Mittel je Zeitraum, aus {n}") },
        drivers_found: |n| format!("Treiber: {n} vollständige Antworten"),
        money_found: |column, n| format!("„{column}“: {n} Beträge nach Fürsprechern, Passiven und Kritikern"),
        comments_found: |n, left_out| match left_out {
            None => format!("Kommentare: {n} werden Stimmen"),
            Some(left_out) => format!("Kommentare: die ersten {n} werden Stimmen, {left_out} weitere bleiben weg"),
        },
        voices_made: |n| match n {
            "1" => "1 Kommentar ist jetzt eine Stimme.".to_owned(),
            n => format!("{n} Kommentare sind jetzt Stimmen."),
        },
        lost_found: |customers, reasons| {
            let customers = if customers == 1 { "verlorener Kunde" } else { "verlorene Kunden" };
            match reasons {
                0 => "Keine Zeile enthält einen Grund, der zählt.".to_owned(),
                1 => format!("{customers}, 1 Grund"),
                n => format!("{customers}, {n} Gründe"),
            }
        },
        reason_found: |reason, n| format!("{reason}: {n}"),
        more_reasons: |n| if n == 1 { "und 1 weiterer".to_owned() } else { format!("und {n} weitere") },
    },
};
