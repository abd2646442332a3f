//! One meeting as one file, and a whole library as one: what goes out comes in again, once.

use super::room::{Desk, Memory, kept, reachable, room};
use crate::app::kept::shelf::now;
use kedja::app::Command;
use kedja::app::library::*;
use kedja::exchange::*;

fn file(memory: &Memory, id: &str) -> String {
    meeting_json(&now(exported(room(memory), id)).unwrap().unwrap())
}

/// All files of an archive at once.
fn unpacked(zip: &[u8]) -> Result<Vec<PackedFile>, NoLibrary> {
    open_library(zip).map(Iterator::collect)
}

fn put(memory: &Memory, file: &str, at: u64) -> Imported {
    now(import(room(memory), "file.json", file.as_bytes(), at)).unwrap()
}

/// A journey of one's own with a change, on the shelf.
fn meeting(percent: u32) -> (Memory, Desk) {
    let memory = Memory::default();
    let mut desk = Desk::new();
    desk.open_file("ours.json");
    desk.set(percent);
    desk.run(Command::SetSeed(77));
    let link = desk.session.work.journey.links().next().unwrap().clone();
    desk.run(Command::Bet { link, more: true });
    desk.shelve(&memory, 5);
    (memory, desk)
}

#[test]
fn a_meeting_goes_to_another_device_whole_and_importing_it_twice_changes_nothing() {
    let (memory, desk) = meeting(70);
    now(change_head(&memory, &desk.record(), |head| {
        (head.name, head.note) = (Some("Ours".to_owned()), "A note".to_owned())
    }))
    .unwrap();
    let file = file(&memory, &desk.record());
    let there = Memory::default();
    assert_eq!(put(&there, &file, 9), Imported::Added(desk.record()));
    let text = there.text(&desk.record());
    assert_eq!(put(&there, &file, 10), Imported::There(desk.record()));
    assert_eq!((there.keys().len(), there.text(&desk.record())), (1, text));
    let mut other = Desk::new();
    other.take(&there, &desk.record()).unwrap();
    assert_eq!((&other.session.work, &other.session.agenda.bets), (&desk.session.work, &desk.session.agenda.bets));
    assert_eq!(
        reachable(&part_of(&other.session, &desk.record()).unwrap()),
        reachable(&part_of(&desk.session, &desk.record()).unwrap())
    );
    let head = now(list(&there)).unwrap()[0].head.clone().unwrap();
    assert_eq!((head.name.as_deref(), head.note.as_str(), head.made), (Some("Ours"), "A note", 5));
}

#[test]
fn a_file_that_has_come_further_takes_the_place_and_what_was_there_is_a_version() {
    let (memory, mut desk) = meeting(70);
    let there = Memory::default();
    let old = file(&memory, &desk.record());
    put(&there, &old, 9);
    desk.set(40);
    desk.shelve(&memory, 10);
    let new = file(&memory, &desk.record());
    assert_eq!(put(&there, &new, 11), Imported::Renewed(desk.record()));
    assert_eq!(there.keys().len(), 2);
    // The old one again is a step of what is there.
    assert_eq!(put(&there, &old, 12), Imported::Older(desk.record()));
    assert_eq!(put(&there, &new, 13), Imported::There(desk.record()));
    assert_eq!(there.keys().len(), 2);
    assert!(kept(&there).contains(&40) && kept(&there).contains(&70));
}

#[test]
fn a_file_that_has_gone_another_way_stands_beside_once() {
    let (memory, desk) = meeting(70);
    let file = file(&memory, &desk.record());
    let there = Memory::default();
    put(&there, &file, 9);
    let mut other = Desk::new();
    other.take(&there, &desk.record()).unwrap();
    other.set(30);
    other.shelve(&there, 10);
    let mut desk = desk;
    desk.set(20);
    desk.shelve(&memory, 11);
    let apart = self::file(&memory, &desk.record());
    assert!(matches!(put(&there, &apart, 12), Imported::Beside(_)));
    assert!(matches!(put(&there, &apart, 13), Imported::There(_)));
    assert_eq!(there.keys().len(), 2);
    assert!(kept(&there).contains(&30) && kept(&there).contains(&20));
}

#[test]
fn a_journey_file_is_imported_once_however_often_it_comes() {
    let memory = Memory::default();
    let json = journey_json(&crate::builder::small());
    assert!(matches!(put(&memory, &json, 1), Imported::Added(_)));
    assert!(matches!(put(&memory, &json, 2), Imported::There(_)));
    assert_eq!(memory.keys().len(), 1);
}

