//! Words for working with a whole map: zoom, search, filter, clipboard, curves of personas.

use crate::clipboard::Pasted;
use crate::plan::Renamed;
use crate::sheet::{CellFault, MapPart};
use crate::texts::{counted, short};

/// Words for working with a whole map.
#[allow(missing_docs)]
pub struct MapWork {
    pub tools: &'static str,
    pub zoom: &'static str,
    pub zoom_glance: &'static str,
    pub zoom_work: &'static str,
    pub zoom_touchpoint: &'static str,
    pub find: &'static str,
    /// The hit that is shown, from 1, and how many there are.
    pub hits: fn(shown: Option<usize>, count: usize) -> String,
    pub hit_next: &'static str,
    pub hit_before: &'static str,
    pub persona: &'static str,
    pub every_persona: &'static str,
    pub department: &'static str,
    pub every_department: &'static str,
    /// How many of how many touchpoints fit what was chosen.
    pub fitting: fn(fitting: usize, of: usize, chosen: &str) -> String,
    pub fits_persona: fn(&str) -> String,
    pub fits_department: fn(&str) -> String,
    pub fit_next: &'static str,
    pub fit_before: &'static str,
    pub show_all: &'static str,
    pub clipboard: &'static str,
    pub copy: &'static str,
    pub cut: &'static str,
    pub paste: &'static str,
    pub paste_end: &'static str,
    pub copy_all: &'static str,
    pub paste_table: &'static str,
    pub copied: fn(MapPart, usize) -> String,
    pub emptied: fn(emptied: usize, kept: usize) -> String,
    /// What was put in, and what that changed.
    pub pasted: fn(&Pasted) -> String,
    pub steps_deleted: fn(usize) -> String,
    pub lanes_hidden: fn(usize) -> String,
    pub show_all_lanes: &'static str,
    pub pasted_nothing: &'static str,
    /// How much didn't fit.
    pub misfits: fn(&Pasted) -> String,
    /// A text that didn't fit: lane, column, text, why.
    pub misfit: fn(&str, &str, &str, CellFault) -> String,
    /// What didn't fit at several steps, and their number.
    pub misfit_at_steps: fn(&str, usize) -> String,
    pub more_misfits: fn(usize) -> String,
    pub clipboard_denied: &'static str,
    pub selected: fn(rows: usize, columns: usize) -> String,
    pub curve_field: &'static str,
    pub curve_all: &'static str,
    pub curve_take_over: &'static str,
    /// At how many steps a persona feels now as all customers do.
    pub curve_taken_over: fn(usize) -> String,
    pub emotion_of: fn(&str) -> String,
    /// What the ends of the scale of emotions stand for.
    pub emotion_best: &'static str,
    pub emotion_worst: &'static str,
    /// A touchpoint that got another name at a column: its name now.
    pub renamed: fn(&Renamed, &str) -> String,
    /// Two steps that are one now, and what of the second couldn't be joined.
    pub steps_merged: fn(&str, &str, &[&str]) -> String,
    /// How many pain points and opportunities came along to the touchpoint of two steps that are one now.
    pub findings_merged: fn(usize, &str) -> Option<String>,
    /// What was typed, and the KPI that begins so.
    pub kpi_taken: fn(&str, &str) -> String,
    /// How a KPI changed: by how much, and since when, or against which period.
    pub kpi_since: fn(&str, &str) -> String,
    pub kpi_against: fn(&str, &str) -> String,
    /// Commands at a step and at a stage.
    pub step_duplicate: &'static str,
    pub step_delete: &'static str,
    pub stage_delete: &'static str,
    pub notes: &'static str,
    pub notes_empty: &'static str,
    pub touchpoint_more: &'static str,
    pub touchpoint_everywhere: &'static str,
    pub touchpoint_channels: &'static str,
    pub touchpoint_notes: &'static str,
    pub touchpoint_journeys: &'static str,
    pub touchpoint_settings: &'static str,
    pub measures_all: fn(usize) -> String,
    /// Stands above the keys of the map.
    pub keys_title: &'static str,
    /// Keys of the map, and what they do.
    pub keys: &'static [(&'static str, &'static str)],
}

