//! Small bars.

/// To which side an account leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    TakesMore,
    GivesMore,
    Even,
}

/// A bar with what is taken to the left of a middle line and what is given to the right, on one scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BalanceBar {
    pub middle: f64,
    pub takes: f64,
    pub gives: f64,
    pub leaning: Balance,
}

/// From this many times on, one side is said to be the larger.
const CLEARLY: f64 = 1.5;

/// Lays out gain and pain [prices, not negative] in a width; both 0 gives an empty bar.
pub fn balance(gain: f64, pain: f64, width: f64) -> BalanceBar {
    let unit = width / (gain + pain).max(f64::MIN_POSITIVE);
    let leaning = if pain > gain * CLEARLY {
        Balance::TakesMore
    } else if gain > pain * CLEARLY {
        Balance::GivesMore
    } else {
        Balance::Even
    };
    BalanceBar { middle: pain * unit, takes: pain * unit, gives: gain * unit, leaning }
}
