//! The measures as a table that is worked like a spreadsheet.

use super::{
    choices,
    details::{
        contradiction_word,
        fields::{is_about_end, is_about_start},
    },
    state::PageState,
};
use crate::ui::{
    components::{
        Button, CellEdit, Choices, DataCell, DataColumn, DataGrid, DataRow, EmptyState, GridSource, icons, next_order, with_first,
    },
    platform::{clock, page},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::{Contradiction, MeasureColumn, MeasureFault, MeasureFilter, column_sum, counted, own_contradictions},
    plan::{DepartmentId, Measure, MeasureId, Plan, SubPhaseId, TypedId},
    route::Area,
    sheet::{is_numeric, is_written, measure_cell, paste_measures, set_department, set_sub_phase, write_measure_cell},
    texts::{Texts, format},
};

/// The columns with their widths: those that one reads first fit beside the sidebar.
const COLUMNS: [(MeasureColumn, f64); 18] = [
    (MeasureColumn::Title, 232.0),
    (MeasureColumn::Status, 84.0),
    (MeasureColumn::SubPhase, 112.0),
    (MeasureColumn::Department, 104.0),
    (MeasureColumn::Owner, 140.0),
    (MeasureColumn::Start, 92.0),
    (MeasureColumn::End, 92.0),
    (MeasureColumn::PlannedCost, 104.0),
    (MeasureColumn::Benefit, 112.0),
    (MeasureColumn::Priority, 80.0),
    (MeasureColumn::Npv, 112.0),
    (MeasureColumn::Effort, 76.0),
    (MeasureColumn::CustomerValue, 120.0),
    (MeasureColumn::BusinessValue, 152.0),
    (MeasureColumn::OneOffCost, 124.0),
    (MeasureColumn::MonthlyCost, 128.0),
    (MeasureColumn::PersonDays, 104.0),
    (MeasureColumn::PainPoints, 112.0),
];

fn column_at(at: usize) -> MeasureColumn {
    COLUMNS[at.min(COLUMNS.len() - 1)].0
}

fn id_of(key: &str) -> Option<MeasureId> {
    MeasureId::try_from(key).ok()
}

/// The table with its budget.
#[component]
pub fn Table() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let state = expect_context::<PageState>();
    let lines = Memo::new(move |_| state.listed.with(|listed| state.lines(listed, |plan, ids| sums(plan, ids, texts), texts)));
    let today = clock::today();
    let source = GridSource {
        lines: lines.into(),
        row: Callback::new(move |key: String| row(state, &key, texts, today)),
        edit: Callback::new(move |(key, at): (String, usize)| edit(workspace, &key, column_at(at), texts)),
        commit: Callback::new(move |(key, at, text): (String, usize, String)| commit(state, &key, column_at(at), &text, texts)),
        paste: Callback::new(move |(key, at, text): (String, usize, String)| paste(state, &key, at, &text, texts)),
        open: Callback::new(move |key: String| {
            if let Some(id) = id_of(&key) {
                state.open(&id);
            }
        }),
        open_label: Callback::new(move |title: String| (words.details_of)(&title)),
    };
    let columns = COLUMNS.map(|(column, width)| DataColumn {
        title: (words.column)(column).to_owned(),
        width,
        numeric: is_numeric(column),
    });
    let sorted = Signal::derive(move || {
        let (column, ascending) = state.sorted.get()?;
        Some((COLUMNS.iter().position(|(own, _)| *own == column)?, ascending))
    });
    let sort = move |at: usize| {
        state.sorted.update(|sorted| *sorted = next_order(*sorted, column_at(at), true));
    };
    let changes = move || {
        workspace.with_plan(|_| ());
        state.listed.track();
    };
    let foot = page::once_painted(changes, move || {
        let title = if state.is_filtered() { words.sum_shown } else { words.sum };
        let cells = workspace.with_plan(|plan| state.listed.with(|listed| sums(plan, listed, texts)));
        std::iter::once(title.to_owned()).chain(cells).collect::<Vec<_>>()
    });
    view! {
        <div class="measures-table">
            <DataGrid
                label=words.table
                columns=columns.to_vec()
                source
                sorted
                on_sort=Callback::new(sort)
                foot
                whole=workspace.printing
            />
        </div>
        {move || state.listed.with(Vec::is_empty).then(|| view! { <NoneShown /> })}
        <div class="measures-below">
            <Budget />
            <p class="measures-keys no-print">{words.table_keys}</p>
        </div>
    }
}

