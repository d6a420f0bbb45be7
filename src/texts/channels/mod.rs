//! Words of the channels over all journeys.

mod de;
mod en;

pub(super) use de::CHANNELS as DE;
pub(super) use en::CHANNELS as EN;

/// Words of the channels over all journeys.
#[allow(missing_docs)]
pub struct Channels {
    pub intro: &'static str,
    pub empty_title: &'static str,
    pub empty_text: &'static str,
    pub to_journeys: &'static str,
    pub no_channels_title: &'static str,
    pub no_channels_text: &'static str,
    pub to_settings: &'static str,
    pub kind: &'static str,
    pub every_kind: &'static str,
    pub persona: &'static str,
    pub every_persona: &'static str,
    pub matrix: &'static str,
    pub matrix_help: &'static str,
    pub channel: &'static str,
    pub online: &'static str,
    pub offline: &'static str,
    pub no_phase: &'static str,
    pub no_channel: &'static str,
    pub steps: fn(usize) -> String,
    /// What a cell is called: channel, sub-phase, number of steps, mean emotion.
    pub cell: fn(channel: &str, sub_phase: &str, steps: usize, mood: Option<&str>) -> String,
    pub cell_title: fn(channel: &str, sub_phase: &str) -> String,
    pub all_of: fn(channel: &str) -> String,
    pub mood: fn(&str) -> String,
    pub steps_none: &'static str,
    pub switches: &'static str,
    pub switches_help: &'static str,
    pub switches_none: &'static str,
    /// Breaks, those of them that lead offline, and changes of which nobody has said why.
    pub breaks_note: fn(breaks: usize, offline: usize, unsaid: usize) -> String,
    pub break_offline: &'static str,
    pub forced: &'static str,
    pub chosen: &'static str,
    pub unsaid: &'static str,
    pub from_to: fn(from: &str, to: &str) -> String,
    pub between: fn(from: &str, to: &str) -> String,
    pub more_switches: fn(usize) -> String,
    pub gaps: &'static str,
    pub gaps_help: &'static str,
    pub unused: &'static str,
    pub unused_none: &'static str,
    pub without_steps: &'static str,
    pub without_steps_none: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_break_is_claimed_where_reasons_are_open() {
        let of = |words: &Channels| [(0, 0, 0), (0, 0, 1), (0, 0, 212), (3, 1, 2)].map(|(b, o, u)| (words.breaks_note)(b, o, u));
        let german = [
            "kein Bruch",
            "kein Bruch bekannt · bei 1 Wechsel Grund offen",
            "kein Bruch bekannt · bei 212 Wechseln Grund offen",
            "3 Brüche, davon 1 von online zu offline · bei 2 Wechseln Grund offen",
        ];
        assert_eq!(of(&DE), german);
        let english = [
            "no break",
            "no break known · reason open for 1 change",
            "no break known · reason open for 212 changes",
            "3 breaks, 1 of them from online to offline · reason open for 2 changes",
        ];
        assert_eq!(of(&EN), english);
    }
}
