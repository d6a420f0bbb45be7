//! What has to change between a journey as it is and its target journey, and which measures see to it.

use super::state::PageState;
use crate::ui::{
    components::{Button, ButtonKind, EmptyState, LinkButton, SectionHead, SelectField, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    figures::{
        gap::{Gap, change_table, gaps},
        target::StepField,
    },
    plan::{ChangeField, Journey, JourneyId, JourneyKind, LaneId, Measure, MeasureId, Plan, StepId, TouchpointId, TypedId},
    route::Area,
    texts::{Texts, format, measures::heading},
};

/// A target journey with its name, and the one it is made from.
fn targets(plan: &Plan, texts: &Texts) -> Vec<(JourneyId, JourneyId, String)> {
    let of = plan.journeys.iter().filter(|journey| journey.kind == JourneyKind::ToBe).filter_map(|to_be| {
        let as_is = to_be.based_on.clone().filter(|id| plan.journeys.contains(id))?;
        Some((to_be.id.clone(), as_is, name_of(to_be, texts)))
    });
    of.collect()
}

/// Target journeys that belong to no journey as it is, with their names.
fn loose_targets(plan: &Plan, texts: &Texts) -> Vec<(JourneyId, String)> {
    let to_be = plan.journeys.iter().filter(|journey| journey.kind == JourneyKind::ToBe);
    let loose = to_be.filter(|to_be| to_be.based_on.as_ref().is_none_or(|id| !plan.journeys.contains(id)));
    loose.map(|to_be| (to_be.id.clone(), name_of(to_be, texts))).collect()
}

fn name_of(journey: &Journey, texts: &Texts) -> String {
    texts.terms.named(&journey.title).to_owned()
}

/// A gap in words.
#[derive(Clone, PartialEq)]
struct Row {
    step: String,
    what: String,
    place: GapPlace,
    measures: Vec<(MeasureId, String, String)>,
}

/// The view.
#[component]
pub fn Gaps() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let chosen = RwSignal::new(None::<JourneyId>);
    let targets = workspace.select(move |plan| targets(plan, texts));
    let shown = Memo::new(move |_| {
        let chosen = chosen.get();
        targets.with(|targets| targets.iter().find(|(id, ..)| Some(id) == chosen.as_ref()).or(targets.first()).cloned())
    });
    let options = Signal::derive(move || {
        targets.with(|all| all.iter().map(|(id, _, name)| (id.to_string(), name.clone())).collect::<Vec<_>>())
    });
    let pair = Memo::new(move |_| shown.get().map(|(to_be, as_is, _)| (to_be, as_is)));
    let found = workspace.select(move |plan| {
        let (to_be, as_is) = pair.get()?;
        let (as_is, to_be) = (plan.journeys.get(&as_is)?, plan.journeys.get(&to_be)?);
        Some(gaps(plan, as_is, to_be))
    });
    let found = Signal::derive(move || found.get().unwrap_or_default());
    let loose = workspace.select(move |plan| loose_targets(plan, texts));
    let has_targets = Memo::new(move |_| targets.with(|targets| !targets.is_empty()));
    let has_loose = Memo::new(move |_| loose.with(|loose| !loose.is_empty()));
    let compared = move || match (has_targets.get(), has_loose.get()) {
        (false, true) => ().into_any(),
        (false, false) => view! {
            <EmptyState icon=icons::LuGitCompareArrows title=words.gaps_none_title text=words.gaps_none_text>
                <LinkButton label=words.to_journeys href=workspace.link(Area::Journeys, None) />
            </EmptyState>
        }
        .into_any(),
        (true, _) => view! {
            <div class="measures-filters no-print">
                <SelectField
                    label=words.which_target
                    options
                    value=Signal::derive(move || shown.get().map(|(id, ..)| id.to_string()).unwrap_or_default())
                    on_commit=move |key: String| chosen.set(JourneyId::try_from(key.as_str()).ok())
                />
            </div>
            <GapTable pair found />
            <ChangeTable found />
        }
        .into_any(),
    };
    view! {
        {compared}
        <LooseTargets loose />
    }
}

/// Target journeys that can't be compared, and what to do about it.
#[component]
fn LooseTargets(loose: Memo<Vec<(JourneyId, String)>>) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().measures;
    let line = move |(id, name): (JourneyId, String)| {
        view! { <li><a href=workspace.link(Area::Journeys, Some(id.as_id())) dir="auto">{name}</a></li> }
    };
    move || {
        let loose = loose.get();
        (!loose.is_empty()).then(|| {
            view! {
                <div class="gap-silent secondary">
                    <p>{(words.gaps_loose)(loose.len())}</p>
                    <ul class="gap-measures">{loose.into_iter().map(line).collect_view()}</ul>
                </div>
            }
        })
    }
}

