use kedja::app::{
    Cause, Command, Doubt, ListedChange, Sentence, Session, SliderScale, changes, doubt, levers, restore, room, save,
    scale, sentence,
};
use kedja::model::{Field, LinkId, check_scenario};
use kedja::runner::inline;

fn set(session: &mut Session, link: &str, lever: Field, value: f64) {
    session.apply(Command::SetLever { link: link.into(), lever, value });
}

fn now(session: &Session, link: &str, lever: Field) -> f64 {
    session.work.now_of(&link.into(), lever).unwrap()
}

#[test]
fn a_link_has_the_levers_of_its_side_and_kind() {
    let work = Session::first().work;
    let of = |link: &str| levers(&work, &link.into());
    assert_eq!(of("compare"), [Field::Gain, Field::Pain, Field::Days, Field::Sensing]);
    assert_eq!(of("invoice"), [Field::Gain, Field::Pain, Field::Frequency]);
    assert_eq!(of("compare-shop"), [Field::Pain, Field::Days, Field::Share]);
    assert_eq!(of("invoice-support"), [Field::Pain, Field::Share]);
    assert_eq!(of("nowhere"), []);
}

#[test]
fn every_lever_of_every_link_can_be_moved_and_be_lived() {
    for ready in kedja::exchange::READY {
        let mut session = Session::first();
        session.apply(crate::app::choose(ready.id));
        let links: Vec<LinkId> = session.work.journey.links().cloned().collect();
        for link in links {
            for lever in levers(&session.work, &link) {
                let (least, most) = room(&session.work, &link, lever).unwrap();
                for value in [least, most, (least + most) / 2.0] {
                    session.apply(Command::SetLever { link: link.clone(), lever, value });
                    let problems = check_scenario(&session.work.journey, &session.work.active_scenario());
                    assert_eq!(problems, [], "{}: {lever:?} of {link} at {value}", ready.id);
                }
                session.apply(Command::ResetLever { link: link.clone(), lever });
            }
        }
        assert!(session.work.scenario.is_empty());
    }
}

#[test]
fn each_lever_is_an_entry_and_a_step_of_its_own() {
    let mut session = Session::first();
    set(&mut session, "invoice", Field::Pain, 0.3);
    set(&mut session, "invoice", Field::Pain, 0.2);
    set(&mut session, "invoice", Field::Strength, 0.6);
    let pain = ListedChange::Lever { link: "invoice".into(), lever: Field::Pain, today: 0.45, value: 0.2, off: false };
    assert_eq!(changes(&session.work).first(), Some(&pain));
    assert_eq!(changes(&session.work).len(), 2);
    session.apply(Command::Switch { link: "invoice".into(), lever: Field::Pain, off: true });
    assert_eq!(now(&session, "invoice", Field::Pain), 0.45);
    assert_eq!(now(&session, "invoice", Field::Strength), 0.6);
    session.apply(Command::Undo);
    session.apply(Command::ResetLever { link: "invoice".into(), lever: Field::Strength });
    assert_eq!(changes(&session.work), [pain]);
    session.apply(Command::Undo);
    session.apply(Command::Undo);
    session.apply(Command::Undo);
    assert!(session.work.scenario.is_empty() && !session.can_undo());
}

#[test]
fn a_lever_that_returns_to_today_is_no_change() {
    let mut session = Session::first();
    set(&mut session, "support", Field::Frequency, 0.3);
    assert!(session.can_undo());
    set(&mut session, "support", Field::Frequency, 0.05);
    assert!(session.work.scenario.is_empty() && !session.can_undo());
}

#[test]
fn what_cannot_be_cannot_be_set() {
    let mut session = Session::first();
    let before = session.work.clone();
    for (link, lever, value) in [
        ("invoice", Field::Days, 3.0),
        ("invoice", Field::Pain, f64::NAN),
        ("compare", Field::Frequency, 1.0),
        ("nowhere", Field::Gain, 1.0),
        ("use", Field::Share, 0.5),
    ] {
        set(&mut session, link, lever, value);
        assert_eq!(session.work, before, "{lever:?} of {link}");
    }
    set(&mut session, "invoice", Field::Frequency, 9.0);
    assert_eq!(session.work, before, "a reckoning comes once a period at most, as today");
    set(&mut session, "invoice", Field::Gain, -1.0);
    assert_eq!(now(&session, "invoice", Field::Gain), 0.0);
    set(&mut session, "compare", Field::Sensing, 7.0);
    assert_eq!(now(&session, "compare", Field::Sensing), 1.0);
}

#[test]
fn a_share_takes_no_more_than_the_other_ways_leave() {
    let mut session = Session::first();
    // compare: 0.5 to the questions, 0.2 to the plan, 0.12 to the shop.
    set(&mut session, "compare-shop", Field::Share, 0.9);
    assert_eq!(now(&session, "compare-shop", Field::Share), 0.3);
    assert_eq!(room(&session.work, &"compare-web-plan".into(), Field::Share), Some((0.0, 0.2)));
    set(&mut session, "compare-price-faq", Field::Share, 0.1);
    set(&mut session, "compare-shop", Field::Share, 0.9);
    assert_eq!(now(&session, "compare-shop", Field::Share), 0.7);
}

