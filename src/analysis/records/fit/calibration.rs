//! Makes a journey do what a company has counted of today, as far as it can: what does not match yet is put right by what makes
//! it, one thing after the other, and what somebody has measured stays. As little is changed as does it.

use super::candidate::{Candidate, are_measured, to_live, with_customers};
use super::kinds::{FittedCustomers, KindsTried, OF_CUSTOMERS};
use super::scaled::{Scaled, is_measured, written};
use super::{CurveFit, Fit, ToLive};
use crate::analysis::exact::exact_conversion;
use crate::analysis::records::judge::{Judged, JudgedFigure, conversion_error, judge_today, simulated};
use crate::analysis::report::Outcome;
use crate::model::fields::PartKind;
use crate::model::{Evidence, Field, Grounds, Journey, OwnFigure, OwnFigures, Scenario, Text};

/// What makes a figure what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// How often links fail before the purchase.
    Failures,
    /// How long links take before the purchase.
    Days,
    /// How many complain of those whom a link fails after the purchase.
    Complaints,
    /// How useful the product is to customers, how long they remember, and how many failures they put up with.
    Customers,
    /// The price. Nothing else depends on it, for whatever is felt is felt in prices.
    Price,
}

impl Means {
    /// In the order in which they are put right.
    pub const ALL: [Self; 5] = [Self::Failures, Self::Days, Self::Complaints, Self::Customers, Self::Price];

    /// By what a figure is put right.
    pub fn of(figure: OwnFigure) -> Self {
        match figure {
            OwnFigure::Conversion => Self::Failures,
            OwnFigure::Days => Self::Days,
            OwnFigure::Complaints => Self::Complaints,
            OwnFigure::Churn | OwnFigure::Retention12 | OwnFigure::Recommendation => Self::Customers,
            OwnFigure::Revenue => Self::Price,
        }
    }
}

/// What was changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Adjusted {
    /// The odds of a failure before the purchase are so many times as high.
    Failures(f64),
    /// So many times as many days.
    Days(f64),
    /// So many times as many complain of those whom a link fails.
    Complaints(f64),
    Customers(FittedCustomers),
    /// From one price to another [money].
    Price(f64, f64),
}

/// Why a figure was not put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAdjusted {
    /// All that makes it was measured.
    Measured,
    /// Nothing is there that makes it: no days, no complaint rates, nobody who buys.
    Nothing,
    /// It lies beyond what these can make.
    OutOfReach,
    /// No kind of customer that was tried gives it together with the other figures of customers.
    NotTogether,
    /// What it depends on may not be changed.
    NotAllowed,
    /// It matched before, and what was changed for others moved it.
    Moved,
}

/// A journey that has been put right, as far as it goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibrated {
    pub journey: Journey,
    pub adjusted: Vec<Adjusted>,
    pub not_adjusted: Vec<(OwnFigure, NotAdjusted)>,
    /// The figures beside those of the journey as it was, and as it is now.
    pub before: Vec<Judged>,
    pub after: Vec<Judged>,
}

/// How many times more visitors a journey is lived with whose figures are to be right to the last digit.
const LARGE: u64 = 12;
/// The odds of a failure are tried between so many times lower and higher.
const ODDS: f64 = 64.0;
const HALVINGS: usize = 60;

/// Where a calibration stands.
#[derive(Clone, Debug)]
enum Stage {
    /// The journey as it is.
    Begun,
    /// The same, and with half the days and complaint rates.
    Scaling,
    Customers(KindsTried),
    /// With the right customers.
    Last,
    /// Once more, since something was changed after that.
    Checked,
    Done,
}

/// A calibration under way.
#[derive(Clone, Debug)]
pub struct Calibration {
    journey: Journey,
    own: OwnFigures,
    means: Vec<Means>,
    source: Text,
    /// Figures that do not match, where whoever asks knows it.
    missed: Option<Vec<OwnFigure>>,
    /// Part of the usual visitors that each kind of customer is tried with.
    part: f64,
    /// How many complaints the rates make that can be scaled, as they are now [complaints of 100 customers].
    scaled_complaints: Option<f64>,
    stage: Stage,
    /// What came of what is asked for, by number.
    told: Vec<Option<Outcome>>,
    adjusted: Vec<Adjusted>,
    not_adjusted: Vec<(OwnFigure, NotAdjusted)>,
    before: Vec<Judged>,
    after: Vec<Judged>,
}

impl Calibration {
    /// Begins with a journey, what was counted of it, by what it may be put right, and in what words that is the source of a figure.
    /// `part` of the usual visitors are lived for each kind of customer.
    pub fn new(journey: &Journey, own: &OwnFigures, means: &[Means], source: &Text, part: f64) -> Self {
        Self {
            journey: journey.clone(),
            own: own.clone(),
            means: means.to_vec(),
            source: source.clone(),
            missed: None,
            part,
            scaled_complaints: None,
            stage: Stage::Begun,
            told: Vec::new(),
            adjusted: Vec::new(),
            not_adjusted: Vec::new(),
            before: Vec::new(),
            after: Vec::new(),
        }
    }

