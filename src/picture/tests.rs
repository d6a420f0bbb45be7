use super::*;
use crate::plan::*;
use crate::texts::Language;
use proptest::prelude::*;
use std::sync::Arc;

const DAY: fn() -> Day = || Day::new(2025, 3, 1).unwrap();

fn plan(steps: usize, text: &str) -> Plan {
    let mut plan = Plan::new(PlanId::standard("p"), text);
    plan.personas.insert(Persona::new(PersonaId::standard("who"), text));
    let hotline = TouchpointId::standard("hotline");
    plan.touchpoints.insert(Touchpoint::new(hotline.clone(), text));
    plan.pain_points
        .insert(PainPoint { severity: Some(3), ..PainPoint::new(PainPointId::standard("x"), text, vec![hotline.clone()]) });
    plan.opportunities.insert(Opportunity::new(OpportunityId::standard("x"), text, vec![hotline.clone()]));
    let mut journey = Journey::new(JourneyId::standard("j"), text);
    journey.personas.push(PersonaId::standard("who"));
    journey.missing_lanes().iter().for_each(|lane| journey.show_lane(&lane.id, true));
    let mut stage = Stage::new(StageId::standard("s"), Some(SubPhaseId::standard("use")));
    for number in 0..steps {
        let mut step = Step::new(StepId::standard(&number.to_string()));
        step.touchpoint = Some(hotline.clone());
        step.emotion = Some(Emotion::from_halves(number as i8 % 9 - 4));
        step.experience.insert(ExperienceLevel::Rational, Strength::new(3));
        step.texts.insert(LaneId::standard("action"), text.to_owned());
        stage.steps.push(Arc::new(step));
    }
    journey.stages.push(stage);
    journey.stages.push(Stage { title: text.to_owned(), ..Stage::new(StageId::standard("empty"), None) });
    plan.journeys.insert(journey);
    plan
}

