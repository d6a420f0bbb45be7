//! A map presented on the whole screen: the journey, then stage by stage, touchpoint by touchpoint.

use super::{
    Subject, Tasks,
    export::lanes,
    slide_views::{OverviewSlide, StageSlide, StepSlide},
};
use crate::ui::{
    components::{Button, ButtonKind, IconButton, LiveRegion, icons},
    platform::{page, screen},
    workspace::{use_texts, use_workspace},
};
use leptos::{html, portal::Portal, prelude::*};
use reiseplan::{
    picture::{MapView, Slide, slides},
    plan::{Journey, Lane, Plan},
    sheet::stage_title,
    texts::Texts,
};
use std::sync::Arc;

/// What is presented, as it was when the presentation began.
pub struct Deck {
    /// The plan.
    pub plan: Plan,
    /// The journey.
    pub journey: Arc<Journey>,
    /// The journey whose curve is laid over it.
    pub other: Option<Arc<Journey>>,
    /// The lanes that the map shows.
    pub lanes: Vec<Lane>,
    /// The slides in order.
    pub slides: Vec<Slide>,
    /// Words and language.
    pub texts: &'static Texts,
}

impl Deck {
    /// The map as it is drawn.
    pub fn view(&self) -> MapView<'_> {
        MapView { plan: &self.plan, texts: self.texts, journey: &self.journey, other: self.other.as_deref(), lanes: &self.lanes }
    }

    /// Title of the journey.
    pub fn title(&self) -> String {
        self.named(&self.journey.title)
    }

    /// Title of a stage, by its number.
    pub fn stage(&self, stage: usize) -> String {
        self.journey.stages.get(stage).map(|stage| stage_title(&self.plan, self.texts, stage)).unwrap_or_default()
    }

    /// Heading of a step, by the numbers of its stage and within it.
    pub fn step(&self, stage: usize, step: usize) -> String {
        let step = self.journey.stages.get(stage).and_then(|stage| stage.steps.get(step));
        self.named(&step.map(|step| self.plan.step_heading(step)).unwrap_or_default())
    }

    /// A text, or that it is missing.
    pub fn named(&self, text: &str) -> String {
        self.texts.terms.named(text).to_owned()
    }

    /// Number of a step among all columns.
    pub fn column(&self, stage: usize, step: usize) -> usize {
        self.journey.stages.iter().take(stage).map(|stage| stage.steps.len().max(1)).sum::<usize>() + step
    }

    /// What a slide shows, in words.
    fn said(&self, slide: Slide) -> String {
        let words = &self.texts.output.present;
        match slide {
            Slide::Overview => format!("{}: {}", words.overview, self.title()),
            Slide::Stage(stage) => (words.stage)(&self.stage(stage)),
            Slide::Step(stage, step) => (words.step)(&self.step(stage, step), &self.stage(stage)),
        }
    }
}

/// Where the presentation is.
#[derive(Clone, Copy)]
pub struct Show {
    /// What is presented.
    pub deck: StoredValue<Deck>,
    /// Number of the slide, from 0.
    pub at: RwSignal<usize>,
    /// Size of the window.
    pub size: RwSignal<(f64, f64)>,
}

impl Show {
    /// Goes to a slide, the first or last one at most.
    fn go(self, to: usize) {
        let last = self.deck.with_value(|deck| deck.slides.len() - 1);
        self.at.set(to.min(last));
    }

    /// Goes to the slide with this content.
    pub fn go_to(self, slide: Slide) {
        if let Some(index) = self.deck.with_value(|deck| deck.slides.iter().position(|other| *other == slide)) {
            self.at.set(index);
        }
    }

    fn next(self) {
        self.go(self.at.get_untracked() + 1);
    }

    fn previous(self) {
        self.go(self.at.get_untracked().saturating_sub(1));
    }

    fn slide(self) -> Slide {
        let at = self.at.get();
        self.deck.with_value(|deck| deck.slides.get(at).copied().unwrap_or(Slide::Overview))
    }
}

