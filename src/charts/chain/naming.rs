//! Where words stand: each link's name and strength, clear of everything that is placed already.

use super::labels::{self, Anchor, Drops, Label, Word};
use super::place::{Layout, SIDE};
use super::{Direction, Kind, Shape, before, size, thickness};
use crate::charts::geometry::{Capsule, Point, Rect};
use crate::model::LinkId;
use crate::model::order;
use std::f64::consts::{FRAC_PI_2, PI};

/// Width of the space in which drop-outs fall.
const FALL: f64 = 78.0;
/// Names that stand beside each other keep so far apart.
const APART: f64 = 7.0;
/// Words may stand so far over and under the plan.
const HIGHER: f64 = 70.0;
/// How much further than the room beside the loop a name may reach where nothing stands.
const FURTHER: f64 = 36.0;

impl Layout<'_> {
    /// Finds places for the words of some links.
    pub(super) fn label(&mut self, which: impl Fn(&Shape) -> bool) {
        let journey = self.room.journey;
        let rings: Vec<(Capsule, f64)> = self
            .shapes
            .iter()
            .flat_map(|s| {
                let thick = thickness(s.kind, 1.0);
                s.rings.iter().map(move |r| (*r, thick))
            })
            .collect();
        // The drawing grows as high as its words need; as wide as it is it has to do.
        let within = Rect::new(self.size.x, self.size.y - HIGHER, self.size.width, self.size.height + 2.0 * HIGHER);
        let mut words: Vec<Rect> = vec![self.middle_words()];
        words.extend(self.shapes.iter().flat_map(|s| s.label.iter().flat_map(|l| l.boxes.clone())));
        for i in 0..self.shapes.len() {
            let Some(shape) = self.shapes.get(i).filter(|s| which(s)) else { continue };
            let name = journey.link_name(&shape.link, self.room.lang);
            let candidates = match (shape.kind, shape.after, self.room.way) {
                (Kind::Handover, ..) => of_handover(&shape.rings),
                (_, true, _) => self.beside_the_loop(shape, &name),
                (_, false, Direction::Across) => self.over_and_under(shape, &name),
                (_, false, Direction::Down) => beside_the_flow(shape, &name),
            };
            // The first that is clear, rather whole than shortened, rather where no way of a handover crosses it.
            let mut best: Option<((bool, bool), &Label)> = None;
            for label in candidates.iter().filter(|l| l.is_clear(&rings, &words, &within)) {
                let faults = (label.cut, label.boxes.iter().any(|b| self.is_crossed(b)));
                if best.is_none_or(|(least, _)| faults < least) {
                    best = Some((faults, label));
                }
                if faults == (false, false) {
                    break;
                }
            }
            // A touchpoint is always named; a handover's strength may stay away.
            let last = || candidates.last().filter(|_| shape.kind == Kind::Touchpoint);
            let label = best.map(|(_, label)| label).or_else(last).cloned();
            words.extend(label.iter().flat_map(|l| l.boxes.clone()));
            let falls = label.as_ref().and_then(|l| self.fall_under(l));
            if let Some(shape) = self.shapes.get_mut(i) {
                shape.falls = falls;
                shape.label = label;
            }
        }
    }

    /// Takes away the words of touchpoints on which a handover has come to lie, so that they can be placed anew.
    pub(super) fn lift_what_is_hidden(&mut self) -> Vec<LinkId> {
        let rings: Vec<Capsule> =
            self.shapes.iter().filter(|s| s.kind == Kind::Handover).flat_map(|s| s.rings.clone()).collect();
        let is_hidden =
            |l: &Label| l.boxes.iter().any(|b| rings.iter().any(|ring| ring.gap_to_rect(b) < size::THIN / 2.0 + 1.0));
        let hidden = self.shapes.iter_mut().filter(|s| s.label.as_ref().is_some_and(is_hidden));
        hidden
            .map(|shape| {
                shape.label = None;
                shape.link.clone()
            })
            .collect()
    }

    /// The space under a label in which drop-outs fall, in a journey that runs across.
    fn fall_under(&self, label: &Label) -> Option<Rect> {
        let drops = label.drops.filter(|_| self.room.way == Direction::Across)?;
        let (low, high) = self.tracks.range;
        let depth = if ((high - low + 1) as usize) < before::MANY { 42.0 } else { 17.0 };
        Some(Rect::new(drops.at.x - FALL / 2.0, drops.bottom() + 3.0, FALL, depth))
    }

    fn over_and_under(&self, shape: &Shape, name: &str) -> Vec<Label> {
        let Some(ring) = shape.rings.first() else { return Vec::new() };
        let wide = self.before.step - APART;
        // Where the word fits beside no number, it stands under the first of them.
        let is_first = self.shapes.first().is_some_and(|first| first.link == shape.link);
        let word = match (wide > Drops::width(Word::Beside), is_first) {
            (true, _) => Word::Beside,
            (_, true) => Word::Under,
            (_, false) => Word::Elsewhere,
        };
        let below = Point::new(ring.center.x, ring.center.y + ring.radius + size::THICK / 2.0 + 7.0);
        let above = Point::new(ring.center.x, ring.center.y - ring.radius - size::THICK / 2.0 - 24.0);
        let all = [
            labels::over_and_under(name, ring, wide, 2),
            labels::over_and_under(name, ring, wide, 3),
            labels::beside(name, below, Anchor::Middle, 0.0, wide, 2),
            labels::beside(name, above, Anchor::Middle, 1.0, wide, 2),
            labels::over_and_under(name, ring, size::LINK.0 * 0.75, 2),
        ];
        all.into_iter().map(|label| label.with_drops(word)).collect()
    }

    fn beside_the_loop(&self, shape: &Shape, name: &str) -> Vec<Label> {
        let Some(ring) = shape.rings.first() else { return Vec::new() };
        let reach = ring.radius + size::THICK / 2.0 + 7.0;
        let members = &self.ring.members;
        let member =
            members.iter().position(|&m| self.room.journey.touchpoints.get(m).is_some_and(|t| t.id == shape.link));
        let out = member.map_or(0.0, |m| self.ring.outward(m));
        let side = if self.room.way == Direction::Across { SIDE.0 } else { SIDE.1 };
        let mut all = Vec::new();
        for limit in [side - 8.0, side + FURTHER] {
            for lines in [2, 3, 1] {
                for far in [reach, reach + 8.0, reach + 18.0] {
                    all.extend(around(name, ring.center.polar(far, out), out, limit, lines));
                }
            }
        }
        // Askew, where a handover comes in straight ahead.
        for askew in [0.6, -0.6, 1.1, -1.1] {
            for far in [reach + 4.0, reach + 16.0, reach + 30.0] {
                all.extend(around(name, ring.center.polar(far, out + askew), out + askew, side - 8.0, 2));
            }
        }
        // Where nothing is clear, the last one stands: the plainest.
        all.extend(around(name, ring.center.polar(reach, out), out, side - 8.0, 2).into_iter().next());
        all
    }

    /// The room for the words in the middle of the loop.
    pub(super) fn middle_words(&self) -> Rect {
        let at = self.ring.middle.at;
        match self.room.way {
            Direction::Across => Rect::new(at.x - 54.0, at.y - 24.0, 108.0, 82.0),
            Direction::Down => Rect::new(at.x - 32.0, at.y - 24.0, 64.0, 50.0),
        }
    }
}

