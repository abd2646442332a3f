use super::{BOTH, teller};
use kedja::app::Language::{self, En, Sv};
use kedja::model::Field;
use kedja::words::Teller;
use kedja::words::typed::{Misread, NumberKind, read_seed, seed_told};
use proptest::prelude::*;

fn price(language: Language) -> NumberKind {
    NumberKind::money(&teller("b2b-purchase", language), (0.0, 48_000_000.0)).above()
}

fn cost(language: Language) -> NumberKind {
    NumberKind::money(&teller("b2b-purchase", language), (0.01, 1e9))
}

fn arrivals(language: Language) -> NumberKind {
    NumberKind::customers(language, 1e6)
}

fn share(language: Language) -> NumberKind {
    NumberKind::share(language, (0.0, 1.0))
}

fn lever(language: Language, lever: Field, most: f64) -> NumberKind {
    NumberKind::lever(&teller("telecom", language), lever, (0.0, most))
}

/// A field in a language.
type Kind = fn(Language) -> NumberKind;

/// All kinds of fields that the page has.
fn kinds(language: Language) -> Vec<NumberKind> {
    vec![
        price(language),
        cost(language),
        arrivals(language),
        share(language),
        lever(language, Field::Gain, 1_000.0),
        lever(language, Field::Frequency, 31.0),
        lever(language, Field::Days, 3_600.0),
        NumberKind::effort(&teller("telecom", language), (0.0, 1e12)),
        NumberKind::whole(language, (0.0, 24.0)),
        NumberKind::whole(language, (0.0, 1e12)),
    ]
}

fn two(one: f64, other: f64) -> Result<f64, Misread> {
    Err(Misread::TwoWays(one, other))
}

fn no_number() -> Result<f64, Misread> {
    Err(Misread::NoNumber)
}

fn unit(unit: &str) -> Result<f64, Misread> {
    Err(Misread::OtherUnit(unit.to_owned()))
}

type Reading = Result<f64, Misread>;

/// What is typed, and what comes of it in English and in Swedish.
fn table(kind: Kind, rows: &[(&str, Reading, Reading)]) {
    for (typed, english, swedish) in rows {
        assert_eq!(kind(En).read(typed), *english, "{typed} in English");
        assert_eq!(kind(Sv).read(typed), *swedish, "{typed} in Swedish");
    }
}

/// The same in both languages.
fn same(kind: Kind, rows: &[(&str, Result<f64, Misread>)]) {
    rows.iter().for_each(|(typed, read)| table(kind, &[(typed, read.clone(), read.clone())]));
}

#[test]
fn an_amount_is_read_as_the_page_writes_it() {
    table(
        price,
        &[
            ("48,000", Ok(48_000.0), two(48.0, 48_000.0)),
            ("48,500", Ok(48_500.0), two(48.5, 48_500.0)),
            ("48.500", two(48.5, 48_500.0), two(48.5, 48_500.0)),
            ("2,000,000", Ok(2_000_000.0), Ok(2_000_000.0)),
            ("2.000.000", Ok(2_000_000.0), Ok(2_000_000.0)),
            ("48,50", two(48.5, 4_850.0), Ok(48.5)),
            ("48,5000", two(48.5, 485_000.0), Ok(48.5)),
            ("1399,50", Ok(1_399.5), Ok(1_399.5)),
            ("1399,500", two(1_399.5, 1_399_500.0), Ok(1_399.5)),
            ("1399.500", Ok(1_399.5), Ok(1_399.5)),
            ("0,5", Ok(0.5), Ok(0.5)),
            ("0,500", Ok(0.5), Ok(0.5)),
        ],
    );
    same(
        price,
        &[
            ("48 500", Ok(48_500.0)),
            ("48\u{a0}500", Ok(48_500.0)),
            ("48\u{202f}500,50", Ok(48_500.5)),
            ("48’500", Ok(48_500.0)),
            ("48'500.50", Ok(48_500.5)),
            ("48,500.50", Ok(48_500.5)),
            ("48.500,50", Ok(48_500.5)),
            ("48 500,50 KR", Ok(48_500.5)),
            ("48500 SEK", Ok(48_500.0)),
            ("48500:-", Ok(48_500.0)),
            ("kr 48500", Ok(48_500.0)),
            ("48500 kronor", Ok(48_500.0)),
            (" 349 ", Ok(349.0)),
            ("349.50", Ok(349.5)),
            (".5", Ok(0.5)),
            ("349.", Ok(349.0)),
            ("007", Ok(7.0)),
        ],
    );
}

