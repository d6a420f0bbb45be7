//! Lines of a budget with bars: a line opens to its measures, and what is available is said in place.

use super::{
    budget_cuts::{Cut, Left, Line, element_id},
    details::fields::{Want, reader, writer},
    state::PageState,
};
use crate::ui::{
    components::{Button, ButtonKind, Icon, NumberField, icons, phase_key},
    platform::page,
    workspace::use_texts,
};
use leptos::prelude::*;
use reiseplan::{
    finance::counted,
    plan::{MeasureId, TypedId},
    route::Area,
    texts::{Texts, format, measures::heading},
};

/// Most measures that a line shows when it is opened.
const SHOWN: usize = 10;
/// How many are added each time.
const MORE: usize = 50;

/// What the rows of a table share.
#[derive(Clone, Copy)]
struct TableState {
    page: PageState,
    texts: &'static Texts,
    cut: Cut,
    /// Whether lines are open at first.
    opened: bool,
    currency: Memo<String>,
    /// The largest amount of a line: the length of the bars.
    most: Memo<f64>,
    is_filtered: Memo<bool>,
}

impl TableState {
    fn money(self, value: f64) -> String {
        format::money(self.texts.language, value, &self.currency.get())
    }

    fn share(self, value: f64) -> String {
        let most = self.most.get();
        if most > 0.0 { format!("{}%", value / most * 100.0) } else { "0".to_owned() }
    }

    /// How many columns there are.
    fn columns(self) -> usize {
        4 + usize::from(self.is_filtered.get()) + if self.cut.has_budget() { 2 } else { 0 }
    }
}

