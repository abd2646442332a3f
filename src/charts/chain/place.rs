//! The whole chain put together.

use super::before::{self, Before};
use super::labels::{self, Anchor, Label};
use super::ring::{self, Loop};
use super::route::{Ground, route};
use super::tracks::{Tracks, tracks};
use super::weave::Over;
use super::{Chain, Heading, Kind, Middle, Room, Shape, Way, size, weave};
use crate::charts::geometry::{Capsule, Point, Rect};
use crate::charts::text;
use crate::model::{Handover, LinkId, Role, Stage};
use std::f64::consts::{FRAC_PI_2, PI};

/// Room for the headings of the phases.
const HEAD: f64 = 40.0;
/// Room beside the loop for names, on a wide and on a narrow screen.
const SIDE: (f64, f64) = (92.0, 84.0);
/// Room for the phase-out ladder: itself, and what stands around it.
const LADDER: (f64, f64) = (58.0, 76.0);
const LADDER_HEIGHT: f64 = 210.0;
/// Width of the space in which drop-outs fall.
const FALL: f64 = 78.0;
/// From this share of customers on who find no way on, a dead end is drawn.
const DEAD_END: f64 = 0.245;
/// The largest half axes of a loop before it grows longer.
const LOOP_ACROSS: (f64, f64) = (1_000.0, 150.0);

/// Lays the whole chain out.
pub fn chain(room: &Room) -> Chain {
    let mut layout = Layout::new(room);
    layout.touchpoints();
    layout.label(|shape| shape.kind == Kind::Touchpoint && !shape.after);
    layout.handovers();
    layout.label(|shape| shape.kind == Kind::Touchpoint && shape.after);
    layout.label(|shape| shape.kind == Kind::Handover);
    layout.weave();
    layout.finish()
}

struct Layout<'a> {
    room: &'a Room<'a>,
    tracks: Tracks,
    before: Before,
    ring: Loop,
    shapes: Vec<Shape>,
    size: Rect,
    headings: Vec<Heading>,
    ladder: Option<Rect>,
}

impl<'a> Layout<'a> {
    fn new(room: &'a Room<'a>) -> Self {
        let tracks = tracks(room.journey, if room.way == Way::Across { 1 } else { 2 });
        let members = ring::members(room.journey);
        let outer = ring::WIDEST + size::THICK;
        match room.way {
            Way::Across => {
                let (rx, ry) = ring::radii(members.len(), LOOP_ACROSS);
                let loop_width = 2.0 * rx + outer + 2.0 * SIDE.0;
                let steps = tracks.length.max(2) as f64 / 2.0;
                let has_ladder = room.width >= loop_width + steps * before::STEP.0 + LADDER.1 && !members.is_empty();
                let ladder = if has_ladder { LADDER.1 } else { 0.0 };
                let step = ((room.width - loop_width - ladder) / steps).clamp(before::STEP.0, before::STEP.1);
                let plan = before::plan(&tracks, room.way, step, 0.0);
                let loop_height = 2.0 * ry + outer + 2.0 * 46.0;
                let height = plan.across.max(loop_height);
                let width = (plan.along + loop_width + ladder).max(room.width);
                // What the two parts leave over goes between and around them.
                let spare = width - plan.along - loop_width - ladder;
                let middle = HEAD + loop_height / 2.0 + (height - loop_height) / 2.0;
                let shift = HEAD + ((height - plan.across) / 2.0).min((height - plan.across) * 0.62);
                let at = Point::new(plan.along + spare / 2.0 + loop_width / 2.0, middle);
                let mut before = plan.moved_to(Point::new(0.0, shift));
                before.along += spare / 2.0;
                let beside = Rect::new(width - LADDER.0 - 2.0, middle - LADDER_HEIGHT / 2.0, LADDER.0, LADDER_HEIGHT);
                Self {
                    ladder: has_ladder.then_some(beside),
                    ring: Loop::new(members, Middle { at, rx, ry }, PI),
                    before,
                    tracks,
                    room,
                    shapes: Vec::new(),
                    size: Rect::new(0.0, 0.0, width, HEAD + height),
                    headings: Vec::new(),
                }
            }
            Way::Down => {
                let most = ((room.width - outer) / 2.0 - SIDE.1).max(40.0);
                let (rx, ry) = ring::radii(members.len(), (most, 2_000.0));
                let plan = before::plan(&tracks, room.way, before::STEP_DOWN, room.width);
                let top = HEAD + plan.along + HEAD;
                let at = Point::new(room.width / 2.0, top + 50.0 + ry);
                let height = top + 2.0 * ry + 92.0;
                Self {
                    ladder: None,
                    ring: Loop::new(members, Middle { at, rx, ry }, -FRAC_PI_2),
                    before: plan.moved_to(Point::new(0.0, HEAD)),
                    tracks,
                    room,
                    shapes: Vec::new(),
                    size: Rect::new(0.0, 0.0, room.width, height),
                    headings: Vec::new(),
                }
            }
        }
    }

