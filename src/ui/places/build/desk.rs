//! The one journey that all views of the place show, what is chosen in it, and what is done to it.

use crate::app::{Command, Project, begun, built};
use crate::model::edit::{Edit, edited, part_of};
use crate::model::{Journey, LinkId, PartId, Problem, check};
use crate::ui::platform::keeping::Wish;
use crate::ui::state::{Store, put_journey};
use crate::words::building;
use crate::words::isolate::isolated;
use crate::words::{Speaks, Teller};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A touchpoint that was taken away, and by which edit: what became of its neighbours is told, and can be chosen otherwise.
#[derive(Clone)]
pub struct Removed {
    pub link: LinkId,
    pub by: Edit,
    pub before: Arc<Journey>,
    pub after: Arc<Journey>,
}

/// What the views of the place share.
#[derive(Clone, Copy)]
pub struct Desk {
    pub store: Store,
    /// All of the journey, also what does not hold.
    pub whole: Memo<Arc<Journey>>,
    /// The journey without what stands in long lists.
    pub frame: Memo<Arc<Journey>>,
    /// What does not hold in it.
    pub problems: Memo<Arc<Vec<Problem>>>,
    /// Touchpoints that are called as another one is.
    pub twice: Memo<Arc<BTreeSet<LinkId>>>,
    /// The part in the form.
    pub chosen: RwSignal<PartId>,
    /// The touchpoint that was taken away last.
    pub removed: RwSignal<Option<Removed>>,
    /// Whether marks of what does not hold are hidden.
    pub is_unmarked: RwSignal<bool>,
    /// Whether single letters do something on the drawn chain.
    pub hears_letters: RwSignal<bool>,
    /// Whether the list of keys is open.
    pub shows_keys: RwSignal<bool>,
    /// The link that was in it last.
    link: RwSignal<PartId>,
    /// Whether what is chosen was chosen by a field of the table that has got the focus.
    by_focus: StoredValue<bool>,
}

/// All that does not stand in a list of touchpoints, handovers or personas.
fn frame_of(whole: Memo<Arc<Journey>>) -> Memo<Arc<Journey>> {
    Memo::new(move |_| {
        let mut frame = whole.with(|whole| (**whole).clone());
        frame.touchpoints.clear();
        frame.handovers.clear();
        frame.personas.clear();
        Arc::new(frame)
    })
}

impl Desk {
    pub fn new(store: Store) -> Self {
        let whole = Memo::new(move |_| store.session.with(|s| s.work.whole().clone()));
        let problems = Memo::new(move |_| {
            // Where there is no draft, all of it holds.
            let is_draft = store.session.with(|s| s.work.draft.is_some());
            Arc::new(if is_draft { whole.with(|journey| check(journey)) } else { Vec::new() })
        });
        let twice = Memo::new(move |_| {
            let code = store.code();
            Arc::new(whole.with(|journey| named_twice(journey, code)))
        });
        let chosen = RwSignal::new(PartId::Touchpoint(store.selected.get_untracked()));
        let link = RwSignal::new(chosen.get_untracked());
        let desk = Self {
            store,
            whole,
            frame: frame_of(whole),
            problems,
            twice,
            chosen,
            removed: RwSignal::new(None),
            is_unmarked: RwSignal::new(Wish::NoMarks.is_kept()),
            hears_letters: RwSignal::new(!Wish::NoLetters.is_kept()),
            shows_keys: RwSignal::new(false),
            link,
            by_focus: StoredValue::new(false),
        };
        // What is selected in the journey is chosen here, and what is gone is nowhere.
        Effect::new(move |_| {
            let selected = store.selected.get();
            desk.choose(untrack(|| desk.part_of(&selected)));
        });
        Effect::new(move |_| {
            whole.track();
            if !untrack(|| desk.is_there(&desk.chosen.get())) {
                let first = whole.with_untracked(|j| first_like(j, &desk.chosen.get_untracked()));
                desk.chosen.set(first.unwrap_or(PartId::Journey));
            }
        });
        desk
    }

    /// A link as the part that it is.
    pub fn part_of(&self, link: &LinkId) -> PartId {
        self.whole.with(|j| part_of(j, link))
    }

    /// The link that was chosen last, where it is still there; else the first.
    pub fn last_link(&self) -> Option<PartId> {
        let last = self.link.get_untracked();
        let first = || self.whole.with_untracked(|j| j.touchpoints.first().map(|t| PartId::Touchpoint(t.id.clone())));
        if untrack(|| self.is_there(&last)) { Some(last) } else { first() }
    }

    fn is_there(&self, part: &PartId) -> bool {
        self.whole.with(|journey| match part {
            PartId::Touchpoint(id) => journey.touchpoint(id).is_some(),
            PartId::Handover(id) => journey.handover(id).is_some(),
            PartId::Persona(id) => journey.personas.iter().any(|p| p.id == *id),
            PartId::Phase(id) => journey.phases.iter().any(|p| p.id == *id),
            PartId::Channel(id) => journey.channels.iter().any(|c| c.id == *id),
            PartId::Owner(id) => journey.owners.iter().any(|o| o.id == *id),
            _ => true,
        })
    }

    /// Shows a part in the form.
    pub fn choose(&self, part: PartId) {
        self.by_focus.set_value(false);
        if matches!(part, PartId::Touchpoint(_) | PartId::Handover(_)) {
            self.link.set(part.clone());
        }
        if self.chosen.with_untracked(|chosen| *chosen != part) {
            self.chosen.set(part);
        }
    }

    /// Shows a part whose row has got the focus.
    pub fn choose_by_focus(&self, part: PartId) {
        let is_other = self.chosen.with_untracked(|chosen| *chosen != part);
        self.choose(part);
        self.by_focus.set_value(is_other);
    }