/// The presentation. It ends with Esc, its button, or when the screen is given back.
#[component]
pub fn Presentation(subject: Subject, tasks: Tasks) -> impl IntoView {
    let workspace = use_workspace();
    let texts = use_texts();
    let plan = workspace.plan_now();
    let Some((journey, other)) = subject.journeys(&plan) else {
        tasks.set(None);
        return ().into_any();
    };
    let (lanes, slides) = (lanes(&journey, false), slides(&journey));
    let deck = StoredValue::new(Deck { plan, journey, other, lanes, slides, texts });
    let show = Show { deck, at: RwSignal::new(0), size: RwSignal::new(screen::size()) };
    let resized = window_event_listener(leptos::ev::resize, move |_| show.size.set(screen::size()));
    screen::set_inert(".frame", true);
    on_cleanup(move || {
        resized.remove();
        screen::give_back();
        screen::set_inert(".frame", false);
        page::focus_soon(".present-start button".to_owned());
    });
    view! { <Portal><Stage show tasks /></Portal> }.into_any()
}

/// The surface on which slides are shown.
#[component]
fn Stage(show: Show, tasks: Tasks) -> impl IntoView {
    let words = &use_texts().output.present;
    let surface = NodeRef::<html::Div>::new();
    let slide_ref = NodeRef::<html::Div>::new();
    let filled = RwSignal::new(false);
    Effect::new(move |_| {
        if let Some(surface) = surface.get() {
            let _ = surface.focus();
            screen::fill(&surface);
        }
    });
    let on_fill = move |_| {
        // Esc gives the screen back without a key being told: it ends the presentation.
        if filled.get_untracked() && !screen::is_filled() {
            tasks.set(None);
        }
        filled.set(screen::is_filled());
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        event.stop_propagation();
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        if !held && on_key(show, tasks, &event, slide_ref.get_untracked().as_deref()) {
            event.prevent_default();
        }
    };
    // Whether the slide goes on below the screen: it is said, since nothing else shows it.
    let more_below = RwSignal::new(false);
    let measure = move || {
        if let Some(slide) = slide_ref.try_get_untracked().flatten() {
            more_below.try_set(below(&slide) > 1);
        }
    };
    Effect::new(move |_| {
        show.at.track();
        if let Some(slide) = slide_ref.get() {
            slide.set_scroll_top(0);
        }
    });
    Effect::new(move |_| {
        show.at.track();
        show.size.track();
        page::after_render(measure);
    });
    let watch = StoredValue::new_local(None::<page::SizeWatch>);
    slide_ref.on_load(move |slide| watch.set_value(Some(page::SizeWatch::new(&slide, measure))));
    let go_down = move |()| scroll(slide_ref.get_untracked().as_deref(), PAGE);
    // A button that goes with its slide or has nothing left to do takes the focus along: keys are heard on the surface.
    Effect::new(move |_| {
        show.at.track();
        filled.track();
        more_below.track();
        if let Some(surface) = surface.get() {
            page::if_focus_is_lost(move || drop(surface.focus()));
        }
    });
    let count = show.deck.with_value(|deck| deck.slides.len());
    let place = move || (words.place)(show.at.get() + 1, count);
    let said = Signal::derive(move || format!("{}: {}", place(), show.deck.with_value(|deck| deck.said(show.slide()))));
    let slide = move || match show.slide() {
        Slide::Overview => view! { <OverviewSlide show /> }.into_any(),
        Slide::Stage(stage) => view! { <StageSlide show stage /> }.into_any(),
        Slide::Step(stage, step) => view! { <StepSlide show stage step /> }.into_any(),
    };
    let share = move || format!("{}%", (show.at.get() + 1) as f64 * 100.0 / count as f64);
    let name = show.deck.with_value(|deck| (words.name)(&deck.title()));
    view! {
        <div
            node_ref=surface
            class="presentation"
            role="dialog"
            aria-modal="true"
            aria-label=name
            tabindex="-1"
            on:keydown=on_key
            on:fullscreenchange=on_fill
        >
            <header class="presentation-head">
                <p class="presentation-title" dir="auto">{show.deck.with_value(Deck::title)}</p>
                {move || (!filled.get() && screen::can_fill()).then(|| view! {
                    <IconButton icon=icons::LuMaximize label=words.full_screen on_press=move |()| {
                        if let Some(surface) = surface.get_untracked() {
                            screen::fill(&surface);
                        }
                    } />
                })}
                <IconButton icon=icons::LuX label=words.end on_press=move |()| tasks.set(None) />
            </header>
            <div
                node_ref=slide_ref
                class="presentation-slide"
                tabindex="0"
                role="group"
                aria-label=move || show.deck.with_value(|deck| deck.said(show.slide()))
                on:scroll=move |_| measure()
            >
                {slide}
            </div>
            <footer class="presentation-foot">
                <div class="presentation-progress" aria-hidden="true"><span style:inline-size=share></span></div>
                <div class="presentation-moves">
                    {move || more_below.get().then(|| view! {
                        <span class="presentation-more">
                            <Button kind=ButtonKind::Quiet icon=icons::LuArrowDown label=words.more_below on_press=go_down />
                        </span>
                    })}
                    <IconButton
                        bordered=true
                        icon=icons::LuArrowLeft
                        label=words.previous
                        disabled=Signal::derive(move || show.at.get() == 0)
                        on_press=move |()| show.previous()
                    />
                    <span class="presentation-place">{place}</span>
                    <IconButton
                        bordered=true
                        icon=icons::LuArrowRight
                        label=words.next
                        disabled=Signal::derive(move || show.at.get() + 1 == count)
                        on_press=move |()| show.next()
                    />
                </div>
            </footer>
            <LiveRegion text=said />
        </div>
    }
}

