//! The one store of the page: the state, what came back of the last request, and what is derived from both.

use crate::analysis::{CalendarReport, Report, Story, TodayAndWhatIf};
use crate::app::{
    Agenda, Asked, CROWD, Changed, Command, Effects, FIRM, Findings, Language, Place, Session, Trails, Work,
    is_changed, report_of, save, stands_at, weakest,
};
use crate::model::{Journey, LinkId, PersonaId, Problem};
use crate::runner::browser::Pool;
use crate::runner::{Event, QueryAnswer, QuickQuery};
use crate::ui::places::journey::crowd::Player;
use crate::ui::places::journey::dashboards;
use crate::ui::platform::device;
use crate::words::{Speaks, Teller};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;

/// How long the state may wait before it is kept [ms]: longer than between two moves of a hand.
const KEEP_AFTER: u32 = 250;

/// How long a hand has to rest before what needs many trials is asked [ms].
const INQUIRE_AFTER: u32 = 200;

/// How far the request has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Far {
    /// [customers]
    pub lived: u64,
    pub asked: u64,
    pub done: bool,
}

/// Something that the reader should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The computation broke down and could not be repeated.
    Broken,
    /// What was kept on the device could not be read.
    Damaged,
}

/// One customer's life.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub customer: u64,
    pub life: TodayAndWhatIf<Story>,
}

/// An input with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Name of the file; empty for the page's own request.
    pub name: String,
    pub problems: Vec<Problem>,
}

/// Copied into every component; all parts are signals.
#[derive(Clone, Copy)]
pub struct Store {
    pub session: RwSignal<Session>,
    /// Whose customers are shown; `None` for everybody's.
    pub persona: Memo<Option<PersonaId>>,
    /// What came back last, of everybody.
    pub everybody: RwSignal<Option<Arc<Report>>>,
    /// The same of those who are shown.
    pub report: Memo<Option<Arc<Report>>>,
    /// The trails of the crowd.
    pub trails: RwSignal<Option<Arc<Trails>>>,
    pub player: Player,
    /// The customer who is followed, and the life of one that was asked for.
    pub followed: RwSignal<Option<u64>>,
    pub life: RwSignal<Option<Arc<Told>>>,
    pub place: Memo<Place>,
    pub agenda: Memo<Agenda>,
    /// What many trials have come to, and how far those being lived have come: number of the question, blocks lived, of
    /// so many.
    pub findings: RwSignal<Findings>,
    pub trying: RwSignal<Option<(u64, u64, u64)>>,
    /// The calendar as far as it is answered; of the request before while the newest is on its way.
    pub calendar: RwSignal<Option<Arc<CalendarReport>>>,
    pub far: RwSignal<Far>,
    pub notice: RwSignal<Option<Notice>>,
    pub refusal: RwSignal<Option<Refusal>>,
    /// A slider is in somebody's hand: nothing is announced meanwhile.
    pub held: RwSignal<bool>,
    pub language: Memo<Language>,
    /// What the last move looked like on its way, while it is shown again.
    pub replayed: RwSignal<Option<Work>>,
    /// How many customers the newest report rests on, since it was last asked; 0 while the one shown is of before.
    pub reported: RwSignal<u64>,
    /// What each change does by itself.
    pub effects: RwSignal<Effects>,
    pub work: Memo<Work>,
    pub journey: Memo<Arc<Journey>>,
    /// The journey with everything that is switched on.
    pub changed_journey: Memo<Arc<Journey>>,
    pub selected: Memo<LinkId>,
    /// The weakest link as things are.
    pub weakest: Memo<Option<LinkId>>,
    /// The link where the same effort does most, when it is clear which.
    pub binding: Memo<Option<LinkId>>,
    pub changed: Memo<bool>,
    pool: StoredValue<Pool, LocalStorage>,
    keeper: StoredValue<Option<Timeout>, LocalStorage>,
    inquirer: StoredValue<Option<Timeout>, LocalStorage>,
    /// What is being found out, and what has been.
    asked: StoredValue<Asked>,
}

