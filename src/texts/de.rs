//! The German texts.

use super::*;
use crate::{
    editor::{Label, Noun, Verb},
    exchange::{Fault, FileKind, MAX_FILE_LEN, Mend, Mended, ReadError, SCHEMA},
};

fn paste_reason(reason: PasteReason) -> &'static str {
    match reason {
        PasteReason::NotAMonth => "hier wird ein Monat erwartet, zum Beispiel 03/2025",
        PasteReason::NotACount => "hier wird eine ganze Zahl erwartet, 0 oder mehr",
        PasteReason::NotANumber => "hier wird eine Zahl erwartet",
        PasteReason::TwoForms => "der Monat hat Anzahlen und einen gemeldeten Wert; bitte nur eines von beiden",
        PasteReason::Missing => "die Spalte fehlt",
        PasteReason::MonthTwice => "der Monat stand schon in einer früheren Zeile",
    }
}

/// Says what was deleted, and in how many records of which kinds it was used.
fn deleted(name: &str, uses: &[(&str, usize)]) -> String {
    let places: Vec<String> = uses.iter().map(|(table, count)| format!("{count} {}", used_in(table, *count == 1))).collect();
    match join_words(&places, " und ") {
        Some(places) => format!("„{name}“ gelöscht. Wurde in {places} verwendet."),
        None => format!("„{name}“ gelöscht."),
    }
}

/// Name of a table's records after "in".
fn used_in(table: &str, one: bool) -> &str {
    match (table, one) {
        ("touchpoints", true) => "Touchpoint",
        ("touchpoints", false) => "Touchpoints",
        ("personas", true) => "Persona",
        ("personas", false) => "Personas",
        ("audits", true) => "Audit",
        ("audits", false) => "Audits",
        ("voices", true) => "Stimme",
        ("voices", false) => "Stimmen",
        ("journeys", true) => "Kundenreise",
        ("journeys", false) => "Kundenreisen",
        ("pain_points", true) => "Schmerzpunkt",
        ("pain_points", false) => "Schmerzpunkten",
        ("opportunities", true) => "Chance",
        ("opportunities", false) => "Chancen",
        ("goals", true) => "Ziel",
        ("goals", false) => "Zielen",
        ("weaknesses", true) => "Schwäche",
        ("weaknesses", false) => "Schwächen",
        ("win_back_groups", true) => "Kundengruppe",
        ("win_back_groups", false) => "Kundengruppen",
        ("contents", true) => "Inhalt",
        ("contents", false) => "Inhalten",
        ("involvements", true) => "Kundenbeteiligung",
        ("involvements", false) => "Kundenbeteiligungen",
        ("measures", true) => "Maßnahme",
        ("measures", false) => "Maßnahmen",
        ("kpis", true) => "Kennzahl",
        ("kpis", false) => "Kennzahlen",
        ("sources", true) => "Datenquelle",
        ("sources", false) => "Datenquellen",
        (other, _) => other,
    }
}

