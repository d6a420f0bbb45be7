//! German words of the check.

use super::Check;
use crate::check::{Figure, RuleId};
use crate::finance::Contradiction;
use crate::texts::{Language, format};

const LANGUAGE: Language = Language::De;

pub static CHECK: Check = Check {
    facts: |open, urgent| match (open, urgent) {
        (0, _) => "Nichts offen".to_owned(),
        (1, 0) => "1 Hinweis".to_owned(),
        (open, 0) => format!("{open} Hinweise"),
        (1, _) => "1 Hinweis, dringend".to_owned(),
        (open, urgent) => format!("{open} Hinweise, davon {urgent} dringend"),
    },
    urgent: "Dringend",
    urgent_help: "Was sich widerspricht, überfällig ist, mehr Geld oder Zeit braucht, als da ist, oder Kunden wehtut, ohne dass etwas geschieht.",
    others: "Was noch fehlt",
    nothing_title: "Nichts zu beanstanden",
    nothing_text: "Jeder Schmerzpunkt hat eine Maßnahme, jede Maßnahme Ziel, Kennzahl, Verantwortung und Kosten, und nichts ist überfällig.",
    found,
    why,
    to_do,
    figure,
    plan: "Der ganze Plan",
    dismiss: "Nicht relevant",
    dismiss_of: |name| format!("Nicht relevant: {name}"),
    dismissed: "Nicht relevant",
    dismissed_text: "Diese Hinweise zählen nicht mehr. Die Begründung bleibt im Plan.",
    reason: "Nicht relevant, weil …",
    reason_of: |name| format!("Warum nicht relevant: {name}"),
    check_again: "Wieder prüfen",
    check_again_of: |name| format!("Wieder prüfen: {name}"),
    dismissed_told: |name| format!("„{name}“ gilt als nicht relevant."),
    count: |count| match count {
        1 => "1 offener Hinweis".to_owned(),
        count => format!("{count} offene Hinweise"),
    },
    all: |count| format!("Prüfliste ({count})"),
    more: |more| format!("und {more} weitere"),
};