fn with_view<T>(plan: &Plan, show: impl FnOnce(&MapView<'_>) -> T) -> T {
    let journey = plan.journeys.iter().next().unwrap();
    show(&MapView { plan, texts: Language::De.texts(), journey, other: None, lanes: &journey.lanes })
}

/// All lines of text of shapes, those in windows too.
fn lines(shapes: &[Shape]) -> Vec<String> {
    let mut found = Vec::new();
    for shape in shapes {
        match shape {
            Shape::Text(line) => found.push(line.text.clone()),
            Shape::Window { shapes, .. } | Shape::Group { shapes, .. } => found.extend(lines(shapes)),
            _ => {}
        }
    }
    found
}

#[test]
fn a_picture_has_title_day_legend_and_all_lanes() {
    let plan = plan(3, "Hotline");
    let picture = with_view(&plan, |view| picture(view, DAY()));
    let found = lines(&picture.shapes);
    for text in ["Hotline", "1.3.2025", "Handlung", "Nutzung", "Aktiv", "Tiefpunkt −2,0", "Emotion: Ist", "niemand", "rational"]
    {
        assert!(found.iter().any(|line| line == text), "{text} in {found:?}");
    }
    let svg = write_svg(&picture);
    let document = roxmltree::Document::parse(&svg).unwrap();
    assert!(
        document.descendants().all(|node| !["script", "image", "a", "style", "foreignObject"].contains(&node.tag_name().name()))
    );
    assert!(!svg.contains("http://www.w3.org/1999/xlink") && !svg.contains("NaN"));
}

#[test]
fn pages_repeat_titles_and_number_themselves_and_the_curve_goes_on() {
    let plan = plan(16, "Hotline");
    for (paper, across) in [(Paper::A4, 3), (Paper::A3, 2)] {
        let pages = with_view(&plan, |view| pages(view, DAY(), paper));
        assert_eq!(pages.len() % across, 0, "{paper:?}");
        for (index, page) in pages.iter().enumerate() {
            let found = lines(&page.shapes);
            let number = format!("Seite {} von {}", index + 1, pages.len());
            for text in [&number, "1.3.2025", "Hotline"] {
                assert!(found.iter().any(|line| line == text), "{text} on page {index}");
            }
        }
        for title in ["Handlung", "Emotion", "Beleg"] {
            let with = pages.iter().filter(|page| lines(&page.shapes).iter().any(|line| line == title)).count();
            assert_eq!(with, across, "{title} stands on each page of its band");
        }
    }
}

#[test]
fn a_row_that_is_higher_than_a_page_goes_on_overleaf() {
    let long = "sehr langer Text ".repeat(600);
    let plan = plan(2, &long);
    let pages = with_view(&plan, |view| pages(view, DAY(), Paper::A4));
    assert!(pages.len() > 3);
    let (width, height) = Paper::A4.room();
    for page in &pages {
        for shape in &page.shapes {
            if let Shape::Window { x, y, width: w, height: h, .. } = shape {
                assert!(x + w <= width + 1.0 && y + h <= height - 60.0, "what is shown lies above the foot");
            }
        }
    }
    let titles = |page: &Picture| lines(&page.shapes).into_iter().filter(|line| line == "Handlung").count();
    let continued = |page: &Picture| lines(&page.shapes).iter().any(|line| line == "(Fortsetzung)");
    let first = pages.iter().position(|page| titles(page) == 1).unwrap();
    assert!(!continued(&pages[first]), "it begins here");
    assert!(titles(&pages[first + 1]) == 1 && continued(&pages[first + 1]), "it goes on here");
}

#[test]
fn where_a_long_row_has_ended_there_is_no_page() {
    let steps: Vec<_> = std::iter::once(900).chain(std::iter::repeat_n(1, 15)).map(|words| (words, Vec::new())).collect();
    let pages = with_view(&wordy(&steps), |view| pages(view, DAY(), Paper::A4));
    let found: Vec<_> = pages.iter().map(|page| lines(&page.shapes)).collect();
    let goes_on =
        |lines: &&Vec<String>| lines.iter().any(|line| line == "(Fortsetzung)") && !lines.iter().any(|line| line == "Emotion");
    let going_on: Vec<_> = found.iter().filter(goes_on).collect();
    assert!(!going_on.is_empty());
    assert!(going_on.iter().all(|lines| lines.iter().any(|line| line.starts_with("a0w"))), "{going_on:?}");
    assert!(found.last().unwrap().iter().any(|line| *line == format!("Seite {0} von {0}", pages.len())));
}

/// All windows of shapes.
fn windows(picture: &Picture) -> Vec<(f64, f64, f64, &[Shape])> {
    let window = |shape| match shape {
        &Shape::Window { y, height, dy, ref shapes, .. } => Some((y, y + height, dy, shapes.as_slice())),
        _ => None,
    };
    picture.shapes.iter().filter_map(window).collect()
}

/// A plan whose steps have so many words of action, and pain points of so many words; each word is there once.
fn wordy(steps: &[(usize, Vec<usize>)]) -> Plan {
    let mut plan = plan(0, "Umzug");
    let words = |name: &str, count: usize| (0..count).map(|word| format!("{name}w{word}")).collect::<Vec<_>>().join(" ");
    let mut stage = Stage::new(StageId::standard("w"), None);
    for (at, (count, pains)) in steps.iter().enumerate() {
        let touchpoint = TouchpointId::standard(&format!("t{at}"));
        plan.touchpoints.insert(Touchpoint::new(touchpoint.clone(), "Hotline"));
        for (pain, count) in pains.iter().enumerate() {
            let id = PainPointId::standard(&format!("{at}-{pain}"));
            let severity = (pain % 2 == 0).then_some(3);
            let text = words(&format!("p{at}n{pain}"), *count);
            plan.pain_points.insert(PainPoint { severity, ..PainPoint::new(id, &text, vec![touchpoint.clone()]) });
        }
        let mut step = Step::new(StepId::standard(&format!("w{at}")));
        step.texts.insert(LaneId::standard("action"), words(&format!("a{at}"), *count));
        step.touchpoint = Some(touchpoint);
        stage.steps.push(Arc::new(step));
    }
    plan.journeys.update(&JourneyId::standard("j"), |journey| journey.stages = vec![stage]);
    plan
}

#[test]
fn a_card_that_a_page_has_room_for_stays_whole() {
    let plan = wordy(&[(0, vec![40; 20]), (3, vec![25; 30])]);
    let pages = with_view(&plan, |view| pages(view, DAY(), Paper::A4));
    let mut cut = 0;
    for (top, bottom, dy, shapes) in pages.iter().flat_map(windows) {
        for shape in shapes.iter().filter(|shape| matches!(shape, Shape::Box { .. } | Shape::Disc { .. })) {
            let (from, to) = shape.extent().unwrap();
            assert!(from + dy >= top - 0.1 && to + dy <= bottom + 0.1, "{shape:?}");
            cut += 1;
        }
    }
    assert!(cut > 50, "the row goes over pages");
}

/// Gives a step emotions of personas.
fn feel(plan: &mut Plan, step: &str, emotions: &[(&str, i8)]) {
    plan.update_step(&JourneyId::standard("j"), &StepId::standard(step), |step| {
        for (persona, halves) in emotions {
            step.set_emotion_of(Some(&PersonaId::standard(persona)), Some(Emotion::from_halves(*halves)));
        }
    });
}

fn curves(shapes: &[Shape]) -> Vec<(Dash, Ink)> {
    let mut found = Vec::new();
    for shape in shapes {
        match shape {
            Shape::Curve { path, dash, ink, .. } if path.contains('C') => found.push((*dash, *ink)),
            Shape::Window { shapes, .. } | Shape::Group { shapes, .. } => found.extend(curves(shapes)),
            _ => {}
        }
    }
    found
}

#[test]
fn personas_have_curves_of_their_own_that_the_legend_names() {
    let mut plan = plan(3, "Hotline");
    plan.personas.insert(Persona::new(PersonaId::standard("guest"), "Gast"));
    plan.personas.insert(Persona::new(PersonaId::standard("nobody"), "Niemand"));
    plan.personas.update(&PersonaId::standard("who"), |who| who.name = "Anna".to_owned());
    feel(&mut plan, "0", &[("who", 2), ("guest", -4)]);
    feel(&mut plan, "2", &[("who", -1), ("guest", 4)]);
    let style = CourseStyle { width: 900.0, height: 400.0, type_size: 16.0, mark: None, named: true };
    let drawn = with_view(&plan, |view| {
        let mut all = vec![picture(view, DAY()), course(view, style)];
        all.extend(pages(view, DAY(), Paper::A4).into_iter().filter(|page| lines(&page.shapes).iter().any(|l| l == "Emotion")));
        all
    });
    assert_eq!(drawn.len(), 3);
    for picture in drawn {
        let expected = [(Dash::Persona(0), Ink::Phase(Phase::Acquisition)), (Dash::Persona(1), Ink::Phase(Phase::Passive))];
        assert_eq!(curves(&picture.shapes), [expected[0], expected[1], (Dash::None, Ink::Ink)]);
        let found = lines(&picture.shapes);
        for name in ["Emotion: Ist (Alle Kunden)", "Emotion: Anna", "Emotion: Gast"] {
            assert!(found.iter().any(|line| line == name), "{name} in {found:?}");
        }
        assert!(!found.iter().any(|line| line.contains("Niemand")));
    }
    // What is felt by personas alone isn't an empty row.
    plan.journeys.update(&JourneyId::standard("j"), |journey| {
        let ids: Vec<_> = journey.steps().map(|step| step.id.clone()).collect();
        ids.iter().for_each(|id| journey.step_mut(id).unwrap().emotion = None);
    });
    let picture = with_view(&plan, |view| picture(view, DAY()));
    assert_eq!(curves(&picture.shapes).len(), 2);
    assert!(!lines(&picture.shapes).iter().any(|line| line.starts_with("Emotion: Ist")));
}

/// The boxes around all lines of text, with what they say.
fn text_boxes(shapes: &[Shape], (left, top): (f64, f64)) -> Vec<(f64, f64, f64, f64, String)> {
    let boxes = |shape: &Shape| match shape {
        Shape::Text(line) => {
            let width = measure::text_width(&line.text, line.size, line.strong);
            let x = left + line.x - width * [0.0, 0.5, 1.0][line.anchor as usize];
            let (from, to) = (top + line.y - 0.75 * line.size, top + line.y + 0.2 * line.size);
            vec![(x, x + width, from, to, line.text.clone())]
        }
        Shape::Group { dx, dy, shapes } | Shape::Window { dx, dy, shapes, .. } => text_boxes(shapes, (left + dx, top + dy)),
        _ => Vec::new(),
    };
    shapes.iter().flat_map(boxes).collect()
}

#[test]
fn the_legend_names_the_journey_that_is_laid_over_it() {
    let mut plan = plan(3, "Hotline");
    let own = plan.journeys.get(&JourneyId::standard("j")).unwrap().clone();
    plan.journeys.insert(own.target(JourneyId::standard("t"), "Zweites Ziel"));
    let target = plan.journeys.get(&JourneyId::standard("t")).unwrap();
    let texts = Language::De.texts();
    let view = |journey, other| MapView { plan: &plan, texts, journey, other: Some(other), lanes: &own.lanes };
    let found = lines(&picture(&view(&own, target), DAY()).shapes);
    assert!(found.iter().any(|line| line == "Emotion: Soll „Zweites Ziel“") && found.iter().any(|line| line == "Emotion: Ist"));
    let found = lines(&picture(&view(target, &own), DAY()).shapes);
    assert!(found.iter().any(|line| line == "Emotion: Ist „Hotline“") && found.iter().any(|line| line == "Emotion: Soll"));
}

#[test]
fn pain_points_show_their_severity_and_opportunities_their_impact_alike() {
    let dots = |plan: &Plan, ink: Ink| {
        let picture = with_view(plan, |view| picture(view, DAY()));
        let dots = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Disc { fill, edge, .. } if *edge == ink => Some(*fill == ink),
            _ => None,
        });
        dots.collect::<Vec<_>>()
    };
    let mut plan = plan(1, "Hotline");
    assert_eq!(dots(&plan, Ink::Bad), [true, true, true, false, false]);
    assert_eq!(dots(&plan, Ink::Opportunity), [] as [bool; 0]);
    plan.opportunities.update(&OpportunityId::standard("x"), |opportunity| opportunity.impact = Some(4));
    assert_eq!(dots(&plan, Ink::Opportunity), [true, true, true, true, false]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_line_is_cut_at_the_edge_of_a_page_and_each_is_there_once(
        steps in prop::collection::vec((0_usize..500, prop::collection::vec(1_usize..40, 0..14)), 1..4),
        paper in prop::sample::select(Paper::ALL.to_vec()),
    ) {
        let plan = wordy(&steps);
        let pages = with_view(&plan, |view| pages(view, DAY(), paper));
        for (top, bottom, dy, shapes) in pages.iter().flat_map(windows) {
            for shape in shapes {
                if let Shape::Text(line) = shape {
                    let (from, to) = (line.y - line.size + dy, line.y + 0.3 * line.size + dy);
                    prop_assert!(from >= top - 0.1 && to <= bottom + 0.1, "{} is cut", line.text);
                }
            }
        }
        let found = pages.iter().flat_map(|page| lines(&page.shapes));
        let mut words: Vec<String> = found.flat_map(|line| line.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
        words.retain(|word| word.contains('w') && word.starts_with(['a', 'p']) && word.ends_with(|c: char| c.is_ascii_digit()));
        let count = words.len();
        words.sort();
        words.dedup();
        prop_assert_eq!(count, words.len(), "no word is there twice");
        prop_assert_eq!(count, steps.iter().map(|(action, pains)| action + pains.iter().sum::<usize>()).sum::<usize>());
    }

    #[test]
    fn no_text_of_the_curves_covers_another(
        felt in prop::collection::vec((prop::option::of(-4_i8..5), prop::option::of(-4_i8..5), prop::option::of(-4_i8..5)), 1..14),
        width in 280.0..1900.0_f64,
    ) {
        let mut plan = plan(felt.len(), "Rechnungsstellung");
        plan.personas.update(&PersonaId::standard("who"), |who| who.name = "Anna Bauer".to_owned());
        let mut target = plan.journeys.get(&JourneyId::standard("j")).unwrap().target(JourneyId::standard("t"), "Zweites Ziel");
        let mut own = plan.journeys.get(&JourneyId::standard("j")).unwrap().as_ref().clone();
        let targets: Vec<_> = target.steps().map(|step| step.id.clone()).collect();
        for ((at, (all, persona, wanted)), id) in felt.iter().enumerate().zip(targets) {
            let emotion = |halves: &Option<i8>| halves.map(Emotion::from_halves);
            let step = own.step_mut(&StepId::standard(&at.to_string())).unwrap();
            step.emotion = emotion(all);
            step.set_emotion_of(Some(&PersonaId::standard("who")), emotion(persona));
            target.step_mut(&id).unwrap().emotion = emotion(wanted);
        }
        let lanes: Vec<_> = own.lanes.iter().filter(|lane| lane.kind == LaneKind::Emotion).cloned().collect();
        let view = MapView { plan: &plan, texts: Language::De.texts(), journey: &own, other: Some(&target), lanes: &lanes };
        let type_size = if width < 640.0 { 12.0 } else { (width / 84.0).clamp(14.0, 24.0) };
        let style = CourseStyle { width, height: (width * 0.26).max(300.0), type_size, mark: None, named: true };
        for picture in [picture(&view, DAY()), course(&view, style)] {
            let boxes = text_boxes(&picture.shapes, (0.0, 0.0));
            for (at, (left, right, top, bottom, text)) in boxes.iter().enumerate() {
                for (l, r, t, b, other) in &boxes[..at] {
                    prop_assert!(left >= r || l >= right || top >= b || t >= bottom, "{text} covers {other}");
                }
            }
        }
    }

    #[test]
    fn any_text_makes_a_well_formed_file_that_says_it(text in "\\PC{1,30}|.{1,30}|[<>&\"'\\]a ]{1,20}", steps in 0_usize..4) {
        let plan = plan(steps, &text);
        let svg = with_view(&plan, |view| write_svg(&picture(view, DAY())));
        let document = roxmltree::Document::parse(&svg);
        prop_assert!(document.is_ok(), "{:?}", document.err());
        let document = document.unwrap();
        let title = document.descendants().find(|node| node.has_tag_name("title")).and_then(|node| node.text()).unwrap_or_default();
        let in_xml = |text: &str| text.trim().chars().filter(|c| *c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect::<String>();
        let expected = if seen(&text).is_empty() { "ohne Namen".to_owned() } else { in_xml(&text) };
        prop_assert_eq!(in_xml(title).replace(char::is_whitespace, ""), expected.replace(char::is_whitespace, ""));
        prop_assert!(document.descendants().all(|node| node.tag_name().name() != "b"));
        for paper in Paper::ALL {
            for page in with_view(&plan, |view| pages(view, DAY(), paper)) {
                prop_assert!(roxmltree::Document::parse(&write_svg(&page)).is_ok());
            }
        }
    }
}
