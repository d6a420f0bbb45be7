//! German words of the channels over all journeys.

use super::Channels;

pub static CHANNELS: Channels = Channels {
    intro: "Auf welchen Wegen Sie Kunden begegnen, in welchem Abschnitt, und wo der Weg bricht",
    empty_title: "Noch kein Schritt in einer Kundenreise",
    empty_text: "Sobald Kundenreisen Schritte mit Kanälen haben, sehen Sie hier, wo welcher Kanal genutzt wird, wie es sich anfühlt und wo Kunden ungewollt wechseln müssen.",
    to_journeys: "Zu den Kundenreisen",
    no_channels_title: "Noch kein Kanal",
    no_channels_text: "Legen Sie in den Einstellungen die Wege an, auf denen Sie Kunden begegnen.",
    to_settings: "Zu den Einstellungen",
    kind: "Kundenreisen",
    every_kind: "Alle",
    persona: "Persona",
    every_persona: "alle",
    matrix: "Kanäle und Abschnitte",
    matrix_help: "Jede Zelle zählt die Schritte aller Kundenreisen in diesem Kanal und Abschnitt; der Punkt zeigt ihre mittlere Stimmung von −2 bis +2. Ein Schritt mit mehreren Kanälen zählt in jedem. Eine Zelle öffnet die Liste ihrer Schritte.",
    channel: "Kanal",
    online: "online",
    offline: "offline",
    no_phase: "ohne Abschnitt",
    no_channel: "ohne Kanal",
    steps: |n| match n {
        1 => "1 Schritt".to_owned(),
        n => format!("{n} Schritte"),
    },
    cell: |channel, sub_phase, steps, mood| {
        let steps = if steps == 1 { "1 Schritt".to_owned() } else { format!("{steps} Schritte") };
        let mood = mood.map(|mood| format!(", Stimmung {mood}")).unwrap_or_default();
        format!("{channel}, {sub_phase}: {steps}{mood}")
    },
    cell_title: |channel, sub_phase| format!("{channel} · {sub_phase}"),
    all_of: |channel| format!("Alle Schritte: {channel}"),
    mood: |mood| format!("Stimmung im Mittel {mood}"),
    steps_none: "In keiner dieser Kundenreisen genutzt.",
    switches: "Kanalwechsel",
    switches_help: "Ein Bruch ist ein Wechsel, zu dem Kunden gezwungen sind; am schwersten wiegt der von online zu offline. Wechseln sie, weil sie es wollen, ist es kein Bruch. Ob ein Wechsel erzwungen oder gewählt ist, sagen Sie am Schritt der Kundenreise.",
    switches_none: "Kein Kanalwechsel.",
    breaks_note: |breaks, offline, unsaid| {
        let breaks = match (breaks, offline) {
            (0, _) if unsaid > 0 => "kein Bruch bekannt".to_owned(),
            (0, _) => "kein Bruch".to_owned(),
            (1, 0) => "1 Bruch".to_owned(),
            (1, _) => "1 Bruch, von online zu offline".to_owned(),
            (n, 0) => format!("{n} Brüche"),
            (n, offline) if n == offline => format!("{n} Brüche, alle von online zu offline"),
            (n, offline) => format!("{n} Brüche, davon {offline} von online zu offline"),
        };
        match unsaid {
            0 => breaks,
            1 => format!("{breaks} · bei 1 Wechsel Grund offen"),
            n => format!("{breaks} · bei {n} Wechseln Grund offen"),
        }
    },
    break_offline: "Bruch, online zu offline",
    forced: "Bruch",
    chosen: "gewählt",
    unsaid: "Grund offen",
    from_to: |from, to| format!("{from} → {to}"),
    between: |from, to| format!("{from} → {to}"),
    more_switches: |n| if n == 1 { "1 weiteren zeigen".to_owned() } else { format!("{n} weitere zeigen") },
    gaps: "Lücken",
    gaps_help: "Kanäle, die in einer Phase keine Kundenreise nutzt, und Abschnitte, durch die keine führt. Nicht jede Lücke ist ein Fehler: Prüfen Sie, ob Kunden dort etwas fehlt oder ob eine Kundenreise fehlt.",
    unused: "Nicht genutzte Kanäle",
    unused_none: "alle genutzt",
    without_steps: "Abschnitte ohne Schritt",
    without_steps_none: "keiner",
};