/// A table of lines.
#[component]
pub fn Lines(
    cut: Cut,
    left: Memo<Left>,
    /// Whether its lines are open at first.
    #[prop(optional)]
    opened: bool,
) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.measures;
    let page = expect_context::<PageState>();
    let workspace = page.workspace;
    let all = Memo::new(move |_| workspace.with_plan(|plan| left.with(|left| cut.lines(plan, left, texts))));
    let most = Memo::new(move |_| {
        all.with(|all| all.iter().map(|line| line.planned.max(line.available.unwrap_or_default())).fold(0.0, f64::max))
    });
    let state = TableState {
        page,
        texts,
        cut,
        opened,
        currency: workspace.select(|plan| plan.profile().currency.clone()),
        most,
        is_filtered: Memo::new(move |_| left.with(Option::is_some)),
    };
    let keys = move || all.with(|all| all.iter().map(|line| line.key.clone()).collect::<Vec<_>>());
    let sum = move |amount: fn(&Line) -> f64| Memo::new(move |_| all.with(|all| all.iter().map(amount).sum::<f64>()));
    let (planned, shown) = (sum(|line| line.planned), sum(|line| line.shown));
    // A dash where no measure has a cost: what nobody has estimated isn't 0.
    let is_costed = workspace.select(|plan| counted(plan.measures.iter()).measures > 0);
    let sum_of = move |sum: f64| if is_costed.get() { state.money(sum) } else { "–".to_owned() };
    let available =
        Memo::new(move |_| all.with(|all| all.iter().filter_map(|line| line.available).reduce(|sum, more| sum + more)));
    let row = move |key: String| {
        let own = key.clone();
        let line = Memo::new(move |_| all.with(|all| all.iter().find(|line| line.key == own).cloned()));
        view! { <LineRow state line key /> }
    };
    let title = cut.title(texts);
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=title>
            <table class="data-table budget-table">
                <caption class="visually-hidden">{title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{cut.head(texts)}</th>
                        <th scope="col" class="num">{words.measures_count}</th>
                        <td class="budget-bars" aria-hidden="true"></td>
                        <th scope="col" class="num">{words.planned}</th>
                        {move || {
                            state.is_filtered.get().then(|| view! { <th scope="col" class="num">{words.planned_shown}</th> })
                        }}
                        {cut
                            .has_budget()
                            .then(|| {
                                view! {
                                    <th scope="col" class="num">{words.available}</th>
                                    <th scope="col" class="num">{words.left}</th>
                                }
                            })}
                    </tr>
                </thead>
                <tbody>
                    <For each=keys key=Clone::clone children=row />
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{words.sum}</th>
                        <td></td>
                        <td class="budget-bars" aria-hidden="true"></td>
                        <td class="num">{move || sum_of(planned.get())}</td>
                        {move || state.is_filtered.get().then(|| view! { <td class="num">{sum_of(shown.get())}</td> })}
                        {cut
                            .has_budget()
                            .then(|| {
                                view! {
                                    <td class="num">
                                        {move || available.get().map_or_else(|| "–".to_owned(), |sum| state.money(sum))}
                                    </td>
                                    <td></td>
                                }
                            })}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// A line, and the rows of its measures while it is open.
#[component]
fn LineRow(state: TableState, line: Memo<Option<Line>>, key: String) -> impl IntoView {
    let TableState { page, texts, cut, .. } = state;
    let words = &texts.measures;
    let workspace = page.workspace;
    let read = move |read: fn(&Line) -> Option<f64>| line.with(|line| line.as_ref().and_then(read));
    let name = Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.name.clone()).unwrap_or_default()));
    let phase = move || line.with(|line| line.as_ref().and_then(|line| line.phase).map(phase_key));
    let is_named = line.with_untracked(|line| line.as_ref().is_some_and(|line| line.is_named));
    let planned = move || read(|line| Some(line.planned)).unwrap_or_default();
    let shown = move || read(|line| Some(line.shown)).unwrap_or_default();
    let available = move || read(|line| line.available);
    let excess = move || read(|line| Some(line.planned - line.available?)).filter(|excess| *excess > 0.0);
    let rest = move || match (excess(), read(|line| Some(line.available? - line.planned))) {
        (Some(excess), _) => (words.excess)(&state.money(excess)),
        (None, Some(rest)) => state.money(rest),
        (None, None) => "–".to_owned(),
    };
    let (count, shown_count) = (
        Memo::new(move |_| line.with(|line| line.as_ref().map_or(0, |line| line.count))),
        Memo::new(move |_| line.with(|line| line.as_ref().map_or(0, |line| line.measures.len()))),
    );
    let counted = move || match state.is_filtered.get() {
        true => (words.count_of)(shown_count.get(), count.get()),
        false => count.get().to_string(),
    };
    let place = StoredValue::new(format!("{}-{key}", cut.key()));
    // A measure that is selected already is seen with its group.
    let selected_at = line.with_untracked(|line| {
        let selected = page.selected.get_untracked().filter(|_| !cut.is_time())?;
        line.as_ref()?.measures.iter().position(|(id, _)| *id == selected)
    });
    let is_open = RwSignal::new(state.opened || selected_at.is_some());
    let limit = RwSignal::new(selected_at.map_or(SHOWN, |at| SHOWN.max(at + 1)));
    let has_measures = Memo::new(move |_| shown_count.get() > 0);
    let heading = move || match has_measures.get() {
        true => view! {
            <button
                type="button"
                class="budget-open"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                <Icon icon=icons::LuChevronRight />
                <span dir="auto">{name}</span>
            </button>
        }
        .into_any(),
        false => view! { <span class="budget-closed" dir="auto">{name}</span> }.into_any(),
    };
    let measures = move || {
        if !is_open.get() {
            return Vec::new();
        }
        let limit = if workspace.printing.get() { usize::MAX } else { limit.get() };
        let ids = |line: &Line| line.measures.iter().take(limit).map(|(id, _)| id.clone()).collect::<Vec<_>>();
        line.with(|line| line.as_ref().map(ids).unwrap_or_default())
    };
    let measure = move |id: MeasureId| view! { <MeasureRow state line place id /> };
    let rest_count = Memo::new(move |_| if is_open.get() { shown_count.get().saturating_sub(limit.get()) } else { 0 });
    let more = move || {
        let left = rest_count.get();
        (left > 0).then(|| {
            let press = move |()| {
                let at = limit.get_untracked();
                let next = line.with_untracked(|line| line.as_ref().and_then(|line| Some(line.measures.get(at)?.0.clone())));
                limit.set(at + MORE);
                if let Some(next) = next {
                    page::focus_soon(place.with_value(|place| PageState::row_at(place, &next)));
                }
            };
            view! {
                <tr class="no-print">
                    <td class="budget-more" colspan=move || state.columns().to_string()>
                        <Button kind=ButtonKind::Link label=(words.more_measures)(left.min(MORE)) on_press=press />
                    </td>
                </tr>
            }
        })
    };
    // A line of its own can be named by the address.
    let line_id = is_named.then(|| element_id(&key));
    let own = key.clone();
    let is_current = Memo::new(move |_| {
        let record = workspace.route.get().and_then(|route| route.record);
        is_named && record.is_some_and(|record| record.as_str() == own)
    });
    let key = StoredValue::new(key);
    let commit = move |amount: Option<f64>| key.with_value(|key| cut.set_available(workspace, key, amount));
    let field = match is_named {
        true => view! {
            <NumberField
                label=Signal::derive(move || (words.available_for)(&name.get()))
                label_hidden=true
                value=Signal::derive(available)
                format=writer(texts)
                parse=reader(Want::Amount, texts)
                on_commit=commit
                placeholder="–"
            />
        }
        .into_any(),
        false => view! { {move || available().map(|available| state.money(available))} }.into_any(),
    };
    view! {
        <tr
            id=line_id
            tabindex=is_named.then_some("-1")
            data-phase=phase
            aria-current=move || is_current.get().then_some("true")
        >
            <th scope="row">{heading}</th>
            <td class="num">{counted}</td>
            <td class="budget-bars" aria-hidden="true">
                <span class="budget-bar">
                    <span
                        class="budget-planned"
                        class:budget-over=move || excess().is_some()
                        class:budget-whole=move || state.is_filtered.get()
                        style:width=move || state.share(planned())
                    ></span>
                    {move || {
                        state
                            .is_filtered
                            .get()
                            .then(|| view! { <span class="budget-planned" style:width=state.share(shown())></span> })
                    }}
                    {move || {
                        available()
                            .map(|available| {
                                view! {
                                    <span class="budget-available" style:inset-inline-start=state.share(available)></span>
                                }
                            })
                    }}
                </span>
            </td>
            <td class="num">{move || state.money(planned())}</td>
            {move || state.is_filtered.get().then(|| view! { <td class="num">{state.money(shown())}</td> })}
            {cut
                .has_budget()
                .then(|| {
                    view! {
                        <td class="num budget-field">{field}</td>
                        <td class="num" class:bad=move || excess().is_some()>{rest}</td>
                    }
                })}
        </tr>
        <For each=measures key=Clone::clone children=measure />
        {more}
    }
}

