//! While a file is read, and when that fails.

use super::{StepTitle, wizard::Wizard};
use crate::ui::{
    components::{Button, ButtonKind, Icon, icons},
    platform::clock,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{import::protocol::Progress, texts::format};

/// How far the reading is, and a way to end it.
#[component]
pub fn Reading(
    /// What is going on, from the file's name.
    title: fn(&str) -> String,
) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let told = move |progress: Progress| {
        let megabytes = |bytes: u64| format::number(texts.language, bytes as f64 / 1e6, 1);
        let rows = format::count(texts.language, progress.rows);
        let told = (words.progress)(&rows, &megabytes(progress.bytes), &megabytes(progress.total_bytes));
        // What is left, at the pace so far; the first moments say little.
        let seconds = (clock::now() - wizard.begun.get_untracked()) / 1000.0;
        let left = seconds * (progress.total_bytes - progress.bytes) as f64 / (progress.bytes as f64).max(1.0);
        let known = seconds > 1.0 && progress.bytes < progress.total_bytes;
        if known { format!("{told} · {}", (words.remaining)(left.ceil() as u64)) } else { told }
    };
    let share = move || wizard.progress.get().map(|progress| progress.bytes as f64 / (progress.total_bytes as f64).max(1.0));
    view! {
        <div class="import-reading">
            <StepTitle title=Signal::derive(move || title(&wizard.file_name.get())) note=words.reading_hint />
            <progress class="import-progress" aria-label=words.progress_label max="1" value=move || share().map(|share| share.to_string())></progress>
            <p class="import-progress-text tabular">{move || wizard.progress.get().map(told)}</p>
            <div class="import-actions">
                <Button label=words.cancel on_press=move |()| wizard.cancel_reading() />
            </div>
        </div>
    }
}

/// Why the file can't be imported, and what to do.
#[component]
pub fn Failed(text: String) -> impl IntoView {
    let words = &use_texts().import.page;
    let workspace = use_workspace();
    let wizard = expect_context::<Wizard>();
    let is_followed = workspace.tables_waiting() > 0;
    let kind = if is_followed { ButtonKind::Secondary } else { ButtonKind::Primary };
    view! {
        <div class="import-failed">
            <StepTitle title=Signal::derive(move || (words.failed_title)(&wizard.file_name.get())) />
            <div class="import-note" data-tone="bad">
                <Icon icon=icons::LuCircleAlert />
                <p>{text}" "{words.unchanged}</p>
            </div>
            <div class="import-actions">
                {is_followed
                    .then(|| {
                        view! { <Button kind=ButtonKind::Primary label=words.next_file on_press=move |()| wizard.cancel() /> }
                    })}
                <Button
                    kind=kind
                    label=words.other_file
                    on_press=move |()| wizard.choose(wizard.again.get_untracked())
                />
                {move || match wizard.has_roles() {
                    true => view! { <Button label=words.back on_press=move |()| wizard.back() /> }.into_any(),
                    false => view! { <Button label=words.retry on_press=move |()| wizard.inspect() /> }.into_any(),
                }}
                <Button kind=ButtonKind::Quiet label=words.cancel on_press=move |()| wizard.cancel() />
            </div>
        </div>
    }
}
