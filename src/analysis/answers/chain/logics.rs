//! Three logics: the same strengths put together in three ways, and what each would have us mend first.

use crate::analysis::answers::Terms;
use crate::analysis::answers::common::largest_first;
use crate::analysis::answers::trial::strengths;
use crate::model::{LinkId, strengthened};
use serde::{Deserialize, Serialize};

/// How strengths are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogicKind {
    /// As an average: what is weak here is made up for there.
    Average,
    /// As a product: everybody must get past every link.
    Product,
    /// As the weakest alone.
    Weakest,
}

/// What one logic says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Logic {
    pub logic: LogicKind,
    /// What it makes of the strengths [0..1].
    pub level: f64,
    /// The link on which the effort raises that most; of equals the weakest.
    pub first: LinkId,
    /// What it makes of them then [0..1].
    pub after: f64,
}

/// What the three logics say of the strengths of all links.
pub(super) fn logics(terms: &Terms, links: &[LinkId]) -> Vec<Logic> {
    let now = strengths(&terms.journey, &terms.base);
    let with_unit = |at: usize| -> Vec<f64> {
        let cost = links.get(at).and_then(|link| terms.journey.halving_cost(link)).unwrap_or(1.0);
        let mut then = now.clone();
        then[at] = strengthened(then[at], terms.effort, cost, terms.base.effort_curve);
        then
    };
    let says = |logic: LogicKind| {
        let after: Vec<f64> = (0..links.len()).map(|at| logic.of(&with_unit(at))).collect();
        let most = *largest_first(&after).first()?;
        let first =
            (0..links.len()).filter(|at| after[*at] == after[most]).min_by(|a, b| now[*a].total_cmp(&now[*b]))?;
        Some(Logic { logic, level: logic.of(&now), first: links[first].clone(), after: after[first] })
    };
    [LogicKind::Average, LogicKind::Product, LogicKind::Weakest].into_iter().filter_map(says).collect()
}

impl LogicKind {
    fn of(self, strengths: &[f64]) -> f64 {
        match self {
            Self::Average => strengths.iter().sum::<f64>() / strengths.len() as f64,
            Self::Product => strengths.iter().product(),
            Self::Weakest => strengths.iter().copied().fold(1.0, f64::min),
        }
    }
}
