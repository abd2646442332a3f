//! Where a journey comes from.

/// Where a journey comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A ready journey, by its id.
    Ready(String),
    /// A file that the reader opened, by its name.
    File(String),
    /// It was built on the page, from nothing or from another journey.
    Own,
}
