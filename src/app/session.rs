//! The whole state of the page, and the one place that applies commands to it.

use super::history::{DragTarget, History};
use super::{Changed, Command, Lane, Origin, Place, PrioritiseSettings, Project, UNITS};
#[cfg(not(target_arch = "wasm32"))]
use crate::exchange::READY;
use crate::model::{Journey, LinkId, PersonaId, Scenario, Stage, defaults::MAX_ARRIVALS};
use crate::runner::RunRequest;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Arrivals that a request is refined up to when the reader has not chosen [customers].
pub const CUSTOMERS: u64 = 1_000_000;
/// Least and most arrivals that can be chosen [customers].
const CUSTOMERS_RANGE: (u64, u64) = (1_000, 10_000_000);
/// Least and most strain that can be set.
pub const STRAIN: (f64, f64) = (0.0, 3.0);
/// A word of mouth nearer to the market's own than this counts as its own.
const SAME_ECHO: f64 = 1e-6;
/// What a unit of effort may cost [money].
pub const UNIT_COST: (f64, f64) = (0.01, 1e9);

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    En,
    Sv,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::En, Self::Sv];

    /// The two-letter code, as in files and in `<html lang>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Sv => "sv",
        }
    }

    /// The first language of a browser's list that the page speaks.
    pub fn preferred<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Self {
        let known = |tag: &str| match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "sv" => Some(Self::Sv),
            "en" => Some(Self::En),
            _ => None,
        };
        wanted.into_iter().find_map(known).unwrap_or_default()
    }
}

/// Light, dark, or as the device says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name by which it is saved.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Strain in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrainLevel {
    Calm,
    Busy,
    Storm,
}

/// What kind of day a strain [≥ 0] is.
pub fn strain_level(strain: f64) -> StrainLevel {
    match strain {
        s if s >= 1.5 => StrainLevel::Storm,
        s if s > 0.0 => StrainLevel::Busy,
        _ => StrainLevel::Calm,
    }
}

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub work: Project,
    /// The link in the inspector.
    pub selected: LinkId,
    /// Whose customers are shown; `None` for everybody's.
    pub persona: Option<PersonaId>,
    /// The lanes that stand under the chain.
    pub lanes: BTreeSet<Lane>,
    /// Whether the two dashboards are open.
    pub dashboards: bool,
    /// How many arrivals to refine up to [customers].
    pub customers: u64,
    /// The chosen language; `None` as long as the browser's holds.
    pub language: Option<Language>,
    pub theme: Theme,
    pub place: Place,
    pub agenda: PrioritiseSettings,
    pub(super) history: History,
}

impl Session {
    /// A first visit to a ready journey, with the weakest link of the life as a customer selected.
    pub fn first_with(id: &str, journey: Journey) -> Self {
        Self::of(ready_work(id, journey))
    }

