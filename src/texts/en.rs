//! The English texts.

use super::*;
use crate::{
    editor::{Label, Noun, Verb},
    exchange::{Fault, FileKind, MAX_FILE_LEN, Mend, Mended, ReadError, SCHEMA},
};

fn paste_reason(reason: PasteReason) -> &'static str {
    match reason {
        PasteReason::NotAMonth => "a month is expected here, for example 03/2025",
        PasteReason::NotACount => "a whole number is expected here, 0 or more",
        PasteReason::NotANumber => "a number is expected here",
        PasteReason::TwoForms => "the month has both counts and a reported value; only one of them, please",
        PasteReason::Missing => "the column is missing",
        PasteReason::MonthTwice => "the month already appeared in an earlier line",
    }
}

/// Says what was deleted, and in how many records of which kinds it was used.
fn deleted(name: &str, uses: &[(&str, usize)]) -> String {
    let places: Vec<String> = uses.iter().map(|(table, count)| format!("{count} {}", used_in(table, *count == 1))).collect();
    match join_words(&places, " and ") {
        Some(places) => format!("“{name}” deleted. It was used in {places}."),
        None => format!("“{name}” deleted."),
    }
}

/// Name of a table's records after "in".
fn used_in(table: &str, one: bool) -> &str {
    match (table, one) {
        ("touchpoints", true) => "touchpoint",
        ("touchpoints", false) => "touchpoints",
        ("personas", true) => "persona",
        ("personas", false) => "personas",
        ("audits", true) => "audit",
        ("audits", false) => "audits",
        ("voices", true) => "voice",
        ("voices", false) => "voices",
        ("journeys", true) => "journey",
        ("journeys", false) => "journeys",
        ("pain_points", true) => "pain point",
        ("pain_points", false) => "pain points",
        ("opportunities", true) => "opportunity",
        ("opportunities", false) => "opportunities",
        ("goals", true) => "goal",
        ("goals", false) => "goals",
        ("weaknesses", true) => "weakness",
        ("weaknesses", false) => "weaknesses",
        ("win_back_groups", true) => "customer group",
        ("win_back_groups", false) => "customer groups",
        ("contents", true) => "piece of content",
        ("contents", false) => "pieces of content",
        ("involvements", true) => "involvement",
        ("involvements", false) => "involvements",
        ("measures", true) => "measure",
        ("measures", false) => "measures",
        ("kpis", true) => "KPI",
        ("kpis", false) => "KPIs",
        ("sources", true) => "data source",
        ("sources", false) => "data sources",
        (other, _) => other,
    }
}

