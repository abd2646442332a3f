//! Named scenarios in words: what each changes, and what that comes to in people where it was not lived by the same ones.

use super::building::part_name;
use super::{Teller, change, unit};
use crate::app::{FACTS_OF, ListedChange, OutcomeKind, OutcomeRow, Project, changes, rebuilt};
use crate::model::{Journey, NamedScenario, PartId};
use crate::say;
use std::sync::Arc;

/// How many changes are named [count]; of more it is said how many.
const NAMED: usize = 6;

/// What a scenario changes, each in a few words; `work` has today's journey on the desk.
pub fn changed(teller: &Teller, work: &Project, named: &NamedScenario) -> Vec<String> {
    let other = Teller {
        journey: named.structure.as_deref().map_or_else(|| work.journey.clone(), |its| Arc::new(Journey::clone(its))),
        language: teller.language,
    };
    let mut all = Vec::new();
    if named.structure.is_some() {
        let parts = rebuilt(&teller.journey, &other.journey);
        let name = |teller: &Teller, part: &PartId| part_name(teller, part);
        all.extend(parts.added.iter().map(|part| say!(teller, library.scenario.with_new, name = name(&other, part))));
        all.extend(parts.removed.iter().map(|part| say!(teller, library.scenario.without, name = name(teller, part))));
        all.extend(parts.changed.iter().map(|part| say!(teller, library.scenario.other, name = name(&other, part))));
    }
    let its = Project { journey: other.journey.clone(), scenario: named.scenario.clone(), ..work.clone() };
    all.extend(changes(&its).iter().filter(|change| !change.is_off()).map(|change| one(&other, change)));
    let more = all.len().saturating_sub(NAMED);
    if more > 0 {
        all.truncate(NAMED);
        all.push(match more {
            1 => say!(teller, library.scenario.more_one).to_owned(),
            n => say!(teller, library.scenario.more, n = teller.count(n)),
        });
    }
    all
}

fn one(teller: &Teller, change: &ListedChange) -> String {
    let (name, detail) = change::name_and_detail(teller, change);
    if detail.is_empty() { name } else { format!("{name} {detail}") }
}

/// A difference in people, of two groups who were not the same: so many more or fewer of all. `None` where it is none, or
/// cannot be counted so.
pub fn apart_people(teller: &Teller, row: &OutcomeRow) -> Option<String> {
    let gap = row.difference.filter(|_| row.has_difference())?;
    let n = (gap.value.abs() * FACTS_OF as f64).round() as u64;
    let (n, of) = (teller.count(n), teller.count(FACTS_OF));
    match (row.kind, gap.value > 0.0) {
        (OutcomeKind::Conversion, true) => Some(say!(teller, library.scenario.buy_more, n = n, of = of)),
        (OutcomeKind::Conversion, false) => Some(say!(teller, library.scenario.buy_fewer, n = n, of = of)),
        (OutcomeKind::Churn, is_more) => {
            let period = unit::period(teller);
            Some(if is_more {
                say!(teller, library.scenario.leave_more, n = n, of = of, period = period)
            } else {
                say!(teller, library.scenario.leave_fewer, n = n, of = of, period = period)
            })
        }
        _ => None,
    }
}
