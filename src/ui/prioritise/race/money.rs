//! Payback and the cost of doing nothing, in words.

use crate::analysis::answers::Budget;
use crate::app::payback;
use crate::ui::store::Store;
use crate::ui::{format, say, unit};
use leptos::prelude::*;

/// Sentences about money; none where it can't be counted.
pub fn money_words(store: Store, budget: &Budget) -> Vec<String> {
    let Some(money) = &budget.money else { return Vec::new() };
    let amount = |a: f64| format::money(store.language.get(), a, &unit::currency(store));
    let idle = money.of_doing_nothing;
    let mut words = Vec::new();
    if idle.low > 0.0 {
        let bare = |a: f64| format::whole(store.language.get(), a);
        let time = unit::periods(store, store.journey.with(|j| j.horizon).into());
        words.push(say!(
            store,
            race.idle,
            period = unit::period(store),
            amount = amount(idle.value),
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
