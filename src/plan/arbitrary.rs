//! Small plans and edits of them, for property tests.

use super::*;
use proptest::prelude::*;

/// A kind of record that the edits below know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Department,
    Channel,
    Touchpoint,
    Journey,
    Goal,
    Weakness,
    Measure,
    PainPoint,
    Opportunity,
    Kpi,
}

const KINDS: [Kind; 10] = [
    Kind::Department,
    Kind::Channel,
    Kind::Touchpoint,
    Kind::Journey,
    Kind::Goal,
    Kind::Weakness,
    Kind::Measure,
    Kind::PainPoint,
    Kind::Opportunity,
    Kind::Kpi,
];

/// An edit that keeps the plan's references whole. Numbers pick among what is there, in a circle.
#[derive(Clone, Debug)]
pub enum Edit {
    Add { kind: Kind, id: u64, at: usize },
    Rename { kind: Kind, pick: usize, name: String },
    Remove { kind: Kind, pick: usize },
    Move { kind: Kind, pick: usize, to: usize },
    AddStep { journey: usize, id: u64, at: usize },
    RemoveStep { journey: usize, step: usize },
    MoveStep { journey: usize, step: usize, stage: usize, at: usize },
    TypeText { journey: usize, step: usize, text: String },
    Feel { journey: usize, step: usize, halves: i8 },
    Own { touchpoint: usize, department: usize },
    Serve { measure: usize, goal: usize },
    Counter { measure: usize, weakness: usize },
    Answer { measure: usize, finding: usize },
    Aim { finding: usize, goal: usize },
    Cost { measure: usize, cost: u32 },
    Depend { measure: usize, on: usize, helping: usize },
    Reach { measure: usize, id: u64, title: String },
    Define { kpi: usize, rate: usize },
    Count { kpi: usize, month: i32, ratio: Ratio },
    Import { kpi: usize, id: u64, scores: ScoreCounts },
}

macro_rules! on_table {
    ($plan:ident, $kind:expr, $apply:ident($($argument:expr),*)) => {
        match $kind {
            Kind::Department => $apply(&mut $plan.departments, $($argument,)* |r, name| r.name = name),
            Kind::Channel => $apply(&mut $plan.channels, $($argument,)* |r, name| r.name = name),
            Kind::Touchpoint => $apply(&mut $plan.touchpoints, $($argument,)* |r, name| r.name = name),
            Kind::Journey => $apply(&mut $plan.journeys, $($argument,)* |r, name| r.title = name),
            Kind::Goal => $apply(&mut $plan.goals, $($argument,)* |r, name| r.title = name),
            Kind::Weakness => $apply(&mut $plan.weaknesses, $($argument,)* |r, name| r.title = name),
            Kind::Measure => $apply(&mut $plan.measures, $($argument,)* |r, name| r.title = name),
            Kind::PainPoint => $apply(&mut $plan.pain_points, $($argument,)* |r, name| r.text = name),
            Kind::Opportunity => $apply(&mut $plan.opportunities, $($argument,)* |r, name| r.text = name),
            Kind::Kpi => $apply(&mut $plan.kpis, $($argument,)* |r, name| r.title = name),
        }
    };
}

fn pick<T: Record>(table: &Table<T>, number: usize) -> Option<T::Id> {
    table.ids().nth(number.checked_rem(table.len())?).cloned()
}

fn rename<T: Record>(table: &mut Table<T>, number: usize, name: &str, set: fn(&mut T, String)) {
    if let Some(id) = pick(table, number) {
        table.update(&id, |record| set(record, name.to_owned()));
    }
}

fn relocate<T: Record>(table: &mut Table<T>, number: usize, to: usize, _: fn(&mut T, String)) {
    if let Some(id) = pick(table, number) {
        table.move_to(&id, to);
    }
}

fn remove<T: Record>(table: &mut Table<T>, number: usize, _: fn(&mut T, String)) -> Option<Id> {
    let id = pick(table, number)?;
    table.remove(&id).map(|record| record.id().as_id().clone())
}

