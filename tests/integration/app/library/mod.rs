//! The library: every journey of one's own is kept as it is, whatever breaks, and whoever else is at it.

mod files;
mod kills;
mod list;
mod room;
mod scenarios;
mod structures;

use super::choose;
use super::kept::shelf::{Shelf, now};
use kedja::app::library::*;
use kedja::app::ports::RecordFault;
use kedja::app::{Command, Notice, PutAside, open, restore, save};
use kedja::exchange::{RecordDamage, first_line, read_record, record_text};
use proptest::prelude::*;
use room::{Desk, Memory, kept, reachable};

#[test]
fn what_is_on_the_desk_is_on_the_shelf_and_comes_back_with_each_step() {
    let memory = Memory::default();
    let mut desk = Desk::new();
    // A ready journey as it is is nobody's own.
    assert_eq!(desk.shelve(&memory, 1), []);
    desk.open_file("ours.json");
    desk.set(70);
    desk.set(60);
    assert!(matches!(desk.shelve(&memory, 2)[..], [Ok(Shelved::Kept(_))]));
    assert_eq!(desk.shelve(&memory, 3), [Ok(Shelved::AsItWas)]);
    let mut other = Desk::new();
    other.run(choose("insurance"));
    other.take(&memory, &desk.record()).unwrap();
    assert_eq!(other.session.work, desk.session.work);
    other.run(Command::Undo);
    other.run(Command::Undo);
    assert!(other.session.work.scenario.is_empty());
    // And back to what lay there before.
    other.run(Command::Undo);
    assert_eq!(other.session.work.journey.id, "insurance");
}

/// What an older Kedja has put on the shelf.
fn shelved(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read_to_string(path).expect("the fixture is there")
}

#[test]
fn a_record_of_each_version_is_listed_opens_as_it_was_and_is_written_on() {
    for (name, size, named) in [("record-1.txt", 6, 0), ("record-2.txt", 7, 1)] {
        let memory = Memory::default();
        let text = shelved(name);
        let id = kedja::exchange::read_record(&text).unwrap_or_else(|why| panic!("{name}: {why:?}")).head.id;
        memory.lays(&id, &text);
        let mut desk = Desk::new();
        desk.take(&memory, &id).unwrap();
        let work = &desk.session.work;
        assert_eq!((work.whole().touchpoints.len(), work.named.len()), (size, named), "{name}");
        assert_eq!(desk.shelve(&memory, 1), [Ok(Shelved::AsItWas)], "{name}");
        desk.set(40);
        assert!(matches!(desk.shelve(&memory, 2)[..], [Ok(Shelved::Kept(_))]), "{name}");
        let head = kedja::exchange::read_record(&memory.text(&id).unwrap()).unwrap().head;
        assert_eq!(head.made, 1_764_000_000_000, "{name}");
    }
}

#[test]
fn opening_to_and_fro_does_not_make_the_steps_more() {
    let memory = Memory::default();
    let mut desk = Desk::new();
    desk.open_file("one.json");
    desk.set(70);
    let one = desk.record();
    desk.open_file("two.json");
    desk.set(60);
    let two = desk.record();
    assert_ne!(one, two);
    desk.shelve(&memory, 1);
    let sizes = |desk: &Desk| [&one, &two].map(|id| reachable(&part_of(&desk.session, id).unwrap()).len());
    let before = sizes(&desk);
    for n in 0..6 {
        desk.take(&memory, if n % 2 == 0 { &one } else { &two }).unwrap();
        desk.shelve(&memory, 2 + n);
        assert_eq!(sizes(&desk), before, "{n}");
    }
    assert_eq!(now(list(&memory)).unwrap().len(), 2);
}

#[test]
fn the_same_file_opened_twice_is_two_journeys_once_they_differ() {
    let memory = Memory::default();
    let mut desk = Desk::new();
    desk.open_file("ours.json");
    desk.set(70);
    desk.shelve(&memory, 1);
    // After a reload the page knows nothing of the library, and the file gives the same id.
    let mut again = Desk::new();
    again.open_file("ours.json");
    assert_eq!(again.record(), desk.record());
    assert_eq!(again.shelve(&memory, 2), [Ok(Shelved::Older)]);
    again.set(40);
    assert!(matches!(again.shelve(&memory, 3)[..], [Ok(Shelved::Apart(_))]));
    again.shelve(&memory, 4);
    let all = kept(&memory);
    assert!(all.contains(&70) && all.contains(&40), "{all:?}");
    // In one page it gets another id at once.
    desk.open_file("ours.json");
    assert_eq!(records_in(&desk.session).len(), 2);
}

