//! The scenario that a command line asks for.

use super::arguments::Change;
use kedja::model::{self, Improvement, ImprovementId, PersonaChange, Scenario};

/// Each change as an improvement of its own, called after its link.
pub fn one_by_one(change: &Change) -> Vec<Improvement> {
    let all = scenario(change).improvements.into_iter().flat_map(|all| all.changes);
    let mut improvements: Vec<Improvement> = Vec::new();
    for change in all {
        let effort = if let model::Change::Strengthen { effort, .. } = &change { *effort } else { 0.0 };
        let name = change.link().to_string();
        let same = improvements.iter().filter(|other| other.changes.iter().any(|c| c.link() == change.link())).count();
        let id = if same == 0 { name } else { format!("{name}-{}", same + 1) };
        improvements.push(Improvement {
            id: ImprovementId(id),
            effort,
            changes: vec![change],
            ..Improvement::default()
        });
    }
    improvements
}

/// All changes as one improvement, in the order: strengthened links, then set fields.
pub fn scenario(change: &Change) -> Scenario {
    let strengthened = change
        .strengthen
        .iter()
        .map(|(link, effort)| model::Change::Strengthen { link: link.clone(), effort: *effort });
    let set = change.set.iter().map(|(link, lever, value)| model::Change::Set {
        link: link.clone(),
        lever: *lever,
        value: *value,
    });
    let changes: Vec<model::Change> = strengthened.chain(set).collect();
    let improvement = Improvement {
        id: "shell".into(),
        effort: change.strengthen.iter().map(|(_, effort)| effort).sum(),
        changes,
        ..Improvement::default()
    };
    let has_changes = !improvement.changes.is_empty();
    let qualities = change.persona.iter().map(|(persona, quality, value)| PersonaChange {
        persona: persona.clone(),
        quality: *quality,
        value: *value,
    });
    Scenario {
        qualities: qualities.collect(),
        improvements: has_changes.then_some(improvement).into_iter().collect(),
        strain: change.strain.unwrap_or(0.0),
        price: change.price,
        arrivals: change.arrivals,
        echo: change.echo,
        start: change.start,
        ..Scenario::default()
    }
}
