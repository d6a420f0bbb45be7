//! The import that is under way: its file, what was found out about it, what the user has settled.
//!
//! It outlives the page, so that nothing is lost while the user looks at another one. Up to its last step the plan is
//! untouched.

use crate::ui::{
    platform::{
        clock, files,
        import_worker::{ImportWorker, Lost},
        page,
    },
    workspace::{Opened, Shared, Workspace},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    import::{
        FormatChoices, Inspection, KpiNames, Mapping, Proposal, Reduction, Replace, Role, SourceFacts, apply, propose,
        propose_again,
        protocol::{Progress, Request, Response},
    },
    plan::{CountPart, PlanId, Source, SourceId, TypedId},
    route::Area,
    texts::{Texts, format},
};
use std::{collections::BTreeSet, sync::Arc};

/// What can be chosen as a table.
const ACCEPT: &str = ".csv,.tsv,.txt,.xlsx,.ods,text/csv,text/tab-separated-values,text/plain";

/// Where the import stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// No file was chosen.
    Idle,
    /// The file is read for the first time.
    Inspecting,
    /// The user settles what the columns are.
    Roles,
    /// The file is counted.
    Reducing,
    /// The user looks at what the file comes to.
    Result,
    /// The file can't be imported: why, and what to do.
    Failed(String),
}

/// The import that is under way.
#[derive(Clone, Copy)]
pub struct Wizard {
    workspace: Workspace,
    /// Where it stands.
    pub step: RwSignal<Step>,
    /// How far the reading is.
    pub progress: RwSignal<Option<Progress>>,
    /// When the reading began, in milliseconds of the clock.
    pub begun: RwSignal<f64>,
    /// How the file is to be read where the user knows better.
    pub choices: RwSignal<FormatChoices>,
    /// Name of the file.
    pub file_name: RwSignal<String>,
    /// What the first pass has found.
    pub inspection: RwSignal<Option<Shared<Inspection>>>,
    /// What the columns are taken for.
    pub mapping: RwSignal<Mapping>,
    /// Columns of answers of which the user has settled which end of the scale is the good one.
    pub confirmed: RwSignal<BTreeSet<usize>>,
    /// The source that the mapping was kept with.
    pub kept_from: RwSignal<Option<SourceId>>,
    /// The source that the user wants to import again.
    pub again: RwSignal<Option<SourceId>>,
    /// What the second pass has found.
    pub reduction: RwSignal<Option<Shared<Reduction>>>,
    /// Title of the source.
    pub title: RwSignal<String>,
    /// What the data were collected for.
    pub purpose: RwSignal<String>,
    /// On which ground.
    pub consent: RwSignal<String>,
    /// The source that the data go into, and what becomes of its own; none: a new one.
    pub destination: RwSignal<Option<(SourceId, Replace)>>,
    /// What screen readers are told.
    pub said: RwSignal<String>,
    file: StoredValue<Option<web_sys::File>, LocalStorage>,
    /// What reads the file; kept from the first pass for the second.
    worker: StoredValue<Option<ImportWorker>, LocalStorage>,
    /// Number of files that waited when this one failed.
    waiting_at_failure: StoredValue<usize>,
    /// The plan that the file is meant for.
    plan: StoredValue<Option<PlanId>>,
    /// Where the focus goes back to once the file is read again: the field that was changed.
    changed: StoredValue<Option<String>>,
}

impl Wizard {
    /// Makes the wizard and lets it take what is dropped onto the page.
    pub fn new(workspace: Workspace) -> Self {
        let wizard = Self {
            workspace,
            step: RwSignal::new(Step::Idle),
            progress: RwSignal::new(None),
            begun: RwSignal::new(0.0),
            choices: RwSignal::new(FormatChoices::default()),
            file_name: RwSignal::new(String::new()),
            inspection: RwSignal::new(None),
            mapping: RwSignal::new(Mapping::default()),
            confirmed: RwSignal::new(BTreeSet::new()),
            kept_from: RwSignal::new(None),
            again: RwSignal::new(None),
            reduction: RwSignal::new(None),
            title: RwSignal::new(String::new()),
            purpose: RwSignal::new(String::new()),
            consent: RwSignal::new(String::new()),
            destination: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            file: StoredValue::new_local(None),
            worker: StoredValue::new_local(None),
            waiting_at_failure: StoredValue::new(0),
            plan: StoredValue::new(None),
            changed: StoredValue::new(None),
        };
        Effect::new(move |_| {
            workspace.table_dropped.track();
            // Why a file failed must be read before the next one begins; what is dropped then has waited for nothing.
            let free = wizard.step.with(|step| match step {
                Step::Idle => true,
                Step::Failed(_) => workspace.tables_waiting() > wizard.waiting_at_failure.get_value(),
                _ => false,
            });
            let ready = workspace.opened.with(|opened| matches!(opened, Opened::Plan(_)));
            if free
                && ready
                && let Some(file) = workspace.take_dropped_table()
            {
                wizard.begin(file);
            }
        });
        // Another plan has nothing to do with the file.
        Effect::new(move |_| {
            let Opened::Plan(open) = workspace.opened.get() else { return };
            if wizard.plan.with_value(|plan| plan.as_ref().is_some_and(|plan| *plan != open)) {
                wizard.end();
            }
        });
        wizard
    }