pub(super) static TEXTS: Texts = Texts {
    language: Language::En,
    terms: Terms {
        phase: |phase| match phase {
            Phase::Acquisition => "Acquisition",
            Phase::Active => "Active",
            Phase::Passive => "Passive",
        },
        sub_phase: |id| {
            Some(match id {
                "awareness" => "Awareness",
                "consideration" => "Consideration",
                "decision" => "Decision",
                "onboarding" => "Onboarding",
                "use" => "Use",
                "renewal" => "Renewal",
                "inactive" => "Inactive",
                "cancelled" => "Cancelled",
                "win-back" => "Win-back",
                "trial" => "Trial",
                "expansion" => "Expansion",
                "need" => "Need",
                "specification" => "Tender",
                "offer" => "Offer",
                "commissioning" => "Delivery and commissioning",
                "operation" => "Operation and service",
                "modernisation" => "Follow-up order",
                "dormant" => "Dormant customers",
                "lost" => "Lost customers",
                "occasion" => "Occasion",
                "information" => "Information",
                "application" => "Application",
                "processing" => "Processing",
                "decision-notice" => "Notice",
                "service-use" => "Use of the service",
                "objection" => "Objection and complaint",
                "departure" => "Leaving",
                "return" => "Return",
                _ => return None,
            })
        },
        measure_status: |status| match status {
            MeasureStatus::Idea => "idea",
            MeasureStatus::Planned => "planned",
            MeasureStatus::Running => "running",
            MeasureStatus::Done => "done",
            MeasureStatus::Dropped => "dropped",
        },
        assessment: |assessment| match assessment {
            Assessment::Applies => "applies",
            Assessment::Partly => "partly",
            Assessment::Not => "doesn’t apply",
        },
        evidence: |evidence| match evidence {
            Evidence::Assumption => "Assumption",
            Evidence::Observation => "Observation",
            Evidence::Interview => "Interview",
            Evidence::Survey => "Survey",
            Evidence::BehaviourData => "Behaviour data",
            Evidence::Staff => "Staff",
        },
        pain_point_state: |state| match state {
            PainPointState::Open => "open",
            PainPointState::Planned => "planned",
            PainPointState::Solved => "solved",
        },
        journey_kind: |kind| match kind {
            JourneyKind::AsIs => "As-is journey",
            JourneyKind::ToBe => "To-be journey",
        },
        channel_kind: |kind| match kind {
            ChannelKind::Digital => "digital",
            ChannelKind::Physical => "physical",
            ChannelKind::Human => "human",
        },
        contact: |contact| match contact {
            Contact::Interaction => "Interaction with the company",
            Contact::Perception => "Perception of the company",
            Contact::Talk => "Talk about the company",
        },
        severity: |severity| format!("Severity {severity} of 5"),
        deleted,
        unnamed: "unnamed",
    },
    shell: Shell {
        app_name: "Reiseplan",
        loading: "The plan is being loaded …",
        skip_to_content: "Skip to content",
        navigation: "Areas of the plan",
        open_navigation: "Show areas",
        close_navigation: "Close areas",
        breadcrumb: "Where you are",
        all_plans: "All plans",
        area: |area| match area {
            Area::Personas => "Personas",
            Area::Audits => "Touchpoint audits",
            Area::Voices => "Voices",
            Area::Library => "Plans",
            Area::Overview => "Overview",
            Area::Journeys => "Journeys",
            Area::Channels => "Channels",
            Area::Findings => "Pain points",
            Area::Strategy => "Strategy",
            Area::Measures => "Measures",
            Area::Import => "Import",
            Area::Kpis => "KPIs",
            Area::WinBack => "Win-back",
            Area::Content => "Content",
            Area::Involvement => "Involvement",
            Area::Check => "Check",
            Area::Drivers => "Drivers",
            Area::Effects => "Effect of measures",
            Area::Settings => "Settings",
        },
        step: |step| match step {
            WorkStep::Understand => "Understand",
            WorkStep::Data => "Data",
            WorkStep::Design => "Design",
            WorkStep::Implement => "Implement",
            WorkStep::Measure => "Measure",
        },
        saved: "Saved",
        saving: "Saving …",
        not_saved_quota: "Not saved: the browser has no room left. Export the plan.",
        not_saved_protected: "Not saved: the browser holds a version that this app must not overwrite. Export the plan.",
        not_saved: |reason| format!("Not saved ({reason}). Retrying; export the plan to be safe."),
        weak_storage: "This browser blocks its database. Changes are kept in the smaller local storage; export the plan regularly.",
        no_storage: "This browser stores nothing: closing the page loses everything. Export the plan before you leave.",
        undo: "Undo",
        redo: "Redo",
        undo_step: |step| format!("Undo: {step}"),
        redo_step: |step| format!("Redo: {step}"),
        export: "Export",
        export_plan: "Export plan as file",
        export_others: "Other ways to export",
        export_for_passing_on: "Export for passing on",
        open_file: "Open file",
        search: "Search or command …",
        search_title: "Search and commands",
        search_none: "Nothing found. A shorter word finds more.",
        search_results: |n| match n {
            1 => "1 result".to_owned(),
            n => format!("{n} results"),
        },
        shortcuts: "Keyboard shortcuts",
        language: "Language",
        language_name: |language| match language {
            Language::De => "Deutsch",
            Language::En => "English",
        },
        theme: "Appearance",
        theme_system: "Same as system",
        theme_light: "Light",
        theme_dark: "Dark",
        close: "Close",
        cancel: "Cancel",
        key_control: "Ctrl",
        key_shift: "Shift",
        edit_refused: "That didn’t work; the plan is unchanged. Please reload the page if it happens again.",
        deleted_elsewhere: "This plan was deleted in another window.",
        keep_plan: "Keep it",
        conflicts: "Another window changed the same thing. Your version stays; the other one was:",
        conflict: |what, theirs| match theirs {
            Some(theirs) => format!("{what}: {theirs}"),
            None => format!("{what}: deleted"),
        },
        read_failed: "The browser’s storage doesn’t answer properly. Reload the page.",
        not_loaded_title: "This area couldn’t be loaded",
        not_loaded_text: "Please check the connection. Your plan isn’t affected.",
        load_again: "Try again",
        missing_title: "This plan isn’t here",
        missing_text: "Plans exist only in the browser where they were made. Ask for the file and open it.",
        newer_title: "This plan comes from a newer version",
        newer_text: "This version of the app can’t read it and doesn’t change it. Reload the page to get the latest version, or save the data as a file.",
        unreadable_title: "This plan can’t be read",
        unreadable_text: "The data are still there and stay unchanged. Save them as a file.",
        save_raw: "Save data as file",
        not_found_title: "There is no such page",
        not_found_text: "Perhaps the address is incomplete.",
        panic_title: "Reiseplan ran into an error",
        panic_explanation: "The app can’t go on. Saved changes are safe. Reload the page; to be safe you can download the plan as a file first.",
        panic_reload: "Reload",
        panic_download: "Download plan",
        drop_title: "Drop the file here",
        drop_text: "A plan file is opened, a table (CSV, Excel or OpenDocument) is imported.",
        drop_unknown: |name| {
            format!(
                "“{name}” can’t be opened here. Plans are .json files; tables (.csv, .xlsx, .ods) are imported while a plan is open."
            )
        },
    },
    library: Library {
        title: "Your plans",
        intro: "Understand customer journeys, plan measures across the whole lifecycle, prove their effect. Everything stays in this browser.",
        empty_title: "No plan in this browser yet",
        empty_text: "The sample plan shows the whole chain from journey to proven KPI. Or begin with your own plan right away.",
        new_plan: "New plan",
        new_empty: "Empty plan",
        new_from_template: "From a template …",
        templates: "What to begin with?",
        templates_text: "Each template brings personas, a journey, goals, typical weaknesses and KPIs, all to be adapted.",
        sample: "See the sample plan",
        open_file: "Open plan file",
        drop_hint: "or drop the file anywhere on this page",
        new_title: "New plan",
        copy_title: |title| format!("{title} (copy)"),
        untitled: "Untitled plan",
        column_title: "Plan",
        column_organisation: "Organisation",
        column_changed: "Last changed",
        changed_today: |time| format!("today, {time}"),
        rename: "Rename",
        duplicate: "Duplicate",
        export: "Export as file",
        delete: "Delete",
        more: |title| format!("More actions for {title}"),
        name_field: "Title of the plan",
        deleted: |title| format!("“{title}” deleted."),
        opened: |title| format!("“{title}” opened."),
        opened_as_copy: |title| format!("This plan is here already; the file was opened as the copy “{title}”."),
        open_failed: |name| format!("“{name}” could not be opened."),
        was_mended: "The plan was read; this was not in order and has been mended:",
        sample_failed: "The sample plan could not be loaded. Check the connection and try again.",
        store_failed: "The plan could not be stored.",
        newer_mark: "from a newer version",
        unreadable_mark: "unreadable",
    },
    exchange: Later::new(Language::En),
    settings: Later::new(Language::En),
    overview: Later::new(Language::En),
    journeys: Later::new(Language::En),
    map: Later::new(Language::En),
    output: Later::new(Language::En),
    canvas: Later::new(Language::En),
    summary: Later::new(Language::En),
    check: Later::new(Language::En),
    win_back: Later::new(Language::En),
    content: Later::new(Language::En),
    involvement: Later::new(Language::En),
    figures: Later::new(Language::En),
    measuring: Later::new(Language::En),
    measures: Later::new(Language::En),
    personas: Later::new(Language::En),
    audits: Later::new(Language::En),
    voices: Later::new(Language::En),
    channels: Later::new(Language::En),
    journey_list: Later::new(Language::En),
    findings: Later::new(Language::En),
    strategy: Later::new(Language::En),
    import: Later::new(Language::En),
    kpis: Later::new(Language::En),
    keys: Later::new(Language::En),
    charts: Later::new(Language::En),
    actions: Actions { label, noun },
};

