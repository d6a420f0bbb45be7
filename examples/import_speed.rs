//! Times both passes of an import over a million rows of twelve columns, or over a file: `import_speed [FILE]`.

use reiseplan::import::{
    FormatChoices, KpiNames, propose,
    protocol::{Failure, Job, Request, Response},
};
use reiseplan::plan::{Plan, PlanId};
use reiseplan::texts::Language;
use std::{
    error::Error,
    fmt::Write,
    time::{Duration, Instant},
};

const ROWS: u32 = 1_000_000;
const CHUNK_LEN: usize = 64 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let bytes = match std::env::args().nth(1) {
        Some(path) => std::fs::read(path)?,
        None => sample()?.into_bytes(),
    };
    let plan = Plan::new(PlanId::standard("plan"), "Plan");

    let (inspected, inspection) = timed(&bytes, &Request::Inspect(FormatChoices::default()))?;
    let Response::Inspected(inspection) = inspection else { return Err(format!("{inspection:?}").into()) };
    let mapping = propose(&inspection, &plan, KpiNames { name: Language::De.texts().import.kpi_name }).mapping;
    let (reduced, reduction) = timed(&bytes, &Request::Reduce { inspection: inspection.clone(), mapping })?;
    let Response::Reduced(reduction) = reduction else { return Err(format!("{reduction:?}").into()) };

    println!("{} MB, {} rows: inspected in {inspected:.2?}, reduced in {reduced:.2?}", bytes.len() / 1_000_000, reduction.rows);
    for column in &inspection.columns {
        println!("  {:?}: {:?} ({:?})", column.title(), column.guess.role, column.guess.reason);
    }
    let answers: u32 = reduction.tallies.iter().flat_map(|tally| tally.days.values()).flat_map(|counts| counts.values()).sum();
    println!("accepted {}, rejected {}, answers {answers}", reduction.accepted, reduction.rejected);
    println!("left out {:?}, issues {:?}", reduction.left_out, reduction.issue_counts);
    Ok(())
}

/// Has a request met, as the worker does.
fn timed(bytes: &[u8], request: &Request) -> Result<(Duration, Response), Failure> {
    let start = Instant::now();
    let mut job = Job::new(request)?;
    for chunk in bytes.chunks(CHUNK_LEN) {
        job.feed(chunk)?;
        if job.knows_enough() {
            break;
        }
    }
    let response = job.finish(&mut |_| {});
    Ok((start.elapsed(), response))
}

fn sample() -> Result<String, std::fmt::Error> {
    let mut text = String::from("ID;Datum;NPS;Kundenart;Region;Hotline;App;Website;Rechnung;Umsatz €;Kanal;Bemerkung\r\n");
    for row in 0..ROWS {
        let (day, month) = (row % 28 + 1, row / 28 % 12 + 1);
        let kind = if row % 5 == 0 { "Gewerbekunde" } else { "Privatkunde" };
        let region = ["Nord", "Süd", "Ost", "West"][(row % 4) as usize];
        let (nps, score) = (row * 7 % 11, row % 5 + 1);
        write!(text, "R_{row:08};{day:02}.{month:02}.2025 14:05:06;{nps};{kind};{region};{score};{score};{score};{score};")?;
        write!(text, "1.{:03},56 €;Telefon;\"Die Wartezeit war zu lang; bitte um \"\"Rückruf\"\" am Abend\"\r\n", row % 1000)?;
    }
    Ok(text)
}
