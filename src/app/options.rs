//! What a room decides between besides doing nothing: what it has proposed, what it has given a name, and what is switched on.

use super::{ListedChange, Project, changes};
use crate::model::{ImprovementId, LinkId, NamedScenario, Scenario, check_scenario};

/// Whose option it is.
#[derive(Clone, Debug, PartialEq)]
pub enum BriefOptionOf {
    /// Today goes on.
    Nothing,
    /// A named improvement, whether or not it is switched on.
    Proposal(ImprovementId),
    /// A scenario with a name, by its id.
    Scenario(String),
    /// Everything that is switched on.
    Together,
    /// One unit of effort on a link.
    Unit(LinkId),
}

/// The room's own options, each with what is changed in it. None stands there twice, and each can be lived by itself: what
/// can only be together with others is in what is switched on. Scenarios with another structure are tried by themselves
/// ([`is_tried_beside`]).
pub fn own_options(work: &Project) -> Vec<(BriefOptionOf, Scenario)> {
    let nothing = Scenario { effort_curve: work.scenario.effort_curve, ..Scenario::default() };
    let mut options: Vec<(BriefOptionOf, Scenario)> = Vec::new();
    let mut add = |of, scenario: Scenario| {
        let is_there = scenario == nothing || options.iter().any(|(_, known)| *known == scenario);
        if !is_there && check_scenario(&work.journey, &scenario).is_empty() {
            options.push((of, scenario));
        }
    };
    for proposal in work.proposals() {
        let (id, name) = (proposal.id.clone(), proposal.name.clone());
        let alone = ListedChange::Proposal { id: id.clone(), name, off: proposal.off }.alone(work);
        add(BriefOptionOf::Proposal(id), alone);
    }
    for named in work.named.iter().filter(|named| is_of_this_structure(work, named)) {
        add(BriefOptionOf::Scenario(named.id.clone()), named.scenario.clone());
    }
    let on: Vec<ListedChange> = changes(work).into_iter().filter(ListedChange::is_active).collect();
    // A proposal that is all that is switched on stands there already.
    if !matches!(on.as_slice(), [] | [ListedChange::Proposal { .. }]) {
        add(BriefOptionOf::Together, work.active_scenario());
    }
    options
}

/// Whether a scenario changes the journey on the desk, and not one of another structure.
fn is_of_this_structure(work: &Project, named: &NamedScenario) -> bool {
    work.as_is.is_none() && named.structure.is_none()
}

/// Whether a scenario with a name is an option that has to be tried beside today by itself, since it is of another structure
/// than the journey on the desk. Where such a one lies there, all are.
pub fn is_tried_beside(work: &Project, named: &NamedScenario) -> bool {
    !is_of_this_structure(work, named)
}
