//! The pain points and opportunities that a voice backs; one can be made of it, or chosen.

use crate::ui::{
    components::{Button, ButtonKind, IconButton, Picker, SectionHead, icons},
    finding::noun,
    voice::VoiceHandle,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Place, Verb},
    listing::voices::backed_by,
    plan::{Evidence, FindingKey, FindingKind, Id, OpportunityId, PainPointId, VoiceOrigin},
    route::Area,
};

/// What kind of evidence something said is.
fn evidence(origin: Option<VoiceOrigin>) -> Option<Evidence> {
    Some(match origin? {
        VoiceOrigin::SurveyComment => Evidence::Survey,
        VoiceOrigin::Interview => Evidence::Interview,
        VoiceOrigin::Staff => Evidence::Staff,
        VoiceOrigin::Forum
        | VoiceOrigin::SocialMedia
        | VoiceOrigin::Review
        | VoiceOrigin::Complaint
        | VoiceOrigin::ServiceContact => Evidence::Observation,
    })
}

/// The section.
#[component]
pub fn Findings(voice: VoiceHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.voices;
    let named = |text: &str| texts.terms.named(text).to_owned();
    let id = voice.id();
    let lines = workspace.select(move |plan| {
        let line = |key: FindingKey| {
            let text = plan.finding(&key).map(|finding| named(finding.text)).unwrap_or_default();
            (key, text)
        };
        backed_by(plan, &id).into_iter().map(line).collect::<Vec<_>>()
    });
    let id = voice.id();
    let others = workspace.select(move |plan| {
        let choice = |key: FindingKey| {
            let finding = plan.finding(&key)?;
            (!finding.voices.contains(&id)).then(|| (key.as_id().to_string(), named(finding.text)))
        };
        plan.finding_keys().into_iter().filter_map(choice).collect::<Vec<_>>()
    });
    let set = move |key: &FindingKey, backs: bool| {
        let id = voice.id();
        let place = Place::record(Area::Voices, &id);
        workspace.edit(Label::new(Verb::Change, noun(key.kind())), place, |plan| {
            plan.change_finding(key, |finding| {
                finding.voices.retain(|own| *own != id);
                if backs {
                    finding.voices.push(id);
                }
            });
        });
    };
    let link = move |key: String| {
        let key = Id::try_from(key.as_str()).ok().and_then(|id| workspace.with_plan(|plan| plan.finding_key(&id)));
        if let Some(key) = key {
            set(&key, true);
        }
    };
    let make = move |kind: FindingKind| {
        let key: FindingKey = match kind {
            FindingKind::PainPoint => workspace.new_id::<PainPointId>().into(),
            FindingKind::Opportunity => workspace.new_id::<OpportunityId>().into(),
        };
        let (id, said) = (voice.id(), voice.get(|voice| Some((voice.text.clone(), voice.touchpoint.clone(), voice.origin))));
        let Some((text, touchpoint, origin)) = said else { return };
        let place = Place::record(Area::Findings, key.as_id());
        workspace.edit(Label::new(Verb::Add, noun(kind)), place, |plan| {
            plan.add_finding(&key, &text, touchpoint.into_iter().collect());
            plan.change_finding(&key, |finding| {
                *finding.evidence = evidence(origin);
                finding.voices.push(id);
            });
        });
        workspace.go(Area::Findings, Some(key.as_id().clone()));
    };
    let row = move |(key, text): (FindingKey, String)| {
        let label = (words.unlink)(&text);
        let href = workspace.link(Area::Findings, Some(key.as_id()));
        view! {
            <li class="row">
                <a class="row-title" dir="auto" href=href>{text}</a>
                <IconButton small=true icon=icons::LuX label on_press=move |()| set(&key, false) />
                <span class="row-note"></span>
            </li>
        }
    };
    view! {
        <section class="panel-section">
            <SectionHead title=words.findings ruled=true />
            {move || match lines.get() {
                lines if lines.is_empty() => view! { <p class="entry-empty">{words.findings_none}</p> }.into_any(),
                lines => view! { <ul class="row-list">{lines.into_iter().map(row).collect_view()}</ul> }.into_any(),
            }}
            <div class="voice-makes">
                <Button
                    kind=ButtonKind::Link
                    icon=icons::LuTriangleAlert
                    label=words.make_pain_point
                    on_press=move |()| make(FindingKind::PainPoint)
                />
                <Button
                    kind=ButtonKind::Link
                    icon=icons::LuLightbulb
                    label=words.make_opportunity
                    on_press=move |()| make(FindingKind::Opportunity)
                />
            </div>
            {move || others.with(|others| !others.is_empty()).then(|| view! {
                <Picker
                    label=words.link_finding
                    label_hidden=true
                    placeholder=words.link_finding
                    options=others
                    on_pick=link
                    none_label=words.findings_missing
                />
            })}
        </section>
    }
}
