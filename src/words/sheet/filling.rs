//! A cell filled into others of its column, as spreadsheets do it.

use super::{Column, figure, grounds_of};
use crate::model::edit::{Edit, PartChoice};
use crate::model::fields::PartKind;
use crate::model::{Field, Grounds, Journey, LinkId, PartId};

/// Whether a column can be filled: no two touchpoints share a name, the customer's words or their ways on.
pub fn can_fill(column: Column) -> bool {
    !matches!(column, Column::Name | Column::Next | Column::Words)
}

/// What puts the value of one touchpoint's cell into others', as one edit. `None` where the column [cannot](can_fill) be
/// filled or there is nobody to fill.
pub fn filled(journey: &Journey, column: Column, from: &LinkId, into: &[LinkId]) -> Option<Edit> {
    let its = journey.touchpoint(from)?;
    let choice = match column {
        Column::Phase => Some(PartChoice::Phase(its.phase.clone())),
        Column::Role => Some(PartChoice::Role(its.role)),
        Column::Nature => Some(PartChoice::Nature(its.nature)),
        Column::Channel => Some(PartChoice::Channel(its.channel.clone())),
        Column::Owner => Some(PartChoice::Owner(Some(its.owner.clone()))),
        _ => None,
    };
    let part = |link: &LinkId| PartId::Touchpoint(link.clone());
    if column == Column::Grounds {
        let edits: Vec<Edit> = into.iter().filter_map(|link| grounded(journey, link, grounds_of(its))).collect();
        return (!edits.is_empty()).then_some(Edit::Several(edits));
    }
    let edits: Vec<Edit> = match (choice, figure(column)) {
        (Some(choice), _) => {
            into.iter().map(|link| Edit::Choose { part: part(link), choice: choice.clone() }).collect()
        }
        (None, Some(field)) => {
            let value = field.on(PartKind::Touchpoint)?.of_touchpoint(its)?;
            into.iter().map(|link| Edit::Number { part: part(link), field, value: Some(value) }).collect()
        }
        (None, None) => Vec::new(),
    };
    (!edits.is_empty()).then_some(Edit::Several(edits))
}

/// What makes the strength of a touchpoint stand on something else; by whom stays as it is, in whatever language it is written.
pub fn grounded(journey: &Journey, link: &LinkId, grounds: Grounds) -> Option<Edit> {
    let touchpoint = journey.touchpoint(link)?;
    let evidence = touchpoint.evidence.get(&Field::Strength);
    let source = evidence.and_then(|evidence| evidence.source.0.values().next().cloned()).unwrap_or_default();
    let part = PartId::Touchpoint(link.clone());
    (grounds != grounds_of(touchpoint)).then_some(Edit::Ground { part, field: Field::Strength, grounds, source })
}