    /// A first visit to the first ready journey, as it is built in.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn first() -> Self {
        Self::first_with(READY[0].id, READY[0].journey())
    }

    pub(super) fn of(work: Project) -> Self {
        Self {
            selected: first_to_look_at(&work.journey),
            work,
            persona: None,
            lanes: BTreeSet::new(),
            dashboards: false,
            customers: CUSTOMERS,
            language: None,
            theme: Theme::default(),
            place: Place::default(),
            agenda: PrioritiseSettings::default(),
            history: History::default(),
        }
    }

    pub fn can_undo(&self) -> bool {
        !self.history.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.history.future.is_empty()
    }

    /// A ready journey that is worked on, or was: it need not be fetched again.
    pub(super) fn ready_journey(&self, id: &str) -> Option<Journey> {
        let is_it = |work: &&Project| matches!(&work.origin, Origin::Ready(ready) if ready == id);
        let steps = self.history.past.iter().chain(&self.history.future);
        std::iter::once(&self.work).chain(steps).find(is_it).map(|work| (*work.journey).clone())
    }

    /// The request that answers the state as it stands.
    pub fn ask(&self) -> RunRequest {
        self.ask_about(&self.work)
    }

    /// The request that answers other work, for as many customers.
    pub fn ask_about(&self, work: &Project) -> RunRequest {
        RunRequest {
            journey: (*work.journey).clone(),
            scenario: work.active_scenario(),
            seed: work.seed,
            customers: self.customers,
        }
    }

    /// Does what a reader asks for, and tells what changed.
    pub fn apply(&mut self, command: Command) -> Changed {
        let before = self.work.clone();
        let asked = |s: &Self| (s.place, s.agenda.goal, s.agenda.units);
        let inquired = asked(self);
        let agenda = self.agenda.clone();
        let view = |s: &Self| {
            let shown = (s.lanes.clone(), s.dashboards);
            (s.customers, s.selected.clone(), s.persona.clone(), shown, s.language, s.theme)
        };
        let seen = view(self);
        let mut steps = true;
        let mut grip = None;
        match command {
            Command::SetLever { link, lever, value } => {
                self.work.set_lever(&link, lever, value);
                grip = Some(DragTarget::Lever(link, lever));
            }
            Command::SetStrain(strain) if strain.is_finite() => {
                self.work.scenario.strain = strain.clamp(STRAIN.0, STRAIN.1);
                grip = Some(DragTarget::Strain);
            }
            Command::SetPrice(price) => {
                let own = self.work.journey.price;
                if price.is_none_or(|p| p > 0.0 && p <= self.work.most_price()) {
                    self.work.scenario.price = price.filter(|p| *p != own);
                }
                grip = Some(DragTarget::Price);
            }
            Command::SetSeed(seed) => {
                self.work.seed = seed;
                grip = Some(DragTarget::Seed);
            }
            Command::SetStart(start) => {
                if start <= self.work.journey.horizon {
                    self.work.scenario.start = start.into();
                }
                grip = Some(DragTarget::Start);
            }
            Command::SetEcho(echo) => {
                let own = self.work.journey.market.echo;
                let sane = |e: &f64| (0.0..=1.0).contains(e) && (e - own).abs() > SAME_ECHO;
                self.work.scenario.echo = echo.filter(sane);
                grip = Some(DragTarget::Echo);
            }
            Command::SetArrivals(arrivals) => {
                let own = self.work.journey.market.arrivals;
                if arrivals.is_none_or(|a| a > 0.0 && a <= MAX_ARRIVALS) {
                    self.work.scenario.arrivals = arrivals.filter(|a| *a != own);
                }
                grip = Some(DragTarget::Arrivals);
            }
            Command::SetCustomers(customers) => {
                self.customers = customers.clamp(CUSTOMERS_RANGE.0, CUSTOMERS_RANGE.1);
            }
            Command::Switch { link, lever, off } => self.work.switch(&link, lever, off),
            Command::ResetLever { link, lever } => self.work.reset_lever(&link, lever),
            Command::ResetLink(link) => self.work.reset_link(&link),
            Command::ResetAll => self.work.reset_all(),
            Command::AddProposal(proposal) => self.work.add_proposal(&proposal),
            Command::SetProposal { id, proposal } => self.work.set_proposal(&id, &proposal),
            Command::RemoveProposal(id) => self.work.remove_proposal(&id),
            Command::SwitchProposal { id, off } => self.work.switch_proposal(&id, off),
            Command::Select(link) => {
                if self.work.journey.strength(&link).is_some() {
                    self.selected = link;
                }
            }
            Command::Only(persona) => {
                self.persona = persona.filter(|p| self.work.has_persona(p));
            }
            Command::OpenJourney { journey, name } => self.begin_with(Project {
                journey: Arc::new(*journey),
                origin: Origin::File(name),
                scenario: Scenario::default(),
                seed: before.seed,
            }),
            Command::ChooseReady { id, journey } => self.begin_with(ready_work(&id, *journey)),
            Command::TakeOver(session) => {
                steps = false;
                *self = *session;
            }
            Command::GoTo(place) => self.place = place,
            Command::SetGoal(goal) => self.agenda.goal = goal,
            Command::SetUnitCost(cost) => {
                if cost.is_none_or(|cost| (UNIT_COST.0..=UNIT_COST.1).contains(&cost)) {
                    self.agenda.unit_cost = cost;
                }
            }
            Command::SetUnits(units) => {
                if (UNITS.0..=UNITS.1).contains(&units) {
                    self.agenda.units = units;
                }
            }
            Command::Bet { link, more: true } => {
                if self.work.journey.strength(&link).is_some() {
                    self.agenda.bets.push(link);
                }
            }
            Command::Bet { link, more: false } => {
                if let Some(last) = self.agenda.bets.iter().rposition(|bet| *bet == link) {
                    self.agenda.bets.remove(last);
                }
            }
            Command::Cover(is_covered) => self.agenda.is_covered = is_covered,
            Command::ClearBets => self.agenda.bets.clear(),
            Command::ShowLane { lane, on: true } => drop(self.lanes.insert(lane)),
            Command::ShowLane { lane, on: false } => drop(self.lanes.remove(&lane)),
            Command::ShowDashboards(open) => self.dashboards = open,
            Command::SetLanguage(language) => self.language = Some(language),
            Command::SetTheme(theme) => self.theme = theme,
            Command::LetGo => self.history.let_go(),
            Command::TakeBack => {
                steps = false;
                if let Some(work) = self.history.take_back() {
                    self.take_up(work);
                }
            }
            Command::Undo => {
                steps = false;
                if let Some(work) = self.history.undo(&before) {
                    self.take_up(work);
                }
            }
            Command::Redo => {
                steps = false;
                if let Some(work) = self.history.redo(&before) {
                    self.take_up(work);
                }
            }
            Command::SetStrain(_) => {}
        }
        if steps {
            self.history.note(before.clone(), &self.work, grip);
        }
        let moved = self.work != before;
        Changed {
            inquire: moved || inquired != asked(self),
            ask: moved || self.customers != seen.0,
            journey: self.work.journey != before.journey,
            keep: moved || seen != view(self) || inquired != asked(self) || agenda != self.agenda,
        }
    }

    /// Another journey, to be looked at afresh.
    fn begin_with(&mut self, work: Project) {
        self.selected = first_to_look_at(&work.journey);
        self.take_up(work);
    }

    /// Puts other work on the page; the selection stays where it still means something.
    fn take_up(&mut self, work: Project) {
        if work.journey != self.work.journey && work.journey.strength(&self.selected).is_none() {
            self.selected = first_to_look_at(&work.journey);
        }
        self.agenda.go_over(&self.work.journey.id, &work.journey.id);
        self.work = work;
        self.persona = self.persona.take().filter(|p| self.work.has_persona(p));
        self.agenda.bets.retain(|link| self.work.journey.strength(link).is_some());
    }
}

/// A ready journey as it is.
pub(super) fn ready_work(id: &str, journey: Journey) -> Project {
    Project { journey: Arc::new(journey), origin: Origin::Ready(id.to_owned()), scenario: Scenario::default(), seed: 1 }
}

/// The weakest touchpoint of the life as a customer: there a change is seen in who stays.
fn first_to_look_at(journey: &Journey) -> LinkId {
    let after = journey.touchpoints.iter().filter(|t| journey.stage(&t.phase) == Some(Stage::After));
    let weakest = after.min_by(|a, b| a.strength.likely.total_cmp(&b.strength.likely));
    weakest.map(|t| t.id.clone()).or_else(|| journey.links().next().cloned()).unwrap_or_default()
}
