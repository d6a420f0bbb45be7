//! Voices as a list: which of them, in what order, and what they say together.

use crate::plan::{
    Day, FindingKey, Month, Plan, Sentiment, SourceId, TouchpointId, Voice, VoiceId, VoiceOrigin, VoiceState, name_key,
    order::{entries, finds, text},
};
use std::{cmp::Ordering, collections::BTreeMap, sync::Arc};

/// Which voices are listed; none of a field: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoiceFilter {
    /// Those in this state.
    pub state: Option<VoiceState>,
    /// Those with this sentiment.
    pub sentiment: Option<Sentiment>,
    /// Those said here.
    pub origin: Option<VoiceOrigin>,
    /// Those about this touchpoint.
    pub touchpoint: Option<TouchpointId>,
    /// Those about this topic.
    pub topic: Option<String>,
    /// Those of this source.
    pub source: Option<SourceId>,
    /// Those that contain each of these words: in the text, a topic or the touchpoint's name.
    pub search: String,
}

impl VoiceFilter {
    fn admits(&self, plan: &Plan, voice: &Voice) -> bool {
        self.state.is_none_or(|state| voice.state == state)
            && (self.sentiment.is_none() || voice.sentiment == self.sentiment)
            && (self.origin.is_none() || voice.origin == self.origin)
            && (self.touchpoint.is_none() || voice.touchpoint == self.touchpoint)
            && (self.source.is_none() || voice.source == self.source)
            && self.topic.as_ref().is_none_or(|topic| has_topic(voice, topic))
            && self.finds(plan, voice)
    }

    fn finds(&self, plan: &Plan, voice: &Voice) -> bool {
        if self.search.trim().is_empty() {
            return true;
        }
        let touchpoint = voice.touchpoint.as_ref().and_then(|id| plan.touchpoints.get(id)).map(|it| it.name.as_str());
        let texts: Vec<&str> =
            [voice.text.as_str()].into_iter().chain(voice.topics.iter().map(String::as_str)).chain(touchpoint).collect();
        finds(&self.search, &texts)
    }
}

/// Whether a voice is about a topic, however it is written.
#[must_use]
pub fn has_topic(voice: &Voice, topic: &str) -> bool {
    let topic = name_key(topic);
    voice.topics.iter().any(|own| name_key(own) == topic)
}

/// What voices are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoiceColumn {
    /// What was said.
    Text,
    /// When it was said.
    On,
    /// How the customer feels.
    Sentiment,
    /// The first topic.
    Topics,
    /// The touchpoint's name.
    Touchpoint,
    /// How far the loop is closed.
    State,
}

/// Lists voices in the plan's order, or sorted by a column, ascending or not. What has no entry there comes last in both
/// directions; what is alike keeps the plan's order.
#[must_use]
pub fn list_voices(plan: &Plan, filter: &VoiceFilter, sorted_by: Option<(VoiceColumn, bool)>) -> Vec<VoiceId> {
    let mut listed: Vec<&Arc<Voice>> = plan.voices.iter().filter(|voice| filter.admits(plan, voice)).collect();
    if let Some((column, ascending)) = sorted_by {
        listed.sort_by(|a, b| compare(plan, a, b, column, ascending));
    }
    listed.into_iter().map(|voice| voice.id.clone()).collect()
}

fn compare(plan: &Plan, a: &Voice, b: &Voice, column: VoiceColumn, ascending: bool) -> Ordering {
    let touchpoint = |voice: &Voice| text(&plan.touchpoints.get(voice.touchpoint.as_ref()?)?.name);
    match column {
        VoiceColumn::Text => entries(text(&a.text), text(&b.text), ascending),
        VoiceColumn::On => entries(a.on, b.on, ascending),
        VoiceColumn::Sentiment => entries(a.sentiment, b.sentiment, ascending),
        VoiceColumn::Topics => {
            entries(a.topics.first().and_then(|it| text(it)), b.topics.first().and_then(|it| text(it)), ascending)
        }
        VoiceColumn::Touchpoint => entries(touchpoint(a), touchpoint(b), ascending),
        VoiceColumn::State => entries(Some(a.state), Some(b.state), ascending),
    }
}

