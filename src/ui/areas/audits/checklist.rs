//! The checklist of an audit: questions with their ratings and what was seen.

use super::AuditHandle;
use crate::ui::{
    components::{
        Button, ButtonKind, EditableText, HelpHint, IconButton, Picker, SectionHead, Segmented, TickDialog, TickGroup, TickWords,
        icons, with_first,
    },
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::{AuditChecklist, audit_checklists},
    editor::{Label, Noun, Place, Verb},
    plan::{Audit, AuditQuestion, AuditQuestionId, Measurement, PainPointId},
    route::Area,
};

/// Up to this rating a pain point is offered.
const POOR: u8 = 2;

fn has(audit: &Audit, text: &str) -> bool {
    audit.questions.iter().any(|question| question.text.trim() == text)
}

fn add(workspace: Workspace, audit: AuditHandle, questions: &[&str]) {
    let questions: Vec<_> = questions.iter().map(|text| AuditQuestion::new(workspace.new_id(), text)).collect();
    audit.change(Verb::Change, |audit| audit.questions.extend(questions));
}

/// Takes a whole checklist up, with what it measures and, where there is none, a title.
fn take_checklist(workspace: Workspace, audit: AuditHandle, list: &AuditChecklist) {
    let questions: Vec<_> = list.questions.iter().map(|text| AuditQuestion::new(workspace.new_id(), text)).collect();
    let measurements: Vec<_> =
        list.measurements.iter().map(|(name, unit)| Measurement::new(workspace.new_id(), name, unit)).collect();
    audit.change(Verb::Change, |audit| {
        audit.questions.extend(questions);
        audit.measurements.extend(measurements);
        if audit.title.is_empty() {
            list.title.clone_into(&mut audit.title);
        }
    });
}

/// The checklist.
#[component]
pub fn Checklist(audit: AuditHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.audits;
    let ids = audit.signal(|audit| audit.questions.iter().map(|question| question.id.clone()).collect::<Vec<_>>());
    let ids = Memo::new(move |_| ids.get());
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let lists = audit_checklists(texts.language);
    let options = Memo::new(move |_| {
        let questions = lists.iter().flat_map(|list| list.questions);
        audit.get(|audit| {
            questions.filter(|text| !has(audit, text)).map(|text| ((*text).to_owned(), (*text).to_owned())).collect::<Vec<_>>()
        })
    });
    let asked = audit.signal(|audit| audit.questions.iter().map(|question| question.text.clone()).collect::<Vec<_>>());
    let add_one = Callback::new(move |text: String| add(workspace, audit, &[text.as_str()]));
    let begin = move || {
        is_empty.get().then(|| {
            let button = |list: &'static AuditChecklist| {
                let take = move |()| take_checklist(workspace, audit, list);
                view! { <li><Button label=list.title on_press=take /></li> }
            };
            view! {
                <p class="secondary">{words.checklist_empty}</p>
                <ul class="audit-checklists no-print" aria-label=words.pick_checklist>
                    {lists.iter().map(button).collect_view()}
                </ul>
            }
        })
    };
    view! {
        <section class="audit-section">
            <SectionHead
                title=words.checklist
                ruled=true
                help=view! { <HelpHint label=words.checklist title=words.checklist text=words.checklist_help /> }.into_any()
            >
                <Catalogue audit />
            </SectionHead>
            {begin}
            <ol class="audit-questions">
                <For each=move || ids.get() key=Clone::clone children=move |id| view! { <Question audit id /> } />
            </ol>
            <div class="audit-add no-print">
                <Picker
                    label=words.add_question
                    label_hidden=true
                    placeholder=words.add_question
                    options
                    on_pick=add_one
                    on_create=add_one
                    create_label=move |text: String| (words.create_question)(&text)
                    taken=asked
                    taken_label=texts.terms.taken
                    none_label=words.question_missing
                />
            </div>
        </section>
    }
}

/// A button that opens the catalogue of questions.
#[component]
fn Catalogue(audit: AuditHandle) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.audits;
    let open = RwSignal::new(false);
    let ticked = RwSignal::new(Vec::<String>::new());
    let groups = Memo::new(move |_| {
        let group = |list: &AuditChecklist| {
            let free = list.questions.iter().filter(|text| audit.get(|audit| !has(audit, text)));
            let entries: Vec<_> = free.map(|text| ((*text).to_owned(), (*text).to_owned())).collect();
            (!entries.is_empty()).then(|| TickGroup { title: list.title.to_owned(), entries })
        };
        audit_checklists(texts.language).iter().filter_map(group).collect::<Vec<_>>()
    });
    let take = move |()| {
        let ticked = ticked.get_untracked();
        add(workspace, audit, &ticked.iter().map(String::as_str).collect::<Vec<_>>());
        workspace.tell_undoable((words.taken)(ticked.len()));
    };
    let begin = move |()| {
        ticked.set(Vec::new());
        open.set(true);
    };
    let dialog_words = TickWords {
        search: words.search,
        nothing_found: words.nothing_found,
        all_taken: words.all_taken,
        whole_group: Some(words.whole_group),
        cancel: texts.shell.cancel,
        close: texts.shell.close,
        take: words.take,
    };
    view! {
        <Button kind=ButtonKind::Quiet icon=icons::LuLayers label=words.catalogue hint=words.catalogue_title on_press=begin />
        <TickDialog
            open
            title=words.catalogue_title
            groups
            ticked
            count=Signal::derive(move || ticked.with(Vec::len))
            words=dialog_words
            on_take=take
        />
    }
}

