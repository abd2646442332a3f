//! What is said, in both languages: literally for the forms that matter, and soundly for every ready journey.

mod about;
mod advice;
mod bets;
mod brief;
mod building;
mod chain;
mod change;
mod dashboards;
mod gain;
mod goal;
mod headline;
mod inspector;
mod isolate;
mod lane;
mod lever;
mod library;
mod life;
mod link;
mod logic;
mod notice;
mod number;
mod outcome;
mod persona;
mod phrase;
mod pool;
mod problem;
mod progress;
mod proposals;
mod quality;
mod race;
mod ranking;
mod reach;
mod rescue;
mod retention;
mod sayings;
mod sheet;
mod strained;
mod straining;
mod strength;
mod sure;
mod teller;
mod turned_out;
mod typed;
mod unit;
mod value_account;
mod way;
mod why;

use crate::analysis::studies::{asked, ready, terms};
use kedja::analysis::studies::{
    Budget, Chain, Goal, Ranking, Rescue, StrainTest, Sure, budget, chain as chain_of, ranking, rescue as rescue_of,
    strain_test, sure as sure_of,
};
use kedja::analysis::{Estimate, Report};
use kedja::app::{Command, Language, Session};
use kedja::exchange::READY;
use kedja::model::{Field, Journey, LinkId, Stage};
use kedja::runner::inline;
use kedja::words::Teller;
use std::sync::{Arc, LazyLock};

pub const BOTH: [Language; 2] = [Language::En, Language::Sv];

/// A teller of a ready journey.
pub fn teller(id: &str, language: Language) -> Teller {
    Teller { language, journey: Arc::new(ready(id)) }
}

/// The tellers of every ready journey in both languages.
pub fn tellers() -> impl Iterator<Item = Teller> {
    READY.iter().flat_map(|ready| BOTH.map(|language| teller(ready.id, language)))
}

/// In English and in Swedish, with plain spaces.
pub fn both(say: impl Fn(Language) -> String) -> [String; 2] {
    BOTH.map(|language| say(language).replace('\u{a0}', " "))
}

/// Of the telecom journey in English and in Swedish, with plain spaces.
pub fn of_telecom(say: impl Fn(&Teller) -> String) -> [String; 2] {
    both(|language| say(&teller("telecom", language)))
}

/// A value with its interval.
pub fn about(value: f64, half: f64) -> Estimate {
    Estimate { value, low: value - half, high: value + half }
}

/// A journey in some state, with what customers say of it.
pub struct Lived {
    pub session: Session,
    pub report: Report,
}

impl Lived {
    pub fn tellers(&self) -> [Teller; 2] {
        BOTH.map(|language| Teller { language, journey: self.session.work.journey.clone() })
    }
}

/// The weakest touchpoint of the life as a customer: a change there is seen in who stays.
fn weakest_of_customers(session: &Session) -> LinkId {
    let journey = &session.work.journey;
    let after = journey.touchpoints.iter().filter(|t| journey.stage(&t.phase) == Some(Stage::After));
    let weakest = after.min_by(|a, b| a.strength.likely.total_cmp(&b.strength.likely));
    weakest.expect("every journey has customers").id.clone()
}

/// Every ready journey as it is, with a link stronger, a link weaker, another price, and under strain.
pub fn lived() -> &'static [Lived] {
    static LIVED: LazyLock<Vec<Lived>> = LazyLock::new(|| {
        let strength = |session: &Session, value| {
            vec![Command::SetLever { link: weakest_of_customers(session), lever: Field::Strength, value }]
        };
        type State<'a> = &'a dyn Fn(&Session) -> Vec<Command>;
        let states: [State; 5] = [
            &|_| Vec::new(),
            &|session| strength(session, 0.99),
            &|session| [strength(session, 0.1), vec![Command::SetStrain(0.5)]].concat(),
            &|session| vec![Command::SetPrice(Some(session.work.journey.price * 0.5))],
            &|_| vec![Command::SetStrain(2.0)],
        ];
        let live = |id: &str, commands: &dyn Fn(&Session) -> Vec<Command>| {
            let mut session = Session::first();
            session.apply(crate::app::choose(id));
            for command in commands(&session) {
                session.apply(command);
            }
            session.apply(Command::SetCustomers(2_048));
            let report = inline(&session.ask()).expect("a ready journey runs");
            Lived { session, report }
        };
        READY.iter().flat_map(|ready| states.map(|commands| live(ready.id, commands))).collect()
    });
    &LIVED
}

/// What many trials find out about a journey, with few customers.
pub struct Studied {
    pub journey: Arc<Journey>,
    pub ranking: Ranking,
    pub budget: Budget,
    pub sure: Sure,
    pub chain: Chain,
    pub strain: StrainTest,
    pub rescue: Rescue,
}

impl Studied {
    pub fn tellers(&self) -> [Teller; 2] {
        BOTH.map(|language| Teller { language, journey: self.journey.clone() })
    }
}

/// The telecom journey by each outcome that can count, and another one.
pub fn studied() -> &'static [Studied] {
    static STUDIED: LazyLock<Vec<Studied>> = LazyLock::new(|| {
        let study = |id: &str, goal: Goal| {
            let terms = terms(ready(id), goal, 512);
            Studied {
                journey: Arc::new(terms.journey.clone()),
                ranking: asked(&terms, ranking),
                budget: asked(&terms, |terms, rounds| budget(terms, 3, Some(10_000.0), rounds)),
                sure: asked(&terms, |terms, rounds| sure_of(terms, 5, rounds)),
                chain: asked(&terms, |terms, rounds| chain_of(terms, 1.0, rounds)),
                strain: asked(&terms, |terms, rounds| strain_test(terms, &[0.5, 1.0], rounds)),
                rescue: asked(&terms, |terms, rounds| rescue_of(terms, None, rounds)),
            }
        };
        let by_goal = Goal::ALL.map(|goal| study("telecom", goal));
        by_goal.into_iter().chain([study("food-box", Goal::Churn)]).collect()
    });
    &STUDIED
}

/// One of them: the telecom journey, by churn.
pub fn telecom() -> &'static Studied {
    let is_it = |s: &&Studied| s.journey.id == "telecom" && s.ranking.outcome == Goal::Churn;
    studied().iter().find(is_it).expect("it is among them")
}

/// Whole words: nothing empty, no place or mark left open, no space or full stop twice.
#[track_caller]
pub fn assert_sound(words: &str) {
    let faults = ["  ", "{{", "}}", " .", " ,", "..", ". .", ",,", "NaN", "()", "(, "];
    assert!(!words.trim().is_empty(), "nothing is said");
    assert_eq!(words.trim(), words, "{words:?} begins or ends with a space");
    assert!(!words.chars().any(char::is_control), "{words:?} has an open place");
    for fault in faults {
        assert!(!words.contains(fault), "{words:?} has {fault:?}");
    }
    assert_eq!(words.matches('*').count() % 2, 0, "{words:?} has an open mark");
    assert_eq!(words.matches('[').count(), words.matches(']').count(), "{words:?} has an open mark");
}
