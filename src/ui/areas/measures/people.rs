//! Who does what: the parts of departments in measures, their load, and measures that several departments work on.

use super::{choices, state::PageState};
use crate::ui::{
    components::{CellEdit, DataCell, DataColumn, DataGrid, DataRow, GridSource, LinkButton, SectionHead, icons, with_first},
    platform::clock,
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    finance::{DepartmentLoad, Load, MeasureFault, load},
    plan::{DepartmentId, MeasureId, Part, Quarter, TypedId},
    route::Area,
    texts::{Texts, format, measures::heading},
};

fn part_key(part: Part) -> &'static str {
    match part {
        Part::Responsible => "responsible",
        Part::Helps => "helps",
        Part::Consulted => "consulted",
        Part::Informed => "informed",
    }
}

/// The part that a key, a sign or a word names; none for nothing.
fn read_part(text: &str, texts: &Texts) -> Result<Option<Part>, MeasureFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let words = &texts.measures;
    let is = |part: &Part| {
        part_key(*part) == text
            || (words.part_sign)(*part).eq_ignore_ascii_case(text)
            || (words.part)(*part).eq_ignore_ascii_case(text)
    };
    Part::ALL.into_iter().find(is).map(Some).ok_or(MeasureFault::NoSuchPart)
}

/// The view.
#[component]
pub fn People() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let departments = workspace.select(move |plan| {
        choices::departments(plan, texts)
            .into_iter()
            .filter_map(|(id, name)| Some((DepartmentId::try_from(id.as_str()).ok()?, name)))
            .collect::<Vec<_>>()
    });
    move || {
        let departments = departments.get();
        if departments.is_empty() {
            return view! {
                <p class="secondary">{words.no_departments}</p>
                <LinkButton
                    icon=icons::LuSettings
                    label=words.to_settings
                    href=workspace.link(Area::Settings, None)
                />
            }
            .into_any();
        }
        view! {
            <section>
                <SectionHead title=words.responsibilities />
                <Parts departments />
                <p class="measures-keys no-print">{words.responsibilities_keys}</p>
            </section>
            <Workload />
            <Shared />
        }
        .into_any()
    }
}

