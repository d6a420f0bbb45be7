//! Three-way merge of values and of orders: what both sides did since they were one.
//!
//! Objects merge by key, arrays of objects with distinct `id`s by id, everything else as a whole. What only one side
//! changed is taken; where both changed one thing differently, ours stays and the disagreement is listed. An element
//! that one side removed and the other changed stays, changed.

use super::Record;
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// One thing that both sides changed, each in its own way.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// Where: keys of objects and ids of elements from the outside in; empty for the whole value.
    pub path: Vec<String>,
    /// Their value; none if they removed it.
    pub theirs: Option<Value>,
}

/// Merges two values that come from `base` (none: both sides made theirs anew).
#[must_use]
pub fn merge_values(base: Option<&Value>, ours: &Value, theirs: &Value) -> (Value, Vec<Disagreement>) {
    let mut merge = Merge::default();
    let value = merge.present(base, ours, theirs);
    (value, merge.disagreements)
}

/// Merges two records that come from `base`. Where their fields, so mixed, make no record, ours stays as a whole.
#[must_use]
pub fn merge_records<T: Record>(base: Option<&T>, ours: &T, theirs: &T) -> (T, Vec<Disagreement>) {
    if ours == theirs || base == Some(theirs) {
        return (ours.clone(), Vec::new());
    }
    if base == Some(ours) {
        return (theirs.clone(), Vec::new());
    }
    let spread = |record: &T| T::spread(serde_json::to_value(record).expect("BUG: a record can't be written"));
    let (our_value, their_value) = (spread(ours), spread(theirs));
    let (merged, disagreements) = merge_values(base.map(spread).as_ref(), &our_value, &their_value);
    match T::deserialize(&T::gather(merged)) {
        Ok(merged) => (merged, disagreements),
        Err(_) => (ours.clone(), vec![Disagreement { path: Vec::new(), theirs: Some(their_value) }]),
    }
}

#[derive(Default)]
struct Merge {
    path: Vec<String>,
    disagreements: Vec<Disagreement>,
}

impl Merge {
    fn present(&mut self, base: Option<&Value>, ours: &Value, theirs: &Value) -> Value {
        if ours == theirs || base == Some(theirs) {
            return ours.clone();
        }
        if base == Some(ours) {
            return theirs.clone();
        }
        match (ours, theirs) {
            (Value::Object(ours), Value::Object(theirs)) => {
                let nothing = Map::new();
                Value::Object(self.objects(base.and_then(Value::as_object).unwrap_or(&nothing), ours, theirs))
            }
            (Value::Array(our_list), Value::Array(their_list)) => {
                let base = base.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
                match (by_id(base), by_id(our_list), by_id(their_list)) {
                    (Some(base), Some(ours), Some(theirs)) => self.elements(&base, &ours, &theirs),
                    _ => self.stay(ours, theirs),
                }
            }
            _ => self.stay(ours, theirs),
        }
    }

    fn disagree(&mut self, theirs: Option<&Value>) {
        self.disagreements.push(Disagreement { path: self.path.clone(), theirs: theirs.cloned() });
    }

    fn stay(&mut self, ours: &Value, theirs: &Value) -> Value {
        self.disagree(Some(theirs));
        ours.clone()
    }

    fn objects(
        &mut self,
        base: &Map<String, Value>,
        ours: &Map<String, Value>,
        theirs: &Map<String, Value>,
    ) -> Map<String, Value> {
        let mut merged = Map::new();
        for key in ours.keys().chain(theirs.keys().filter(|key| !ours.contains_key(*key))) {
            self.path.push(key.clone());
            let value = match (base.get(key), ours.get(key), theirs.get(key)) {
                (base, Some(ours), Some(theirs)) => Some(self.present(base, ours, theirs)),
                (base, ours, theirs) if base == theirs => ours.cloned(),
                (base, ours, theirs) if base == ours => theirs.cloned(),
                (_, ours, theirs) => {
                    self.disagree(theirs);
                    ours.cloned()
                }
            };
            self.path.pop();
            if let Some(value) = value {
                merged.insert(key.clone(), value);
            }
        }
        merged
    }

