//! What is what: the columns of the file and what they are taken for.

use super::{
    StepTitle,
    column_row::ColumnRow,
    fault::Fault,
    format_panel::FormatPanel,
    preview::Preview,
    together::{CountKpis, Drivers, MonthOfAll},
    wizard::{Wizard, rows_read},
};
use crate::ui::{
    components::{Button, ButtonKind, CheckField, Column as Head, DataTable},
    workspace::{Shared, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::import::{Inspection, Role};

/// Columns that are shown at first, and that each press shows more; those with a role are always shown.
const SHOWN: usize = 40;

/// The step.
#[component]
pub fn Roles() -> impl IntoView {
    let wizard = expect_context::<Wizard>();
    // The file is there as long as this step is shown.
    move || wizard.inspection.get().map(|inspection| view! { <RolesOf inspection /> })
}

#[component]
fn RolesOf(inspection: Shared<Inspection>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let width = inspection.columns.len();

    let sheet = inspection.sheets.get(inspection.choices.sheet.unwrap_or_default());
    let written = match sheet {
        Some(name) => (words.sheet_format)(name),
        None => {
            (words.text_format)((texts.import.encoding)(inspection.encoding), &(texts.import.delimiter)(inspection.delimiter()))
        }
    };
    let format_line = (words.format_line)(
        &wizard.file_name.get_untracked(),
        (texts.import.tool)(inspection.tool),
        &written,
        inspection.header_rows,
        &rows_read(&inspection, texts),
        width,
    );
    let origin = move || {
        let title = |id| workspace.with_plan(|plan| plan.sources.get(id).map(|source| source.title.clone()));
        match (wizard.kept_from.get(), wizard.again.get()) {
            (Some(kept), _) => title(&kept).map(|title| (words.kept_from)(&title)),
            (None, Some(again)) => title(&again).map(|title| (words.other_header)(&title)),
            (None, None) => None,
        }
    };

    let proposed = wizard
        .mapping
        .with_untracked(|mapping| mapping.columns.iter().map(|column| column.role != Role::Ignore).collect::<Vec<_>>());
    let shown = RwSignal::new(SHOWN);
    let columns = Memo::new(move |_| {
        let used = |index: &usize| *index < shown.get() || proposed.get(*index).copied().unwrap_or_default();
        (0..width).filter(used).collect::<Vec<_>>()
    });
    let hidden = Memo::new(move |_| width - columns.with(Vec::len));

    let heads = [words.column, words.samples, words.role, words.reason].map(Head::text).to_vec();
    let file = inspection.clone();
    let row = move |index: usize| file.columns.get(index).cloned().map(|column| view! { <ColumnRow column index /> });
    let has_unfinished = inspection.filters.iter().any(|filter| filter.is_about_finishing());
    let fault = Memo::new(move |_| wizard.mapping.with(Fault::of));
    let state = move || fault.get().map_or(words.ready_to_check, |fault| fault.text(texts));
    view! {
        <StepTitle title=words.roles_title note=format_line />
        {move || origin().map(|text| view! { <p class="import-step-note">{text}</p> })}
        <FormatPanel inspection=inspection.clone() />
        <div class="import-columns">
            <DataTable caption=words.columns caption_hidden=true columns=Signal::stored(heads)>
                <For each=move || columns.get() key=|index| *index children=row />
            </DataTable>
        </div>
        {move || match hidden.get() {
            0 => None,
            n => Some(view! {
                <Button kind=ButtonKind::Quiet label=(words.more_columns)(n) on_press=move |()| shown.update(|shown| *shown += 5 * SHOWN) />
            }),
        }}
        {has_unfinished.then(|| view! {
            <CheckField
                label=words.with_unfinished
                value=Signal::derive(move || wizard.mapping.with(|mapping| mapping.with_unfinished))
                on_commit=move |with| wizard.mapping.update(|mapping| mapping.with_unfinished = with)
            />
        })}
        <MonthOfAll />
        <CountKpis />
        <Drivers inspection=inspection.clone() />
        <Preview inspection columns />
        <div class="import-actions">
            <Button
                kind=ButtonKind::Primary
                label=words.check
                disabled=Signal::derive(move || fault.get().is_some())
                on_press=move |()| wizard.reduce()
            />
            <Button label=words.cancel on_press=move |()| wizard.cancel() />
            <p class="import-state" class:bad=move || fault.get().is_some() role="status">{state}</p>
        </div>
    }
}
