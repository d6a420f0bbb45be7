//! Fields of a measure, the same in the table and in its details.

use super::measure::{MeasureHandle, currency};
use crate::ui::{
    components::{DateField, NumberField, SelectField, TextField},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    finance::MeasureColumn,
    plan::{Day, DepartmentId, MeasureStatus, Plan, SubPhaseId},
    texts::{Texts, format},
};

/// Id and words of choices.
pub type Choices = Vec<(String, String)>;

/// Where a field stands: it decides how the field is labelled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// In a cell of the table, whose heading shows the label.
    Cell,
    /// In a form, below its label.
    Form,
}

fn label(measure: MeasureHandle, column: MeasureColumn, standing: Standing) -> Signal<String> {
    let texts = use_texts();
    let column = (texts.strategy.column)(column);
    match standing {
        Standing::Form => Signal::stored(column.to_owned()),
        Standing::Cell => {
            let title = measure.heading(texts);
            Signal::derive(move || (texts.strategy.cell)(column, &title.get()))
        }
    }
}

/// The key of a status in fields.
pub fn status_key(status: MeasureStatus) -> &'static str {
    match status {
        MeasureStatus::Idea => "idea",
        MeasureStatus::Planned => "planned",
        MeasureStatus::Running => "running",
        MeasureStatus::Done => "done",
        MeasureStatus::Dropped => "dropped",
    }
}

/// The status of a key.
pub fn status_of(key: &str) -> Option<MeasureStatus> {
    MeasureStatus::ALL.into_iter().find(|status| status_key(*status) == key)
}

/// The states to choose from.
pub fn status_choices(texts: &Texts) -> Choices {
    MeasureStatus::ALL.map(|status| (status_key(status).to_owned(), (texts.terms.measure_status)(status).to_owned())).to_vec()
}

/// The sub-phases to choose from.
pub fn sub_phase_choices(plan: &Plan, texts: &Texts) -> Choices {
    plan.sub_phases.ids().map(|id| (id.as_str().to_owned(), plan.sub_phase_name(id, texts))).collect()
}

/// The sub-phases to choose from, and none.
pub fn main_sub_phase_choices(plan: &Plan, texts: &Texts) -> Choices {
    let none = (String::new(), texts.strategy.no_sub_phase.to_owned());
    std::iter::once(none).chain(sub_phase_choices(plan, texts)).collect()
}

/// The departments to choose from, and none.
pub fn department_choices(plan: &Plan, texts: &Texts) -> Choices {
    let named = |name: &str| if name.is_empty() { texts.terms.unnamed.to_owned() } else { name.to_owned() };
    let departments = plan.departments.iter().map(|department| (department.id.as_str().to_owned(), named(&department.name)));
    std::iter::once((String::new(), texts.strategy.no_department.to_owned())).chain(departments).collect()
}

/// How far the measure is.
#[component]
pub fn StatusField(measure: MeasureHandle, standing: Standing, choices: Signal<Choices>) -> impl IntoView {
    let change = move |key: String| {
        if let Some(status) = status_of(&key) {
            measure.change(Verb::Change, |measure| measure.status = status);
        }
    };
    view! {
        <SelectField
            label=label(measure, MeasureColumn::Status, standing)
            label_hidden={standing == Standing::Cell}
            options=choices
            value=measure.signal(|measure| status_key(measure.status).to_owned())
            on_commit=change
        />
    }
}

/// The sub-phase that carries the measure's budget.
#[component]
pub fn SubPhaseField(measure: MeasureHandle, standing: Standing, choices: Signal<Choices>) -> impl IntoView {
    let change = move |key: String| {
        let sub_phase = SubPhaseId::try_from(key.as_str()).ok();
        measure.change(Verb::Move, |measure| {
            measure.also_serves.retain(|served| Some(served) != sub_phase.as_ref());
            measure.sub_phase = sub_phase;
        });
    };
    view! {
        <SelectField
            label=label(measure, MeasureColumn::SubPhase, standing)
            label_hidden={standing == Standing::Cell}
            options=choices
            value=measure.signal(|measure| measure.sub_phase.as_ref().map(ToString::to_string).unwrap_or_default())
            on_commit=change
        />
    }
}

