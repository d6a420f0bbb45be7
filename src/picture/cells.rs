//! What stands in the cells of a map, as shapes from a cell's own corner on.

use super::{
    measure::{text_width, wrap},
    shape::{Anchor, Ink, Shape, TextLine},
};
use crate::figures::journey::{KpiGlance, kpi_glance, kpis_of_step};
use crate::figures::standing::TargetState;
use crate::plan::{
    ChannelChange, ChannelId, ChannelSwitch, Fulfilment, Lane, LaneKind, PainPointState, Plan, Step, Strength, TouchpointId,
};
use crate::sheet::cell_text;
use crate::texts::figures::{GlanceWords, ends_of_values};
use crate::texts::{Language, Texts};

/// Size of plain text in cells.
pub(super) const TEXT: f64 = 13.0;
/// Size of notes.
pub(super) const NOTE: f64 = 11.5;
/// Height of a line for each unit of its size.
pub(super) const LEADING: f64 = 1.3;

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) strong: bool,
    pub(super) ink: Ink,
}

pub(super) const PLAIN: Type = Type { size: TEXT, strong: false, ink: Ink::Ink };
pub(super) const QUIET: Type = Type { size: TEXT, strong: false, ink: Ink::Secondary };
pub(super) const SMALL: Type = Type { size: NOTE, strong: false, ink: Ink::Tertiary };

/// Shapes that stand one below the other.
pub(super) struct Flow {
    width: f64,
    language: Language,
    /// Distance from the left edge.
    indent: f64,
    /// Height of what is there.
    pub(super) height: f64,
    pub(super) shapes: Vec<Shape>,
}

impl Flow {
    pub(super) fn new(width: f64, language: Language) -> Self {
        Self { width, language, indent: 0.0, height: 0.0, shapes: Vec::new() }
    }

    pub(super) fn width(&self) -> f64 {
        self.width
    }

    /// Puts a text below, in as many lines as it needs.
    pub(super) fn text(&mut self, text: &str, set: Type) {
        for line in wrap(text, self.width - self.indent, set.size, set.strong, Some(self.language)) {
            self.line(self.indent, line, set);
            self.height += set.size * LEADING;
        }
    }

    /// Puts a text below, in so many lines at most; a mark tells where it was cut.
    pub(super) fn title(&mut self, text: &str, lines_max: usize, set: Type) {
        let mut lines = wrap(text, self.width, set.size, set.strong, Some(self.language));
        if lines.len() > lines_max {
            lines.truncate(lines_max);
            if let Some(last) = lines.last_mut() {
                *last = format!("{}…", last.trim_end_matches(['-', ' ']));
            }
        }
        for line in lines {
            self.line(0.0, line, set);
            self.height += set.size * LEADING;
        }
    }

    /// Puts a text beside what comes next, without going on.
    fn line(&mut self, x: f64, text: String, Type { size, strong, ink }: Type) {
        self.shapes.push(Shape::Text(TextLine { x, y: self.height + size, size, strong, ink, anchor: Anchor::Start, text }));
    }

    /// How far what begins at `from` can be shown in so much room without cutting a line, a card or a note. A card that
    /// is higher than a page is cut between its lines.
    pub(super) fn cut(&self, from: f64, room: f64, page: f64) -> f64 {
        const NEARLY: f64 = 0.01;
        if self.height - from <= room {
            return self.height;
        }
        let mut at = from + room;
        let higher = |at: f64| {
            let blocks = self.shapes.iter().filter_map(Shape::extent);
            let cut = blocks.filter(|(top, bottom)| bottom - top <= page && top + NEARLY < at && at + NEARLY < *bottom);
            cut.map(|(top, _)| top).reduce(f64::min)
        };
        while let Some(top) = higher(at) {
            at = top;
        }
        // Nothing that a page has no room for may keep the map from ending.
        if at <= from && room >= page { from + room } else { at.max(from) }
    }

    pub(super) fn gap(&mut self, height: f64) {
        self.height += height;
    }

