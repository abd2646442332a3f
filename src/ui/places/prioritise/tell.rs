//! How links and what they give are told in this place.

use crate::analysis::Estimate;
use crate::analysis::studies::Goal;
use crate::app::{Counted, FACTS_OF, as_counted, counted, half_width};
use crate::model::{LinkId, PersonaId};
use crate::ui::state::Store;
use crate::ui::{format, say, unit};
use leptos::prelude::*;

/// A link inside the headline, with the marks of a name: *Invoice*, or the handover from *Order* to *Delivery*.
pub fn marked_name(store: Store, link: &LinkId) -> String {
    let clean = |name: &str| name.replace(['*', '[', ']'], "");
    let ends = store.journey.with(|journey| {
        let handover = journey.handover(link).filter(|handover| handover.name.is_empty())?;
        let name = |id| clean(&journey.link_name(id, store.code()));
        Some((name(&handover.from), name(&handover.to)))
    });
    match ends {
        Some((from, to)) => say!(store, advice.handover, from = from, to = to),
        None => format!("*{}*", clean(&store.link_name(link))),
    }
}

/// The first of a persona's names: enough where the whole one stands elsewhere.
pub fn short_name(store: Store, persona: &PersonaId) -> String {
    store.persona_name(persona).split(',').next().unwrap_or_default().to_owned()
}

/// "Amir and Sara"
pub fn short_names<'a>(store: Store, personas: impl IntoIterator<Item = &'a PersonaId>) -> String {
    let names = personas.into_iter().map(|persona| short_name(store, persona)).collect();
    format::list(names, say!(store, personas.and))
}

/// A gain [the outcome's own unit] as it is counted.
pub fn as_told(store: Store, goal: Goal, gain: Estimate) -> Estimate {
    as_counted(goal, gain, store.journey.with(|journey| journey.price))
}

/// Decimals that a counted gain is told with: none for people, and for money as few as its noise allows.
fn decimals(goal: Goal, told: &Estimate) -> u8 {
    match counted(goal) {
        Counted::People => 0,
        Counted::Points => 1,
        Counted::Money if half_width(told) >= 1.0 => 0,
        Counted::Money => 1,
    }
}

/// A counted gain as a number.
pub fn number(store: Store, goal: Goal, told: &Estimate) -> String {
    let digits = decimals(goal, told);
    let scale = libm::pow(10.0, f64::from(digits));
    // What is written as 0 has no sign.
    let value = (told.value * scale).round() / scale + 0.0;
    format::decimal(store.language.get(), value, digits)
}

/// The same with its sign, whether more or less.
pub fn signed(store: Store, goal: Goal, told: &Estimate) -> String {
    format::signed(store.language.get(), told.value, decimals(goal, told))
}

/// Its noise, after a ±.
pub fn noise(store: Store, goal: Goal, told: &Estimate) -> String {
    format!("±{}", format::decimal(store.language.get(), half_width(told), decimals(goal, told)))
}

/// What gains are counted in, as over a column: "kept each month, of 10 000 customers".
pub fn counted_in(store: Store, goal: Goal) -> String {
    let of = format::count(store.language.get(), FACTS_OF);
    match goal {
        Goal::Conversion => say!(store, ranking.conversion_head, of = of),
        Goal::Churn => say!(store, ranking.churn_head, of = of, period = unit::period(store)),
        Goal::Retention12 => say!(store, ranking.retention_head, of = of, time = unit::periods(store, 12)),
        Goal::RevenuePerArrival => say!(store, ranking.revenue_head, currency = unit::currency(store)),
        Goal::CustomersAtEnd => say!(store, ranking.customers_head, of = of),
        Goal::Recommendation => say!(store, ranking.recommendation_head).to_owned(),
    }
}

/// A gain in words: "59 of 10 000 customers kept each month".
pub fn gives(store: Store, goal: Goal, gain: Estimate) -> String {
    let n = number(store, goal, &as_told(store, goal, gain));
    let of = format::count(store.language.get(), FACTS_OF);
    match goal {
        Goal::Conversion => say!(store, ranking.conversion, n = n, of = of),
        Goal::Churn => say!(store, ranking.churn, n = n, of = of, period = unit::period(store)),
        Goal::Retention12 => say!(store, ranking.retention, n = n, of = of, time = unit::periods(store, 12)),
        Goal::RevenuePerArrival => say!(store, ranking.revenue, n = n, currency = unit::currency(store)),
        Goal::CustomersAtEnd => say!(store, ranking.customers, n = n, of = of),
        Goal::Recommendation => say!(store, ranking.recommendation, n = n),
    }
}

/// "2.3", and from 10 on without decimals.
pub fn times(store: Store, times: f64) -> String {
    format::decimal(store.language.get(), times, u8::from(times < 9.95))
}