#[test]
fn a_state_from_before_there_was_a_library_moves_into_it_without_loss() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/saved-state-2.json");
    let text = std::fs::read_to_string(path).unwrap();
    let memory = Memory::default();
    let (session, _) = restore(&text).unwrap();
    // Two pages that find it give its journeys the same ids.
    let (twin, _) = restore(&text).unwrap();
    assert_eq!(records_in(&session), records_in(&twin));
    let mut desk = Desk::new();
    desk.session = session.clone();
    desk.shelve(&memory, 1);
    let mut first = Desk::new();
    first.take(&memory, &desk.record()).unwrap();
    assert_eq!(first.session.work, session.work);
    let own = |session: &kedja::app::Session| {
        let mut session = session.clone();
        let mut all = vec![session.work.clone()];
        while session.can_undo() {
            session.apply(Command::Undo);
            all.push(session.work.clone());
        }
        all.into_iter().filter(|work| work.record.is_some()).count()
    };
    let each = |id: &String| {
        let mut other = Desk::new();
        other.take(&memory, id).unwrap();
        own(&other.session)
    };
    assert_eq!(records_in(&session).iter().map(each).sum::<usize>(), own(&session));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// What either page does, and when it is put on the shelf, in any order; the pages hear nothing of each other.
    #[test]
    fn of_two_pages_on_one_journey_neither_loses_anything(acts in prop::collection::vec((0..2_usize, 0..4_u8), 4..40)) {
        let memory = Memory::default();
        let mut first = Desk::new();
        first.open_file("ours.json");
        first.shelve(&memory, 0);
        let id = first.record();
        let mut second = Desk::new();
        second.take(&memory, &id).unwrap();
        let mut desks = [first, second];
        let mut done = [Vec::new(), Vec::new()];
        for (n, (who, act)) in (1_u32..).zip(acts) {
            let desk = &mut desks[who];
            match act {
                0 | 1 => {
                    let percent = 1 + n % 98;
                    desk.set(percent);
                    done[who].push(percent);
                }
                2 => _ = desk.shelve(&memory, n.into()),
                // Closed, and opened again with what was on its desk.
                _ => *desk = desk.reloaded(),
            }
        }
        for (n, desk) in (1_000..).zip(&mut desks) {
            for again in 0..2 {
                for result in desk.shelve(&memory, n + again) {
                    prop_assert!(result.is_ok(), "{:?}", result);
                }
            }
        }
        let all = kept(&memory);
        for percent in done.concat() {
            prop_assert!(all.contains(&percent), "{percent} is lost of {all:?}");
        }
    }

    /// The machine stops at any write.
    #[test]
    fn a_machine_that_dies_at_any_write_leaves_the_record_before_or_the_record_after(writes in 0..12_usize, edits in 1..8_u32) {
        let memory = Memory::default();
        let mut desk = Desk::new();
        desk.open_file("ours.json");
        desk.shelve(&memory, 0);
        let before = kept(&memory);
        memory.dies_after(Some(writes));
        for n in 1..=edits {
            desk.set(n);
            desk.shelve(&memory, n.into());
        }
        memory.dies_after(None);
        let all = kept(&memory);
        prop_assert!(before.iter().all(|value| all.contains(value)));
        let made = edits.min(u32::try_from(writes).unwrap());
        prop_assert!((1..=made).all(|n| all.contains(&n)), "{all:?}");
        // What was on the desk when it died is put there by the next start.
        let mut next = desk.reloaded();
        next.shelve(&memory, 100);
        prop_assert!((1..=edits).all(|n| kept(&memory).contains(&n)));
    }
}

#[test]
fn whichever_byte_of_a_library_changes_one_journey_is_damaged_and_the_others_open() {
    let memory = Memory::default();
    let mut keys = Vec::new();
    for n in 0..20 {
        let mut desk = Desk::new();
        desk.open_file(&format!("journey-{n}.json"));
        // Each is made another one, so that it has a record of its own.
        desk.run(Command::SetSeed(n));
        let id = format!("{}-{n}", desk.record());
        desk.session = with_record(desk.session.clone(), &desk.record(), &id);
        desk.shelve(&memory, n);
        keys.push(id);
    }
    let is_whole = |key: &str| {
        let text = memory.text(key).unwrap();
        now(list(&memory)).unwrap().iter().any(|entry| entry.key == key && entry.head.is_ok())
            && read_record(&text).is_ok()
    };
    assert!(keys.iter().all(|key| is_whole(key)));
    let mut flipped = 0;
    for (n, key) in keys.iter().enumerate() {
        let text = memory.text(key).unwrap();
        // Of the first every byte; of the others every one of their first lines, and every 31st below.
        for at in 0..text.len() {
            if n > 0 && at > first_line(&text).len() && at % 31 != 0 {
                continue;
            }
            for bit in [0x01_u8, 0x10] {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= bit;
                let Ok(damaged) = String::from_utf8(bytes) else { continue };
                flipped += 1;
                memory.lays(key, &damaged);
                let entry = now(list(&memory)).unwrap().into_iter().find(|entry| entry.key == *key).unwrap();
                let is_damaged = entry.head.is_err() || read_record(&damaged).is_err();
                assert!(is_damaged, "{key}, byte {at}");
            }
        }
        memory.lays(key, &text);
    }
    assert!(flipped > 20_000, "{flipped}");
    // The others open beside a damaged one, and it is not written over in silence.
    let text = memory.text(&keys[3]).unwrap();
    let damaged = text.replacen("ad", "ae", 1);
    memory.lays(&keys[3], &damaged);
    for (n, key) in keys.iter().enumerate() {
        let opened = Desk::new().take(&memory, key);
        assert_eq!(opened, if n == 3 { Err(OpenFault::Damaged) } else { Ok(()) }, "{n}");
    }
}