impl Edit {
    /// Does the edit.
    pub fn apply(&self, plan: &mut Plan) {
        match self {
            Self::Add { kind, id, at } => add(plan, *kind, *id, *at),
            Self::Rename { kind, pick, name } => on_table!(plan, kind, rename(*pick, name)),
            Self::Move { kind, pick, to } => on_table!(plan, kind, relocate(*pick, *to)),
            Self::Remove { kind, pick } => {
                if let Some(id) = on_table!(plan, kind, remove(*pick)) {
                    plan.unlink(&match kind {
                        Kind::Department => Reference::Department(id.into()),
                        Kind::Channel => Reference::Channel(id.into()),
                        Kind::Touchpoint => Reference::Touchpoint(id.into()),
                        Kind::Journey => Reference::Journey(id.into()),
                        Kind::Goal => Reference::Goal(id.into()),
                        Kind::Weakness => Reference::Weakness(id.into()),
                        Kind::Measure => Reference::Measure(id.into()),
                        Kind::PainPoint => Reference::PainPoint(id.into()),
                        Kind::Opportunity => Reference::Opportunity(id.into()),
                        Kind::Kpi => Reference::Kpi(id.into()),
                    });
                }
            }
            Self::AddStep { journey, id, at } => {
                let touchpoint = pick(&plan.touchpoints, *at);
                edit_journey(plan, *journey, |journey| {
                    let id = StepId::from_random(*id);
                    if journey.step(&id).is_none() {
                        let step = Step { touchpoint, ..Step::new(id) };
                        let stage = at % journey.stages.len();
                        let steps = &mut journey.stages[stage].steps;
                        steps.insert(at % (steps.len() + 1), Arc::new(step));
                    }
                });
            }
            Self::RemoveStep { journey, step } => edit_journey(plan, *journey, |journey| drop(take_step(journey, *step))),
            Self::MoveStep { journey, step, stage, at } => edit_journey(plan, *journey, |journey| {
                if let Some(step) = take_step(journey, *step) {
                    let stage = stage % journey.stages.len();
                    let steps = &mut journey.stages[stage].steps;
                    steps.insert(at % (steps.len() + 1), step);
                }
            }),
            Self::TypeText { journey, step, text } => edit_step(plan, *journey, *step, |step| {
                step.texts.insert(LaneId::standard("action"), text.clone());
            }),
            Self::Feel { journey, step, halves } => edit_step(plan, *journey, *step, |step| {
                step.emotion = Some(Emotion::from_halves(*halves));
            }),
            Self::Own { touchpoint, department } => {
                let department = pick(&plan.departments, *department);
                if let Some(id) = pick(&plan.touchpoints, *touchpoint) {
                    plan.touchpoints.update(&id, |touchpoint| touchpoint.department = department);
                }
            }
            Self::Serve { measure, goal } => {
                if let (Some(id), Some(goal)) = (pick(&plan.measures, *measure), pick(&plan.goals, *goal)) {
                    plan.measures.update(&id, |measure| measure.goals = vec![goal]);
                }
            }
            Self::Counter { measure, weakness } => {
                if let (Some(id), Some(weakness)) = (pick(&plan.measures, *measure), pick(&plan.weaknesses, *weakness)) {
                    plan.measures.update(&id, |measure| measure.set_serves(&weakness.into(), true));
                }
            }
            Self::Answer { measure, finding } => {
                let keys = plan.finding_keys();
                let finding = finding.checked_rem(keys.len()).map(|number| &keys[number]);
                if let (Some(id), Some(finding)) = (pick(&plan.measures, *measure), finding) {
                    plan.measures.update(&id, |measure| measure.set_answers(finding, true));
                }
            }
            Self::Aim { finding, goal } => {
                let keys = plan.finding_keys();
                let finding = finding.checked_rem(keys.len()).map(|number| &keys[number]);
                if let (Some(finding), Some(goal)) = (finding, pick(&plan.goals, *goal)) {
                    plan.change_finding(finding, |finding| *finding.goals = vec![goal]);
                }
            }
            Self::Cost { measure, cost } => {
                if let Some(id) = pick(&plan.measures, *measure) {
                    plan.measures.update(&id, |measure| measure.one_off_cost = Some(f64::from(*cost)));
                }
            }
            Self::Depend { measure, on, helping } => {
                let helping = pick(&plan.departments, *helping).into_iter().collect();
                if let (Some(id), Some(on)) = (pick(&plan.measures, *measure), pick(&plan.measures, *on)) {
                    plan.measures.update(&id, |measure| (measure.depends_on, measure.helping) = (vec![on], helping));
                }
            }
            Self::Reach { measure, id, title } => {
                let milestone = MilestoneId::from_random(*id);
                if let Some(id) = pick(&plan.measures, *measure) {
                    plan.measures.update(&id, |measure| {
                        if measure.milestones.iter().all(|other| other.id != milestone) {
                            measure.milestones.push(Milestone::new(milestone, title, None));
                        }
                    });
                }
            }
            Self::Define { kpi, rate } => {
                if let Some(id) = pick(&plan.kpis, *kpi) {
                    let kind = KpiKind::Rate(Rate::PRESETS[rate % Rate::PRESETS.len()].clone());
                    plan.kpis.update(&id, |kpi| kpi.redefine(kind));
                }
            }
            Self::Count { kpi, month, ratio } => {
                if let Some(id) = pick(&plan.kpis, *kpi) {
                    plan.kpis
                        .update(&id, |kpi| _ = kpi.typed.insert(first_day().month().plus(*month), TypedValue::Ratio(*ratio)));
                }
            }
            Self::Import { kpi, id, scores } => {
                if let Some(kpi) = pick(&plan.kpis, *kpi) {
                    let tally = Tally { days: [(first_day(), scores.clone())].into(), ..Tally::new(kpi) };
                    plan.sources.insert(Source { tallies: vec![tally], ..Source::new(SourceId::from_random(*id), "new") });
                }
            }
        }
    }
}

