//! The customers that are drawn and followed: the first so many of the seed, the same in both worlds.

use crate::analysis::{Fate, TodayAndWhatIf, Trail};

/// How many are drawn when they come one after the other, and when all come at once [customers].
pub const CROWD: u64 = 10_000;
pub const CROWD_AT_ONCE: usize = 2_000;

/// The trails of the crowd in both worlds.
pub type Trails = TodayAndWhatIf<Vec<Trail>>;

/// A kind of customer that somebody wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Anyone,
    /// Would have dropped out, now buys.
    Won,
    /// Would have left, now stays.
    Saved,
    /// Would have stayed or bought, now does not.
    Lost,
    DroppedOut,
    Left,
    Stayed,
}

impl Wanted {
    /// What can be asked for: with a change those whose fate it changes, without one the fates themselves.
    pub fn of(trails: &Trails) -> Vec<Self> {
        let all = match trails.what_if {
            Some(_) => [Self::Saved, Self::Won, Self::Lost],
            None => [Self::Stayed, Self::Left, Self::DroppedOut],
        };
        all.into_iter().filter(|wanted| next(trails, *wanted, 0, true).is_some()).collect()
    }

    fn fits(self, today: Fate, now: Fate) -> bool {
        match self {
            Self::Anyone => true,
            Self::Won => today == Fate::Dropped && now != Fate::Dropped,
            Self::Saved => today == Fate::Left && now == Fate::Stays,
            Self::Lost => {
                (today != Fate::Dropped && now == Fate::Dropped) || (today == Fate::Stays && now == Fate::Left)
            }
            Self::DroppedOut => now == Fate::Dropped,
            Self::Left => now == Fate::Left,
            Self::Stayed => now == Fate::Stays,
        }
    }
}

/// The next, or the one before, of this kind, seen from a customer (not that one itself); from the other end when there
/// is none left.
pub fn next(trails: &Trails, wanted: Wanted, from: usize, forth: bool) -> Option<usize> {
    let count = trails.today.len();
    let fate = |customer: usize| {
        let today = trails.today.get(customer)?.fate;
        let now = trails.what_if.as_ref().and_then(|t| t.get(customer)).map_or(today, |t| t.fate);
        Some((today, now))
    };
    (1..=count)
        .map(|step| if forth { (from + step) % count } else { (from + count - step) % count })
        .find(|customer| fate(*customer).is_some_and(|(today, now)| wanted.fits(today, now)))
}
