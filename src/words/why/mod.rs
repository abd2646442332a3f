//! Why a figure is what it is, in words, from this journey's own numbers.

mod link;
mod outcomes;

use super::{Teller, lever, number, unit};
use crate::app::Grounded;
use crate::model::{Field, Grounds};
use crate::say;
pub use link::of_link;
pub use outcomes::of_outcomes;

/// A figure's name, as it is explained, and the sentences about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub name: String,
    pub words: Vec<String>,
}

/// What figures stand on, in one sentence for each kind of grounds.
fn grounds(teller: &Teller, all: &[Grounded]) -> Vec<String> {
    let of = |grounds: Option<Grounds>| {
        let named = all.iter().filter(|g| g.grounds == grounds).map(|g| figure(teller, g)).collect::<Vec<_>>();
        (!named.is_empty()).then(|| number::list(named, say!(teller, levers.and)))
    };
    [
        of(Some(Grounds::Measured)).map(|list| say!(teller, why.measured, list = list)),
        published(teller, all),
        of(Some(Grounds::Estimated)).map(|list| say!(teller, why.estimated, list = list)),
        of(Some(Grounds::Assumption)).map(|list| say!(teller, why.assumed, list = list)),
        of(None).map(|list| say!(teller, why.unsaid, list = list)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is published of others: each figure with its source.
fn published(teller: &Teller, all: &[Grounded]) -> Option<String> {
    let each = all.iter().filter(|g| g.grounds == Some(Grounds::Published)).map(|g| {
        let (figure, source) = (figure(teller, g), g.source.get(teller.code()));
        if source.is_empty() { figure } else { say!(teller, why.by_source, figure = figure, source = source) }
    });
    let each: Vec<String> = each.collect();
    (!each.is_empty()).then(|| say!(teller, why.published, list = each.join(" ")))
}

/// "strength 42 %"
fn figure(teller: &Teller, grounded: &Grounded) -> String {
    let share = |v| number::short_percent(teller.language, v);
    let of = |its: Field| (lever::lower_name(teller.language, its), lever::value(teller, its, grounded.value));
    let (name, value) = match grounded.figure {
        Field::Strength => of(Field::Strength),
        Field::Gain => of(Field::Gain),
        Field::Pain => of(Field::Pain),
        // "once a month" says by itself what it is.
        Field::Frequency => return unit::how_often(teller, grounded.value, false),
        Field::Days => of(Field::Days),
        Field::Sensing => of(Field::Sensing),
        Field::Share => of(Field::Share),
        Field::ComplaintRate => {
            (say!(teller, problems.quantities.complaint_rate).to_lowercase(), share(grounded.value))
        }
        Field::RivalPull => (say!(teller, problems.quantities.rival_pull).to_lowercase(), share(grounded.value)),
        Field::Disturbance => (say!(teller, problems.quantities.disturbance).to_lowercase(), share(grounded.value)),
        Field::Price => {
            let price = number::money(teller.language, grounded.value, teller.currency());
            (say!(teller, problems.quantities.price).to_lowercase(), price)
        }
        _ => return String::new(),
    };
    say!(teller, why.figure, name = name, value = value)
}
