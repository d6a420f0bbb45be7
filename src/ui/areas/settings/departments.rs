//! The register of departments.

use super::{
    register::{Entry, Look, register},
    row::{Cells, cell},
    section::{Part, Section},
};
use crate::ui::{
    components::{NumberField, number_format},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::plan::{Department, is_amount};

/// The section.
#[component]
pub fn DepartmentsSection() -> impl IntoView {
    let settings = &use_texts().settings;
    let count = use_workspace().select(|plan| plan.departments.len().to_string());
    let look = Look {
        class: "register-departments",
        title: settings.departments,
        heads: vec![settings.capacity],
        add: settings.add_department,
        empty: settings.departments_empty,
        cells,
    };
    view! { <Section part=Part::Departments count>{register::<Department>(look, Signal::stored(None))}</Section> }
}

fn cells(entry: Entry<Department>) -> Cells {
    let texts = use_texts();
    let settings = &texts.settings;
    let capacity = view! {
        <NumberField
            label=entry.field_label(settings.capacity)
            label_hidden=true
            value=entry.read(|department| department.capacity_days_per_quarter)
            unit=settings.capacity_unit
            format=number_format::writer(texts.language)
            parse=number_format::reader(texts.language, true, settings.capacity_error, is_amount)
            on_commit=move |days| entry.change(|department| department.capacity_days_per_quarter = days)
        />
    };
    Cells { fields: Some(cell(settings.capacity, capacity.into_any())), ..Cells::default() }
}
