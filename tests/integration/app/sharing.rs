//! Sharing: what is sent is what is seen, and what the reader has of their own stays theirs.

use crate::builder::{scenario, strengthen};
use kedja::analysis::studies::{BestOption, Goal, OptionFares};
use kedja::analysis::{Estimate, beside};
use kedja::app::*;
use kedja::exchange::{SharedJourney, SharedWork, link_of, read_link, ready};
use kedja::model::{Change, Field, Journey, Kinship, NamedScenario, Scenario, Signing, Text};
use std::sync::Arc;

fn telecom() -> Journey {
    ready("telecom").unwrap().journey()
}

fn worked_on() -> Session {
    let mut session = Session::first();
    session.apply(Command::SetLever { link: "invoice".into(), lever: Field::Strength, value: 0.91 });
    session.apply(Command::SetStrain(0.5));
    session.apply(Command::SetGoal(Goal::CustomersAtEnd));
    session.apply(Command::SetUnits(6));
    session.apply(Command::Bet { link: "support".into(), more: true });
    session.apply(Command::SetSeed(77));
    session
}

fn through_a_link(session: &Session, route: &Route) -> SharedWork {
    read_link(&link_of(&sent(session, route, false, None)).unwrap()).unwrap()
}

fn opened(work: SharedWork, own: &Session) -> Arrived {
    arrived(work, Some(telecom()), own).unwrap()
}

#[test]
fn what_arrives_is_what_was_sent() {
    let session = worked_on();
    let own = Session::first();
    let came = opened(through_a_link(&session, &Route::Prioritise(Some(Panel::Race))), &own);
    assert_eq!(came.session.work, session.work);
    assert_eq!((came.session.place, came.panel), (Place::Prioritise, Some(Panel::Race)));
    let agreed = |session: &Session| (session.agenda.goal, session.agenda.units, session.agenda.bets.clone());
    assert_eq!(agreed(&came.session), agreed(&session));
    assert!(!came.has_changed && came.left_out == 0 && !came.session.can_undo());
    let came = opened(through_a_link(&session, &Route::Journey(Some("support".into()))), &own);
    assert_eq!((came.session.place, came.session.selected.as_str()), (Place::Journey, "support"));
}

#[test]
fn a_link_made_of_the_ready_journey_as_it_is_selects_what_a_first_visit_does() {
    let session = Session::first();
    let work = sent(&session, &Route::Journey(Some(session.selected.clone())), false, None);
    assert_eq!((work.place.clone(), work.open.clone()), (None, None));
    assert_eq!(opened(work, &session).session.selected, session.selected);
}

#[test]
fn a_journey_of_ones_own_is_sent_whole_and_without_its_texts_where_that_is_wanted() {
    let mut session = Session::first();
    session.apply(Command::OpenJourney { journey: Box::new(telecom()), name: "mine.json".to_owned() });
    let SharedJourney::Own(journey) = through_a_link(&session, &Route::default()).journey else {
        panic!("it is whole")
    };
    assert_eq!(*journey, telecom());
    let SharedJourney::Own(bare) = sent(&session, &Route::default(), true, None).journey else { panic!("it is whole") };
    assert!(bare.touchpoints.iter().all(|touchpoint| touchpoint.words.is_empty()));
}

#[test]
fn a_copy_stands_above_the_readers_own_work_and_undo_brings_that_back() {
    let mut own = Session::first();
    own.apply(Command::SetLever { link: "support".into(), lever: Field::Strength, value: 0.62 });
    own.apply(Command::SetLanguage(Language::Sv));
    own.apply(Command::Bet { link: "invoice".into(), more: true });
    let mut visit = opened(through_a_link(&worked_on(), &Route::default()), &own).session;
    assert_eq!(visit.language, Some(Language::Sv));
    visit.apply(Command::SetStrain(1.0));
    let mut kept = kept_copy(&own, &visit, 1);
    assert_eq!(kept.work, visit.work);
    kept.apply(Command::Undo);
    assert_eq!(kept.work.scenario.strain, 0.5);
    kept.apply(Command::Undo);
    assert_eq!(kept.work, own.work);
    assert!(kept.can_undo());
}

