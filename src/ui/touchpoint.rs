//! Choosing a touchpoint of the plan's register, or a new one for it.

use super::{
    components::Picker,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::plan::{Plan, Touchpoint, TouchpointId};

/// A touchpoint that was chosen.
#[derive(Clone)]
pub struct ChosenTouchpoint {
    /// Its id.
    pub id: TouchpointId,
    /// The record, if the plan doesn't have it yet.
    new: Option<Touchpoint>,
}

impl ChosenTouchpoint {
    /// Puts it into the register if it isn't there, and gives its id.
    pub fn register(self, plan: &mut Plan) -> TouchpointId {
        if let Some(new) = self.new {
            plan.touchpoints.insert(new);
        }
        self.id
    }
}

/// A field that offers the touchpoints of the plan and takes the name of a new one.
#[component]
pub fn TouchpointPicker(
    /// The field's name.
    label: &'static str,
    /// Whether only screen readers get the label.
    #[prop(optional)]
    label_hidden: bool,
    /// What the empty field says.
    placeholder: &'static str,
    /// The one that is chosen now.
    #[prop(optional, into)]
    chosen: Signal<Option<TouchpointId>>,
    /// Is told the choice.
    #[prop(into)]
    on_pick: Callback<ChosenTouchpoint>,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.voices;
    let named = |name: &str| texts.terms.named(name).to_owned();
    let options =
        workspace.select(move |plan| plan.touchpoints.iter().map(|it| (it.id.to_string(), named(&it.name))).collect::<Vec<_>>());
    let name = Memo::new(move |_| {
        let id = chosen.get().map(|id| id.to_string());
        id.and_then(|id| options.with(|all| all.iter().find(|(own, _)| *own == id).map(|(_, name)| name.clone())))
            .unwrap_or_default()
    });
    let pick = move |id: String| {
        if let Ok(id) = TouchpointId::try_from(id.as_str()) {
            on_pick.run(ChosenTouchpoint { id, new: None });
        }
    };
    let create = Callback::new(move |name: String| {
        let id: TouchpointId = workspace.new_id();
        on_pick.run(ChosenTouchpoint { id: id.clone(), new: Some(Touchpoint::new(id, &name)) });
    });
    view! {
        <Picker
            label
            label_hidden
            options
            on_pick=pick
            on_create=create
            create_label=move |name: String| (words.touchpoint_create)(&name)
            none_label=words.touchpoint_missing
            value=name
            placeholder
        />
    }
    .into_any()
}
