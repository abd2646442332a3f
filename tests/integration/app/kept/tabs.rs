//! Two pages of the site at once, over one store: the last change wins, an idle page never writes, nothing vanishes.

use super::super::choose;
use super::shelf::{ALL, Page, Shelf, now};
use kedja::app::{Command, Lane, Language, Notice, Project, Session, Theme, open};
use kedja::model::Field;
use proptest::prelude::*;

fn strengthen(link: &str, value: f64) -> Command {
    Command::SetLever { link: link.into(), lever: Field::Strength, value }
}

fn both(shelf: &Shelf) -> (Page, Page) {
    (Page::open(shelf), Page::open(shelf))
}

fn kept(shelf: &Shelf) -> Session {
    now(open(shelf, &ALL)).unwrap().session
}

/// All that undo and redo lead to.
fn reachable(session: &Session) -> Vec<Project> {
    let mut all = vec![session.work.clone()];
    for step in [Command::Undo, Command::Redo] {
        let mut session = session.clone();
        while if step == Command::Undo { session.can_undo() } else { session.can_redo() } {
            session.apply(step.clone());
            all.push(session.work.clone());
        }
    }
    all
}

#[test]
fn an_idle_page_never_writes_over_newer_work_and_takes_it_over() {
    let shelf = Shelf::default();
    let (mut old, mut new) = both(&shelf);
    new.run(strengthen("invoice", 0.7));
    new.run(Command::LetGo);
    new.run(strengthen("invoice", 0.75));
    new.run(Command::SetLanguage(Language::Sv));
    new.keep(&shelf);
    let text = shelf.text("kedja");
    // The old one is told of it, or left, or reloaded: to the store it is the same.
    assert_eq!(old.keep(&shelf), []);
    assert_eq!(shelf.text("kedja"), text);
    assert_eq!((&old.session.work, old.session.language), (&new.session.work, Some(Language::Sv)));
    old.run(Command::Undo);
    old.run(Command::Undo);
    assert!(old.session.work.scenario.is_empty());
}

#[test]
fn another_link_selected_in_an_old_page_costs_nothing() {
    let shelf = Shelf::default();
    let (mut old, mut new) = both(&shelf);
    new.run(strengthen("invoice", 0.7));
    new.keep(&shelf);
    old.run(Command::Select("support".into()));
    old.run(Command::ShowLane { lane: Lane::Words, on: true });
    old.keep(&shelf);
    assert_eq!(kept(&shelf).work, new.session.work);
    assert_eq!((old.session.selected.as_str(), old.session.lanes.len()), ("support", 1));
    // What one page looks at, the other does not have to.
    new.keep(&shelf);
    assert_ne!(new.session.selected.as_str(), "support");
}

#[test]
fn of_two_changes_the_last_holds_and_undo_leads_to_the_other() {
    let shelf = Shelf::default();
    let (mut first, mut second) = both(&shelf);
    first.run(strengthen("support", 0.8));
    second.run(strengthen("invoice", 0.7));
    assert_eq!(first.keep(&shelf), []);
    assert_eq!(second.keep(&shelf), [Notice::ChangedTwice]);
    let last = second.session.work.clone();
    assert_eq!(kept(&shelf).work, last);
    assert!(reachable(&second.session).contains(&first.session.work));
    // Whoever is left last changes nothing about that.
    first.keep(&shelf);
    assert_eq!((&first.session.work, &kept(&shelf).work), (&last, &last));
    assert_eq!(first.keep(&shelf), []);
}

#[test]
fn changes_of_different_things_are_joined_without_a_word() {
    let shelf = Shelf::default();
    let (mut first, mut second) = both(&shelf);
    first.run(strengthen("support", 0.8));
    second.run(Command::SetTheme(Theme::Dark));
    first.keep(&shelf);
    assert_eq!(second.keep(&shelf), []);
    first.keep(&shelf);
    for session in [kept(&shelf), first.session, second.session] {
        assert_eq!(session.theme, Theme::Dark);
        assert!(!session.work.scenario.is_empty());
    }
}

#[test]
fn a_page_that_slept_wakes_up_with_what_was_done_meanwhile() {
    let shelf = Shelf::default();
    let (mut sleeper, mut other) = both(&shelf);
    other.run(strengthen("invoice", 0.7));
    other.keep(&shelf);
    sleeper.keep(&shelf);
    sleeper.sleeps(true);
    other.run(strengthen("invoice", 0.9));
    other.keep(&shelf);
    sleeper.keep(&shelf);
    assert_ne!(sleeper.session.work, other.session.work);
    sleeper.sleeps(false);
    sleeper.keep(&shelf);
    assert_eq!(sleeper.session.work, other.session.work);
}