    /// Touchpoints and handovers in the order of the flow, touchpoints with their rings.
    fn touchpoints(&mut self) {
        let journey = self.room.journey;
        let mut order: Vec<(usize, i32, usize)> =
            self.tracks.places.iter().map(|(&t, &(step, track))| (step, track, t)).collect();
        order.sort_unstable();
        let before: Vec<usize> = order.into_iter().map(|(_, _, t)| t).collect();
        let all: Vec<usize> = before.into_iter().chain(self.ring.members.clone()).collect();
        for index in all {
            let Some(touchpoint) = journey.touchpoints.get(index) else { continue };
            let member = self.ring.members.iter().position(|&m| m == index);
            let ring = match member {
                Some(member) => Some(self.ring.link(member)),
                None => self.before.link(&self.tracks, index),
            };
            let Some(ring) = ring else { continue };
            let leaving: Vec<&Handover> = journey.handovers.iter().filter(|h| h.from == touchpoint.id).collect();
            let goes_on: f64 = leaving.iter().map(|h| h.share).sum();
            let ends = member.is_none() && touchpoint.role != Role::Purchase && goes_on < 1.0 - DEAD_END;
            self.shapes.push(Shape {
                link: touchpoint.id.clone(),
                kind: Kind::Touchpoint,
                rings: vec![ring],
                strand: String::new(),
                over: Vec::new(),
                label: None,
                after: member.is_some(),
                falls: None,
                dead_end: ends.then(|| self.before.dead_end(&ring)),
            });
            for handover in leaving {
                self.shapes.push(Shape {
                    link: handover.id.clone(),
                    kind: Kind::Handover,
                    rings: Vec::new(),
                    strand: String::new(),
                    over: Vec::new(),
                    label: None,
                    after: member.is_some(),
                    falls: None,
                    dead_end: None,
                });
            }
        }
    }

    fn handovers(&mut self) {
        let journey = self.room.journey;
        let index = |id: &LinkId| journey.touchpoints.iter().position(|t| t.id == *id);
        let ends = |h: &Handover| Some((index(&h.from)?, index(&h.to)?));
        let mut all: Vec<(&LinkId, usize, usize)> =
            journey.handovers.iter().filter_map(|h| ends(h).map(|(from, to)| (&h.id, from, to))).collect();
        // The shortest first: they have the least choice.
        let far = |&(_, from, to): &(&LinkId, usize, usize)| match (self.ring_of(from), self.ring_of(to)) {
            (Some(a), Some(b)) => a.center.distance(b.center),
            _ => 0.0,
        };
        all.sort_by(|a, b| far(a).total_cmp(&far(b)));
        let mut ground = Ground {
            links: self.shapes.iter().flat_map(|s| s.rings.clone()).collect(),
            words: self.shapes.iter().flat_map(|s| s.label.iter().flat_map(|l| l.boxes.clone())).collect(),
            lines: Vec::new(),
        };
        let lanes = self.before.lanes(&self.tracks);
        let mut taken: Vec<(usize, usize)> = Vec::new();
        for (link, from, to) in all {
            let (rings, strand) = match (self.member(from), self.member(to)) {
                (None, None) => match (self.ring_of(from), self.ring_of(to)) {
                    (Some(a), Some(b)) => {
                        let (line, rings, strand) = route(&self.before, &lanes, &a, &b, &ground);
                        ground.lines.push(line);
                        (rings, strand)
                    }
                    _ => Default::default(),
                },
                (None, Some(to)) => self.enter(from, to, &ground),
                (Some(from), Some(to)) => self.within(from, to, &mut taken, &ground),
                (Some(_), None) => Default::default(),
            };
            ground.links.extend(rings.iter().copied());
            if let Some(shape) = self.shapes.iter_mut().find(|s| s.link == *link) {
                shape.rings = rings;
                shape.strand = strand;
            }
        }
    }

