//! A row of the measures table.

use super::{
    measure::{MeasureHandle, cost, currency},
    measure_fields::{CostField, DepartmentField, EndField, OwnerField, Standing, StartField, StatusField, SubPhaseField},
    measure_table::RowChoices,
};
use crate::ui::{
    components::{EditableText, Icon, icons, phase_key},
    workspace::{use_texts, use_workspace},
};
use leptos::{ev::MouseEvent, prelude::*};
use reiseplan::{
    editor::Verb,
    plan::{MeasureId, TypedId},
    route::Area,
};
use wasm_bindgen::JsCast;

/// The row: its cells are fields, its title's end and what lies between the fields opens the details.
#[component]
pub fn MeasureRow(id: MeasureId, choices: RowChoices) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.strategy;
    let measure = MeasureHandle::new(id.clone());
    let heading = measure.heading(texts);
    let currency = currency(workspace);
    let main = measure.signal(|measure| measure.sub_phase.clone());
    let phase = workspace.select(move |plan| plan.phase_of(main.get().as_ref()));
    let planned = move || measure.get(|measure| cost(measure, &currency.get(), texts)).unwrap_or_else(|| "–".to_owned());
    let cell = Standing::Cell;
    let own = id.as_id().clone();
    let shown = move || workspace.route.with(|route| route.as_ref().is_some_and(|route| route.record.as_ref() == Some(&own)));
    let opened = id.as_id().clone();
    let open = move |event: MouseEvent| {
        if hits_no_field(&event) {
            workspace.go(Area::Strategy, Some(opened.clone()));
        }
    };
    view! {
        <tr
            data-item=id.to_string()
            data-phase=move || phase.get().map(phase_key)
            aria-current=move || shown().then_some("true")
            on:click=open
        >
            <th scope="row">
                <div class="measure-title">
                    <EditableText
                        label=words.measure
                        value=measure.signal(|measure| measure.title.clone())
                        on_commit=move |title: String| measure.change(Verb::Rename, |measure| measure.title = title)
                        placeholder=texts.terms.unnamed
                    />
                    <a
                        class="icon-button icon-button-small"
                        href=workspace.link(Area::Strategy, Some(id.as_id()))
                        aria-label=move || (words.details_of)(&heading.get())
                        title=words.details
                    >
                        <Icon icon=icons::LuChevronRight />
                    </a>
                </div>
            </th>
            <td><SubPhaseField measure standing=cell choices=choices.sub_phases /></td>
            <td><StatusField measure standing=cell choices=choices.statuses /></td>
            <td><OwnerField measure standing=cell /></td>
            <td><DepartmentField measure choices=choices.departments /></td>
            <td><StartField measure standing=cell /></td>
            <td><EndField measure standing=cell /></td>
            <td class="num"><CostField measure standing=cell monthly=false /></td>
            <td class="num"><CostField measure standing=cell monthly=true /></td>
            <td class="num">{planned}</td>
            <td class="num">{move || measure.get(|measure| measure.pain_points.len())}</td>
            <td class="num">{move || measure.get(|measure| measure.kpis.len())}</td>
        </tr>
    }
}

/// Whether a click is on the row itself rather than on something in it that takes clicks.
fn hits_no_field(event: &MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.closest("a, button, input, select, label, .editable").is_ok_and(|field| field.is_none()))
}
