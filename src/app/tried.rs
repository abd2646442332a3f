//! What is known of the named scenarios of one journey beside today: each is tried once, and again where its journey changes.

use super::Project;
use crate::analysis::Report;
use crate::model::edit::living;
use crate::model::{Journey, Kinship, NamedScenario, Scenario, kinship};
use std::sync::Arc;

/// How many arrivals each scenario is tried on [customers]: enough to tell, few enough not to be waited for.
pub const TRIED_ON: u64 = 20_000;

/// What was found of a scenario.
#[derive(Clone, Debug)]
pub enum TriedScenario {
    /// It was tried; and whether the same visitors came to both.
    Known(Arc<Report>, Kinship),
    /// It cannot be together with the journey.
    Impossible,
    /// Nobody can buy in it.
    Still,
    /// Its figures do not mean what today's do.
    Incomparable,
}

/// A scenario as it is known again.
type Known = (Option<Box<Journey>>, Scenario);

fn known(named: &NamedScenario) -> Known {
    (named.structure.clone(), named.scenario.clone())
}

/// A question that is open.
#[derive(Debug)]
struct Asked {
    number: u32,
    about: Known,
    kinship: Kinship,
}

/// What is known of the scenarios of one journey.
#[derive(Debug, Default)]
pub struct Tried {
    of: Option<(Arc<Journey>, u64)>,
    known: Vec<(Known, TriedScenario)>,
    asked: Vec<Asked>,
    next: u32,
}

/// A question about a scenario: its number, and the journey that it is about where that is not the one on the desk.
#[derive(Debug)]
pub struct ScenarioQuestion {
    pub number: u32,
    pub between: Option<(Arc<Journey>, Journey)>,
    pub scenario: Scenario,
}

impl Tried {
    /// Nothing yet; its questions have other numbers than those of what begins elsewhere.
    pub fn beginning_at(number: u32) -> Self {
        Self { next: number, ..Self::default() }
    }

    /// What has been asked so far was dropped with its request.
    pub fn begin_anew(&mut self) {
        self.asked.clear();
    }

    /// What is still to be asked about the scenarios of a work that are `wanted`, beside what has been asked.
    pub fn open(&mut self, work: &Project, wanted: impl Fn(&NamedScenario) -> bool) -> Vec<ScenarioQuestion> {
        let today = work.today_journey();
        if self.of.as_ref().is_none_or(|(journey, seed)| journey != today || *seed != work.seed) {
            (self.of, self.known) = (Some((today.clone(), work.seed)), Vec::new());
            self.asked.clear();
        }
        let mut open = Vec::new();
        let is_asked = |named: &NamedScenario| self.asked.iter().any(|asked| asked.about == known(named));
        let is_open = |named: &&NamedScenario| wanted(named) && self.answer_for(named).is_none() && !is_asked(named);
        let unknown = work.named.iter().filter(is_open);
        for named in unknown.collect::<Vec<_>>() {
            let structure = named.structure.as_deref().map(living);
            let (other, kinship) = match structure {
                None => ((**today).clone(), Kinship::Twins),
                Some(Some(other)) => {
                    let kinship = kinship(today, &other);
                    (other, kinship)
                }
                Some(None) => {
                    self.known.push((known(named), TriedScenario::Still));
                    continue;
                }
            };
            if kinship == Kinship::None {
                self.known.push((known(named), TriedScenario::Incomparable));
                continue;
            }
            self.next += 1;
            self.asked.push(Asked { number: self.next, about: known(named), kinship });
            let is_on_desk = named.structure.is_none() && work.as_is.is_none();
            let between = (!is_on_desk).then(|| (today.clone(), other));
            open.push(ScenarioQuestion { number: self.next, between, scenario: named.scenario.clone() });
        }
        open
    }

    pub fn take_in(&mut self, number: u32, report: Option<Arc<Report>>) {
        if let Some(at) = self.asked.iter().position(|asked| asked.number == number) {
            let Asked { about, kinship, .. } = self.asked.swap_remove(at);
            self.known.push((
                about,
                report.map_or(TriedScenario::Impossible, |report| TriedScenario::Known(report, kinship)),
            ));
        }
    }

    /// A report of one of them, of the same visitors as all.
    pub fn any(&self) -> Option<Arc<Report>> {
        self.known.iter().find_map(|(_, found)| match found {
            TriedScenario::Known(report, _) => Some(report.clone()),
            _ => None,
        })
    }

    /// `None` while it is awaited.
    pub fn answer_for(&self, named: &NamedScenario) -> Option<TriedScenario> {
        let is_it = |(structure, scenario): &Known| *structure == named.structure && *scenario == named.scenario;
        self.known.iter().find(|(known, _)| is_it(known)).map(|(_, found)| found.clone())
    }
}
