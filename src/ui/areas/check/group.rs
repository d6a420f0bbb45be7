//! What one rule has found.

use crate::ui::{
    components::{Button, ButtonKind, EditEnd, Icon, InlineEditor, icons},
    platform::page,
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    check::{Remark, RuleId},
    editor::{Label, Noun, Place, Verb},
    plan::{Dismissal, Id, Plan},
    route::Area,
    texts::Texts,
};

/// How many remarks of a rule are shown before the user asks for all.
const SHOWN: usize = 12;

/// A remark as a line shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Line {
    /// Id of its subject; none: the whole plan.
    pub subject: Option<Id>,
    /// Name of its subject.
    pub name: String,
    /// The figure in words.
    pub figure: String,
    /// Where it can be mended.
    pub href: String,
}

impl Line {
    /// Writes a remark.
    pub fn of(remark: &Remark, plan: &Plan, workspace: Workspace, texts: &Texts) -> Self {
        let currency = plan.profile().currency.clone();
        Self {
            subject: remark.subject.id(),
            name: remark.subject.name(plan, texts),
            figure: remark.figure.as_ref().map(|figure| (texts.check.figure)(figure, &currency)).unwrap_or_default(),
            href: workspace.link_to(remark.place()),
        }
    }
}

/// The remarks of a rule that aren't dismissed.
#[component]
pub fn Group(rule: RuleId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.check;
    let all = RwSignal::new(false);
    let lines = Memo::new(move |_| {
        workspace.remarks.with(|remarks| {
            let own = remarks.iter().filter(|remark| remark.rule == rule && !remark.dismissed);
            workspace.with_plan(|plan| own.map(|remark| Line::of(remark, plan, workspace, texts)).collect::<Vec<_>>())
        })
    });
    let count = Memo::new(move |_| lines.with(Vec::len));
    let shown = move || {
        let mut lines = lines.get();
        if !all.get() && !workspace.printing.get() {
            lines.truncate(SHOWN);
        }
        lines
    };
    let more = move || {
        let more = count.get().saturating_sub(SHOWN);
        (more > 0 && !all.get()).then(|| {
            let show = move |()| {
                all.set(true);
                page::focus_soon(format!("[data-rule=\"{}\"] li:nth-child({}) a", rule.rule().key, SHOWN + 1));
            };
            view! { <Button kind=ButtonKind::Quiet label=(words.more)(more) on_press=show /> }
        })
    };
    // The line whose reason is being written.
    let dismissing = RwSignal::new(None::<Option<Id>>);
    let icon = if rule.rule().urgent { icons::LuCircleAlert } else { icons::LuCircleDashed };
    view! {
        <section class="check-group" data-rule=rule.rule().key>
            <Icon icon />
            <div>
                <h3>{move || (words.found)(rule, count.get())}</h3>
                <p class="check-why">{(words.why)(rule)}" "{(words.to_do)(rule)}</p>
                <ul class="row-list">
                    <For
                        each=shown
                        key=Line::clone
                        children=move |line| view! { <RemarkLine rule line dismissing /> }
                    />
                </ul>
                {more}
            </div>
        </section>
    }
}

#[component]
fn RemarkLine(rule: RuleId, line: Line, dismissing: RwSignal<Option<Option<Id>>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.check;
    let Line { subject, name, figure, href } = line;
    let own = subject.clone();
    let is_dismissing = Memo::new(move |_| dismissing.with(|dismissing| dismissing.as_ref() == Some(&own)));
    let (begun, named) = (subject.clone(), name.clone());
    let key = subject.as_ref().map(ToString::to_string).unwrap_or_default();
    let own_button = format!("[data-rule=\"{}\"] [data-subject=\"{key}\"] button", rule.rule().key);
    let tail = move || match is_dismissing.get() {
        true => {
            let (subject, name) = (subject.clone(), named.clone());
            let commit = move |(reason, end): (String, EditEnd)| {
                if end == EditEnd::Enter {
                    page::leave_part(".check-section .check-remark");
                }
                dismissing.set(None);
                dismiss(workspace, rule, subject.clone(), &name, reason);
            };
            let button = own_button.clone();
            let cancel = move |()| {
                dismissing.set(None);
                page::hold_focus(button.clone());
            };
            view! {
                <div class="check-reason">
                    <InlineEditor
                        label=(words.reason_of)(&named)
                        text=String::new()
                        on_commit=commit
                        on_cancel=cancel
                        placeholder=words.reason
                        required=true
                    />
                </div>
            }
            .into_any()
        }
        false => {
            let subject = begun.clone();
            view! {
                <Button
                    kind=ButtonKind::Quiet
                    label=words.dismiss
                    hint=(words.dismiss_of)(&named)
                    on_press=move |()| dismissing.set(Some(subject.clone()))
                />
            }
            .into_any()
        }
    };
    view! {
        <li class="check-remark" data-subject=key>
            <a class="check-name" href=href dir="auto">{name.clone()}</a>
            <span class="check-figure">{figure}</span>
            {tail}
        </li>
    }
}

/// Takes a remark out of what counts.
fn dismiss(workspace: Workspace, rule: RuleId, subject: Option<Id>, name: &str, reason: String) {
    let key = rule.rule().key;
    let dismissal = Dismissal { reason, ..Dismissal::new(workspace.new_id(), key, subject) };
    workspace.edit(Label::new(Verb::Add, Noun::Dismissal), Place::area(Area::Check), |plan| plan.dismissals.insert(dismissal));
    workspace.tell_undoable((workspace.texts().check.dismissed_told)(name));
}
