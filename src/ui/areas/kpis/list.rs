//! All KPIs with how they stand.

use super::add_dialog::AddDialog;
use crate::ui::{
    components::{Button, ButtonKind, Column, DataTable, EmptyState, LinkButton, Menu, MenuItem, PageHead, icons},
    workspace::{use_texts, use_workspace},
};
use leptos::prelude::*;
use reiseplan::texts::figures::certainty;
use reiseplan::{
    charts::{
        kpi::{period_name, style},
        smooth_path,
    },
    figures::{
        lifetime::Lifetime,
        series::by_period,
        standing::{is_past_limit, last_standing, next_target, target_state},
    },
    plan::{Kpi, KpiId, KpiKind, Plan, Resolution, TypedId},
    route::Area,
    texts::{Texts, format},
};

/// Months that the small curve shows.
const CURVE_MONTHS: usize = 12;
const CURVE_WIDTH: f64 = 96.0;
const CURVE_HEIGHT: f64 = 24.0;

/// The page.
#[component]
pub fn KpiList() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.kpis;
    let ids = workspace.select(|plan| plan.kpis.ids().cloned().collect::<Vec<_>>());
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let adding = RwSignal::new(false);
    let add = move |()| adding.set(true);
    let type_values = move |()| super::add(workspace, KpiKind::Nps, true);
    let columns = vec![
        Column::text(words.column_kpi),
        Column::number(words.column_value),
        Column::text(words.column_course),
        Column::number(words.target),
        Column::number(words.measures),
        Column::text(""),
    ];
    view! {
        <div class="page kpis">
            <PageHead title=(texts.shell.area)(Area::Kpis) subtitle=words.intro>
                {move || (!is_empty.get()).then(|| view! {
                    <LinkButton icon=icons::LuFileDown label=words.import href=workspace.link(Area::Import, None) />
                    <Button kind=ButtonKind::Primary icon=icons::LuPlus label=texts.figures.new_kpi on_press=add />
                })}
            </PageHead>
            {move || match is_empty.get() {
                true => view! {
                    <EmptyState icon=icons::LuGauge title=words.empty_title text=words.empty_text>
                        <LinkButton kind=ButtonKind::Primary icon=icons::LuFileDown label=words.import href=workspace.link(Area::Import, None) />
                        <Button icon=icons::LuTable label=words.type_values on_press=type_values />
                    </EmptyState>
                }
                .into_any(),
                false => view! {
                    <DataTable caption=(texts.shell.area)(Area::Kpis) caption_hidden=true columns=Signal::stored(columns.clone())>
                        <For each=move || ids.get() key=KpiId::clone children=move |id| view! { <KpiRow id /> } />
                    </DataTable>
                }
                .into_any(),
            }}
            <AddDialog open=adding />
        </div>
    }
}

/// What a row says.
#[derive(Clone, PartialEq)]
struct Line {
    title: String,
    kind: String,
    figure: String,
    when: String,
    certainty: String,
    warning: Option<String>,
    curve: String,
    target: String,
    target_note: String,
    measures: String,
}

#[component]
fn KpiRow(id: KpiId) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let own = StoredValue::new(id);
    let line = workspace.select(move |plan| {
        let kpi = own.with_value(|id| plan.kpis.get(id).cloned())?;
        Some(line(plan, &kpi, texts))
    });
    let items = move |title: &str| {
        let label = (texts.kpis.delete_named)(title);
        vec![MenuItem::new(label, move || super::delete(workspace, &own.get_value())).icon(icons::LuTrash2)]
    };
    let cells = move || {
        let line = line.get()?;
        let href = workspace.link(Area::Kpis, Some(own.get_value().as_id()));
        let more = (texts.kpis.more)(&line.title);
        let items = items(&line.title);
        let curve = (!line.curve.is_empty()).then(|| {
            let view_box = format!("0 0 {CURVE_WIDTH} {CURVE_HEIGHT}");
            view! { <svg class="kpi-curve" viewBox=view_box aria-hidden="true"><path d=line.curve.clone() /></svg> }
        });
        Some(view! {
            <th scope="row">
                <a href=href dir="auto">{line.title}</a>
                <span class="kpi-line-note">{line.kind}</span>
            </th>
            <td class="num">
                <span class="kpi-line-figure">{line.figure}</span>" "<span class="kpi-line-when">{line.when}</span>
                <span class="kpi-line-note">{line.certainty}</span>
                {line.warning.map(|warning| view! { <span class="kpi-line-note bad">{warning}</span> })}
            </td>
            <td>{curve}</td>
            <td class="num">{line.target}<span class="kpi-line-note">{line.target_note}</span></td>
            <td class="num">{line.measures}</td>
            <td class="kpi-line-actions">
                <Menu small=true icon_only=true icon=icons::LuEllipsis label=more items=Signal::stored(items) />
            </td>
        })
    };
    view! { <tr>{cells}</tr> }
}