    /// Lets the user choose files, for new sources, or one to import a source again.
    pub fn choose(self, again: Option<SourceId>) {
        let begin = move |file, again| {
            self.end();
            self.again.set(again);
            self.begin(file);
        };
        if again.is_some() {
            files::choose(ACCEPT, move |file| begin(file, again));
        } else {
            files::choose_many(ACCEPT, move |files| {
                let mut files = files.into_iter();
                files.next().into_iter().for_each(|first| begin(first, None));
                files.for_each(|file| self.workspace.drop_table(file));
            });
        }
    }

    /// Begins with a file; one from which a source is imported again is read at first as the last one was.
    fn begin(self, file: web_sys::File) {
        self.plan.set_value(self.workspace.plan_id());
        self.file_name.set(file.name());
        self.file.set_value(Some(file));
        self.inspection.set(None);
        let again = self.again.get_untracked();
        let source = again.and_then(|id| self.workspace.plan_now().sources.get(&id).cloned());
        self.choices.set(source.map(|source| source.format).unwrap_or_default());
        self.inspect();
    }

    /// Reads the file again, in the way that the user has chosen in the field with this id.
    pub fn read_as(self, choices: FormatChoices, field: String) {
        self.changed.set_value(Some(field));
        self.choices.set(choices);
        self.inspect();
    }

    /// Reads the file for the first time.
    pub fn inspect(self) {
        self.start(&Request::Inspect(self.choices.get_untracked()), Step::Inspecting);
    }

    /// Counts the file with the mapping that was settled.
    pub fn reduce(self) {
        if let Some(inspection) = self.inspection.get_untracked() {
            let inspection = Box::new(Inspection::clone(&inspection));
            // The day may have begun already elsewhere.
            let latest = clock::today().plus_days(1);
            let mapping = Mapping { latest, ..self.mapping.get_untracked() };
            self.start(&Request::Reduce { inspection, mapping }, Step::Reducing);
        }
    }

    fn start(self, request: &Request, step: Step) {
        let Some(file) = self.file.get_value() else { return };
        self.progress.set(None);
        self.begun.set(clock::now());
        self.show(step);
        if self.worker.with_value(|worker| worker.as_ref().is_some_and(|worker| worker.ask(&file, request))) {
            return;
        }
        match ImportWorker::start(&file, request, move |answer| self.hear(answer)) {
            Ok(worker) => self.worker.set_value(Some(worker)),
            Err(lost) => self.fail_without_answer(&lost),
        }
    }

    fn hear(self, answer: Result<Response, Lost>) {
        let texts = self.workspace.texts();
        match answer {
            Ok(Response::Ready) => {}
            Ok(Response::Progress(progress)) => self.progress.set(Some(progress)),
            Ok(Response::Inspected(inspection)) => self.settle(*inspection),
            Ok(Response::Reduced(reduction)) => {
                self.worker.set_value(None);
                self.show_result(*reduction);
            }
            // What the user chose about the last file doesn't fit this one.
            Ok(Response::Failed(_)) if self.inspection.with_untracked(Option::is_none) && self.has_choices() => {
                self.choices.set(FormatChoices::default());
                self.inspect();
            }
            Ok(Response::Failed(failure)) => self.fail((texts.import.failure)(&failure)),
            Err(lost) => self.fail_without_answer(&lost),
        }
    }

    fn has_choices(self) -> bool {
        self.choices.with_untracked(|choices| !choices.is_empty())
    }

    fn fail_without_answer(self, lost: &Lost) {
        let page = &self.workspace.texts().import.page;
        self.fail(match lost {
            Lost::NotStarted(reason) => (page.not_started)(reason),
            Lost::Died => page.died.to_owned(),
        });
    }