#[test]
fn what_is_no_amount_is_refused() {
    let none =
        ["", " ", "kr", "NaN", "inf", "1_000", "1/2", "½", "１２", "٣", "5 10", "48 50", "4  800", "1,2,3", "1,2500,0"];
    none.iter().chain(&["1e3", "0x10", "1,000,00", "+5", "--5", "1,000 000", "kr 5 kr", "5!"]).for_each(|typed| {
        same(price, &[(typed, no_number())]);
    });
    same(
        price,
        &[
            ("0", Err(Misread::Beyond)),
            ("-1", Err(Misread::Beyond)),
            ("−1", Err(Misread::Beyond)),
            ("48 000 001", Err(Misread::Beyond)),
            ("5%", unit("%")),
            ("5 days", unit("days")),
            ("5 €", unit("€")),
            ("$5", unit("$")),
        ],
    );
}

#[test]
fn a_unit_cost_of_thousands_stays_in_thousands() {
    table(
        cost,
        &[
            ("1,250", Ok(1_250.0), two(1.25, 1_250.0)),
            ("1.250", two(1.25, 1_250.0), two(1.25, 1_250.0)),
            ("1,25", two(1.25, 125.0), Ok(1.25)),
        ],
    );
    same(cost, &[("2000000000", Err(Misread::Beyond)), ("0.001", Err(Misread::Beyond)), ("1250", Ok(1_250.0))]);
}

#[test]
fn arrivals_keep_their_decimals() {
    table(
        arrivals,
        &[
            ("10,5", two(10.5, 105.0), Ok(10.5)),
            ("1,5", two(1.5, 15.0), Ok(1.5)),
            ("1,50", two(1.5, 150.0), Ok(1.5)),
            ("100,0", two(100.0, 1_000.0), Ok(100.0)),
            ("8,000", Ok(8_000.0), two(8.0, 8_000.0)),
        ],
    );
    same(
        arrivals,
        &[
            ("10.5", Ok(10.5)),
            ("0,5", Ok(0.5)),
            (".5", Ok(0.5)),
            ("8 000", Ok(8_000.0)),
            ("0.000000000001", Ok(1e-12)),
            ("1,2,3", no_number()),
            ("2000000", Err(Misread::Beyond)),
            ("5 10", no_number()),
            ("500 kr", unit("kr")),
        ],
    );
}

#[test]
fn a_share_is_read_with_comma_or_point_and_with_or_without_its_sign() {
    for typed in ["42,5", "42.5", " 42,5 %", "42.5%", "42,5\u{a0}%", "42.500 procent"] {
        same(share, &[(typed, Ok(0.425))]);
    }
    same(
        share,
        &[
            ("0", Ok(0.0)),
            ("-0", Ok(0.0)),
            ("−0", Ok(0.0)),
            ("100", Ok(1.0)),
            ("0,42", Ok(0.004_2)),
            ("100,1", Err(Misread::Beyond)),
            ("-5", Err(Misread::Beyond)),
            ("4000", Err(Misread::Beyond)),
            ("1e9", no_number()),
            ("%", no_number()),
            ("4 2 x", unit("x")),
            ("42 kr", unit("kr")),
        ],
    );
    assert!(share(Sv).read("-0").unwrap().is_sign_positive(), "−0 is 0");
}

