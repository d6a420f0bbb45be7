//! Which KPI answers belong to: what is asked, on which scale, about which touchpoint.

use super::wizard::Wizard;
use crate::ui::{
    components::{CheckField, SelectField, TextField},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    import::{Column, KpiTarget, Role, TouchpointTarget, direction},
    plan::{Ces, Csat, KpiId, KpiKind, Scale, ScaleEnd, TouchpointId, same_name},
};

/// Key of the choice that makes a new record.
const NEW: &str = "+";
/// Key of the choice of none.
const NONE: &str = "";

/// Scales that are offered; another that was guessed stands beside them.
const SCALES: [(u8, u8); 6] = [(1, 5), (1, 6), (1, 7), (1, 10), (0, 10), (0, 5)];

/// What a column most likely asks once the user takes it for a score.
pub fn proposed_score(workspace: Workspace, wizard: Wizard, column: &Column) -> Role {
    let kind = if wizard.mapping.with_untracked(|mapping| mapping.nps_column().is_some()) {
        KpiKind::Csat(Csat::usual(Scale::ONE_TO_FIVE))
    } else {
        KpiKind::Nps
    };
    let about = if kind == KpiKind::Nps { "" } else { column.item.as_str() };
    let title = (workspace.texts().import.kpi_name)(&kind, about);
    let plan = workspace.plan_now();
    let known = plan.kpis.iter().find(|kpi| kpi.kind == kind && same_name(&kpi.title, &title));
    let kpi = known.map_or_else(|| KpiTarget::new(&title, column.title()), |kpi| KpiTarget::Existing(kpi.id.clone()));
    Role::Score { kind, kpi }
}

/// Which KPI the answers belong to; of a new one, what is asked.
#[component]
pub fn ScoreDetail(
    index: usize,
    /// Name and wording of the column.
    question: String,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let role = Memo::new(move |_| match wizard.role(index) {
        Some(Role::Score { kind, kpi }) => Some((kind, kpi)),
        _ => None,
    });
    let kpis = workspace.select(move |plan| {
        let kpis = plan.kpis.iter().filter(|kpi| kpi.kind.scale().is_some());
        let named = kpis.map(|kpi| (kpi.id.to_string(), texts.terms.named(&kpi.title).to_owned()));
        std::iter::once((NEW.to_owned(), words.new_kpi.to_owned())).chain(named).collect::<Vec<_>>()
    });
    let key = Memo::new(move |_| match role.get() {
        Some((_, KpiTarget::Existing(id))) => id.to_string(),
        _ => NEW.to_owned(),
    });
    let is_new = Memo::new(move |_| key.get() == NEW);
    let pick = move |key: String| {
        let Some((kind, _)) = role.get_untracked() else { return };
        let known = KpiId::try_from(key.as_str()).ok().and_then(|id| workspace.plan_now().kpis.get(&id).cloned());
        wizard.set_role(
            index,
            match known {
                Some(kpi) => Role::Score { kind: kpi.kind.clone(), kpi: KpiTarget::Existing(kpi.id.clone()) },
                None => Role::Score { kpi: KpiTarget::new(&(texts.import.kpi_name)(&kind, ""), ""), kind },
            },
        );
    };
    let question = StoredValue::new(question);
    view! {
        <SelectField label=words.kpi options=kpis value=key on_commit=pick />
        {move || is_new.get().then(|| view! { <NewScore index role question /> })}
    }
}