/// A measure of a line, with what it costs there.
#[component]
fn MeasureRow(state: TableState, line: Memo<Option<Line>>, place: StoredValue<String>, id: MeasureId) -> impl IntoView {
    let TableState { page, texts, cut, .. } = state;
    let workspace = page.workspace;
    let own = id.clone();
    let cost = Memo::new(move |_| {
        let of = |line: &Line| line.measures.iter().find(|(id, _)| *id == own).map(|(_, cost)| *cost);
        line.with(|line| line.as_ref().and_then(of)).unwrap_or_default()
    });
    let own = id.clone();
    let facts = workspace.select(move |plan| {
        let measure = plan.measures.get(&own)?;
        Some((heading(measure, texts), plan.phase_of(measure.sub_phase.as_ref())))
    });
    let own = id.clone();
    let is_current = Memo::new(move |_| page.selected.with(|selected| selected.as_ref() == Some(&own)));
    let href = workspace.link(Area::Measures, Some(id.as_id()));
    // All that a row says follows in one go: else many open lines would be slow.
    let content = move || {
        let (title, _) = facts.get()?;
        let (cost, is_filtered) = (cost.get(), state.is_filtered.get());
        let money = state.money(cost);
        let shown = is_filtered.then(|| money.clone());
        Some(view! {
            <th scope="row" colspan="2">
                <a href=href.clone() dir="auto" on:click=move |_| page.opened_at.set_value(place.get_value())>{title}</a>
            </th>
            <td class="budget-bars" aria-hidden="true">
                <span class="budget-bar"><span class="budget-planned" style:width=state.share(cost)></span></span>
            </td>
            <td class="num">{(!is_filtered).then_some(money)}</td>
            {shown.map(|money| view! { <td class="num">{money}</td> })}
            {cut.has_budget().then(|| view! { <td></td><td></td> })}
        })
    };
    view! {
        <tr
            class="budget-measure"
            data-item=id.to_string()
            data-place=place.get_value()
            data-phase=move || facts.with(|facts| facts.as_ref().and_then(|(_, phase)| *phase).map(phase_key))
            aria-current=move || is_current.get().then_some("true")
        >
            {content}
        </tr>
    }
}
