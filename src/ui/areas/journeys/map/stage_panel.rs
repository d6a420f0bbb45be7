//! The panel of a stage: its title and the sub-phase that it belongs to.

use super::{columns, state::MapState};
use crate::ui::{
    components::{IconButton, Panel, SelectField, TextField, icons, with_first},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{StageId, SubPhaseId},
};

/// The panel.
#[component]
pub fn StagePanel(id: StageId) -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let (journeys, words) = (&texts.journeys, &texts.map);
    let id = StoredValue::new(id);
    let stage = map.workspace.select(move |plan| {
        let stage = plan.journeys.get(&map.id())?.stage(&id.get_value())?;
        let name = stage.sub_phase.as_ref().map(|id| plan.sub_phase_name(id, texts)).unwrap_or_default();
        Some((stage.title.clone(), stage.sub_phase.clone(), name))
    });
    let title = Signal::derive(move || stage.with(|stage| stage.as_ref().map(|(title, ..)| title.clone()).unwrap_or_default()));
    let name = Signal::derive(move || stage.with(|stage| stage.as_ref().map(|(.., name)| name.clone()).unwrap_or_default()));
    let sub_phase = Signal::derive(move || {
        stage.with(|stage| stage.as_ref().and_then(|(_, id, _)| id.as_ref().map(ToString::to_string)).unwrap_or_default())
    });
    let options = map.workspace.select(move |plan| {
        let sub_phases = plan.sub_phases.ids().map(|id| (id.to_string(), plan.sub_phase_name(id, texts)));
        with_first(journeys.sub_phase_none, sub_phases)
    });
    let shown = Signal::derive(move || {
        let title = title.get();
        (journeys.stage)(&if title.is_empty() { name.get() } else { title })
    });
    let is_last = Signal::derive(move || {
        map.journey.with(|journey| {
            journey.as_ref().is_none_or(|journey| journey.stages.last().is_none_or(|stage| stage.id == id.get_value()))
        })
    });
    let set_sub_phase = move |chosen: String| {
        let sub_phase = SubPhaseId::try_from(chosen.as_str()).ok();
        let id = id.get_value();
        map.change(Label::new(Verb::Change, Noun::Stage), |journey| {
            if let Some(stage) = journey.stage_mut(&id) {
                stage.sub_phase = sub_phase;
            }
        });
    };
    view! {
        <Panel label=shown on_close=move |()| columns::close_panel(map) close_label=texts.shell.close>
            <h2 class="panel-title" dir="auto">{shown}</h2>
            <div class="button-row panel-actions">
                <IconButton bordered=true icon=icons::LuArrowLeft label=journeys.move_left shortcut="Alt ←" on_press=move |()| columns::move_stage(map, &id.get_value(), false) />
                <IconButton bordered=true icon=icons::LuArrowRight label=journeys.move_right shortcut="Alt →" on_press=move |()| columns::move_stage(map, &id.get_value(), true) />
                <IconButton bordered=true icon=icons::LuBetweenVerticalEnd label=words.stage_before shortcut="Alt ⇧ ↵" on_press=move |()| columns::add_stage_before(map, &id.get_value()) />
                <IconButton bordered=true icon=icons::LuPlus label=journeys.add_stage_label shortcut="Alt ↵" on_press=move |()| columns::add_stage(map, Some(&id.get_value())) />
                <IconButton bordered=true icon=icons::LuCopy label=words.stage_duplicate on_press=move |()| columns::duplicate_stage(map, &id.get_value()) />
                <IconButton
                    bordered=true
                    icon=icons::LuMerge
                    label=Signal::derive(move || if is_last.get() { words.stage_last } else { words.merge_next }.to_owned())
                    disabled=is_last
                    on_press=move |()| columns::merge_stage_with_next(map, &id.get_value())
                />
                <IconButton bordered=true icon=icons::LuTrash2 label=journeys.delete on_press=move |()| columns::delete_stage(map, &id.get_value()) />
            </div>
            <div class="panel-section field-stack">
                <SelectField label=journeys.sub_phase_field options value=sub_phase on_commit=set_sub_phase />
                <TextField
                    label=journeys.stage_title_field
                    value=title
                    placeholder=name
                    on_commit=move |title: String| columns::rename_stage(map, &id.get_value(), &title)
                />
            </div>
        </Panel>
    }
}