/// What a new KPI asks, its name and touchpoint.
#[component]
fn NewScore(index: usize, role: Memo<Option<(KpiKind, KpiTarget)>>, question: StoredValue<String>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.import.page;
    let wizard = expect_context::<Wizard>();
    let title = Signal::derive(move || match role.get() {
        Some((_, KpiTarget::New { title, .. })) => title,
        _ => String::new(),
    });
    let change = move |change: &dyn Fn(&mut KpiKind, &mut String, &mut Option<TouchpointTarget>)| {
        if let Some((mut kind, KpiTarget::New { mut title, definition, mut touchpoint })) = role.get_untracked() {
            change(&mut kind, &mut title, &mut touchpoint);
            wizard.set_role(index, Role::Score { kind, kpi: KpiTarget::New { title, definition, touchpoint } });
        }
    };
    let rename = move |new: String| change(&|_, title, _| title.clone_from(&new));
    let kind_key = Memo::new(move |_| match role.get() {
        Some((KpiKind::Csat(_), _)) => "csat".to_owned(),
        Some((KpiKind::Ces(_), _)) => "ces".to_owned(),
        _ => "nps".to_owned(),
    });
    let kinds = [("nps", words.kind_nps), ("csat", words.kind_csat), ("ces", words.kind_ces)];
    let kinds = kinds.map(|(key, name)| (key.to_owned(), name.to_owned())).to_vec();
    let pick_kind = move |key: String| {
        change(&|kind, title, touchpoint| {
            let scale = kind.scale().filter(|_| *kind != KpiKind::Nps);
            let old = (texts.import.kpi_name)(kind, "");
            let good = |kind: &KpiKind| question.with_value(|question| direction(kind, question).good);
            *kind = match key.as_str() {
                "csat" => {
                    let usual = Csat::usual(scale.unwrap_or(Scale::ONE_TO_FIVE));
                    KpiKind::Csat(Csat::usual_with(usual.scale(), good(&KpiKind::Csat(usual))))
                }
                "ces" => {
                    let usual = Ces { scale: scale.unwrap_or(Scale::ONE_TO_SEVEN), ..Ces::USUAL };
                    KpiKind::Ces(Ces { easy: good(&KpiKind::Ces(usual)), ..usual })
                }
                _ => KpiKind::Nps,
            };
            // A name that was proposed follows; one that the user gave stays.
            if let Some(rest) = title.strip_prefix(&old) {
                *title = format!("{}{rest}", (texts.import.kpi_name)(kind, ""));
            }
            if *kind == KpiKind::Nps {
                *touchpoint = None;
            }
        });
        wizard.confirm_direction(index, false);
    };
    let touchpoints = workspace.select(move |plan| {
        let own = plan.touchpoints.iter().map(|one| (one.id.to_string(), texts.terms.named(&one.name).to_owned()));
        let first = [(NONE.to_owned(), words.no_touchpoint.to_owned()), (NEW.to_owned(), words.new_touchpoint.to_owned())];
        first.into_iter().chain(own).collect::<Vec<_>>()
    });
    let touchpoint = Memo::new(move |_| match role.get() {
        Some((_, KpiTarget::New { touchpoint, .. })) => touchpoint,
        _ => None,
    });
    let touchpoint_key = Signal::derive(move || match touchpoint.get() {
        Some(TouchpointTarget::Existing(id)) => id.to_string(),
        Some(TouchpointTarget::New(_)) => NEW.to_owned(),
        None => NONE.to_owned(),
    });
    let pick_touchpoint = move |key: String| {
        let target = match (key.as_str(), TouchpointId::try_from(key.as_str())) {
            (NONE, _) => None,
            (_, Ok(id)) => Some(TouchpointTarget::Existing(id)),
            _ => Some(TouchpointTarget::New(words.new_touchpoint.to_owned())),
        };
        change(&|_, _, touchpoint| touchpoint.clone_from(&target));
    };
    let touchpoint_name = move || match touchpoint.get() {
        Some(TouchpointTarget::New(name)) => Some(name),
        _ => None,
    };
    let names_new = Memo::new(move |_| touchpoint_name().is_some());
    let name_touchpoint = move |name: String| {
        change(&|_, _, touchpoint| *touchpoint = Some(TouchpointTarget::New(name.clone())));
    };
    view! {
        <TextField label=words.kpi_name value=title on_commit=rename on_input=Callback::new(rename) />
        <SelectField label=words.score_kind options=Signal::stored(kinds) value=kind_key on_commit=pick_kind />
        {move || (kind_key.get() != "nps").then(|| view! {
            <ScaleDetail index role question />
            <SelectField label=words.touchpoint options=touchpoints value=touchpoint_key on_commit=pick_touchpoint />
            {move || names_new.get().then(|| view! {
                <TextField
                    label=words.touchpoint_name
                    value=Signal::derive(move || touchpoint_name().unwrap_or_default())
                    on_commit=name_touchpoint
                    on_input=Callback::new(name_touchpoint)
                />
            })}
        })}
    }
}

