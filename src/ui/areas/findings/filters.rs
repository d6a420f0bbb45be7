//! Which pain points and opportunities are shown.

use super::{PageState, Shown};
use crate::ui::{
    components::{Button, ButtonKind, CheckField, Choices, ListFilters, Segmented, SelectField, phase_key, phase_of, with_first},
    finding::{state_choices, state_key, state_of},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    listing::findings::{FindingFilter, FindingGrouping},
    plan::{DepartmentId, Finding, FindingKind, GoalId, JourneyId, PersonaId, Phase, Plan, TouchpointId},
};
use std::{collections::HashSet, hash::Hash};

/// Number of choices, beside kind and search, that leave something out.
fn count(filter: &FindingFilter) -> usize {
    [
        filter.state.is_some(),
        filter.weight_from.is_some(),
        filter.phase.is_some(),
        filter.department.is_some(),
        filter.persona.is_some(),
        filter.journey.is_some(),
        filter.touchpoint.is_some(),
        filter.goal.is_some(),
        filter.unanswered,
    ]
    .into_iter()
    .filter(|set| *set)
    .count()
}

/// Search, kind, filters and grouping.
#[component]
pub fn Filters(shown: Shown) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.findings;
    let state = expect_context::<PageState>();
    let filter = state.filter;
    let kinds: Choices = with_first(
        words.every_kind,
        vec![
            ("pain".to_owned(), (words.kinds)(FindingKind::PainPoint).to_owned()),
            ("chance".to_owned(), (words.kinds)(FindingKind::Opportunity).to_owned()),
        ],
    );
    let kind = move || match filter.with(|filter| filter.kind) {
        None => String::new(),
        Some(FindingKind::PainPoint) => "pain".to_owned(),
        Some(FindingKind::Opportunity) => "chance".to_owned(),
    };
    let pick_kind = move |key: String| {
        let kind = match &*key {
            "pain" => Some(FindingKind::PainPoint),
            "chance" => Some(FindingKind::Opportunity),
            _ => None,
        };
        filter.update(|filter| filter.kind = kind);
    };
    let set = move || filter.with(count);
    let label = move || match set() {
        0 => words.filters.to_owned(),
        n => (words.filters_set)(n),
    };
    let choice = view! {
        <Segmented label=words.kind_field options=Signal::stored(kinds) value=Signal::derive(kind) on_pick=pick_kind />
    };
    view! {
        <ListFilters
            search_label=words.search
            search=Signal::derive(move || filter.with(|filter| filter.search.clone()))
            on_search=move |search: String| filter.update(|filter| filter.search = search)
            choice=choice.into_any()
            filters_label=Signal::derive(label)
            count=Signal::derive(move || (words.shown)(shown.listed.with(Vec::len), shown.all.get()))
        >
            <Choice />
            <div class="list-check">
                <CheckField
                    label=words.only_unanswered
                    value=Signal::derive(move || filter.with(|filter| filter.unanswered))
                    on_commit=move |unanswered| filter.update(|filter| filter.unanswered = unanswered)
                />
            </div>
            <Grouping />
            {move || (set() > 0).then(|| view! {
                <Button kind=ButtonKind::Link label=words.show_all on_press=move |()| filter.set(FindingFilter::default()) />
            })}
        </ListFilters>
    }
}

/// What pain points and opportunities refer to in one of their lists.
fn used<I: Clone + Eq + Hash>(plan: &Plan, of: for<'a> fn(Finding<'a>) -> &'a [I]) -> HashSet<I> {
    let keys = plan.finding_keys();
    keys.iter().filter_map(|key| plan.finding(key)).flat_map(of).cloned().collect()
}

