//! Payback and the cost of doing nothing, in words.

use crate::analysis::studies::Budget;
use crate::app::payback;
use crate::ui::state::Store;
use crate::ui::{format, say, unit};
use leptos::prelude::*;

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

/// Sentences about money; none where it can't be counted.
pub fn money_words(store: Store, budget: &Budget) -> Vec<String> {
    let Some(money) = &budget.money else { return Vec::new() };
    let amount = |a: f64| format::money(store.language.get(), a, &unit::currency(store));
    let idle = money.of_doing_nothing;
    let mut words = Vec::new();
    if idle.low > 0.0 {
        let bare = |a: f64| format::whole(store.language.get(), told(a));
        let time = unit::periods(store, store.journey.with(|j| j.horizon).into());
        words.push(say!(
            store,
            race.idle,
            period = unit::period(store),
            amount = amount(told(idle.value)),
            low = bare(idle.low),
            high = bare(idle.high),
            time = time
        ));
    } else {
        words.push(say!(store, race.idle_unsure).to_owned());
    }
    if let Some((cost, back)) = payback(budget, store.agenda.with(|a| a.unit_cost)) {
        words.push(match back {
            Some(periods) => {
                say!(store, race.paid, cost = amount(cost), time = unit::mean_periods(store, periods.value))
            }
            None => say!(store, race.unpaid, cost = amount(cost)),
        });
        words.push(say!(store, race.careful).to_owned());
    }
    vec![words.join(" ")]
}
