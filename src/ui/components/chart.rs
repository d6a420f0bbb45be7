//! Charts: title, drawing or table, and the ways to take them along.

use super::{
    button::{Button, ButtonKind, IconButton},
    data_table::{Column, DataTable},
    head::SectionHead,
    icons::{LuDownload, LuTable},
    menu::{Menu, MenuItem},
};
use crate::ui::platform::{
    drawing::{self, Drawing},
    fetched, files,
};
use leptos::{html, prelude::*, task::spawn_local};
use reiseplan::{
    charts::{self, ChartSpec, ChartTable, ChartTheme},
    texts::Texts,
};
use wasm_bindgen::JsCast;

/// Width of a saved picture in CSS pixels: that of a slide's content.
const PICTURE_WIDTH: f64 = 960.0;

/// A chart with how it is shown: handed to [`Chart`], which draws it, and to [`ChartActions`], which may stand elsewhere.
#[derive(Clone, Copy)]
pub struct ChartHandle {
    spec: Signal<ChartSpec>,
    texts: &'static Texts,
    /// Whether the page is dark.
    dark: Signal<bool>,
    /// Whether the table is shown in place of the drawing.
    as_table: RwSignal<bool>,
    /// What went wrong.
    problem: RwSignal<Option<String>>,
}

impl ChartHandle {
    /// Makes the handle of a chart that is drawn at first.
    pub fn new(spec: impl Into<Signal<ChartSpec>>, texts: &'static Texts, dark: impl Into<Signal<bool>>) -> Self {
        let (spec, dark) = (spec.into(), dark.into());
        Self { spec, texts, dark, as_table: RwSignal::new(false), problem: RwSignal::new(None) }
    }

    fn is_empty(self) -> bool {
        self.spec.with(ChartSpec::is_empty)
    }

    fn save(self, as_svg: bool) {
        spawn_local(async move {
            let Some(spec) = self.spec.try_get_untracked() else { return };
            let option = charts::picture(&spec, &ChartTheme::LIGHT, self.texts);
            let height = charts::picture_height(&spec, self.texts);
            let name = file_name(&spec.title);
            let saved = fetched::begin(&fetched::ECHARTS).await.and_then(|()| {
                if as_svg {
                    let text = drawing::picture_svg(&option, PICTURE_WIDTH, height)?;
                    files::download(&format!("{name}.svg"), "image/svg+xml", &text)
                } else {
                    let address = drawing::picture_png(&option, PICTURE_WIDTH, height)?;
                    files::download_address(&format!("{name}.png"), &address)
                }
            });
            self.problem.try_set(saved.err().map(|error| (self.texts.charts.picture_failed)(&error)));
        });
    }
}