fn found(rule: RuleId, count: usize) -> String {
    let (one, many) = match rule {
        RuleId::MeasureOverdue => ("überfällige Maßnahme", "überfällige Maßnahmen"),
        RuleId::MeasureNotBegun => ("Maßnahme, die längst laufen sollte", "Maßnahmen, die längst laufen sollten"),
        RuleId::MeasureDates => ("Maßnahme mit widersprüchlichen Terminen", "Maßnahmen mit widersprüchlichen Terminen"),
        RuleId::BenefitDisordered => ("Maßnahme mit verdrehter Nutzenspanne", "Maßnahmen mit verdrehter Nutzenspanne"),
        RuleId::BudgetExceeded => ("überschrittenes Budget", "überschrittene Budgets"),
        RuleId::QuarterBudgetExceeded => ("Quartal über Budget", "Quartale über Budget"),
        RuleId::CapacityExceeded => ("überlastete Abteilung", "überlastete Abteilungen"),
        RuleId::PainPointWithoutMeasure => ("Schmerzpunkt ohne Maßnahme", "Schmerzpunkte ohne Maßnahme"),
        RuleId::WeaknessWithoutMeasure => ("Schwäche ohne Maßnahme", "Schwächen ohne Maßnahme"),
        RuleId::PhaseWithoutGoals => ("Phase ohne Ziele", "Phasen ohne Ziele"),
        RuleId::KpiPastLimit => ("Kennzahl jenseits der Warngrenze", "Kennzahlen jenseits der Warngrenze"),
        RuleId::ChannelBreak => ("Kundenreise mit Bruch zwischen Kanälen", "Kundenreisen mit Brüchen zwischen Kanälen"),
        RuleId::TargetUncovered => ("Soll-Reise, zu der Maßnahmen fehlen", "Soll-Reisen, zu denen Maßnahmen fehlen"),
        RuleId::TouchpointAssumed => ("Touchpoint, der auf Annahmen beruht", "Touchpoints, die auf Annahmen beruhen"),
        RuleId::PersonaWithoutJourney => ("Persona ohne Kundenreise", "Personas ohne Kundenreise"),
        RuleId::SourceWithoutPurpose => {
            ("Datenquelle ohne Zweck oder Rechtsgrundlage", "Datenquellen ohne Zweck oder Rechtsgrundlage")
        }
        RuleId::GroupDoesNotPay => ("Rückgewinnung, die sich nicht rechnet", "Rückgewinnungen, die sich nicht rechnen"),
        RuleId::GoalWithoutKpi => ("Ziel ohne Kennzahl", "Ziele ohne Kennzahl"),
        RuleId::GoalWithoutTarget => ("Ziel ohne Zielwert", "Ziele ohne Zielwert"),
        RuleId::GoalWithoutMeasure => ("Ziel ohne Maßnahme", "Ziele ohne Maßnahme"),
        RuleId::MeasureWithoutOwner => ("Maßnahme ohne Verantwortliche", "Maßnahmen ohne Verantwortliche"),
        RuleId::MeasureWithoutCost => ("Maßnahme ohne Kosten", "Maßnahmen ohne Kosten"),
        RuleId::MeasureWithoutGoal => ("Maßnahme ohne Ziel", "Maßnahmen ohne Ziel"),
        RuleId::MeasureWithoutKpi => ("Maßnahme ohne Kennzahl", "Maßnahmen ohne Kennzahl"),
        RuleId::MeasureWithoutDates => ("Maßnahme ohne Termine", "Maßnahmen ohne Termine"),
        RuleId::BudgetInOnePhase => ("Phase mit über 70 % des Geldes", "Phasen mit über 70 % des Geldes"),
        RuleId::NoBudget => ("Plan ohne Budget", "Pläne ohne Budget"),
        RuleId::TouchpointWithoutDepartment => ("Touchpoint, der niemandem gehört", "Touchpoints, die niemandem gehören"),
        RuleId::KpiWithoutData => ("Kennzahl ohne neue Daten", "Kennzahlen ohne neue Daten"),
        RuleId::KpiWithoutUse => ("Kennzahl, die niemand braucht", "Kennzahlen, die niemand braucht"),
        RuleId::InvolvementMissing => ("Entwicklungsphase ohne Kunden", "Entwicklungsphasen ohne Kunden"),
        RuleId::PhaseWithoutInformingContent => {
            ("Abschnitt ohne Inhalte, die informieren", "Abschnitte ohne Inhalte, die informieren")
        }
    };
    format!("{count} {}", if count == 1 { one } else { many })
}