    /// Whether what is chosen now was chosen so.
    pub fn is_by_focus(&self) -> bool {
        self.by_focus.get_value()
    }

    /// True if this link is chosen.
    pub fn is_chosen(&self, link: &LinkId) -> bool {
        self.chosen.with(|chosen| matches!(chosen, PartId::Touchpoint(id) | PartId::Handover(id) if id == link))
    }

    /// The touchpoint that is chosen; of a handover the one that it leads from.
    pub fn touchpoint(&self) -> Option<LinkId> {
        self.chosen.with(|chosen| match chosen {
            PartId::Touchpoint(id) => Some(id.clone()),
            PartId::Handover(id) => self.whole.with(|j| j.handover(id).map(|h| h.from.clone())),
            _ => None,
        })
    }

    /// What sentences about the whole journey are told from.
    pub fn teller(&self) -> Teller {
        Teller { language: self.store.language(), journey: self.whole.get() }
    }

    /// What an edit comes to; `None` where it changes nothing.
    pub fn command(&self, edit: &Edit) -> Option<Command> {
        let work = self.work();
        let whole = edited(work.whole(), edit, self.code());
        self.command_for(&work, whole, edit)
    }

    fn command_for(&self, work: &Project, whole: Journey, edit: &Edit) -> Option<Command> {
        if whole == **work.whole() {
            return None;
        }
        let copy_name = building::copy_name(work.whole());
        Some(Command::Build(Box::new(built(work, whole, copy_name, edit.field()))))
    }

    /// Does an edit.
    pub fn act(&self, edit: &Edit) {
        if let Some(command) = self.command(edit) {
            self.store.run(command);
        }
    }

    /// Takes a touchpoint away by an edit.
    pub fn remove(&self, link: LinkId, by: Edit) {
        let before = self.work().whole().clone();
        self.act(&by);
        let after = self.work().whole().clone();
        self.removed.set((before != after).then_some(Removed { link, by, before, after }));
    }

    /// Adds a touchpoint or another part, and chooses it.
    pub fn add(&self, edit: &Edit) -> Option<PartId> {
        let before = self.work().whole().clone();
        self.act(edit);
        let new = newest(&before, self.work().whole())?;
        self.choose(new.clone());
        Some(new)
    }

    /// Puts the journey as it is now on the page, where it was made as a whole.
    pub fn put(&self, journey: Journey) {
        put_journey(self.store, journey);
    }

    /// Begins with another journey.
    pub fn begin(&self, journey: Journey) {
        let begun = self.store.session.with_untracked(|session| begun(session, journey));
        self.store.run(Command::Build(Box::new(begun)));
        let first = self.whole.with_untracked(|j| j.touchpoints.first().map(|t| PartId::Touchpoint(t.id.clone())));
        self.choose(first.unwrap_or(PartId::Journey));
    }

    /// The language that somebody writes.
    pub fn code(&self) -> &'static str {
        self.store.language.get_untracked().code()
    }

    fn work(&self) -> Project {
        self.store.session.with_untracked(|s| s.work.clone())
    }
}

impl Speaks for Desk {
    fn language(&self) -> crate::app::Language {
        self.store.language()
    }
}

/// The desk of the place.
pub fn use_desk() -> Desk {
    expect_context::<Desk>()
}

/// The touchpoints that share their name with another, whatever of it is small, large or not seen.
fn named_twice(journey: &Journey, code: &str) -> BTreeSet<LinkId> {
    let mut by_name: BTreeMap<String, Vec<&LinkId>> = BTreeMap::new();
    for touchpoint in &journey.touchpoints {
        let name = isolated(touchpoint.name.get(code)).trim().to_lowercase();
        if !name.is_empty() {
            by_name.entry(name).or_default().push(&touchpoint.id);
        }
    }
    by_name.into_values().filter(|links| links.len() > 1).flatten().cloned().collect()
}

/// The first part of the kind of one that is gone, so that whoever works in a list stays there.
fn first_like(journey: &Journey, gone: &PartId) -> Option<PartId> {
    let touchpoint = || journey.touchpoints.first().map(|t| PartId::Touchpoint(t.id.clone()));
    match gone {
        PartId::Phase(_) => journey.phases.first().map(|p| PartId::Phase(p.id.clone())),
        PartId::Channel(_) => journey.channels.first().map(|c| PartId::Channel(c.id.clone())),
        PartId::Owner(_) => journey.owners.first().map(|o| PartId::Owner(o.id.clone())),
        PartId::Persona(_) => journey.personas.first().map(|p| PartId::Persona(p.id.clone())),
        _ => touchpoint(),
    }
}

/// The first part that one journey has and the other has not.
fn newest(before: &Journey, after: &Journey) -> Option<PartId> {
    let touchpoint = after.touchpoints.iter().find(|t| before.touchpoint(&t.id).is_none());
    if let Some(touchpoint) = touchpoint {
        return Some(PartId::Touchpoint(touchpoint.id.clone()));
    }
    let persona = after.personas.iter().find(|p| !before.personas.iter().any(|old| old.id == p.id));
    let phase = after.phases.iter().find(|p| !before.phases.iter().any(|old| old.id == p.id));
    let channel = after.channels.iter().find(|c| !before.channels.iter().any(|old| old.id == c.id));
    let owner = after.owners.iter().find(|o| !before.owners.iter().any(|old| old.id == o.id));
    (persona.map(|p| PartId::Persona(p.id.clone())))
        .or_else(|| phase.map(|p| PartId::Phase(p.id.clone())))
        .or_else(|| channel.map(|c| PartId::Channel(c.id.clone())))
        .or_else(|| owner.map(|o| PartId::Owner(o.id.clone())))
}
