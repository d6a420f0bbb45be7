//! What drives an overall score: how much each touchpoint explains, and how well it is rated.

mod matrix;

use crate::ui::{
    components::{Chart, ChartHandle, EmptyState, HelpHint, LinkButton, PageHead, SelectField, icons, with_first},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use matrix::{Matrix, matrix_points};
use reiseplan::{
    charts::{Bar, ChartKind, ChartSpec, kpi::group_name},
    figures::{
        drivers::{DriverStudy, driver_groups, overall_scores, study},
        importance::{ImportanceMethod, NoImportance},
        series::Group,
    },
    plan::{KpiId, Plan},
    route::Area,
    texts::{Texts, figures::ValueStyle, format},
};

/// Below this R² the drivers explain little.
const LITTLE: f64 = 0.1;

/// The page.
#[component]
pub fn Drivers() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.measuring;
    let overalls = workspace.select(overall_scores);
    let chosen = RwSignal::new(None::<KpiId>);
    let overall = Memo::new(move |_| {
        let known = overalls.get();
        chosen.get().filter(|id| known.contains(id)).or_else(|| known.first().cloned())
    });
    let group = RwSignal::new(None::<Group>);
    let found = workspace.select(move |plan| study(plan, overall.get().as_ref()?, group.get().as_ref()));
    let names = move |plan: &Plan| overall.get().map(|id| kpi_name(plan, &id, texts)).unwrap_or_default();
    let spec = workspace.select(move |plan| {
        let name = names(plan);
        found.with(|found| found.as_ref().map(|found| bars(plan, found, &name, texts))).unwrap_or_else(|| empty(texts))
    });
    let chart = ChartHandle::new(spec, texts, workspace.dark);
    let verdict = workspace.select(move |plan| found.with(|found| found.as_ref().map(|found| verdict(plan, found, texts))));
    let points = workspace.select(move |plan| {
        found.with(|found| found.as_ref().map(|found| matrix_points(plan, found, texts)).unwrap_or_default())
    });
    let method = move || {
        found.with(|found| match found.as_ref().and_then(|found| found.importance.as_ref().ok()) {
            Some(importance) => importance.method,
            None => ImportanceMethod::Lmg,
        })
    };
    let content = move || {
        view! {
            <Choices overalls overall chosen group />
            <p class="drivers-verdict">
                {move || verdict.get()}
                " "
                <HelpHint
                    label=words.method_label
                    title=Signal::derive(move || (words.method)(method()).to_owned())
                    text=words.method_text
                />
            </p>
            {move || (!points.with(Vec::is_empty)).then(|| view! {
                <div class="figures-columns">
                    <Chart chart />
                    <Matrix points />
                </div>
            })}
        }
    };
    view! {
        <div class="page figures-page">
            <PageHead title=(texts.shell.area)(Area::Drivers) subtitle=words.drivers_intro />
            {move || match overall.with(Option::is_none) {
                true => view! {
                    <EmptyState icon=icons::LuNetwork title=words.drivers_empty_title text=words.drivers_empty>
                        <LinkButton icon=icons::LuFileDown label=texts.kpis.import href=workspace.link(Area::Import, None) />
                    </EmptyState>
                }
                .into_any(),
                false => content().into_any(),
            }}
        </div>
    }
}

/// Chooses the overall score and the group.
#[component]
fn Choices(
    overalls: Memo<Vec<KpiId>>,
    overall: Memo<Option<KpiId>>,
    chosen: RwSignal<Option<KpiId>>,
    group: RwSignal<Option<Group>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let scores = workspace
        .select(move |plan| overalls.get().iter().map(|id| (id.to_string(), kpi_name(plan, id, texts))).collect::<Vec<_>>());
    let groups = workspace.select(move |plan| {
        let groups = overall.get().map(|id| driver_groups(plan, &id)).unwrap_or_default();
        let name = |group: Group| {
            let dimension = plan.dimensions.get(&group.dimension).map(|dimension| dimension.name.clone()).unwrap_or_default();
            let name = group_name(plan, &group, texts);
            (if dimension.is_empty() { name } else { (texts.charts.value_of)(&dimension, &name) }, group)
        };
        groups.into_iter().map(name).collect::<Vec<_>>()
    });
    let options = Signal::derive(move || {
        let groups = groups.get().into_iter().enumerate().map(|(at, (name, _))| (at.to_string(), name));
        with_first(texts.figures.all_groups, groups)
    });
    let value = Signal::derive(move || {
        let at = groups.with(|groups| group.with(|group| groups.iter().position(|(_, other)| Some(other) == group.as_ref())));
        at.map(|at| at.to_string()).unwrap_or_default()
    });
    let pick = move |key: String| {
        group.set(key.parse::<usize>().ok().and_then(|at| groups.with_untracked(|groups| Some(groups.get(at)?.1.clone()))));
    };
    let current = Signal::derive(move || overall.get().map(|id| id.to_string()).unwrap_or_default());
    view! {
        <div class="kpi-views">
            <SelectField
                label=texts.measuring.overall_field
                options=scores
                value=current
                on_commit=move |key: String| chosen.set(KpiId::try_from(key.as_str()).ok())
            />
            <SelectField label=texts.figures.group_field options value on_commit=pick />
        </div>
    }
}

