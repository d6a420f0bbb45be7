//! What a finding is linked with: touchpoints, goals, measures, voices.

use crate::ui::{
    components::{Button, ButtonKind, ChipsPicker, Choices, IconButton, Picker, SectionHead, icons},
    finding::FindingHandle,
    voice::{Quotes, quotes},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::Verb,
    plan::{GoalId, Id, MeasureId, MeasureStatus, Plan, Reference, Touchpoint, TouchpointId, TypedId, VoiceId},
    route::{Area, Route},
    texts::{Texts, format},
};

fn named(name: &str, texts: &Texts) -> String {
    texts.terms.named(name).to_owned()
}

/// The chosen of all choices, in the order in which they were chosen.
fn chosen(ids: &[String], all: &Choices) -> Choices {
    ids.iter().filter_map(|id| all.iter().find(|(own, _)| own == id).cloned()).collect()
}

/// Where it is; a touchpoint that the plan doesn't have yet goes into its register.
#[component]
pub fn Touchpoints(finding: FindingHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let options = workspace.select(move |plan: &Plan| {
        plan.touchpoints.iter().map(|it| (it.id.to_string(), named(&it.name, texts))).collect::<Choices>()
    });
    let own = finding.field(|said| said.touchpoints.iter().map(ToString::to_string).collect::<Vec<_>>());
    let add = move |id: String| {
        if let Ok(id) = TouchpointId::try_from(id.as_str()) {
            finding.change(|finding| finding.touchpoints.push(id));
        }
    };
    let remove = move |id: String| finding.change(|finding| finding.touchpoints.retain(|own| own.as_str() != id));
    let create = move |name: String| {
        let id: TouchpointId = workspace.new_id();
        finding.edit(Verb::Change, |plan, key| {
            plan.touchpoints.insert(Touchpoint::new(id.clone(), &name));
            plan.change_finding(key, |finding| finding.touchpoints.push(id));
        });
    };
    view! {
        <ChipsPicker
            label=words.touchpoints
            chosen=Signal::derive(move || options.with(|options| chosen(&own.get(), options)))
            options
            on_add=add
            on_remove=remove
            remove_label=move |name: String| (words.remove)(&name)
            taken_label=texts.terms.taken
            on_create=Callback::new(create)
            create_label=Callback::new(move |name: String| (words.touchpoint_create)(&name))
            none_label=words.nothing_fits
            placeholder=words.choose
            href=Callback::new(move |id: String| link_to(workspace, id, |id| Reference::Touchpoint(id.into())))
        />
    }
}

/// Where something that is linked is shown.
fn link_to(workspace: Workspace, id: String, of: fn(Id) -> Reference) -> String {
    Id::try_from(id).map(|id| workspace.link_to(Route::of(&of(id)))).unwrap_or_default()
}

/// The goals that it touches.
#[component]
pub fn Goals(finding: FindingHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let options = workspace.select(move |plan: &Plan| {
        plan.goals.iter().map(|goal| (goal.id.to_string(), named(&goal.title, texts))).collect::<Choices>()
    });
    let own = finding.field(|said| said.goals.iter().map(ToString::to_string).collect::<Vec<_>>());
    let add = move |id: String| {
        if let Ok(id) = GoalId::try_from(id.as_str()) {
            finding.change(|finding| finding.goals.push(id));
        }
    };
    let remove = move |id: String| finding.change(|finding| finding.goals.retain(|own| own.as_str() != id));
    view! {
        <ChipsPicker
            label=(words.goals)(finding.kind())
            chosen=Signal::derive(move || options.with(|options| chosen(&own.get(), options)))
            options
            on_add=add
            on_remove=remove
            remove_label=move |name: String| (words.remove)(&name)
            taken_label=texts.terms.taken
            none_label=words.goals_missing
            placeholder=words.choose
            href=Callback::new(move |id: String| link_to(workspace, id, |id| Reference::Goal(id.into())))
        />
    }
}

/// A measure that answers it, as a line.
#[derive(Clone, PartialEq)]
struct Line {
    id: MeasureId,
    title: String,
    status: MeasureStatus,
    note: String,
}

