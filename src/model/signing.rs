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
}

impl Signing {
    /// True where nothing has been said yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
