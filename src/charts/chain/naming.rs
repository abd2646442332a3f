//! Where words stand: each link's name and strength, clear of everything that is placed already.

use super::labels::{Anchor, Drops, Label, LabelPlace, Word, Wrapped};
use super::paper::Paper;
use super::place::Layout;
use super::{Direction, Lettering, LinkShape, Shape, before, size};
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
/// How far aside of its link a name is tried that stands clear nowhere else [steps].
const ASIDE: [f64; 5] = [0.0, 0.2, -0.2, 0.35, -0.35];
/// How much further than the room beside the loop a name may reach where nothing stands.
const FURTHER: f64 = 36.0;

/// Places for words, the best first.
type Places<'a> = Box<dyn Iterator<Item = LabelPlace<'a>> + 'a>;

impl Layout<'_> {
    /// Finds places for the words of some links.
    pub(super) fn label(&mut self, which: impl Fn(&Shape) -> bool) {
        // The drawing grows as high as its words need; as wide as it is it has to do.
        let within = Rect::new(self.size.x, self.size.y - HIGHER, self.size.width, self.size.height + 2.0 * HIGHER);
        let middle = self.middle_words();
        let is_clear = |paper: &Paper, place: &Rect| {
            within.holds(place) && !place.overlaps(&middle) && paper.is_clear(place, size::TIGHT)
        };
        for i in 0..self.shapes.len() {
            let Some(shape) = self.shapes.get(i).filter(|s| which(s)) else { continue };
            let name = self.room.journey.touchpoint(&shape.link).map_or("", |t| t.name.get(self.room.lang));
            let lettering = self.lettering;
            let names: Vec<Wrapped> = self
                .names(shape)
                .into_iter()
                .map(|(limit, lines)| Wrapped::new(name, lettering, limit, lines))
                .collect();
            let places = match (shape.kind, shape.after, self.room.way) {
                (LinkShape::Handover, ..) => of_handover(&shape.rings, lettering),
                (_, true, _) => self.beside_the_loop(shape, &names),
                (_, false, Direction::Across) => self.over_and_under(shape, &names),
                (_, false, Direction::Down) => beside_the_flow(shape, &names),
            };
            // The first that is clear, rather whole than shortened, rather with whole words, rather where no way of a
            // handover crosses it. A
            // touchpoint is always named, in the last place if in no other; a handover's strength may stay away.
            let mut best: Option<((bool, bool, bool), LabelPlace)> = None;
            let mut last = None;
            for place in places {
                if !place.boxes.iter().all(|b| is_clear(&self.paper, b)) {
                    last = Some(place);
                    continue;
                }
                let crossed = place.boxes.iter().any(|b| self.paper.is_crossed(b));
                let faults = (place.is_cut(), place.is_broken(), crossed);
                if best.as_ref().is_none_or(|(least, _)| faults < *least) {
                    best = Some((faults, place));
                }
                if faults == (false, false, false) {
                    break;
                }
            }
            let place = best.map(|(_, place)| place).or(last.filter(|_| shape.kind == LinkShape::Touchpoint));
            let label = place.map(LabelPlace::label);
            let falls = label.as_ref().and_then(|l| self.fall_under(l));
            label.iter().flat_map(|l| &l.boxes).for_each(|b| self.paper.write(*b));
            if let Some(shape) = self.shapes.get_mut(i) {
                shape.falls = falls;
                shape.label = label;
            }
        }
    }

    /// Takes away the words of touchpoints on which a handover has come to lie, so that they can be placed anew.
    pub(super) fn lift_what_is_hidden(&mut self) -> Vec<LinkId> {
        let paper = &self.paper;
        let lies_on = |place: &Rect| {
            let mut rings = paper.rings_about(place).filter(|(_, laid)| laid.thick == size::THIN);
            rings.any(|(_, laid)| laid.ring.gap_to_rect(place) < size::THIN / 2.0 + size::TIGHT)
        };
        let hidden = self.shapes.iter_mut().filter(|s| s.label.as_ref().is_some_and(|l| l.boxes.iter().any(lies_on)));
        let hidden = hidden.map(|shape| {
            shape.label = None;
            shape.link.clone()
        });
        let hidden: Vec<LinkId> = hidden.collect();
        if !hidden.is_empty() {
            self.paper.wipe();
            self.shapes
                .iter()
                .filter_map(|s| s.label.as_ref())
                .flat_map(|l| &l.boxes)
                .for_each(|b| self.paper.write(*b));
        }
        hidden
    }

    /// The space under a label in which drop-outs fall, in a journey that runs across.
    fn fall_under(&self, label: &Label) -> Option<Rect> {
        let drops = label.drops.filter(|_| self.room.way == Direction::Across)?;
        let (low, high) = self.tracks.range;
        let depth = if ((high - low + 1) as usize) < before::MANY { 42.0 } else { 17.0 };
        Some(Rect::new(drops.at.x - FALL / 2.0, drops.bottom + 3.0, FALL, depth))
    }

    /// The widths and numbers of lines in which a link's name is tried.
    fn names(&self, shape: &Shape) -> Vec<(f64, usize)> {
        match (shape.kind, shape.after, self.room.way) {
            (LinkShape::Handover, ..) => Vec::new(),
            (_, true, _) => {
                let side = self.side();
                let limits = [side - 8.0, side + FURTHER, side + 2.0 * FURTHER];
                limits.into_iter().flat_map(|limit| [2, 3, 1].map(|lines| (limit, lines))).collect()
            }
            (_, false, Direction::Across) => {
                let wide = self.before.step - APART;
                vec![(wide, 2), (wide, 3), (wide * 1.5, 2), (wide * 1.5, 3), (wide * 0.85, 4), (size::LINK.0 * 0.75, 2)]
            }
            (_, false, Direction::Down) => vec![(150.0, 1), (110.0, 2), (98.0, 3), (86.0, 3), (66.0, 3), (50.0, 3)],
        }
    }

    fn over_and_under<'a>(&self, shape: &Shape, names: &'a [Wrapped]) -> Places<'a> {
        let (Some(&ring), [two, three, far @ .., narrow]) = (shape.rings.first(), names) else {
            return Box::new(std::iter::empty());
        };
        let wide = self.before.step - APART;
        // Where the word fits beside no number, it stands under the first of them.
        let is_first = self.shapes.first().is_some_and(|first| first.link == shape.link);
        let word = match (wide > Drops::width(Word::Beside, &self.lettering), is_first) {
            (true, _) => Word::Beside,
            (_, true) => Word::Under,
            (_, false) => Word::Elsewhere,
        };
        let below = Point::new(ring.center.x, ring.center.y + ring.radius + size::THICK / 2.0 + 7.0);
        let above = Point::new(ring.center.x, ring.center.y - ring.radius - size::THICK / 2.0 - 24.0);
        let all = [
            two.over_and_under(&ring),
            three.over_and_under(&ring),
            two.beside(below, Anchor::Middle, 0.0),
            two.beside(above, Anchor::Middle, 1.0),
        ];
        // Beyond its own step, higher than a neighbour's name and a little aside, where nothing else is clear.
        let (step, lettering) = (self.before.step, self.lettering);
        let aside = far.iter().flat_map(move |name| {
            let place = move |lines: u32, aside: f64| {
                name.over_and_under(&ring).lifted(aside * step, f64::from(lines) * lettering.line())
            };
            (0..5).flat_map(move |lines| ASIDE.map(|aside| place(lines, aside)))
        });
        // Where nothing is clear, the last one stands: the plainest.
        let last = narrow.over_and_under(&ring);
        Box::new(all.into_iter().chain(aside).chain([last]).map(move |place| place.with_drops(word, &lettering)))
    }

    fn beside_the_loop<'a>(&self, shape: &Shape, names: &'a [Wrapped]) -> Places<'a> {
        let (Some(&ring), Some(plain)) = (shape.rings.first(), names.first()) else {
            return Box::new(std::iter::empty());
        };
        let reach = ring.radius + size::THICK / 2.0 + 7.0;
        let members = &self.ring.members;
        let member =
            members.iter().position(|&m| self.room.journey.touchpoints.get(m).is_some_and(|t| t.id == shape.link));
        let out = member.map_or(0.0, |m| self.ring.outward(m));
        let ahead = names.iter().flat_map(move |name| {
            let far = [reach, reach + 8.0, reach + 18.0];
            far.into_iter().flat_map(move |far| around(name, ring.center.polar(far, out), out))
        });
        // Askew, where a handover comes in straight ahead.
        let askew = [0.6, -0.6, 1.1, -1.1].into_iter().flat_map(move |askew| {
            let far = [reach + 4.0, reach + 16.0, reach + 30.0];
            far.into_iter().flat_map(move |far| around(plain, ring.center.polar(far, out + askew), out + askew))
        });
        let near = names.iter().skip(3).flat_map(move |name| {
            let askew = [0.3, -0.3, 0.6, -0.6, 0.9, -0.9];
            askew.into_iter().flat_map(move |askew| around(name, ring.center.polar(reach, out + askew), out + askew))
        });
        // Where nothing is clear, the last one stands: the plainest.
        let plainest = around(plain, ring.center.polar(reach, out), out).take(1);
        Box::new(ahead.chain(askew).chain(near).chain(plainest))
    }

    /// The room for the words in the middle of the loop.
    pub(super) fn middle_words(&self) -> Rect {
        let at = self.ring.middle.at;
        match self.room.way {
            Direction::Across => {
                let large = self.lettering.values();
                Rect::new(at.x - 54.0 * large, at.y - 24.0, 108.0 * large, 24.0 + 58.0 * large)
            }
            Direction::Down => Rect::new(at.x - 32.0, at.y - 24.0, 64.0, 50.0),
        }
    }
}

