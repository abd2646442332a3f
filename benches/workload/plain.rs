//! The plain loop that the engine is measured against: the simplest program that lives the same customers, with
//! nothing configurable. Its figures must be those of the engine on `journey()`.

/// Months that every buyer is followed.
pub const MONTHS: usize = 36;

/// What the plain loop reports: conversion and mean lifetime follow from it.
#[derive(Clone, Copy, Debug)]
pub struct Plain {
    pub arrived: u64,
    pub bought: u64,
    /// Customer-months lived.
    pub months: u64,
    /// Leavers by month.
    pub left_in: [u64; MONTHS],
}

/// xoshiro256++, seeded by SplitMix64: what `rand`'s SmallRng is on 64-bit machines, and the same everywhere.
pub struct Xoshiro([u64; 4]);

impl Xoshiro {
    pub fn new(seed: u64) -> Self {
        let mut z = seed;
        Self(std::array::from_fn(|_| {
            z = z.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut x = z;
            x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            x ^ (x >> 31)
        }))
    }

    #[inline(always)]
    fn uniform(&mut self) -> f64 {
        let s = &mut self.0;
        let word = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        (word >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }
}

const FUNNEL: [f64; 8] = [0.95, 0.9, 0.85, 0.9, 0.7, 0.9, 0.95, 0.8];

/// Lives so many customers.
pub fn plain_loop(random: &mut Xoshiro, customers: u64) -> Plain {
    let mut total = Plain { arrived: customers, bought: 0, months: 0, left_in: [0; MONTHS] };
    'customers: for _ in 0..customers {
        for pass in FUNNEL {
            if random.uniform() >= pass {
                continue 'customers;
            }
        }
        total.bought += 1;
        let (mut account, mut counter) = (0.0_f64, 0_u32);
        for left in &mut total.left_in {
            total.months += 1;
            account *= 0.8;
            account += if random.uniform() < 0.9 { 0.5 } else { -0.5 };
            if random.uniform() < 0.3 {
                account += if random.uniform() < 0.6 { 0.6 } else { -0.8 };
            }
            account += if random.uniform() < 0.8 { 0.1 } else { -0.05 };
            account += if random.uniform() < 0.7 { 0.1 } else { -0.5 };
            if account < 0.3 {
                counter += 1;
                if counter == 3 {
                    *left += 1;
                    continue 'customers;
                }
            } else {
                counter = counter.saturating_sub(1);
            }
        }
    }
    total
}
