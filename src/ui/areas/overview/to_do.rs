//! What is to be done now: the first things that the check has found.

use crate::ui::{
    components::{Icon, SectionHead, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    check::{RULES, Remark},
    route::{Area, Route},
};

/// Most rules shown.
const SHOWN: usize = 4;
/// Most subjects named of each.
const NAMED: usize = 2;

/// What a rule has found, in words.
#[derive(Clone, PartialEq)]
struct Entry {
    href: String,
    title: String,
    note: String,
    urgent: bool,
}

/// The list.
#[component]
pub fn ToDoList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.check;
    let entries = Memo::new(move |_| {
        workspace.remarks.with(|remarks| {
            let entry = |rule: &reiseplan::check::Rule| {
                let own: Vec<&Remark> = remarks.iter().filter(|it| it.rule == rule.id && !it.dismissed).collect();
                let first = own.first()?;
                let place = if own.len() == 1 { first.place() } else { Route::new(Area::Check, None) };
                let names: Vec<String> =
                    workspace.with_plan(|plan| own.iter().take(NAMED).map(|it| it.subject.name(plan, texts)).collect());
                let mut note = names.join(", ");
                if own.len() > NAMED {
                    note.push(' ');
                    note.push_str(&(words.more)(own.len() - NAMED));
                }
                let href = workspace.link_to(place);
                Some(Entry { href, title: (words.found)(rule.id, own.len()), note, urgent: rule.urgent })
            };
            RULES.iter().filter_map(entry).take(SHOWN).collect::<Vec<_>>()
        })
    });
    let line = |entry: Entry| {
        let icon = if entry.urgent { icons::LuCircleAlert } else { icons::LuCircleDashed };
        view! {
            <li>
                <a class="entry to-do" href=entry.href data-urgent=entry.urgent.then_some("")>
                    <Icon icon />
                    <span class="entry-text">
                        <span class="entry-title" dir="auto">{entry.title}</span>
                        <span class="entry-note" dir="auto">{entry.note}</span>
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <section>
            <SectionHead title=texts.summary.to_do ruled=true>
                <a href=workspace.link(Area::Check, None)>{move || (words.all)(workspace.open_remarks())}</a>
            </SectionHead>
            {move || match entries.get() {
                entries if entries.is_empty() => view! { <p class="entry-empty">{texts.summary.to_do_none}</p> }.into_any(),
                entries => view! { <ul class="entry-list">{entries.into_iter().map(line).collect_view()}</ul> }.into_any(),
            }}
        </section>
    }
}
