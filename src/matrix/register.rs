//! Names in cells that are channels or departments: found in the registers, or added to them.

use crate::catalogue::channel_named;
use crate::plan::{ChannelId, Department, Id, Plan, seen};
use crate::texts::output::normal;

/// Most characters of a name that is added to a register; longer ones are prose.
const NAME_LEN_MAX: usize = 60;

/// The names of channels in the text of a cell.
pub fn channel_names(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '\n']).map(seen).filter(|name| !name.is_empty())
}

/// The channel with a name. One that the register doesn't have is added, and its name to `added`; none: it is prose.
pub fn registered_channel(
    plan: &mut Plan,
    name: &str,
    new_id: &mut dyn FnMut() -> Id,
    added: &mut Vec<String>,
) -> Option<ChannelId> {
    if let Some(known) = plan.channels.iter().find(|channel| normal(&channel.name) == normal(name)) {
        return Some(known.id.clone());
    }
    if name.chars().count() > NAME_LEN_MAX {
        return None;
    }
    let channel = channel_named(new_id().into(), name);
    let id = channel.id.clone();
    plan.channels.insert(channel);
    added.push(name.to_owned());
    Some(id)
}

/// Adds the department with a name to the register, and the name to `added`, if it isn't there and is no prose.
pub fn register_department(plan: &mut Plan, name: &str, new_id: &mut dyn FnMut() -> Id, added: &mut Vec<String>) {
    let known = plan.departments.iter().any(|department| normal(&department.name) == normal(name));
    let fits = !seen(name).is_empty() && name.chars().count() <= NAME_LEN_MAX && !name.contains('\n');
    if !known && fits {
        plan.departments.insert(Department::new(new_id().into(), name));
        added.push(name.to_owned());
    }
}
