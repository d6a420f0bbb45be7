//! Answers that are typed or pasted in, month by month.

use super::shown::{ShownKpi, interval, points};
use crate::ui::{
    components::{Button, ButtonKind, Dialog, GridColumn, GridRow, Menu, MenuItem, SectionHead, TextArea, ValueGrid, icons},
    platform::{clipboard, clock},
    workspace::{use_texts, use_workspace},
};
use leptos::{prelude::*, task::spawn_local};
use reiseplan::{
    editor::{Label, Noun, Verb},
    figures::{nps::Answers, paste::parse_answers_table},
    plan::{Kpi, Month, TypedAnswers, TypedValue},
    texts::{Language, Texts, format},
};

/// Most faults of a pasted table that are listed.
const LISTED_FAULTS: usize = 8;

/// A month that is yet to be filled.
pub const NO_ANSWERS: TypedAnswers = TypedAnswers { promoters: 0, passives: 0, detractors: 0 };

/// What came of a paste.
#[derive(Clone, Default, PartialEq)]
struct Outcome {
    text: String,
    faults: Vec<String>,
}

/// The grid of typed answers.
#[component]
pub fn TypedData(shown: ShownKpi, wanted: RwSignal<Option<(String, usize)>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.kpis;
    let rows = Memo::new(move |_| shown.kpi.with(|kpi| kpi.as_ref().map(|kpi| grid_rows(kpi, texts)).unwrap_or_default()));
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let outcome = RwSignal::new(Outcome::default());
    let dialog_open = RwSignal::new(false);

    let commit = move |((key, column), text): ((String, usize), String)| {
        let count = read_count(texts.language, &text).ok_or_else(|| words.count_wanted.to_owned())?;
        if let Some(month) = Month::parse(&key) {
            shown.change(Label::new(Verb::Change, Noun::KpiData), |kpi| set(kpi, month, column, count));
        }
        Ok(())
    };
    let take = move |text: String| outcome.set(take_table(shown, texts, &text));
    let paste = move |((key, column), text): ((String, usize), String)| match (
        Month::parse(&key),
        read_block(texts.language, &text, column),
    ) {
        (Some(from), Some(lines)) => {
            let cells = lines.iter().map(Vec::len).sum();
            shown.change(Label::new(Verb::Paste, Noun::KpiData), |kpi| put_block(kpi, from, column, &lines));
            outcome.set(Outcome { text: (words.pasted_cells)(cells), faults: Vec::new() });
        }
        _ => take(text),
    };
    let remove = move |key: String| {
        let Some(month) = Month::parse(&key) else { return };
        shown.change(Label::new(Verb::Remove, Noun::KpiData), |kpi| _ = kpi.typed.remove(&month));
        workspace.tell_undoable((words.month_removed)(&format::month(texts.language, month)));
    };
    let copy = move || {
        let text = as_table(&rows.get_untracked(), texts);
        spawn_local(async move {
            let copied = clipboard::write(&text).await;
            let said = copied.map_or_else(|error| (words.copy_failed)(&error), |()| words.copied.to_owned());
            outcome.try_set(Outcome { text: said, faults: Vec::new() });
        });
    };
    let items = Signal::derive(move || {
        let mut items = vec![
            MenuItem::new(words.paste_table, move || dialog_open.set(true)).icon(icons::LuClipboardCheck),
            MenuItem::new(words.copy_table, copy).icon(icons::LuCopy).disabled(is_empty.get()),
        ];
        if !is_empty.get() {
            items.push(MenuItem::new(words.add_earlier, move || add_month(shown, wanted, false)).icon(icons::LuPlus));
        }
        items
    });
    let column = |title: &str, editable| GridColumn { title: title.to_owned(), editable };
    let columns = move || {
        vec![
            column(words.promoters_column, true),
            column(words.passives_column, true),
            column(words.detractors_column, true),
            column("n", false),
            column(texts.charts.nps, false),
            column(words.interval_column, false),
        ]
    };
    let grid = move || {
        if is_empty.get() {
            return view! { <p class="kpi-none">{words.no_typed}</p> }.into_any();
        }
        view! {
            <ValueGrid
                label=words.typed
                head=(texts.charts.grain)(reiseplan::figures::period::Grain::Month)
                columns=columns()
                rows
                on_commit=commit
                on_paste=paste
                remove_label=move |month: String| (words.remove_month)(&month)
                on_remove=remove
                wanted
            />
            <p class="kpi-hint">{words.typed_hint}</p>
        }
        .into_any()
    };
    view! {
        <section class="kpi-data">
            <SectionHead title=words.typed note=words.typed_note ruled=true>
                <Button kind=ButtonKind::Link label=words.add_month on_press=move |()| add_month(shown, wanted, true) />
                <Menu small=true icon_only=true icon=icons::LuEllipsis label=words.more_data items />
            </SectionHead>
            {grid}
            <OutcomeView outcome />
            <PasteDialog open=dialog_open on_take=take />
        </section>
    }
}