/// What a lane of the target journey is called.
fn lane_name(to_be: Option<&JourneyId>, lane: &LaneId, plan: &Plan, texts: &Texts) -> Option<String> {
    let journey = plan.journeys.get(to_be?)?;
    let own = journey.lanes.iter().find(|own| own.id == *lane).map(|own| own.title.clone()).filter(|title| !title.is_empty());
    own.or_else(|| (texts.journeys.lane)(lane.as_str()).map(str::to_owned))
}

/// Where a gap is: its touchpoint, else its steps, which have none.
#[derive(Clone, PartialEq)]
enum GapPlace {
    At(TouchpointId),
    Steps(Vec<(JourneyId, StepId)>),
}

impl GapPlace {
    fn of(gap: &Gap, pair: Option<&(JourneyId, JourneyId)>) -> Self {
        if let Some(touchpoint) = gap.touchpoints.last() {
            return Self::At(touchpoint.clone());
        }
        let Some((to_be, as_is)) = pair else { return Self::Steps(Vec::new()) };
        let steps = [(to_be, &gap.pair.to_be), (as_is, &gap.pair.as_is)];
        Self::Steps(steps.into_iter().filter_map(|(journey, step)| Some((journey.clone(), step.as_ref()?.id.clone()))).collect())
    }

    /// Its touchpoint; steps without one get one and the same, with this id.
    fn touchpoint(self, plan: &mut Plan, new: TouchpointId) -> Option<TouchpointId> {
        match self {
            Self::At(touchpoint) => Some(touchpoint),
            Self::Steps(steps) => {
                let mut steps = steps.into_iter();
                let (journey, step) = steps.next()?;
                let touchpoint = plan.touchpoint_for(&journey, &step, new);
                for (journey, step) in steps {
                    plan.update_step(&journey, &step, |step| step.touchpoint = Some(touchpoint.clone()));
                }
                Some(touchpoint)
            }
        }
    }
}

fn row(plan: &Plan, pair: Option<&(JourneyId, JourneyId)>, gap: &Gap, texts: &Texts) -> Row {
    let words = &texts.measures;
    let step = gap.pair.to_be.as_ref().or(gap.pair.as_is.as_ref()).map(|step| plan.step_heading(step)).unwrap_or_default();
    let step = texts.terms.named(&step).to_owned();
    let what = match (&gap.pair.as_is, &gap.pair.to_be) {
        (None, _) => words.gap_new.to_owned(),
        (_, None) => words.gap_left_out.to_owned(),
        _ => {
            let mut fields: Vec<String> = Vec::new();
            for field in &gap.pair.fields {
                let lane = match field {
                    StepField::Text(lane) => lane_name(pair.map(|(to_be, _)| to_be), lane, plan, texts),
                    _ => None,
                };
                let word = lane.unwrap_or_else(|| format::capital((texts.map.field)(field)));
                if !fields.contains(&word) {
                    fields.push(word);
                }
            }
            (words.gap_changed)(&fields.join(", ").replace('\u{ad}', ""))
        }
    };
    let measures = gap.measures.iter().filter_map(|id| plan.measures.get(id));
    Row {
        place: GapPlace::of(gap, pair),
        measures: measures.map(|it| (it.id.clone(), heading(it, texts), changes(it, texts))).collect(),
        step,
        what,
    }
}

