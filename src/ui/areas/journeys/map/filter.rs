//! Which columns fit a persona and a department; the others are dimmed.

use super::{
    columns,
    state::{CellKey, HEAD_ROW, MapColumn, MapState},
};
use crate::ui::{
    components::{Button, ButtonKind, IconButton, SelectField, icons, with_first},
    workspace::{Workspace, use_texts},
};
use leptos::prelude::*;
use reiseplan::plan::{DepartmentId, JourneyId, PersonaId, StepId};
use std::collections::HashSet;

/// What is chosen to be seen.
#[derive(Clone, Copy)]
pub struct Filter {
    persona: RwSignal<Option<PersonaId>>,
    department: RwSignal<Option<DepartmentId>>,
    /// The steps that fit; none: nothing was chosen.
    fitting: Memo<Option<HashSet<StepId>>>,
}

impl Filter {
    /// Makes the filter of a journey's map.
    pub fn new(workspace: Workspace, journey: JourneyId) -> Self {
        let (persona, department) = (RwSignal::new(None::<PersonaId>), RwSignal::new(None::<DepartmentId>));
        let fitting = workspace.select(move |plan| {
            let (persona, department) = (persona.get(), department.get());
            if persona.is_none() && department.is_none() {
                return None;
            }
            let journey = plan.journeys.get(&journey)?;
            let fits = |step: &&std::sync::Arc<reiseplan::plan::Step>| {
                persona.as_ref().is_none_or(|id| plan.step_concerns(step, id))
                    && department.as_ref().is_none_or(|id| {
                        plan.touchpoint_of(step).is_some_and(|touchpoint| touchpoint.department.as_ref() == Some(id))
                    })
            };
            Some(journey.steps().filter(fits).map(|step| step.id.clone()).collect())
        });
        Self { persona, department, fitting }
    }

    fn clear(self) {
        self.persona.set(None);
        self.department.set(None);
    }
}

/// The fields that choose a persona and a department, as far as the plan has any.
#[component]
pub fn FilterFields() -> impl IntoView {
    let map = expect_context::<MapState>();
    let texts = use_texts();
    let words = &texts.map.work;
    let filter = map.filter;
    let named = |name: &str| texts.terms.named(name).to_owned();
    let personas =
        map.workspace.select(move |plan| plan.personas.iter().map(|it| (it.id.to_string(), named(&it.name))).collect::<Vec<_>>());
    let departments = map
        .workspace
        .select(move |plan| plan.departments.iter().map(|it| (it.id.to_string(), named(&it.name))).collect::<Vec<_>>());
    let persona = Signal::derive(move || filter.persona.get().map(|id| id.to_string()).unwrap_or_default());
    let department = Signal::derive(move || filter.department.get().map(|id| id.to_string()).unwrap_or_default());
    view! {
        {move || (!personas.with(Vec::is_empty)).then(|| view! {
            <SelectField
                label=words.persona
                label_hidden=true
                options=Signal::derive(move || with_first(words.every_persona, personas.get()))
                value=persona
                on_commit=move |id: String| filter.persona.set(PersonaId::try_from(id.as_str()).ok())
            />
        })}
        {move || (!departments.with(Vec::is_empty)).then(|| view! {
            <SelectField
                label=words.department
                label_hidden=true
                options=Signal::derive(move || with_first(words.every_department, departments.get()))
                value=department
                on_commit=move |id: String| filter.department.set(DepartmentId::try_from(id.as_str()).ok())
            />
        })}
    }
}

/// What fits, in words, with the way from one to the next.
#[component]
pub fn FilterNote() -> impl IntoView {
    let map = expect_context::<MapState>();
    let words = &use_texts().map.work;
    let filter = map.filter;
    let chosen = map.workspace.select(move |plan| {
        let persona = filter.persona.get().and_then(|id| plan.personas.get(&id).map(|p| (words.fits_persona)(&p.name)));
        let department =
            filter.department.get().and_then(|id| plan.departments.get(&id).map(|d| (words.fits_department)(&d.name)));
        [persona, department].into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let text = move || {
        let steps = map.columns.with(|columns| columns.iter().filter(|column| column.step.is_some()).count());
        let fitting = filter.fitting.with(|fitting| fitting.as_ref().map(HashSet::len))?;
        Some((words.fitting)(fitting, steps, &chosen.get()))
    };
    let go = move |forward: bool| {
        let keys: Vec<(bool, String)> = map.columns.with_untracked(|columns| {
            filter.fitting.with_untracked(|fitting| {
                let fits =
                    |step: &Option<StepId>| step.as_ref().zip(fitting.as_ref()).is_some_and(|(step, all)| all.contains(step));
                columns.iter().map(|column| (fits(&column.step), column.key())).collect()
            })
        });
        let now = map.focus.get_untracked().and_then(|focus| keys.iter().position(|(_, key)| *key == focus.column));
        let fits = |(fits, key): &&(bool, String)| fits.then(|| key.clone());
        let found = if forward {
            let from = now.map_or(0, |now| now + 1);
            keys[from..].iter().chain(&keys[..from]).find_map(|key| fits(&key))
        } else {
            let to = now.unwrap_or(keys.len());
            keys[..to].iter().rev().chain(keys[to..].iter().rev()).find_map(|key| fits(&key))
        };
        if let Some(column) = found {
            columns::focus_soon(map, CellKey::new(HEAD_ROW, column));
        }
    };
    view! {
        <div class="map-note" role="status">
            {move || text().map(|text| view! {
                <span>{text}</span>
                <IconButton small=true icon=icons::LuArrowLeft label=words.fit_before on_press=move |()| go(false) />
                <IconButton small=true icon=icons::LuArrowRight label=words.fit_next on_press=move |()| go(true) />
                <Button kind=ButtonKind::Link label=words.show_all on_press=move |()| filter.clear() />
            })}
        </div>
    }
}

/// How the columns that don't fit are dimmed, as the background of what lies over a row; nothing if nothing is chosen.
///
/// Each row has a cover of its own: one over the whole grid would lie over the titles of rows, too, as soon as columns
/// are scrolled beneath them.
pub fn cover(map: MapState) -> Memo<Option<String>> {
    Memo::new(move |_| {
        map.columns.with(|columns| {
            map.filter.fitting.with(|fitting| {
                let fitting = fitting.as_ref()?;
                let fits = |column: &MapColumn| column.step.as_ref().is_some_and(|step| fitting.contains(step));
                let mut stops = Vec::new();
                let mut first = 0;
                for run in columns.chunk_by(|a, b| fits(a) == fits(b)) {
                    let end = first + run.len();
                    let (from, to) = (map.view.left_of(first), map.view.left_of(end));
                    let colour = if fits(&run[0]) { "transparent" } else { "var(--veil)" };
                    stops.push(format!("{colour} {from}px {to}px"));
                    first = end;
                }
                Some(format!("linear-gradient(to right, {})", stops.join(", ")))
            })
        })
    })
}

/// What lies over the columns of a row that don't fit.
#[component]
pub fn Cover(background: Memo<Option<String>>) -> impl IntoView {
    let map = expect_context::<MapState>();
    let width = move || format!("{}px", map.view.left_of(map.columns.with(Vec::len)));
    move || {
        background.with(Option::is_some).then(|| {
            view! {
                <div class="map-veil" aria-hidden="true" style:background-image=move || background.get() style:inline-size=width></div>
            }
        })
    }
}
