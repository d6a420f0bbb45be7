use super::*;
use crate::plan::*;

fn today() -> Day {
    Day::parse("2026-01-15").unwrap()
}

fn day(text: &str) -> Option<Day> {
    Day::parse(text)
}

/// A plan in which no rule finds anything.
fn whole() -> Plan {
    let mut plan = Plan::new(PlanId::standard("p"), "");
    let service = DepartmentId::standard("service");
    plan.departments.insert(Department { capacity_days_per_quarter: Some(60.0), ..Department::new(service.clone(), "") });
    let hotline = TouchpointId::standard("hotline");
    plan.touchpoints.insert(Touchpoint { department: Some(service.clone()), ..Touchpoint::new(hotline.clone(), "") });
    let pain = PainPointId::standard("pain");
    plan.pain_points.insert(PainPoint { severity: Some(4), ..PainPoint::new(pain.clone(), "", vec![hotline]) });
    let weakness = WeaknessId::standard("w");
    let slow = Weakness::new(weakness.clone(), "", Some(SubPhaseId::standard("use")));
    plan.weaknesses.insert(Weakness { assessment: Some(Assessment::Applies), ..slow });
    let kpi = KpiId::standard("nps");
    let mut nps = Kpi::new(kpi.clone(), "", KpiKind::Nps);
    nps.targets.push(Target { value: 20.0, by: None, other: OtherFields::new() });
    nps.typed.insert(Month::parse("2025-12").unwrap(), TypedAnswers { promoters: 3, passives: 2, detractors: 1 }.into());
    plan.kpis.insert(nps);
    for (id, sub_phase) in [("a", "awareness"), ("b", "use"), ("c", "win-back")] {
        let sub_phase = Some(SubPhaseId::standard(sub_phase));
        let goal = GoalId::standard(id);
        plan.goals.insert(Goal { kpi: Some(kpi.clone()), ..Goal::new(goal.clone(), "", sub_phase.clone()) });
        plan.measures.insert(Measure {
            goals: vec![goal],
            kpis: vec![KpiEffect::new(kpi.clone())],
            pain_points: vec![pain.clone()],
            weaknesses: vec![weakness.clone()],
            owner: "Leitung".to_owned(),
            department: Some(service.clone()),
            start: day("2026-01-01"),
            end: day("2026-03-31"),
            status: MeasureStatus::Running,
            one_off_cost: Some(1000.0),
            person_days: Some(10.0),
            ..Measure::new(MeasureId::standard(id), "", sub_phase)
        });
    }
    let profile = plan.profile();
    plan.profile.insert(Profile { budget: Some(5000.0), ..Profile::clone(&profile) });
    plan
}

/// What is found after a change: rule, subject's id, figure.
#[track_caller]
fn check(change: impl FnOnce(&mut Plan), expected: &[(RuleId, Option<&str>, Option<Figure>)]) {
    let mut plan = whole();
    change(&mut plan);
    let found: Vec<_> = super::check(&plan, today())
        .into_iter()
        .map(|remark| (remark.rule, remark.subject.id().map(|id| id.to_string()), remark.figure))
        .collect();
    let expected: Vec<_> = expected.iter().map(|(rule, id, figure)| (*rule, id.map(str::to_owned), figure.clone())).collect();
    assert_eq!(found, expected);
}

fn change_measure(change: impl FnOnce(&mut Measure)) -> impl FnOnce(&mut Plan) {
    |plan| assert!(plan.measures.update(&MeasureId::standard("b"), change))
}

fn change_profile(change: impl FnOnce(&mut Profile)) -> impl FnOnce(&mut Plan) {
    |plan| assert!(plan.profile.update(&ProfileId::standard("profile"), change))
}

#[test]
fn a_whole_plan_has_no_remarks_and_neither_has_an_empty_one_but_for_its_phases() {
    check(|_| {}, &[]);
    let empty = super::check(&Plan::new(PlanId::standard("p"), ""), today());
    assert_eq!(empty.iter().map(|remark| remark.rule).collect::<Vec<_>>(), [RuleId::PhaseWithoutGoals; 3]);
}

#[test]
fn a_measure_past_its_end_is_overdue() {
    let since = |text: &str| Some(Figure::Since(day(text).unwrap()));
    check(change_measure(|m| m.end = day("2026-01-14")), &[(RuleId::MeasureOverdue, Some("b"), since("2026-01-14"))]);
    check(change_measure(|m| m.end = Some(today())), &[]);
    check(change_measure(|m| (m.end, m.status) = (day("2026-01-14"), MeasureStatus::Done)), &[]);
    check(change_measure(|m| m.status = MeasureStatus::Planned), &[(RuleId::MeasureNotBegun, Some("b"), since("2026-01-01"))]);
    let planned = change_measure(|m| (m.end, m.status) = (day("2026-01-14"), MeasureStatus::Planned));
    check(planned, &[(RuleId::MeasureOverdue, Some("b"), since("2026-01-14"))]);
}

