//! The templates as they ship: whole, alike in both languages, and picked from the catalogue.

use reiseplan::catalogue::{Template, channel_named, kpi_preset, lifecycle};
use reiseplan::exchange;
use reiseplan::plan::*;
use reiseplan::texts::Language;
use std::collections::BTreeSet;

fn read(template: Template, language: Language) -> Plan {
    let path = format!("{}/public/{}", env!("CARGO_MANIFEST_DIR"), template.path(language));
    let opened = exchange::read(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(opened.mended, [], "{path}");
    opened.plan
}

fn for_all(check: impl Fn(&str, Language, Plan)) {
    for template in Template::ALL {
        for language in Language::ALL {
            check(&template.path(language), language, read(template, language));
        }
    }
}

#[test]
fn each_has_personas_and_one_journey_through_its_whole_lifecycle() {
    for_all(|name, _, plan| {
        assert!((1..=2).contains(&plan.personas.len()), "{name}");
        assert_eq!(plan.journeys.len(), 1, "{name}");
        let journey = plan.journeys.iter().next().unwrap();
        assert!((12..=20).contains(&journey.steps().count()), "{name}");
        let stages: Vec<_> = journey.stages.iter().map(|stage| stage.sub_phase.clone().unwrap()).collect();
        assert_eq!(stages, plan.sub_phases.ids().cloned().collect::<Vec<_>>(), "{name}");
        for step in journey.steps() {
            assert_eq!(step.evidence, Some(Evidence::Assumption), "{name}");
            for lane in ["action", "question"] {
                let text = &step.texts[&LaneId::standard(lane)];
                assert!((1..=36).contains(&text.chars().count()), "{name}: {text}");
                assert!(text.split(' ').all(|word| word.chars().count() <= 17), "{name}: {text}");
            }
        }
        assert!(plan.touchpoints.iter().all(|it| it.department.is_some() && !it.channels.is_empty()), "{name}");
        assert!(plan.sub_phases.iter().all(|it| !it.customer.is_empty()), "{name}");
    });
}

#[test]
fn a_channel_with_the_name_of_one_of_theirs_is_like_it() {
    for_all(|name, _, plan| {
        for channel in plan.channels.iter() {
            assert_eq!(channel_named(channel.id.clone(), &channel.name), **channel, "{name}");
        }
    });
}

#[test]
fn the_strategy_is_picked_from_the_catalogue_and_covers_every_sub_phase() {
    for_all(|name, language, plan| {
        for goal in plan.goals.iter() {
            let entry = lifecycle::entry_with(lifecycle::GOALS, &goal.title).unwrap_or_else(|| panic!("{name}: {}", goal.title));
            assert_eq!(entry.text(language), goal.title, "{name}");
        }
        for weakness in plan.weaknesses.iter() {
            assert!(lifecycle::entry_with(lifecycle::WEAKNESSES, &weakness.title).is_some(), "{name}: {}", weakness.title);
            assert_eq!(weakness.assessment, None, "{name}");
        }
        for measure in plan.measures.iter() {
            assert!(lifecycle::entry_with(lifecycle::KEY_MEASURES, &measure.title).is_some(), "{name}: {}", measure.title);
            assert_eq!(measure.status, MeasureStatus::Idea, "{name}");
        }
        let aimed: BTreeSet<_> = plan.goals.iter().filter_map(|goal| goal.sub_phase.clone()).collect();
        assert_eq!(aimed, plan.sub_phases.ids().cloned().collect(), "{name}");
        assert!(plan.weaknesses.len() >= 9, "{name}");
        assert!(plan.goals.iter().filter(|goal| goal.kpi.is_some()).count() >= 8, "{name}");
    });
}

#[test]
fn kpis_are_presets_without_data() {
    for_all(|name, language, plan| {
        assert!(plan.kpis.len() >= 6, "{name}");
        for kpi in plan.kpis.iter() {
            let preset = kpi_preset(kpi.id.as_str()).unwrap_or_else(|| panic!("{name}: {}", kpi.id));
            assert_eq!((&kpi.kind, kpi.title.as_str()), (&(preset.kind)(), preset.title(language)), "{name}: {}", kpi.id);
            assert_eq!(kpi.definition, preset.definition(language), "{name}");
            assert!(kpi.typed.is_empty() && kpi.targets.is_empty(), "{name}");
        }
    });
}

#[test]
fn both_languages_have_the_same_records_and_other_words() {
    for template in Template::ALL {
        let [de, en] = Language::ALL.map(|language| read(template, language));
        let ids = |plan: &Plan| {
            let touchpoints = plan.touchpoints.ids().map(ToString::to_string);
            let goals = plan.goals.ids().map(ToString::to_string);
            touchpoints.chain(goals).chain(plan.kpis.ids().map(ToString::to_string)).collect::<Vec<_>>()
        };
        assert_eq!(ids(&de), ids(&en));
        for (german, english) in de.journeys.iter().next().unwrap().steps().zip(en.journeys.iter().next().unwrap().steps()) {
            assert_eq!((&german.id, german.emotion), (&english.id, english.emotion));
            assert_ne!(german.texts, english.texts, "{:?} {}", template, german.id);
        }
        let [de, en] = Language::ALL.map(|language| template.words(language));
        assert!(de.0 != en.0 || de.1 != en.1);
    }
}
