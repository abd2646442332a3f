//! How often intervals hold what is so, kind by kind.

use kedja::analysis::Estimate;
use std::collections::BTreeMap;

/// How often the intervals of one figure of one journey hold.
#[derive(Clone, Copy, Default)]
pub struct Held {
    held: u64,
    told: u64,
    withheld: u64,
}

/// By kind and by journey, with a figure's name.
#[derive(Default)]
pub struct Score(BTreeMap<(&'static str, String), Held>);

/// The fewest intervals of one figure of one journey that are looked at by themselves.
const FEWEST: u64 = 10;

impl Score {
    /// Holds one interval against the truth. What is 0 for certain is not counted.
    pub fn note(
        &mut self,
        kind: &'static str,
        of: impl Into<String>,
        found: Option<Estimate>,
        truth: Option<Estimate>,
    ) {
        let (Some(found), Some(truth)) = (found, truth) else { return };
        if (truth.value, truth.low, truth.high) == (0.0, 0.0, 0.0) {
            return;
        }
        let held = self.0.entry((kind, of.into())).or_default();
        if found.noise().is_none() {
            held.withheld += 1;
            return;
        }
        held.told += 1;
        held.held += u64::from(found.low <= truth.value && truth.value <= found.high);
    }

    /// Adds what was noted elsewhere.
    pub fn add(&mut self, other: Self) {
        for (key, more) in other.0 {
            let held = self.0.entry(key).or_default();
            held.held += more.held;
            held.told += more.told;
            held.withheld += more.withheld;
        }
    }

    /// By kind: how many hold of those that were told, how many were withheld, the worst figure of a journey by itself,
    /// and how many figures lie under 93, within 93 to 97, and over 97.
    pub fn by_kind(&self) -> BTreeMap<&'static str, String> {
        let mut kinds: BTreeMap<&'static str, Vec<Held>> = BTreeMap::new();
        for ((kind, _), held) in &self.0 {
            kinds.entry(kind).or_default().push(*held);
        }
        kinds.into_iter().map(|(kind, all)| (kind, line(&all))).collect()
    }
}

fn line(all: &[Held]) -> String {
    let sum = |of: fn(&Held) -> u64| all.iter().map(of).sum::<u64>();
    let (held, told, withheld) = (sum(|h| h.held), sum(|h| h.told), sum(|h| h.withheld));
    let percent = |n: u64, of: u64| if of == 0 { f64::NAN } else { 100.0 * n as f64 / of as f64 };
    let each: Vec<f64> = all.iter().filter(|h| h.told >= FEWEST).map(|h| percent(h.held, h.told)).collect();
    let worst = each.iter().copied().fold(f64::INFINITY, f64::min);
    let under = each.iter().filter(|each| **each < 93.0).count();
    let over = each.iter().filter(|each| **each > 97.0).count();
    if told == 0 {
        return "withheld".to_owned();
    }
    let kept_back =
        if withheld > 0 { format!(", {:.0}% withheld", percent(withheld, told + withheld)) } else { String::new() };
    format!("{:.1} ({worst:.0}; {under}/{over} of {}){kept_back}", percent(held, told), each.len())
}

/// Prints a table: kinds down, sizes across.
pub fn print(title: &str, sizes: &[u64], scores: &[Score]) {
    println!("\n{title}\n");
    println!("| | {} |", sizes.iter().map(u64::to_string).collect::<Vec<_>>().join(" | "));
    println!("| --- |{}", " --- |".repeat(sizes.len()));
    let lines: Vec<BTreeMap<&str, String>> = scores.iter().map(Score::by_kind).collect();
    let mut kinds: Vec<&str> = lines.iter().flat_map(|lines| lines.keys().copied()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let cells = lines.iter().map(|lines| lines.get(kind).map_or("", |line| line));
        println!("| {kind} | {} |", cells.collect::<Vec<_>>().join(" | "));
    }
}