pub mod exchange {
    use super::*;

    pub static TEXTS: Exchange = Exchange {
        read_error,
        mended,
        table,
        other_groups: "Others",
        passing_on_suffix: "for passing on",
        passing_on_done: "Exported: imported data by month, small groups merged, no voices.",
        export_failed: "The file could not be exported.",
        delete_failed: "The plan could not be deleted.",
    };
}

pub mod settings {
    use super::*;

    pub static TEXTS: Settings = Settings {
        on_this_page: "On this page",
        plan: "Plan",
        departments: "Departments",
        departments_text: "Who owns touchpoints and carries out measures, with the person-days there are for that.",
        channels: "Channels",
        channels_text: "The ways in which customers and company meet.",
        segments: "Segments",
        segments_text: "Dimensions by which you tell customers apart, such as customer type or region, each with its values. Imported data know them by these names.",
        touchpoints: "Touchpoints",
        touchpoints_text: "A touchpoint belongs to the whole plan: the hotline is one hotline, however many journeys lead through it.",
        lifecycle: "Lifecycle",
        lifecycle_text: "The three phases with their sub-phases. Journeys, goals and measures find their place here.",
        plan_title: "Title",
        organisation: "Organisation",
        industry: "Industry",
        currency: "Currency",
        currency_name: |code| {
            Some(match code {
                "EUR" => "Euro",
                "CHF" => "Swiss franc",
                "USD" => "US dollar",
                "GBP" => "Pound sterling",
                "DKK" => "Danish krone",
                "SEK" => "Swedish krona",
                "NOK" => "Norwegian krone",
                "PLN" => "Polish złoty",
                "CZK" => "Czech koruna",
                "HUF" => "Hungarian forint",
                "RON" => "Romanian leu",
                "TRY" => "Turkish lira",
                "JPY" => "Japanese yen",
                "CNY" => "Chinese yuan",
                "CAD" => "Canadian dollar",
                "AUD" => "Australian dollar",
                _ => return None,
            })
        },
        currency_other: "Other currency …",
        currency_code: "Currency code",
        currency_code_hint: "Three letters of ISO 4217, such as SGD",
        currency_code_error: "A currency code has three letters, such as SGD.",
        discount_rate: "Discount rate",
        discount_rate_hint: "How much less money is worth in a year than today",
        discount_rate_unit: "% a year",
        discount_rate_error: "Please enter a number from 0 to 100, such as 8 or 7.5.",
        horizon: "Time horizon",
        horizon_hint: "How long the benefit of measures is counted",
        horizon_unit: "years",
        horizon_error: "Please enter a whole number from 1 to 30.",
        budget: "Available budget",
        budget_hint: "For all measures together; empty if it isn’t decided yet",
        amount_error: "Please enter an amount from 0 to 1,000 billion, such as 250,000.",
        day_rate: "Day rate",
        day_rate_hint: "What a person-day costs; empty if person-days don’t count as money",
        customer_weight: "Weight of the customer value",
        customer_weight_hint: "In the value of a measure; the rest is the weight of the business value",
        customer_weight_error: "Please enter a number from 0 to 100.",
        segment_minimum: "Smallest group",
        segment_minimum_hint: "Groups with fewer answers are neither shown singly nor passed on",
        segment_minimum_error: "Please enter a whole number from 1 to 1,000.",
        segment_minimum_unit: "answers",
        currency_changed: |new, old, amounts| {
            let kept = if amounts == 1 { format!("1 amount in {old} was") } else { format!("{amounts} amounts in {old} were") };
            format!("The currency is now {new}. {kept} not converted.")
        },
        notes: "Notes",
        name: "Name",
        field_of: |field, record| format!("{field}: {record}"),
        capacity: "Capacity",
        capacity_unit: "person-days per quarter",
        capacity_error: "Please enter a number of 0 or more, such as 40.",
        channel_kind: "Kind",
        online: "online",
        symbol: "Symbol",
        symbol_name: |symbol| match symbol {
            ChannelSymbol::Web => "Website",
            ChannelSymbol::Search => "Search",
            ChannelSymbol::Email => "E-mail",
            ChannelSymbol::App => "App",
            ChannelSymbol::Chat => "Chat",
            ChannelSymbol::SocialMedia => "Social media",
            ChannelSymbol::Phone => "Telephone",
            ChannelSymbol::Letter => "Letter",
            ChannelSymbol::Shop => "Shop",
            ChannelSymbol::Person => "Person",
            ChannelSymbol::Parcel => "Parcel",
            ChannelSymbol::Event => "Event",
            ChannelSymbol::Calculator => "Calculator",
        },
        department: "Department",
        sub_phase: "Sub-phase",
        contact: "Kind of contact",
        phase: "Phase",
        not_chosen: "not set",
        no_channel_fits: "No channel fits",
        create_channel: |name| format!("Create channel “{name}”"),
        remove: |name| format!("Remove {name}"),
        journeys: |n| match n {
            0 => "in no journey".to_owned(),
            1 => "in 1 journey".to_owned(),
            n => format!("in {n} journeys"),
        },
        used: "Used",
        add_department: "Add department",
        add_channel: "Add channel",
        add_dimension: "Add dimension",
        add_segment: "Add value",
        add_segment_to: |name| format!("Add value to “{name}”"),
        add_touchpoint: "Add touchpoint",
        add_sub_phase: "Add sub-phase",
        add_sub_phase_to: |phase| format!("Add sub-phase to the phase “{phase}”"),
        edit: |name| format!("Edit “{name}”"),
        move_up: |name| format!("Move “{name}” up"),
        move_down: |name| format!("Move “{name}” down"),
        move_up_keys: "Alt+↑",
        drag_to_move: "Drag to move",
        move_down_keys: "Alt+↓",
        delete: |name| format!("Delete “{name}”"),
        moved: |name, place, places| format!("“{name}” is now at place {place} of {places}."),
        last_sub_phase: |name| format!("“{name}” is the last sub-phase. A lifecycle needs at least one; add another one first."),
        doubled: "duplicate",
        doubled_hint: "This name occurs more than once.",
        segments_of: |name| format!("Values of “{name}”"),
        filter: "Filter touchpoints",
        filter_found: |found, all| format!("{found} of {all}"),
        filter_none: "No touchpoint fits this filter.",
        departments_empty: "No department yet. Add those that own touchpoints.",
        channels_empty: "No channel yet. Begin with the ways in which you meet customers most often.",
        segments_empty: "No dimension yet. Begin with “customer type” and its values, for example.",
        touchpoints_empty: "No touchpoint yet. Touchpoints are also created when you name a step of a journey.",
        phase_empty: "This phase has no sub-phase.",
    };
}

