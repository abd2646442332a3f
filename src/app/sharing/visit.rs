//! Looking at what came by a link: nothing of it is kept on the device until the reader says so.

use crate::app::{Project, Session};
use crate::exchange::LinkFault;

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTrouble {
    /// It does not begin as a link of Kedja does.
    NotALink,
    /// Its end is missing: so many characters are there, of so many where its beginning still says so.
    Incomplete { found: usize, of: Option<usize> },
    /// A character is another than the one that was sent.
    Altered,
    /// A newer Kedja made it.
    Newer,
    /// It holds nothing that can be shown.
    Unfit,
}

impl From<&LinkFault> for LinkTrouble {
    fn from(fault: &LinkFault) -> Self {
        match *fault {
            LinkFault::NotALink => Self::NotALink,
            LinkFault::Incomplete { found, of } => Self::Incomplete { found, of },
            LinkFault::Altered => Self::Altered,
            LinkFault::Newer { .. } => Self::Newer,
            LinkFault::Unfit(_) => Self::Unfit,
        }
    }
}

/// What has come of a link that was opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Visit {
    /// It is what the page shows.
    Shown {
        /// What is behind the `#` of the address.
        link: String,
        /// What the reader has of their own, which comes back when they have seen enough.
        own: Box<Session>,
        /// The work as it came.
        came: Box<Project>,
        notes: LinkNotes,
    },
    /// It cannot be opened, and the page shows the reader's own work.
    Broken(LinkTrouble),
    /// It points to a ready journey, by its id, that this Kedja does not have.
    Unknown(String),
    /// What it needs could not be fetched.
    NotFetched,
}

/// What is to be known of the figures of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkNotes {
    /// The ready journey is another one than the sender's was.
    pub has_changed: bool,
    /// Changes that had to be left out for that.
    pub left_out: usize,
    /// Version of the model that the sender saw figures of.
    pub model: u32,
}

impl Visit {
    /// The link that the page shows; `None` where it shows the reader's own work.
    pub fn shown(&self) -> Option<&str> {
        if let Self::Shown { link, .. } = self { Some(link) } else { None }
    }
}
