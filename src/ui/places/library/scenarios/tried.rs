//! What is known of the scenarios of one journey: each is tried once, and again where its journey changes.

use crate::analysis::Report;
use crate::app::Project;
use crate::model::edit::living;
use crate::model::{Journey, Kinship, NamedScenario, Scenario, kinship};
use crate::ui::state::Store;
use std::sync::Arc;

/// How many arrivals each scenario is tried on [customers]: enough to tell, few enough not to be waited for.
pub const TRIED_ON: u64 = 20_000;

/// What was found of a scenario.
#[derive(Clone)]
pub enum Found {
    /// It was tried; and whether the same visitors came to both.
    Tried(Arc<Report>, Kinship),
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
struct Asked {
    number: u32,
    about: Known,
    kinship: Kinship,
}

/// What is known of the scenarios of one journey.
#[derive(Default)]
pub struct Tried {
    of: Option<(Arc<Journey>, u64)>,
    known: Vec<(Known, Found)>,
    asked: Vec<Asked>,
    next: u32,
}

/// A question about a scenario: its number, and the journey that it is about where that is not the one on the desk.
pub struct Question {
    number: u32,
    between: Option<(Arc<Journey>, Journey)>,
    scenario: Scenario,
}

impl Question {
    pub fn ask(self, store: Store) {
        match self.between {
            None => store.ask_beside(self.number, self.scenario, TRIED_ON),
            Some((today, other)) => store.ask_between(self.number, (&today, other), self.scenario, TRIED_ON),
        }
    }
}

impl Tried {
    /// What is still to be asked about a work. What was asked before has been dropped.
    pub fn open(&mut self, work: &Project) -> Vec<Question> {
        let today = work.today_journey();
        if self.of.as_ref().is_none_or(|(journey, seed)| journey != today || *seed != work.seed) {
            (self.of, self.known) = (Some((today.clone(), work.seed)), Vec::new());
        }
        self.asked.clear();
        let mut open = Vec::new();
        for named in work.named.iter().filter(|named| self.of(named).is_none()).collect::<Vec<_>>() {
            let structure = named.structure.as_deref().map(living);
            let (other, kinship) = match structure {
                None => ((**today).clone(), Kinship::Twins),
                Some(Some(other)) => {
                    let kinship = kinship(today, &other);
                    (other, kinship)
                }
                Some(None) => {
                    self.known.push((known(named), Found::Still));
                    continue;
                }
            };
            if kinship == Kinship::None {
                self.known.push((known(named), Found::Incomparable));
                continue;
            }
            self.next += 1;
            self.asked.push(Asked { number: self.next, about: known(named), kinship });
            let is_on_desk = named.structure.is_none() && work.as_is.is_none();
            let between = (!is_on_desk).then(|| (today.clone(), other));
            open.push(Question { number: self.next, between, scenario: named.scenario.clone() });
        }
        open
    }

    pub fn take_in(&mut self, number: u32, report: Option<Arc<Report>>) {
        if let Some(at) = self.asked.iter().position(|asked| asked.number | (1 << 31) == number) {
            let Asked { about, kinship, .. } = self.asked.swap_remove(at);
            self.known.push((about, report.map_or(Found::Impossible, |report| Found::Tried(report, kinship))));
        }
    }

    /// A report of one of them, of the same visitors as all.
    pub fn any(&self) -> Option<Arc<Report>> {
        self.known.iter().find_map(|(_, found)| match found {
            Found::Tried(report, _) => Some(report.clone()),
            _ => None,
        })
    }

    /// `None` while it is awaited.
    pub fn of(&self, named: &NamedScenario) -> Option<Found> {
        let is_it = |(structure, scenario): &Known| *structure == named.structure && *scenario == named.scenario;
        self.known.iter().find(|(known, _)| is_it(known)).map(|(_, found)| found.clone())
    }
}