    /// The place of a touchpoint in the loop.
    fn member(&self, touchpoint: usize) -> Option<usize> {
        self.ring.members.iter().position(|&m| m == touchpoint)
    }

    fn ring_of(&self, touchpoint: usize) -> Option<Capsule> {
        match self.member(touchpoint) {
            Some(member) => Some(self.ring.link(member)),
            None => self.before.link(&self.tracks, touchpoint),
        }
    }

    /// From a purchase into the loop.
    fn enter(&self, from: usize, to: usize, ground: &Ground) -> (Vec<Capsule>, String) {
        let Some(link) = self.before.link(&self.tracks, from) else { return Default::default() };
        let target = self.ring.link(to);
        let out = self.before.flow();
        let start = link.spine()[1].polar(link.radius - size::REACH, out);
        let [tail, head] = target.spine();
        let (end, into) = if start.distance(tail) <= start.distance(head) {
            (tail.polar(target.radius - size::REACH, target.angle + PI), target.angle)
        } else {
            (head.polar(target.radius - size::REACH, target.angle), target.angle + PI)
        };
        weave::rings_along(&weave::curve(start, out, end, into), &ground.links, &ground.words)
    }

    /// Within the loop: between neighbours along it, else across it where there is room.
    fn within(
        &self,
        from: usize,
        to: usize,
        taken: &mut Vec<(usize, usize)>,
        ground: &Ground,
    ) -> (Vec<Capsule>, String) {
        let pair = (from.min(to), from.max(to));
        if !taken.contains(&pair)
            && let Some(line) = self.ring.between(from, to)
        {
            taken.push(pair);
            return weave::rings_along(&line, &ground.links, &ground.words);
        }
        if from == to {
            let link = self.ring.link(from);
            let side = link.center.polar(-link.radius - 4.0, self.ring.outward(from));
            return (vec![Capsule::new(side, 34.0, size::HANDOVER, link.angle + FRAC_PI_2)], String::new());
        }
        let middle = self.middle_words();
        let mut best: Option<(f64, (Vec<Capsule>, String))> = None;
        for line in self.ring.across(from, to) {
            let drawn = weave::carried(&line, 1, 0.0, &ground.links, &[middle]);
            let Some(ring) = drawn.0.first() else { continue };
            let free = ground.links.iter().map(|r| r.gap(ring)).fold(ring.gap_to_rect(&middle), f64::min);
            if best.as_ref().is_none_or(|(f, _)| free > *f && *f < size::THICK) {
                best = Some((free, drawn));
            }
        }
        best.map(|(_, drawn)| drawn).unwrap_or_default()
    }

    /// Which pieces of a link pass over its neighbours.
    fn weave(&mut self) {
        let rings: Vec<(usize, Kind, Vec<Capsule>)> =
            self.shapes.iter().enumerate().map(|(i, s)| (i, s.kind, s.rings.clone())).collect();
        for (i, kind, ours) in &rings {
            let mut over: Vec<Over> = Vec::new();
            for (j, other_kind, theirs) in &rings {
                let lies_above = *kind == Kind::Touchpoint && *other_kind == Kind::Handover;
                for (a, ring) in ours.iter().enumerate() {
                    let next = theirs.iter().enumerate().filter(|&(b, _)| lies_above || (i == j && b == a + 1));
                    over.extend(next.filter_map(|(_, other)| weave::over(ring, other, size::THIN)));
                }
            }
            if let Some(shape) = self.shapes.get_mut(*i) {
                shape.over = over;
            }
        }
    }