/// Measures × departments.
#[component]
fn Parts(departments: Vec<(DepartmentId, String)>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let state = expect_context::<PageState>();
    let workspace = state.workspace;
    let ids = StoredValue::new(departments.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>());
    let department = move |column: usize| ids.with_value(|ids| ids.get(column.checked_sub(1)?).cloned());
    let lines = Memo::new(move |_| state.listed.with(|listed| state.lines(listed, |_, _| Vec::new(), texts)));
    let row = move |key: String| {
        let Ok(id) = MeasureId::try_from(key.as_str()) else { return DataRow::default() };
        let is_current = state.selected.with(|selected| selected.as_ref() == Some(&id));
        workspace.with_plan(|plan| {
            let Some(measure) = plan.measures.get(&id) else { return DataRow::default() };
            let part = |department: &DepartmentId| match measure.part_of(department) {
                Some(part) => {
                    DataCell { text: (words.part_sign)(part).to_owned(), tone: None, note: (words.part)(part).to_owned() }
                }
                None => DataCell::default(),
            };
            let title = DataCell { text: heading(measure, texts), ..DataCell::default() };
            DataRow {
                cells: std::iter::once(title).chain(ids.with_value(|ids| ids.iter().map(part).collect::<Vec<_>>())).collect(),
                phase: plan.phase_of(measure.sub_phase.as_ref()),
                href: workspace.link(Area::Measures, Some(id.as_id())),
                is_current,
            }
        })
    };
    let edit = move |(key, column): (String, usize)| {
        let plan = workspace.plan_now();
        let measure = MeasureId::try_from(key.as_str()).ok().and_then(|id| plan.measures.get(&id).cloned());
        let (Some(measure), Some(department)) = (measure, department(column)) else { return CellEdit::None };
        let named = |part: Part| (part_key(part).to_owned(), format!("{} {}", (words.part_sign)(part), (words.part)(part)));
        let chosen = measure.part_of(&department).map(part_key).unwrap_or_default().to_owned();
        CellEdit::Choice(with_first(words.no_part, Part::ALL.map(named)), chosen)
    };
    let commit = move |(key, column, text): (String, usize, String)| {
        let part = read_part(&text, texts).map_err(|fault| (words.fault)(fault, &text))?;
        if let (Ok(id), Some(department)) = (MeasureId::try_from(key.as_str()), department(column)) {
            state.change(Verb::Change, &id, |measure| measure.set_part(&department, part));
        }
        Ok(())
    };
    let paste = move |(key, column, block): (String, usize, String)| {
        let rows: Vec<MeasureId> = untrack(|| state.groups()).into_iter().flat_map(|(_, ids)| ids).collect();
        let Some(first) = rows.iter().position(|id| id.to_string() == key) else { return };
        let mut unfit = Vec::new();
        workspace.edit(Label::new(Verb::Paste, Noun::Measure), Place::area(Area::Measures), |plan| {
            for (at, (id, line)) in rows[first..].iter().zip(block.trim_end_matches(['\n', '\r']).lines()).enumerate() {
                for (place, text) in line.split('\t').enumerate() {
                    let Some(department) = department(column + place) else { continue };
                    match read_part(text, texts) {
                        Ok(part) => drop(plan.measures.update(id, |measure| measure.set_part(&department, part))),
                        Err(fault) => {
                            let name = plan.departments.get(&department).map(|it| it.name.clone()).unwrap_or_default();
                            unfit.push((words.paste_unfit_cell)(at + 1, &name, &(words.fault)(fault, text)));
                        }
                    }
                }
            }
        });
        if !unfit.is_empty() {
            workspace.tell_problem((words.paste_unfit)(unfit.len()), unfit);
        }
    };
    let source = GridSource {
        lines: lines.into(),
        row: Callback::new(row),
        edit: Callback::new(edit),
        commit: Callback::new(commit),
        paste: Callback::new(paste),
        open: Callback::new(move |key: String| {
            if let Ok(id) = MeasureId::try_from(key.as_str()) {
                state.open(&id);
            }
        }),
        open_label: Callback::new(move |title: String| (words.details_of)(&title)),
    };
    let title = DataColumn { title: words.measure.to_owned(), width: 280.0, numeric: false };
    let named = departments.into_iter().map(|(_, name)| DataColumn { title: name, width: 112.0, numeric: false });
    let columns: Vec<DataColumn> = std::iter::once(title).chain(named).collect();
    view! {
        <div class="people-parts">
            <DataGrid label=words.responsibilities columns source whole=workspace.printing stacks=true />
        </div>
    }
}

/// Person-days by department and quarter against capacity.
#[component]
fn Workload() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let today = clock::today();
    let found = workspace.select(move |plan| load(plan, today));
    let table = move || {
        let Load { quarters, departments, unplaced } = found.get();
        let note = (unplaced > 0.0).then(|| {
            view! { <p class="secondary">{(words.unplaced)(&format::number(texts.language, unplaced, 0))}</p> }
        });
        if quarters.is_empty() {
            return view! { <p class="secondary">{words.load_none}</p> {note} }.into_any();
        }
        let heads = quarters.iter().map(|quarter| {
            view! { <th role="columnheader" scope="col">{format::quarter(quarter.first_month())}</th> }
        });
        let heads = heads.collect_view();
        let rows = departments.into_iter().map(|line| department_row(&line, &quarters, texts)).collect_view();
        view! {
            <div class="table-scroll" role="region" tabindex="0" aria-label=words.load>
                <table class="data-table load-table" role="table">
                    <caption class="visually-hidden">{words.load}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{texts.measures.department_filter}</th>
                            <th role="columnheader" scope="col" class="num">{words.capacity}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
            {note}
        }
        .into_any()
    };
    view! {
        <section class="measures-section">
            <SectionHead title=words.load note=Signal::stored(words.load_note.to_owned()) />
            {table}
        </section>
    }
}

