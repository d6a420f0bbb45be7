//! English words of the channels over all journeys.

use super::Channels;

pub static CHANNELS: Channels = Channels {
    intro: "The ways in which you meet customers, in which sub-phase, and where the way breaks",
    empty_title: "No step in a journey yet",
    empty_text: "As soon as journeys have steps with channels, you will see here which channel is used where, how that feels, and where customers have to change it against their will.",
    to_journeys: "Go to journeys",
    no_channels_title: "No channel yet",
    no_channels_text: "Add the ways in which you meet customers in the settings.",
    to_settings: "Go to settings",
    kind: "Journeys",
    every_kind: "All",
    persona: "Persona",
    every_persona: "all",
    matrix: "Channels and sub-phases",
    matrix_help: "Each cell counts the steps of all journeys in this channel and sub-phase; the dot shows their mean mood from −2 to +2. A step with several channels counts in each. A cell opens the list of its steps.",
    channel: "Channel",
    online: "online",
    offline: "offline",
    no_phase: "no sub-phase",
    no_channel: "no channel",
    steps: |n| match n {
        1 => "1 step".to_owned(),
        n => format!("{n} steps"),
    },
    cell: |channel, sub_phase, steps, mood| {
        let steps = if steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") };
        let mood = mood.map(|mood| format!(", mood {mood}")).unwrap_or_default();
        format!("{channel}, {sub_phase}: {steps}{mood}")
    },
    cell_title: |channel, sub_phase| format!("{channel} · {sub_phase}"),
    all_of: |channel| format!("All steps: {channel}"),
    mood: |mood| format!("Mean mood {mood}"),
    steps_none: "Not used in any of these journeys.",
    switches: "Changes of channel",
    switches_help: "A break is a change that customers are forced to; the one from online to offline weighs most. If they change because they want to, it isn’t a break. You say at the step of the journey whether a change is forced or chosen.",
    switches_none: "No change of channel.",
    breaks_note: |breaks, offline, unsaid| {
        let breaks = match (breaks, offline) {
            (0, _) if unsaid > 0 => "no break known".to_owned(),
            (0, _) => "no break".to_owned(),
            (1, 0) => "1 break".to_owned(),
            (1, _) => "1 break, from online to offline".to_owned(),
            (n, 0) => format!("{n} breaks"),
            (n, offline) if n == offline => format!("{n} breaks, all from online to offline"),
            (n, offline) => format!("{n} breaks, {offline} of them from online to offline"),
        };
        match unsaid {
            0 => breaks,
            1 => format!("{breaks} · reason open for 1 change"),
            n => format!("{breaks} · reason open for {n} changes"),
        }
    },
    break_offline: "Break, online to offline",
    forced: "Break",
    chosen: "chosen",
    unsaid: "reason open",
    from_to: |from, to| format!("{from} → {to}"),
    between: |from, to| format!("{from} → {to}"),
    more_switches: |n| format!("Show {n} more"),
    gaps: "Gaps",
    gaps_help: "Channels that no journey uses in a phase, and sub-phases that none leads through. Not every gap is a mistake: check whether customers miss something there, or whether a journey is missing.",
    unused: "Unused channels",
    unused_none: "all used",
    without_steps: "Sub-phases without steps",
    without_steps_none: "none",
};
