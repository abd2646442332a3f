//! Payback and the cost of doing nothing, in words.

use super::{Teller, number, unit};
use crate::analysis::studies::Budget;
use crate::app::{BriefMoney, payback};
use crate::say;

/// Digits of an amount that are told: its noise leaves no more to be said.
const DIGITS: f64 = 3.0;

/// An amount [money], rounded to what is told of it.
fn told(amount: f64) -> f64 {
    if amount == 0.0 {
        return amount;
    }
    let step = libm::pow(10.0, libm::floor(libm::log10(amount.abs())) + 1.0 - DIGITS);
    if step < 1.0 { amount } else { (amount / step).round() * step }
}

/// What doing nothing costs, and when the units are paid back, where a unit costs `unit_cost` [money]. `None` where money
/// cannot be counted.
pub fn money(teller: &Teller, budget: &Budget, unit_cost: Option<f64>) -> Option<String> {
    let money = budget.money.as_ref()?;
    let amount = |a: f64| number::money(teller.language, a, teller.currency());
    let idle = money.of_doing_nothing;
    let mut words = Vec::new();
    if idle.low > 0.0 {
        let bare = |a: f64| number::whole(teller.language, told(a));
        let time = unit::horizon(teller);
        words.push(say!(
            teller,
            race.idle,
            period = unit::period(teller),
            amount = amount(told(idle.value)),
            low = bare(idle.low),
            high = bare(idle.high),
            time = time
        ));
    } else {
        words.push(say!(teller, race.idle_unsure).to_owned());
    }
    if let Some((cost, back)) = payback(budget, unit_cost) {
        words.push(match back {
            Some(periods) => say!(
                teller,
                race.paid,
                cost = amount(cost),
                time = unit::mean_periods(teller, periods.value),
                horizon = unit::horizon(teller)
            ),
            None => say!(teller, race.unpaid, cost = amount(cost)),
        });
        words.push(say!(teller, race.careful).to_owned());
    }
    Some(words.join(" "))
}

/// What an option brings in more or less, with its interval, and when what it costs is earned back.
pub fn of_option(teller: &Teller, option: &str, its: &BriefMoney) -> String {
    let more = its.more;
    let (period, time) = (unit::period(teller), unit::horizon(teller));
    let amount = |a: f64| number::money(teller.language, told(a), teller.currency());
    let bare = |a: f64| number::whole(teller.language, told(a));
    let shown = if more.high < 0.0 { more.reversed() } else { more };
    let (amount, low, high) = (amount(shown.value), bare(shown.low), bare(shown.high));
    let said = if more.low > 0.0 {
        say!(
            teller,
            brief.brings_more,
            option = option,
            amount = amount,
            low = low,
            high = high,
            period = period,
            time = time
        )
    } else if more.high < 0.0 {
        say!(
            teller,
            brief.brings_less,
            option = option,
            amount = amount,
            low = low,
            high = high,
            period = period,
            time = time
        )
    } else {
        let (low, high) =
            (number::signed(teller.language, told(more.low), 0), number::signed(teller.language, told(more.high), 0));
        let currency = teller.currency();
        say!(
            teller,
            brief.brings_unsure,
            option = option,
            low = low,
            high = high,
            currency = currency,
            period = period,
            time = time
        )
    };
    let Some(cost) = its.cost else { return said };
    let cost = number::money(teller.language, cost, teller.currency());
    let back = match its.payback {
        Some(periods) => {
            let [low, high] = [periods.low, periods.high].map(|n| number::decimal(teller.language, n, 1));
            let time = unit::mean_periods(teller, periods.value);
            say!(teller, brief.earned_back, cost = cost, time = time, low = low, high = high)
        }
        None if more.high < 0.0 => say!(teller, brief.never_earned_back, cost = cost),
        None => say!(teller, brief.not_earned_back, cost = cost),
    };
    format!("{said} {back}")
}