#[test]
fn two_journeys_in_two_pages_go_their_own_ways_and_both_are_reached_by_undo() {
    let shelf = Shelf::default();
    let (mut telecom, mut insurance) = both(&shelf);
    insurance.run(choose("insurance"));
    insurance.run(Command::SetStrain(1.0));
    insurance.keep(&shelf);
    assert_eq!(telecom.keep(&shelf), [Notice::Elsewhere]);
    assert_eq!(telecom.keep(&shelf), []);
    assert_eq!(telecom.session.work.journey.id, "telecom");
    // A choice of colours does not take the work there away.
    telecom.run(Command::SetTheme(Theme::Dark));
    assert_eq!(telecom.keep(&shelf), []);
    assert_eq!((kept(&shelf).work, kept(&shelf).theme), (insurance.session.work.clone(), Theme::Dark));
    insurance.keep(&shelf);
    assert_eq!((insurance.session.theme, insurance.session.work.journey.id.as_str()), (Theme::Dark, "insurance"));
    telecom.run(strengthen("invoice", 0.7));
    assert_eq!(telecom.keep(&shelf), [Notice::ChangedTwice]);
    assert_eq!(kept(&shelf).work, telecom.session.work);
    assert!(reachable(&kept(&shelf)).contains(&insurance.session.work));
}

#[test]
fn of_two_texts_written_at_once_none_is_lost() {
    // Both have read before either has written.
    let (here, there) = (Shelf::default(), Shelf::default());
    let (mut first, mut second) = (Page::open(&here), Page::open(&there));
    first.run(strengthen("support", 0.8));
    second.run(strengthen("invoice", 0.7));
    first.keep(&here);
    second.keep(&there);
    let (a, b) = (first.session.work.clone(), second.session.work.clone());
    here.lays("kedja", &there.text("kedja").unwrap());
    first.keep(&here);
    second.keep(&here);
    for session in [kept(&here), first.session, second.session] {
        let reached = reachable(&session);
        assert!(reached.contains(&a) && reached.contains(&b));
    }
}

#[test]
fn what_is_undone_in_one_page_is_undone_in_the_other_and_done_again_there() {
    let shelf = Shelf::default();
    let (mut first, mut second) = both(&shelf);
    first.run(strengthen("support", 0.8));
    first.keep(&shelf);
    second.keep(&shelf);
    second.run(Command::Undo);
    second.keep(&shelf);
    assert_eq!(first.keep(&shelf), []);
    assert!(first.session.work.scenario.is_empty());
    first.run(Command::Redo);
    first.keep(&shelf);
    assert!(!kept(&shelf).work.scenario.is_empty());
}

/// What happens in one of two pages.
#[derive(Clone, Debug)]
enum Act {
    Set(usize, u8),
    Keep(usize),
    Sleep(usize),
    Wake(usize),
    Look(usize, bool),
    Reload(usize),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..2_usize, 1..99_u8).prop_map(|(page, value)| Act::Set(page, value)),
        4 => (0..2_usize).prop_map(Act::Keep),
        1 => (0..2_usize).prop_map(Act::Sleep),
        1 => (0..2_usize).prop_map(Act::Wake),
        1 => (0..2_usize, any::<bool>()).prop_map(|(page, is)| Act::Look(page, is)),
        1 => (0..2_usize).prop_map(Act::Reload),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn however_two_pages_are_used_everything_that_was_kept_is_reached(acts in prop::collection::vec(act(), 1..20)) {
        let shelf = Shelf::default();
        let (first, second) = both(&shelf);
        let mut pages = [first, second];
        let mut done: Vec<Project> = Vec::new();
        for act in acts {
            match act {
                Act::Set(page, value) => {
                    pages[page].run(strengthen("invoice", f64::from(value) / 100.0));
                    pages[page].run(Command::LetGo);
                }
                Act::Keep(page) => {
                    pages[page].keep(&shelf);
                }
                Act::Sleep(page) => pages[page].sleeps(true),
                Act::Wake(page) => pages[page].sleeps(false),
                Act::Look(page, is) => {
                    let link = if is { "support" } else { "invoice" };
                    pages[page].run(Command::Select(link.into()));
                }
                Act::Reload(page) => {
                    pages[page].sleeps(false);
                    pages[page].keep(&shelf);
                    pages[page] = Page::open(&shelf);
                }
            }
            let kept = kept(&shelf);
            if !done.contains(&kept.work) {
                done.push(kept.work.clone());
            }
            let reached = reachable(&kept);
            for work in &done {
                prop_assert!(reached.contains(work), "{:?} is lost", work.scenario.improvements);
            }
        }
        // Awake and at rest, both show what is kept.
        for _ in 0..2 {
            for page in &mut pages {
                page.sleeps(false);
                page.keep(&shelf);
            }
        }
        prop_assert_eq!(&pages[0].session.work, &kept(&shelf).work);
        prop_assert_eq!(&pages[1].session.work, &kept(&shelf).work);
    }
}
