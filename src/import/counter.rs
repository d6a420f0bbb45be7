//! Row by row: what is wrong with one is reported, what is right is counted.

use super::{
    Column, DateOrder, DecimalMark, ISSUES_KEPT, Inspection, Issue, IssueReason, LeftOut, Mapping, ReducedReason, Reduction,
    Role, RowFilter, TextEncoding,
    comment::CommentColumns,
    date::{NoDay, plain_day, read_day},
    ids::Ids,
    leaving::LeavingColumn,
    number::{is_in_powers_of_ten, plain_number, read_duration, read_number, read_score},
    records::Record,
    rejected::RejectedRows,
    shorten,
    tally::{Counted, Counters, Layout, RowValues, ScoreColumn, SegmentColumn, Slots},
};
use crate::plan::{Day, KpiKind, Month, Resolution};

/// The first year of days that are taken for what they say; before it, they are slips.
const FIRST_YEAR: i32 = 1990;

/// The counts so far.
pub(super) struct Counter {
    encoding: TextEncoding,
    /// Separates cells of the file.
    cell_end: char,
    width: usize,
    header_rows_left: usize,
    date: DateSource,
    /// The last day that a row can be of.
    latest: Option<Day>,
    layout: Layout,
    /// How each column writes numbers.
    decimals: Vec<DecimalMark>,
    /// Which of the score columns is the NPS.
    nps: Option<usize>,
    /// Which of the score columns are looked at together, the overall score first.
    listwise: Vec<usize>,
    segments: Vec<SegmentColumn>,
    comments: CommentColumns,
    leaving: Option<LeavingColumn>,
    id: Option<usize>,
    /// Whether an id was found that a spreadsheet has rounded.
    rounded_ids: bool,
    ids: Ids,
    filters: Vec<RowFilter>,
    with_unfinished: bool,
    rejected: RejectedRows,
    found: Reduction,
    row: RowValues,
    day_slots: Slots,
    days: Vec<Day>,
    month_slots: Slots,
    months: Vec<Month>,
    by_day: Counters,
    by_month: Counters,
}

/// Where the date of a row comes from.
enum DateSource {
    Column(usize, DateOrder),
    Month(Month),
}

impl Counter {
    /// Begins the file that was inspected, with a mapping that was checked.
    pub(super) fn new(inspection: &Inspection, mapping: &Mapping) -> Self {
        let (mut date, mut leaving, mut id) = (mapping.month.map(DateSource::Month), None, None);
        let mut comments = CommentColumns::default();
        let (mut scores, mut counts, mut amounts, mut money, mut segments) = (vec![], vec![], vec![], vec![], vec![]);
        for (column, mapped) in mapping.columns.iter().enumerate() {
            match &mapped.role {
                Role::Date(order) => date = Some(DateSource::Column(column, *order)),
                Role::Score { kind, .. } => {
                    let scale = kind.scale().expect("BUG: a checked mapping has a kind without scale");
                    scores.push((column, (scale.low(), scale.high())));
                }
                Role::Count(_) => counts.push(column),
                Role::Value { amount, .. } => amounts.push((column, KpiKind::Amount(amount.clone()))),
                Role::Money => money.push(column),
                Role::Segment(_) => segments.push(SegmentColumn::new(column)),
                Role::Comment => comments.columns.push(column),
                Role::LeavingReason => leaving = Some(LeavingColumn::new(column)),
                Role::RespondentId => id = Some(column),
                Role::Ignore => {}
            }
        }
        let place = |column: usize| scores.iter().position(|(other, _)| *other == column);
        let nps = mapping.nps_column().and_then(place);
        let choice = mapping.drivers_at_work();
        let listwise = choice.iter().flat_map(|choice| std::iter::once(choice.overall).chain(choice.drivers.iter().copied()));
        let listwise = listwise.filter_map(place).collect();
        let decimal = |column: &Column| column.number.map_or(DecimalMark::Comma, |number| number.decimal);
        let resolution = match date {
            Some(DateSource::Column(column, _)) => {
                inspection.columns[column].date.map_or(Resolution::Day, |date| date.resolution)
            }
            _ => Resolution::Month,
        };
        let with_drivers = choice.is_some();
        Self {
            encoding: inspection.encoding,
            cell_end: inspection.delimiter(),
            width: inspection.columns.len(),
            header_rows_left: inspection.header_rows,
            date: date.expect("BUG: a checked mapping has neither date nor month"),
            latest: mapping.latest,
            decimals: inspection.columns.iter().map(decimal).collect(),
            nps,
            listwise: if with_drivers { listwise } else { Vec::new() },
            layout: Layout::new(&scores, counts, amounts, money),
            segments,
            comments,
            leaving,
            id,
            rounded_ids: false,
            ids: Ids::default(),
            filters: inspection.filters.clone(),
            with_unfinished: mapping.with_unfinished,
            rejected: RejectedRows::new(inspection),
            found: Reduction { resolution, ..Reduction::default() },
            row: RowValues::default(),
            day_slots: Slots::default(),
            days: Vec::new(),
            month_slots: Slots::default(),
            months: Vec::new(),
            by_day: Counters::default(),
            by_month: Counters::default(),
        }
    }

