//! What a promoter is worth against a detractor: money by what its customers answered to the NPS question.

use super::{
    difference::Difference,
    mean::{self, Sample},
    series::{Group, is_hidden},
};
use crate::plan::{KpiId, MoneyGroups, Month, Plan, Sums, Tallied};
use std::ops::RangeInclusive;

/// A column of money by promoter group, over the whole time.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyStudy {
    /// What the money is, as the file calls it; empty if it has no name.
    pub title: String,
    /// The first and the last month with money.
    pub months: RangeInclusive<Month>,
    /// Of those who answered 9 or 10; none: so few that it isn't shown.
    pub promoters: Option<Sample>,
    /// Of those who answered 7 or 8.
    pub passives: Option<Sample>,
    /// Of those who answered 0 to 6.
    pub detractors: Option<Sample>,
}

impl MoneyStudy {
    /// How much more a promoter brings than a detractor (Welch); `None` where one of them isn't shown or there is no test.
    #[must_use]
    pub fn difference(&self) -> Option<Difference> {
        mean::difference(self.detractors?, self.promoters?)
    }
}

/// The columns of money that sources know by the answers to an NPS, of all or of one group of customers. Columns of one
/// name are one. Empty where no source has money.
#[must_use]
pub fn by_promoter_group(plan: &Plan, kpi: &KpiId, group: Option<&Group>) -> Vec<MoneyStudy> {
    let mut columns: Vec<(&str, RangeInclusive<Month>, MoneyGroups)> = Vec::new();
    for tally in plan.sources.iter().flat_map(|source| &source.money).filter(|tally| tally.kpi == *kpi) {
        let own = tally
            .segments
            .iter()
            .filter(|segment| group.is_some_and(|group| segment.dimension == group.dimension && segment.value == group.value));
        let all = group.is_none().then_some(&tally.months);
        for (month, money) in all.into_iter().chain(own.map(|segment| &segment.months)).flatten() {
            match columns.iter_mut().find(|(title, ..)| *title == tally.title) {
                None => columns.push((&tally.title, *month..=*month, *money)),
                Some((_, months, sum)) => {
                    sum.add(money);
                    *months = (*months.start()).min(*month)..=(*months.end()).max(*month);
                }
            }
        }
    }
    // An amount is always that of a person, of whichever customers it is.
    let shown = |sums: Sums| {
        let sample = Sample { n: sums.n.into(), sum: sums.sum, squares: sums.squares };
        (sample.n > 0 && !is_hidden(plan, Some(sample.n))).then_some(sample)
    };
    let study = |(title, months, money): (&str, RangeInclusive<Month>, MoneyGroups)| MoneyStudy {
        title: title.to_owned(),
        months,
        promoters: shown(money.promoters),
        passives: shown(money.passives),
        detractors: shown(money.detractors),
    };
    columns.into_iter().map(study).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{
        DimensionId, Kpi, KpiKind, MoneyTally, OtherFields, PlanId, Profile, SegmentTally, SegmentValueId, Source, SourceId,
    };

    fn sums(amounts: &[f64]) -> Sums {
        let mut sum = Sums::default();
        amounts.iter().filter_map(|amount| Sums::of(*amount)).for_each(|one| sum.add(&one));
        sum
    }

    fn set_minimum(plan: &mut Plan, minimum: u32) {
        let profile = Profile { segment_minimum: minimum, ..Profile::clone(&plan.profile()) };
        plan.profile.insert(profile);
    }

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    fn group() -> Group {
        Group { dimension: DimensionId::standard("type"), value: SegmentValueId::standard("private") }
    }

    /// Two sources with the same column of money: Student's sleep data as promoters and detractors, and few passives.
    fn plan() -> Plan {
        let mut plan = Plan::new(PlanId::standard("p"), "");
        let kpi = KpiId::standard("nps");
        plan.kpis.insert(Kpi::new(kpi.clone(), "", KpiKind::Nps));
        let first = MoneyGroups {
            promoters: sums(&[1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5]),
            passives: sums(&[1.0, 2.0]),
            detractors: sums(&[0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]),
        };
        let second = MoneyGroups { promoters: sums(&[1.6, 4.6, 3.4]), passives: sums(&[3.0, 4.0]), ..MoneyGroups::default() };
        let segment = SegmentTally {
            dimension: group().dimension,
            value: group().value,
            months: [(month("2025-03"), first)].into(),
            other: OtherFields::new(),
        };
        for (id, at, money, segments) in [("a", "2025-03", first, vec![segment]), ("b", "2025-01", second, Vec::new())] {
            let months = [(month(at), money)].into();
            let tally = MoneyTally { kpi: kpi.clone(), title: "Umsatz".to_owned(), months, segments, other: OtherFields::new() };
            plan.sources.insert(Source { money: vec![tally], ..Source::new(SourceId::standard(id), "") });
        }
        plan
    }

    #[test]
    fn a_promoter_is_held_against_a_detractor_as_r_does_it() {
        let found = by_promoter_group(&plan(), &KpiId::standard("nps"), None);
        let [money] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((money.title.as_str(), &money.months), ("Umsatz", &(month("2025-01")..=month("2025-03"))));
        let mean = |sample: Option<Sample>| sample.unwrap().mean().unwrap();
        assert!((mean(money.promoters).value - 2.33).abs() < 1e-9 && (mean(money.detractors).value - 0.75).abs() < 1e-9);
        // t.test(extra ~ group, data = sleep) in R: p = 0.07939, interval −0.2054832 to 3.3654832.
        let difference = money.difference().unwrap();
        assert!((difference.delta - 1.58).abs() < 1e-9 && (difference.p - 0.07939).abs() < 5e-6, "{difference:?}");
        assert!((difference.interval.0 + 0.205_483_2).abs() < 5e-8, "{difference:?}");
    }

    #[test]
    fn money_of_few_is_not_shown() {
        let mut plan = plan();
        assert_eq!(by_promoter_group(&plan, &KpiId::standard("nps"), None)[0].passives, None);
        set_minimum(&mut plan, 4);
        assert_eq!(by_promoter_group(&plan, &KpiId::standard("nps"), None)[0].passives.unwrap().n, 4);
        set_minimum(&mut plan, 11);
        let hidden = &by_promoter_group(&plan, &KpiId::standard("nps"), None)[0];
        assert_eq!((hidden.promoters, hidden.detractors, hidden.difference()), (None, None, None));
    }

    #[test]
    fn a_group_has_its_own_money_and_other_kpis_have_none() {
        let plan = plan();
        let own = by_promoter_group(&plan, &KpiId::standard("nps"), Some(&group()));
        assert_eq!((own[0].promoters.unwrap().n, own[0].months.clone()), (7, month("2025-03")..=month("2025-03")));
        let other = Group { value: SegmentValueId::standard("business"), ..group() };
        assert_eq!(by_promoter_group(&plan, &KpiId::standard("nps"), Some(&other)), []);
        assert_eq!(by_promoter_group(&plan, &KpiId::standard("csat"), None), []);
    }
}
