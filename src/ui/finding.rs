//! A pain point or an opportunity as fields see it: what it says, the way to change it, and the fields that the list of
//! findings and the map share.

use super::{
    components::{Choices, SelectField, with_first},
    workspace::{Workspace, use_texts},
};
use leptos::prelude::*;
use reiseplan::{
    editor::{Label, Noun, Place, Verb},
    plan::{
        Evidence, Finding, FindingKey, FindingKind, FindingMut, Frequency, GoalId, MeasureId, PainPointState, Plan, TouchpointId,
        TypedId, VoiceId,
    },
    route::Area,
    texts::Texts,
};

/// What a finding says, as an owned copy.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Said {
    pub text: String,
    pub weight: Option<u8>,
    pub frequency: Option<Frequency>,
    pub touchpoints: Vec<TouchpointId>,
    pub evidence: Option<Evidence>,
    pub evidence_note: String,
    pub voices: Vec<VoiceId>,
    pub goals: Vec<GoalId>,
    pub state: PainPointState,
}

impl From<Finding<'_>> for Said {
    fn from(finding: Finding<'_>) -> Self {
        let Finding { text, weight, frequency, touchpoints, evidence, evidence_note, voices, goals, state } = finding;
        Self {
            text: text.to_owned(),
            weight,
            frequency,
            touchpoints: touchpoints.to_vec(),
            evidence,
            evidence_note: evidence_note.to_owned(),
            voices: voices.to_vec(),
            goals: goals.to_vec(),
            state,
        }
    }
}

/// A finding of the plan, to be read and changed.
#[derive(Clone, Copy)]
pub struct FindingHandle {
    /// The workspace.
    pub workspace: Workspace,
    key: StoredValue<FindingKey>,
    place: StoredValue<Place>,
    said: Memo<Option<Said>>,
}

impl FindingHandle {
    /// Takes hold of a finding that is changed at a place.
    pub fn new(workspace: Workspace, key: FindingKey, place: Place) -> Self {
        let own = key.clone();
        let said = workspace.select(move |plan| plan.finding(&own).map(Said::from));
        Self { workspace, key: StoredValue::new(key), place: StoredValue::new(place), said }
    }

    /// Its name.
    pub fn key(self) -> FindingKey {
        self.key.get_value()
    }

    /// Pain point or opportunity.
    pub fn kind(self) -> FindingKind {
        self.key.with_value(FindingKey::kind)
    }

    /// Something that it says, to be followed; the default once it is gone.
    pub fn field<T: Default + Send + Sync + 'static>(self, read: impl Fn(&Said) -> T + Send + Sync + 'static) -> Signal<T> {
        Signal::derive(move || self.said.with(|said| said.as_ref().map(&read).unwrap_or_default()))
    }

    /// Its text, or what stands for one.
    pub fn heading(self, texts: &'static Texts) -> Signal<String> {
        self.field(move |said| texts.terms.named(&said.text).to_owned())
    }

    /// Changes it in one step of the history.
    pub fn change(self, change: impl FnOnce(FindingMut)) {
        self.edit(Verb::Change, |plan, key| {
            plan.change_finding(key, change);
        });
    }

    /// Changes it and what it needs in one step of the history.
    pub fn edit<R>(self, verb: Verb, edit: impl FnOnce(&mut Plan, &FindingKey) -> R) -> Option<R> {
        let (key, place) = (self.key.try_get_value()?, self.place.try_get_value()?);
        self.workspace.edit(Label::new(verb, noun(key.kind())), place, |plan| edit(plan, &key))
    }

    /// Deletes it and tells where it was used.
    pub fn delete(self) {
        let Some(place) = self.place.try_get_value() else { return };
        let heading = self.heading(self.workspace.texts()).get_untracked();
        let key = self.key();
        self.workspace.delete(noun(key.kind()), place, &key.into(), &heading);
    }

    /// Makes a measure out of it in one step, and leads there.
    pub fn plan_measure(self) {
        plan_measure(self.workspace, &self.key());
    }
}

/// What a finding is called in the history.
pub fn noun(kind: FindingKind) -> Noun {
    match kind {
        FindingKind::PainPoint => Noun::PainPoint,
        FindingKind::Opportunity => Noun::Opportunity,
    }
}

