//! What a pasted part refers to: found in the plan that it comes into, or taken into it.

use super::{Origin, paste::Work};
use crate::matrix::{channel_names, register_department, registered_channel};
use crate::plan::{
    Channel, ChannelId, Department, DepartmentId, Lane, LaneKind, Plan, Record, Step, SubPhaseId, Table, TypedId, same_name,
};
use crate::sheet::{CellFault, sub_phase_named};

impl Work<'_> {
    /// The channel of this plan that a copied one stands for: a new one if there is none of its name.
    pub fn channel(&mut self, plan: &mut Plan, origin: &Origin, id: &ChannelId) -> Option<ChannelId> {
        let copied = origin.channels.iter().find(|channel| channel.id == *id)?;
        known(plan, origin, id, &copied.name).or_else(|| {
            let new = Channel { id: (self.new_id)().into(), ..copied.clone() };
            let id = new.id.clone();
            self.done.added.push(new.name.clone());
            plan.channels.insert(new);
            Some(id)
        })
    }

    /// The department of this plan that a copied one stands for: a new one if there is none of its name.
    pub fn department(&mut self, plan: &mut Plan, origin: &Origin, id: &DepartmentId) -> Option<DepartmentId> {
        let copied = origin.departments.iter().find(|department| department.id == *id)?;
        known(plan, origin, id, &copied.name).or_else(|| {
            let new = Department { id: (self.new_id)().into(), ..copied.clone() };
            let id = new.id.clone();
            self.done.added.push(new.name.clone());
            plan.departments.insert(new);
            Some(id)
        })
    }

    /// The channels of this plan that copied ones stand for, each once.
    pub fn channels(&mut self, plan: &mut Plan, origin: &Origin, ids: &[ChannelId]) -> Vec<ChannelId> {
        let mut found = Vec::new();
        for id in ids {
            found.extend(self.channel(plan, origin, id).filter(|id| !found.contains(id)));
        }
        found
    }

    /// Those of this plan that ids of the copied plan stand for, each once; what it doesn't have is told.
    pub fn known<I: Listed>(&mut self, plan: &Plan, origin: &Origin, heading: &str, ids: &[I], why: CellFault) -> Vec<I> {
        let mut found = Vec::new();
        for id in ids {
            let name = origin.names.get(id.as_id()).map(String::as_str).unwrap_or_default();
            match known(plan, origin, id, name) {
                Some(id) if found.contains(&id) => {}
                Some(id) => found.push(id),
                None => self.done.misfit("", heading, name, why),
            }
        }
        found
    }

    /// Adds the channels or the department that the text of a step's cell names to the registers, as typing does.
    pub fn register_named(&mut self, plan: &mut Plan, lane: &Lane, step: &Step, text: &str) {
        match lane.kind {
            LaneKind::Channels => channel_names(text).for_each(|name| {
                registered_channel(plan, name, self.new_id, &mut self.done.added);
            }),
            LaneKind::Department if step.touchpoint.is_some() => {
                register_department(plan, text, self.new_id, &mut self.done.added);
            }
            _ => {}
        }
    }

    /// Takes in the copied channels or departments that the text of a cell names.
    pub fn take_in_named(&mut self, plan: &mut Plan, lane: &Lane, text: &str) {
        let Some(origin) = self.origin else { return };
        let is_named = |name: &str| text.split([',', ';', '\n']).any(|part| same_name(part, name));
        match lane.kind {
            LaneKind::Channels => {
                for channel in origin.channels.iter().filter(|channel| is_named(&channel.name)) {
                    self.channel(plan, origin, &channel.id);
                }
            }
            LaneKind::Department => {
                for department in origin.departments.iter().filter(|it| same_name(&it.name, text)) {
                    self.department(plan, origin, &department.id);
                }
            }
            _ => {}
        }
    }
}

/// The sub-phase of a plan that a copied one stands for, by its id, which standard ones have in every plan, or its name.
pub(super) fn sub_phase_of(plan: &Plan, origin: &Origin, id: &SubPhaseId) -> Option<SubPhaseId> {
    let same = Some(id.clone()).filter(|id| plan.sub_phases.contains(id));
    same.or_else(|| sub_phase_named(plan, origin.names.get(id.as_id())?))
}

/// What a copied id stands for in a plan: itself where it comes from, else what has its name.
fn known<I: Listed>(plan: &Plan, origin: &Origin, id: &I, name: &str) -> Option<I> {
    let table = I::table(plan);
    let same = Some(id.clone()).filter(|id| origin.plan == plan.id && table.contains(id));
    same.or_else(|| table.iter().find(|record| same_name(I::name(record), name)).map(|record| record.id().clone()))
}

/// Ids of records that are found by name.
pub(super) trait Listed: TypedId {
    type Of: Record<Id = Self>;
    fn table(plan: &Plan) -> &Table<Self::Of>;
    fn name(record: &Self::Of) -> &str;
}

macro_rules! listed {
    ($($id:ident, $record:ident in $table:ident by $name:ident;)*) => {$(
        impl Listed for crate::plan::$id {
            type Of = crate::plan::$record;
            fn table(plan: &Plan) -> &Table<Self::Of> {
                &plan.$table
            }
            fn name(record: &Self::Of) -> &str {
                &record.$name
            }
        }
    )*};
}

listed! {
    ChannelId, Channel in channels by name;
    DepartmentId, Department in departments by name;
    KpiId, Kpi in kpis by title;
    PersonaId, Persona in personas by name;
}
