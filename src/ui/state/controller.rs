//! What the page does: applies commands, asks the workers, and takes in what comes back.

use super::answers::RunProgress;
use super::signals::Store;
use super::workers::{BESIDE, Workers, tell};
use crate::app::{
    CROWD, Changed, Command, Effects, Notice, Panel, Place, Project, ScenarioQuestion, Settled, StudyCache,
    StudyFindings, TRIED_ON, calendar_size,
};
use crate::model::Journey;
use crate::runner::QuickQuery;
use crate::runner::browser::Pool;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long figures of the state before may stand without being called so [ms]: far longer than the first ones take.
const OLD_AFTER: u32 = 2_500;
/// How long a hand has to rest before what needs many trials is asked [ms].
const INQUIRE_AFTER: u32 = 200;

impl Store {
    /// Asks for the first answers.
    pub(super) fn begin(&self) {
        self.ask();
        self.inquire_soon();
        self.keep_soon();
    }

    /// Does what the reader asks for.
    pub fn run(&self, command: Command) {
        let mut changed = Changed::default();
        let turns = command.turns();
        self.session.update(|session| changed = session.apply(command));
        if turns {
            self.turned.set(());
        }
        if changed.journey {
            self.workers.firm.set_value(None);
        }
        if changed.links {
            self.answers.everybody.set(None);
            self.answers.trails.set(None);
        }
        if changed.ask {
            self.replayed.set(None);
            self.ask();
        }
        if changed.inquire && changed.ask {
            self.inquire_soon();
        } else if changed.inquire {
            // Another place or another question about the same state: it was pressed, and what is known stands.
            self.stop_finding();
            self.inquire();
        }
        if changed.keep {
            self.keep_soon();
        }
    }

    /// Asks once more, where nothing came of it.
    pub fn again(&self) {
        self.ask();
        self.inquire_soon();
    }

    /// Tells the reader something.
    pub fn tell(&self, notice: Notice) {
        tell(self.notices, notice);
    }

    fn ask(&self) {
        let work = self.work.get_untracked();
        let ask = self.session.with_untracked(|s| s.ask_about(&work));
        self.answers.far.set(RunProgress { lived: 0, asked: ask.customers, done: false });
        self.answers.reported.set(0);
        self.answers.is_old.set(false);
        let answers = self.answers;
        self.workers.patience.set_value(Some(Timeout::new(OLD_AFTER, move || answers.look_if_old())));
        self.workers.pool.with_value(|pool| pool.run(ask));
        self.ask_open_questions();
    }

    /// What has to be found out beside the report, anew for each request.
    fn ask_open_questions(&self) {
        self.query(QuickQuery::Crowd { customers: CROWD });
        if let Some(customer) = self.followed.get_untracked() {
            self.query(QuickQuery::Life { customer });
        }
        let mut others = Vec::new();
        if self.replayed.with_untracked(Option::is_none) {
            self.answers.effects.update(|effects| others.extend(self.work.with_untracked(|work| effects.ask(work))));
        } else {
            self.answers.effects.update_untracked(Effects::look_away);
        }
        others.into_iter().for_each(|query| self.query(query));
        // The calendar, where it is looked at. What was known of the request before stands meanwhile.
        if self.session.with_untracked(|s| s.dashboards) {
            self.ask_calendar(0);
        } else {
            self.answers.calendar.set(None);
        }
    }

    /// Asks for the customers of the calendar who are numbered from `from`, until there are enough.
    pub fn ask_calendar(&self, from: u64) {
        let (one, enough) = self.work.with_untracked(calendar_size);
        if from < enough {
            self.query(QuickQuery::Calendar { from, per_period: one.min(enough - from) });
        }
    }

    /// Shows the page with other work, or as it stands: no step of undo, nothing kept.
    pub fn replay(&self, work: Option<Project>) {
        self.replayed.set(work);
        self.ask();
    }

    /// Asks something else about the newest request.
    fn query(&self, query: QuickQuery) {
        self.workers.pool.with_value(|pool| pool.query(query));
    }

