//! Where each chance event of a life is drawn: positions in a customer's stream, so that no two events share a draw.
//!
//! A link has the positions from its own address on ([`Address::of_name`]). Before the purchase each try at it takes
//! [`PURPOSES`] of them. After the purchase a position is tenure · 2¹⁶ + encounter · 2¹⁰ + step · 2⁴ + purpose, from the
//! address of the touchpoint where the walk starts.

use super::draws::Address;

/// What a customer draws once in a life has addresses of its own.
pub mod once {
    use super::Address;

    /// Which persona the customer is.
    pub const PERSONA: Address = Address::steps(1 << 56);
    /// Where the customer comes in.
    pub const ENTRY: Address = Address::steps(2 << 56);
    /// How useful the bare product is to the customer.
    pub const USEFULNESS: Address = Address::steps(3 << 56);
    /// How much more or less tolerant the customer is than their kind.
    pub const TOLERANCE: Address = Address::steps(4 << 56);
}

/// The purposes of the draws at a link before the purchase.
pub mod before {
    use super::Address;

    /// Whether the link holds (upper half), and whether the customer tries again (lower half).
    pub const HOLD: Address = Address::steps(0);
    /// How long a try takes.
    pub const WAIT: Address = Address::steps(1);
    /// Whether the touchpoint notices that the customer is further on.
    pub const SENSE: Address = Address::steps(2);
    /// Which handover is taken.
    pub const WAY: Address = Address::steps(3);
    /// Positions that one try takes.
    pub const PURPOSES: u64 = 4;
}

/// The purposes of the draws after the purchase, and the distances between their positions. Purpose 0 is whether a link
/// holds (upper half) and, at the start of a walk, whether it takes place at all (lower half).
pub mod after {
    use super::Address;

    /// What follows a failure: a complaint (upper half), walking out (lower half).
    pub const FAILURE: Address = Address::steps(1);
    /// Which handover is taken.
    pub const WAY: Address = Address::steps(2);
    /// Whether the complaint desk holds.
    pub const DESK: Address = Address::steps(3);
    /// What follows a failure of the complaint desk.
    pub const DESK_FAILURE: Address = Address::steps(4);

    /// From one touchpoint or handover of a walk to the next.
    pub const STEP: u64 = 1 << 4;
    /// From one walk that starts at a touchpoint in a period to the next one there.
    pub const ENCOUNTER: Address = Address::steps(1 << 10);
    /// From one tenure to the next.
    pub const TENURE: u64 = 1 << 16;
    /// The walk on the day of purchase starts at a touchpoint that has drawn before the purchase already.
    pub const DAY_OF_PURCHASE: Address = Address::steps(1 << 40);
}
