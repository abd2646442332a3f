//! Studies: answers to the questions that a journey is simulated for (docs/model.md, "Questions"). One file per study.
//!
//! A study is a pure function of its [`StudyTerms`] and of the [`LivedRounds`] so far. It either answers, or says which
//! [`Trial`]s must be lived next; then it is run again from its first line, with those beside the ones before. So the
//! caller decides where the lives are lived: here, on threads, or in workers, block by block.

mod budget;
mod chain;
mod goal;
mod groups;
mod plausible;
mod rank;
mod reach;
mod rescue;
mod rounds;
mod split;
mod strain;
mod study;
mod taken;
mod terms;
mod trial;

pub use budget::{Budget, KeptByAll, Money, Spent, Switch, Way, WayOfSpending, budget, cost_of, paid_back};
pub use chain::{AloneAndAfter, Chain, Feel, Logic, LogicKind, Pair, chain};
pub use goal::Goal;
pub use plausible::{BestOption, Measure, OptionFares, Sure, SureLink, best_option, plausible, sure};
pub use rank::{Binding, KeptHere, LinkKind, Parting, RankedLink, Ranking, ranking};
pub use reach::{OwnersShare, ReachVerdict, TargetPlan, reach};
pub use rescue::{Fall, LetIn, Rescue, rescue};
pub use rounds::{LivedRounds, NeedsTrials};
pub use split::{Apart, Part, Split, split};
pub use strain::{HalfAt, StrainTest, Strained, UnderStrain, strain_test};
pub use study::{Study, StudyKind, StudyResult};
pub use taken::{Taken, TakenFrom, taken};
pub use terms::StudyTerms;
pub use trial::{CompiledTrial, Trial};
