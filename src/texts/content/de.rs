//! German words of the content plan.

use super::ContentPlan;
use crate::plan::{ContentState, Intent};

pub static CONTENT: ContentPlan = ContentPlan {
    facts: |contents, published| match contents {
        0 => "Was Interessenten wissen wollen, und womit Sie antworten".to_owned(),
        1 => format!("1 Inhalt · {published} veröffentlicht"),
        contents => format!("{contents} Inhalte · {published} veröffentlicht"),
    },
    empty_title: "Was wollen Interessenten wissen?",
    empty_text: "Sammeln Sie die Fragen, die Menschen vor dem Kauf haben, und planen Sie, welcher Inhalt sie auf welchem Kanal beantwortet. Fragen, die in Ihren Kundenreisen stehen, werden in einem Schritt zu Inhalten.",
    new_content: "Neuer Inhalt",
    need: "Frage oder Informationsbedarf",
    need_empty: "Was möchte jemand hier wissen?",
    title: "Inhalt",
    title_empty: "Womit antworten Sie?",
    phase: "Kaufphase",
    channels: "Kanäle",
    add_channel: "Kanal hinzufügen …",
    remove_channel: |name| format!("{name} entfernen"),
    no_channel_fits: "Kein Kanal passt.",
    intent: "Absicht",
    intent_name: |intent| match intent {
        Intent::Informational => "informieren",
        Intent::Navigational => "hinfinden",
        Intent::Transactional => "handeln",
    },
    intent_help: "Was jemand will, der danach sucht: etwas erfahren (informieren), zu einer bestimmten Seite kommen (hinfinden), etwas kaufen oder bestellen (handeln).",
    state: "Stand",
    state_name: |state| match state {
        ContentState::Idea => "Idee",
        ContentState::InWork => "in Arbeit",
        ContentState::Published => "veröffentlicht",
    },
    department: "Abteilung",
    due: "Fertig bis",
    not_chosen: "noch offen",
    spread: "Wonach gesucht wird",
    spread_help: "Etwa 80 % aller Suchen dienen dazu, etwas zu erfahren, 10 % dazu, eine bestimmte Seite zu finden, und 10 % dazu, etwas zu kaufen oder zu bestellen (Jansen, Booth und Spink 2008). Der Strich zeigt diesen üblichen Anteil.",
    share: |share, count, usual| format!("{share} ({count}) · üblich {usual}"),
    lacking: |count| match count {
        1 => "1 Inhalt fehlt".to_owned(),
        count => format!("{count} Inhalte fehlen"),
    },
    enough: "genug",
    no_intent: "Noch kein Inhalt hat eine Absicht. Wählen Sie sie bei jedem Inhalt in den Details.",
    by_phase: "Inhalte je Kaufphase und Absicht",
    no_informing: "nichts, das informiert",
    questions: "Fragen ohne Antwort",
    questions_help: "Fragen aus der Spur „Frage“ Ihrer Kundenreisen, zu denen es noch keinen Inhalt gibt. Die aus der Anbahnung stehen zuerst.",
    questions_none: "Jede Frage aus Ihren Kundenreisen hat einen Inhalt.",
    questions_more: |more| format!("{more} weitere zeigen"),
    take: "Aufnehmen",
    take_of: |question| format!("Als Inhalt aufnehmen: {question}"),
    take_all: |count| match count {
        1 => "Die aus der Anbahnung aufnehmen".to_owned(),
        count => format!("Die {count} aus der Anbahnung aufnehmen"),
    },
    taken: |count| match count {
        1 => "1 Frage ist aufgenommen.".to_owned(),
        count => format!("{count} Fragen sind aufgenommen."),
    },
    contents: "Inhalte",
    details_of: |need| format!("Details zu „{need}“"),
    delete: "Inhalt löschen",
};
