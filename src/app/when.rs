//! Times in one life.

/// The time that a chapter tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    Before,
    DayOfPurchase,
    /// From 1 [periods].
    Tenure(u32),
}
