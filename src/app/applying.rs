//! The one place that applies commands to the state of the page.

use super::history::DragTarget;
use super::session::ready_work;
use super::{Changed, Command, Origin, Place, Project, STRAIN, Session, UNIT_COST, UNITS};
use crate::model::defaults::MAX_ARRIVALS;
use std::sync::Arc;

/// Least and most arrivals that can be chosen [customers].
const CUSTOMERS_RANGE: (u64, u64) = (1_000, 10_000_000);
/// A word of mouth nearer to the market's own than this counts as its own.
const SAME_ECHO: f64 = 1e-6;

/// What applying a command means for the steps that can be undone; a command that is another's to apply is given back.
type Applied = Result<Step, Command>;

/// A step that can be undone.
enum Step {
    /// One of its own.
    Own,
    /// One with those before it, as long as the same is held.
    Held(DragTarget),
    /// None: it goes to and fro between steps.
    None,
}

impl Session {
    /// Does what a reader asks for, and tells what changed.
    pub fn apply(&mut self, command: Command) -> Changed {
        let before = self.work.clone();
        let asked = |s: &Self| (s.place, s.agenda.goal, s.agenda.units, s.agenda.target);
        let inquired = asked(self);
        let agenda = self.agenda.clone();
        let view = |s: &Self| {
            let shown = (s.lanes.clone(), s.dashboards);
            (s.customers, s.selected.clone(), s.persona.clone(), shown, s.language, s.theme)
        };
        let seen = view(self);
        let applied = self.edit(command).or_else(|other| self.replace(other)).or_else(|other| self.agree(other));
        let step = applied.unwrap_or_else(|other| self.look(other));
        if self.work != before {
            self.record_work(matches!(step, Step::None));
        }
        match step {
            Step::Own => self.history.note(before.clone(), &self.work, None),
            Step::Held(grip) => self.history.note(before.clone(), &self.work, Some(grip)),
            Step::None => {}
        }
        let moved = self.work != before;
        // Most commands leave the journey alone, and a slider that is dragged is one after the other.
        let journey = !Arc::ptr_eq(&self.work.journey, &before.journey) && self.work.journey != before.journey;
        let is_run_otherwise =
            |work: &Project| work.seed != before.seed || work.active_scenario() != before.active_scenario();
        let is_other = journey || is_run_otherwise(&self.work);
        Changed {
            inquire: is_other || inquired != asked(self),
            ask: is_other || self.customers != seen.0,
            journey,
            links: journey && !self.work.journey.links().eq(before.journey.links()),
            keep: moved || seen != view(self) || inquired != asked(self) || agenda != self.agenda,
        }
    }

    /// Changes the scenario.
    fn edit(&mut self, command: Command) -> Applied {
        Ok(match command {
            Command::SetLever { link, lever, value } => {
                self.work.set_lever(&link, lever, value);
                Step::Held(DragTarget::Lever(link, lever))
            }
            Command::SetQuality { persona, quality, value } => {
                self.work.set_quality(&persona, quality, value);
                Step::Held(DragTarget::Quality(persona, quality))
            }
            Command::SetStrain(strain) if strain.is_finite() => {
                self.work.scenario.strain = strain.clamp(STRAIN.0, STRAIN.1);
                Step::Held(DragTarget::Strain)
            }
            Command::SetPrice(price) => {
                let own = self.work.journey.price;
                if price.is_none_or(|p| p > 0.0 && p <= self.work.most_price()) {
                    self.work.scenario.price = price.filter(|p| *p != own);
                }
                Step::Held(DragTarget::Price)
            }
            Command::SetSeed(seed) => {
                self.work.seed = seed;
                Step::Held(DragTarget::Seed)
            }
            Command::SetStart(start) => {
                if start <= self.work.journey.horizon {
                    self.work.scenario.start = start.into();
                }
                Step::Held(DragTarget::Start)
            }
            Command::SetEcho(echo) => {
                let own = self.work.journey.market.echo;
                let sane = |e: &f64| (0.0..=1.0).contains(e) && (e - own).abs() > SAME_ECHO;
                self.work.scenario.echo = echo.filter(sane);
                Step::Held(DragTarget::Echo)
            }
            Command::SetArrivals(arrivals) => {
                let own = self.work.journey.market.arrivals;
                if arrivals.is_none_or(|a| a > 0.0 && a <= MAX_ARRIVALS) {
                    self.work.scenario.arrivals = arrivals.filter(|a| *a != own);
                }
                Step::Held(DragTarget::Arrivals)
            }
            other => return self.edit_whole(other),
        })
    }

    /// Changes the scenario by what is switched, taken back, or proposed.
    fn edit_whole(&mut self, command: Command) -> Applied {
        match command {
            Command::Switch { link, lever, off } => self.work.switch(&link, lever, off),
            Command::ResetLever { link, lever } => self.work.reset_lever(&link, lever),
            Command::ResetQuality { persona, quality } => self.work.reset_quality(&persona, quality),
            Command::ResetLink(link) => self.work.reset_link(&link),
            Command::ResetAll => self.work.reset_all(),
            Command::AddProposal(proposal) => self.work.add_proposal(&proposal),
            Command::SetProposal { id, proposal } => self.work.set_proposal(&id, &proposal),
            Command::RemoveProposal(id) => self.work.remove_proposal(&id),
            Command::SwitchProposal { id, off } => self.work.switch_proposal(&id, off),
            other => return Err(other),
        }
        Ok(Step::Own)
    }

