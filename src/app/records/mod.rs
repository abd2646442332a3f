//! From somebody's file to a journey: reading, counting and making, the same in the page and in the shell.

mod reading;

use super::Language;
pub use crate::analysis::records::{
    Assumed, Calibrated, Calibration, CountingChoices, CurveFit, Fit, FittedCurve, Judged, JudgedFigure, LogCounts,
    MadeJourney, Means, SaidOfSteps, SecondOpinion, ToLive, hits, judge_counts, judge_curve, judge_figure,
    own_of_counts, own_of_curve, second_opinion,
};
use crate::analysis::records::{count_log, journey_of, purchase_of, with_purchase};
pub use crate::exchange::{
    CountsRead, CurveRead, LogChoices, LogPreview, LogReader, TableChoices, counts_in, counts_text, curve_in,
    log_preview,
};
use crate::model::data::{CountedJourney, CountedStep, DataFault, EventLog, step_called};
use crate::model::edit::Beginnings;
use crate::model::{Phase, Stage, Text};
pub use reading::{Content, FileKind, FileReading, HowToRead, RARE, Seen, ToRead};

/// What a file is read into a journey with.
#[derive(Clone, Debug)]
pub struct ReadingIn {
    pub beginnings: Beginnings,
    pub language: Language,
    /// What the figures were counted in: the name of the file.
    pub source: String,
    /// The step that is the purchase; without one the first whose name says so.
    pub purchase: Option<String>,
    /// What is said of the other steps.
    pub said: SaidOfSteps,
}

impl ReadingIn {
    fn made(&self, counted: &CountedJourney) -> Result<MadeJourney, DataFault> {
        if let Some(name) = &self.said.reckoning {
            match counted.step_called(name).map(|at| &counted.steps[at]) {
                None => return Err(DataFault::UnknownStep { name: name.clone() }),
                Some(step) if step.stage == Stage::Before => {
                    return Err(DataFault::NotAfterPurchase { name: step.name.clone() });
                }
                Some(_) => {}
            }
        }
        let source = Text::same(&self.source);
        let mut made = journey_of(counted, &self.said, &self.beginnings, self.language.code(), &source);
        let name = self.source.rsplit_once('.').map_or(self.source.as_str(), |(name, _)| name).trim();
        if !name.is_empty() {
            made.journey.name = Text::same(name);
        }
        Ok(made)
    }

    /// Whether all that is said of phases and offers can be, among the names of a file's steps. A journey is made in any case,
    /// without what cannot be.
    ///
    /// # Errors
    /// The first of it that cannot be.
    pub fn is_as_said(&self, counted: &CountedJourney, names: &[String]) -> Result<(), DataFault> {
        let all = self.beginnings.all_phases();
        let told = |phases: &mut dyn Iterator<Item = &Phase>| -> Vec<String> {
            phases.map(|phase| phase.name.get(self.language.code()).to_owned()).collect()
        };
        let is_known = |name: &String| match step_called(names.iter().map(String::as_str), name) {
            Some(_) => Ok(counted.step_called(name).map(|at| &counted.steps[at])),
            None => Err(DataFault::UnknownStep { name: name.clone() }),
        };
        for (name, id) in &self.said.phases {
            let step = is_known(name)?;
            let Some(phase) = all.iter().find(|phase| phase.id == *id) else {
                return Err(DataFault::UnknownPhase { name: id.to_string(), phases: told(&mut all.iter()) });
            };
            if let Some(step) = step.filter(|step| step.stage != phase.stage) {
                let phases = told(&mut all.iter().filter(|phase| phase.stage == step.stage));
                return Err(DataFault::PhaseOfOtherSide { step: step.name.clone(), phases });
            }
        }
        let reckoning = self.said.reckoning.as_ref().and_then(|name| counted.step_called(name));
        for name in &self.said.offers {
            let is_none = |step: &&CountedStep| step.stage == Stage::Before || reckoning == counted.step_called(name);
            if let Some(step) = is_known(name)?.filter(is_none) {
                return Err(DataFault::NoOffer { name: step.name.clone() });
            }
        }
        Ok(())
    }
}

/// A journey out of counts that have been read.
///
/// # Errors
/// That nobody has said which step is the purchase, that no step is called so, or that the value check stands before it.
pub fn journey_of_counts(read: &mut CountsRead, by: &ReadingIn) -> Result<MadeJourney, DataFault> {
    let names = || read.counted.steps.iter().map(|step| step.name.clone()).collect();
    let found = purchase_of(&read.counted, by.purchase.as_deref(), &by.beginnings.purchase_words);
    let purchase = found.ok_or_else(|| match &by.purchase {
        Some(name) => DataFault::UnknownStep { name: name.clone() },
        None => DataFault::NoPurchase { steps: names() },
    })?;
    with_purchase(&mut read.counted, purchase);
    by.made(&read.counted)
}

/// A log counted, and the journey that it makes.
///
/// # Errors
/// That nobody has said which step is the purchase, that no step is called so, or that the value check stands before it.
pub fn journey_of_log(
    log: &EventLog,
    choices: &CountingChoices,
    by: &ReadingIn,
) -> Result<(LogCounts, MadeJourney), DataFault> {
    let counts = count_log(log, choices)?;
    let made = by.made(&counts.counted)?;
    Ok((counts, made))
}
