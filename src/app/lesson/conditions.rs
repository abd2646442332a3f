//! What has to hold for a lesson's point, for what was seen and for a goal: by more than the noise.

use super::measured::{LessonFound, LessonView, both_noises};
use crate::analysis::Estimate;
use crate::model::lesson::{Condition, Is, SaidOption};

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held3 {
    Holds,
    DoesNot,
    /// A figure is still awaited, or the journey has none.
    NotKnown,
}

/// How a lesson's point fares in the journey that it is run on.
#[derive(Clone, Debug, PartialEq)]
pub struct PointFound {
    pub held: Held3,
    /// The conditions that do not hold, with the names of the measures that say so.
    pub failing: Vec<Condition>,
}

impl LessonView<'_> {
    /// Whether one condition holds.
    pub fn condition(&self, condition: &Condition) -> Held3 {
        let known = |holds: bool| if holds { Held3::Holds } else { Held3::DoesNot };
        match self.measured(&condition.measure) {
            None => Held3::NotKnown,
            Some(LessonFound::Figure(figure)) => match self.held_against(condition) {
                Some(against) => known(compares(condition.is, figure, against)),
                None => Held3::NotKnown,
            },
            Some(LessonFound::Link { link, lead, .. }) => {
                let is_it = match condition.is {
                    Is::Link => condition.link.as_ref() == Some(&link),
                    Is::Handover => self.journey.handover(&link).is_some(),
                    Is::Touchpoint => self.journey.touchpoint(&link).is_some(),
                    Is::Above | Is::Below | Is::NotAbove => return Held3::NotKnown,
                };
                // A best link that noise does not tell from the next is none.
                known(is_it && lead.is_none_or(|lead| lead.is_above_zero()))
            }
            Some(LessonFound::Curve(_)) => Held3::NotKnown,
        }
    }

    fn held_against(&self, condition: &Condition) -> Option<Estimate> {
        match (&condition.than, condition.number) {
            (Some(than), _) => self.figure(than).map(|figure| times(figure, condition.times)),
            (None, Some(number)) => Some(Estimate { value: number, low: number, high: number }),
            (None, None) => None,
        }
    }

    /// Whether all of these hold.
    pub fn all(&self, conditions: &[Condition]) -> Held3 {
        let each: Vec<Held3> = conditions.iter().map(|one| self.condition(one)).collect();
        if each.contains(&Held3::DoesNot) {
            Held3::DoesNot
        } else if each.contains(&Held3::NotKnown) {
            Held3::NotKnown
        } else {
            Held3::Holds
        }
    }

    /// How the lesson's point fares here.
    pub fn point(&self) -> PointFound {
        let failing = |condition: &&Condition| self.condition(condition) == Held3::DoesNot;
        PointFound {
            held: self.all(&self.lesson.point),
            failing: self.lesson.point.iter().filter(failing).cloned().collect(),
        }
    }

    /// Those of some sayings that are right here; `None` while figures are awaited.
    pub fn right(&self, options: &[SaidOption]) -> Option<Vec<String>> {
        let mut right = Vec::new();
        for option in options {
            match self.all(&option.holds) {
                Held3::Holds => right.push(option.id.clone()),
                Held3::DoesNot => {}
                Held3::NotKnown => return None,
            }
        }
        Some(right)
    }

    /// Whether the learner has met the goal, within the effort that there is.
    pub fn is_met(&self) -> Held3 {
        if self.spent() > self.lesson.attempt.effort + SLACK {
            return Held3::DoesNot;
        }
        self.all(&self.lesson.attempt.goal)
    }

    /// What the learner has spent [effort].
    pub fn spent(&self) -> f64 {
        super::spent::effort_of(self.journey, self.yours)
    }
}

/// What rounding to whole per cents may cost beyond the limit [effort].
const SLACK: f64 = 0.05;

fn times(e: Estimate, factor: f64) -> Estimate {
    Estimate { value: e.value * factor, low: e.low * factor, high: e.high * factor }
}

/// By more than the noise of both.
fn compares(is: Is, a: Estimate, b: Estimate) -> bool {
    let noise = both_noises(&a, &b);
    let gap = a.value - b.value;
    match is {
        Is::Above => gap > noise,
        Is::Below => gap < -noise,
        Is::NotAbove => gap <= noise,
        Is::Link | Is::Handover | Is::Touchpoint => false,
    }
}