/// What a measure says has to change where.
fn changes(measure: &Measure, texts: &Texts) -> String {
    let words = &texts.measures;
    let approaches: Vec<&str> = measure.approaches.iter().map(|approach| (words.approach)(*approach)).collect();
    let fields: Vec<&str> = measure.change_fields.iter().map(|field| (words.change_field)(*field)).collect();
    let parts = [approaches.join(", "), fields.join(", ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

#[component]
fn GapTable(pair: Memo<Option<(JourneyId, JourneyId)>>, found: Signal<Vec<Gap>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let state = expect_context::<PageState>();
    let rows = Memo::new(move |_| {
        let (pair, found) = (pair.get(), found.get());
        workspace.with_plan(|plan| found.iter().map(|gap| row(plan, pair.as_ref(), gap, texts)).collect::<Vec<_>>())
    });
    let facts = move || {
        rows.with(|rows| {
            let open = rows.iter().filter(|row| row.measures.is_empty()).count();
            if rows.is_empty() { words.no_gaps.to_owned() } else { (words.gaps_facts)(rows.len(), open) }
        })
    };
    let measure = move |(id, title, changes): (MeasureId, String, String)| {
        view! {
            <li>
                <a href=workspace.link(Area::Measures, Some(id.as_id())) dir="auto">{title}</a>
                {(!changes.is_empty()).then(|| view! { <span class="secondary">" · "{changes}</span> })}
            </li>
        }
    };
    let line = move |row: Row| {
        let covered = !row.measures.is_empty();
        let label = match row.place {
            GapPlace::At(_) => (words.plan_measure)(&row.step),
            GapPlace::Steps(_) => (words.plan_with_touchpoint)(&row.step),
        };
        let place = row.place;
        let press = move |()| {
            let (place, new) = (place.clone(), workspace.new_id());
            state.add_by(|plan, id| {
                if let Some(touchpoint) = place.touchpoint(plan, new) {
                    plan.measure_at(&touchpoint, None, id, "");
                }
            });
        };
        let plan_one = view! { <Button kind=ButtonKind::Link icon=icons::LuPlus label=label on_press=press /> };
        view! {
            <tr>
                <th scope="row" dir="auto">{row.step}</th>
                <td>{row.what}</td>
                <td>
                    {(!covered).then(|| view! { <span class="bad gap-open">{words.gap_uncovered}</span> })}
                    <ul class="gap-measures">{row.measures.into_iter().map(measure).collect_view()}</ul>
                    {(!covered).then_some(plan_one)}
                </td>
            </tr>
        }
    };
    view! {
        <p class="measures-budget" role="status">{facts}</p>
        {move || {
            let rows = rows.get();
            (!rows.is_empty())
                .then(|| {
                    view! {
                        <div class="table-scroll" role="region" tabindex="0" aria-label=words.gap_what>
                            <table class="data-table gap-table">
                                <caption class="visually-hidden">{words.gap_what}</caption>
                                <thead>
                                    <tr>
                                        <th scope="col">{words.gap_step}</th>
                                        <th scope="col">{words.gap_what}</th>
                                        <th scope="col">{words.gap_measures}</th>
                                    </tr>
                                </thead>
                                <tbody>{rows.into_iter().map(line).collect_view()}</tbody>
                            </table>
                        </div>
                    }
                })
        }}
    }
}

/// Approaches × parts of the company, with the measures that say so.
#[component]
fn ChangeTable(found: Signal<Vec<Gap>>) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let link = move |plan: &Plan, id: &MeasureId| {
        let title = plan.measures.get(id).map(|measure| heading(measure, texts)).unwrap_or_default();
        view! { <li><a href=workspace.link(Area::Measures, Some(id.as_id())) dir="auto">{title}</a></li> }
    };
    move || {
        let found = found.get();
        let mut ids: Vec<MeasureId> = Vec::new();
        for id in found.iter().flat_map(|gap| &gap.measures) {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        if ids.is_empty() {
            return None;
        }
        let plan = workspace.plan_now();
        let measures = ids.iter().filter_map(|id| plan.measures.get(id)).map(|measure| &**measure);
        let (rows, unsaid) = change_table(measures);
        let heads = ChangeField::ALL.map(|field| view! { <th scope="col">{(words.change_field)(field)}</th> });
        let rows = rows.into_iter().map(|(approach, fields)| {
            let cell = |ids: Vec<MeasureId>| {
                view! { <td><ul class="gap-measures">{ids.iter().map(|id| link(&plan, id)).collect_view()}</ul></td> }
            };
            view! {
                <tr>
                    <th scope="row">{(words.approach)(approach)}</th>
                    {fields.into_iter().map(cell).collect_view()}
                </tr>
            }
        });
        let rows = rows.collect_view();
        let silent = (!unsaid.is_empty()).then(|| {
            view! {
                <div class="gap-silent secondary">
                    <p>{(words.change_unsaid)(unsaid.len())}</p>
                    <ul class="gap-measures">{unsaid.iter().map(|id| link(&plan, id)).collect_view()}</ul>
                </div>
            }
        });
        Some(view! {
            <section class="measures-section">
                <SectionHead title=words.change_title note=Signal::stored(words.change_note.to_owned()) />
                <div class="table-scroll" role="region" tabindex="0" aria-label=words.change_title>
                    <table class="data-table change-table">
                        <caption class="visually-hidden">{words.change_title}</caption>
                        <thead>
                            <tr>
                                <td></td>
                                {heads.collect_view()}
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                {silent}
            </section>
        })
    }
}