    /// Takes the next row, those of the header first.
    pub(super) fn take(&mut self, record: &Record<'_>) {
        if record.is_blank() {
            return;
        }
        if self.header_rows_left > 0 {
            self.header_rows_left -= 1;
            self.rejected.add(record);
            return;
        }
        self.found.rows += 1;
        if record.unclosed || (record.len() > self.width && record.cells().skip(self.width).any(|cell| !cell.is_empty())) {
            let last = record.len() - 1;
            let (column, reason) =
                if record.unclosed { (last, IssueReason::UnclosedQuote) } else { (self.width, IssueReason::ExtraCells) };
            self.report(record, column, reason);
            self.reject(record);
            return;
        }
        if let Some(column) = self.swallowing_column(record) {
            self.report(record, column, IssueReason::SwallowedRows);
            self.reject(record);
            return;
        }
        let left_out = |filter: &RowFilter| filter.left_out(|column| record.cell(column));
        let left_out = self.filters.iter().find_map(left_out);
        if let Some(reason) = left_out.filter(|reason| *reason != LeftOut::Unfinished || !self.with_unfinished) {
            *self.found.left_out.entry(reason).or_default() += 1;
            return;
        }
        let id = self.id.map(|column| (column, record.cell(column))).filter(|(_, id)| !id.is_empty());
        let id = id.filter(|(column, id)| !self.is_rounded(record, *column, id));
        if let Some((column, _)) = id.filter(|(_, id)| !self.ids.note(id)) {
            self.report(record, column, IssueReason::DuplicateId);
            *self.found.left_out.entry(LeftOut::DuplicateId).or_default() += 1;
            return;
        }
        let day = self.read_day(record);
        self.read_values(record);
        match day {
            // Another row may hold what this one should have said.
            None => {
                if let Some((_, id)) = id {
                    self.ids.forget(id);
                }
                self.reject(record);
            }
            Some(day) => self.count(record, day),
        }
    }

    /// Whether a spreadsheet has rounded an id, so that many respondents have the same; reported once.
    fn is_rounded(&mut self, record: &Record<'_>, column: usize, id: &[u8]) -> bool {
        let rounded = is_in_powers_of_ten(id);
        if rounded && !self.rounded_ids {
            self.rounded_ids = true;
            self.report(record, column, IssueReason::RoundedIds);
        }
        rounded
    }

    /// The column of a cell with rows within it: lines as wide as the table, with a day where days stand.
    fn swallowing_column(&self, record: &Record<'_>) -> Option<usize> {
        let DateSource::Column(date, order) = self.date else { return None };
        if !record.has_line_breaks {
            return None;
        }
        let is_row = |line: &str| {
            let cells: Vec<&str> = line.split(self.cell_end).collect();
            cells.len() == self.width && read_day(cells[date], order).is_ok()
        };
        record.cells().position(|cell| cell.contains(&b'\n') && self.encoding.decode(cell).lines().skip(1).any(is_row))
    }

