//! A life as chapters: what happened before the purchase, on its day, and in each tenure after it.

use crate::analysis::{Fate, Story, StoryEvent};
use crate::model::order;

/// The time that a chapter tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    Before,
    DayOfPurchase,
    /// From 1 [periods].
    Tenure(u32),
}

/// A chapter of one life.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    pub when: When,
    pub events: Vec<StoryEvent>,
}

/// The chapters of a life, in order. What goes without saying (time that passes, prices paid) is left out.
pub fn chapters(story: &Story) -> Vec<Chapter> {
    let mut chapters = vec![Chapter { when: When::Before, events: Vec::new() }];
    for (event, _) in &story.events {
        if let StoryEvent::Began { tenure } = event {
            chapters.push(Chapter { when: When::Tenure(*tenure), events: Vec::new() });
        }
        if let (false, Some(chapter)) = (is_silent(event), chapters.last_mut()) {
            chapter.events.push(*event);
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
    pub today: Vec<StoryEvent>,
    pub what_if: Vec<StoryEvent>,
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

/// What the customer finds the relationship worth at each reckoning, and the price as it is felt [prices].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Worth {
    pub felt_price: f64,
    /// Tenure and worth [periods, prices].
    pub points: Vec<(u32, f64)>,
}

/// The worth over a life; of several reckonings in a tenure the last counts.
pub fn worth(story: &Story) -> Worth {
    let mut worth = Worth::default();
    let mut now = 0;
    for (event, _) in &story.events {
        match *event {
            StoryEvent::Began { tenure } => now = tenure,
            StoryEvent::Judged { worth: value, felt_price, .. } => {
                worth.felt_price = felt_price;
                worth.points.retain(|(tenure, _)| *tenure != now);
                worth.points.push((now, value));
            }
            _ => {}
        }
    }
    worth
}