/// Says that the filters leave nothing, and takes them away.
#[component]
pub fn NoneShown() -> impl IntoView {
    let words = &use_texts().measures;
    let state = expect_context::<PageState>();
    view! {
        <EmptyState icon=icons::LuListChecks title=words.none_shown text="">
            <Button label=words.show_all on_press=move |()| state.filter.set(MeasureFilter::default()) />
        </EmptyState>
    }
}

/// What measures come to in the columns behind the first.
fn sums(plan: &Plan, ids: &[MeasureId], texts: &Texts) -> Vec<String> {
    let profile = plan.profile();
    let sum = |column| column_sum(ids.iter().filter_map(|id| plan.measures.get(id)), column, &profile);
    let cell = |sum: Option<f64>| sum.map(|sum| format::number(texts.language, sum, 0)).unwrap_or_default();
    COLUMNS.iter().skip(1).map(|(column, _)| cell(sum(*column))).collect()
}

fn row(state: PageState, key: &str, texts: &Texts, today: reiseplan::plan::Day) -> DataRow {
    let workspace = state.workspace;
    let Some(id) = id_of(key) else { return DataRow::default() };
    let is_current = state.selected.with(|selected| selected.as_ref() == Some(&id));
    let href = workspace.link(Area::Measures, Some(id.as_id()));
    workspace.with_plan(|plan| {
        let Some(measure) = plan.measures.get(&id) else { return DataRow::default() };
        let found = own_contradictions(measure);
        let named = |shows: fn(&Measure, &Contradiction) -> bool| {
            found.iter().find(|found| shows(measure, found)).map(|found| contradiction_word(plan, measure, found, texts))
        };
        let cells = COLUMNS.iter().map(|(column, _)| {
            let wrong = match column {
                MeasureColumn::Start => named(is_about_start),
                MeasureColumn::End => {
                    named(is_about_end).or_else(|| measure.is_late(today).then(|| texts.measures.late.to_owned()))
                }
                _ => None,
            };
            let (tone, note) = (wrong.as_ref().map(|_| "bad"), wrong.unwrap_or_default());
            let text = measure_cell(plan, measure, *column, texts);
            let text = if *column == MeasureColumn::Title { texts.terms.named(&text).to_owned() } else { text };
            DataCell { text, tone, note }
        });
        DataRow { cells: cells.collect(), phase: plan.phase_of(measure.sub_phase.as_ref()), href, is_current }
    })
}

fn edit(workspace: Workspace, key: &str, column: MeasureColumn, texts: &Texts) -> CellEdit {
    let plan = workspace.plan_now();
    let Some(measure) = id_of(key).and_then(|id| plan.measures.get(&id).cloned()) else { return CellEdit::None };
    let choice = |options: Choices, chosen: Option<String>| CellEdit::Choice(options, chosen.unwrap_or_default());
    match column {
        MeasureColumn::Status => choice(choices::statuses(texts), Some(choices::status_key(measure.status).to_owned())),
        MeasureColumn::SubPhase => choice(
            with_first(texts.measures.no_sub_phase, choices::sub_phases(&plan, texts)),
            measure.sub_phase.as_ref().map(ToString::to_string),
        ),
        MeasureColumn::Department => choice(
            with_first(texts.measures.no_department, choices::departments(&plan, texts)),
            measure.department.as_ref().map(ToString::to_string),
        ),
        MeasureColumn::Benefit if measure.benefit_derivation.is_some() => CellEdit::None,
        _ if is_written(column) => CellEdit::Text(measure_cell(&plan, &measure, column, texts)),
        _ => CellEdit::None,
    }
}

