//! Keeping the state, through stores of every temper and beside other pages: none of them stops the page, and nothing
//! vanishes.

pub mod shelf;
mod tabs;

use kedja::app::ports::StorageFault;
use kedja::app::{
    Command, Kept, LostParts, NoJourney, Notice, Opened, Place, PutAside, Route, Session, first, forget_aside, open,
    open_work, save, set_aside,
};
use shelf::{ALL, Library, Moment, Page, Shelf, now};

const FAULTS: [StorageFault; 2] = [StorageFault::Refused, StorageFault::Full];

/// A first visit.
fn fresh() -> Opened {
    now(first(&ALL)).unwrap()
}

#[test]
fn what_is_kept_is_found_again() {
    let shelf = Shelf::default();
    assert_eq!(now(open(&shelf, &ALL)).unwrap(), fresh());
    let mut page = Page::open(&shelf);
    page.run(Command::SetStrain(1.0));
    page.run(Command::GoTo(Place::Prioritise));
    assert_eq!(page.keep(&shelf), []);
    let opened = now(open(&shelf, &ALL)).unwrap();
    assert_eq!(opened.notice, None);
    assert_eq!((opened.session.work, opened.session.place), (page.session.work, Place::Prioritise));
}

#[test]
fn it_is_kept_before_anybody_waits_for_the_answer() {
    let shelf = Shelf::default();
    let mut page = Page::open(&shelf);
    page.run(Command::SetStrain(1.0));
    // One look at what is asked of the store is enough (`now` takes no second one).
    page.keep(&shelf);
    assert!(shelf.text("kedja").is_some());
}

#[test]
fn what_is_not_changed_is_not_written() {
    let shelf = Shelf::default();
    let mut page = Page::open(&shelf);
    page.keep(&shelf);
    assert_eq!(shelf.text("kedja"), None);
    page.run(Command::SetStrain(1.0));
    page.keep(&shelf);
    let (kept, writes) = (shelf.text("kedja"), shelf.writes());
    for _ in 0..3 {
        page.keep(&shelf);
    }
    assert_eq!((shelf.text("kedja"), shelf.writes()), (kept, writes));
    // An address that names another link is no change either.
    let mut there = Page::at(&shelf, Route::parse("#/journey/support").as_ref());
    there.keep(&shelf);
    assert_eq!(shelf.writes(), writes + 1, "only what tries the store");
}

#[test]
fn a_fault_at_any_moment_is_told_once_stops_nothing_and_costs_no_earlier_work() {
    for fault in FAULTS {
        for moment in Moment::ALL {
            let shelf = Shelf::default();
            let mut before = Page::open(&shelf);
            before.run(Command::SetStrain(0.5));
            before.keep(&shelf);
            let kept = shelf.text("kedja");
            let told = |notices: &[Notice]| notices.iter().filter(|n| matches!(n, Notice::Kept(_))).count();
            if moment == Moment::Opening {
                shelf.breaks(fault);
            }
            let mut page = Page::open(&shelf);
            let mut notices: Vec<Notice> = page.notice.into_iter().collect();
            if moment == Moment::Changing {
                shelf.breaks(fault);
            }
            page.run(Command::SetStrain(1.0));
            notices.extend(page.keep(&shelf));
            if moment == Moment::Later {
                shelf.breaks(fault);
            }
            page.run(Command::SetStrain(1.5));
            notices.extend(page.keep(&shelf));
            page.run(Command::SetStrain(2.0));
            notices.extend(page.keep(&shelf));
            assert_eq!(told(&notices), 1, "{fault:?} {moment:?}: {notices:?}");
            assert_eq!(page.session.work.scenario.strain, 2.0);
            shelf.mends();
            // Nothing half written, nothing lost that was kept.
            let there = now(open(&shelf, &ALL)).unwrap();
            assert_eq!(there.notice, None, "{fault:?} {moment:?}");
            assert!(moment == Moment::Later || shelf.text("kedja") == kept);
            page.keep(&shelf);
            assert!(page.is_whole_again, "{fault:?} {moment:?}");
            assert_eq!(now(open(&shelf, &ALL)).unwrap().session.work, page.session.work);
        }
    }
}

