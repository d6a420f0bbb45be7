//! Times both passes of an import over a million rows of twelve columns, or over a file: `import_speed [FILE]`.

use reiseplan::import::{FormatChoices, Inspector, KpiNames, Reducer, propose};
use reiseplan::plan::{Plan, PlanId};
use reiseplan::texts::Language;
use std::{error::Error, fmt::Write, time::Instant};

const ROWS: u32 = 1_000_000;
const CHUNK_LEN: usize = 64 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let bytes = match std::env::args().nth(1) {
        Some(path) => std::fs::read(path)?,
        None => sample()?.into_bytes(),
    };
    let plan = Plan::new(PlanId::standard("plan"), "Plan");

    let start = Instant::now();
    let mut inspector = Inspector::new(FormatChoices::default());
    for chunk in bytes.chunks(CHUNK_LEN) {
        inspector.feed(chunk)?;
        if inspector.knows_enough() {
            break;
        }
    }
    let inspection = inspector.finish()?;
    let inspected = start.elapsed();

    let mapping = propose(&inspection, &plan, KpiNames { name: Language::De.texts().import.kpi_name }).mapping;
    let start = Instant::now();
    let mut reducer = Reducer::new(&inspection, &mapping)?;
    bytes.chunks(CHUNK_LEN).try_for_each(|chunk| reducer.feed(chunk))?;
    let reduction = reducer.finish()?;
    let reduced = start.elapsed();

    println!("{} MB, {} rows: inspected in {inspected:.2?}, reduced in {reduced:.2?}", bytes.len() / 1_000_000, reduction.rows);
    for column in &inspection.columns {
        println!("  {:?}: {:?} ({:?})", column.title(), column.guess.role, column.guess.reason);
    }
    let answers: u32 = reduction.tallies.iter().flat_map(|tally| tally.days.values()).flat_map(|counts| counts.values()).sum();
    println!("accepted {}, rejected {}, answers {answers}", reduction.accepted, reduction.rejected);
    println!("left out {:?}, issues {:?}", reduction.left_out, reduction.issue_counts);
    Ok(())
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
