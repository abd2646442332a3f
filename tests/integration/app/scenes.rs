//! Scenes for a large screen: kept with the work, in order, undoable, and what they show does not move.

use super::choose;
use kedja::app::*;
use kedja::model::Field;

fn set(session: &mut Session, strength: f64) {
    session.apply(Command::SetLever { link: "invoice".into(), lever: Field::Strength, value: strength });
    session.apply(Command::LetGo);
}

fn put(session: &mut Session, work: Project) -> Changed {
    session.apply(Command::Build(Box::new(Built { work, typed: None, is_copy: false })))
}

fn keep(session: &mut Session, shows: Shows, caption: &str) {
    let work = add_scene(&session.work, scene_of(session, shows, caption, "")).expect("there is room");
    put(session, work);
}

fn captions(session: &Session) -> Vec<&str> {
    session.work.scenes.iter().map(|scene| scene.caption.as_str()).collect()
}

#[test]
fn a_scene_shows_what_was_kept_whatever_is_moved_afterwards() {
    let mut session = Session::first();
    session.apply(Command::Select("invoice".into()));
    set(&mut session, 0.7);
    keep(&mut session, Shows::Journey, "Stronger");
    let changed = {
        set(&mut session, 0.5);
        let work = session.work.clone();
        put(&mut session, work)
    };
    assert!(!changed.ask);
    session.apply(Command::SetSeed(9));
    let scene = session.work.scenes[0].clone();
    let shown = scene.shown(&session);
    assert_eq!(
        (shown.work.now(&"invoice".into()), shown.work.seed, shown.selected.as_str()),
        (Some(0.7), 1, "invoice")
    );
    assert!(!scene.has_moved(&shown));
    // A lever on the wall: the scene stays, and says that the wall has moved.
    let mut wall = shown.clone();
    set(&mut wall, 0.9);
    assert!(scene.has_moved(&wall));
    assert_eq!(scene.shown(&session), shown);
    assert_eq!(session.work.scenes[0], scene);
    // Until somebody takes it again.
    let work = retake_scene(&session, "scene-1");
    put(&mut session, work);
    let again = session.work.scenes[0].shown(&session);
    assert_eq!((again.work.now(&"invoice".into()), again.work.seed), (Some(0.5), 9));
    assert_eq!(session.work.scenes[0].caption, "Stronger");
}

#[test]
fn keeping_a_scene_simulates_nothing_and_is_one_step_of_undo_with_a_name() {
    let mut session = Session::first();
    let work = add_scene(&session.work, scene_of(&session, Shows::Bets, "Bet", "")).unwrap();
    assert_eq!(step_between(&session.work, &work), DoneStep::Scenes);
    let changed = put(&mut session, work);
    assert!(!changed.ask && !changed.inquire && changed.keep);
    assert_eq!(captions(&session), ["Bet"]);
    // It is something of one's own: the library keeps it.
    assert!(session.work.is_own() && session.work.record.is_some());
    session.apply(Command::Undo);
    assert!(captions(&session).is_empty());
    session.apply(Command::Redo);
    assert_eq!(captions(&session), ["Bet"]);
}

#[test]
fn scenes_are_put_in_order_changed_and_dropped() {
    let mut session = Session::first();
    for caption in ["a", "b", "c"] {
        keep(&mut session, Shows::Question, caption);
    }
    let mut edit = |how: &dyn Fn(&Project) -> Project| {
        let work = how(&session.work);
        put(&mut session, work);
        captions(&session).join("")
    };
    assert_eq!(edit(&|work| move_scene(work, "scene-3", false)), "acb");
    assert_eq!(edit(&|work| move_scene(work, "scene-1", false)), "acb");
    assert_eq!(edit(&|work| move_scene(work, "scene-2", true)), "acb");
    assert_eq!(edit(&|work| move_scene(work, "scene-1", true)), "cab");
    assert_eq!(edit(&|work| change_scene(work, "scene-1", |scene| scene.caption = "  x ".to_owned())), "cxb");
    assert_eq!(edit(&|work| drop_scene(work, "scene-3")), "xb");
    assert_eq!(edit(&|work| drop_scene(work, "nobody")), "xb");
    let seconds = |given| change_scene(&session.work, "scene-1", |scene| scene.seconds = given).scenes[0].seconds;
    assert_eq!(
        [seconds(Some(1)), seconds(Some(90)), seconds(Some(u16::MAX)), seconds(None)],
        [Some(COUNTDOWN.0), Some(90), Some(COUNTDOWN.1), None]
    );
    let long = "å".repeat(LONGEST_CAPTION + 10);
    let cut = change_scene(&session.work, "scene-1", |scene| scene.caption = long.clone()).scenes[0].caption.clone();
    assert_eq!(cut.chars().count(), LONGEST_CAPTION);
}