/// A name at a point outside the loop in a direction, turned in several ways; the best first.
fn around(name: &Wrapped, at: Point, direction: f64) -> impl Iterator<Item = LabelPlace<'_>> {
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
    anchors.iter().flat_map(move |&anchor| lifts.into_iter().map(move |lift| name.beside(at, anchor, lift)))
}

fn beside_the_flow<'a>(shape: &Shape, names: &'a [Wrapped]) -> Places<'a> {
    let Some(&ring) = shape.rings.first() else { return Box::new(std::iter::empty()) };
    let reach = ring.radius + size::THICK / 2.0 + 7.0;
    let side = move |name: &'a Wrapped, to_right: bool, word: Word| {
        let x = ring.center.x + if to_right { reach } else { -reach };
        let anchor = if to_right { Anchor::Start } else { Anchor::End };
        let lift = if name.most > 2 { 0.6 } else { 0.5 };
        name.beside(Point::new(x, ring.center.y - 8.0), anchor, lift).with_drops(word, &name.lettering)
    };
    let sides = [(Word::Beside, true), (Word::Beside, false), (Word::Under, true), (Word::Under, false)];
    Box::new(names.iter().flat_map(move |name| sides.map(|(word, to_right)| side(name, to_right, word))))
}

/// Where a handover's strength may stand: beside its middle ring, or else beside another.
fn of_handover(rings: &[Capsule], lettering: Lettering) -> Places<'_> {
    let mut order: Vec<usize> = (0..rings.len()).collect();
    order::sort_by_key(&mut order, |i| i.abs_diff(rings.len() / 2));
    Box::new(order.into_iter().filter_map(|i| rings.get(i)).flat_map(move |ring| {
        let side = ring.radius + size::THIN / 2.0;
        let across = ring.angle - FRAC_PI_2;
        let places = [(9.0, PI), (9.0, 0.0), (15.0, PI), (15.0, 0.0)];
        places.into_iter().map(move |(far, turn)| {
            let turn = across + turn;
            let at = ring.center.polar(side + far, turn);
            let (dx, dy) = (libm::cos(turn), libm::sin(turn));
            let anchor = if dx.abs() < 0.4 {
                Anchor::Middle
            } else if dx > 0.0 {
                Anchor::Start
            } else {
                Anchor::End
            };
            LabelPlace::value_only(Point::new(at.x, at.y + 4.0 + dy * 4.0), anchor, &lettering)
        })
    }))
}
