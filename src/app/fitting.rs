//! A scenario on a journey that is not the one that it was made for.

use super::Project;
use crate::model::{Scenario, check_scenario};

/// What points to a link or a persona that is gone goes too, and what cannot be otherwise. Tells how much went.
pub(super) fn fit(work: &mut Project) -> usize {
    let journey = work.journey.clone();
    let mut gone = 0;
    for improvement in &mut work.scenario.improvements {
        let all = improvement.changes.len();
        improvement.changes.retain(|c| journey.strength(c.link()).is_some());
        gone += all - improvement.changes.len();
        improvement.owner = improvement.owner.take().filter(|owner| journey.owners.iter().any(|o| o.id == *owner));
    }
    work.scenario.improvements.retain(|i| !i.changes.is_empty());
    let all = work.scenario.qualities.len();
    work.scenario.qualities.retain(|change| journey.quality(&change.persona, change.quality).is_some());
    gone += all - work.scenario.qualities.len();
    if check_scenario(&journey, &work.scenario).is_empty() {
        return gone;
    }
    // One thing after the other, as long as all of them still fit together.
    let whole = std::mem::take(&mut work.scenario);
    work.scenario.effort_curve = whole.effort_curve;
    let mut take = |what: &dyn Fn(&mut Scenario)| {
        let before = work.scenario.clone();
        what(&mut work.scenario);
        if !check_scenario(&journey, &work.scenario).is_empty() {
            work.scenario = before;
            gone += 1;
        }
    };
    take(&|scenario| scenario.strain = whole.strain);
    take(&|scenario| scenario.price = whole.price);
    take(&|scenario| scenario.arrivals = whole.arrivals);
    take(&|scenario| scenario.echo = whole.echo);
    take(&|scenario| scenario.start = whole.start);
    for change in &whole.qualities {
        take(&|scenario| scenario.qualities.push(change.clone()));
    }
    for improvement in &whole.improvements {
        take(&|scenario| scenario.improvements.push(improvement.clone()));
    }
    gone
}
