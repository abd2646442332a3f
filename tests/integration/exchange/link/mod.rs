//! Links: they open exactly what was sent, or say what has become of them.

mod corpus;
mod damaged;
mod found;
pub mod hostile;
mod whole;

use kedja::analysis::MODEL_VERSION;
use kedja::exchange::*;
use kedja::model::*;

/// So many cases, or as many as `make fuzz` asks for.
pub fn cases(usual: u32) -> proptest::prelude::ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    if asked { Default::default() } else { proptest::prelude::ProptestConfig::with_cases(usual) }
}

/// A journey of twelve touchpoints with its words, as a workshop makes one.
pub fn own() -> Journey {
    open_journey(include_bytes!("../../../fixtures/links/own-twelve.json")).unwrap()
}

/// Work on a ready journey.
pub fn of_ready(id: &str, scenario: Scenario) -> SharedWork {
    let journey = ready(id).unwrap().journey();
    let journey = SharedJourney::Ready { id: id.to_owned(), digest: journey_digest(&journey) };
    work(journey, scenario)
}

/// Work on a journey of one's own.
pub fn of_own(journey: Journey, scenario: Scenario) -> SharedWork {
    work(SharedJourney::Own(Box::new(journey)), scenario)
}

fn work(journey: SharedJourney, scenario: Scenario) -> SharedWork {
    SharedWork {
        model: MODEL_VERSION,
        journey,
        scenario,
        seed: 1,
        place: None,
        open: None,
        agenda: SharedAgenda::default(),
    }
}

/// What a room leaves a meeting with: two links moved by hand, and a proposal with its owner.
pub fn normal() -> SharedWork {
    let edit = |id: &str, link: &str, value: f64, effort: f64| Improvement {
        id: id.into(),
        effort,
        changes: vec![Change::Set { link: link.into(), lever: Field::Strength, value }],
        ..Improvement::default()
    };
    let proposal = Improvement {
        id: "proposal-1".into(),
        name: Text(std::collections::BTreeMap::from([("sv".to_owned(), "En tydligare första faktura".to_owned())])),
        owner: Some("billing".into()),
        effort: 2.0,
        changes: vec![Change::Strengthen { link: "invoice".into(), effort: 2.0 }],
        off: false,
    };
    let journey = ready("telecom").unwrap().journey();
    let owner = journey.owners[0].id.clone();
    let proposal = Improvement { owner: Some(owner), ..proposal };
    let improvements =
        vec![edit("edit-1", "support", 0.8312, 0.7431), edit("edit-2", "compare", 0.61, 0.2345), proposal];
    let scenario = Scenario { improvements, strain: 0.5, price: Some(349.0), ..Scenario::default() };
    SharedWork {
        place: Some("prioritise".to_owned()),
        open: Some("race".to_owned()),
        seed: 1_234_567,
        agenda: SharedAgenda {
            signing: Signing {
                question: "Vad gör vi?".into(),
                owner: "Eva".into(),
                check_on: "2027-03-01".into(),
                ..Signing::default()
            },
            goal: Some("customers_at_end".to_owned()),
            units: Some(6),
            unit_cost: Some(250_000.0),
            bets: vec!["invoice".into(), "invoice".into(), "compare".into()],
        },
        ..of_ready("telecom", scenario)
    }
}
