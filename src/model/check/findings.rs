//! What has been found so far.

use crate::model::{Code, Place, Problem, Quantity};

#[derive(Default)]
pub(super) struct Findings {
    pub problems: Vec<Problem>,
}

impl Findings {
    /// Notes a problem at a path, in the part of that id (empty where it has none).
    pub fn add(&mut self, path: impl Into<String>, id: impl AsRef<str>, what: Code) {
        self.problems.push(Problem { place: Place { path: path.into(), id: id.as_ref().to_owned() }, what });
    }

    /// The number must be finite and from `least` to `most`, both included.
    pub fn within(&mut self, place: (String, &str), quantity: Quantity, value: f64, (least, most): (f64, f64)) {
        if !value.is_finite() {
            self.add(place.0, place.1, Code::NotFinite { quantity });
        } else if !(least..=most).contains(&value) {
            self.add(place.0, place.1, Code::OutOfRange { quantity, value, least, most });
        }
    }

    /// The number must be finite, over 0 and at most `most`.
    pub fn positive(&mut self, place: (String, &str), quantity: Quantity, value: f64, most: f64) {
        if !value.is_finite() {
            self.add(place.0, place.1, Code::NotFinite { quantity });
        } else if value <= 0.0 || value > most {
            self.add(place.0, place.1, Code::NotPositive { quantity, value, most });
        }
    }
}
