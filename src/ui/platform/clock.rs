//! Time and chance.

use reiseplan::plan::Day;

/// Milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// Today by the user's clock.
pub fn today() -> Day {
    let date = js_sys::Date::new_0();
    Day::new(date.get_full_year() as i32, date.get_month() as u8 + 1, date.get_date() as u8)
        .expect("BUG: the browser's date is a day")
}

/// 64 random bits, for ids.
pub fn random_bits() -> u64 {
    let mut bytes = [0; 8];
    let filled = super::window().crypto().is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled { u64::from_le_bytes(bytes) } else { (js_sys::Math::random() * 2f64.powi(53)) as u64 ^ (now() as u64) << 20 }
}

/// Day and time (`14:03`) of a moment by the user's clock.
pub fn local(millis: f64) -> (Day, String) {
    let date = js_sys::Date::new(&millis.into());
    let day = Day::new(date.get_full_year() as i32, date.get_month() as u8 + 1, date.get_date() as u8);
    (day.unwrap_or_else(today), format!("{:02}:{:02}", date.get_hours(), date.get_minutes()))
}
