//! The KPI that the page shows, and words for its figures.

use crate::ui::workspace::{Shared, Workspace};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Place},
    figures::{
        nps::Nps,
        period::{Grain, Period},
        standing::{Standing, standing},
    },
    plan::{Kpi, KpiId, Plan},
    route::Area,
    texts::{Texts, format},
};

/// The KPI that the page shows.
#[derive(Clone, Copy)]
pub struct ShownKpi {
    workspace: Workspace,
    id: StoredValue<KpiId>,
    /// Its record.
    pub kpi: Memo<Option<Shared<Kpi>>>,
    /// The periods by which it is shown.
    pub grain: RwSignal<Grain>,
    /// How it stands; none: it has no answers.
    pub standing: Memo<Option<Standing>>,
}

impl ShownKpi {
    /// Shows a KPI by month.
    pub fn new(workspace: Workspace, id: KpiId) -> Self {
        let grain = RwSignal::new(Grain::Month);
        let (own, counted) = (id.clone(), id.clone());
        let kpi = workspace.select(move |plan| plan.kpis.get(&own).cloned().map(Shared));
        let standing = workspace.select(move |plan| standing(plan, &counted, grain.get()));
        Self { workspace, id: StoredValue::new(id), kpi, grain, standing }
    }

    /// Its id.
    pub fn id(self) -> KpiId {
        self.id.get_value()
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

/// A score in points: `+13,5`.
pub fn points(texts: &Texts, value: f64) -> String {
    format::signed(texts.language, value, 1)
}

/// A score that somebody set: with decimals only where it has some.
pub fn set_points(texts: &Texts, value: f64) -> String {
    format::signed(texts.language, value, usize::from(value.fract() != 0.0))
}

/// Interval of a score or a difference: `−2 bis +28`.
pub fn interval(texts: &Texts, (low, high): (f64, f64)) -> String {
    let end = |value| format::signed(texts.language, value, 0);
    (texts.charts.interval)(&end(low), &end(high))
}

/// Interval and number of answers, and whether these are few: `−2 bis +28 · n = 82`.
pub fn certainty(texts: &Texts, nps: &Nps) -> String {
    let n = (texts.charts.answers)(&format::count(texts.language, nps.n));
    let unsure = if nps.is_unsure() { format!(" · {}", texts.kpis.unsure) } else { String::new() };
    format!("{} · {n}{unsure}", interval(texts, nps.interval))
}

/// A probability: `p = 0,002` or `p < 0,001`.
pub fn probability(texts: &Texts, p: f64) -> String {
    let decimals = if p < 0.095 { 3 } else { 2 };
    if p < 0.001 {
        format!("p\u{a0}<\u{a0}{}", format::number(texts.language, 0.001, 3))
    } else {
        format!("p\u{a0}=\u{a0}{}", format::number(texts.language, p, decimals))
    }
}

/// A period where its year is plain: `Dezember`.
pub fn short_name(texts: &Texts, period: Period) -> String {
    match period.grain() {
        Grain::Month => format::month_name(texts.language, period.first_month()).to_owned(),
        Grain::Quarter => format::quarter(period.first_month()),
        Grain::Week => format::week(texts.language, period.first_day()),
    }
}