/// Takes what was typed or chosen in a cell.
fn commit(state: PageState, key: &str, column: MeasureColumn, text: &str, texts: &'static Texts) -> Result<(), String> {
    let told = |fault| Err((texts.measures.fault)(fault, text));
    let Some(id) = id_of(key) else { return told(MeasureFault::Gone) };
    // A choice is committed by its key; what Delete or a paste gives is a text.
    match column {
        MeasureColumn::Status if let Some(status) = choices::status_of(text) => {
            state.change(Verb::Change, &id, |measure| measure.status = status);
            return Ok(());
        }
        MeasureColumn::SubPhase if let Ok(sub_phase) = SubPhaseId::try_from(text) => {
            state.change(Verb::Move, &id, |measure| set_sub_phase(measure, Some(sub_phase)));
            return Ok(());
        }
        MeasureColumn::Department if let Ok(department) = DepartmentId::try_from(text) => {
            state.change(Verb::Change, &id, |measure| set_department(measure, Some(department)));
            return Ok(());
        }
        _ => {}
    }
    let verb = if column == MeasureColumn::Title { Verb::Rename } else { Verb::Change };
    match state.change_plan(verb, |plan| write_measure_cell(plan, &id, column, text, texts)) {
        Some(Err(fault)) => told(fault),
        _ => Ok(()),
    }
}

/// Writes a pasted block over the rows as they are shown, and tells what didn't fit.
fn paste(state: PageState, key: &str, at: usize, block: &str, texts: &'static Texts) {
    let words = &texts.measures;
    let workspace = state.workspace;
    let rows: Vec<MeasureId> = untrack(|| state.groups()).into_iter().flat_map(|(_, ids)| ids).collect();
    let Some(first) = rows.iter().position(|id| id.to_string() == key) else { return };
    let columns: Vec<MeasureColumn> = COLUMNS.iter().skip(at).map(|(column, _)| *column).collect();
    let label = Label::new(Verb::Paste, Noun::Measure);
    let pasted = workspace.edit(label, Place::area(Area::Measures), |plan| {
        paste_measures(plan, &rows[first..], &columns, block, texts, || workspace.new_id())
    });
    let Some(pasted) = pasted else { return };
    if pasted.written > 0 {
        workspace.tell_undoable((words.pasted)(pasted.written, pasted.added));
    }
    let unfit = pasted
        .unfit
        .iter()
        .map(|(row, column, text, fault)| (words.paste_unfit_cell)(*row, (words.column)(*column), &(words.fault)(*fault, text)));
    let beyond = (pasted.beyond > 0).then(|| (words.paste_beyond)(pasted.beyond));
    let details: Vec<String> = unfit.chain(beyond).collect();
    if !details.is_empty() {
        workspace.tell_problem((words.paste_unfit)(pasted.unfit.len() + pasted.beyond), details);
    }
}

/// What all measures cost, against the plan's budget, in words.
#[component]
pub fn Budget() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let sentence = workspace.select(move |plan| {
        let profile = plan.profile();
        let counted = counted(plan.measures.iter());
        let cost = counted.cost;
        let money = |value| format::money(texts.language, value, &profile.currency);
        // What nobody has estimated doesn't cost nothing.
        if counted.measures == 0 {
            return ((words.no_cost)(profile.budget.map(money).as_deref()), false);
        }
        match profile.budget {
            Some(budget) if cost > budget => ((words.over_budget)(&money(cost), &money(budget), &money(cost - budget)), true),
            Some(budget) => ((words.within_budget)(&money(cost), &money(budget), &money(budget - cost)), false),
            None => ((words.no_budget)(&money(cost)), false),
        }
    });
    view! {
        <p class="measures-budget" class:bad=move || sentence.get().1 role="status">
            {move || sentence.get().0}
        </p>
    }
}
