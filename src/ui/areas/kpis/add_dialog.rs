//! Choosing what kind of KPI to add.

use crate::ui::{
    components::Dialog,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::plan::{Amount, AmountUnit, Ces, Clv, Csat, CustomerFigure, KpiKind, Rate, Scale, Together};

/// The kinds that are offered, in groups.
#[component]
pub fn AddDialog(open: RwSignal<bool>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.figures;
    let button = move |kind: KpiKind| {
        let (name, formula) = ((words.kind)(&kind), (words.formula)(&kind));
        let add = move |_| {
            open.set(false);
            super::add(workspace, kind.clone(), false);
        };
        view! {
            <li>
                <button type="button" class="kpi-kind" on:click=add>
                    <span class="kpi-kind-name">{name}</span>
                    <span class="kpi-kind-formula">{formula}</span>
                </button>
            </li>
        }
    };
    let group = move |(title, kinds): (&'static str, Vec<KpiKind>)| {
        view! {
            <section>
                <h3>{title}</h3>
                <ul class="kpi-kinds" role="list">{kinds.into_iter().map(button).collect_view()}</ul>
            </section>
        }
    };
    view! {
        <Dialog open wide=true title=words.new_kpi close_label=texts.shell.close>
            {groups(words).into_iter().map(group).collect_view()}
        </Dialog>
    }
}

fn groups(words: &'static reiseplan::texts::figures::Figures) -> Vec<(&'static str, Vec<KpiKind>)> {
    let amount = |unit, together| KpiKind::Amount(Amount { unit, together });
    let own = Rate::Own { numerator: String::new(), denominator: String::new() };
    vec![
        (words.kind_group_feedback, vec![KpiKind::Nps, KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE)), KpiKind::Ces(Ces::USUAL)]),
        (words.kind_group_customers, CustomerFigure::ALL.map(KpiKind::Customers).to_vec()),
        (words.kind_group_rates, Rate::PRESETS.map(KpiKind::Rate).to_vec()),
        (words.kind_group_value, vec![KpiKind::Clv(Clv::default())]),
        (words.kind_group_own, vec![KpiKind::Rate(own), amount(AmountUnit::Number, Together::Sum)]),
    ]
}
