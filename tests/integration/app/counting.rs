//! One way of counting: what the page says of one change is the same figure in every place, on one of two bases.

use kedja::analysis::studies::{Goal, Ranking, StudyTerms, chain, ranking, rescue};
use kedja::analysis::{Cohort, Estimate, Report, Trail, TrailStep};
use kedja::app::{
    Alone, Command, Effect, Effects, Net, OutcomeKind, Project, Proposed, Sentence, Session, alone, chafes, changes,
    findings_of, in_all, on_today_of, outcomes, proposed, sentence, way_to_buying,
};
use kedja::exchange::READY;
use kedja::model::{Change, Field, Improvement, LinkId, Scenario, Text};
use kedja::runner::{RunRequest, inline};

use crate::analysis::studies::asked;
use crate::builder::checked;

const CUSTOMERS: u64 = 4_096;
const OF: f64 = 10_000.0;

fn terms(work: &Project, goal: Goal, customers: u64) -> StudyTerms {
    let (journey, seed) = ((*work.journey).clone(), work.seed);
    StudyTerms { journey, base: Scenario::default(), goal, effort: 1.0, seed, customers }
}

/// The session of a ready journey with one unit of effort on a link, as a proposal from the room.
fn with_unit(id: &str, link: &LinkId) -> Session {
    let mut session = Session::first();
    session.apply(super::choose(id));
    session.work.scenario.improvements.push(Improvement {
        id: "a-unit".into(),
        name: Text::same("A unit"),
        changes: vec![Change::Strengthen { link: link.clone(), effort: 1.0 }],
        effort: 1.0,
        ..Improvement::default()
    });
    session
}

fn report(session: &Session, customers: u64) -> Report {
    inline(&RunRequest { customers, ..session.ask() }).expect("the journey is sound")
}

fn given(ranking: &Ranking, link: &LinkId) -> Estimate {
    let ranked = ranking.links.iter().find(|ranked| ranked.id == *link).expect("every link is ranked");
    ranked.gives(ranking.outcome).expect("somebody buys")
}

/// What a headline says of customers, or of visitors: those who are better off less those who are worse off.
fn net_in_headline(told: &Sentence, of_customers: bool) -> Option<f64> {
    let Sentence::WhatIf { effect, besides, .. } = told else { return None };
    let one = |effect: &Effect| match (*effect, of_customers) {
        (Effect::Stay(s), true) | (Effect::Buy(s), false) => Some(s.count as f64 / s.of as f64),
        (Effect::Leave(s), true) | (Effect::DropOut(s), false) => Some(-(s.count as f64) / s.of as f64),
        _ => None,
    };
    let told: Vec<f64> = std::iter::once(effect).chain(besides).filter_map(one).collect();
    (!told.is_empty()).then(|| told.iter().sum::<f64>() * OF)
}

fn near(a: f64, b: f64) -> bool {
    // Each is rounded to whole people by itself, and a few are never told as nobody.
    (a - b).abs() <= 1.01
}

