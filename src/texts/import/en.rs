//! The English words of the import.

use super::*;
use crate::import::{REASON_LEN_MAX, REASONS_MAX};
use crate::plan::{AmountUnit, CustomerFigure, Rate, Together};

fn import_error(error: &ImportError) -> String {
    match error {
        ImportError::Empty => "The file is empty. Please choose another one.".to_owned(),
        ImportError::NoRows => "There are no data below the header. Please check whether the export is complete.".to_owned(),
        ImportError::Workbook => {
            "This workbook cannot be read: it has a password, or an older format (.xls, .xlsb). Please save it without a password as .xlsx or CSV.".to_owned()
        }
        ImportError::BrokenWorkbook => {
            "The workbook is damaged. Please open it in Excel or LibreOffice and save it anew.".to_owned()
        }
        ImportError::HugeWorkbook => {
            "The workbook, unpacked, is too large to be read. Please save the sheet as CSV: millions of rows can be read that way.".to_owned()
        }
        ImportError::EmptyWorkbook => "The sheet has no data. Please choose another sheet or another file.".to_owned(),
        ImportError::NotText => {
            "This is not a text file. A table as CSV (UTF-8, UTF-16 with its mark, or Windows-1252), .xlsx or .ods is needed.".to_owned()
        }
        ImportError::TooManyColumns => {
            "The table has more than 16,384 columns. Please export only the columns that are needed.".to_owned()
        }
        ImportError::EndlessRow { line } => {
            format!("Line {line} of the file does not end. Most likely a closing quotation mark is missing there. Please add it.")
        }
    }
}

fn mapping_fault(fault: MappingFault) -> &'static str {
    match fault {
        MappingFault::OtherColumns => "The roles belong to a table with other columns.",
        MappingFault::NoDate => "Please choose the column with the date of the answer, or the month of all answers below.",
        MappingFault::SeveralDates => "Only one column can be the date of the answer.",
        MappingFault::NoScore => {
            "Please choose at least one column with answers, counts, values, reasons for leaving or comments."
        }
        MappingFault::SeveralIds => "Only one column can be the respondent’s ID.",
        MappingFault::SeveralReasons => "Only one column can be the reason for leaving.",
        MappingFault::KpiTwice => "Two columns belong to the same KPI. Please choose another one for one of them.",
        MappingFault::DimensionTwice => "Two columns belong to the same dimension. Please choose another one for one of them.",
        MappingFault::CountTwice => "Two columns count the same. Please choose something else for one of them.",
        MappingFault::CountAlone => {
            "These counts give no KPI: a share also needs what it is a share of. Please give another column a role, or choose a KPI below."
        }
        MappingFault::MoneyAlone => {
            "Money is summed up by the answer to the NPS question. Please choose a column with NPS answers, too."
        }
        MappingFault::NoScale => "This KPI has no scale on which answers can be counted. Please choose another one.",
    }
}

fn counted_rows(rows: &str) -> String {
    format!("{rows} {}", if rows == "1" { "row" } else { "rows" })
}

fn counted_columns(columns: usize) -> String {
    format!("{columns} {}", if columns == 1 { "column" } else { "columns" })
}