pub mod overview {
    use super::*;

    pub static TEXTS: Overview = Overview {
        facts: |journeys, measures, budget| {
            let journeys = match journeys {
                1 => "1 journey".to_owned(),
                n => format!("{n} journeys"),
            };
            let measures = match measures {
                1 => "1 measure".to_owned(),
                n => format!("{n} measures"),
            };
            format!("{journeys} · {measures} · {budget}")
        },
        budget: |money| format!("{money} budget"),
        no_budget: "no budget set",
        lifecycle: "The lifecycle at a glance",
        mood: "Mood",
        mood_help: "Mean emotion of all steps of the as-is journeys in this sub-phase, from −2 to +2.",
        goals: "Goals",
        weaknesses: "Weaknesses",
        pain_points: "Pain points",
        pain_points_help: "Open and planned pain points at touchpoints of this sub-phase.",
        without_measure: |n| format!("{n} without a measure"),
        measures: "Measures",
        cost: "Cost",
        cost_help: "One-off cost, plus running cost over the whole period, of all measures that weren’t dropped, counted in their main sub-phase.",
        none: "none",
        no_phase: "No sub-phase",
        no_mood: "no steps",
        kpis: "KPIs",
        kpis_note: "last 3 months with data",
        kpi_noise: "= may be noise",
        kpi_target: |target| format!("Target {target}"),
        kpi_no_data: "no data yet",
        kpis_empty: "No KPI yet. Import a survey or type values in.",
        next_measures: "Running and planned measures",
        measures_empty: "No measure planned yet.",
        all: "All",
        nobody: "nobody responsible",
        until: |day| format!("until {day}"),
        overdue: |day| format!("overdue since {day}"),
    };
}

pub mod journeys {
    use super::*;

