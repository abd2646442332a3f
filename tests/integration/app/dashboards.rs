//! The two dashboards: what is reported beside what is so, the lag between, and what the calendar needs to know.

use crate::builder::checked;
use kedja::analysis::{CalendarReport, Period, calendar};
use kedja::app::{
    Command, Detection, ListedChange, Session, calendar_size, changes, dashboards, is_changed, restore, save,
};
use kedja::exchange::READY;
use kedja::model::Scenario;

/// 100 customers in each period of whom so many complain today, and so many in the what-if.
fn report(session: &Session, today: &[u64], what_if: &[u64], start: i32) -> CalendarReport {
    let periods = |complaints: &[u64]| {
        let one = |(period, &complaints): (i32, &u64)| Period {
            period,
            arrived: 50,
            bought: 10,
            left: 2,
            customers: 100,
            rungs: vec![80, 15, 5],
            complaints,
            failures: complaints * 27,
            revenue: 100.0,
            promoters: 10,
            detractors: 30,
        };
        (-2..).zip(complaints).map(one).collect::<Vec<_>>()
    };
    CalendarReport {
        model: 1,
        journey: session.work.journey.id.clone(),
        customers_per_period: session.work.journey.market.arrivals as u64,
        seed: 1,
        start,
        today: periods(today),
        what_if: Some(periods(what_if)),
    }
}

fn changed() -> Session {
    let mut session = Session::first();
    session.apply(Command::SetLever { link: "invoice".into(), lever: kedja::model::Field::Strength, value: 0.95 });
    session
}

/// When the complaints are seen to have moved; two periods of warm-up come first.
fn seen(today: &[u64], what_if: &[u64], start: i32) -> Detection {
    let session = changed();
    dashboards(&session.work, &report(&session, today, what_if, start)).expect("of this journey").complaints.seen
}

#[test]
fn a_figure_is_seen_when_it_stays_beyond_the_swing_of_a_single_period() {
    // 100 complaints swing by 1.96 · 10.
    let today = [100; 9];
    assert_eq!(seen(&today, &[100, 100, 100, 95, 81, 80, 79, 70, 75], 0), Detection::Falls(3));
    assert_eq!(seen(&today, &[100, 100, 100, 125, 121, 120, 120, 120, 120], 1), Detection::Rises(1));
    // Once is chance; a wander to and fro is none of both.
    assert_eq!(seen(&today, &[100, 100, 70, 95, 81, 85, 90, 85, 90], 0), Detection::Never);
    assert_eq!(seen(&today, &[100, 100, 70, 130, 70, 130, 70, 130, 70], 0), Detection::Never);
    assert_eq!(seen(&today, &today, 0), Detection::Never);
}

#[test]
fn what_moves_before_the_change_begins_is_not_seen_as_its_effect() {
    let (today, what_if) = ([100; 9], [100, 100, 70, 70, 70, 70, 70, 70, 70]);
    assert_eq!(seen(&today, &what_if, 3), Detection::Falls(3));
}

#[test]
fn without_a_change_nothing_is_compared() {
    let session = Session::first();
    let both = dashboards(&session.work, &report(&session, &[50; 6], &[10; 6], 0)).expect("of this journey");
    assert_eq!(both.complaints.seen, Detection::Alone);
    assert_eq!(both.complaints.what_if, None);
}

#[test]
fn the_dashboards_begin_now_and_count_for_the_whole_company() {
    let session = changed();
    let mut report = report(&session, &[9, 9, 10, 20, 30, 40], &[9, 9, 10, 10, 10, 10], 1);
    let both = dashboards(&session.work, &report).expect("of this journey");
    assert_eq!((both.periods, both.start), (3, 1));
    assert_eq!(both.complaints.today, [10.0, 20.0, 30.0, 40.0]);
    assert_eq!(both.silent, Some(26.0));
    assert_eq!(both.rungs, [[0.15; 4], [0.05; 4]]);
    assert!((both.churn.today[0] - 2.0 / 102.0).abs() < 1e-12);
    // Half as many simulated stand for twice as many.
    report.customers_per_period /= 2;
    let half = dashboards(&session.work, &report).expect("of this journey");
    assert_eq!(half.complaints.today, [20.0, 40.0, 60.0, 80.0]);
    assert!(half.complaints.noise[0] > both.complaints.noise[0]);
    assert_eq!(half.churn.today, both.churn.today);
    report.journey = "another".into();
    assert_eq!(dashboards(&session.work, &report), None);
}

