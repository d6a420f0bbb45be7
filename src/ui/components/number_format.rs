//! Numbers as fields show and read them.

use leptos::prelude::*;
use reiseplan::texts::{Language, format};

/// Decimals of an amount, capacity or rate at most.
const DECIMALS: usize = 2;

/// Writes numbers with as few decimals as they need.
pub fn writer(language: Language) -> Callback<f64, String> {
    Callback::new(move |value: f64| {
        let short = |decimals: &usize| {
            let scale = 10_f64.powi(i32::try_from(*decimals).unwrap_or_default());
            ((value * scale).round() / scale - value).abs() < 1e-9
        };
        let decimals = (0..DECIMALS).find(short).unwrap_or(DECIMALS);
        format::number(language, value, decimals)
    })
}

/// Reads a number that `accepts` takes, or nothing where that is allowed; else tells `error`.
pub fn reader(
    language: Language,
    optional: bool,
    error: &'static str,
    accepts: fn(f64) -> bool,
) -> Callback<String, Result<Option<f64>, String>> {
    Callback::new(move |text: String| {
        if text.trim().is_empty() && optional {
            return Ok(None);
        }
        match format::parse_number(language, &text) {
            Some(number) if accepts(number) => Ok(Some(number)),
            _ => Err(error.to_owned()),
        }
    })
}
