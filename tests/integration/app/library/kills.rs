//! A page that is killed again and again while somebody builds: between any change and any write. What is opened afterwards is
//! what there was after the last change that was kept, whole, and each journey of the library can be read.

use super::room::{Memory, room};
use crate::app::kept::shelf::{Page, Shelf, now};
use crate::edit::random::{Dice, edit};
use kedja::app::library::*;
use kedja::app::{Command, Project, built};
use kedja::exchange::{journey_json, read_record};
use kedja::model::check;
use kedja::model::edit::edited;
use kedja::model::{Field, Text};

/// Where a page is killed within one change.
#[derive(Clone, Copy, PartialEq)]
enum Kill {
    /// Before the change is kept on the desk.
    BeforeDesk,
    /// Once it is on the desk, before it is put on the shelf.
    BeforeShelf,
    /// While it is put on the shelf, after so many writes.
    WhileShelving(usize),
}

/// A page with what keeps its desk and what keeps its library.
struct Living {
    page: Page,
    keeper: LibraryKeeper,
}

impl Living {
    fn opened(desk: &Shelf) -> Self {
        Self { page: Page::open(desk), keeper: LibraryKeeper::default() }
    }

    /// Puts each journey on the shelf; what the store does not take is left.
    fn shelve(&mut self, memory: &Memory, at: u64) {
        for id in records_in(&self.page.session) {
            let keeper = std::mem::take(&mut self.keeper);
            let (keeper, done) = now(shelve(keeper, room(memory), &self.page.session, &id, at));
            self.keeper = keeper;
            if let Ok(Shelved::Apart(new)) = done {
                self.page.session = with_record(self.page.session.clone(), &id, &new);
            }
        }
    }
}

fn as_kept(work: &Project) -> (String, kedja::model::Scenario) {
    (journey_json(work.whole()), work.scenario.clone())
}

/// Changes something at random; false where that changes nothing.
fn change(page: &mut Page, dice: &mut Dice) -> bool {
    let before = page.session.work.clone();
    if dice.below(4) == 0 {
        let links: Vec<_> = before.journey.links().cloned().collect();
        let link = links[dice.below(links.len())].clone();
        let value = dice.below(100) as f64 / 100.0;
        page.run(Command::SetLever { link, lever: Field::Strength, value });
    } else {
        let whole = before.whole().clone();
        let Some(edit) = edit(&whole, dice) else { return false };
        let after = edited(&whole, &edit, "en");
        if after == *whole {
            return false;
        }
        page.run(Command::Build(Box::new(built(&before, after, Text::same("A copy"), None))));
    }
    page.run(Command::LetGo);
    page.session.work != before
}

/// How many edits are made: `KEDJA_EDITS=1000` makes a thousand, which takes more than a minute (docs/evidence.md).
fn wanted() -> u64 {
    std::env::var("KEDJA_EDITS").ok().and_then(|edits| edits.parse().ok()).unwrap_or(150)
}

#[test]
fn edits_with_kills_at_random_moments_lose_at_most_the_last_and_open_nothing_half() {
    let (desk, memory, mut dice) = (Shelf::default(), Memory::default(), Dice(7));
    let mut living = Living::opened(&desk);
    let (mut edits, mut kills, mut lost) = (0, 0, 0);
    while edits < wanted() {
        let before = as_kept(&living.page.session.work);
        if !change(&mut living.page, &mut dice) {
            continue;
        }
        edits += 1;
        let after = as_kept(&living.page.session.work);
        let kill = match dice.below(6) {
            0 => Some(Kill::BeforeDesk),
            1 => Some(Kill::BeforeShelf),
            2 => Some(Kill::WhileShelving(dice.below(3))),
            _ => None,
        };
        if kill != Some(Kill::BeforeDesk) {
            assert_eq!(living.page.keep(&desk), [], "after edit {edits}");
        }
        if let Some(Kill::WhileShelving(writes)) = kill {
            memory.dies_after(Some(writes));
        }
        if !matches!(kill, Some(Kill::BeforeDesk | Kill::BeforeShelf)) {
            living.shelve(&memory, edits);
        }
        if kill.is_none() {
            continue;
        }
        kills += 1;
        memory.dies_after(None);
        living = Living::opened(&desk);
        assert_eq!(living.page.notice, None);
        let found = as_kept(&living.page.session.work);
        if found != after {
            lost += 1;
            assert!(kill == Some(Kill::BeforeDesk) && found == before, "edit {edits}");
        }
        assert_eq!(check(&living.page.session.work.journey), []);
    }
    assert!(kills * 5 >= edits * 2, "{kills} kills");
    assert!(lost > 0 && lost < kills, "{lost} changes that had not been kept yet");
    // All is put on the shelf at last, whole and once.
    living.shelve(&memory, edits + 1);
    let entries = now(list(&memory)).unwrap();
    assert!(entries.iter().all(|entry| entry.head.is_ok()));
    for entry in &entries {
        assert!(read_record(&memory.text(&entry.key).unwrap()).is_ok());
    }
    let own = entries.iter().filter(|entry| entry.head.as_ref().is_ok_and(|head| head.of.is_none())).count();
    assert_eq!(own, records_in(&living.page.session).len(), "no kill made a journey twice");
    println!("{edits} edits, {kills} kills, {lost} edits that were not kept yet");
}