    /// The same for figures that are known not to match: whoever asks has seen more visitors than are lived here.
    pub fn of_missed(self, missed: Vec<OwnFigure>) -> Self {
        Self { missed: Some(missed), ..self }
    }

    /// Visitors to live for each kind: as many as make enough buyers.
    fn few(&self) -> u64 {
        let usual = CurveFit::customers(exact_conversion(&self.journey, &Scenario::default()));
        ((usual as f64 * self.part) as u64).max(1)
    }

    fn judged(&self, outcome: &Outcome) -> Vec<Judged> {
        judge_today(outcome, self.journey.horizon, &self.own, conversion_error(&self.journey))
    }

    /// Whether a figure did not match at first, as far as something could be told of it.
    fn is_missed(&self, figure: OwnFigure) -> bool {
        let judged = self.before.iter().find(|one| one.figure == JudgedFigure::Own(figure));
        judged.is_some_and(|one| match &self.missed {
            Some(missed) => missed.contains(&figure),
            None => !one.is_hit,
        })
    }

    /// Whether these are to be put right: they may, and a figure that they make did not match.
    fn is_wanted(&self, means: Means) -> bool {
        let is_missed = |figure: &OwnFigure| Means::of(*figure) == means && self.is_missed(*figure);
        self.means.contains(&means) && OwnFigure::ALL.iter().any(is_missed)
    }

    /// A figure that is to be put right alone: what it is to be.
    fn wanted(&self, figure: OwnFigure) -> Option<f64> {
        self.own.get(figure).map(|count| count.value).filter(|_| self.is_wanted(Means::of(figure)))
    }

    fn give_up(&mut self, figure: OwnFigure, why: NotAdjusted) {
        if !self.not_adjusted.iter().any(|(known, _)| *known == figure) {
            self.not_adjusted.push((figure, why));
        }
    }

    /// Gives up those figures of customers that did not match.
    fn give_up_customers(&mut self, why: NotAdjusted) {
        let missed = OF_CUSTOMERS.map(|figure| self.is_missed(figure).then_some(figure));
        missed.into_iter().flatten().for_each(|figure| self.give_up(figure, why));
    }

    /// Asks for the journey, and for others beside it.
    fn ask(&mut self, others: Vec<Journey>) -> Vec<ToLive> {
        self.told = vec![None; others.len() + 1];
        let journeys = std::iter::once(self.journey.clone()).chain(others);
        let customers = self.few() * LARGE;
        let one = |(number, journey): (u32, Journey)| ToLive {
            journey,
            scenarios: vec![(number, Scenario::default())],
            customers,
        };
        (0..).zip(journeys).map(one).collect()
    }

    /// The outcome of what was asked for first.
    fn lived(&mut self) -> Option<Outcome> {
        self.told.first_mut().and_then(Option::take)
    }

    /// What makes a figure can be scaled; else why not.
    fn may_scale(&self, scaled: Scaled) -> Result<(), NotAdjusted> {
        match scaled.figures(&self.journey) {
            (0, _) => Err(NotAdjusted::Nothing),
            (all, measured) if all == measured => Err(NotAdjusted::Measured),
            _ => Ok(()),
        }
    }

    /// Fails so much more, or less, often before the purchase that as many buy as were counted. No life is needed for that.
    fn put_conversion_right(&mut self) {
        let Some(own) = self.wanted(OwnFigure::Conversion) else { return };
        if let Err(why) = self.may_scale(Scaled::Failures) {
            return self.give_up(OwnFigure::Conversion, why);
        }
        let failing = |times: f64| Scaled::Failures.by(&self.journey, times, &self.source);
        let bought = |times: f64| exact_conversion(&failing(times), &Scenario::default());
        let (mut low, mut high) = (-libm::log(ODDS), libm::log(ODDS));
        if own > bought(libm::exp(low)) || own < bought(libm::exp(high)) {
            return self.give_up(OwnFigure::Conversion, NotAdjusted::OutOfReach);
        }
        for _ in 0..HALVINGS {
            let middle = (low + high) / 2.0;
            if bought(libm::exp(middle)) > own { low = middle } else { high = middle }
        }
        let times = libm::exp((low + high) / 2.0);
        self.journey = failing(times);
        self.adjusted.push(Adjusted::Failures(times));
    }