/// The department that answers for the measure, out of those that there are.
#[component]
pub fn DepartmentField(measure: MeasureHandle, choices: Signal<Choices>) -> impl IntoView {
    let change = move |key: String| {
        measure.change(Verb::Change, |measure| measure.department = DepartmentId::try_from(key.as_str()).ok());
    };
    view! {
        <SelectField
            label=label(measure, MeasureColumn::Department, Standing::Cell)
            label_hidden=true
            options=choices
            value=measure.signal(|measure| measure.department.as_ref().map(ToString::to_string).unwrap_or_default())
            on_commit=change
        />
    }
}

/// The role that answers for the measure.
#[component]
pub fn OwnerField(measure: MeasureHandle, standing: Standing) -> impl IntoView {
    let texts = use_texts();
    let placeholder = if standing == Standing::Form { texts.strategy.owner_hint } else { "–" };
    view! {
        <TextField
            label=label(measure, MeasureColumn::Owner, standing)
            label_hidden={standing == Standing::Cell}
            value=measure.signal(|measure| measure.owner.clone())
            placeholder
            on_commit=move |owner: String| measure.change(Verb::Change, |measure| owner.trim().clone_into(&mut measure.owner))
        />
    }
}

/// First day.
#[component]
pub fn StartField(measure: MeasureHandle, standing: Standing) -> impl IntoView {
    let change = move |day: String| measure.change(Verb::Change, |measure| measure.start = Day::parse(&day));
    view! {
        <DateField
            label=label(measure, MeasureColumn::Start, standing)
            label_hidden={standing == Standing::Cell}
            value=measure.signal(|measure| measure.start.map(|day| day.to_string()).unwrap_or_default())
            on_commit=change
        />
    }
}

/// Last day; told if it lies before the first.
#[component]
pub fn EndField(measure: MeasureHandle, standing: Standing) -> impl IntoView {
    let texts = use_texts();
    let change = move |day: String| measure.change(Verb::Change, |measure| measure.end = Day::parse(&day));
    let ends_early = measure.signal(|measure| measure.end.zip(measure.start).is_some_and(|(end, start)| end < start));
    view! {
        <DateField
            label=label(measure, MeasureColumn::End, standing)
            label_hidden={standing == Standing::Cell}
            value=measure.signal(|measure| measure.end.map(|day| day.to_string()).unwrap_or_default())
            on_commit=change
            error=Signal::derive(move || ends_early.get().then(|| texts.strategy.end_before_start.to_owned()))
        />
    }
}

/// What the measure costs: once, or a month.
#[component]
pub fn CostField(measure: MeasureHandle, standing: Standing, monthly: bool) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let column = if monthly { MeasureColumn::MonthlyCost } else { MeasureColumn::OneOffCost };
    let change = move |cost: Option<f64>| {
        measure.change(Verb::Change, |measure| {
            let field = if monthly { &mut measure.monthly_cost } else { &mut measure.one_off_cost };
            *field = cost;
        });
    };
    let currency = currency(workspace);
    let unit = Signal::derive(move || if standing == Standing::Form { currency.get() } else { String::new() });
    view! {
        <NumberField
            label=label(measure, column, standing)
            label_hidden={standing == Standing::Cell}
            value=measure.signal(move |measure| if monthly { measure.monthly_cost } else { measure.one_off_cost })
            format=move |cost: f64| format::number(texts.language, cost, if cost.fract() == 0.0 { 0 } else { 2 })
            parse=move |text: String| read_cost(&text, texts)
            on_commit=change
            unit=unit
            placeholder="–"
        />
    }
}

fn read_cost(text: &str, texts: &Texts) -> Result<Option<f64>, String> {
    let text = text.trim();
    if text.is_empty() || text == "–" {
        return Ok(None);
    }
    match format::parse_number(texts.language, text) {
        Some(cost) if cost < 0.0 => Err(texts.strategy.negative_cost.to_owned()),
        Some(cost) => Ok(Some(cost)),
        None => Err((texts.strategy.not_a_cost)(text)),
    }
}
