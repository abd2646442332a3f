//! Quality: even words, and nothing in common between neighbouring keys, which is where a poor mix would show.
//!
//! Each statistic is held to what a fair one passes once in a million times. Seeds are fixed, so what holds once holds
//! always; a change of the draws is what rolls anew.

use crate::statistics::*;
use kedja::engine::{Address, Chance, Luck};

const SEED: u64 = 1;
/// Pairs in each test.
const PAIRS: u64 = 1 << 16;

/// Two keys that the engine uses beside each other, as functions of a number. No word stands in two pairs: overlapping
/// ones would not be as even as the bounds take them to be.
type Neighbours = (&'static str, fn(u64) -> (u64, u64));

const LINKS: [&str; 8] = ["ad", "compare", "checkout", "using", "support", "invoice", "ad-compare", "compare-checkout"];

fn place(link: u64) -> Address {
    Address::of_name(LINKS[link as usize])
}

/// Where something is drawn in a tenure.
fn in_tenure(link: u64, tenure: u64) -> Address {
    place(link).plus(Address::steps(tenure << 16))
}

fn luck(customer: u64) -> Luck {
    Luck::of(SEED, customer)
}

/// The words of one customer at an address and so many positions further on.
fn beside(customer: u64, at: Address, positions: u64) -> (u64, u64) {
    (luck(customer).word(at), luck(customer).word(at.plus(Address::steps(positions))))
}

const NEIGHBOURS: [Neighbours; 9] = [
    ("customers n and n + 1", |n| {
        let at = in_tenure(5, 1);
        (luck(2 * n).word(at), luck(2 * n + 1).word(at))
    }),
    ("customers n and n + 64, of two cells", |n| {
        let (at, customer) = (in_tenure(5, 1), n / 64 * 128 + n % 64);
        (luck(customer).word(at), luck(customer + 64).word(at))
    }),
    ("customers of two arrival periods", |n| {
        let at = in_tenure(5, 1);
        (luck(n).word(at), luck(n | 1 << 32).word(at))
    }),
    ("two links", |n| {
        let (customer, link) = (luck(n / 4), n % 4 * 2);
        (customer.word(place(link)), customer.word(place(link + 1)))
    }),
    ("tenures t and t + 1", |n| beside(n / 12, in_tenure(3, n % 12 * 2 + 1), 1 << 16)),
    ("two encounters of a period", |n| beside(n, in_tenure(4, 2), 1 << 10)),
    ("two steps of a walk", |n| beside(n, in_tenure(4, 2), 1 << 4)),
    ("two purposes", |n| beside(n, place(0), 1)),
    ("seeds s and s + 1", |n| {
        let at = in_tenure(5, 1);
        (Luck::of(2 * n, 0).word(at), Luck::of(2 * n + 1, 0).word(at))
    }),
];

/// A half of a word.
type Half = (&'static str, fn(u64) -> u64);

/// How far from fair a set of pairs is [standard deviations]: the worst of several looks at it.
fn unfairness(pairs: &[(u64, u64)]) -> Vec<(String, f64)> {
    let mut looks = Vec::new();
    let halves: [Half; 2] = [("high", |word| word >> 32), ("low", |word| word & 0xFFFF_FFFF)];
    for (of_first, first) in halves {
        let bytes = |shift: u64| {
            let mut counts = vec![0; 256];
            pairs.iter().for_each(|(a, _)| counts[(first(*a) >> shift & 0xFF) as usize] += 1);
            evenness_z(&counts)
        };
        looks.push((format!("top byte of the {of_first} half"), bytes(24)));
        looks.push((format!("bottom byte of the {of_first} half"), bytes(0)));
        for (of_second, second) in halves {
            let unit = |half: u64| half as f64;
            let correlation = correlation_z(pairs.iter().map(|(a, b)| (unit(first(*a)), unit(second(*b)))));
            looks.push((format!("correlation, {of_first} and {of_second}"), correlation));
            for (end, shift) in [("top", 28), ("bottom", 0)] {
                let mut together = vec![0; 256];
                for (a, b) in pairs {
                    together[((first(*a) >> shift & 15) * 16 + (second(*b) >> shift & 15)) as usize] += 1;
                }
                looks.push((format!("{end} 4 bits together, {of_first} and {of_second}"), evenness_z(&together)));
            }
        }
    }
    looks.push(("each bit with the same bit of the other".to_owned(), worst_bit(pairs)));
    looks
}

/// The bit that agrees with its like most, or least, more often than it should; as much surprise as a z alone.
fn worst_bit(pairs: &[(u64, u64)]) -> f64 {
    let mut agreeing = [0_u64; 64];
    for (a, b) in pairs {
        let same = !(a ^ b);
        agreeing.iter_mut().enumerate().for_each(|(bit, count)| *count += same >> bit & 1);
    }
    let worst = agreeing.iter().map(|&n| share_z(n, pairs.len() as u64, 0.5).abs()).fold(0.0, f64::max);
    // 64 bits to be the worst of: one in 64 million beyond 5.66 is as rare as one in a million beyond 4.89.
    worst * ONCE_IN_A_MILLION / 5.66
}

#[test]
fn neighbouring_keys_have_nothing_in_common() {
    for (name, words) in NEIGHBOURS {
        let pairs: Vec<(u64, u64)> = (0..PAIRS).map(words).collect();
        for (look, z) in unfairness(&pairs) {
            assert!(z.abs() < ONCE_IN_A_MILLION, "{name}: {look} is {z} standard deviations off");
        }
    }
}

#[test]
fn the_halves_of_a_word_have_nothing_in_common() {
    let words = (0..PAIRS).map(|n| luck(n).word(in_tenure(5, 1)));
    let pairs: Vec<(u64, u64)> = words.map(|word| (word, word.rotate_left(32))).collect();
    for (look, z) in unfairness(&pairs) {
        // Within one word each half would be compared with itself.
        if ["high and low", "low and high", "same bit"].iter().any(|same| look.contains(same)) {
            continue;
        }
        assert!(z.abs() < ONCE_IN_A_MILLION, "{look} is {z} standard deviations off");
    }
}

#[test]
fn a_planted_likeness_is_found() {
    let words = |n: u64| luck(n).word(place(0));
    let found = |pairs: Vec<(u64, u64)>| unfairness(&pairs).iter().any(|(_, z)| z.abs() > ONCE_IN_A_MILLION);
    assert!(!found((0..PAIRS).map(|n| (words(n), words(n + PAIRS))).collect()));
    // One in 20 is followed by the same word again, by its high half alone, or has its top bit set.
    let every_20th = |n: u64| n.is_multiple_of(20);
    assert!(found((0..PAIRS).map(|n| (words(n), words(if every_20th(n) { n } else { n + PAIRS }))).collect()));
    assert!(found((0..PAIRS).map(|n| (words(n) | u64::from(every_20th(n)) << 63, words(n + PAIRS))).collect()));
    // A counter in the lowest bits, and a generator that only multiplies.
    assert!(found((0..PAIRS).map(|n| (words(n) & !0xFF | n & 0xF, words(n + PAIRS))).collect()));
    let multiplied = |n: u64| n.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    assert!(found((0..PAIRS).map(|n| (multiplied(n), multiplied(n + 1))).collect()));
}

#[test]
fn chances_come_true_as_often_as_they_say() {
    for chance in [0.001, 1.0 / 27.0, 0.3, 0.5, 0.95] {
        let drawn = Chance::of(chance);
        let words = || (0..PAIRS).map(|n| luck(n).word(in_tenure(2, 9)));
        let counts =
            [words().filter(|&word| drawn.high(word)).count(), words().filter(|&word| drawn.low(word)).count()];
        for count in counts {
            let z = share_z(count as u64, PAIRS, chance);
            assert!(z.abs() < ONCE_IN_A_MILLION, "{count} of {PAIRS} at {chance}: {z} standard deviations off");
        }
    }
}

#[test]
fn waits_are_exponential_and_usefulness_is_normal() {
    let at = in_tenure(1, 0);
    let drawn = |sampler: fn(Luck, Address) -> f64| (0..PAIRS).map(move |n| sampler(luck(n), at));
    let gap = kolmogorov(drawn(Luck::exponential).collect(), |x| -libm::expm1(-x));
    assert!(gap < KOLMOGOROV_ONCE_IN_A_MILLION, "exponential: {gap}");
    let gap = kolmogorov(drawn(Luck::normal).collect(), normal_below);
    assert!(gap < KOLMOGOROV_ONCE_IN_A_MILLION, "normal: {gap}");
    // Means and spreads, where a sampler may go wrong without the curve showing it.
    let root = (PAIRS as f64).sqrt();
    let mean = |sampler, power: i32| drawn(sampler).map(|x: f64| x.powi(power)).sum::<f64>() / PAIRS as f64;
    // The standard deviations of x and x² are 1 and √20 for an exponential, 1 and √2 for a normal.
    for (name, found, expected, deviation) in [
        ("mean wait", mean(Luck::exponential, 1), 1.0, 1.0),
        ("mean squared wait", mean(Luck::exponential, 2), 2.0, 20_f64.sqrt()),
        ("mean", mean(Luck::normal, 1), 0.0, 1.0),
        ("variance", mean(Luck::normal, 2), 1.0, 2_f64.sqrt()),
    ] {
        let z = (found - expected) / deviation * root;
        assert!(z.abs() < ONCE_IN_A_MILLION, "{name} is {found}, {z} standard errors off {expected}");
    }
    let neighbours = |sampler: fn(Luck, Address) -> f64| correlation_z(drawn(sampler).zip(drawn(sampler).skip(1)));
    for (name, z) in [("waits", neighbours(Luck::exponential)), ("usefulness", neighbours(Luck::normal))] {
        assert!(z.abs() < ONCE_IN_A_MILLION, "{name} of neighbours: {z} standard deviations off");
    }
}