#[test]
fn dates_and_benefits_that_contradict_themselves_are_named() {
    let before = change_measure(|m| (m.start, m.end) = (day("2026-03-01"), day("2026-02-01")));
    let figure = Figure::Dates(crate::finance::Contradiction::EndBeforeStart);
    check(before, &[(RuleId::MeasureDates, Some("b"), Some(figure))]);
    let disordered = change_measure(|m| (m.benefit_low, m.benefit_high) = (Some(9.0), Some(3.0)));
    check(disordered, &[(RuleId::BenefitDisordered, Some("b"), None)]);
}

#[test]
fn a_decided_measure_is_to_be_whole_an_idea_neednt_be() {
    #[track_caller]
    fn check_both(change: fn(&mut Measure), rule: RuleId) {
        check(change_measure(change), &[(rule, Some("b"), None)]);
        let idea = move |measure: &mut Measure| {
            measure.status = MeasureStatus::Idea;
            change(measure);
        };
        let mut plan = whole();
        change_measure(idea)(&mut plan);
        assert!(super::check(&plan, today()).iter().all(|remark| remark.rule != rule));
    }
    check_both(|m| m.owner = " ".to_owned(), RuleId::MeasureWithoutOwner);
    check_both(|m| m.one_off_cost = None, RuleId::MeasureWithoutCost);
    check_both(|m| m.kpis.clear(), RuleId::MeasureWithoutKpi);
    check_both(|m| m.start = None, RuleId::MeasureWithoutDates);
    check(
        change_measure(|m| m.goals.clear()),
        &[(RuleId::GoalWithoutMeasure, Some("b"), None), (RuleId::MeasureWithoutGoal, Some("b"), None)],
    );
}

#[test]
fn money_beyond_the_budget_is_named_for_plan_phase_department_and_quarter() {
    let excess = |amount| Some(Figure::Excess(amount));
    check(change_profile(|p| p.budget = Some(2500.0)), &[(RuleId::BudgetExceeded, None, excess(500.0))]);
    let phase = change_profile(|p| _ = p.phase_budgets.insert(Phase::Passive, 400.0));
    check(phase, &[(RuleId::BudgetExceeded, Some("passive"), excess(600.0))]);
    let department = |plan: &mut Plan| {
        plan.departments.update(&DepartmentId::standard("service"), |it| it.budget = Some(2900.0));
    };
    check(department, &[(RuleId::BudgetExceeded, Some("service"), excess(100.0))]);
    let quarter = change_profile(|p| _ = p.quarter_budgets.insert(Quarter::parse("2026-Q1").unwrap(), 1000.0));
    check(quarter, &[(RuleId::QuarterBudgetExceeded, Some("2026-Q1"), excess(2000.0))]);
    check(change_profile(|p| p.budget = None), &[(RuleId::NoBudget, None, None)]);
}

#[test]
fn people_and_phases_are_balanced() {
    let quarter = Quarter::parse("2026-Q1").unwrap();
    let busy = change_measure(|m| m.person_days = Some(50.0));
    check(busy, &[(RuleId::CapacityExceeded, Some("service"), Some(Figure::Load(quarter, 70.0, 60.0)))]);
    let dear = |plan: &mut Plan| {
        change_measure(|m| m.one_off_cost = Some(6000.0))(plan);
        change_profile(|p| p.budget = Some(10_000.0))(plan);
    };
    check(dear, &[(RuleId::BudgetInOnePhase, Some("active"), Some(Figure::Share(0.75)))]);
}