    /// Asks what a scenario comes to beside today. The answer is dropped with the next request: whoever wants it asks again.
    pub fn ask_beside(&self, question: ScenarioQuestion) {
        let (number, customers) = (BESIDE | question.number, TRIED_ON);
        let scenario = Box::new(question.scenario);
        self.query(match question.between {
            None => QuickQuery::Other { number, scenario, customers },
            Some((today, other)) => {
                let (today, other) = (Box::new(Journey::clone(&today)), Box::new(other));
                QuickQuery::Beside { number, today, other, scenario, customers }
            }
        });
    }

    /// Follows a customer, or nobody.
    pub fn follow(&self, customer: Option<u64>) {
        self.followed.set(customer);
        if let Some(customer) = customer {
            self.query(QuickQuery::Life { customer });
        }
    }

    /// Asks what needs many trials, once the hand rests; what was found about the state before is gone at once.
    fn inquire_soon(&self) {
        let store = *self;
        self.stop_finding();
        self.workers.asked.update_value(StudyCache::forget);
        self.answers.findings.set(StudyFindings::default());
        let timer = Timeout::new(INQUIRE_AFTER, move || store.inquire());
        self.workers.inquirer.set_value(Some(timer));
    }

    /// Asks what needs many trials and is not known yet.
    fn inquire(&self) {
        let Workers { pool, asked, .. } = self.workers;
        let mut open = Vec::new();
        let open_panel = self.panel.get_untracked().unwrap_or(Panel::FIRST);
        self.answers.findings.update(|findings| {
            self.session.with_untracked(|s| asked.update_value(|asked| open = asked.take_up(s, open_panel, findings)));
        });
        pool.with_value(|pool| pool.start_studies(open));
    }

    /// Another panel is open: what it needs comes first. What is being worked on is not begun anew where the panel is
    /// answered.
    pub fn inquire_first(&self) {
        if self.place.get_untracked() == Place::Prioritise {
            self.inquire();
        }
    }

    /// Asks no more; what has been found stands.
    pub fn stop_finding(&self) {
        self.workers.inquirer.set_value(None);
        self.answers.trying.set(None);
        self.workers.pool.with_value(|pool| pool.start_studies(Vec::new()));
    }

    /// Ends the refinement; what has been found stands.
    pub fn stop(&self) {
        self.workers.pool.with_value(Pool::stop);
    }

    /// A hand takes hold of a slider.
    pub fn take_hold(&self) {
        self.run(Command::LetGo);
        self.held.set(true);
    }

    /// The hand lets go.
    pub fn let_go(&self) {
        self.held.set(false);
        self.run(Command::LetGo);
    }

    /// The finger scrolls the page, and only began on a slider.
    pub fn pass_over(&self) {
        self.run(Command::TakeBack);
        self.held.set(false);
    }

    /// True while the page shows what came by a link: nothing of it is kept on the device.
    pub fn is_visiting(&self) -> bool {
        self.visit.with_untracked(|visit| visit.as_ref().is_some_and(|visit| visit.shown().is_some()))
    }

    /// Keeps the state, now, and takes over what another page of the site has kept.
    pub fn keep(&self) {
        let store = *self;
        if self.is_visiting() {
            return;
        }
        if !self.persistence.keep(self.session.get_untracked(), move |settled| store.take_in(settled)) {
            self.keep_soon();
        }
    }

    /// Keeps the state once the hand rests.
    pub fn keep_soon(&self) {
        let store = *self;
        if self.is_visiting() {
            return;
        }
        self.persistence.keep_soon(move || store.keep());
    }

    fn take_in(&self, settled: Settled) {
        if let Some(session) = settled.shown {
            self.run(Command::TakeOver(Box::new(session)));
        }
        if settled.is_whole_again {
            self.notices.update(|all| all.retain(|notice| !matches!(notice, Notice::Kept(_))));
        }
        settled.notices.into_iter().for_each(|notice| self.tell(notice));
    }

    /// Keeps the reader's own work in the place of what stands in its way.
    pub fn keep_instead(&self) {
        let store = *self;
        self.persistence.release(move || store.keep());
    }
}
