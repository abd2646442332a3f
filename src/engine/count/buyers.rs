//! Who buys in two worlds and who in one alone: what a change does to the same customers, and what comes of other ones.

use super::noise::{left_later, stays_12};
use crate::engine::life::{Fate, Life};
use serde::{Deserialize, Serialize};

/// What a change does to those who buy in both worlds, and how those keep who buy in one alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyers {
    /// Buy in both worlds, and are there after 12 periods in the other alone, or in the base world alone [customers].
    pub saved_12: u64,
    pub lost_12: u64,
    /// Buy in the base world alone.
    pub only_base: Stayed,
    /// Buy in the other alone.
    pub only_other: Stayed,
}

/// How some customers keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stayed {
    /// [customers]
    pub bought: u64,
    /// Left, but not on the day of purchase.
    pub left_later: u64,
    pub stays_12: u64,
    /// Lived together [customer-periods].
    pub periods: u64,
}

impl Stayed {
    fn book(&mut self, life: &Life) {
        self.bought += 1;
        self.left_later += u64::from(left_later(life));
        self.stays_12 += u64::from(stays_12(life));
        self.periods += u64::from(life.tenures);
    }

    fn add(&mut self, other: &Self) {
        self.bought += other.bought;
        self.left_later += other.left_later;
        self.stays_12 += other.stays_12;
        self.periods += other.periods;
    }
}

impl Buyers {
    /// Adds what others did.
    pub fn add(&mut self, other: &Self) {
        self.saved_12 += other.saved_12;
        self.lost_12 += other.lost_12;
        self.only_base.add(&other.only_base);
        self.only_other.add(&other.only_other);
    }

    /// Books a twin who was lived anew.
    #[inline]
    pub(super) fn book(&mut self, base: &Life, other: &Life) {
        match (base.fate == Fate::Dropped, other.fate == Fate::Dropped) {
            (false, false) => {
                let (before, after) = (stays_12(base), stays_12(other));
                self.saved_12 += u64::from(!before && after);
                self.lost_12 += u64::from(before && !after);
            }
            (false, true) => self.only_base.book(base),
            (true, false) => self.only_other.book(other),
            (true, true) => {}
        }
    }
}
