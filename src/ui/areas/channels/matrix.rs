//! The matrix of channels and sub-phases: one tab stop, arrows go from cell to cell that has steps.

use super::{CellPlace, PageState, channel_name, sub_phase_name};
use crate::ui::{
    components::{HelpHint, Icon, Mood, SectionHead, channel_icon, phase_key},
    platform::page,
    workspace::{use_texts, use_workspace},
};
use leptos::{ev::KeyboardEvent, prelude::*};
use reiseplan::{
    listing::channels::ChannelCell,
    plan::{ChannelId, ChannelSymbol, Phase, Plan},
    texts::{Texts, format},
};

/// A column: its name, its phase and whether it is the first of it.
#[derive(Clone, PartialEq)]
struct Head {
    name: String,
    phase: Option<Phase>,
    starts_phase: bool,
}

/// A row: the channel, what it is called, and its cells.
#[derive(Clone, PartialEq)]
struct Line {
    channel: Option<ChannelId>,
    name: String,
    /// Its picture and whether it is online; none in the row of steps without channel.
    look: Option<(ChannelSymbol, bool)>,
    cells: Vec<ChannelCell>,
}

/// The matrix as shown.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    heads: Vec<Head>,
    lines: Vec<Line>,
}

fn shown(plan: &Plan, state: PageState, texts: &Texts) -> Shown {
    state.matrix.with(|matrix| {
        let mut before = None;
        let head = |id: &Option<_>| {
            let phase = plan.phase_of(id.as_ref());
            let starts_phase = phase != before;
            before = phase;
            Head { name: sub_phase_name(plan, id.as_ref(), texts), phase, starts_phase }
        };
        let line = |(id, cells): &(ChannelId, Vec<ChannelCell>)| Line {
            channel: Some(id.clone()),
            name: channel_name(plan, Some(id), texts),
            look: plan.channels.get(id).map(|channel| (channel.symbol, channel.online)),
            cells: cells.clone(),
        };
        let mut lines: Vec<Line> = matrix.channels.iter().map(line).collect();
        if !matrix.without.is_empty() {
            let name = channel_name(plan, None, texts);
            lines.push(Line { channel: None, name, look: None, cells: matrix.without.clone() });
        }
        Shown { heads: matrix.sub_phases.iter().map(head).collect(), lines }
    })
}