#[test]
fn what_hurts_and_what_is_weak_needs_a_measure() {
    let unanswered = |plan: &mut Plan| {
        for id in ["a", "b", "c"] {
            plan.measures.update(&MeasureId::standard(id), |measure| measure.pain_points.clear());
        }
    };
    check(unanswered, &[(RuleId::PainPointWithoutMeasure, Some("pain"), Some(Figure::Severity(4)))]);
    let solved = |plan: &mut Plan| {
        unanswered(plan);
        plan.pain_points.update(&PainPointId::standard("pain"), |it| it.state = PainPointState::Solved);
    };
    check(solved, &[]);
    // Measures in the same sub-phase don't answer a weakness that they aren't linked with.
    let unlinked = |plan: &mut Plan| {
        for id in ["a", "b", "c"] {
            plan.measures.update(&MeasureId::standard(id), |measure| measure.weaknesses.clear());
        }
    };
    let found = [(RuleId::WeaknessWithoutMeasure, Some("w"), None)];
    check(unlinked, &found);
    let partly = |plan: &mut Plan| {
        unlinked(plan);
        plan.weaknesses.update(&WeaknessId::standard("w"), |it| it.assessment = Some(Assessment::Partly));
    };
    check(partly, &[]);
    let dropped = |plan: &mut Plan| {
        unlinked(plan);
        let weaknesses = vec![WeaknessId::standard("w")];
        let status = MeasureStatus::Dropped;
        plan.measures.insert(Measure { weaknesses, status, ..Measure::new(MeasureId::standard("d"), "", None) });
    };
    check(dropped, &found);
    // In plans of earlier versions answers of the catalogue are known by their words alone.
    let by_words = |weakness: &'static str| {
        move |plan: &mut Plan| {
            unlinked(plan);
            plan.weaknesses.update(&WeaknessId::standard("w"), |it| it.title = weakness.to_owned());
            let title = "Ask for the reason at every cancellation";
            plan.measures
                .insert(Measure { goals: vec![GoalId::standard("a")], ..Measure::new(MeasureId::standard("d"), title, None) });
        }
    };
    check(by_words("Whoever cancels is simply let go"), &[]);
    check(by_words("Complaints are merely taken note of"), &found);
}

#[test]
fn a_remark_leads_to_where_it_can_be_mended() {
    #[track_caller]
    fn leads(rule: RuleId, subject: Subject, address: &str) {
        leads_with(rule, subject, None, address);
    }
    #[track_caller]
    fn leads_with(rule: RuleId, subject: Subject, figure: Option<Figure>, address: &str) {
        let remark = Remark { rule, subject, figure, dismissed: false };
        assert_eq!(remark.place().address(), address, "{rule:?}");
    }
    let record = |reference: Reference| Subject::Record(reference);
    let quarter = Subject::Quarter(Quarter::parse("2026-Q1").unwrap());
    let service = || record(DepartmentId::standard("service").into());
    leads(RuleId::BudgetExceeded, Subject::Plan, "/settings");
    leads(RuleId::NoBudget, Subject::Plan, "/settings");
    leads(RuleId::BudgetExceeded, Subject::Phase(Phase::Active), "/measures?measure=active&part=budget");
    leads(RuleId::BudgetExceeded, service(), "/measures?measure=service&part=budget");
    leads(RuleId::QuarterBudgetExceeded, quarter, "/measures?measure=2026-Q1&part=budget");
    leads(RuleId::BudgetInOnePhase, Subject::Phase(Phase::Active), "/measures?measure=active&part=budget");
    leads(RuleId::CapacityExceeded, service(), "/settings?record=service");
    leads(RuleId::PhaseWithoutGoals, Subject::Phase(Phase::Passive), "/strategy?record=passive");
    leads(RuleId::GoalWithoutMeasure, record(GoalId::standard("g").into()), "/strategy?record=g");
    leads(RuleId::WeaknessWithoutMeasure, record(WeaknessId::standard("w").into()), "/strategy?record=w");
    leads(RuleId::GroupDoesNotPay, record(WinBackGroupId::standard("dear").into()), "/win-back?group=dear");
    leads(RuleId::MeasureOverdue, record(MeasureId::standard("m").into()), "/measures?measure=m");
    leads(RuleId::PainPointWithoutMeasure, record(PainPointId::standard("p").into()), "/findings?finding=p");
    let steps = Figure::Steps(2, JourneyId::standard("as-is"), StepId::standard("s"));
    let target = record(JourneyId::standard("to-be").into());
    leads_with(RuleId::TargetUncovered, target, Some(steps), "/journeys?journey=as-is&part=s");
    leads(RuleId::SourceWithoutPurpose, Subject::Source(SourceId::standard("s")), "/import?source=s");
    leads(RuleId::InvolvementMissing, Subject::Development(DevelopmentPhase::Idea), "/involvement");
    leads(RuleId::PhaseWithoutInformingContent, record(SubPhaseId::standard("decision").into()), "/content");
}