#[test]
fn a_copy_of_a_journey_that_the_reader_has_too_is_kept_in_a_record_of_its_own() {
    let mut own = Session::first();
    let mut journey = telecom();
    journey.id = "ours".into();
    own.apply(Command::OpenJourney { journey: Box::new(journey), name: "ours.json".to_owned() });
    let its = own.work.record.clone();
    assert!(its.is_some());
    let visit = opened(through_a_link(&own, &Route::default()), &own).session;
    let [first, second] = [1, 2].map(|moment| kept_copy(&own, &visit, moment).work.record);
    assert!(first.is_some() && second.is_some());
    assert!(first != its && second != its && first != second);
}

#[test]
fn a_link_that_the_shell_has_made_is_told_as_a_change_of_its_link() {
    let mut made = worked_on();
    made.work.scenario = scenario(vec![strengthen("invoice", 1.0)]);
    made.work.scenario.improvements[0].name = Text::default();
    let came = opened(through_a_link(&made, &Route::default()), &Session::first()).session;
    assert_eq!(cause(&came.work), Some(Cause::Stronger("invoice".into())));
    assert_eq!(came.work.now(&"invoice".into()), made.work.now(&"invoice".into()));
}

#[test]
fn a_ready_journey_that_has_changed_since_is_told_and_what_no_longer_fits_is_counted() {
    let work = through_a_link(&worked_on(), &Route::default());
    let mut changed = telecom();
    changed.touchpoints[0].gain += 0.01;
    let came = arrived(work.clone(), Some(changed.clone()), &Session::first()).unwrap();
    assert!(came.has_changed && came.left_out == 0);
    // The link that was changed is called something else now.
    for touchpoint in &mut changed.touchpoints {
        if touchpoint.id.as_str() == "invoice" {
            touchpoint.id = "bill".into();
        }
    }
    for handover in &mut changed.handovers {
        for end in [&mut handover.from, &mut handover.to] {
            if end.as_str() == "invoice" {
                *end = "bill".into();
            }
        }
    }
    let came = arrived(work, Some(changed), &Session::first()).unwrap();
    assert_eq!((came.has_changed, came.left_out), (true, 1));
    assert_eq!(came.session.work.scenario.strain, 0.5);
}

#[test]
fn where_a_link_can_go_depends_on_its_length() {
    let all = |length| {
        let fits = fits(length);
        [fits.projector, fits.paper, fits.message]
    };
    assert_eq!(all(287), [true, true, true]);
    assert_eq!(all(288), [false, true, true]);
    assert_eq!(all(667), [false, false, true]);
    assert_eq!(all(2_001), [false, false, false]);
}

#[test]
fn a_page_to_sign_wants_an_owner_and_a_day() {
    let signing =
        |owner: &str, check_on: &str| Signing { owner: owner.into(), check_on: check_on.into(), ..Signing::default() };
    assert_eq!(unsaid(&signing("", "")), [Unsaid::Owner, Unsaid::CheckOn]);
    assert_eq!(unsaid(&signing("  ", "2027-03-01")), [Unsaid::Owner]);
    for no_day in ["tomorrow", "2027-13-01", "2027-00-10", "2027-3-1", "2027-03-32", "01/03/2027"] {
        assert_eq!(unsaid(&signing("Eva", no_day)), [Unsaid::CheckOn], "{no_day}");
    }
    assert_eq!(unsaid(&signing("Eva", "2027-03-01")), []);
}

#[test]
fn doing_nothing_is_always_an_option_and_so_is_what_is_switched_on() {
    let options = |session: &Session| {
        let findings = StudyFindings::default();
        brief_options(&session.work, Goal::Churn, &findings, &Effects::default(), None, &Tried::default())
    };
    let of = |session: &Session| options(session).into_iter().map(|option| option.of).collect::<Vec<_>>();
    assert_eq!(of(&Session::first()), [BriefOptionOf::Nothing]);
    assert_eq!(of(&worked_on()), [BriefOptionOf::Nothing, BriefOptionOf::Together]);
}

#[test]
fn what_the_brief_asks_stays_with_its_journey_and_travels_in_a_link() {
    let mut session = Session::first();
    let said = Signing {
        question: "Vad gör vi?".into(),
        owner: "Eva".into(),
        check_on: "2027-03-01".into(),
        ..Signing::default()
    };
    session.apply(Command::Sign(said.clone()));
    assert_eq!(restore(&save(&session)).unwrap().0.agenda.signing, said);
    let came = opened(through_a_link(&session, &Route::default()), &Session::first());
    assert_eq!(came.session.agenda.signing, said);
    assert!(sent(&session, &Route::default(), true, None).agenda.signing.is_empty());
    session.apply(crate::app::choose("insurance"));
    assert!(session.agenda.signing.is_empty());
    let (mut session, _) = restore(&save(&session)).unwrap();
    session.apply(crate::app::choose("telecom"));
    assert_eq!(session.agenda.signing, said);
}

