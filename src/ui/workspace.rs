//! The open plan and everything that pages share: language, theme, address, notices, save state.
//!
//! A [`Workspace`] is a handful of signals, copied freely. The plan changes through [`Workspace::edit`] and its like
//! alone; each change is saved by [`super::saving`].

mod addresses;
mod changes;
mod notices;

pub use notices::Problem;

use super::{
    actions::PageActions,
    components::Toasts,
    plan_work::{self, PlanWork},
    platform::{
        clock, page,
        panic::{self, LastWill},
        preferences::{self, IndexEntry, Preferences, Theme},
        store::{Durability, WriteError},
        timer,
    },
    saving::Saving,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use reiseplan::{
    check::Remark,
    editor::Editor,
    plan::{Id, Plan, PlanId},
    route::Route,
    texts::{Language, Texts},
};
use std::{collections::VecDeque, ops::Deref, sync::Arc};

/// A shared record that counts as equal only to itself: what views compare instead of contents.
#[derive(Debug)]
pub struct Shared<T>(pub Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

/// Whether the plan is in the store as it is on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    /// It is.
    Saved,
    /// It will be in a moment.
    Saving,
    /// It isn't, and why.
    Failed(WriteError),
}

/// What the page shows in place of an area.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// The store hasn't answered yet.
    Loading,
    /// No plan is open.
    Nothing,
    /// A plan is open.
    Plan(PlanId),
    /// The plan isn't in this browser.
    Missing,
    /// The plan was written by a later version of the app.
    Newer(PlanId),
    /// The plan can't be read.
    Unreadable(PlanId),
    /// The part of the program that reads plans couldn't be fetched.
    NotLoaded,
}

/// The router's way to another address.
type Navigate = Arc<dyn Fn(&str, NavigateOptions) + Send + Sync>;

/// State that pages share.
#[derive(Clone, Copy)]
pub struct Workspace {
    /// Under what an area keeps what outlives its page.
    owner: StoredValue<Owner>,
    /// What the user prefers.
    pub preferences: RwSignal<Preferences>,
    /// The language that is shown.
    pub language: Memo<Language>,
    /// Whether the page is shown dark, which paper isn't: what charts follow, since they don't read the style sheet.
    pub dark: Memo<bool>,
    /// Whether the page is being printed: what shows only what is in view shows all of it then.
    pub printing: RwSignal<bool>,
    /// The address that is shown; none: there is nothing.
    pub route: Memo<Option<Route>>,
    /// What is open.
    pub opened: RwSignal<Opened>,
    /// Whether it is saved.
    pub save_state: RwSignal<SaveState>,
    /// How well the store keeps it; none: not known yet.
    pub durability: RwSignal<Option<Durability>>,
    /// The plans of this browser.
    pub index: RwSignal<Vec<IndexEntry>>,
    /// What was done, in short messages that pass by.
    pub toasts: Toasts,
    /// Whether search and commands are open.
    pub palette_open: RwSignal<bool>,
    /// Whether the list of keys is open.
    pub shortcuts_open: RwSignal<bool>,
    /// What the page that is shown can do beside what the app can.
    pub page_actions: RwSignal<PageActions>,
    /// What went wrong.
    pub problems: RwSignal<Vec<Problem>>,
    /// Number of the problem told last.
    last_problem: StoredValue<u64>,
    /// Tables that were dropped onto the page, until the import takes them.
    dropped_tables: StoredValue<VecDeque<web_sys::File>, LocalStorage>,
    /// Is triggered when a table was dropped.
    pub table_dropped: Trigger,
    /// The message that offers to undo the last step.
    undo_toast: StoredValue<Option<u32>>,
    /// What the check has found in the plan, shortly after its last change.
    pub remarks: RwSignal<Vec<Remark>>,
    editor: RwSignal<Editor>,
    /// What works on plans, as soon as that part of the program was wanted and is there.
    work: StoredValue<Option<&'static dyn PlanWork>>,
    pub(super) saving: StoredValue<Saving, LocalStorage>,
    navigate: StoredValue<Navigate>,
    base: StoredValue<String>,
}