/// Makes a measure out of a finding in one step, and leads there.
pub fn plan_measure(workspace: Workspace, key: &FindingKey) {
    let texts = workspace.texts();
    let plan = workspace.plan_now();
    let Some(finding) = plan.finding(key) else { return };
    let title = match key.kind() {
        _ if finding.text.is_empty() => String::new(),
        FindingKind::PainPoint => (texts.findings.measure_against)(finding.text),
        FindingKind::Opportunity => finding.text.to_owned(),
    };
    let id: MeasureId = workspace.new_id();
    let made = workspace.edit(Label::new(Verb::Add, Noun::Measure), Place::record(Area::Measures, &id), |plan| {
        plan.measure_from(key, id.clone(), &title)
    });
    if made == Some(true) {
        workspace.go(Area::Measures, Some(id.as_id().clone()));
        workspace.tell_undoable((texts.findings.measure_planned)(texts.terms.named(&title)));
    }
}

/// Severity or impact: nothing and 1 to 5.
pub fn weight_choices(texts: &Texts) -> Choices {
    with_first(texts.findings.weight_none, (1..=5).map(|weight: u8| (weight.to_string(), weight.to_string())))
}

/// How often customers meet it, and nothing.
pub fn frequency_choices(texts: &Texts) -> Choices {
    let words = |frequency| (frequency_key(frequency).to_owned(), (texts.findings.frequency_of)(frequency).to_owned());
    with_first(texts.findings.frequency_none, Frequency::ALL.map(words))
}

/// The states.
pub fn state_choices(texts: &Texts) -> Choices {
    PainPointState::ALL.map(|state| (state_key(state).to_owned(), (texts.terms.pain_point_state)(state).to_owned())).to_vec()
}

/// The key of a frequency in choices.
pub fn frequency_key(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Rare => "rare",
        Frequency::Sometimes => "sometimes",
        Frequency::Often => "often",
        Frequency::Always => "always",
    }
}

/// The frequency of a key.
pub fn frequency_of(key: &str) -> Option<Frequency> {
    Frequency::ALL.into_iter().find(|frequency| frequency_key(*frequency) == key)
}

/// The key of a state in choices.
pub fn state_key(state: PainPointState) -> &'static str {
    match state {
        PainPointState::Open => "open",
        PainPointState::Planned => "planned",
        PainPointState::Solved => "solved",
    }
}

/// The state of a key.
pub fn state_of(key: &str) -> Option<PainPointState> {
    PainPointState::ALL.into_iter().find(|state| state_key(*state) == key)
}

/// Severity of a pain point, impact of an opportunity.
#[component]
pub fn WeightField(finding: FindingHandle) -> impl IntoView {
    let texts = use_texts();
    view! {
        <SelectField
            label=(texts.findings.weight)(finding.kind())
            options=Signal::stored(weight_choices(texts))
            value=finding.field(|said| said.weight.map(|weight| weight.to_string()).unwrap_or_default())
            on_commit=move |key: String| finding.change(|finding| *finding.weight = key.parse().ok())
        />
    }
}

/// How often customers meet it.
#[component]
pub fn FrequencyField(finding: FindingHandle) -> impl IntoView {
    let texts = use_texts();
    view! {
        <SelectField
            label=texts.findings.frequency
            options=Signal::stored(frequency_choices(texts))
            value=finding.field(|said| said.frequency.map(|frequency| frequency_key(frequency).to_owned()).unwrap_or_default())
            on_commit=move |key: String| finding.change(|finding| *finding.frequency = frequency_of(&key))
        />
    }
}

/// What is being done.
#[component]
pub fn StateField(finding: FindingHandle) -> impl IntoView {
    let texts = use_texts();
    let change = move |key: String| {
        if let Some(state) = state_of(&key) {
            finding.change(|finding| *finding.state = state);
        }
    };
    view! {
        <SelectField
            label=texts.findings.state
            options=Signal::stored(state_choices(texts))
            value=finding.field(|said| state_key(said.state).to_owned())
            on_commit=change
        />
    }
}