    fn fail(self, text: String) {
        self.worker.set_value(None);
        self.waiting_at_failure.set_value(self.workspace.tables_waiting());
        self.said.set(text.clone());
        self.show(Step::Failed(text));
    }

    /// Takes what was found in a file. Where it was read in another way before, what the user has settled stays, but for
    /// columns that are others now.
    fn settle(self, inspection: Inspection) {
        match self.inspection.get_untracked() {
            None => self.propose(&inspection),
            Some(before) if before.has_columns_of(&inspection) => {}
            Some(before) => {
                let settled = self.mapping.get_untracked();
                let (mut mapping, _) = self.proposal(&inspection);
                let columns = mapping.columns.iter_mut().zip(settled.columns);
                for (at, (column, settled)) in columns.enumerate().filter(|(at, _)| before.has_column_of(&inspection, *at)) {
                    column.role = settled.role;
                    self.confirm_direction(at, false);
                }
                self.mapping.set(mapping);
            }
        }
        let rows = rows_read(&inspection, self.workspace.texts());
        self.said.set((self.workspace.texts().import.page.found)(&rows, inspection.columns.len()));
        self.inspection.set(Some(Shared(Arc::new(inspection))));
        self.show(Step::Roles);
    }

    /// What the columns seem to be, and the source from which that is known.
    fn proposal(self, inspection: &Inspection) -> (Mapping, Option<SourceId>) {
        let plan = self.workspace.plan_now();
        let names = KpiNames { name: self.workspace.texts().import.kpi_name };
        let again = self.again.get_untracked().filter(|id| plan.sources.contains(id));
        let Proposal { mapping, kept_from } = match &again {
            Some(again) => propose_again(inspection, &plan, again, names),
            None => propose(inspection, &plan, names),
        };
        (mapping, kept_from)
    }

    /// Proposes what the columns are, and what is said of the source.
    fn propose(self, inspection: &Inspection) {
        let plan = self.workspace.plan_now();
        let (mapping, kept_from) = self.proposal(inspection);
        let again = self.again.get_untracked().filter(|id| plan.sources.contains(id)).or_else(|| kept_from.clone());
        let source = again.as_ref().and_then(|id| plan.sources.get(id));
        let said = |source: &Arc<Source>| (source.title.clone(), source.purpose.clone(), source.consent.clone());
        let (title, purpose, consent) =
            source.map_or_else(|| (stem(&self.file_name.get_untracked()), String::new(), String::new()), said);
        self.title.set(title);
        self.purpose.set(purpose);
        self.consent.set(consent);
        self.destination.set(again.map(|id| (id, Replace::CoveredDays)));
        self.kept_from.set(kept_from);
        self.confirmed.set(BTreeSet::new());
        self.mapping.set(mapping);
    }

    fn show_result(self, reduction: Reduction) {
        let texts = self.workspace.texts();
        let count = |n| format::count(texts.language, n);
        let left_out = reduction.left_out.values().sum();
        self.said.set((texts.import.page.result_said)(&count(reduction.accepted), &count(reduction.rejected), &count(left_out)));
        self.reduction.set(Some(Shared(Arc::new(reduction))));
        self.show(Step::Result);
    }

    /// Ends the reading; the plan was never touched.
    pub fn cancel_reading(self) {
        self.worker.set_value(None);
        self.said.set(self.workspace.texts().import.page.cancelled.to_owned());
        match self.step.get_untracked() {
            Step::Reducing => self.show(Step::Roles),
            _ => self.end(),
        }
    }

    /// Gives the import up.
    pub fn cancel(self) {
        self.said.set(self.workspace.texts().import.page.cancelled.to_owned());
        self.end();
    }

    /// Goes back to the roles of the columns.
    pub fn back(self) {
        self.show(Step::Roles);
    }

    /// Whether there are roles to go back to.
    pub fn has_roles(self) -> bool {
        self.inspection.with(Option::is_some)
    }

    /// Forgets the file and all that was found out about it.
    fn end(self) {
        self.worker.set_value(None);
        self.file.set_value(None);
        self.plan.set_value(None);
        self.again.set(None);
        self.inspection.set(None);
        self.reduction.set(None);
        self.mapping.set(Mapping::default());
        self.destination.set(None);
        self.show(Step::Idle);
    }

    /// Shows a step and moves the focus there, so that those who use the keyboard are there too: to the field for which the
    /// file was read again, else to the heading.
    fn show(self, step: Step) {
        let title = if step == Step::Idle { ".import .button-primary" } else { ".import-step-title" };
        // It is remembered while the file is read.
        let is_read = step != Step::Inspecting;
        let field = is_read.then(|| self.changed.try_update_value(Option::take)).flatten().flatten();
        self.step.set(step);
        let here = self.workspace.route.get_untracked().is_some_and(|route| route.area == Area::Import);
        if here {
            page::focus_one_soon(field.map(|id| format!("#{id}")).into_iter().chain([title.to_owned()]).collect());
        }
    }

