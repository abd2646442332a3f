//! What would have kept those who left, in words.

use super::{Teller, number};
use crate::analysis::{LOWER_PRICE, LeftOver};
use crate::say;

/// What would have kept them, in shares of those who left. `None` where nobody did.
pub fn sentence(teller: &Teller, over: LeftOver) -> Option<String> {
    let all = over.all();
    let share = |n: u64| number::percent(teller.language, n as f64 / all as f64, 0);
    (all > 0).then(|| {
        say!(
            teller,
            why.left_over,
            failure = share(over.failure),
            either = share(over.either),
            lower = number::percent(teller.language, LOWER_PRICE, 0),
            price = share(over.price)
        )
    })
}