/// A chart's title as the name of a file.
fn file_name(title: &str) -> String {
    let name: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    name.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Buttons that show a chart as a table and save it as a picture; nothing while the chart is empty.
#[component]
pub fn ChartActions(
    /// The chart.
    chart: ChartHandle,
    /// Whether the buttons show their icons alone.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let words = &chart.texts.charts;
    let toggle = move |()| chart.as_table.update(|as_table| *as_table = !*as_table);
    let items =
        vec![MenuItem::new(words.save_png, move || chart.save(false)), MenuItem::new(words.save_svg, move || chart.save(true))];
    let items = Signal::stored(items);
    let pressed = Signal::from(chart.as_table);
    let table = move || {
        if small {
            view! { <IconButton small=true label=words.as_table icon=LuTable on_press=toggle pressed=pressed /> }.into_any()
        } else {
            view! { <Button label=words.as_table icon=LuTable on_press=toggle pressed=pressed /> }.into_any()
        }
    };
    (move || {
        (!chart.is_empty()).then(|| {
            view! {
                {table()}
                <Menu label=words.picture icon=LuDownload icon_only=small small=small items />
            }
        })
    })
    .into_any()
}

/// A chart under its title, as a drawing or as a table.
#[component]
pub fn Chart(
    /// The chart.
    chart: ChartHandle,
    /// Whether the actions stand elsewhere.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let spec = chart.spec;
    let title = Signal::derive(move || spec.with(|spec| spec.title.clone()));
    let subtitle = Signal::derive(move || spec.with(|spec| spec.subtitle.clone()));
    let is_empty = Memo::new(move |_| chart.is_empty());
    let problem = move || {
        let retry = move |()| chart.problem.set(None);
        let text = chart.problem.get()?;
        Some(view! {
            <div class="chart-problem" role="alert">
                <p>{text}</p>
                <Button kind=ButtonKind::Link label=chart.texts.charts.try_again on_press=retry />
            </div>
        })
    };
    let actions = move || view! { <ChartActions chart small=true /> }.into_any();
    view! {
        <section class="chart">
            {if bare {
                view! { <SectionHead title note=subtitle /> }.into_any()
            } else {
                view! { <SectionHead title note=subtitle>{actions()}</SectionHead> }.into_any()
            }}
            {problem}
            {move || match (is_empty.get(), chart.as_table.get()) {
                (true, _) => view! { <p class="chart-empty">{move || chart.spec.with(|spec| spec.why_empty(chart.texts))}</p> }.into_any(),
                (false, true) => view! { <Figures chart title /> }.into_any(),
                (false, false) => view! { <Canvas chart /> }.into_any(),
            }}
            <Events chart />
        </section>
    }
    .into_any()
}

/// What happened at the marks of the chart, by their numbers.
#[component]
fn Events(chart: ChartHandle) -> impl IntoView {
    let words = &chart.texts.charts;
    let events = Memo::new(move |_| if chart.is_empty() { Vec::new() } else { chart.spec.with(|spec| spec.events(chart.texts)) });
    move || {
        let items = events.get().into_iter().map(|event| view! { <li>{event}</li> }).collect::<Vec<_>>();
        (!items.is_empty()).then(|| view! { <ol class="chart-events" aria-label=words.events>{items}</ol> })
    }
}

/// The chart as a table.
#[component]
fn Figures(chart: ChartHandle, title: Signal<String>) -> impl IntoView {
    let table = Memo::new(move |_| Table(chart.spec.with(|spec| charts::table(spec, chart.texts))));
    let columns = Signal::derive(move || {
        let column = |(index, title): (usize, &String)| {
            let is_words = index == 0 || *title == chart.texts.charts.remark;
            if is_words { Column::text(title) } else { Column::number(title) }
        };
        table.with(|table| table.0.header.iter().enumerate().map(column).collect::<Vec<_>>())
    });
    let rows = move || {
        let words = columns.with(|columns| columns.iter().map(|column| column.numeric).collect::<Vec<_>>());
        let row = |cells: Vec<String>| {
            let mut cells = cells.into_iter().zip(words.clone());
            let head = cells.next().map(|(text, _)| text);
            let cells = cells.map(|(text, numeric)| view! { <td class:num=numeric>{text}</td> }).collect_view();
            view! { <tr><th scope="row" dir="auto">{head}</th>{cells}</tr> }
        };
        table.get().0.rows.into_iter().map(row).collect_view()
    };
    view! { <DataTable caption=title caption_hidden=true columns>{rows}</DataTable> }.into_any()
}

/// Below this width, in CSS pixels, names of marks would lie over each other.
const NARROW: i32 = 480;

#[derive(Clone, PartialEq)]
struct Table(ChartTable);

/// The chart as a drawing.
#[component]
fn Canvas(chart: ChartHandle) -> impl IntoView {
    let host = NodeRef::<html::Div>::new();
    let drawing = StoredValue::new_local(None::<Drawing>);
    let loaded = RwSignal::new(false);
    Effect::new(move |_| {
        if loaded.get_untracked() || chart.problem.with(Option::is_some) {
            return;
        }
        spawn_local(async move {
            match fetched::begin(&fetched::ECHARTS).await {
                Ok(()) => drop(loaded.try_set(true)),
                Err(error) => {
                    let text = (chart.texts.charts.load_failed)(&error);
                    chart.problem.try_set(Some(text));
                }
            }
        });
    });
    Effect::new(move |_| {
        let (true, Some(host)) = (loaded.get(), host.get()) else { return };
        let theme = if chart.dark.get() { &ChartTheme::DARK } else { &ChartTheme::LIGHT };
        let is_narrow = host.client_width() < NARROW;
        let option = chart.spec.with(|spec| match is_narrow {
            true => charts::option(&spec.narrow(), theme, chart.texts),
            false => charts::option(spec, theme, chart.texts),
        });
        let drawn = drawing.try_update_value(|drawing| {
            if drawing.as_ref().is_none_or(|drawing| !drawing.is_in(host.unchecked_ref())) {
                *drawing = Some(Drawing::new(&host)?);
            }
            drawing.as_ref().map_or(Ok(()), |drawing| drawing.draw(&option))
        });
        if let Some(Err(error)) = drawn {
            chart.problem.set(Some((chart.texts.charts.load_failed)(&error)));
        }
    });
    on_cleanup(move || drop(drawing.try_update_value(Option::take)));
    let height = move || format!("{}px", chart.spec.with(ChartSpec::height));
    let description = move || chart.spec.with(|spec| format!("{}. {}", spec.title, spec.description));
    view! { <div node_ref=host class="chart-canvas" role="img" aria-label=description style:height=height></div> }.into_any()
}