    /// Writes the data into the plan in one step and shows the KPI that they feed, or the win-back planner if they only
    /// have reasons for leaving.
    pub fn import(self) {
        let Some(reduction) = self.reduction.get_untracked() else { return };
        let workspace = self.workspace;
        let texts = workspace.texts();
        let mapping = self.mapping.get_untracked();
        // A source that isn't there yet is made with the id that it is imported into.
        let (id, mode) = match self.destination.get_untracked() {
            Some(destination) => destination,
            None => (workspace.new_id(), Replace::All),
        };
        let file_name = self.file_name.get_untracked();
        let title = Some(self.title.get_untracked().trim().to_owned()).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| stem(&file_name));
        let facts = SourceFacts {
            title: title.clone(),
            file_name,
            imported: clock::today(),
            purpose: self.purpose.get_untracked(),
            consent: self.consent.get_untracked(),
            format: self.choices.get_untracked(),
            replace: Some((id.clone(), mode)),
        };
        let applied = workspace.edit(Label::new(Verb::Import, Noun::KpiData), Place::record(Area::Import, &id), |plan| {
            apply(plan, &mapping, &reduction, facts, &mut clock::random_bits)
        });
        // Told by the workspace; nothing is lost.
        let Some(applied) = applied else { return };
        let mut told = (texts.import.page.imported)(&title, &format::count(texts.language, reduction.accepted));
        if !applied.months_without_older_segments.is_empty() {
            told.push(' ');
            told.push_str(&(texts.import.page.segments_cut)(applied.months_without_older_segments.len()));
        }
        if !applied.months_without_older_reasons.is_empty() {
            told.push(' ');
            told.push_str(&(texts.import.page.reasons_cut)(applied.months_without_older_reasons.len()));
        }
        if let Some(span) = applied.summed_to {
            told.push(' ');
            told.push_str(&(texts.import.page.summed_to)(span));
        }
        if applied.voices > 0 {
            told.push(' ');
            told.push_str(&(texts.import.page.voices_made)(&format::count(texts.language, applied.voices as u64)));
        }
        workspace.tell_undoable(told);
        let source = workspace.plan_now().sources.get(&applied.source).cloned();
        let kpi = source.as_ref().and_then(|source| source.kpis().first().map(|kpi| (*kpi).clone()));
        let has_reasons = source.is_some_and(|source| !source.leaving.is_empty());
        let more = workspace.tables_waiting() > 0;
        self.end();
        match kpi {
            _ if more => {}
            Some(kpi) => workspace.go(Area::Kpis, Some(kpi.as_id().clone())),
            None if applied.voices > 0 => workspace.go(Area::Voices, None),
            None if has_reasons => workspace.go(Area::WinBack, None),
            None => {}
        }
    }

    /// What no column counts yet, to begin with.
    pub fn free_part(self) -> CountPart {
        let free = |part: &CountPart| self.mapping.with_untracked(|mapping| mapping.count_column(*part).is_none());
        CountPart::ALL.into_iter().find(free).unwrap_or(CountPart::Orders)
    }

    /// Takes a column for something else.
    pub fn set_role(self, column: usize, role: Role) {
        self.mapping.update(|mapping| {
            if let Some(mapped) = mapping.columns.get_mut(column) {
                mapped.role = role;
            }
        });
    }

    /// Notes whether the user has settled which end of a column's scale is the good one.
    pub fn confirm_direction(self, column: usize, right: bool) {
        self.confirmed.update(|confirmed| {
            if right {
                confirmed.insert(column)
            } else {
                confirmed.remove(&column)
            };
        });
    }

    /// What a column is taken for.
    pub fn role(self, column: usize) -> Option<Role> {
        self.mapping.with(|mapping| mapping.columns.get(column).map(|mapped| mapped.role.clone()))
    }
}

/// The rows of a file as far as it was read: "12" or "more than 60,000".
pub fn rows_read(inspection: &Inspection, texts: &Texts) -> String {
    let rows = format::count(texts.language, inspection.rows);
    if inspection.whole { rows } else { (texts.import.page.rows_at_least)(&rows) }
}

/// A file's name without its ending.
pub fn stem(file_name: &str) -> String {
    file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem).to_owned()
}
