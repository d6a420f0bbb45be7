//! What has to be done about what there is, and what of the company has to change.

use crate::ui::{areas::measures::MeasureHandle, components::CheckField, workspace::use_texts};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    plan::{Approach, ChangeField},
};

#[component]
pub fn Change(measure: MeasureHandle) -> impl IntoView {
    let words = &use_texts().measures;
    let approaches = Approach::ALL.map(|approach| {
        let value = measure.signal(move |measure| measure.approaches.contains(&approach));
        let set = move |chosen: bool| {
            measure.change(Verb::Change, |measure| {
                measure.approaches.retain(|own| *own != approach);
                measure.approaches.extend(chosen.then_some(approach));
                measure.approaches.sort();
            });
        };
        view! { <CheckField label=(words.approach)(approach) value on_commit=set /> }
    });
    let fields = ChangeField::ALL.map(|field| {
        let value = measure.signal(move |measure| measure.change_fields.contains(&field));
        let set = move |chosen: bool| {
            measure.change(Verb::Change, |measure| {
                measure.change_fields.retain(|own| *own != field);
                measure.change_fields.extend(chosen.then_some(field));
                measure.change_fields.sort();
            });
        };
        view! { <CheckField label=(words.change_field)(field) value on_commit=set /> }
    });
    view! {
        <fieldset class="measure-ticks">
            <legend class="field-label">{words.approaches}</legend>
            {approaches.collect_view()}
        </fieldset>
        <fieldset class="measure-ticks">
            <legend class="field-label">{words.change_fields}</legend>
            {fields.collect_view()}
        </fieldset>
    }
}