#[test]
fn a_share_that_grows_again_takes_its_room_back() {
    let mut session = Session::first();
    let sum = |session: &Session| -> f64 {
        ["compare-price-faq", "compare-web-plan", "compare-shop"].map(|h| now(session, h, Field::Share)).iter().sum()
    };
    set(&mut session, "compare-price-faq", Field::Share, 0.1);
    set(&mut session, "compare-shop", Field::Share, 0.7);
    for back in [
        Command::ResetLever { link: "compare-price-faq".into(), lever: Field::Share },
        Command::ResetLink("compare-price-faq".into()),
        Command::Switch { link: "compare-price-faq".into(), lever: Field::Share, off: true },
    ] {
        session.apply(back);
        assert_eq!(now(&session, "compare-price-faq", Field::Share), 0.5);
        assert!((now(&session, "compare-shop", Field::Share) - 0.3).abs() < 1e-6);
        assert!(sum(&session) <= 1.0 + 1e-9);
        assert_eq!(check_scenario(&session.work.journey, &session.work.active_scenario()), []);
        session.apply(Command::Undo);
        assert_eq!(now(&session, "compare-shop", Field::Share), 0.7);
    }
}

#[test]
fn every_lever_comes_back_after_a_reload() {
    let mut session = Session::first();
    set(&mut session, "invoice", Field::Pain, 0.2);
    set(&mut session, "invoice", Field::Strength, 0.7);
    set(&mut session, "compare-shop", Field::Share, 0.05);
    session.apply(Command::LetGo);
    assert_eq!(restore(&save(&session)).unwrap().0, session);
}

#[test]
fn a_link_with_the_longest_id_can_be_changed() {
    let long = "a".repeat(64);
    let mut journey = crate::builder::small();
    crate::builder::touchpoint_mut(&mut journey, "support").id = LinkId(long.clone());
    let mut session = Session::first();
    session.apply(Command::OpenJourney { journey: Box::new(journey), name: "long.json".into() });
    set(&mut session, &long, Field::Strength, 0.9);
    set(&mut session, &long, Field::Gain, 0.5);
    let ask = session.ask();
    assert_eq!(check_scenario(&ask.journey, &ask.scenario), []);
}

#[test]
fn the_sentence_names_the_lever_that_was_moved() {
    let mut session = Session::first();
    set(&mut session, "invoice", Field::Pain, 0.1);
    let report = inline(&kedja::runner::RunRequest { customers: 4_000, ..session.ask() }).unwrap();
    let Some(Sentence::WhatIf { cause, .. }) = sentence(&session.work, &report) else { panic!("nothing told") };
    assert_eq!(cause, Cause::Lever { link: "invoice".into(), lever: Field::Pain, more: false });
}

#[test]
fn a_slider_holds_today_and_now_and_settles_on_its_steps() {
    let mut session = Session::first();
    for link in session.work.journey.links().cloned().collect::<Vec<_>>() {
        for lever in levers(&session.work, &link) {
            let scale = scale(&session.work, &link, lever);
            let today = session.work.today_of(&link, lever).unwrap();
            assert!(today <= scale.most, "{lever:?} of {link}");
            assert_eq!(scale.settle(today + scale.step() / 2.0, today), today);
        }
    }
    set(&mut session, "invoice", Field::Pain, 4.3);
    assert_eq!(scale(&session.work, &"invoice".into(), Field::Pain).most, 5.0);
    assert_eq!(SliderScale { most: 10.0, per_unit: 2.0 }.settle(3.3, 9.0), 3.5);
    assert_eq!(SliderScale { most: 10.0, per_unit: 2.0 }.stepped(3.5, -1.0, 9.0), 3.0);
    assert_eq!(SliderScale::PER_CENT.stepped(0.29, 10.0, 0.9), 0.39);
    assert_eq!(SliderScale::PER_CENT.stepped(0.995, 1.0, 0.5), 1.0);
}

#[test]
fn what_hardly_is_so_is_questioned_and_todays_never() {
    let mut session = Session::first();
    let asked = |session: &Session, link: &str, lever| doubt(&session.work, &link.into(), lever);
    for link in session.work.journey.links() {
        assert!(levers(&session.work, link).into_iter().all(|l| doubt(&session.work, link, l).is_none()));
    }
    set(&mut session, "invoice", Field::Pain, 3.0);
    assert_eq!(asked(&session, "invoice", Field::Pain), Some(Doubt::ManyPrices(2.0)));
    set(&mut session, "newsletter", Field::Frequency, 8.0);
    assert_eq!(asked(&session, "newsletter", Field::Frequency), Some(Doubt::Often(8.0)));
    set(&mut session, "newsletter", Field::Frequency, 0.0);
    assert_eq!(asked(&session, "newsletter", Field::Frequency), Some(Doubt::Never));
    set(&mut session, "compare", Field::Days, 120.0);
    assert_eq!(asked(&session, "compare", Field::Days), Some(Doubt::Slow));
    set(&mut session, "compare", Field::Days, 0.1);
    assert_eq!(asked(&session, "compare", Field::Days), Some(Doubt::Quick));
    set(&mut session, "compare", Field::Sensing, 0.95);
    assert_eq!(asked(&session, "compare", Field::Sensing), Some(Doubt::NoticesAll));
    set(&mut session, "compare-shop", Field::Share, 0.0);
    assert_eq!(asked(&session, "compare-shop", Field::Share), Some(Doubt::Nobody));
}