#[test]
fn one_change_has_one_figure_in_every_place() {
    for ready in &READY {
        let mut session = Session::first();
        session.apply(super::choose(ready.id));
        let of = |goal| asked(&terms(&session.work, goal, CUSTOMERS), ranking);
        let [churn, conversion, at_end] = [Goal::Churn, Goal::Conversion, Goal::CustomersAtEnd].map(of);
        for link in [&churn.links[0].id, &conversion.links[0].id] {
            let place = format!("{}, {link}", ready.id);
            let session = with_unit(ready.id, link);
            let work = &session.work;
            let report = report(&session, CUSTOMERS);
            let told = sentence(work, &report).expect("the report knows of the change");
            let [stay, buy, more] = [&churn, &conversion, &at_end].map(|ranking| given(ranking, link).value * OF);

            if let Some(net) = net_in_headline(&told, true) {
                assert!(near(net, stay), "{place}: the headline saves {net}, the ranking {stay}");
            }
            if let Some(net) = net_in_headline(&told, false) {
                assert!(near(net, buy), "{place}: the headline wins {net}, the ranking {buy}");
            }
            if let Some(all) = in_all(&report) {
                let people = if all.more { all.people as f64 } else { -(all.people as f64) };
                assert!(near(people, more), "{place}: {people} more in the headline, {more} in the ranking");
            }
            match alone(work, &changes(work)[0], &Effects::default(), Some(&report), None) {
                Alone::Known(Net::Stay { more, people }) if people.of == 10_000 => {
                    let net = if more { people.count as f64 } else { -(people.count as f64) };
                    assert!(near(net, stay), "{place}: {net} in the list, {stay} in the ranking");
                }
                Alone::Known(Net::Buy { more, people }) if people.of == 10_000 => {
                    let net = if more { people.count as f64 } else { -(people.count as f64) };
                    assert!(near(net, buy), "{place}: {net} in the list, {buy} in the ranking");
                }
                _ => {}
            }
            for (kind, expected) in [(OutcomeKind::Churn, stay), (OutcomeKind::Conversion, buy)] {
                let row = outcomes(work, &report).into_iter().find(|row| row.kind == kind).expect("it is shown");
                let people = row.people.expect("it is counted in people");
                let net = (people.gained.count as f64 - people.lost.count as f64) / people.gained.of as f64 * OF;
                assert!(near(net, expected), "{place}: {net} beside {kind:?}, {expected} in the ranking");
            }
            let proposal = &work.scenario.improvements[0];
            let Proposed::Known(worth) = proposed(work, proposal, Goal::Churn, &Effects::default(), Some(&report))
            else {
                panic!("{place}: the report is that of the proposal")
            };
            assert!(near(worth.gives.expect("somebody buys").value * OF, stay), "{place}: {worth:?}, {stay}");

            let saved =
                asked(&terms(&session.work, Goal::Churn, CUSTOMERS), |terms, rounds| rescue(terms, Some(link), rounds));
            assert!(near(saved.net as f64 / CUSTOMERS as f64 * OF, more), "{place}: {} net, {more}", saved.net);
        }
    }
}

#[test]
fn what_a_link_gives_alone_in_the_chain_logic_is_what_the_ranking_says_of_it() {
    for goal in [Goal::Churn, Goal::Conversion, Goal::Retention12] {
        let work = Session::first().work;
        let terms = terms(&work, goal, CUSTOMERS);
        let ranked = asked(&terms, ranking);
        let chain = asked(&terms, |terms, rounds| chain(terms, 2.0, rounds));
        let own = chain.feels.iter().find(|feel| feel.chain_feel.is_none()).expect("their own is always there");
        for pair in &own.pairs {
            assert_eq!(pair.gives.alone, Some(given(&ranked, &pair.then)), "{goal:?}, {}", pair.then);
            let sum = pair.gives.alone.unwrap().value + pair.gives.more.unwrap().value;
            assert!((pair.gives.after.unwrap().value - sum).abs() < 1e-12, "after is alone and how much more");
        }
    }
}

#[test]
fn a_link_that_only_changes_who_buys_is_not_said_to_save_anybody() {
    let work = Session::first().work;
    for goal in [Goal::Churn, Goal::Retention12] {
        let ranked = asked(&terms(&work, goal, 49_152), ranking);
        let of = |id: &str| ranked.links.iter().find(|link| link.id.as_str() == id).expect("it is in telecom");
        assert!(of("advert").only_changes_who_buys(), "{goal:?}: {:?}", of("advert"));
        assert!(!of("invoice").only_changes_who_buys(), "{goal:?}");
        let place = |id: &str| ranked.links.iter().position(|link| link.id.as_str() == id);
        assert!(place("advert") > place("support"), "who saves customers stands before who saves nobody");
        for link in &ranked.links {
            let kept = link.kept.as_ref().expect("the outcome is about staying");
            let (effect, mix) = (link.effect.unwrap().value, kept.mix.unwrap());
            // What is not mix is what becomes of the same customers.
            if goal == Goal::Retention12 {
                let same = kept.more.unwrap().value;
                assert!((effect - mix - same).abs() < 1e-9, "{}: {effect} is {mix} and {same}", link.id);
            }
        }
    }
    let others = asked(&terms(&work, Goal::Conversion, CUSTOMERS), ranking);
    assert!(others.links.iter().all(|link| link.kept.is_none() && !link.only_changes_who_buys()));
}

