//! Draws: every chance event has a key, and its draw is a pure function of the key.
//!
//! The generator is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014): its
//! n-th output is a fixed mix of `seed + n·γ`, so it can be read at any position without the ones before. A customer's
//! luck is such a stream, seeded from (seed, customer); a place, occurrence and purpose make a position in it.

use rand::{RngExt, TryRng};
use std::convert::Infallible;

const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

#[inline(always)]
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// SplitMix64 behind `rand`'s traits, for samplers that need more than one word.
#[derive(Clone, Debug)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// The generator that starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }
}

impl TryRng for SplitMix64 {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.try_next_u64().map(|word| (word >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.0 = self.0.wrapping_add(GAMMA);
        Ok(mix(self.0))
    }

    fn try_fill_bytes(&mut self, dst: &mut [u8]) -> Result<(), Infallible> {
        rand::rand_core::utils::fill_bytes_via_next_word(dst, || self.try_next_u64())
    }
}

/// A position in a customer's stream, already multiplied by γ: positions add up without multiplying again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address(u64);

impl Address {
    /// The place that a name stands for (an id of a link; or what a customer draws once).
    pub fn of_name(name: &str) -> Self {
        // FNV-1a, then mixed so that like names lie far apart.
        let hash =
            name.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3));
        Self::steps(mix(hash))
    }

    /// So many positions further on.
    #[inline(always)]
    pub const fn steps(n: u64) -> Self {
        Self(n.wrapping_mul(GAMMA))
    }

    #[inline(always)]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }
}

/// The luck of one customer: their own stream, from its first position on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Luck(u64);

impl Luck {
    /// The luck of a customer under a seed.
    #[inline]
    pub fn of(seed: u64, customer: u64) -> Self {
        let root = mix(seed.wrapping_add(GAMMA));
        Self(mix(root.wrapping_add(customer.wrapping_add(1).wrapping_mul(GAMMA))).wrapping_add(GAMMA))
    }

    /// The word drawn at a position.
    #[inline(always)]
    pub fn word(self, at: Address) -> u64 {
        mix(self.0.wrapping_add(at.0))
    }

    /// The same stream, read from a position on.
    #[inline(always)]
    pub fn from(self, at: Address) -> Self {
        Self(self.0.wrapping_add(at.0))
    }

    /// The generator whose first word is the one drawn at a position.
    pub fn stream(self, at: Address) -> SplitMix64 {
        SplitMix64(self.0.wrapping_sub(GAMMA).wrapping_add(at.0))
    }

    /// Exponential with a mean of 1.
    pub fn exponential(self, at: Address) -> f64 {
        let uniform: f64 = self.stream(at).random();
        -libm::log(1.0 - uniform)
    }

    /// Normal with mean 0 and standard deviation 1 (Box and Muller 1958).
    pub fn normal(self, at: Address) -> f64 {
        let mut stream = self.stream(at);
        let (radius, angle): (f64, f64) = (stream.random(), stream.random());
        libm::sqrt(-2.0 * libm::log(1.0 - radius)) * libm::cos(std::f64::consts::TAU * angle)
    }
}

/// A chance, ready to compare with half a word: a whole number of 2⁻³².
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chance(u64);

impl Chance {
    pub const NEVER: Self = Self(0);
    const SURE: u64 = 1 << 32;

    /// The nearest chance to a probability [0..1]; what lies outside is taken to the nearer end.
    pub fn of(probability: f64) -> Self {
        Self((probability.clamp(0.0, 1.0) * Self::SURE as f64 + 0.5) as u64)
    }

    #[inline(always)]
    pub fn is_never(self) -> bool {
        self.0 == 0
    }

    #[inline(always)]
    pub fn is_sure(self) -> bool {
        self.0 == Self::SURE
    }

    /// True if neither sure nor never: only then is a draw needed.
    #[inline(always)]
    pub fn is_open(self) -> bool {
        self.0.wrapping_sub(1) < Self::SURE - 1
    }

    /// True if it happens, by the upper half of a word.
    #[inline(always)]
    pub fn high(self, word: u64) -> bool {
        self.is_over(word >> 32)
    }

    /// True if it happens, by the lower half of a word.
    #[inline(always)]
    pub fn low(self, word: u64) -> bool {
        self.is_over(word & 0xFFFF_FFFF)
    }

    /// By the sign of a difference, neither being over 2³²: the outcome is counted with, and is a whole number already.
    #[inline(always)]
    fn is_over(self, half: u64) -> bool {
        half.wrapping_sub(self.0) >> 63 != 0
    }
}