    pub static TEXTS: Journeys = Journeys {
        list_intro: "Maps of how customers experience the company.",
        empty_title: "No journey yet",
        empty_text: "A map shows step by step what customers do, ask and feel, and where it hurts. Begin with the journey that causes the most trouble.",
        new_journey: "New journey",
        new_title: "New journey",
        title_field: "Title of the journey",
        column_title: "Journey",
        column_kind: "Kind",
        column_personas: "Personas",
        column_steps: "Steps",
        column_mood: "Mood",
        column_pains: "Open pain points",
        more: |title| format!("More actions for {title}"),
        duplicate: "Duplicate",
        delete: "Delete",
        copy_title: |title| format!("{title} (copy)"),
        facts: |steps, stages| {
            let steps = match steps {
                1 => "1 step".to_owned(),
                n => format!("{n} steps"),
            };
            let stages = match stages {
                1 => "1 stage".to_owned(),
                n => format!("{n} stages"),
            };
            format!("{steps} in {stages}")
        },
        no_persona: "no persona",
        not_found: "This journey no longer exists.",
        map: "Journey map",
        lanes: "Lanes",
        lane: |id| {
            Some(match id {
                "action" => "Action",
                "question" => "Question",
                "channels" => "Channel",
                "emotion" => "Emotion",
                "pain-points" => "Pain points",
                "department" => "Department",
                "benefit" => "Hoped-for benefit",
                "expectation" => "Expectation",
                "service" => "Service needed",
                "duration" => "Duration",
                "experience" => "Experience",
                "moment-of-truth" => "Moment of truth",
                "opportunities" => "Opportunities",
                "frontstage" => "Frontstage",
                "backstage" => "Backstage",
                "kpis" => "KPI",
                "evidence" => "Evidence",
                _ => return None,
            })
        },
        row_stages: "Stages",
        row_steps: "Touchpoints",
        add_step: "Step",
        add_step_label: "Add step",
        add_stage: "Stage",
        add_stage_label: "Add stage",
        start_title: "Which stages does the journey have?",
        start_text: "A stage belongs to a sub-phase of the lifecycle. It holds the steps, each at a touchpoint.",
        start_all: "Begin with all sub-phases",
        start_one: "Begin with one stage",
        mean: |mean| format!("Mean {mean}"),
        peak_end: |value| format!("Peak-end {value}"),
        peak_end_help: "What people remember of an experience is mainly its strongest moment and its end. Peak-end is their mean (Kahneman et al., 1993).",
        lowest: |value| format!("Low point {value}"),
        emotion_none: "no emotion",
        emotion_value: |value| format!("Emotion {value}"),
        emotion_help: "Drag up and down, click into the selected cell, or press + and −; Del removes the value.",
        evidence_none: "no evidence",
        department_none: "nobody",
        measures: "Measures",
        measures_none: "No measure changes this touchpoint yet.",
        add_measure: "Plan measure",
        measure_title: |touchpoint| format!("Improve {touchpoint}"),
        touchpoint_field: "Touchpoint",
        touchpoint_help: "A touchpoint belongs to the whole plan: the hotline is one hotline, however many journeys lead through it.",
        touchpoint_rename: "Name of the touchpoint (in all journeys)",
        touchpoint_create: |name| format!("Create “{name}”"),
        touchpoint_none: "No touchpoint fits.",
        used_in: |n| match n {
            1 => "in this journey only".to_owned(),
            n => format!("in {n} journeys"),
        },
        heading_field: "Heading in this map only",
        channels_field: "Channels",
        channels_none: "No channel fits.",
        channel_create: |name| format!("Create channel “{name}”"),
        remove: |name| format!("Remove {name}"),
        department_field: "Department",
        department_create: |name| format!("Create department “{name}”"),
        department_missing: "No department fits.",
        evidence_field: "Evidence",
        emotion_field: "Emotion",
        moment_of_truth: "Moment of truth",
        moment_of_truth_help: "A step that decides the relationship. Its station is filled.",
        sub_phase_field: "Sub-phase of the lifecycle",
        sub_phase_none: "none",
        stage_title_field: "Title of the stage",
        stage: |title| format!("Stage {title}"),
        move_left: "Move left",
        move_right: "Move right",
        insert_after: "Insert step after",
        step_deleted: |name| format!("Step “{name}” deleted."),
        stage_deleted: |name, steps| {
            format!(
                "Stage “{name}” with {} deleted.",
                match steps {
                    1 => "1 step".to_owned(),
                    n => format!("{n} steps"),
                }
            )
        },
        kind_field: "Kind of journey",
        personas_field: "Personas",
        persona_create: |name| format!("Create persona “{name}”"),
        persona_none: "No persona fits.",
        settings: "Properties",
        journey_settings: "Properties of the journey",
        cell: |lane, step| format!("{lane}, {step}"),
    };
}

pub mod strategy {
    use super::*;

    pub static TEXTS: Strategy = Strategy {
        facts: |goals, weaknesses, measures| {
            let goals = counted(goals, "goal", "goals");
            let weaknesses = counted(weaknesses, "own weakness", "own weaknesses");
            format!("{goals} · {weaknesses} · {}", counted(measures, "measure", "measures"))
        },
        first_title: "Nothing here yet",
        first_text: "Begin where you lose the most customers: write down how the customer ticks in this sub-phase, choose a goal, and judge honestly which typical weaknesses are yours. For each weakness you are offered measures that answer it.",
        first_step: |name| format!("Begin with “{name}”"),
        no_sub_phases_title: "This plan has no sub-phases",
        no_sub_phases_text: "The strategy follows the sub-phases of the lifecycle. Define in the settings which ones you have.",
        to_settings: "Go to settings",
        without_sub_phase: "No sub-phase",
        without_sub_phase_text: "This belongs to no sub-phase yet. Use its menu to move it to where it takes effect.",
        customer: "How the customer ticks",
        customer_help: "What the customer wants, asks, expects and fears here: in the customer’s words, not in yours.",
        customer_empty: "What does the customer want, ask and fear here?",
        customer_of: |name| format!("How the customer ticks: {name}"),
        goals: "Goals",
        goals_help: "What you want to achieve in this sub-phase. The KPI shows whether you do.",
        goals_empty: "No goal yet. Choose one or write your own.",
        goal: "Goal",
        add_goal: "Add goal …",
        add_goal_to: |name| format!("Add goal: {name}"),
        kpi_of: |title| format!("KPI for “{title}”"),
        no_kpi: "no KPI",
        open_kpi: "Open KPI",
        weaknesses: "Weaknesses",
        weaknesses_help: "Typical weaknesses of this sub-phase. Judge honestly whether they are yours; what doesn’t apply may stay.",
        weaknesses_empty: "No weakness yet. Look at the typical ones in the list.",
        weakness: "Weakness",
        add_weakness: "Add weakness …",
        add_weakness_to: |name| format!("Add weakness: {name}"),
        assessment_of: |title| format!("Does it apply? “{title}”"),
        not_assessed: "not judged yet",
        answers: "What helps",
        answers_to: |title| format!("What helps against “{title}”"),
        answers_taken: "All suggested measures are already in the plan.",
        show_answers: "What helps",
        take_answer: |title| format!("Add as measure: {title}"),
        answer_taken: |title| format!("“{title}” has been added as an idea."),
        measures: "Measures",
        measures_help: "What you do. A measure lies in the sub-phase that bears its cost.",
        measures_empty: "No measure yet.",
        add_measure: "Add measure …",
        add_measure_to: |name| format!("Add measure: {name}"),
        create: |words| format!("Add “{words}”"),
        nothing_fits: "Nothing fits.",
        more: |title| format!("More actions for “{title}”"),
        move_up: "Move up",
        move_down: "Move down",
        move_to: |name| format!("Move to {name}"),
        moved_to: |title, name| format!("“{title}” now lies in {name}."),
        delete: "Delete",
        to_measures: "Go to measures",
    };
}

