//! Any question with what it is asked about, as one value that can be kept and sent.

use super::{
    Budget, Chain, Ranking, Rescue, Rounds, Split, StrainTest, Sure, Terms, Wanted, budget, chain, ranking, rescue,
    split, strain_test, sure,
};
use crate::model::LinkId;
use serde::{Deserialize, Serialize};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum About {
    Ranking,
    /// So many units of effort, each at so much money, where that is known.
    Budget {
        units: u32,
        unit_cost: Option<f64>,
    },
    /// In so many plausible worlds.
    Sure {
        worlds: u32,
    },
    /// With so much effort on the link that is mended first.
    Chain {
        mended_by: f64,
    },
    /// Under these strains, beside a calm day.
    Strain {
        strains: Vec<f64>,
    },
    /// Of one link; none: the binding one.
    Rescue {
        link: Option<LinkId>,
    },
    Split,
}

/// A question on its terms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inquiry {
    pub terms: Terms,
    pub about: About,
}

/// What a question comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    Ranking(Ranking),
    Budget(Budget),
    Sure(Sure),
    Chain(Chain),
    Strain(StrainTest),
    Rescue(Rescue),
    Split(Split),
}

impl Inquiry {
    /// Asks, with what has been lived for it so far.
    ///
    /// # Errors
    /// What it wants lived before it can answer.
    pub fn ask(&self, rounds: &mut Rounds) -> Result<Finding, Wanted> {
        let terms = &self.terms;
        Ok(match &self.about {
            About::Ranking => Finding::Ranking(ranking(terms, rounds)?),
            About::Budget { units, unit_cost } => Finding::Budget(budget(terms, *units, *unit_cost, rounds)?),
            About::Sure { worlds } => Finding::Sure(sure(terms, *worlds, rounds)?),
            About::Chain { mended_by } => Finding::Chain(chain(terms, *mended_by, rounds)?),
            About::Strain { strains } => Finding::Strain(strain_test(terms, strains, rounds)?),
            About::Rescue { link } => Finding::Rescue(rescue(terms, link.as_ref(), rounds)?),
            About::Split => Finding::Split(split(terms, rounds)?),
        })
    }
}
