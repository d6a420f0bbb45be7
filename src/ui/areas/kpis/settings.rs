//! How the KPI is defined: the settings of its kind, its direction, its warning limit.

use super::shown::ShownKpi;
use crate::ui::{
    components::{NumberField, SelectField, TextField},
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Verb},
    plan::{
        Amount, AmountUnit, Better, Ces, CesFigure, Csat, CsatFigure, CustomerFigure, KpiKind, Rate, Scale, ScaleEnd, Together,
    },
    texts::{Texts, format},
};

/// Scales that are offered.
const SCALES: [Scale; 4] = [Scale::ONE_TO_FIVE, Scale::ONE_TO_SEVEN, Scale::ONE_TO_TEN, Scale::ZERO_TO_TEN];

/// A choice: its label, what can be chosen, what is, and how to change it.
struct Choice {
    label: &'static str,
    options: Vec<(KpiKind, String)>,
}

/// The settings of the kind.
#[component]
pub fn KindSettings(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let kind = Memo::new(move |_| shown.kind().get());
    let change = move |kind: KpiKind| redefine(shown, texts, kind);
    let choice = move |choice: Choice| {
        let keys: Vec<(String, String)> =
            choice.options.iter().enumerate().map(|(at, (_, name))| (at.to_string(), name.clone())).collect();
        let kinds: Vec<KpiKind> = choice.options.into_iter().map(|(kind, _)| kind).collect();
        let current = kinds.iter().position(|other| *other == kind.get_untracked()).unwrap_or_default().to_string();
        let pick = move |key: String| {
            if let Some(kind) = key.parse::<usize>().ok().and_then(|at| kinds.get(at)) {
                change(kind.clone());
            }
        };
        view! { <SelectField label=choice.label options=Signal::stored(keys) value=Signal::stored(current) on_commit=pick /> }
    };
    let own_texts = move || {
        let words = &texts.figures;
        match kind.get() {
            KpiKind::Rate(Rate::Own { numerator, denominator }) => {
                let (top, bottom) = (numerator.clone(), denominator.clone());
                let set_top = move |numerator| change(KpiKind::Rate(Rate::Own { numerator, denominator: bottom.clone() }));
                let set_bottom = move |denominator| change(KpiKind::Rate(Rate::Own { numerator: top.clone(), denominator }));
                view! {
                    <TextField label=words.numerator_field value=Signal::stored(numerator) on_commit=set_top />
                    <TextField label=words.denominator_field value=Signal::stored(denominator) on_commit=set_bottom />
                }
                .into_any()
            }
            KpiKind::Amount(Amount { unit: AmountUnit::Own(unit), together }) => {
                let set = move |unit| change(KpiKind::Amount(Amount { unit: AmountUnit::Own(unit), together }));
                view! { <TextField label=words.own_unit_field value=Signal::stored(unit) on_commit=set /> }.into_any()
            }
            _ => ().into_any(),
        }
    };
    view! {
        <div class="kpi-settings">
            {move || choices(&kind.get(), texts).into_iter().map(choice).collect_view()}
            {own_texts}
        </div>
    }
}

/// Direction and warning limit.
#[component]
pub fn Limits(shown: ShownKpi) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.figures;
    let options = [Better::Higher, Better::Lower].map(|better| (format!("{better:?}"), (words.better)(better).to_owned()));
    let better = shown.field(|kpi| format!("{:?}", kpi.better()));
    let pick = move |key: String| {
        shown.change(Label::new(Verb::Change, Noun::Kpi), |kpi| {
            let picked = if key == format!("{:?}", Better::Lower) { Better::Lower } else { Better::Higher };
            kpi.better = (picked != kpi.kind.better()).then_some(picked);
        });
    };
    let parse = move |text: String| {
        let text = text.trim().trim_start_matches('+').trim_end_matches('%').trim_end();
        if text.is_empty() {
            return Ok(None);
        }
        format::parse_number(texts.language, text).map(Some).ok_or_else(|| texts.map.number_fault.to_owned())
    };
    let commit = move |limit: Option<f64>| {
        shown.change(Label::new(Verb::Change, Noun::Kpi), |kpi| kpi.warning_limit = limit);
    };
    view! {
        <div class="kpi-settings">
            <SelectField label=words.better_field options=Signal::stored(options.to_vec()) value=better on_commit=pick />
            <NumberField
                label=words.warning_field
                value=shown.field(|kpi| kpi.warning_limit)
                format=move |value| shown.style.with(|style| style.set(texts.language, value))
                parse
                on_commit=commit
                placeholder=words.warning_none
            />
        </div>
    }
}