#[test]
fn more_simulated_customers_than_the_company_has_do_not_quiet_its_own_swing() {
    let session = changed();
    let mut report = report(&session, &[100; 6], &[100; 6], 0);
    let own = dashboards(&session.work, &report).expect("of this journey");
    report.customers_per_period *= 4;
    for period in report.today.iter_mut().chain(report.what_if.iter_mut().flatten()) {
        (period.complaints, period.left, period.customers) =
            (period.complaints * 4, period.left * 4, period.customers * 4);
    }
    let more = dashboards(&session.work, &report).expect("of this journey");
    for (a, b) in [(&own.complaints, &more.complaints), (&own.churn, &more.churn)] {
        assert!((a.noise[0] - b.noise[0]).abs() < 1e-9, "{} and {}", a.noise[0], b.noise[0]);
    }
}

#[test]
fn one_answer_is_small_and_all_of_them_are_no_more_than_the_company() {
    for ready in &READY {
        let mut session = Session::first();
        session.apply(crate::app::choose(ready.id));
        let market = session.work.journey.market;
        let periods = u64::from(market.warm_up + session.work.journey.horizon) + 1;
        let (one, enough) = calendar_size(&session.work);
        assert!(one * periods <= 15_000 && one >= 100, "{}: {one} in {periods} periods", ready.id);
        assert!(enough >= one && enough <= one.max(market.arrivals.ceil() as u64) && enough <= one * 16);
        session.apply(Command::SetArrivals(Some(market.arrivals * 10.0)));
        assert!(calendar_size(&session.work).0 <= one / 9, "ten times the arrivals take ten times as long");
    }
}

#[test]
fn parts_of_the_calendar_add_up_to_the_whole() {
    let mut journey = Session::first().work.journey.as_ref().clone();
    journey.market.echo = 0.0;
    let scenario = Scenario { strain: 0.5, start: 3, ..Scenario::default() };
    let whole = calendar(&checked(&journey), &scenario, 5, 30).expect("a ready journey runs");
    let ask = kedja::runner::RunRequest { journey, scenario, seed: 5, customers: 64 };
    let part = |from, per_period| answer(&ask, from, per_period);
    let mut sum = part(0, 12);
    sum.add(&part(12, 18));
    // Sums of prices in another order may differ in the last bit.
    assert_eq!(sum.customers_per_period, 30);
    for (a, b) in sum
        .today
        .iter()
        .chain(sum.what_if.iter().flatten())
        .zip(whole.today.iter().chain(whole.what_if.iter().flatten()))
    {
        assert!((a.revenue - b.revenue).abs() < 1e-6);
        assert_eq!(Period { revenue: 0.0, ..a.clone() }, Period { revenue: 0.0, ..b.clone() });
    }
}

/// A worker's answer about a part of the calendar.
fn answer(ask: &kedja::runner::RunRequest, from: u64, per_period: u64) -> CalendarReport {
    let cohort =
        kedja::analysis::Cohort::new(&checked(&ask.journey), &ask.scenario, ask.seed).expect("a ready journey runs");
    cohort.calendar(from, per_period)
}