    /// Scales days and complaint rates by what half as much came to: days follow exactly, complaints nearly. No half is beyond what can
    /// be.
    fn put_scaled_right(&mut self) {
        let told = std::mem::take(&mut self.told);
        let (Some(Some(once)), Some(Some(half))) = (told.first(), told.get(1)) else { return };
        for (figure, scaled) in [(OwnFigure::Days, Scaled::Days), (OwnFigure::Complaints, Scaled::Complaints)] {
            let Some(own) = self.wanted(figure) else { continue };
            if let Err(why) = self.may_scale(scaled) {
                self.give_up(figure, why);
                continue;
            }
            let of = |outcome| simulated(outcome, figure).map(|estimate| estimate.value);
            // What the rest makes, which somebody has measured, stays.
            let Some((once, scales)) = of(once).zip(of(half)).map(|(once, half)| (once, 2.0 * (once - half))) else {
                self.give_up(figure, NotAdjusted::Nothing);
                continue;
            };
            if scales <= 0.0 {
                self.give_up(figure, NotAdjusted::Nothing);
                continue;
            }
            let times = 1.0 + (own - once) / scales;
            if times <= 0.0 {
                self.give_up(figure, NotAdjusted::OutOfReach);
                continue;
            }
            if scaled == Scaled::Complaints {
                self.scaled_complaints = Some(scales * times);
            }
            self.scale(scaled, times);
        }
    }

    fn scale(&mut self, scaled: Scaled, times: f64) {
        self.journey = scaled.by(&self.journey, times, &self.source);
        let kind = if scaled == Scaled::Days { Adjusted::Days } else { Adjusted::Complaints };
        let known = self.adjusted.iter_mut().find_map(|one| match (one, scaled) {
            (Adjusted::Days(known), Scaled::Days) | (Adjusted::Complaints(known), Scaled::Complaints) => Some(known),
            _ => None,
        });
        match known {
            Some(known) => *known *= times,
            None => self.adjusted.push(kind(times)),
        }
    }

    /// What is left once the customers are right: complaints that follow from who they are, and the price.
    fn put_rest_right(&mut self, lived: &Outcome) {
        let told = |figure| simulated(lived, figure).map(|estimate| estimate.value);
        if let (Some(scales), Some(own), Some(told)) =
            (self.scaled_complaints, self.wanted(OwnFigure::Complaints), told(OwnFigure::Complaints))
        {
            let times = 1.0 + (own - told) / scales;
            if times > 0.0 {
                self.scale(Scaled::Complaints, times);
            }
        }
        // What was changed for others may have moved it.
        let own = self.own.get(OwnFigure::Revenue).filter(|own| own.is_over(self.journey.horizon));
        let is_off =
            self.judged(lived).iter().any(|one| !one.is_hit && one.figure == JudgedFigure::Own(OwnFigure::Revenue));
        if let Some(own) =
            own.filter(|_| self.means.contains(&Means::Price) && (is_off || self.is_wanted(Means::Price)))
        {
            self.put_price_right(own.value, told(OwnFigure::Revenue));
        }
    }

    fn put_price_right(&mut self, own: f64, told: Option<f64>) {
        let Some(told) = told.filter(|told| *told > 0.0) else {
            return self.give_up(OwnFigure::Revenue, NotAdjusted::Nothing);
        };
        let (from, to) = (self.journey.price, written(self.journey.price * own / told));
        let most = Field::Price.on(PartKind::Journey).map_or(f64::INFINITY, |row| row.most);
        if is_measured(&self.journey.evidence, Field::Price) {
            self.give_up(OwnFigure::Revenue, NotAdjusted::Measured);
        } else if to <= 0.0 || to > most {
            self.give_up(OwnFigure::Revenue, NotAdjusted::OutOfReach);
        } else if to != from {
            self.journey.price = to;
            let evidence = Evidence::new(Grounds::Estimated, self.source.clone());
            self.journey.evidence.insert(Field::Price, evidence);
            self.adjusted.push(Adjusted::Price(from, to));
        }
    }

    /// Ends with what came of it all: whatever does not match has its reason.
    fn end(&mut self, lived: &Outcome) -> Vec<ToLive> {
        self.after = self.judged(lived);
        let missed = |one: &Judged| match one.figure {
            JudgedFigure::Own(figure) if !one.is_hit => Some(figure),
            _ => None,
        };
        let missed: Vec<OwnFigure> = self.after.iter().filter_map(missed).collect();
        for figure in missed {
            let may = self.means.contains(&Means::of(figure));
            let why = match (may, self.is_missed(figure)) {
                (false, _) => NotAdjusted::NotAllowed,
                (true, true) => NotAdjusted::OutOfReach,
                (true, false) => NotAdjusted::Moved,
            };
            self.give_up(figure, why);
        }
        Vec::new()
    }

