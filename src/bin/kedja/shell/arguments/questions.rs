//! What the questions that take many runs are given.

use super::values::{cost, level, link, outcome};
use super::{Change, Out};
use clap::Args;
use kedja::analysis::studies::Goal;
use kedja::model::LinkId;

/// What a question that takes many runs is asked about.
#[derive(Args)]
pub struct Question {
    /// A ready journey, a journey file, or - for standard input
    pub journey: String,
    /// Simulated visitors; each question has a number of its own that is usually enough
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    pub customers: Option<u64>,
    /// The outcome that is asked about: conversion, churn, retention_12, revenue_per_arrival, customers_at_end or
    /// recommendation
    #[arg(long, value_name = "OUTCOME", default_value = "churn", value_parser = outcome)]
    pub outcome: Goal,
    /// One unit of effort, the same wherever it is spent
    #[arg(long, value_name = "E", default_value_t = 1.0, allow_hyphen_values = true)]
    pub effort: f64,
    /// Each unit of effort adds 10 percentage points instead of halving the failures
    #[arg(long)]
    pub line: bool,
    /// The world in which it is asked
    #[command(flatten)]
    pub change: Change,
    /// How the result is written
    #[arg(long, value_enum, default_value_t = Out::Table)]
    pub out: Out,
}

#[derive(Args)]
pub struct BudgetQuestion {
    #[command(flatten)]
    pub question: Question,
    /// Units of effort to spend
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub units: u32,
    /// What one unit of effort costs in money; needed unless the journey counts effort in money
    #[arg(long, value_name = "M", value_parser = cost)]
    pub unit_cost: Option<f64>,
}

#[derive(Args)]
pub struct ReachQuestion {
    #[command(flatten)]
    pub question: Question,
    /// Where the outcome should stand, like 2% or 0.02; revenue_per_arrival in prices, recommendation as a score
    #[arg(long, value_name = "LEVEL", value_parser = level, allow_hyphen_values = true)]
    pub target: f64,
}

#[derive(Args)]
pub struct SureQuestion {
    #[command(flatten)]
    pub question: Question,
    /// Tries within the ranges of the estimates (plausible worlds)
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub worlds: u32,
}

#[derive(Args)]
pub struct ChainQuestion {
    #[command(flatten)]
    pub question: Question,
    /// Effort that the first link of each pair is strengthened by
    #[arg(long, value_name = "E", default_value_t = 2.0, allow_hyphen_values = true)]
    pub mended_by: f64,
}

#[derive(Args)]
pub struct StrainQuestion {
    #[command(flatten)]
    pub question: Question,
    /// The most strain that is tried
    #[arg(long, value_name = "X", default_value_t = 2.0)]
    pub most: f64,
    /// In how many steps up to it
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub steps: u32,
}

#[derive(Args)]
pub struct RescueQuestion {
    #[command(flatten)]
    pub question: Question,
    /// The link to strengthen; by default the one where the effort does most for the outcome
    #[arg(long, value_name = "LINK", value_parser = link)]
    pub link: Option<LinkId>,
}