fn why(rule: RuleId) -> &'static str {
    match rule {
        RuleId::MeasureOverdue => "Das Ende ist vorbei, die Maßnahme nicht. Wer auf sie baut, plant falsch.",
        RuleId::MeasureNotBegun => "Der Beginn ist vorbei, sie steht aber noch auf „geplant“.",
        RuleId::MeasureDates => "So, wie die Termine stehen, lässt sich die Maßnahme nicht ausführen.",
        RuleId::BenefitDisordered => "Der niedrige Nutzen liegt über dem hohen. Rendite und Kapitalwert sind dann falsch.",
        RuleId::BudgetExceeded => "Was geplant ist, kostet mehr, als ausgegeben werden darf.",
        RuleId::QuarterBudgetExceeded => "In diesem Quartal kosten die Maßnahmen mehr, als dafür vorgesehen ist.",
        RuleId::CapacityExceeded => "Die Maßnahmen brauchen in einem Quartal mehr Personentage, als die Abteilung hat.",
        RuleId::PainPointWithoutMeasure => "Kunden leiden darunter, und niemand tut etwas dagegen.",
        RuleId::WeaknessWithoutMeasure => "Die Schwäche trifft zu, aber keine Maßnahme ist mit ihr verknüpft.",
        RuleId::PhaseWithoutGoals => "Wer nur einen Teil des Lebenszyklus verbessert, verliert Kunden im anderen.",
        RuleId::KpiPastLimit => "Der letzte Wert liegt dort, wo Sie gewarnt werden wollten.",
        RuleId::ChannelBreak => "Wer online beginnt, wird gezwungen, offline weiterzumachen. Dort geben viele auf.",
        RuleId::TargetUncovered => "Schritte sollen anders werden, aber keine Maßnahme ändert sie.",
        RuleId::TouchpointAssumed => "Niemand hat Kunden gefragt oder beobachtet. Vielleicht stimmt es nicht.",
        RuleId::PersonaWithoutJourney => "Es ist nicht zu sehen, was diese Kunden erleben.",
        RuleId::SourceWithoutPurpose => "Wer fragt, ob die Daten so verwendet werden dürfen, bekommt keine Antwort.",
        RuleId::GroupDoesNotPay => "Die Ansprache kostet voraussichtlich mehr, als die Zurückgewonnenen einbringen.",
        RuleId::GoalWithoutKpi => "Ohne Kennzahl lässt sich später nicht sagen, ob das Ziel erreicht ist.",
        RuleId::GoalWithoutTarget => "Die Kennzahl hat keinen Zielwert. Erreicht ist das Ziel damit nie oder immer.",
        RuleId::GoalWithoutMeasure => "Ein Ziel, für das niemand etwas tut, bleibt ein Wunsch.",
        RuleId::MeasureWithoutOwner => "Was allen gehört, tut niemand.",
        RuleId::MeasureWithoutCost => "Ohne Kosten stimmen Budget, Rendite und Reihenfolge nicht.",
        RuleId::MeasureWithoutGoal => "Es ist nicht zu sehen, wozu die Maßnahme dient.",
        RuleId::MeasureWithoutKpi => "Ob sie wirkt, lässt sich ohne Kennzahl nicht zeigen.",
        RuleId::MeasureWithoutDates => "Ohne Beginn und Ende fehlt sie im Zeitplan und im Budget der Quartale.",
        RuleId::BudgetInOnePhase => "Über 70 % des Geldes liegen in einer Phase; die anderen kommen zu kurz.",
        RuleId::NoBudget => "Die Maßnahmen kosten Geld, aber niemand hat gesagt, wie viel es geben darf.",
        RuleId::TouchpointWithoutDepartment => "Wo niemand zuständig ist, verbessert auch niemand etwas.",
        RuleId::KpiWithoutData => "Seit über 90 Tagen kam nichts Neues. Entscheidungen beruhen auf altem Stand.",
        RuleId::KpiWithoutUse => {
            "Sie gehört zu keinem Ziel, keiner Maßnahme und keinem Schritt: Daten, die Arbeit machen und nichts bewirken."
        }
        RuleId::InvolvementMissing => "Je später Kunden beteiligt werden, desto teurer wird jede Verbesserung.",
        RuleId::PhaseWithoutInformingContent => {
            "Etwa 80 % aller Suchen dienen der Information. Wer hier nichts bietet, wird nicht gefunden."
        }
    }
}

