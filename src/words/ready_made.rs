//! Ready-made proposals in words.

use super::Teller;
use crate::app::{LONGEST_NAME, ReadyMade};
use crate::model::LinkId;
use crate::say;

/// What it is called once it stands among the proposals.
pub fn name(teller: &Teller, link: &LinkId, kind: ReadyMade) -> String {
    let link = super::phrase::plain(&teller.link_name(link));
    let name = match kind {
        ReadyMade::GoodBill => say!(teller, ready_made.good_bill.name, link = link),
        ReadyMade::NotAsNew => say!(teller, ready_made.not_as_new.name, link = link),
        ReadyMade::BeforeTheyAsk => say!(teller, ready_made.before_they_ask.name, link = link),
    };
    name.chars().take(LONGEST_NAME).collect()
}

/// What it says, and what it changes.
pub fn about(teller: &Teller, kind: ReadyMade) -> &'static str {
    match kind {
        ReadyMade::GoodBill => say!(teller, ready_made.good_bill.about),
        ReadyMade::NotAsNew => say!(teller, ready_made.not_as_new.about),
        ReadyMade::BeforeTheyAsk => say!(teller, ready_made.before_they_ask.about),
    }
}