    fn read_day(&mut self, record: &Record<'_>) -> Option<Day> {
        let (column, order) = match self.date {
            DateSource::Month(month) => return Some(month.first_day()),
            DateSource::Column(column, order) => (column, order),
        };
        let cell = record.cell(column);
        let reason = if cell.is_empty() {
            IssueReason::NoDate
        } else {
            match plain_day(cell).map_or_else(|| read_day(&self.encoding.decode(cell), order), Ok) {
                Ok(day) if day.year() < FIRST_YEAR || self.latest.is_some_and(|latest| day > latest) => IssueReason::FarDate,
                Ok(day) => return Some(day),
                Err(NoDay::NotADate) => IssueReason::NotADate,
                Err(NoDay::NoSuchDate) => IssueReason::NoSuchDate,
            }
        };
        self.report(record, column, reason);
        None
    }

    fn read_values(&mut self, record: &Record<'_>) {
        self.row.clear();
        for index in 0..self.layout.scores.len() {
            let score = self.layout.scores[index];
            let answer = self.read_answer(record, &score);
            self.row.answers.push(answer);
        }
        for index in 0..self.layout.counts.len() {
            let column = self.layout.counts[index];
            let value = self.read_number(record, column);
            let count = value.and_then(|value| match count_of(value) {
                Ok(count) => Some(count),
                Err(reason) => {
                    self.report(record, column, reason);
                    None
                }
            });
            self.row.counts.push(count);
        }
        for index in 0..self.layout.amounts.len() {
            let value = self.read_number_or(record, self.layout.amounts[index].0, read_duration);
            self.row.amounts.push(value);
        }
        for index in 0..self.layout.money.len() {
            let value = self.read_number(record, self.layout.money[index]);
            self.row.money.push(value);
        }
        let row = &mut self.row;
        row.nps = self.nps.and_then(|nps| row.answers[nps]);
        let listwise = self.listwise.iter().map_while(|score| row.answers[*score]);
        row.listwise.extend(listwise);
        if row.listwise.len() < self.listwise.len() {
            row.listwise.clear();
        }
    }

    fn read_answer(&mut self, record: &Record<'_>, score: &ScoreColumn) -> Option<u8> {
        let (low, high) = (score.low, score.high);
        let cell = record.cell(score.column);
        match cell {
            [] => return None,
            [digit @ b'0'..=b'9'] if (low..=high).contains(&(digit - b'0')) => return Some(digit - b'0'),
            b"10" if high >= 10 => return Some(10),
            _ => {}
        }
        match read_score(&self.encoding.decode(cell), low, high, self.decimals[score.column]) {
            Ok(answer) => Some(answer),
            Err(reason) => {
                self.report(record, score.column, reason);
                None
            }
        }
    }

    /// The number of a cell; a blank one is missing.
    fn read_number(&mut self, record: &Record<'_>, column: usize) -> Option<f64> {
        self.read_number_or(record, column, |_| None)
    }

    /// The number of a cell, or what `read` makes of it where it isn't one.
    fn read_number_or(&mut self, record: &Record<'_>, column: usize, read: fn(&str) -> Option<f64>) -> Option<f64> {
        let cell = record.cell(column);
        if cell.is_empty() {
            return None;
        }
        let decimal = self.decimals[column];
        let value = plain_number(cell, decimal).or_else(|| {
            let text = self.encoding.decode(cell);
            read_number(&text, decimal).or_else(|| read(&text))
        });
        if value.is_none() {
            self.report(record, column, IssueReason::NotANumber);
        }
        value
    }

