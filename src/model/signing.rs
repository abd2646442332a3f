//! What whoever signs a decision says themselves.

/// What no simulation knows of a decision: it is asked for before there is a page to sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signing {
    /// What is to be decided; without it the page asks where effort should go.
    pub question: String,
    /// Who answers for the decision.
    pub owner: String,
    /// The day of the next check, as `2027-03-01`.
    pub check_on: String,
    /// What their own books say of today, and what was predicted before, as the text that it is kept as (`read_books`).
    pub books: String,
}

impl Signing {
    /// True where something was written that a link carries.
    pub fn has_words(&self) -> bool {
        !(self.question.is_empty() && self.owner.is_empty() && self.check_on.is_empty())
    }

    /// True where nothing has been said yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
