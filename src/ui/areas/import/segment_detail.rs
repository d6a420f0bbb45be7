//! Which dimension the values of a column belong to.

use super::wizard::Wizard;
use crate::ui::{
    components::{SelectField, TextField},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    import::{DimensionTarget, Role},
    plan::{DimensionId, same_name},
};

/// Key of the choice that makes a new record.
const NEW: &str = "+";

/// The dimension that a column most likely belongs to once the user takes it for a segment.
pub fn proposed_dimension(workspace: Workspace, title: &str) -> DimensionTarget {
    let plan = workspace.plan_now();
    match plan.dimensions.iter().find(|dimension| same_name(&dimension.name, title)) {
        Some(dimension) => DimensionTarget::Existing(dimension.id.clone()),
        None => DimensionTarget::New(title.to_owned()),
    }
}

/// Which dimension the values belong to.
#[component]
pub fn DimensionDetail(index: usize, personal: bool, title: String) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let target = move || match wizard.role(index) {
        Some(Role::Segment(target)) => Some(target),
        _ => None,
    };
    let set = move |target| wizard.set_role(index, Role::Segment(target));
    let dimensions = workspace.select(move |plan| {
        let named = plan.dimensions.iter().map(|one| (one.id.to_string(), texts.terms.named(&one.name).to_owned()));
        std::iter::once((NEW.to_owned(), words.new_dimension.to_owned())).chain(named).collect::<Vec<_>>()
    });
    let key = Memo::new(move |_| match target() {
        Some(DimensionTarget::Existing(id)) => id.to_string(),
        _ => NEW.to_owned(),
    });
    let is_new = Memo::new(move |_| key.get() == NEW);
    let pick = move |key: String| match DimensionId::try_from(key.as_str()) {
        Ok(id) => set(DimensionTarget::Existing(id)),
        Err(_) => set(DimensionTarget::New(title.clone())),
    };
    let name = Signal::derive(move || match target() {
        Some(DimensionTarget::New(name)) => name,
        _ => String::new(),
    });
    let rename = move |name: String| set(DimensionTarget::New(name));
    view! {
        <SelectField label=words.dimension options=dimensions value=key on_commit=pick />
        {move || is_new.get().then(|| view! { <TextField label=words.dimension_name value=name on_commit=rename on_input=Callback::new(rename) /> })}
        {personal.then(|| view! { <p class="field-hint warning">{words.personal_warning}</p> })}
    }
}
