//! Section 4, the cohort view: everybody lives in one world and is followed to the end.

use super::after::live_after;
use super::before::live_before;
use super::dice::Dice;
use super::life::{Account, Life};
use super::world::Worlds;
use kedja::model::{Journey, Scenario};

/// Lives so many arrivals of a journey in the world that the scenario makes.
pub fn live_cohort(journey: &Journey, scenario: &Scenario, customers: usize, seed: u64) -> Vec<Life> {
    let worlds = Worlds::one(journey, scenario);
    let mut dice = Dice::new(seed);
    (0..customers).map(|_| live(&worlds, 0, &mut dice, |_| u32::from(journey.horizon))).collect()
}

/// Lives one arrival. `last_tenure` says up to which tenure a buyer is followed, given the period of the purchase.
pub fn live(worlds: &Worlds, arrival: i32, dice: &mut Dice, last_tenure: impl Fn(i32) -> u32) -> Life {
    let personas = worlds.today.journey.personas.iter().map(|persona| (persona.share, persona)).collect();
    let persona = dice.surely_one_of(personas);
    let mut life = Life::new(persona.id.as_str(), arrival);
    let mut account = Account::default();
    if let Some(purchase) = live_before(worlds, persona, dice, &mut life, &mut account) {
        let purchase_period = life.calendar_period(worlds.today.journey.period.days());
        live_after(worlds, persona, dice, &mut life, account, &purchase, last_tenure(purchase_period));
    }
    life
}
