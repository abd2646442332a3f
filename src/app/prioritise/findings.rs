//! What has been found out about the state as it stands.

use crate::analysis::answers::{Budget, Chain, Finding, Ranking, Rescue, Split, StrainTest, Sure};
use std::sync::Arc;

/// Everything found out so far; empty again as soon as anything changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    pub ranking: Option<Arc<Ranking>>,
    pub budget: Option<Arc<Budget>>,
    pub sure: Option<Arc<Sure>>,
    pub chain: Option<Arc<Chain>>,
    pub strain: Option<Arc<StrainTest>>,
    pub rescue: Option<Arc<Rescue>>,
    pub split: Option<Arc<Split>>,
}

impl Findings {
    /// A question has been answered.
    pub fn take_in(&mut self, finding: Finding) {
        match finding {
            Finding::Ranking(found) => self.ranking = Some(Arc::new(found)),
            Finding::Budget(found) => self.budget = Some(Arc::new(found)),
            Finding::Sure(found) => self.sure = Some(Arc::new(found)),
            Finding::Chain(found) => self.chain = Some(Arc::new(found)),
            Finding::Strain(found) => self.strain = Some(Arc::new(found)),
            Finding::Rescue(found) => self.rescue = Some(Arc::new(found)),
            Finding::Split(found) => self.split = Some(Arc::new(found)),
        }
    }
}
