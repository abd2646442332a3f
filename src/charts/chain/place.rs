//! The whole chain put together.

use super::before::{self, Before};
use super::grid::Grid;
use super::paper::Paper;
use super::ring::{self, Loop};
use super::tracks::{Tracks, tracks};
use super::{ChainDrawing, Direction, Lettering, LinkShape, Middle, Room, Shape, size, weave};
use crate::charts::geometry::{Capsule, Point, Rect};
use crate::charts::text;
use crate::model::order;
use crate::model::{Handover, Journey, LinkId, Role};
use std::collections::BTreeMap;
use std::f64::consts::{FRAC_PI_2, PI};

/// Room for the headings of the phases.
pub(super) const HEAD: f64 = 40.0;
/// Room beside the loop for names, on a wide and on a narrow screen.
const SIDE: (f64, f64) = (92.0, 84.0);
/// Over and under it, at the usual size of type.
const OVER_LOOP: f64 = 46.0;
/// From the lowest link of a loop that runs down to the words under it and its own.
const UNDER: f64 = 92.0;
/// Width of the phase-out ladder, and from it to what stands beside it.
const LADDER: (f64, f64) = (58.0, 14.0);
const LADDER_HEIGHT: f64 = 210.0;
/// Below a loop that runs down it is lower, and begins so far under the words there.
const LADDER_BELOW: (f64, f64) = (170.0, 46.0);
/// How many lines of words stand under it at most.
const LADDER_LINES: f64 = 5.0;
/// From this share of customers on who find no way on, a dead end is drawn.
const DEAD_END: f64 = 0.245;
/// The largest half axes of a loop before it grows longer.
const LOOP_ACROSS: (f64, f64) = (f64::INFINITY, 150.0);

/// Lays the whole chain out.
pub fn chain(room: &Room) -> ChainDrawing {
    counted(room).0
}

/// The same, and how often something on the paper was looked at: the time that it takes follows that.
pub fn counted(room: &Room) -> (ChainDrawing, u64) {
    let mut layout = Layout::new(room);
    layout.touchpoints();
    layout.label(|shape| shape.kind == LinkShape::Touchpoint && !shape.after);
    layout.handovers();
    let hidden = layout.lift_what_is_hidden();
    layout.label(|shape| hidden.contains(&shape.link));
    layout.label(|shape| shape.kind == LinkShape::Touchpoint && shape.after);
    layout.label(|shape| shape.kind == LinkShape::Handover);
    layout.weave();
    layout.finish()
}

/// The touchpoints before the purchase in the order of the flow, by index in the journey.
fn in_order(tracks: &Tracks) -> Vec<usize> {
    let mut order: Vec<(usize, i32, usize)> =
        tracks.places.iter().map(|(&t, &(step, track))| (step, track, t)).collect();
    order::sort(&mut order, Ord::cmp);
    order.into_iter().map(|(_, _, t)| t).collect()
}

/// All touchpoints in the order of the flow, by index in the journey: those before the purchase, and those after it.
pub fn flow(journey: &Journey) -> (Vec<usize>, Vec<usize>) {
    (in_order(&tracks(journey, 1)), ring::members(journey))
}

/// The drawing as far as it has come.
pub(super) struct Layout<'a> {
    pub room: &'a Room<'a>,
    pub tracks: Tracks,
    pub before: Before,
    pub ring: Loop,
    pub shapes: Vec<Shape>,
    /// What is on it: all rings and words, and the ways of handovers before the purchase.
    pub paper: Paper,
    pub size: Rect,
    pub lettering: Lettering,
    ladder: Option<Rect>,
}

