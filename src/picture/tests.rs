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
                assert!(x + w <= width + 1.0 && y + h <= height, "what is shown lies on the page");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_makes_a_well_formed_file_that_says_it(text in "\\PC{1,30}|.{1,30}|[<>&\"'\\]a ]{1,20}", steps in 0_usize..4) {
        let plan = plan(steps, &text);
        let svg = with_view(&plan, |view| write_svg(&picture(view, DAY())));
        let document = roxmltree::Document::parse(&svg);
        prop_assert!(document.is_ok(), "{:?}", document.err());
        let document = document.unwrap();
        let title = document.descendants().find(|node| node.has_tag_name("title")).and_then(|node| node.text()).unwrap_or_default();
        let in_xml = |text: &str| text.trim().chars().filter(|c| *c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect::<String>();
        let expected = if text.trim().is_empty() { "ohne Namen".to_owned() } else { in_xml(&text) };
        prop_assert_eq!(in_xml(title).replace(char::is_whitespace, ""), expected.replace(char::is_whitespace, ""));
        prop_assert!(document.descendants().all(|node| node.tag_name().name() != "b"));
        for paper in Paper::ALL {
            for page in with_view(&plan, |view| pages(view, DAY(), paper)) {
                prop_assert!(roxmltree::Document::parse(&write_svg(&page)).is_ok());
            }
        }
    }
}