fn place(lane: &str, column: &str) -> String {
    [lane, column].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// So many of something; none: nothing to tell.
fn some(n: usize, one: &str, many: &str) -> Option<String> {
    (n > 0).then(|| counted(n, one, many))
}

pub(super) const DE: MapWork = MapWork {
    tools: "Werkzeuge der Karte",
    zoom: "Ansicht",
    zoom_glance: "Überblick",
    zoom_work: "Arbeiten",
    zoom_touchpoint: "Ein Touchpoint",
    find: "In der Karte suchen",
    hits: |shown, count| match (shown, count) {
        (_, 0) => "kein Treffer".to_owned(),
        (Some(shown), count) => format!("{shown} von {count}"),
        (None, 1) => "1 Treffer".to_owned(),
        (None, count) => format!("{count} Treffer"),
    },
    hit_next: "Nächster Treffer",
    hit_before: "Voriger Treffer",
    persona: "Persona",
    every_persona: "Alle Personas",
    department: "Abteilung",
    every_department: "Alle Abteilungen",
    fitting: |fitting, of, chosen| match fitting {
        0 => format!("Keiner von {of} Schritten passt: {chosen}. Alle sind abgeblendet."),
        1 if of == 1 => format!("Der einzige Schritt passt: {chosen}."),
        all if all == of => format!("Alle {of} Schritte passen: {chosen}."),
        1 => format!("1 von {of} Schritten passt: {chosen}. Die anderen sind abgeblendet."),
        _ => format!("{fitting} von {of} Schritten passen: {chosen}. Die anderen sind abgeblendet."),
    },
    fits_persona: |name| format!("eigene Emotion oder bevorzugter Kanal von {name}"),
    fits_department: |name| format!("Abteilung {name}"),
    fit_next: "Nächster passender Schritt",
    fit_before: "Voriger passender Schritt",
    show_all: "Alle zeigen",
    clipboard: "Kopieren und Einfügen",
    copy: "Kopieren",
    cut: "Ausschneiden",
    paste: "Einfügen",
    paste_end: "Am Ende einfügen",
    copy_all: "Ganze Karte kopieren",
    paste_table: "Kopierte Tabelle einfügen",
    copied: |part, n| match (part, n) {
        (MapPart::Cells, 1) => "1 Zelle kopiert.".to_owned(),
        (MapPart::Cells, n) => format!("{n} Zellen kopiert."),
        (MapPart::Columns, 1) => "1 Schritt kopiert.".to_owned(),
        (MapPart::Columns, n) => format!("{n} Schritte kopiert."),
        (MapPart::Lanes, 1) => "1 Spur kopiert.".to_owned(),
        (MapPart::Lanes, n) => format!("{n} Spuren kopiert."),
    },
    emptied: |emptied, kept| {
        let emptied = match emptied {
            0 => None,
            1 => Some("1 Zelle geleert.".to_owned()),
            n => Some(format!("{n} Zellen geleert.")),
        };
        let kept = match kept {
            0 => None,
            1 => Some("1 Zelle zeigt, was beim Touchpoint steht; das bleibt.".to_owned()),
            n => Some(format!("{n} Zellen zeigen, was beim Touchpoint steht; das bleibt.")),
        };
        let parts: Vec<String> = emptied.into_iter().chain(kept).collect();
        if parts.is_empty() { "Hier war nichts zu leeren.".to_owned() } else { parts.join(" ") }
    },
    pasted: |done| {
        let parts = [
            some(done.stages, "Etappe", "Etappen"),
            some(done.columns, "Schritt", "Schritte"),
            some(done.lanes, "Spur", "Spuren"),
            some(done.cells, "Zelle", "Zellen"),
            some(done.findings, "Schmerzpunkt oder Chance", "Schmerzpunkte und Chancen"),
        ];
        let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let sentences = [
            Some(format!("Eingefügt: {parts}.")),
            some(done.replaced, "Wert ersetzt.", "Werte ersetzt."),
            (!done.added.is_empty()).then(|| format!("Neu im Plan: {}.", done.added.join(", "))),
            some(done.departments.len(), "Touchpoint", "Touchpoints")
                .map(|touchpoints| format!("Ändert die Abteilung von {touchpoints} in allen Kundenreisen.")),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    },
    steps_deleted: |n| format!("{n} Schritte gelöscht."),
    lanes_hidden: |n| format!("{n} Spuren ausgeblendet."),
    show_all_lanes: "Alle Spuren anzeigen",
    pasted_nothing: "Nichts eingefügt: Die Zwischenablage ist leer, oder alles steht schon da.",
    misfits: |done| {
        let rest = if done.is_nothing() { "Es ist nichts eingefügt." } else { "Alles andere ist eingefügt." };
        match done.misfit_count {
            1 => format!("1 Angabe passte nicht und fehlt. {rest}"),
            n => format!("{n} Angaben passten nicht und fehlen. {rest}"),
        }
    },
    misfit: |lane, column, text, why| {
        let why = match why {
            CellFault::NotAnEmotion => "ist keine Emotion von −2 bis 2 in halben Schritten",
            CellFault::NotADuration => "ist keine Dauer wie 15 min oder 3 Tage",
            CellFault::NotEvidence => "ist keine Art von Beleg",
            CellFault::NotAnExperience => "ist kein Erlebnis wie „rational 3, emotional 5“ (Stärken von 0 bis 5)",
            CellFault::NotYesOrNo => "ist weder ja noch nein",
            CellFault::NoSuchChannel => "ist kein Kanal dieses Plans",
            CellFault::NoSuchDepartment => "ist keine Abteilung dieses Plans",
            CellFault::NoTouchpoint => "braucht einen Touchpoint; der Schritt hat noch keinen",
            CellFault::NoSuchKpi => "ist keine Kennzahl dieses Plans",
            CellFault::NoSuchPersona => "ist keine Persona dieses Plans",
            CellFault::Derived => "steht an anderer Stelle und wird hier nur gezeigt",
            CellFault::OtherLane => "passt nur in die eigene Spur",
            CellFault::NoCell => "liegt außerhalb der Karte",
        };
        let place = place(lane, column);
        let colon = if place.is_empty() { "" } else { ": " };
        format!("{place}{colon}„{}“ {why}", short(text))
    },
    misfit_at_steps: |misfit, n| format!("{misfit} (bei {n} Schritten)"),
    more_misfits: |n| format!("und {n} weitere"),
    clipboard_denied: "Der Browser gibt die Zwischenablage nicht frei. Wählen Sie eine Zelle und drücken Sie Strg + V.",
    selected: |rows, columns| format!("{rows} × {columns} Zellen ausgewählt"),
    curve_field: "Wessen Emotion",
    curve_all: "Alle Kunden",
    curve_take_over: "Von allen Kunden übernehmen",
    curve_taken_over: |n| match n {
        1 => "Emotion an 1 Schritt übernommen.".to_owned(),
        n => format!("Emotion an {n} Schritten übernommen."),
    },
    emotion_of: |name| format!("Emotion: {name}"),
    emotion_best: "begeistert",
    emotion_worst: "verärgert",
    renamed: |Renamed { before, steps, journeys }, now| {
        let name = if before.is_empty() { "Der Touchpoint".to_owned() } else { format!("„{before}“") };
        let journeys = match journeys {
            1 => "dieser Reise".to_owned(),
            n => format!("{n} Reisen"),
        };
        format!(
            "{name} heißt jetzt „{now}“, an {steps} Schritten in {journeys}. Soll nur dieser Schritt anders heißen, machen Sie es rückgängig und schreiben Sie im Schritt eine „Überschrift nur in dieser Karte“."
        )
    },
    steps_merged: |first, second, left_out| {
        let merged = match first == second {
            true => format!("Die beiden Schritte „{first}“ sind jetzt einer."),
            false => format!("„{first}“ und „{second}“ sind jetzt ein Schritt."),
        };
        match left_out {
            [] => merged,
            fields => format!("{merged} Vom zweiten ließ sich nicht verbinden: {}.", fields.join(", ")),
        }
    },
    findings_merged: |n, touchpoint| {
        some(n, "Schmerzpunkt oder Chance steht", "Schmerzpunkte und Chancen stehen")
            .map(|findings| format!("{findings} nun auch bei „{touchpoint}“, in allen Kundenreisen."))
    },
    kpi_taken: |typed, title| format!("„{typed}“ als Kennzahl „{title}“ eingetragen."),
    kpi_since: |change, since| format!("{change} seit {since}"),
    kpi_against: |change, period| format!("{change} gegenüber {period}"),
    step_duplicate: "Schritt duplizieren",
    step_delete: "Schritt löschen",
    stage_delete: "Etappe löschen",
    notes: "Notizen",
    notes_empty: "Notiz schreiben",
    touchpoint_more: "Mehr zum Touchpoint",
    touchpoint_everywhere: "Diese Angaben gelten in allen Kundenreisen.",
    touchpoint_channels: "Übliche Kanäle des Touchpoints",
    touchpoint_notes: "Notizen zum Touchpoint",
    touchpoint_journeys: "Auch in diesen Kundenreisen",
    touchpoint_settings: "In den Einstellungen zeigen",
    measures_all: |n| format!("Alle {n} Maßnahmen zeigen"),
    keys_title: "In der Karte",
    keys: &[
        ("Leertaste", "Details zeigen oder schließen"),
        ("Einfg", "Schritt oder Etappe danach einfügen"),
        ("Tab", "Beim Schreiben: zur nächsten Zelle"),
        ("Pos1 · Ende", "Zum Anfang, zum Ende der Zeile"),
        ("Strg + Pos1 · Ende", "Zum Anfang, zum Ende der Karte"),
        ("Umschalt + Pfeile", "Mehrere Zellen auswählen"),
        ("Strg + A", "Alle Zellen auswählen"),
        ("Strg + C · X · V", "Kopieren, ausschneiden, einfügen"),
        ("Strg + F", "In der Karte suchen"),
        ("+ · −", "Emotion um einen halben Schritt heben, senken"),
        ("0 · 1,5 · −2", "Emotion setzen"),
        ("x", "Moment der Wahrheit setzen oder wegnehmen"),
        ("← · →", "Präsentation: zurück und vor"),
        ("Leertaste · Bild ↑ · ↓", "Präsentation: erst auf der Folie blättern, dann weiter"),
        ("Pos1 · Ende", "Präsentation: erste, letzte Folie"),
        ("Esc", "Präsentation: beenden"),
    ],
};

pub(super) const EN: MapWork = MapWork {
    tools: "Map tools",
    zoom: "View",
    zoom_glance: "At a glance",
    zoom_work: "Working",
    zoom_touchpoint: "One touchpoint",
    find: "Search in the map",
    hits: |shown, count| match (shown, count) {
        (_, 0) => "no result".to_owned(),
        (Some(shown), count) => format!("{shown} of {count}"),
        (None, 1) => "1 result".to_owned(),
        (None, count) => format!("{count} results"),
    },
    hit_next: "Next result",
    hit_before: "Previous result",
    persona: "Persona",
    every_persona: "All personas",
    department: "Department",
    every_department: "All departments",
    fitting: |fitting, of, chosen| match fitting {
        0 => format!("None of {of} steps fits: {chosen}. All are dimmed."),
        1 if of == 1 => format!("The only step fits: {chosen}."),
        all if all == of => format!("All {of} steps fit: {chosen}."),
        1 => format!("1 of {of} steps fits: {chosen}. The others are dimmed."),
        _ => format!("{fitting} of {of} steps fit: {chosen}. The others are dimmed."),
    },
    fits_persona: |name| format!("own emotion or preferred channel of {name}"),
    fits_department: |name| format!("department {name}"),
    fit_next: "Next fitting step",
    fit_before: "Previous fitting step",
    show_all: "Show all",
    clipboard: "Copy and paste",
    copy: "Copy",
    cut: "Cut",
    paste: "Paste",
    paste_end: "Paste at the end",
    copy_all: "Copy whole map",
    paste_table: "Paste copied table",
    copied: |part, n| match (part, n) {
        (MapPart::Cells, 1) => "1 cell copied.".to_owned(),
        (MapPart::Cells, n) => format!("{n} cells copied."),
        (MapPart::Columns, 1) => "1 step copied.".to_owned(),
        (MapPart::Columns, n) => format!("{n} steps copied."),
        (MapPart::Lanes, 1) => "1 lane copied.".to_owned(),
        (MapPart::Lanes, n) => format!("{n} lanes copied."),
    },
    emptied: |emptied, kept| {
        let emptied = match emptied {
            0 => None,
            1 => Some("1 cell emptied.".to_owned()),
            n => Some(format!("{n} cells emptied.")),
        };
        let kept = match kept {
            0 => None,
            1 => Some("1 cell shows what belongs to the touchpoint; it stays.".to_owned()),
            n => Some(format!("{n} cells show what belongs to the touchpoint; they stay.")),
        };
        let parts: Vec<String> = emptied.into_iter().chain(kept).collect();
        if parts.is_empty() { "There was nothing to empty here.".to_owned() } else { parts.join(" ") }
    },
    pasted: |done| {
        let parts = [
            some(done.stages, "stage", "stages"),
            some(done.columns, "step", "steps"),
            some(done.lanes, "lane", "lanes"),
            some(done.cells, "cell", "cells"),
            some(done.findings, "pain point or opportunity", "pain points and opportunities"),
        ];
        let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let sentences = [
            Some(format!("Pasted: {parts}.")),
            some(done.replaced, "value replaced.", "values replaced."),
            (!done.added.is_empty()).then(|| format!("New in the plan: {}.", done.added.join(", "))),
            some(done.departments.len(), "touchpoint", "touchpoints")
                .map(|touchpoints| format!("Changes the department of {touchpoints} in all journeys.")),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    },
    steps_deleted: |n| format!("{n} steps deleted."),
    lanes_hidden: |n| format!("{n} lanes hidden."),
    show_all_lanes: "Show all lanes",
    pasted_nothing: "Nothing pasted: the clipboard is empty, or everything is already here.",
    misfits: |done| {
        let rest = if done.is_nothing() { "Nothing has been pasted." } else { "Everything else has been pasted." };
        match done.misfit_count {
            1 => format!("1 entry didn’t fit and is missing. {rest}"),
            n => format!("{n} entries didn’t fit and are missing. {rest}"),
        }
    },
    misfit: |lane, column, text, why| {
        let why = match why {
            CellFault::NotAnEmotion => "isn’t an emotion from −2 to 2 in halves",
            CellFault::NotADuration => "isn’t a duration such as 15 min or 3 days",
            CellFault::NotEvidence => "isn’t a kind of evidence",
            CellFault::NotAnExperience => "isn’t an experience such as “rational 3, emotional 5” (strengths of 0 to 5)",
            CellFault::NotYesOrNo => "is neither yes nor no",
            CellFault::NoSuchChannel => "isn’t a channel of this plan",
            CellFault::NoSuchDepartment => "isn’t a department of this plan",
            CellFault::NoTouchpoint => "needs a touchpoint; the step has none yet",
            CellFault::NoSuchKpi => "isn’t a KPI of this plan",
            CellFault::NoSuchPersona => "isn’t a persona of this plan",
            CellFault::Derived => "belongs elsewhere and is only shown here",
            CellFault::OtherLane => "only fits its own lane",
            CellFault::NoCell => "lies outside the map",
        };
        let place = place(lane, column);
        let colon = if place.is_empty() { "" } else { ": " };
        format!("{place}{colon}“{}” {why}", short(text))
    },
    misfit_at_steps: |misfit, n| format!("{misfit} (at {n} steps)"),
    more_misfits: |n| format!("and {n} more"),
    clipboard_denied: "The browser doesn’t allow access to the clipboard. Choose a cell and press Ctrl + V.",
    selected: |rows, columns| format!("{rows} × {columns} cells selected"),
    curve_field: "Whose emotion",
    curve_all: "All customers",
    curve_take_over: "Copy from all customers",
    curve_taken_over: |n| format!("Emotion copied at {}.", counted(n, "step", "steps")),
    emotion_of: |name| format!("Emotion: {name}"),
    emotion_best: "delighted",
    emotion_worst: "annoyed",
    renamed: |Renamed { before, steps, journeys }, now| {
        let name = if before.is_empty() { "The touchpoint".to_owned() } else { format!("“{before}”") };
        let journeys = match journeys {
            1 => "this journey".to_owned(),
            n => format!("{n} journeys"),
        };
        format!(
            "{name} is called “{now}” now, at {steps} steps in {journeys}. If only this step is to be called so, undo it and write a “Heading in this map only” in the step."
        )
    },
    steps_merged: |first, second, left_out| {
        let merged = match first == second {
            true => format!("The two steps “{first}” are one now."),
            false => format!("“{first}” and “{second}” are one step now."),
        };
        match left_out {
            [] => merged,
            fields => format!("{merged} What couldn’t be merged of the second: {}.", fields.join(", ")),
        }
    },
    findings_merged: |n, touchpoint| {
        some(n, "pain point or opportunity is", "pain points and opportunities are")
            .map(|findings| format!("{findings} now at “{touchpoint}”, too, in all journeys."))
    },
    kpi_taken: |typed, title| format!("“{typed}” entered as KPI “{title}”."),
    kpi_since: |change, since| format!("{change} since {since}"),
    kpi_against: |change, period| format!("{change} against {period}"),
    step_duplicate: "Duplicate step",
    step_delete: "Delete step",
    stage_delete: "Delete stage",
    notes: "Notes",
    notes_empty: "Write a note",
    touchpoint_more: "More about the touchpoint",
    touchpoint_everywhere: "What stands here holds in all journeys.",
    touchpoint_channels: "Usual channels of the touchpoint",
    touchpoint_notes: "Notes on the touchpoint",
    touchpoint_journeys: "Also in these journeys",
    touchpoint_settings: "Show in the settings",
    measures_all: |n| format!("Show all {n} measures"),
    keys_title: "In the map",
    keys: &[
        ("Space", "Show or close details"),
        ("Ins", "Insert a step or a stage after"),
        ("Tab", "While writing: to the next cell"),
        ("Home · End", "To the start, to the end of the row"),
        ("Ctrl + Home · End", "To the start, to the end of the map"),
        ("Shift + arrows", "Select several cells"),
        ("Ctrl + A", "Select all cells"),
        ("Ctrl + C · X · V", "Copy, cut, paste"),
        ("Ctrl + F", "Search in the map"),
        ("+ · −", "Raise or lower the emotion by half a step"),
        ("0 · 1.5 · −2", "Set the emotion"),
        ("x", "Set or take away the moment of truth"),
        ("← · →", "Presentation: back and forward"),
        ("Space · Page ↑ · ↓", "Presentation: first through the slide, then on"),
        ("Home · End", "Presentation: first, last slide"),
        ("Esc", "Presentation: end it"),
    ],
};