/// Changes the kind, and tells that what was imported is computed anew, and that targets of another figure are gone.
fn redefine(shown: ShownKpi, texts: &Texts, kind: KpiKind) {
    let computed_anew = shown.kind().with_untracked(|known| match (known, &kind) {
        // Names of what is counted change no figure.
        (KpiKind::Rate(_), KpiKind::Rate(_)) => false,
        (KpiKind::Amount(before), KpiKind::Amount(now)) => before.together != now.together,
        (before, now) => before != now,
    });
    let aims =
        || shown.kpi.with_untracked(|kpi| kpi.as_ref().is_some_and(|kpi| !kpi.targets.is_empty() || kpi.warning_limit.is_some()));
    let had_aims = aims();
    shown.change(Label::new(Verb::Change, Noun::Kpi), |kpi| kpi.redefine(kind));
    let told = [
        (computed_anew && shown.is_imported()).then_some(texts.figures.recomputed),
        (had_aims && !aims()).then_some(texts.figures.aims_gone),
    ];
    let told: Vec<&str> = told.into_iter().flatten().collect();
    if !told.is_empty() {
        shown.workspace().tell_undoable(told.join(" "));
    }
}

/// What can be chosen about a kind.
fn choices(kind: &KpiKind, texts: &Texts) -> Vec<Choice> {
    let words = &texts.figures;
    let by_formula = |label, kinds: Vec<KpiKind>| Choice {
        label,
        options: kinds.into_iter().map(|kind| (kind.clone(), (words.formula)(&kind))).collect(),
    };
    match kind {
        KpiKind::Csat(csat) => csat_choices(*csat, texts),
        KpiKind::Ces(ces) => {
            let figures = [CesFigure::Mean, CesFigure::Index, CesFigure::TopThree, CesFigure::TopTwo];
            let scale = |scale: Scale| (KpiKind::Ces(Ces { scale, ..*ces }), scale_name(scale));
            let end = |easy, name: &str| (KpiKind::Ces(Ces { easy, ..*ces }), name.to_owned());
            vec![
                by_formula(words.figure_field, figures.map(|figure| KpiKind::Ces(Ces { figure, ..*ces })).to_vec()),
                Choice { label: words.scale_field, options: with_own(ces.scale, SCALES).map(scale).collect() },
                Choice {
                    label: words.easy_field,
                    options: vec![end(ScaleEnd::High, words.easy_high), end(ScaleEnd::Low, words.easy_low)],
                },
            ]
        }
        KpiKind::Customers(_) => {
            let name = |figure| (KpiKind::Customers(figure), (words.short)(&KpiKind::Customers(figure)));
            vec![Choice { label: words.figure_field, options: CustomerFigure::ALL.map(name).to_vec() }]
        }
        KpiKind::Amount(amount) => {
            let together = [Together::Sum, Together::Mean, Together::Last];
            let kinds = together.map(|together| KpiKind::Amount(Amount { together, ..amount.clone() }));
            let own = match &amount.unit {
                AmountUnit::Own(unit) => AmountUnit::Own(unit.clone()),
                _ => AmountUnit::Own(String::new()),
            };
            let units = [AmountUnit::Number, AmountUnit::Money, AmountUnit::Minutes, AmountUnit::Percent, own];
            let unit = |unit: AmountUnit| {
                let name = (words.unit)(&unit).to_owned();
                (KpiKind::Amount(Amount { unit, ..amount.clone() }), name)
            };
            vec![
                by_formula(words.together_field, kinds.to_vec()),
                Choice { label: words.unit_field, options: units.map(unit).to_vec() },
            ]
        }
        _ => Vec::new(),
    }
}

fn csat_choices(csat: Csat, texts: &Texts) -> Vec<Choice> {
    let words = &texts.figures;
    let figures = [CsatFigure::Satisfied, CsatFigure::Mean].map(|figure| KpiKind::Csat(csat.with_figure(figure)));
    let scale = |scale: Scale| {
        let kind = if scale == csat.scale() { csat } else { Csat::usual(scale).with_figure(csat.figure()) };
        (KpiKind::Csat(kind), scale_name(scale))
    };
    let from = |from: u8| {
        let kind = Csat::new(csat.scale(), csat.best(), from, csat.figure())?;
        Some((KpiKind::Csat(kind), from.to_string()))
    };
    let end = |best, name: &str| {
        let kind = Csat::new(csat.scale(), best, csat.satisfied_from(), csat.figure())?;
        Some((KpiKind::Csat(kind), name.to_owned()))
    };
    let ends = [(ScaleEnd::High, words.best_high), (ScaleEnd::Low, words.best_low)];
    vec![
        Choice {
            label: words.figure_field,
            options: figures.into_iter().map(|kind| (kind.clone(), (words.formula)(&kind))).collect(),
        },
        Choice { label: words.scale_field, options: with_own(csat.scale(), SCALES).map(scale).collect() },
        Choice {
            label: words.satisfied_from_field,
            options: (csat.scale().low()..=csat.scale().high()).filter_map(from).collect(),
        },
        Choice { label: words.best_field, options: ends.into_iter().filter_map(|(best, name)| end(best, name)).collect() },
    ]
}

/// The scales offered, and the one in use if it is another.
fn with_own(own: Scale, scales: [Scale; 4]) -> impl Iterator<Item = Scale> {
    scales.into_iter().chain((!scales.contains(&own)).then_some(own))
}

fn scale_name(scale: Scale) -> String {
    format!("{}–{}", scale.low(), scale.high())
}
