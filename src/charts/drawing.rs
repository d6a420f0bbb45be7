//! An ECharts option, put together from charming's components.
//!
//! `charming::Chart` does the same, but links the code that writes every kind of chart and component that charming
//! knows; this links those that are used.

use charming::{
    component::{Aria, Axis, Grid},
    element::Tooltip,
};
use serde::Serialize;
use serde_json::{Map, Value};

/// An option in the making. Axes and series keep the order in which they are added.
pub(super) struct Drawing(Map<String, Value>);

impl Drawing {
    pub fn new() -> Self {
        Self(Map::from_iter([("animation".to_owned(), Value::Bool(false))]))
    }

    pub fn aria(mut self, aria: &Aria) -> Self {
        self.0.insert("aria".to_owned(), written(aria));
        self
    }

    pub fn tooltip(mut self, tooltip: &Tooltip) -> Self {
        self.0.insert("tooltip".to_owned(), written(tooltip));
        self
    }

    pub fn grid(mut self, grid: &Grid) -> Self {
        self.0.insert("grid".to_owned(), written(grid));
        self
    }

    pub fn x_axis(self, axis: &Axis) -> Self {
        self.add("xAxis", written(axis))
    }

    pub fn y_axis(self, axis: &Axis) -> Self {
        self.add("yAxis", written(axis))
    }

    pub fn series(self, series: &impl Serialize) -> Self {
        self.add("series", written(series))
    }

    pub fn into_option(self) -> Value {
        Value::Object(self.0)
    }

    fn add(mut self, member: &str, part: Value) -> Self {
        match self.0.get_mut(member) {
            Some(Value::Array(parts)) => parts.push(part),
            _ => _ = self.0.insert(member.to_owned(), Value::Array(vec![part])),
        }
        self
    }
}

fn written(part: &impl Serialize) -> Value {
    serde_json::to_value(part).expect("BUG: a part of a chart that is no JSON")
}
