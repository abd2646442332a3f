//! Guesses: the figures of a journey that nobody knows for certain, with how far off they may be.

use crate::model::defaults::{MAX_FREQUENCY, MAX_VALUE};
use crate::model::{
    Change, Evidence, Field, Journey, LinkId, PartId, PersonaChange, PersonaId, Scenario, Strength, is_varied,
    plausible_range,
};
use std::collections::BTreeMap;

/// Of whom or what a figure is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FigureOf {
    Link(LinkId),
    Persona(PersonaId),
}

/// A figure that is not known for certain.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Guess {
    pub of: FigureOf,
    pub figure: Field,
    /// Lowest, likely and highest value, in the figure's own unit.
    pub range: Strength,
}

impl Guess {
    /// The figure at a value, on top of a scenario.
    pub fn set(&self, value: f64, scenario: &mut Scenario) -> Option<Change> {
        match &self.of {
            FigureOf::Link(link) => Some(Change::Set { link: link.clone(), lever: self.figure, value }),
            FigureOf::Persona(persona) => {
                let quality = PersonaChange { persona: persona.clone(), quality: self.figure, value };
                // What is asked about comes later and holds.
                scenario.qualities.insert(0, quality);
                None
            }
        }
    }

    /// The name by which its draw is keyed.
    pub fn key(&self) -> String {
        match &self.of {
            FigureOf::Link(link) if self.figure == Field::Strength => link.to_string(),
            FigureOf::Link(link) => format!("{link} {}", self.figure.name()),
            FigureOf::Persona(persona) => format!("persona {persona} {}", self.figure.name()),
        }
    }
}

/// All of a journey, strengths first.
pub(super) fn guesses(journey: &Journey) -> Vec<Guess> {
    let mut all: Vec<Guess> = Vec::new();
    let strengths = journey.touchpoints.iter().map(|t| (&t.id, t.strength));
    for (link, range) in strengths.chain(journey.handovers.iter().map(|h| (&h.id, h.strength))) {
        if lowest(&range) < highest(&range) {
            all.push(Guess { of: FigureOf::Link(link.clone()), figure: Field::Strength, range });
        }
    }
    let mut guess = |of: FigureOf, figure, likely, bounds, evidence: &BTreeMap<Field, Evidence>| {
        let evidence = evidence.get(&figure);
        all.extend(plausible_range(figure, likely, bounds, evidence).map(|range| Guess { of, figure, range }));
    };
    for t in &journey.touchpoints {
        let values = [
            (Field::Gain, t.gain, MAX_VALUE),
            (Field::Pain, t.pain, MAX_VALUE),
            (Field::Sensing, t.sensing, 1.0),
            (Field::Frequency, t.frequency, MAX_FREQUENCY),
        ];
        let part = PartId::Touchpoint(t.id.clone());
        for (figure, likely, most) in values.into_iter().filter(|(figure, ..)| is_varied(journey, &part, *figure)) {
            guess(FigureOf::Link(t.id.clone()), figure, likely, (0.0, most), &t.evidence);
        }
    }
    for h in &journey.handovers {
        guess(FigureOf::Link(h.id.clone()), Field::Pain, h.pain, (0.0, MAX_VALUE), &h.evidence);
    }
    for p in &journey.personas {
        let figures = [
            (Field::Usefulness, p.usefulness.mean),
            (Field::PriceFeel, p.price_feel),
            (Field::Memory, p.memory),
            (Field::ChainFeel, p.chain_feel),
            (Field::Remorse, p.remorse),
            (Field::Patience, p.patience),
        ];
        for (figure, likely) in figures {
            let bounds = figure.as_quality().map_or((likely, likely), |row| (row.least, row.most));
            guess(FigureOf::Persona(p.id.clone()), figure, likely, bounds, &p.evidence);
        }
    }
    all
}

/// Lowest plausible value; without one the likely value.
pub(super) fn lowest(range: &Strength) -> f64 {
    range.low.unwrap_or(range.likely)
}

/// Highest plausible value; without one the likely value.
pub(super) fn highest(range: &Strength) -> f64 {
    range.high.unwrap_or(range.likely)
}