    fn elements(&mut self, base: &Elements, ours: &Elements, theirs: &Elements) -> Value {
        let order = merge_order(&base.ids, &ours.ids, &theirs.ids);
        let mut merged = Vec::with_capacity(order.len());
        for id in order {
            self.path.push(id.to_owned());
            let value = match (base.of.get(id).copied(), ours.of.get(id).copied(), theirs.of.get(id).copied()) {
                (base, Some(ours), Some(theirs)) => Some(self.present(base, ours, theirs)),
                (None, Some(only), None) | (None, None, Some(only)) => Some(only.clone()),
                (Some(base), Some(kept), None) | (Some(base), None, Some(kept)) if kept == base => None,
                (_, Some(ours), None) => {
                    self.disagree(None);
                    Some(ours.clone())
                }
                (_, None, Some(theirs)) => {
                    self.disagree(Some(theirs));
                    Some(theirs.clone())
                }
                (_, None, None) => None,
            };
            self.path.pop();
            merged.extend(value);
        }
        Value::Array(merged)
    }
}

struct Elements<'a> {
    ids: Vec<&'a str>,
    of: HashMap<&'a str, &'a Value>,
}

/// The elements by id; none if one has no id or two share one.
fn by_id(list: &[Value]) -> Option<Elements<'_>> {
    let mut elements = Elements { ids: Vec::with_capacity(list.len()), of: HashMap::with_capacity(list.len()) };
    for element in list {
        let id = element.as_object()?.get("id")?.as_str()?;
        if elements.of.insert(id, element).is_some() {
            return None;
        }
        elements.ids.push(id);
    }
    Some(elements)
}

/// Merges two orders that come from `base`: what they added or moved takes its place behind the same neighbour in ours.
///
/// The result has every id of ours and theirs, those that one side removed included: the caller drops them. What both
/// sides moved lies where we moved it. Takes time in proportion to n log n.
#[must_use]
pub fn merge_order<I: Clone + Eq + Hash + Ord>(base: &[I], ours: &[I], theirs: &[I]) -> Vec<I> {
    let our_set: HashSet<&I> = ours.iter().collect();
    let their_set: HashSet<&I> = theirs.iter().collect();
    let base_set: HashSet<&I> = base.iter().collect();
    let moved_by_us = moved(base, ours);
    let moved_by_them: HashSet<&I> = moved(base, theirs).difference(&moved_by_us).copied().collect();
    let only_ours = |id: &I| !their_set.contains(id) && !base_set.contains(id);

    // A chain of ours without what they moved; `None` stands for the place before the first.
    let mut next: HashMap<Option<&I>, &I> = HashMap::with_capacity(ours.len() + theirs.len());
    let mut last = None;
    for id in ours.iter().filter(|id| !(their_set.contains(id) && moved_by_them.contains(id))) {
        next.insert(last, id);
        last = Some(id);
    }

    let mut before: Option<&I> = None;
    let mut in_run = false;
    for id in theirs {
        let placed = our_set.contains(id) && !moved_by_them.contains(id);
        if !placed {
            let mut place = before;
            // Where both added something, the run with the lower id goes first, so that both sides get one order.
            if !in_run && next.get(&place).is_some_and(|head| only_ours(head) && *head < id) {
                while let Some(head) = next.get(&place).copied().filter(|head| only_ours(head)) {
                    place = Some(head);
                }
            }
            if let Some(follower) = next.insert(place, id) {
                next.insert(Some(id), follower);
            }
        }
        in_run = !placed;
        before = Some(id);
    }

    let mut merged = Vec::with_capacity(next.len());
    let mut place = None;
    while let Some(id) = next.get(&place).copied() {
        merged.push(id.clone());
        place = Some(id);
    }
    merged
}

