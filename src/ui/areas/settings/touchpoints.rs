//! The register of touchpoints: a line for each, and its fields when it is opened.

use super::{
    SettingsPage,
    register::{Entry, Look, register},
    row::{Cells, cell},
    section::{Part, Section},
};
use crate::ui::{
    components::{ChipsPicker, Icon, IconButton, SelectField, TextArea, TextField, channel_icon, icons, with_first},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::channel_named,
    editor::{Label, Noun, Place, Verb},
    plan::{ChannelId, ChannelSymbol, Contact, DepartmentId, Plan, SubPhaseId, Touchpoint, TouchpointId, TypedId},
    route::Area,
    texts::Texts,
};
use std::collections::HashMap;

/// Number of touchpoints above which they can be filtered.
const FILTERED_ABOVE: usize = 12;

/// How many journeys lead through each touchpoint.
#[derive(Clone, Copy)]
struct JourneyCounts(Memo<HashMap<TouchpointId, usize>>);

/// The section.
#[component]
pub fn TouchpointsSection() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let settings = &texts.settings;
    let filter = expect_context::<SettingsPage>().filter;
    provide_context(JourneyCounts(workspace.select(Plan::journey_counts)));
    let count = workspace.select(|plan| plan.touchpoints.len());
    let narrowed = Memo::new(move |_| {
        let wanted = filter.with(|filter| filter.trim().to_lowercase());
        (!wanted.is_empty()).then(|| workspace.with_plan(|plan| found(plan, texts, &wanted)))
    });
    let can_filter = Memo::new(move |_| count.get() > FILTERED_ABOVE || filter.with(|filter| !filter.is_empty()));
    let result = move || {
        narrowed.with(|narrowed| match narrowed {
            None => String::new(),
            Some(found) if found.is_empty() => settings.filter_none.to_owned(),
            Some(found) => (settings.filter_found)(found.len(), count.get()),
        })
    };
    let look = Look {
        class: "register-touchpoints",
        title: settings.touchpoints,
        heads: vec![settings.channels, settings.department, settings.sub_phase, settings.used],
        add: settings.add_touchpoint,
        empty: settings.touchpoints_empty,
        cells,
    };
    view! {
        <Section part=Part::Touchpoints count=Signal::derive(move || count.get().to_string())>
            <Show when=move || can_filter.get()>
                <div class="settings-filter">
                    <TextField
                        kind="search"
                        label=settings.filter
                        label_hidden=true
                        placeholder=settings.filter
                        value=filter
                        on_input=move |text| filter.set(text)
                        on_commit=move |text| filter.set(text)
                    />
                    <span role="status">{result}</span>
                </div>
            </Show>
            {register::<Touchpoint>(look, narrowed.into())}
        </Section>
    }
}

/// The touchpoints of which a name, or that of a channel, department or sub-phase, contains a text in lower case.
fn found(plan: &Plan, texts: &Texts, wanted: &str) -> Vec<TouchpointId> {
    let fits = |name: &str| name.to_lowercase().contains(wanted);
    let touchpoints = plan.touchpoints.iter().filter(|touchpoint| {
        let line = Line::of(plan, texts, touchpoint);
        fits(&touchpoint.name)
            || fits(&line.department)
            || fits(&line.sub_phase)
            || line.channels.iter().any(|(_, name)| fits(name))
    });
    touchpoints.map(|touchpoint| touchpoint.id.clone()).collect()
}

/// What stands in a touchpoint's line.
#[derive(Clone, Default, PartialEq)]
struct Line {
    channels: Vec<(ChannelSymbol, String)>,
    department: String,
    sub_phase: String,
}

impl Line {
    fn of(plan: &Plan, texts: &Texts, touchpoint: &Touchpoint) -> Self {
        let channels = touchpoint.channels.iter().filter_map(|id| plan.channels.get(id));
        let department = touchpoint.department.as_ref().and_then(|id| plan.departments.get(id));
        Self {
            channels: channels.map(|channel| (channel.symbol, named(&channel.name, texts))).collect(),
            department: department.map(|department| named(&department.name, texts)).unwrap_or_default(),
            sub_phase: touchpoint.sub_phase.as_ref().map(|id| plan.sub_phase_name(id, texts)).unwrap_or_default(),
        }
    }
}

fn named(name: &str, texts: &Texts) -> String {
    texts.terms.named(name).to_owned()
}

fn cells(entry: Entry<Touchpoint>) -> Cells {
    let workspace = use_workspace();
    let texts = use_texts();
    let settings = &texts.settings;
    let page = expect_context::<SettingsPage>();
    let JourneyCounts(counts) = expect_context::<JourneyCounts>();
    let id = entry.id();
    let line = workspace.select({
        let id = id.clone();
        move |plan| plan.touchpoints.get(&id).map(|touchpoint| Line::of(plan, texts, touchpoint)).unwrap_or_default()
    });
    let channels = move || {
        let channel = |(symbol, name): (ChannelSymbol, String)| {
            view! { <span class="touchpoint-channel"><Icon icon=channel_icon(symbol) /><span dir="auto">{name}</span></span> }
        };
        line.with(|line| line.channels.clone()).into_iter().map(channel).collect_view()
    };
    let words =
        move |read: fn(&Line) -> &str| view! { <span dir="auto">{move || line.with(|line| read(line).to_owned())}</span> };
    let counted = id.clone();
    let used = Memo::new(move |_| counts.with(|counts| counts.get(&counted).copied().unwrap_or_default()));
    let fields = view! {
        {cell(settings.channels, view! { <span class="touchpoint-channels">{channels}</span> }.into_any())}
        {cell(settings.department, words(|line| &line.department).into_any())}
        {cell(settings.sub_phase, words(|line| &line.sub_phase).into_any())}
        {cell(
            settings.used,
            view! { <span class:tertiary=move || used.get() == 0>{move || (settings.journeys)(used.get())}</span> }.into_any(),
        )}
    };
    let is_open = Memo::new(move |_| page.open.with(|open| open.as_ref() == Some(&id)));
    let toggle = move |()| page.open.set((!is_open.get_untracked()).then(|| entry.id()));
    let name = entry.shown_name();
    let actions = view! {
        <IconButton
            small=true
            icon=icons::LuPencil
            label=Signal::derive(move || name.with(|name| (settings.edit)(name)))
            pressed=is_open
            on_press=toggle
        />
    };
    let below = move || is_open.get().then(|| view! { <Fields entry /> });
    Cells {
        fields: Some(fields.into_any()),
        actions: Some(actions.into_any()),
        below: Some(below.into_any()),
        ..Cells::default()
    }
}

