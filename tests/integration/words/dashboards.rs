use super::{assert_sound, both, lived, of_telecom};
use crate::builder::checked;
use kedja::analysis::calendar;
use kedja::app::{Cause, Dashboards, Detection, Series, WordOfMouth, cause, dashboards as shown};
use kedja::words::dashboards::{DashboardFigure, band, based, doubting, echo, lag, mouth, silent, spoken, who_tells};

fn series(values: &[f64], what_if: Option<&[f64]>, seen: Detection) -> Series {
    Series { today: values.to_vec(), noise: vec![1.0; values.len()], what_if: what_if.map(<[f64]>::to_vec), seen }
}

/// Dashboards over 24 periods of a change from `start` on.
pub(super) fn changed(start: u16, complaints: Detection, churn: Detection) -> Dashboards {
    let flat = |today: f64, now: f64, seen| series(&[today; 3], Some(&[now; 3]), seen);
    Dashboards {
        complaints: flat(1_200.0, 800.0, complaints),
        churn: flat(0.031, 0.019, churn),
        failures: flat(30_000.0, 20_000.0, Detection::Never),
        doubt: flat(0.25, 0.125, Detection::Never),
        customers: flat(9_000.0, 9_500.0, Detection::Never),
        start,
        ..as_it_is()
    }
}

fn as_it_is() -> Dashboards {
    let flat = |today: f64| series(&[today; 3], None, Detection::Alone);
    Dashboards {
        complaints: flat(1_200.0),
        churn: flat(0.031),
        failures: flat(30_000.0),
        doubt: flat(0.25),
        customers: flat(9_000.0),
        arrived: flat(1_500.0),
        mouth: WordOfMouth { echo: 0.1, recommend: 0.25, against: 0.5, brought: 15.6, kept_away: 75.0 },
        start: 0,
        periods: 24,
        rungs: Vec::new(),
        has_customers: true,
        silent: Some(26.0),
        simulated: 400,
        arrivals: 1_500.0,
    }
}

fn lagged(start: u16, complaints: Detection, churn: Detection) -> [String; 2] {
    of_telecom(|teller| lag(teller, &changed(start, complaints, churn), Some(&Cause::Stronger("invoice".into()))))
}

#[test]
fn without_a_change_it_says_what_is_reported() {
    assert_eq!(
        of_telecom(|teller| lag(teller, &as_it_is(), None)),
        [
            "1,200 complaints and a churn of 3.1% per month: that is all the company hears.",
            "1 200 klagomål och ett kundbortfall på 3,1 % per månad: det är allt företaget får veta."
        ]
    );
}

#[test]
fn where_nobody_buys_or_nothing_fails_no_figure_is_told_of_it() {
    let flat = |today: f64| series(&[today; 3], None, Detection::Alone);
    let empty = Dashboards { has_customers: false, silent: None, failures: flat(0.0), ..as_it_is() };
    let nobody = "Nobody becomes a customer, so there is nothing to hear or to miss.";
    assert_eq!(of_telecom(|teller| lag(teller, &empty, None))[0], nobody);
    assert_eq!(of_telecom(|teller| silent(teller, &empty))[0], nobody);
    assert_eq!(of_telecom(|teller| doubting(teller, &empty)), ["", ""]);
    let perfect = Dashboards { has_customers: true, ..empty };
    assert_eq!(
        of_telecom(|teller| silent(teller, &perfect)),
        ["Nothing fails, so there is nothing to complain about.", "Inget brister, så det finns inget att klaga på."]
    );
}

#[test]
fn a_change_is_seen_at_once_later_or_never() {
    assert_eq!(
        lagged(3, Detection::Falls(3), Detection::Falls(7)),
        [
            "With *Invoice* stronger from month 3 on: reported churn falls visibly in month 7, 4 months later; complaints \
             show it in the same month.",
            "När *Faktura* blir starkare från månad 3: det rapporterade kundbortfallet sjunker synligt i månad 7, 4 \
             månader senare; klagomålen visar det redan samma månad."
        ]
    );
    assert_eq!(
        lagged(0, Detection::Rises(1), Detection::Never)[0],
        "With *Invoice* stronger from month 0 on: reported churn shows no clear change; more complaints come in in month \
         1."
    );
    assert_eq!(
        lagged(3, Detection::Falls(4), Detection::Falls(4))[0],
        "With *Invoice* stronger from month 3 on: both reports show it in month 4, 1 month later."
    );
    assert_eq!(
        lagged(4, Detection::Never, Detection::Never)[1],
        "När *Faktura* blir starkare från månad 4: skillnaden är för liten för att synas i någon av rapporterna inom 20 månader."
    );
}