/// All topics of a plan as they are first written, the most frequent first, those alike by name.
#[must_use]
pub fn topics(plan: &Plan) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for topic in plan.voices.iter().flat_map(|voice| &voice.topics) {
        counts.entry(name_key(topic)).or_insert_with(|| (topic.clone(), 0)).1 += 1;
    }
    let mut topics: Vec<_> = counts.into_values().collect();
    topics.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    topics
}

/// How many voices feel how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sentiments {
    /// Annoyed.
    pub negative: usize,
    /// Neither, or both.
    pub neutral: usize,
    /// Pleased.
    pub positive: usize,
    /// Not said.
    pub unknown: usize,
}

impl Sentiments {
    fn count(&mut self, voice: &Voice) {
        match voice.sentiment {
            Some(Sentiment::Negative) => self.negative += 1,
            Some(Sentiment::Neutral) => self.neutral += 1,
            Some(Sentiment::Positive) => self.positive += 1,
            None => self.unknown += 1,
        }
    }

    /// How many they are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.negative + self.neutral + self.positive + self.unknown
    }
}

/// How voices feel by topic, the most frequent topic first; those without a topic last. A voice on several topics counts
/// for each.
#[must_use]
pub fn by_topic<'a>(voices: impl Iterator<Item = &'a Voice>) -> Vec<(Option<String>, Sentiments)> {
    let mut topics: BTreeMap<String, (String, Sentiments)> = BTreeMap::new();
    let mut without = Sentiments::default();
    for voice in voices {
        for topic in &voice.topics {
            topics.entry(name_key(topic)).or_insert_with(|| (topic.clone(), Sentiments::default())).1.count(voice);
        }
        if voice.topics.is_empty() {
            without.count(voice);
        }
    }
    let mut found: Vec<_> = topics.into_values().map(|(topic, counts)| (Some(topic), counts)).collect();
    found.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.all()));
    found.extend((without.all() > 0).then_some((None, without)));
    found
}

/// How voices feel by month, from the first with a voice to the last, the months between without one included; at most
/// the last `limit` months.
#[must_use]
pub fn by_month<'a>(voices: impl Iterator<Item = &'a Voice>, limit: usize) -> Vec<(Month, Sentiments)> {
    let mut months: BTreeMap<Month, Sentiments> = BTreeMap::new();
    for voice in voices {
        if let Some(day) = voice.on {
            months.entry(day.month()).or_default().count(voice);
        }
    }
    let Some((first, last)) = months.keys().next().copied().zip(months.keys().next_back().copied()) else { return Vec::new() };
    let span = i32::try_from(limit).unwrap_or(i32::MAX).min(last.months_since(first) + 1);
    (1 - span..=0).map(|back| last.plus(back)).map(|month| (month, months.remove(&month).unwrap_or_default())).collect()
}

/// How long a voice has been waiting for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Waiting {
    /// At most seven days.
    Week,
    /// Up to thirty days.
    Month,
    /// Up to ninety days.
    Quarter,
    /// Longer.
    Longer,
    /// Nobody knows, since it has no day.
    Unknown,
}

impl Waiting {
    /// All of them, the shortest first.
    pub const ALL: [Self; 5] = [Self::Week, Self::Month, Self::Quarter, Self::Longer, Self::Unknown];

    fn since(day: Option<Day>, today: Day) -> Self {
        match day.map(|day| today.days_since(day)) {
            None => Self::Unknown,
            Some(..=7) => Self::Week,
            Some(8..=30) => Self::Month,
            Some(31..=90) => Self::Quarter,
            Some(_) => Self::Longer,
        }
    }
}