    /// Puts a severity or an impact below as five dots, as many filled as it says; nothing if nobody has judged it.
    fn weight(&mut self, weight: Option<u8>, (ink, soft): (Ink, Ink)) {
        let Some(weight) = weight else { return };
        for number in 0..5_u8 {
            let (x, y) = (self.indent + 3.0 + f64::from(number) * 8.0, self.height + 6.0);
            let fill = if number < weight { ink } else { soft };
            self.shapes.push(Shape::Disc { x, y, radius: 2.5, fill, edge: ink, width: 0.8 });
        }
        self.gap(11.0);
    }

    /// Puts what `fill` makes below, with a bar along its left edge.
    fn barred(&mut self, ink: Ink, fill: impl FnOnce(&mut Self)) {
        let top = self.height;
        self.indent += 8.0;
        fill(self);
        self.indent -= 8.0;
        let bar = Shape::Box { x: self.indent, y: top + 1.0, width: 3.0, height: self.height - top, radius: 0.0, fill: ink };
        self.shapes.push(bar);
    }

    /// Puts what `fill` makes below, in a box of its own.
    fn card(&mut self, fill_ink: Ink, edge: Ink, fill: impl FnOnce(&mut Self)) {
        const PADDING: f64 = 6.0;
        let (top, behind) = (self.height, self.shapes.len());
        self.height += PADDING - 1.0;
        self.indent += PADDING + 3.0;
        self.width -= PADDING;
        fill(self);
        self.indent -= PADDING + 3.0;
        self.width += PADDING;
        self.height += PADDING;
        let height = self.height - top;
        self.shapes.insert(
            behind,
            Shape::Box { x: self.indent, y: top, width: self.width - self.indent, height, radius: 4.0, fill: fill_ink },
        );
        // The edge tells cards apart where the paper shows no colours.
        self.shapes.insert(behind + 1, Shape::Box { x: self.indent, y: top, width: 3.0, height, radius: 1.5, fill: edge });
        self.height += 4.0;
    }
}

/// What cells of all lanes need to know of their map.
pub(super) struct Cells<'a> {
    pub(super) plan: &'a Plan,
    pub(super) texts: &'a Texts,
    pub(super) switches: Vec<(crate::plan::StepId, ChannelSwitch)>,
}

