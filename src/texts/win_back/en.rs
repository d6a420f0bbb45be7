//! English words of the win-back planner.

use super::WinBack;
use crate::finance::{WinBackInput, WinBackVerdict};
use crate::plan::{LossReason, WinBackContact};

fn lost(customers: &str) -> String {
    format!("{customers} lost {}", if customers == "1" { "customer" } else { "customers" })
}

pub static WIN_BACK: WinBack = WinBack {
    facts: |groups, customers| match groups {
        0 => "Lost customers: who to win back, with what, and what it brings".to_owned(),
        1 => format!("1 group · {}", lost(customers)),
        groups => format!("{groups} groups · {}", lost(customers)),
    },
    empty_title: "Who have you lost, and why?",
    empty_text: "Group lost customers by their reason. For each group you see what winning it back brings, what it costs, and which groups are better left out.",
    new_group: "New group",
    group: "Group",
    reason: "Reason",
    reason_name: |reason| match reason {
        LossReason::BetterOffer => "better offer",
        LossReason::Price => "became too expensive",
        LossReason::Product => "disappointed by the product",
        LossReason::Service => "disappointed by the service",
        LossReason::Inactive => "doesn’t use it any more",
        LossReason::NeedGone => "need has gone",
        LossReason::Unknown => "unknown",
    },
    customers: "Customers",
    margin: "Margin per year",
    margin_help: "What a customer of this group brings per year, minus the cost they cause. Not revenue.",
    months_since: "Left",
    months_unit: "months ago",
    months_hint: "The shorter, the better the prospects.",
    months_long: "Over a year ago: calculate with caution.",
    contact: "Contact",
    contact_name: |contact| match contact {
        WinBackContact::Personal => "personal conversation",
        WinBackContact::Telephone => "telephone",
        WinBackContact::Written => "in writing",
    },
    contact_hint: "In person with very profitable customers or those looked after by field sales, otherwise by telephone; in writing only where nothing else works. Every attempt begins with an apology.",
    not_chosen: "still open",
    incentive: "Incentive",
    incentive_empty: "What do you offer?",
    incentive_fits: "Fits the reason",
    take_incentive: |words| format!("Use as incentive: {words}"),
    contact_cost: "Contact per customer",
    incentive_cost: "Incentive per return",
    rate: "Win-back rate",
    rate_low: "cautious",
    rate_likely: "likely",
    rate_high: "favourable",
    rate_hint: "For comparison: professional win-back reaches 30–50%. Use your own experience if you have any.",
    rate_error: "Please enter a number from 0 to 100.",
    rate_disordered: "Cautious, likely, favourable: in this order.",
    stay_years: "Then stay",
    stay_unit: "years",
    stay_hint: |years| format!("Empty: {years} years, the plan’s time horizon."),
    stay_error: "Please enter a number from 0 to 100.",
    count_error: "Please enter a whole number from 0 to 1 billion.",
    months_error: "Please enter a whole number from 0 to 1,200.",
    amount_error: "Please enter an amount from 0 to 1,000 billion.",
    left_out: "Leave this group out",
    is_left_out: "left out",
    new_customer_cost: "Cost per new customer",
    new_customer_hint: "What winning a new customer costs. Win-back is measured against it.",
    new_customer_of_plan: |cost| format!("Empty: {cost}, as above for all."),
    expected: "Expected value",
    expected_help: "What those who come back bring over the years, discounted to today, minus all cost. The range goes from the cautious to the favourable case.",
    won: "Come back",
    won_note: |range| format!("{range} customers"),
    cost: "Cost",
    cost_per_won: "Cost per return",
    range: |low, high| if low == high { low.to_owned() } else { format!("{low} to {high}") },
    nobody: "nobody comes back",
    cheaper: |difference| format!("{difference} cheaper than a new customer"),
    dearer: |difference| format!("{difference} more expensive than a new customer"),
    total_note: |counted, all| {
        if counted == all { "all groups".to_owned() } else { format!("{counted} of {all} groups") }
    },
    verdict: "Verdict",
    verdict_name: |verdict| match verdict {
        WinBackVerdict::Pays => "pays",
        WinBackVerdict::Unsure => "uncertain",
        WinBackVerdict::DoesNotPay => "better left out",
    },
    verdict_text: |verdict| match verdict {
        WinBackVerdict::Pays => "Pays even in the cautious case.",
        WinBackVerdict::Unsure => "Probably pays, but not in the cautious case. Begin with part of the group.",
        WinBackVerdict::DoesNotPay => "Probably costs more than it brings. Leave the group out, or lower the cost.",
    },
    missing: |inputs| {
        let names: Vec<&str> = inputs
            .iter()
            .map(|input| match input {
                WinBackInput::Customers => "number of customers",
                WinBackInput::Margin => "margin",
                WinBackInput::ContactCost => "cost of contact",
                WinBackInput::Rate => "win-back rate",
                WinBackInput::RateOrder => "win-back rates in order, from cautious to favourable",
            })
            .collect();
        format!("Missing: {}", names.join(", "))
    },
    calculation: "How it is calculated",
    value_of_one: |margin, years, rate, value| format!("{margin} per year over {years} years, discounted at {rate}: {value}"),
    value_title: "Value per return",
    won_line: |customers, rate, won| format!("{customers} × {rate} = {won}"),
    cost_line: |customers, contact, won, incentive, cost| format!("{customers} × {contact} + {won} × {incentive} = {cost}"),
    expected_line: |won, value, cost, expected| format!("{won} × {value} − {cost} = {expected}"),
    break_even: "Covers its cost from",
    break_even_line: |share| format!("{share} have to come back"),
    no_break_even: "At this cost, it never pays.",
    source: "After the concept of the second lifetime value (Stauss and Friege 1999; Thomas, Blattberg and Fox 2004). Amounts at the end of each year.",
    become_measure: "Turn into a measure",
    measure_title: "Win back lost customers",
    measure_title_of: |group| format!("Win back: {group}"),
    become_own: "Make a measure of this group",
    become_further: |n| match n {
        1 => "Make a measure of the remaining group".to_owned(),
        n => format!("Make a measure of {n} remaining groups"),
    },
    join_measure: |title| format!("Add to “{title}”"),
    measure_made: |title| format!("The measure “{title}” has been created."),
    refresh_measure: "Update the measure’s figures",
    measure_refreshed: "The measure now has the figures of its groups.",
    open_measure: "Open measure",
    part_of: "Part of the measure",
    measure_reasoning: |groups, customers, won, value, years, rate| {
        let groups = if groups == 1 { "1 group".to_owned() } else { format!("{groups} groups") };
        let years = if years == 1 { "the year".to_owned() } else { format!("the {years} years") };
        format!(
            "{groups} with {customers} lost customers; {won} come back. Less all cost this is worth {value}. The benefit a year is chosen so that the net present value over {years} of the plan, discounted at {rate}, is that value. Whatever else the measure costs is taken from that."
        )
    },
    lost: "Reasons for leaving in imported data",
    lost_help: "Reasons that have no group yet. The new group is named after the reason and has its number of customers; how long ago they left is averaged over the months.",
    lost_customers: |customers, count| {
        if customers == 1 { "1 lost customer".to_owned() } else { format!("{count} lost customers") }
    },
    lost_between: |first, last| if first == last { first.to_owned() } else { format!("{first} to {last}") },
    lost_more: |more| format!("Show {more} more"),
    take: "Create group",
    take_of: |reason| format!("Create group: {reason}"),
    take_all: |count| format!("Create groups from these {count} reasons"),
    taken: |count| if count == 1 { "1 group created.".to_owned() } else { format!("{count} groups created.") },
    details_of: |title| format!("Details of the group “{title}”"),
    delete: "Delete group",
};