/// The workspace of this page.
pub fn use_workspace() -> Workspace {
    expect_context::<Workspace>()
}

/// The texts in the language that is shown. A change of language builds the page anew, so views may keep them.
pub fn use_texts() -> &'static Texts {
    use_workspace().texts()
}

impl Workspace {
    /// Makes the workspace; must run inside the router.
    pub fn new() -> Self {
        let preferences = RwSignal::new(preferences::read_preferences());
        let language = Memo::new(move |_| {
            let code = preferences.with(|preferences| preferences.language.clone());
            Language::for_code(&code.unwrap_or_else(page::browser_language))
        });
        let system_theme = Trigger::new();
        page::on_system_theme(move || system_theme.notify());
        let printing = RwSignal::new(false);
        page::on_print(move |is_printing| printing.set(is_printing));
        let dark = Memo::new(move |_| {
            system_theme.track();
            !printing.get() && page::is_dark(preferences.with(|preferences| preferences.theme))
        });
        let base = page::base_path();
        let location = use_location();
        let prefix = base.clone();
        let route = Memo::new(move |_| {
            let path = location.pathname.get();
            let query = location.search.get();
            Route::read(path.strip_prefix(&prefix)?, &query)
        });
        let blank = Plan::blank(PlanId::standard("none"));
        Self {
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            preferences,
            language,
            dark,
            printing,
            route,
            opened: RwSignal::new(Opened::Loading),
            save_state: RwSignal::new(SaveState::Saved),
            durability: RwSignal::new(None),
            index: RwSignal::new(preferences::read_index()),
            toasts: Toasts::new(timer::run_after),
            palette_open: RwSignal::new(false),
            shortcuts_open: RwSignal::new(false),
            page_actions: RwSignal::new(PageActions::default()),
            problems: RwSignal::new(Vec::new()),
            last_problem: StoredValue::new(0),
            dropped_tables: StoredValue::new_local(VecDeque::new()),
            table_dropped: Trigger::new(),
            undo_toast: StoredValue::new(None),
            remarks: RwSignal::new(Vec::new()),
            editor: RwSignal::new(Editor::new(blank)),
            work: StoredValue::new(None),
            saving: StoredValue::new_local(Saving::default()),
            navigate: StoredValue::new(Arc::new(use_navigate())),
            base: StoredValue::new(base),
        }
    }

    /// Lets what the user prefers take effect, now and whenever it changes.
    pub fn apply_preferences(self) {
        Effect::new(move |_| page::set_language(self.language.get().code()));
        Effect::new(move |_| page::set_theme(self.preferences.with(|preferences| preferences.theme)));
        Effect::new(move |before: Option<()>| {
            self.preferences.with(|preferences| {
                if before.is_some() {
                    preferences::write_preferences(preferences);
                }
            });
        });
        Effect::new(move |_| {
            let plan = matches!(self.opened.get(), Opened::Plan(_)).then(|| self.editor.with(|editor| editor.plan().clone()));
            panic::prepare(LastWill { language: self.language.get(), plan: plan.zip(self.work.get_value()) });
        });
    }

