//! What a text says about a step.

use super::{cell_text, plain_word};
use crate::plan::{
    ChannelId, Emotion, Evidence, ExperienceLevel, Fulfilment, Id, JourneyId, Lane, LaneKind, Opportunity, PainPoint, Plan, Step,
    StepDuration, StepId, Strength, name_key, same_name, seen,
};
use crate::texts::{Language, Texts, format::parse_number, map::parse_duration};
use std::collections::{BTreeMap, HashSet};

/// Why a text doesn't fit a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CellFault {
    /// It isn't an emotion: −2 to 2 in halves.
    NotAnEmotion,
    /// It isn't a duration.
    NotADuration,
    /// It names no kind of evidence.
    NotEvidence,
    /// It names no level with a strength of 0 to 5.
    NotAnExperience,
    /// It is neither yes nor no.
    NotYesOrNo,
    /// A channel that it names isn't in the register.
    NoSuchChannel,
    /// The department isn't in the register.
    NoSuchDepartment,
    /// The step has no touchpoint that could have a department.
    NoTouchpoint,
    /// A KPI that it names isn't in the plan.
    NoSuchKpi,
    /// A persona that it names isn't in the plan.
    NoSuchPersona,
    /// What such a lane shows is written elsewhere.
    Derived,
    /// Only its own lane takes it.
    OtherLane,
    /// The map has no such cell.
    NoCell,
}

/// Writes a text into a cell; an empty one takes away what stands there.
///
/// # Errors
/// Tells why the text doesn't fit; the plan is as before then.
pub fn write_cell(
    plan: &mut Plan,
    texts: &Texts,
    journey: &JourneyId,
    step: &StepId,
    lane: &Lane,
    text: &str,
) -> Result<(), CellFault> {
    let text = text.trim();
    let now = plan.step(journey, step).ok_or(CellFault::NoCell)?.clone();
    if lane.kind == LaneKind::Department {
        let department = plan.department_named(text).map(|department| department.id.clone());
        if department.is_none() && !text.is_empty() {
            return Err(CellFault::NoSuchDepartment);
        }
        let Some(touchpoint) = now.touchpoint.clone() else {
            return if department.is_none() { Ok(()) } else { Err(CellFault::NoTouchpoint) };
        };
        plan.touchpoints.update(&touchpoint, |touchpoint| touchpoint.department = department);
        return Ok(());
    }
    let change = read_cell(plan, texts, &now, lane, text)?;
    plan.update_step(journey, step, change);
    Ok(())
}

/// Writes a text into a cell like [`write_cell`], also where records of their own stand: each line of a text for pain
/// points or opportunities that isn't a line of those there yet becomes one, with an id by `new_id`; each line for KPIs
/// names one.
///
/// # Errors
/// Tells why the text doesn't fit; the plan is as before then.
pub fn fill_cell(
    plan: &mut Plan,
    texts: &Texts,
    journey: &JourneyId,
    step: &StepId,
    lane: &Lane,
    text: &str,
    new_id: &mut dyn FnMut() -> Id,
) -> Result<(), CellFault> {
    if !matches!(lane.kind, LaneKind::PainPoints | LaneKind::Opportunities | LaneKind::Kpis) {
        return write_cell(plan, texts, journey, step, lane, text);
    }
    let now = plan.step(journey, step).ok_or(CellFault::NoCell)?.clone();
    let there = cell_text(plan, texts, lane, &now);
    let mut known: HashSet<String> = there.lines().map(name_key).collect();
    let is_new = |line: &&str| !line.is_empty() && known.insert(name_key(line));
    let lines: Vec<&str> = text.lines().map(str::trim).filter(is_new).collect();
    if lines.is_empty() {
        return Ok(());
    }
    if lane.kind == LaneKind::Kpis {
        let named = |name: &&str| plan.kpis.iter().find(|kpi| same_name(&kpi.title, name)).map(|kpi| kpi.id.clone());
        let kpis = lines.iter().map(named).collect::<Option<Vec<_>>>().ok_or(CellFault::NoSuchKpi)?;
        plan.update_step(journey, step, |step| step.kpis.extend(kpis));
        return Ok(());
    }
    let at = now.touchpoint.clone().ok_or(CellFault::NoTouchpoint)?;
    for line in lines {
        if lane.kind == LaneKind::PainPoints {
            plan.pain_points.insert(PainPoint::new(new_id().into(), line, vec![at.clone()]));
        } else {
            plan.opportunities.insert(Opportunity::new(new_id().into(), line, vec![at.clone()]));
        }
    }
    Ok(())
}

/// The title of the one KPI that begins with a text and says more; none if several do, or one is called so.
#[must_use]
pub fn kpi_begun(plan: &Plan, text: &str) -> Option<String> {
    let key = name_key(text);
    let mut fitting = plan.kpis.iter().filter(|kpi| !key.is_empty() && name_key(&kpi.title).starts_with(&key));
    let only = fitting.next().filter(|_| fitting.next().is_none())?;
    (name_key(&only.title) != key).then(|| only.title.clone())
}

type Change = Box<dyn FnOnce(&mut Step)>;

