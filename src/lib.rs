//! Kedja simulates populations of customers moving through a journey.
//!
//! Data flows one way, and so do the modules; none reads one that stands below it in this list.
//!
//! | module | holds | never holds |
//! | --- | --- | --- |
//! | [`model`] | what is simulated: journeys, scenarios, their units and checks | chance, clock, input and output |
//! | [`exchange`] | what comes in and goes out as files: formats, their versions, problems of their text | disk, network, state |
//! | [`engine`] | how a life unfolds: draws, worlds, one customer, tallies | platform `exp`/`ln`/`pow`, hash order, clock |
//! | [`analysis`] | what the tallies mean: figures with their noise, exact answers, answers to questions | formatting for the screen |
//! | [`runner`] | where lives are lived: here, or in workers; the newest request wins | anything about panels |
//! | [`app`] | the state of the page without the page: commands, undo, opened files | signals, DOM |
//! | [`charts`] | shapes to draw, as plain values | signals, DOM, colours |
//! | [`words`] | what is said: texts in each language, and numbers as it writes them | signals, DOM |
//! | `ui` | the page (Leptos), with the feature `ui` | arithmetic on results, rules of the model |
//!
//! Absent on purpose: network access, accounts, and any clock in what is computed. The same seed gives the same bits
//! on every machine (`docs/model.md`, "Draws").
//!
//! A journey, what is changed in it, and what that does to the same customers:
//!
//! ```
//! use kedja::analysis::Cohort;
//! use kedja::engine::BLOCK;
//! use kedja::exchange::ready;
//! use kedja::model::{Change, CheckedJourney, Improvement, Scenario};
//!
//! let telecom = CheckedJourney::new(ready("telecom").unwrap().journey()).unwrap();
//! let clearer_invoice = Improvement {
//!     id: "clearer-invoice".into(),
//!     changes: vec![Change::Strengthen { link: "invoice".into(), effort: 1.0 }],
//!     ..Improvement::default()
//! };
//! let scenario = Scenario { improvements: vec![clearer_invoice], ..Scenario::default() };
//!
//! let (customers, seed) = (20_480, 1);
//! let cohort = Cohort::new(&telecom, &scenario, seed).unwrap();
//! let report = cohort.report(&cohort.live(0..customers / BLOCK, customers));
//!
//! let churn = report.difference.unwrap().figures.churn.unwrap();
//! assert!(churn.high < 0.0, "fewer leave each month, and that is not the noise");
//! ```

pub mod analysis;
pub mod app;
pub mod charts;
pub mod engine;
pub mod exchange;
pub mod model;
pub mod runner;
#[cfg(feature = "ui")]
pub mod ui;
pub mod words;

pub(crate) use words::say;
