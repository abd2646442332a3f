//! The shell's JSON of what is reported, where it is not simply field by field: figures stand among what they belong to,
//! and a persona's own list of personas is left out. As bytes everything is written field by field, and is read so.

use super::report::{Difference, Figures, Outcome};
use super::studies::{AloneAndAfter, Pair};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Writes fields by their names.
macro_rules! fields {
    ($to:ident: $($field:ident),*) => { $($to.serialize_field(stringify!($field), $field)?;)* };
}

fn write_figures<S: SerializeStruct>(figures: &Figures, to: &mut S) -> Result<(), S::Error> {
    #[rustfmt::skip]
    let Figures {
        conversion, churn, retention_12, lifetime, revenue_per_arrival, recommendation, offer_success, days_to_purchase,
        complaints_per_period,
    } = figures;
    fields!(to: conversion, churn, retention_12, lifetime);
    fields!(to: revenue_per_arrival, recommendation, offer_success, days_to_purchase, complaints_per_period);
    Ok(())
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[rustfmt::skip]
        let Self {
            figures, revenue_per_arrival_money, survival, survival_low, survival_high, arrived, bought, left,
            left_at_once, dropped_by_link, dead_ends_by_link, left_by_link, or_price_by_link, met_by_link, failed_by_link, complaints_by_link, rungs,
            bound_by_tenure, mood_by_link, mood_by_tenure, by_persona, lost_in_loops,
        } = self;
        let is_json = to.is_human_readable();
        let mut to = to.serialize_struct("Outcome", 22)?;
        if is_json {
            write_figures(figures, &mut to)?;
        } else {
            fields!(to: figures);
        }
        fields!(to: revenue_per_arrival_money, survival, survival_low, survival_high, arrived, bought, left);
        fields!(to: left_at_once);
        fields!(to: dropped_by_link, dead_ends_by_link, left_by_link, or_price_by_link);
        fields!(to: met_by_link, failed_by_link, complaints_by_link);
        fields!(to: rungs, bound_by_tenure, mood_by_link, mood_by_tenure);
        if !is_json || !by_persona.is_empty() {
            fields!(to: by_persona);
        }
        fields!(to: lost_in_loops);
        to.end()
    }
}

impl Serialize for Difference {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self { figures, won, sale_lost, saved, lost, unchanged, reaches, fates, by_persona } = self;
        let is_json = to.is_human_readable();
        let mut to = to.serialize_struct("Difference", 9)?;
        if is_json {
            write_figures(figures, &mut to)?;
        } else {
            fields!(to: figures);
        }
        fields!(to: won, sale_lost, saved, lost, unchanged, reaches, fates);
        if !is_json || !by_persona.is_empty() {
            fields!(to: by_persona);
        }
        to.end()
    }
}

impl Serialize for Pair {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self { first, then, gives, by_persona } = self;
        let is_json = to.is_human_readable();
        let mut to = to.serialize_struct("Pair", 4)?;
        fields!(to: first, then);
        if is_json {
            let AloneAndAfter { alone, after, more } = gives;
            fields!(to: alone, after, more);
        } else {
            fields!(to: gives);
        }
        fields!(to: by_persona);
        to.end()
    }
}
