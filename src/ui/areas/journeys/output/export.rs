//! The dialog in which a map is saved as a file.

use super::{Subject, Tasks};
use crate::ui::{
    components::{Button, CheckField, Dialog, Icon, icons},
    platform::{clock, files, pixels},
    workspace::{Workspace, use_texts, use_workspace},
};
use leptos::{
    prelude::*,
    task::{spawn_local, tick},
};
use reiseplan::{
    export::{file_name, write_csv},
    matrix::write_matrix,
    picture::{MapView, Picture, mermaid_journey, picture, pixel_scale, write_svg},
    plan::{Journey, Lane, LaneKind},
    texts::{format, output::Format},
};

/// A kind of file.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Csv,
    Mermaid,
    Svg,
    Png,
}

/// What came of saving: what was saved, or what is wrong and what to do.
type Outcome = Result<String, String>;

/// The lanes of a journey that this version can show: all, or but for the hidden ones.
pub fn lanes(journey: &Journey, with_hidden: bool) -> Vec<Lane> {
    let wanted = |lane: &&Lane| (with_hidden || !lane.hidden) && !matches!(lane.kind, LaneKind::Other(_));
    journey.lanes.iter().filter(wanted).cloned().collect()
}

/// The dialog.
#[component]
pub fn ExportDialog(subject: Subject, tasks: Tasks) -> impl IntoView {
    let workspace = use_workspace();
    let words = &use_texts().output;
    let open = RwSignal::new(true);
    Effect::new(move |_| {
        if !open.get() {
            tasks.set(None);
        }
    });
    let with_hidden = RwSignal::new(false);
    let has_hidden = workspace.with_plan(|plan| {
        plan.journeys.get(&subject.journey).is_some_and(|journey| journey.lanes.iter().any(|lane| lane.hidden))
    });
    let subject = StoredValue::new(subject);
    // Told beside the kind of file: the dialog covers what is told elsewhere on the page.
    let told = RwSignal::new(None::<(Kind, Outcome)>);
    let save = move |kind: Kind| {
        let (subject, with_hidden) = (subject.get_value(), with_hidden.get_untracked());
        told.set(None);
        spawn_local(async move {
            // What is told again is read aloud again once it has been away.
            tick().await;
            let outcome = save(workspace, &subject, kind, with_hidden).await;
            // Who has closed the dialog meanwhile is told on the page what went wrong.
            if let Some(Some((_, Err(text)))) = told.try_set(outcome.map(|outcome| (kind, outcome))) {
                workspace.tell_problem(text, Vec::new());
            }
        });
    };
    let formats = &words.formats;
    let kinds =
        [(Kind::Csv, &formats.csv), (Kind::Svg, &formats.svg), (Kind::Png, &formats.png), (Kind::Mermaid, &formats.mermaid)];
    let row = move |(kind, format): (Kind, &'static Format)| {
        view! {
            <section class="format">
                <div class="format-text">
                    <h3>{format.name}</h3>
                    <p>{format.holds}</p>
                    <p class="format-lacks">{(formats.without)(format.lacks)}</p>
                    <div role="status">{move || outcome(told, kind)}</div>
                </div>
                <Button icon=icons::LuDownload label=format.save on_press=move |()| save(kind) />
            </section>
        }
    };
    view! {
        <Dialog open title=words.export_title close_label=words.close>
            {has_hidden.then(|| view! { <CheckField label=formats.with_hidden value=with_hidden on_commit=move |on| with_hidden.set(on) /> })}
            {kinds.into_iter().map(row).collect_view()}
        </Dialog>
    }
}

/// What is told of a kind of file, if that was saved last.
fn outcome(told: RwSignal<Option<(Kind, Outcome)>>, kind: Kind) -> Option<AnyView> {
    let (_, outcome) = told.get().filter(|(saved, _)| *saved == kind)?;
    Some(match outcome {
        Ok(text) => view! { <p class="format-told">{text}</p> }.into_any(),
        Err(text) => view! { <p class="format-told format-fault"><Icon icon=icons::LuCircleAlert />{text}</p> }.into_any(),
    })
}

/// Saves the map; none: the journey has gone meanwhile.
async fn save(workspace: Workspace, subject: &Subject, kind: Kind, with_hidden: bool) -> Option<Outcome> {
    let plan = workspace.plan_now();
    let (journey, other) = subject.journeys(&plan)?;
    let (texts, formats) = (workspace.texts(), &workspace.texts().output.formats);
    let title = plan.profile().title.clone();
    let name = |ending: &str| file_name(&[&title, &journey.title], clock::today(), ending);
    let lanes = lanes(&journey, with_hidden);
    let view = MapView { plan: &plan, texts, journey: &journey, other: other.as_deref(), lanes: &lanes };
    let (name, saved) = match kind {
        Kind::Csv => {
            let rows = write_matrix(&plan, texts, &journey, &lanes);
            (name("csv"), files::download(&name("csv"), "text/csv", &write_csv(texts.language, &rows)))
        }
        Kind::Mermaid => (name("mmd"), files::download(&name("mmd"), "text/plain", &mermaid_journey(&plan, texts, &journey))),
        Kind::Svg => {
            let svg = write_svg(&picture(&view, clock::today()));
            (name("svg"), files::download(&name("svg"), "image/svg+xml", &svg))
        }
        Kind::Png => return Some(save_png(workspace, &name("png"), &picture(&view, clock::today())).await),
    };
    Some(saved.map(|()| (formats.saved)(&name)).map_err(|error| (formats.failed)(&error)))
}

async fn save_png(workspace: Workspace, name: &str, picture: &Picture) -> Outcome {
    let formats = &workspace.texts().output.formats;
    let scale = pixel_scale(picture.width, picture.height).ok_or(formats.too_large)?;
    let made = pixels::png(&write_svg(picture), picture.width, picture.height, scale).await;
    made.and_then(|blob| files::download_blob(name, &blob)).map_err(|error| (formats.failed)(&error))?;
    Ok(if scale < 2.0 {
        (formats.smaller)(name, &format::number(workspace.texts().language, scale, 1))
    } else {
        (formats.saved)(name)
    })
}
