//! The check: what is missing in the plan or contradicts itself, and where to mend it.

mod dismissed;
mod group;

use crate::ui::{
    components::{EmptyState, HelpHint, PageHead, SectionHead, icons},
    workspace::{use_texts, use_workspace},
};
use group::Group;
use leptos::prelude::*;
use reiseplan::{
    check::{RULES, RuleId},
    route::Area,
};

/// The page.
#[component]
pub fn Check() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.check;
    let open = Memo::new(move |_| {
        workspace.remarks.with(|remarks| {
            let rules: Vec<RuleId> = remarks.iter().filter(|remark| !remark.dismissed).map(|remark| remark.rule).collect();
            let urgent = rules.iter().filter(|rule| rule.rule().urgent).count();
            (rules.len(), urgent)
        })
    });
    let rules = Memo::new(move |_| {
        workspace.remarks.with(|remarks| {
            let has_open = |rule: RuleId| remarks.iter().any(|remark| remark.rule == rule && !remark.dismissed);
            RULES.iter().map(|rule| rule.id).filter(|rule| has_open(*rule)).collect::<Vec<_>>()
        })
    });
    let section = move |urgent: bool, title: &'static str, help: Option<&'static str>| {
        let own = Memo::new(move |_| {
            let mut own = rules.get();
            own.retain(|rule| rule.rule().urgent == urgent);
            own
        });
        let is_empty = Memo::new(move |_| own.with(Vec::is_empty));
        move || {
            (!is_empty.get()).then(|| {
                let help = help.map(|text| view! { <HelpHint label=title title text /> }.into_any());
                let head = match help {
                    Some(help) => view! { <SectionHead title ruled=true help /> }.into_any(),
                    None => view! { <SectionHead title ruled=true /> }.into_any(),
                };
                view! {
                    <section class="check-section" data-urgent=urgent.then_some("")>
                        {head}
                        <For each=move || own.get() key=|rule| *rule children=|rule| view! { <Group rule /> } />
                    </section>
                }
            })
        }
    };
    view! {
        <div class="page check">
            <PageHead
                title=(texts.shell.area)(Area::Check)
                subtitle=Signal::derive(move || {
                    let (open, urgent) = open.get();
                    (words.facts)(open, urgent)
                })
            />
            {move || {
                (open.get().0 == 0)
                    .then(|| view! { <EmptyState icon=icons::LuClipboardCheck title=words.nothing_title text=words.nothing_text /> })
            }}
            {section(true, words.urgent, Some(words.urgent_help))}
            {section(false, words.others, None)}
            <dismissed::DismissedList />
        </div>
    }
}