#[test]
fn a_goal_needs_a_kpi_with_a_target_and_a_phase_a_goal() {
    let goal = |change: fn(&mut Goal)| move |plan: &mut Plan| assert!(plan.goals.update(&GoalId::standard("b"), change));
    check(goal(|goal| goal.kpi = None), &[(RuleId::GoalWithoutKpi, Some("b"), None)]);
    check(goal(|goal| goal.sub_phase = None), &[(RuleId::PhaseWithoutGoals, Some("active"), None)]);
    let no_target = |plan: &mut Plan| {
        plan.kpis.update(&KpiId::standard("nps"), |kpi| kpi.targets.clear());
    };
    check(no_target, &["a", "b", "c"].map(|id| (RuleId::GoalWithoutTarget, Some(id), None)));
}

#[test]
fn a_touchpoint_needs_somebody_and_a_kpi_data_and_a_use() {
    let ownerless = |plan: &mut Plan| {
        plan.touchpoints.update(&TouchpointId::standard("hotline"), |it| it.department = None);
    };
    check(ownerless, &[(RuleId::TouchpointWithoutDepartment, Some("hotline"), None)]);
    let last = |month: &'static str| {
        move |plan: &mut Plan| {
            plan.kpis.update(&KpiId::standard("nps"), |kpi| {
                let answers = kpi.typed.pop_first().unwrap().1;
                kpi.typed.insert(Month::parse(month).unwrap(), answers);
            });
        }
    };
    check(last("2025-10"), &[]);
    check(last("2025-09"), &[(RuleId::KpiWithoutData, Some("nps"), Some(Figure::Since(day("2025-09-30").unwrap())))]);
    let unused = |plan: &mut Plan| {
        plan.kpis.insert(Kpi::new(KpiId::standard("other"), "", KpiKind::Nps));
    };
    check(unused, &[(RuleId::KpiWithoutData, Some("other"), None), (RuleId::KpiWithoutUse, Some("other"), None)]);
}

/// A journey whose steps are at the hotline, with a channel each.
fn journey(id: &str, channels: &[&str], change: impl Fn(&mut Step)) -> Journey {
    let mut stage = Stage::new(StageId::standard("stage"), None);
    for (at, channel) in channels.iter().enumerate() {
        let mut step = Step::new(StepId::standard(&format!("s{at}")));
        step.touchpoint = Some(TouchpointId::standard("hotline"));
        step.channels = vec![ChannelId::standard(channel)];
        change(&mut step);
        stage.steps.push(step.into());
    }
    Journey { stages: vec![stage], ..Journey::new(JourneyId::standard(id), "") }
}

#[test]
fn what_the_plan_rests_on_is_looked_at() {
    let limit = |limit: f64| {
        move |plan: &mut Plan| {
            plan.kpis.update(&KpiId::standard("nps"), |kpi| kpi.warning_limit = Some(limit));
        }
    };
    // 3 of 6 less 1 of 6 are 33.3.
    check(limit(30.0), &[]);
    check(limit(40.0), &[(RuleId::KpiPastLimit, Some("nps"), None)]);

    let source = |purpose: &'static str| {
        move |plan: &mut Plan| {
            let (purpose, consent) = (purpose.to_owned(), "Einwilligung".to_owned());
            plan.sources.insert(Source { purpose, consent, ..Source::new(SourceId::standard("survey"), "") });
        }
    };
    check(source("Messen"), &[]);
    check(source(""), &[(RuleId::SourceWithoutPurpose, Some("survey"), None)]);

    let persona = |met: bool| {
        move |plan: &mut Plan| {
            let id = PersonaId::standard("mover");
            plan.personas.insert(Persona::new(id.clone(), ""));
            let personas = met.then_some(id).into_iter().collect();
            plan.journeys.insert(Journey { personas, ..journey("j", &[], |_| {}) });
        }
    };
    check(persona(true), &[]);
    check(persona(false), &[(RuleId::PersonaWithoutJourney, Some("mover"), None)]);
}

#[test]
fn touchpoints_that_are_only_assumed_are_named() {
    let with = |evidence: [Option<Evidence>; 2]| {
        move |plan: &mut Plan| {
            for (id, evidence) in ["a", "b"].into_iter().zip(evidence) {
                plan.journeys.insert(journey(id, &["app"], |step| step.evidence = evidence));
            }
        }
    };
    check(with([None, None]), &[]);
    check(with([Some(Evidence::Assumption), None]), &[(RuleId::TouchpointAssumed, Some("hotline"), None)]);
    check(with([Some(Evidence::Assumption), Some(Evidence::Interview)]), &[]);
}

