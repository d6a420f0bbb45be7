//! Reasons for leaving in imported data that no group stands for, to be made groups.

use super::HOME;
use crate::ui::{
    components::{Button, ButtonKind, HelpHint, SectionHead},
    platform::{clock, page},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Place, Verb},
    finance::{LostCustomers, lost_without_group},
    plan::WinBackGroup,
    route::Area,
    texts::format,
};

/// How many reasons are shown before the user asks for all.
const SHOWN: usize = 8;

/// Makes groups of lost customers in one step.
fn take(workspace: Workspace, lost: &[LostCustomers]) {
    let today = clock::today();
    let groups: Vec<WinBackGroup> = lost.iter().map(|lost| lost.to_group(workspace.new_id(), today)).collect();
    workspace.edit(Label::new(Verb::Add, HOME.noun), Place::area(Area::WinBack), |plan| {
        for group in groups {
            plan.win_back_groups.insert(group);
        }
    });
    workspace.tell_undoable((workspace.texts().win_back.taken)(lost.len()));
    // The button goes with the reason that it took: the next one has the focus, or the groups.
    page::after_render(|| {
        if !page::focus_if_there(".win-back-lost-reason button") {
            page::focus(".win-back .table-scroll");
        }
    });
}

/// The list; nothing where every reason has its group.
#[component]
pub fn Lost() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.win_back;
    let lost = workspace.select(lost_without_group);
    let all = RwSignal::new(false);
    let count = Memo::new(move |_| lost.with(Vec::len));
    let limit = move || if all.get() || workspace.printing.get() { usize::MAX } else { SHOWN };
    let shown = move || lost.with(|lost| lost.iter().take(limit()).cloned().collect::<Vec<_>>());
    let line = move |lost: LostCustomers| {
        let customers = (words.lost_customers)(lost.customers, &format::count(texts.language, lost.customers.into()));
        let between = lost.span().map(|(first, last)| {
            let month = |month| format::month(texts.language, month);
            (words.lost_between)(&month(first), &month(last))
        });
        let (reason, hint) = (lost.reason.clone(), (words.take_of)(&lost.reason));
        view! {
            <li class="win-back-lost-reason">
                <span dir="auto">{reason}</span>
                <span class="num">{customers}</span>
                <span class="secondary">{between}</span>
                <Button kind=ButtonKind::Quiet label=words.take hint on_press=move |()| take(workspace, std::slice::from_ref(&lost)) />
            </li>
        }
    };
    let more = move || {
        let more = count.get().saturating_sub(SHOWN);
        (more > 0 && !all.get()).then(|| {
            view! { <Button kind=ButtonKind::Quiet label=(words.lost_more)(more) on_press=move |()| all.set(true) /> }
        })
    };
    let take_all = move || {
        let count = count.get();
        (count > 1).then(|| {
            let press = move |()| take(workspace, &lost.get_untracked());
            view! { <Button kind=ButtonKind::Link label=(words.take_all)(count) on_press=press /> }
        })
    };
    let is_empty = Memo::new(move |_| count.get() == 0);
    move || {
        (!is_empty.get()).then(|| {
            view! {
                <section class="win-back-lost">
                    <SectionHead
                        title=words.lost
                        note=Signal::derive(move || count.get().to_string())
                        ruled=true
                        help=view! { <HelpHint label=words.lost title=words.lost text=words.lost_help /> }.into_any()
                    >
                        {take_all}
                    </SectionHead>
                    <ul class="row-list">
                        <For each=shown key=Clone::clone children=line />
                    </ul>
                    {more}
                </section>
            }
        })
    }
}
