//! The panel with all that is known of an involvement.

use super::{HOME, Handle, phase_key, state_key};
use crate::ui::{
    components::{
        Button, ButtonKind, DateField, EditableText, NumberField, Panel, SelectField, icons, number_format, with_first,
    },
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    plan::{Day, DepartmentId, DevelopmentPhase, InvolvementId, InvolvementState, Plan},
    route::Area,
    texts::Texts,
};

fn departments(plan: &Plan, texts: &Texts) -> Vec<(String, String)> {
    let named = |name: &str| texts.terms.named(name).to_owned();
    let departments = plan.departments.iter().map(|department| (department.id.to_string(), named(&department.name)));
    with_first(texts.involvement.not_chosen, departments)
}

/// The panel.
#[component]
pub fn Details(id: InvolvementId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.involvement;
    let way = Handle::new(HOME, id);
    let heading = way.signal(move |way| texts.terms.named(&way.method).to_owned());
    let phases = DevelopmentPhase::ALL.map(|phase| (phase_key(phase), (words.phase)(phase).to_owned())).to_vec();
    let states = InvolvementState::ALL.map(|state| (state_key(state), (words.state_name)(state).to_owned())).to_vec();
    let set_phase = move |key: String| {
        if let Some(phase) = DevelopmentPhase::ALL.into_iter().find(|phase| phase_key(*phase) == key) {
            way.change(Verb::Move, |way| way.phase = phase);
        }
    };
    let set_state = move |key: String| {
        if let Some(state) = InvolvementState::ALL.into_iter().find(|state| state_key(*state) == key) {
            way.change(Verb::Change, |way| way.state = state);
        }
    };
    let set_customers = move |count: Option<f64>| {
        way.change(Verb::Change, |way| way.customers = count.map(|count| count as u32));
    };
    let is_count = |value: f64| (0.0..=1e9).contains(&value) && value.fract() == 0.0;
    view! {
        <Panel
            label=Signal::derive(move || (words.details_of)(&heading.get()))
            close_label=texts.shell.close
            on_close=move |()| workspace.go(Area::Involvement, None)
        >
            <h2 class="panel-title">
                <EditableText
                    label=words.method
                    value=way.signal(|way| way.method.clone())
                    on_commit=move |method: String| way.change(Verb::Rename, |way| way.method = method)
                    placeholder=texts.terms.unnamed
                />
            </h2>
            <div class="panel-section field-stack">
                <SelectField
                    label=words.phase_field
                    options=Signal::stored(phases)
                    value=Signal::derive(move || way.get(|way| Some(phase_key(way.phase))).unwrap_or_default())
                    on_commit=set_phase
                />
                <SelectField
                    label=words.state
                    options=Signal::stored(states)
                    value=way.signal(|way| state_key(way.state))
                    on_commit=set_state
                />
                <NumberField
                    label=words.customers
                    value=way.signal(|way| way.customers.map(f64::from))
                    format=number_format::writer(texts.language)
                    parse=number_format::reader(texts.language, true, words.count_error, is_count)
                    on_commit=set_customers
                />
                <DateField
                    label=words.by
                    value=way.signal(|way| way.by.map(|day| day.to_string()).unwrap_or_default())
                    on_commit=move |day: String| way.change(Verb::Change, |way| way.by = Day::parse(&day))
                />
                <SelectField
                    label=words.department
                    options=workspace.select(move |plan| departments(plan, texts))
                    value=way.signal(|way| way.department.as_ref().map(ToString::to_string).unwrap_or_default())
                    on_commit=move |key: String| {
                        way.change(Verb::Change, |way| way.department = DepartmentId::try_from(key.as_str()).ok());
                    }
                />
                <div class="field">
                    <span class="field-label">{words.result}</span>
                    <EditableText
                        label=words.result
                        value=way.signal(|way| way.result.clone())
                        on_commit=move |text: String| way.change(Verb::Change, |way| way.result = text)
                        placeholder=words.result_empty
                        multiline=true
                    />
                </div>
            </div>
            <div class="panel-section">
                <Button
                    kind=ButtonKind::Danger
                    icon=icons::LuTrash2
                    label=words.delete
                    on_press=move |()| way.delete(&heading.get_untracked())
                />
            </div>
        </Panel>
    }
}
