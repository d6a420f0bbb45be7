//! The panel with all that is known of a content.

use super::{ContentHandle, HOME, intent_key, state_key};
use crate::ui::{
    components::{Button, ButtonKind, ChipsPicker, DateField, EditableText, Panel, SelectField, icons, with_first},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    plan::{ChannelId, ContentId, ContentState, Day, DepartmentId, Intent, Plan, SubPhaseId},
    route::Area,
    texts::Texts,
};

fn departments(plan: &Plan, texts: &Texts) -> Vec<(String, String)> {
    let named = |name: &str| texts.terms.named(name).to_owned();
    let departments = plan.departments.iter().map(|department| (department.id.to_string(), named(&department.name)));
    with_first(texts.content.not_chosen, departments)
}

fn phases(plan: &Plan, texts: &Texts) -> Vec<(String, String)> {
    let sub_phases = plan.sub_phases.ids().map(|id| (id.to_string(), plan.sub_phase_name(id, texts)));
    with_first(texts.content.not_chosen, sub_phases)
}

/// The panel.
#[component]
pub fn Details(id: ContentId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.content;
    let content = ContentHandle::new(HOME, id);
    let need = content.signal(|content| content.need.clone());
    let is_new = need.with_untracked(String::is_empty);
    let heading = Signal::derive(move || need.with(|need| texts.terms.named(need).to_owned()));
    let intents = Intent::ALL.map(|it| (intent_key(Some(it)), (words.intent_name)(it).to_owned()));
    let intents = with_first(words.not_chosen, intents);
    let states = ContentState::ALL.map(|it| (state_key(it), (words.state_name)(it).to_owned())).to_vec();
    let set_intent = move |key: String| {
        let intent = Intent::ALL.into_iter().find(|intent| intent_key(Some(*intent)) == key);
        content.change(Verb::Change, |content| content.intent = intent);
    };
    let set_state = move |key: String| {
        if let Some(state) = ContentState::ALL.into_iter().find(|state| state_key(*state) == key) {
            content.change(Verb::Change, |content| content.state = state);
        }
    };
    view! {
        <Panel
            label=Signal::derive(move || (words.details_of)(&heading.get()))
            close_label=texts.shell.close
            on_close=move |()| workspace.go(Area::Content, None)
        >
            <h2 class="panel-title">
                <EditableText
                    label=words.need
                    value=need
                    on_commit=move |text: String| content.change(Verb::Change, |content| content.need = text)
                    placeholder=words.need_empty
                    multiline=true
                    start_editing=is_new
                />
            </h2>
            <div class="panel-section field-stack">
                <div class="field">
                    <span class="field-label">{words.title}</span>
                    <EditableText
                        label=words.title
                        value=content.signal(|content| content.title.clone())
                        on_commit=move |text: String| content.change(Verb::Change, |content| content.title = text)
                        placeholder=words.title_empty
                        multiline=true
                    />
                </div>
                <SelectField
                    label=words.phase
                    options=workspace.select(move |plan| phases(plan, texts))
                    value=content.signal(|content| content.sub_phase.as_ref().map(ToString::to_string).unwrap_or_default())
                    on_commit=move |key: String| {
                        content.change(Verb::Change, |content| content.sub_phase = SubPhaseId::try_from(key.as_str()).ok());
                    }
                />
                <Channels content />
                <SelectField
                    label=words.intent
                    options=Signal::stored(intents)
                    value=content.signal(|content| intent_key(content.intent))
                    on_commit=set_intent
                    hint=Signal::stored(words.intent_help.to_owned())
                />
            </div>
            <div class="panel-section field-stack">
                <SelectField
                    label=words.state
                    options=Signal::stored(states)
                    value=content.signal(|content| state_key(content.state))
                    on_commit=set_state
                />
                <SelectField
                    label=words.department
                    options=workspace.select(move |plan| departments(plan, texts))
                    value=content.signal(|content| content.department.as_ref().map(ToString::to_string).unwrap_or_default())
                    on_commit=move |key: String| {
                        content.change(Verb::Change, |content| content.department = DepartmentId::try_from(key.as_str()).ok());
                    }
                />
                <DateField
                    label=words.due
                    value=content.signal(|content| content.due.map(|day| day.to_string()).unwrap_or_default())
                    on_commit=move |day: String| content.change(Verb::Change, |content| content.due = Day::parse(&day))
                />
            </div>
            <div class="panel-section">
                <Button
                    kind=ButtonKind::Danger
                    icon=icons::LuTrash2
                    label=words.delete
                    on_press=move |()| content.delete(&heading.get_untracked())
                />
            </div>
        </Panel>
    }
}

/// Where the content is found.
#[component]
fn Channels(content: ContentHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.content;
    let all = workspace.select(move |plan| {
        let named = |name: &str| texts.terms.named(name).to_owned();
        plan.channels.iter().map(|channel| (channel.id.to_string(), named(&channel.name))).collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| {
        let ids = content.get(|content| content.channels.clone());
        all.with(|all| {
            let found = |id: &ChannelId| all.iter().find(|(own, _)| *own == id.to_string()).cloned();
            ids.iter().filter_map(found).collect::<Vec<_>>()
        })
    });
    let toggle = Callback::new(move |id: String| {
        let Ok(id) = ChannelId::try_from(id.as_str()) else { return };
        content.change(Verb::Change, |content| match content.channels.iter().position(|own| *own == id) {
            Some(at) => drop(content.channels.remove(at)),
            None => content.channels.push(id),
        });
    });
    view! {
        <ChipsPicker
            label=words.channels
            chosen
            options=all
            on_add=toggle
            on_remove=toggle
            remove_label=move |name: String| (words.remove_channel)(&name)
            taken_label=texts.terms.taken
            none_label=words.no_channel_fits
            placeholder=words.add_channel
        />
    }
}
