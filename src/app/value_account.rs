//! The value account of one life, event by event: what each added or took, what fading has left of it, and how the customer
//! weighs the sum. All of it is read off the account that the engine kept; nothing is simulated again.

use super::when::When;
use crate::analysis::{Account, LinkIndex, Story, StoryEvent};

/// What an entry comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryOf {
    Link(LinkIndex),
    /// The failure of this link was put right.
    PutRight(LinkIndex),
    /// The doubt of the day of purchase.
    Doubt,
}

/// What one event added to the account, or took from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AccountEntry {
    pub of: EntryOf,
    pub when: When,
    /// When it was fresh; below 0 it took [prices].
    pub fresh: f64,
    /// What is left of that [prices].
    pub left: f64,
}

/// How the customer weighs it: the bare product, the entries, and what a fresh failure overshadows, against the price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighing {
    /// Of the bare product [prices].
    pub usefulness: f64,
    /// What of the gains counts for nothing, for the heaviest failure that is fresh [prices, not negative].
    pub overshadowed: f64,
    /// The link of that failure.
    pub by: Option<LinkIndex>,
    /// What it all feels worth [prices].
    pub worth: f64,
    /// [prices]
    pub felt_price: f64,
}

/// What came of a value check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    pub is_worth_it: bool,
    /// Of the phase-out ladder, after it.
    pub rung: u32,
    /// Rungs that this customer has: on the last they leave.
    pub rungs: u32,
}

/// The account right after an event.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueAccount {
    /// The oldest first.
    pub entries: Vec<AccountEntry>,
    /// Sum of what is left [prices].
    pub sum: f64,
    /// `None` before the purchase.
    pub weighing: Option<Weighing>,
    /// `None` where the event is no value check.
    pub judgement: Option<Judgement>,
}

/// What each event added to the account, or took from it; fading is neither [prices].
pub fn account_changes(story: &Story) -> Vec<f64> {
    steps(story).map(|step| if is_fading(step.event) { 0.0 } else { step.sum() }).collect()
}

/// The account right after this event of a life.
pub fn balance(story: &Story, at: usize) -> ValueAccount {
    let mut entries: Vec<AccountEntry> = Vec::new();
    let mut when = When::Before;
    for step in steps(story).take(at + 1) {
        match *step.event {
            StoryEvent::Began { tenure } => {
                when = When::Tenure(tenure);
                entries.iter_mut().for_each(|entry| entry.left *= step.kept());
            }
            StoryEvent::Held { link } | StoryEvent::Failed { link } => {
                step.enter(&mut entries, EntryOf::Link(link), when)
            }
            StoryEvent::Mended { link } => step.enter(&mut entries, EntryOf::PutRight(link), when),
            StoryEvent::Bought { .. } => {
                when = When::DayOfPurchase;
                step.enter(&mut entries, EntryOf::Doubt, when);
            }
            _ => {}
        }
    }
    let now = story.events.get(at);
    ValueAccount {
        entries,
        sum: now.map_or(0.0, |(_, account)| account.gains - account.pains),
        weighing: now.filter(|_| when != When::Before).and_then(|(_, account)| weighing(story, account)),
        judgement: match now {
            Some((StoryEvent::Judged { worth, felt_price, rung, rungs, .. }, _)) => {
                Some(Judgement { is_worth_it: worth >= felt_price, rung: *rung, rungs: *rungs })
            }
            _ => None,
        },
    }
}

/// What the account is worth to the customer right after an event [prices]; `None` to one who never bought.
pub fn worth_at(story: &Story, at: usize) -> Option<f64> {
    let (_, account) = story.events.get(at)?;
    Some(story.standing?.worth(account))
}

fn weighing(story: &Story, account: &Account) -> Option<Weighing> {
    let standing = story.standing?;
    let worth = standing.worth(account);
    Some(Weighing {
        usefulness: standing.usefulness,
        overshadowed: (standing.usefulness + account.gains - account.pains - worth).max(0.0),
        by: (account.heaviest > 0.0).then_some(account.blame),
        worth,
        felt_price: standing.felt_price,
    })
}

/// An event between the account before it and the one after.
struct Step<'a> {
    event: &'a StoryEvent,
    before: Account,
    after: Account,
}

fn steps(story: &Story) -> impl Iterator<Item = Step<'_>> {
    let mut before = Account::default();
    story.events.iter().map(move |(event, after)| Step {
        event,
        before: std::mem::replace(&mut before, *after),
        after: *after,
    })
}

fn is_fading(event: &StoryEvent) -> bool {
    matches!(event, StoryEvent::Began { .. })
}

impl Step<'_> {
    /// What it added or took [prices].
    fn sum(&self) -> f64 {
        (self.after.gains - self.before.gains) - (self.after.pains - self.before.pains)
    }

    /// What fading left of each entry [0..1]; of an empty account all is left.
    fn kept(&self) -> f64 {
        let before = self.before.gains + self.before.pains;
        if before > 0.0 { (self.after.gains + self.after.pains) / before } else { 1.0 }
    }

    /// Enters what it added or took, if that is anything.
    fn enter(&self, entries: &mut Vec<AccountEntry>, of: EntryOf, when: When) {
        let fresh = self.sum();
        if fresh != 0.0 {
            entries.push(AccountEntry { of, when, fresh, left: fresh });
        }
    }
}
