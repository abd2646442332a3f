//! What comes of opening a link.

use crate::app::{Arrived, Visit};

/// What has come of a link.
pub struct Opening {
    /// What the reader is told.
    pub visit: Visit,
    /// What the page shows; `None` where it stays as it is.
    pub shown: Option<Arrived>,
}
