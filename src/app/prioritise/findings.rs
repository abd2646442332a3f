//! What has been found out about the state as it stands.

use crate::analysis::answers::{About, Budget, Chain, Finding, Inquiry, Ranking, Rescue, Split, StrainTest, Sure};
use std::sync::Arc;

/// Everything found out so far about the state as it stands.
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
    /// Lets go of what answers none of these questions.
    pub(super) fn keep(&mut self, answered: &[Inquiry]) {
        let any = |is: fn(&About) -> bool| answered.iter().any(|question| is(&question.about));
        let held = std::mem::take(self);
        *self = Self {
            ranking: held.ranking.filter(|_| any(|about| matches!(about, About::Ranking))),
            budget: held.budget.filter(|_| any(|about| matches!(about, About::Budget { .. }))),
            sure: held.sure.filter(|_| any(|about| matches!(about, About::Sure { .. }))),
            chain: held.chain.filter(|_| any(|about| matches!(about, About::Chain { .. }))),
            strain: held.strain.filter(|_| any(|about| matches!(about, About::Strain { .. }))),
            rescue: held.rescue.filter(|_| any(|about| matches!(about, About::Rescue { .. }))),
            split: held.split.filter(|_| any(|about| matches!(about, About::Split))),
        };
    }

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