/// A name at a point outside the loop in a direction, turned in several ways; the best first.
fn around(name: &str, at: Point, direction: f64, limit: f64, lines: usize) -> Vec<Label> {
    let (dx, dy) = (libm::cos(direction), libm::sin(direction));
    let anchors: &[Anchor] = if dx.abs() < 0.35 {
        &[Anchor::Middle, Anchor::Start, Anchor::End]
    } else if dx > 0.0 {
        &[Anchor::Start, Anchor::Middle]
    } else {
        &[Anchor::End, Anchor::Middle]
    };
    let lifts: [f64; 3] = if dy < -0.35 {
        [1.0, 0.7, 0.5]
    } else if dy > 0.35 {
        [0.0, 0.3, 0.5]
    } else {
        [0.5, 0.2, 0.8]
    };
    let one = |&anchor: &Anchor| lifts.map(|lift| labels::beside(name, at, anchor, lift, limit, lines));
    anchors.iter().flat_map(one).collect()
}

fn beside_the_flow(shape: &Shape, name: &str) -> Vec<Label> {
    let Some(ring) = shape.rings.first() else { return Vec::new() };
    let reach = ring.radius + size::THICK / 2.0 + 7.0;
    let side = |to_right: bool, limit: f64, lines: usize, word: Word| {
        let x = ring.center.x + if to_right { reach } else { -reach };
        let anchor = if to_right { Anchor::Start } else { Anchor::End };
        let lift = if lines > 2 { 0.6 } else { 0.5 };
        labels::beside(name, Point::new(x, ring.center.y - 8.0), anchor, lift, limit, lines).with_drops(word)
    };
    let mut all = Vec::new();
    for (limit, lines) in [(150.0, 1), (110.0, 2), (86.0, 3), (66.0, 3), (50.0, 3)] {
        for word in [Word::Beside, Word::Under] {
            all.extend([true, false].map(|to_right| side(to_right, limit, lines, word)));
        }
    }
    all
}

/// Where a handover's strength may stand: beside its middle ring, or else beside another.
fn of_handover(rings: &[Capsule]) -> Vec<Label> {
    let mut order: Vec<usize> = (0..rings.len()).collect();
    order::sort_by_key(&mut order, |i| i.abs_diff(rings.len() / 2));
    let mut places = Vec::new();
    for ring in order.into_iter().filter_map(|i| rings.get(i)) {
        let side = ring.radius + size::THIN / 2.0;
        let across = ring.angle - FRAC_PI_2;
        for far in [side + 9.0, side + 15.0] {
            for turn in [across + PI, across] {
                let at = ring.center.polar(far, turn);
                let (dx, dy) = (libm::cos(turn), libm::sin(turn));
                let anchor = if dx.abs() < 0.4 {
                    Anchor::Middle
                } else if dx > 0.0 {
                    Anchor::Start
                } else {
                    Anchor::End
                };
                places.push(labels::value_only(Point::new(at.x, at.y + 4.0 + dy * 4.0), anchor));
            }
        }
    }
    places
}
