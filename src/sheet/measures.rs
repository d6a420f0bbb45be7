//! Measures as a table of texts: what a cell says, what a text says about a measure, and a block of pasted texts.

use crate::finance::{MeasureColumn, MeasureFault, benefit_a_year, likely_npv, planned_cost, priority, set_start, value};
use crate::plan::{Day, DepartmentId, Measure, MeasureId, MeasureStatus, Part, Plan, SubPhaseId, is_amount, same_name};
use crate::texts::{
    Texts,
    format::{self, parse_day, parse_number},
};

/// Whether the cells of a column can be written.
#[must_use]
pub fn is_written(column: MeasureColumn) -> bool {
    use MeasureColumn as C;
    !matches!(column, C::PlannedCost | C::Value | C::Priority | C::Npv | C::PainPoints)
}

/// Whether a column holds numbers.
#[must_use]
pub fn is_numeric(column: MeasureColumn) -> bool {
    use MeasureColumn as C;
    !matches!(column, C::Title | C::SubPhase | C::Status | C::Owner | C::Department | C::Start | C::End)
}

/// What a cell says; empty where nothing is known. Money has no currency, as in spreadsheets: it is the plan's.
#[must_use]
pub fn measure_cell(plan: &Plan, measure: &Measure, column: MeasureColumn, texts: &Texts) -> String {
    use MeasureColumn as C;
    let language = texts.language;
    let profile = plan.profile();
    let amount = |value: Option<f64>| value.map(|value| format::number(language, value, 0));
    let points = |value: Option<f64>| value.map(|value| format::number(language, value, usize::from(value.fract() != 0.0)));
    let day = |day: Option<Day>| day.map(|day| format::day(language, day));
    let exact = |value: Option<f64>| value.map(|value| format::number(language, value, if value.fract() == 0.0 { 0 } else { 2 }));
    let count = |count: usize| (count > 0).then(|| format::count(language, count as u64));
    let text = match column {
        C::Title => Some(measure.title.clone()),
        C::SubPhase => measure.sub_phase.as_ref().map(|id| plan.sub_phase_name(id, texts)),
        C::Status => Some((texts.terms.measure_status)(measure.status).to_owned()),
        C::Owner => Some(measure.owner.clone()),
        C::Department => {
            measure.department.as_ref().and_then(|id| plan.departments.get(id)).map(|department| department.name.clone())
        }
        C::Start => day(measure.start),
        C::End => day(measure.end),
        C::OneOffCost => exact(measure.one_off_cost),
        C::MonthlyCost => exact(measure.monthly_cost),
        C::PlannedCost => amount(planned_cost(measure)),
        C::PersonDays => exact(measure.person_days),
        C::Benefit => amount(benefit_a_year(measure).map(|benefit| benefit.likely)),
        C::Value => points(value(measure, &profile)),
        C::CustomerValue => points(measure.customer_value.map(f64::from)),
        C::BusinessValue => points(measure.business_value.map(f64::from)),
        C::Effort => points(measure.effort.map(f64::from)),
        C::Priority => priority(measure, &profile).map(|value| format::number(language, value, 1)),
        C::Npv => amount(likely_npv(measure, &profile)),
        C::PainPoints => count(measure.pain_points.len()),
    };
    text.unwrap_or_default()
}

/// Writes a text into a cell; an empty one takes away what stands there.
///
/// # Errors
/// Tells why the text doesn't fit; the plan is as before then.
pub fn write_measure_cell(
    plan: &mut Plan,
    id: &MeasureId,
    column: MeasureColumn,
    text: &str,
    texts: &Texts,
) -> Result<(), MeasureFault> {
    let measure = plan.measures.get(id).ok_or(MeasureFault::Gone)?;
    let change = read_cell(plan, measure, column, text.trim(), texts)?;
    plan.measures.update(id, change);
    Ok(())
}

type Change = Box<dyn FnOnce(&mut Measure)>;