fn line(plan: &Plan, kpi: &Kpi, texts: &Texts) -> Line {
    let words = &texts.kpis;
    let style = style(plan, &kpi.id);
    let standing = last_standing(plan, &kpi.id);
    let last = standing.as_ref().map(|standing| (standing.last.0, standing.figure));
    let target = next_target(kpi, last.map(|(period, _)| period.last_day()));
    let state =
        target.zip(last).map(|(target, (_, figure))| (words.target_state)(target_state(&figure, target.value, kpi.better())));
    let by = target.and_then(|target| target.by).map(|day| (words.until)(&format::day(texts.language, day)));
    let measures = plan.measures.iter().filter(|measure| measure.moves(&kpi.id)).count();
    let limit = kpi.warning_limit.filter(|_| last.is_some_and(|(_, figure)| is_past_limit(kpi, figure.value)));
    let value = last.map(|(_, figure)| figure.value).or_else(|| assumed_value(plan, kpi));
    Line {
        title: texts.terms.named(&kpi.title).to_owned(),
        kind: kind(kpi, texts),
        figure: value.map_or_else(|| "–".to_owned(), |value| style.value(texts.language, value)),
        when: last.map(|(period, _)| period_name(period, texts)).unwrap_or_default(),
        certainty: match (last, value) {
            (Some((_, figure)), _) => certainty(texts, &style, &figure),
            (None, Some(_)) => words.by_assumptions.to_owned(),
            (None, None) => words.no_data.to_owned(),
        },
        warning: limit.map(|limit| (texts.figures.past_limit)(&style.set(texts.language, limit))),
        curve: curve(plan, &kpi.id),
        target: target.map_or_else(|| words.none.to_owned(), |target| style.set(texts.language, target.value)),
        target_note: [by, state.map(str::to_owned)].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        measures: if measures == 0 { words.none.to_owned() } else { measures.to_string() },
    }
}

/// What a customer is worth by a KPI's assumptions, where it is about that.
fn assumed_value(plan: &Plan, kpi: &Kpi) -> Option<f64> {
    let KpiKind::Clv(clv) = &kpi.kind else { return None };
    Lifetime::of(clv, plan.profile().discount_rate)?.value()
}

/// Kind of the figure and what it belongs to.
fn kind(kpi: &Kpi, texts: &Texts) -> String {
    let kind = (texts.figures.short)(&kpi.kind);
    if kpi.owner.is_empty() { kind } else { format!("{kind} · {}", kpi.owner) }
}

/// The values of the last months as a path (SVG).
fn curve(plan: &Plan, kpi: &KpiId) -> String {
    let months = by_period(plan, kpi, None, Resolution::Month);
    let months = &months[months.len().saturating_sub(CURVE_MONTHS)..];
    let (Some((first, _)), Some((last, _))) = (months.first(), months.last()) else { return String::new() };
    let reach = f64::from(last.first_month().months_since(first.first_month()));
    if reach <= 0.0 {
        return String::new();
    }
    let values: Vec<(f64, f64)> = months
        .iter()
        .filter_map(|(period, measured)| {
            let x = f64::from(period.first_month().months_since(first.first_month())) / reach;
            Some((x, measured.figure()?.value))
        })
        .collect();
    let low = values.iter().map(|(_, value)| *value).fold(f64::INFINITY, f64::min);
    let high = values.iter().map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max);
    let span = (high - low).max(f64::MIN_POSITIVE);
    let place = |(x, value): &(f64, f64)| (2.0 + x * (CURVE_WIDTH - 4.0), 2.0 + (high - value) / span * (CURVE_HEIGHT - 4.0));
    smooth_path(&values.iter().map(place).collect::<Vec<_>>())
}