fn named(id: &str, scenario: Scenario) -> NamedScenario {
    NamedScenario { id: id.into(), name: format!("Way {id}"), scenario, ..NamedScenario::default() }
}

#[test]
fn what_the_room_has_proposed_and_named_are_options_and_none_stands_there_twice() {
    let mut session = worked_on();
    let changes = vec![Change::Strengthen { link: "support".into(), effort: 1.0 }];
    let call_back = Proposal { name: "Call back".into(), owner: None, effort: 2.0, changes: changes.clone() };
    session.apply(Command::AddProposal(call_back));
    let id = session.work.proposals().next().unwrap().id.clone();
    let proposal = BriefOptionOf::Proposal(id.clone());
    let of = |work: &Project| own_options(work).into_iter().map(|(of, _)| of).collect::<Vec<_>>();
    assert_eq!(of(&session.work), [proposal.clone(), BriefOptionOf::Together]);
    let mut work = session.work.clone();
    let elsewhere =
        NamedScenario { structure: Some(Box::new(telecom())), ..named("d", scenario(vec![strengthen("app", 1.0)])) };
    work.named = Arc::new(vec![
        named("a", work.active_scenario()),
        named("b", Scenario::default()),
        named("c", scenario(vec![strengthen("app", 1.0)])),
        elsewhere,
    ]);
    let tried = |work: &Project| {
        let all = work.named.iter().filter(|named| is_tried_beside(work, named));
        all.map(|named| named.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(tried(&work), ["d"], "what is of another structure is tried by itself");
    // Where that one lies on the desk, all are.
    let as_is = AsIs { journey: work.journey.clone(), draft: None, origin: work.origin.clone() };
    let on_desk = Project { as_is: Some(Arc::new(as_is)), taken: Some("d".into()), ..work.clone() };
    assert_eq!(tried(&on_desk), ["a", "b", "c", "d"]);
    let scenarios = ["a", "c"].map(|id| BriefOptionOf::Scenario(id.to_owned()));
    assert_eq!(of(&work), [vec![proposal], scenarios.to_vec()].concat(), "what is switched on has a name");
}

#[test]
fn an_option_tells_in_how_many_tries_it_is_the_best_once_that_is_known_of_just_these_options() {
    let work = worked_on().work;
    let chosen = |best_in| OptionFares { effect: None, gives: None, revenue: None, best_in };
    let tries = |worlds, options: Vec<OptionFares>| {
        let choice = BestOption { worlds, nothing_in: 9, options, noisy: 0 };
        let findings = StudyFindings { best_option: Some(Arc::new(choice)), ..StudyFindings::default() };
        let options = brief_options(&work, Goal::Churn, &findings, &Effects::default(), None, &Tried::default());
        options.into_iter().map(|option| option.best_in).collect::<Vec<_>>()
    };
    assert_eq!(tries(50, vec![chosen(41)]), [Some(9), Some(41)]);
    assert_eq!(tries(0, vec![chosen(0)]), [None, None], "nothing is uncertain");
    assert_eq!(tries(50, vec![chosen(40), chosen(1)]), [None, None], "it is of other options");
}

/// An option that gives something between two bounds.
fn option(gives: Option<(f64, f64, f64)>) -> BriefOption {
    let gives = gives.map(|(low, value, high)| Estimate { value, low, high });
    let of = BriefOptionOf::Together;
    let (level, revenue, best_in, journey) = (None, None, None, OptionJourney::Todays);
    BriefOption { of, level, difference: gives, gives, revenue, effort: 1.0, best_in, journey }
}

#[test]
fn what_is_recommended_is_one_of_the_options_or_nothing() {
    let none = option(None);
    let verdict = |rest: &[BriefOption]| brief_verdict(&[std::slice::from_ref(&none), rest].concat());
    let (small, large, wide) =
        (option(Some((1.0, 2.0, 3.0))), option(Some((4.0, 5.0, 6.0))), option(Some((2.5, 4.0, 5.5))));
    let harm = option(Some((-3.0, -2.0, -1.0)));
    assert_eq!(verdict(&[]), BriefVerdict::Nothing);
    assert_eq!(verdict(std::slice::from_ref(&harm)), BriefVerdict::Nothing);
    assert_eq!(verdict(&[small.clone(), none.clone()]), BriefVerdict::Awaited);
    assert_eq!(verdict(&[small.clone(), large.clone(), wide]), BriefVerdict::TooClose { at: 2, or: 3 });
    let BriefVerdict::Best { at, chance } = verdict(&[small, harm, large]) else { panic!("it is clear") };
    assert_eq!(at, 3);
    assert!(chance > 0.999);
    let BriefVerdict::Best { chance, .. } = verdict(&[option(Some((0.001, 1.0, 1.999)))]) else {
        panic!("it is clear")
    };
    assert!((chance - 0.975).abs() < 0.001, "{chance}");
}

#[test]
fn what_is_looked_at_again_is_where_the_recommendation_leads() {
    let stands = |option: BriefOption, level: f64| BriefOption { level: Some(level), ..option };
    let (nothing, better, worse) = (
        stands(option(None), 0.03),
        stands(option(Some((4.0, 5.0, 6.0))), 0.01),
        stands(option(Some((-3.0, -2.0, -1.0))), 0.05),
    );
    let level = |rest: &[&BriefOption]| {
        let options: Vec<BriefOption> = [&nothing].into_iter().chain(rest.iter().copied()).cloned().collect();
        brief_level(&options, brief_verdict(&options))
    };
    assert_eq!(level(&[&better, &worse]), Some(0.01));
    assert_eq!(level(&[&worse]), Some(0.03), "nothing is done");
    assert_eq!(level(&[&option(None)]), None, "not known yet");
}

#[test]
fn the_address_of_an_embedded_page_says_what_was_chosen() {
    for view in EmbedView::ALL {
        for language in [None, Some(Language::Sv), Some(Language::En)] {
            for controls in [vec![], vec![EmbedControl::Strain], EmbedControl::ALL.to_vec()] {
                let embed = Embed { view, controls, language, link: "k1abc".into() };
                assert_eq!(Embed::parse(&embed.written()), embed);
            }
        }
    }
    let bare = Embed { link: "k1abc".into(), ..Embed::default() };
    assert_eq!(Embed::parse("#k1abc"), bare);
    assert_eq!(Embed::parse("#what.ever/k1abc"), bare);
    assert_eq!(Embed::parse(""), Embed::default());
    let code = embed_code("https://a.se/embed.html#chain/k1", "Kedja: \"<b>\" & co", 300);
    assert!(code.contains("title=\"Kedja: &quot;&lt;b&gt;&quot; &amp; co\"") && !code.contains("allow-same-origin"));
}

/// Works on today's journey and two of another structure: one that the same visitors meet, and one at another price. A third
/// counts in other periods.
fn with_other_journeys() -> Project {
    let mut shorter = telecom();
    shorter.touchpoints.retain(|touchpoint| touchpoint.id.as_str() != "app");
    shorter.handovers.retain(|handover| handover.from.as_str() != "app" && handover.to.as_str() != "app");
    let dearer = Journey { price: 2.0 * telecom().price, ..telecom() };
    let longer = Journey { horizon: telecom().horizon + 1, ..telecom() };
    let others = [("short", shorter), ("dear", dearer), ("long", longer)];
    let other = |(id, structure): (&str, Journey)| NamedScenario {
        structure: Some(Box::new(structure)),
        ..named(id, Scenario::default())
    };
    Project { named: Arc::new(others.map(other).into()), ..Session::first().work }
}

/// What is known of them once each has been lived.
fn all_tried(work: &Project) -> Tried {
    let mut tried = Tried::beginning_at(100);
    for question in tried.open(work, |named| is_tried_beside(work, named)) {
        let (today, other) = question.between.unwrap();
        let report = beside((*today).clone(), other, &question.scenario, work.seed, TRIED_ON);
        tried.take_in(question.number, report.map(Arc::new));
    }
    assert!(tried.open(work, |named| is_tried_beside(work, named)).is_empty(), "nothing is asked twice");
    tried
}

#[test]
fn a_journey_of_another_structure_is_an_option_beside_today_with_what_it_gives() {
    let work = with_other_journeys();
    let findings = StudyFindings::default();
    for goal in Goal::ALL {
        let options = |tried: &Tried| brief_options(&work, goal, &findings, &Effects::default(), None, tried);
        let scenario = |id: &str| BriefOptionOf::Scenario(id.to_owned());
        // Until they have been lived they are awaited, and so is what to recommend.
        let awaited = options(&Tried::default());
        assert_eq!(awaited.len(), 4);
        assert_eq!(brief_verdict(&awaited), BriefVerdict::Awaited);
        let tried = all_tried(&work);
        let known = options(&tried);
        // The one whose figures mean something else is no option.
        let of: Vec<_> = known.iter().map(|option| option.of.clone()).collect();
        assert_eq!(of, [BriefOptionOf::Nothing, scenario("short"), scenario("dear")]);
        let another = [Kinship::Twins, Kinship::Apart].map(|kinship| OptionJourney::Another(Some(kinship)));
        assert_eq!([known[1].journey, known[2].journey], another);
        assert!(awaited[1..].iter().all(|option| option.journey == OptionJourney::Another(None)));
        assert!(known[1..].iter().all(|option| option.gives.is_some() && option.revenue.is_some()), "{known:?}");
        assert_ne!(brief_verdict(&known), BriefVerdict::Awaited);
        // While one of them lies on the desk, today and all of them are decided between all the same.
        let as_is = AsIs { journey: work.journey.clone(), draft: None, origin: work.origin.clone() };
        let on_desk = Project { as_is: Some(Arc::new(as_is)), taken: Some("short".into()), ..work.clone() };
        let there = brief_options(&on_desk, goal, &findings, &Effects::default(), None, &tried);
        let told = |option: &BriefOption| (option.of.clone(), option.difference, option.gives);
        assert_eq!(there.iter().map(told).collect::<Vec<_>>(), known.iter().map(told).collect::<Vec<_>>());
        assert!(there.iter().all(|option| option.level.is_some()));
    }
}

#[test]
fn who_are_not_the_same_people_are_compared_as_two_groups() {
    let work = with_other_journeys();
    let tried = all_tried(&work);
    let options = brief_options(&work, Goal::Churn, &StudyFindings::default(), &Effects::default(), None, &tried);
    let Some(TriedScenario::Known(report, _)) = tried.answer_for(&work.named[1]) else { panic!("it has been tried") };
    let (today, other) = (&report.today, report.what_if.as_ref().unwrap());
    let gives = options[2].gives.unwrap();
    assert_eq!(gives.value, other.survival.last().unwrap() - today.survival.last().unwrap());
    // The noise of both is in it.
    let half = |outcome: &kedja::analysis::Outcome| {
        outcome.survival_high.last().unwrap() - outcome.survival_low.last().unwrap()
    };
    assert!(gives.high - gives.low > half(today).max(half(other)));
}

#[test]
fn an_option_in_money_is_what_its_visitors_bring_in_more_and_when_its_effort_is_earned_back() {
    let work = worked_on().work;
    let arrivals_at_the_price = work.journey.market.arrivals * work.journey.price;
    let of = |revenue: (f64, f64, f64), effort| BriefOption {
        revenue: Some(Estimate { low: revenue.0, value: revenue.1, high: revenue.2 }),
        effort,
        ..option(Some((0.1, 0.2, 0.3)))
    };
    let money = brief_money(&work, &of((0.1, 0.2, 0.4), 2.0), Some(1_000.0)).unwrap();
    assert_eq!(money.more.value, 0.2 * arrivals_at_the_price);
    assert_eq!(money.cost, Some(2_000.0));
    let payback = money.payback.unwrap();
    assert!((payback.value * money.more.value - 2_000.0).abs() < 1e-6);
    assert!(payback.low < payback.value && payback.value < payback.high);
    // Without a price for effort there is nothing to earn back; of what may be noise nothing is said.
    assert_eq!(brief_money(&work, &of((0.1, 0.2, 0.4), 2.0), None).unwrap().cost, None);
    assert_eq!(brief_money(&work, &of((0.1, 0.2, 0.4), 0.0), Some(9.0)).unwrap().cost, None);
    assert_eq!(brief_money(&work, &of((-0.1, 0.2, 0.4), 2.0), Some(9.0)).unwrap().payback, None);
    assert_eq!(brief_money(&work, &option(None), None), None);
}
