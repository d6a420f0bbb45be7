//! The KPI that the page shows, how it is looked at, and words for its figures.

use crate::ui::workspace::{Shared, Workspace};
use leptos::prelude::*;
use reiseplan::{
    charts::kpi::{View, style},
    editor::{Label, Place},
    figures::{
        period::Period,
        series::{Group, finest_grain},
        standing::{Standing, standing},
    },
    plan::{Kpi, KpiId, KpiKind, Plan, Resolution},
    route::Area,
    texts::{Texts, figures::ValueStyle, format},
};

/// The KPI that the page shows.
#[derive(Clone, Copy)]
pub struct ShownKpi {
    workspace: Workspace,
    id: StoredValue<KpiId>,
    /// Its record.
    pub kpi: Memo<Option<Shared<Kpi>>>,
    /// The periods by which it is shown.
    pub grain: RwSignal<Resolution>,
    /// The group of customers that is shown; none: all.
    pub group: RwSignal<Option<Group>>,
    /// How many periods are put together for each point.
    pub window: RwSignal<usize>,
    /// Whether control limits are drawn.
    pub limits: RwSignal<bool>,
    /// How it stands; none: it has no data.
    pub standing: Memo<Option<Standing>>,
    /// How its values are written.
    pub style: Memo<ValueStyle>,
}

impl ShownKpi {
    /// Shows a KPI by month, or by longer periods if its data stand for such.
    pub fn new(workspace: Workspace, id: KpiId) -> Self {
        let finest = workspace.plan_now();
        let finest = finest_grain(&finest, &id, None).unwrap_or_default();
        let (grain, group) = (RwSignal::new(finest.max(Resolution::Month)), RwSignal::new(None::<Group>));
        let (own, counted, styled) = (id.clone(), id.clone(), id.clone());
        let kpi = workspace.select(move |plan| plan.kpis.get(&own).cloned().map(Shared));
        let standing = workspace.select(move |plan| group.with(|group| standing(plan, &counted, group.as_ref(), grain.get())));
        let style = workspace.select(move |plan| style(plan, &styled));
        let (window, limits) = (RwSignal::new(1), RwSignal::new(false));
        Self { workspace, id: StoredValue::new(id), kpi, grain, group, window, limits, standing, style }
    }

    /// Its id.
    pub fn id(self) -> KpiId {
        self.id.get_value()
    }

    /// The state that pages share.
    pub fn workspace(self) -> Workspace {
        self.workspace
    }

    /// Whether a source has data of it.
    pub fn is_imported(self) -> bool {
        let plan = self.workspace.plan_now();
        self.id.with_value(|id| plan.sources.iter().any(|source| source.kpis().contains(&id)))
    }

    /// How it is viewed.
    pub fn view(self) -> View {
        View { group: self.group.get(), window: self.window.get(), limits: self.limits.get(), ..View::by(self.grain.get()) }
    }

    /// Its kind.
    pub fn kind(self) -> Signal<KpiKind> {
        self.field(|kpi| kpi.kind.clone())
    }

    /// A value of its record.
    pub fn field<T: Default + Send + Sync + 'static>(self, read: impl Fn(&Kpi) -> T + Send + Sync + 'static) -> Signal<T> {
        Signal::derive(move || self.kpi.with(|kpi| kpi.as_ref().map(|kpi| read(kpi)).unwrap_or_default()))
    }

    /// A value taken from the plan for it, that views can follow.
    pub fn select<T: PartialEq + Send + Sync + 'static>(
        self,
        select: impl Fn(&Plan, &KpiId) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.workspace.select(move |plan| self.id.with_value(|id| select(plan, id)))
    }

    /// Changes it in one step of the history.
    pub fn change(self, label: Label, change: impl FnOnce(&mut Kpi)) {
        let id = self.id();
        self.workspace.edit(label, Place::record(Area::Kpis, &id), |plan| plan.kpis.update(&id, change));
    }
}

/// A period where its year is plain: `Dezember`.
pub fn short_name(texts: &Texts, period: Period) -> String {
    match period.grain() {
        Resolution::Month => format::month_name(texts.language, period.first_month()).to_owned(),
        _ => reiseplan::charts::kpi::period_name(period, texts),
    }
}