fn read_cell(plan: &Plan, now: &Measure, column: MeasureColumn, text: &str, texts: &Texts) -> Result<Change, MeasureFault> {
    use MeasureColumn as C;
    let owned = text.to_owned();
    let amount = || read_amount(text, texts);
    let day = || match text {
        "" => Ok(None),
        _ => parse_day(text).map(Some).ok_or(MeasureFault::NotADay),
    };
    Ok(match column {
        C::Title => Box::new(move |measure| measure.title = owned),
        C::Owner => Box::new(move |measure| measure.owner = owned),
        C::Status => {
            let status = status_named(text, texts).ok_or(MeasureFault::NoSuchStatus)?;
            Box::new(move |measure| measure.status = status)
        }
        C::SubPhase => {
            let sub_phase = sub_phase_named(plan, text, texts)?;
            Box::new(move |measure| set_sub_phase(measure, sub_phase))
        }
        C::Department => {
            let department = department_named(plan, text)?;
            Box::new(move |measure| set_department(measure, department))
        }
        C::Start => {
            let day = day()?;
            Box::new(move |measure| set_start(measure, day))
        }
        C::End => {
            let day = day()?;
            Box::new(move |measure| measure.end = day)
        }
        C::OneOffCost => {
            let amount = amount()?;
            Box::new(move |measure| measure.one_off_cost = amount)
        }
        C::MonthlyCost => {
            let amount = amount()?;
            Box::new(move |measure| measure.monthly_cost = amount)
        }
        C::PersonDays => {
            let amount = amount()?;
            Box::new(move |measure| measure.person_days = amount)
        }
        C::Benefit if now.benefit_derivation.is_some() => return Err(MeasureFault::Derived),
        C::Benefit => {
            let amount = amount()?;
            Box::new(move |measure| measure.benefit_likely = amount)
        }
        C::CustomerValue => {
            let points = read_whole(text, 0, 100, MeasureFault::NotPoints, texts)?;
            Box::new(move |measure| measure.customer_value = points)
        }
        C::BusinessValue => {
            let points = read_whole(text, 0, 100, MeasureFault::NotPoints, texts)?;
            Box::new(move |measure| measure.business_value = points)
        }
        C::Effort => {
            let effort = read_whole(text, 1, 5, MeasureFault::NotAnEffort, texts)?;
            Box::new(move |measure| measure.effort = effort)
        }
        C::PlannedCost | C::Value | C::Priority | C::Npv | C::PainPoints => return Err(MeasureFault::Derived),
    })
}

/// Sets the main sub-phase; a measure no longer also serves what has become its main one.
pub fn set_sub_phase(measure: &mut Measure, sub_phase: Option<SubPhaseId>) {
    measure.also_serves.retain(|served| Some(served) != sub_phase.as_ref());
    measure.sub_phase = sub_phase;
}

/// Sets the department that answers for a measure: [`Measure::set_part`]; with none nobody does.
pub fn set_department(measure: &mut Measure, department: Option<DepartmentId>) {
    match department {
        Some(department) => measure.set_part(&department, Some(Part::Responsible)),
        None => measure.department = None,
    }
}

/// Reads an amount of money or person-days, or nothing.
///
/// # Errors
/// Tells why it can't be one.
pub fn read_amount(text: &str, texts: &Texts) -> Result<Option<f64>, MeasureFault> {
    let text = text.trim();
    if text.is_empty() || text == "–" {
        return Ok(None);
    }
    // What is written with an exponent isn't how people write amounts, but files and sheets do.
    let number = parse_number(texts.language, text).or_else(|| text.parse().ok());
    match number {
        None => Err(MeasureFault::NotANumber),
        Some(number) if number.is_nan() => Err(MeasureFault::NotANumber),
        Some(number) if number < 0.0 => Err(MeasureFault::Negative),
        Some(number) if !is_amount(number) => Err(MeasureFault::TooMuch),
        Some(number) => Ok(Some(number)),
    }
}

/// Reads a whole number of a range, or nothing.
///
/// # Errors
/// `fault` where it isn't one.
pub fn read_whole(text: &str, low: u8, high: u8, fault: MeasureFault, texts: &Texts) -> Result<Option<u8>, MeasureFault> {
    let text = text.trim();
    if text.is_empty() || text == "–" {
        return Ok(None);
    }
    let number = parse_number(texts.language, text).ok_or(fault)?;
    let whole = (low..=high).find(|whole| f64::from(*whole) == number);
    whole.map(Some).ok_or(fault)
}

