//! "Two views", the calendar view: what will be seen, and when.

use super::cohort::live;
use super::dice::Dice;
use super::life::Life;
use super::world::Worlds;
use kedja::model::{Journey, Scenario};

/// What is seen in one period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Detection {
    pub period: i32,
    pub arrived: f64,
    pub bought: f64,
    pub left: f64,
    /// Customers at the end of the period, and of them those on each rung.
    pub customers: f64,
    pub rungs: Vec<f64>,
    pub complaints: f64,
    /// Failures met after the purchase.
    pub failures: f64,
    /// [prices]
    pub revenue: f64,
    pub promoters: f64,
    pub detractors: f64,
}

/// Lives the calendar once, from -warm-up to the horizon, with the scenario from its start on.
pub fn live_calendar(journey: &Journey, scenario: &Scenario, seed: u64) -> Vec<Detection> {
    let worlds = Worlds::changing(journey, scenario);
    let mut dice = Dice::new(seed);
    let first = -i32::from(journey.market.warm_up);
    let last = i32::from(journey.horizon);
    let rungs = journey.personas.iter().map(|p| usize::from(p.top_rung())).max().unwrap_or(0);
    let mut calendar: Vec<Detection> =
        (first..=last).map(|period| Detection { period, rungs: vec![0.0; rungs], ..Detection::default() }).collect();

    // "So cohorts are lived in the order of arrival, once."
    for period in first..=last {
        let place = (period - first) as usize;
        let before = place.checked_sub(1).map(|place| &calendar[place]);
        let arrivals = arrivals(&worlds, period, before);
        for _ in 0..arrivals {
            let life = live(&worlds, period, &mut dice, |purchase_period| (last - purchase_period).max(0) as u32);
            see(&mut calendar, first, &life, journey.period.days());
        }
    }
    calendar
}

/// "Arrivals in period m are base × max(0, 1 + echo·(5·promoters − 12·detractors)/(customers · periods per year)) with
/// the customers, promoters and detractors of period m − 1, and base when there are none."
fn arrivals(worlds: &Worlds, period: i32, before: Option<&Detection>) -> u32 {
    let market = worlds.at(period).journey.market;
    let periods_per_year = worlds.today.journey.period.per_year();
    let word_of_mouth = match before {
        Some(seen) if seen.customers > 0.0 => {
            let told = 5.0 * seen.promoters - 12.0 * seen.detractors;
            (1.0 + market.echo * told / (seen.customers * periods_per_year)).max(0.0)
        }
        _ => 1.0,
    };
    (market.arrivals * word_of_mouth + 0.5).floor() as u32
}

/// Adds one life to the periods in which it is lived.
fn see(calendar: &mut [Detection], first: i32, life: &Life, days_per_period: f64) {
    calendar[(life.arrival - first) as usize].arrived += 1.0;
    if !life.bought() {
        return;
    }
    let purchase_period = life.calendar_period(days_per_period);
    for (tenure, lived) in life.periods.iter().enumerate() {
        // A purchase after the last period is out of sight.
        let place = (purchase_period - first) as usize + tenure;
        let Some(seen) = calendar.get_mut(place) else { break };
        if tenure == 0 {
            seen.bought += 1.0;
        }
        seen.complaints += lived.complaints;
        seen.failures += lived.failures;
        seen.revenue += lived.revenue;
        if lived.left {
            seen.left += 1.0;
        } else {
            seen.customers += 1.0;
            seen.rungs[lived.rung as usize] += 1.0;
            if lived.score >= 9.0 {
                seen.promoters += 1.0;
            }
            if lived.score <= 6.0 {
                seen.detractors += 1.0;
            }
        }
    }
}
