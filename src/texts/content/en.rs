//! English words of the content plan.

use super::ContentPlan;
use crate::plan::{ContentState, Intent};

pub static CONTENT: ContentPlan = ContentPlan {
    facts: |contents, published| match contents {
        0 => "What prospects want to know, and what you answer with".to_owned(),
        1 => format!("1 piece of content · {published} published"),
        contents => format!("{contents} pieces of content · {published} published"),
    },
    empty_title: "What do prospects want to know?",
    empty_text: "Collect the questions that people have before they buy, and plan which content answers them on which channel. Questions that stand in your journeys become content in one step.",
    new_content: "New content",
    need: "Question or information need",
    need_empty: "What does somebody want to know here?",
    title: "Content",
    title_empty: "What do you answer with?",
    phase: "Buying phase",
    channels: "Channels",
    add_channel: "Add channel …",
    remove_channel: |name| format!("Remove {name}"),
    no_channel_fits: "No channel fits.",
    intent: "Intent",
    intent_name: |intent| match intent {
        Intent::Informational => "informational",
        Intent::Navigational => "navigational",
        Intent::Transactional => "transactional",
    },
    intent_help: "What somebody wants who searches for it: to learn something (informational), to get to a certain page (navigational), to buy or order something (transactional).",
    state: "Status",
    state_name: |state| match state {
        ContentState::Idea => "idea",
        ContentState::InWork => "in progress",
        ContentState::Published => "published",
    },
    department: "Department",
    due: "Due by",
    not_chosen: "still open",
    spread: "What searches are for",
    spread_help: "Of all searches about 80% are informational, 10% navigational and 10% transactional (Jansen, Booth and Spink 2008). The mark shows this usual share.",
    share: |share, count, usual| format!("{share} ({count}) · usual {usual}"),
    lacking: |count| match count {
        1 => "1 piece is missing".to_owned(),
        count => format!("{count} pieces are missing"),
    },
    enough: "enough",
    no_intent: "No content has an intent yet. Choose it in the details of each piece.",
    by_phase: "Content by buying phase and intent",
    no_informing: "nothing that informs",
    questions: "Questions without an answer",
    questions_help: "Questions from the lane “Question” of your journeys that no content answers yet. Those from the acquisition phase come first.",
    questions_none: "Every question from your journeys has content.",
    questions_more: |more| format!("Show {more} more"),
    take: "Add",
    take_of: |question| format!("Add as content: {question}"),
    take_all: |count| match count {
        1 => "Add the one from the acquisition phase".to_owned(),
        count => format!("Add the {count} from the acquisition phase"),
    },
    taken: |count| match count {
        1 => "1 question has been added.".to_owned(),
        count => format!("{count} questions have been added."),
    },
    contents: "Content",
    details_of: |need| format!("Details of “{need}”"),
    delete: "Delete content",
};