fn status_named(text: &str, texts: &Texts) -> Option<MeasureStatus> {
    MeasureStatus::ALL.into_iter().find(|status| same_name((texts.terms.measure_status)(*status), text))
}

fn sub_phase_named(plan: &Plan, text: &str, texts: &Texts) -> Result<Option<SubPhaseId>, MeasureFault> {
    if text.is_empty() {
        return Ok(None);
    }
    let found = plan.sub_phases.ids().find(|id| same_name(&plan.sub_phase_name(id, texts), text));
    found.cloned().map(Some).ok_or(MeasureFault::NoSuchSubPhase)
}

fn department_named(plan: &Plan, text: &str) -> Result<Option<DepartmentId>, MeasureFault> {
    if text.is_empty() {
        return Ok(None);
    }
    let found = plan.department_named(text);
    found.map(|found| Some(found.id.clone())).ok_or(MeasureFault::NoSuchDepartment)
}

/// What became of a pasted block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasurePaste {
    /// Number of cells that were written.
    pub written: usize,
    /// Number of measures that were added for rows beyond the last.
    pub added: usize,
    /// What didn't fit: the row of the block, from 1, its column, the text and why.
    pub unfit: Vec<(usize, MeasureColumn, String, MeasureFault)>,
    /// Number of cells beyond the last column.
    pub beyond: usize,
}

