//! Import at its boundary: bytes in, counts and issues out.

#[path = "import/again.rs"]
mod again;
#[path = "import/applying.rs"]
mod applying;
#[path = "import/doubts.rs"]
mod doubts;
#[path = "import/dry_run.rs"]
mod dry_run;
#[path = "import/expected.rs"]
mod expected;
#[path = "import/fixtures.rs"]
mod fixtures;
#[path = "import/leaving.rs"]
mod leaving;
#[path = "import/reading.rs"]
mod reading;
#[path = "import/stocks.rs"]
mod stocks;
#[path = "import/workbooks.rs"]
mod workbooks;

use reiseplan::import::{
    DateOrder, FormatChoices, ImportError, Inspection, Inspector, KpiNames, KpiTarget, MappedColumn, Mapping, Proposal, Reducer,
    Reduction, Role, propose,
};
use reiseplan::plan::{KpiKind, Plan, PlanId};
use reiseplan::texts::Language;

fn plan() -> Plan {
    Plan::new(PlanId::standard("plan"), "Plan")
}

fn names() -> KpiNames {
    KpiNames { name: Language::De.texts().import.kpi_name }
}

fn inspect_as(bytes: &[u8], choices: FormatChoices) -> Inspection {
    let mut inspector = Inspector::new(choices);
    inspector.feed(bytes).expect("the file can be read");
    inspector.finish().expect("the file can be read")
}

fn inspect_in_chunks(bytes: &[u8], chunk_len: usize) -> Result<Inspection, ImportError> {
    let mut inspector = Inspector::new(FormatChoices::default());
    for chunk in bytes.chunks(chunk_len) {
        inspector.feed(chunk)?;
    }
    inspector.finish()
}

fn inspect(bytes: &[u8]) -> Result<Inspection, ImportError> {
    inspect_in_chunks(bytes, usize::MAX)
}

fn reduce_in_chunks(bytes: &[u8], inspection: &Inspection, mapping: &Mapping, chunk_len: usize) -> Reduction {
    let mut reducer = Reducer::new(inspection, mapping).expect("the mapping fits");
    for chunk in bytes.chunks(chunk_len) {
        reducer.feed(chunk).expect("the file was read before");
    }
    reducer.finish().expect("the file was read before")
}

/// Imports a file as it is proposed.
fn import(bytes: &[u8]) -> (Inspection, Mapping, Reduction) {
    let inspection = inspect(bytes).expect("the file can be read");
    let Proposal { mapping, .. } = propose(&inspection, &plan(), names());
    let reduction = reduce_in_chunks(bytes, &inspection, &mapping, usize::MAX);
    (inspection, mapping, reduction)
}

/// Takes the first column for the date and the second for the NPS.
fn date_and_score(inspection: &Inspection, order: DateOrder) -> Mapping {
    let kpi = KpiTarget::new("NPS", "");
    let columns = inspection.columns.iter().enumerate().map(|(index, column)| MappedColumn {
        header: column.header.clone(),
        role: match index {
            0 => Role::Date(order),
            1 => Role::Score { kind: KpiKind::Nps, kpi: kpi.clone() },
            _ => Role::Ignore,
        },
    });
    Mapping { columns: columns.collect(), ..Mapping::default() }
}