pub mod kpis {
    use super::*;

    pub static TEXTS: Kpis = Kpis {
        intro: "Every figure comes with its 95% interval and the number of answers.",
        import: "Import survey",
        new_definition: "Answers to the question: “How likely are you to recommend us?” (0–10)",
        type_values: "Type values",
        empty_title: "No KPIs yet",
        empty_text: "KPIs show how your customers are doing and whether measures work. Import the answers of a survey, or type monthly \
                     values, also from Excel.",
        column_kpi: "KPI",
        column_value: "Last value",
        column_course: "12 months",
        by_assumptions: "by its assumptions",
        no_data: "no data yet",
        none: "none",
        until: |day| format!("by {day}"),
        unknown_kind_text: "This KPI comes from a newer version of Reiseplan. Its data are kept, but not shown here.",
        more: |title| format!("More actions for “{title}”"),
        delete_named: |title| format!("Delete “{title}”"),
        title: "Name of the KPI",
        delete: "Delete KPI",
        more_page: "More actions",
        grain: "Periods",
        answers: |n| format!("{n}\u{a0}{}", if n == "1" { "answer" } else { "answers" }),
        no_data_title: "No data yet",
        no_data_text: "Import a survey or a table, or type the values for each month. A table from Excel can be pasted.",
        measure_runs: |measure| format!("{measure} is running"),
        since: |period| format!("since {period}"),
        before: "before",
        before_that: |period| format!("before {period}"),
        whole_time: "whole time",
        difference: "difference",
        against: |period| format!("against {period}"),
        target: "Target",
        target_by: |day| format!("target by {day}"),
        target_state: |state| match state {
            TargetState::Missed => "not reached yet",
            TargetState::Reached => "reached, but not certain",
            TargetState::Secured => "reached",
        },
        unsure: "uncertain",
        origin_of: |figure| format!("Where does “{figure}” come from?"),
        origin_target: |period| {
            format!(
                "The next target, compared with the last value ({period}). “Reached” means that the less favourable end of the \
                 interval reaches it, too."
            )
        },
        more_than_noise: "More than noise",
        noise: "= may be noise",
        noise_note: "may be noise",
        no_comparison: "Nothing to compare yet",
        no_comparison_text: "There are data from a single period so far. Whether something changes shows from the second one on.",
        distribution: "Distribution",
        promoters: "Promoters",
        passives: "Passives",
        detractors: "Detractors",
        definition: "Definition",
        definition_placeholder: "What exactly is asked or counted?",
        nps_help_label: "What is the NPS?",
        nps_help_title: "Net Promoter Score (NPS)",
        nps_help: "Asked whether they recommend the company, promoters answer 9 or 10, passives 7 or 8, detractors 0 to 6.\nNPS = \
                   (promoters − detractors) ÷ answers × 100, that is −100 to +100 points.\nAnswers that aren’t whole numbers from 0 to \
                   10 don’t count.",
        details: "Details",
        owner: "Owner",
        nobody: "nobody",
        belongs_to: "Belongs to",
        belongs_to_all: "whole lifecycle",
        belongs_to_phase: |phase| format!("Phase: {phase}"),
        belongs_to_touchpoint: |touchpoint| format!("Touchpoint: {touchpoint}"),
        source: "Source",
        no_source: "none",
        typed_months: |months| if months == 1 { "1 month typed".to_owned() } else { format!("{months} months typed") },
        interval: "Interval",
        interval_help_label: "How is the interval computed?",
        targets: "Targets",
        add_target: "Add",
        no_target: "No target yet.",
        target_value: "Target value",
        target_day: "to be reached by",
        target_range: |is_score| if is_score { "Please enter a number from −100 to +100." } else { "Please enter a number." },
        remove_target: "Delete target",
        target_removed: "Target deleted.",
        measures: "Measures",
        no_measures: "No measure aims at this KPI yet.",
        to_measures: "Go to measures",
        all_measures: |count| format!("All {count}"),
        running_since: |day| format!("running since {day}"),
        planned_from: |day| format!("planned from {day}"),
        done_since: |day| format!("done since {day}"),
        hidden_groups: |groups, minimum| {
            let groups = if groups == 1 { "One group".to_owned() } else { format!("{groups} groups") };
            format!("{groups} with fewer than {minimum} answers: not shown singly, so that nobody can be recognised.")
        },
        personas: "By persona",
        personas_note: "by their segment",
        no_personas: "No persona has a segment that occurs in the data.",
        sources_overlap: |first, second, from, to, days| {
            let days = if days == 1 { format!("on {from}") } else { format!("on {days} days between {from} and {to}") };
            format!("“{first}” and “{second}” both have answers {days}. If they come from the same survey they count twice.")
        },
        typed_overlap: |months, source| {
            let months = several_months(months);
            format!("For {months} there are typed values and answers from “{source}”. Both count.")
        },
        reported_aside: |months| {
            let months = several_months(months);
            format!(
                "For {months} only reported values were typed, which can’t be put together with counted ones: they are left out \
                 of each period that also holds counted ones, and of the value over the whole time."
            )
        },
        hidden_periods: |periods, minimum| {
            let periods = if periods == 1 { "One period".to_owned() } else { format!("{periods} periods") };
            format!("{periods} with fewer than {minimum} answers: not shown singly, so that nobody can be recognised.")
        },
        left_out: |written, count| {
            let answers = if count == 1 {
                "answer lies outside the scale and isn’t"
            } else {
                "answers lie outside the scale and aren’t"
            };
            format!("{written} {answers} counted.")
        },
        typed_not_in_weeks: "Typed values hold for whole months; by day and by week they are missing.",
        typed: "Typed values",
        typed_note: "are added to the imported ones",
        typed_hint: "Arrow keys move, typing or Enter edits, Ctrl + C and Ctrl + V exchange with Excel, Ctrl + D fills down.",
        no_typed: "None yet. Add a month, or paste a table from Excel with the menu on the right.",
        add_month: "Add month",
        add_earlier: "Add earlier month",
        more_data: "More actions for typed values",
        interval_column: "95% interval",
        count_wanted: "A whole number is expected here, 0 or more. The old value stays.",
        number_wanted: "A number is expected here.",
        remove_month: |month| format!("Delete {month}"),
        month_removed: |month| format!("{month} deleted."),
        paste_table: "Paste table",
        paste_field: "Table",
        paste_hint: "One month and its values in each line, separated by tabs or semicolons; for the NPS: month, promoters, passives, \
                     detractors. A first line with headings may change the order. Months that exist are replaced.",
        paste_take: "Apply",
        pasted_months: |months, faults| {
            let months = match months {
                0 => "No month added.".to_owned(),
                1 => "1 month added.".to_owned(),
                _ => format!("{months} months added."),
            };
            match faults {
                0 => months,
                1 => format!("{months} One cell didn’t fit:"),
                _ => format!("{months} {faults} cells didn’t fit:"),
            }
        },
        pasted_cells: |cells| if cells == 1 { "1 cell pasted.".to_owned() } else { format!("{cells} cells pasted.") },
        more_faults: |more| format!("… and {more} more"),
        copy_table: "Copy table",
        copied: "Table copied.",
        copy_failed: |error| format!("The table couldn’t be copied: {error}"),
        paste_issue: |line, column, value, reason| {
            let reason = paste_reason(reason);
            if value.is_empty() {
                format!("Line {line}, column {column}: {reason}.")
            } else {
                format!("Line {line}, column {column}: “{value}” – {reason}.")
            }
        },
    };

