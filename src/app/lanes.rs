//! The lanes under the chain: which there are, and what the emotion curve shows.

use super::{Project, is_changed};
use crate::analysis::{Outcome, Report};
use crate::model::{Journey, LinkId};

/// A lane under the chain that can be switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// The simulated mood along the journey.
    Emotion,
    Channel,
    Owner,
    /// What the customers say to themselves.
    Words,
    /// What holding gives to the value account and failing takes from it.
    Account,
}

impl Lane {
    /// In the order in which they stand.
    pub const ALL: [Self; 5] = [Self::Emotion, Self::Channel, Self::Owner, Self::Words, Self::Account];

    /// The name by which it is saved.
    pub fn name(self) -> &'static str {
        match self {
            Self::Emotion => "emotion",
            Self::Channel => "channel",
            Self::Owner => "owner",
            Self::Words => "words",
            Self::Account => "account",
        }
    }
}

/// What the emotion curve shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Emotion {
    /// The link at which the mood falls most over all meetings, and by how much at each of them on average [prices].
    FallsMost { link: LinkId, each: f64 },
    /// The same with a change that has moved it: today it is `before`.
    FallsNow { link: LinkId, each: f64, before: LinkId },
    /// No link takes more than it gives.
    NeverFalls,
}

/// Where the mood falls most in the world that is looked at. `None` before anybody has come.
pub fn emotion(work: &Project, report: &Report) -> Option<Emotion> {
    let today = falls_most(&work.journey, &report.today);
    let now = match report.what_if.as_ref().filter(|_| is_changed(work)) {
        Some(what_if) => falls_most(&work.changed_journey(), what_if),
        None => today.clone(),
    };
    (report.customers > 0).then(|| match (now, today) {
        (Some((link, each)), Some((before, _))) if link != before => Emotion::FallsNow { link, each, before },
        (Some((link, each)), _) => Emotion::FallsMost { link, each },
        (None, _) => Emotion::NeverFalls,
    })
}

/// The link with the largest net loss of mood, and the loss per meeting [prices]: what its failures took, less what it
/// gave when it held.
fn falls_most(journey: &Journey, outcome: &Outcome) -> Option<(LinkId, f64)> {
    let touchpoints = journey.touchpoints.iter().map(|t| (&t.id, t.gain, t.pain));
    let handovers = journey.handovers.iter().map(|h| (&h.id, 0.0, h.pain));
    let count = |map: &std::collections::BTreeMap<LinkId, u64>, link| map.get(link).copied().unwrap_or(0) as f64;
    let losses = touchpoints.chain(handovers).filter_map(|(link, gain, pain)| {
        let (met, failed) = (count(&outcome.met_by_link, link), count(&outcome.failed_by_link, link));
        let change = (met - failed) * gain - failed * pain;
        (change < 0.0).then(|| (link.clone(), change, change / met))
    });
    losses.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(link, _, each)| (link, each))
}
