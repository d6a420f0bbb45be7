//! The panel with all that is known of a group.

use super::{
    Group, HOME,
    calculation::Calculation,
    fields::{CostFields, NewCustomerField, RateFields, SizeFields},
    measure::{become_measure, join_measure},
};
use crate::ui::{
    components::{Button, ButtonKind, CheckField, EditableText, Icon, Panel, SelectField, icons, with_first},
    platform::page,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    catalogue::incentives,
    editor::Verb,
    finance::{win_back_case, win_back_measures},
    plan::{LossReason, MeasureId, TypedId, WinBackContact, WinBackGroupId},
    route::Area,
    texts::measures::heading,
};

/// The key of a reason in fields.
fn reason_key(reason: LossReason) -> String {
    format!("{reason:?}")
}

fn contact_key(contact: Option<WinBackContact>) -> String {
    contact.map(|contact| format!("{contact:?}")).unwrap_or_default()
}

/// The panel.
#[component]
pub fn Details(id: WinBackGroupId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.win_back;
    let group = Group::new(HOME, id);
    let title = group.signal(|group| group.title.clone());
    let heading = Signal::derive(move || title.with(|title| texts.terms.named(title).to_owned()));
    let is_new = title.with_untracked(String::is_empty);
    let reasons = LossReason::ALL.map(|reason| (reason_key(reason), (words.reason_name)(reason).to_owned())).to_vec();
    let set_reason = move |key: String| {
        if let Some(reason) = LossReason::ALL.into_iter().find(|reason| reason_key(*reason) == key) {
            group.change(Verb::Change, |group| group.reason = reason);
        }
    };
    let contacts = WinBackContact::ALL.map(|it| (contact_key(Some(it)), (words.contact_name)(it).to_owned()));
    let contacts = with_first(words.not_chosen, contacts);
    let set_contact = move |key: String| {
        let contact = WinBackContact::ALL.into_iter().find(|contact| contact_key(Some(*contact)) == key);
        group.change(Verb::Change, |group| group.contact = contact);
    };
    view! {
        <Panel
            label=Signal::derive(move || (words.details_of)(&heading.get()))
            close_label=texts.shell.close
            on_close=move |()| workspace.go(Area::WinBack, None)
        >
            <h2 class="panel-title">
                <EditableText
                    label=words.group
                    value=title
                    on_commit=move |title: String| group.change(Verb::Rename, |group| group.title = title)
                    placeholder=texts.terms.unnamed
                    start_editing=is_new
                />
            </h2>
            <div class="panel-section field-stack">
                <SelectField
                    label=words.reason
                    options=Signal::stored(reasons)
                    value=group.signal(|group| reason_key(group.reason))
                    on_commit=set_reason
                />
                <SizeFields group />
            </div>
            <div class="panel-section field-stack">
                <SelectField
                    label=words.contact
                    options=Signal::stored(contacts)
                    value=group.signal(|group| contact_key(group.contact))
                    on_commit=set_contact
                    hint=Signal::stored(words.contact_hint.to_owned())
                />
                <Incentive group />
                <CostFields group />
                <RateFields group />
                <NewCustomerField group />
                <CheckField
                    label=words.left_out
                    value=group.signal(|group| group.left_out)
                    on_commit=move |left_out: bool| group.change(Verb::Change, |group| group.left_out = left_out)
                />
            </div>
            <PartOf group />
            <Calculation group />
            <div class="panel-section">
                <Button
                    kind=ButtonKind::Danger
                    icon=icons::LuTrash2
                    label=words.delete
                    on_press=move |()| group.delete(&heading.get_untracked())
                />
            </div>
        </Panel>
    }
}

/// The link to the measure that the group is a part of.
const PART_OF: &str = ".panel .win-back-part-of a";

/// The measure that it has become a part of, or ways to make it one.
#[component]
fn PartOf(group: Group) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.win_back;
    let others = workspace.select(move |plan| {
        let named = |id: MeasureId| Some((heading(plan.measures.get(&id)?, texts), id));
        win_back_measures(plan).into_iter().filter_map(named).collect::<Vec<_>>()
    });
    let is_addressed = group.signal(|group| !group.left_out);
    let own = group.id();
    let case = workspace
        .select(move |plan| plan.win_back_groups.get(&own).is_some_and(|group| win_back_case(group, &plan.profile()).is_ok()));
    let title = group.signal(|group| group.title.clone());
    let make = move |()| {
        let own = group.id();
        become_measure(workspace, &(words.measure_title_of)(&title.get_untracked()), move |group| group.id == own);
        page::focus_soon(PART_OF.to_owned());
    };
    let joining = move || {
        let join = |(title, measure): (String, MeasureId)| {
            let press = move |()| {
                join_measure(workspace, &group.id(), &measure);
                page::focus_soon(PART_OF.to_owned());
            };
            view! { <Button kind=ButtonKind::Link icon=icons::LuPlus label=(words.join_measure)(&title) on_press=press /> }
        };
        others.get().into_iter().map(join).collect_view()
    };
    let id = group.signal(|group| group.measure.clone());
    let measure = workspace.select(move |plan| {
        let measure = plan.measures.get(&id.get()?)?;
        Some((measure.id.clone(), heading(measure, texts)))
    });
    move || {
        match measure.get() {
        Some((id, title)) => view! {
            <div class="panel-section field win-back-part-of">
                <span class="field-label">{words.part_of}</span>
                <a href=workspace.link(Area::Measures, Some(id.as_id())) dir="auto">{title}</a>
            </div>
        }
        .into_any(),
        None if is_addressed.get() => view! {
            <div class="panel-section">
                <Button icon=icons::LuListChecks label=words.become_own disabled=Signal::derive(move || !case.get()) on_press=make />
                {joining}
            </div>
        }
        .into_any(),
        None => ().into_any(),
    }
    }
}

/// What is offered, and what fits the reason.
#[component]
fn Incentive(group: Group) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.win_back;
    let incentive = group.signal(|group| group.incentive.clone());
    let fitting = Memo::new(move |_| {
        let reason = group.get(|group| group.reason);
        let chosen = incentive.get();
        let fitting = incentives(reason, texts.language).iter().copied();
        fitting.filter(|words| *words != chosen).collect::<Vec<&'static str>>()
    });
    let set = move |text: String| group.change(Verb::Change, |group| group.incentive = text);
    let offer = move |incentive: &'static str| {
        view! {
            <li>
                <button
                    type="button"
                    class="win-back-fits"
                    aria-label=(words.take_incentive)(incentive)
                    on:click=move |_| {
                        set(incentive.to_owned());
                        // The button goes with what it offered; what it filled in gets the focus.
                        page::focus_soon(".win-back-incentive .editable-text".to_owned());
                    }
                >
                    <Icon icon=icons::LuPlus />
                    <span>{incentive}</span>
                </button>
            </li>
        }
    };
    view! {
        <div class="field win-back-incentive">
            <span class="field-label">{words.incentive}</span>
            <EditableText label=words.incentive value=incentive on_commit=set placeholder=words.incentive_empty multiline=true />
            <p class="field-hint">{words.incentive_fits}":"</p>
            <ul class="win-back-offers">
                <For each=move || fitting.get() key=|words| *words children=offer />
            </ul>
        </div>
    }
}
