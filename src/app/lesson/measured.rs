//! A measure of a lesson, read off what has been simulated.

use super::super::report_of;
use super::asks::{LessonAnswers, goal_of, scenario_of};
use crate::analysis::studies::Ranking;
use crate::analysis::{Estimate, Figures, Outcome, Report, TodayAndWhatIf, Z95, wilson};
use crate::model::defaults::{DETRACTOR_TELLS, PROMOTER_TELLS};
use crate::model::lesson::{Gives, Lesson, LessonFigure, LessonMeasure};
use crate::model::{Journey, LinkId, Scenario, Stage, apply, under_strain};
use std::collections::BTreeMap;

/// Parts of the horizon between the points of a curve.
const PARTS: u32 = 5;

/// When the crowd on the ladder is counted, as a place in the list of tenures from 1: early, when many climb it.
const LADDER_AT: usize = 1;

/// What was measured.
#[derive(Clone, Debug, PartialEq)]
pub enum LessonFound {
    /// In the figure's own unit.
    Figure(Estimate),
    /// A link, with the next best and how far it is ahead of that, where it was found by trying.
    Link { link: LinkId, second: Option<LinkId>, lead: Option<Estimate> },
    /// From tenure 0 to the horizon [0..1].
    Curve(Vec<f64>),
}

/// A lesson with the journey that it is run on, what the learner has changed, and what has been simulated.
#[derive(Clone, Copy, Debug)]
pub struct LessonView<'a> {
    pub lesson: &'a Lesson,
    pub journey: &'a Journey,
    pub yours: &'a Scenario,
    pub answers: &'a LessonAnswers,
}

/// The tenures of a curve's points [periods].
pub fn curve_tenures(journey: &Journey) -> Vec<u16> {
    let horizon = u32::from(journey.horizon);
    (0..=PARTS).map(|part| (horizon * part / PARTS) as u16).collect()
}