    fn several_months(months: &[String]) -> String {
        match months {
            [first, .., last] if months.len() > 3 => format!("{} months from {first} to {last}", months.len()),
            _ => months.join(", "),
        }
    }
}

pub mod charts {
    use super::*;

    pub static TEXTS: Charts = Charts {
        as_table: "Table",
        picture: "Picture",
        save_png: "Save as PNG",
        save_svg: "Save as SVG",
        picture_failed: |error| format!("The picture couldn’t be saved: {error}"),
        load_failed: |error| format!("The chart can’t be drawn ({error}). The values are in the table."),
        try_again: "Try again",
        interval: |low, high| format!("{low} to {high}"),
        answers: |n| format!("n\u{a0}=\u{a0}{n}"),
        answers_short: |n| format!("n\u{a0}{n}"),
        answers_below: |minimum| format!("n\u{a0}<\u{a0}{minimum}"),
        estimate: |value, interval, answers| format!("{value} ({interval}), {answers}"),
        unsure: "uncertain: fewer than 30 answers",
        hidden: |minimum| format!("fewer than {minimum} answers, not shown singly"),
        all_hidden: |minimum| {
            format!(
                "In each period there are fewer than {minimum} answers: they aren’t shown singly, so that nobody can be recognised."
            )
        },
        no_answers: "There are no answers yet.",
        gap: "no answers",
        low: "from",
        high: "to",
        answers_column: "n",
        remark: "Remark",
        segment: "Group",
        span: |from, to| if from == to { from.to_owned() } else { format!("{from} to {to}") },
        target: |value, by| by.map_or_else(|| format!("Target {value}"), |by| format!("Target {value} by {by}")),
        events: "Events in the chart",
        value_of: |name, value| format!("{name}: {value}"),
        describe_line: |points, last, lowest, highest| match points {
            1 => format!("Line chart with one value. {last}."),
            _ => format!("Line chart with {points} values. Latest: {last}. Lowest value: {lowest}. Highest value: {highest}."),
        },
        describe_rows: |rows, values| match rows {
            1 => format!("One group with value and interval. {values}."),
            _ => format!("{rows} groups with value and interval. {values}."),
        },
    };
}

fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Plan => "plan",
        Noun::Profile => "plan details",
        Noun::SubPhase => "sub-phase",
        Noun::Department => "department",
        Noun::Channel => "channel",
        Noun::Dimension => "dimension",
        Noun::SegmentValue => "segment",
        Noun::Touchpoint => "touchpoint",
        Noun::Persona => "persona",
        Noun::Audit => "audit",
        Noun::Voice => "voice",
        Noun::Journey => "journey",
        Noun::Lane => "lane",
        Noun::Stage => "stage",
        Noun::Step => "step",
        Noun::Text => "text",
        Noun::Expectation => "expectation",
        Noun::Duration => "duration",
        Noun::Experience => "experience",
        Noun::ChannelChange => "change of channel",
        Noun::Emotion => "emotion",
        Noun::Evidence => "evidence",
        Noun::MomentOfTruth => "moment of truth",
        Noun::PainPoint => "pain point",
        Noun::Opportunity => "opportunity",
        Noun::Goal => "goal",
        Noun::Weakness => "weakness",
        Noun::Assessment => "assessment",
        Noun::Measure => "measure",
        Noun::WinBackGroup => "customer group",
        Noun::Content => "content",
        Noun::Involvement => "involvement",
        Noun::Dismissal => "mark “not relevant”",
        Noun::Kpi => "KPI",
        Noun::Target => "target",
        Noun::KpiData => "KPI values",
        Noun::Source => "data source",
        Noun::Cells => "cells",
    }
}