#[test]
fn what_is_so_is_said_beside_it() {
    assert_eq!(
        of_telecom(|teller| silent(teller, &as_it_is())),
        [
            "For each complaint that comes in, nobody hears about 26 failures.",
            "För varje klagomål som kommer in är det 26 fel som ingen hör av sig om."
        ]
    );
    let nobody = Dashboards { silent: None, ..as_it_is() };
    assert_eq!(of_telecom(|teller| silent(teller, &nobody))[0], "Not one complaint comes in, whatever fails.");
    assert!(
        of_telecom(|teller| doubting(teller, &as_it_is()))[0]
            .starts_with("25.0% of customers are on the phase-out ladder")
    );
    let moved = changed(0, Detection::Never, Detection::Never);
    assert!(of_telecom(|teller| doubting(teller, &moved))[1].contains("12,5 % av kunderna är på"));
    assert!(of_telecom(|teller| doubting(teller, &moved))[1].contains("i stället för 25,0 %"));
}

#[test]
fn the_echo_is_told_with_todays_where_it_differs() {
    assert_eq!(both(|language| echo(language, 0.1, 0.1)), ["10%, as today", "10 %, som i dag"]);
    assert_eq!(both(|language| echo(language, 0.1, 0.0)), ["0%, today 10%", "0 %, i dag 10 %"]);
}

#[test]
fn a_chart_is_one_sentence() {
    assert_eq!(
        of_telecom(|teller| spoken(teller, &as_it_is(), DashboardFigure::Churn)),
        [
            "Reported churn per month: 3.1% now, 3.1% in month 24.",
            "Rapporterat kundbortfall per månad: 3,1 % nu, 3,1 % i månad 24."
        ]
    );
    assert_eq!(
        of_telecom(|teller| spoken(
            teller,
            &changed(0, Detection::Never, Detection::Never),
            DashboardFigure::Customers
        ))[0],
        "Customers: 9,000 now; in month 24 9,500 with the change, 9,000 without."
    );
}

#[test]
fn every_state_of_every_ready_journey_is_told_soundly() {
    for lived in lived() {
        let session = &lived.session;
        let report =
            calendar(&checked(&session.work.journey), &session.work.scenario, 1, 20).expect("a ready journey runs");
        let both = shown(&session.work, &report).expect("of this journey");
        for teller in lived.tellers() {
            assert_sound(&lag(&teller, &both, cause(&session.work).as_ref()));
            [silent, doubting, band, based].into_iter().for_each(|say| assert_sound(&say(&teller, &both)));
            let tracks = [
                DashboardFigure::Complaints,
                DashboardFigure::Churn,
                DashboardFigure::Failures,
                DashboardFigure::Doubt,
                DashboardFigure::Customers,
            ];
            tracks.into_iter().for_each(|track| assert_sound(&spoken(&teller, &both, track)));
        }
    }
}

#[test]
fn word_of_mouth_says_whom_it_brings_and_keeps_away_and_who_tells_whom() {
    assert_eq!(
        of_telecom(|teller| mouth(teller, &as_it_is())),
        [
            "In month 24 what customers say brings 16 visitors and keeps 75 away",
            "I månad 24 ger det kunderna säger 16 besökare till och håller 75 borta"
        ]
    );
    assert_eq!(
        of_telecom(|teller| who_tells(teller, &as_it_is()))[0],
        "Of 100 customers, 25 recommend and tell 5 people a year each; 50 advise against and tell 12."
    );
    let silent = Dashboards { mouth: WordOfMouth { echo: 0.0, ..as_it_is().mouth }, ..as_it_is() };
    assert!(of_telecom(|teller| mouth(teller, &silent))[0].starts_with("Nobody comes or stays away"));
}