    /// Ends a stage with what came of it, and asks for what the next one needs.
    fn go_on(&mut self) -> Vec<ToLive> {
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Begun => {
                let Some(lived) = self.lived() else { return Vec::new() };
                self.before = self.judged(&lived);
                if !Means::ALL.into_iter().any(|means| self.is_wanted(means)) {
                    return self.end(&lived);
                }
                self.put_conversion_right();
                self.stage = Stage::Scaling;
                let half = Scaled::Complaints.by(&self.journey, 0.5, &self.source);
                let half = Scaled::Days.by(&half, 0.5, &self.source);
                let is_scaled = self.is_wanted(Means::Days) || self.is_wanted(Means::Complaints);
                if is_scaled { self.ask(vec![half]) } else { self.go_on() }
            }
            Stage::Scaling => {
                self.put_scaled_right();
                if self.is_wanted(Means::Customers) && !are_measured(&self.journey) {
                    let is_told = |figure| self.before.iter().any(|one| one.figure == JudgedFigure::Own(figure));
                    self.stage = Stage::Customers(KindsTried::new(&self.own, is_told));
                    return self.next_kinds();
                }
                if self.is_wanted(Means::Customers) {
                    self.give_up_customers(NotAdjusted::Measured);
                }
                self.stage = Stage::Last;
                self.ask(Vec::new())
            }
            Stage::Customers(mut kinds) => {
                for (n, outcome) in self.told.drain(..).enumerate() {
                    kinds.take(n, outcome.as_ref());
                }
                kinds.learn();
                self.stage = Stage::Customers(kinds);
                self.next_kinds()
            }
            Stage::Last => {
                let Some(lived) = self.lived() else { return Vec::new() };
                let journey = self.journey.clone();
                self.put_rest_right(&lived);
                if journey == self.journey {
                    return self.end(&lived);
                }
                self.stage = Stage::Checked;
                self.ask(Vec::new())
            }
            Stage::Checked => {
                let Some(lived) = self.lived() else { return Vec::new() };
                self.end(&lived)
            }
            Stage::Done => Vec::new(),
        }
    }

    /// The next kinds of customer to try; once they are found, the journey with them.
    fn next_kinds(&mut self) -> Vec<ToLive> {
        let few = self.few();
        let Stage::Customers(kinds) = &mut self.stage else { return Vec::new() };
        kinds.ask();
        if !kinds.asked.is_empty() {
            self.told = vec![None; kinds.asked.len()];
            let of = |large: bool| {
                let numbered = (0..).zip(&kinds.asked).filter(move |(_, (_, is_large))| *is_large == large);
                numbered.map(|(number, (kind, _))| (number, *kind)).collect::<Vec<_>>()
            };
            let horizon = self.journey.horizon;
            let mut live = to_live(&self.journey, horizon, few, of(false));
            live.extend(to_live(&self.journey, horizon, few * LARGE, of(true)));
            return live;
        }
        let found = kinds.found();
        self.stage = Stage::Last;
        match found {
            // Nothing of them is other than it was where those of the journey do it best, or where nobody does it.
            Some((_, false)) => {
                let told = OF_CUSTOMERS.into_iter().filter(|figure| self.own.get(*figure).is_some()).count();
                let why = if told > 1 { NotAdjusted::NotTogether } else { NotAdjusted::OutOfReach };
                self.give_up_customers(why);
            }
            Some((found, _)) if found.best == Candidate::AS_THEY_ARE => {}
            Some((found, _)) => {
                if let Ok(journey) = with_customers(&self.journey, found.best, &found.ranges, &self.source) {
                    self.journey = journey;
                    self.adjusted.push(Adjusted::Customers(found));
                }
            }
            None => self.give_up_customers(NotAdjusted::Nothing),
        }
        self.ask(Vec::new())
    }
}

impl Fit for Calibration {
    type Found = Calibrated;

    fn next(&mut self) -> Vec<ToLive> {
        if matches!(self.stage, Stage::Begun) && self.told.is_empty() {
            return self.ask(Vec::new());
        }
        self.go_on()
    }

    fn tell(&mut self, number: u32, outcome: Option<&Outcome>) {
        if let Some(place) = self.told.get_mut(number as usize) {
            *place = outcome.cloned();
        }
    }

    fn progress(&self) -> f64 {
        match &self.stage {
            Stage::Begun => 0.0,
            Stage::Scaling => 0.05,
            Stage::Customers(kinds) => 0.1 + 0.8 * (kinds.len() as f64 / KindsTried::ALL).min(1.0),
            Stage::Last | Stage::Checked => 0.95,
            Stage::Done => 1.0,
        }
    }

    fn found(&self) -> Option<Calibrated> {
        (!self.after.is_empty()).then(|| Calibrated {
            journey: self.journey.clone(),
            adjusted: self.adjusted.clone(),
            not_adjusted: self.not_adjusted.clone(),
            before: self.before.clone(),
            after: self.after.clone(),
        })
    }
}
