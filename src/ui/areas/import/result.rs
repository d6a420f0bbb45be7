//! What the file comes to, where that goes, and the step that writes it into the plan.

use super::{StepTitle, figures::Figures, issues::Issues, wizard::Wizard};
use crate::ui::{
    components::{Button, ButtonKind, Icon, SectionHead, TextField, icons, unique_id},
    workspace::{Shared, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    import::{Reduction, Replace, overlapping},
    plan::SourceId,
    texts::format,
};

/// The step.
#[component]
pub fn Outcome() -> impl IntoView {
    let wizard = expect_context::<Wizard>();
    move || wizard.reduction.get().map(|reduction| view! { <OutcomeOf reduction /> })
}

#[component]
fn OutcomeOf(reduction: Shared<Reduction>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let nothing = reduction.accepted == 0;
    view! {
        <StepTitle title=words.result_title note=wizard.file_name />
        <Totals reduction=reduction.clone() />
        <Figures reduction=reduction.clone() />
        <Issues reduction=reduction.clone() />
        <Destination reduction />
        <section class="import-facts">
            <SectionHead title=words.about />
            <div class="field-row">
                <TextField label=words.source_title value=wizard.title on_commit=move |title| wizard.title.set(title) />
                <TextField
                    label=words.purpose
                    placeholder=words.purpose_placeholder
                    value=wizard.purpose
                    on_commit=move |purpose| wizard.purpose.set(purpose)
                />
                <TextField
                    label=words.consent
                    placeholder=words.consent_placeholder
                    value=wizard.consent
                    on_commit=move |consent| wizard.consent.set(consent)
                />
            </div>
            <p class="field-hint">{words.facts_hint}</p>
        </section>
        <div class="import-actions">
            <Button kind=ButtonKind::Primary label=words.import disabled=nothing on_press=move |()| wizard.import() />
            <Button label=words.back on_press=move |()| wizard.back() />
            <Button kind=ButtonKind::Quiet label=words.cancel on_press=move |()| wizard.cancel() />
            {nothing.then(|| view! { <p class="import-state bad">{words.nothing_accepted}</p> })}
        </div>
    }
}

/// Rows by what becomes of them.
#[component]
fn Totals(reduction: Shared<Reduction>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.import.page;
    let count = |n| format::count(texts.language, n);
    let left_out: u64 = reduction.left_out.values().sum();
    let reasons = reduction.left_out.iter().map(|(reason, n)| format!("{} {}", count(*n), (texts.import.left_out)(*reason)));
    let reasons = reasons.collect::<Vec<_>>().join(" · ");
    let span = reduction.span.map(|(first, last)| {
        let span =
            (words.span)(&format::day(texts.language, first), &format::day(texts.language, reduction.resolution.last_day(last)));
        view! { <div><dt>{words.period}</dt><dd class="import-span">{span}</dd></div> }
    });
    view! {
        <dl class="import-totals">
            <div><dt>{words.accepted}</dt><dd class="figure">{count(reduction.accepted)}</dd></div>
            <div><dt>{words.rejected}</dt><dd class="figure">{count(reduction.rejected)}</dd></div>
            <div>
                <dt>{words.left_out}</dt>
                <dd class="figure">{count(left_out)}</dd>
                {(!reasons.is_empty()).then(|| view! { <dd class="import-total-note">{reasons}</dd> })}
            </div>
            {span}
        </dl>
    }
}

/// Whether the data become a new source or go into one that is there.
#[component]
fn Destination(reduction: Shared<Reduction>) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().import.page;
    let wizard = expect_context::<Wizard>();
    let known = wizard.again.get_untracked().or_else(|| wizard.kept_from.get_untracked());
    let known = known.and_then(|id| Some((id.clone(), workspace.plan_now().sources.get(&id)?.title.clone())));
    let overlaps = Memo::new(move |_| {
        let destination = wizard.destination.get();
        let again = destination.filter(|(_, mode)| *mode != Replace::Add).map(|(id, _)| id);
        workspace.with_plan(|plan| {
            let sources = wizard.mapping.with(|mapping| overlapping(plan, mapping, &reduction, again.as_ref()));
            sources.iter().filter_map(|id| plan.sources.get(id)).map(|source| source.title.clone()).collect::<Vec<_>>()
        })
    });
    let warning = move || {
        overlaps.with(|titles| {
            (!titles.is_empty()).then(|| {
                view! {
                    <div class="import-note" data-tone="warning" role="status">
                        <Icon icon=icons::LuTriangleAlert />
                        <p dir="auto">{(words.overlaps)(titles)}</p>
                    </div>
                }
            })
        })
    };
    let choices = known.map(|(id, title)| {
        let name = unique_id("destination");
        let choice = |words: String, mode: Option<Replace>| {
            let own = mode.map(|mode| (id.clone(), mode));
            view! { <DestinationChoice name=name.clone() words own /> }
        };
        view! {
            <fieldset class="import-destination">
                <legend>{words.destination}</legend>
                {choice((words.replace_covered)(&title), Some(Replace::CoveredDays))}
                {choice((words.replace_all)(&title), Some(Replace::All))}
                {choice((words.replace_add)(&title), Some(Replace::Add))}
                {choice(words.as_new.to_owned(), None)}
            </fieldset>
        }
    });
    view! {
        {choices}
        {warning}
    }
}

#[component]
fn DestinationChoice(name: String, words: String, own: Option<(SourceId, Replace)>) -> impl IntoView {
    let wizard = expect_context::<Wizard>();
    let picked = own.clone();
    view! {
        <label class="check-field">
            <input
                type="radio"
                name=name
                prop:checked=move || wizard.destination.get() == own
                on:change=move |_| wizard.destination.set(picked.clone())
            />
            <span dir="auto">{words}</span>
        </label>
    }
}