/// The matrix.
#[component]
pub fn Matrix() -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let words = &texts.channels;
    let state = expect_context::<PageState>();
    let shown = workspace.select(move |plan| shown(plan, state, texts));
    // The cell with the tab stop: row and column; the first column is that of the channels.
    let active = RwSignal::new((0_usize, 0_usize));
    let help = view! { <HelpHint label=words.matrix title=words.matrix text=words.matrix_help /> }.into_any();
    let head = |head: Head| {
        view! {
            <th scope="col" data-phase=head.phase.map(phase_key)>
                <span class="channels-phase">{head.starts_phase.then(|| head.phase.map(texts.terms.phase)).flatten()}</span>
                <span class="channels-stage" dir="auto">{head.name}</span>
            </th>
        }
    };
    let heads = move || shown.with(|shown| shown.heads.clone()).into_iter().map(head).collect_view();
    let lines = move || {
        let shown = shown.get();
        let names: Vec<String> = shown.heads.into_iter().map(|head| head.name).collect();
        let line = |(row, line): (usize, Line)| view! { <Row row line names=names.clone() active /> };
        shown.lines.into_iter().enumerate().map(line).collect_view()
    };
    view! {
        <section>
            <SectionHead title=words.matrix help=help />
            <div class="table-scroll channels-scroll">
                <table
                    class="channels-matrix"
                    role="grid"
                    aria-label=words.matrix
                    on:keydown=move |event| go(&event, shown, active)
                >
                    <thead>
                        <tr>
                            <th scope="col" class="channels-corner">{words.channel}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(row: usize, line: Line, names: Vec<String>, active: RwSignal<(usize, usize)>) -> impl IntoView {
    let texts = use_texts();
    let words = &texts.channels;
    let state = expect_context::<PageState>();
    let Line { channel, name, look, cells } = line;
    let channel = StoredValue::new(channel);
    let tab = move |column: usize| move || if active.get() == (row, column) { "0" } else { "-1" };
    let is_chosen = move |column: Option<usize>| {
        move || {
            let place = CellPlace { channel: channel.get_value(), column };
            state.chosen.with(|chosen| chosen.as_ref() == Some(&place)).to_string()
        }
    };
    let choose = move |at: usize, column: Option<usize>| {
        active.set((row, at));
        let place = CellPlace { channel: channel.get_value(), column };
        state.chosen.update(|chosen| *chosen = (chosen.as_ref() != Some(&place)).then_some(place));
    };
    let face = look.map(|(symbol, online)| {
        let kind = if online { words.online } else { words.offline };
        (view! { <Icon icon=channel_icon(symbol) /> }, view! { <span class="channels-kind">{kind}</span> })
    });
    let (icon, kind) = face.unzip();
    let cell = |(at, cell): (usize, ChannelCell)| {
        let count = cell.steps.len();
        if count == 0 {
            return view! { <td role="gridcell"></td> }.into_any();
        }
        let mood = cell.mood.map(|mood| format::signed(texts.language, mood, 1));
        let label = (words.cell)(&name, names.get(at).map_or("", String::as_str), count, mood.as_deref());
        view! {
            <td role="gridcell">
                <button
                    type="button"
                    class="channels-cell"
                    data-row=row.to_string()
                    data-column=(at + 1).to_string()
                    tabindex=tab(at + 1)
                    aria-label=label
                    aria-pressed=is_chosen(Some(at))
                    on:click=move |_| choose(at + 1, Some(at))
                >
                    <b class="channels-count">{count}</b>
                    {cell.mood.zip(mood).map(|(mood, words)| view! { <Mood value=mood words /> })}
                </button>
            </td>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <button
                    type="button"
                    class="channels-name"
                    data-row=row.to_string()
                    data-column="0"
                    tabindex=tab(0)
                    title=(words.all_of)(&name)
                    aria-pressed=is_chosen(None)
                    on:click=move |_| choose(0, None)
                >
                    {icon}
                    <span dir="auto">{name.clone()}</span>
                    {kind}
                </button>
            </th>
            {cells.into_iter().enumerate().map(cell).collect_view()}
        </tr>
    }
}

/// Arrows, Home and End go on to the next cell that has steps.
fn go(event: &KeyboardEvent, shown: Memo<Shown>, active: RwSignal<(usize, usize)>) {
    let (row, column) = active.get_untracked();
    let next = shown.with_untracked(|shown| {
        let has = |row: usize, column: usize| {
            column == 0 || shown.lines[row].cells.get(column - 1).is_some_and(|cell| !cell.steps.is_empty())
        };
        let (rows, columns) = (shown.lines.len(), shown.heads.len() + 1);
        match &*event.key() {
            _ if row >= rows => None,
            "ArrowRight" => (column + 1..columns).find(|column| has(row, *column)).map(|column| (row, column)),
            "ArrowLeft" => (0..column).rev().find(|column| has(row, *column)).map(|column| (row, column)),
            "ArrowDown" => (row + 1..rows).find(|row| has(*row, column)).map(|row| (row, column)),
            "ArrowUp" => (0..row).rev().find(|row| has(*row, column)).map(|row| (row, column)),
            "Home" => Some((row, 0)),
            "End" => (0..columns).rev().find(|column| has(row, *column)).map(|column| (row, column)),
            _ => None,
        }
    });
    if let Some((row, column)) = next {
        event.prevent_default();
        active.set((row, column));
        page::focus(&format!(".channels-matrix [data-row=\"{row}\"][data-column=\"{column}\"]"));
    }
}