/// Writes a block of texts (lines, cells between tabs) over the cells of `rows` and `columns`, from their first on. Lines
/// beyond the last row become new measures with ids of `new_id`.
pub fn paste_measures(
    plan: &mut Plan,
    rows: &[MeasureId],
    columns: &[MeasureColumn],
    block: &str,
    texts: &Texts,
    mut new_id: impl FnMut() -> MeasureId,
) -> MeasurePaste {
    let mut paste = MeasurePaste::default();
    for (at, line) in block.trim_end_matches(['\n', '\r']).lines().enumerate() {
        let id = match rows.get(at) {
            Some(id) => id.clone(),
            None if line.trim().is_empty() => continue,
            None => {
                let id = new_id();
                plan.measures.insert(Measure::new(id.clone(), "", None));
                paste.added += 1;
                id
            }
        };
        for (place, text) in line.split('\t').enumerate() {
            let Some(column) = columns.get(place) else {
                paste.beyond += usize::from(!text.trim().is_empty());
                continue;
            };
            match write_measure_cell(plan, &id, *column, text, texts) {
                Ok(()) => paste.written += 1,
                // What follows from others comes along when whole rows are copied.
                Err(MeasureFault::Derived) => {}
                Err(fault) => paste.unfit.push((at + 1, *column, text.trim().to_owned(), fault)),
            }
        }
    }
    paste
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{BenefitDerivation, Department, PlanId};
    use crate::texts::Language;

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        plan.departments.insert(Department::new(DepartmentId::standard("it"), "IT"));
        for id in ["a", "b"] {
            plan.measures.insert(Measure::new(MeasureId::standard(id), id, None));
        }
        plan
    }

    fn a() -> MeasureId {
        MeasureId::standard("a")
    }

    #[test]
    fn what_a_cell_says_can_be_written_back() {
        use MeasureColumn as C;
        for language in Language::ALL {
            let texts = language.texts();
            let mut plan = plan();
            let running = (texts.terms.measure_status)(MeasureStatus::Running).to_owned();
            let phase = plan.sub_phase_name(&SubPhaseId::standard("use"), texts);
            let day = format::day(language, Day::parse("2026-03-01").unwrap());
            let cells = [
                (C::Title, "Rückruf"),
                (C::Owner, "Leitung"),
                (C::Status, &*running),
                (C::SubPhase, &*phase),
                (C::Department, "IT"),
                (C::Start, &*day),
                (C::End, &*day),
                (C::PersonDays, "12"),
                (C::Benefit, "900"),
                (C::CustomerValue, "80"),
                (C::BusinessValue, "0"),
                (C::Effort, "5"),
            ];
            for (column, text) in cells {
                assert!(is_written(column));
                write_measure_cell(&mut plan, &a(), column, text, texts).unwrap();
                assert_eq!(measure_cell(&plan, plan.measures.get(&a()).unwrap(), column, texts), text);
            }
            for (column, _) in cells.into_iter().filter(|(column, _)| *column != C::Status) {
                write_measure_cell(&mut plan, &a(), column, " ", texts).unwrap();
                assert_eq!(measure_cell(&plan, plan.measures.get(&a()).unwrap(), column, texts), "");
            }
        }
    }

    #[test]
    fn what_does_not_fit_changes_nothing() {
        use MeasureColumn as C;
        use MeasureFault as F;
        let texts = Language::De.texts();
        let mut plan = plan();
        let before = plan.clone();
        for (column, text, fault) in [
            (C::Status, "fast fertig", F::NoSuchStatus),
            (C::SubPhase, "Mond", F::NoSuchSubPhase),
            (C::Department, "Mond", F::NoSuchDepartment),
            (C::Start, "30.2.2026", F::NotADay),
            (C::OneOffCost, "viel", F::NotANumber),
            (C::OneOffCost, "NaN", F::NotANumber),
            (C::OneOffCost, "-5", F::Negative),
            (C::MonthlyCost, "1e308", F::TooMuch),
            (C::PersonDays, "inf", F::TooMuch),
            (C::Effort, "6", F::NotAnEffort),
            (C::Effort, "2,5", F::NotAnEffort),
            (C::CustomerValue, "101", F::NotPoints),
            (C::Npv, "1", F::Derived),
        ] {
            assert_eq!(write_measure_cell(&mut plan, &a(), column, text, texts), Err(fault), "{text}");
        }
        assert!(plan.same(&before));
        plan.measures.update(&a(), |measure| measure.benefit_derivation = Some(BenefitDerivation::default()));
        assert_eq!(write_measure_cell(&mut plan, &a(), C::Benefit, "1", texts), Err(F::Derived));
    }

    #[test]
    fn a_department_that_is_written_answers_alone_and_the_one_before_helps() {
        let texts = Language::De.texts();
        let mut plan = plan();
        plan.departments.insert(Department::new(DepartmentId::standard("service"), "Service"));
        let (it, service) = (DepartmentId::standard("it"), DepartmentId::standard("service"));
        plan.measures.update(&a(), |measure| measure.helping = vec![service.clone()]);
        let parts = |plan: &Plan| {
            let measure = plan.measures.get(&a()).unwrap();
            (measure.department.clone(), measure.helping.clone())
        };
        let write = |plan: &mut Plan, text: &str| write_measure_cell(plan, &a(), MeasureColumn::Department, text, texts).unwrap();
        write(&mut plan, "IT");
        assert_eq!(parts(&plan), (Some(it.clone()), vec![service.clone()]));
        write(&mut plan, "IT");
        assert_eq!(parts(&plan), (Some(it.clone()), vec![service.clone()]));
        paste_measures(&mut plan, &[a()], &[MeasureColumn::Department], "Service", texts, || MeasureId::standard("new"));
        assert_eq!(parts(&plan), (Some(service), vec![it.clone()]));
        write(&mut plan, "");
        assert_eq!(parts(&plan), (None, vec![it]));
    }

    #[test]
    fn a_pasted_block_is_written_and_its_rest_told() {
        use MeasureColumn as C;
        let texts = Language::De.texts();
        let mut plan = plan();
        let rows = [a(), MeasureId::standard("b")];
        let block = "Eins\tläuft\t1.000\tzu viel\nZwei\tkaputt\t-1\nDrei\tidee\t7\n\n";
        let columns = [C::Title, C::Status, C::OneOffCost];
        let paste = paste_measures(&mut plan, &rows, &columns, block, texts, || MeasureId::standard("new"));
        assert_eq!((paste.written, paste.added, paste.beyond), (7, 1, 1));
        let unfit: Vec<_> = paste.unfit.iter().map(|(row, column, text, fault)| (*row, *column, &**text, *fault)).collect();
        assert_eq!(
            unfit,
            [(2, C::Status, "kaputt", MeasureFault::NoSuchStatus), (2, C::OneOffCost, "-1", MeasureFault::Negative)]
        );
        let titles: Vec<_> = plan.measures.iter().map(|measure| &*measure.title).collect();
        assert_eq!(titles, ["Eins", "Zwei", "Drei"]);
        assert_eq!(plan.measures.get(&a()).unwrap().one_off_cost, Some(1000.0));
    }
}
