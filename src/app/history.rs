//! Undo and redo without limit: what was worked on before, and what was undone. A drag is one step.

use super::Project;
use crate::model::{At, Field, LinkId, PersonaId};

/// What a run of changes is about; changes about the same thing become one step until it is let go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DragTarget {
    Lever(LinkId, Field),
    Quality(PersonaId, Field),
    Strain,
    Price,
    Seed,
    Start,
    Echo,
    Arrivals,
    /// A field of the journey that is typed in.
    Typed(At),
}

/// Steps back and forth.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct History {
    /// Oldest first.
    pub past: Vec<Project>,
    /// Nearest last.
    pub future: Vec<Project>,
    grip: Option<DragTarget>,
}

impl History {
    /// A history as it was kept: oldest steps first, nearest undone step last.
    pub fn of(past: Vec<Project>, future: Vec<Project>) -> Self {
        Self { past, future, grip: None }
    }

    /// Notes a change from `before` to `after`.
    pub fn note(&mut self, before: Project, after: &Project, grip: Option<DragTarget>) {
        if before == *after {
            return;
        }
        self.future.clear();
        if grip.is_none() || grip != self.grip {
            self.past.push(before);
        } else if self.past.last() == Some(after) {
            // Dragged back to where it began: as if nothing had been touched.
            self.past.pop();
            self.grip = None;
            return;
        }
        self.grip = grip;
    }

    /// Ends a run of changes: the next one is a step of its own.
    pub fn let_go(&mut self) {
        self.grip = None;
    }

    /// Ends a run of changes as if it had never begun; gives what there was before it.
    pub fn take_back(&mut self) -> Option<Project> {
        self.grip.take().and_then(|_| self.past.pop())
    }

    /// One step back from `now`.
    pub fn undo(&mut self, now: &Project) -> Option<Project> {
        self.let_go();
        let before = self.past.pop()?;
        self.future.push(now.clone());
        Some(before)
    }

    /// One step forth from `now`.
    pub fn redo(&mut self, now: &Project) -> Option<Project> {
        self.let_go();
        let after = self.future.pop()?;
        self.past.push(now.clone());
        Some(after)
    }
}