#[test]
fn the_calendars_own_controls_are_asked_for_undone_and_reset() {
    let mut session = Session::first();
    let market = session.work.journey.market;
    assert!(session.apply(Command::SetStart(3)).ask);
    assert!(!is_changed(&session.work), "the start alone changes nothing");
    session.apply(Command::SetEcho(Some(0.4)));
    session.apply(Command::SetEcho(Some(0.5)));
    session.apply(Command::LetGo);
    session.apply(Command::SetArrivals(Some(9_000.0)));
    let scenario = session.ask().scenario;
    assert_eq!((scenario.start, scenario.echo, scenario.arrivals), (3, Some(0.5), Some(9_000.0)));
    let entries = [
        ListedChange::Arrivals { today: market.arrivals, value: 9_000.0 },
        ListedChange::Echo { today: market.echo, value: 0.5 },
        ListedChange::Start(3),
    ];
    assert_eq!(changes(&session.work), entries);
    session.apply(Command::LetGo);
    assert_eq!(restore(&save(&session)).unwrap().0, session);
    session.apply(Command::Undo);
    assert_eq!(session.work.scenario.arrivals, None);
    session.apply(Command::Undo);
    assert_eq!(session.work.scenario.echo, None, "a drag is one step");
    session.apply(Command::Redo);
    session.apply(Command::SetEcho(None));
    session.apply(Command::SetStart(0));
    assert_eq!(changes(&session.work), []);
}

#[test]
fn what_the_calendar_cannot_take_is_not_taken() {
    let mut session = Session::first();
    let market = session.work.journey.market;
    for command in [
        Command::SetEcho(Some(1.5)),
        Command::SetEcho(Some(f64::NAN)),
        Command::SetEcho(Some(market.echo)),
        Command::SetArrivals(Some(0.0)),
        Command::SetArrivals(Some(f64::INFINITY)),
        Command::SetArrivals(Some(market.arrivals)),
    ] {
        session.apply(command.clone());
        assert!(session.work.scenario.is_empty(), "{command:?}");
    }
    session.apply(Command::SetStart(3));
    session.apply(Command::SetStart(u16::MAX));
    assert_eq!(session.work.scenario.start, 3);
    session.apply(Command::SetArrivals(Some(9_000.0)));
    session.apply(Command::SetArrivals(Some(1_000_001.0)));
    assert_eq!(session.work.scenario.arrivals, Some(9_000.0));
}

/// What is seen of a stronger invoice in telecom, by a company with so many arrivals per month.
fn mended_invoice(arrivals: f64) -> kedja::app::Dashboards {
    let mut journey = Session::first().work.journey.as_ref().clone();
    journey.market.arrivals = arrivals;
    let mut session = Session::first();
    session.apply(Command::OpenJourney { journey: Box::new(journey), name: "mine.json".into() });
    session.apply(Command::SetLever { link: "invoice".into(), lever: kedja::model::Field::Strength, value: 0.85 });
    dashboards(&session.work, &answer(&session.ask(), 0, 2_000)).expect("of this journey")
}

#[test]
fn in_a_small_company_fewer_failures_come_long_before_the_reported_churn_shows_it() {
    let both = mended_invoice(300.0);
    assert_eq!(both.failures.seen, Detection::Falls(0));
    assert!(both.churn.seen.period().is_none_or(|period| period > 0), "{:?}", both.churn.seen);
    let large = mended_invoice(100_000.0);
    let Detection::Falls(period) = large.churn.seen else { panic!("{:?}", large.churn.seen) };
    assert!(both.churn.seen.period().is_none_or(|later| later > period));
}

/// Claim 37 says 26 where nothing else is known; who talks to somebody says so more often.
#[test]
fn in_telecom_some_twenty_failures_are_silent_for_each_complaint_that_is_heard() {
    let silent = mended_invoice(8_000.0).silent.expect("somebody complains");
    assert!((15.0..25.0).contains(&silent), "{silent}");
}

#[test]
fn what_acts_in_the_calendar_alone_is_not_tried_by_itself_and_hides_no_single_change() {
    let mut session = changed();
    session.apply(Command::SetEcho(Some(0.5)));
    session.apply(Command::SetStart(2));
    let calendar = changes(&session.work).iter().filter(|e| e.is_of_calendar()).count();
    assert_eq!(calendar, 2);
    assert!(kedja::app::Effects::default().ask(&session.work).is_empty(), "the one change of lives is the whole");
}