/// Share of what one sees of a slide by which a page scrolls it.
const PAGE: f64 = 0.85;
/// Share of what one sees of a slide by which an arrow scrolls it.
const ARROW: f64 = 0.3;

/// How much of a slide lies below the screen, in CSS pixels.
fn below(slide: &web_sys::HtmlElement) -> i32 {
    slide.scroll_height() - slide.client_height() - slide.scroll_top()
}

/// Does what a key asks for; tells whether it means something. On a slide that is higher than the screen, up and down,
/// pages and the space bar pass over all of it before they go on.
fn on_key(show: Show, tasks: Tasks, event: &web_sys::KeyboardEvent, slide: Option<&web_sys::HtmlElement>) -> bool {
    let on_button = event.target().is_some_and(|target| {
        use wasm_bindgen::JsCast;
        target.dyn_ref::<web_sys::Element>().is_some_and(|element| element.tag_name() == "BUTTON")
    });
    let below = slide.map_or(0, below);
    let above = slide.map_or(0, |slide| slide.scroll_top());
    match event.key().as_str() {
        " " | "Enter" if on_button => return false,
        "ArrowDown" if below > 1 => scroll(slide, ARROW),
        "ArrowUp" if above > 1 => scroll(slide, -ARROW),
        "PageDown" | " " if below > 1 => scroll(slide, PAGE),
        "PageUp" if above > 1 => scroll(slide, -PAGE),
        "ArrowRight" | "ArrowDown" | "PageDown" | " " | "Enter" => show.next(),
        "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" => show.previous(),
        "Home" => show.go(0),
        "End" => show.go(usize::MAX),
        "Escape" => tasks.set(None),
        _ => return false,
    }
    true
}

/// Scrolls a slide by a share of what one sees of it.
fn scroll(slide: Option<&web_sys::HtmlElement>, share: f64) {
    if let Some(slide) = slide {
        slide.scroll_by_with_x_and_y(0.0, share * f64::from(slide.client_height()));
    }
}
