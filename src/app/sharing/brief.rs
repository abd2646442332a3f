//! A page to sign: what is decided between, and what whoever signs has to say themselves.

use crate::analysis::studies::Goal;
use crate::analysis::{Estimate, Report};
use crate::app::{Effects, Project, Proposed, StudyFindings, all_together, is_changed, proposed, stands_at};
use crate::model::{ImprovementId, LinkId};

/// What no simulation knows: it is asked for before there is a page to sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signing {
    /// What is to be decided; without it the page asks where effort should go.
    pub question: String,
    /// Who answers for the decision.
    pub owner: String,
    /// The day of the next check, as `2027-03-01`.
    pub check_on: String,
}

/// What is still to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    Owner,
    CheckOn,
}

impl Signing {
    /// What is still to be said before the page can be signed.
    pub fn unsaid(&self) -> Vec<Unsaid> {
        let owner = self.owner.trim().is_empty().then_some(Unsaid::Owner);
        let check_on = (!is_day(&self.check_on)).then_some(Unsaid::CheckOn);
        owner.into_iter().chain(check_on).collect()
    }
}

/// True for a day as `2027-03-01`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize, most: u32| {
        part.len() == digits && part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number))
    };
    matches!(parts.as_slice(), [year, month, day] if number(year, 4, 9_999) && number(month, 2, 12) && number(day, 2, 31))
}

/// Whose option it is.
#[derive(Clone, Debug, PartialEq)]
pub enum BriefOptionOf {
    /// Today goes on.
    Nothing,
    /// A named improvement, whether or not it is switched on.
    Proposal(ImprovementId),
    /// Everything that is switched on.
    Together,
    /// One unit of effort on a link.
    Unit(LinkId),
}

/// Something that can be decided.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefOption {
    pub of: BriefOptionOf,
    /// Where the outcome would stand [its own unit]. `None` while it is not known.
    pub level: Option<f64>,
    /// What it changes [the outcome's unit].
    pub difference: Option<Estimate>,
    /// What it gives, told so that more is better ([`Goal::given`]).
    pub gives: Option<Estimate>,
    /// What it takes [effort].
    pub effort: f64,
}

/// Links of the ranking that are named where the room has proposed nothing.
const UNITS_ON: usize = 2;

/// What there is to decide between, doing nothing first. `report` is the newest of the work as it stands.
pub fn brief_options(
    work: &Project,
    goal: Goal,
    findings: &StudyFindings,
    effects: &Effects,
    report: Option<&Report>,
) -> Vec<BriefOption> {
    let today = report.and_then(|report| goal.told_in(&report.today));
    let option = |of, difference: Option<Estimate>, gives, effort| {
        let level = today.zip(difference).map(|(today, difference)| today + difference.value);
        BriefOption { of, level, difference, gives, effort }
    };
    let mut options =
        vec![BriefOption { of: BriefOptionOf::Nothing, level: today, difference: None, gives: None, effort: 0.0 }];
    for proposal in work.proposals() {
        let (difference, gives) = match proposed(work, proposal, goal, effects, report) {
            Proposed::Known(worth) => (worth.difference, worth.gives),
            Proposed::Awaited | Proposed::OnlyTogether => (None, None),
        };
        options.push(option(BriefOptionOf::Proposal(proposal.id.clone()), difference, gives, proposal.effort));
    }
    if is_changed(work) {
        let worth = report.map(|report| all_together(work, goal, report));
        let effort = work.scenario.improvements.iter().filter(|i| !i.off).map(|i| i.effort).sum();
        let mut together = option(
            BriefOptionOf::Together,
            worth.and_then(|worth| worth.difference),
            worth.and_then(|worth| worth.gives),
            effort,
        );
        together.level = report.and_then(|report| stands_at(work, goal, report));
        options.push(together);
    }
    if options.len() == 1
        && let Some(ranking) = findings.ranking.as_deref()
    {
        for ranked in ranking.links.iter().take(UNITS_ON) {
            let of = BriefOptionOf::Unit(ranked.id.clone());
            options.push(option(of, ranked.effect, ranked.gives(goal), ranking.effort));
        }
    }
    options
}
