//! Scenarios of another structure as options of a page to sign: each is tried beside today by itself.

use super::option::{BriefOption, OptionJourney, raised};
use crate::analysis::studies::Goal;
use crate::analysis::{Estimate, Outcome};
use crate::app::proposed::worth;
use crate::app::{BriefOptionOf, Project, Tried, TriedScenario, is_tried_beside};
use crate::model::{Kinship, NamedScenario};

/// All that can be decided between while a scenario of another structure lies on the desk: today, and each scenario with a
/// name beside it.
pub(super) fn beside_today(work: &Project, goal: Goal, tried: &Tried) -> Vec<BriefOption> {
    let today = tried.any().and_then(|report| goal.told_in(&report.today));
    let nothing = BriefOption { level: today, ..BriefOption::awaited(BriefOptionOf::Nothing) };
    [nothing].into_iter().chain(others_beside(work, goal, tried, today)).collect()
}

/// The scenarios that are tried by themselves; those that cannot be set beside today are no options.
pub(super) fn others_beside(
    work: &Project,
    goal: Goal,
    tried: &Tried,
    today: Option<f64>,
) -> impl Iterator<Item = BriefOption> {
    let option = move |named: &NamedScenario| {
        let of = BriefOptionOf::Scenario(named.id.clone());
        let effort = named.scenario.improvements.iter().map(|improvement| improvement.effort).sum();
        let is_another = named.structure.is_some();
        let journey = |kinship| if is_another { OptionJourney::Another(kinship) } else { OptionJourney::Todays };
        let found = tried.answer_for(named);
        let Some(TriedScenario::Known(report, kinship)) = found else {
            return found.is_none().then(|| BriefOption { effort, journey: journey(None), ..BriefOption::awaited(of) });
        };
        let its = worth(goal, &report, effort);
        let (difference, gives) = match kinship {
            Kinship::Apart => apart(goal, &report.today, report.what_if.as_ref()),
            _ => (its.difference, its.gives),
        };
        let (level, journey) = (raised(today, difference), journey(Some(kinship)));
        Some(BriefOption {
            level,
            difference,
            gives,
            revenue: its.revenue,
            effort,
            journey,
            ..BriefOption::awaited(of)
        })
    };
    work.named.iter().filter(|named| is_tried_beside(work, named)).filter_map(option)
}

/// What another journey changes and gives beside today, of two groups who are not the same people: the noise of both is in it. Of churn it gives how many more of those
/// who buy are still customers at the horizon.
fn apart(goal: Goal, today: &Outcome, other: Option<&Outcome>) -> (Option<Estimate>, Option<Estimate>) {
    let between = |of: &dyn Fn(&Outcome) -> Option<Estimate>| Some(of(other?)?.and(of(today)?.reversed()));
    let difference = between(&|outcome| goal.estimate_in(outcome));
    let gives = match goal {
        Goal::Churn => between(&still_customers),
        _ => difference.map(|difference| goal.gain(difference)),
    };
    (difference, gives)
}

/// Of those who buy, those who are customers at the horizon [0..1].
fn still_customers(outcome: &Outcome) -> Option<Estimate> {
    let [value, low, high] = [&outcome.survival, &outcome.survival_low, &outcome.survival_high].map(|of| of.last());
    Some(Estimate { value: *value?, low: *low?, high: *high? })
}