/// The row of a department. On a narrow page it is a block, in which each cell says what it is for: the headings aren't
/// seen then, and a table that isn't laid out as one needs its roles named.
fn department_row(line: &DepartmentLoad, quarters: &[Quarter], texts: &'static Texts) -> impl IntoView + use<> {
    let words = &texts.measures;
    let workspace = use_workspace();
    let id = line.id.clone();
    let name = workspace.with_plan(|plan| plan.departments.get(&id).map(|it| it.name.clone()).unwrap_or_default());
    let number = |value: f64| format::number(texts.language, value, usize::from(value < 10.0 && value.fract() != 0.0));
    // What is available is written as it was entered.
    let available = |value: f64| format::number(texts.language, value, if value.fract() == 0.0 { 0 } else { 1 });
    let most = line.days.iter().copied().fold(line.capacity.unwrap_or_default(), f64::max);
    let capacity = line.capacity;
    let cells = line.days.iter().zip(quarters).enumerate().map(|(at, (days, quarter))| {
        let share = |value: f64| if most > 0.0 { format!("{}%", value / most * 100.0) } else { "0".to_owned() };
        let is_over = line.is_over(at);
        let text = match capacity {
            Some(capacity) => (words.load_of)(&number(*days), &available(capacity)),
            None => number(*days),
        };
        let over = capacity.filter(|_| is_over).map(|capacity| (words.load_over)(&number(days - capacity)));
        view! {
            <td role="cell" class:load-over=is_over>
                <span class="load-name">{format::quarter(quarter.first_month())}</span>
                <span class="load-bar" aria-hidden="true">
                    <span class="load-days" style:width=share(*days)></span>
                    {capacity.map(|capacity| view! { <span class="load-capacity" style:inset-inline-start=share(capacity)></span> })}
                </span>
                <span class="load-text">{text}</span>
                {over.map(|over| view! { <span class="load-text bad">{over}</span> })}
            </td>
        }
    });
    let capacity = capacity.map_or_else(|| words.no_capacity.to_owned(), available);
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" dir="auto">{name}</th>
            <td role="cell" class="num"><span class="load-name">{words.capacity}</span> {capacity}</td>
            {cells.collect_view()}
        </tr>
    }
}

/// Open measures that several departments work on.
#[component]
fn Shared() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measures;
    let found = workspace.select(move |plan| {
        let works = |part: Option<Part>| matches!(part, Some(Part::Responsible | Part::Helps));
        let open = plan.measures.iter().filter(|measure| measure.is_open());
        let shared = open.filter_map(|measure| {
            let names: Vec<String> = measure
                .departments()
                .into_iter()
                .filter(|id| works(measure.part_of(id)))
                .filter_map(|id| plan.departments.get(id).map(|it| it.name.clone()))
                .collect();
            (names.len() > 1).then(|| (measure.id.clone(), heading(measure, texts), names))
        });
        let mut shared: Vec<_> = shared.collect();
        shared.sort_by_key(|(.., names)| std::cmp::Reverse(names.len()));
        shared
    });
    let items = move || {
        let item = |(id, title, names): (MeasureId, String, Vec<String>)| {
            view! {
                <li class="row">
                    <a class="row-title" href=workspace.link(Area::Measures, Some(id.as_id())) dir="auto">{title}</a>
                    <span class="row-note" dir="auto">{names.join(" · ")}</span>
                </li>
            }
        };
        found.get().into_iter().map(item).collect_view()
    };
    view! {
        <section class="measures-section measures-narrow">
            <SectionHead title=words.shared note=Signal::stored(words.shared_note.to_owned()) ruled=true />
            {move || found.with(Vec::is_empty).then(|| view! { <p class="secondary">{words.shared_none}</p> })}
            <ul class="row-list">{items}</ul>
        </section>
    }
}