#[component]
fn OutcomeView(outcome: RwSignal<Outcome>) -> impl IntoView {
    let words = &use_texts().kpis;
    view! {
        <div role="status">
            {move || {
                let Outcome { text, faults } = outcome.get();
                let more = faults.len().saturating_sub(LISTED_FAULTS);
                (!text.is_empty()).then(|| view! {
                    <p class="kpi-outcome">{text}</p>
                    <ul class="kpi-faults">
                        {faults.into_iter().take(LISTED_FAULTS).map(|fault| view! { <li>{fault}</li> }).collect_view()}
                        {(more > 0).then(|| view! { <li>{(words.more_faults)(more)}</li> })}
                    </ul>
                })
            }}
        </div>
    }
}

#[component]
fn PasteDialog(open: RwSignal<bool>, #[prop(into)] on_take: Callback<String>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.kpis;
    let draft = RwSignal::new(String::new());
    let take = move |()| {
        open.set(false);
        on_take.run(draft.get_untracked());
        draft.set(String::new());
    };
    view! {
        <Dialog open title=words.paste_table close_label=texts.shell.close>
            <TextArea label=words.paste_field hint=words.paste_hint value=draft on_commit=move |text| draft.set(text) rows=8 />
            <div class="dialog-actions">
                <Button label=texts.shell.cancel on_press=move |()| open.set(false) />
                <Button kind=ButtonKind::Primary label=words.paste_take on_press=take />
            </div>
        </Dialog>
    }
}

/// Adds the month after the last one, or before the first; the first of all is the last whole month.
pub fn add_month(shown: ShownKpi, wanted: RwSignal<Option<(String, usize)>>, next: bool) {
    let month = shown.kpi.with_untracked(|kpi| {
        let typed = &kpi.as_ref()?.typed;
        if next { typed.keys().next_back().map(|last| last.plus(1)) } else { typed.keys().next().map(|first| first.plus(-1)) }
    });
    let month = month.unwrap_or_else(last_whole_month);
    shown.change(Label::new(Verb::Add, Noun::KpiData), |kpi| _ = kpi.typed.entry(month).or_insert(NO_ANSWERS.into()));
    // A request for the cell that was asked for last is one again.
    wanted.set(None);
    wanted.set(Some((month.to_string(), 1)));
}

/// The month before this one.
pub fn last_whole_month() -> Month {
    clock::today().month().plus(-1)
}

fn set(kpi: &mut Kpi, month: Month, column: usize, count: u32) {
    let Some(TypedValue::Answers(answers)) = kpi.typed.get_mut(&month) else { return };
    match column {
        1 => answers.promoters = count,
        2 => answers.passives = count,
        3 => answers.detractors = count,
        _ => {}
    }
}

