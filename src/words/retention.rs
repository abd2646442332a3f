//! The finding over the retention curve.

use super::{Teller, number, unit};
use crate::app::{Finding, StayBound};
use crate::say;

/// What the curve shows.
pub fn finding(teller: &Teller, finding: Finding) -> String {
    let share = |s: f64| number::percent(teller.language, s, 0);
    match finding {
        Finding::NoCustomers => say!(teller, retention.no_customers).to_owned(),
        Finding::OnlyNow { now, periods } => {
            say!(teller, retention.only_now, time = unit::periods(teller, periods.into()), now = share(now))
        }
        Finding::NobodyLeaves => say!(teller, retention.nobody_leaves).to_owned(),
        Finding::HalfBy { periods } => say!(teller, retention.half_by, time = unit::periods(teller, periods.into())),
        Finding::More { today, now, periods } => say!(
            teller,
            retention.more,
            time = unit::periods(teller, periods.into()),
            now = share(now),
            today = share(today)
        ),
        Finding::Fewer { today, now, periods } => say!(
            teller,
            retention.fewer,
            time = unit::periods(teller, periods.into()),
            now = share(now),
            today = share(today)
        ),
        Finding::Alike => say!(teller, retention.alike).to_owned(),
    }
}

/// Who stays only because they are bound, where that is most.
pub fn stay_bound(teller: &Teller, bound: StayBound) -> String {
    let share = number::percent(teller.language, bound.share, u8::from(bound.share < 0.1));
    say!(teller, retention.bound, time = unit::periods(teller, u64::from(bound.period)), share = share)
}
