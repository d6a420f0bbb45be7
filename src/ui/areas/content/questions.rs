//! Questions of customers in journeys that no content answers, to be taken up.

use super::HOME;
use crate::ui::{
    components::{Button, ButtonKind, HelpHint, SectionHead},
    platform::page,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Place, Verb},
    figures::content::{OpenQuestion, open_questions},
    plan::{Content, Intent, Phase, TypedId},
    route::Area,
};

/// How many questions are shown before the user asks for all.
const SHOWN: usize = 8;

/// Takes questions up as contents that inform.
fn take(workspace: Workspace, questions: &[OpenQuestion]) {
    page::leave_part(".content-question");
    let contents: Vec<Content> = questions
        .iter()
        .map(|question| Content {
            intent: Some(Intent::Informational),
            ..Content::new(workspace.new_id(), &question.text, question.sub_phase.clone())
        })
        .collect();
    workspace.edit(Label::new(Verb::Add, HOME.noun), Place::area(Area::Content), |plan| {
        for content in contents {
            plan.contents.insert(content);
        }
    });
    workspace.tell_undoable((workspace.texts().content.taken)(questions.len()));
    // Who took all up that belongs to the buying process goes on with the rest.
    page::hold_focus(".content-questions .row-list a");
}

/// The list; nothing where the plan has no questions at all.
#[component]
pub fn Questions() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.content;
    let questions = workspace.select(open_questions);
    let has_journeys = workspace.select(|plan| !plan.journeys.is_empty());
    let all = RwSignal::new(false);
    // What belongs to the buying process can be taken up in one go.
    let buying = Memo::new(move |_| {
        let mut questions = questions.get();
        workspace.with_plan(|plan| {
            questions.retain(|question| plan.phase_of(question.sub_phase.as_ref()) == Some(Phase::Acquisition));
        });
        questions
    });
    let count = Memo::new(move |_| questions.with(Vec::len));
    let shown = move || {
        let mut questions = questions.get();
        if !all.get() && !workspace.printing.get() {
            questions.truncate(SHOWN);
        }
        questions
    };
    let line = move |question: OpenQuestion| {
        let (journey, _) = &question.asked;
        let href = workspace.link(Area::Journeys, Some(journey.as_id()));
        let own = question.clone();
        let phase =
            workspace.select(move |plan| own.sub_phase.as_ref().map(|id| plan.sub_phase_name(id, texts)).unwrap_or_default());
        let hint = (words.take_of)(&question.text);
        let text = question.text.clone();
        view! {
            <li class="content-question">
                <a href=href dir="auto">{text}</a>
                <span class="secondary">{phase}</span>
                <Button kind=ButtonKind::Quiet label=words.take hint on_press=move |()| take(workspace, std::slice::from_ref(&question)) />
            </li>
        }
    };
    let more = move || {
        let more = count.get().saturating_sub(SHOWN);
        (more > 0 && !all.get()).then(|| {
            let show = move |()| {
                all.set(true);
                page::focus_soon(format!(".content-question:nth-child({}) a", SHOWN + 1));
            };
            view! { <Button kind=ButtonKind::Quiet label=(words.questions_more)(more) on_press=show /> }
        })
    };
    let take_all = move || {
        let count = buying.with(Vec::len);
        (count > 1).then(|| {
            let press = move |()| take(workspace, &buying.get_untracked());
            view! { <Button kind=ButtonKind::Link label=(words.take_all)(count) on_press=press /> }
        })
    };
    move || {
        has_journeys.get().then(|| {
            view! {
                <section class="content-questions">
                    <SectionHead
                        title=words.questions
                        note=Signal::derive(move || count.get().to_string())
                        ruled=true
                        help=view! { <HelpHint label=words.questions title=words.questions text=words.questions_help /> }.into_any()
                    >
                        {take_all}
                    </SectionHead>
                    {move || (count.get() == 0).then(|| view! { <p class="secondary">{words.questions_none}</p> })}
                    <ul class="row-list">
                        <For each=shown key=|question| question.text.clone() children=line />
                    </ul>
                    {more}
                </section>
            }
        })
    }
}
