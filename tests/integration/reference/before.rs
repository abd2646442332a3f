//! "Before the purchase".

use super::dice::Dice;
use super::life::{Account, Ending, Life, add, add_one};
use super::world::Worlds;
use kedja::model::{Persona, Role};

/// The bound on visits.
const MOST_VISITS: u32 = 1_000;

/// Lives up to the purchase or the drop-out. Returns the purchase touchpoint for who bought, else writes the drop-out
/// into `life`.
pub fn live_before(
    worlds: &Worlds,
    persona: &Persona,
    dice: &mut Dice,
    life: &mut Life,
    account: &mut Account,
) -> Option<String> {
    let days_per_period = worlds.today.journey.period.days();

    // "A customer comes in at an entry touchpoint with a true readiness r, G = P = M = 0."
    let entries = persona.entries.iter().map(|entry| (entry.share, entry)).collect();
    let entry = dice.surely_one_of(entries);
    let mut here = entry.touchpoint.as_str().to_owned();
    // Overwritten by the first handover: nobody makes 1 000 visits without one.
    let mut last_link = here.clone();
    let mut visits = 0;

    loop {
        // "After 1 000 visits a customer is dropped at the last link."
        if visits == MOST_VISITS {
            life.ending = Ending::Dropped { link: last_link, dead_end: false, after_1000_visits: true };
            return None;
        }
        visits += 1;

        // 1. "Gap g = max(0, r − f). If g > 0, with chance sensing_k (drawn once per visit) the touchpoint notices: the
        // customer is taken straight to the first touchpoint of phase r (no handover) and goes on from step 1 there."
        let world = worlds.at(life.calendar_period(days_per_period));
        let touchpoint = world.touchpoint(&here);
        let gap = world.phase_index(&entry.readiness).saturating_sub(world.phase_index(&touchpoint.phase));
        if gap > 0 && dice.happens(touchpoint.sensing) {
            here = world.first_touchpoint_of(&entry.readiness).id.as_str().to_owned();
            continue;
        }

        // 2-3, as often as it takes to hold or to lose patience.
        loop {
            // 2. "Time passes: exponential with mean days_k."
            let world = worlds.at(life.calendar_period(days_per_period));
            life.days += dice.exponential(world.touchpoint(&here).days);

            // 3. "The link holds with chance p = s_eff · (1 − disturbance)^g; at a purchase also times (price now /
            // journey price)^(−elasticity), p at most 1."
            let world = worlds.at(life.calendar_period(days_per_period));
            let touchpoint = world.touchpoint(&here);
            let mut p = world.strength_of_touchpoint(touchpoint) * (1.0 - world.journey.disturbance).powf(gap as f64);
            if touchpoint.role == Role::Purchase {
                p *= world.price_ratio.powf(-persona.elasticity);
            }
            add_one(&mut life.met, &here);
            if dice.happens(p.min(1.0)) {
                // "Holding adds gain to the gains G and the mood M."
                account.gains += touchpoint.gain;
                account.mood += touchpoint.gain;
                add(&mut life.moods_after, &here, account.mood);
                break;
            }
            // "Failing adds pain to the pains P and takes it from M; with chance patience the customer tries the same
            // link again, otherwise drops out, booked on this link."
            add_one(&mut life.failed, &here);
            account.pains += touchpoint.pain;
            account.mood -= touchpoint.pain;
            add(&mut life.moods_after, &here, account.mood);
            if !dice.happens(persona.patience) {
                life.ending = Ending::Dropped { link: here, dead_end: false, after_1000_visits: false };
                return None;
            }
        }

        // 4. "If k is a purchase: the customer has bought."
        let world = worlds.at(life.calendar_period(days_per_period));
        if world.touchpoint(&here).role == Role::Purchase {
            life.ending = Ending::Bought;
            return Some(here);
        }

        // 5. "Otherwise the way on: handover h is taken with its share …; what is missing to 1 is a dead end, a drop-out
        // booked on k as such."
        let Some(handover) = dice.one_of(world.ways_on(&here, persona)) else {
            life.ending = Ending::Dropped { link: here, dead_end: true, after_1000_visits: false };
            return None;
        };

        // "The handover is a link like any other: its days, then it holds with s_eff (no disturbance) or fails (pain,
        // patience, drop-out booked on it)."
        last_link = handover.id.as_str().to_owned();
        loop {
            let handover_now = |life: &Life| {
                let world = worlds.at(life.calendar_period(days_per_period));
                let handover =
                    world.journey.handovers.iter().find(|h| h.id == handover.id).expect("the same handovers");
                (world, handover)
            };
            let (_, handover) = handover_now(life);
            life.days += dice.exponential(handover.days);
            let (world, handover) = handover_now(life);
            add_one(&mut life.met, &last_link);
            if dice.happens(world.strength_of_handover(handover)) {
                break;
            }
            add_one(&mut life.failed, &last_link);
            account.pains += handover.pain;
            account.mood -= handover.pain;
            if !dice.happens(persona.patience) {
                life.ending = Ending::Dropped { link: last_link, dead_end: false, after_1000_visits: false };
                return None;
            }
        }
        here = handover.to.as_str().to_owned();
    }
}
