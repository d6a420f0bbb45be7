//! An audit to be filled in: where and when, its checklist, what was measured, and what is known of the touchpoint.

use super::{AuditHandle, HOME, checklist::Checklist, history::History, measurements::Measurements};
use crate::ui::{
    components::{Button, DateField, EditableText, Menu, MenuItem, PageHead, SectionHead, icons},
    platform::{clock, page},
    touchpoint::{ChosenTouchpoint, TouchpointPicker},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{AuditId, Day, TypedId},
    route::Area,
};

/// The page.
#[component]
pub fn AuditPage(id: AuditId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.audits;
    let audit = AuditHandle::new(HOME, id);
    let title = audit.signal(|audit| audit.title.clone());
    let heading = audit.signal(move |audit| super::heading(audit, texts));
    let result = audit.signal(move |audit| {
        let rated = (words.rated_of)(audit.rated(), audit.questions.len());
        let rated = (!audit.questions.is_empty()).then(|| format!("{}: {rated}", words.rated));
        let mean = super::mean(audit, texts).map(|mean| format!("{}: {mean}", words.mean));
        mean.into_iter().chain(rated).collect::<Vec<_>>().join(" · ")
    });
    let again = move |()| {
        let id: AuditId = workspace.new_id();
        let place = Place::record(Area::Audits, &id);
        workspace.edit(Label::new(Verb::Add, Noun::Audit), place, |plan| {
            if let Some(again) = plan.audits.get(&audit.id()).map(|audit| audit.again(id.clone(), clock::today())) {
                plan.audits.insert(again);
            }
        });
        workspace.go(Area::Audits, Some(id.as_id().clone()));
    };
    let set_touchpoint = move |chosen: ChosenTouchpoint| {
        audit.change_plan(Verb::Change, |plan, audit| {
            let id = chosen.register(plan);
            plan.audits.update(audit, |audit| audit.touchpoint = Some(id));
        });
    };
    let delete = move || audit.delete(&heading.get_untracked());
    let items = Signal::stored(vec![MenuItem::new(words.delete, delete).icon(icons::LuTrash2)]);
    view! {
        <div class="page audit">
            <PageHead
                title
                on_rename=move |title: String| audit.change(Verb::Rename, |audit| audit.title = title)
                rename_label=words.title
                placeholder=words.title_empty
                subtitle=result
            >
                <Button icon=icons::LuCopy label=words.again hint=words.again_help on_press=again />
                <Button icon=icons::LuPrinter label=words.print on_press=move |()| page::print() />
                <Menu icon_only=true icon=icons::LuEllipsis label=Signal::derive(move || (words.more)(&heading.get())) items />
            </PageHead>
            <div class="audit-sheet">
                <div class="audit-findings">
                    <div class="audit-facts">
                        <TouchpointPicker
                            label=words.touchpoint
                            placeholder=words.touchpoint_none
                            chosen=audit.signal(|audit| audit.touchpoint.clone())
                            on_pick=set_touchpoint
                        />
                        <DateField
                            label=words.on
                            value=audit.signal(|audit| audit.on.map(|day| day.to_string()).unwrap_or_default())
                            on_commit=move |day: String| audit.change(Verb::Change, |audit| audit.on = Day::parse(&day))
                        />
                    </div>
                    <Checklist audit />
                    <Measurements audit />
                    <section class="audit-section">
                        <SectionHead title=words.notes />
                        <EditableText
                            label=words.notes
                            value=audit.signal(|audit| audit.notes.clone())
                            on_commit=move |text: String| audit.change(Verb::Change, |audit| audit.notes = text)
                            placeholder=words.notes_empty
                            multiline=true
                        />
                    </section>
                </div>
                <History audit />
            </div>
        </div>
    }
}
