//! The lives of simulated customers as a log of events, as a company would have one: for trying out what reads such logs, and
//! for showing that a journey comes back out of its own log.

use crate::analysis::cohort::Cohort;
use crate::engine::{LinkIndex, StoryEvent};
use crate::model::data::DAY_MS;
use crate::model::{Journey, Lang, LinkId, Role};

/// The first day of the log, 2025-01-01 [days since 1970].
const FIRST: f64 = 20_089.0;
/// From one event after the purchase to the next of the same period, so that they keep their order [days].
const APART: f64 = 1.0 / 86_400.0;

/// A link as the log has it.
struct Named {
    name: String,
    is_handover: bool,
    is_purchase: bool,
}

/// What a log of simulated customers is to hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LivedLog {
    pub customers: u64,
    /// They arrive evenly over so many days.
    pub days: f64,
    /// Nothing later than this many days after the first is written; those who are under way then are open.
    pub until: f64,
    /// Whether the log says how each try went. Without that a try that failed is seen by the next one, or by nothing more.
    pub says_results: bool,
}

/// The headings of such a log.
pub const HEADINGS: &str = "case,step,time,result,persona";
/// What is written when a customer leaves.
pub const LEFT: &str = "Left";

/// The log as CSV: of each customer the tries in their order. With results a handover's tries are steps of their own, called
/// by its two ends with an arrow between.
pub fn lived_log(cohort: &Cohort, journey: &Journey, lang: &Lang, log: LivedLog) -> String {
    let named = |link: &LinkId| Named {
        name: name_of(journey, link, lang),
        is_handover: journey.handover(link).is_some(),
        is_purchase: journey.touchpoint(link).is_some_and(|t| t.role == Role::Purchase),
    };
    let names: Vec<Named> = journey.links().map(named).collect();
    let mut text = format!("{HEADINGS}\n");
    for customer in 0..log.customers {
        let story = cohort.life(customer).today;
        let mut now = log.days * customer as f64 / log.customers as f64;
        let (mut waited, mut persona, mut bought) = (0.0, "", None);
        for (event, _) in &story.events {
            let mut tell = |step: &str, held: Option<bool>, at: f64| {
                if at <= log.until {
                    let result = match held.filter(|_| log.says_results) {
                        Some(true) => "held",
                        Some(false) => "failed",
                        None => "",
                    };
                    text.push_str(&format!("{customer},{},{},{result},{persona}\n", quoted(step), time(at)));
                }
            };
            match event {
                StoryEvent::Arrived { persona: kind, .. } => {
                    persona = journey.personas.get(*kind).map_or("", |persona| persona.id.as_str());
                }
                StoryEvent::Waited { days, .. } => waited = *days,
                StoryEvent::Held { link: LinkIndex(link) } | StoryEvent::Failed { link: LinkIndex(link) } => {
                    let held = matches!(event, StoryEvent::Held { .. });
                    let link = &names[*link];
                    // A try is seen when it begins; without results there are no handovers, and a purchase is one that was made.
                    if log.says_results || !(link.is_handover || link.is_purchase && !held) {
                        tell(&link.name, Some(held), now);
                    }
                    now += if bought.is_none() { waited } else { APART };
                    waited = 0.0;
                }
                StoryEvent::Bought { .. } => bought = Some(now),
                StoryEvent::Began { tenure } => {
                    let periods = f64::from(tenure.saturating_sub(1));
                    now = bought.unwrap_or(now) + periods * journey.period.days() + APART * 60.0;
                }
                StoryEvent::Left { .. } => tell(LEFT, None, now),
                _ => {}
            }
        }
    }
    text
}

fn name_of(journey: &Journey, link: &LinkId, lang: &Lang) -> String {
    let end = |id: &LinkId| journey.touchpoint(id).map_or("", |t| t.name.get(lang)).to_owned();
    match journey.handover(link) {
        Some(handover) => format!("{} → {}", end(&handover.from), end(&handover.to)),
        None => end(link),
    }
}

fn quoted(name: &str) -> String {
    if name.contains([',', '"', '\n']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() }
}

/// A day of the log as milliseconds since 1970, which keeps the order of what is a second apart.
fn time(days: f64) -> i64 {
    ((FIRST + days) * DAY_MS as f64).round() as i64
}
