//! What is computed from several columns together: KPIs from counts, and drivers of an overall score.

use super::wizard::Wizard;
use crate::ui::{
    components::{CheckField, SectionHead, SelectField},
    workspace::{Shared, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    import::{CountKpi, DRIVERS_MIN, DriverChoice, Inspection, KpiTarget, Role},
    plan::{KpiKind, Month},
    texts::format,
};

/// The KPIs that the columns of counts make; nothing if they make none.
#[component]
pub fn CountKpis() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let kinds = Memo::new(move |_| {
        wizard.mapping.with(|mapping| mapping.possible_count_kpis().map(|one| one.kind.clone()).collect::<Vec<_>>())
    });
    let of_kind = move |kind: &KpiKind| -> Option<CountKpi> {
        wizard.mapping.with(|mapping| mapping.count_candidates.iter().find(|one| one.kind == *kind).cloned())
    };
    let row = move |kind: KpiKind| {
        let (shown, own) = (kind.clone(), kind.clone());
        let name = move || match of_kind(&shown).map(|one| one.kpi) {
            Some(KpiTarget::Existing(id)) => workspace.with_plan(|plan| plan.kpis.get(&id).map(|kpi| kpi.title.clone())),
            Some(KpiTarget::New { title, .. }) => Some(title),
            None => None,
        };
        let wanted = Signal::derive(move || of_kind(&own).is_some_and(|one| one.wanted));
        let commit = move |wanted: bool| {
            wizard.mapping.update(|mapping| {
                for one in mapping.count_candidates.iter_mut().filter(|one| one.kind == kind) {
                    one.wanted = wanted;
                }
            });
        };
        view! { <li><CheckField label=Signal::derive(move || name().unwrap_or_default()) value=wanted on_commit=commit /></li> }
    };
    move || {
        let kinds = kinds.get();
        (!kinds.is_empty()).then(|| {
            view! {
                <section class="import-together">
                    <SectionHead title=words.count_kpis />
                    <p class="field-hint">{words.count_kpis_hint}</p>
                    <ul class="import-together-list" role="list">{kinds.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    }
}

/// The questions that are looked at together with an overall score; nothing if the file has too few.
#[component]
pub fn Drivers(inspection: Shared<Inspection>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let filled = {
        let inspection = inspection.clone();
        move |column: usize| inspection.columns.get(column).map_or(0, |column| column.filled)
    };
    let name = move |column: usize| {
        let title =
            inspection.columns.get(column).map(|column| if column.item.is_empty() { column.title() } else { &column.item });
        title.map(str::to_owned).unwrap_or_default()
    };
    let scores =
        Memo::new(move |_| wizard.mapping.with(|mapping| mapping.score_columns().map(|(column, _)| column).collect::<Vec<_>>()));
    let overalls = Memo::new(move |_| wizard.mapping.with(|mapping| mapping.overall_columns().collect::<Vec<_>>()));
    let choice = Memo::new(move |_| wizard.mapping.with(|mapping| mapping.drivers.clone()));
    let overall = Memo::new(move |_| {
        let own = choice.get().map(|choice| choice.overall).filter(|own| overalls.with(|all| all.contains(own)));
        own.or_else(|| overalls.with(|all| all.first().copied()))
    });
    let set = move |overall: usize, drivers: Vec<usize>| {
        wizard.mapping.update(|mapping| mapping.drivers = Some(DriverChoice { overall, drivers }));
    };
    let chosen = move || choice.get_untracked().map(|choice| choice.drivers).unwrap_or_default();
    let named = name.clone();
    let options =
        Signal::derive(move || overalls.get().into_iter().map(|column| (column.to_string(), named(column))).collect::<Vec<_>>());
    let pick = move |key: String| {
        if let Ok(column) = key.parse::<usize>() {
            set(column, chosen());
        }
    };
    let value = Signal::derive(move || overall.get().map(|column| column.to_string()).unwrap_or_default());
    let row = {
        let name = name.clone();
        move |column: usize, overall: usize| {
            let (own, all) = (filled(column), filled(overall));
            let costs = own * 5 < all * 4;
            let count = |n: u64| format::count(texts.language, n);
            let note = if costs { format!(" ({})", (words.driver_costs)(&count(own), &count(all))) } else { String::new() };
            let is_driver =
                Signal::derive(move || choice.with(|choice| choice.as_ref().is_some_and(|c| c.drivers.contains(&column))));
            let commit = move |wanted: bool| {
                let mut drivers = chosen();
                drivers.retain(|other| *other != column);
                if wanted {
                    drivers.push(column);
                    drivers.sort_unstable();
                }
                set(overall, drivers);
            };
            view! { <li><CheckField label=format!("{}{note}", name(column)) value=is_driver on_commit=commit /></li> }
        }
    };
    let few = move || {
        let count = choice.with(|choice| choice.as_ref().map_or(0, |choice| choice.drivers.len()));
        (0 < count && count < DRIVERS_MIN).then(|| view! { <p class="field-hint warning">{words.drivers_few}</p> })
    };
    move || {
        let overall = overall.get()?;
        let others: Vec<usize> = scores.get().into_iter().filter(|column| *column != overall).collect();
        (others.len() >= DRIVERS_MIN).then(|| {
            let hint = (words.drivers_hint)(&name(overall));
            let several = overalls.with(|all| all.len() > 1);
            view! {
                <section class="import-together">
                    <SectionHead title=words.drivers />
                    <p class="field-hint" dir="auto">{hint}</p>
                    {several.then(|| view! { <SelectField label=words.kpi options value on_commit=pick /> })}
                    <ul class="import-together-list" role="list">{others.into_iter().map(|column| row(column, overall)).collect_view()}</ul>
                    {few}
                </section>
            }
        })
    }
}

/// The month of all answers of a file without dates.
#[component]
pub fn MonthOfAll() -> impl IntoView {
    let words = &use_texts().import.page;
    let wizard = expect_context::<Wizard>();
    let missing = Memo::new(move |_| {
        wizard.mapping.with(|mapping| !mapping.columns.iter().any(|column| matches!(column.role, Role::Date(_))))
    });
    let value = move || wizard.mapping.with(|mapping| mapping.month.map(|month| month.to_string()).unwrap_or_default());
    let commit = move |text: String| wizard.mapping.update(|mapping| mapping.month = Month::parse(text.trim()));
    move || {
        missing.get().then(|| {
            view! {
                <section class="import-together">
                    <label class="field">
                        <span class="field-label">{words.month}</span>
                        <input
                            class="input import-month"
                            type="month"
                            placeholder="2025-03"
                            prop:value=value
                            on:change:target=move |event| commit(event.target().value())
                        />
                        <span class="field-hint">{words.month_hint}</span>
                    </label>
                </section>
            }
        })
    }
}