/// The filters that choose one of a list.
#[component]
fn Choice() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.findings;
    let filter = expect_context::<PageState>().filter;
    let named = |name: &str| texts.terms.named(name).to_owned();
    let phases = Phase::ALL.map(|phase| (phase_key(phase).to_owned(), (texts.terms.phase)(phase).to_owned())).to_vec();
    let weights = (2..=5_u8).rev().map(|weight| (weight.to_string(), (words.weight_from)(weight)));
    let departments = workspace.select(move |plan| {
        with_first(words.every_department, plan.departments.iter().map(|it| (it.id.to_string(), named(&it.name))))
    });
    let personas = workspace
        .select(move |plan| with_first(words.every_persona, plan.personas.iter().map(|it| (it.id.to_string(), named(&it.name)))));
    let journeys = workspace.select(move |plan| {
        with_first(words.every_journey, plan.journeys.iter().map(|it| (it.id.to_string(), named(&it.title))))
    });
    let touchpoints = workspace.select(move |plan| {
        let used = used(plan, |finding| finding.touchpoints);
        let used = plan.touchpoints.iter().filter(|it| used.contains(&it.id));
        with_first(words.every_touchpoint, used.map(|it| (it.id.to_string(), named(&it.name))))
    });
    let goals = workspace.select(move |plan| {
        let used = used(plan, |finding| finding.goals);
        let used = plan.goals.iter().filter(|it| used.contains(&it.id));
        with_first(words.every_goal, used.map(|it| (it.id.to_string(), named(&it.title))))
    });
    fn key<I: ToString>(id: &Option<I>) -> String {
        id.as_ref().map(ToString::to_string).unwrap_or_default()
    }
    let read = move |read: fn(&FindingFilter) -> String| Signal::derive(move || filter.with(read));
    view! {
        <SelectField
            label=words.state
            options=Signal::stored(with_first(words.every_state, state_choices(texts)))
            value=read(|filter| filter.state.map(state_key).unwrap_or_default().to_owned())
            on_commit=move |key: String| filter.update(|filter| filter.state = state_of(&key))
        />
        <SelectField
            label=words.weight_filter
            options=Signal::stored(with_first(words.every_weight, weights))
            value=read(|filter| key(&filter.weight_from))
            on_commit=move |key: String| filter.update(|filter| filter.weight_from = key.parse().ok())
        />
        <SelectField
            label=words.phase
            options=Signal::stored(with_first(words.every_phase, phases))
            value=read(|filter| filter.phase.map(phase_key).unwrap_or_default().to_owned())
            on_commit=move |key: String| filter.update(|filter| filter.phase = phase_of(&key))
        />
        <SelectField
            label=words.department
            options=departments
            value=read(|filter| key(&filter.department))
            on_commit=move |key: String| filter.update(|filter| filter.department = DepartmentId::try_from(&*key).ok())
        />
        <SelectField
            label=words.persona
            options=personas
            value=read(|filter| key(&filter.persona))
            on_commit=move |key: String| filter.update(|filter| filter.persona = PersonaId::try_from(&*key).ok())
        />
        <SelectField
            label=words.journey
            options=journeys
            value=read(|filter| key(&filter.journey))
            on_commit=move |key: String| filter.update(|filter| filter.journey = JourneyId::try_from(&*key).ok())
        />
        <SelectField
            label=words.touchpoint
            options=touchpoints
            value=read(|filter| key(&filter.touchpoint))
            on_commit=move |key: String| filter.update(|filter| filter.touchpoint = TouchpointId::try_from(&*key).ok())
        />
        <SelectField
            label=words.goal
            options=goals
            value=read(|filter| key(&filter.goal))
            on_commit=move |key: String| filter.update(|filter| filter.goal = GoalId::try_from(&*key).ok())
        />
    }
}

/// What the list is grouped by.
#[component]
fn Grouping() -> impl IntoView {
    let words = &use_texts().findings;
    let grouping = expect_context::<PageState>().grouping;
    let key =
        |grouping: FindingGrouping| FindingGrouping::ALL.iter().position(|own| *own == grouping).unwrap_or_default().to_string();
    let options = FindingGrouping::ALL.map(|own| (key(own), (words.grouping)(own).to_owned())).to_vec();
    let pick = move |key: String| {
        let chosen = key.parse::<usize>().ok().and_then(|at| FindingGrouping::ALL.get(at).copied());
        grouping.set(chosen.unwrap_or_default());
    };
    view! {
        <SelectField
            label=words.group
            options=Signal::stored(options)
            value=Signal::derive(move || key(grouping.get()))
            on_commit=pick
        />
    }
}