    /// Finds places for the words of some links, clear of everything that is placed already.
    fn label(&mut self, which: impl Fn(&Shape) -> bool) {
        let journey = self.room.journey;
        let rings: Vec<(Capsule, f64)> = self
            .shapes
            .iter()
            .flat_map(|s| {
                let thick = if s.kind == Kind::Touchpoint { size::THICK } else { size::THIN };
                s.rings.iter().map(move |r| (*r, thick))
            })
            .collect();
        let mut words: Vec<Rect> = vec![self.middle_words()];
        words.extend(self.shapes.iter().flat_map(|s| s.label.iter().flat_map(|l| l.boxes.clone())));
        let depth = if self.is_roomy() { 42.0 } else { 17.0 };
        for i in 0..self.shapes.len() {
            let Some(shape) = self.shapes.get(i).filter(|s| which(s)) else { continue };
            let candidates = match shape.kind {
                Kind::Touchpoint => self.candidates(shape, &journey.link_name(&shape.link, self.room.lang)),
                Kind::Handover => shape.rings.get(shape.rings.len() / 2).map(handover_places).unwrap_or_default(),
            };
            let clear =
                |whole: bool| candidates.iter().find(|l| (!whole || !l.cut) && l.is_clear(&rings, &words, &self.size));
            let clear = clear(true).or_else(|| clear(false));
            // A touchpoint is always named; a handover's strength may stay away.
            let label = clear.or(candidates.last().filter(|_| shape.kind == Kind::Touchpoint)).cloned();
            words.extend(label.iter().flat_map(|l| l.boxes.clone()));
            let falls = label.as_ref().and_then(|l| l.drops_at).filter(|_| self.room.way == Way::Across);
            let falls = falls.map(|at| Rect::new(at.x - FALL / 2.0, at.y + 7.0, FALL, depth));
            if let Some(shape) = self.shapes.get_mut(i) {
                shape.falls = falls;
                shape.label = label;
            }
        }
    }

    /// Where a touchpoint's words may stand, the best first.
    fn candidates(&self, shape: &Shape, name: &str) -> Vec<Label> {
        let Some(ring) = shape.rings.first() else { return Vec::new() };
        let reach = ring.radius + size::THICK / 2.0 + 7.0;
        if !shape.after {
            return match self.room.way {
                Way::Across => {
                    let below = Point::new(ring.center.x, ring.center.y + reach);
                    let wide = self.before.step - 16.0;
                    let all = vec![
                        labels::over_and_under(name, ring, wide),
                        labels::beside(name, below, Anchor::Middle, 0.0, wide, 2),
                        labels::over_and_under(name, ring, size::LINK.0 * 0.75),
                    ];
                    all.into_iter().map(Label::with_drops).collect()
                }
                Way::Down => {
                    let side = |to_right: bool, limit: f64, lines: usize| {
                        let x = ring.center.x + if to_right { reach } else { -reach };
                        let anchor = if to_right { Anchor::Start } else { Anchor::End };
                        labels::beside(name, Point::new(x, ring.center.y - 8.0), anchor, 0.5, limit, lines).with_drops()
                    };
                    let limits = [(150.0, 1), (110.0, 2), (86.0, 3), (66.0, 3), (50.0, 3)];
                    let both = |(limit, lines)| [side(true, limit, lines), side(false, limit, lines)];
                    limits.into_iter().flat_map(both).collect()
                }
            };
        }
        let member = self
            .ring
            .members
            .iter()
            .position(|&m| self.room.journey.touchpoints.get(m).is_some_and(|t| t.id == shape.link));
        let out = member.map_or(0.0, |m| self.ring.outward(m));
        let (dx, dy) = (libm::cos(out), libm::sin(out));
        let side = if self.room.way == Way::Across { SIDE.0 } else { SIDE.1 };
        let mut all = Vec::new();
        for lines in [2, 3, 1] {
            for far in [reach, reach + 8.0, reach + 18.0] {
                let at = ring.center.polar(far, out);
                let anchors: &[Anchor] = if dx.abs() < 0.35 {
                    &[Anchor::Middle, Anchor::Start, Anchor::End]
                } else if dx > 0.0 {
                    &[Anchor::Start, Anchor::Middle]
                } else {
                    &[Anchor::End, Anchor::Middle]
                };
                for &anchor in anchors {
                    let lifts: [f64; 3] = if dy < -0.35 {
                        [1.0, 0.7, 0.5]
                    } else if dy > 0.35 {
                        [0.0, 0.3, 0.5]
                    } else {
                        [0.5, 0.2, 0.8]
                    };
                    for lift in lifts {
                        all.push(labels::beside(name, at, anchor, lift, side - 8.0, lines));
                    }
                }
            }
        }
        all
    }