fn first_day() -> Day {
    Day::new(2025, 1, 1).expect("BUG: no new year")
}

fn add(plan: &mut Plan, kind: Kind, id: u64, at: usize) {
    fn insert<T: Record>(table: &mut Table<T>, at: usize, record: T) {
        if !table.contains(record.id()) {
            table.insert_at(at, record);
        }
    }
    let sub_phase = pick(&plan.sub_phases, at);
    match kind {
        Kind::Department => insert(&mut plan.departments, at, Department::new(DepartmentId::from_random(id), "new")),
        Kind::Channel => insert(&mut plan.channels, at, Channel::new(ChannelId::from_random(id), "new")),
        Kind::Touchpoint => {
            let channels = pick(&plan.channels, at).into_iter().collect();
            let touchpoint = Touchpoint { channels, sub_phase, ..Touchpoint::new(TouchpointId::from_random(id), "new") };
            insert(&mut plan.touchpoints, at, touchpoint);
        }
        Kind::Journey => {
            let mut journey = Journey::new(JourneyId::from_random(id), "new");
            journey.stages.push(Stage::new(StageId::standard("first"), sub_phase));
            journey.stages.push(Stage::new(StageId::standard("second"), None));
            insert(&mut plan.journeys, at, journey);
        }
        Kind::Goal => insert(&mut plan.goals, at, Goal::new(GoalId::from_random(id), "new", sub_phase)),
        Kind::Weakness => insert(&mut plan.weaknesses, at, Weakness::new(WeaknessId::from_random(id), "new", sub_phase)),
        Kind::Measure => insert(&mut plan.measures, at, Measure::new(MeasureId::from_random(id), "new", sub_phase)),
        Kind::PainPoint => {
            let touchpoints = pick(&plan.touchpoints, at).into_iter().collect();
            insert(&mut plan.pain_points, at, PainPoint::new(PainPointId::from_random(id), "new", touchpoints));
        }
        Kind::Opportunity => {
            let touchpoints = pick(&plan.touchpoints, at).into_iter().collect();
            insert(&mut plan.opportunities, at, Opportunity::new(OpportunityId::from_random(id), "new", touchpoints));
        }
        Kind::Kpi => insert(&mut plan.kpis, at, Kpi { sub_phase, ..Kpi::new(KpiId::from_random(id), "new", KpiKind::Nps) }),
    }
}

fn edit_journey(plan: &mut Plan, number: usize, edit: impl FnOnce(&mut Journey)) {
    if let Some(id) = pick(&plan.journeys, number) {
        plan.journeys.update(&id, edit);
    }
}

fn edit_step(plan: &mut Plan, journey: usize, number: usize, edit: impl FnOnce(&mut Step)) {
    edit_journey(plan, journey, |journey| {
        let count = journey.steps().count();
        if let Some(id) = number.checked_rem(count).and_then(|n| journey.steps().nth(n)).map(|step| step.id.clone())
            && let Some(step) = journey.step_mut(&id)
        {
            edit(step);
        }
    });
}

