use kedja::app::{Command, Language, Session, Theme, restore, save};
use kedja::exchange::{Lost, Unread};
use kedja::model::{Change, Field};

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
    assert_eq!(restore(&save(&session)), Ok((session, Lost::default())));
}

#[test]
fn undo_reaches_over_a_reload() {
    let mut here = used();
    let (mut there, _) = restore(&save(&here)).unwrap();
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
fn a_text_with_nothing_to_work_on_is_damaged() {
    for damaged in ["", "{", "null", "[]", "{\"version\": 1}", "{\"version\":1,\"theme\":\"dark\",\"x\":["] {
        assert_eq!(restore(damaged), Err(Unread::Damaged), "{damaged:.40}");
    }
    let newer = save(&used()).replacen("\"version\":4", "\"version\":999", 1);
    assert_eq!(restore(&newer), Err(Unread::Newer));
}

#[test]
fn half_of_a_text_has_the_work_and_half_of_its_steps() {
    let good = save(&used());
    let (half, lost) = restore(&good[..good.find("\"past\"").unwrap() + 200]).unwrap();
    assert_eq!(half.work, used().work);
    assert!(lost.steps > 0);
}

#[test]
fn a_kept_journey_that_is_not_valid_is_lost_with_the_steps_on_it_and_nothing_else() {
    let good = save(&used());
    let bad = good.replace("\"horizon\":12", "\"horizon\":60000");
    assert_ne!(bad, good);
    let (session, lost) = restore(&bad).unwrap();
    assert_eq!((lost.journeys, lost.changes, lost.settings), (1, 1, 0));
    assert_eq!(session.work.journey.id, "telecom");
    assert_eq!((session.language, session.theme), (used().language, used().theme));
    // The step before, with the change that was made in it.
    assert!(!session.work.scenario.is_empty());
}

#[test]
fn a_step_that_leads_nowhere_is_lost_alone() {
    let nowhere = save(&used()).replacen("\"past\":[{\"journey\":1", "\"past\":[{\"journey\":77", 1);
    let (session, lost) = restore(&nowhere).unwrap();
    assert_eq!(lost, Lost { steps: 1, ..Lost::default() });
    assert_eq!(session.work, used().work);
}

#[test]
fn unknown_choices_are_lost_alone() {
    for (known, other) in [("\"sv\"", "\"xx\""), ("\"dark\"", "\"loud\""), ("\"journey\"", "\"attic\"")] {
        let text = save(&used());
        let at = text.rfind(known).unwrap_or_else(|| panic!("{known}"));
        let text = format!("{}{other}{}", &text[..at], &text[at + known.len()..]);
        let (session, lost) = restore(&text).unwrap();
        assert_eq!(lost, Lost { settings: 1, ..Lost::default() }, "{known}");
        assert_eq!(session.work, used().work);
    }
}

#[test]
fn what_of_a_scenario_does_not_fit_is_told_of_and_the_rest_stays() {
    let mut session = Session::first();
    for link in ["invoice", "support"] {
        session.apply(Command::SetLever { link: link.into(), lever: Field::Strength, value: 0.8 });
    }
    session.apply(Command::SetPrice(Some(400.0)));
    let text = save(&session);
    let unfit = text.replacen("\"value\":0.8", "\"value\":1.7", 1).replacen("\"strain\":0.0", "\"strain\":-3.0", 1);
    assert_ne!(unfit, text);
    let (restored, lost) = restore(&unfit).unwrap();
    assert_eq!(lost, Lost { changes: 2, ..Lost::default() });
    assert_eq!((restored.work.scenario.price, restored.work.scenario.strain), (Some(400.0), 0.0));
    let changed = restored.work.scenario.improvements.iter().flat_map(|i| &i.changes).map(Change::link);
    assert_eq!(changed.map(|link| link.as_str()).collect::<Vec<_>>(), ["support"]);
}

#[test]
fn what_points_to_a_link_that_is_gone_is_dropped() {
    let mut session = Session::first();
    let link = session.selected.clone();
    session.apply(Command::SetLever { link: link.clone(), lever: Field::Strength, value: 0.9 });
    let elsewhere = save(&session).replace(&format!("\"link\":\"{link}\""), "\"link\":\"gone\"");
    let (restored, lost) = restore(&elsewhere).unwrap();
    assert!(restored.work.scenario.is_empty());
    assert_eq!(lost, Lost { changes: 1, ..Lost::default() });
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
    let (mut session, _) = restore(&save(&session)).unwrap();
    session.apply(crate::app::choose("telecom"));
    assert_eq!(session.agenda.bets, laid);
    session.apply(Command::Undo);
    assert_eq!(session.agenda.bets, ["advert".into()]);
}

/// A session in which a journey was built: a copy of a ready one, with a touchpoint more and one that leads nowhere.
fn building() -> Session {
    use kedja::app::built;
    use kedja::model::edit::{Edit, PartChoice, Spot, edited};
    use kedja::model::{PartId, Role, Text};
    let mut session = Session::first();
    let role = Edit::Choose { part: PartId::Touchpoint("order".into()), choice: PartChoice::Role(Role::Plain) };
    let edits = [
        Edit::AddTouchpoint { name: "Call".into(), spot: Spot::After("order".into()) },
        Edit::Words { part: PartId::Touchpoint("call".into()), field: Field::Name, words: String::new() },
        role,
    ];
    for edit in edits {
        let whole = edited(session.work.whole(), &edit, "en");
        let build = built(&session.work, whole, Text::same("Our telecom"), edit.field());
        session.apply(Command::Build(Box::new(build)));
    }
    session
}

#[test]
fn a_journey_that_is_half_made_comes_back_with_all_its_steps() {
    let session = building();
    assert!(session.work.stands_still(), "nobody can buy");
    let (mut there, lost) = restore(&save(&session)).unwrap();
    assert_eq!(lost, Lost::default());
    assert_eq!(there.work, session.work);
    there.apply(Command::Undo);
    assert!(!there.work.stands_still() && there.work.draft.is_some(), "a name is missing");
    there.apply(Command::Undo);
    assert!(there.work.draft.is_none());
    there.apply(Command::Undo);
    assert_eq!(there.work, Session::first().work);
}

#[test]
fn a_ready_journey_that_is_built_on_is_a_copy_by_a_name_of_its_own() {
    use kedja::app::Origin;
    let session = building();
    let whole = session.work.whole();
    assert_eq!(
        (&session.work.origin, whole.id.as_str(), whole.name.get("en")),
        (&Origin::Own, "our-telecom", "Our telecom")
    );
}

#[test]
fn a_thousand_edits_leave_a_kept_state_that_fits_on_the_device() {
    use kedja::app::built;
    use kedja::model::edit::{Edit, edited};
    use kedja::model::{PartId, Text};
    let mut session = Session::first();
    for n in 0..1_000 {
        let value = Some(f64::from(n % 99 + 1) / 100.0);
        let edit = Edit::Number { part: PartId::Touchpoint("order".into()), field: Field::Strength, value };
        let whole = edited(session.work.whole(), &edit, "en");
        session.apply(Command::Build(Box::new(built(&session.work, whole, Text::same("Ours"), None))));
    }
    let text = save(&session);
    // A browser gives a site five million characters.
    assert!(text.len() < 3_000_000, "{} characters", text.len());
    let (there, lost) = restore(&text).unwrap();
    assert!(lost.is_nothing() && there.can_undo());
    assert_eq!(there.work, session.work);
}
