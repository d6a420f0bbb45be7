//! English words of KPIs and their data.

use super::Kpis;
use crate::figures::standing::TargetState;
use crate::figures::typed::PasteReason;

pub static KPIS: Kpis = Kpis {
    intro: "Every figure comes with its 95% interval and the number of answers.",
    import: "Import survey",
    new_definition: "Answers to the question: “How likely are you to recommend us?” (0–10)",
    type_values: "Type values",
    empty_title: "No KPIs yet",
    empty_text: "KPIs show how your customers are doing and whether measures work. Import the answers of a survey, or type monthly \
                 values, also from Excel.",
    column_kpi: "KPI",
    column_value: "Last value",
    column_course: "12 months",
    by_assumptions: "by its assumptions",
    no_data: "no data yet",
    none: "none",
    until: |day| format!("by {day}"),
    unknown_kind_text: "This KPI comes from a newer version of Reiseplan. Its data are kept, but not shown here.",
    more: |title| format!("More actions for “{title}”"),
    delete_named: |title| format!("Delete “{title}”"),
    title: "Name of the KPI",
    delete: "Delete KPI",
    more_page: "More actions",
    grain: "Periods",
    answers: |n| format!("{n}\u{a0}{}", if n == "1" { "answer" } else { "answers" }),
    no_data_title: "No data yet",
    no_data_text: "Import a survey or a table, or type the values for each month. A table from Excel can be pasted.",
    measure_runs: |measure| format!("{measure} is running"),
    since: |period| format!("since {period}"),
    before: "before",
    before_that: |period| format!("before {period}"),
    whole_time: "whole time",
    difference: "difference",
    against: |period| format!("against {period}"),
    target: "Target",
    target_by: |day| format!("target by {day}"),
    target_state: |state| match state {
        TargetState::Missed => "not reached yet",
        TargetState::Reached => "reached, but not certain",
        TargetState::Secured => "reached",
    },
    unsure: "uncertain",
    origin_of: |figure| format!("Where does “{figure}” come from?"),
    origin_target: |period| {
        format!(
            "The next target, compared with the last value ({period}). “Reached” means that the less favourable end of the \
             interval reaches it, too."
        )
    },
    more_than_noise: "More than noise",
    noise: "= may be noise",
    noise_note: "may be noise",
    no_comparison: "Nothing to compare yet",
    no_comparison_text: "There are data from a single period so far. Whether something changes shows from the second one on.",
    distribution: "Distribution",
    promoters: "Promoters",
    passives: "Passives",
    detractors: "Detractors",
    definition: "Definition",
    definition_placeholder: "What exactly is asked or counted?",
    nps_help_label: "What is the NPS?",
    nps_help_title: "Net Promoter Score (NPS)",
    nps_help: "Asked whether they recommend the company, promoters answer 9 or 10, passives 7 or 8, detractors 0 to 6.\nNPS = \
               (promoters − detractors) ÷ answers × 100, that is −100 to +100 points.\nAnswers that aren’t whole numbers from 0 to \
               10 don’t count.",
    details: "Details",
    owner: "Owner",
    nobody: "nobody",
    belongs_to: "Belongs to",
    belongs_to_all: "whole lifecycle",
    belongs_to_phase: |phase| format!("Phase: {phase}"),
    belongs_to_touchpoint: |touchpoint| format!("Touchpoint: {touchpoint}"),
    source: "Source",
    no_source: "none",
    typed_months: |months| if months == 1 { "1 month typed".to_owned() } else { format!("{months} months typed") },
    interval: "Interval",
    interval_help_label: "How is the interval computed?",
    targets: "Targets",
    add_target: "Add",
    no_target: "No target yet.",
    target_value: "Target value",
    target_day: "to be reached by",
    target_range: |is_score| if is_score { "Please enter a number from −100 to +100." } else { "Please enter a number." },
    remove_target: "Delete target",
    target_removed: "Target deleted.",
    measures: "Measures",
    no_measures: "No measure aims at this KPI yet.",
    to_measures: "Go to measures",
    all_measures: |count| format!("All {count}"),
    running_since: |day| format!("running since {day}"),
    planned_from: |day| format!("planned from {day}"),
    done_since: |day| format!("done since {day}"),
    hidden_groups: |groups, minimum| {
        let groups = if groups == 1 { "One group".to_owned() } else { format!("{groups} groups") };
        format!("{groups} with fewer than {minimum} answers: not shown singly, so that nobody can be recognised.")
    },
    personas: "By persona",
    personas_note: "by their segment",
    no_personas: "No persona has a segment that occurs in the data.",
    sources_overlap: |first, second, from, to, days| {
        let days = if days == 1 { format!("on {from}") } else { format!("on {days} days between {from} and {to}") };
        format!("“{first}” and “{second}” both have answers {days}. If they come from the same survey they count twice.")
    },
    typed_overlap: |months, source| {
        let months = several_months(months);
        format!("For {months} there are typed values and answers from “{source}”. Both count.")
    },
    reported_aside: |months| {
        let months = several_months(months);
        format!(
            "For {months} only reported values were typed, which can’t be put together with counted ones: they are left out \
             of each period that also holds counted ones, and of the value over the whole time."
        )
    },
    hidden_periods: |periods, minimum| {
        let periods = if periods == 1 { "One period".to_owned() } else { format!("{periods} periods") };
        format!("{periods} with fewer than {minimum} answers: not shown singly, so that nobody can be recognised.")
    },
    left_out: |written, count| {
        let answers =
            if count == 1 { "answer lies outside the scale and isn’t" } else { "answers lie outside the scale and aren’t" };
        format!("{written} {answers} counted.")
    },
    typed_not_in_weeks: "Typed values hold for whole months; by day and by week they are missing.",
    typed: "Typed values",
    typed_note: "are added to the imported ones",
    typed_hint: "Arrow keys move, typing or Enter edits, Ctrl + C and Ctrl + V exchange with Excel, Ctrl + D fills down.",
    no_typed: "None yet. Add a month, or paste a table from Excel with the menu on the right.",
    add_month: "Add month",
    add_earlier: "Add earlier month",
    more_data: "More actions for typed values",
    interval_column: "95% interval",
    count_wanted: "A whole number is expected here, 0 or more. The old value stays.",
    number_wanted: "A number is expected here.",
    remove_month: |month| format!("Delete {month}"),
    month_removed: |month| format!("{month} deleted."),
    paste_table: "Paste table",
    paste_field: "Table",
    paste_hint: "One month and its values in each line, separated by tabs or semicolons; for the NPS: month, promoters, passives, \
                 detractors. A first line with headings may change the order. Months that exist are replaced.",
    paste_take: "Apply",
    pasted_months: |months, faults| {
        let months = match months {
            0 => "No month added.".to_owned(),
            1 => "1 month added.".to_owned(),
            _ => format!("{months} months added."),
        };
        match faults {
            0 => months,
            1 => format!("{months} One cell didn’t fit:"),
            _ => format!("{months} {faults} cells didn’t fit:"),
        }
    },
    pasted_cells: |cells| if cells == 1 { "1 cell pasted.".to_owned() } else { format!("{cells} cells pasted.") },
    more_faults: |more| format!("… and {more} more"),
    copy_table: "Copy table",
    copied: "Table copied.",
    copy_failed: |error| format!("The table couldn’t be copied: {error}"),
    paste_issue: |line, column, value, reason| {
        let reason = paste_reason(reason);
        if value.is_empty() {
            format!("Line {line}, column {column}: {reason}.")
        } else {
            format!("Line {line}, column {column}: “{value}” – {reason}.")
        }
    },
};

fn several_months(months: &[String]) -> String {
    match months {
        [first, .., last] if months.len() > 3 => format!("{} months from {first} to {last}", months.len()),
        _ => months.join(", "),
    }
}

fn paste_reason(reason: PasteReason) -> &'static str {
    match reason {
        PasteReason::NotAMonth => "a month is expected here, for example 03/2025",
        PasteReason::NotACount => "a whole number is expected here, 0 or more",
        PasteReason::NotANumber => "a number is expected here",
        PasteReason::TwoForms => "the month has both counts and a reported value; only one of them, please",
        PasteReason::Missing => "the column is missing",
        PasteReason::MonthTwice => "the month already appeared in an earlier line",
    }
}