fn label(label: Label) -> String {
    let noun = noun(label.noun);
    let verb = match label.verb {
        Verb::Add => "Add",
        Verb::Change => "Change",
        Verb::Rename => "Rename",
        Verb::Move => "Move",
        Verb::Remove => "Delete",
        Verb::Duplicate => "Duplicate",
        Verb::Import => "Import",
        Verb::Paste => "Paste",
        Verb::Merge => "Merge",
        Verb::Split => "Split",
        Verb::Show => "Show",
        Verb::Hide => "Hide",
    };
    format!("{verb} {noun}")
}

fn table(name: &str) -> &str {
    match name {
        "profile" => "Plan details",
        "sub_phases" => "Sub-phases",
        "departments" => "Departments",
        "channels" => "Channels",
        "dimensions" => "Dimensions",
        "touchpoints" => "Touchpoints",
        "personas" => "Personas",
        "audits" => "Touchpoint audits",
        "voices" => "Voices",
        "journeys" => "Journeys",
        "pain_points" => "Pain points",
        "opportunities" => "Opportunities",
        "goals" => "Goals",
        "weaknesses" => "Weaknesses",
        "measures" => "Measures",
        "win_back_groups" => "Groups of lost customers",
        "contents" => "Content",
        "involvements" => "Customer involvement",
        "dismissals" => "Remarks marked as not relevant",
        "kpis" => "KPIs",
        "sources" => "Data sources",
        other => other,
    }
}

fn read_error(error: &ReadError) -> String {
    let again = "Please export the plan again or use another copy.";
    let other = "Open a file that Reiseplan has exported.";
    match error {
        ReadError::TooLarge { len } => {
            format!("The file has {} MiB; at most {} MiB are read. {other}", len.div_ceil(1 << 20), MAX_FILE_LEN >> 20)
        }
        ReadError::Empty => format!("The file is empty. {again}"),
        ReadError::NotText { line } => format!("The file isn’t text in UTF-8: there are other bytes in line {line}. {other}"),
        ReadError::NotJson { line, column } => {
            format!("The file isn’t valid JSON: line {line}, column {column} has something that doesn’t belong there. {again}")
        }
        ReadError::Truncated { line } => format!("The file is incomplete: it breaks off in line {line}. {again}"),
        ReadError::TooDeep { line, column } => {
            format!("The file is nested deeper than any plan: from line {line}, column {column} on it was not read. {other}")
        }
        ReadError::OtherFormat(found) => {
            let found = match found {
                FileKind::Named(name) => format!("The file has the format “{name}” and isn’t a plan."),
                FileKind::Object => "The file is JSON but not a plan: it has no “format”.".to_owned(),
                FileKind::List => "The file is JSON but not a plan: it holds a list.".to_owned(),
                FileKind::Single => "The file is JSON but not a plan: it holds a single value.".to_owned(),
            };
            format!("{found} {other}")
        }
        ReadError::NoSchema => format!("The file has no valid “schema”. {again}"),
        ReadError::Newer { found } => format!(
            "The file comes from a newer version (schema {found}; this version knows {SCHEMA}). Reload the page to get the latest \
             version."
        ),
        ReadError::NoPlan => format!("There is no plan in the file: its part “plan” is missing. {again}"),
    }
}

fn mended(mended: &Mended) -> String {
    let position = mended.position.map(|position| format!(", entry {}", position + 1)).unwrap_or_default();
    let id = mended.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
    let place = if mended.table.is_empty() { "Plan" } else { table(&mended.table) };
    let what = match &mended.mend {
        Mend::SetAside(fault) => {
            let why = match fault {
                Fault::NotAnObject => "it isn’t an object".to_owned(),
                Fault::NoId => "it has no valid “id”".to_owned(),
                Fault::Field { field, found } => format!("the field “{field}” can’t hold {found}"),
                Fault::Fields => "a field is missing or several fields are wrong".to_owned(),
            };
            format!("Can’t be read: {why}. The entry stays in the file but isn’t shown.")
        }
        Mend::DoubledId => "The id is already taken. The entry stays in the file but isn’t shown.".to_owned(),
        Mend::Dangling { table: target, id } => {
            format!("A reference led nowhere ({}: {id}) and was removed.", table(target))
        }
        Mend::NewId { old, new } => format!("The id “{old}” was wrong or duplicate and is now “{new}”."),
        Mend::BadNumber { field } => format!("The field “{field}” had an impossible number; it was removed."),
        Mend::NoProfile => "The plan’s details were missing; empty ones were made.".to_owned(),
        Mend::SecondProfile => "There were several plan details; the first count, these stay in the file.".to_owned(),
        Mend::NoSubPhases => "The sub-phases were missing; the usual ones were made.".to_owned(),
        Mend::NoPlanId => "The plan had no valid id and got a new one.".to_owned(),
        Mend::NotATable => "This isn’t a list. What it holds stays in the file but isn’t shown.".to_owned(),
    };
    format!("{place}{position}{id}: {what}")
}