pub(super) static TEXTS: Texts = Texts {
    language: Language::De,
    terms: Terms {
        phase: |phase| match phase {
            Phase::Acquisition => "Anbahnung",
            Phase::Active => "Aktiv",
            Phase::Passive => "Passiv",
        },
        sub_phase: |id| {
            Some(match id {
                "awareness" => "Aufmerksamkeit",
                "consideration" => "Erwägung",
                "decision" => "Entscheidung",
                "onboarding" => "Onboarding",
                "use" => "Nutzung",
                "renewal" => "Verlängerung",
                "inactive" => "Inaktivität",
                "cancelled" => "Kündigung",
                "win-back" => "Rückgewinnung",
                "trial" => "Testphase",
                "expansion" => "Ausbau",
                "need" => "Bedarf",
                "specification" => "Ausschreibung",
                "offer" => "Angebot",
                "commissioning" => "Lieferung und Inbetriebnahme",
                "operation" => "Betrieb und Service",
                "modernisation" => "Folgeauftrag",
                "dormant" => "Ruhende Kunden",
                "lost" => "Verlorene Kunden",
                "occasion" => "Anlass",
                "information" => "Information",
                "application" => "Antrag",
                "processing" => "Bearbeitung",
                "decision-notice" => "Bescheid",
                "service-use" => "Nutzung der Leistung",
                "objection" => "Widerspruch und Beschwerde",
                "departure" => "Abmeldung",
                "return" => "Rückkehr",
                _ => return None,
            })
        },
        measure_status: |status| match status {
            MeasureStatus::Idea => "Idee",
            MeasureStatus::Planned => "geplant",
            MeasureStatus::Running => "läuft",
            MeasureStatus::Done => "fertig",
            MeasureStatus::Dropped => "verworfen",
        },
        assessment: |assessment| match assessment {
            Assessment::Applies => "trifft zu",
            Assessment::Partly => "teilweise",
            Assessment::Not => "trifft nicht zu",
        },
        evidence: |evidence| match evidence {
            Evidence::Assumption => "Annahme",
            Evidence::Observation => "Beobachtung",
            Evidence::Interview => "Interview",
            Evidence::Survey => "Befragung",
            Evidence::BehaviourData => "Verhaltens\u{ad}daten",
            Evidence::Staff => "Mitarbei\u{ad}tende",
        },
        pain_point_state: |state| match state {
            PainPointState::Open => "offen",
            PainPointState::Planned => "geplant",
            PainPointState::Solved => "gelöst",
        },
        journey_kind: |kind| match kind {
            JourneyKind::AsIs => "Ist-Reise",
            JourneyKind::ToBe => "Soll-Reise",
        },
        channel_kind: |kind| match kind {
            ChannelKind::Digital => "digital",
            ChannelKind::Physical => "physisch",
            ChannelKind::Human => "persönlich",
        },
        contact: |contact| match contact {
            Contact::Interaction => "Interaktion mit dem Unternehmen",
            Contact::Perception => "Wahrnehmung des Unternehmens",
            Contact::Talk => "Gespräch über das Unternehmen",
        },
        severity: |severity| format!("Schwere {severity} von 5"),
        deleted,
        unnamed: "ohne Namen",
    },
    shell: Shell {
        app_name: "Reiseplan",
        loading: "Der Plan wird geladen …",
        skip_to_content: "Zum Inhalt springen",
        navigation: "Bereiche des Plans",
        open_navigation: "Bereiche anzeigen",
        close_navigation: "Bereiche schließen",
        breadcrumb: "Wo Sie sind",
        all_plans: "Alle Pläne",
        area: |area| match area {
            Area::Personas => "Personas",
            Area::Audits => "Touchpoint-Audits",
            Area::Voices => "Stimmen",
            Area::Library => "Pläne",
            Area::Overview => "Überblick",
            Area::Journeys => "Kundenreisen",
            Area::Channels => "Kanäle",
            Area::Findings => "Schmerzpunkte",
            Area::Strategy => "Strategie",
            Area::Measures => "Maßnahmen",
            Area::Import => "Import",
            Area::Kpis => "Kennzahlen",
            Area::WinBack => "Rückgewinnung",
            Area::Content => "Inhalte",
            Area::Involvement => "Beteiligung",
            Area::Check => "Prüfliste",
            Area::Drivers => "Treiber",
            Area::Effects => "Wirkung",
            Area::Settings => "Einstellungen",
        },
        step: |step| match step {
            WorkStep::Understand => "Verstehen",
            WorkStep::Data => "Daten",
            WorkStep::Design => "Gestalten",
            WorkStep::Implement => "Umsetzen",
            WorkStep::Measure => "Messen",
        },
        saved: "Gespeichert",
        saving: "Speichert …",
        not_saved_quota: "Nicht gespeichert: Der Browser hat keinen Platz mehr. Exportieren Sie den Plan.",
        not_saved_protected: "Nicht gespeichert: Im Browser liegt eine Fassung, die diese App nicht überschreiben darf. Exportieren Sie den Plan.",
        not_saved: |reason| {
            format!("Nicht gespeichert ({reason}). Es wird weiter versucht; exportieren Sie den Plan zur Sicherheit.")
        },
        weak_storage: "Dieser Browser sperrt die Datenbank. Änderungen liegen im kleineren lokalen Speicher; exportieren Sie den Plan regelmäßig.",
        no_storage: "Dieser Browser speichert nichts: Beim Schließen der Seite geht alles verloren. Exportieren Sie den Plan, bevor Sie gehen.",
        undo: "Rückgängig",
        redo: "Wiederholen",
        undo_step: |step| format!("Rückgängig: {step}"),
        redo_step: |step| format!("Wiederholen: {step}"),
        export: "Exportieren",
        export_plan: "Plan als Datei exportieren",
        export_others: "Weitere Exportmöglichkeiten",
        export_for_passing_on: "Zum Weitergeben exportieren",
        open_file: "Datei öffnen",
        search: "Suchen oder Befehl …",
        search_title: "Suchen und Befehle",
        search_none: "Nichts gefunden. Ein kürzeres Wort findet mehr.",
        search_results: |n| match n {
            1 => "1 Treffer".to_owned(),
            n => format!("{n} Treffer"),
        },
        shortcuts: "Tastenkürzel",
        language: "Sprache",
        language_name: |language| match language {
            Language::De => "Deutsch",
            Language::En => "English",
        },
        theme: "Darstellung",
        theme_system: "Wie das System",
        theme_light: "Hell",
        theme_dark: "Dunkel",
        close: "Schließen",
        cancel: "Abbrechen",
        key_control: "Strg",
        key_shift: "Umschalt",
        edit_refused: "Das ging nicht; der Plan ist unverändert. Bitte laden Sie die Seite neu, wenn es noch einmal geschieht.",
        deleted_elsewhere: "Dieser Plan wurde in einem anderen Fenster gelöscht.",
        keep_plan: "Behalten",
        conflicts: "Ein anderes Fenster hat dasselbe geändert. Ihre Fassung bleibt; das stand dort:",
        conflict: |what, theirs| match theirs {
            Some(theirs) => format!("{what}: {theirs}"),
            None => format!("{what}: gelöscht"),
        },
        read_failed: "Der Speicher des Browsers antwortet nicht richtig. Laden Sie die Seite neu.",
        not_loaded_title: "Dieser Bereich konnte nicht geladen werden",
        not_loaded_text: "Bitte prüfen Sie die Verbindung. Ihr Plan ist davon nicht berührt.",
        load_again: "Noch einmal versuchen",
        missing_title: "Diesen Plan gibt es hier nicht",
        missing_text: "Pläne liegen nur in dem Browser, in dem sie angelegt wurden. Lassen Sie sich die Datei schicken und öffnen Sie sie.",
        newer_title: "Dieser Plan stammt aus einer neueren Version",
        newer_text: "Diese Version der App kann ihn nicht lesen und ändert ihn nicht. Laden Sie die Seite neu, um die neueste Version zu bekommen, oder sichern Sie die Daten als Datei.",
        unreadable_title: "Dieser Plan lässt sich nicht lesen",
        unreadable_text: "Die Daten sind noch da und bleiben unverändert. Sichern Sie sie als Datei.",
        save_raw: "Daten als Datei sichern",
        not_found_title: "Diese Seite gibt es nicht",
        not_found_text: "Vielleicht ist die Adresse unvollständig.",
        panic_title: "Reiseplan ist auf einen Fehler gestoßen",
        panic_explanation: "Die App kann nicht weiterlaufen. Gespeicherte Änderungen sind sicher. Laden Sie die Seite neu; zur Sicherheit können Sie den Plan vorher als Datei herunterladen.",
        panic_reload: "Neu laden",
        panic_download: "Plan herunterladen",
        drop_title: "Datei hier ablegen",
        drop_text: "Eine Plandatei wird geöffnet, eine Tabelle (CSV, Excel oder OpenDocument) wird importiert.",
        drop_unknown: |name| {
            format!(
                "„{name}“ lässt sich hier nicht öffnen. Pläne sind .json-Dateien; Tabellen (.csv, .xlsx, .ods) importieren Sie, wenn ein Plan offen ist."
            )
        },
    },
    library: Library {
        title: "Ihre Pläne",
        intro: "Kundenreisen verstehen, Maßnahmen über den ganzen Lebenszyklus planen, ihre Wirkung belegen. Alles bleibt in diesem Browser.",
        empty_title: "Noch kein Plan in diesem Browser",
        empty_text: "Der Beispielplan zeigt die ganze Kette von der Kundenreise bis zur belegten Kennzahl. Oder beginnen Sie gleich mit Ihrem eigenen Plan.",
        new_plan: "Neuer Plan",
        new_empty: "Leerer Plan",
        new_from_template: "Aus einer Vorlage …",
        templates: "Womit beginnen?",
        templates_text: "Jede Vorlage bringt Personas, eine Kundenreise, Ziele, typische Schwächen und Kennzahlen mit, alles zum Anpassen.",
        sample: "Beispielplan ansehen",
        open_file: "Plandatei öffnen",
        drop_hint: "oder die Datei irgendwo auf diese Seite ziehen",
        new_title: "Neuer Plan",
        copy_title: |title| format!("{title} (Kopie)"),
        untitled: "Plan ohne Titel",
        column_title: "Plan",
        column_organisation: "Organisation",
        column_changed: "Zuletzt geändert",
        changed_today: |time| format!("heute, {time}"),
        rename: "Umbenennen",
        duplicate: "Duplizieren",
        export: "Als Datei exportieren",
        delete: "Löschen",
        more: |title| format!("Weitere Aktionen für {title}"),
        name_field: "Titel des Plans",
        deleted: |title| format!("„{title}“ gelöscht."),
        opened: |title| format!("„{title}“ geöffnet."),
        opened_as_copy: |title| format!("Diesen Plan gibt es hier schon; die Datei wurde als Kopie „{title}“ geöffnet."),
        open_failed: |name| format!("„{name}“ konnte nicht geöffnet werden."),
        was_mended: "Der Plan wurde gelesen; das war nicht in Ordnung und wurde behoben:",
        sample_failed: "Der Beispielplan konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
        store_failed: "Der Plan konnte nicht gespeichert werden.",
        newer_mark: "aus einer neueren Version",
        unreadable_mark: "nicht lesbar",
    },
    exchange: Later::new(Language::De),
    settings: Later::new(Language::De),
    overview: Later::new(Language::De),
    journeys: Later::new(Language::De),
    map: Later::new(Language::De),
    output: Later::new(Language::De),
    canvas: Later::new(Language::De),
    summary: Later::new(Language::De),
    check: Later::new(Language::De),
    win_back: Later::new(Language::De),
    content: Later::new(Language::De),
    involvement: Later::new(Language::De),
    figures: Later::new(Language::De),
    measuring: Later::new(Language::De),
    measures: Later::new(Language::De),
    personas: Later::new(Language::De),
    audits: Later::new(Language::De),
    voices: Later::new(Language::De),
    channels: Later::new(Language::De),
    journey_list: Later::new(Language::De),
    findings: Later::new(Language::De),
    strategy: Later::new(Language::De),
    import: Later::new(Language::De),
    kpis: Later::new(Language::De),
    keys: Later::new(Language::De),
    charts: Later::new(Language::De),
    actions: Actions { label, noun },
};

