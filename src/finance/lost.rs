//! Customers who were lost, by the reasons for leaving that imported data name, and the groups that they become.

use crate::plan::{Day, LeavingTally, LossReason, Month, Plan, Tallied, WinBackGroup, WinBackGroupId, name_key};
use std::collections::{BTreeMap, HashSet};

/// Customers who left for a reason that imported data name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LostCustomers {
    /// The reason, as the first source writes it.
    pub reason: String,
    /// How many left.
    pub customers: u32,
    /// By month; never empty.
    months: BTreeMap<Month, u32>,
}

impl LostCustomers {
    /// The first and the last month in which one left.
    #[must_use]
    pub fn span(&self) -> Option<(Month, Month)> {
        Some((*self.months.keys().next()?, *self.months.keys().next_back()?))
    }

    /// Months from the middle one, each weighted by its customers, to `today`; 0 where that is yet to come.
    #[must_use]
    pub fn months_since(&self, today: Day) -> u16 {
        let weighted = self.months.iter().map(|(month, count)| f64::from(today.month().months_since(*month)) * f64::from(*count));
        let all: f64 = self.months.values().map(|count| f64::from(*count)).sum();
        (weighted.sum::<f64>() / all.max(1.0)).round().clamp(0.0, f64::from(u16::MAX)) as u16
    }

    /// The group that they become.
    #[must_use]
    pub fn to_group(&self, id: WinBackGroupId, today: Day) -> WinBackGroup {
        WinBackGroup {
            reason: loss_reason(&self.reason),
            customers: Some(self.customers),
            months_since: Some(self.months_since(today)),
            ..WinBackGroup::new(id, &self.reason)
        }
    }
}

/// The reasons for leaving of all sources that no group stands for yet, those of most customers first. A group stands for
/// a reason if its title has the same words, whatever their case.
#[must_use]
pub fn lost_without_group(plan: &Plan) -> Vec<LostCustomers> {
    let taken: HashSet<String> = plan.win_back_groups.iter().map(|group| name_key(&group.title)).collect();
    let mut found: Vec<(String, LostCustomers)> = Vec::new();
    for (reason, LeavingTally { months, .. }) in plan.sources.iter().flat_map(|source| &source.leaving) {
        let key = name_key(reason);
        if taken.contains(&key) {
            continue;
        }
        let place = found.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            found.push((key, LostCustomers { reason: reason.trim().to_owned(), customers: 0, months: BTreeMap::new() }));
            found.len() - 1
        });
        let lost = &mut found[place].1;
        for (month, count) in months.iter().filter(|(_, count)| **count > 0) {
            lost.customers.add(count);
            lost.months.entry(*month).or_default().add(count);
        }
    }
    let mut lost: Vec<LostCustomers> = found.into_iter().map(|(_, lost)| lost).filter(|lost| lost.customers > 0).collect();
    lost.sort_by_key(|lost| std::cmp::Reverse(lost.customers));
    lost
}

/// What words tell a reason, in German and English, the more telling reasons first; a blank in front of a part: a word
/// begins with it.
const TELLING: [(LossReason, &[&str]); 6] = [
    (
        LossReason::BetterOffer,
        &[
            "besseres angebot",
            "bessere angebot",
            "wettbewerb",
            "mitbewerb",
            "konkurren",
            "anbieterwechsel",
            "anderer anbieter",
            "anderen anbieter",
            "günstiger",
            "guenstiger",
            "billiger",
            "competit",
            "better offer",
            "better deal",
            "other provider",
            "another provider",
            "other supplier",
            "another supplier",
            " cheaper",
            " switched",
        ],
    ),
    (
        LossReason::Price,
        &[
            " teuer",
            " teurer",
            "überteuer",
            "verteuer",
            "preis",
            "kosten ",
            "gebühr",
            "gebuehr",
            " budget",
            " price",
            " pricing",
            " expensive",
            " afford",
            " cost ",
            " costs ",
            " fees ",
        ],
    ),
    (
        LossReason::NeedGone,
        &[
            "kein bedarf",
            "keinen bedarf",
            "bedarf entfall",
            "bedarf weggefall",
            "nicht mehr benötigt",
            "nicht mehr gebraucht",
            " umzug",
            " umgezogen",
            " verzogen",
            " weggezogen",
            " wegzug",
            " ausland",
            " verstorben",
            " todesfall",
            "geschäftsaufgabe",
            "betriebsaufgabe",
            " insolven",
            " moved",
            " moving",
            " relocat",
            " no need",
            " no longer need",
            " not needed",
            " need has gone",
            " deceased",
            " passed away",
            " bankrupt",
            " out of business",
            " business closed",
            "kein interesse",
            "desinteresse",
        ],
    ),
    (
        LossReason::Inactive,
        &[
            " inaktiv",
            "nicht genutzt",
            "nicht mehr genutzt",
            "kaum genutzt",
            "selten genutzt",
            "nutzt nicht",
            "nicht nutz",
            "keine nutzung",
            " inactiv",
            " not using",
            " not used",
            " unused",
            " no longer us",
            " rarely us",
        ],
    ),
    (
        LossReason::Service,
        &[
            "service",
            "hotline",
            "beschwerde",
            "reklamation",
            " support",
            "kundensupport",
            "kundendienst",
            "betreuung",
            "beratung",
            "wartezeit",
            "erreichbar",
            "unfreundlich",
            "abrechnung",
            " complaint",
            " waiting",
            " unfriendly",
            " rude",
            " billing",
        ],
    ),
    (
        LossReason::Product,
        &[
            "produkt",
            "qualität",
            "qualitaet",
            "leistung",
            "funktion",
            "fehler",
            "mängel",
            "defekt",
            "ausfall",
            "ausfälle",
            "störung",
            "unzuverlässig",
            "product",
            "quality",
            " feature",
            " function",
            " fault",
            " defect",
            " bug",
            " outage",
            " unreliab",
            " reliab",
            " performance",
        ],
    ),
];

