//! Whether two sets of figures agree.

use crate::reference::figures::{Figures, Group, Measure, Ratio};
use kedja::analysis::{Estimate, Outcome};
use kedja::model::{LinkId, PersonaId};
use std::collections::{BTreeMap, BTreeSet};

/// How many combined standard errors two figures may lie apart. Of some thousand comparisons of figures that truly
/// agree, one in a hundred runs of them all would find one further apart.
const ERRORS: f64 = 4.5;
/// A share or a count is compared where at least so many are expected in the reference, of what happened and of what
/// did not.
const FEWEST: f64 = 30.0;
/// A mean is compared where it is taken over at least so many customers: moods have long tails, and among fewer the
/// tail may be missing.
const FEWEST_IN_MEAN: f64 = 1_000.0;
/// What rounding may do to a sum [in the figure's own unit].
const ROUNDING: f64 = 1e-6;

/// What the engine says.
pub struct Engine<'a> {
    pub outcome: &'a Outcome,
    pub customers: f64,
}

#[derive(Default)]
pub struct Compared {
    pub figures: usize,
    pub disagreements: Vec<String>,
}

/// Compares every figure, for everybody and by persona.
pub fn disagreements(reference: &Figures, engine: &Engine) -> Compared {
    let sizes = (reference.customers, engine.customers);
    let mut compared = Compared::default();
    compare_groups("everybody", &reference.everybody, engine.outcome, sizes, &mut compared);
    for (persona, group) in &reference.by_persona {
        let Some(outcome) = engine.outcome.by_persona.get(&PersonaId::from(persona.as_str())) else {
            compared.disagreements.push(format!("the engine has no persona {persona}"));
            continue;
        };
        let arrived = group.get(&Measure::Conversion).map_or(0.0, |conversion| conversion.y);
        compare_shares_of_arrivals(persona, arrived, outcome.arrived as f64, sizes, &mut compared);
        compare_groups(persona, group, outcome, sizes, &mut compared);
    }
    compared
}

fn compare_shares_of_arrivals(persona: &str, here: f64, there: f64, sizes: (f64, f64), compared: &mut Compared) {
    let share = (here + there) / (sizes.0 + sizes.1);
    let error = (share * (1.0 - share) * (1.0 / sizes.0 + 1.0 / sizes.1)).sqrt();
    compared.figures += 1;
    if (here / sizes.0 - there / sizes.1).abs() > ERRORS * error + ROUNDING {
        compared.disagreements.push(format!("{persona}: {here} of {} and {there} of {} arrive", sizes.0, sizes.1));
    }
}

fn compare_groups(who: &str, group: &Group, outcome: &Outcome, sizes: (f64, f64), compared: &mut Compared) {
    let measures: BTreeSet<Measure> = group.keys().cloned().chain(measures_of(outcome)).collect();
    // Where one of them has counted nothing, that is a count of nothing.
    let arrived = group.get(&Measure::Conversion).map_or(0.0, |conversion| conversion.y);
    for measure in measures.into_iter().filter(is_reported) {
        let ratio = group.get(&measure).cloned().unwrap_or_else(|| Ratio::nothing_of(arrived));
        let there = engine_value(&measure, outcome).unwrap_or(0.0);
        let Some(error) = combined_error(&measure, &ratio, there, sizes) else { continue };
        let here = ratio.value().unwrap_or(0.0);
        compared.figures += 1;
        if (here - there).abs() > ERRORS * error + ROUNDING {
            let apart = (there - here) / error;
            let line = format!("{who}, {measure:?}: reference {here:.6}, engine {there:.6}, {apart:+.1} errors apart");
            compared.disagreements.push(line);
        }
    }
}

/// Of promoters and detractors the report has only the difference.
fn is_reported(measure: &Measure) -> bool {
    !matches!(measure, Measure::Promoters | Measure::Detractors)
}

/// The standard error of the difference of the two; `None` where too few are expected to say.
fn combined_error(measure: &Measure, ratio: &Ratio, there: f64, (here_size, there_size): (f64, f64)) -> Option<f64> {
    let here = ratio.value()?;
    let pooled = (here * here_size + there * there_size) / (here_size + there_size);
    let mut variance = ratio.variance(here_size);
    // In the variance's unit: that of one customer of the run.
    let per_customer = here_size / ratio.y;
    match kind(measure) {
        Kind::Mean => {
            if ratio.added < FEWEST_IN_MEAN {
                return None;
            }
            // Each says −100, 0 or 100: the least that they can vary, for whom nearly all say the same.
            if *measure == Measure::Recommendation {
                variance = variance.max(pooled.abs() * (100.0 - pooled.abs()) * per_customer);
            }
        }
        Kind::Count | Kind::Share => {
            if pooled * ratio.y < FEWEST || kind(measure) == Kind::Share && (1.0 - pooled) * ratio.y < FEWEST {
                return None;
            }
            // The more there are, the more they vary; and where the reference saw few it cannot know how much.
            if here > 0.0 {
                variance *= (pooled / here).max(1.0);
            }
            let missing = ratio.y - ratio.x;
            if ratio.with_x < FEWEST || kind(measure) == Kind::Share && missing < FEWEST {
                let rarer = if kind(measure) == Kind::Share { pooled.min(1.0 - pooled) } else { pooled };
                variance = variance.max(rarer * per_customer);
            }
        }
    }
    // Something that happens to a few of all customers may have happened to none of these.
    let unseen = here * here * 10.0 / ratio.y * per_customer;
    Some((variance.max(unseen) * (1.0 / here_size + 1.0 / there_size)).sqrt())
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Share,
    Count,
    Mean,
}