pub mod exchange {
    use super::*;

    pub static TEXTS: Exchange = Exchange {
        read_error,
        mended,
        table,
        other_groups: "Übrige",
        passing_on_suffix: "zum Weitergeben",
        passing_on_done: "Exportiert: importierte Daten nach Monaten, kleine Gruppen zusammengefasst, ohne Stimmen.",
        export_failed: "Die Datei konnte nicht exportiert werden.",
        delete_failed: "Der Plan konnte nicht gelöscht werden.",
    };
}

pub mod settings {
    use super::*;

    pub static TEXTS: Settings = Settings {
        on_this_page: "Auf dieser Seite",
        plan: "Plan",
        departments: "Abteilungen",
        departments_text: "Wer für Touchpoints zuständig ist und Maßnahmen umsetzt, mit den Personentagen, die dafür da sind.",
        channels: "Kanäle",
        channels_text: "Auf welchen Wegen sich Kunden und Unternehmen begegnen.",
        segments: "Segmente",
        segments_text: "Dimensionen, nach denen Sie Kunden unterscheiden, etwa Kundentyp oder Region, jede mit ihren Werten. Importierte Daten kennen sie unter diesen Namen.",
        touchpoints: "Touchpoints",
        touchpoints_text: "Ein Touchpoint gehört dem ganzen Plan: Die Hotline ist eine Hotline, durch wie viele Kundenreisen sie auch führt.",
        lifecycle: "Lebenszyklus",
        lifecycle_text: "Die drei Phasen mit ihren Abschnitten. Reisen, Ziele und Maßnahmen ordnen sich hier ein.",
        plan_title: "Titel",
        organisation: "Organisation",
        industry: "Branche",
        currency: "Währung",
        currency_name: |code| {
            Some(match code {
                "EUR" => "Euro",
                "CHF" => "Schweizer Franken",
                "USD" => "US-Dollar",
                "GBP" => "Britisches Pfund",
                "DKK" => "Dänische Krone",
                "SEK" => "Schwedische Krone",
                "NOK" => "Norwegische Krone",
                "PLN" => "Polnischer Złoty",
                "CZK" => "Tschechische Krone",
                "HUF" => "Ungarischer Forint",
                "RON" => "Rumänischer Leu",
                "TRY" => "Türkische Lira",
                "JPY" => "Japanischer Yen",
                "CNY" => "Chinesischer Yuan",
                "CAD" => "Kanadischer Dollar",
                "AUD" => "Australischer Dollar",
                _ => return None,
            })
        },
        currency_other: "Andere Währung …",
        currency_code: "Kürzel der Währung",
        currency_code_hint: "Drei Buchstaben nach ISO 4217, zum Beispiel SGD",
        currency_code_error: "Ein Währungskürzel hat drei Buchstaben, zum Beispiel SGD.",
        discount_rate: "Kalkulationszins",
        discount_rate_hint: "Um so viel ist Geld in einem Jahr weniger wert als heute",
        discount_rate_unit: "% im Jahr",
        discount_rate_error: "Bitte eine Zahl von 0 bis 100 eingeben, zum Beispiel 8 oder 7,5.",
        horizon: "Zeithorizont",
        horizon_hint: "So lange wird der Nutzen von Maßnahmen gezählt",
        horizon_unit: "Jahre",
        horizon_error: "Bitte eine ganze Zahl von 1 bis 30 eingeben.",
        budget: "Verfügbares Budget",
        budget_hint: "Für alle Maßnahmen zusammen; leer, wenn es noch nicht feststeht",
        amount_error: "Bitte einen Betrag von 0 bis 1.000 Milliarden eingeben, zum Beispiel 250.000.",
        day_rate: "Tagessatz",
        day_rate_hint: "Was ein Personentag kostet; leer, wenn Personentage nicht als Geld zählen",
        customer_weight: "Gewicht des Werts für Kunden",
        customer_weight_hint: "Im Wert einer Maßnahme; der Rest ist das Gewicht des Werts fürs Unternehmen",
        customer_weight_error: "Bitte eine Zahl von 0 bis 100 eingeben.",
        segment_minimum: "Kleinste Gruppe",
        segment_minimum_hint: "Gruppen mit weniger Antworten werden nicht einzeln gezeigt und nicht weitergegeben",
        segment_minimum_error: "Bitte eine ganze Zahl von 1 bis 1.000 eingeben.",
        segment_minimum_unit: "Antworten",
        currency_changed: |new, old, amounts| {
            let kept =
                if amounts == 1 { format!("1 Betrag in {old} wurde") } else { format!("{amounts} Beträge in {old} wurden") };
            format!("Die Währung ist jetzt {new}. {kept} nicht umgerechnet.")
        },
        notes: "Notizen",
        name: "Name",
        field_of: |field, record| format!("{field}: {record}"),
        capacity: "Kapazität",
        capacity_unit: "Personentage je Quartal",
        capacity_error: "Bitte eine Zahl von 0 oder mehr eingeben, zum Beispiel 40.",
        channel_kind: "Art",
        online: "online",
        symbol: "Symbol",
        symbol_name: |symbol| match symbol {
            ChannelSymbol::Web => "Website",
            ChannelSymbol::Search => "Suche",
            ChannelSymbol::Email => "E-Mail",
            ChannelSymbol::App => "App",
            ChannelSymbol::Chat => "Chat",
            ChannelSymbol::SocialMedia => "Soziale Medien",
            ChannelSymbol::Phone => "Telefon",
            ChannelSymbol::Letter => "Brief",
            ChannelSymbol::Shop => "Geschäft",
            ChannelSymbol::Person => "Person",
            ChannelSymbol::Parcel => "Paket",
            ChannelSymbol::Event => "Veranstaltung",
            ChannelSymbol::Calculator => "Rechner",
        },
        department: "Abteilung",
        sub_phase: "Abschnitt",
        contact: "Art des Kontakts",
        phase: "Phase",
        not_chosen: "nicht festgelegt",
        no_channel_fits: "Kein Kanal passt",
        create_channel: |name| format!("Kanal „{name}“ anlegen"),
        remove: |name| format!("{name} entfernen"),
        journeys: |n| match n {
            0 => "in keiner Kundenreise".to_owned(),
            1 => "in 1 Kundenreise".to_owned(),
            n => format!("in {n} Kundenreisen"),
        },
        used: "Verwendet",
        add_department: "Abteilung hinzufügen",
        add_channel: "Kanal hinzufügen",
        add_dimension: "Dimension hinzufügen",
        add_segment: "Wert hinzufügen",
        add_segment_to: |name| format!("Wert zu „{name}“ hinzufügen"),
        add_touchpoint: "Touchpoint hinzufügen",
        add_sub_phase: "Abschnitt hinzufügen",
        add_sub_phase_to: |phase| format!("Abschnitt zur Phase „{phase}“ hinzufügen"),
        edit: |name| format!("„{name}“ bearbeiten"),
        move_up: |name| format!("„{name}“ nach oben"),
        move_down: |name| format!("„{name}“ nach unten"),
        move_up_keys: "Alt+↑",
        drag_to_move: "Ziehen, um zu verschieben",
        move_down_keys: "Alt+↓",
        delete: |name| format!("„{name}“ löschen"),
        moved: |name, place, places| format!("„{name}“ steht jetzt an Stelle {place} von {places}."),
        last_sub_phase: |name| {
            format!(
                "„{name}“ ist der letzte Abschnitt. Ein Lebenszyklus braucht mindestens einen; legen Sie zuerst einen anderen an."
            )
        },
        doubled: "doppelt",
        doubled_hint: "Diesen Namen gibt es mehrmals.",
        segments_of: |name| format!("Werte von „{name}“"),
        filter: "Touchpoints filtern",
        filter_found: |found, all| format!("{found} von {all}"),
        filter_none: "Kein Touchpoint passt zu diesem Filter.",
        departments_empty: "Noch keine Abteilung. Legen Sie die an, die Touchpoints verantworten.",
        channels_empty: "Noch kein Kanal. Beginnen Sie mit den Wegen, auf denen Sie Kunden am häufigsten begegnen.",
        segments_empty: "Noch keine Dimension. Beginnen Sie etwa mit „Kundentyp“ und seinen Werten.",
        touchpoints_empty: "Noch kein Touchpoint. Touchpoints entstehen auch von selbst, wenn Sie in einer Kundenreise einen Schritt benennen.",
        phase_empty: "Diese Phase hat keinen Abschnitt.",
    };
}