/// The measures that answer it; one can be made of it, or chosen among those that there are.
#[component]
pub fn Measures(finding: FindingHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let key = finding.key();
    let lines = workspace.select(move |plan| {
        let line = |measure: &std::sync::Arc<reiseplan::plan::Measure>| {
            let end = measure.end.map(|end| (texts.overview.until)(&format::day(texts.language, end)));
            let status = (texts.terms.measure_status)(measure.status).to_owned();
            let note = std::iter::once(status).chain(end).collect::<Vec<_>>().join(" · ");
            Line { id: measure.id.clone(), title: named(&measure.title, texts), status: measure.status, note }
        };
        plan.measures_for(&key).map(line).collect::<Vec<_>>()
    });
    let key = finding.key();
    let others = workspace.select(move |plan: &Plan| {
        let others = plan.measures.iter().filter(|measure| !measure.answers(&key));
        others.map(|measure| (measure.id.to_string(), named(&measure.title, texts))).collect::<Choices>()
    });
    let set = move |id: MeasureId, answers: bool| {
        finding.edit(Verb::Change, |plan, key| plan.measures.update(&id, |measure| measure.set_answers(key, answers)));
    };
    let link = move |id: String| {
        if let Ok(id) = MeasureId::try_from(id.as_str()) {
            set(id, true);
        }
    };
    let row = move |line: Line| {
        let id = line.id.clone();
        view! {
            <li class="row" class:finding-dropped=line.status == MeasureStatus::Dropped>
                <a class="row-title" dir="auto" href=workspace.link(Area::Measures, Some(line.id.as_id()))>{line.title.clone()}</a>
                <IconButton
                    small=true
                    icon=icons::LuX
                    label=(words.unlink_measure)(&line.title)
                    on_press=move |()| set(id.clone(), false)
                />
                <span class="row-note">{line.note}</span>
            </li>
        }
    };
    view! {
        <SectionHead title=words.measures ruled=true>
            <Button kind=ButtonKind::Link label=words.plan_measure on_press=move |()| finding.plan_measure() />
        </SectionHead>
        {move || match lines.get() {
            lines if lines.is_empty() => view! { <p class="finding-none">{words.measures_none}</p> }.into_any(),
            lines => view! { <ul class="row-list">{lines.into_iter().map(row).collect_view()}</ul> }.into_any(),
        }}
        {move || others.with(|others| !others.is_empty()).then(|| view! {
            <Picker
                label=words.link_measure
                label_hidden=true
                placeholder=words.link_measure
                options=others
                on_pick=link
                none_label=words.measures_missing
            />
        })}
    }
}

/// The voices that back it; nothing where the plan has no voices.
#[component]
pub fn Voices(finding: FindingHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.voices;
    let own = finding.field(|said| said.voices.clone());
    let own = Memo::new(move |_| own.get());
    let backing = workspace.select(move |plan| own.with(|own| quotes(plan, own, texts)));
    let has_voices = workspace.select(|plan| !plan.voices.is_empty());
    let others = workspace.select(move |plan: &Plan| {
        own.with(|own| {
            let others = plan.voices.iter().filter(|voice| !own.contains(&voice.id) && !voice.text.is_empty());
            others.map(|voice| (voice.id.to_string(), voice.text.clone())).collect::<Choices>()
        })
    });
    let link = move |id: String| {
        if let Ok(id) = VoiceId::try_from(id.as_str()) {
            finding.change(|finding| finding.voices.push(id));
        }
    };
    let unlink = Callback::new(move |id: VoiceId| finding.change(|finding| finding.voices.retain(|own| *own != id)));
    move || {
        has_voices.get().then(|| {
            view! {
                <section class="panel-section">
                    <SectionHead title=words.backing ruled=true />
                    {move || own.with(Vec::is_empty).then(|| view! { <p class="finding-none">{words.backing_none}</p> })}
                    <Quotes quotes=backing on_unlink=unlink />
                    <Picker
                        label=words.link_voice
                        label_hidden=true
                        placeholder=words.link_voice
                        options=others
                        on_pick=link
                        none_label=words.voices_missing
                    />
                </section>
            }
        })
    }
}