/// The name of a driver: that of its touchpoint, else the KPI's own.
fn driver_name(plan: &Plan, id: &KpiId, texts: &Texts) -> String {
    let touchpoint = plan.kpis.get(id).and_then(|kpi| plan.touchpoints.get(kpi.touchpoint.as_ref()?));
    let name = touchpoint.map(|touchpoint| touchpoint.name.clone()).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| kpi_name(plan, id, texts))
}

fn kpi_name(plan: &Plan, id: &KpiId, texts: &Texts) -> String {
    texts.terms.named(plan.kpis.get(id).map(|kpi| kpi.title.as_str()).unwrap_or_default()).to_owned()
}

fn bars(plan: &Plan, found: &DriverStudy, overall: &str, texts: &Texts) -> ChartSpec {
    let words = &texts.measuring;
    let numbers = ValueStyle::plain(2);
    let bars: Vec<Bar> =
        found.ranked().iter().map(|(id, part)| Bar { label: driver_name(plan, id, texts), value: *part }).collect();
    let values: Vec<String> =
        bars.iter().map(|bar| (texts.charts.value_of)(&bar.label, &numbers.value(texts.language, bar.value))).collect();
    let r_squared = found.importance.as_ref().map(|importance| importance.r_squared).unwrap_or_default();
    ChartSpec {
        title: (words.drivers_title)(overall),
        subtitle: (words.drivers_note)(&format::number(texts.language, r_squared, 2), &format::count(texts.language, found.n)),
        description: (words.describe_bars)(bars.len(), &values.join("; ")),
        point_name: words.driver_column.to_owned(),
        value_name: words.importance.to_owned(),
        numbers,
        kind: ChartKind::Bars(bars),
    }
}

fn empty(texts: &Texts) -> ChartSpec {
    ChartSpec {
        title: String::new(),
        subtitle: String::new(),
        description: String::new(),
        point_name: texts.measuring.driver_column.to_owned(),
        value_name: texts.measuring.importance.to_owned(),
        numbers: ValueStyle::plain(2),
        kind: ChartKind::Bars(Vec::new()),
    }
}

/// What was found, in a sentence; or why nothing can be said.
fn verdict(plan: &Plan, found: &DriverStudy, texts: &Texts) -> String {
    let words = &texts.measuring;
    let importance = match &found.importance {
        Ok(importance) => importance,
        Err(why) => {
            let driver = match why {
                NoImportance::DriverIsConstant(at) | NoImportance::DriverFollows(at) => found.drivers.get(*at),
                _ => None,
            };
            return (words.no_importance)(*why, &driver.map(|id| driver_name(plan, id, texts)).unwrap_or_default());
        }
    };
    let Some((first, part)) = found.ranked().into_iter().next() else { return String::new() };
    let performance = found.performance(plan);
    let worst = performance.iter().zip(&found.drivers).filter_map(|(rating, id)| Some(((*rating)?, id)));
    let worst = worst.min_by(|a, b| a.0.total_cmp(&b.0)).is_some_and(|(_, id)| *id == first);
    let share = format::percent(texts.language, part / importance.r_squared, 0);
    let text = (words.first_driver)(&driver_name(plan, &first, texts), &share, worst);
    if importance.r_squared < LITTLE { format!("{text} {}", words.little_explained) } else { text }
}
