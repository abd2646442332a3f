//! A cell filled into others of its column, as spreadsheets do it.

use super::{Column, figure};
use crate::model::edit::{Edit, PartChoice};
use crate::model::fields::PartKind;
use crate::model::{Journey, LinkId, PartId};

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
