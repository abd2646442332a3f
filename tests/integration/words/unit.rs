use super::{BOTH, assert_sound, teller, tellers};
use kedja::app::Language::{self, En, Sv};
use kedja::model::{EffortUnit, PeriodUnit};
use kedja::words::{Teller, unit};
use std::sync::Arc;

fn of_period(language: Language, period: PeriodUnit) -> Teller {
    let mut teller = teller("telecom", language);
    Arc::make_mut(&mut teller.journey).period = period;
    teller
}

fn of_effort(language: Language, effort: EffortUnit) -> Teller {
    let mut teller = teller("telecom", language);
    Arc::make_mut(&mut teller.journey).effort_unit = effort;
    teller
}

const PERIODS: [PeriodUnit; 4] = [PeriodUnit::Week, PeriodUnit::Month, PeriodUnit::Quarter, PeriodUnit::Year];

#[test]
fn periods_none_one_and_many() {
    let said = |language, n| PERIODS.map(|period| unit::periods(&of_period(language, period), n));
    assert_eq!(said(En, 0), ["0 weeks", "0 months", "0 quarters", "0 years"]);
    assert_eq!(said(En, 1), ["1 week", "1 month", "1 quarter", "1 year"]);
    assert_eq!(said(En, 1_200), ["1,200 weeks", "1,200 months", "1,200 quarters", "1,200 years"]);
    assert_eq!(said(Sv, 0), ["0 veckor", "0 månader", "0 kvartal", "0 år"]);
    assert_eq!(said(Sv, 1), ["1 vecka", "1 månad", "1 kvartal", "1 år"]);
    assert_eq!(said(Sv, 24), ["24 veckor", "24 månader", "24 kvartal", "24 år"]);
}

#[test]
fn periods_in_the_mean_by_number_and_under_an_axis() {
    let (en, sv) = (of_period(En, PeriodUnit::Month), of_period(Sv, PeriodUnit::Week));
    assert_eq!(unit::mean_periods(&en, 20.26), "20.3 months");
    assert_eq!(unit::mean_periods(&sv, 1.0), "1,0 veckor");
    assert_eq!((unit::numbered(&en, 4).as_str(), unit::numbered(&sv, 4).as_str()), ("month 4", "vecka 4"));
    assert_eq!((unit::period(&en), unit::period(&sv)), ("month", "vecka"));
    assert_eq!((unit::as_customer(&en), unit::as_customer(&sv)), ("months as a customer", "veckor som kund"));
    assert_eq!((unit::from_now(&en), unit::from_now(&sv)), ("months from now", "veckor från nu"));
    for (language, period) in BOTH.into_iter().flat_map(|language| PERIODS.map(|period| (language, period))) {
        let teller = of_period(language, period);
        [unit::as_customer(&teller), unit::from_now(&teller), unit::period(&teller)].into_iter().for_each(assert_sound);
        [unit::numbered(&teller, 0), unit::mean_periods(&teller, 0.0)]
            .into_iter()
            .for_each(|words| assert_sound(&words));
    }
}

#[test]
fn effort_one_many_and_in_part() {
    let said = |language, effort_unit| {
        let teller = of_effort(language, effort_unit);
        [0.5, 1.0, 1.04, 2.0, 1_200.0].map(|effort| unit::effort(&teller, effort).replace('\u{a0}', " "))
    };
    assert_eq!(
        said(En, EffortUnit::Points),
        ["0.5 units of effort", "1 unit of effort", "1 unit of effort", "2 units of effort", "1,200 units of effort"]
    );
    assert_eq!(
        said(Sv, EffortUnit::Points),
        ["0,5 insatsenheter", "1 insatsenhet", "1 insatsenhet", "2 insatsenheter", "1 200 insatsenheter"]
    );
    assert_eq!(said(En, EffortUnit::Hours)[1..=3], ["1 hour of effort", "1 hour of effort", "2 hours of effort"]);
    assert_eq!(said(Sv, EffortUnit::Hours)[3], "2 timmars insats");
    assert_eq!(said(En, EffortUnit::Money)[3], "2 kr of effort");
    assert_eq!(said(Sv, EffortUnit::Money)[3], "en insats på 2 kr");
    let short = |language, its| unit::effort_unit(&of_effort(language, its));
    assert_eq!([short(En, EffortUnit::Points), short(En, EffortUnit::Hours)], ["(units)", "(hours)"]);
    assert_eq!(short(Sv, EffortUnit::Money), "(kr)");
}

#[test]
fn how_often_a_link_is_met() {
    let said = |language| {
        let teller = of_period(language, PeriodUnit::Month);
        [0.0, 1.0, 0.25, 2.5, 12.0].map(|often| unit::how_often(&teller, often, false))
    };
    assert_eq!(
        said(En),
        [
            "reached only from other links",
            "once a month",
            "about once every 4 months",
            "2.50 times a month",
            "12 times a month"
        ]
    );
    let often = |often| unit::how_often(&of_period(Sv, PeriodUnit::Quarter), often, false).replace('\u{a0}', " ");
    assert_eq!(often(0.0625), "ungefär en gång på 16 kvartal");
    assert_eq!(often(0.4), "ungefär en gång på 2,5 kvartal");
    assert_eq!(often(0.8), "0,80 gånger per kvartal");
    assert_eq!(said(Sv)[1], "en gång per månad");
    assert_eq!(said(Sv)[2], "ungefär en gång på 4 månader");
    assert_eq!(
        unit::how_often(&of_period(En, PeriodUnit::Month), 1.0, true),
        "once a month · value check: here customers weigh value against price"
    );
    for teller in tellers() {
        for touchpoint in &teller.journey.touchpoints {
            assert_sound(&unit::how_often(&teller, touchpoint.frequency, true));
        }
    }
}

#[test]
fn gains_and_pains_are_counted_in_the_price_of_the_period() {
    let said = |language| {
        let periods = [PeriodUnit::Week, PeriodUnit::Month, PeriodUnit::Quarter, PeriodUnit::Year];
        periods.map(|period| unit::prices(&of_period(language, period)))
    };
    assert_eq!(said(En), ["× the weekly price", "× the monthly price", "× the quarterly price", "× the yearly price"]);
    assert_eq!(said(Sv), ["veckopriser", "månadspriser", "kvartalspriser", "årspriser"]);
}
