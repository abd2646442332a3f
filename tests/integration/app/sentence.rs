use kedja::analysis::{Difference, Estimate, Exact, Fates, Figures, Outcome, Report};
use kedja::app::{
    Cause, Command, Effect, Finding, OutcomeKind, Sentence, Session, Verdict, outcomes, remaining, retention_finding,
    sentence,
};
use kedja::model::{Field, LinkId};

/// A report of 100 000 arrivals of whom 10 000 buy and half of those are left after 24 periods.
fn report(change: Option<(u64, u64, u64, u64)>) -> Report {
    let outcome = || Outcome {
        arrived: 100_000,
        bought: 10_000,
        left: 5_000,
        survival: (0..=24).map(|t| 1.0 - 0.5 * f64::from(t) / 24.0).collect(),
        survival_low: vec![0.49; 25],
        survival_high: vec![0.51; 25],
        ..Outcome::default()
    };
    Report {
        model: 1,
        journey: "telecom".into(),
        customers: 100_000,
        seed: 1,
        today: outcome(),
        what_if: change.map(|_| outcome()),
        difference: change.map(|(won, sale_lost, saved, lost)| Difference {
            won,
            sale_lost,
            saved,
            lost,
            unchanged: 100_000 - won - sale_lost - saved - lost,
            fates: Fates([
                [90_000 - won, 0, won],
                [0, 5_000 - saved, saved],
                [sale_lost, lost, 5_000 - lost - sale_lost],
            ]),
            ..Difference::default()
        }),
        exact: Exact::default(),
    }
}

fn stronger() -> (Session, LinkId) {
    let mut session = Session::first();
    let link = LinkId::from("invoice");
    session.apply(Command::SetLever { link: link.clone(), lever: Field::Strength, value: 0.95 });
    (session, link)
}

fn told(session: &Session, change: (u64, u64, u64, u64)) -> (Cause, Effect, Vec<Effect>) {
    match sentence(&session.work, &report(Some(change))) {
        Some(Sentence::WhatIf { cause, effect, besides }) => (cause, effect, besides),
        other => panic!("{other:?}"),
    }
}

fn counts(effect: Effect) -> (&'static str, u64, u64) {
    match effect {
        Effect::Stay(s) => ("stay", s.count, s.of),
        Effect::Leave(s) => ("leave", s.count, s.of),
        Effect::Buy(s) => ("buy", s.count, s.of),
        Effect::DropOut(s) => ("drop out", s.count, s.of),
        Effect::TooClose => ("too close", 0, 0),
        Effect::Later(days) => ("later", days.tenths, 10),
        Effect::Sooner(days) => ("sooner", days.tenths, 10),
        Effect::Same => ("same", 0, 0),
        Effect::Arrivals => ("arrivals", 0, 0),
    }
}

#[test]
fn without_a_change_the_sentence_says_how_the_journey_stands() {
    let Some(Sentence::Today { buy, remain, periods }) = sentence(&Session::first().work, &report(None)) else {
        panic!("no sentence about today")
    };
    assert_eq!((buy.count, buy.of, remain, periods), (1_000, 10_000, 500, 24));
}

#[test]
fn a_change_that_the_report_does_not_know_yet_has_no_sentence() {
    assert_eq!(sentence(&stronger().0.work, &report(None)), None);
}

#[test]
fn saved_customers_are_counted_of_those_who_buy() {
    let (session, link) = stronger();
    let (cause, effect, besides) = told(&session, (0, 0, 1_240, 12));
    assert_eq!(cause, Cause::Stronger(link));
    assert_eq!(counts(effect), ("stay", 1_240, 10_000));
    assert_eq!(besides.into_iter().map(counts).collect::<Vec<_>>(), [("leave", 12, 10_000)]);
}

#[test]
fn won_customers_are_counted_of_those_who_come() {
    let (_, effect, besides) = told(&stronger().0, (2_500, 0, 30, 28));
    assert_eq!(counts(effect), ("buy", 250, 10_000));
    assert_eq!(besides.into_iter().map(counts).collect::<Vec<_>>(), [("drop out", 0, 10_000)]);
}

