//! Colours and type of charts, from the same tokens as the rest of the app.

/// Colours and type of charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartTheme {
    /// Behind everything.
    pub paper: &'static str,
    /// Lines and points.
    pub ink: &'static str,
    /// Text beside marks.
    pub secondary: &'static str,
    /// Text of axes.
    pub tertiary: &'static str,
    /// Lines of the grid.
    pub hairline: &'static str,
    /// The line at zero.
    pub stronger: &'static str,
    /// Band of an interval.
    pub band: &'static str,
    /// Shade of a span.
    pub span: &'static str,
    /// Text in a shaded span.
    pub span_ink: &'static str,
    /// Points that stand out.
    pub bad: &'static str,
    /// Typefaces, as in CSS.
    pub font_family: &'static str,
}

const FONT_FAMILY: &str = "'Source Sans 3 Variable', system-ui, sans-serif";

impl ChartTheme {
    /// For light screens and paper.
    pub const LIGHT: Self = Self {
        paper: "#ffffff",
        ink: "#16191d",
        secondary: "#474d55",
        tertiary: "#5f666e",
        hairline: "#e4e4df",
        stronger: "#cdcec8",
        band: "rgba(22, 25, 29, 0.1)",
        span: "#e3f3f5",
        span_ink: "#0b7285",
        bad: "#b42318",
        font_family: FONT_FAMILY,
    };

    /// For dark screens.
    pub const DARK: Self = Self {
        paper: "#181b1e",
        ink: "#eceef0",
        secondary: "#b6bdc4",
        tertiary: "#8c949c",
        hairline: "#272b30",
        stronger: "#3a4047",
        band: "rgba(236, 238, 240, 0.14)",
        span: "#113035",
        span_ink: "#5cc4d4",
        bad: "#f28b82",
        font_family: FONT_FAMILY,
    };
}