    /// Counts an accepted row.
    fn count(&mut self, record: &Record<'_>, day: Day) {
        self.found.accepted += 1;
        self.found.span = Some(self.found.span.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        let day_slot = self.day_slots.slot(i64::from(day.number()));
        if day_slot == self.days.len() {
            self.days.push(day);
        }
        self.by_day.count_scores(day_slot, &self.row, &self.layout);
        self.by_day.count_numbers(day_slot, &self.row);
        self.comments.take(|column| record.cell(column), self.encoding, day, self.row.nps);
        let by_month = !self.row.money.is_empty() || !self.row.listwise.is_empty() || self.leaving.is_some();
        if self.segments.is_empty() && !by_month {
            return;
        }
        let month = self.found.resolution.middle_day(day).month();
        let month_slot = self.month_slots.slot(i64::from(month.year()) * 12 + i64::from(month.number()));
        if month_slot == self.months.len() {
            self.months.push(month);
        }
        self.by_month.count_months(month_slot, &self.row);
        if let Some(leaving) = &mut self.leaving {
            leaving.count((record.line, record.cell(leaving.column)), self.encoding, month_slot);
        }
        for index in 0..self.segments.len() {
            let column = self.segments[index].column;
            let cell = record.cell(column);
            if cell.is_empty() {
                continue;
            }
            let Some(value) = self.segments[index].place(cell, self.encoding) else {
                self.report(record, column, IssueReason::TooManyValues);
                continue;
            };
            let counters = &mut self.segments[index].counters[value];
            counters.count_scores(month_slot, &self.row, &self.layout);
            counters.count_numbers(day_slot, &self.row);
            counters.count_months(month_slot, &self.row);
        }
    }

    fn reject(&mut self, record: &Record<'_>) {
        self.found.rejected += 1;
        if self.rejected.add(record) {
            self.found.rejected_kept += 1;
        }
    }

    fn report(&mut self, record: &Record<'_>, column: usize, reason: IssueReason) {
        self.count_issue(reason);
        if self.found.issues.len() < ISSUES_KEPT {
            let value = shorten(&self.encoding.decode(record.cell(column)), 80);
            self.found.issues.push(Issue { line: record.line, column, value, reason });
        }
    }

    fn count_issue(&mut self, reason: IssueReason) {
        match self.found.issue_counts.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, count)) => *count += 1,
            None => self.found.issue_counts.push((reason, 1)),
        }
    }

    /// Ends the column of reasons for leaving; whether it is free text only its end tells.
    fn finish_leaving(&mut self) -> Vec<ReducedReason> {
        let Some(mut leaving) = self.leaving.take() else { return Vec::new() };
        leaving.finish();
        if let Some((line, cell)) = &leaving.free_text {
            self.count_issue(IssueReason::FreeText);
            let issues = &mut self.found.issues;
            let issue = Issue { line: *line, column: leaving.column, value: shorten(cell, 80), reason: IssueReason::FreeText };
            issues.insert(issues.partition_point(|other| other.line <= *line), issue);
            issues.truncate(ISSUES_KEPT);
        }
        leaving.reasons(&self.months)
    }

    /// Number of rows that were taken so far, without the header.
    pub(super) fn rows(&self) -> u64 {
        self.found.rows
    }

    /// Ends the file.
    pub(super) fn finish(mut self) -> Reduction {
        let leaving = self.finish_leaving();
        let mut found = std::mem::take(&mut self.found);
        let counted = Counted {
            layout: &self.layout,
            resolution: found.resolution,
            days: &self.days,
            months: &self.months,
            by_day: &self.by_day,
            by_month: &self.by_month,
            segments: &self.segments,
        };
        found.tallies = counted.tallies();
        found.counts = counted.counts();
        found.amounts = counted.amounts();
        found.money = counted.money();
        found.comments = self.comments.taken;
        found.comments_left_out = self.comments.left_out;
        found.leaving = leaving;
        found.rejected_csv = self.rejected.csv;
        found.drivers = (!self.listwise.is_empty()).then(|| counted.moments());
        found
    }
}

/// A number as a count.
fn count_of(value: f64) -> Result<u32, IssueReason> {
    if value.fract() != 0.0 {
        Err(IssueReason::NotWhole)
    } else if (0.0..=f64::from(u32::MAX)).contains(&value) {
        Ok(value as u32)
    } else {
        Err(IssueReason::NoCount)
    }
}