pub mod overview {
    use super::*;

    pub static TEXTS: Overview = Overview {
        facts: |journeys, measures, budget| {
            let journeys = match journeys {
                1 => "1 Kundenreise".to_owned(),
                n => format!("{n} Kundenreisen"),
            };
            let measures = match measures {
                1 => "1 Maßnahme".to_owned(),
                n => format!("{n} Maßnahmen"),
            };
            format!("{journeys} · {measures} · {budget}")
        },
        budget: |money| format!("{money} Budget"),
        no_budget: "kein Budget festgelegt",
        lifecycle: "Der Lebenszyklus auf einen Blick",
        mood: "Stimmung",
        mood_help: "Mittlere Emotion aller Schritte der Ist-Reisen in diesem Abschnitt, von −2 bis +2.",
        goals: "Ziele",
        weaknesses: "Schwächen",
        pain_points: "Schmerzpunkte",
        pain_points_help: "Offene und geplante Schmerzpunkte an Touchpoints dieses Abschnitts.",
        without_measure: |n| format!("{n} ohne Maßnahme"),
        measures: "Maßnahmen",
        cost: "Kosten",
        cost_help: "Einmalige Kosten und laufende Kosten über die Laufzeit aller nicht verworfenen Maßnahmen, gezählt in ihrem Hauptabschnitt.",
        none: "keine",
        no_phase: "Ohne Abschnitt",
        no_mood: "keine Schritte",
        kpis: "Kennzahlen",
        kpis_note: "letzte 3 Monate mit Daten",
        kpi_noise: "= Zufall möglich",
        kpi_target: |target| format!("Ziel {target}"),
        kpi_no_data: "noch keine Daten",
        kpis_empty: "Noch keine Kennzahl. Importieren Sie eine Befragung oder tippen Sie Werte ein.",
        next_measures: "Laufende und geplante Maßnahmen",
        measures_empty: "Noch keine Maßnahme geplant.",
        all: "Alle",
        nobody: "niemand verantwortlich",
        until: |day| format!("bis {day}"),
        overdue: |day| format!("überfällig seit {day}"),
    };
}

pub mod journeys {
    use super::*;

