//! Which lane of a table is which lane of a map.

use super::Matrix;
use crate::plan::{Journey, LaneId, LaneKind, Persona, PersonaId, Plan, STANDARD_LANES};
use crate::sheet::lane_title;
use crate::texts::output::{RowLabel, normal, persona_of_label, row_label};
use crate::texts::{Language, Texts};
use std::sync::Arc;

/// What a lane of a table becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LaneTarget {
    /// A lane that the map has or could have.
    Lane(LaneId),
    /// The emotions of a persona of the plan.
    Emotions(PersonaId),
    /// A new lane for free text, with its title.
    OwnText,
    /// Nothing: it is left out.
    Skip,
}

/// Proposes what each lane of a matrix becomes: the lane of the journey with its title, else the standard lane with that
/// name or the emotions of the persona with that name, else a lane for free text. No two become one; a row without any
/// text is left out.
#[must_use]
pub fn propose(plan: &Plan, texts: &Texts, matrix: &Matrix, into: Option<&Journey>) -> Vec<LaneTarget> {
    let mut taken: Vec<LaneTarget> = Vec::new();
    let lanes = matrix.lanes.iter().map(|lane| {
        if lane.cells.iter().all(String::is_empty) && lane.title.is_empty() {
            return LaneTarget::Skip;
        }
        let own = into.and_then(|journey| {
            let known = journey.lanes.iter().filter(|own| !matches!(own.kind, LaneKind::Other(_)));
            let own = known.clone().find(|own| normal(&lane_title(own, texts)) == normal(&lane.title));
            own.map(|own| LaneTarget::Lane(own.id.clone()))
        });
        let found = own.or_else(|| match row_label(&lane.title)? {
            RowLabel::Lane(id) => {
                STANDARD_LANES.iter().find(|standard| standard.id == id).map(|_| LaneTarget::Lane(LaneId::standard(id)))
            }
            RowLabel::PersonaEmotion => {
                let named = personas_named(plan, persona_of_label(&lane.title)?);
                named.map(|persona| LaneTarget::Emotions(persona.id.clone())).find(|target| !taken.contains(target))
            }
            _ => None,
        });
        match found.filter(|target| !taken.contains(target)) {
            Some(target) => {
                taken.push(target.clone());
                target
            }
            None => LaneTarget::OwnText,
        }
    });
    lanes.collect()
}

/// The persona whose emotions a row with this title holds, as in `Emotion: Anna`; none: it is another row.
#[must_use]
pub fn persona_of_row(plan: &Plan, title: &str) -> Option<PersonaId> {
    personas_named(plan, persona_of_label(title)?).next().map(|persona| persona.id.clone())
}

/// The personas with a name, those first that are written in the same way; an unnamed one has the words for that.
fn personas_named<'a>(plan: &'a Plan, name: &'a str) -> impl Iterator<Item = &'a Arc<Persona>> {
    let says = |persona: &Persona| match persona.name.trim() {
        "" => Language::ALL.iter().any(|language| normal(language.texts().terms.unnamed) == normal(name)),
        own => normal(own) == normal(name),
    };
    let same = move |persona: &Persona| persona.name.trim() == name;
    let exact = plan.personas.iter().filter(move |persona| same(persona));
    exact.chain(plan.personas.iter().filter(move |persona| !same(persona) && says(persona)))
}