/// 806 of 10 000 left at strain 1 and 473 at strain 2: of today's customers, most of whom no longer bought.
#[test]
fn under_more_strain_more_of_those_who_still_buy_leave() {
    let mut session = Session::first();
    let lost = [0.5, 1.0, 1.5, 2.0].map(|strain| {
        session.apply(Command::SetStrain(strain));
        let report = report(&session, 60_000);
        let churn = outcomes(&session.work, &report).into_iter().find(|row| row.kind == OutcomeKind::Churn).unwrap();
        churn.people.expect("it is counted in people").lost.count
    });
    assert!(lost.is_sorted(), "{lost:?}");
}

#[test]
fn a_preview_moves_what_the_change_does_and_never_today() {
    let mut session = Session::first();
    let link = LinkId::from("invoice");
    session.apply(Command::SetLever { link: link.clone(), lever: Field::Strength, value: 0.7 });
    let firm = report(&session, 40_000);
    session.apply(Command::SetLever { link, lever: Field::Strength, value: 0.8 });
    let preview = report(&session, 4_096);
    assert_ne!(preview.today, firm.today, "fewer customers tell another today");

    let told = on_today_of(&firm, preview.clone());
    assert_eq!((&told.today, told.customers), (&firm.today, firm.customers));
    assert_eq!(told.difference, preview.difference, "the difference keeps its own noise");
    let value = |e: Option<Estimate>| e.expect("somebody buys").value;
    let now = told.what_if.as_ref().unwrap();
    let by = value(preview.difference.as_ref().unwrap().figures.churn);
    assert!((value(now.figures.churn) - value(firm.today.figures.churn) - by).abs() < 1e-12);
    assert!(now.survival.is_sorted_by(|a, b| a >= b), "nobody comes back: {:?}", now.survival);
    assert_eq!(now.by_persona.len(), firm.today.by_persona.len());
    let full = report(&session, 40_000);
    let apart = |a: u64, b: u64| a.abs_diff(b) as f64 / 40_000.0;
    assert!(apart(now.left, full.what_if.as_ref().unwrap().left) < 0.005, "it is near what many tell");

    assert_eq!(on_today_of(&firm, full.clone()), full, "as many customers tell their own");
    let others = Report { seed: 2, ..preview.clone() };
    assert_eq!(on_today_of(&firm, others.clone()), others, "other customers have another today");
}

#[test]
fn a_change_that_was_looked_at_alone_says_the_same_when_another_is_added() {
    let mut session = Session::first();
    let strength = |session: &mut Session, link: &str| {
        session.apply(Command::SetLever { link: link.into(), lever: Field::Strength, value: 0.8 });
    };
    strength(&mut session, "invoice");
    let mut effects = Effects::default();
    effects.ask(&session.work);
    let whole = report(&session, 60_000);
    effects.learn(&whole.clone().into());
    let before = alone(&session.work, &changes(&session.work)[0], &effects, Some(&whole), None);
    strength(&mut session, "compare");
    assert_eq!(effects.ask(&session.work).len(), 2, "the new one, and both together");
    assert_eq!(alone(&session.work, &changes(&session.work)[0], &effects, None, None), before);

    // While a move is shown again the page's report is of something else.
    effects.look_away();
    effects.learn(&report(&session, 60_000).into());
    assert_eq!(alone(&session.work, &changes(&session.work)[1], &effects, None, None), Alone::Awaited);
}

#[test]
fn another_word_of_mouth_is_said_to_change_who_comes() {
    let mut session = Session::first();
    session.apply(Command::SetEcho(Some(0.9)));
    let told = sentence(&session.work, &report(&session, 2_048));
    assert!(matches!(told, Some(Sentence::WhatIf { effect: Effect::Arrivals, .. })), "{told:?}");
}