/// The words.
pub const IMPORT: Import = Import {
    error: import_error,
    failure: |failure| {
        match failure {
        Failure::Import(error) => import_error(error),
        Failure::Mapping(fault) => mapping_fault(*fault).to_owned(),
        Failure::Unreadable => {
            "The browser cannot read the file. Maybe it was moved or changed, or is open in another program. Please choose it again.".to_owned()
        }
        Failure::Request => "The parts of the app do not match. Please reload the page.".to_owned(),
        Failure::Broken => "An error in the app occurred while the file was read. Your plan is unchanged. Please reload the page before you try again.".to_owned(),
    }
    },
    mapping_fault,
    issue: |reason| {
        match reason {
        IssueReason::NoDate => "The date is missing; the row does not count.".to_owned(),
        IssueReason::NotADate => "This is not a date; the row does not count.".to_owned(),
        IssueReason::NoSuchDate => "There is no such date; the row does not count.".to_owned(),
        IssueReason::FarDate => "This day lies before 1990 or in the future, perhaps a slip; the row does not count.".to_owned(),
        IssueReason::NotANumber => "This is not a number; the answer counts as missing.".to_owned(),
        IssueReason::NotWhole => "This is not a whole number; the answer counts as missing.".to_owned(),
        IssueReason::OutsideScale(low, high) => {
            format!("The number is not between {low} and {high}; the answer counts as missing.")
        }
        IssueReason::TooManyValues => {
            "The column has too many different values for a segment; the value counts as missing.".to_owned()
        }
        IssueReason::FreeText => format!(
            "The column looks like free text: more than {REASONS_MAX} different reasons, longer than {REASON_LEN_MAX} characters, or hardly any of them occurs twice. So reasons for leaving are not counted."
        ),
        IssueReason::NoCount => "This is not a count (0 or more); the value counts as missing.".to_owned(),
        IssueReason::ExtraCells => "The row has more cells than the header; it does not count.".to_owned(),
        IssueReason::SwallowedRows => "A quotation mark is closed only in a later row; the rows between do not count.".to_owned(),
        IssueReason::UnclosedQuote => "A quotation mark is not closed; what follows does not count.".to_owned(),
        IssueReason::DuplicateId => "This ID has occurred before; the answer counts only once.".to_owned(),
        IssueReason::RoundedIds => {
            "The IDs are rounded, as Excel does with long numbers. Answers that occur twice can’t be found by them: all count. The original export has the full IDs."
                .to_owned()
        }
    }
    },
    left_out: |reason| match reason {
        LeftOut::Preview => "marked as test",
        LeftOut::Spam => "marked as spam by the survey tool",
        LeftOut::Unfinished => "not finished",
        LeftOut::DuplicateId => "more than once in the file",
    },
    guess_reason: |reason| match reason {
        GuessReason::NameAndValues => "by name and values",
        GuessReason::Values => "by its values",
        GuessReason::Empty => "empty",
        GuessReason::PersonalData => "personal data",
        GuessReason::FreeText => "free text",
        GuessReason::Technical => "added by the survey tool",
        GuessReason::StartOfAnswer => "start of the answer, not its end",
        GuessReason::OtherDate => "another column is the better date",
        GuessReason::AnonymousDate => "the same day everywhere: anonymised",
        GuessReason::DerivedScore => "derived from the answer beside it",
        GuessReason::NotNeeded => "not needed",
    },
    tool: |tool| match tool {
        Tool::Generic => "Table",
        Tool::Qualtrics => "Export from Qualtrics",
        Tool::SurveyMonkey => "Export from SurveyMonkey",
        Tool::Typeform => "Export from Typeform",
        Tool::LimeSurvey => "Export from LimeSurvey",
        Tool::GoogleForms => "Export from Google Forms",
        Tool::MicrosoftForms => "Export from Microsoft Forms",
    },
    encoding: |encoding| match encoding {
        TextEncoding::Utf8 => "UTF-8",
        TextEncoding::Utf16 => "UTF-16",
        TextEncoding::Windows1252 => "Windows-1252",
    },
    delimiter: |delimiter| match delimiter {
        ';' => "semicolon".to_owned(),
        ',' => "comma".to_owned(),
        '\t' => "tab".to_owned(),
        '|' => "vertical bar".to_owned(),
        other => format!("“{other}”"),
    },
    date_order: |order| match order {
        DateOrder::YearFirst => "year, month, day (2025-12-31)",
        DateOrder::DayFirst => "day, month, year (31/12/2025)",
        DateOrder::MonthFirst => "month, day, year (12/31/2025)",
    },
    decimal_mark: |mark| match mark {
        DecimalMark::Comma => "decimal comma (1.234,56)",
        DecimalMark::Point => "decimal point (1,234.56)",
    },
    kpi_name: |kind, item| {
        let about = |name: &str| if item.is_empty() { name.to_owned() } else { format!("{name}: {item}") };
        match kind {
            KpiKind::Nps => about("NPS"),
            KpiKind::Csat(_) => about("Satisfaction"),
            KpiKind::Ces(_) => about("Effort (CES)"),
            KpiKind::Customers(figure) => match figure {
                CustomerFigure::Churn => "Churn rate",
                CustomerFigure::ChurnOfAverage => "Churn rate (average base)",
                CustomerFigure::Retention => "Retention rate",
                CustomerFigure::LostPerWon => "Ratio of lost to newly won",
                CustomerFigure::WonPerStart => "New-customer rate",
                CustomerFigure::Growth => "Growth of the base",
            }
            .to_owned(),
            KpiKind::Rate(rate) => match rate {
                Rate::Acquisition => "Acquisition rate",
                Rate::Conversion => "Conversion rate",
                Rate::Closing => "Closing rate",
                Rate::ClickThrough => "Click-through rate",
                Rate::FirstContactResolution => "First-contact resolution",
                Rate::ComplaintsPerCustomer => "Complaints per customer",
                Rate::ComplaintsPerOrder => "Complaints per order",
                Rate::Returns => "Return rate",
                Rate::RepeatPurchase => "Repeat-purchase rate",
                Rate::Referral => "Referral rate",
                Rate::WinBack => "Win-back rate",
                Rate::PositiveMentions => "Positive mentions",
                Rate::Own { .. } => "Share",
            }
            .to_owned(),
            KpiKind::Clv(_) => about("Customer lifetime value"),
            KpiKind::Amount(_) | KpiKind::Other(_) => about("KPI"),
        }
    },
    page: ImportPage {
        intro: "Surveys and tables become KPIs. The file stays on your device.",
        choose_file: "Choose file",
        drop_hint: "You can also drop a file onto this page.",
        formats: "Exports from Qualtrics, SurveyMonkey, Typeform, LimeSurvey, Google Forms and Microsoft Forms; any table as CSV, Excel (.xlsx) or OpenDocument (.ods): answers with dates, customers by month, visits and orders by week, cancellations with reasons.",
        privacy: "Only counts and sums by day, segment and reason for leaving are kept: no row, no name. Comments only if you take them in as voices.",
        empty_title: "Nothing imported yet",
        sources: "Sources",
        waiting: |n| if n == 1 { "1 more file is waiting.".to_owned() } else { format!("{n} more files are waiting.") },
        source_title: "Title of the source",
        source_menu: |title| format!("More actions for “{title}”"),
        imported_on: |day| format!("imported on {day}"),
        answers: |accepted, rejected| format!("{} accepted, {rejected} rejected", counted_rows(accepted)),
        span: |first, last| format!("{first} to {last}"),
        no_data: "no data",
        feeds: "Feeds",
        feeds_none: "no KPI",
        feeds_win_back: |reasons| match reasons {
            1 => "Win-back: 1 reason for leaving".to_owned(),
            n => format!("Win-back: {n} reasons for leaving"),
        },
        purpose: "Purpose",
        purpose_placeholder: "What were the data collected for?",
        consent: "Legal basis",
        consent_placeholder: "Consent, contract, legitimate interest …",
        not_stated: "not stated yet",
        facts_hint: "Optional. It tells anyone who asks about the figures later where they come from and whether they may be used like this.",
        import_again: "Import again …",
        remove_data: "Remove data",
        delete: "Delete source",
        data_removed: |title| format!("Data of “{title}” removed."),
        steps: "Steps of the import",
        step_names: ["Read", "Match columns", "Check and import"],
        reading_title: |file| format!("Reading “{file}”"),
        counting_title: |file| format!("Checking “{file}”"),
        progress: |rows, read, total| format!("{rows} rows · {read} of {total} MB"),
        progress_label: "Progress",
        reading_hint: "You can go on working in the meantime. Your plan only changes once you import the data.",
        cancelled: "Cancelled. Your plan is unchanged.",
        cancel: "Cancel",
        back: "Back",
        retry: "Try again",
        other_file: "Choose another file",
        next_file: "Go on with the next file",
        failed_title: |file| format!("“{file}” was not imported"),
        unchanged: "Your plan is unchanged.",
        not_started: |reason| {
            format!("The part of the app that reads files did not start ({reason}). Please reload the page and try again.")
        },
        died: "Reading broke off, probably because memory ran out. Close other tabs, or split the file and import its parts one after the other.",
        roles_title: "What is what?",
        format_line: |file, tool, written, headers, rows, columns| {
            let headers = if headers == 1 { "1 header row".to_owned() } else { format!("{headers} header rows") };
            let (rows, columns) = (counted_rows(rows), counted_columns(columns));
            format!("{file} · {tool} · {written} · {headers} · {rows} · {columns}")
        },
        text_format: |encoding, delimiter| format!("{encoding} · separated by {delimiter}"),
        sheet_format: |name| format!("sheet “{name}”"),
        kept_from: |title| format!("The roles are those of the last import of “{title}”."),
        other_header: |title| {
            format!("The file has different columns from the last one of “{title}”. Please look through the roles.")
        },
        columns: "Columns",
        column: "Column",
        column_no: |number| format!("Column {number}"),
        samples: "Samples",
        role: "Becomes",
        reason: "Suggestion",
        role_of: |column| format!("What is “{column}”?"),
        role_date: "Date of the answer",
        role_score: "Answer on a scale",
        role_segment: "Segment",
        role_comment: "Comment (as a voice)",
        role_comment_hint: "Each comment becomes a voice of the plan; the sentiment follows the NPS of its row. E-mail addresses and long numbers are taken out, names aren’t: make sure that you may store this.",
        role_leaving: "Reason for leaving",
        leaving_hint: "Each row is a lost customer. They are counted by reason and month; the win-back planner turns them into groups.",
        role_id: "Respondent’s ID",
        role_id_hint: "Only to find duplicates; it is not stored.",
        role_ignore: "leave out",
        guessed: |role, reason| format!("{role}: {reason}"),
        personal: "personal data",
        personal_warning: "These values seem to be personal data and would then be in the plan.",
        date_order: "Order",
        ambiguous_date: "The file does not tell the order. Please choose.",
        date_read: |cell, day| format!("“{cell}” is {day}."),
        date_unread: |cell| format!("“{cell}” isn’t a date in this order."),
        kpi: "KPI",
        new_kpi: "New KPI",
        kpi_name: "Name of the KPI",
        dimension: "Dimension",
        new_dimension: "New dimension",
        dimension_name: "Name of the dimension",
        name_missing: "Please enter a name.",
        more_columns: |n| if n == 1 { "Show 1 more column".to_owned() } else { format!("Show {n} more columns") },
        with_unfinished: "Also count answers that were not finished",
        preview: "The first rows",
        preview_note: "Faint columns are left out.",
        line: "Line",
        row_left_out: |reason| format!("does not count: {reason}"),
        check: "Check",
        ready_to_check: "Everything needed has its role.",
        found: |rows, columns| {
            format!("{} and {} read. Please check what the columns are.", counted_rows(rows), counted_columns(columns))
        },
        result_title: "What comes out",
        result_said: |accepted, rejected, left_out| {
            format!("{} will be accepted, {rejected} rejected, {left_out} left out.", counted_rows(accepted))
        },
        accepted: "accepted",
        rejected: "rejected",
        left_out: "left out",
        period: "Period",
        nothing_accepted: "No row can be accepted. Please go back and check the roles.",
        no_scores: "No row has an answer for this KPI.",
        groups: |promoters, passives, detractors| {
            let some = |n: &str, one: &str| if n == "1" { format!("1 {one}") } else { format!("{n} {one}s") };
            format!("{} · {} · {}", some(promoters, "promoter"), some(passives, "passive"), some(detractors, "detractor"))
        },
        discrepancies: |n| match n {
            1 => "In 1 period the customer counts don’t add up:".to_owned(),
            n => format!("In {n} periods the customer counts don’t add up:"),
        },
        more_periods: |n| if n == 1 { "and 1 more period".to_owned() } else { format!("and {n} more periods") },
        issues: "Problems by reason",
        no_issues: "No problems found.",
        count: "Number",
        issue_rows: "Only rows with problems",
        issues_kept: |kept, all| format!("the first {kept} of {all}"),
        issue_filter: "Reason",
        all_reasons: "All reasons",
        value: "Value",
        problem: "Problem",
        more_issues: |n| format!("Show {n} more"),
        download_rejected: |n| format!("Save rejected rows ({n})"),
        rejected_file: |stem| format!("{stem}-rejected.csv"),
        download_failed: "The file could not be saved.",
        destination: "Where should the data go?",
        as_new: "Create new source",
        replace_covered: |title| format!("Replace the days of this file in “{title}”"),
        replace_all: |title| format!("Replace all data of “{title}”"),
        replace_add: |title| format!("Add to “{title}”"),
        overlaps: |titles| {
            let titles = titles.iter().map(|title| format!("“{title}”")).collect::<Vec<_>>().join(", ");
            format!(
                "For the same time there are already data from {titles}. They will count together with those of this file, possibly twice."
            )
        },
        segments_cut: |months| {
            if months == 1 {
                "In one month that was only partly replaced, the older values by segment are gone.".to_owned()
            } else {
                format!("In {months} months that were only partly replaced, the older values by segment are gone.")
            }
        },
        reasons_cut: |months| {
            if months == 1 {
                "Reasons for leaving count by month: in one month that the file covers only in part, only its own are left."
                    .to_owned()
            } else {
                format!(
                    "Reasons for leaving count by month: in {months} months that the file covers only in part, only its own are left."
                )
            }
        },
        about: "About the source",
        import: "Import data",
        imported: |title, accepted| format!("“{title}” imported: {}.", counted_rows(accepted)),
        format: "Format of the file",
        format_encoding: "Character set",
        format_delimiter: "Delimiter",
        format_decimal: "Numbers",
        format_header_rows: "Header rows",
        format_sheet: "Sheet",
        automatic: |found| format!("Automatic ({found})"),
        automatic_mixed: "by column",
        header_rows: |n| match n {
            0 => "no header row".to_owned(),
            1 => "1 header row".to_owned(),
            n => format!("{n} header rows"),
        },
        rows_at_least: |rows| format!("more than {rows}"),
        ambiguous_number: |sample| {
            format!(
                "The file does not tell whether “{sample}” has thousands or decimals. Please choose above how numbers are written."
            )
        },
        score_kind: "Kind of answer",
        kind_nps: "Recommendation (NPS)",
        kind_csat: "Satisfaction (CSAT)",
        kind_ces: "Effort (CES)",
        scale: "Scale",
        scale_named: |low, high| format!("{low} to {high}"),
        direction: "Direction",
        direction_unsure: "The question doesn’t surely tell which end of the scale is the good one. Please choose or confirm the direction.",
        direction_right: "This direction is right",
        easy: |answer| format!("{answer} = easy"),
        best: |answer| format!("{answer} = very satisfied"),
        touchpoint: "Touchpoint",
        no_touchpoint: "none",
        new_touchpoint: "New touchpoint",
        touchpoint_name: "Name of the touchpoint",
        role_count: "Count",
        role_value: "Value of a KPI",
        role_money: "Amount of money",
        money_hint: "Is summed up by promoters, passives and detractors: it shows what a promoter is worth.",
        count_part: |part| match part {
            CountPart::CustomersAtStart => "Customers at start",
            CountPart::CustomersWon => "Customers won",
            CountPart::CustomersLost => "Customers lost",
            CountPart::CustomersAtEnd => "Customers at end",
            CountPart::Leads => "Leads",
            CountPart::Visits => "Visits",
            CountPart::Orders => "Orders",
            CountPart::Offers => "Offers",
            CountPart::Impressions => "Impressions",
            CountPart::Clicks => "Clicks",
            CountPart::Contacts => "Contacts",
            CountPart::SolvedAtOnce => "Solved in the first contact",
            CountPart::Complaints => "Complaints",
            CountPart::Returns => "Returns",
            CountPart::Addressed => "Former customers addressed",
            CountPart::WonBack => "Customers won back",
        },
        counts_what: "Counts",
        amount_kind: "Values",
        amount: |amount| {
            let together = match amount.together {
                Together::Sum => "sum",
                Together::Mean => "mean",
                Together::Last => "last value",
            };
            let unit = match &amount.unit {
                AmountUnit::Number => "numbers",
                AmountUnit::Money => "money",
                AmountUnit::Minutes => "minutes",
                AmountUnit::Percent => "per cent",
                AmountUnit::Own(unit) => unit,
            };
            format!("{unit}, {together}")
        },
        count_kpis: "KPIs from the counts",
        count_kpis_hint: "These KPIs can be computed from the counted columns. You can change their definitions later.",
        drivers: "Drivers",
        drivers_hint: |overall| {
            format!(
                "To tell what drives “{overall}” most, these answers are counted together. Only answers in which all of them are filled in count."
            )
        },
        driver_costs: |filled, all| format!("only {filled} of {all} filled in"),
        drivers_few: "Drivers need at least two questions.",
        month: "Month of all answers",
        month_hint: "The file has no dates. Which month do its answers belong to?",
        remaining: |seconds| match seconds {
            0..=1 => "almost done".to_owned(),
            2..=89 => format!("about {seconds} seconds left"),
            seconds => format!("about {} minutes left", (seconds + 30) / 60),
        },
        summed_to: |span| {
            let span = match span {
                Resolution::Week => "weeks",
                Resolution::Quarter => "quarters",
                Resolution::Year => "years",
                _ => "months",
            };
            format!("There are very many days; to keep the plan manageable, they were summed up to {span}.")
        },
        periods: |n| if n == 1 { "1 period".to_owned() } else { format!("{n} periods") },
        mean_of_periods: |n| if n == 1 { "1 period".to_owned() } else { format!("mean per period, of {n}") },
        drivers_found: |n| format!("Drivers: {n} complete answers"),
        money_found: |column, n| format!("“{column}”: {n} amounts by promoters, passives and detractors"),
        comments_found: |n, left_out| match left_out {
            None => format!("Comments: {n} become voices"),
            Some(left_out) => format!("Comments: the first {n} become voices, {left_out} more are left out"),
        },
        voices_made: |n| match n {
            "1" => "1 comment is now a voice.".to_owned(),
            n => format!("{n} comments are now voices."),
        },
        lost_found: |customers, reasons| {
            let customers = if customers == 1 { "lost customer" } else { "lost customers" };
            match reasons {
                0 => "No row has a reason that counts.".to_owned(),
                1 => format!("{customers}, 1 reason"),
                n => format!("{customers}, {n} reasons"),
            }
        },
        reason_found: |reason, n| format!("{reason}: {n}"),
        more_reasons: |n| format!("and {n} more"),
    },
};
