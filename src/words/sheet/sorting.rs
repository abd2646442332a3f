//! Rows sorted by what stands in a column.

use super::{Column, cell, figure, grounds_of};
use crate::app::Language;
use crate::model::LinkId;
use crate::model::fields::PartKind;
use crate::words::Teller;
use crate::words::building::GROUNDS;
use std::cmp::Ordering;

/// The touchpoints by what stands in a column: figures by their size, words as the language sorts them, and what is empty
/// last. Those that are equal stay in the order of the journey.
pub fn sorted(teller: &Teller, column: Column, is_down: bool) -> Vec<LinkId> {
    let mut all: Vec<(LinkId, Key)> =
        teller.journey.touchpoints.iter().map(|t| (t.id.clone(), key(teller, &t.id, column))).collect();
    all.sort_by(|(_, one), (_, other)| one.against(other, is_down));
    all.into_iter().map(|(link, _)| link).collect()
}

enum Key {
    Figure(f64),
    Words(String),
    Empty,
}

impl Key {
    fn against(&self, other: &Self, is_down: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Figure(one), Self::Figure(other)) => one.total_cmp(other),
            (Self::Words(one), Self::Words(other)) => one.cmp(other),
            (Self::Empty, Self::Empty) => Ordering::Equal,
            (Self::Empty, _) => return Ordering::Greater,
            (_, Self::Empty) => return Ordering::Less,
            (Self::Figure(_), Self::Words(_)) => Ordering::Less,
            (Self::Words(_), Self::Figure(_)) => Ordering::Greater,
        };
        if is_down { order.reverse() } else { order }
    }
}

fn key(teller: &Teller, link: &LinkId, column: Column) -> Key {
    if let Some(field) = figure(column) {
        let row = field.on(PartKind::Touchpoint);
        let value = row.and_then(|row| row.of_touchpoint(teller.journey.touchpoint(link)?));
        return value.map_or(Key::Empty, Key::Figure);
    }
    if column == Column::Grounds {
        // The firmest first.
        let its = teller.journey.touchpoint(link).map(grounds_of);
        let place = its.and_then(|its| GROUNDS.iter().position(|grounds| *grounds == its));
        return place.map_or(Key::Empty, |place| Key::Figure(place as f64));
    }
    let words = cell(teller, link, column);
    if words.trim().is_empty() { Key::Empty } else { Key::Words(as_sorted(teller.language, &words)) }
}

/// Letters as they follow each other in the language: after z come å, ä and ö in Swedish.
fn as_sorted(language: Language, words: &str) -> String {
    let words = words.trim().to_lowercase();
    match language {
        Language::Sv => {
            let place = |letter| match letter {
                'å' => '{',
                'ä' => '|',
                'ö' => '}',
                letter => letter,
            };
            words.chars().map(place).collect()
        }
        Language::En => words,
    }
}
