//! Any study with its terms, as one value that can be kept and sent.

use super::{
    BestOption, Budget, Chain, LivedRounds, NeedsTrials, Ranking, Rescue, Split, StrainTest, StudyTerms, Sure, Taken,
    TargetPlan, best_option, budget, chain, ranking, reach, rescue, split, strain_test, sure, taken,
};
use crate::model::{LinkId, Scenario};
use serde::{Deserialize, Serialize};

/// Which study it is, with what it needs besides the terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum StudyKind {
    Ranking,
    /// Spends units of effort; `unit_cost` is what one effort costs [money], `None` if that is not known.
    Budget {
        units: u32,
        unit_cost: Option<f64>,
    },
    /// Draws plausible worlds.
    Sure {
        worlds: u32,
    },
    /// Draws plausible worlds for what a room decides between.
    BestOption {
        options: Vec<Scenario>,
        worlds: u32,
    },
    /// Puts this effort on the link that is mended first [effort].
    Chain {
        mended_by: f64,
    },
    /// Compares these strains with a calm day.
    Strain {
        strains: Vec<f64>,
    },
    /// Mends one link. `None` if it is the binding one.
    Rescue {
        link: Option<LinkId>,
    },
    Split,
    /// Takes the effort from each link.
    Taken,
    /// Looks for the least effort with which the outcome reaches a target [its own unit].
    Reach {
        target: f64,
    },
}

/// A study on its terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Study {
    pub terms: StudyTerms,
    pub kind: StudyKind,
}

/// The result of a study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum StudyResult {
    Ranking(Ranking),
    Budget(Budget),
    Sure(Sure),
    BestOption(BestOption),
    Chain(Chain),
    Strain(StrainTest),
    Rescue(Rescue),
    Split(Split),
    Taken(Taken),
    Reach(TargetPlan),
}

impl Study {
    /// Runs the study with what has been lived for it so far.
    ///
    /// # Errors
    /// The trials that must be lived before it can go on.
    pub fn ask(&self, rounds: &mut LivedRounds) -> Result<StudyResult, NeedsTrials> {
        let terms = &self.terms;
        Ok(match &self.kind {
            StudyKind::Ranking => StudyResult::Ranking(ranking(terms, rounds)?),
            StudyKind::Budget { units, unit_cost } => StudyResult::Budget(budget(terms, *units, *unit_cost, rounds)?),
            StudyKind::Sure { worlds } => StudyResult::Sure(sure(terms, *worlds, rounds)?),
            StudyKind::BestOption { options, worlds } => {
                StudyResult::BestOption(best_option(terms, options, *worlds, rounds)?)
            }
            StudyKind::Chain { mended_by } => StudyResult::Chain(chain(terms, *mended_by, rounds)?),
            StudyKind::Strain { strains } => StudyResult::Strain(strain_test(terms, strains, rounds)?),
            StudyKind::Rescue { link } => StudyResult::Rescue(rescue(terms, link.as_ref(), rounds)?),
            StudyKind::Split => StudyResult::Split(split(terms, rounds)?),
            StudyKind::Reach { target } => StudyResult::Reach(reach(terms, *target, rounds)?),
            StudyKind::Taken => StudyResult::Taken(taken(terms, rounds)?),
        })
    }
}
