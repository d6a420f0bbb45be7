//! Who answers for a measure, helps, is consulted and informed.

use super::links::{Link, Links};
use crate::ui::{
    areas::measures::{MeasureHandle, choices},
    components::{Picker, TextField, with_first},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    finance::MeasureColumn,
    plan::{Department, DepartmentId, Part},
};

#[component]
pub fn People(measure: MeasureHandle) -> impl IntoView {
    let words = &use_texts().measures;
    view! {
        <TextField
            label=(words.column)(MeasureColumn::Owner)
            value=measure.signal(|measure| measure.owner.clone())
            placeholder=words.owner_hint
            on_commit=move |owner: String| measure.change(Verb::Change, |measure| owner.trim().clone_into(&mut measure.owner))
        />
        <Responsible measure />
        <Links measure link=Link::Departments(Part::Helps) />
        <Links measure link=Link::Departments(Part::Consulted) />
        <Links measure link=Link::Departments(Part::Informed) />
    }
}

/// The department that answers for the measure; a new one can be added to the register.
#[component]
fn Responsible(measure: MeasureHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let options = workspace.select(move |plan| with_first(words.no_department, choices::departments(plan, texts)));
    let chosen = measure.signal(|measure| measure.department.as_ref().map(ToString::to_string));
    let value = Signal::derive(move || {
        let id = chosen.get().unwrap_or_default();
        let found = options.with(|options| options.iter().find(|(own, _)| !id.is_empty() && *own == id).cloned());
        found.map(|(_, name)| name).unwrap_or_default()
    });
    let pick = move |id: String| {
        measure.change(Verb::Change, |measure| match DepartmentId::try_from(id.as_str()) {
            Ok(id) => measure.set_part(&id, Some(Part::Responsible)),
            Err(_) => measure.department = None,
        });
    };
    let create = move |name: String| {
        let department: DepartmentId = workspace.new_id();
        measure.change_plan(Verb::Change, |plan, id| {
            plan.departments.insert(Department::new(department.clone(), &name));
            plan.measures.update(id, |measure| measure.set_part(&department, Some(Part::Responsible)));
        });
    };
    view! {
        <Picker
            label=(words.column)(MeasureColumn::Department)
            options
            value
            placeholder=words.add_department
            on_pick=pick
            on_create=create
            create_label=move |name: String| (words.create)(&name)
            none_label=words.nothing_fits
        />
    }
}