impl<'a> Layout<'a> {
    fn new(room: &'a Room<'a>) -> Self {
        let tracks = tracks(room.journey, if room.way == Direction::Across { 1 } else { 2 });
        let members = ring::members(room.journey);
        let outer = ring::WIDEST + size::THICK;
        let lettering = Lettering::at(room.scale);
        let side = side(room.way, &lettering);
        let (aside, _) = ladder_words(&lettering);
        match room.way {
            Direction::Across => {
                let (rx, ry) = ring::radii(members.len(), LOOP_ACROSS);
                let loop_width = 2.0 * rx + outer + 2.0 * side;
                let steps = tracks.length.max(2) as f64 / 2.0;
                let beside = LADDER.0 + LADDER.1 + aside;
                let needed = loop_width + steps * before::STEP.0 + beside;
                let has_ladder = room.width >= needed && !members.is_empty();
                let ladder = if has_ladder { beside } else { 0.0 };
                let step = ((room.width - loop_width - ladder) / steps).clamp(before::STEP.0, before::STEP.1);
                let plan = before::plan(&tracks, room.way, step, 0.0, &lettering);
                let loop_height = 2.0 * ry + outer + 2.0 * OVER_LOOP * lettering.names();
                let height = plan.across.max(loop_height);
                let width = (plan.along + loop_width + ladder).max(room.width);
                // What the two parts leave over goes between and around them.
                let spare = width - plan.along - loop_width - ladder;
                let middle = HEAD + loop_height / 2.0 + (height - loop_height) / 2.0;
                let shift = HEAD + ((height - plan.across) / 2.0).min((height - plan.across) * 0.62);
                let at = Point::new(plan.along + spare / 2.0 + loop_width / 2.0, middle);
                let mut before = plan.moved_to(Point::new(0.0, shift));
                before.along += spare / 2.0;
                let beside = Rect::new(width - LADDER.0 - aside, middle - LADDER_HEIGHT / 2.0, LADDER.0, LADDER_HEIGHT);
                Self {
                    ladder: has_ladder.then_some(beside),
                    ring: Loop::new(members, Middle { at, rx, ry, words: at }, PI),
                    before,
                    tracks,
                    room,
                    shapes: Vec::new(),
                    paper: Paper::new(&Rect::new(0.0, 0.0, width, HEAD + height)),
                    size: Rect::new(0.0, 0.0, width, HEAD + height),
                    lettering,
                }
            }
            Direction::Down => {
                let most = ((room.width - outer) / 2.0 - side).max(40.0);
                let (rx, ry) = ring::radii(members.len(), (most, 2_000.0));
                let plan = before::plan(&tracks, room.way, before::STEP_DOWN, room.width, &lettering);
                let top = HEAD + plan.along + HEAD;
                let at = Point::new(room.width / 2.0, top + 50.0 + ry);
                let height = top + 50.0 + 2.0 * ry + UNDER + 24.0;
                let below = at.y + ry + UNDER + LADDER_BELOW.1;
                let below = Rect::new(at.x - LADDER.0 / 2.0, below, LADDER.0, LADDER_BELOW.0);
                Self {
                    ladder: (!members.is_empty()).then_some(below),
                    ring: Loop::new(
                        members,
                        Middle { at, rx, ry, words: Point::new(at.x, at.y + ry + UNDER) },
                        -FRAC_PI_2,
                    ),
                    before: plan.moved_to(Point::new(0.0, HEAD)),
                    tracks,
                    room,
                    shapes: Vec::new(),
                    paper: Paper::new(&Rect::new(0.0, 0.0, room.width, height)),
                    size: Rect::new(0.0, 0.0, room.width, height),
                    lettering,
                }
            }
        }
    }