#[test]
fn what_is_no_meeting_is_refused_and_nothing_is_put_there() {
    let memory = Memory::default();
    let (_, desk) = meeting(70);
    let good = file(&meeting(70).0, &desk.record());
    for bad in [
        "",
        "{}",
        "hello",
        "[1,2]",
        "{\"kedja\":\"meeting\"}",
        "{\"kedja\":\"meeting\",\"version\":1,\"id\":\"../x\",\"work\":{}}",
        "{\"kedja\":\"meeting\",\"version\":1,\"id\":\"x\",\"work\":{}}",
        "{\"kedja\":\"meeting\",\"version\":1,\"id\":\"x\",\"work\":7}",
        &good.replacen("\"version\":1,", "\"version\":2,", 1),
        &good[..good.len() / 2],
    ] {
        let done = put(&memory, bad, 1);
        assert!(matches!(done, Imported::Refused(_) | Imported::Newer | Imported::Unreadable), "{bad:.40}: {done:?}");
        assert!(memory.keys().is_empty(), "{bad:.40}");
    }
}

#[test]
fn a_whole_library_goes_out_and_comes_in_as_one_file() {
    let files: Vec<(String, String)> = (1..=20)
        .map(|n| {
            let (memory, desk) = meeting(n);
            (format!("{n}.kedja.json"), file(&memory, &desk.record()))
        })
        .collect();
    let zip = library_zip(&files).unwrap();
    assert!(is_zip(&zip) && zip == library_zip(&files).unwrap());
    let packed = unpacked(&zip).unwrap();
    let unpacked: Vec<(String, String)> =
        packed.into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes.unwrap()).unwrap())).collect();
    assert_eq!(unpacked, files);
    let there = Memory::default();
    for (_, file) in &unpacked {
        put(&there, file, 1);
    }
    let once = there.keys();
    for (_, file) in &unpacked {
        assert!(matches!(put(&there, file, 2), Imported::There(_) | Imported::Older(_)));
    }
    assert_eq!(there.keys(), once);
    assert!((1..=20).all(|n| kept(&there).contains(&n)));
}

#[test]
fn an_archive_that_is_hostile_is_refused_before_it_fills_the_memory() {
    assert_eq!(unpacked(b"PK\x03\x04 and nothing more"), Err(NoLibrary::Damaged));
    let zip = library_zip(&[("a.json".to_owned(), "{}".to_owned())]).unwrap();
    for end in 0..zip.len() {
        // A part of one is none, or gives what is whole.
        if let Ok(files) = unpacked(&zip[..end]) {
            assert!(
                files.iter().all(|(_, file)| file.as_ref().is_ok_and(|bytes| bytes == b"{}") || file.is_err()),
                "{end}"
            );
        }
    }
    for at in 0..zip.len() {
        let mut other = zip.clone();
        other[at] ^= 0x5a;
        let _ = unpacked(&other);
    }
    // Zeros pack well.
    let bomb = library_zip(&[("bomb.json".to_owned(), "0".repeat(5_000_000))]).unwrap();
    assert!(bomb.len() < 20_000);
    assert_eq!(unpacked(&bomb).unwrap()[0].1, Err(NoLibrary::TooLarge));
    let many: Vec<(String, String)> = (0..=MOST_FILES).map(|n| (format!("{n}"), String::new())).collect();
    assert_eq!(unpacked(&library_zip(&many).unwrap()), Err(NoLibrary::TooMany(MOST_FILES + 1)));
    assert_eq!(unpacked(&[0; LONGEST_ARCHIVE as usize + 1]), Err(NoLibrary::TooLarge));
    // What other programs leave in it is passed over; names are but names.
    let odd = [("__MACOSX/a.json".to_owned(), String::new()), ("../../etc/passwd".to_owned(), "{}".to_owned())];
    assert_eq!(unpacked(&library_zip(&odd).unwrap()).unwrap().len(), 1);
}

#[test]
fn what_a_page_keeps_is_imported_journey_by_journey_and_an_untouched_one_is_nobodys() {
    let mut desk = Desk::new();
    desk.open_file("one.json");
    desk.set(70);
    let one = desk.record();
    desk.open_file("two.json");
    desk.set(60);
    let kept_state = kedja::app::save(&desk.session);
    let there = Memory::default();
    assert_eq!(put(&there, &kept_state, 9), Imported::Added(desk.record()));
    assert_eq!(now(list(&there)).unwrap().len(), 2);
    assert!(there.text(&one).is_some());
    assert_eq!(put(&there, &kept_state, 10), Imported::There(desk.record()));
    assert_eq!(put(&Memory::default(), &kedja::app::save(&Desk::new().session), 9), Imported::Nobodys);
}
