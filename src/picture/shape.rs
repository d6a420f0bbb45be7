//! Of what a picture is made: shapes with inks that are named by what they mean.

use crate::plan::Phase;

/// A colour by its meaning. A file has the light one, the page that of its theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Ink {
    Paper,
    Sunken,
    Ink,
    Secondary,
    Tertiary,
    Hairline,
    HairlineStrong,
    Phase(Phase),
    Good,
    GoodSoft,
    Bad,
    BadSoft,
    Warning,
    Accent,
    Opportunity,
    OpportunitySoft,
}

impl Ink {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::Paper,
        Self::Sunken,
        Self::Ink,
        Self::Secondary,
        Self::Tertiary,
        Self::Hairline,
        Self::HairlineStrong,
        Self::Phase(Phase::Acquisition),
        Self::Phase(Phase::Active),
        Self::Phase(Phase::Passive),
        Self::Good,
        Self::GoodSoft,
        Self::Bad,
        Self::BadSoft,
        Self::Warning,
        Self::Accent,
        Self::Opportunity,
        Self::OpportunitySoft,
    ];

    /// Its name in the style sheet and its light colour there.
    #[must_use]
    pub fn token(self) -> (&'static str, &'static str) {
        match self {
            Self::Paper => ("--paper", "#ffffff"),
            Self::Sunken => ("--sunken", "#fafaf8"),
            Self::Ink => ("--ink", "#16191d"),
            Self::Secondary => ("--ink-secondary", "#474d55"),
            Self::Tertiary => ("--ink-tertiary", "#5f666e"),
            Self::Hairline => ("--hairline", "#e4e4df"),
            Self::HairlineStrong => ("--hairline-strong", "#cdcec8"),
            Self::Phase(Phase::Acquisition) => ("--acquisition", "#3457b2"),
            Self::Phase(Phase::Active) => ("--active", "#0b7285"),
            Self::Phase(Phase::Passive) => ("--passive", "#985300"),
            Self::Good => ("--good", "#2b7a3a"),
            Self::GoodSoft => ("--good-soft", "#e7f4e9"),
            Self::Bad => ("--bad", "#b42318"),
            Self::BadSoft => ("--bad-soft", "#fdeceb"),
            Self::Warning => ("--warning", "#8a5a00"),
            Self::Accent => ("--accent", "#3538cd"),
            Self::Opportunity => ("--opportunity", "#0b7285"),
            Self::OpportunitySoft => ("--opportunity-soft", "#e3f3f5"),
        }
    }

    /// The ink of a phase; without one, that of strong hairlines.
    #[must_use]
    pub fn of_phase(phase: Option<Phase>) -> Self {
        phase.map_or(Self::HairlineStrong, Self::Phase)
    }
}

/// How a curve is broken, which tells it from others where there are no colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    None,
    /// As that of a target journey.
    Target,
    /// As that of a persona, by its number among those of the journey, from 0.
    Persona(usize),
}

impl Dash {
    /// Lengths of dashes and gaps in turn, as SVG writes them; none: the curve isn't broken. Personas have those that
    /// the style sheet gives them, over again from the sixth.
    #[must_use]
    pub fn pattern(self) -> Option<&'static str> {
        const PERSONAS: [&str; 5] = ["2 3", "10 3 2 3", "12 5", "8 2 2 2 2 2", "1 4"];
        match self {
            Self::None => None,
            Self::Target => Some("6 4"),
            Self::Persona(number) => Some(PERSONAS[number % PERSONAS.len()]),
        }
    }
}

/// At which of its ends a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// Where it stands, by its anchor.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// Height of the type.
    pub size: f64,
    /// Whether it is set in the strong weight.
    pub strong: bool,
    /// Its ink.
    pub ink: Ink,
    /// What `x` is of it.
    pub anchor: Anchor,
    /// The text.
    pub text: String,
}

/// A shape; lengths are CSS pixels, y grows downwards.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Shape {
    /// A filled box with rounded corners.
    Box { x: f64, y: f64, width: f64, height: f64, radius: f64, fill: Ink },
    /// A straight line.
    Line { from: (f64, f64), to: (f64, f64), width: f64, ink: Ink },
    /// A disc with an edge.
    Disc { x: f64, y: f64, radius: f64, fill: Ink, edge: Ink, width: f64 },
    /// A curve, as SVG writes its path.
    Curve { path: String, width: f64, ink: Ink, dash: Dash },
    /// A line of text.
    Text(TextLine),
    /// Shapes that are moved.
    Group { dx: f64, dy: f64, shapes: Vec<Shape> },
    /// Shapes of which a box alone is seen, moved by (`dx`, `dy`) before.
    Window { x: f64, y: f64, width: f64, height: f64, dx: f64, dy: f64, shapes: Vec<Shape> },
}

impl Shape {
    /// From where to where it reaches downwards, a line of text with its leading; none for what is made of others.
    pub(super) fn extent(&self) -> Option<(f64, f64)> {
        match self {
            Self::Box { y, height, .. } => Some((*y, y + height)),
            Self::Line { from, to, width, .. } => Some((from.1.min(to.1) - width / 2.0, from.1.max(to.1) + width / 2.0)),
            Self::Disc { y, radius, .. } => Some((y - radius, y + radius)),
            Self::Text(line) => Some((line.y - line.size, line.y + line.size * (super::cells::LEADING - 1.0))),
            Self::Curve { .. } | Self::Group { .. } | Self::Window { .. } => None,
        }
    }

    /// The same shape elsewhere.
    #[must_use]
    pub(super) fn moved(&self, dx: f64, dy: f64) -> Self {
        let mut shape = self.clone();
        match &mut shape {
            Self::Box { x, y, .. } | Self::Disc { x, y, .. } | Self::Text(TextLine { x, y, .. }) => {
                *x += dx;
                *y += dy;
            }
            Self::Line { from, to, .. } => {
                for (x, y) in [from, to] {
                    *x += dx;
                    *y += dy;
                }
            }
            Self::Window { x, y, dx: own_dx, dy: own_dy, .. } => {
                *x += dx;
                *y += dy;
                *own_dx += dx;
                *own_dy += dy;
            }
            Self::Group { dx: own_dx, dy: own_dy, .. } => {
                *own_dx += dx;
                *own_dy += dy;
            }
            // A path is a text; it is moved by what it stands in.
            Self::Curve { .. } => shape = Self::Group { dx, dy, shapes: vec![shape] },
        }
        shape
    }
}

/// A picture with its size in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What it shows, in words.
    pub title: String,
    /// Its shapes, the lowest first.
    pub shapes: Vec<Shape>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_of_personas_are_those_of_the_style_sheet() {
        let style = include_str!("../../style/areas/journeys.css");
        for number in 0..4 {
            let pattern = Dash::Persona(number).pattern().unwrap();
            let rule = style.split(".curve-persona {").nth(1).unwrap();
            let own = rule.split(&format!("[data-dash=\"{}\"] {{", number + 1)).nth(1).unwrap();
            assert!(own.split('}').next().unwrap().contains(&format!("stroke-dasharray: {pattern};")), "{number}");
        }
        assert_eq!(Dash::Persona(5).pattern(), Dash::Persona(0).pattern());
    }

    #[test]
    fn inks_are_those_of_the_style_sheet() {
        let style = include_str!("../../style/tokens.css");
        for (name, colour) in Ink::ALL.map(Ink::token) {
            assert!(style.contains(&format!("  {name}: light-dark({colour},")), "{name}");
        }
    }
}