#[test]
fn where_there_is_no_room_for_all_steps_back_the_work_is_kept_and_that_is_told() {
    let shelf = Shelf::default();
    let mut page = Page::open(&shelf);
    for seed in 2..100 {
        page.run(Command::SetSeed(seed));
        page.run(Command::LetGo);
    }
    shelf.holds(save(&page.session).len() / 2);
    assert_eq!(page.keep(&shelf), [Notice::Kept(Kept::FewerSteps)]);
    let there = now(open(&shelf, &ALL)).unwrap().session;
    assert_eq!(there.work, page.session.work);
    assert!(there.can_undo());
    // There is no room for even that.
    shelf.holds(100);
    page.run(Command::SetStrain(1.0));
    assert_eq!(page.keep(&shelf), [Notice::Kept(Kept::Full)]);
    assert_eq!(now(open(&shelf, &ALL)).unwrap().session, there);
}

#[test]
fn what_cannot_be_read_is_put_aside_beside_what_lies_there_and_can_be_fetched() {
    let shelf = Shelf::default();
    for (n, damaged) in ["{}", "no good", "{}"].iter().enumerate() {
        shelf.lays("kedja", damaged);
        let mut page = Page::open(&shelf);
        assert_eq!(page.notice, Some(Notice::Unread { lost: None, put_aside: PutAside::Aside }));
        assert_eq!(page.session, Session::first());
        let aside = now(set_aside(&shelf));
        assert_eq!(aside, ["{}", "no good"][..aside.len()], "{n}");
        assert!(aside.iter().any(|text| text == damaged));
        // From now on there is something good to find.
        page.keep(&shelf);
        assert_eq!(now(open(&shelf, &ALL)).unwrap().notice, None);
    }
    now(forget_aside(&shelf));
    assert!(now(set_aside(&shelf)).is_empty());
}

#[test]
fn what_is_partly_damaged_is_put_aside_whole_and_the_rest_goes_on() {
    let shelf = Shelf::default();
    let mut page = Page::open(&shelf);
    page.run(Command::SetStrain(1.0));
    page.keep(&shelf);
    let damaged = shelf.text("kedja").unwrap().replace("\"theme\":\"system\"", "\"theme\":\"loud\"");
    shelf.lays("kedja", &damaged);
    let page = Page::open(&shelf);
    let lost = Some(LostParts { journeys: false, changes: false, steps: false, settings: true });
    assert_eq!(page.notice, Some(Notice::Unread { lost, put_aside: PutAside::Aside }));
    assert_eq!(page.session.work.scenario.strain, 1.0);
    assert_eq!(now(set_aside(&shelf)), [damaged]);
}

#[test]
fn a_damaged_text_that_has_no_room_aside_changes_its_place() {
    let shelf = Shelf::default();
    let damaged = "x".repeat(1_000);
    shelf.lays("kedja", &damaged);
    shelf.holds(1_020);
    let page = Page::open(&shelf);
    assert_eq!(page.notice, Some(Notice::Unread { lost: None, put_aside: PutAside::Aside }));
    assert_eq!(now(set_aside(&shelf)), [damaged]);
}

#[test]
fn a_damaged_text_that_cannot_be_put_aside_is_never_said_to_be_and_never_written_over() {
    let damaged = "x".repeat(1_000);
    let full = Shelf::default();
    full.lays("kedja", &damaged);
    full.holds(1_005);
    let refuses = Shelf::default();
    refuses.lays("kedja", &damaged);
    refuses.breaks_writing(StorageFault::Refused);
    let crowded = Shelf::default();
    crowded.lays("kedja", &damaged);
    for place in ["kedja-damaged", "kedja-damaged-2", "kedja-damaged-3", "kedja-damaged-4", "kedja-damaged-5"] {
        crowded.lays(place, place);
    }
    for shelf in [full, refuses, crowded] {
        let mut page = Page::open(&shelf);
        assert_eq!(page.notice, Some(Notice::Unread { lost: None, put_aside: PutAside::InTheWay }));
        assert!(page.is_waiting());
        shelf.mends();
        page.run(Command::SetStrain(1.0));
        assert_eq!(page.keep(&shelf), []);
        assert_eq!(shelf.text("kedja").as_ref(), Some(&damaged));
        // The reader lets it go.
        page.releases(&shelf);
        page.keep(&shelf);
        assert_eq!(now(open(&shelf, &ALL)).unwrap().session.work, page.session.work);
    }
}

#[test]
fn an_empty_text_is_told_of_and_nothing_is_put_aside() {
    let shelf = Shelf::default();
    shelf.lays("kedja", "");
    let page = Page::open(&shelf);
    assert_eq!(page.notice, Some(Notice::Unread { lost: None, put_aside: PutAside::Nothing }));
    assert!(now(set_aside(&shelf)).is_empty() && !page.is_waiting());
}

