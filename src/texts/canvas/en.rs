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
    take_customer: "Add what is typical",
    take_customer_of: |name| format!("Add what is typical of customers in this sub-phase: {name}"),
    catalogue: "Catalogue …",
    catalogue_goals: |name| format!("Goals from the catalogue: {name}"),
    catalogue_weaknesses: |name| format!("Weaknesses from the catalogue: {name}"),
    catalogue_measures: |name| format!("Key measures from the catalogue: {name}"),
    search: "Search the catalogue",
    own_group: "For this sub-phase",
    phase_group: "For the whole phase",
    all_group: "For all phases",
    helps: "What helps",
    nothing_found: "Nothing in the catalogue fits. Write your own in the field on the page.",
    take: |count| match count {
        0 => "Add".to_owned(),
        count => format!("Add {count}"),
    },
    taken: |count| match count {
        1 => "1 entry has been added.".to_owned(),
        count => format!("{count} entries have been added."),
    },
    all_taken: "Everything that the catalogue offers here is already in the plan.",
    change_lifecycle: "Change the lifecycle",
    add_kpi: |title| format!("Add KPI: {title}"),
    set_target: "Set target …",
    target_value: "Target",
    target_by: "by",
    target_error: "Please enter a number.",
    target_pending: "The date counts as soon as there is a target.",
    no_target: "no target",
    target: |value, by| by.map_or_else(|| format!("Target {value}"), |by| format!("Target {value} by {by}")),
    now: |value| format!("latest {value}"),
    no_data: "no data yet",
    to_measure: "Add measure for it",
    measure_made: |title| format!("The measure “{title}” has been added as an idea, and linked."),
    served_by: "Measures for it",
    served_by_of: |title| format!("Measures for “{title}”"),
    link_measure: "Link existing measure …",
    kpis: "KPIs",
    kpis_help: "KPIs of this sub-phase, of its touchpoints and of its goals, with their latest values.",
    kpis_empty: "No KPI yet.",
    add_kpi_field: "Add KPI …",
    add_kpi_to: |name| format!("Add KPI: {name}"),
    models: "Other model …",
    model_taken: |model, kept| match kept {
        [] => format!("The lifecycle now follows the model “{model}”."),
        kept => {
            let stayed = if kept.len() == 1 { "this sub-phase stayed" } else { "these sub-phases stayed" };
            format!(
                "The lifecycle now follows the model “{model}”. Because something is there already, {stayed}: {}.",
                kept.join(", ")
            )
        }
    },
};
