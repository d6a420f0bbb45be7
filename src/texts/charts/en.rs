//! English words inside and around charts.

use super::Charts;

pub static CHARTS: Charts = Charts {
    as_table: "Table",
    picture: "Picture",
    save_png: "Save as PNG",
    save_svg: "Save as SVG",
    picture_failed: |error| format!("The picture couldn’t be saved: {error}"),
    load_failed: |error| format!("The chart can’t be drawn ({error}). The values are in the table."),
    try_again: "Try again",
    interval: |low, high| format!("{low} to {high}"),
    answers: |n| format!("n\u{a0}=\u{a0}{n}"),
    answers_short: |n| format!("n\u{a0}{n}"),
    answers_below: |minimum| format!("n\u{a0}<\u{a0}{minimum}"),
    estimate: |value, interval, answers| format!("{value} ({interval}), {answers}"),
    unsure: "uncertain: fewer than 30 answers",
    hidden: |minimum| format!("fewer than {minimum} answers, not shown singly"),
    all_hidden: |minimum| {
        format!(
            "In each period there are fewer than {minimum} answers: they aren’t shown singly, so that nobody can be recognised."
        )
    },
    no_answers: "There are no answers yet.",
    gap: "no answers",
    low: "from",
    high: "to",
    answers_column: "n",
    remark: "Remark",
    segment: "Group",
    span: |from, to| if from == to { from.to_owned() } else { format!("{from} to {to}") },
    target: |value, by| by.map_or_else(|| format!("Target {value}"), |by| format!("Target {value} by {by}")),
    events: "Events in the chart",
    value_of: |name, value| format!("{name}: {value}"),
    describe_line: |points, last, lowest, highest| match points {
        1 => format!("Line chart with one value. {last}."),
        _ => format!("Line chart with {points} values. Latest: {last}. Lowest value: {lowest}. Highest value: {highest}."),
    },
    describe_rows: |rows, values| match rows {
        1 => format!("One group with value and interval. {values}."),
        _ => format!("{rows} groups with value and interval. {values}."),
    },
};
