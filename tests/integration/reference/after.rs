//! "After the purchase", and the score of "Recommendation".

use super::dice::Dice;
use super::life::{Account, Life, Period, add_one};
use super::world::{World, Worlds};
use kedja::model::{Handover, Nature, Payment, Persona, Role, Touchpoint};
use std::collections::BTreeMap;

/// Touchpoints met in one walk, at most.
const LONGEST_WALK: u32 = 16;

/// The customer has left; holds what it is booked on, and whether a lower price would have kept them too.
struct Left(String, bool);

/// What of a link matters when it fails.
struct Failure {
    link: String,
    pain: f64,
    complaint_rate: f64,
    service_or_handover: bool,
}

/// A customer from the day of purchase on.
struct Customer<'a> {
    worlds: &'a Worlds,
    persona: &'a Persona,
    dice: &'a mut Dice,
    life: &'a mut Life,
    account: Account,
    /// H.
    heaviest: f64,
    /// The link of the heaviest failure; `None` when H is 0.
    heaviest_link: Option<String>,
    rung: u32,
    /// T: the rungs on this customer's own ladder.
    rungs: u32,
    /// The tenure that is lived.
    tenure: u32,
    /// u.
    usefulness: f64,
    /// The calendar period that is lived.
    period: i32,
    /// How often each touchpoint has held in this period.
    held_in_period: BTreeMap<String, i32>,
    revenue_in_period: f64,
    complaints_in_period: f64,
    failures_in_period: f64,
}

/// Lives from the day of purchase to the leaving or to the end of the last tenure that is followed.
pub fn live_after(
    worlds: &Worlds,
    persona: &Persona,
    dice: &mut Dice,
    life: &mut Life,
    account: Account,
    purchase: &str,
    last_tenure: u32,
) {
    let purchase_period = life.calendar_period(worlds.today.journey.period.days());
    // "Usefulness u drawn once."
    let usefulness = dice.normal(persona.usefulness.mean, persona.usefulness.spread);
    // "Its rungs T: those of the persona and, each as likely as the next, up to the spread more or fewer; kept within 1
    // and 20."
    let spread = i64::from(persona.tolerance_spread);
    let each = 1.0 / (2 * spread + 1) as f64;
    let more = dice.surely_one_of((-spread..=spread).map(|more| (each, more)).collect());
    let rungs = (i64::from(persona.tolerance) + more).clamp(1, 20) as u32;
    let mut customer = Customer {
        worlds,
        persona,
        dice,
        life,
        account,
        // "H = 0; rung 0."
        heaviest: 0.0,
        heaviest_link: None,
        rung: 0,
        rungs,
        tenure: 0,
        usefulness,
        period: purchase_period,
        held_in_period: BTreeMap::new(),
        revenue_in_period: 0.0,
        complaints_in_period: 0.0,
        failures_in_period: 0.0,
    };

    let day = customer.live_day_of_purchase(purchase);
    if customer.write_down(day) {
        return;
    }
    for tenure in 1..=last_tenure {
        // "Tenure t is lived in calendar period purchase period + t."
        customer.period = purchase_period + tenure as i32;
        customer.tenure = tenure;
        let period = customer.live_tenure(tenure);
        if customer.write_down(period) {
            return;
        }
    }
}

