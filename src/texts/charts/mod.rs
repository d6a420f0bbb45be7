//! Words inside and around charts.

mod de;
mod en;

pub(super) use de::CHARTS as DE;
pub(super) use en::CHARTS as EN;

/// Words inside and around charts.
#[allow(missing_docs)]
pub struct Charts {
    /// Ways to take a chart along.
    pub as_table: &'static str,
    pub picture: &'static str,
    pub save_png: &'static str,
    pub save_svg: &'static str,
    pub picture_failed: fn(error: &str) -> String,
    pub load_failed: fn(error: &str) -> String,
    pub try_again: &'static str,
    /// From the lower to the upper end of an interval.
    pub interval: fn(low: &str, high: &str) -> String,
    /// Number of answers that a value rests on.
    pub answers: fn(n: &str) -> String,
    /// The same where there is little room.
    pub answers_short: fn(n: &str) -> String,
    /// In place of a number of answers that is too small to be shown.
    pub answers_below: fn(minimum: u64) -> String,
    /// Value, interval and number of answers, each as written.
    pub estimate: fn(value: &str, interval: &str, answers: &str) -> String,
    /// Remark at a value that rests on fewer than 30 answers.
    pub unsure: &'static str,
    /// Remark at a group, or a period of one, that is too small to be shown.
    pub hidden: fn(minimum: u64) -> String,
    /// In place of a chart of which nothing can be shown.
    pub all_hidden: fn(minimum: u64) -> String,
    pub no_answers: &'static str,
    /// In place of a value where a line has a gap.
    pub gap: &'static str,
    /// Headings of tables.
    pub low: &'static str,
    pub high: &'static str,
    pub answers_column: &'static str,
    pub remark: &'static str,
    pub segment: &'static str,
    /// From one month to another.
    pub span: fn(from: &str, to: &str) -> String,
    pub target: fn(value: &str, by: Option<&str>) -> String,
    /// What happened at the marks of a chart, as the name of a list.
    pub events: &'static str,
    /// A name and the value that belongs to it.
    pub value_of: fn(name: &str, value: &str) -> String,
    /// Descriptions for those who don't see the chart.
    pub describe_line: fn(points: usize, last: &str, lowest: &str, highest: &str) -> String,
    pub describe_rows: fn(rows: usize, values: &str) -> String,
}
