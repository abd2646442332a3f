//! A life as chapters: what happened before the purchase, on its day, and in each tenure after it.

use super::value_account::account_changes;
use super::when::When;
use crate::analysis::{Fate, Story, StoryEvent};
use crate::model::order;

/// An event that is told, with its place among all events of the life.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    pub at: usize,
    pub event: StoryEvent,
    /// What it added to the value account, or took from it [prices].
    pub change: f64,
}

/// A chapter of one life.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    pub when: When,
    pub events: Vec<Told>,
}

/// The chapters of a life, in order. What goes without saying (time that passes, prices paid) is left out.
pub fn chapters(story: &Story) -> Vec<Chapter> {
    let mut chapters = vec![Chapter { when: When::Before, events: Vec::new() }];
    for ((at, (event, _)), change) in story.events.iter().enumerate().zip(account_changes(story)) {
        if let StoryEvent::Began { tenure } = event {
            chapters.push(Chapter { when: When::Tenure(*tenure), events: Vec::new() });
        }
        if let (false, Some(chapter)) = (is_silent(event), chapters.last_mut()) {
            chapter.events.push(Told { at, event: *event, change });
        }
        if matches!(event, StoryEvent::Bought { .. }) {
            chapters.push(Chapter { when: When::DayOfPurchase, events: Vec::new() });
        }
    }
    chapters.retain(|chapter| !chapter.events.is_empty());
    chapters
}

fn is_silent(event: &StoryEvent) -> bool {
    matches!(event, StoryEvent::Waited { .. } | StoryEvent::Paid { .. } | StoryEvent::Began { .. })
}

/// A time with what each twin did in it; `parted` from where they are no longer alike.
#[derive(Clone, Debug, PartialEq)]
pub struct LifeRow {
    pub when: When,
    pub today: Vec<Told>,
    pub what_if: Vec<Told>,
    pub parted: bool,
}

/// Both twins side by side, time by time.
pub fn side_by_side(today: &Story, what_if: &Story) -> Vec<LifeRow> {
    let (ours, theirs) = (chapters(today), chapters(what_if));
    let mut times: Vec<When> = ours.iter().chain(&theirs).map(|chapter| chapter.when).collect();
    order::sort(&mut times, Ord::cmp);
    times.dedup();
    let events = |chapters: &[Chapter], when| {
        chapters.iter().find(|c| c.when == when).map(|c| c.events.clone()).unwrap_or_default()
    };
    let mut parted = false;
    times
        .into_iter()
        .map(|when| {
            let (today, what_if) = (events(&ours, when), events(&theirs, when));
            parted |= today != what_if;
            LifeRow { when, today, what_if, parted }
        })
        .collect()
}

/// The events that one can step through, each with when it was.
pub fn stops(story: &Story) -> Vec<(When, Told)> {
    chapters(story).into_iter().flat_map(|c| c.events.into_iter().map(move |told| (c.when, told))).collect()
}

/// Where in the stops of a life somebody stands who has stood at this event of the twin's: the last that is no later.
pub fn same_time(stops: &[(When, Told)], when: When, at: usize) -> usize {
    let is_no_later = |(other, told): &(When, Told)| *other < when || (*other == when && told.at <= at);
    stops.iter().rposition(is_no_later).unwrap_or(0)
}

/// How a life ended, for a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ending {
    /// After so many days.
    DroppedOut { days: f64 },
    /// In this tenure; 0 is the day of purchase [periods].
    Left { tenure: u32 },
    /// Is still a customer after so long [periods].
    Stays { tenures: u32 },
}

/// The ending of a life.
pub fn ending(story: &Story) -> Ending {
    match story.life.fate {
        Fate::Dropped => Ending::DroppedOut { days: story.life.days },
        Fate::Left => Ending::Left { tenure: story.life.tenures },
        Fate::Stays => Ending::Stays { tenures: story.life.tenures },
    }
}
