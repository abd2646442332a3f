//! Where the sign of a link stands that is the weakest or the bottleneck: at the link, over the crowd, and on no words.

use super::ChainDrawing;
use crate::charts::geometry::{Capsule, Point, Rect};
use crate::charts::text;
use crate::model::LinkId;
use std::f64::consts::PI;

/// From the word of a sign to its rim, and its height [times the size of type].
const PADDING: f64 = 0.55;
const HEIGHT: f64 = 1.5;
/// How much further from the link than its rim the places are that are tried.
const FURTHER: [f64; 8] = [0.0, 8.0, -10.0, 16.0, 26.0, 36.0, 46.0, 60.0];
/// In which directions from it: under it, over it, beside it, and between [half turns, clockwise from the right].
const TURNS: [f64; 12] = [0.5, -0.5, 0.25, 0.75, -0.25, -0.75, 0.0, 1.0, 0.12, 0.88, -0.12, -0.88];

/// A sign with its word.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    pub link: LinkId,
    pub words: String,
    pub place: Rect,
}

impl ChainDrawing {
    /// The signs of some links, each with its word: as near to its link as one can stand that lies on no words, neither
    /// the chain's nor another sign's.
    pub fn signs<'a>(&self, wanted: impl IntoIterator<Item = (&'a LinkId, String)>) -> Vec<Sign> {
        let mut signs: Vec<Sign> = Vec::new();
        for (link, words) in wanted {
            let place = self.place_of_sign(link, &words, &signs);
            signs.extend(place.map(|place| Sign { link: link.clone(), words, place }));
        }
        signs
    }

    fn place_of_sign(&self, link: &LinkId, words: &str, others: &[Sign]) -> Option<Rect> {
        let shape = self.shape(link)?;
        // The middle one first.
        let (first, last) = shape.rings.split_at(shape.rings.len() / 2);
        let rings = || last.iter().chain(first);
        let size = self.lettering.small;
        let (width, height) = (text::width(words, size) + 2.0 * PADDING * size, HEIGHT * size);
        let at = |center: Point| Rect::new(center.x - width / 2.0, center.y - height / 2.0, width, height);
        let around = |far: f64, ring: &Capsule| TURNS.map(|turn| at(ring.center.polar(ring.radius + far, turn * PI)));
        let mut places = FURTHER.iter().flat_map(|far| rings().flat_map(move |ring| around(*far, ring)));
        let is_free = |place: &Rect| {
            self.size.holds(place)
                && !self.words.iter().any(|words| words.overlaps(place))
                && !others.iter().any(|other| other.place.overlaps(place))
        };
        places.find(is_free)
    }
}