impl Store {
    pub fn new() -> Self {
        let (first, damaged) = device::load();
        let browser = device::language();
        let horizon = f64::from(first.work.journey.horizon);
        let session = RwSignal::new(first);
        let everybody = RwSignal::new(None);
        let calendar = RwSignal::new(None);
        let far = RwSignal::new(Far::default());
        let notice = RwSignal::new(damaged.then_some(Notice::Damaged));
        let refusal = RwSignal::new(None);
        let (trails, life) = (RwSignal::new(None), RwSignal::new(None));
        let effects = RwSignal::new(Effects::default());
        let (findings, trying) = (RwSignal::new(Findings::default()), RwSignal::new(None));
        let reported = RwSignal::new(0);
        let replayed = RwSignal::new(None::<Work>);
        let asked = StoredValue::new(Asked::default());
        let pool = Pool::new(move |event| match event {
            Event::Progress(progress) => {
                far.set(Far { lived: progress.report.customers, asked: progress.customers, done: progress.done });
                reported.set(progress.report.customers);
                everybody.set(Some(Arc::new(progress.report)));
                notice.update(|n| *n = n.filter(|n| *n != Notice::Broken));
            }
            Event::Counted { lived, customers } => far.set(Far { lived, asked: customers, done: false }),
            Event::Answered(answer) => match answer {
                QueryAnswer::Crowd(crowd) => trails.set(Some(Arc::new(crowd))),
                QueryAnswer::Life { customer, life: told } => life.set(Some(Arc::new(Told { customer, life: told }))),
                QueryAnswer::Other { number, report } => effects.update(|e| e.take_in(number, report.map(|r| *r))),
                QueryAnswer::Calendar { from, report } => dashboards::take_in(calendar, from, *report),
            },
            Event::StudyFinished { number, result: finding } => {
                asked.update_value(|asked| asked.is_answered(number));
                trying.set(None);
                findings.update(|findings| findings.take_in(*finding));
            }
            Event::StudyProgress { number, lived, of } => trying.set(Some((number, lived, of))),
            Event::Refused(problems) => refusal.set(Some(Refusal { name: String::new(), problems })),
            Event::Recovered => {}
            Event::Broken => {
                far.update(|f| f.done = true);
                notice.set(Some(Notice::Broken));
            }
        });
        let language = Memo::new(move |_| session.with(|s| s.language).unwrap_or(browser));
        let work = Memo::new(move |_| replayed.get().unwrap_or_else(|| session.with(|s| s.work.clone())));
        let changed_journey = Memo::new(move |_| Arc::new(work.with(Work::changed_journey)));
        // On its own, so that nothing is compared anew while a slider moves.
        let persona = Memo::new(move |_| session.with(|s| s.persona.clone()));
        let store = Self {
            session,
            persona,
            everybody,
            report: Memo::new(move |_| shown(everybody.get(), persona.get())),
            trails,
            player: Player::new(horizon),
            followed: RwSignal::new(None),
            life,
            place: Memo::new(move |_| session.with(|s| s.place)),
            agenda: Memo::new(move |_| session.with(|s| s.agenda.clone())),
            findings,
            trying,
            calendar,
            far,
            notice,
            refusal,
            held: RwSignal::new(false),
            language,
            replayed,
            reported,
            effects,
            work,
            journey: Memo::new(move |_| work.with(|w| w.journey.clone())),
            changed_journey,
            selected: Memo::new(move |_| session.with(|s| s.selected.clone())),
            weakest: Memo::new(move |_| changed_journey.with(|j| weakest(j).map(|w| w.link))),
            binding: Memo::new(move |_| findings.with(binding_of)),
            changed: Memo::new(move |_| work.with(is_changed)),
            pool: StoredValue::new_local(pool),
            keeper: StoredValue::new_local(None),
            inquirer: StoredValue::new_local(None),
            asked,
        };
        store.ask();
        store.inquire_soon();
        store
    }