#[test]
fn there_is_an_end_to_how_many_scenes_there_can_be() {
    let mut session = Session::first();
    for _ in 0..MOST_SCENES {
        keep(&mut session, Shows::Journey, "");
    }
    let ids: std::collections::BTreeSet<_> = session.work.scenes.iter().map(|scene| &scene.id).collect();
    assert_eq!(ids.len(), MOST_SCENES);
    assert!(add_scene(&session.work, scene_of(&session, Shows::Journey, "", "")).is_none());
    assert!(add_meeting(&session, |_| <(String, String)>::default()).is_none());
}

#[test]
fn a_whole_meeting_begins_with_today_and_gives_the_answer_away_only_after_the_bets() {
    let mut session = Session::first();
    set(&mut session, 0.7);
    session.apply(Command::Bet { link: "invoice".into(), more: true });
    let work = add_meeting(&session, |shows| (shows.name().to_owned(), String::new())).unwrap();
    put(&mut session, work);
    let order: Vec<Shows> = session.work.scenes.iter().map(|scene| scene.shows).collect();
    assert_eq!(order, Shows::ALL);
    for scene in session.work.scenes.iter() {
        let shown = scene.shown(&session);
        let is_before = matches!(scene.shows, Shows::Question | Shows::Journey | Shows::Bets);
        // Where effort does most is asked of the world as it is, too.
        let is_of_today = is_before || scene.shows == Shows::Ranking;
        assert_eq!(shown.work.scenario.is_empty(), is_of_today, "{:?}", scene.shows);
        assert_eq!(shown.agenda.names_binding(), !is_before, "{:?}", scene.shows);
        assert_eq!(shown.agenda.is_covered, scene.shows == Shows::Bets);
        assert_eq!((shown.agenda.bets.len(), shown.customers), (1, session.customers));
        assert_eq!(shown.place, scene.shows.asks().0);
    }
    assert_eq!(session.work.scenes.iter().filter(|scene| scene.seconds.is_some()).count(), 1);
}

#[test]
fn scenes_come_back_over_a_reload_with_their_steps_and_their_own_journeys() {
    let mut session = Session::first();
    keep(&mut session, Shows::Bets, "Today");
    set(&mut session, 0.8);
    keep(&mut session, Shows::Journey, "Then");
    // The journey is changed in the place where it is built; the first scenes keep what they were of.
    let mut whole = (*session.work.journey).clone();
    whole.price += 1.0;
    let built_work = built(&session.work, whole, ours(), None);
    session.apply(Command::Build(Box::new(built_work)));
    keep(&mut session, Shows::Brief, "Ours");
    let (mut back, lost) = restore(&save(&session)).unwrap();
    assert!(lost.is_nothing());
    assert_eq!(back.work.scenes, session.work.scenes);
    assert_eq!(back.work.scenes[0].journey.id, "telecom");
    assert_ne!(back.work.scenes[2].journey.id, "telecom");
    assert_eq!(save(&back), save(&session));
    for left in [2, 2, 1, 1, 0] {
        back.apply(Command::Undo);
        assert_eq!(back.work.scenes.len(), left);
    }
    // Another journey has scenes of its own.
    session.apply(choose("streaming"));
    assert!(session.work.scenes.is_empty());
}

fn ours() -> kedja::model::Text {
    kedja::model::Text([("en".to_owned(), "Ours".to_owned())].into())
}

#[test]
fn a_scene_whose_kind_only_a_later_page_knows_is_told_as_lost_and_costs_no_other() {
    let mut session = Session::first();
    keep(&mut session, Shows::Bets, "a");
    keep(&mut session, Shows::Race, "b");
    let text = save(&session).replace("\"shows\":\"race\"", "\"shows\":\"hologram\"");
    let (back, lost) = restore(&text).unwrap();
    assert_eq!((captions(&back), lost.changes), (vec!["a"], 1));
}

#[test]
fn what_is_kept_from_a_place_is_what_that_place_shows() {
    let of = |place, panel| Shows::of(place, panel);
    assert_eq!(of(Place::Journey, None), Shows::Journey);
    assert_eq!(of(Place::Prioritise, None), Shows::Ranking);
    assert_eq!(of(Place::Prioritise, Some(Panel::Bets)), Shows::Bets);
    assert_eq!(of(Place::Prioritise, Some(Panel::Race)), Shows::Race);
    assert_eq!(of(Place::Prioritise, Some(Panel::Proposals)), Shows::Proposals);
    assert_eq!(of(Place::Share, None), Shows::Brief);
}