    /// Puts other work on the page: another journey, or a step before or after this one.
    fn replace(&mut self, command: Command) -> Applied {
        let step = match command {
            Command::OpenJourney { journey, name } => {
                self.begin_with(Project::pristine(Arc::new(*journey), Origin::File(name), self.work.seed));
                return Ok(Step::Own);
            }
            Command::ChooseReady { id, journey } => {
                self.begin_with(ready_work(&id, *journey));
                return Ok(Step::Own);
            }
            Command::Build(built) => {
                let said = built.is_copy.then(|| self.agenda.signing.clone());
                self.take_up(built.work);
                if let Some(said) = said.filter(|_| self.agenda.signing.is_empty()) {
                    self.agenda.signing = said;
                }
                return Ok(built.typed.map_or(Step::Own, |at| Step::Held(DragTarget::Typed(at))));
            }
            Command::TakeOver(session) => {
                *self = *session;
                return Ok(Step::None);
            }
            Command::TakeBack => self.history.take_back(),
            Command::Undo => self.history.undo(&self.work),
            Command::Redo => self.history.redo(&self.work),
            other => return Err(other),
        };
        if let Some(work) = step {
            self.take_up(work);
        }
        Ok(Step::None)
    }

    /// What a room agrees on before it prioritises.
    fn agree(&mut self, command: Command) -> Applied {
        let exists = |session: &Self, link| session.work.journey.strength(link).is_some();
        match command {
            Command::SetGoal(goal) => {
                if self.agenda.goal != goal {
                    // A target of another outcome says nothing of this one.
                    self.agenda.target = None;
                }
                self.agenda.goal = goal;
            }
            Command::Sign(signing) => self.agenda.signing = signing,
            Command::SetTarget(target) => self.agenda.target = target.filter(|target| target.is_finite()),
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
                if exists(self, &link) {
                    self.agenda.bets.push(link);
                }
            }
            Command::Bet { link, more: false } => {
                if let Some(last) = self.agenda.bets.iter().rposition(|bet| *bet == link) {
                    self.agenda.bets.remove(last);
                }
            }
            Command::Cover(is_covered) => {
                self.agenda.is_covered = is_covered;
                // Uncovered, it stands there for all to see.
                self.agenda.is_told |= !is_covered;
            }
            Command::ShowBinding(is_told) => self.agenda.is_told = is_told,
            Command::ClearBets => self.agenda.bets.clear(),
            other => return Err(other),
        }
        Ok(Step::Own)
    }

    /// What is seen, and how.
    fn look(&mut self, command: Command) -> Step {
        match command {
            Command::SetCustomers(customers) => {
                self.customers = customers.clamp(CUSTOMERS_RANGE.0, CUSTOMERS_RANGE.1);
            }
            Command::Select(link) => {
                if self.work.journey.strength(&link).is_some() {
                    self.selected = link;
                }
            }
            Command::Only(persona) => {
                self.persona = persona.filter(|p| self.work.has_persona(p));
            }
            Command::GoTo(place) => {
                self.place = place;
                // The ranking begins with it.
                self.agenda.is_told |= place == Place::Prioritise && !self.agenda.is_covered;
            }
            Command::ShowLane { lane, on: true } => drop(self.lanes.insert(lane)),
            Command::ShowLane { lane, on: false } => drop(self.lanes.remove(&lane)),
            Command::ShowDashboards(open) => self.dashboards = open,
            Command::SetLanguage(language) => self.language = Some(language),
            Command::SetTheme(theme) => self.theme = theme,
            Command::LetGo => self.history.let_go(),
            // A strain that is no number. The others have been applied above; they are named so that the compiler asks
            // for a command that nobody applies.
            Command::SetStrain(_)
            | Command::SetLever { .. }
            | Command::SetQuality { .. }
            | Command::ResetQuality { .. }
            | Command::SetPrice(_)
            | Command::SetSeed(_)
            | Command::SetStart(_)
            | Command::SetEcho(_)
            | Command::SetArrivals(_)
            | Command::Switch { .. }
            | Command::ResetLever { .. }
            | Command::ResetLink(_)
            | Command::ResetAll
            | Command::AddProposal(_)
            | Command::SetProposal { .. }
            | Command::RemoveProposal(_)
            | Command::SwitchProposal { .. }
            | Command::OpenJourney { .. }
            | Command::ChooseReady { .. }
            | Command::Build(_)
            | Command::TakeOver(_)
            | Command::TakeBack
            | Command::Undo
            | Command::Redo
            | Command::SetGoal(_)
            | Command::SetUnits(_)
            | Command::SetUnitCost(_)
            | Command::SetTarget(_)
            | Command::Sign(_)
            | Command::Bet { .. }
            | Command::Cover(_)
            | Command::ShowBinding(_)
            | Command::ClearBets => {}
        }
        Step::Own
    }
}
