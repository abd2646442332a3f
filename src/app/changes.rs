//! Everything changed, as one list: what really moved, against this journey's today.

use super::Work;
use crate::model::LinkId;

/// One entry of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A link's strength [0..1], switched on or off.
    Strength { link: LinkId, today: f64, value: f64, off: bool },
    /// Strain, on a day that is not calm.
    Strain(f64),
    /// Price per period [money].
    Price { today: f64, value: f64 },
}

/// The list, in the order in which things were first changed; strain and price last.
pub fn changes(work: &Work) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for improvement in &work.scenario.improvements {
        for change in &improvement.changes {
            let crate::model::Change::Set { link, lever: crate::model::Lever::Strength, value } = change else {
                continue;
            };
            if let Some(today) = work.today(link) {
                entries.push(Entry::Strength { link: link.clone(), today, value: *value, off: improvement.off });
            }
        }
    }
    if work.scenario.strain > 0.0 {
        entries.push(Entry::Strain(work.scenario.strain));
    }
    if let Some(value) = work.scenario.price {
        entries.push(Entry::Price { today: work.journey.price, value });
    }
    entries
}

/// Whether anything that is switched on differs from today.
pub fn is_changed(work: &Work) -> bool {
    changes(work).iter().any(|e| !matches!(e, Entry::Strength { off: true, .. }))
}
