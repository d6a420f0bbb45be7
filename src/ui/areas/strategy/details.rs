//! The panel with all that is known of a measure.

use super::{
    PageState, item,
    links::{Link, Links},
    measure::{MeasureHandle, cost, currency},
    measure_fields::{
        CostField, EndField, OwnerField, Standing, StartField, StatusField, SubPhaseField, department_choices,
        main_sub_phase_choices, status_choices,
    },
};
use crate::ui::{
    components::{Button, ButtonKind, EditableText, HelpHint, Panel, Picker, Pill, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    finance::MeasureColumn,
    plan::{Department, DepartmentId, MeasureId, Phase, Reference},
    route::Area,
};

/// The panel.
#[component]
pub fn Details(id: MeasureId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let state = expect_context::<PageState>();
    let measure = MeasureHandle::new(id.clone());
    let start_editing = state.fresh.get_untracked().as_ref() == Some(&id);
    let statuses = Signal::stored(status_choices(texts));
    let sub_phases = workspace.select(move |plan| main_sub_phase_choices(plan, texts));
    let heading = measure.heading(texts);
    let form = Standing::Form;
    let item = Reference::from(id);
    view! {
        <Panel
            label=Signal::derive(move || (words.details_of)(&heading.get()))
            close_label=texts.shell.close
            on_close=move |()| workspace.go(Area::Strategy, None)
        >
            <Kicker measure />
            <h2 class="panel-title">
                <EditableText
                    label=words.measure
                    value=measure.signal(|measure| measure.title.clone())
                    on_commit=move |title: String| measure.change(Verb::Rename, |measure| measure.title = title)
                    placeholder=texts.terms.unnamed
                    start_editing
                />
            </h2>
            <div class="measure-description">
                <EditableText
                    label=words.description
                    value=measure.signal(|measure| measure.description.clone())
                    on_commit=move |text: String| measure.change(Verb::Change, |measure| measure.description = text)
                    placeholder=words.description_empty
                    multiline=true
                />
            </div>
            <div class="panel-section field-stack">
                <div class="measure-pair">
                    <StatusField measure standing=form choices=statuses />
                    <SubPhaseField measure standing=form choices=sub_phases.into() />
                </div>
                <OwnerField measure standing=form />
                <DepartmentPicker measure />
                <div class="measure-pair">
                    <StartField measure standing=form />
                    <EndField measure standing=form />
                </div>
                <div class="measure-pair">
                    <CostField measure standing=form monthly=false />
                    <CostField measure standing=form monthly=true />
                </div>
                <PlannedCost measure />
            </div>
            <div class="panel-section field-stack">
                <Links measure link=Link::PainPoints />
                <Links measure link=Link::Goals />
                <Links measure link=Link::Kpis />
                <Links measure link=Link::Touchpoints />
                <Links measure link=Link::AlsoServes />
            </div>
            <div class="panel-section">
                <Button
                    kind=ButtonKind::Danger
                    icon=icons::LuTrash2
                    label=words.delete
                    on_press=move |()| item::delete(workspace, &item)
                />
            </div>
        </Panel>
    }
}

/// Where the measure lies and how far it is.
#[component]
fn Kicker(measure: MeasureHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let main = measure.signal(|measure| measure.sub_phase.clone());
    let sub_phase = workspace.select(move |plan| {
        let id = main.get()?;
        Some((plan.phase_of(Some(&id))?, plan.sub_phase_name(&id, texts)))
    });
    let pill = move |(phase, name): (Phase, String)| view! { <Pill label=name phase=Signal::stored(phase) /> };
    let status = measure.signal(|measure| (texts.terms.measure_status)(measure.status).to_owned());
    view! { <div class="panel-kicker">{move || sub_phase.get().map(pill)} <Pill label=status /></div> }
}

/// The department that answers for the measure; a new one can be added to the register.
#[component]
fn DepartmentPicker(measure: MeasureHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let choices = workspace.select(move |plan| department_choices(plan, texts));
    let chosen = measure.signal(|measure| measure.department.as_ref().map(ToString::to_string));
    let value = Signal::derive(move || {
        let id = chosen.get().unwrap_or_default();
        let found = choices.with(|choices| choices.iter().find(|(own, _)| !id.is_empty() && *own == id).cloned());
        found.map(|(_, name)| name).unwrap_or_default()
    });
    let pick = move |id: String| {
        measure.change(Verb::Change, |measure| measure.department = DepartmentId::try_from(id.as_str()).ok());
    };
    let create = move |name: String| {
        let department: DepartmentId = workspace.new_id();
        measure.change_plan(Verb::Change, |plan, id| {
            plan.departments.insert(Department::new(department.clone(), &name));
            plan.measures.update(id, |measure| measure.department = Some(department));
        });
    };
    view! {
        <Picker
            label=(words.column)(MeasureColumn::Department)
            options=choices
            value
            placeholder=words.add_department
            on_pick=pick
            on_create=create
            create_label=move |name: String| (words.create)(&name)
            none_label=words.nothing_fits
        />
    }
}

/// What the measure costs in all.
#[component]
fn PlannedCost(measure: MeasureHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let currency = currency(workspace);
    let title = (words.column)(MeasureColumn::PlannedCost);
    let sum =
        move || measure.get(|measure| cost(measure, &currency.get(), texts)).unwrap_or_else(|| words.cost_unknown.to_owned());
    view! {
        <dl class="facts measure-cost">
            <dt>{title} <HelpHint label=title title text=words.planned_cost_help /></dt>
            <dd>{sum}</dd>
        </dl>
    }
}