fn grid_rows(kpi: &Kpi, texts: &Texts) -> Vec<GridRow> {
    let row = |(month, typed): (&Month, &TypedValue)| {
        let TypedValue::Answers(typed) = typed else { return None };
        let answers = Answers::from(*typed);
        let nps = answers.nps();
        let count = |count: u64| format::count(texts.language, count);
        let sure = |nps: &reiseplan::figures::nps::Nps| {
            let unsure = if nps.is_unsure() { format!(" · {}", texts.kpis.unsure) } else { String::new() };
            format!("{}{unsure}", interval(texts, nps.interval))
        };
        let cells = vec![
            count(answers.promoters),
            count(answers.passives),
            count(answers.detractors),
            count(answers.n()),
            nps.map_or_else(|| "–".to_owned(), |nps| points(texts, nps.value)),
            nps.as_ref().map_or_else(|| "–".to_owned(), sure),
        ];
        Some(GridRow { key: month.to_string(), head: format::month(texts.language, *month), cells })
    };
    kpi.typed.iter().filter_map(row).collect()
}

/// A number of answers as it is typed; nothing is 0.
fn read_count(language: Language, text: &str) -> Option<u32> {
    if text.trim().is_empty() {
        return Some(0);
    }
    let value = format::parse_number(language, text)?;
    (value >= 0.0 && value <= f64::from(u32::MAX) && value.fract() == 0.0).then_some(value as u32)
}

/// Reads a text that holds nothing but numbers of answers, as copied from a part of a table, line by line. None if
/// something else stands in it or, from this column on, it goes beyond the counts.
fn read_block(language: Language, text: &str, column: usize) -> Option<Vec<Vec<u32>>> {
    let lines = text.trim_end_matches(['\r', '\n']).lines();
    let lines: Vec<Vec<u32>> =
        lines.map(|line| line.split('\t').map(|cell| read_count(language, cell)).collect()).collect::<Option<_>>()?;
    let fits = |line: &Vec<u32>| (1..=3).contains(&column) && column + line.len() <= 4;
    (!lines.is_empty() && lines.iter().all(fits)).then_some(lines)
}

/// Puts a block of counts in from a cell on; lines below the last month make new months.
fn put_block(kpi: &mut Kpi, from: Month, column: usize, lines: &[Vec<u32>]) {
    let mut month = from;
    for line in lines {
        kpi.typed.entry(month).or_insert(NO_ANSWERS.into());
        line.iter().enumerate().for_each(|(right, count)| set(kpi, month, column + right, *count));
        month = kpi.typed.keys().copied().find(|other| *other > month).unwrap_or_else(|| month.plus(1));
    }
}

/// Takes a pasted table in, in one step, and tells what didn't fit.
fn take_table(shown: ShownKpi, texts: &Texts, text: &str) -> Outcome {
    let words = &texts.kpis;
    let (rows, issues) = parse_answers_table(texts.language, text);
    let faults = issues.iter().map(|issue| (words.paste_issue)(issue.line, issue.column, &issue.value, issue.reason)).collect();
    if !rows.is_empty() {
        shown.change(Label::new(Verb::Paste, Noun::KpiData), |kpi| {
            kpi.typed.extend(rows.iter().map(|(month, answers)| (*month, (*answers).into())))
        });
    }
    Outcome { text: (words.pasted_months)(rows.len(), issues.len()), faults }
}

/// The grid as table text, with headings.
fn as_table(rows: &[GridRow], texts: &Texts) -> String {
    let words = &texts.kpis;
    let columns = &words.pasted_columns;
    let first = |names: &[&'static str]| names.first().copied().unwrap_or_default();
    let names = [&columns.month, &columns.promoters, &columns.passives, &columns.detractors];
    let head = names.map(|names| first(names)).into_iter().chain(["n", texts.charts.nps, words.interval_column]);
    let head = head.collect::<Vec<_>>().join("\t");
    let line = |row: &GridRow| {
        let cells = std::iter::once(row.head.as_str()).chain(row.cells.iter().map(String::as_str));
        cells.collect::<Vec<_>>().join("\t")
    };
    std::iter::once(head).chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n")
}
