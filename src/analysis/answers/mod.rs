//! Answers to the questions that a journey is simulated for (docs/model.md, "Questions"). One file per question.
//!
//! A question is a pure function of its [`Terms`] and of the [`Rounds`] lived for it so far. It either answers, or says
//! which [`Trial`]s it wants lived next; then it is asked again with those beside the ones before. So whoever asks
//! decides where the lives are lived: here, on threads, or in workers, block by block.

mod budget;
mod chain;
mod common;
mod goal;
mod groups;
mod inquiry;
mod rank;
mod rescue;
mod rounds;
mod split;
mod strain;
mod sure;
mod trial;

pub use budget::{Budget, Money, Spent, Switch, Way, WayOfSpending, budget};
pub use chain::{AloneAndAfter, Chain, Feel, Logic, LogicKind, Pair, chain};
pub use goal::Goal;
pub use inquiry::{About, Finding, Inquiry};
pub use rank::{Binding, LinkKind, RankedLink, Ranking, ranking};
pub use rescue::{Fall, LetIn, Rescue, rescue};
pub use rounds::{Rounds, Wanted};
pub use split::{Part, Split, split};
pub use strain::{HalfAt, StrainTest, Strained, UnderStrain, strain_test};
pub use sure::{Measure, Sure, SureLink, plausible, sure};
pub use trial::{Party, Trial};

use crate::model::{Journey, Scenario};
use serde::{Deserialize, Serialize};

/// What every question is asked about, and with how many customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    pub journey: Journey,
    /// The world in which the question is asked; an empty one asks about today's.
    pub base: Scenario,
    pub goal: Goal,
    /// One unit of effort, the same wherever it is spent [effort].
    pub effort: f64,
    pub seed: u64,
    /// Customers of each trial [customers].
    pub customers: u64,
}
