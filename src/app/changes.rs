//! Everything changed, as one list: what really moved, against this journey's today.

use super::Project;
use super::proposals::is_proposal;
use crate::model::{Change, Field, Improvement, ImprovementId, LinkId, PersonaChange, PersonaId, Scenario, Text};

/// One entry of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum ListedChange {
    /// A lever of a link, in its own unit, switched on or off.
    Lever { link: LinkId, lever: Field, today: f64, value: f64, off: bool },
    /// A proposal from the room, with all that it changes, switched on or off.
    Proposal { id: ImprovementId, name: Text, off: bool },
    /// A quality of a persona, in its own unit.
    Quality { persona: PersonaId, quality: Field, today: f64, value: f64 },
    /// Strain, on a day that is not calm.
    Strain(f64),
    /// Price per period [money].
    Price { today: f64, value: f64 },
    /// Arrivals per period [customers].
    Arrivals { today: f64, value: f64 },
    /// Strength of word of mouth [0..1].
    Echo { today: f64, value: f64 },
    /// Period from which all this holds in the calendar view, where it is not 0.
    Start(i32),
}

impl ListedChange {
    /// Whether it is kept but does nothing.
    pub fn is_off(&self) -> bool {
        matches!(self, Self::Lever { off: true, .. } | Self::Proposal { off: true, .. })
    }

    /// What is changed when this is the only change, switched on or not.
    pub fn alone(&self, work: &Project) -> Scenario {
        let bare = Scenario { effort_curve: work.scenario.effort_curve, ..Scenario::default() };
        match self {
            Self::Lever { link, lever, .. } => {
                let edit = work.edit(link, *lever).cloned().map(on);
                Scenario { improvements: edit.into_iter().collect(), ..bare }
            }
            Self::Proposal { id, .. } => {
                let proposal = work.proposals().find(|p| p.id == *id).cloned().map(on);
                Scenario { improvements: proposal.into_iter().collect(), ..bare }
            }
            Self::Quality { persona, quality, value, .. } => {
                let change = PersonaChange { persona: persona.clone(), quality: *quality, value: *value };
                Scenario { qualities: vec![change], ..bare }
            }
            Self::Strain(strain) => Scenario { strain: *strain, ..bare },
            Self::Price { value, .. } => Scenario { price: Some(*value), ..bare },
            Self::Arrivals { value, .. } => Scenario { arrivals: Some(*value), ..bare },
            Self::Echo { value, .. } => Scenario { echo: Some(*value), ..bare },
            Self::Start(start) => Scenario { start: *start, ..bare },
        }
    }

    /// Whether it is switched on and a change by itself: the start alone is none.
    pub fn is_active(&self) -> bool {
        !self.is_off() && !matches!(self, Self::Start(_))
    }

    /// Whether it acts in the calendar view alone, and changes no life.
    pub fn is_of_calendar(&self) -> bool {
        matches!(self, Self::Arrivals { .. } | Self::Echo { .. } | Self::Start(_))
    }
}

fn on(improvement: Improvement) -> Improvement {
    Improvement { off: false, ..improvement }
}

/// The list, in the order in which things were first changed; the world around the chain last.
pub fn changes(work: &Project) -> Vec<ListedChange> {
    let mut entries: Vec<ListedChange> = Vec::new();
    for improvement in &work.scenario.improvements {
        if is_proposal(improvement) {
            let (id, name) = (improvement.id.clone(), improvement.name.clone());
            entries.push(ListedChange::Proposal { id, name, off: improvement.off });
            continue;
        }
        for change in &improvement.changes {
            let Change::Set { link, lever, value } = change else { continue };
            if let Some(today) = work.today_of(link, *lever) {
                let (link, lever) = (link.clone(), *lever);
                entries.push(ListedChange::Lever { link, lever, today, value: *value, off: improvement.off });
            }
        }
    }
    for PersonaChange { persona, quality, value } in &work.scenario.qualities {
        if let Some(today) = work.quality_today(persona, *quality) {
            let (persona, quality) = (persona.clone(), *quality);
            entries.push(ListedChange::Quality { persona, quality, today, value: *value });
        }
    }
    if work.scenario.strain > 0.0 {
        entries.push(ListedChange::Strain(work.scenario.strain));
    }
    if let Some(value) = work.scenario.price {
        entries.push(ListedChange::Price { today: work.journey.price, value });
    }
    let market = &work.journey.market;
    if let Some(value) = work.scenario.arrivals {
        entries.push(ListedChange::Arrivals { today: market.arrivals, value });
    }
    if let Some(value) = work.scenario.echo {
        entries.push(ListedChange::Echo { today: market.echo, value });
    }
    if work.scenario.start != 0 {
        entries.push(ListedChange::Start(work.scenario.start));
    }
    entries
}

/// Whether anything that is switched on differs from today.
pub fn is_changed(work: &Project) -> bool {
    changes(work).iter().any(ListedChange::is_active)
}