fn kind(measure: &Measure) -> Kind {
    use Measure::*;
    match measure {
        Conversion | Churn | Retention12 | OfferSuccess | Promoters | Detractors | LostInLoops => Kind::Share,
        Survival { .. }
        | Rung { .. }
        | Bound { .. }
        | Dropped { .. }
        | DeadEnd { .. }
        | Left { .. }
        | OrPrice { .. } => Kind::Share,
        Met { .. } | Failed { .. } | Complaints { .. } => Kind::Count,
        ComplaintsPerPeriod | Lifetime | RevenuePerArrival | Recommendation | DaysToPurchase => Kind::Mean,
        MoodAtTenure { .. } | MoodAfter { .. } => Kind::Mean,
    }
}

/// What the engine counted by link.
fn measures_of(outcome: &Outcome) -> Vec<Measure> {
    let by_link = |counts: &BTreeMap<LinkId, u64>, measure: fn(String) -> Measure| -> Vec<Measure> {
        counts.keys().map(|id| measure(id.as_str().to_owned())).collect()
    };
    let mut measures = by_link(&outcome.dropped_by_link, |link| Measure::Dropped { link });
    measures.extend(by_link(&outcome.dead_ends_by_link, |link| Measure::DeadEnd { link }));
    measures.extend(by_link(&outcome.left_by_link, |link| Measure::Left { link }));
    measures.extend(by_link(&outcome.or_price_by_link, |link| Measure::OrPrice { link }));
    measures.extend(by_link(&outcome.met_by_link, |link| Measure::Met { link }));
    measures.extend(by_link(&outcome.failed_by_link, |link| Measure::Failed { link }));
    measures.extend(by_link(&outcome.complaints_by_link, |link| Measure::Complaints { link }));
    for (before, rungs) in outcome.rungs.iter().enumerate() {
        measures.push(Measure::Bound { tenure: before + 1 });
        measures.extend((0..rungs.len()).map(|rung| Measure::Rung { tenure: before + 1, rung }));
    }
    measures
}

/// A figure of the engine in the reference's unit: counts per arrival.
fn engine_value(measure: &Measure, outcome: &Outcome) -> Option<f64> {
    use Measure::*;
    let figures = &outcome.figures;
    let of = |estimate: Option<Estimate>| estimate.map(|estimate| estimate.value);
    let per_arrival = |count: u64| Some(count as f64 / outcome.arrived as f64);
    let by_link = |counts: &BTreeMap<LinkId, u64>, link: &str| per_arrival(*counts.get(&LinkId::from(link))?);
    match measure {
        Conversion => of(figures.conversion),
        Churn => of(figures.churn),
        Retention12 => of(figures.retention_12),
        Lifetime => of(figures.lifetime),
        RevenuePerArrival => of(figures.revenue_per_arrival),
        Recommendation => of(figures.recommendation),
        OfferSuccess => of(figures.offer_success),
        DaysToPurchase => of(figures.days_to_purchase),
        ComplaintsPerPeriod => of(figures.complaints_per_period),
        LostInLoops => per_arrival(outcome.lost_in_loops),
        Survival { tenure } => outcome.survival.get(*tenure).copied(),
        MoodAtTenure { tenure } => outcome.mood_by_tenure.get(tenure - 1).copied(),
        Rung { tenure, rung } => per_arrival(*outcome.rungs.get(tenure - 1)?.get(*rung)?),
        Bound { tenure } => per_arrival(*outcome.bound_by_tenure.get(tenure - 1)?),
        MoodAfter { link } => outcome.mood_by_link.get(&LinkId::from(link.as_str())).copied(),
        Dropped { link } => by_link(&outcome.dropped_by_link, link),
        DeadEnd { link } => by_link(&outcome.dead_ends_by_link, link),
        Left { link } => by_link(&outcome.left_by_link, link),
        OrPrice { link } => by_link(&outcome.or_price_by_link, link),
        Met { link } => by_link(&outcome.met_by_link, link),
        Failed { link } => by_link(&outcome.failed_by_link, link),
        Complaints { link } => by_link(&outcome.complaints_by_link, link),
        Promoters | Detractors => None,
    }
}
