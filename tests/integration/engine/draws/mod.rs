//! The draws: published and literal values, and their quality (`quality`).
//!
//! A change of any literal here changes every life that was ever lived: raise `engine::MODEL_VERSION` with it and say
//! so in CHANGELOG.md.

mod quality;

use kedja::engine::{Address, Chance, Luck, SplitMix64};
use rand::{Rng, TryRng};

/// The first outputs of the generator from a seed.
fn outputs<const N: usize>(seed: u64) -> [u64; N] {
    let mut generator = SplitMix64::new(seed);
    std::array::from_fn(|_| generator.next_u64())
}

/// The output of the generator from a seed that so many others come before.
fn output(seed: u64, before: u64) -> u64 {
    let mut generator = SplitMix64::new(seed);
    (0..before).for_each(|_| _ = generator.next_u64());
    generator.next_u64()
}

#[test]
fn the_generator_gives_the_published_values() {
    // From the authors' reference program, as many test suites quote it (prng.di.unimi.it/splitmix64.c, seed 0).
    let from_0 = [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F, 0xF88B_B8A8_724C_81EC];
    assert_eq!(outputs(0), from_0);
    assert_eq!(output(0, 4), 0x1B39_896A_51A8_749B);
    // rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64.
    let from_1234567: [u64; 5] = [
        6_457_827_717_110_365_317,
        3_203_168_211_198_807_973,
        9_817_491_932_198_370_423,
        4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
    ];
    assert_eq!(outputs(1_234_567), from_1234567);
    // The same page: how often each fifth of the whole is hit by the first 100 000 from another seed.
    let mut generator = SplitMix64::new(987_654_321);
    let mut fifths = [0; 5];
    for _ in 0..100_000 {
        fifths[((u128::from(generator.next_u64()) * 5) >> 64) as usize] += 1;
    }
    assert_eq!(fifths, [20_027, 19_892, 20_073, 19_978, 20_030]);
}

#[test]
fn short_words_and_bytes_are_cut_from_whole_words() {
    let [first, second] = outputs(42);
    let mut generator = SplitMix64::new(42);
    assert_eq!(generator.try_next_u32(), Ok((first >> 32) as u32));
    let mut bytes = [0; 8];
    generator.fill_bytes(&mut bytes);
    assert_eq!(bytes, second.to_le_bytes());
}

#[test]
fn a_word_drawn_by_its_key_is_the_one_that_counting_comes_to() {
    for (seed, customer) in [(0, 0), (0, 1), (1, 0), (7, 1000), (u64::MAX, 3)] {
        // A seed's first output seeds the customers; each customer's number picks the output that seeds their stream.
        let own_seed = output(output(seed, 0), customer);
        let luck = Luck::of(seed, customer);
        let mut stream = luck.stream(Address::steps(0));
        for position in 0..1_000 {
            let word = luck.word(Address::steps(position));
            assert_eq!(word, stream.next_u64(), "seed {seed}, customer {customer}, position {position}");
            if position % 97 == 0 {
                assert_eq!(word, output(own_seed, position));
                assert_eq!(word, luck.stream(Address::steps(position)).next_u64());
            }
        }
    }
}

#[test]
fn addresses_add_up_like_positions() {
    let luck = Luck::of(3, 5);
    let sum = Address::steps(1 << 56).plus(Address::steps(7 << 16)).plus(Address::steps(3));
    assert_eq!(sum, Address::steps((1 << 56) + (7 << 16) + 3));
    assert_eq!(Address::steps(u64::MAX).plus(Address::steps(1)), Address::steps(0));
    let name = Address::of_name("invoice");
    assert_eq!(luck.word(name.plus(Address::steps(9))), luck.word(Address::steps(9).plus(name)));
}

#[test]
fn a_name_stands_for_the_same_place_as_ever() {
    // The mixed FNV-1a hash; of "", "a" and "foobar" that hash is published (www.isthe.com/chongo/tech/comp/fnv):
    // 0xcbf29ce484222325, 0xaf63dc4c8601ec8c, 0x85944171f73967e8.
    let places = [
        ("", 0xF52A_15E9_A9B5_E89B),
        ("a", 0x02C0_BDBF_4814_20F8),
        ("foobar", 0x404D_A9E3_B740_78C2),
        ("invoice", 0xEAD8_20A4_BD3E_5EED),
        ("ad-compare", 0xCFC2_8D1A_94B8_5AB8),
        ("länk", 0x77E4_837C_917A_64B1),
    ];
    for (name, place) in places {
        assert_eq!(Address::of_name(name), Address::steps(place), "{name}");
    }
    // Mixing is what the generator does after stepping.
    const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;
    let mixed = outputs::<1>(0x8594_4171_F739_67E8_u64.wrapping_sub(GAMMA))[0];
    assert_eq!(Address::of_name("foobar"), Address::steps(mixed));
}

