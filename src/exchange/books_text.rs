//! What a company's own books say of a journey, as the text that is kept with what whoever signs says. Only those who look at it
//! read it: the state that it stands in carries it along as it is.

use crate::model::{KeptCheck, OwnBooks, OwnCount, OwnFigure};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    /// Value, and of how many or over how many periods where that is known, by the figure's name.
    own: BTreeMap<String, Vec<f64>>,
    checks: Vec<KeptCheck>,
}

/// What a text says; figures that this version does not know, or that cannot be, are left out.
pub fn read_books(text: &str) -> OwnBooks {
    let Written { own, checks } = serde_json::from_str(text).unwrap_or_default();
    let mut books = OwnBooks { checks, ..OwnBooks::default() };
    for figure in OwnFigure::ALL {
        let Some(said) = own.get(figure.name()) else { continue };
        let (least, most) = figure.bounds();
        let value = said.first().copied().filter(|value| (least..=most).contains(value));
        // Of revenue it is how long it was counted over, of the others how many people they were counted of.
        let second = said.get(1).copied().filter(|second| *second >= 1.0);
        let count = |value| match figure {
            OwnFigure::Revenue => {
                let over = second.filter(|over| *over <= f64::from(u16::MAX)).map(|over| over as u16);
                OwnCount { value, of: None, over }
            }
            _ => OwnCount { value, of: second, over: None },
        };
        books.today.set(figure, value.map(count));
    }
    books
}

/// The text of them; empty where they say nothing.
pub fn books_text(books: &OwnBooks) -> String {
    if *books == OwnBooks::default() {
        return String::new();
    }
    let said = |(figure, count): (OwnFigure, OwnCount)| {
        (figure.name().to_owned(), std::iter::once(count.value).chain(count.of.or(count.over.map(f64::from))).collect())
    };
    let written = Written { own: books.today.said().map(said).collect(), checks: books.checks.clone() };
    serde_json::to_string(&written).unwrap_or_default()
}