    /// Whether drop-outs have room to fall.
    fn is_roomy(&self) -> bool {
        let (low, high) = self.tracks.range;
        self.room.way == Way::Across && ((high - low + 1) as usize) < before::MANY
    }

    /// The room for the words in the middle of the loop.
    fn middle_words(&self) -> Rect {
        let at = self.ring.middle.at;
        Rect::new(at.x - 54.0, at.y - 24.0, 108.0, 82.0)
    }

    fn finish(mut self) -> Chain {
        let journey = self.room.journey;
        let name = |i: usize| journey.phases.get(i).map_or("", |p| p.name.get(self.room.lang));
        let after: Vec<&str> =
            journey.phases.iter().filter(|p| p.stage == Stage::After).map(|p| p.name.get(self.room.lang)).collect();
        let gap = 8.0;
        let mut headings: Vec<(String, f64, f64)> = self
            .tracks
            .phases
            .iter()
            .enumerate()
            .map(|(i, &(p, first, last))| {
                let from = if i == 0 { 0.0 } else { self.before.parting(self.tracks.phases[i - 1].2, first) };
                let to = self
                    .tracks
                    .phases
                    .get(i + 1)
                    .map_or(self.before.parting(last, last + 2), |next| self.before.parting(last, next.1));
                (name(p).to_owned(), from, to)
            })
            .collect();
        let end = headings.last().map_or(0.0, |h| h.2);
        match self.room.way {
            Way::Across => headings.push((after.join(" · "), end, self.size.width)),
            Way::Down => headings.push((after.join(" · "), end + gap, self.size.bottom())),
        }
        self.headings = headings
            .into_iter()
            .map(|(words, from, to)| match self.room.way {
                Way::Across => Heading {
                    words: text::shorten(&words, size::VALUE, to - from - 2.0 * gap),
                    at: Point::new(from + if from > 0.0 { gap } else { 0.0 }, 14.0),
                    line: (
                        Point::new(from + if from > 0.0 { gap } else { 0.0 }, 26.0),
                        Point::new(to - if to < self.size.width { gap } else { 0.0 }, 26.0),
                    ),
                },
                Way::Down => Heading {
                    words: text::shorten(&words, size::VALUE, self.size.width),
                    at: Point::new(0.0, from - 2.0),
                    line: (Point::new(0.0, from + 6.0), Point::new(self.size.width, from + 6.0)),
                },
            })
            .collect();
        let parts = self.shapes.iter().flat_map(|s| {
            let rings = s.rings.iter().map(|r| r.grown(size::THICK / 2.0 + 2.0).bounds());
            rings.chain(s.label.iter().flat_map(|l| l.boxes.clone())).chain(s.falls)
        });
        let first = Rect::new(0.0, HEAD, self.size.width, 1.0);
        let mut around = parts.chain(self.ladder).fold(first, |all, one| all.with(&one));
        // The headings stand above everything, in a journey that runs across.
        let lift = if self.room.way == Way::Across { HEAD - 6.0 - around.y } else { HEAD };
        for heading in self.headings.iter_mut().filter(|_| self.room.way == Way::Across) {
            heading.at.y -= lift;
            heading.line.0.y -= lift;
            heading.line.1.y -= lift;
        }
        around.y -= HEAD - 6.0;
        around.height += HEAD;
        Chain {
            size: around,
            way: self.room.way,
            headings: self.headings,
            shapes: self.shapes,
            middle: (!self.ring.members.is_empty()).then_some(self.ring.middle),
            ladder: self.ladder,
        }
    }
}

/// Where a handover's strength may stand.
fn handover_places(ring: &Capsule) -> Vec<Label> {
    let side = ring.radius + size::THIN / 2.0;
    let across = ring.angle - FRAC_PI_2;
    let mut places = Vec::new();
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
    places
}