    /// The texts in the language that is shown.
    pub fn texts(self) -> &'static Texts {
        self.language.get_untracked().texts()
    }

    /// Sets the language.
    pub fn set_language(self, language: Language) {
        self.preferences.update(|preferences| preferences.language = Some(language.code().to_owned()));
    }

    /// Sets the theme.
    pub fn set_theme(self, theme: Theme) {
        self.preferences.update(|preferences| preferences.theme = theme);
    }

    /// A value taken from the plan, that views can follow: they are only told if it differs.
    pub fn select<T: PartialEq + Send + Sync + 'static>(self, select: impl Fn(&Plan) -> T + Send + Sync + 'static) -> Memo<T> {
        Memo::new(move |_| self.editor.with(|editor| select(editor.plan())))
    }

    /// Reads the plan and follows it: for values that are quick to find.
    pub fn with_plan<T>(self, read: impl FnOnce(&Plan) -> T) -> T {
        self.editor.with(|editor| read(editor.plan()))
    }

    /// The plan as it is now, without following it.
    pub fn plan_now(self) -> Plan {
        self.editor.with_untracked(|editor| editor.plan().clone())
    }

    /// Does something with what works on plans, if that has been wanted before: without it no plan was opened.
    pub(super) fn with_loaded_work(self, act: impl FnOnce(&'static dyn PlanWork)) {
        if let Some(work) = self.loaded_work() {
            act(work);
        }
    }

    /// What works on plans, if that has been wanted before.
    pub(super) fn loaded_work(self) -> Option<&'static dyn PlanWork> {
        self.work.get_value()
    }

    /// Does something with what works on plans as soon as it is there. Tells it if that can't be fetched.
    pub(super) fn with_work(self, act: impl FnOnce(&'static dyn PlanWork) + 'static) {
        spawn_local(async move {
            match self.load_work().await {
                Some(work) => act(work),
                None => {
                    let shell = &self.texts().shell;
                    self.tell_problem(shell.not_loaded_title.to_owned(), vec![shell.not_loaded_text.to_owned()]);
                }
            }
        });
    }

    /// What works on plans, if it is there already.
    pub(super) fn work_now(self) -> Option<&'static dyn PlanWork> {
        self.work.get_value()
    }

    /// Fetches what works on plans; none if that failed.
    pub(super) async fn load_work(self) -> Option<&'static dyn PlanWork> {
        let work = plan_work::load().await.ok()?;
        if self.work.get_value().is_none() {
            self.work.set_value(Some(work));
            work.begin_checking(self);
        }
        Some(work)
    }

    /// Puts a plan on screen in place of the one before.
    pub(super) fn put_plan(self, plan: Plan) {
        let id = plan.id.clone();
        self.editor.set(Editor::new(plan));
        self.opened.set(Opened::Plan(id));
    }

    /// Keeps a table that was dropped onto the page until the import takes it.
    pub fn drop_table(self, file: web_sys::File) {
        self.dropped_tables.update_value(|dropped| dropped.push_back(file));
        self.table_dropped.notify();
    }

    /// Takes the table that was dropped first of those that haven't been taken.
    pub fn take_dropped_table(self) -> Option<web_sys::File> {
        let mut file = None;
        self.dropped_tables.update_value(|dropped| file = dropped.pop_front());
        file
    }

    /// Number of dropped tables that haven't been taken.
    pub fn tables_waiting(self) -> usize {
        self.dropped_tables.with_value(VecDeque::len)
    }

    /// The id of the open plan, without following it.
    pub fn plan_id(self) -> Option<PlanId> {
        match self.opened.get_untracked() {
            Opened::Plan(id) => Some(id),
            _ => None,
        }
    }

    /// The state of an area that outlives its page: made when it is wanted for the first time.
    pub fn lasting<T: Copy + Send + Sync + 'static>(self, make: impl FnOnce() -> T) -> T {
        self.owner.get_value().with(|| {
            use_context::<T>().unwrap_or_else(|| {
                let state = make();
                provide_context(state);
                state
            })
        })
    }

    /// Makes something that goes on as long as the page lives, whoever asks for it.
    pub fn outliving(self, make: impl FnOnce()) {
        self.owner.get_value().with(make);
    }

    /// Number of remarks of the check that aren't dismissed.
    pub fn open_remarks(self) -> usize {
        self.remarks.with(|remarks| remarks.iter().filter(|remark| !remark.dismissed).count())
    }

    /// A new id for a record.
    pub fn new_id<I: From<Id>>(self) -> I {
        Id::from_random(clock::random_bits()).into()
    }
}