/// The scale of the answers, and which of its ends is the good one.
#[component]
fn ScaleDetail(index: usize, role: Memo<Option<(KpiKind, KpiTarget)>>, question: StoredValue<String>) -> impl IntoView {
    let words = &use_texts().import.page;
    let wizard = expect_context::<Wizard>();
    let kind = move || role.get().map(|(kind, _)| kind).unwrap_or_default();
    let set = move |kind: KpiKind| {
        if let Some((_, kpi)) = role.get_untracked() {
            wizard.set_role(index, Role::Score { kind, kpi });
        }
    };
    let scale = Memo::new(move |_| kind().scale().unwrap_or(Scale::ONE_TO_FIVE));
    let scale_key = |low: u8, high: u8| format!("{low}-{high}");
    let scales = Signal::derive(move || {
        let own = (scale.get().low(), scale.get().high());
        let extra = (!SCALES.contains(&own)).then_some(own);
        let all = SCALES.into_iter().chain(extra);
        all.map(|(low, high)| (scale_key(low, high), (words.scale_named)(low, high))).collect::<Vec<_>>()
    });
    let end = move || match kind() {
        KpiKind::Csat(csat) => csat.best(),
        KpiKind::Ces(ces) => ces.easy,
        _ => ScaleEnd::High,
    };
    let with = move |scale: Scale, end: ScaleEnd| match role.get_untracked().map(|(kind, _)| kind) {
        Some(KpiKind::Ces(ces)) => set(KpiKind::Ces(Ces { scale, easy: end, ..ces })),
        _ => set(KpiKind::Csat(Csat::usual_with(scale, end))),
    };
    let pick_scale = move |key: String| {
        let ends = key.split_once('-').and_then(|(low, high)| Scale::new(low.parse().ok()?, high.parse().ok()?));
        ends.into_iter().for_each(|scale| with(scale, end()));
    };
    let directions = Signal::derive(move || {
        let name = if matches!(kind(), KpiKind::Ces(_)) { words.easy } else { words.best };
        vec![("high".to_owned(), name(scale.get().high())), ("low".to_owned(), name(scale.get().low()))]
    });
    let shown = Signal::derive(move || if end() == ScaleEnd::High { "high" } else { "low" }.to_owned());
    let pick_direction = move |key: String| {
        with(scale.get_untracked(), if key == "low" { ScaleEnd::Low } else { ScaleEnd::High });
        wizard.confirm_direction(index, true);
    };
    let unsure = Memo::new(move |_| question.with_value(|question| !direction(&kind(), question).sure));
    let confirmed = Signal::derive(move || wizard.confirmed.with(|confirmed| confirmed.contains(&index)));
    let warning = move || (!confirmed.get()).then(|| view! { <p class="field-hint warning">{words.direction_unsure}</p> });
    let confirm = move |right: bool| wizard.confirm_direction(index, right);
    let value = Signal::derive(move || scale_key(scale.get().low(), scale.get().high()));
    view! {
        <SelectField label=words.scale options=scales value on_commit=pick_scale />
        <SelectField label=words.direction options=directions value=shown on_commit=pick_direction />
        {move || unsure.get().then(|| view! {
            {warning}
            <CheckField label=words.direction_right context=question.get_value() value=confirmed on_commit=confirm />
        })}
    }
}
