//! English words of the strategy canvas.

use super::Canvas;
use crate::plan::Phase;
use crate::texts::join_words;

fn phase(phase: &Phase) -> String {
    match phase {
        Phase::Acquisition => "the acquisition phase",
        Phase::Active => "the active phase",
        Phase::Passive => "the passive phase",
    }
    .to_owned()
}

fn listed(phases: &[Phase]) -> Option<String> {
    join_words(&phases.iter().map(phase).collect::<Vec<_>>(), " and ")
}

pub const CANVAS: Canvas = Canvas {
    glance: "The lifecycle at a glance: choose a sub-phase to go there",
    gaps: |neither, goals, measures| {
        let sentences = [
            listed(neither).map(|phases| format!("There is neither goal nor measure in {phases}.")),
            listed(goals).map(|phases| format!("A goal is missing in {phases}.")),
            listed(measures).map(|phases| format!("No measure is planned in {phases}.")),
        ];
        let said: Vec<String> = sentences.into_iter().flatten().collect();
        match said.as_slice() {
            [] => "Every phase of the lifecycle has goals and measures.".to_owned(),
            said => said.join(" "),
        }
    },
    nothing_here: "nothing planned",
    also_served: |count| if count == 1 { "1 also serves".to_owned() } else { format!("{count} also serve") },
    lies_in: |name| name.map_or_else(|| "also serves here".to_owned(), |name| format!("also serves here, lies in {name}")),
    take_customer: "Take up what is typical",
    take_customer_of: |name| format!("Take up what is typical of customers in this sub-phase: {name}"),
    catalogue: "Catalogue …",
    catalogue_goals: |name| format!("Goals of the catalogue: {name}"),
    catalogue_weaknesses: |name| format!("Weaknesses of the catalogue: {name}"),
    catalogue_measures: |name| format!("Key measures of the catalogue: {name}"),
    search: "Search the catalogue",
    own_group: "For this sub-phase",
    phase_group: "For the whole phase",
    all_group: "For all phases",
    helps: "What helps",
    nothing_found: "Nothing in the catalogue fits. Write it yourself in the field on the page.",
    take: |count| match count {
        0 => "Take up".to_owned(),
        count => format!("Take up {count}"),
    },
    taken: |count| match count {
        1 => "1 entry has been taken up.".to_owned(),
        count => format!("{count} entries have been taken up."),
    },
    all_taken: "Everything that the catalogue offers here is in the plan.",
    add_kpi: |title| format!("Add the KPI: {title}"),
    set_target: "Set a target …",
    target_value: "Target",
    target_by: "by",
    target_error: "Please enter a number.",
    no_target: "without a target",
    target: |value, by| by.map_or_else(|| format!("Target {value}"), |by| format!("Target {value} by {by}")),
    now: |value| format!("last {value}"),
    no_data: "no data yet",
    to_measure: "Add a measure for it",
    measure_made: |title| format!("The measure “{title}” has been added as an idea, and linked."),
    served_by: "Measures for it",
    served_by_of: |title| format!("Measures for “{title}”"),
    link_measure: "Link a measure that there is …",
    kpis: "KPIs",
    kpis_help: "KPIs of this sub-phase, of its touchpoints and of its goals, with their last state.",
    kpis_empty: "No KPI yet.",
    add_kpi_field: "Add a KPI …",
    add_kpi_to: |name| format!("Add a KPI: {name}"),
    models: "Another model …",
    model_taken: |model, kept| match kept {
        [] => format!("The lifecycle now follows the model “{model}”."),
        kept => {
            format!("The lifecycle now follows the model “{model}”. As something lies there, this stayed: {}.", kept.join(", "))
        }
    },
};
