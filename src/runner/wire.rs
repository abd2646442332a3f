//! What passes between the page and a worker, as bytes.
//!
//! Compact binary (postcard) for parts and tallies. Journeys, scenarios, reports and problems leave fields out when
//! they are empty, which a format without field names cannot carry: they travel as JSON text inside.

use super::{Answer, Ask, Question};
use crate::analysis::Report;
use crate::analysis::studies::Trial;
use crate::engine::{Tally, TrialTally};
use crate::model::{Journey, Problem};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::rc::Rc;

/// A piece of work: the least that is given to a worker, and repeated if the worker dies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Job {
    /// Live these blocks of customers.
    Live(Range<u64>),
    /// Say what this tally means.
    Report(Rc<Tally>),
    Answer(Question),
    /// Live these blocks of a trial. The number is never used for another one.
    Trial {
        number: u64,
        journey: JourneyText,
        trial: TrialText,
        blocks: Range<u64>,
    },
}

/// From the page to a worker. Each is answered once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToWorker {
    /// Number of the request that the job is of.
    pub generation: u64,
    /// The request itself, the first time that a worker is to work for it.
    pub ask: Option<AskText>,
    pub job: Job,
}

/// From a worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "a message is made once and taken apart; tallies are what is sent")]
pub enum FromWorker {
    /// Started, and listening. Said once, before anything is asked.
    Ready,
    /// Still at it. Said now and then during a long job, which is not answered by it.
    Alive,
    /// The answer to [`Job::Live`].
    Lived {
        tally: Tally,
        /// How long it took [ms].
        took: f64,
    },
    /// The answer to [`Job::Report`].
    Reported(#[serde(with = "as_json")] Box<Report>),
    /// The answer to [`Job::Answer`].
    Answered(Answer),
    /// The answer to [`Job::Trial`].
    Tried(Box<TrialTally>),
    /// The answer to any job of a request that cannot be run.
    Refused(#[serde(with = "as_json")] Vec<Problem>),
}

/// A request as JSON, written once and sent to each worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskText(Rc<str>);

impl AskText {
    /// The text of a request.
    #[expect(clippy::expect_used, reason = "all keys of a request are texts, which is all that JSON asks for")]
    pub fn of(ask: &Ask) -> Self {
        Self(serde_json::to_string(ask).expect("a request has a form in JSON").into())
    }

    /// The request in the text.
    ///
    /// # Errors
    /// When the text is no request: a figure that is not a number has no JSON.
    pub fn read(&self) -> Result<Ask, serde_json::Error> {
        serde_json::from_str(&self.0)
    }
}

/// A journey as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyText(Rc<str>);

impl JourneyText {
    /// The text of a journey.
    #[expect(clippy::expect_used, reason = "all keys of a journey are texts, which is all that JSON asks for")]
    pub fn of(journey: &Journey) -> Self {
        Self(serde_json::to_string(journey).expect("a journey has a form in JSON").into())
    }

    /// The journey in the text.
    ///
    /// # Errors
    /// When the text is no journey.
    pub fn read(&self) -> Result<Journey, serde_json::Error> {
        serde_json::from_str(&self.0)
    }
}

/// A trial as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrialText(Rc<str>);

impl TrialText {
    /// The text of a trial.
    #[expect(clippy::expect_used, reason = "all keys of a trial are texts, which is all that JSON asks for")]
    pub fn of(trial: &Trial) -> Self {
        Self(serde_json::to_string(trial).expect("a trial has a form in JSON").into())
    }

    /// The trial in the text.
    ///
    /// # Errors
    /// When the text is no trial.
    pub fn read(&self) -> Result<Trial, serde_json::Error> {
        serde_json::from_str(&self.0)
    }
}

/// The bytes of a message.
#[expect(clippy::expect_used, reason = "no message holds a sequence whose length is unknown beforehand")]
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_stdvec(message).expect("a message has a form in bytes")
}

/// The message in these bytes.
///
/// # Errors
/// When the bytes are no such message.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, postcard::Error> {
    postcard::from_bytes(bytes)
}

pub(super) mod as_json {
    use serde::de::{DeserializeOwned, Error as _};
    use serde::ser::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<T: Serialize, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        serde_json::to_string(value).map_err(S::Error::custom)?.serialize(to)
    }

    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        serde_json::from_str(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}