    /// Does what the reader asks for.
    pub fn run(&self, command: Command) {
        let mut changed = Changed::default();
        self.session.update(|session| changed = session.apply(command));
        if changed.journey {
            self.everybody.set(None);
            self.trails.set(None);
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

    fn ask(&self) {
        let work = self.work.get_untracked();
        let ask = self.session.with_untracked(|s| s.ask_about(&work));
        self.far.set(Far { lived: 0, asked: ask.customers, done: false });
        self.reported.set(0);
        self.pool.with_value(|pool| pool.run(ask));
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
            self.effects.update(|effects| others.extend(self.work.with_untracked(|work| effects.ask(work))));
        }
        others.into_iter().for_each(|question| self.query(question));
        dashboards::ask_anew(*self);
    }

    /// Shows the page with other work, or as it stands: no step of undo, nothing kept.
    pub fn replay(&self, work: Option<Work>) {
        self.replayed.set(work);
        self.ask();
    }

    /// Asks something else about the newest request.
    pub fn query(&self, question: QuickQuery) {
        self.pool.with_value(|pool| pool.query(question));
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
        self.asked.update_value(Asked::forget);
        self.findings.set(Findings::default());
        let timer = Timeout::new(INQUIRE_AFTER, move || store.inquire());
        self.inquirer.set_value(Some(timer));
    }

    /// Asks what needs many trials and is not known yet.
    fn inquire(&self) {
        let mut open = Vec::new();
        self.findings.update(|findings| {
            self.session.with_untracked(|s| self.asked.update_value(|asked| open = asked.take_up(s, findings)));
        });
        self.pool.with_value(|pool| pool.start_studies(open));
    }

    /// Asks no more; what has been found stands.
    pub fn stop_finding(&self) {
        self.inquirer.set_value(None);
        self.trying.set(None);
        self.pool.with_value(|pool| pool.start_studies(Vec::new()));
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

    /// Ends the refinement; what has been found stands.
    pub fn stop(&self) {
        self.pool.with_value(Pool::stop);
    }

    fn keep_soon(&self) {
        let store = *self;
        let timer = Timeout::new(KEEP_AFTER, move || store.keep());
        self.keeper.set_value(Some(timer));
    }

    /// Keeps the state on the device, now.
    pub fn keep(&self) {
        // What the page of the look brings about is nobody's work.
        #[cfg(feature = "style")]
        if crate::ui::styleguide::is_asked_for() {
            return;
        }
        device::keep(&self.session.with_untracked(save));
    }

    /// The newest report of everybody, where it is of the state as it stands and firm enough to tell by.
    pub fn newest(&self) -> Option<Arc<Report>> {
        if self.replayed.with(Option::is_some) {
            return None;
        }
        self.everybody.get().filter(|_| self.reported.get() >= FIRM.min(self.far.with(|far| far.asked)))
    }

    /// Where the outcome that counts stands, by that report [its own unit].
    pub fn stands_at(&self) -> Option<f64> {
        let (report, goal) = (self.newest()?, self.agenda.with(|agenda| agenda.goal));
        self.work.with(|work| stands_at(work, goal, &report))
    }

    /// What sentences are told from: the language of the page, and the journey of today.
    pub fn teller(&self) -> Teller {
        Teller { language: self.language.get(), journey: self.journey.get() }
    }

    /// What sentences are told from about the journey with everything that is switched on.
    pub fn changed_teller(&self) -> Teller {
        Teller { language: self.language.get(), journey: self.changed_journey.get() }
    }

    /// The language code of the journey's own words.
    pub fn code(&self) -> &'static str {
        self.language.get().code()
    }

    /// A persona's name in the language of the page.
    pub fn persona_name(&self, persona: &PersonaId) -> String {
        let code = self.code();
        self.journey
            .with(|j| j.personas.iter().find(|p| p.id == *persona).map(|p| p.name.get(code).to_owned()))
            .unwrap_or_default()
    }

    /// A link's name in the language of the page.
    pub fn link_name(&self, link: &LinkId) -> String {
        let code = self.code();
        self.journey.with(|j| j.link_name(link, code))
    }
}

impl Speaks for Store {
    fn language(&self) -> Language {
        self.language.get()
    }
}

/// The link that binds, when it is clear which.
fn binding_of(findings: &Findings) -> Option<LinkId> {
    let binding = findings.ranking.as_ref()?.binding.as_ref()?;
    (!binding.too_close).then(|| binding.link.clone())
}

/// The report of those who are shown.
fn shown(report: Option<Arc<Report>>, persona: Option<PersonaId>) -> Option<Arc<Report>> {
    match (report, persona) {
        (Some(report), Some(persona)) => report_of(&report, &persona).map(Arc::new),
        (report, _) => report,
    }
}

/// The store of the page.
pub fn use_store() -> Store {
    expect_context::<Store>()
}
