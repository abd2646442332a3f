//! What the page shows by: its state, what came back of the requests, and what is derived from both.

use super::answers::{Answers, Refusal};
use super::persistence::Persistence;
use super::workers::Workers;
use crate::analysis::Report;
use crate::app::{
    FIRM, Keeper, Language, Notice, Opened, Panel, Place, PrioritiseSettings, Project, Route, Session, StudyFindings,
    Visit, is_changed, report_of, stands_at, weakest,
};
use crate::model::{Journey, LinkId, PersonaId};
use crate::ui::platform::device;
use crate::words::{Speaks, Teller};
use leptos::prelude::*;
use std::sync::Arc;

/// The one store of the page, copied into every component; all parts are signals. What is done with it stands in
/// `controller.rs`.
#[derive(Clone, Copy)]
pub struct Store {
    pub session: RwSignal<Session>,
    pub answers: Answers,
    /// The panel that the address names; `None` if it names the place as a whole.
    pub panel: RwSignal<Option<Panel>>,
    /// The page of the lessons that the address names; `None` if it names their list.
    pub lesson: RwSignal<Option<String>>,
    /// What ids begin with in the parts of the page that are about this store; empty for the page's own.
    prefix: &'static str,
    /// What the reader should know, the oldest first.
    pub notices: RwSignal<Vec<Notice>>,
    pub refusal: RwSignal<Option<Refusal>>,
    /// What has come of a link that was opened; `None` where none was.
    pub visit: RwSignal<Option<Visit>>,
    /// What was looked at before the place from which work is shared.
    pub shared_from: RwSignal<Route>,
    /// Heard when what the fields are about has been turned to, reset or undone: what was typed wrongly is gone.
    pub turned: RwSignal<()>,
    /// A slider is in somebody's hand: nothing is announced meanwhile.
    pub held: RwSignal<bool>,
    /// The customer who is followed.
    pub followed: RwSignal<Option<u64>>,
    /// What the last move looked like on its way, while it is shown again.
    pub replayed: RwSignal<Option<Project>>,
    pub language: Memo<Language>,
    pub place: Memo<Place>,
    pub agenda: Memo<PrioritiseSettings>,
    pub work: Memo<Project>,
    pub journey: Memo<Arc<Journey>>,
    /// The journey with everything that is switched on.
    pub changed_journey: Memo<Arc<Journey>>,
    pub changed: Memo<bool>,
    /// Strain as it is set; 0 is a calm day.
    pub strain: Memo<f64>,
    pub selected: Memo<LinkId>,
    /// The weakest link as things are.
    pub weakest: Memo<Option<LinkId>>,
    /// The link where the same effort does most, when it is clear which and somebody has asked.
    pub binding: Memo<Option<LinkId>>,
    /// Whose customers are shown; `None` for everybody's.
    pub persona: Memo<Option<PersonaId>>,
    /// The report of those who are shown.
    pub report: Memo<Option<Arc<Report>>>,
    pub(super) workers: Workers,
    pub persistence: Persistence,
}

impl Store {
    /// Over what the page begins with, kept where `persistence` says. It asks for the first answers.
    pub fn new(opened: Opened, persistence: Persistence) -> Self {
        Self::with(opened, persistence, "", None)
    }

    /// A store beside the page's own, with a state of its own that is kept nowhere, and with so many workers. `prefix` is
    /// what ids begin with in the parts of the page that are about it.
    pub fn beside(session: Session, prefix: &'static str, workers: usize) -> Self {
        let opened = Opened { session, keeper: Keeper::default(), notice: None };
        Self::with(opened, Persistence::nowhere(), prefix, Some(workers))
    }

    fn with(opened: Opened, persistence: Persistence, prefix: &'static str, beside: Option<usize>) -> Self {
        let browser = device::language();
        let session = RwSignal::new(opened.session);
        let answers = Answers::none();
        let notices = RwSignal::new(Vec::from_iter(opened.notice));
        let refusal = RwSignal::new(None);
        let replayed = RwSignal::new(None::<Project>);
        let work = Memo::new(move |_| replayed.get().unwrap_or_else(|| session.with(|s| s.work.clone())));
        let changed_journey = Memo::new(move |_| Arc::new(work.with(Project::changed_journey)));
        // On its own, so that nothing is compared anew while a slider moves.
        let persona = Memo::new(move |_| session.with(|s| s.persona.clone()));
        let agenda = Memo::new(move |_| session.with(|s| s.agenda.clone()));
        let names_binding = move || agenda.with(PrioritiseSettings::names_binding);
        let store = Self {
            session,
            answers,
            panel: RwSignal::new(None),
            lesson: RwSignal::new(None),
            prefix,
            notices,
            refusal,
            visit: RwSignal::new(None),
            shared_from: RwSignal::new(Route::default()),
            turned: RwSignal::new(()),
            held: RwSignal::new(false),
            followed: RwSignal::new(None),
            replayed,
            language: Memo::new(move |_| session.with(|s| s.language).unwrap_or(browser)),
            place: Memo::new(move |_| session.with(|s| s.place)),
            agenda,
            work,
            journey: Memo::new(move |_| work.with(|w| w.journey.clone())),
            changed_journey,
            changed: Memo::new(move |_| work.with(is_changed)),
            strain: Memo::new(move |_| work.with(|w| w.scenario.strain)),
            selected: Memo::new(move |_| session.with(|s| s.selected.clone())),
            weakest: Memo::new(move |_| changed_journey.with(|j| weakest(j).map(|w| w.link))),
            binding: Memo::new(move |_| names_binding().then(|| answers.findings.with(binding_of)).flatten()),
            persona,
            report: Memo::new(move |_| shown(answers.everybody.get(), persona.get())),
            workers: Workers::new(answers, notices, refusal, beside),
            persistence,
        };
        store.begin();
        store
    }

    /// The id of an element in the parts of the page that are about this store.
    pub fn id_of(&self, id: &str) -> String {
        format!("{}{id}", self.prefix)
    }

    /// The newest report of everybody, where it is of the state as it stands and firm enough to tell by.
    pub fn newest(&self) -> Option<Arc<Report>> {
        if self.replayed.with(Option::is_some) {
            return None;
        }
        self.answers.everybody.get().filter(|_| self.is_firm())
    }

    /// True if the report that is shown is of the state as it stands, and rests on enough customers to tell by.
    pub fn is_firm(&self) -> bool {
        self.answers.reported.get() >= FIRM.min(self.answers.far.with(|far| far.asked))
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

    /// The journey's story in the language of the page; empty where it has none.
    pub fn story(&self) -> String {
        let teller = self.teller();
        teller.named(&teller.journey.summary)
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
        self.teller().persona_name(persona)
    }

    /// A link's name in the language of the page.
    pub fn link_name(&self, link: &LinkId) -> String {
        self.teller().link_name(link)
    }
}

impl Speaks for Store {
    fn language(&self) -> Language {
        self.language.get()
    }
}

/// The link that binds, when it is clear which.
fn binding_of(findings: &StudyFindings) -> Option<LinkId> {
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
