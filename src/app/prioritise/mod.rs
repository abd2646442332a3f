//! What is asked when a room prioritises, and what the answers come to.

mod advice;
mod bets;
mod examples;
mod findings;
mod gain;
mod harm;
mod multiply;
mod presentation;
mod study_cache;
mod which_studies;

pub use advice::{Advice, AdviceEvidence, Strategy, advice, is_first_look};
pub use bets::{Bets, ChipsOnLink, bets, chips_on};
pub use examples::{DOES_NOT_HOLD, Example, HOLDS};
pub use findings::StudyFindings;
pub use gain::{Counted, as_counted, counted, times_as_much};
pub use harm::{Harm, harm};
pub use multiply::{Interaction, Multiplies, carries, carries_for_persona, gives_for, multiplies, pair_of};
pub use presentation::{
    Allocation, BestIn, GivesWay, Saved, best_in, gives_way, is_mostly_noise, payback, race_levels, saved, stands_at,
    strain_levels, who_gets,
};
pub use study_cache::StudyCache;
