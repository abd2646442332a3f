//! An option of the page to sign.

use crate::analysis::Estimate;
use crate::app::BriefOptionOf;
use crate::model::Kinship;

/// Which journey an option is made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionJourney {
    /// Today's.
    Todays,
    /// One of another structure, and how it can be set beside today's; `None` while that is awaited.
    Another(Option<Kinship>),
}

/// Something that can be decided.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefOption {
    pub of: BriefOptionOf,
    /// Where the outcome would stand [its own unit]. `None` while it is not known.
    pub level: Option<f64>,
    /// What it changes [the outcome's unit].
    pub difference: Option<Estimate>,
    /// What it gives, told so that more is better ([`Goal::given`]).
    pub gives: Option<Estimate>,
    /// What it changes in what a visitor brings in [today's prices per arrival]. `None` while that is not known.
    pub revenue: Option<Estimate>,
    /// What it takes [effort].
    pub effort: f64,
    /// Plausible worlds in which it is the best of the options [worlds]. `None` while that is not known, where nothing is
    /// uncertain, and of a journey of another structure.
    pub best_in: Option<u32>,
    pub journey: OptionJourney,
}

impl BriefOption {
    /// An option of which nothing is known yet.
    pub(super) fn awaited(of: BriefOptionOf) -> Self {
        Self {
            of,
            level: None,
            difference: None,
            gives: None,
            revenue: None,
            effort: 0.0,
            best_in: None,
            journey: OptionJourney::Todays,
        }
    }
}

/// Where an outcome stands after a change.
pub(super) fn raised(today: Option<f64>, difference: Option<Estimate>) -> Option<f64> {
    today.zip(difference).map(|(today, difference)| today + difference.value)
}