#[test]
fn forced_changes_to_offline_are_named_and_so_are_differences_without_measure() {
    let steps = |journey, step| Some(Figure::Steps(1, JourneyId::standard(journey), StepId::standard(step)));
    let with = |reason: ChannelChange| {
        move |plan: &mut Plan| {
            let mut app = Channel::new(ChannelId::standard("app"), "");
            app.online = true;
            let mut letter = Channel::new(ChannelId::standard("letter"), "");
            letter.online = false;
            plan.channels.insert(app);
            plan.channels.insert(letter);
            plan.journeys.insert(journey("j", &["app", "letter"], |step| step.channel_change = Some(reason)));
        }
    };
    check(with(ChannelChange::Forced), &[(RuleId::ChannelBreak, Some("j"), steps("j", "s1"))]);
    check(with(ChannelChange::Chosen), &[]);

    let with = |touchpoint: bool| {
        move |plan: &mut Plan| {
            let as_is = journey("as-is", &["app"], |_| {});
            let mut to_be = as_is.target(JourneyId::standard("to-be"), "");
            let mut step = Step::clone(&to_be.stages[0].steps[0]);
            step.channels.clear();
            to_be.stages[0].steps[0] = step.into();
            if touchpoint {
                plan.measures.update(&MeasureId::standard("b"), |it| it.touchpoints = vec![TouchpointId::standard("hotline")]);
            } else {
                for id in ["a", "b", "c"] {
                    plan.measures.update(&MeasureId::standard(id), |it| it.touchpoints.clear());
                }
                plan.pain_points.update(&PainPointId::standard("pain"), |it| it.touchpoints.clear());
            }
            plan.journeys.insert(as_is);
            plan.journeys.insert(to_be);
        }
    };
    check(with(true), &[]);
    check(with(false), &[(RuleId::TargetUncovered, Some("to-be"), steps("to-be", "s0"))]);
    let left_out = |plan: &mut Plan| {
        with(false)(plan);
        plan.journeys.update(&JourneyId::standard("to-be"), |journey| journey.stages[0].steps.clear());
    };
    check(left_out, &[(RuleId::TargetUncovered, Some("to-be"), steps("as-is", "s0"))]);
}

#[test]
fn planners_are_checked_once_they_are_used() {
    let group = |left_out| {
        move |plan: &mut Plan| {
            plan.win_back_groups.insert(WinBackGroup {
                customers: Some(10),
                margin: Some(0.0),
                contact_cost: Some(5.0),
                rate_likely: Some(0.3),
                left_out,
                ..WinBackGroup::new(WinBackGroupId::standard("g"), "")
            });
        }
    };
    check(group(false), &[(RuleId::GroupDoesNotPay, Some("g"), Some(Figure::Excess(50.0)))]);
    check(group(true), &[]);
    let involved = |plan: &mut Plan| {
        for (id, phase) in [("a", DevelopmentPhase::Concept), ("b", DevelopmentPhase::Design)] {
            plan.involvements.insert(Involvement::new(InvolvementId::standard(id), phase, ""));
        }
    };
    check(involved, &["idea", "implementation", "operation"].map(|id| (RuleId::InvolvementMissing, Some(id), None)));
    let content = |plan: &mut Plan| {
        let content = Content::new(ContentId::standard("c"), "", Some(SubPhaseId::standard("decision")));
        plan.contents.insert(Content { intent: Some(Intent::Informational), ..content });
    };
    check(content, &["awareness", "consideration"].map(|id| (RuleId::PhaseWithoutInformingContent, Some(id), None)));
}

#[test]
fn what_is_dismissed_is_told_apart() {
    let mut plan = whole();
    change_measure(|m| m.owner.clear())(&mut plan);
    change_profile(|p| p.budget = None)(&mut plan);
    let dismiss = |plan: &mut Plan, rule: &str, subject: Option<&str>| {
        let id = DismissalId::standard(&format!("d{}", plan.dismissals.len()));
        plan.dismissals.insert(Dismissal::new(id, rule, subject.map(|id| Id::try_from(id).unwrap())));
    };
    dismiss(&mut plan, "measure-without-owner", Some("a"));
    dismiss(&mut plan, "no-budget", None);
    let found: Vec<_> = super::check(&plan, today()).into_iter().map(|remark| (remark.rule, remark.dismissed)).collect();
    assert_eq!(found, [(RuleId::MeasureWithoutOwner, false), (RuleId::NoBudget, true)]);
}

#[test]
fn keys_are_ids_and_name_one_rule() {
    let keys: std::collections::HashSet<&str> = RULES.iter().map(|rule| rule.key).collect();
    assert_eq!(keys.len(), RULES.len());
    assert!(keys.into_iter().all(|key| Id::try_from(key).is_ok()));
    assert!(RULES.iter().all(|rule| rule.id.rule().key == rule.key));
}