/// A question with its rating and what was seen.
#[component]
fn Question(audit: AuditHandle, id: AuditQuestionId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.audits;
    let id = StoredValue::new(id);
    fn of<'a>(audit: &'a Audit, id: &AuditQuestionId) -> Option<&'a AuditQuestion> {
        audit.questions.iter().find(|question| question.id == *id)
    }
    let text = audit.signal(move |audit| id.with_value(|id| of(audit, id).map(|it| it.text.clone()).unwrap_or_default()));
    let note = audit.signal(move |audit| id.with_value(|id| of(audit, id).map(|it| it.note.clone()).unwrap_or_default()));
    let rating = audit.signal(move |audit| id.with_value(|id| of(audit, id).and_then(|it| it.rating)));
    let rating = Memo::new(move |_| rating.get());
    let named = move || text.with(|text| texts.terms.named(text).to_owned());
    let change = move |change: &dyn Fn(&mut AuditQuestion)| {
        audit.change(Verb::Change, |audit| {
            if let Some(own) = audit.questions.iter_mut().find(|own| id.with_value(|id| own.id == *id)) {
                change(own);
            }
        });
    };
    let remove = move |()| {
        audit.change(Verb::Change, |audit| audit.questions.retain(|own| id.with_value(|id| own.id != *id)));
    };
    let ratings = with_first(words.not_rated, (1..=5_u8).map(|it| (it.to_string(), it.to_string())));
    let pain_point = move |()| make_pain_point(workspace, audit, &id.get_value());
    let poor = move || {
        rating.get().is_some_and(|rating| rating <= POOR).then(|| {
            let hint = Signal::derive(move || (words.make_pain_point_of)(&named()));
            view! {
                <Button kind=ButtonKind::Link icon=icons::LuTriangleAlert label=words.make_pain_point hint on_press=pain_point />
            }
        })
    };
    view! {
        <li class="audit-question">
            <div class="audit-question-text">
                <EditableText
                    label=words.question
                    value=text
                    on_commit=move |text: String| change(&|question| text.clone_into(&mut question.text))
                    placeholder=words.question
                    multiline=true
                />
                <div class="audit-question-note">
                    <EditableText
                        label=Signal::derive(move || (words.note)(&named()))
                        value=note
                        on_commit=move |text: String| change(&|question| text.clone_into(&mut question.note))
                        placeholder=words.note_empty
                        multiline=true
                    />
                    {poor}
                </div>
            </div>
            <div class="audit-rating">
                <Segmented
                    label=Signal::derive(move || (words.rating)(&named()))
                    options=Signal::stored(ratings)
                    value=Signal::derive(move || rating.get().map(|rating| rating.to_string()).unwrap_or_default())
                    on_pick=move |rating: String| change(&|question| question.rating = rating.parse().ok())
                />
                <span class="audit-rating-words">{move || rating.get().map(words.rating_words)}</span>
            </div>
            <IconButton
                small=true
                icon=icons::LuX
                label=Signal::derive(move || (words.remove_question)(&named()))
                on_press=remove
            />
        </li>
    }
}

/// Makes a pain point out of a question that was rated badly: what was seen, where, and what tells so.
fn make_pain_point(workspace: Workspace, audit: AuditHandle, question: &AuditQuestionId) {
    let texts = workspace.texts();
    let id: PainPointId = workspace.new_id();
    let evidence = audit.get(|audit| {
        let day = audit.on.map(|_| super::day(audit, texts)).unwrap_or_default();
        (texts.audits.pain_point_evidence)(&audit.title, &day)
    });
    let place = Place::record(Area::Findings, &id);
    let made = workspace.edit(Label::new(Verb::Add, Noun::PainPoint), place, |plan| {
        plan.pain_point_from_audit(&audit.id(), question, id.clone(), &evidence)
    });
    if let Some(Some(text)) = made {
        workspace.tell_undoable((texts.audits.pain_point_made)(&text));
    }
}