fn to_do(rule: RuleId) -> &'static str {
    match rule {
        RuleId::MeasureOverdue => "Schließen Sie sie ab, oder setzen Sie ein neues Ende.",
        RuleId::MeasureNotBegun => "Setzen Sie sie auf „läuft“, oder verschieben Sie den Beginn.",
        RuleId::MeasureDates => "Rücken Sie Beginn, Ende, Meilensteine oder Abhängigkeiten zurecht.",
        RuleId::BenefitDisordered => "Tragen Sie niedrig, wahrscheinlich und hoch in dieser Reihenfolge ein.",
        RuleId::BudgetExceeded => "Streichen oder verschieben Sie Maßnahmen, oder erhöhen Sie das Budget.",
        RuleId::QuarterBudgetExceeded => "Verschieben Sie Maßnahmen in ein anderes Quartal.",
        RuleId::CapacityExceeded => "Verteilen Sie die Arbeit auf andere Quartale oder Abteilungen.",
        RuleId::PainPointWithoutMeasure => "Legen Sie eine Maßnahme an, oder verknüpfen Sie eine vorhandene.",
        RuleId::WeaknessWithoutMeasure => {
            "Nehmen Sie über ihr Menü auf, was dagegen hilft, planen Sie eine eigene Maßnahme, oder verknüpfen Sie eine vorhandene."
        }
        RuleId::PhaseWithoutGoals => "Wählen Sie in der Strategie wenigstens ein Ziel für diese Phase.",
        RuleId::KpiPastLimit => "Suchen Sie die Ursache, oder setzen Sie die Grenze neu.",
        RuleId::ChannelBreak => "Bieten Sie den nächsten Schritt auch online an, oder benennen Sie den Wechsel als gewählt.",
        RuleId::TargetUncovered => "Planen Sie Maßnahmen an diesen Touchpoints.",
        RuleId::TouchpointAssumed => "Beobachten oder befragen Sie Kunden, und tragen Sie den Beleg ein.",
        RuleId::PersonaWithoutJourney => "Wählen Sie die Persona in einer Kundenreise, oder legen Sie eine an.",
        RuleId::SourceWithoutPurpose => "Tragen Sie beides beim Import an der Quelle ein.",
        RuleId::GroupDoesNotPay => "Lassen Sie die Gruppe weg, oder senken Sie die Kosten.",
        RuleId::GoalWithoutKpi => "Wählen Sie in der Strategie eine Kennzahl für das Ziel.",
        RuleId::GoalWithoutTarget => "Setzen Sie Wert und Termin: am Ziel oder an der Kennzahl.",
        RuleId::GoalWithoutMeasure => "Verknüpfen Sie eine Maßnahme mit dem Ziel, oder streichen Sie es.",
        RuleId::MeasureWithoutOwner => "Tragen Sie eine Rolle ein, die dafür einsteht.",
        RuleId::MeasureWithoutCost => "Schätzen Sie die Kosten; eine grobe Zahl ist besser als keine.",
        RuleId::MeasureWithoutGoal => "Verknüpfen Sie die Maßnahme mit einem Ziel.",
        RuleId::MeasureWithoutKpi => "Verknüpfen Sie eine Kennzahl, die sich durch sie ändern soll.",
        RuleId::MeasureWithoutDates => "Tragen Sie Beginn und Ende ein.",
        RuleId::BudgetInOnePhase => "Prüfen Sie, ob in den anderen Phasen weniger Geld mehr bewirkt.",
        RuleId::NoBudget => "Tragen Sie in den Einstellungen das Budget ein.",
        RuleId::TouchpointWithoutDepartment => "Wählen Sie in den Einstellungen eine Abteilung.",
        RuleId::KpiWithoutData => "Importieren Sie neue Daten, oder löschen Sie die Kennzahl.",
        RuleId::KpiWithoutUse => "Verknüpfen Sie sie mit einem Ziel, oder löschen Sie sie.",
        RuleId::InvolvementMissing => "Planen Sie dort eine Beteiligung, je früher, desto besser.",
        RuleId::PhaseWithoutInformingContent => "Planen Sie einen Inhalt, der eine Frage aus diesem Abschnitt beantwortet.",
    }
}

fn figure(figure: &Figure, currency: &str) -> String {
    match figure {
        Figure::Since(day) => format!("seit {}", format::day(LANGUAGE, *day)),
        Figure::Excess(amount) => format!("{} zu viel", format::money(LANGUAGE, *amount, currency)),
        Figure::Share(share) => format!("{} des Geldes", format::percent(LANGUAGE, *share, 0)),
        Figure::Load(quarter, days, capacity) => {
            let number = |value: f64| format::number(LANGUAGE, value, 0);
            format!("{} im {}. Quartal {}, {} vorhanden", number(*days), quarter.number(), quarter.year(), number(*capacity))
        }
        Figure::Steps(count, ..) => {
            if *count == 1 {
                "1 Schritt".to_owned()
            } else {
                format!("{count} Schritte")
            }
        }
        Figure::Severity(severity) => format!("Schwere {severity} von 5"),
        Figure::Dates(contradiction) => match contradiction {
            Contradiction::EndBeforeStart => "endet vor ihrem Beginn".to_owned(),
            Contradiction::Implausible { day } => format!("das Jahr {} ist wohl vertippt", day.year()),
            Contradiction::TooLong => "läuft länger als zehn Jahre".to_owned(),
            Contradiction::BenefitBeforeStart => "ihr Nutzen beginnt vor ihr".to_owned(),
            Contradiction::StartsTooEarly { ends, .. } => {
                format!("beginnt, bevor eine andere am {} fertig ist", format::day(LANGUAGE, *ends))
            }
            Contradiction::StartsBefore { begins, .. } => {
                format!("beginnt, bevor eine andere am {} beginnt", format::day(LANGUAGE, *begins))
            }
            Contradiction::DependsOnDropped { .. } => "hängt von einer verworfenen Maßnahme ab".to_owned(),
            Contradiction::Circular => "hängt im Kreis von sich selbst ab".to_owned(),
            Contradiction::MilestoneOutside { .. } => "ein Meilenstein liegt außerhalb von Beginn und Ende".to_owned(),
        },
    }
}
