//! German words of the strategy canvas.

use super::Canvas;
use crate::plan::Phase;
use crate::texts::join_words;

fn phase(phase: &Phase) -> String {
    match phase {
        Phase::Acquisition => "der Anbahnung",
        Phase::Active => "der aktiven Phase",
        Phase::Passive => "der passiven Phase",
    }
    .to_owned()
}

fn listed(phases: &[Phase]) -> Option<String> {
    join_words(&phases.iter().map(phase).collect::<Vec<_>>(), " und ")
}

pub const CANVAS: Canvas = Canvas {
    glance: "Der Lebenszyklus auf einen Blick: Wählen Sie einen Abschnitt, um dorthin zu springen",
    gaps: |neither, goals, measures| {
        let sentences = [
            listed(neither).map(|phases| format!("In {phases} gibt es weder Ziel noch Maßnahme.")),
            listed(goals).map(|phases| format!("In {phases} fehlt ein Ziel.")),
            listed(measures).map(|phases| format!("In {phases} ist keine Maßnahme geplant.")),
        ];
        let said: Vec<String> = sentences.into_iter().flatten().collect();
        match said.as_slice() {
            [] => "Jede Phase des Lebenszyklus hat Ziele und Maßnahmen.".to_owned(),
            said => said.join(" "),
        }
    },
    nothing_here: "nichts geplant",
    also_served: |count| if count == 1 { "1 dient auch".to_owned() } else { format!("{count} dienen auch") },
    lies_in: |name| name.map_or_else(|| "dient auch hier".to_owned(), |name| format!("dient auch hier, liegt in {name}")),
    take_customer: "Typisches übernehmen",
    take_customer_of: |name| format!("Übernehmen, was für Kunden in diesem Abschnitt typisch ist: {name}"),
    catalogue: "Katalog …",
    catalogue_goals: |name| format!("Ziele aus dem Katalog: {name}"),
    catalogue_weaknesses: |name| format!("Schwächen aus dem Katalog: {name}"),
    catalogue_measures: |name| format!("Schlüsselmaßnahmen aus dem Katalog: {name}"),
    search: "Im Katalog suchen",
    own_group: "Für diesen Abschnitt",
    phase_group: "Für die ganze Phase",
    all_group: "Für alle Phasen",
    helps: "Dagegen hilft",
    nothing_found: "Nichts im Katalog passt dazu. Schreiben Sie es selbst in das Feld auf der Seite.",
    take: |count| match count {
        0 => "Aufnehmen".to_owned(),
        count => format!("{count} aufnehmen"),
    },
    taken: |count| match count {
        1 => "1 Eintrag ist aufgenommen.".to_owned(),
        count => format!("{count} Einträge sind aufgenommen."),
    },
    all_taken: "Alles, was der Katalog hier bietet, steht schon im Plan.",
    change_lifecycle: "Lebenszyklus ändern",
    add_kpi: |title| format!("Kennzahl anlegen: {title}"),
    set_target: "Zielwert setzen …",
    target_value: "Zielwert",
    target_by: "bis",
    target_error: "Bitte eine Zahl eingeben.",
    target_pending: "Der Termin zählt, sobald ein Zielwert dasteht.",
    no_target: "ohne Zielwert",
    target: |value, by| by.map_or_else(|| format!("Ziel {value}"), |by| format!("Ziel {value} bis {by}")),
    now: |value| format!("zuletzt {value}"),
    no_data: "noch keine Daten",
    to_measure: "Maßnahme dazu anlegen",
    measure_made: |title| format!("Die Maßnahme „{title}“ ist als Idee angelegt und verknüpft."),
    served_by: "Maßnahmen dazu",
    served_by_of: |title| format!("Maßnahmen zu „{title}“"),
    link_measure: "Vorhandene Maßnahme verknüpfen …",
    kpis: "Kennzahlen",
    kpis_help: "Kennzahlen dieses Abschnitts, seiner Touchpoints und seiner Ziele, mit ihrem letzten Wert.",
    kpis_empty: "Noch keine Kennzahl.",
    add_kpi_field: "Kennzahl hinzufügen …",
    add_kpi_to: |name| format!("Kennzahl hinzufügen: {name}"),
    models: "Anderes Modell …",
    model_taken: |model, kept| match kept {
        [] => format!("Der Lebenszyklus folgt jetzt dem Modell „{model}“."),
        kept => format!(
            "Der Lebenszyklus folgt jetzt dem Modell „{model}“. Weil dort schon etwas liegt, {}: {}.",
            if kept.len() == 1 { "blieb" } else { "blieben" },
            kept.join(", ")
        ),
    },
};
