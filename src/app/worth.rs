//! What a customer finds it all worth, after each event from the purchase on: the doubt of that day is a dip, and what
//! each contact adds or takes is a step.

use super::value_account::worth_at;
use crate::analysis::{Story, StoryEvent};

/// The worth right after an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorthPoint {
    /// The event's place among all of the life.
    pub at: usize,
    /// Since the day of purchase, which itself takes the time from -1 to 0 [periods]. The events of a period stand evenly
    /// in it.
    pub time: f64,
    /// [prices]
    pub worth: f64,
    /// Whether the customer weighs it just then.
    pub is_check: bool,
}

/// The worth over a life, and the price as it is felt [prices].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Worth {
    pub felt_price: f64,
    /// None of one who never bought.
    pub points: Vec<WorthPoint>,
}

/// The worth over a life.
pub fn worth(story: &Story) -> Worth {
    let bought = story.events.iter().position(|(event, _)| matches!(event, StoryEvent::Bought { .. }));
    let (Some(bought), Some(standing)) = (bought, story.standing) else { return Worth::default() };
    let mut worth = Worth { felt_price: standing.felt_price, points: Vec::new() };
    let mut period: Vec<usize> = Vec::new();
    let mut begins = -1.0;
    // What it is worth before the doubt, and in the period that the purchase is.
    period.extend(bought.checked_sub(1));
    for (at, (event, _)) in story.events.iter().enumerate().skip(bought) {
        if let StoryEvent::Began { tenure } = event {
            worth.close(story, &period, begins);
            begins = f64::from(*tenure) - 1.0;
            period.clear();
        }
        if !matches!(event, StoryEvent::Paid { .. }) {
            period.push(at);
        }
    }
    worth.close(story, &period, begins);
    worth
}

impl Worth {
    /// Adds the events of a period that begins at a time.
    fn close(&mut self, story: &Story, period: &[usize], begins: f64) {
        let last = period.len().saturating_sub(1).max(1) as f64;
        let points = period.iter().enumerate().filter_map(|(n, &at)| {
            let is_check = matches!(story.events.get(at), Some((StoryEvent::Judged { .. }, _)));
            Some(WorthPoint { at, time: begins + n as f64 / last, worth: worth_at(story, at)?, is_check })
        });
        self.points.extend(points);
    }
}