/// The kind of a reason that is written in words, German or English; unknown where they don't tell.
#[must_use]
pub fn loss_reason(words: &str) -> LossReason {
    let lower = words.to_lowercase();
    let split = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let text = split.fold(" ".to_owned(), |text, word| text + word + " ");
    let told = TELLING.iter().find(|(_, parts)| parts.iter().any(|part| text.contains(part)));
    told.map(|(reason, _)| *reason).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{PlanId, Source, SourceId};

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    /// Reasons with their customers by month.
    type Reasons<'a> = &'a [(&'a str, &'a [(&'a str, u32)])];

    fn plan(sources: &[Reasons<'_>]) -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        for (number, reasons) in sources.iter().enumerate() {
            let mut source = Source::new(SourceId::from_random(number as u64), "");
            for (reason, months) in *reasons {
                let months = months.iter().map(|(text, count)| (month(text), *count)).collect();
                source.leaving.insert((*reason).to_owned(), LeavingTally { months, ..LeavingTally::default() });
            }
            plan.sources.insert(source);
        }
        plan
    }

    fn listed(plan: &Plan) -> Vec<(String, u32)> {
        lost_without_group(plan).into_iter().map(|lost| (lost.reason, lost.customers)).collect()
    }

    #[test]
    fn reasons_of_all_sources_are_summed_up_and_go_when_a_group_stands_for_them() {
        let mut plan = plan(&[
            &[("Umzug", &[("2025-01", 2)]), ("Zu teuer", &[("2025-01", 3), ("2025-02", 1)])],
            &[("zu teuer ", &[("2025-02", 4)]), ("niemand", &[("2025-02", 0)])],
        ]);
        assert_eq!(listed(&plan), [("Zu teuer".to_owned(), 8), ("Umzug".to_owned(), 2)]);
        let dear = &lost_without_group(&plan)[0];
        assert_eq!(dear.span(), Some((month("2025-01"), month("2025-02"))));
        let group = dear.to_group(WinBackGroupId::standard("g"), Day::parse("2025-07-15").unwrap());
        assert_eq!((group.title.as_str(), group.reason, group.customers), ("Zu teuer", LossReason::Price, Some(8)));
        plan.win_back_groups.insert(WinBackGroup { title: "ZU TEUER".to_owned(), ..group });
        assert_eq!(listed(&plan), [("Umzug".to_owned(), 2)]);
    }

    #[test]
    fn the_time_since_is_that_of_the_weighted_middle() {
        #[track_caller]
        fn check(months: &[(&str, u32)], today: &str, expected: u16) {
            let plan = plan(&[&[("Umzug", months)]]);
            assert_eq!(lost_without_group(&plan)[0].months_since(Day::parse(today).unwrap()), expected);
        }
        check(&[("2025-01", 5)], "2025-07-31", 6);
        check(&[("2025-01", 1), ("2025-05", 3)], "2025-07-01", 3);
        check(&[("2024-01", 1), ("2025-01", 1)], "2025-07-01", 12);
        check(&[("2025-09", 1)], "2025-07-01", 0);
        check(&[("2025-01", u32::MAX), ("2025-02", u32::MAX)], "2025-07-01", 6);
        check(&[("0001-01", 1)], "9999-12-01", u16::MAX);
    }

    #[test]
    fn words_tell_the_kind_of_a_reason() {
        for (reason, words) in [
            (LossReason::BetterOffer, &["Besseres Angebot", "Wettbewerber", "Konkurrenz günstiger", "Anbieterwechsel"][..]),
            (
                LossReason::BetterOffer,
                &["Better offer", "Moved to a competitor", "Switched to another provider", "Cheaper elsewhere"],
            ),
            (LossReason::Price, &["zu teuer", "Strompreis erhöht", "Preis/Leistung", "Produkt überteuert", "hohe Servicegebühr"]),
            (LossReason::Price, &["Price", "Too expensive", "Can't afford it", "Budget cut", "Costs"]),
            (
                LossReason::Service,
                &["Hotline", "schlechter Kundenservice", "Beschwerde nicht gelöst", "Service quality", "Long waiting"],
            ),
            (
                LossReason::Product,
                &["Produktqualität", "Internetausfall", "Steuerung defekt", "Missing feature", "Removed a function"],
            ),
            (LossReason::NeedGone, &["Umzug", "kein Bedarf mehr am Produkt", "verstorben", "Moved abroad", "No longer needed"]),
            (LossReason::Inactive, &["Kunde inaktiv", "kaum genutzt", "Not using it"]),
            (LossReason::Unknown, &["", "Sonstiges", "Steuerliche Gründe", "other", "k. A."]),
        ] {
            for words in words {
                assert_eq!(loss_reason(words), reason, "{words}");
            }
        }
    }
}