impl LessonView<'_> {
    /// What a measure comes to; `None` while it is awaited, and where the journey has nothing to count.
    pub fn measured(&self, name: &str) -> Option<LessonFound> {
        let measure = self.lesson.measures.get(name)?;
        let here = self.of_world(measure, &measure.world)?;
        let Some(beyond) = &measure.beyond else { return Some(here) };
        match (here, self.of_world(measure, beyond)?) {
            (LessonFound::Figure(here), LessonFound::Figure(there)) => Some(LessonFound::Figure(less(here, there))),
            _ => None,
        }
    }

    /// What each link gives, the best first, for a measure that tells the best of them.
    pub fn ranked(&self, name: &str) -> Option<&Ranking> {
        let measure = self.lesson.measures.get(name).filter(|measure| measure.figure == LessonFigure::BestLink)?;
        let empty = Scenario::default();
        let scenario = scenario_of(self.lesson, self.yours, &measure.world, &empty)?;
        self.ranking(measure, scenario)
    }

    /// The figure of a measure; `None` for a link and a curve too.
    pub fn figure(&self, name: &str) -> Option<Estimate> {
        match self.measured(name)? {
            LessonFound::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    fn of_world(&self, measure: &LessonMeasure, world: &str) -> Option<LessonFound> {
        let empty = Scenario::default();
        let scenario = scenario_of(self.lesson, self.yours, world, &empty)?;
        let figure = match measure.figure {
            LessonFigure::Strength => certain(self.strength(scenario, measure.link.as_ref()?)?),
            LessonFigure::WeakestLink => {
                let link = super::super::weakest(&apply(self.journey, scenario))?.link;
                return Some(LessonFound::Link { link, second: None, lead: None });
            }
            LessonFigure::BestLink => return best(self.ranking(measure, scenario)?),
            LessonFigure::BestGain | LessonFigure::Gain => self.gain(measure, scenario)?,
            LessonFigure::Crowd => self.crowd(scenario)?,
            LessonFigure::StayingCurve => {
                let report = self.report(measure, scenario)?;
                let outcome = outcome_of(&report, scenario);
                let at = |tenure: u16| outcome.survival.get(usize::from(tenure)).copied();
                return curve_tenures(self.journey).into_iter().map(at).collect::<Option<_>>().map(LessonFound::Curve);
            }
            _ => self.counted(measure, scenario)?,
        };
        Some(LessonFound::Figure(figure))
    }

    /// The report of a world, of the measure's persona where it has one.
    fn report(&self, measure: &LessonMeasure, scenario: &Scenario) -> Option<Report> {
        let report = self.answers.world(scenario)?;
        match &measure.persona {
            None => Some((**report).clone()),
            Some(persona) => report_of(report, persona),
        }
    }

    fn counted(&self, measure: &LessonMeasure, scenario: &Scenario) -> Option<Estimate> {
        let report = self.report(measure, scenario)?;
        let outcome = outcome_of(&report, scenario);
        let of_figures = |read: fn(&Figures) -> Option<Estimate>| read(&outcome.figures);
        let at = |counts: &BTreeMap<LinkId, u64>| counts.get(measure.link.as_ref()?).copied();
        match measure.figure {
            LessonFigure::Conversion => of_figures(|f| f.conversion),
            LessonFigure::Churn => of_figures(|f| f.churn),
            LessonFigure::Retention => of_figures(|f| f.retention_12),
            LessonFigure::Recommendation => of_figures(|f| f.recommendation),
            LessonFigure::OfferSuccess => of_figures(|f| f.offer_success),
            LessonFigure::Days => of_figures(|f| f.days_to_purchase),
            LessonFigure::Revenue => of_figures(|f| f.revenue_per_arrival).map(|e| e.times(self.journey.price)),
            LessonFigure::Remaining => share(outcome.bought - outcome.left.min(outcome.bought), outcome.bought),
            LessonFigure::Failed => share(at(&outcome.failed_by_link)?, at(&outcome.met_by_link)?),
            LessonFigure::Dropped => share(at(&outcome.dropped_by_link).unwrap_or(0), outcome.arrived),
            LessonFigure::LeftOver => share(at(&outcome.left_by_link).unwrap_or(0), outcome.left),
            LessonFigure::Mood => outcome.mood_by_link.get(measure.link.as_ref()?).copied().map(certain),
            LessonFigure::FirstMood => outcome.mood_by_tenure.first().copied().map(certain),
            LessonFigure::Heard => {
                let (heard, failures) = voiced(self.journey, outcome);
                share(heard, failures)
            }
            LessonFigure::SilentPerHeard => {
                let (heard, failures) = voiced(self.journey, outcome);
                let share = share(heard, failures).filter(|share| share.low > 0.0)?;
                let silent = |heard: f64| (1.0 - heard) / heard;
                Some(Estimate { value: silent(share.value), low: silent(share.high), high: silent(share.low) })
            }
            LessonFigure::OnLadder => on_ladder(outcome),
            LessonFigure::Kept => gives(Gives::Kept, &report, scenario),
            LessonFigure::Won => gives(Gives::Won, &report, scenario),
            LessonFigure::AtEnd => gives(Gives::AtEnd, &report, scenario),
            _ => None,
        }
    }

    fn strength(&self, scenario: &Scenario, link: &LinkId) -> Option<f64> {
        let journey = apply(self.journey, scenario);
        Some(under_strain(journey.strength(link)?, scenario.strain, journey.exposure(link)?))
    }

    fn ranking(&self, measure: &LessonMeasure, scenario: &Scenario) -> Option<&Ranking> {
        self.answers.ranking(scenario, goal_of(measure.gives)).map(|ranking| &**ranking)
    }

    /// What a unit of effort gives at a measure's link, or at the best.
    fn gain(&self, measure: &LessonMeasure, scenario: &Scenario) -> Option<Estimate> {
        let ranking = self.ranking(measure, scenario)?;
        let is_it = |id: &LinkId| measure.link.as_ref().is_none_or(|link| link == id);
        let link = ranking.links.iter().find(|link| is_it(&link.id))?;
        match &measure.persona {
            None => link.gives(ranking.outcome),
            Some(persona) => link.gives_to(ranking.outcome, persona),
        }
    }

    /// Visitors in the last period, of what would come without word of mouth. Its noise is that of the shares of those who
    /// recommend and advise against, in the period before (docs/model.md, "Two views").
    fn crowd(&self, scenario: &Scenario) -> Option<Estimate> {
        let calendar = self.answers.calendar(scenario)?;
        let periods = if scenario.is_empty() { &calendar.today } else { calendar.what_if.as_ref()? };
        let (last, before) = (periods.last()?, periods.len().checked_sub(2).and_then(|at| periods.get(at))?);
        let of = calendar.customers_per_period as f64;
        let value = last.arrived as f64 / of;
        let echo = scenario.echo.unwrap_or(self.journey.market.echo);
        let part = |some: u64| some as f64 / before.customers.max(1) as f64;
        let (good, bad) = (part(before.promoters), part(before.detractors));
        let tells = PROMOTER_TELLS * good - DETRACTOR_TELLS * bad;
        let spread = PROMOTER_TELLS * PROMOTER_TELLS * good + DETRACTOR_TELLS * DETRACTOR_TELLS * bad - tells * tells;
        let half = Z95 * echo / self.journey.period.per_year() * (spread / before.customers.max(1) as f64).sqrt();
        (of > 0.0).then_some(Estimate { value, low: value - half, high: value + half })
    }
}

/// What happened in the world that was asked about.
fn outcome_of<'a>(report: &'a Report, scenario: &Scenario) -> &'a Outcome {
    let both = TodayAndWhatIf { today: &report.today, what_if: report.what_if.as_ref() };
    if scenario.is_empty() { both.today } else { both.what_if.unwrap_or(both.today) }
}