#[test]
fn a_lever_is_read_in_its_own_unit_and_refused_in_another() {
    for (field, most, own) in
        [(Field::Days, 3_600.0, "dagar"), (Field::Gain, 1_000.0, "priser"), (Field::Frequency, 31.0, "ggr")]
    {
        for language in BOTH {
            let kind = lever(language, field, most);
            let shown = kedja::words::lever::unit_after(&teller("telecom", language), field);
            assert_eq!(kind.read(&format!("2.5 {shown}")), Ok(2.5), "{shown}");
            assert_eq!(kind.read("5%"), unit("%"), "{field:?}");
        }
        assert_eq!(lever(Sv, field, most).read(&format!("2,5 {own}")), Ok(2.5), "{own}");
    }
    let days: Kind = |language| lever(language, Field::Days, 3_600.0);
    table(days, &[("1,500", Ok(1_500.0), two(1.5, 1_500.0)), ("1,5", two(1.5, 15.0), Ok(1.5))]);
    let gain: Kind = |language| lever(language, Field::Gain, 1_000.0);
    table(gain, &[("4,000", Err(Misread::Beyond), two(4.0, 4_000.0))]);
    let often: Kind = |language| lever(language, Field::Frequency, 31.0);
    table(often, &[("1,250", Err(Misread::Beyond), Ok(1.25))]);
    same(often, &[("1.250", Ok(1.25)), ("32", Err(Misread::Beyond))]);
}

#[test]
fn a_seed_is_any_whole_number_of_a_machine_word() {
    for (typed, seed) in
        [(" 1 234", 1_234), ("0", 0), ("-0", 0), ("007", 7), ("1000000000", 1_000_000_000), ("4294967296", 1 << 32)]
    {
        BOTH.iter().for_each(|language| assert_eq!(read_seed(*language, typed), Ok(seed), "{typed}"));
    }
    for language in BOTH {
        assert_eq!(read_seed(language, "18446744073709551615"), Ok(u64::MAX));
        assert_eq!(read_seed(language, "18 446 744 073 709 551 615"), Ok(u64::MAX));
        for typed in ["18446744073709551616", "1.5", "-1"] {
            assert_eq!(read_seed(language, typed), Err(Misread::Beyond), "{typed}");
        }
        for typed in ["", "x", "1e3", "１２", "5 10"] {
            assert_eq!(read_seed(language, typed), Err(Misread::NoNumber), "{typed}");
        }
    }
    assert_eq!(read_seed(En, "1,000"), Ok(1_000));
    assert_eq!(read_seed(Sv, "1,000"), Err(Misread::TwoWays(1.0, 1_000.0)));
}

#[test]
fn what_is_refused_names_the_bounds_or_both_readings() {
    let told =
        |kind: NumberKind, typed: &str| kind.told(&kind.read(typed).unwrap_err()).replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(told(price(En), "abc"), "Write a number over 0, at most 48,000,000.");
    assert_eq!(told(price(Sv), "abc"), "Skriv ett tal över 0, högst 48 000 000.");
    assert_eq!(told(price(En), "48,50"), "This could mean 48.50 or 4,850. Write one of them.");
    assert_eq!(told(price(Sv), "48.500"), "Det kan betyda 48,50 eller 48 500. Skriv ett av dem.");
    assert_eq!(told(cost(En), "0.001"), "Write a number from 0.01 to 1,000,000,000.");
    assert_eq!(told(arrivals(Sv), "2 000 000"), "Skriv ett tal över 0, högst 1 000 000.");
    assert_eq!(told(share(En), "101"), "Write a number from 0 to 100.");
    assert_eq!(told(NumberKind::whole(En, (1.0, 20.0)), "2.5"), "Write a whole number from 1 to 20.");
    assert_eq!(told(share(En), "5 kr"), "“kr” is not the unit here. Write a number from 0 to 100.");
    assert_eq!(told(lever(Sv, Field::Days, 3_600.0), "5%"), "”%” är fel enhet här. Skriv ett tal från 0 till 3 600.");
    let seed = seed_told(En, &Misread::Beyond);
    assert_eq!(seed, "Write a whole number from 0 to 18,446,744,073,709,551,615.");
}

