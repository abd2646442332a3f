//! `link` and `read`: work as a link for the page, and what a link holds.

use super::Failure;
use super::arguments::{Link, OpenLink, Told};
use super::changes::scenario;
use super::input::{LANG, LANGUAGE, counted, journey, link_text};
use kedja::analysis::MODEL_VERSION;
use kedja::exchange::{
    READY, SharedAgenda, SharedJourney, SharedWork, journey_digest, journey_json, link_of, read_link, ready,
    scenario_json, without_texts,
};
use kedja::model::{Journey, Scenario, check_scenario};
use kedja::words;
use serde_json::{Value, json};

/// The part of an address behind which the page shows the journey with these changes.
pub fn link(link: &Link) -> Result<String, Failure> {
    let work = shared(journey(&link.journey)?, scenario(&link.change), link.change.seed, link.without_texts)?;
    let letters = link_of(&work).ok_or_else(|| {
        Failure("error: the journey is too large for a link\n  Send its file, or leave the texts out.".into())
    })?;
    Ok(format!("#{letters}"))
}

/// A journey with a scenario, as a link holds it: a ready journey goes by its name.
pub fn shared(journey: Journey, scenario: Scenario, seed: u64, is_bare: bool) -> Result<SharedWork, Failure> {
    fits(&journey, &scenario)?;
    let journey = match READY.iter().find(|ready| ready.journey() == journey) {
        Some(ready) => SharedJourney::Ready { id: ready.id.to_owned(), digest: journey_digest(&journey) },
        None if is_bare => SharedJourney::Own(Box::new(without_texts(&journey))),
        None => SharedJourney::Own(Box::new(journey)),
    };
    Ok(SharedWork {
        model: MODEL_VERSION,
        journey,
        scenario,
        seed,
        place: None,
        open: None,
        agenda: SharedAgenda::default(),
    })
}

/// What a link holds.
pub fn read(link: &OpenLink) -> Result<String, Failure> {
    let text = link_text(&link.link)?;
    let work = read_link(&text)
        .map_err(|fault| Failure(format!("error: {}", words::link::fault(LANGUAGE, (&fault).into()))))?;
    let (journey, is_as_it_was) = match &work.journey {
        SharedJourney::Own(journey) => ((**journey).clone(), None),
        SharedJourney::Ready { id, digest } => {
            let Some(ready) = ready(id) else {
                return Err(Failure(format!("error: {}", words::link::unknown_journey(LANGUAGE, id))));
            };
            let journey = ready.journey();
            let is_as_it_was = journey_digest(&journey) == *digest;
            (journey, Some(is_as_it_was))
        }
    };
    fits(&journey, &work.scenario)?;
    Ok(match link.out {
        Told::Json => serde_json::to_string_pretty(&in_json(&work, is_as_it_was)).unwrap_or_default(),
        Told::Table => in_words(&work, &journey, is_as_it_was),
    })
}

/// Says whether a scenario can be lived in a journey.
fn fits(journey: &Journey, scenario: &Scenario) -> Result<(), Failure> {
    let problems = check_scenario(journey, scenario);
    if problems.is_empty() { Ok(()) } else { Err(Failure::of(problems, journey, scenario)) }
}

fn in_json(work: &SharedWork, is_as_it_was: Option<bool>) -> Value {
    let of_text = |text: String| serde_json::from_str::<Value>(&text).unwrap_or_default();
    let (ready, journey) = match &work.journey {
        SharedJourney::Ready { id, .. } => (Some(id.as_str()), Value::Null),
        SharedJourney::Own(journey) => (None, of_text(journey_json(journey))),
    };
    let SharedAgenda { goal, units, unit_cost, bets, signing } = &work.agenda;
    let bets: Vec<&str> = bets.iter().map(|link| link.as_str()).collect();
    json!({
        "model": work.model,
        "ready": ready,
        "is_as_it_was": is_as_it_was,
        "journey": journey,
        "scenario": of_text(scenario_json(&work.scenario)),
        "seed": work.seed,
        "place": work.place,
        "open": work.open,
        "goal": goal,
        "units": units,
        "unit_cost": unit_cost,
        "bets": bets,
        "question": signing.question,
        "owner": signing.owner,
        "check_on": signing.check_on,
    })
}

fn in_words(work: &SharedWork, journey: &Journey, is_as_it_was: Option<bool>) -> String {
    let changes: usize = work.scenario.improvements.iter().map(|improvement| improvement.changes.len()).sum();
    let mut text = format!(
        "{}: {}, {}; {}, seed {}\n",
        journey.name.get(LANG),
        counted(journey.touchpoints.len(), "touchpoint"),
        counted(journey.handovers.len(), "handover"),
        counted(changes + work.scenario.qualities.len(), "change"),
        work.seed
    );
    for note in words::link::notes(LANGUAGE, is_as_it_was == Some(false), work.model, MODEL_VERSION) {
        text.push_str(&format!("{note}\n"));
    }
    text
}
