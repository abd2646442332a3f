//! Chance, from an ordinary sequential generator.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

pub struct Dice(Xoshiro256PlusPlus);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// Evenly spread over [0, 1).
    fn uniform(&mut self) -> f64 {
        self.0.random()
    }

    /// True with this chance.
    pub fn happens(&mut self, chance: f64) -> bool {
        self.uniform() < chance
    }

    /// Exponential with this mean.
    pub fn exponential(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.uniform()).ln()
    }

    /// Normal, by Box and Muller.
    pub fn normal(&mut self, mean: f64, spread: f64) -> f64 {
        let radius = (-2.0 * (1.0 - self.uniform()).ln()).sqrt();
        let angle = std::f64::consts::TAU * self.uniform();
        mean + spread * radius * angle.cos()
    }

    /// One of the choices, each with its chance; `None` with what is missing to 1.
    pub fn one_of<T>(&mut self, choices: Vec<(f64, T)>) -> Option<T> {
        let mut left = self.uniform();
        for (chance, choice) in choices {
            if left < chance {
                return Some(choice);
            }
            left -= chance;
        }
        None
    }

    /// One of the choices, whose chances sum to 1 but for rounding.
    pub fn surely_one_of<T: Clone>(&mut self, choices: Vec<(f64, T)>) -> T {
        let last_possible =
            choices.iter().rev().find(|(chance, _)| *chance > 0.0).expect("some chance is over 0").1.clone();
        self.one_of(choices).unwrap_or(last_possible)
    }
}
