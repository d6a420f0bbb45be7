//! The dialog in which a map is printed, and its pages, which only paper shows.

use super::{Subject, Tasks, export::lanes, shapes::drawing};
use crate::ui::{
    components::{Button, ButtonKind, Dialog, Segmented, icons},
    platform::{clock, page, screen},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::{ev, portal::Portal, prelude::*};
use reiseplan::picture::{MapView, Paper, Picture, pages};
use std::sync::Arc;

/// Most pages that are shown before they are printed.
const SHOWN_MAX: usize = 12;

fn cut(workspace: Workspace, subject: &Subject, paper: Paper) -> Vec<Picture> {
    let plan = workspace.plan_now();
    let Some((journey, other)) = subject.journeys(&plan) else { return Vec::new() };
    let lanes = lanes(&journey, false);
    let view = MapView { plan: &plan, texts: workspace.texts(), journey: &journey, other: other.as_deref(), lanes: &lanes };
    pages(&view, clock::today(), paper)
}

/// The dialog.
#[component]
pub fn PrintDialog(subject: Subject, tasks: Tasks) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().output;
    let open = RwSignal::new(true);
    let printing = RwSignal::new(false);
    Effect::new(move |_| {
        if !open.get() {
            tasks.set(None);
        }
    });
    let paper = RwSignal::new(Paper::A4);
    let subject = StoredValue::new(subject);
    let pages = Memo::new(move |_| Pages(Arc::new(cut(workspace, &subject.get_value(), paper.get()))));
    let papers = Paper::ALL.map(|paper| (paper.name().to_owned(), paper.name().to_owned())).to_vec();
    let pick = move |name: String| paper.set(Paper::ALL.into_iter().find(|paper| paper.name() == name).unwrap_or_default());
    let print = move |()| {
        printing.set(true);
        // Two frames: the pages are there, and their letters have been fetched.
        page::after_render(|| page::after_render(screen::print));
    };
    let printed = window_event_listener(ev::Custom::<web_sys::Event>::new("afterprint"), move |_| {
        if printing.get_untracked() {
            open.set(false);
        }
    });
    on_cleanup(move || printed.remove());
    let previews = move || {
        let pages = pages.get().0;
        let more = pages.len().saturating_sub(SHOWN_MAX);
        let shown = pages.iter().take(SHOWN_MAX).map(|page| view! { <li>{drawing(page)}</li> }).collect_view();
        view! {
            <ol class="print-previews">{shown}</ol>
            {(more > 0).then(|| view! { <p class="print-more">{(words.print_more)(more)}</p> })}
        }
    };
    let paged = move || {
        printing.get().then(|| {
            view! { <Portal><PrintedPages pages=pages.get().0 paper=paper.get() /></Portal> }
        })
    };
    view! {
        <Dialog open wide=true title=words.print_title close_label=words.close>
            <div class="print-choice">
                <Segmented
                    label=words.paper
                    options=Signal::stored(papers.clone())
                    value=Signal::derive(move || paper.get().name().to_owned())
                    on_pick=pick
                />
                <p>{move || (words.print_pages)(pages.with(|pages| pages.0.len()))}</p>
            </div>
            {previews}
            <div class="dialog-actions">
                <Button kind=ButtonKind::Primary icon=icons::LuPrinter label=words.print_now on_press=print />
            </div>
        </Dialog>
        {paged}
    }
}

/// Pages that count as equal only to themselves.
#[derive(Clone)]
struct Pages(Arc<Vec<Picture>>);

impl PartialEq for Pages {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The pages as paper shows them, in place of all else.
#[component]
fn PrintedPages(pages: Arc<Vec<Picture>>, paper: Paper) -> impl IntoView {
    let sheets = pages.iter().map(|page| view! { <div class="print-page">{drawing(page)}</div> }).collect_view();
    view! { <div class="print-pages" data-paper=paper.name()>{sheets}</div> }
}
