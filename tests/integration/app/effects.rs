use kedja::analysis::Report;
use kedja::app::{Alone, Command, Effects, ListedChange, Net, Project, Session, alone, changes, together};
use kedja::model::{Field, LinkId};
use kedja::runner::{QuickQuery, RunRequest, inline};

fn set(session: &mut Session, link: &str, lever: Field, value: f64) {
    session.apply(Command::SetLever { link: link.into(), lever, value });
}

/// Answers questions as a runner would.
fn answer(effects: &mut Effects, work: &Project, questions: Vec<QuickQuery>) {
    for question in questions {
        let QuickQuery::Other { number, scenario, customers } = question else { panic!("{question:?}") };
        let ask = RunRequest { journey: (*work.journey).clone(), scenario: *scenario, seed: work.seed, customers };
        effects.take_in(number, inline(&ask).ok());
    }
}

fn known(session: &Session, effects: &Effects, n: usize) -> Alone {
    alone(&session.work, &changes(&session.work)[n], effects, None, None)
}

fn two() -> Session {
    let mut session = Session::first();
    set(&mut session, "invoice", Field::Strength, 0.8);
    set(&mut session, "compare", Field::Strength, 0.8);
    session
}

#[test]
fn a_single_change_is_the_whole_and_asks_nothing() {
    let mut session = Session::first();
    set(&mut session, "invoice", Field::Strength, 0.8);
    let mut effects = Effects::default();
    assert_eq!(effects.ask(&session.work), []);
    assert_eq!(known(&session, &effects, 0), Alone::Awaited, "without a report there is nothing to tell");
    let report: Report = inline(&RunRequest { customers: 20_000, ..session.ask() }).unwrap();
    let told = alone(&session.work, &changes(&session.work)[0], &effects, Some(&report), None);
    assert!(matches!(told, Alone::Known(Net::Stay { more: true, .. })), "{told:?}");
}

#[test]
fn each_of_several_is_told_by_itself() {
    let session = two();
    let mut effects = Effects::default();
    let questions = effects.ask(&session.work);
    assert_eq!(questions.len(), 3, "two by themselves, and both together on the same customers");
    assert_eq!(known(&session, &effects, 0), Alone::Awaited);
    answer(&mut effects, &session.work, questions);
    let (invoice, compare) = (known(&session, &effects, 0), known(&session, &effects, 1));
    assert!(matches!(invoice, Alone::Known(Net::Stay { more: true, .. })), "{invoice:?}");
    assert!(matches!(compare, Alone::Known(Net::Buy { more: true, .. })), "{compare:?}");
    assert_eq!(effects.ask(&session.work), [], "what is known is not asked again");
}

#[test]
fn an_effect_is_stale_as_soon_as_its_own_change_moves_and_not_when_another_does() {
    let mut session = two();
    let mut effects = Effects::default();
    let questions = effects.ask(&session.work);
    answer(&mut effects, &session.work, questions);
    let compare = known(&session, &effects, 1);
    set(&mut session, "invoice", Field::Strength, 0.9);
    let questions = effects.ask(&session.work);
    assert_eq!(questions.len(), 2, "the invoice, and both together");
    assert_eq!(known(&session, &effects, 0), Alone::Awaited);
    assert_eq!(known(&session, &effects, 1), compare);
    session.apply(Command::SetSeed(2));
    effects.ask(&session.work);
    assert_eq!(known(&session, &effects, 1), Alone::Awaited, "other customers, other effects");
}

#[test]
fn an_answer_to_a_question_of_before_changes_nothing() {
    let mut session = two();
    let mut effects = Effects::default();
    let old = effects.ask(&session.work);
    set(&mut session, "invoice", Field::Strength, 0.9);
    effects.ask(&session.work);
    answer(&mut effects, &session.work, old);
    assert_eq!(known(&session, &effects, 0), Alone::Awaited);
    assert_eq!(known(&session, &effects, 1), Alone::Awaited);
}

#[test]
fn what_is_switched_off_still_says_what_it_would_do() {
    let mut session = Session::first();
    set(&mut session, "invoice", Field::Strength, 0.8);
    session.apply(Command::Switch { link: "invoice".into(), lever: Field::Strength, off: true });
    let mut effects = Effects::default();
    let questions = effects.ask(&session.work);
    assert_eq!(questions.len(), 1);
    answer(&mut effects, &session.work, questions);
    assert!(matches!(known(&session, &effects, 0), Alone::Known(Net::Stay { more: true, .. })));
}

