//! Why a link cannot be opened.

use crate::model::Problem;

/// Why a link cannot be opened. Never is something else opened in its place.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkFault {
    /// It does not begin as a link of Kedja does.
    NotALink,
    /// Its end is missing.
    Incomplete {
        /// Letters that are there.
        found: usize,
        /// Letters that it had, where its beginning still says so.
        of: Option<usize>,
    },
    /// A letter is another than the one that was sent.
    Altered,
    /// A newer Kedja made it, whose links this one cannot read.
    Newer {
        /// Version of its format.
        version: u32,
    },
    /// It is as it was sent, and what it holds is no work that can be shown: it was not made by Kedja.
    Unfit(Vec<Problem>),
}
