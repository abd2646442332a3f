//! What a reader has to know beside the figures: what is kept of their work, and where it stands. Said by
//! `words::notice`.

use crate::exchange::{Letters, Lost};

/// Something that the reader should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The simulation broke down and could not be run again.
    Stopped { why: Stop, figures: FiguresOf },
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
    /// Another page has gone another way with a journey of the library; what it had is kept beside.
    Beside,
    /// What was written into the library is not what is there.
    NotAsWritten,
    /// The page broke down when it began with what was worked on last, which is put aside.
    BrokeDown(PutAside),
    /// The letters of a file were not UTF-8; they were read as those of this way of writing.
    GuessedLetters(&'static str),
    /// Some letters of a file were lost before it came here.
    LostLetters,
    /// Some letters of a file were taken for others before it came here.
    MangledLetters,
    /// A new version of the page is on the device, and waits until the reader wants it.
    NewVersion,
}

impl Notice {
    /// What there is to say of how the letters of a file were found.
    pub fn of_letters(letters: Letters) -> Option<Self> {
        match letters {
            Letters::Sure => None,
            Letters::Guessed(writing) => Some(Self::GuessedLetters(writing.name())),
            Letters::Lost => Some(Self::LostLetters),
            Letters::Mangled => Some(Self::MangledLetters),
        }
    }
}

/// Why nothing is simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    Unknown,
    /// The server has another version of Kedja, whose workers this page cannot use.
    Replaced,
    /// The browser starts no workers.
    NoWorkers,
}

/// Of what the figures are that the page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiguresOf {
    Nothing,
    /// Of the state before the last change.
    Before,
    Now,
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
