//! What was measured in an audit: minutes waited, clicks up to the order.

use super::AuditHandle;
use crate::ui::{
    components::{Button, ButtonKind, EditableText, IconButton, NumberField, SectionHead, icons, number_format},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    plan::{Audit, Measurement, MeasurementId},
};

/// The measurements.
#[component]
pub fn Measurements(audit: AuditHandle) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().audits;
    let fresh = StoredValue::new(None::<MeasurementId>);
    let ids = audit.signal(|audit| audit.measurements.iter().map(|it| it.id.clone()).collect::<Vec<_>>());
    let ids = Memo::new(move |_| ids.get());
    let add = move |()| {
        let id: MeasurementId = workspace.new_id();
        fresh.set_value(Some(id.clone()));
        audit.change(Verb::Change, |audit| audit.measurements.push(Measurement::new(id, "", "")));
    };
    let row = move |id: MeasurementId| {
        let start_editing = fresh.with_value(|fresh| fresh.as_ref() == Some(&id));
        view! { <Row audit id start_editing /> }
    };
    view! {
        <section class="audit-section">
            <SectionHead title=words.measurements ruled=true />
            <ul class="audit-measurements">
                <For each=move || ids.get() key=Clone::clone children=row />
            </ul>
            <div class="no-print"><Button kind=ButtonKind::Link icon=icons::LuPlus label=words.add_measurement on_press=add /></div>
        </section>
    }
}

#[component]
fn Row(audit: AuditHandle, id: MeasurementId, start_editing: bool) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.audits;
    let id = StoredValue::new(id);
    let of = move |audit: &Audit| audit.measurements.iter().find(|own| id.with_value(|id| own.id == *id)).cloned();
    let name = audit.signal(move |audit| of(audit).map(|it| it.name).unwrap_or_default());
    let named = Signal::derive(move || name.with(|name| texts.terms.named(name).to_owned()));
    let change = move |change: &dyn Fn(&mut Measurement)| {
        audit.change(Verb::Change, |audit| {
            if let Some(own) = audit.measurements.iter_mut().find(|own| id.with_value(|id| own.id == *id)) {
                change(own);
            }
        });
    };
    let remove = move |()| {
        audit.change(Verb::Change, |audit| audit.measurements.retain(|own| id.with_value(|id| own.id != *id)));
    };
    let set_value = move |value: Option<f64>| change(&|it| it.value = value);
    view! {
        <li class="audit-measurement">
            <EditableText
                label=words.measurement
                value=name
                on_commit=move |text: String| change(&|it| text.clone_into(&mut it.name))
                placeholder=words.measurement
                start_editing
            />
            <NumberField
                label=Signal::derive(move || (words.measurement_value)(&named.get()))
                label_hidden=true
                value=audit.signal(move |audit| of(audit).and_then(|it| it.value))
                format=number_format::writer(texts.language)
                parse=number_format::reader(texts.language, true, words.value_error, f64::is_finite)
                on_commit=set_value
            />
            <EditableText
                label=Signal::derive(move || (words.measurement_unit)(&named.get()))
                value=audit.signal(move |audit| of(audit).map(|it| it.unit).unwrap_or_default())
                on_commit=move |text: String| change(&|it| text.clone_into(&mut it.unit))
                placeholder=words.unit_empty
            />
            <IconButton
                small=true
                icon=icons::LuX
                label=Signal::derive(move || (words.remove_measurement)(&named.get()))
                on_press=remove
            />
        </li>
    }
}
