//! Today stands still: a report of fewer customers than one before tells its difference on the today of the larger one.
//! Without it every preview would move today's figures a little, though nothing about today has changed.

use crate::analysis::{Estimate, Figures, Outcome, Report};
use crate::model::{LinkId, PersonaId, order};
use std::collections::BTreeMap;

/// The report told from the today of a larger one of the same journey and seed. What it says of the difference stays its
/// own, with its own noise.
pub fn on_today_of(firm: &Report, report: Report) -> Report {
    if report.customers >= firm.customers || report.seed != firm.seed || report.journey != firm.journey {
        return report;
    }
    let what_if = report.what_if.as_ref().map(|what_if| moved(&firm.today, &report.today, what_if));
    Report { customers: firm.customers, today: firm.today.clone(), what_if, ..report }
}

/// Today by many, moved as a few moved from their today to the what-if.
fn moved(firm: &Outcome, today: &Outcome, what_if: &Outcome) -> Outcome {
    let scale = firm.arrived as f64 / today.arrived.max(1) as f64;
    let people = |of: fn(&Outcome) -> u64| count(scale, of(firm), of(today), of(what_if));
    let by_link = |of: fn(&Outcome) -> &BTreeMap<LinkId, u64>| counts(scale, [of(firm), of(today), of(what_if)]);
    let curve = |of: fn(&Outcome) -> &Vec<f64>| -> Vec<f64> {
        let steps = of(firm).iter().zip(of(today)).zip(of(what_if));
        steps.map(|((firm, today), what_if)| firm + what_if - today).collect()
    };
    let mut least = 1.0_f64;
    // Nobody comes back: a curve of who is still there only falls.
    let survival: Vec<f64> = curve(|o| &o.survival).into_iter().map(|s| falling(&mut least, s)).collect();
    let band = |of: fn(&Outcome) -> &Vec<f64>| -> Vec<f64> {
        let ends = survival.iter().zip(&what_if.survival).zip(of(what_if));
        ends.map(|((now, what_if), end)| (now + end - what_if).clamp(0.0, 1.0)).collect()
    };
    let rungs = firm.rungs.iter().zip(&today.rungs).zip(&what_if.rungs).map(|((firm, today), what_if)| {
        let rungs = firm.iter().zip(today).zip(what_if);
        rungs.map(|((firm, today), what_if)| count(scale, *firm, *today, *what_if)).collect()
    });
    let bound = firm.bound_by_tenure.iter().zip(&today.bound_by_tenure).zip(&what_if.bound_by_tenure);
    let bound = bound.map(|((firm, today), what_if)| count(scale, *firm, *today, *what_if));
    let mood = |(link, firm): (&LinkId, &f64)| {
        let of = |outcome: &Outcome| outcome.mood_by_link.get(link).copied();
        Some((link.clone(), firm + of(what_if)? - of(today)?))
    };
    let persona = |(id, firm): (&PersonaId, &Outcome)| {
        Some((id.clone(), moved(firm, today.by_persona.get(id)?, what_if.by_persona.get(id)?)))
    };
    let money = [firm, today, what_if].map(|o| o.revenue_per_arrival_money);
    Outcome {
        figures: figures([&firm.figures, &today.figures, &what_if.figures]),
        revenue_per_arrival_money: figure(money, (0.0, f64::INFINITY)),
        survival_low: band(|o| &o.survival_low),
        survival_high: band(|o| &o.survival_high),
        survival,
        arrived: firm.arrived,
        bought: people(|o| o.bought),
        left: people(|o| o.left),
        left_at_once: people(|o| o.left_at_once),
        dropped_by_link: by_link(|o| &o.dropped_by_link),
        dead_ends_by_link: by_link(|o| &o.dead_ends_by_link),
        left_by_link: by_link(|o| &o.left_by_link),
        or_price_by_link: by_link(|o| &o.or_price_by_link),
        met_by_link: by_link(|o| &o.met_by_link),
        failed_by_link: by_link(|o| &o.failed_by_link),
        complaints_by_link: by_link(|o| &o.complaints_by_link),
        rungs: rungs.collect(),
        bound_by_tenure: bound.collect(),
        mood_by_link: order::map(firm.mood_by_link.iter().filter_map(mood)),
        mood_by_tenure: curve(|o| &o.mood_by_tenure),
        by_persona: order::map(firm.by_persona.iter().filter_map(persona)),
        lost_in_loops: what_if.lost_in_loops,
    }
}

/// A share that is at most the one before it, and at least 0.
fn falling(least: &mut f64, share: f64) -> f64 {
    *least = share.clamp(0.0, *least);
    *least
}

/// Never below nobody.
fn count(scale: f64, firm: u64, today: u64, what_if: u64) -> u64 {
    (firm as f64 + (what_if as f64 - today as f64) * scale).round().max(0.0) as u64
}

fn counts(scale: f64, [firm, today, what_if]: [&BTreeMap<LinkId, u64>; 3]) -> BTreeMap<LinkId, u64> {
    let of = |counts: &BTreeMap<LinkId, u64>, link| counts.get(link).copied().unwrap_or(0);
    order::map(firm.iter().map(|(link, n)| (link.clone(), count(scale, *n, of(today, link), of(what_if, link)))))
}

fn figures(of: [&Figures; 3]) -> Figures {
    let read = |figure_of: fn(&Figures) -> Option<Estimate>, bounds| figure(of.map(figure_of), bounds);
    let (share, amount) = ((0.0, 1.0), (0.0, f64::INFINITY));
    Figures {
        conversion: read(|f| f.conversion, share),
        churn: read(|f| f.churn, share),
        retention_12: read(|f| f.retention_12, share),
        lifetime: read(|f| f.lifetime, amount),
        revenue_per_arrival: read(|f| f.revenue_per_arrival, amount),
        recommendation: read(|f| f.recommendation, (-100.0, 100.0)),
        offer_success: read(|f| f.offer_success, share),
        days_to_purchase: read(|f| f.days_to_purchase, amount),
        complaints_per_period: read(|f| f.complaints_per_period, amount),
    }
}

/// A figure of the what-if on the larger today, within what it can be, with the noise that it has. What cannot be
/// compared stays as it was found.
fn figure([firm, today, what_if]: [Option<Estimate>; 3], (least, most): (f64, f64)) -> Option<Estimate> {
    let (Some(firm), Some(today), Some(found)) = (firm, today, what_if) else { return what_if };
    let by = firm.value - today.value;
    let at = |value: f64| (value + by).clamp(least, most);
    Some(Estimate { value: at(found.value), low: at(found.low), high: at(found.high) })
}
