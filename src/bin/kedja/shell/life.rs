//! `life`: one customer's life, told event by event; with a change, both twins side by side.

use super::Failure;
use super::arguments::Life;
use super::changes::scenario;
use super::input::{LANG, journey};
use kedja::engine::{Blame, DropReason, Fate, LinkIndex, Story, StoryEvent, World, live_story};
use kedja::model::{CheckedJourney, Journey, Scenario};

/// Width of the left twin's column [characters].
const COLUMN: usize = 62;

/// Tells the life.
pub fn tell(arguments: &Life) -> Result<String, Failure> {
    let journey = journey(&arguments.journey)?;
    let scenario = scenario(&arguments.change);
    let seed = arguments.change.seed;
    let refused = |problems| Failure::of(problems, &journey, &scenario);
    let checked = CheckedJourney::new(journey.clone()).map_err(refused)?;
    let told = |scenario: &Scenario| -> Result<(Story, Vec<String>), Failure> {
        let changed = checked.changed(scenario).map_err(refused)?;
        let story = live_story(&World::new(&changed), seed, arguments.customer);
        let teller = Teller { journey: &journey };
        let lines = teller.lines(&story);
        Ok((story, lines))
    };
    let (today_story, today) = told(&Scenario::default())?;
    let mut text = format!("{}: customer {}, seed {seed}\n\n", journey.name.get(LANG), arguments.customer);
    if scenario.is_empty() {
        text.push_str(&today.join("\n"));
        return Ok(text);
    }
    let (what_if_story, what_if) = told(&scenario)?;
    text.push_str(&side_by_side(&today, &what_if));
    let fate = |story: &Story| fate(story.life.fate);
    text.push_str(&format!("\ntoday: {}; what-if: {}\n", fate(&today_story), fate(&what_if_story)));
    Ok(text)
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Dropped => "never buys",
        Fate::Left => "buys and leaves",
        Fate::Stays => "buys and stays",
    }
}

/// Both columns; from the line where the twins part, they are marked.
fn side_by_side(today: &[String], what_if: &[String]) -> String {
    let same = today.iter().zip(what_if).take_while(|(a, b)| a == b).count();
    let mut text = format!("{:<COLUMN$}  what-if\n", "today");
    for i in 0..today.len().max(what_if.len()) {
        if i == same {
            text.push_str(&format!("{:-<COLUMN$}--{:-<COLUMN$}\n", "from here the two differ ", ""));
        }
        let line = |lines: &[String]| lines.get(i).cloned().unwrap_or_default();
        text.push_str(format!("{:<COLUMN$}  {}", line(today), line(what_if)).trim_end());
        text.push('\n');
    }
    text
}

struct Teller<'a> {
    journey: &'a Journey,
}

impl Teller<'_> {
    fn lines(&self, story: &Story) -> Vec<String> {
        let mut tenure = "before".to_owned();
        let mut lines = Vec::new();
        for (event, account) in &story.events {
            if let StoryEvent::Began { tenure: t } = event {
                tenure = format!("{t:>6}");
                continue;
            }
            if let Some(what) = self.event(event) {
                let balance = account.gains - account.pains;
                lines.push(format!("{tenure}  {what:<42} {balance:>+6.2}"));
            }
            if matches!(event, StoryEvent::Bought { .. }) {
                tenure = format!("{:>6}", 0);
            }
        }
        lines
    }

    fn link(&self, link: LinkIndex) -> String {
        self.journey.links().nth(link.0).map_or_else(String::new, |id| self.journey.link_name(id, LANG))
    }

    /// The event in words; none for what goes without saying.
    fn event(&self, event: &StoryEvent) -> Option<String> {
        let spot = |touchpoint: usize| self.link(LinkIndex(touchpoint));
        Some(match *event {
            StoryEvent::Arrived { persona, touchpoint, .. } => {
                let name = self.journey.personas.get(persona).map_or("", |p| p.name.get(LANG));
                format!("{name} comes in at {}", spot(touchpoint))
            }
            StoryEvent::Sensed { touchpoint, to } => {
                format!("{} notices how far the customer has come: on to {}", spot(touchpoint), spot(to))
            }
            StoryEvent::Waited { link, days } => format!("{days:.1} days at {}", self.link(link)),
            StoryEvent::Held { link } => format!("{} holds", self.link(link)),
            StoryEvent::Failed { link } => format!("{} fails", self.link(link)),
            StoryEvent::TriedAgain { .. } => "tries again".to_owned(),
            StoryEvent::Dropped { link, why } => match why {
                DropReason::Failed => format!("drops out at {}", self.link(link)),
                DropReason::DeadEnd => format!("finds no way on from {}", self.link(link)),
                DropReason::Looping => format!("goes round in circles at {}", self.link(link)),
            },
            StoryEvent::Bought { days, .. } => format!("buys, on day {days:.0}"),
            StoryEvent::Complained { link } => format!("complains about {}", self.link(link)),
            StoryEvent::Mended { link } => format!("the complaint about {} is put right", self.link(link)),
            StoryEvent::Offered { touchpoint, sold, .. } => {
                format!("{}: {}", spot(touchpoint), if sold { "says yes" } else { "says no" })
            }
            StoryEvent::Judged { worth, felt_price, rung, rungs, .. } => {
                format!("feels worth {worth:.2}, price feels like {felt_price:.2}: step {rung} of {rungs}")
            }
            StoryEvent::StayedBound { .. } => "would leave, and is bound".to_owned(),
            StoryEvent::Left { blame, walked_out, .. } => {
                let why = match blame {
                    Blame::Link(link) => self.link(link),
                    Blame::Either(link) => format!("{} or the price: either would have kept them", self.link(link)),
                    Blame::Price => "the price".to_owned(),
                };
                format!("{}: {why}", if walked_out { "leaves on the spot" } else { "leaves" })
            }
            StoryEvent::Began { .. } | StoryEvent::Paid { .. } => return None,
        })
    }
}