    pub static TEXTS: Journeys = Journeys {
        list_intro: "Karten davon, wie Kundinnen und Kunden das Unternehmen erleben.",
        empty_title: "Noch keine Kundenreise",
        empty_text: "Eine Karte zeigt Schritt für Schritt, was Kunden tun, fragen und fühlen, und wo es hakt. Beginnen Sie mit der Reise, die am meisten Ärger macht.",
        new_journey: "Neue Kundenreise",
        new_title: "Neue Kundenreise",
        title_field: "Titel der Kundenreise",
        column_title: "Kundenreise",
        column_kind: "Art",
        column_personas: "Personas",
        column_steps: "Schritte",
        column_mood: "Stimmung",
        column_pains: "Offene Schmerzpunkte",
        more: |title| format!("Weitere Aktionen für {title}"),
        duplicate: "Duplizieren",
        delete: "Löschen",
        copy_title: |title| format!("{title} (Kopie)"),
        facts: |steps, stages| {
            let steps = match steps {
                1 => "1 Schritt".to_owned(),
                n => format!("{n} Schritte"),
            };
            let stages = match stages {
                1 => "1 Etappe".to_owned(),
                n => format!("{n} Etappen"),
            };
            format!("{steps} in {stages}")
        },
        no_persona: "ohne Persona",
        not_found: "Diese Kundenreise gibt es nicht mehr.",
        map: "Karte der Kundenreise",
        lanes: "Spuren",
        lane: |id| {
            Some(match id {
                "action" => "Handlung",
                "question" => "Frage",
                "channels" => "Kanal",
                "emotion" => "Emotion",
                "pain-points" => "Schmerz\u{ad}punkte",
                "department" => "Abteilung",
                "benefit" => "Erhoffter Nutzen",
                "expectation" => "Erwartung",
                "service" => "Nötiger Service",
                "duration" => "Dauer",
                "experience" => "Erlebnis",
                "moment-of-truth" => "Moment der Wahrheit",
                "opportunities" => "Chancen",
                "frontstage" => "Vor den Kulissen",
                "backstage" => "Hinter den Kulissen",
                "kpis" => "Kenn\u{ad}zahl",
                "evidence" => "Beleg",
                _ => return None,
            })
        },
        row_stages: "Etappen",
        row_steps: "Touchpoints",
        add_step: "Schritt",
        add_step_label: "Schritt hinzufügen",
        add_stage: "Etappe",
        add_stage_label: "Etappe hinzufügen",
        start_title: "Welche Etappen hat die Reise?",
        start_text: "Eine Etappe gehört zu einem Abschnitt des Lebenszyklus. In ihr stehen die Schritte, jeder an einem Touchpoint.",
        start_all: "Mit allen Abschnitten beginnen",
        start_one: "Mit einer Etappe beginnen",
        mean: |mean| format!("Mittel {mean}"),
        peak_end: |value| format!("Peak-End {value}"),
        peak_end_help: "Menschen behalten von einem Erlebnis vor allem den stärksten Moment und das Ende. Peak-End ist deren Mittel (Kahneman u. a., 1993).",
        lowest: |value| format!("Tiefpunkt {value}"),
        emotion_none: "keine Emotion",
        emotion_value: |value| format!("Emotion {value}"),
        emotion_help: "Auf und ab ziehen, in die gewählte Zelle klicken oder die Tasten + und − drücken; Entf nimmt den Wert weg.",
        evidence_none: "kein Beleg",
        department_none: "niemand",
        measures: "Maßnahmen",
        measures_none: "Noch keine Maßnahme ändert diesen Touchpoint.",
        add_measure: "Maßnahme planen",
        measure_title: |touchpoint| format!("{touchpoint} verbessern"),
        touchpoint_field: "Touchpoint",
        touchpoint_help: "Ein Touchpoint gehört dem ganzen Plan: Die Hotline ist eine Hotline, wie viele Reisen auch über sie führen.",
        touchpoint_rename: "Name des Touchpoints (in allen Reisen)",
        touchpoint_create: |name| format!("„{name}“ neu anlegen"),
        touchpoint_none: "Kein Touchpoint passt.",
        used_in: |n| match n {
            1 => "nur in dieser Reise".to_owned(),
            n => format!("in {n} Reisen"),
        },
        heading_field: "Überschrift nur in dieser Karte",
        channels_field: "Kanäle",
        channels_none: "Kein Kanal passt.",
        channel_create: |name| format!("Kanal „{name}“ anlegen"),
        remove: |name| format!("{name} entfernen"),
        department_field: "Abteilung",
        department_create: |name| format!("Abteilung „{name}“ anlegen"),
        department_missing: "Keine Abteilung passt.",
        evidence_field: "Beleg",
        emotion_field: "Emotion",
        moment_of_truth: "Moment der Wahrheit",
        moment_of_truth_help: "Ein Schritt, an dem sich die Beziehung entscheidet. Seine Station ist ausgefüllt.",
        sub_phase_field: "Abschnitt des Lebenszyklus",
        sub_phase_none: "keiner",
        stage_title_field: "Titel der Etappe",
        stage: |title| format!("Etappe {title}"),
        move_left: "Nach links",
        move_right: "Nach rechts",
        insert_after: "Schritt danach einfügen",
        step_deleted: |name| format!("Schritt „{name}“ gelöscht."),
        stage_deleted: |name, steps| {
            format!(
                "Etappe „{name}“ mit {} gelöscht.",
                match steps {
                    1 => "1 Schritt".to_owned(),
                    n => format!("{n} Schritten"),
                }
            )
        },
        kind_field: "Art der Reise",
        personas_field: "Personas",
        persona_create: |name| format!("Persona „{name}“ anlegen"),
        persona_none: "Keine Persona passt.",
        settings: "Eigenschaften",
        journey_settings: "Eigenschaften der Kundenreise",
        cell: |lane, step| format!("{lane}, {step}"),
    };
}

pub mod strategy {
    use super::*;

    pub static TEXTS: Strategy = Strategy {
        facts: |goals, weaknesses, measures| {
            let goals = counted(goals, "Ziel", "Ziele");
            let weaknesses = counted(weaknesses, "eigene Schwäche", "eigene Schwächen");
            format!("{goals} · {weaknesses} · {}", counted(measures, "Maßnahme", "Maßnahmen"))
        },
        first_title: "Noch steht hier nichts",
        first_text: "Beginnen Sie dort, wo Sie die meisten Kunden verlieren: Schreiben Sie auf, wie der Kunde in diesem Abschnitt tickt, wählen Sie ein Ziel, und schätzen Sie ehrlich ein, welche typischen Schwächen auf Sie zutreffen. Zu jeder Schwäche bekommen Sie Maßnahmen vorgeschlagen.",
        first_step: |name| format!("Mit „{name}“ beginnen"),
        no_sub_phases_title: "Dieser Plan hat keine Abschnitte",
        no_sub_phases_text: "Die Strategie folgt den Abschnitten des Lebenszyklus. Legen Sie in den Einstellungen fest, welche das bei Ihnen sind.",
        to_settings: "Zu den Einstellungen",
        without_sub_phase: "Ohne Abschnitt",
        without_sub_phase_text: "Das gehört noch zu keinem Abschnitt. Verschieben Sie es über sein Menü dorthin, wo es wirkt.",
        customer: "Wie der Kunde tickt",
        customer_help: "Was der Kunde hier will, fragt, erwartet und fürchtet: in seinen Worten, nicht in Ihren.",
        customer_empty: "Was will, fragt und fürchtet der Kunde hier?",
        customer_of: |name| format!("Wie der Kunde tickt: {name}"),
        goals: "Ziele",
        goals_help: "Was Sie in diesem Abschnitt erreichen wollen. Die Kennzahl dazu zeigt, ob es gelingt.",
        goals_empty: "Noch kein Ziel. Wählen Sie eines oder schreiben Sie Ihr eigenes.",
        goal: "Ziel",
        add_goal: "Ziel hinzufügen …",
        add_goal_to: |name| format!("Ziel hinzufügen: {name}"),
        kpi_of: |title| format!("Kennzahl für „{title}“"),
        no_kpi: "keine Kennzahl",
        open_kpi: "Kennzahl öffnen",
        weaknesses: "Schwächen",
        weaknesses_help: "Typische Schwächen dieses Abschnitts. Schätzen Sie ehrlich ein, ob sie auf Ihr Unternehmen zutreffen; was nicht zutrifft, darf stehen bleiben.",
        weaknesses_empty: "Noch keine Schwäche. Prüfen Sie die typischen aus der Liste.",
        weakness: "Schwäche",
        add_weakness: "Schwäche hinzufügen …",
        add_weakness_to: |name| format!("Schwäche hinzufügen: {name}"),
        assessment_of: |title| format!("Trifft das zu? „{title}“"),
        not_assessed: "noch nicht eingeschätzt",
        answers: "Was dagegen hilft",
        answers_to: |title| format!("Was gegen „{title}“ hilft"),
        answers_taken: "Alle vorgeschlagenen Maßnahmen stehen schon im Plan.",
        show_answers: "Was dagegen hilft",
        take_answer: |title| format!("Als Maßnahme aufnehmen: {title}"),
        answer_taken: |title| format!("„{title}“ ist als Idee aufgenommen."),
        measures: "Maßnahmen",
        measures_help: "Was Sie tun. Eine Maßnahme liegt in dem Abschnitt, der ihre Kosten trägt.",
        measures_empty: "Noch keine Maßnahme.",
        add_measure: "Maßnahme hinzufügen …",
        add_measure_to: |name| format!("Maßnahme hinzufügen: {name}"),
        create: |words| format!("„{words}“ hinzufügen"),
        nothing_fits: "Nichts Passendes da.",
        more: |title| format!("Weitere Aktionen für „{title}“"),
        move_up: "Nach oben",
        move_down: "Nach unten",
        move_to: |name| format!("Verschieben nach {name}"),
        moved_to: |title, name| format!("„{title}“ liegt jetzt in {name}."),
        delete: "Löschen",
        to_measures: "Zu den Maßnahmen",
    };
}

