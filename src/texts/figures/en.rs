//! English words about figures.

use super::Figures;
use crate::figures::{
    control::{NoLimits, Rule},
    typed::TypedColumn,
};
use crate::plan::{
    Amount, AmountUnit, Better, Ces, CesFigure, Clv, ClvConvention, Csat, CsatFigure, CustomerFigure, KpiKind, Rate, Resolution,
    ScaleEnd, Together,
};
use crate::texts::format;

/// English.
pub const FIGURES: Figures = Figures {
    kind,
    short,
    formula,
    interval_method,
    interval_help,
    better: |better| match better {
        Better::Higher => "more is better",
        Better::Lower => "less is better",
    },
    grain,
    typed_column,
    month_names: &["Month", "Period", "Date"],
    by: |short, length| format!("{short} by {}", grain(length).to_lowercase()),
    higher_since: |short, period| format!("{short} has been higher since {period}"),
    lower_since: |short, period| format!("{short} has been lower since {period}"),
    band: |grain, window, interval| {
        let values = match grain {
            Resolution::Day => "Daily values",
            Resolution::Week => "Weekly values",
            Resolution::Month => "Monthly values",
            Resolution::Quarter => "Quarterly values",
            Resolution::Year => "Yearly values",
        };
        let values =
            if window > 1 { format!("{window} periods together ({})", values.to_lowercase()) } else { values.to_owned() };
        if interval { format!("{values} with 95% band") } else { values }
    },
    without_earlier: |what, first, earlier| match earlier {
        1 => format!("{what}, from {first}; 1 earlier one shows in longer periods"),
        earlier => format!("{what}, from {first}; {earlier} earlier ones show in longer periods"),
    },
    by_group: |short| format!("{short} by group"),
    kind_group_feedback: "What customers say",
    kind_group_customers: "Customer base",
    kind_group_rates: "Rates",
    kind_group_value: "Customer value",
    kind_group_own: "Own",
    figure_field: "Shown as",
    scale_field: "Scale",
    satisfied_from_field: "Satisfied from",
    easy_field: "Easy is",
    easy_high: "the highest",
    easy_low: "the lowest",
    best_field: "Best is",
    best_high: "the highest",
    best_low: "the lowest",
    numerator_field: "What is counted",
    denominator_field: "Of what",
    unit_field: "Unit",
    unit: |unit| match unit {
        AmountUnit::Number => "number",
        AmountUnit::Money => "money",
        AmountUnit::Minutes => "minutes",
        AmountUnit::Percent => "per cent",
        AmountUnit::Own(_) => "own",
    },
    own_unit_field: "Name of the unit",
    together_field: "Several periods together",
    convention,
    better_field: "Direction",
    warning_field: "Warning limit",
    warning_none: "none",
    past_limit: |limit| format!("Past the warning limit of {limit}"),
    redefined: |month| {
        format!(
            "Defined differently since {month}: typed values before that follow the earlier definition; compare them with care. \
             Imported answers are computed by the new one throughout."
        )
    },
    redefinition_mark: "redefined",
    recomputed: "The imported data are computed by the new definition, from the first period on.",
    aims_gone: "Targets and warning limit were of the earlier definition and are gone.",
    new_kpi: "New KPI",
    group_field: "Group",
    all_groups: "All",
    window_field: "Rolling",
    window_one: "single",
    window: |count| format!("{count} periods"),
    limits_toggle: "Control limits",
    signals_title: "What stands out",
    signal: |rule, from, to| {
        let when = if from == to { from.to_owned() } else { format!("{from} to {to}") };
        match rule {
            Rule::Beyond => format!("{when}: beyond the control limits"),
            Rule::OneSide => format!("{when}: nine values or more on the same side of the middle"),
            Rule::Trend => format!("{when}: six values or more steadily rising or falling"),
            Rule::Alternating => format!("{when}: fourteen values or more going up and down in turn"),
        }
    },
    no_signals: "No rule is broken: no value lies beyond the limits, and no run of values stands out.",
    no_limits: |why| match why {
        NoLimits::TooFew { points } => format!("Control limits need at least 6 values (here: {points})."),
        NoLimits::NoSpread => "Without variation there are no control limits.".to_owned(),
    },
    no_limits_rolling: "Rolling values have no control limits: neighbours share answers and swing less for that. Choose “single” \
                        for control limits.",
    measure_begins: |title| format!("{title} begins"),
    mean_of_scores: |mean, deviation, low, high| {
        format!("Mean {mean}, standard deviation {deviation}, t interval {low} to {high}")
    },
    save_csv: "Save as CSV file",
    save_workbook: "Save as Excel file",
    compare_title: "Comparison",
    compare_note: "two periods, or two groups of the same dimension",
    compare_first: "From",
    compare_second: "to",
    compare_result: |first, second, delta, interval, p| format!("From {first} to {second}: {delta} ({interval}; {p})."),
    compare_untested: |first, second, delta| {
        format!("From {first} to {second}: {delta}. Without the number of answers, nobody can tell whether that is noise.")
    },
    compare_sure: "That is more than noise.",
    compare_unsure: "That may be noise.",
    group_tests: |dimension| format!("Differences by {dimension}"),
    group_test: |first, second, delta, p, sure| {
        let verdict = if sure { "more than noise" } else { "may be noise" };
        format!("{first} against {second}: {delta} ({p}), {verdict}")
    },
    group_changes: |since| format!("For whom it has changed: since {since} against before"),
    group_change: |name, delta, p, sure| {
        let verdict = if sure { "more than noise" } else { "may be noise" };
        format!("{name}: {delta} ({p}), {verdict}")
    },
    holm_note: |count| format!("p is corrected for {count} comparisons at once (Holm)."),
    worth_title: "What a promoter is worth",
    worth_note: |title, span| match title {
        "" => format!("amounts by answer, {span}"),
        title => format!("“{title}” by answer, {span}"),
    },
    worth_mean: "Mean",
    worth_difference: |more, size, interval, p| {
        let way = if more { "more" } else { "less" };
        format!("On average a promoter brings {size} {way} than a detractor ({interval}; {p}).")
    },
    worth_untested: "Promoters and detractors can’t be compared here: of one side there are too few amounts, or they don’t differ.",
    verdict_shift: |up, size, since, n, p| {
        let way = if up { "higher" } else { "lower" };
        let sure =
            n.map_or_else(|| "That is more than noise".to_owned(), |n| format!("With {n} answers, that is more than noise"));
        format!("Since {since}, the value has been {size} {way} than before. {sure} ({p}).")
    },
    verdict_periods: |up, size, before, p| {
        let way = if up { "higher" } else { "lower" };
        format!("The value is {size} {way} than before ({before}; {p}). The next periods will show whether it stays so.")
    },
    verdict_noise: |size, before, p| format!("The difference of {size} from the period before ({before}) may be noise ({p})."),
    verdict_untested: |up, size, before| {
        let way = if up { "higher" } else { "lower" };
        format!(
            "The value is {size} {way} than before ({before}). Without the number of answers, nobody can tell whether that is \
             noise; control limits show what is more than the usual variation."
        )
    },
    untested: "Not tested",
    answers_needed: |reach, n| format!("An interval of ±{reach} points would need about {n} answers in each period."),
    origin: |formula, when, basis, sources, interval| {
        format!(
            "{formula}\n{basis}\nPeriod: {when}\nSource: {sources}\nInterval: {interval}. Below 30 answers a value counts as uncertain."
        )
    },
    basis_groups: |first, last, n| format!("({first} − {last}) ÷ {n} × 100"),
    basis_share: |hits, n| format!("{hits} of {n}"),
    basis_mean: |n| format!("mean of {n} answers"),
    basis_customers: |start, won, lost, end| format!("at the start {start}, won {won}, lost {lost}, at the end {end}"),
    basis_reported: "a reported value, not computed from single ones",
    origin_shift: "Value since the change minus value before. The last twelve periods are searched; p is corrected for the number of \
                   places looked at (Bonferroni). For the NPS, interval and p rest on the adjusted values (adjusted Wald), for \
                   shares on the z test and Newcombe’s interval, for means on Welch’s test.",
    origin_difference: "Value of the last period minus value of the period before. For the NPS, interval and p rest on the adjusted \
                        values (adjusted Wald), for shares on the z test and Newcombe’s interval, for means on Welch’s test. Below \
                        p = 0.05 a difference counts as more than noise.",
    discrepancy: |month, by| format!("{month}: start + won − lost doesn’t give the end (off by {by})."),
};