#[test]
fn an_effect_for_the_worse_says_who_leaves() {
    let mut session = Session::first();
    let link = LinkId::from("invoice");
    session.apply(Command::SetLever { link: link.clone(), lever: Field::Strength, value: 0.01 });
    let (cause, effect, besides) = told(&session, (0, 0, 3, 800));
    assert_eq!(cause, Cause::Weaker(link));
    assert_eq!(counts(effect), ("leave", 800, 10_000));
    assert_eq!(counts(besides[0]), ("stay", 3, 10_000));
}

#[test]
fn fates_that_change_both_ways_alike_are_too_close_to_call() {
    let (_, effect, besides) = told(&stronger().0, (0, 0, 50, 44));
    assert_eq!(effect, Effect::TooClose);
    assert_eq!(besides.into_iter().map(counts).collect::<Vec<_>>(), [("stay", 50, 10_000), ("leave", 44, 10_000)]);
}

#[test]
fn when_no_fate_changes_the_sentence_says_so() {
    assert_eq!(told(&stronger().0, (0, 0, 0, 0)).1, Effect::Same);
}

#[test]
fn when_only_the_days_to_the_purchase_change_the_sentence_says_by_how_many() {
    let by = |value: f64, half: f64| {
        let mut report = report(Some((0, 0, 0, 0)));
        let days = Some(Estimate { value, low: value - half, high: value + half });
        report.difference.as_mut().unwrap().figures = Figures { days_to_purchase: days, ..Figures::default() };
        match sentence(&stronger().0.work, &report) {
            Some(Sentence::WhatIf { effect, .. }) => counts(effect),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(by(12.34, 0.1), ("later", 123, 10));
    assert_eq!(by(-3.0, 0.1), ("sooner", 30, 10));
    assert_eq!(by(0.2, 0.3).0, "same", "noise explains it");
    assert_eq!(by(0.01, 0.001).0, "same", "nobody can tell");
}

#[test]
fn a_rare_effect_is_counted_out_of_a_larger_crowd() {
    // 8 of 100 000 who come would be none of 10 000.
    assert_eq!(counts(told(&stronger().0, (8, 0, 0, 0)).1), ("buy", 80, 1_000_000));
}

#[test]
fn the_cause_is_named_after_what_was_changed() {
    let cause = |commands: Vec<Command>| {
        let mut session = Session::first();
        for command in commands {
            session.apply(command);
        }
        told(&session, (0, 0, 900, 0)).0
    };
    let price = Session::first().work.price();
    let link = LinkId::from("invoice");
    let strong = Command::SetLever { link: link.clone(), lever: Field::Strength, value: 0.95 };
    assert_eq!(cause(vec![Command::SetStrain(1.0)]), Cause::Strain);
    assert_eq!(cause(vec![Command::SetPrice(Some(price + 1.0))]), Cause::PriceUp);
    assert_eq!(cause(vec![Command::SetPrice(Some(price - 1.0))]), Cause::PriceDown);
    assert_eq!(cause(vec![strong.clone(), Command::SetStrain(1.0)]), Cause::Several(2));
    let off = Command::Switch { link, lever: Field::Strength, off: true };
    assert_eq!(cause(vec![strong, off, Command::SetStrain(1.0)]), Cause::Strain);
}

#[test]
fn an_outcome_is_better_worse_or_too_close_by_its_interval() {
    let (session, _) = stronger();
    let verdict = |kind: OutcomeKind, low: f64, high: f64| {
        let mut report = report(Some((0, 0, 100, 0)));
        let gap = Some(Estimate { value: (low + high) / 2.0, low, high });
        if let Some(difference) = &mut report.difference {
            difference.figures = Figures {
                conversion: gap,
                churn: gap,
                revenue_per_arrival: gap,
                recommendation: gap,
                ..Figures::default()
            };
        }
        outcomes(&session.work, &report).into_iter().find(|r| r.kind == kind).unwrap().verdict
    };
    assert_eq!(verdict(OutcomeKind::Conversion, 0.01, 0.02), Verdict::Better);
    assert_eq!(verdict(OutcomeKind::Conversion, -0.02, -0.01), Verdict::Worse);
    assert_eq!(verdict(OutcomeKind::Conversion, -0.01, 0.02), Verdict::TooClose);
    assert_eq!(verdict(OutcomeKind::Conversion, 0.0, 0.0), Verdict::Same);
    // Less churn is better.
    assert_eq!(verdict(OutcomeKind::Churn, -0.02, -0.01), Verdict::Better);
    assert_eq!(verdict(OutcomeKind::Churn, 0.01, 0.02), Verdict::Worse);
    let alone = outcomes(&Session::first().work, &report(None));
    assert!(alone.iter().all(|r| r.verdict == Verdict::Alone));
}

#[test]
fn revenue_is_told_in_money() {
    let mut report = report(None);
    report.today.figures.revenue_per_arrival = Some(Estimate { value: 2.0, low: 1.9, high: 2.1 });
    let work = Session::first().work;
    let row = outcomes(&work, &report).into_iter().find(|r| r.kind == OutcomeKind::Revenue).unwrap();
    assert_eq!(row.today.unwrap().value, 2.0 * work.journey.price);
}

#[test]
fn the_curve_says_when_half_of_the_losses_have_come() {
    assert_eq!(retention_finding(&report(None), false), Finding::HalfBy { periods: 12 });
    let mut stays = report(None);
    stays.today.survival = vec![1.0; 25];
    assert_eq!(retention_finding(&stays, false), Finding::NobodyLeaves);
    stays.today.bought = 0;
    assert_eq!(retention_finding(&stays, false), Finding::NoCustomers);
    // Of one customer who leaves at once, half are never gone "within 0 months".
    let mut at_once = report(None);
    at_once.today.survival = vec![0.0; 25];
    assert_eq!(retention_finding(&at_once, false), Finding::HalfBy { periods: 1 });
}

#[test]
fn where_nobody_buys_in_one_world_the_other_alone_is_told_with_its_time() {
    let mut from_nobody = report(Some((0, 0, 0, 0)));
    from_nobody.today.bought = 0;
    from_nobody.today.survival.clear();
    assert_eq!(retention_finding(&from_nobody, true), Finding::OnlyNow { now: 0.5, periods: 24 });
    assert_eq!(remaining(&from_nobody, true).periods, 24);
    let mut to_nobody = report(Some((0, 0, 0, 0)));
    if let Some(what_if) = &mut to_nobody.what_if {
        what_if.bought = 0;
        what_if.survival.clear();
    }
    assert_eq!(retention_finding(&to_nobody, true), Finding::NoCustomers);
}

#[test]
fn an_outcome_of_nobody_is_not_said_to_be_unchanged() {
    let (session, _) = stronger();
    let mut to_nobody = report(Some((0, 0, 100, 0)));
    if let (Some(what_if), Some(difference)) = (&mut to_nobody.what_if, &mut to_nobody.difference) {
        what_if.figures = Figures::default();
        difference.figures = Figures::default();
    }
    let rows = outcomes(&session.work, &to_nobody);
    assert!(rows.iter().all(|row| row.verdict == Verdict::Nothing), "{rows:?}");
}

#[test]
fn the_curve_says_who_is_left_only_when_the_noise_allows_it() {
    let with = |end: f64| {
        let mut report = report(Some((0, 0, 0, 0)));
        if let Some(last) = report.what_if.as_mut().and_then(|o| o.survival.last_mut()) {
            *last = end;
        }
        retention_finding(&report, true)
    };
    assert_eq!(with(0.6), Finding::More { today: 0.5, now: 0.6, periods: 24 });
    assert_eq!(with(0.4), Finding::Fewer { today: 0.5, now: 0.4, periods: 24 });
    assert_eq!(with(0.505), Finding::Alike);
}
