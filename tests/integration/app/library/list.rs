//! Names, notes, the bin, versions and copies, and how the list is searched and sorted.

use super::room::{Desk, Memory, kept, reachable, room};
use crate::app::kept::shelf::now;
use kedja::app::Command;
use kedja::app::library::*;
use kedja::app::ports::RecordFault;
use kedja::exchange::VersionWhy;

#[test]
fn another_name_a_note_and_the_bin_stay_when_the_work_goes_on() {
    let memory = Memory::default();
    let mut desk = Desk::new();
    desk.open_file("ours.json");
    desk.shelve(&memory, 1);
    let id = desk.record();
    now(change_head(&memory, &id, |head| (head.name, head.note) = (Some("Ours".to_owned()), "Tuesday".to_owned())))
        .unwrap();
    desk.set(70);
    assert!(matches!(desk.shelve(&memory, 2)[..], [Ok(Shelved::Kept(_))]));
    let head = now(list(&memory)).unwrap()[0].head.clone().unwrap();
    assert_eq!((head.name.as_deref(), head.note.as_str(), head.made, head.changed), (Some("Ours"), "Tuesday", 1, 2));
    now(change_head(&memory, &id, |head| head.binned = Some(3))).unwrap();
    let head = now(list(&memory)).unwrap()[0].head.clone().unwrap();
    assert!(!is_over(&head, 3 + BIN_DAYS * 86_400_000) && is_over(&head, 4 + BIN_DAYS * 86_400_000));
    now(change_head(&memory, &id, |head| head.binned = None)).unwrap();
    assert!(kept(&memory).contains(&70));
}

#[test]
fn a_version_comes_back_and_what_was_there_is_kept_as_another() {
    let memory = Memory::default();
    let mut desk = Desk::new();
    desk.open_file("ours.json");
    desk.set(70);
    desk.shelve(&memory, 1);
    let id = desk.record();
    assert!(now(keep_version(room(&memory), &id, (VersionWhy::Wanted, Some("Before".to_owned())), 5)).unwrap());
    desk.set(60);
    desk.shelve(&memory, 6);
    let versions = |memory: &Memory| {
        let entries = now(list(memory)).unwrap();
        entries.into_iter().filter_map(|entry| entry.head.ok()).filter(|head| head.of.is_some()).collect::<Vec<_>>()
    };
    let version = versions(&memory)[0].clone();
    assert_eq!(now(restore_version(&memory, &version.id)), Ok(Some(id.clone())));
    let mut again = Desk::new();
    again.take(&memory, &id).unwrap();
    assert_eq!(reachable(&again.session)[0], 70);
    let whys: Vec<VersionWhy> = versions(&memory).iter().filter_map(|head| head.of.as_ref().map(|of| of.why)).collect();
    assert_eq!(whys, [VersionWhy::Wanted, VersionWhy::BeforeRestore]);
    again.take(&memory, &versions(&memory)[1].id).unwrap();
    assert_eq!(reachable(&again.session)[0], 60);
    // Of those that nobody asked for the newest stay.
    for at in 10..30 {
        now(keep_version(room(&memory), &id, (VersionWhy::BeforeImport, None), at)).unwrap();
    }
    let surplus = automatic_surplus(&now(list(&memory)).unwrap());
    assert_eq!(surplus.len(), 11);
    assert!(surplus.iter().all(|entry| entry.head.as_ref().is_ok_and(|head| head.made < 20)));
}

async fn restore_version(memory: &Memory, key: &str) -> Result<Option<String>, RecordFault> {
    kedja::app::library::restore(room(memory), key, 7).await
}

#[test]
fn a_copy_goes_its_own_way() {
    let memory = Memory::default();
    let mut desk = Desk::new();
    desk.open_file("ours.json");
    desk.shelve(&memory, 1);
    let copy = now(duplicate(room(&memory), &desk.record(), "Another".to_owned(), 2)).unwrap().unwrap();
    assert_ne!(copy, desk.record());
    let mut other = Desk::new();
    other.take(&memory, &copy).unwrap();
    other.set(20);
    other.shelve(&memory, 3);
    assert_eq!(other.record(), copy);
    desk.take(&memory, &desk.record()).unwrap();
    assert!(!reachable(&desk.session).contains(&20));
}

#[test]
fn a_list_is_searched_in_names_and_notes_and_sorted() {
    let memory = Memory::default();
    for (n, (name, note)) in (1..).zip([("Örebro", ""), ("Bank", "with Örebro"), ("Annat", "")]) {
        let mut desk = Desk::new();
        desk.open_file("ours.json");
        desk.run(Command::SetSeed(n));
        desk.session = with_record(desk.session.clone(), &desk.record(), &format!("id{n}"));
        desk.shelve(&memory, n);
        now(change_head(&memory, &format!("id{n}"), |head| {
            (head.name, head.note) = (Some(name.to_owned()), note.to_owned())
        }))
        .unwrap();
    }
    let heads: Vec<_> = now(list(&memory)).unwrap().into_iter().filter_map(|entry| entry.head.ok()).collect();
    let names = |search: &str, sort| {
        let shown = shown(heads.clone(), search, sort, |head| head.name.clone().unwrap());
        shown.into_iter().filter_map(|head| head.name).collect::<Vec<_>>()
    };
    assert_eq!(names("", LibrarySort::Changed), ["Annat", "Bank", "Örebro"]);
    assert_eq!(names("öREbro ", LibrarySort::Name), ["Bank", "Örebro"]);
    assert!(names("nowhere", LibrarySort::Size).is_empty());
}
