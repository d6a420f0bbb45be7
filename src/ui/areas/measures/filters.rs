//! Which measures are shown and how they are grouped, the same for all views.

use super::{
    choices::{self, status_key},
    state::PageState,
};
use crate::ui::{
    components::{Button, ButtonKind, SelectField, TextField, phase_key, phase_of, with_first},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    finance::{MeasureFilter, MeasureGrouping},
    plan::DepartmentId,
};

fn grouping_key(grouping: MeasureGrouping) -> &'static str {
    match grouping {
        MeasureGrouping::None => "",
        MeasureGrouping::Phase => "phase",
        MeasureGrouping::Status => "status",
        MeasureGrouping::Department => "department",
    }
}

#[component]
pub fn Filters() -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let state = expect_context::<PageState>();
    let (workspace, filter) = (state.workspace, state.filter);
    let key = move |read: fn(&MeasureFilter) -> Option<String>| Signal::derive(move || filter.with(read).unwrap_or_default());
    let departments = workspace.select(move |plan| with_first(words.every, choices::departments(plan, texts)));
    let owners = workspace.select(move |plan| with_first(words.every, choices::roles(plan)));
    let groupings =
        MeasureGrouping::ALL.map(|grouping| (grouping_key(grouping).to_owned(), (words.grouping)(grouping).to_owned())).to_vec();
    let count = move || {
        let all = workspace.with_plan(|plan| plan.measures.len());
        (words.shown)(state.listed.with(Vec::len), all)
    };
    view! {
        <div class="measures-filters no-print" role="search">
            <TextField
                label=words.search
                kind="search"
                value=key(|filter| Some(filter.search.clone()))
                on_input=move |text: String| filter.update(|filter| filter.search = text)
                on_commit=move |text: String| filter.update(|filter| filter.search = text)
            />
            <SelectField
                label=words.status_filter
                options=Signal::stored(with_first(words.every, choices::statuses(texts)))
                value=key(|filter| filter.status.map(|status| status_key(status).to_owned()))
                on_commit=move |key: String| filter.update(|filter| filter.status = choices::status_of(&key))
            />
            <SelectField
                label=words.phase_filter
                options=Signal::stored(with_first(words.every, choices::phases(texts)))
                value=key(|filter| filter.phase.map(|phase| phase_key(phase).to_owned()))
                on_commit=move |key: String| filter.update(|filter| filter.phase = phase_of(&key))
            />
            <SelectField
                label=words.department_filter
                options=departments
                value=key(|filter| filter.department.as_ref().map(ToString::to_string))
                on_commit=move |key: String| {
                    filter.update(|filter| filter.department = DepartmentId::try_from(key.as_str()).ok());
                }
            />
            <SelectField
                label=words.owner_filter
                options=owners
                value=key(|filter| filter.owner.clone())
                on_commit=move |key: String| filter.update(|filter| filter.owner = Some(key).filter(|key| !key.is_empty()))
            />
            <SelectField
                label=words.group
                options=Signal::stored(groupings)
                value=Signal::derive(move || grouping_key(state.grouping.get()).to_owned())
                on_commit=move |key: String| {
                    let found = MeasureGrouping::ALL.into_iter().find(|grouping| grouping_key(*grouping) == key);
                    state.grouping.set(found.unwrap_or_default());
                }
            />
            <p class="measures-count" role="status">
                {count}
                {move || {
                    state
                        .is_filtered()
                        .then(|| {
                            view! {
                                <Button
                                    kind=ButtonKind::Link
                                    label=words.show_all
                                    on_press=move |()| filter.set(MeasureFilter::default())
                                />
                            }
                        })
                }}
            </p>
        </div>
    }
}
