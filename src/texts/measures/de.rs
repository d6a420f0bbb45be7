//! German words of the measures.

use super::{Figure, Measures, View};
use crate::finance::{Counted, MeasureColumn, MeasureFault, MeasureGrouping, matrix::Quarter};
use crate::plan::{Approach, ChangeField, Part};
use crate::texts::counted;

/// Which measures a budget doesn't count, as a sentence that follows another; nothing if there are none.
fn left_out(Counted { dropped, uncosted, .. }: &Counted) -> String {
    let parts = [(*dropped, "verworfene"), (*uncosted, "ohne Kosten")];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, words)| format!("{n} {words}")).collect();
    if parts.is_empty() { String::new() } else { format!(" Nicht mitgezählt: {}.", parts.join(", ")) }
}

pub static MEASURES: Measures = Measures {
    view: "Ansicht",
    view_name: |view| match view {
        View::Table => "Tabelle",
        View::Board => "Board",
        View::Timeline => "Zeitplan",
        View::Matrix => "Matrix",
        View::Budget => "Budget",
        View::People => "Abteilungen",
        View::Gaps => "Ist und Soll",
    },
    facts: |all, running, late| {
        let all = counted(all, "Maßnahme", "Maßnahmen");
        let late = if late == 0 { String::new() } else { format!(" · {late} überfällig") };
        format!("{all} · {running} {}{late}", if running == 1 { "läuft" } else { "laufen" })
    },
    new_measure: "Neue Maßnahme",
    none_title: "Noch keine Maßnahme",
    none_text: "Eine Maßnahme sagt, was Sie tun, wer dafür einsteht, bis wann, was es kostet und was es bringt. Legen Sie die erste an, oder wählen Sie in der Strategie eine typische aus.",
    none_shown: "Keine Maßnahme passt zu dieser Auswahl.",
    show_all: "Alle zeigen",
    search: "Suchen",
    status_filter: "Stand",
    phase_filter: "Phase",
    department_filter: "Abteilung",
    owner_filter: "Verantwortlich",
    every: "alle",
    group: "Gruppieren",
    grouping: |grouping| match grouping {
        MeasureGrouping::None => "nicht",
        MeasureGrouping::Phase => "nach Phase",
        MeasureGrouping::Status => "nach Stand",
        MeasureGrouping::Department => "nach Abteilung",
    },
    shown: |shown, all| format!("{shown} von {}", counted(all, "Maßnahme", "Maßnahmen")),
    without_phase: "Ohne Phase",
    without_department: "Ohne Abteilung",
    column: |column| match column {
        MeasureColumn::Title => "Maßnahme",
        MeasureColumn::SubPhase => "Abschnitt",
        MeasureColumn::Status => "Stand",
        MeasureColumn::Owner => "Verantwortlich",
        MeasureColumn::Department => "Abteilung",
        MeasureColumn::Start => "Beginn",
        MeasureColumn::End => "Ende",
        MeasureColumn::OneOffCost => "Kosten einmalig",
        MeasureColumn::MonthlyCost => "Kosten je Monat",
        MeasureColumn::PlannedCost => "Kosten ohne Personentage",
        MeasureColumn::PersonDays => "Personentage",
        MeasureColumn::Benefit => "Nutzen je Jahr",
        MeasureColumn::Value => "Wert",
        MeasureColumn::CustomerValue => "Wert für Kunden",
        MeasureColumn::BusinessValue => "Wert fürs Unternehmen",
        MeasureColumn::Effort => "Aufwand",
        MeasureColumn::Priority => "Priorität",
        MeasureColumn::Npv => "Kapitalwert",
        MeasureColumn::PainPoints => "Schmerzpunkte",
    },
    fault: |fault, text| match fault {
        MeasureFault::NoSuchStatus => {
            format!("„{text}“ ist kein Stand. Möglich sind Idee, geplant, läuft, fertig und verworfen.")
        }
        MeasureFault::NoSuchSubPhase => format!("Einen Abschnitt „{text}“ hat dieser Plan nicht."),
        MeasureFault::NoSuchDepartment => {
            format!("Eine Abteilung „{text}“ hat dieser Plan nicht. Legen Sie sie in den Einstellungen an.")
        }
        MeasureFault::NoSuchPart => format!("„{text}“ ist keine Rolle. Möglich sind V, M, B und I."),
        MeasureFault::NotADay => format!("„{text}“ ist kein Datum. Schreiben Sie es zum Beispiel so: 1.3.2026"),
        MeasureFault::NotANumber => format!("„{text}“ ist keine Zahl. Schreiben Sie zum Beispiel 24.000."),
        MeasureFault::Negative => "Das kann nicht unter 0 liegen.".to_owned(),
        MeasureFault::TooMuch => "Das ist mehr, als ein Plan fasst. Möglich sind höchstens 1.000 Milliarden.".to_owned(),
        MeasureFault::NotAnEffort => {
            format!("„{text}“ ist kein Aufwand. Möglich sind ganze Zahlen von 1 (nebenbei) bis 5 (eigenes Projekt).")
        }
        MeasureFault::NotPoints => format!("„{text}“ passt nicht. Möglich sind ganze Zahlen von 0 bis 100."),
        MeasureFault::NotPercent => format!("„{text}“ passt nicht. Möglich sind Zahlen von 0 bis 100."),
        MeasureFault::Derived => "Das wird berechnet und kann hier nicht geändert werden.".to_owned(),
        MeasureFault::Gone => "Diese Maßnahme gibt es nicht mehr.".to_owned(),
    },
    table: "Maßnahmen",
    table_keys: "Pfeile bewegen, Tippen oder F2 bearbeitet, die Leertaste öffnet die Details, Strg + C und Strg + V tauschen mit Excel aus.",
    sum: "Zusammen",
    sum_shown: "Gezeigte zusammen",
    group_title: |name, count| format!("{name} ({count})"),
    pasted: |cells, added| match added {
        0 => format!("{} eingefügt.", counted(cells, "Zelle", "Zellen")),
        n => format!("{} eingefügt, davon {} neu.", counted(cells, "Zelle", "Zellen"), counted(n, "Maßnahme", "Maßnahmen")),
    },
    paste_unfit: |count| match count {
        1 => "1 Zelle passte nicht und blieb, wie sie war:".to_owned(),
        count => format!("{count} Zellen passten nicht und blieben, wie sie waren:"),
    },
    paste_unfit_cell: |row, column, why| format!("Zeile {row}, {column}: {why}"),
    paste_beyond: |count| match count {
        1 => "1 Zelle lag rechts von der letzten Spalte und wurde nicht übernommen.".to_owned(),
        count => format!("{count} Zellen lagen rechts von der letzten Spalte und wurden nicht übernommen."),
    },
    within_budget: |cost, budget, rest| {
        format!("Alle Maßnahmen kosten ohne Personentage {cost} von {budget} Budget; {rest} sind noch frei.")
    },
    over_budget: |cost, budget, excess| {
        format!("Alle Maßnahmen kosten ohne Personentage {cost}: {excess} mehr als das Budget von {budget}.")
    },
    no_budget: |cost| format!("Alle Maßnahmen kosten ohne Personentage {cost}. Für den Plan ist kein Budget festgelegt."),
    no_cost: |budget| match budget {
        Some(budget) => format!("Noch keine Kosten eingetragen. Das Budget beträgt {budget}."),
        None => "Noch keine Kosten eingetragen.".to_owned(),
    },
    measure: "Maßnahme",
    details_of: |title| format!("Details zu „{title}“"),
    period: |start, end| match (start, end) {
        (Some(start), Some(end)) => format!("{start}\u{a0}– {end}"),
        (Some(start), None) => format!("ab {start}"),
        (None, Some(end)) => format!("bis {end}"),
        (None, None) => "ohne Termin".to_owned(),
    },
    nobody: "niemand verantwortlich",
    late: "überfällig",
    moved_to: |title, status| format!("„{title}“ ist jetzt: {status}."),
    move_left: |title| format!("„{title}“ eine Spalte nach links"),
    move_right: |title| format!("„{title}“ eine Spalte nach rechts"),
    board: "Maßnahmen nach Stand",
    board_keys: "Karten ziehen, oder Alt mit den Pfeilen nach links und rechts. Alt mit den Pfeilen nach oben und unten ordnet.",
    column_empty: "Nichts hier.",
    more_cards: |n| format!("{} zeigen", counted(n, "weitere Karte", "weitere Karten")),
    delete: "Löschen",
    duplicate: "Duplizieren",
    copy_of: |title| format!("{title} (Kopie)"),
    description: "Beschreibung",
    description_empty: "Was genau wird getan?",
    owner_hint: "eine Rolle, zum Beispiel „Leitung Service“",
    no_department: "keine Abteilung",
    add_department: "Abteilung wählen oder eintippen",
    create: |words| format!("„{words}“ hinzufügen"),
    nothing_fits: "Nichts Passendes da.",
    no_sub_phase: "kein Abschnitt",
    also_serves: "Dient auch",
    unlink: |what| format!("Verknüpfung mit „{what}“ lösen"),
    link_more: "Hinzufügen …",
    section_plan: "Planung",
    section_links: "Wozu",
    section_people: "Wer",
    section_change: "Was sich ändern muss",
    section_money: "Kosten und Nutzen",
    section_worth: "Wert und Aufwand",
    section_figures: "Was sich daraus ergibt",
    touchpoints: "Touchpoints",
    pain_points: "Schmerzpunkte",
    opportunities: "Chancen",
    weaknesses: "Schwächen",
    goals: "Ziele",
    kpis: "Kennzahlen",
    expected_effect: |kpi| format!("Erwartete Wirkung auf „{kpi}“"),
    expected_hint: "in der Einheit der Kennzahl; mehr ist positiv",
    cost_unknown: "noch nicht geschätzt",
    milestones: "Meilensteine",
    milestone: "Meilenstein",
    milestone_day: |title| format!("Termin von „{title}“"),
    milestone_reached: |title| format!("„{title}“ ist erreicht"),
    milestone_remove: |title| format!("Meilenstein „{title}“ löschen"),
    milestone_add: "Meilenstein hinzufügen",
    depends_on: "Beginnt erst nach",
    needed_by: "Darauf warten",
    from_win_back: "Aus der Rückgewinnung",
    helping: "Mithilfe",
    consulted: "Beratend",
    informed: "Informiert",
    approaches: "Wie",
    approach: |approach| match approach {
        Approach::Buy => "kaufen",
        Approach::Develop => "entwickeln",
        Approach::Digitise => "digitalisieren",
        Approach::Change => "verändern",
    },
    change_fields: "Wo",
    change_field: |field| match field {
        ChangeField::Cooperation => "Zusammenarbeit",
        ChangeField::Skills => "Fähigkeiten",
        ChangeField::Channels => "Kanäle",
        ChangeField::Processes => "Prozesse",
        ChangeField::Technology => "Technik",
        ChangeField::Culture => "Kultur",
    },
    benefit_by: "Nutzen je Jahr",
    benefit_entered: "schätzen",
    benefit_derived: "herleiten",
    benefit_low: "mindestens",
    benefit_likely: "wahrscheinlich",
    benefit_high: "höchstens",
    benefit_disordered: "Der wahrscheinliche Nutzen liegt nicht zwischen dem kleinsten und dem größten. Bitte prüfen Sie die drei Zahlen.",
    points_disordered: "„Mindestens“ ist mehr als „höchstens“. Bitte prüfen Sie die beiden Zahlen.",
    take_from_kpi: |title, value, day| match day {
        Some(day) => format!("Aus Kennzahl „{title}“: {value} (Stand {day})"),
        None => format!("Aus Kennzahl „{title}“: {value} (nach ihren Annahmen)"),
    },
    points_low: "Abwanderung sinkt um mindestens",
    points_high: "höchstens",
    points_unit: "Punkte",
    customers: "Kunden, die es betrifft",
    customer_worth: "Kundenwert (CLV)",
    derivation_help: "Prozentpunkte Abwanderung, die die Maßnahme im Jahr vermeidet, mal Zahl der Kunden, die sie erreicht, mal Wert eines Kunden, der bleibt. Der wahrscheinliche Fall ist die Mitte.",
    derivation_open: "Noch nicht bestimmbar: Es fehlt eine Angabe, oder das Ergebnis ist zu groß.",
    derivation: |points, customers, worth, benefit| {
        format!("{points} Punkte ÷ 100 × {customers} Kunden × {worth} = {benefit} je Jahr")
    },
    benefit_reasoning: "Begründung",
    benefit_start: "Nutzen ab",
    benefit_start_hint: "leer: nach dem Ende der Maßnahme",
    customer_value: "Wert für Kunden",
    business_value: "Wert fürs Unternehmen",
    effort: "Aufwand",
    effort_hint: "1 nebenbei, 5 ein eigenes Projekt",
    person_days: "Personentage",
    contradictions: "Widersprüche",
    contradiction_end: "Das Ende liegt vor dem Beginn. Ändern Sie eines von beiden.",
    contradiction_year: |year| format!("Das Jahr {year} ist wohl ein Tippfehler. Möglich sind 1970 bis 2200."),
    contradiction_long: "Läuft länger als zehn Jahre. Bitte prüfen Sie Beginn und Ende.",
    contradiction_benefit: "Der Nutzen beginnt vor der Maßnahme.",
    contradiction_early: |other, ends| format!("Beginnt, bevor „{other}“ fertig ist ({ends})."),
    contradiction_before: |other, begins| format!("Beginnt, bevor „{other}“ überhaupt begonnen hat ({begins})."),
    contradiction_dropped: |other| format!("Wartet auf „{other}“, die verworfen ist."),
    contradiction_circular: "Wartet über andere auf sich selbst.",
    contradiction_milestone: |title| format!("Der Meilenstein „{title}“ liegt außerhalb von Beginn und Ende."),
    figure: |figure| match figure {
        Figure::Cost => "Kosten",
        Figure::Benefit => "Nutzen",
        Figure::Value => "Wert",
        Figure::Priority => "Priorität",
        Figure::Roi => "ROI",
        Figure::Npv => "Kapitalwert",
        Figure::Payback => "Amortisation",
        Figure::DiscountedPayback => "Amortisation, abgezinst",
        Figure::Irr => "Interner Zinsfuß",
    },
    with_person_days: |days, is_one| {
        if is_one { format!("einschließlich {days} Personentag") } else { format!("einschließlich {days} Personentagen") }
    },
    figure_help: |figure| match figure {
        Figure::Cost => {
            "Alles, was die Maßnahme innerhalb des Zeithorizonts kostet; Personentage nur, wenn in den Einstellungen ein Tagessatz steht."
        }
        Figure::Benefit => "Alles, was sie innerhalb des Zeithorizonts bringt.",
        Figure::Value => {
            "Mittel aus dem Wert für Kunden und dem Wert fürs Unternehmen, 0 bis 100. Die Gewichte stehen in den Einstellungen."
        }
        Figure::Priority => "Wert geteilt durch Aufwand: was mit wenig Aufwand viel bringt, steht vorn.",
        Figure::Roi => "(Nutzen − Kosten) ÷ Kosten, ohne Abzinsung.",
        Figure::Npv => {
            "Summe aller Zahlungen, jede mit dem Kalkulationszins auf heute abgezinst. Über 0 lohnt sich die Maßnahme."
        }
        Figure::Payback => {
            "Jahre, bis der Nutzen die Kosten wieder hereingeholt hat; „sofort“, wenn die Summe nie unter 0 liegt."
        }
        Figure::DiscountedPayback => "Dasselbe mit abgezinsten Zahlungen.",
        Figure::Irr => "Der Zinssatz, bei dem der Kapitalwert 0 ist.",
    },
    low: "mindestens",
    range: |low, high| format!("{low} bis {high}"),
    likely: "wahrscheinlich",
    high: "höchstens",
    not_determinable: "nicht bestimmbar",
    never: "nicht im Zeithorizont",
    at_once: "sofort",
    years: |years| format!("{years}\u{a0}Jahre"),
    conventions: |years, rate| {
        format!(
            "Gezählt wird ab dem Monat des Beginns über {}. Einmalige Kosten gelten als Jahr 0 und werden nicht abgezinst, die Beträge eines Jahres zählen an dessen Ende. Kalkulationszins: {rate}. Excels NBW zinst schon den ersten Betrag ab.",
            counted(usize::from(years), "Jahr", "Jahre")
        )
    },
    no_case: "Tragen Sie Kosten und Nutzen ein, dann rechnet Reiseplan Kapitalwert, ROI und Amortisation aus.",
    formula_cost: |once, monthly, months| match months {
        0 => once.to_owned(),
        1 => format!("{once} + 1 Monat × {monthly}"),
        n => format!("{once} + {n} Monate × {monthly}"),
    },
    formula_labour: |days, rate, sum| format!("{days} Personentage × {rate} ({sum})"),
    formula_no_rate: "Die Personentage zählen nicht als Geld, weil in den Einstellungen kein Tagessatz steht.",
    formula_benefit: |a_year, months, sum| format!("{a_year} je Jahr ÷ 12 × {} = {sum}", counted(months, "Monat", "Monate")),
    formula_npv_rate: |rate| format!("Kalkulationszins {rate} im Jahr; das Jahr 0 wird nicht abgezinst."),
    formula_payback: "Das Jahr, in dem die Summe der Zahlungen 0 erreicht und darüber bleibt; innerhalb des Jahres wird gleichmäßig gerechnet.",
    formula_irr: "Die Zahlungen müssen genau einmal das Vorzeichen wechseln, sonst gibt es keinen oder mehrere solche Zinssätze.",
    cash_flow_open: "Zahlungsreihe zeigen",
    cash_flow_of: |title| format!("Zahlungsreihe von „{title}“"),
    year: "Jahr",
    cash_net: "Saldo",
    cash_discounted: "abgezinst",
    cash_sum: "Summe",
    case: "Fall",
    timeline: "Zeitplan der Maßnahmen",
    timeline_keys: "Balken ziehen, an den Enden strecken. Mit der Tastatur: Alt und Pfeile verschieben; Strg, Umschalt und Pfeile ändern den Beginn; Alt, Umschalt und Pfeile ändern das Ende.",
    scale: "Maßstab",
    scale_days: "Tage",
    scale_weeks: "Wochen",
    scale_months: "Monate",
    today: "Heute",
    set_dates: |title| format!("Termin für „{title}“ setzen"),
    earlier: "Früher",
    later: "Später",
    start_earlier: "Beginn früher",
    start_later: "Beginn später",
    end_earlier: "Ende früher",
    end_later: "Ende später",
    chosen: |title, period| format!("{title}: {period}"),
    choose_bar: "Wählen Sie einen Balken, um ihn zu verschieben.",
    bar: |title, period, status| format!("{title}, {period}, {status}"),
    milestones_of_bar: |milestones| format!("Meilensteine: {milestones}"),
    after: |others| format!("nach {others}"),
    to_today: "Zu heute",
    no_contradictions: "Kein Termin widerspricht einem anderen.",
    matrix: "Wert und Aufwand",
    matrix_note: "Fläche: Kosten ohne Personentage. Farbe: Phase.",
    quarter: |quarter| match quarter {
        Quarter::First => "Zuerst",
        Quarter::Plan => "Gut planen",
        Quarter::Aside => "Nebenbei",
        Quarter::Leave => "Eher lassen",
    },
    effort_low: "nebenbei",
    effort_high: "eigenes Projekt",
    value_axis: "Wert",
    effort_axis: "Aufwand",
    bubble: |title, value, effort, cost| format!("{title}: Wert {value}, Aufwand {effort}, Kosten {cost}"),
    ranking: "Rangfolge",
    ranking_note: "Wert ÷ Aufwand",
    ranking_none: "Bei keiner gezeigten Maßnahme sind Wert und Aufwand geschätzt. Tragen Sie beides in den Details ein, dann steht sie hier in der Rangfolge.",
    first_three: |titles| {
        format!(
            "Zuerst: {}. {} je Aufwand am meisten.",
            titles.iter().map(|title| format!("„{title}“")).collect::<Vec<_>>().join(", "),
            if titles.len() == 1 { "Sie bringt" } else { "Sie bringen" }
        )
    },
    unweighed: |n| format!("{} ohne Wert oder Aufwand", counted(n, "Maßnahme", "Maßnahmen")),
    unweighed_text: "Schätzen Sie Wert und Aufwand, damit die Matrix sie zeigt.",
    by_phase: "Nach Phase",
    by_status: "Nach Stand",
    by_department: "Nach Abteilung",
    by_quarter: "Nach Quartal",
    by_month: "Nach Monat",
    budget_shown: |shown, all, cost, whole| {
        format!(
            "Gezeigt: {} von {}, {cost} von {whole}.{} „Geplant“, „verfügbar“ und „Rest“ gelten weiter für alle.",
            shown.measures,
            counted(all, "Maßnahme mit Kosten", "Maßnahmen mit Kosten"),
            left_out(shown)
        )
    },
    planned: "geplant",
    planned_shown: "davon gezeigt",
    available: "verfügbar",
    available_for: |name| format!("Verfügbar: {name}"),
    left: "Rest",
    excess: |money| format!("{money} zu viel"),
    measures_count: "Anzahl",
    count_of: |shown, all| format!("{shown} von {all}"),
    more_measures: |n| format!("{} zeigen", counted(n, "weitere Maßnahme", "weitere Maßnahmen")),
    uncosted: |n| format!("{} ohne Kosten", counted(n, "Maßnahme", "Maßnahmen")),
    uncosted_text: "Schätzen Sie die Kosten, damit das Budget sie mitzählt.",
    without_date: "Ohne Termin",
    before_period: |first| format!("Früher als {first}"),
    after_period: |last| format!("Später als {last}"),
    year_or_month: "Zeitraum",
    cash_title: |month, is_filtered| {
        let measures = if is_filtered { "die gezeigten Maßnahmen" } else { "die Maßnahmen" };
        month.map_or_else(
            || format!("Was {measures} zusammen bringen"),
            |month| format!("Ab {month} haben sich {measures} zusammen bezahlt gemacht"),
        )
    },
    cash_title_never: |is_filtered| match is_filtered {
        true => "Innerhalb des Zeithorizonts machen sich die gezeigten Maßnahmen nicht bezahlt",
        false => "Innerhalb des Zeithorizonts machen sich die Maßnahmen nicht bezahlt",
    },
    cash_note: |is_filtered| match is_filtered {
        true => "Nutzen minus Kosten der gezeigten Maßnahmen mit Beginn, aufsummiert; Band: kleinster bis größter Nutzen",
        false => "Nutzen minus Kosten aller Maßnahmen mit Beginn, aufsummiert; Band: kleinster bis größter Nutzen",
    },
    cash_description: |last, low, likely, high| format!("Bis {last} ergeben sich {likely}, zwischen {low} und {high}."),
    cash_none: |is_filtered| match is_filtered {
        true => "Keine der gezeigten Maßnahmen hat einen Beginn und Kosten oder Nutzen.",
        false => "Keine Maßnahme hat einen Beginn und Kosten oder Nutzen.",
    },
    month: "Monat",
    quarter_head: "Quartal",
    responsibilities: "Wer was tut",
    responsibilities_keys: "V verantwortlich, M hilft mit, B berät, I wird informiert. Tippen Sie den Buchstaben, Enter übernimmt ihn; Entf leert die Zelle. Ein zweiter Klick auf eine Zelle zeigt die Auswahl.",
    part: |part| match part {
        Part::Responsible => "verantwortlich",
        Part::Helps => "hilft mit",
        Part::Consulted => "berät",
        Part::Informed => "wird informiert",
    },
    part_sign: |part| match part {
        Part::Responsible => "V",
        Part::Helps => "M",
        Part::Consulted => "B",
        Part::Informed => "I",
    },
    no_part: "nicht beteiligt",
    no_departments: "Dieser Plan hat noch keine Abteilungen. Legen Sie sie in den Einstellungen an.",
    to_settings: "Zu den Einstellungen",
    load: "Auslastung",
    load_note: "Personentage offener Maßnahmen je Quartal, gleichmäßig auf die Tage und auf verantwortliche und mithelfende Abteilungen verteilt",
    load_none: "Keine offene Maßnahme hat Personentage, Abteilung und Zeitraum.",
    load_of: |days, capacity| format!("{days} von {capacity}"),
    load_over: |days| format!("{days} zu viel"),
    unplaced: |days| {
        format!("{days} Personentage gehören zu Maßnahmen ohne Zeitraum oder ohne Abteilung und sind nicht verteilt.")
    },
    capacity: "Kapazität je Quartal",
    no_capacity: "offen",
    shared: "Braucht mehrere Abteilungen",
    shared_note: "Hier entscheidet die Zusammenarbeit",
    shared_none: "Keine offene Maßnahme braucht mehr als eine Abteilung.",
    gaps_none_title: "Noch keine Soll-Reise",
    gaps_none_text: "Entwerfen Sie aus einer Kundenreise, wie sie sein soll. Hier steht dann, was sich dafür ändern muss und welche Maßnahmen es angehen.",
    to_journeys: "Zu den Kundenreisen",
    which_target: "Soll-Reise",
    gaps_facts: |gaps, uncovered| match (gaps, uncovered) {
        (gaps, 0) => {
            format!("{}; um jeden kümmert sich eine Maßnahme.", counted(gaps, "Schritt ändert sich", "Schritte ändern sich"))
        }
        (gaps, open) => format!(
            "{}; um {open} kümmert sich noch keine Maßnahme.",
            counted(gaps, "Schritt ändert sich", "Schritte ändern sich")
        ),
    },
    no_gaps: "Ist und Soll unterscheiden sich noch nicht.",
    gap_new: "kommt neu hinzu",
    gap_left_out: "fällt weg",
    gap_changed: |fields| format!("ändert sich: {fields}"),
    gap_step: "Schritt",
    gap_what: "Was sich ändert",
    gap_measures: "Maßnahmen",
    gap_uncovered: "keine Maßnahme",
    plan_measure: |name| format!("Maßnahme für „{name}“ planen"),
    plan_with_touchpoint: |name| format!("Touchpoint und Maßnahme für „{name}“ anlegen"),
    gaps_loose: |count| match count {
        1 => {
            "Diese Soll-Reise gehört zu keiner Ist-Reise und lässt sich nicht vergleichen. Öffnen Sie sie, und wählen Sie in ihren Eigenschaften die Ist-Reise:"
        }
        _ => {
            "Diese Soll-Reisen gehören zu keiner Ist-Reise und lassen sich nicht vergleichen. Öffnen Sie sie, und wählen Sie in ihren Eigenschaften die Ist-Reise:"
        }
    },
    change_title: "Was im Unternehmen dafür geschehen muss",
    change_note: "nach den Angaben dieser Maßnahmen",
    change_unsaid: |n| format!("Bei {} ist nicht angegeben, was sich wo ändern muss:", counted(n, "Maßnahme", "Maßnahmen")),
};