    /// Touchpoints and handovers in the order of the flow, touchpoints with their rings.
    fn touchpoints(&mut self) {
        let journey = self.room.journey;
        let all: Vec<usize> = in_order(&self.tracks).into_iter().chain(self.ring.members.clone()).collect();
        let mut leaving: BTreeMap<&LinkId, Vec<&Handover>> = BTreeMap::new();
        journey.handovers.iter().for_each(|h| leaving.entry(&h.from).or_default().push(h));
        for index in all {
            let Some(touchpoint) = journey.touchpoints.get(index) else { continue };
            let member = self.ring.members.iter().position(|&m| m == index);
            let ring = match member {
                Some(member) => Some(self.ring.link(member)),
                None => self.before.link(&self.tracks, index),
            };
            let Some(ring) = ring else { continue };
            self.paper.lay(ring, size::THICK);
            let leaving = leaving.get(&touchpoint.id).map_or(&[][..], Vec::as_slice);
            let goes_on: f64 = leaving.iter().map(|h| h.share).sum();
            let ends = member.is_none() && touchpoint.role != Role::Purchase && goes_on < 1.0 - DEAD_END;
            self.shapes.push(Shape {
                link: touchpoint.id.clone(),
                kind: LinkShape::Touchpoint,
                rings: vec![ring],
                way: Vec::new(),
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
                    kind: LinkShape::Handover,
                    rings: Vec::new(),
                    way: Vec::new(),
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

    /// Which pieces of a link pass over its neighbours: a touchpoint over the rings of handovers, and each of these over
    /// the next of its own.
    fn weave(&mut self) {
        let handovers = self.shapes.iter().filter(|s| s.kind == LinkShape::Handover);
        let rings: Vec<Capsule> = handovers.flat_map(|s| s.rings.clone()).collect();
        let mut near = Grid::over(&self.size, size::LINK.0);
        rings.iter().enumerate().for_each(|(i, ring)| near.put(i, &ring.bounds()));
        for shape in &mut self.shapes {
            let mut over = Vec::new();
            for (i, ring) in shape.rings.iter().enumerate() {
                let below: Vec<Capsule> = match shape.kind {
                    LinkShape::Touchpoint => {
                        let numbers = order::set(near.about(&ring.bounds()));
                        numbers.into_iter().filter_map(|number| rings.get(number).copied()).collect()
                    }
                    LinkShape::Handover => shape.rings.get(i + 1).copied().into_iter().collect(),
                };
                let outline = ring.outline();
                over.extend(below.iter().filter_map(|other| weave::over(&outline, other, size::THIN)));
            }
            shape.over = over;
        }
    }

    fn finish(mut self) -> (ChainDrawing, u64) {
        if self.ladder.is_none() && !self.ring.members.is_empty() {
            self.ladder = self.spare_place();
        }
        let mut headings = self.headings();
        let parts = self.shapes.iter().flat_map(|s| {
            let rings = s.rings.iter().map(|r| r.grown(size::THICK / 2.0 + 2.0).bounds());
            rings.chain(s.label.iter().flat_map(|l| l.boxes.clone())).chain(s.falls)
        });
        let first = Rect::new(0.0, HEAD, self.size.width, 1.0);
        let (aside, under) = ladder_words(&self.lettering);
        let ladder = self.ladder.map(|l| Rect::new(l.x - aside, l.y, l.width + 2.0 * aside, l.height + under));
        let mut around = parts.chain(ladder).chain(self.words_below()).fold(first, |all, one| all.with(&one));
        // The headings stand above everything, in a journey that runs across.
        let lift = if self.room.way == Direction::Across { HEAD - 6.0 - around.y } else { HEAD };
        for heading in headings.iter_mut().filter(|_| self.room.way == Direction::Across) {
            heading.at.y -= lift;
            heading.line.0.y -= lift;
            heading.line.1.y -= lift;
        }
        let highest = headings.iter().map(|h| h.at.y - self.lettering.phase()).fold(f64::INFINITY, f64::min);
        let above = (HEAD - 6.0).max(around.y - highest);
        around.y -= above;
        around.height += above + 6.0;
        let middle = (!self.ring.members.is_empty()).then(|| self.middle_words());
        let size = self.lettering.phase();
        let phases =
            headings.iter().map(|h| Rect::new(h.at.x, h.at.y - size, text::width(&h.words, size), size * 1.25));
        let labels = self.shapes.iter().flat_map(|s| s.label.iter().flat_map(|l| l.boxes.clone()));
        let words = labels.chain(middle).chain(self.words_below()).chain(phases).chain(ladder).collect();
        let drawing = ChainDrawing {
            words,
            size: around,
            scale: self.room.scale,
            lettering: self.lettering,
            way: self.room.way,
            headings,
            shapes: self.shapes,
            middle: (!self.ring.members.is_empty()).then_some(self.ring.middle),
            ladder: self.ladder,
        };
        (drawing, self.paper.looked())
    }
}

/// Room beside the loop for names.
fn side(way: Direction, lettering: &Lettering) -> f64 {
    if way == Direction::Across { SIDE.0 * lettering.names() } else { SIDE.1 }
}

/// What the ladder's words need around it: on either side of it, and under it.
pub(super) fn ladder_words(lettering: &Lettering) -> (f64, f64) {
    ((lettering.under_ladder() - LADDER.0) / 2.0 + 3.0, 24.0 + LADDER_LINES * lettering.small_line())
}

impl Layout<'_> {
    /// Room beside the loop for names.
    pub(super) fn side(&self) -> f64 {
        side(self.room.way, &self.lettering)
    }

    /// The room for the words below a loop that has none inside.
    fn words_below(&self) -> Option<Rect> {
        let Middle { at, words, .. } = self.ring.middle;
        (words != at && !self.ring.members.is_empty()).then(|| Rect::new(words.x - 90.0, words.y - 12.0, 180.0, 34.0))
    }
}