/// Reads what a text says about a step.
fn read_cell(plan: &Plan, texts: &Texts, now: &Step, lane: &Lane, text: &str) -> Result<Change, CellFault> {
    let is_empty = text.is_empty();
    Ok(match lane.kind {
        LaneKind::Text => set_text(lane, text.to_owned()),
        LaneKind::Expectation => {
            let (text, fulfilment) = expectation(text);
            let write = set_text(lane, text.to_owned());
            Box::new(move |step| {
                write(step);
                step.fulfilment = fulfilment;
            })
        }
        LaneKind::Channels => {
            let channels = channels(plan, text)?;
            Box::new(move |step| {
                step.channels = channels;
                // Without channels of its own nothing is said about how they were changed.
                if is_empty {
                    step.channel_change = None;
                }
            })
        }
        LaneKind::Duration => {
            let duration = (!is_empty).then(|| duration(texts, now, text)).transpose()?;
            Box::new(move |step| step.duration = duration)
        }
        LaneKind::Emotion => {
            let emotion = (!is_empty).then(|| read_emotion(texts, text)).transpose()?;
            Box::new(move |step| step.emotion = emotion)
        }
        LaneKind::Experience => {
            let experience = experience(text)?;
            Box::new(move |step| step.experience = experience)
        }
        LaneKind::MomentOfTruth => {
            let truth = yes_or_no(text)?;
            Box::new(move |step| step.moment_of_truth = truth)
        }
        LaneKind::Evidence => {
            let evidence = (!is_empty).then(|| evidence(text)).transpose()?;
            Box::new(move |step| step.evidence = evidence)
        }
        LaneKind::PainPoints | LaneKind::Opportunities | LaneKind::Kpis | LaneKind::Department | LaneKind::Other(_) => {
            return Err(CellFault::Derived);
        }
    })
}

fn set_text(lane: &Lane, text: String) -> Change {
    let lane = lane.id.clone();
    Box::new(move |step| {
        if text.is_empty() {
            step.texts.remove(&lane)
        } else {
            step.texts.insert(lane, text)
        };
    })
}

/// Whether a text is a word of the app in either language, wherever that may be broken.
fn says(text: &str, word: impl Fn(&'static Texts) -> &'static str) -> bool {
    let plain = |text: &str| plain_word(text.trim()).to_lowercase();
    Language::ALL.into_iter().any(|language| plain(word(language.texts())) == plain(text))
}

fn expectation(text: &str) -> (&str, Option<Fulfilment>) {
    let Some((before, word)) = text.strip_suffix(']').and_then(|text| text.rsplit_once('[')) else { return (text, None) };
    let sign = Fulfilment::ALL.into_iter().zip(["-", "=", "+"]).find(|(_, sign)| *sign == word).map(|(fulfilment, _)| fulfilment);
    let named = || Fulfilment::ALL.into_iter().find(|fulfilment| says(word, |texts| (texts.map.fulfilment)(*fulfilment)));
    let found = sign.or_else(named);
    if found.is_some() { (before.trim_end(), found) } else { (text, None) }
}

fn channels(plan: &Plan, text: &str) -> Result<Vec<ChannelId>, CellFault> {
    let names = text.split([',', ';', '\n']).map(seen).filter(|name| !name.is_empty());
    let named = |name: &str| plan.channels.iter().find(|channel| same_name(&channel.name, name));
    let mut found = Vec::new();
    for name in names {
        let id = named(name).ok_or(CellFault::NoSuchChannel)?.id.clone();
        if !found.contains(&id) {
            found.push(id);
        }
    }
    Ok(found)
}

fn duration(texts: &Texts, now: &Step, text: &str) -> Result<StepDuration, CellFault> {
    let usual = now.duration.map(StepDuration::unit).unwrap_or_default();
    parse_duration(texts.language, text, usual).ok_or(CellFault::NotADuration)
}

/// Reads an emotion, −2 to 2 in halves.
///
/// # Errors
/// If the text is none.
pub fn read_emotion(texts: &Texts, text: &str) -> Result<Emotion, CellFault> {
    parse_number(texts.language, text).and_then(|value| Emotion::try_from(value).ok()).ok_or(CellFault::NotAnEmotion)
}

fn experience(text: &str) -> Result<BTreeMap<ExperienceLevel, Strength>, CellFault> {
    // A digit for each level in order is typed quickly.
    if text.len() == ExperienceLevel::ALL.len() && text.bytes().all(|digit| digit.is_ascii_digit()) {
        let strengths = text.bytes().map(|digit| Strength::try_from(digit - b'0').map_err(|_| CellFault::NotAnExperience));
        return ExperienceLevel::ALL.into_iter().zip(strengths).map(|(level, strength)| Ok((level, strength?))).collect();
    }
    let mut found = BTreeMap::new();
    for part in text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let (word, number) = part.rsplit_once([' ', ':']).ok_or(CellFault::NotAnExperience)?;
        let word = word.trim_end_matches(':');
        let level = ExperienceLevel::ALL.into_iter().find(|level| says(word, |texts| (texts.map.level)(*level)));
        let strength = number.parse::<u8>().ok().and_then(|number| Strength::try_from(number).ok());
        found.insert(level.ok_or(CellFault::NotAnExperience)?, strength.ok_or(CellFault::NotAnExperience)?);
    }
    Ok(found)
}

fn yes_or_no(text: &str) -> Result<bool, CellFault> {
    if matches!(text.to_lowercase().as_str(), "x" | "1" | "★" | "✓") || says(text, |texts| texts.map.yes) {
        return Ok(true);
    }
    if matches!(text, "" | "0" | "-" | "–") || says(text, |texts| texts.map.no) {
        Ok(false)
    } else {
        Err(CellFault::NotYesOrNo)
    }
}

fn evidence(text: &str) -> Result<Evidence, CellFault> {
    let found = Evidence::ALL.into_iter().find(|evidence| says(text, |texts| (texts.terms.evidence)(*evidence)));
    found.ok_or(CellFault::NotEvidence)
}