#[test]
fn both_readings_that_are_named_can_be_typed() {
    for language in BOTH {
        for kind in kinds(language) {
            for typed in ["48,50", "48.500", "48,500", "1,250", "1.250", "10,5", "100,0", "1399,500"] {
                if let Err(Misread::TwoWays(one, other)) = kind.read(typed) {
                    for value in [one, other] {
                        assert!(
                            matches!(kind.read(&kind.write(value)), Ok(_) | Err(Misread::Beyond)),
                            "{typed}: {value}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn the_price_of_every_ready_journey_is_read_as_it_is_shown() {
    for Teller { language, journey } in super::tellers() {
        let teller = Teller { language, journey: journey.clone() };
        let kind = NumberKind::money(&teller, (0.0, 1e9)).above();
        assert_eq!(kind.read(&kind.write(journey.price)), Ok(journey.price), "{}", journey.id);
    }
}

/// A number with few decimals, of any size that a field can hold.
fn shown() -> impl Strategy<Value = f64> {
    (0_u64..100_000_000_000, 0_i32..7, 0_u32..11)
        .prop_map(|(n, decimals, cut)| (n / 10_u64.pow(cut)) as f64 / 10_f64.powi(decimals))
}

/// Digits in groups of three, parted by a sign.
fn grouped(whole: u64, sign: &str) -> String {
    let digits = whole.to_string();
    let cut = digits.len() % 3;
    let (first, rest) = digits.split_at(cut);
    let groups = rest.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    std::iter::once(first.to_owned()).filter(|first| !first.is_empty()).chain(groups).collect::<Vec<_>>().join(sign)
}

proptest! {
    #[test]
    fn what_a_field_shows_is_what_it_reads_back(value in shown(), kind in 0_usize..10, sv in any::<bool>()) {
        let kind = kinds(if sv { Sv } else { En }).swap_remove(kind);
        if kind.read(&format!("{value}")).is_err() && value < 1e6 && value.fract() == 0.0 {
            // Beyond the field's bounds.
            return Ok(());
        }
        let text = kind.write(value);
        match kind.read(&text) {
            Ok(read) => prop_assert_eq!(kind.write(read), text),
            Err(why) => prop_assert_eq!(why, Misread::Beyond, "{}", text),
        }
    }

    #[test]
    fn a_field_reads_what_was_written_with_the_unit_that_stands_beside_it(value in shown(), sv in any::<bool>()) {
        let kind = price(if sv { Sv } else { En });
        let text = kind.write(value);
        for unit in [" kr", "kr", " SEK", ":-"] {
            prop_assert_eq!(kind.read(&format!("{text}{unit}")), kind.read(&text));
        }
        let is_refused = matches!(kind.read(&format!("{text} %")), Err(Misread::OtherUnit(_)));
        prop_assert!(is_refused);
    }

    /// Whoever reads: a Swede takes a comma for the decimal sign and a point or a space for that of thousands, an
    /// Englishwoman takes them the other way.
    #[test]
    fn nothing_is_read_otherwise_than_a_swede_and_an_englishwoman_would(
        whole in 1_u64..100_000_000, decimals in 0_u64..10_000, digits in 0_usize..5, sign in 0_usize..6,
        point in prop::sample::select(vec![',', '.']), sv in any::<bool>(),
    ) {
        let sign = ["", " ", "\u{a0}", "\u{202f}", ",", "."][sign];
        prop_assume!(!sign.starts_with(point));
        let decimals = decimals % 10_u64.pow(digits as u32);
        let text = if digits == 0 { grouped(whole, sign) } else { format!("{}{point}{decimals:0digits$}", grouped(whole, sign)) };
        let meant = format!("{whole}.{decimals:0digits$}0").parse::<f64>().unwrap();
        let language = if sv { Sv } else { En };
        let kind = NumberKind::effort(&teller("telecom", language), (0.0, 1e15));
        let read = kind.read(&text);
        // The page's own thousands have one sign, which is a decimal sign to a Swede.
        let is_own = language == En && text.contains(',') && !text.contains('.');
        match read {
            Ok(read) if !is_own => prop_assert_eq!(read, meant, "{}", text),
            Ok(read) => prop_assert!(read == meant || read == text.replace(',', "").parse::<f64>().unwrap(), "{}", text),
            Err(Misread::TwoWays(one, other)) => prop_assert!(one == meant || other == meant, "{}", text),
            Err(why) => prop_assert!(false, "{} is {:?}", text, why),
        }
    }
}
