//! What a reader has to know beside the figures: what is kept of their work, and where it stands. Said by
//! `words::notice`.

use crate::exchange::Lost;

/// Something that the reader should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The computation broke down and could not be repeated.
    Broken,
    /// Of what was kept, this could not be read; `None` if nothing could.
    Unread { lost: Option<LostParts>, put_aside: PutAside },
    /// What a newer Kedja keeps is not touched: nothing is kept.
    Newer,
    /// How far the state is kept, where it is not as a whole.
    Kept(Kept),
    /// Another page has changed the same work at the same time; undo leads there.
    ChangedTwice,
    /// Another page works on another journey now, and what it keeps is kept.
    Elsewhere,
}

/// What of a kept state could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LostParts {
    pub journeys: bool,
    /// Changes to the journey that is worked on.
    pub changes: bool,
    /// Steps back and forth.
    pub steps: bool,
    /// Choices of the page.
    pub settings: bool,
}

impl LostParts {
    /// Those of which anything is lost.
    pub(super) fn of(lost: Lost) -> Self {
        let Lost { journeys, changes, steps, settings } = lost;
        Self { journeys: journeys > 0, changes: changes > 0, steps: steps > 0, settings: settings > 0 }
    }
}

/// Whether what could not be read is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutAside {
    /// It is put aside, and can be fetched.
    Aside,
    /// There was no room: it stands where it was, and nothing else is kept until the reader lets it go.
    InTheWay,
    /// There was nothing in it.
    Nothing,
}

/// How far the state is kept on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    #[default]
    Whole,
    /// There was no room for all steps back.
    FewerSteps,
    /// There was no room: what was kept before is all that a reload finds.
    Full,
    /// The browser keeps nothing for this page.
    Nowhere,
}