/// What of both lists doesn't belong to a longest common run in the same order.
fn moved<'a, I: Eq + Hash>(base: &'a [I], side: &'a [I]) -> HashSet<&'a I> {
    let place: HashMap<&I, usize> = base.iter().enumerate().map(|(i, id)| (id, i)).collect();
    let common: Vec<(usize, &I)> = side.iter().filter_map(|id| Some((*place.get(id)?, id))).collect();
    // Patience sorting: `piles` holds the index of the lowest end of a rising run of each length.
    let mut piles: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(common.len());
    for (i, (rank, _)) in common.iter().enumerate() {
        let pile = piles.partition_point(|&end| common[end].0 < *rank);
        previous.push(pile.checked_sub(1).map(|below| piles[below]));
        if pile == piles.len() {
            piles.push(i);
        } else {
            piles[pile] = i;
        }
    }
    let mut moved: HashSet<&I> = common.iter().map(|(_, id)| *id).collect();
    let mut end = piles.last().copied();
    while let Some(i) = end {
        moved.remove(common[i].1);
        end = previous[i];
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check_order(base: &str, ours: &str, theirs: &str, merged: &str) {
        let split = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(merge_order(&split(base), &split(ours), &split(theirs)), split(merged), "{base} {ours} {theirs}");
    }

    #[test]
    fn moves_and_additions_of_both_sides_are_in_the_merged_order() {
        check_order("abcd", "abcd", "dabc", "dabc");
        check_order("abcd", "dabc", "abcd", "dabc");
        check_order("abcd", "bacd", "abdc", "bdac");
        check_order("abc", "abxc", "abcy", "abxcy");
        check_order("ab", "abxz", "aby", "abxzy");
        check_order("ab", "aby", "abxz", "abxzy");
        check_order("abcd", "dabc", "bcda", "dabc");
        check_order("", "ba", "ba", "ba");
        check_order("abc", "", "abcx", "abcx");
    }

    fn check(base: Value, ours: Value, theirs: Value, merged: Value, paths: &[&str]) {
        let (value, disagreements) = merge_values(Some(&base), &ours, &theirs);
        assert_eq!(value, merged);
        assert_eq!(disagreements.iter().map(|d| d.path.join("/")).collect::<Vec<_>>(), paths);
    }

    #[test]
    fn what_only_one_side_changed_is_taken() {
        check(json!({"a": 1, "b": 1}), json!({"a": 2, "b": 1}), json!({"a": 1, "b": 2}), json!({"a": 2, "b": 2}), &[]);
        check(json!({"a": 1, "b": 1}), json!({"a": 1}), json!({"a": 1, "b": 1, "c": 1}), json!({"a": 1, "c": 1}), &[]);
        check(
            json!([{"id": "x", "t": 1}, {"id": "y"}]),
            json!([{"id": "x", "t": 2}, {"id": "y"}]),
            json!([{"id": "y"}, {"id": "x", "t": 1, "u": 1}]),
            json!([{"id": "y"}, {"id": "x", "t": 2, "u": 1}]),
            &[],
        );
    }

    #[test]
    fn what_both_changed_stays_as_we_have_it_and_is_listed() {
        check(json!({"a": 1}), json!({"a": 2}), json!({"a": 3}), json!({"a": 2}), &["a"]);
        check(json!({"a": 1}), json!({}), json!({"a": 3}), json!({}), &["a"]);
        check(json!({"a": [1]}), json!({"a": [1, 2]}), json!({"a": [3]}), json!({"a": [1, 2]}), &["a"]);
        check(
            json!({"s": [{"id": "x", "t": 1}]}),
            json!({"s": [{"id": "x", "t": 2}]}),
            json!({"s": [{"id": "x", "t": 3}]}),
            json!({"s": [{"id": "x", "t": 2}]}),
            &["s/x/t"],
        );
    }

    #[test]
    fn a_change_wins_over_a_removal_and_is_listed() {
        let base = json!([{"id": "x", "t": 1}, {"id": "y"}]);
        let removed = json!([{"id": "y"}]);
        let changed = json!([{"id": "x", "t": 2}, {"id": "y"}]);
        check(base.clone(), removed.clone(), changed.clone(), changed.clone(), &["x"]);
        check(base.clone(), changed.clone(), removed.clone(), changed, &["x"]);
        check(base.clone(), base.clone(), removed.clone(), removed.clone(), &[]);
        check(base.clone(), removed.clone(), base, removed, &[]);
    }
}
