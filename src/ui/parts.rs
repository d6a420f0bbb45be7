//! The parts of the program that are loaded when they are first wanted: `plan` with the areas that every session visits,
//! `data` with those that read files, show figures or are visited less often, `output` with all that a map becomes outside the app,
//! `workbook` that writes files for Excel. The
//! build takes what only the functions of one part reach out of the program and makes a file of it; what several parts
//! reach goes into files that they share. Few parts, since each pair of them may share a file.

use super::areas::{
    audits, channels, check, content, drivers, effects, findings, import, involvement, journeys, kpis, measures, overview,
    personas, settings, strategy, voices, win_back,
};
use leptos::{
    prelude::*,
    wasm_split::{SplitLoaderError, wasm_split},
};
use reiseplan::{
    export::{Cell, write_workbook},
    route::Area,
};

/// Makes the view of an area.
pub type Page = fn() -> AnyView;

/// Fetches the part of the program that an area of a plan needs, if it isn't there already.
///
/// # Errors
/// When it can't be fetched; it can be tried again.
pub async fn load(area: Area) -> Result<Page, SplitLoaderError> {
    match area {
        // The library is shown first and needs nothing more.
        Area::Library => Ok(|| ().into_any()),
        Area::Overview => overview_part().await,
        Area::Personas => personas_part().await,
        Area::Audits => audits_part().await,
        Area::Voices => voices_part().await,
        Area::Journeys => journeys_part().await,
        Area::Channels => channels_part().await,
        Area::Findings => findings_part().await,
        Area::Strategy => strategy_part().await,
        Area::Measures => measures_part().await,
        Area::Import => import_part().await,
        Area::Kpis => kpis_part().await,
        Area::WinBack => win_back_part().await,
        Area::Content => content_part().await,
        Area::Involvement => involvement_part().await,
        Area::Check => check_part().await,
        Area::Drivers => drivers_part().await,
        Area::Effects => effects_part().await,
        Area::Settings => settings_part().await,
    }
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn overview_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <overview::Overview /> }.into_any())
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn personas_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <personas::Personas /> }.into_any())
}

#[wasm_split(data, wasm_split_path = leptos::wasm_split, fallible)]
fn audits_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <audits::Audits /> }.into_any())
}

#[wasm_split(data, wasm_split_path = leptos::wasm_split, fallible)]
fn voices_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <voices::Voices /> }.into_any())
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn journeys_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <journeys::Journeys /> }.into_any())
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn channels_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <channels::Channels /> }.into_any())
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn findings_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <findings::Findings /> }.into_any())
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn strategy_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <strategy::Strategy /> }.into_any())
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn measures_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <measures::Measures /> }.into_any())
}

#[wasm_split(data, wasm_split_path = leptos::wasm_split, fallible)]
fn import_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <import::Import /> }.into_any())
}

#[wasm_split(data, wasm_split_path = leptos::wasm_split, fallible)]
fn kpis_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <kpis::Kpis /> }.into_any())
}

#[wasm_split(data, wasm_split_path = leptos::wasm_split, fallible)]
fn drivers_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <drivers::Drivers /> }.into_any())
}

#[wasm_split(data, wasm_split_path = leptos::wasm_split, fallible)]
fn effects_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <effects::Effects /> }.into_any())
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn settings_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <settings::Settings /> }.into_any())
}

#[wasm_split(data, wasm_split_path = leptos::wasm_split, fallible)]
fn win_back_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <win_back::WinBack /> }.into_any())
}

#[wasm_split(data, wasm_split_path = leptos::wasm_split, fallible)]
fn content_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <content::ContentPlan /> }.into_any())
}

#[wasm_split(data, wasm_split_path = leptos::wasm_split, fallible)]
fn involvement_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <involvement::InvolvementPlan /> }.into_any())
}

#[wasm_split(plan, wasm_split_path = leptos::wasm_split, fallible)]
fn check_part() -> Result<Page, SplitLoaderError> {
    Ok(|| view! { <check::Check /> }.into_any())
}

/// Writes a table as an Excel workbook: the sheet's name, the rows.
pub type WorkbookWriter = fn(&str, &[Vec<Cell>]) -> Result<Vec<u8>, String>;

/// Fetches what writes Excel workbooks; it is large and seldom wanted.
///
/// # Errors
/// When it can't be fetched; it can be tried again.
#[wasm_split(workbook, wasm_split_path = leptos::wasm_split, fallible)]
pub fn workbook_writer() -> Result<WorkbookWriter, SplitLoaderError> {
    Ok(|sheet, rows| write_workbook(sheet, rows).map_err(|error| error.to_string()))
}
