use kedja::app::{Command, Language, Session, Theme, restore, save};
use kedja::exchange::Damage;
use kedja::model::Field;

fn used() -> Session {
    let mut session = Session::first();
    let link = session.selected.clone();
    session.apply(Command::SetLever { link: link.clone(), lever: Field::Strength, value: 0.9 });
    session.apply(Command::LetGo);
    session.apply(Command::OpenJourney { journey: Box::new(crate::builder::small()), name: "mine.json".into() });
    session.apply(Command::SetStrain(0.4));
    session.apply(Command::SetSeed(9));
    session.apply(Command::Undo);
    session.apply(Command::SetLanguage(Language::Sv));
    session.apply(Command::SetTheme(Theme::Dark));
    session
}

#[test]
fn everything_comes_back_after_a_reload() {
    let session = used();
    assert_eq!(restore(&save(&session)), Ok(session));
}

#[test]
fn undo_reaches_over_a_reload() {
    let mut here = used();
    let mut there = restore(&save(&here)).unwrap();
    while here.can_undo() {
        here.apply(Command::Undo);
        there.apply(Command::Undo);
        assert_eq!(here.work, there.work);
    }
    assert!(!there.can_undo());
    assert!(there.work.scenario.is_empty());
}

#[test]
fn a_journey_is_kept_once_however_many_steps_point_to_it() {
    let mut session = used();
    let once = save(&session).len();
    for seed in 10..60 {
        session.apply(Command::SetSeed(seed));
        session.apply(Command::LetGo);
    }
    let steps = save(&session);
    assert!(steps.len() < once + 50 * 600, "{} characters for 50 steps", steps.len() - once);
}

#[test]
fn a_damaged_store_is_told_of_and_breaks_nothing() {
    let good = save(&used());
    for damaged in ["", "{", "null", "[]", "{\"version\": 1}", &good[..good.len() / 2]] {
        assert_eq!(restore(damaged), Err(Damage), "{damaged:.40}");
    }
    let newer = good.replacen("\"version\":1", "\"version\":999", 1);
    assert_eq!(restore(&newer), Err(Damage));
    let nowhere = good.replace("\"journey\":1", "\"journey\":77");
    assert_eq!(restore(&nowhere), Err(Damage));
}

#[test]
fn a_kept_journey_that_is_not_valid_is_damage() {
    let good = save(&used());
    let bad = good.replace("\"horizon\":12", "\"horizon\":60000");
    assert_ne!(bad, good);
    assert_eq!(restore(&bad), Err(Damage));
}

#[test]
fn what_points_to_a_link_that_is_gone_is_dropped() {
    let mut session = Session::first();
    let link = session.selected.clone();
    session.apply(Command::SetLever { link: link.clone(), lever: Field::Strength, value: 0.9 });
    let elsewhere = save(&session).replace(&format!("\"link\":\"{link}\""), "\"link\":\"gone\"");
    let restored = restore(&elsewhere).unwrap();
    assert!(restored.work.scenario.is_empty());
}

#[test]
fn the_first_language_of_the_browser_that_the_page_speaks_is_taken() {
    assert_eq!(Language::preferred(["de-DE", "sv-FI", "en"]), Language::Sv);
    assert_eq!(Language::preferred(["de", "en-US", "sv"]), Language::En);
    assert_eq!(Language::preferred(["fi"]), Language::En);
    assert_eq!(Language::preferred([]), Language::En);
}

#[test]
fn chips_lie_where_they_were_laid_when_another_journey_was_looked_at_meanwhile() {
    let mut session = Session::first();
    let bet = |session: &mut Session, link: &str| session.apply(Command::Bet { link: link.into(), more: true });
    for link in ["invoice", "advert", "advert"] {
        bet(&mut session, link);
    }
    let laid = session.agenda.bets.clone();
    // Both have an advert; nobody has bet on this one.
    session.apply(crate::app::choose("insurance"));
    assert!(session.work.journey.strength(&"advert".into()).is_some());
    assert_eq!(session.agenda.bets, []);
    bet(&mut session, "advert");
    let mut session = restore(&save(&session)).unwrap();
    session.apply(crate::app::choose("telecom"));
    assert_eq!(session.agenda.bets, laid);
    session.apply(Command::Undo);
    assert_eq!(session.agenda.bets, ["advert".into()]);
}