fn grain(grain: Resolution) -> &'static str {
    match grain {
        Resolution::Day => "Day",
        Resolution::Week => "Week",
        Resolution::Month => "Month",
        Resolution::Quarter => "Quarter",
        Resolution::Year => "Year",
    }
}

fn kind(kind: &KpiKind) -> String {
    match kind {
        KpiKind::Nps => "Recommendation (NPS)".to_owned(),
        KpiKind::Csat(_) => "Satisfaction (CSAT)".to_owned(),
        KpiKind::Ces(_) => "Customer effort (CES)".to_owned(),
        KpiKind::Clv(_) => "Customer lifetime value (CLV)".to_owned(),
        KpiKind::Amount(_) => "Own number".to_owned(),
        KpiKind::Rate(Rate::Own { .. }) => "Own share".to_owned(),
        other => short(other),
    }
}

fn short(kind: &KpiKind) -> String {
    match kind {
        KpiKind::Nps => "NPS",
        KpiKind::Csat(_) => "CSAT",
        KpiKind::Ces(_) => "CES",
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
        },
        KpiKind::Customers(figure) => match figure {
            CustomerFigure::Churn => "Churn rate",
            CustomerFigure::ChurnOfAverage => "Churn rate (average base)",
            CustomerFigure::Retention => "Retention rate",
            CustomerFigure::LostPerWon => "Ratio of lost to newly won",
            CustomerFigure::WonPerStart => "New-customer rate",
            CustomerFigure::Growth => "Growth of the base",
        },
        KpiKind::Clv(_) => "Customer value",
        KpiKind::Amount(_) => "Value",
        KpiKind::Other(_) => "unknown kind",
    }
    .to_owned()
}

