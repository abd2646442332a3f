//! What has been found so far.

use crate::model::fields::{FieldDef, LISTS};
use crate::model::{At, Code, Field, Location, Problem};

/// What has been found so far.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) problems: Vec<Problem>,
}

impl Findings {
    /// Notes a problem at a place.
    pub(super) fn add(&mut self, at: At, what: Code) {
        self.problems.push(Problem { place: Location::Part(at), what });
    }

    /// The number on a part must be finite and within the bounds of its row.
    pub(super) fn number(&mut self, part: &At, row: &FieldDef, value: f64) {
        self.within(|| part.on(row.field), row, value, (row.least, row.most));
    }

    /// The number at a place must be finite and within these bounds.
    pub(super) fn within(&mut self, at: impl FnOnce() -> At, row: &FieldDef, value: f64, (least, most): (f64, f64)) {
        let quantity = row.field.noun();
        if !value.is_finite() {
            self.add(at(), Code::NotFinite { quantity });
        } else if row.is_above_least && (value <= least || value > most) {
            self.add(at(), Code::NotPositive { quantity, value, most });
        } else if !row.is_above_least && !(least..=most).contains(&value) {
            self.add(at(), Code::OutOfRange { quantity, value, least, most });
        }
    }

    /// A list must not be longer than its bound. True if it is not.
    pub(super) fn length(&mut self, at: At, list: Field, found: usize) -> bool {
        let most = LISTS.iter().find(|row| row.field == list).map_or(usize::MAX, |row| row.most);
        if found > most {
            self.add(at, Code::ListTooLong { list, found, most });
        }
        found <= most
    }
}
