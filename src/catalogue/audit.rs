//! Checklists for audits: what to look at when one takes the customer's place, in both languages.

use crate::texts::Language;

/// A checklist for a kind of touchpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuditChecklist {
    /// Its id, which never changes.
    pub id: &'static str,
    /// What is audited.
    pub title: &'static str,
    /// What to ask oneself; a good rating is a yes.
    pub questions: &'static [&'static str],
    /// What to measure, and its unit.
    pub measurements: &'static [(&'static str, &'static str)],
}

/// The checklists in a language.
#[must_use]
pub fn audit_checklists(language: Language) -> &'static [AuditChecklist] {
    match language {
        Language::De => DE,
        Language::En => EN,
    }
}

macro_rules! checklists {
    ($($name:ident: $($id:literal $title:literal: $($question:literal),* ; $($measured:literal in $unit:literal),* ;)*)*) => {$(
        static $name: &[AuditChecklist] = &[$(AuditChecklist {
            id: $id,
            title: $title,
            questions: &[$($question),*],
            measurements: &[$(($measured, $unit)),*],
        },)*];
    )*};
}

checklists! {
    DE:
    "website" "Website":
        "Ist in wenigen Sekunden klar, was angeboten wird und für wen?",
        "Beantwortet die Seite die Fragen, mit denen jemand kommt?",
        "Überzeugt sie: Belege, Bewertungen, Beispiele?",
        "Ist der nächste Schritt leicht zu finden?",
        "Ist sie auf dem Handy gut lesbar und bedienbar?",
        "Sind Preise und Bedingungen offen genannt?";
        "Klicks bis zum Ziel" in "Klicks", "Ladezeit" in "Sekunden";
    "social-media" "Soziale Medien":
        "Wird auf Fragen und Kritik geantwortet?",
        "Klingt die Antwort nach einem Menschen?",
        "Entsteht Austausch, nicht nur Werbung?",
        "Passen die Beiträge zu dem, was Kunden beschäftigt?";
        "Zeit bis zur Antwort" in "Stunden";
    "newsletter" "E-Mail und Newsletter":
        "Ist die Anmeldung einfach und die Einwilligung klar?",
        "Kommt er regelmäßig, aber nicht zu oft?",
        "Bringt er einen echten Nutzen?",
        "Sind Angebote und Neuigkeiten persönlich zugeschnitten?",
        "Ist die Abmeldung mit einem Klick getan?";
        "Nachrichten im Monat" in "Stück";
    "hotline" "Hotline":
        "Ist sie zu den Zeiten erreichbar, zu denen Kunden anrufen?",
        "Ist die Wartezeit zumutbar, und wird sie angesagt?",
        "Kommt man ohne Umwege zur richtigen Person?",
        "Ist die Auskunft fachlich richtig und verständlich?",
        "Wird das Anliegen beim ersten Anruf gelöst?",
        "Ist das Gespräch freundlich und zugewandt?";
        "Wartezeit" in "Minuten", "Weiterverbindungen" in "Mal";
    "chat" "Chat":
        "Ist klar, ob ein Mensch oder ein Automat antwortet?",
        "Geht die Antwort auf die Frage ein?",
        "Kommt man zu einem Menschen, wenn es nicht weitergeht?",
        "Bleibt das Gesagte bei der Übergabe erhalten?";
        "Zeit bis zur ersten Antwort" in "Minuten";
    "shop" "Geschäft und Filiale":
        "Wird man wahrgenommen und begrüßt?",
        "Wird nach dem Bedarf gefragt, bevor verkauft wird?",
        "Ist das Einkaufen ein persönliches Erlebnis?",
        "Findet man sich ohne Hilfe zurecht?",
        "Kennt das Personal Angebote und Zusagen der Website?";
        "Wartezeit bis zur Beratung" in "Minuten";
    "packaging" "Verpackung":
        "Spricht sie an und ist sie wiederzuerkennen?",
        "Lässt sie sich leicht öffnen?",
        "Ist die Ware gut geschützt?",
        "Ist sie sparsam und leicht zu entsorgen?";
        "Zeit bis zum Auspacken" in "Minuten";
    "order" "Bestellung":
        "Ist die Bestätigung sofort da und klar?",
        "Steht darin, was als Nächstes geschieht und wann?",
        "Lässt sich die Bestellung leicht ändern?",
        "Sind alle Kosten vor dem letzten Klick zu sehen?";
        "Schritte bis zum Abschluss" in "Schritte";
    "delivery" "Lieferung und Start":
        "Kommt die Lieferung zum zugesagten Zeitpunkt?",
        "Wird über den Stand informiert, ohne dass man fragt?",
        "Gelingt die erste Nutzung ohne fremde Hilfe?",
        "Ist klar, an wen man sich wendet, wenn es hakt?";
        "Tage bis zur Lieferung" in "Tage";
    "invoice" "Rechnung":
        "Ist verständlich, wofür bezahlt wird?",
        "Stimmt sie mit dem Angebot überein?",
        "Ist zu sehen, bis wann und wie zu zahlen ist?",
        "Ist eine Ansprechstelle für Fragen genannt?";
        "Zeit bis zum Verstehen" in "Minuten";
    "returns" "Rücksendung":
        "Ist die Rücksendung leicht anzustoßen?",
        "Kostet sie den Kunden nichts, oder ist das vorher klar?",
        "Wird der Eingang bestätigt?",
        "Kommt das Geld rasch zurück?";
        "Tage bis zur Erstattung" in "Tage";
    "complaint" "Beschwerde":
        "Wird die Beschwerde aufgenommen und bestätigt?",
        "Wird sie gelöst, nicht nur beantwortet?",
        "Entschuldigt sich das Unternehmen, wo es einen Fehler gemacht hat?",
        "Dreht sich die Stimmung zum Guten?",
        "Muss das Anliegen nur einmal erzählt werden?";
        "Tage bis zur Lösung" in "Tage";
    "cancellation" "Kündigung":
        "Ist die Kündigung leicht zu finden und auszusprechen?",
        "Wird respektvoll damit umgegangen?",
        "Wird nach dem Grund gefragt?",
        "Wird sie ohne Nachfassen bestätigt?",
        "Bleibt die Tür für eine Rückkehr offen?";
        "Tage bis zur Bestätigung" in "Tage";

    EN:
    "website" "Website":
        "Is it clear within seconds what is offered, and to whom?",
        "Does the page answer the questions that people come with?",
        "Does it convince: proof, reviews, examples?",
        "Is the next step easy to find?",
        "Is it easy to read and use on a phone?",
        "Are prices and conditions stated openly?";
        "Clicks to the goal" in "clicks", "Loading time" in "seconds";
    "social-media" "Social media":
        "Are questions and criticism answered?",
        "Does the answer sound like a human being?",
        "Is there exchange, not just advertising?",
        "Do the posts fit what customers care about?";
        "Time to an answer" in "hours";
    "newsletter" "E-mail and newsletter":
        "Is signing up simple and the consent clear?",
        "Does it come regularly, but not too often?",
        "Is it of real value?",
        "Are offers and news personal?",
        "Is unsubscribing done with one click?";
        "Messages a month" in "messages";
    "hotline" "Hotline":
        "Can it be reached at the times when customers call?",
        "Is the waiting time acceptable, and is it announced?",
        "Does one get to the right person without detours?",
        "Is the answer correct and easy to understand?",
        "Is the matter solved with the first call?",
        "Is the conversation friendly and attentive?";
        "Waiting time" in "minutes", "Transfers" in "times";
    "chat" "Chat":
        "Is it clear whether a human or a machine answers?",
        "Does the answer address the question?",
        "Does one get to a human when the chat gets stuck?",
        "Is what was said kept when somebody takes over?";
        "Time to the first answer" in "minutes";
    "shop" "Shop and branch":
        "Is one noticed and greeted?",
        "Do staff ask about the need before they sell?",
        "Is shopping a personal experience?",
        "Does one find one’s way without help?",
        "Do staff know the website’s offers and promises?";
        "Waiting time for advice" in "minutes";
    "packaging" "Packaging":
        "Is it appealing and recognisable?",
        "Is it easy to open?",
        "Are the goods well protected?",
        "Is it economical and easy to dispose of?";
        "Time to unpack" in "minutes";
    "order" "Order":
        "Is the confirmation there at once, and clear?",
        "Does it say what happens next, and when?",
        "Is the order easy to change?",
        "Are all costs shown before the last click?";
        "Steps to complete" in "steps";
    "delivery" "Delivery and start":
        "Does the delivery come when promised?",
        "Is one kept informed of progress without asking?",
        "Does the first use succeed without help?",
        "Is it clear whom to turn to when something is stuck?";
        "Days to delivery" in "days";
    "invoice" "Invoice":
        "Is it clear what one pays for?",
        "Does it agree with the offer?",
        "Does it show how and by when to pay?",
        "Is there a contact for questions?";
        "Time to understand it" in "minutes";
    "returns" "Returns":
        "Is a return easy to start?",
        "Is it free for the customer, or is the cost clear beforehand?",
        "Is the receipt confirmed?",
        "Does the money come back quickly?";
        "Days to the refund" in "days";
    "complaint" "Complaint":
        "Is the complaint taken up and confirmed?",
        "Is it solved, not just answered?",
        "Does the company apologise where it was at fault?",
        "Does the mood turn for the better?",
        "Does the matter have to be told only once?";
        "Days to the solution" in "days";
    "cancellation" "Cancellation":
        "Is cancelling easy to find and to do?",
        "Is it treated with respect?",
        "Is one asked for the reason?",
        "Is it confirmed without having to ask?",
        "Does the door stay open for a return?";
        "Days to the confirmation" in "days";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_checklists_of_distinct_questions() {
        let shape = |language| {
            let shape = |list: &AuditChecklist| (list.id, list.questions.len(), list.measurements.len());
            audit_checklists(language).iter().map(shape).collect::<Vec<_>>()
        };
        assert_eq!(shape(Language::De), shape(Language::En));
        for language in Language::ALL {
            let questions: Vec<_> = audit_checklists(language).iter().flat_map(|list| list.questions).collect();
            let distinct: std::collections::BTreeSet<_> = questions.iter().collect();
            assert_eq!(questions.len(), distinct.len());
            assert!(audit_checklists(language).iter().all(|list| list.questions.len() >= 4 && !list.measurements.is_empty()));
        }
    }
}
