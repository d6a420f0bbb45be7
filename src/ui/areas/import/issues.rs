//! What is wrong in the file: by reason, and row by row.

use super::wizard::{Wizard, stem};
use crate::ui::{
    components::{Button, ButtonKind, Column, DataTable, SectionHead, SelectField, icons, with_first},
    platform::files,
    workspace::{Shared, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    import::{Issue, IssueReason, Mapping, Reduction},
    texts::format,
};

/// Rows that are shown at first, and that each press shows more.
const SHOWN: usize = 25;

/// What is wrong, and a way to get the rejected rows back.
#[component]
pub fn Issues(reduction: Shared<Reduction>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let count = move |n| format::count(texts.language, n);

    let by_reason = move |(reason, n): &(IssueReason, u64)| {
        view! { <tr><th scope="row">{(texts.import.issue)(*reason)}</th><td class="num">{count(*n)}</td></tr> }
    };
    let heads = vec![Column::text(words.problem), Column::number(words.count)];
    let rejected = reduction.clone();
    let download = move |()| {
        let name = (words.rejected_file)(&stem(&wizard.file_name.get_untracked()));
        if let Err(error) = files::download(&name, "text/csv;charset=utf-8", &rejected.rejected_csv) {
            workspace.tell_problem(words.download_failed.to_owned(), vec![error]);
        }
    };
    let download = (reduction.rejected > 0).then(|| {
        let label = (words.download_rejected)(&count(reduction.rejected_kept));
        view! { <div class="import-actions"><Button icon=icons::LuDownload label on_press=download /></div> }
    });
    let rows = reduction.clone();
    let content = match reduction.issue_counts.is_empty() {
        true => view! { <p class="import-none">{words.no_issues}</p> }.into_any(),
        false => view! {
            <DataTable caption=words.issues caption_hidden=true columns=Signal::stored(heads)>
                {reduction.issue_counts.iter().map(by_reason).collect_view()}
            </DataTable>
            {download}
            <IssueRows reduction=rows />
        }
        .into_any(),
    };
    view! {
        <section class="import-issues">
            <SectionHead title=words.issues />
            {content}
        </section>
    }
}

/// The rows with problems: line, column, value, reason.
#[component]
fn IssueRows(reduction: Shared<Reduction>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let count = |n: usize| format::count(texts.language, n as u64);
    let all: u64 = reduction.issue_counts.iter().map(|(_, n)| n).sum();
    let kept = reduction.issues.len();
    let note =
        if all > kept as u64 { (words.issues_kept)(&count(kept), &format::count(texts.language, all)) } else { String::new() };
    let reason = RwSignal::new(None::<IssueReason>);
    let shown = RwSignal::new(SHOWN);
    // The position of a reason in the list is its key.
    let reasons: Vec<IssueReason> = reduction.issue_counts.iter().map(|(reason, _)| *reason).collect();
    let named = reasons.iter().enumerate().map(|(key, reason)| (key.to_string(), (texts.import.issue)(*reason)));
    let options = with_first(words.all_reasons, named);
    let of_key = reasons.clone();
    let pick = move |key: String| {
        reason.set(key.parse::<usize>().ok().and_then(|key| of_key.get(key).copied()));
        shown.set(SHOWN);
    };
    let key = Signal::derive(move || {
        reason
            .get()
            .and_then(|reason| reasons.iter().position(|one| *one == reason))
            .map(|key| key.to_string())
            .unwrap_or_default()
    });
    let issues = reduction.issues.clone();
    let fitting = Memo::new(move |_| {
        let fits = |issue: &&Issue| reason.get().is_none_or(|reason| issue.reason == reason);
        issues.iter().filter(fits).cloned().collect::<Vec<_>>()
    });
    let heads =
        vec![Column::number(words.line), Column::text(words.column), Column::text(words.value), Column::text(words.problem)];
    let row = move |issue: &Issue| {
        let column = wizard.mapping.with_untracked(|mapping| column_name(mapping, issue.column, words.column_no));
        view! {
            <tr>
                <th scope="row" class="num">{format::count(texts.language, issue.line)}</th>
                <td dir="auto">{column}</td>
                <td dir="auto"><span class="import-value">{issue.value.clone()}</span></td>
                <td>{(texts.import.issue)(issue.reason)}</td>
            </tr>
        }
    };
    let rows = move || fitting.with(|issues| issues.iter().take(shown.get()).map(row).collect_view());
    let hidden = move || fitting.with(Vec::len).saturating_sub(shown.get());
    view! {
        <div class="import-issue-rows">
            <div class="import-issue-head">
                <h3>{words.issue_rows}</h3>
                <span class="section-head-note">{note}</span>
                <SelectField label=words.issue_filter options=Signal::stored(options) value=key on_commit=pick />
            </div>
            <DataTable caption=words.issue_rows caption_hidden=true columns=Signal::stored(heads)>{rows}</DataTable>
            {move || match hidden() {
                0 => None,
                n => Some(view! {
                    <Button kind=ButtonKind::Quiet label=(words.more_issues)(n) on_press=move |()| shown.update(|shown| *shown += 4 * SHOWN) />
                }),
            }}
        </div>
    }
}

fn column_name(mapping: &Mapping, index: usize, numbered: fn(usize) -> String) -> String {
    let header = mapping.columns.get(index).map(|column| column.header.clone());
    header.filter(|header| !header.trim().is_empty()).unwrap_or_else(|| numbered(index + 1))
}