pub mod kpis {
    use super::*;

    pub static TEXTS: Kpis = Kpis {
        intro: "Jede Zahl steht mit ihrem 95-%-Intervall und der Zahl der Antworten.",
        import: "Befragung importieren",
        new_definition: "Antworten auf die Frage: „Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?“ (0–10)",
        type_values: "Werte eintippen",
        empty_title: "Noch keine Kennzahlen",
        empty_text: "Kennzahlen zeigen, wie es Ihren Kunden geht und ob Maßnahmen wirken. Importieren Sie die Antworten einer \
                     Befragung, oder tippen Sie Monatswerte ein, auch aus Excel.",
        column_kpi: "Kennzahl",
        column_value: "Letzter Wert",
        column_course: "12 Monate",
        by_assumptions: "nach ihren Annahmen",
        no_data: "noch keine Daten",
        none: "keine",
        until: |day| format!("bis {day}"),
        unknown_kind_text: "Diese Kennzahl stammt aus einer neueren Version von Reiseplan. Ihre Daten bleiben erhalten, werden hier aber \
                            nicht gezeigt.",
        more: |title| format!("Weitere Aktionen für „{title}“"),
        delete_named: |title| format!("„{title}“ löschen"),
        title: "Name der Kennzahl",
        delete: "Kennzahl löschen",
        more_page: "Weitere Aktionen",
        grain: "Zeiträume",
        answers: |n| format!("{n}\u{a0}{}", if n == "1" { "Antwort" } else { "Antworten" }),
        no_data_title: "Noch keine Daten",
        no_data_text: "Importieren Sie eine Befragung oder eine Tabelle, oder tippen Sie die Werte je Monat ein. Eine Tabelle aus Excel \
                       lässt sich einfügen.",
        measure_runs: |measure| format!("{measure} läuft"),
        since: |period| format!("seit {period}"),
        before: "davor",
        before_that: |period| format!("vor {period}"),
        whole_time: "gesamter Zeitraum",
        difference: "Unterschied",
        against: |period| format!("gegenüber {period}"),
        target: "Ziel",
        target_by: |day| format!("Ziel bis {day}"),
        target_state: |state| match state {
            TargetState::Missed => "noch nicht erreicht",
            TargetState::Reached => "erreicht, aber nicht gesichert",
            TargetState::Secured => "erreicht",
        },
        unsure: "unsicher",
        origin_of: |figure| format!("Woher kommt „{figure}“?"),
        origin_target: |period| {
            format!(
                "Das nächste Ziel, verglichen mit dem letzten Wert ({period}). „Erreicht“ heißt: Auch das ungünstigere Ende des \
                 Intervalls erreicht das Ziel."
            )
        },
        more_than_noise: "Mehr als Zufall",
        noise: "= Zufall möglich",
        noise_note: "Zufall möglich",
        no_comparison: "Noch kein Vergleich",
        no_comparison_text: "Daten gibt es bisher nur aus einem Zeitraum. Ob sich etwas ändert, zeigt sich ab dem zweiten.",
        distribution: "Verteilung",
        promoters: "Fürsprecher",
        passives: "Passive",
        detractors: "Kritiker",
        definition: "Definition",
        definition_placeholder: "Was genau wird gefragt oder gezählt?",
        nps_help_label: "Was ist der NPS?",
        nps_help_title: "Net Promoter Score (NPS)",
        nps_help: "Auf die Frage, ob man das Unternehmen weiterempfiehlt, antworten Fürsprecher mit 9 oder 10, Passive mit 7 oder 8, \
                   Kritiker mit 0 bis 6.\nNPS = (Fürsprecher − Kritiker) ÷ Antworten × 100, also −100 bis +100 Punkte.\nAntworten, die \
                   keine ganze Zahl von 0 bis 10 sind, zählen nicht mit.",
        details: "Details",
        owner: "Verantwortlich",
        nobody: "niemand",
        belongs_to: "Gehört zu",
        belongs_to_all: "ganzer Lebenszyklus",
        belongs_to_phase: |phase| format!("Phase: {phase}"),
        belongs_to_touchpoint: |touchpoint| format!("Touchpoint: {touchpoint}"),
        source: "Quelle",
        no_source: "keine",
        typed_months: |months| if months == 1 { "1 Monat eingetippt".to_owned() } else { format!("{months} Monate eingetippt") },
        interval: "Intervall",
        interval_help_label: "Wie wird das Intervall berechnet?",
        targets: "Ziele",
        add_target: "Hinzufügen",
        no_target: "Noch kein Ziel.",
        target_value: "Zielwert",
        target_day: "zu erreichen bis",
        target_range: |is_score| {
            if is_score { "Bitte eine Zahl von −100 bis +100 eingeben." } else { "Bitte eine Zahl eingeben." }
        },
        remove_target: "Ziel löschen",
        target_removed: "Ziel gelöscht.",
        measures: "Maßnahmen",
        no_measures: "Noch keine Maßnahme zielt auf diese Kennzahl.",
        to_measures: "Zu den Maßnahmen",
        all_measures: |count| format!("Alle {count}"),
        running_since: |day| format!("läuft seit {day}"),
        planned_from: |day| format!("geplant ab {day}"),
        done_since: |day| format!("fertig seit {day}"),
        hidden_groups: |groups, minimum| {
            let groups = if groups == 1 { "Eine Gruppe".to_owned() } else { format!("{groups} Gruppen") };
            format!("{groups} mit weniger als {minimum} Antworten: nicht einzeln gezeigt, damit niemand erkennbar ist.")
        },
        personas: "Nach Personas",
        personas_note: "über ihr Segment",
        no_personas: "Keine Persona hat ein Segment, das in den Daten vorkommt.",
        sources_overlap: |first, second, from, to, days| {
            let days = if days == 1 { format!("am {from}") } else { format!("an {days} Tagen zwischen {from} und {to}") };
            format!(
                "„{first}“ und „{second}“ haben beide Antworten {days}. Stammen sie aus derselben Befragung, zählen sie doppelt."
            )
        },
        typed_overlap: |months, source| {
            let months = several_months(months);
            format!("Für {months} gibt es eingetippte Werte und Antworten aus „{source}“. Beide zählen mit.")
        },
        reported_aside: |months| {
            let months = several_months(months);
            format!(
                "Für {months} sind nur gemeldete Werte eingetippt, die sich mit gezählten nicht zusammenrechnen lassen: In jedem \
                 Zeitraum, der auch Gezähltes enthält, und im Wert über die ganze Zeit bleiben sie außen vor."
            )
        },
        hidden_periods: |periods, minimum| {
            let periods = if periods == 1 { "Ein Zeitraum".to_owned() } else { format!("{periods} Zeiträume") };
            format!("{periods} mit weniger als {minimum} Antworten: nicht einzeln gezeigt, damit niemand erkennbar ist.")
        },
        left_out: |written, count| {
            let answers = if count == 1 {
                "Antwort liegt außerhalb der Skala und zählt"
            } else {
                "Antworten liegen außerhalb der Skala und zählen"
            };
            format!("{written} {answers} nicht mit.")
        },
        typed_not_in_weeks: "Eingetippte Werte gelten für ganze Monate; in der Ansicht nach Tagen und Wochen fehlen sie.",
        typed: "Eingetippte Werte",
        typed_note: "zählen zu den importierten hinzu",
        typed_hint: "Pfeiltasten bewegen, Tippen oder Enter bearbeitet, Strg + C und Strg + V tauschen mit Excel aus, Strg + D füllt nach unten.",
        no_typed: "Noch keine. Fügen Sie einen Monat hinzu, oder fügen Sie im Menü rechts eine Tabelle aus Excel ein.",
        add_month: "Monat hinzufügen",
        add_earlier: "Früheren Monat hinzufügen",
        more_data: "Weitere Aktionen für eingetippte Werte",
        interval_column: "95-%-Intervall",
        count_wanted: "Hier wird eine ganze Zahl erwartet, 0 oder mehr. Der alte Wert bleibt.",
        number_wanted: "Hier wird eine Zahl erwartet.",
        remove_month: |month| format!("{month} löschen"),
        month_removed: |month| format!("{month} gelöscht."),
        paste_table: "Tabelle einfügen",
        paste_field: "Tabelle",
        paste_hint: "Je Zeile ein Monat und seine Werte, durch Tabulatoren oder Semikolons getrennt, beim NPS also: Monat, Fürsprecher, \
                     Passive, Kritiker. Eine erste Zeile mit Überschriften darf die Reihenfolge ändern. Vorhandene Monate werden \
                     ersetzt.",
        paste_take: "Übernehmen",
        pasted_months: |months, faults| {
            let months = match months {
                0 => "Kein Monat übernommen.".to_owned(),
                1 => "1 Monat übernommen.".to_owned(),
                _ => format!("{months} Monate übernommen."),
            };
            match faults {
                0 => months,
                1 => format!("{months} Eine Zelle passte nicht:"),
                _ => format!("{months} {faults} Zellen passten nicht:"),
            }
        },
        pasted_cells: |cells| if cells == 1 { "1 Zelle eingefügt.".to_owned() } else { format!("{cells} Zellen eingefügt.") },
        more_faults: |more| format!("… und {more} weitere"),
        copy_table: "Tabelle kopieren",
        copied: "Tabelle kopiert.",
        copy_failed: |error| format!("Die Tabelle konnte nicht kopiert werden: {error}"),
        paste_issue: |line, column, value, reason| {
            let reason = paste_reason(reason);
            if value.is_empty() {
                format!("Zeile {line}, Spalte {column}: {reason}.")
            } else {
                format!("Zeile {line}, Spalte {column}: „{value}“ – {reason}.")
            }
        },
    };

