//! A map as a Mermaid journey diagram.

use crate::plan::{Journey, Plan, Step, seen};
use crate::sheet::stage_title;
use crate::texts::Texts;
use std::fmt::Write;

/// Words with which a line of the diagram means something else.
const KEYWORDS: [&str; 5] = ["journey", "title", "section", "acctitle", "accdescr"];

/// Writes a map as a Mermaid `journey`: stages are sections, steps are tasks with the emotion from 1 (very bad) to 5
/// (very good), their actors are the journey's personas and the touchpoint's department. A step without an emotion says
/// so in its name and stands in the middle, since the format has no empty place. Nothing else of the map fits in.
///
/// Source: Mermaid, "User Journey Diagram"; special characters as entity codes (Mermaid, "Syntax, entity codes").
#[must_use]
pub fn mermaid_journey(plan: &Plan, texts: &Texts, journey: &Journey) -> String {
    let named = |name: &str| texts.terms.named(&one_line(name)).to_owned();
    let personas = journey.personas.iter().filter_map(|id| plan.personas.get(id)).map(|persona| named(&persona.name));
    let personas: Vec<String> = personas.collect();
    let mut diagram = format!("journey\n    title {}\n", escape(&named(&journey.title)));
    for stage in &journey.stages {
        let _ = writeln!(diagram, "    section {}", escape(&named(&stage_title(plan, texts, stage))));
        for step in &stage.steps {
            let mut name = named(&plan.step_heading(step));
            if step.emotion.is_none() {
                let _ = write!(name, " ({})", texts.journeys.emotion_none);
            }
            let score = 3.0 + step.emotion.map_or(0.0, |emotion| emotion.value());
            let actors: Vec<String> =
                personas.iter().cloned().chain(department(plan, step)).map(|actor| escape(&actor)).collect();
            let _ = writeln!(diagram, "        {}: {score}: {}", escape(&name), actors.join(", "));
        }
    }
    diagram
}

fn department(plan: &Plan, step: &Step) -> Option<String> {
    let department = plan.departments.get(plan.touchpoint_of(step)?.department.as_ref()?)?;
    Some(one_line(&department.name)).filter(|name| !seen(name).is_empty())
}

/// A text with single blanks in place of line breaks and control characters.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A text on one line without anything that has a meaning in a diagram: all but letters, digits and a few plain marks
/// are written as entity codes, such as `#58;`.
fn escape(text: &str) -> String {
    let text = one_line(text);
    let lower = text.to_lowercase();
    let is_keyword = KEYWORDS.iter().any(|keyword| lower.starts_with(keyword));
    let mut escaped = String::with_capacity(text.len());
    for (index, c) in text.chars().enumerate() {
        let is_plain =
            c.is_alphanumeric() || matches!(c, ' ' | '.' | '!' | '?' | '(' | ')' | '-' | '–' | '/' | '+' | '„' | '“' | '…');
        if is_plain && !(index == 0 && is_keyword) {
            escaped.push(c);
        } else {
            let _ = write!(escaped, "#{};", u32::from(c));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::*;
    use crate::texts::Language;
    use proptest::prelude::*;
    use std::sync::Arc;

    fn plan(names: &[(&str, Option<i8>)], persona: &str) -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        plan.personas.insert(Persona::new(PersonaId::standard("who"), persona));
        plan.departments.insert(Department::new(DepartmentId::standard("service"), "Service"));
        let mut hotline = Touchpoint::new(TouchpointId::standard("hotline"), "Hotline");
        hotline.department = Some(DepartmentId::standard("service"));
        plan.touchpoints.insert(hotline);
        let mut journey = Journey::new(JourneyId::standard("j"), "Umzug");
        journey.personas.push(PersonaId::standard("who"));
        let mut stage = Stage::new(StageId::standard("s"), Some(SubPhaseId::standard("use")));
        for (index, (name, halves)) in names.iter().enumerate() {
            let mut step = Step::new(StepId::standard(&index.to_string()));
            step.title = (*name).to_owned();
            step.emotion = halves.map(Emotion::from_halves);
            step.touchpoint = (index == 0).then(|| TouchpointId::standard("hotline"));
            stage.steps.push(Arc::new(step));
        }
        journey.stages.push(stage);
        plan.journeys.insert(journey);
        plan
    }

    fn diagram(plan: &Plan) -> String {
        mermaid_journey(plan, Language::De.texts(), plan.journeys.iter().next().unwrap())
    }

    #[test]
    fn stages_are_sections_and_steps_are_tasks_with_a_score_of_one_to_five() {
        let found = diagram(&plan(&[("", Some(-4)), ("Rechnung: 2", Some(1)), ("App", None)], "Kundin, neu"));
        let expected = "journey\n    title Umzug\n    section Nutzung\n        Hotline: 1: Kundin#44; neu, Service\n        \
                        Rechnung#58; 2: 3.5: Kundin#44; neu\n        App (keine Emotion): 3: Kundin#44; neu\n";
        assert_eq!(found, expected);
    }

    #[test]
    fn what_means_something_in_a_diagram_is_written_as_code() {
        for (text, expected) in [
            ("a:b;c#d%%e", "a#58;b#59;c#35;d#37;#37;e"),
            ("Journey", "#74;ourney"),
            ("section x", "#115;ection x"),
            ("Titel", "Titel"),
            ("<b>&", "#60;b#62;#38;"),
            (" zwei\n\tZeilen\u{7} ", "zwei Zeilen"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }

    /// Takes the codes out again.
    fn decode(text: &str) -> String {
        let mut pieces = text.split('#');
        let mut decoded = pieces.next().unwrap().to_owned();
        for piece in pieces {
            let (code, rest) = piece.split_once(';').unwrap();
            decoded.push(char::from_u32(code.parse().unwrap()).unwrap());
            decoded.push_str(rest);
        }
        decoded
    }

    proptest! {
        #[test]
        fn any_text_stays_on_its_line_and_in_its_place(text in "\\PC{0,12}|.{0,12}|[:;#%,a\n ]{0,12}") {
            let clean = one_line(&text);
            let found = diagram(&plan(&[(&text, Some(0)), (&text, Some(0))], "x"));
            let line = found.lines().last().unwrap();
            prop_assert_eq!(found.lines().count(), 5);
            let pieces: Vec<&str> = line.split(": ").collect();
            prop_assert_eq!(&pieces[1..], ["3", "x"]);
            let expected = if seen(&clean).is_empty() { "ohne Namen" } else { &clean };
            prop_assert_eq!(decode(pieces[0].trim_start()), expected);
            prop_assert!(!line.contains("%") && line.matches(':').count() == 2);
        }
    }
}
