//! What has been found out about the state as it stands.

use crate::analysis::studies::{
    BestOption, Budget, Chain, Ranking, Rescue, Split, StrainTest, Study, StudyKind, StudyResult, Sure, Taken,
    TargetPlan,
};
use std::sync::Arc;

/// Everything found out so far about the state as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StudyFindings {
    pub ranking: Option<Arc<Ranking>>,
    pub budget: Option<Arc<Budget>>,
    pub sure: Option<Arc<Sure>>,
    pub best_option: Option<Arc<BestOption>>,
    pub chain: Option<Arc<Chain>>,
    pub strain: Option<Arc<StrainTest>>,
    pub rescue: Option<Arc<Rescue>>,
    pub split: Option<Arc<Split>>,
    pub taken: Option<Arc<Taken>>,
    pub reach: Option<Arc<TargetPlan>>,
}

impl StudyFindings {
    /// Lets go of what answers none of these questions.
    pub(super) fn keep(&mut self, answered: &[Study]) {
        let any = |is: fn(&StudyKind) -> bool| answered.iter().any(|question| is(&question.kind));
        let held = std::mem::take(self);
        *self = Self {
            ranking: held.ranking.filter(|_| any(|kind| matches!(kind, StudyKind::Ranking))),
            budget: held.budget.filter(|_| any(|kind| matches!(kind, StudyKind::Budget { .. }))),
            sure: held.sure.filter(|_| any(|kind| matches!(kind, StudyKind::Sure { .. }))),
            best_option: held.best_option.filter(|_| any(|kind| matches!(kind, StudyKind::BestOption { .. }))),
            chain: held.chain.filter(|_| any(|kind| matches!(kind, StudyKind::Chain { .. }))),
            strain: held.strain.filter(|_| any(|kind| matches!(kind, StudyKind::Strain { .. }))),
            rescue: held.rescue.filter(|_| any(|kind| matches!(kind, StudyKind::Rescue { .. }))),
            split: held.split.filter(|_| any(|kind| matches!(kind, StudyKind::Split))),
            reach: held.reach.filter(|_| any(|kind| matches!(kind, StudyKind::Reach { .. }))),
            taken: held.taken.filter(|_| any(|kind| matches!(kind, StudyKind::Taken))),
        };
    }

    /// How many of the questions that are answered by many trials have an answer, and how many there are.
    pub fn come(&self) -> (usize, usize) {
        let known = [
            self.ranking.is_some(),
            self.sure.is_some(),
            self.strain.is_some(),
            self.chain.is_some(),
            self.budget.is_some(),
            self.rescue.is_some(),
        ];
        (known.into_iter().filter(|known| *known).count(), known.len())
    }

    /// A question has been answered.
    pub fn take_in(&mut self, finding: StudyResult) {
        match finding {
            StudyResult::Ranking(found) => self.ranking = Some(Arc::new(found)),
            StudyResult::Budget(found) => self.budget = Some(Arc::new(found)),
            StudyResult::Sure(found) => self.sure = Some(Arc::new(found)),
            StudyResult::BestOption(found) => self.best_option = Some(Arc::new(found)),
            StudyResult::Chain(found) => self.chain = Some(Arc::new(found)),
            StudyResult::Strain(found) => self.strain = Some(Arc::new(found)),
            StudyResult::Rescue(found) => self.rescue = Some(Arc::new(found)),
            StudyResult::Split(found) => self.split = Some(Arc::new(found)),
            StudyResult::Reach(found) => self.reach = Some(Arc::new(found)),
            StudyResult::Taken(found) => self.taken = Some(Arc::new(found)),
        }
    }
}