#[test]
fn the_only_change_that_is_on_is_told_as_the_headline_tells_it() {
    let mut session = two();
    session.apply(Command::Switch { link: "compare".into(), lever: Field::Strength, off: true });
    let mut effects = Effects::default();
    let questions = effects.ask(&session.work);
    answer(&mut effects, &session.work, questions);
    // Of more customers than a change by itself is asked about.
    let report: Report = inline(&RunRequest { customers: 50_000, ..session.ask() }).unwrap();
    let entries = changes(&session.work);
    let told = |which: &str| {
        let is_it = |e: &&ListedChange| matches!(e, ListedChange::Lever { link, .. } if link.as_str() == which);
        let entry = entries.iter().find(is_it).unwrap();
        (alone(&session.work, entry, &effects, Some(&report), None), alone(&session.work, entry, &effects, None, None))
    };
    let mut sole = Session::first();
    set(&mut sole, "invoice", Field::Strength, 0.8);
    let whole = alone(&sole.work, &changes(&sole.work)[0], &Effects::default(), Some(&report), None);
    let (with, without) = told("invoice");
    assert_eq!(with, whole);
    assert_ne!(with, without, "fewer customers come to another figure");
    let (with, without) = told("compare");
    assert_eq!(with, without, "what is off is no part of the whole");
}

#[test]
fn a_share_that_needs_anothers_room_works_only_together() {
    let mut session = Session::first();
    set(&mut session, "compare-price-faq", Field::Share, 0.1);
    set(&mut session, "compare-web-plan", Field::Share, 0.7);
    let mut effects = Effects::default();
    let questions = effects.ask(&session.work);
    answer(&mut effects, &session.work, questions);
    assert_eq!(known(&session, &effects, 1), Alone::OnlyTogether);
    assert!(matches!(known(&session, &effects, 0), Alone::Known(_)));
}

#[test]
fn chain_logic_is_seen_the_sum_is_not_the_whole() {
    let mut session = Session::first();
    set(&mut session, "invoice", Field::Strength, 0.9);
    set(&mut session, "support", Field::Strength, 0.95);
    set(&mut session, "use", Field::Strength, 0.995);
    let mut effects = Effects::default();
    let questions = effects.ask(&session.work);
    assert_eq!(together(&session.work, &effects, None), None, "nothing is said before all is known");
    answer(&mut effects, &session.work, questions);
    let told = together(&session.work, &effects, None);
    // Some of the same people are saved by each: the whole is less.
    assert!(told.is_some_and(|t| t.stay && t.beyond.is_some_and(|part| part < -0.1)), "{told:?}");
}

#[test]
fn changes_that_do_not_meet_add_up() {
    let mut session = Session::first();
    // Two ways in that different customers take.
    set(&mut session, "chat", Field::Gain, 0.09);
    set(&mut session, "shop", Field::Gain, 0.13);
    let mut effects = Effects::default();
    let questions = effects.ask(&session.work);
    answer(&mut effects, &session.work, questions);
    assert_eq!(together(&session.work, &effects, None), None);
}

#[test]
fn an_effect_can_be_told_of_one_persona() {
    let session = two();
    let mut effects = Effects::default();
    let questions = effects.ask(&session.work);
    answer(&mut effects, &session.work, questions);
    let entry = &changes(&session.work)[0];
    let of = |persona: &str| alone(&session.work, entry, &effects, None, Some(&persona.into()));
    assert_ne!(of("gunnel"), of("elias"));
    assert_eq!(of("nobody"), Alone::Awaited);
}

#[test]
fn days_move_nobodys_fate() {
    let mut session = Session::first();
    let link: LinkId = "compare".into();
    session.apply(Command::SetLever { link, lever: Field::Days, value: 20.0 });
    let report = inline(&RunRequest { customers: 20_000, ..session.ask() }).unwrap();
    let told = alone(&session.work, &changes(&session.work)[0], &Effects::default(), Some(&report), None);
    assert_eq!(told, Alone::Known(Net::Same));
}