/// How many of the voices that nobody has answered have been waiting how long, in the order of [`Waiting::ALL`].
#[must_use]
pub fn waiting<'a>(voices: impl Iterator<Item = &'a Voice>, today: Day) -> [usize; 5] {
    let mut counts = [0; 5];
    for voice in voices.filter(|voice| voice.state == VoiceState::New) {
        counts[Waiting::since(voice.on, today) as usize] += 1;
    }
    counts
}

/// The pain points and opportunities that a voice backs, in the plan's order.
#[must_use]
pub fn backed_by(plan: &Plan, voice: &VoiceId) -> Vec<FindingKey> {
    let mut keys = plan.finding_keys();
    keys.retain(|key| plan.finding(key).is_some_and(|finding| finding.voices.contains(voice)));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{PlanId, Touchpoint};

    fn voice(id: &str, on: Option<&str>, topics: &[&str], sentiment: Option<Sentiment>) -> Voice {
        Voice {
            topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
            sentiment,
            ..Voice::new(VoiceId::standard(id), id, on.map(|day| Day::parse(day).unwrap()))
        }
    }

    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let hotline = TouchpointId::standard("hotline");
        plan.touchpoints.insert(Touchpoint::new(hotline.clone(), "Hotline"));
        let queue = voice("queue", Some("2025-03-02"), &["Warten", "Preis"], Some(Sentiment::Negative));
        plan.voices.insert(Voice { touchpoint: Some(hotline), ..queue });
        plan.voices.insert(voice("thanks", Some("2025-05-20"), &["warten "], Some(Sentiment::Positive)));
        plan.voices.insert(Voice { state: VoiceState::Closed, ..voice("old", Some("2025-05-01"), &[], None) });
        plan.voices.insert(voice("undated", None, &["Preis"], Some(Sentiment::Negative)));
        plan
    }

    #[track_caller]
    fn check(filter: VoiceFilter, sorted_by: Option<(VoiceColumn, bool)>, expected: &[&str]) {
        let listed = list_voices(&plan(), &filter, sorted_by);
        assert_eq!(listed.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn voices_are_filtered_and_sorted() {
        let all = VoiceFilter::default;
        check(all(), None, &["queue", "thanks", "old", "undated"]);
        check(all(), Some((VoiceColumn::On, false)), &["thanks", "old", "queue", "undated"]);
        check(all(), Some((VoiceColumn::Sentiment, true)), &["queue", "undated", "thanks", "old"]);
        check(VoiceFilter { topic: Some("WARTEN".to_owned()), ..all() }, None, &["queue", "thanks"]);
        check(VoiceFilter { search: "hotline preis".to_owned(), ..all() }, None, &["queue"]);
        check(VoiceFilter { state: Some(VoiceState::Closed), ..all() }, None, &["old"]);
        check(VoiceFilter { touchpoint: Some(TouchpointId::standard("hotline")), ..all() }, None, &["queue"]);
    }

    #[test]
    fn topics_and_months_tell_how_customers_feel() {
        let plan = plan();
        let voices = || plan.voices.iter().map(|voice| &**voice);
        let topics: Vec<_> =
            by_topic(voices()).into_iter().map(|(topic, it)| (topic, it.negative, it.positive, it.all())).collect();
        let topic = |name: &str| Some(name.to_owned());
        assert_eq!(topics, [(topic("Preis"), 2, 0, 2), (topic("Warten"), 1, 1, 2), (None, 0, 0, 1)]);
        let months: Vec<_> = by_month(voices(), 12).into_iter().map(|(month, it)| (month.to_string(), it.all())).collect();
        assert_eq!(months, [("2025-03".to_owned(), 1), ("2025-04".to_owned(), 0), ("2025-05".to_owned(), 2)]);
        assert_eq!(by_month(voices(), 2).len(), 2);
        assert_eq!(by_month(std::iter::empty(), 12), []);
    }

    #[test]
    fn what_waits_is_told_by_its_age() {
        let plan = plan();
        let today = Day::parse("2025-05-27").unwrap();
        assert_eq!(waiting(plan.voices.iter().map(|voice| &**voice), today), [1, 0, 1, 0, 1]);
    }
}