#[test]
fn the_days_at_links_sum_to_the_days_of_the_whole_way_and_yes_and_no_part_somewhere() {
    for ready in &READY {
        let mut session = Session::first();
        session.apply(super::choose(ready.id));
        let work = &session.work;
        let cohort = Cohort::new(&checked(&work.journey), &Scenario::default(), work.seed).unwrap();
        let trails = cohort.crowd(4_096).today;
        let way = way_to_buying(work, &trails, None);
        let told = report(&session, 4_096).today;
        assert_eq!((way.visitors, way.buyers), (told.arrived, told.bought), "{}: the same lives", ready.id);
        let days = told.figures.days_to_purchase.expect("somebody buys").value;
        assert!((way.days.expect("somebody buys") - days).abs() < 0.01, "{}: {:?}, {days}", ready.id, way.days);
        // The longest stands that are told are what visitors stood for, counted here by hand.
        for link in &way.links {
            let index = work.journey.links().position(|id| *id == link.link).unwrap() as u16;
            let mut stood: Vec<f32> = trails.iter().filter_map(|trail| stood_at(trail, index)).collect();
            stood.sort_by(f32::total_cmp);
            let longer = |days: f64| stood.iter().filter(|stood| f64::from(**stood) >= days).count();
            assert!(longer(link.stall) * 10 >= stood.len() - 9, "{}, {}: {}", ready.id, link.link, link.stall);
            assert!(longer(link.stall + 1e-6) * 10 < stood.len(), "{}, {}: {}", ready.id, link.link, link.stall);
        }
        let (most, parts) = findings_of(&way);
        assert!(most.is_none_or(|link| link.days <= days + 0.01), "{}: {most:?}", ready.id);
        let parts = parts.expect("a failure keeps some from buying");
        assert!(parts.failed_no > parts.failed_yes, "{}: {parts:?}", ready.id);
    }
}

/// How long one visitor stood at a link before the purchase [days]; `None` if they did not meet it.
fn stood_at(trail: &Trail, at: u16) -> Option<f32> {
    let way = trail.steps.iter().take_while(|step| !matches!(step, TrailStep::Bought));
    let met =
        way.clone().any(|step| matches!(step, TrailStep::Held { link } | TrailStep::Failed { link } if *link == at));
    let days = way.map(|step| match step {
        TrailStep::Waited { link, days } if *link == at => *days,
        _ => 0.0,
    });
    met.then(|| days.sum())
}

#[test]
fn the_way_takes_longer_where_a_link_takes_more_days() {
    let mut session = Session::first();
    session.apply(super::choose("b2b-purchase"));
    let days = |work: &Project| {
        let cohort = Cohort::new(&checked(&work.changed_journey()), &Scenario::default(), work.seed).unwrap();
        way_to_buying(work, &cohort.crowd(4_096).today, None).days.expect("somebody buys")
    };
    let before = days(&session.work);
    let slow = session.work.journey.touchpoints.iter().find(|t| t.days > 0.0).expect("a step takes time").id.clone();
    session.apply(Command::SetLever { link: slow, lever: Field::Days, value: 90.0 });
    assert!(days(&session.work) > before + 5.0, "{} before", before);
}

#[test]
fn the_inbox_and_where_people_are_lost_are_two_lists() {
    let session = Session::first();
    let found = chafes(&session.work, &report(&session, 20_000));
    assert_eq!((found.inbox.len(), found.lost.len()), (4, 4));
    assert!(found.inbox.is_sorted_by(|a, b| a.1 >= b.1) && found.lost.is_sorted_by(|a, b| a.1 >= b.1));
    assert_ne!(found.inbox, found.lost);
}

#[test]
fn it_chafes_most_where_failures_take_most_of_what_customers_feel_they_get() {
    let session = Session::first();
    let report = report(&session, 20_000);
    let found = chafes(&session.work, &report);
    let taken = |link: &LinkId| {
        let pain = session.work.journey.touchpoint(link).map(|t| t.pain);
        let pain = pain.or_else(|| session.work.journey.handover(link).map(|h| h.pain)).unwrap();
        report.today.failed_by_link.get(link).copied().unwrap_or(0) as f64 * pain
    };
    let all: f64 = session.work.journey.links().map(taken).sum();
    assert_eq!(found.chafes.len(), 4);
    for (link, part) in &found.chafes {
        assert!((taken(link) / all - part).abs() < 1e-12, "{link}");
    }
    let least = found.chafes[3].1;
    let named = |link: &LinkId| found.chafes.iter().any(|(id, _)| id == link);
    assert!(session.work.journey.links().filter(|link| !named(link)).all(|link| taken(link) / all <= least));
}

/// A strong link from which nobody is led on loses most of those who meet it: that is not its failing.
#[test]
fn dead_ends_are_counted_apart_from_failures() {
    let mut session = Session::first();
    session.apply(super::choose("insurance"));
    let report = report(&session, 20_000);
    let advert = session.work.journey.touchpoints[0].id.clone();
    let facts = kedja::app::link_facts(&session.work, &report, &advert).today;
    assert!(facts.gone <= facts.failed, "{facts:?}");
    assert!(facts.led_nowhere > facts.gone, "{facts:?}");
}
