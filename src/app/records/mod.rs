//! From somebody's file to a journey: reading, counting and making, the same in the page and in the shell.

mod reading;

use super::Language;
pub use crate::analysis::records::{
    Assumed, Calibrated, Calibration, CountingChoices, CurveFit, Fit, FittedCurve, Judged, JudgedFigure, LogCounts,
    MadeJourney, Means, SecondOpinion, ToLive, hits, judge_counts, judge_curve, judge_figure, own_of_counts,
    own_of_curve, second_opinion,
};
use crate::analysis::records::{count_log, journey_of, purchase_of, with_purchase};
pub use crate::exchange::{
    CountsRead, CurveRead, LogChoices, LogPreview, LogReader, TableChoices, counts_in, counts_text, curve_in,
    log_preview,
};
use crate::model::data::{CountedJourney, CountedStep, DataFault, EventLog};
use crate::model::edit::Beginnings;
use crate::model::{Stage, Text};
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
    /// The step after it at which customers reckon; without one that whose name says so.
    pub reckoning: Option<String>,
}

impl ReadingIn {
    fn made(&self, counted: &CountedJourney) -> Result<MadeJourney, DataFault> {
        if let Some(name) = &self.reckoning {
            let is = |step: &&CountedStep| step.name.to_lowercase() == name.trim().to_lowercase();
            match counted.steps.iter().find(is) {
                None => return Err(DataFault::UnknownStep { name: name.clone() }),
                Some(step) if step.stage == Stage::Before => {
                    return Err(DataFault::NotAfterPurchase { name: step.name.clone() });
                }
                Some(_) => {}
            }
        }
        let source = Text::same(&self.source);
        let mut made = journey_of(counted, self.reckoning.as_deref(), &self.beginnings, self.language.code(), &source);
        let name = self.source.rsplit_once('.').map_or(self.source.as_str(), |(name, _)| name).trim();
        if !name.is_empty() {
            made.journey.name = Text::same(name);
        }
        Ok(made)
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