#[test]
fn what_a_newer_page_keeps_is_not_touched_until_the_reader_wants_it() {
    let shelf = Shelf::default();
    let newer = save(&Session::first()).replacen("\"version\":4", "\"version\":5", 1);
    shelf.lays("kedja", &newer);
    let mut page = Page::open(&shelf);
    assert_eq!(page.notice, Some(Notice::Newer));
    page.run(Command::SetStrain(1.0));
    assert_eq!(page.keep(&shelf), []);
    assert_eq!(shelf.text("kedja").as_ref(), Some(&newer));
    page.releases(&shelf);
    assert_eq!(page.keep(&shelf), []);
    assert_eq!(now(set_aside(&shelf)), [newer.as_str()]);
    assert_eq!(now(open(&shelf, &ALL)).unwrap().session.work, page.session.work);
    // It comes while the page is open.
    shelf.lays("kedja", &newer);
    assert_eq!(page.keep(&shelf), [Notice::Newer]);
    page.run(Command::SetStrain(2.0));
    page.keep(&shelf);
    assert_eq!(shelf.text("kedja").as_ref(), Some(&newer));
}

#[test]
fn every_flipped_byte_leaves_a_page_that_opens_and_a_text_that_can_be_fetched() {
    let shelf = Shelf::default();
    let mut page = Page::open(&shelf);
    page.run(Command::SetStrain(1.0));
    page.run(Command::SetLever { link: "invoice".into(), lever: kedja::model::Field::Strength, value: 0.7 });
    page.keep(&shelf);
    let good = shelf.text("kedja").unwrap();
    for at in 0..good.len() {
        let mut bytes = good.clone().into_bytes();
        bytes[at] ^= 1;
        let Ok(flipped) = String::from_utf8(bytes) else { continue };
        let shelf = Shelf::default();
        shelf.lays("kedja", &flipped);
        let opened = now(open(&shelf, &ALL)).unwrap();
        if let Some(notice) = opened.notice {
            let is_there =
                now(set_aside(&shelf)) == [flipped.as_str()] || shelf.text("kedja").as_ref() == Some(&flipped);
            assert!(is_there, "{at}: {notice:?}");
        }
    }
}

#[test]
fn a_file_of_all_work_opens_above_the_work_that_is_there() {
    let shelf = Shelf::default();
    let mut page = Page::open(&shelf);
    page.run(Command::SetStrain(1.0));
    page.run(super::choose("insurance"));
    page.run(Command::SetSeed(5));
    let file = save(&page.session);
    let mut there = Page::open(&shelf).session;
    there.apply(Command::SetStrain(2.0));
    let mut opened = now(open_work(&file, &ALL, &there)).unwrap();
    assert_eq!(opened.work, page.session.work);
    for _ in 0..4 {
        opened.apply(Command::Undo);
    }
    assert_eq!(opened.work, there.work);
    for other in ["", "{}", "{\"version\":2}", &kedja::exchange::journey_json(&there.work.journey)] {
        assert!(now(open_work(other, &ALL, &there)).is_none(), "{other:.30}");
    }
}

#[test]
fn an_address_decides_where_the_page_opens_and_without_one_it_opens_where_it_was_left() {
    let mut session = Session::first();
    session.apply(Command::GoTo(Place::Prioritise));
    let left = Opened { session, ..fresh() };
    assert_eq!(left.clone().at(None).session, left.session);
    let there = left.at(Route::parse("#/journey/no-such-link").as_ref());
    assert_eq!(there.session.place, Place::Journey);
    assert_eq!(there.session.selected, Session::first().selected);
}

#[test]
fn without_a_journey_that_is_needed_nothing_begins_and_what_is_kept_stays() {
    let shelf = Shelf::default();
    assert_eq!(now(open(&shelf, &Library(&[]))), Err(NoJourney));
    let mut page = Page::open(&shelf);
    page.run(super::choose("insurance"));
    page.keep(&shelf);
    let kept = shelf.text("kedja");
    // Undo leads back to telecom, so that both are needed.
    for too_few in [&["telecom"][..], &["insurance"]] {
        assert_eq!(now(open(&shelf, &Library(too_few))), Err(NoJourney));
        assert_eq!(shelf.text("kedja"), kept);
    }
    assert_eq!(now(open(&shelf, &ALL)).unwrap().session.work, page.session.work);
}