#[test]
fn a_damaged_record_that_is_written_over_is_put_aside_first() {
    let memory = Memory::default();
    let mut desk = Desk::new();
    desk.open_file("ours.json");
    desk.shelve(&memory, 1);
    let id = desk.record();
    let damaged = memory.text(&id).unwrap().replacen("ad", "ae", 1);
    memory.lays(&id, &damaged);
    desk.set(70);
    assert!(matches!(desk.shelve(&memory, 2)[..], [Ok(Shelved::Kept(_))]));
    assert!(read_record(&memory.text(&id).unwrap()).is_ok());
    let aside: Vec<String> = memory.keys().into_iter().filter(|key| key.starts_with("damaged-")).collect();
    assert_eq!(aside.iter().filter_map(|key| memory.text(key)).collect::<Vec<_>>(), [damaged]);
}

#[test]
fn what_a_newer_kedja_has_written_is_neither_opened_nor_written_over() {
    let memory = Memory::default();
    let mut desk = Desk::new();
    desk.open_file("ours.json");
    desk.shelve(&memory, 1);
    let id = desk.record();
    let mut record = read_record(&memory.text(&id).unwrap()).unwrap();
    record.body = "{\"made\":\"by a newer Kedja\"}".to_owned();
    let text = record_text(&record);
    // As one of a later version, with its digests right.
    let (_, rest) = first_line(&text).split_once(' ').unwrap();
    let rest = rest.replacen("\"version\":2", "\"version\":3", 1);
    let newer = format!("{:016x} {rest}\n{}", kedja::model::digest(&rest), record.body);
    memory.lays(&id, &newer);
    assert_eq!(now(list(&memory)).unwrap()[0].head, Err(RecordDamage::Newer));
    desk.set(70);
    assert_eq!(desk.shelve(&memory, 2), [Err(RecordFault::Newer)]);
    assert_eq!(Desk::new().take(&memory, &id), Err(OpenFault::Newer));
    assert_eq!(memory.text(&id), Some(newer));
}

#[test]
fn a_full_or_forbidden_library_costs_nothing_that_is_there_and_is_written_once_it_can_be() {
    for fault in [RecordFault::Full, RecordFault::Refused, RecordFault::Silent, RecordFault::Newer] {
        let memory = Memory::default();
        let mut desk = Desk::new();
        desk.open_file("ours.json");
        desk.shelve(&memory, 1);
        desk.set(70);
        memory.breaks(Some(fault));
        assert_eq!(desk.shelve(&memory, 2), [Err(fault)]);
        memory.breaks(None);
        assert_eq!(kept(&memory), [50]);
        assert!(matches!(desk.shelve(&memory, 3)[..], [Ok(Shelved::Kept(_))]));
        assert!(kept(&memory).contains(&70));
    }
}

#[test]
fn a_state_with_which_the_page_broke_down_twice_is_put_aside_and_not_started_with_again() {
    let shelf = Shelf::default();
    let mut session = kedja::app::Session::first();
    session.apply(Command::SetStrain(1.0));
    shelf.lays("kedja", &save(&session));
    let opened = |shelf: &Shelf| now(open(shelf, &super::kept::shelf::ALL)).unwrap();
    shelf.lays("kedja-broke-down", "1");
    assert_eq!(opened(&shelf).session.work, session.work);
    shelf.lays("kedja-broke-down", "2");
    let afresh = opened(&shelf);
    assert_eq!(afresh.notice, Some(Notice::BrokeDown(PutAside::Aside)));
    assert!(afresh.session.work.scenario.is_empty());
    assert_eq!(now(kedja::app::set_aside(&shelf)), [save(&session)]);
    assert_eq!(shelf.text("kedja-broke-down"), None);
}
