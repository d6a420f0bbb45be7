//! Maps as somebody may have filled them in, for property tests.

use crate::plan::*;
use proptest::prelude::*;
use std::sync::Arc;

/// A plan with registers and findings, and no journey.
pub fn plan() -> Plan {
    let mut plan = Plan::new(PlanId::standard("p"), "");
    for name in ["Telefon", "E-Mail", "App"] {
        plan.channels.insert(Channel::new(ChannelId::standard(&name.to_lowercase()), name));
    }
    plan.departments.insert(Department::new(DepartmentId::standard("service"), "Service"));
    for name in ["Hotline", "Rechnung", "Portal"] {
        let mut touchpoint = Touchpoint::new(TouchpointId::standard(&name.to_lowercase()), name);
        touchpoint.department = Some(DepartmentId::standard("service"));
        touchpoint.channels = vec![ChannelId::standard("app")];
        plan.touchpoints.insert(touchpoint);
    }
    for (id, name) in [("anna", "Anna"), ("bert", "Bert: neu"), ("nobody", "")] {
        plan.personas.insert(Persona::new(PersonaId::standard(id), name));
    }
    plan.kpis.insert(Kpi::new(KpiId::standard("nps"), "NPS", KpiKind::Nps));
    let at = |id: &str| vec![TouchpointId::standard(id)];
    plan.pain_points.insert(PainPoint::new(PainPointId::standard("waits"), "Wartet\nlange", at("hotline")));
    plan.opportunities.insert(Opportunity::new(OpportunityId::standard("calls"), "Rückruf", at("hotline")));
    plan
}

/// A text without blanks at its ends, which a cell doesn't keep.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zäöüß]{1,6}",
        prop::sample::select(vec![
            "=1",
            "+",
            "-",
            "@",
            "'",
            "\"",
            ";",
            ",",
            "\t",
            "\n",
            "\r\n",
            "|",
            "👩‍👩‍👧",
            "שלום",
            "<b>",
            "10",
            "Emotion"
        ])
        .prop_map(str::to_owned),
        "\\PC",
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.join(" ").trim().to_owned())
}

prop_compose! {
    /// A step as somebody may have filled it in.
    pub fn step()(
        touchpoint in prop::option::of(prop::sample::select(vec!["hotline", "rechnung", "portal"])),
        title in prop_oneof![Just(String::new()), "[a-z]{1,8} x"],
        (action, own, expectation) in (text(), text(), "[a-z ]{0,8}"),
        fulfilment in prop::option::of(prop::sample::select(Fulfilment::ALL.to_vec())),
        duration in prop::option::of((0_u32..400, prop::sample::select(DurationUnit::ALL.to_vec()))),
        (halves, feelings) in (
            prop::option::of(-4_i8..=4),
            prop::collection::btree_map(prop::sample::select(vec!["anna", "bert", "nobody"]), -4_i8..=4, 0..4),
        ),
        experience in prop::collection::btree_map(prop::sample::select(ExperienceLevel::ALL.to_vec()), (0_u8..=5).prop_map(Strength::new), 0..5),
        channels in prop::sample::subsequence(vec!["telefon", "e-mail"], 0..=2),
        change in prop::option::of(prop::sample::select(ChannelChange::ALL.to_vec())),
        (evidence, truth, kpi) in (prop::option::of(prop::sample::select(Evidence::ALL.to_vec())), any::<bool>(), any::<bool>()),
    ) -> Step {
        let mut step = Step::new(StepId::standard("x"));
        step.touchpoint = touchpoint.map(TouchpointId::standard);
        step.title = title;
        for (lane, text) in [("action", action), ("own", own), ("expectation", expectation.trim().to_owned())] {
            if !text.is_empty() {
                step.texts.insert(LaneId::standard(lane), text);
            }
        }
        step.fulfilment = fulfilment;
        step.duration = duration.and_then(|(quarters, unit)| StepDuration::new(f64::from(quarters) / 4.0, unit));
        step.emotion = halves.map(Emotion::from_halves);
        step.emotions = feelings.into_iter().map(|(id, halves)| (PersonaId::standard(id), Emotion::from_halves(halves))).collect();
        step.experience = experience;
        step.channels = channels.into_iter().map(ChannelId::standard).collect();
        step.channel_change = change.filter(|_| touchpoint.is_some() || !step.channels.is_empty());
        (step.evidence, step.moment_of_truth) = (evidence, truth);
        step.kpis = kpi.then(|| KpiId::standard("nps")).into_iter().collect();
        step
    }
}

/// A plan with a journey `j` of all lanes, whose neighbouring stages have different titles.
pub fn mapped() -> impl Strategy<Value = Plan> {
    let stage =
        (prop::sample::select(vec![None, Some("use"), Some("decision")]), "[a-z]{0,5}", prop::collection::vec(step(), 0..4));
    let at = prop::sample::subsequence(vec!["hotline", "rechnung", "portal"], 0..=3);
    let findings = prop::collection::vec((any::<bool>(), text(), at), 0..5);
    (prop::collection::vec(stage, 1..5), findings).prop_map(|(stages, findings)| {
        let mut plan = plan();
        for (number, (hurts, text, at)) in findings.into_iter().enumerate() {
            let id = Id::try_from(format!("f{number}")).unwrap();
            let key = if hurts { FindingKey::PainPoint(id.into()) } else { FindingKey::Opportunity(id.into()) };
            plan.add_finding(&key, &text, at.into_iter().map(TouchpointId::standard).collect());
        }
        let mut journey = Journey::new(JourneyId::standard("j"), "Umzug");
        journey.missing_lanes().iter().for_each(|lane| journey.show_lane(&lane.id, true));
        journey.add_text_lane(LaneId::standard("own"), "Unser Ziel".to_owned());
        for (number, (sub_phase, title, steps)) in stages.into_iter().enumerate() {
            let mut stage = Stage::new(StageId::standard(&number.to_string()), sub_phase.map(SubPhaseId::standard));
            stage.title = if title.is_empty() && sub_phase.is_some() { title } else { format!("{title}{number}") };
            stage.steps = steps
                .into_iter()
                .enumerate()
                .map(|(at, step)| Arc::new(Step { id: StepId::standard(&format!("{number}-{at}")), ..step }))
                .collect();
            let doubled = journey.stages.last().is_some_and(|before: &Stage| {
                stage.title.is_empty() && before.title.is_empty() && before.sub_phase == stage.sub_phase
            });
            if !doubled {
                journey.stages.push(stage);
            }
        }
        plan.journeys.insert(journey);
        plan
    })
}