/// What is divided by what.
fn parts(rate: &Rate) -> (String, String) {
    let (numerator, denominator) = match rate {
        Rate::Acquisition => ("customers won", "contacts or leads"),
        Rate::Conversion => ("orders", "visits"),
        Rate::Closing => ("orders", "offers"),
        Rate::ClickThrough => ("clicks", "impressions"),
        Rate::FirstContactResolution => ("contacts solved at once", "contacts"),
        Rate::ComplaintsPerCustomer => ("complaints", "customers"),
        Rate::ComplaintsPerOrder => ("complaints", "orders"),
        Rate::Returns => ("returns", "orders"),
        Rate::RepeatPurchase => ("customers with two orders or more", "customers"),
        Rate::Referral => ("customers won by recommendation", "customers won"),
        Rate::WinBack => ("customers won back", "customers addressed"),
        Rate::PositiveMentions => ("positive mentions", "all mentions"),
        Rate::Own { numerator, denominator } => return (numerator.clone(), denominator.clone()),
    };
    (numerator.to_owned(), denominator.to_owned())
}

fn formula(kind: &KpiKind) -> String {
    match kind {
        KpiKind::Nps => "Share of 9–10 minus share of 0–6, question about recommending 0–10".to_owned(),
        KpiKind::Csat(csat) => csat_formula(*csat),
        KpiKind::Ces(ces) => ces_formula(*ces),
        KpiKind::Rate(rate) => {
            let (numerator, denominator) = parts(rate);
            let or = |text: String, missing: &str| if text.is_empty() { missing.to_owned() } else { text };
            format!("{} ÷ {}", or(numerator, "numerator"), or(denominator, "denominator"))
        }
        KpiKind::Customers(figure) => match figure {
            CustomerFigure::Churn => "customers lost ÷ customers at the start",
            CustomerFigure::ChurnOfAverage => "customers lost ÷ mean of customers at the start and at the end",
            CustomerFigure::Retention => "(customers at the end − won) ÷ customers at the start",
            CustomerFigure::LostPerWon => "customers lost ÷ customers won; not a churn rate, can exceed 100%",
            CustomerFigure::WonPerStart => "customers won ÷ customers at the start",
            CustomerFigure::Growth => "(customers at the end − at the start) ÷ customers at the start",
        }
        .to_owned(),
        KpiKind::Clv(Clv { convention: way, .. }) => convention(*way),
        KpiKind::Amount(Amount { together, .. }) => match together {
            Together::Sum => "sum of the period",
            Together::Mean => "mean of the period",
            Together::Last => "last value of the period",
        }
        .to_owned(),
        KpiKind::Other(_) => "This version of Reiseplan doesn’t know this kind.".to_owned(),
    }
}

fn csat_formula(csat: Csat) -> String {
    let (low, high) = (csat.scale().low(), csat.scale().high());
    match (csat.figure(), csat.best()) {
        (CsatFigure::Mean, _) => format!("Mean of the answers on a scale of {low}–{high}"),
        (CsatFigure::Satisfied, ScaleEnd::High) => {
            format!("Share of answers {}–{high} on a scale of {low}–{high}", csat.satisfied_from())
        }
        (CsatFigure::Satisfied, ScaleEnd::Low) => {
            format!("Share of answers {low}–{} on a scale of {low}–{high}", csat.satisfied_from())
        }
    }
}