/// The fields of an open touchpoint.
#[component]
fn Fields(entry: Entry<Touchpoint>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let settings = &texts.settings;
    let departments = workspace.select(move |plan| {
        let departments = plan.departments.iter();
        with_first(settings.not_chosen, departments.map(|department| (department.id.to_string(), named(&department.name, texts))))
    });
    let sub_phases = workspace.select(move |plan| {
        let sub_phases = plan.sub_phases.ids();
        with_first(settings.not_chosen, sub_phases.map(|id| (id.to_string(), plan.sub_phase_name(id, texts))))
    });
    let contacts = Contact::ALL.iter().enumerate();
    let contacts =
        with_first(settings.not_chosen, contacts.map(|(at, kind)| (at.to_string(), (texts.terms.contact)(*kind).to_owned())));
    let contact = entry.read(|touchpoint| {
        let at = Contact::ALL.iter().position(|kind| Some(*kind) == touchpoint.contact);
        at.map(|at| at.to_string()).unwrap_or_default()
    });
    let set_contact = move |key: String| {
        let contact = key.parse::<usize>().ok().and_then(|at| Contact::ALL.get(at).copied());
        entry.change(|touchpoint| touchpoint.contact = contact);
    };
    view! {
        <div class="touchpoint-fields">
            <ChannelsField entry />
            <div class="field-row">
                <SelectField
                    label=settings.department
                    options=departments
                    value=entry.read(|touchpoint| key(&touchpoint.department))
                    on_commit=move |id: String| {
                        entry.change(|touchpoint| touchpoint.department = DepartmentId::try_from(&*id).ok());
                    }
                />
                <SelectField
                    label=settings.sub_phase
                    options=sub_phases
                    value=entry.read(|touchpoint| key(&touchpoint.sub_phase))
                    on_commit=move |id: String| {
                        entry.change(|touchpoint| touchpoint.sub_phase = SubPhaseId::try_from(&*id).ok());
                    }
                />
                <SelectField label=settings.contact options=Signal::stored(contacts) value=contact on_commit=set_contact />
            </div>
            <TextArea
                label=settings.notes
                rows=2
                value=entry.read(|touchpoint| touchpoint.notes.clone())
                on_commit=move |notes| entry.change(|touchpoint| touchpoint.notes = notes)
            />
        </div>
    }
}

/// The channels of a touchpoint; one that isn't there yet can be added to the register.
#[component]
fn ChannelsField(entry: Entry<Touchpoint>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let settings = &texts.settings;
    let options = workspace.select(move |plan| {
        let channels = plan.channels.iter();
        channels.map(|channel| (channel.id.to_string(), named(&channel.name, texts))).collect::<Vec<_>>()
    });
    let id = entry.id();
    let chosen = workspace.select(move |plan| {
        let channels = plan.touchpoints.get(&id).map(|touchpoint| touchpoint.channels.as_slice()).unwrap_or_default();
        let channels = channels.iter().filter_map(|id| plan.channels.get(id));
        channels.map(|channel| (channel.id.to_string(), named(&channel.name, texts))).collect::<Vec<_>>()
    });
    let add = move |id: String| {
        if let Ok(id) = ChannelId::try_from(&*id) {
            entry.change(|touchpoint| touchpoint.channels.push(id));
        }
    };
    let remove = move |id: String| entry.change(|touchpoint| touchpoint.channels.retain(|channel| channel.as_str() != id));
    view! {
        <ChipsPicker
            label=settings.channels
            chosen
            options
            on_add=add
            on_remove=remove
            remove_label=move |name: String| (settings.remove)(&name)
            taken_label=texts.terms.taken
            on_create=move |name: String| create_channel(workspace, &entry.id(), &name)
            create_label=move |name: String| (settings.create_channel)(&name)
            none_label=settings.no_channel_fits
        />
    }
}

/// Adds a channel to the register and to a touchpoint, in one step.
fn create_channel(workspace: Workspace, touchpoint: &TouchpointId, name: &str) {
    let id: ChannelId = workspace.new_id();
    let place = Place::record(Area::Settings, touchpoint.as_id());
    workspace.edit(Label::new(Verb::Add, Noun::Channel), place, |plan| {
        plan.channels.insert(channel_named(id.clone(), name));
        plan.touchpoints.update(touchpoint, |touchpoint| touchpoint.channels.push(id));
    });
}

/// The key of a choice that may be none.
fn key<I: TypedId>(id: &Option<I>) -> String {
    id.as_ref().map(|id| id.as_id().to_string()).unwrap_or_default()
}