impl Cells<'_> {
    /// What stands in the cell of a lane and a step.
    pub(super) fn cell(&self, lane: &Lane, step: &Step, width: f64) -> Flow {
        let mut flow = Flow::new(width, self.texts.language);
        let text = || cell_text(self.plan, self.texts, lane, step);
        match lane.kind {
            LaneKind::Text => flow.text(&text(), PLAIN),
            LaneKind::Duration => flow.text(&text(), PLAIN),
            LaneKind::Evidence => flow.text(step.evidence.map(self.texts.terms.evidence).unwrap_or_default(), QUIET),
            LaneKind::Channels => self.channels(step, &mut flow),
            LaneKind::Expectation => self.expectation(lane, step, &mut flow),
            LaneKind::Experience => self.experience(step, &mut flow),
            LaneKind::MomentOfTruth if step.moment_of_truth => {
                flow.shapes.push(Shape::Disc { x: 5.0, y: 9.0, radius: 4.0, fill: Ink::Ink, edge: Ink::Ink, width: 1.0 });
                flow.indent = 14.0;
                flow.text(self.texts.journeys.moment_of_truth, Type { strong: true, ..PLAIN });
            }
            LaneKind::Department => match text() {
                name if name.is_empty() => flow.text(self.texts.journeys.department_none, Type { ink: Ink::Bad, ..PLAIN }),
                name => flow.text(&name, PLAIN),
            },
            LaneKind::PainPoints => self.pain_points(step, &mut flow),
            LaneKind::Opportunities => self.opportunities(step, &mut flow),
            LaneKind::Kpis => kpis_of_step(self.plan, step).for_each(|kpi| self.kpi(&kpi_glance(self.plan, kpi), &mut flow)),
            LaneKind::MomentOfTruth | LaneKind::Emotion | LaneKind::Other(_) => {}
        }
        flow
    }

    fn channels(&self, step: &Step, flow: &mut Flow) {
        let name = |id: &ChannelId| self.plan.channels.get(id).map(|channel| channel.name.clone());
        for name in self.plan.step_channels(step).iter().filter_map(name) {
            flow.text(&name, QUIET);
        }
        // What nobody has judged is only named where it may well be a break.
        let named = |switch: &&ChannelSwitch| switch.reason.is_some() || switch.goes_offline;
        let switch = self.switches.iter().find(|(id, _)| *id == step.id).map(|(_, switch)| switch).filter(named);
        let Some(switch) = switch else { return };
        let names = |ids: &[ChannelId]| ids.iter().filter_map(name).collect::<Vec<_>>().join(", ");
        let (from, to) = (names(&switch.from), names(&switch.to));
        let words = &self.texts.map;
        flow.gap(3.0);
        match switch.reason {
            Some(ChannelChange::Forced) => flow.barred(Ink::Warning, |flow| {
                flow.text(&(words.break_of)(&from, &to), Type { strong: true, ink: Ink::Warning, ..SMALL });
                if switch.goes_offline {
                    flow.text(words.goes_offline, Type { ink: Ink::Warning, ..SMALL });
                }
            }),
            Some(ChannelChange::Chosen) => flow.text(&(words.chosen_change)(&from, &to), SMALL),
            None => flow.text(&(words.plain_change)(&from, &to), SMALL),
        }
    }

    fn expectation(&self, lane: &Lane, step: &Step, flow: &mut Flow) {
        flow.text(step.texts.get(&lane.id).map_or("", |text| text), PLAIN);
        if let Some(fulfilment) = step.fulfilment {
            let ink = match fulfilment {
                Fulfilment::Missed => Ink::Bad,
                Fulfilment::Met => Ink::Secondary,
                Fulfilment::Exceeded => Ink::Good,
            };
            flow.gap(2.0);
            flow.text((self.texts.map.fulfilment)(fulfilment), Type { strong: true, ink, ..SMALL });
        }
    }

    fn experience(&self, step: &Step, flow: &mut Flow) {
        for (level, strength) in &step.experience {
            let (name, top) = ((self.texts.map.level)(*level), flow.height);
            let (name_width, bar) = (62.0, flow.width - 66.0);
            flow.line(0.0, name.to_owned(), Type { ink: Ink::Secondary, ..SMALL });
            let y = top + 6.0;
            let filled = bar * f64::from(strength.value()) / f64::from(Strength::MAX);
            for (width, fill) in [(bar, Ink::HairlineStrong), (filled, Ink::Secondary)] {
                flow.shapes.push(Shape::Box { x: name_width + 4.0, y, width, height: 4.0, radius: 2.0, fill });
            }
            flow.height += NOTE * LEADING;
        }
    }

    fn pain_points(&self, step: &Step, flow: &mut Flow) {
        for pain_point in step.touchpoint.iter().flat_map(|id| self.plan.pain_points_at(id)) {
            let fill = if pain_point.state == PainPointState::Solved { Ink::GoodSoft } else { Ink::BadSoft };
            let edge = if pain_point.state == PainPointState::Solved { Ink::Good } else { Ink::Bad };
            flow.card(fill, edge, |flow| {
                flow.text(self.named(&pain_point.text), PLAIN);
                flow.weight(pain_point.severity, (Ink::Bad, Ink::BadSoft));
                self.state(pain_point.state, flow);
            });
        }
    }

    fn opportunities(&self, step: &Step, flow: &mut Flow) {
        let here = |touchpoints: &[TouchpointId]| step.touchpoint.as_ref().is_some_and(|id| touchpoints.contains(id));
        for opportunity in self.plan.opportunities.iter().filter(|opportunity| here(&opportunity.touchpoints)) {
            let taken = opportunity.state == PainPointState::Solved;
            let (fill, edge) = if taken { (Ink::GoodSoft, Ink::Good) } else { (Ink::OpportunitySoft, Ink::Opportunity) };
            flow.card(fill, edge, |flow| {
                flow.text(self.named(&opportunity.text), PLAIN);
                flow.weight(opportunity.impact, (Ink::Opportunity, Ink::OpportunitySoft));
                self.state(opportunity.state, flow);
            });
        }
    }

    fn state(&self, state: PainPointState, flow: &mut Flow) {
        if state != PainPointState::Open {
            flow.text((self.texts.terms.pain_point_state)(state), Type { ink: Ink::Secondary, ..SMALL });
        }
    }

    fn named<'t>(&'t self, text: &'t str) -> &'t str {
        self.texts.terms.named(text)
    }

    /// A KPI with its value, its interval as a line and in words, and its target. Its name stands beside the value, or below
    /// where it would need several lines there.
    fn kpi(&self, glance: &KpiGlance, flow: &mut Flow) {
        let GlanceWords { figure, certainty, target } = GlanceWords::of(glance, &self.plan.profile().currency, self.texts);
        let (title, beside) = (self.named(&glance.title), text_width(&figure, TEXT, true) + 6.0);
        let (figure_type, title_type) = (Type { strong: true, ..PLAIN }, Type { ink: Ink::Secondary, ..SMALL });
        if beside + text_width(title, NOTE, false) <= flow.width - flow.indent {
            flow.line(flow.indent, figure, figure_type);
            flow.indent += beside;
            flow.gap(1.0);
            flow.text(title, title_type);
            flow.indent -= beside;
        } else {
            flow.text(&figure, figure_type);
            flow.text(title, title_type);
        }
        Self::whisker(glance, flow);
        if let Some(certainty) = certainty {
            flow.text(&certainty, SMALL);
        }
        if let Some(target) = target {
            let missed = glance.target.is_some_and(|(_, state)| state == Some(TargetState::Missed));
            let ink = if missed { Ink::Bad } else { Ink::Secondary };
            flow.text(&target, Type { ink, ..SMALL });
        }
        flow.gap(4.0);
    }

    /// The interval of a value on its scale, with the value and the target; nothing for figures without either.
    fn whisker(glance: &KpiGlance, flow: &mut Flow) {
        let Some(value) = glance.value else { return };
        let (Some((lowest, highest)), Some((low, high))) = (ends_of_values(&glance.kind), value.interval) else { return };
        let (left, width, y) = (flow.indent, flow.width - flow.indent, flow.height + 6.0);
        let x = |value: f64| left + ((value - lowest) / (highest - lowest)).clamp(0.0, 1.0) * width;
        flow.shapes.push(Shape::Line { from: (left, y), to: (left + width, y), width: 1.0, ink: Ink::HairlineStrong });
        flow.shapes.push(Shape::Line { from: (x(low), y), to: (x(high), y), width: 2.0, ink: Ink::Tertiary });
        if let Some((target, _)) = glance.target {
            flow.shapes.push(Shape::Line { from: (x(target), y - 5.0), to: (x(target), y + 5.0), width: 2.0, ink: Ink::Accent });
        }
        flow.shapes.push(Shape::Disc { x: x(value.value), y, radius: 3.0, fill: Ink::Ink, edge: Ink::Ink, width: 0.0 });
        flow.gap(12.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::measured::Figure;
    use crate::plan::{Amount, KpiId, KpiKind, PlanId};

    #[test]
    fn the_name_of_a_kpi_stands_below_its_value_where_it_has_no_room_beside_it() {
        let plan = Plan::new(PlanId::standard("plan"), "");
        let cells = Cells { plan: &plan, texts: Language::De.texts(), switches: Vec::new() };
        let value = Some(Figure { value: 2_345_678.0, interval: None, n: None });
        let lines = |title: &str| {
            let kind = KpiKind::Amount(Amount::default());
            let (id, title) = (KpiId::standard("kpi"), title.to_owned());
            let mut flow = Flow::new(150.0, Language::De);
            cells.kpi(&KpiGlance { id, title, kind, value, target: None, target_by: None }, &mut flow);
            let line = |shape: &Shape| match shape {
                Shape::Text(line) => Some((line.x, line.text.clone())),
                _ => None,
            };
            flow.shapes.iter().filter_map(line).collect::<Vec<_>>()
        };
        let short = lines("Umsatz");
        assert!(short.len() == 2 && short[1].0 > 0.0 && short[1].1 == "Umsatz", "{short:?}");
        let long = lines("Umsatz mit Stammkunden");
        assert_eq!(long[1..], [(0.0, "Umsatz mit Stammkunden".to_owned())]);
    }
}
