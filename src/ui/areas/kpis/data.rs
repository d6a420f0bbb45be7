//! Answers that are typed or pasted in, month by month.

use super::shown::ShownKpi;
use crate::ui::{
    components::{Button, ButtonKind, Dialog, GridColumn, GridRow, Menu, MenuItem, SectionHead, TextArea, ValueGrid, icons},
    platform::{clipboard, clock},
    workspace::{use_texts, use_workspace},
};
use leptos::{prelude::*, task::spawn_local};
use reiseplan::texts::figures::interval;
use reiseplan::{
    charts::kpi::period_name,
    editor::{Label, Noun, Verb},
    figures::{
        customers::{Discrepancy, discrepancies},
        measured::Measured,
        typed::{self, PasteReason, TypedColumn, nothing, parse_table},
    },
    plan::{Kpi, KpiKind, Month, Resolution, TypedValue},
    texts::{Texts, figures::ValueStyle, format},
};

/// Most faults of a pasted table, and most periods with counts that don't agree, that are listed.
const LISTED_FAULTS: usize = 8;

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
    let kind = Memo::new(move |_| shown.kind().get());
    let rows = Memo::new(move |_| {
        let style = shown.style.get();
        shown.kpi.with(|kpi| kpi.as_ref().map(|kpi| grid_rows(kpi, &style, texts)).unwrap_or_default())
    });
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let outcome = RwSignal::new(Outcome::default());
    let dialog_open = RwSignal::new(false);

    let commit = move |((key, column), text): ((String, usize), String)| {
        let columns = typed::columns(&kind.get_untracked());
        let (Some(month), Some(column)) = (Month::parse(&key), columns.get(column.wrapping_sub(1)).copied()) else {
            return Ok(());
        };
        let number = typed::read(texts.language, column, &text).map_err(|reason| fault(reason, texts))?;
        shown.change(Label::new(Verb::Change, Noun::KpiData), |kpi| set(kpi, month, column, number));
        Ok(())
    };
    let take = move |text: String| outcome.set(take_table(shown, texts, &text));
    let paste = move |((key, column), text): ((String, usize), String)| {
        let columns = typed::columns(&kind.get_untracked());
        let columns = columns.get(column.wrapping_sub(1)..).unwrap_or_default();
        match (Month::parse(&key), typed::read_block(texts.language, &text, columns)) {
            (Some(from), Some(lines)) => {
                let cells = lines.iter().map(Vec::len).sum();
                shown.change(Label::new(Verb::Paste, Noun::KpiData), |kpi| put_block(kpi, from, columns, &lines));
                outcome.set(Outcome { text: (words.pasted_cells)(cells), faults: Vec::new() });
            }
            _ => take(text),
        }
    };
    let remove = move |key: String| {
        let Some(month) = Month::parse(&key) else { return };
        shown.change(Label::new(Verb::Remove, Noun::KpiData), |kpi| _ = kpi.typed.remove(&month));
        workspace.tell_undoable((words.month_removed)(&format::month(texts.language, month)));
    };
    let copy = move || {
        let text = as_table(&rows.get_untracked(), &kind.get_untracked(), texts);
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
    let columns = move |kind: &KpiKind| {
        let column = |title: String, editable| GridColumn { title, editable };
        let heading = |column: TypedColumn| (texts.figures.typed_column)(kind, column).into_iter().next().unwrap_or_default();
        let mut columns: Vec<GridColumn> = typed::columns(kind).into_iter().map(|typed| column(heading(typed), true)).collect();
        if !typed::count_columns(kind).is_empty() {
            columns.push(column((texts.figures.short)(kind), false));
            columns.push(column(words.interval_column.to_owned(), false));
        }
        columns
    };
    let grid = move || {
        if is_empty.get() {
            return view! { <p class="kpi-none">{words.no_typed}</p> }.into_any();
        }
        view! {
            <ValueGrid
                label=words.typed
                head=(texts.figures.grain)(Resolution::Month)
                columns=kind.with(columns)
                rows
                on_commit=commit
                on_paste=paste
                remove_label=move |month: String| (words.remove_month)(&month)
                on_remove=remove
                wanted
            />
            <p class="kpi-hint no-print">{words.typed_hint}</p>
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
            <Discrepancies shown />
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
    shown.change(Label::new(Verb::Add, Noun::KpiData), |kpi| _ = kpi.typed.entry(month).or_insert_with(|| nothing(&kpi.kind)));
    // A request for the cell that was asked for last is one again.
    wanted.set(None);
    wanted.set(Some((month.to_string(), 1)));
}

/// The month before this one.
pub fn last_whole_month() -> Month {
    clock::today().month().plus(-1)
}

fn set(kpi: &mut Kpi, month: Month, column: TypedColumn, number: Option<f64>) {
    let kind = kpi.kind.clone();
    typed::set(&kind, kpi.typed.entry(month).or_insert_with(|| nothing(&kind)), column, number);
}

fn grid_rows(kpi: &Kpi, style: &ValueStyle, texts: &Texts) -> Vec<GridRow> {
    let (columns, has_counts) = (typed::columns(&kpi.kind), !typed::count_columns(&kpi.kind).is_empty());
    let row = |(month, typed): (&Month, &TypedValue)| {
        let measured = Measured::of_typed(&kpi.kind, typed);
        let figure = measured.and_then(|measured| measured.figure());
        let write = |column: &TypedColumn| match (typed::cell(typed, *column), column) {
            (Some(value), TypedColumn::Value) => style.set(texts.language, value),
            (Some(count), _) => format::count(texts.language, count as u64),
            (None, TypedColumn::N) => {
                measured.and_then(|measured| measured.n()).map(|n| format::count(texts.language, n)).unwrap_or_default()
            }
            (None, _) => String::new(),
        };
        let mut cells: Vec<String> = columns.iter().map(write).collect();
        if has_counts {
            let sure = figure.map(|figure| {
                let ends = figure.interval.map_or_else(|| "–".to_owned(), |ends| interval(texts, style, ends));
                let unsure = if figure.is_unsure() { format!(" · {}", texts.kpis.unsure) } else { String::new() };
                format!("{ends}{unsure}")
            });
            cells.push(figure.map_or_else(|| "–".to_owned(), |figure| style.value(texts.language, figure.value)));
            cells.push(sure.unwrap_or_else(|| "–".to_owned()));
        }
        GridRow { key: month.to_string(), head: format::month(texts.language, *month), cells }
    };
    kpi.typed.iter().map(row).collect()
}

/// Periods in which the counts of customers don't agree with each other, typed or imported.
#[component]
fn Discrepancies(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let lines = shown.select(move |plan, kpi| {
        let found = plan.kpis.get(kpi).map(|kpi| discrepancies(plan, kpi)).unwrap_or_default();
        let line = |Discrepancy { period, by, source }: Discrepancy| {
            let source = source.and_then(|id| plan.sources.get(&id)).map(|source| source.title.as_str());
            let period = period_name(period, texts);
            let place = source.map_or_else(|| period.clone(), |source| format!("{period} ({source})"));
            (texts.figures.discrepancy)(&place, &format::signed(texts.language, by as f64, 0))
        };
        found.into_iter().map(line).collect::<Vec<_>>()
    });
    move || {
        let lines = lines.get();
        let more = lines.len().saturating_sub(LISTED_FAULTS);
        (!lines.is_empty()).then(|| {
            view! {
                <ul class="kpi-remarks">
                    {lines.into_iter().take(LISTED_FAULTS).map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}
                    {(more > 0).then(|| view! { <li>{(texts.kpis.more_faults)(more)}</li> })}
                </ul>
            }
        })
    }
}

/// What is wrong with what was typed.
fn fault(reason: PasteReason, texts: &Texts) -> String {
    let words = &texts.kpis;
    if reason == PasteReason::NotACount { words.count_wanted } else { words.number_wanted }.to_owned()
}

/// Puts a block of numbers in from a cell on; lines below the last month make new months.
fn put_block(kpi: &mut Kpi, from: Month, columns: &[TypedColumn], lines: &[Vec<Option<f64>>]) {
    let mut month = from;
    for line in lines {
        line.iter().zip(columns).for_each(|(number, column)| set(kpi, month, *column, *number));
        month = kpi.typed.keys().copied().find(|other| *other > month).unwrap_or_else(|| month.plus(1));
    }
}

/// Takes a pasted table in, in one step, and tells what didn't fit.
fn take_table(shown: ShownKpi, texts: &Texts, text: &str) -> Outcome {
    let words = &texts.kpis;
    let (rows, issues) = shown.kind().with_untracked(|kind| parse_table(texts.language, kind, text));
    let faults = issues.iter().map(|issue| (words.paste_issue)(issue.line, issue.column, &issue.value, issue.reason)).collect();
    if !rows.is_empty() {
        shown.change(Label::new(Verb::Paste, Noun::KpiData), |kpi| {
            kpi.typed.extend(rows.clone());
        });
    }
    Outcome { text: (words.pasted_months)(rows.len(), issues.len()), faults }
}

/// The grid as table text, with headings.
fn as_table(rows: &[GridRow], kind: &KpiKind, texts: &Texts) -> String {
    let words = &texts.figures;
    let names = typed::columns(kind).into_iter().filter_map(|column| (words.typed_column)(kind, column).into_iter().next());
    let count = typed::columns(kind).len();
    let head = std::iter::once((words.grain)(Resolution::Month).to_owned()).chain(names).collect::<Vec<_>>().join("\t");
    let line = |row: &GridRow| {
        let cells = std::iter::once(row.head.as_str()).chain(row.cells.iter().take(count).map(String::as_str));
        cells.collect::<Vec<_>>().join("\t")
    };
    std::iter::once(head).chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n")
}
