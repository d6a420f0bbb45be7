//! English words of what becomes of a map outside the app.

use super::{Format, Formats, Labels, Output, Present, TakeIn};

pub static OUTPUT: Output = Output {
    labels: Labels { stage: "Stage", sub_phase: "Sub-phase of the lifecycle", touchpoint: "Touchpoint", heading: "Heading" },
    page_of: |page, pages| format!("Page {page} of {pages}"),
    continued: "(continued)",
    menu: "Map",
    close: "Close",
    export: "Export …",
    export_title: "Export map",
    formats: Formats {
        csv: Format {
            name: "CSV table",
            holds: "For Excel: stages and touchpoints as columns, each lane as a row, the emotion for each persona too. Can be read back in.",
            lacks: "title, kind and personas of the journey, the curve of the other journey, notes on steps, values of KPIs; of pain points and opportunities all but the text: severity, impact, frequency, evidence, state, goals and voices.",
            save: "Save CSV",
        },
        mermaid: Format {
            name: "Mermaid diagram",
            holds: "For wikis and Markdown: stages, touchpoints, the emotion from 1 to 5, personas and departments.",
            lacks: "all other lanes, the emotions of single personas and the curve of the other journey. A step without an emotion is placed in the middle and says so in its name.",
            save: "Save Mermaid",
        },
        svg: Format {
            name: "SVG graphic",
            holds: "For slides and print, sharp at any size: the map as drawn, with title, date and legend.",
            lacks: "the app’s icons and fonts, links to KPIs, notes on steps; of pain points and opportunities frequency, evidence, goals and voices.",
            save: "Save SVG",
        },
        png: Format {
            name: "PNG picture",
            holds: "For e-mail and chat: the same picture as pixels, twice as sharp as on screen.",
            lacks: "the same as with the graphic; and texts can’t be copied.",
            save: "Save PNG",
        },
        without: |lacks| format!("Not included: {lacks}"),
        with_hidden: "Include hidden lanes",
        saved: |file| format!("“{file}” saved."),
        failed: |error| format!("The file couldn’t be written: {error}"),
        too_large: "The map is too large for a PNG picture. Save it as SVG, which has no limit, or make the map smaller: fewer steps make it narrower, hidden lanes make it lower.",
        smaller: |file, scale| {
            format!("“{file}” saved. The map is large, so the picture is only {scale} times as sharp instead of twice.")
        },
    },
    print: "Print …",
    print_title: "Print map",
    paper: "Paper, landscape",
    print_pages: |pages| match pages {
        1 => "1 page. Everything stays readable in black and white.".to_owned(),
        n => format!("{n} pages, each with the titles of the lanes. Everything stays readable in black and white."),
    },
    print_more: |pages| match pages {
        1 => "and 1 more page".to_owned(),
        n => format!("and {n} more pages"),
    },
    print_now: "Print",
    print_whole: "This shows only as much of the map as fits on the page. To print the whole map, with the titles of its lanes on each page, choose “Map” → “Print …” in the app.",
    take_in: TakeIn {
        menu: "Read table …",
        from_table: "From a table",
        title: "Read table",
        intro: "A table becomes a map: the first column names the lanes, the first row the steps, with stages above them if you like. Or the other way round, with a step in each row.",
        choose: "Choose CSV file",
        paste: "Or paste here what you have copied in Excel",
        paste_hint: "Select in Excel, copy, paste here.",
        check: "Check table",
        unreadable: |error| format!("The file couldn’t be read: {error}"),
        too_large: |most| {
            format!("The table is larger than {most} MB. No map is that large: please choose only the part with the journey.")
        },
        no_steps: "The table has only one column. It needs a column of lanes and at least one step beside it.",
        too_many_columns: |columns, steps_max, lanes_max| {
            format!(
                "The table has {columns} columns. A map holds {steps_max} steps and {lanes_max} lanes: please choose a part of it."
            )
        },
        too_many_rows: |rows, steps_max, lanes_max| {
            format!("The table has {rows} rows. A map holds {steps_max} steps and {lanes_max} lanes: please choose a part of it.")
        },
        extra_cell: |line, column| {
            format!(
                "Line {line} has a text in column {column}, but the first row doesn’t reach that far. Please check whether there is one separator too many."
            )
        },
        unchanged: "The plan is unchanged.",
        destination: "Where to",
        as_new: "New journey",
        into_open: "Into this journey",
        journey_title: "Title of the journey",
        found: |steps, stages, lanes| {
            let steps = if steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") };
            let stages = match stages {
                0 => String::new(),
                1 => " in 1 stage".to_owned(),
                n => format!(" in {n} stages"),
            };
            let lanes = if lanes == 1 { "1 lane".to_owned() } else { format!("{lanes} lanes") };
            format!("Found: {steps}{stages}, {lanes}.")
        },
        transposed: "The steps stand one below the other; the map turns the table round.",
        lanes: "What the rows become",
        column_row: "In the table",
        column_becomes: "Becomes",
        column_example: "For example",
        becomes_of: |row| format!("What “{row}” becomes"),
        own_text: "Own lane",
        skip: "Leave out",
        untitled: "untitled",
        registers: "What else happens",
        touchpoints_known: |n, names| match n {
            1 => format!("1 touchpoint is already in the plan and will be used: {names}"),
            n => format!("{n} touchpoints are already in the plan and will be used: {names}"),
        },
        touchpoints_new: |n, names| match n {
            1 => format!("1 touchpoint is added: {names}"),
            n => format!("{n} touchpoints are added: {names}"),
        },
        channels_new: |names| format!("New channels: {names}"),
        departments_new: |names| format!("New departments: {names}"),
        departments_changed: |n, changes| match n {
            1 => format!("The department of 1 touchpoint changes, in all journeys: {changes}"),
            n => format!("The departments of {n} touchpoints change, in all journeys: {changes}"),
        },
        department_change: |touchpoint, from, to| format!("{touchpoint}: {} → {to}", if from.is_empty() { "none" } else { from }),
        findings_new: |n| match n {
            1 => "1 pain point or opportunity is added.".to_owned(),
            n => format!("{n} pain points and opportunities are added."),
        },
        and_more: |n| format!("and {n} more"),
        issues: |n| match n {
            1 => "1 cell doesn’t fit and is left out".to_owned(),
            n => format!("{n} cells don’t fit and are left out"),
        },
        back: "Back",
        take: "Apply",
        done_new: |title, steps| match steps {
            1 => format!("“{title}” read with 1 step."),
            n => format!("“{title}” read with {n} steps."),
        },
        done_into: |steps, filled, cells| {
            let steps = if steps == 1 { "1 new step".to_owned() } else { format!("{steps} new steps") };
            let cells = if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") };
            format!("Read: {steps}, {filled} existing, {cells}.")
        },
    },
    present: Present {
        start: "Present",
        name: |journey| format!("Presentation: {journey}"),
        end: "End presentation",
        next: "Next",
        previous: "Back",
        more_below: "More below",
        full_screen: "Full screen",
        place: |slide, slides| format!("{slide} of {slides}"),
        overview: "The journey at a glance",
        stage: |title| format!("Stage {title}"),
        step: |heading, stage| format!("{heading}, stage {stage}"),
        mood: "Mean emotion",
        peak_end: "Peak-end",
        open_pains: "Open pain points",
        breaks: "Breaks between channels",
        stages: "Stages",
        nothing: "Nothing has been described about this step yet.",
        course: "Course of the emotion",
        gain: |target, gain| format!("{target} {gain}"),
    },
};
