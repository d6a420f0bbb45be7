//! German words of what becomes of a map outside the app.

use super::{Format, Formats, Labels, Output, Present, TakeIn};

pub static OUTPUT: Output = Output {
    labels: Labels {
        stage: "Etappe", sub_phase: "Abschnitt des Lebenszyklus", touchpoint: "Touchpoint", heading: "Überschrift"
    },
    page_of: |page, pages| format!("Seite {page} von {pages}"),
    continued: "(Fortsetzung)",
    menu: "Karte",
    close: "Schließen",
    export: "Exportieren …",
    export_title: "Karte exportieren",
    formats: Formats {
        csv: Format {
            name: "CSV-Tabelle",
            holds: "Für Excel: Etappen und Touchpoints als Spalten, jede Spur als Zeile, die Emotion auch je Persona. Lässt sich wieder einlesen.",
            lacks: "Titel, Art und Personas der Reise, die Kurve der anderen Reise, Notizen zu Schritten, Werte der Kennzahlen; von Schmerzpunkten und Chancen alles außer dem Text: Schwere, Wirkung, Häufigkeit, Beleg, Stand, Ziele und Stimmen.",
            save: "CSV speichern",
        },
        mermaid: Format {
            name: "Mermaid-Diagramm",
            holds: "Für Wikis und Markdown: Etappen, Touchpoints, die Emotion von 1 bis 5, Personas und Abteilungen.",
            lacks: "alle anderen Spuren, die Emotionen einzelner Personas und die Kurve der anderen Reise. Ein Schritt ohne Emotion steht in der Mitte und sagt es in seinem Namen.",
            save: "Mermaid speichern",
        },
        svg: Format {
            name: "SVG-Grafik",
            holds: "Für Folien und Druck, in jeder Größe scharf: die Karte wie gezeichnet, mit Titel, Datum und Legende.",
            lacks: "Icons und Schrift der App, Links zu Kennzahlen, Notizen zu Schritten; von Schmerzpunkten und Chancen Häufigkeit, Beleg, Ziele und Stimmen.",
            save: "SVG speichern",
        },
        png: Format {
            name: "PNG-Bild",
            holds: "Für Mail und Chat: dasselbe Bild als Bildpunkte, doppelt so scharf wie auf dem Bildschirm.",
            lacks: "dasselbe wie bei der Grafik; außerdem lassen sich Texte nicht kopieren.",
            save: "PNG speichern",
        },
        without: |lacks| format!("Nicht dabei: {lacks}"),
        with_hidden: "Ausgeblendete Spuren mitnehmen",
        saved: |file| format!("„{file}“ gespeichert."),
        failed: |error| format!("Die Datei konnte nicht geschrieben werden: {error}"),
        too_large: "Die Karte ist zu groß für ein PNG-Bild. Speichern Sie sie als SVG, das hat keine Grenze, oder machen Sie die Karte kleiner: Weniger Schritte machen sie schmaler, ausgeblendete Spuren niedriger.",
        smaller: |file, scale| {
            format!("„{file}“ gespeichert. Die Karte ist groß, das Bild ist darum nur {scale}-fach statt 2-fach scharf.")
        },
    },
    print: "Drucken …",
    print_title: "Karte drucken",
    paper: "Papier, quer",
    print_pages: |pages| match pages {
        1 => "1 Seite. Schwarz-weiß bleibt alles lesbar.".to_owned(),
        n => format!("{n} Seiten, jede mit den Titeln der Spuren. Schwarz-weiß bleibt alles lesbar."),
    },
    print_more: |pages| match pages {
        1 => "und 1 weitere Seite".to_owned(),
        n => format!("und {n} weitere Seiten"),
    },
    print_now: "Drucken",
    print_whole: "Hier steht nur, was von der Karte auf die Seite passt. Die ganze Karte mit den Titeln der Spuren auf jeder Seite drucken Sie in der App mit „Karte“ → „Drucken …“.",
    take_in: TakeIn {
        menu: "Tabelle einlesen …",
        from_table: "Aus Tabelle",
        title: "Tabelle einlesen",
        intro: "Aus einer Tabelle wird eine Karte: die erste Spalte nennt die Spuren, die erste Zeile die Schritte, darüber können Etappen stehen. Auch umgekehrt, mit einem Schritt je Zeile.",
        choose: "CSV-Datei wählen",
        paste: "Oder hier einfügen, was Sie in Excel kopiert haben",
        paste_hint: "In Excel markieren, kopieren, hier einfügen.",
        check: "Tabelle prüfen",
        unreadable: |error| format!("Die Datei ließ sich nicht lesen: {error}"),
        too_large: |most| {
            format!(
                "Die Tabelle ist größer als {most} MB. So große Karten gibt es nicht: bitte nur den Teil mit der Reise wählen."
            )
        },
        no_steps: "Die Tabelle hat nur eine Spalte. Gebraucht wird eine Spalte mit Spuren und daneben mindestens ein Schritt.",
        too_many_columns: |columns, steps_max, lanes_max| {
            format!(
                "Die Tabelle hat {columns} Spalten. Eine Karte fasst {steps_max} Schritte und {lanes_max} Spuren: bitte einen Teil wählen."
            )
        },
        too_many_rows: |rows, steps_max, lanes_max| {
            format!(
                "Die Tabelle hat {rows} Zeilen. Eine Karte fasst {steps_max} Schritte und {lanes_max} Spuren: bitte einen Teil wählen."
            )
        },
        extra_cell: |line, column| {
            format!(
                "Zeile {line} hat in Spalte {column} einen Text, die erste Zeile reicht aber nicht so weit. Bitte prüfen, ob dort ein Trennzeichen zu viel steht."
            )
        },
        unchanged: "Der Plan ist unverändert.",
        destination: "Wohin",
        as_new: "Neue Kundenreise",
        into_open: "In diese Kundenreise",
        journey_title: "Titel der Kundenreise",
        found: |steps, stages, lanes| {
            let steps = if steps == 1 { "1 Schritt".to_owned() } else { format!("{steps} Schritte") };
            let stages = match stages {
                0 => String::new(),
                1 => " in 1 Etappe".to_owned(),
                n => format!(" in {n} Etappen"),
            };
            let lanes = if lanes == 1 { "1 Spur".to_owned() } else { format!("{lanes} Spuren") };
            format!("Gefunden: {steps}{stages}, {lanes}.")
        },
        transposed: "Die Schritte stehen untereinander; die Karte dreht die Tabelle.",
        lanes: "Was aus den Zeilen wird",
        column_row: "In der Tabelle",
        column_becomes: "Wird",
        column_example: "Zum Beispiel",
        becomes_of: |row| format!("Was „{row}“ wird"),
        own_text: "Eigene Spur",
        skip: "Weglassen",
        untitled: "ohne Titel",
        registers: "Was sonst geschieht",
        touchpoints_known: |n, names| match n {
            1 => format!("1 Touchpoint steht schon im Plan und wird verwendet: {names}"),
            n => format!("{n} Touchpoints stehen schon im Plan und werden verwendet: {names}"),
        },
        touchpoints_new: |n, names| match n {
            1 => format!("1 Touchpoint kommt dazu: {names}"),
            n => format!("{n} Touchpoints kommen dazu: {names}"),
        },
        channels_new: |names| format!("Neue Kanäle: {names}"),
        departments_new: |names| format!("Neue Abteilungen: {names}"),
        departments_changed: |n, changes| match n {
            1 => format!("Bei 1 Touchpoint ändert sich die Abteilung, in allen Kundenreisen: {changes}"),
            n => format!("Bei {n} Touchpoints ändert sich die Abteilung, in allen Kundenreisen: {changes}"),
        },
        department_change: |touchpoint, from, to| {
            format!("{touchpoint}: {} → {to}", if from.is_empty() { "keine" } else { from })
        },
        findings_new: |n| match n {
            1 => "1 Schmerzpunkt oder 1 Chance kommt dazu.".to_owned(),
            n => format!("{n} Schmerzpunkte und Chancen kommen dazu."),
        },
        and_more: |n| format!("und {n} weitere"),
        issues: |n| match n {
            1 => "1 Zelle passt nicht und bleibt weg".to_owned(),
            n => format!("{n} Zellen passen nicht und bleiben weg"),
        },
        back: "Zurück",
        take: "Übernehmen",
        done_new: |title, steps| match steps {
            1 => format!("„{title}“ mit 1 Schritt eingelesen."),
            n => format!("„{title}“ mit {n} Schritten eingelesen."),
        },
        done_into: |steps, filled, cells| {
            let steps = if steps == 1 { "1 neuer Schritt".to_owned() } else { format!("{steps} neue Schritte") };
            let filled = if filled == 1 { "1 vorhandener".to_owned() } else { format!("{filled} vorhandene") };
            let cells = if cells == 1 { "1 Zelle".to_owned() } else { format!("{cells} Zellen") };
            format!("Eingelesen: {steps}, {filled}, {cells}.")
        },
    },
    present: Present {
        start: "Präsentieren",
        name: |journey| format!("Präsentation: {journey}"),
        end: "Präsentation beenden",
        next: "Weiter",
        previous: "Zurück",
        more_below: "Mehr darunter",
        full_screen: "Vollbild",
        place: |slide, slides| format!("{slide} von {slides}"),
        overview: "Die Reise im Überblick",
        stage: |title| format!("Etappe {title}"),
        step: |heading, stage| format!("{heading}, Etappe {stage}"),
        mood: "Mittel der Emotion",
        peak_end: "Peak-End",
        open_pains: "Offene Schmerzpunkte",
        breaks: "Brüche zwischen Kanälen",
        stages: "Etappen",
        nothing: "Zu diesem Schritt ist noch nichts beschrieben.",
        course: "Verlauf der Emotion",
        gain: |target, gain| format!("{target} {gain}"),
    },
};