/// What a change gives, in people who differ from their own twins.
fn gives(gives: Gives, report: &Report, scenario: &Scenario) -> Option<Estimate> {
    if scenario.is_empty() {
        return Some(certain(0.0));
    }
    let d = report.difference.as_ref()?;
    let [dropped, left, stays] = d.fates.0;
    match gives {
        Gives::Kept => net(d.saved, d.lost, d.fates.buy_in_both()),
        Gives::Won => net(d.won, d.sale_lost, d.fates.all()),
        Gives::AtEnd => net(dropped[2] + left[2], stays[0] + stays[1], d.fates.all()),
    }
}

/// So many more, so many fewer, of so many: the paired share (docs/model.md, "Questions").
fn net(more: u64, fewer: u64, of: u64) -> Option<Estimate> {
    if of == 0 {
        return None;
    }
    let n = of as f64;
    let value = (more as f64 - fewer as f64) / n;
    let half = Z95 * (((more + fewer) as f64 / n - value * value).max(0.0) / n).sqrt();
    Some(Estimate { value, low: value - half, high: value + half })
}

fn share(count: u64, of: u64) -> Option<Estimate> {
    let (count, of) = (count as f64, of as f64);
    let (low, high) = wilson(count, of);
    (of > 0.0).then(|| Estimate { value: count / of, low, high })
}

/// The link where the unit gives most, with the next best and how far it is ahead, over customers of their own.
fn best(ranking: &Ranking) -> Option<LessonFound> {
    let binding = ranking.binding.as_ref()?;
    Some(LessonFound::Link { link: binding.link.clone(), second: binding.second.clone(), lead: binding.lead })
}

fn certain(value: f64) -> Estimate {
    Estimate { value, low: value, high: value }
}

/// Half the interval of a difference of two figures whose noise has nothing in common.
pub(super) fn both_noises(a: &Estimate, b: &Estimate) -> f64 {
    let half = |e: &Estimate| (e.high - e.low) / 2.0;
    (half(a) * half(a) + half(b) * half(b)).sqrt()
}

/// The difference of two figures whose noise is taken to have nothing in common: never less than there is.
fn less(a: Estimate, b: Estimate) -> Estimate {
    let value = a.value - b.value;
    let half = both_noises(&a, &b);
    Estimate { value, low: value - half, high: value + half }
}

/// Complaints that were voiced after the purchase, and failures there.
fn voiced(journey: &Journey, outcome: &Outcome) -> (u64, u64) {
    let is_after = |link: &LinkId| {
        let touchpoint = match journey.handover(link) {
            Some(handover) => journey.touchpoint(&handover.to),
            None => journey.touchpoint(link),
        };
        touchpoint.is_some_and(|t| journey.stage(&t.phase) == Some(Stage::After))
    };
    let sum = |counts: &BTreeMap<LinkId, u64>| counts.iter().filter(|(link, _)| is_after(link)).map(|(_, n)| n).sum();
    (sum(&outcome.complaints_by_link), sum(&outcome.failed_by_link))
}

/// Of the customers at the end of the second period, those on a rung above the ground.
fn on_ladder(outcome: &Outcome) -> Option<Estimate> {
    let rungs = outcome.rungs.get(LADDER_AT)?;
    let all: u64 = rungs.iter().sum();
    share(all - rungs.first().copied().unwrap_or(0), all)
}