fn take_step(journey: &mut Journey, number: usize) -> Option<Arc<Step>> {
    let id = journey.steps().nth(number.checked_rem(journey.steps().count())?)?.id.clone();
    let (stage, step) = journey.step_place(&id)?;
    Some(journey.stages[stage].steps.remove(step))
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop::sample::select(KINDS.to_vec())
}

/// Any edit. What it adds gets a random id, as in the app.
pub fn edit() -> impl Strategy<Value = Edit> {
    let n = || 0..8_usize;
    let name = || "[a-c]{0,2}";
    prop_oneof![
        2 => (kinds(), any::<u64>(), n()).prop_map(|(kind, id, at)| Edit::Add { kind, id, at }),
        2 => (kinds(), n(), name()).prop_map(|(kind, pick, name)| Edit::Rename { kind, pick, name }),
        1 => (kinds(), n()).prop_map(|(kind, pick)| Edit::Remove { kind, pick }),
        1 => (kinds(), n(), n()).prop_map(|(kind, pick, to)| Edit::Move { kind, pick, to }),
        2 => (n(), any::<u64>(), n()).prop_map(|(journey, id, at)| Edit::AddStep { journey, id, at }),
        1 => (n(), n()).prop_map(|(journey, step)| Edit::RemoveStep { journey, step }),
        1 => (n(), n(), n(), n()).prop_map(|(journey, step, stage, at)| Edit::MoveStep { journey, step, stage, at }),
        2 => (n(), n(), name()).prop_map(|(journey, step, text)| Edit::TypeText { journey, step, text }),
        1 => (n(), n(), -4..=4_i8).prop_map(|(journey, step, halves)| Edit::Feel { journey, step, halves }),
        1 => (n(), n()).prop_map(|(touchpoint, department)| Edit::Own { touchpoint, department }),
        1 => (n(), n()).prop_map(|(measure, goal)| Edit::Serve { measure, goal }),
        1 => (n(), n()).prop_map(|(measure, weakness)| Edit::Counter { measure, weakness }),
        1 => (n(), n()).prop_map(|(measure, finding)| Edit::Answer { measure, finding }),
        1 => (n(), n()).prop_map(|(finding, goal)| Edit::Aim { finding, goal }),
        1 => (n(), any::<u32>()).prop_map(|(measure, cost)| Edit::Cost { measure, cost }),
        1 => (n(), n(), n()).prop_map(|(measure, on, helping)| Edit::Depend { measure, on, helping }),
        1 => (n(), any::<u64>(), name()).prop_map(|(measure, id, title)| Edit::Reach { measure, id, title }),
        1 => (n(), n()).prop_map(|(kpi, rate)| Edit::Define { kpi, rate }),
        1 => (n(), 0..3, any::<(u32, u32)>()).prop_map(|(kpi, month, (numerator, denominator))| {
            Edit::Count { kpi, month, ratio: Ratio { numerator, denominator } }
        }),
        1 => (n(), any::<u64>(), prop::collection::btree_map(0..=10_u8, 1..9_u32, 0..3))
            .prop_map(|(kpi, id, scores)| Edit::Import { kpi, id, scores }),
    ]
}

/// A few edits in a row.
pub fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(edit(), 0..12)
}

/// A plan with a few records of each kind.
pub fn plan() -> impl Strategy<Value = Plan> {
    prop::collection::vec(edit(), 0..20).prop_map(|edits| {
        let mut plan = Plan::new(PlanId::standard("plan"), "Plan");
        for (number, kind) in KINDS.into_iter().cycle().take(2 * KINDS.len()).enumerate() {
            add(&mut plan, kind, number as u64, number);
        }
        for number in 0..6 {
            Edit::AddStep { journey: number, id: number as u64, at: number }.apply(&mut plan);
        }
        edited(&plan, &edits)
    })
}

/// The plan after some edits.
pub fn edited(plan: &Plan, edits: &[Edit]) -> Plan {
    let mut plan = plan.clone();
    edits.iter().for_each(|edit| edit.apply(&mut plan));
    plan
}

/// A plan with `count` measures that refer to each other's goals, and as many goals.
pub fn large(count: u64) -> Plan {
    let mut plan = Plan::new(PlanId::standard("large"), "Large");
    for i in 0..count {
        let goal = GoalId::from_random(i);
        plan.goals.insert(Goal::new(goal.clone(), "goal", None));
        plan.measures.insert(Measure { goals: vec![goal], ..Measure::new(MeasureId::from_random(i), "measure", None) });
    }
    plan
}