fn ces_formula(ces: Ces) -> String {
    let (low, high) = (ces.scale.low(), ces.scale.high());
    let easy = if ces.easy == ScaleEnd::High { high } else { low };
    let best = |count: u8| match ces.easy {
        ScaleEnd::High => format!("{}–{high}", high + 1 - count.min(high)),
        ScaleEnd::Low => format!("{low}–{}", low + count - 1),
    };
    let hard = if high - low + 1 < 7 { 2 } else { 3 };
    let worst = match ces.easy {
        ScaleEnd::High => format!("{low}–{}", low + hard - 1),
        ScaleEnd::Low => format!("{}–{high}", high + 1 - hard),
    };
    let what = match ces.figure {
        CesFigure::Mean => "Mean of the answers".to_owned(),
        CesFigure::Index => format!("Share of {} minus share of {worst}", best(2)),
        CesFigure::TopThree => format!("Share of answers {}", best(3)),
        CesFigure::TopTwo => format!("Share of answers {}", best(2)),
    };
    format!("{what} on a scale of {low}–{high} ({easy} = easy)")
}

fn convention(convention: ClvConvention) -> String {
    match convention {
        ClvConvention::EndOfPeriod => "m·r ÷ (1 + i − r): first margin after one period".to_owned(),
        ClvConvention::StartOfPeriod => "m·(1 + i) ÷ (1 + i − r): first margin at once".to_owned(),
        ClvConvention::Simple => "m ÷ churn, not discounted".to_owned(),
        ClvConvention::HorizonEndOfPeriod(periods) => format!("sum over {periods} periods, margin at the end"),
        ClvConvention::HorizonStartOfPeriod(periods) => format!("sum over {periods} periods, margin at the start"),
    }
}

fn interval_method(kind: &KpiKind) -> &'static str {
    match kind {
        KpiKind::Nps => "Adjusted Wald, 95%",
        KpiKind::Csat(csat) if csat.figure() == CsatFigure::Mean => "t interval, 95%",
        KpiKind::Ces(ces) if ces.figure == CesFigure::Mean => "t interval, 95%",
        KpiKind::Ces(ces) if ces.figure == CesFigure::Index => "Adjusted Wald, 95%",
        KpiKind::Csat(_) | KpiKind::Ces(_) | KpiKind::Rate(_) => "Wilson, 95%",
        KpiKind::Customers(CustomerFigure::Churn | CustomerFigure::Retention) => "Wilson, 95%",
        KpiKind::Amount(amount) if amount.together == Together::Mean => "t interval, 95%",
        _ => "none",
    }
}

fn interval_help(kind: &KpiKind) -> &'static str {
    match interval_method(kind).chars().next() {
        Some('A') => {
            "¾ of an answer is added at either end, and 3 to n. From these the Wald interval is computed and cut to ±100 (Rocks \
             2016). In 95 of 100 such surveys it holds the true value."
        }
        Some('W') => {
            "Wilson’s interval of a share (1927). It stays between 0 and 100% and holds for few answers, too. In 95 of 100 such \
             surveys it holds the true value."
        }
        Some('t') => "Mean ± t · standard deviation ÷ √n. In 95 of 100 such surveys it holds the true value.",
        _ => "Without single values, nobody can tell how precise this figure is.",
    }
}

fn typed_column(kind: &KpiKind, column: TypedColumn) -> Vec<String> {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    match (column, kind) {
        (TypedColumn::Promoters, _) => texts(&["Promoters", "Promoter"]),
        (TypedColumn::Passives, _) => texts(&["Passives", "Neutrals"]),
        (TypedColumn::Detractors, _) => texts(&["Detractors", "Detractor"]),
        (TypedColumn::Score(score), _) => vec![score.to_string()],
        (TypedColumn::Numerator, KpiKind::Rate(rate)) if !parts(rate).0.is_empty() => {
            vec![format::capital(&parts(rate).0), "Numerator".to_owned()]
        }
        (TypedColumn::Denominator, KpiKind::Rate(rate)) if !parts(rate).1.is_empty() => {
            vec![format::capital(&parts(rate).1), "Denominator".to_owned()]
        }
        (TypedColumn::Numerator, _) => texts(&["Numerator"]),
        (TypedColumn::Denominator, _) => texts(&["Denominator"]),
        (TypedColumn::Start, _) => texts(&["Start", "Customers at start"]),
        (TypedColumn::Won, _) => texts(&["Won", "New customers"]),
        (TypedColumn::Lost, _) => texts(&["Lost", "Lost customers"]),
        (TypedColumn::End, _) => texts(&["End", "Customers at end"]),
        (TypedColumn::Value, KpiKind::Amount(_)) => texts(&["Value"]),
        (TypedColumn::Value, _) => texts(&["Reported value", "Value"]),
        (TypedColumn::N, _) => texts(&["n", "Answers", "Cases"]),
    }
}