    fn several_months(months: &[String]) -> String {
        match months {
            [first, .., last] if months.len() > 3 => format!("{} Monate von {first} bis {last}", months.len()),
            _ => months.join(", "),
        }
    }
}

pub mod charts {
    use super::*;

    pub static TEXTS: Charts = Charts {
        as_table: "Tabelle",
        picture: "Bild",
        save_png: "Als PNG speichern",
        save_svg: "Als SVG speichern",
        picture_failed: |error| format!("Das Bild konnte nicht gespeichert werden: {error}"),
        load_failed: |error| format!("Das Diagramm kann nicht gezeichnet werden ({error}). Die Werte stehen in der Tabelle."),
        try_again: "Noch einmal versuchen",
        interval: |low, high| format!("{low} bis {high}"),
        answers: |n| format!("n\u{a0}=\u{a0}{n}"),
        answers_short: |n| format!("n\u{a0}{n}"),
        answers_below: |minimum| format!("n\u{a0}<\u{a0}{minimum}"),
        estimate: |value, interval, answers| format!("{value} ({interval}), {answers}"),
        unsure: "unsicher: weniger als 30 Antworten",
        hidden: |minimum| format!("weniger als {minimum} Antworten, wird nicht einzeln gezeigt"),
        all_hidden: |minimum| {
            format!(
                "Je Zeitraum gibt es weniger als {minimum} Antworten: Sie werden nicht einzeln gezeigt, damit niemand erkennbar ist."
            )
        },
        no_answers: "Es gibt noch keine Antworten.",
        gap: "keine Antworten",
        low: "von",
        high: "bis",
        answers_column: "n",
        remark: "Hinweis",
        segment: "Gruppe",
        span: |from, to| if from == to { from.to_owned() } else { format!("{from} bis {to}") },
        target: |value, by| by.map_or_else(|| format!("Ziel {value}"), |by| format!("Ziel {value} bis {by}")),
        events: "Ereignisse im Diagramm",
        value_of: |name, value| format!("{name}: {value}"),
        describe_line: |points, last, lowest, highest| match points {
            1 => format!("Liniendiagramm mit einem Wert. {last}."),
            _ => format!(
                "Liniendiagramm mit {points} Werten. Zuletzt: {last}. Niedrigster Wert: {lowest}. Höchster Wert: {highest}."
            ),
        },
        describe_rows: |rows, values| match rows {
            1 => format!("Eine Gruppe mit Wert und Intervall. {values}."),
            _ => format!("{rows} Gruppen mit Wert und Intervall. {values}."),
        },
    };
}

fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Plan => "Plan",
        Noun::Profile => "Angaben zum Plan",
        Noun::SubPhase => "Abschnitt",
        Noun::Department => "Abteilung",
        Noun::Channel => "Kanal",
        Noun::Dimension => "Dimension",
        Noun::SegmentValue => "Segment",
        Noun::Touchpoint => "Touchpoint",
        Noun::Persona => "Persona",
        Noun::Audit => "Audit",
        Noun::Voice => "Stimme",
        Noun::Journey => "Kundenreise",
        Noun::Lane => "Spur",
        Noun::Stage => "Etappe",
        Noun::Step => "Schritt",
        Noun::Text => "Text",
        Noun::Expectation => "Erwartung",
        Noun::Duration => "Dauer",
        Noun::Experience => "Erlebnis",
        Noun::ChannelChange => "Kanalwechsel",
        Noun::Emotion => "Emotion",
        Noun::Evidence => "Beleg",
        Noun::MomentOfTruth => "Moment der Wahrheit",
        Noun::PainPoint => "Schmerzpunkt",
        Noun::Opportunity => "Chance",
        Noun::Goal => "Ziel",
        Noun::Weakness => "Schwäche",
        Noun::Assessment => "Einschätzung",
        Noun::Measure => "Maßnahme",
        Noun::WinBackGroup => "Kundengruppe",
        Noun::Content => "Inhalt",
        Noun::Involvement => "Beteiligung",
        Noun::Dismissal => "Vermerk „nicht relevant“",
        Noun::Kpi => "Kennzahl",
        Noun::Target => "Zielwert",
        Noun::KpiData => "Werte der Kennzahl",
        Noun::Source => "Datenquelle",
        Noun::Cells => "Zellen",
    }
}

fn label(label: Label) -> String {
    let noun = noun(label.noun);
    let verb = match label.verb {
        Verb::Add => "hinzufügen",
        Verb::Change => "ändern",
        Verb::Rename => "umbenennen",
        Verb::Move => "verschieben",
        Verb::Remove => "löschen",
        Verb::Duplicate => "duplizieren",
        Verb::Import => "importieren",
        Verb::Paste => "einfügen",
        Verb::Merge => "zusammenführen",
        Verb::Split => "teilen",
        Verb::Show => "einblenden",
        Verb::Hide => "ausblenden",
    };
    format!("{noun} {verb}")
}

fn table(name: &str) -> &str {
    match name {
        "profile" => "Angaben zum Plan",
        "sub_phases" => "Abschnitte",
        "departments" => "Abteilungen",
        "channels" => "Kanäle",
        "dimensions" => "Dimensionen",
        "touchpoints" => "Touchpoints",
        "personas" => "Personas",
        "audits" => "Touchpoint-Audits",
        "voices" => "Stimmen",
        "journeys" => "Kundenreisen",
        "pain_points" => "Schmerzpunkte",
        "opportunities" => "Chancen",
        "goals" => "Ziele",
        "weaknesses" => "Schwächen",
        "measures" => "Maßnahmen",
        "win_back_groups" => "Gruppen verlorener Kunden",
        "contents" => "Inhalte",
        "involvements" => "Kundenbeteiligung",
        "dismissals" => "Nicht relevante Hinweise",
        "kpis" => "Kennzahlen",
        "sources" => "Datenquellen",
        other => other,
    }
}

fn read_error(error: &ReadError) -> String {
    let again = "Bitte exportieren Sie den Plan noch einmal oder nehmen Sie eine andere Kopie.";
    let other = "Öffnen Sie eine Datei, die Reiseplan exportiert hat.";
    match error {
        ReadError::TooLarge { len } => {
            format!("Die Datei hat {} MiB, gelesen werden höchstens {} MiB. {other}", len.div_ceil(1 << 20), MAX_FILE_LEN >> 20)
        }
        ReadError::Empty => format!("Die Datei ist leer. {again}"),
        ReadError::NotText { line } => {
            format!("Die Datei ist kein Text in UTF-8: In Zeile {line} stehen andere Bytes. {other}")
        }
        ReadError::NotJson { line, column } => format!(
            "Die Datei ist kein gültiges JSON: In Zeile {line}, Spalte {column} steht etwas, das dort nicht hingehört. {again}"
        ),
        ReadError::Truncated { line } => format!("Die Datei ist unvollständig: Sie bricht in Zeile {line} ab. {again}"),
        ReadError::TooDeep { line, column } => format!(
            "Die Datei ist tiefer verschachtelt als jeder Plan: Ab Zeile {line}, Spalte {column} wurde nicht mehr gelesen. {other}"
        ),
        ReadError::OtherFormat(found) => {
            let found = match found {
                FileKind::Named(name) => format!("Die Datei hat das Format „{name}“ und ist kein Plan."),
                FileKind::Object => "Die Datei ist JSON, aber kein Plan: Ihr fehlt die Angabe „format“.".to_owned(),
                FileKind::List => "Die Datei ist JSON, aber kein Plan: Sie enthält eine Liste.".to_owned(),
                FileKind::Single => "Die Datei ist JSON, aber kein Plan: Sie enthält einen einzelnen Wert.".to_owned(),
            };
            format!("{found} {other}")
        }
        ReadError::NoSchema => format!("Der Datei fehlt eine gültige Angabe „schema“. {again}"),
        ReadError::Newer { found } => format!(
            "Die Datei stammt aus einer neueren Version (Schema {found}, bekannt ist {SCHEMA}). Laden Sie die Seite neu, um \
             die neueste Version zu bekommen."
        ),
        ReadError::NoPlan => format!("In der Datei ist kein Plan: Ihr fehlt der Teil „plan“. {again}"),
    }
}

fn mended(mended: &Mended) -> String {
    let position = mended.position.map(|position| format!(", Eintrag {}", position + 1)).unwrap_or_default();
    let id = mended.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
    let place = if mended.table.is_empty() { "Plan" } else { table(&mended.table) };
    let what = match &mended.mend {
        Mend::SetAside(fault) => {
            let why = match fault {
                Fault::NotAnObject => "es ist kein Objekt".to_owned(),
                Fault::NoId => "es hat keine gültige „id“".to_owned(),
                Fault::Field { field, found } => format!("im Feld „{field}“ passt nicht, was dort steht: {found}"),
                Fault::Fields => "ein Feld fehlt oder mehrere Felder passen nicht".to_owned(),
            };
            format!("Nicht lesbar: {why}. Der Eintrag bleibt in der Datei, wird aber nicht gezeigt.")
        }
        Mend::DoubledId => "Die Kennung gibt es schon. Der Eintrag bleibt in der Datei, wird aber nicht gezeigt.".to_owned(),
        Mend::Dangling { table: target, id } => {
            format!("Ein Verweis führte ins Leere ({}: {id}) und wurde entfernt.", table(target))
        }
        Mend::NewId { old, new } => format!("Die Kennung „{old}“ war falsch oder doppelt und heißt jetzt „{new}“."),
        Mend::BadNumber { field } => format!("Im Feld „{field}“ stand eine unmögliche Zahl; sie wurde entfernt."),
        Mend::NoProfile => "Die Angaben zum Plan fehlten; leere wurden angelegt.".to_owned(),
        Mend::SecondProfile => "Es gab mehrere Angaben zum Plan; die erste gilt, diese bleibt in der Datei.".to_owned(),
        Mend::NoSubPhases => "Die Abschnitte des Lebenszyklus fehlten; die üblichen wurden angelegt.".to_owned(),
        Mend::NoPlanId => "Dem Plan fehlte eine gültige Kennung; er hat eine neue bekommen.".to_owned(),
        Mend::NotATable => "Hier steht keine Liste. Der Inhalt bleibt in der Datei, wird aber nicht gezeigt.".to_owned(),
    };
    format!("{place}{position}{id}: {what}")
}