/// Seed, customer and position.
type Key = (u64, u64, u64);

/// What is drawn by some keys: a word, an exponential, a normal. Worked out apart from this code, in another language.
const DRAWN: [(Key, u64, f64, f64); 7] = [
    ((0, 0, 0), 0x2382_75BC_38FC_BE91, 0.149_323_328_761_094_75, 0.537_502_180_217_029_7),
    ((0, 1, 0), 0x2F10_1FE2_1496_EA20, 0.203_144_608_739_428_94, -0.450_450_231_510_174_55),
    ((1, 0, 0), 0xB18A_02F4_6D8D_86C3, 1.182_577_129_643_782_4, 1.513_771_249_488_939_2),
    ((u64::MAX, u64::MAX, 0), 0x6950_5889_9520_CA9D, 0.529_978_253_980_239_6, 0.478_480_285_055_163_4),
    ((42, 7, 1), 0x17E0_3160_B634_5C52, 0.097_904_670_671_444_51, -0.097_566_694_089_595_73),
    ((42, 7, 1 << 40), 0x13F7_C4DF_D413_4BC6, 0.081_209_410_656_692_95, 0.393_552_017_188_382_5),
    (
        (0x6B_6564_6A61, 1023, 0xEAD8_20A4_BD41_5EED),
        0x5A1E_A428_790E_D938,
        0.433_910_954_471_910_8,
        0.781_973_106_132_360_8,
    ),
];

#[test]
fn the_same_key_draws_the_same_as_ever() {
    for ((seed, customer, position), word, exponential, normal) in DRAWN {
        let (luck, at) = (Luck::of(seed, customer), Address::steps(position));
        assert_eq!(luck.word(at), word);
        assert_eq!(luck.exponential(at), exponential);
        assert_eq!(luck.normal(at), normal);
    }
}

#[test]
fn a_chance_is_the_nearest_whole_number_of_its_parts() {
    let part = 1.0 / 4_294_967_296.0;
    assert_eq!(Chance::of(0.0), Chance::NEVER);
    assert_eq!(Chance::of(0.49 * part), Chance::NEVER);
    assert_eq!(Chance::of(0.5 * part), Chance::of(part));
    assert_eq!(Chance::of(0.3), Chance::of(1_288_490_189.0 * part));
    assert_eq!(Chance::of(1.0 - 0.49 * part), Chance::of(1.0));
    assert!(Chance::of(1.0 - part) < Chance::of(1.0));
    // What is no chance is taken to the nearer end.
    assert_eq!(Chance::of(-0.1), Chance::NEVER);
    assert_eq!(Chance::of(1.1), Chance::of(1.0));
    assert_eq!(Chance::of(f64::NAN), Chance::NEVER);
    for (probability, never, sure) in
        [(0.0, true, false), (part, false, false), (0.999, false, false), (1.0, false, true)]
    {
        let chance = Chance::of(probability);
        assert_eq!((chance.is_never(), chance.is_sure(), chance.is_open()), (never, sure, !never && !sure));
    }
}

#[test]
fn each_half_of_a_word_decides_by_itself() {
    let half = Chance::of(0.5);
    assert!(half.high(0x7FFF_FFFF_FFFF_FFFF) && !half.high(0x8000_0000_0000_0000));
    assert!(half.low(0xFFFF_FFFF_7FFF_FFFF) && !half.low(0x0000_0000_8000_0000));
    let third = Chance::of(1.0 / 3.0);
    assert!(third.high(0x5555_5554_0000_0000) && !third.high(0x5555_5555_0000_0000));
    assert!(third.low(0x5555_5554) && !third.low(0x5555_5555));
    for word in [0, u64::MAX, 0x8000_0000, 0xFFFF_FFFF_0000_0000] {
        assert!(!Chance::NEVER.high(word) && !Chance::NEVER.low(word));
        assert!(Chance::of(1.0).high(word) && Chance::of(1.0).low(word));
    }
}