impl<'a> Customer<'a> {
    fn world(&self) -> &'a World {
        self.worlds.at(self.period)
    }

    fn live_day_of_purchase(&mut self, purchase: &str) -> Result<(), Left> {
        // "On the day of purchase: P ← P + remorse."
        self.account.pains += self.persona.remorse;
        // "If the purchase has handovers, one is taken by share and walked as an encounter."
        self.walk_on_from(purchase, 0)
    }

    fn live_tenure(&mut self, tenure: u32) -> Result<(), Left> {
        let world = self.world();
        let due = |t: &&Touchpoint| {
            world.is_after(t)
                && u32::from(t.tenure.from) <= tenure
                && t.tenure.until.is_none_or(|until| tenure <= u32::from(until))
        };

        // 1. "Fading: G, P and H by 2^(−1/memory); M by 1/2."
        let fading = 2f64.powf(-1.0 / self.persona.memory);
        self.account.gains *= fading;
        self.account.pains *= fading;
        self.heaviest *= fading;
        self.account.mood *= 0.5;

        // 2. "Encounters: for each touchpoint due at t that is no reckoning, in journey order, with rate = frequency ·
        // leaning: n = ⌊rate⌋, plus 1 with the chance of the remaining fraction."
        for touchpoint in world.journey.touchpoints.iter().filter(due).filter(|t| t.role != Role::Reckoning) {
            let rate = touchpoint.frequency * self.persona.leaning(&touchpoint.channel);
            let mut encounters = rate.floor();
            if self.dice.happens(rate - rate.floor()) {
                encounters += 1.0;
            }
            for _ in 0..encounters as u32 {
                self.walk(touchpoint)?;
            }
        }

        // 3. "Reckonings, in journey order, each with its frequency as a chance: walked like an encounter (its handovers
        // too), and then judged." "Leaning does not act on reckonings."
        for reckoning in world.journey.touchpoints.iter().filter(due).filter(|t| t.role == Role::Reckoning) {
            if self.dice.happens(reckoning.frequency) {
                self.walk(reckoning)?;
                self.judge()?;
                // "Otherwise, with payment at reckonings, the price is paid."
                if world.journey.payment == Payment::AtReckoning {
                    self.revenue_in_period += world.price_ratio;
                }
            }
        }

        // 4. "With payment each period, staying pays the price: neither the day of purchase nor the period of leaving
        // pays."
        if world.journey.payment == Payment::EachPeriod {
            self.revenue_in_period += world.price_ratio;
        }
        Ok(())
    }

    /// "Each is a short walk: the touchpoint is met; then at most one handover is taken …"
    fn walk(&mut self, start: &Touchpoint) -> Result<(), Left> {
        self.meet_touchpoint(start)?;
        self.walk_on_from(start.id.as_str(), 1)
    }

    /// "… then at most one handover is taken (by share, scaled as above; what is missing to 1 ends the walk); if the
    /// handover fails the walk ends; else its target is met, and so on, at most 16 touchpoints."
    fn walk_on_from(&mut self, start: &str, already_met: u32) -> Result<(), Left> {
        let world = self.world();
        let mut here = start.to_owned();
        for _ in already_met..LONGEST_WALK {
            let Some(handover) = self.dice.one_of(world.ways_on(&here, self.persona)) else {
                return Ok(());
            };
            if !self.pass_handover(&handover)? {
                return Ok(());
            }
            here = handover.to.as_str().to_owned();
            self.meet_touchpoint(world.touchpoint(&here))?;
        }
        Ok(())
    }

    /// Whether it held.
    fn meet_touchpoint(&mut self, touchpoint: &Touchpoint) -> Result<bool, Left> {
        self.meet_as(touchpoint, touchpoint.role == Role::Offer)
    }

    /// Whether it held. "Where the desk is an offer, it sells nothing when it takes a complaint, and that is no offer made."
    fn meet_as(&mut self, touchpoint: &Touchpoint, is_offer: bool) -> Result<bool, Left> {
        let id = touchpoint.id.as_str();
        add_one(&mut self.life.met, id);
        if is_offer {
            self.life.offers_met += 1.0;
        }
        // "Holds with s_eff."
        if !self.dice.happens(self.world().strength_of_touchpoint(touchpoint)) {
            self.fail(Failure {
                link: id.to_owned(),
                pain: touchpoint.pain,
                complaint_rate: touchpoint.complaint_rate,
                service_or_handover: touchpoint.nature == Nature::Service,
            })?;
            return Ok(false);
        }
        // "G and M rise by gain, halved for each time this touchpoint has already held in this period."
        let held_already = self.held_in_period.entry(id.to_owned()).or_insert(0);
        let gain = touchpoint.gain * 0.5f64.powi(*held_already);
        *held_already += 1;
        self.account.gains += gain;
        self.account.mood += gain;
        // "An offer that holds adds its worth to the revenue."
        if is_offer {
            self.life.offers_held += 1.0;
            self.revenue_in_period += touchpoint.worth;
        }
        Ok(true)
    }

    /// Whether it held. A handover gives no gain.
    fn pass_handover(&mut self, handover: &Handover) -> Result<bool, Left> {
        add_one(&mut self.life.met, handover.id.as_str());
        if self.dice.happens(self.world().strength_of_handover(handover)) {
            return Ok(true);
        }
        self.fail(Failure {
            link: handover.id.as_str().to_owned(),
            pain: handover.pain,
            complaint_rate: handover.complaint_rate,
            service_or_handover: true,
        })?;
        Ok(false)
    }

    /// "Order within a failure: pain and mood, heaviest, complaint, walking out, then the desk."
    fn fail(&mut self, failure: Failure) -> Result<(), Left> {
        let world = self.world();
        add_one(&mut self.life.failed, &failure.link);
        self.failures_in_period += 1.0;

        // "P rises and M falls by pain."
        self.account.pains += failure.pain;
        self.account.mood -= failure.pain;

        // "If the pain is at least H this failure becomes the heaviest (H = pain)." "On a tie the later failure is the
        // heaviest."
        let is_heaviest = failure.pain >= self.heaviest;
        if is_heaviest {
            self.heaviest = failure.pain;
            self.heaviest_link = Some(failure.link.clone());
        }

        // "With the complaint rate a complaint is voiced."
        let voiced = self.dice.happens(failure.complaint_rate);
        if voiced {
            add_one(&mut self.life.complaints, &failure.link);
            self.complaints_in_period += 1.0;
        }

        // "The customer walks out at once with chance rival pull × 4 when the link's nature is service or it is a
        // handover, × 1 otherwise, booked on this link."
        let factor = if failure.service_or_handover { 4.0 } else { 1.0 };
        if self.dice.happens(world.journey.rival_pull * factor) {
            if !self.is_bound() {
                return Err(Left(failure.link, false));
            }
            self.stay_bound();
        }

        // "A voiced complaint goes to the complaint desk, if the journey has one and the failure is not its own: it is
        // met there once, with no further walk." The desk's own failure "may be voiced but goes no further".
        if let Some(desk) = &world.journey.complaint_desk
            && voiced
            && desk.as_str() != failure.link
        {
            let solved = self.meet_as(world.touchpoint(desk.as_str()), false)?;
            if solved {
                // "The failure's pain is taken back from P and M, and H = 0 if it was the heaviest."
                self.account.pains -= failure.pain;
                self.account.mood += failure.pain;
                if is_heaviest {
                    self.heaviest = 0.0;
                    self.heaviest_link = None;
                }
            }
        }
        Ok(())
    }

    /// "In tenures before the binding time nobody leaves."
    fn is_bound(&self) -> bool {
        self.tenure < u32::from(self.persona.binding)
    }

    /// "Who would leave stays, on rung T − 1."
    fn stay_bound(&mut self) {
        self.rung = self.rungs - 1;
        self.life.bound_in.insert(self.tenure);
    }

    fn judge(&mut self) -> Result<(), Left> {
        // "w < q: rung + 1. Otherwise rung − 1, not below 0."
        if self.worth() < self.felt_price() {
            self.rung += 1;
        } else {
            self.rung = self.rung.saturating_sub(1);
        }
        // "On rung T the customer leaves. It is booked by what would have kept them."
        if self.rung == self.rungs {
            if self.is_bound() {
                self.stay_bound();
                return Ok(());
            }
            // "w₀ = u + G − (P − H): the account as it would be had the heaviest failure been made good."
            let without = self.usefulness + self.account.gains - (self.account.pains - self.heaviest);
            // "A price a tenth lower."
            let or_price = self.worth() >= 0.9 * self.felt_price();
            return Err(match &self.heaviest_link {
                Some(link) if self.heaviest > 0.0 && without >= self.felt_price() => Left(link.clone(), or_price),
                _ => Left("price".to_owned(), false),
            });
        }
        Ok(())
    }

    /// "w = u + G · (1 − κ · H / (H + ¼)) − P."
    fn worth(&self) -> f64 {
        let voided = self.persona.chain_feel * self.heaviest / (self.heaviest + 0.25);
        self.usefulness + self.account.gains * (1.0 - voided) - self.account.pains
    }

    /// "The felt price q = price feel × (price now / journey price)."
    fn felt_price(&self) -> f64 {
        self.persona.price_feel * self.world().price_ratio
    }

    /// "R = squash(4·(w − q)/q), E = squash(4·M), squash(x) = ½ + ½·x/(1+|x|), score = 10·(½R + ½E) rounded half up."
    fn score(&self) -> f64 {
        let squash = |x: f64| 0.5 + 0.5 * x / (1.0 + x.abs());
        let rational = squash(4.0 * (self.worth() - self.felt_price()) / self.felt_price());
        let emotional = squash(4.0 * self.account.mood);
        (10.0 * (0.5 * rational + 0.5 * emotional) + 0.5).floor()
    }

    /// Writes the period down and makes ready for the next. Whether the customer has left.
    fn write_down(&mut self, period: Result<(), Left>) -> bool {
        self.life.periods.push(Period {
            left: period.is_err(),
            rung: self.rung,
            mood: self.account.mood,
            score: self.score(),
            revenue: self.revenue_in_period,
            complaints: self.complaints_in_period,
            failures: self.failures_in_period,
        });
        self.held_in_period.clear();
        self.revenue_in_period = 0.0;
        self.complaints_in_period = 0.0;
        self.failures_in_period = 0.0;
        if let Err(Left(booked_on, or_price)) = period {
            self.life.left = Some(booked_on);
            self.life.or_price = or_price;
            return true;
        }
        false
    }
}
