use super::{assert_sound, lived, of_telecom};
use kedja::analysis::LeftOver;
use kedja::app::{OutcomeKind, Session, WhyOutcomes, Worst, link_facts, why_link, why_outcomes};
use kedja::model::Payment;
use kedja::words::outcome;
use kedja::words::why::{Reason, of_link, of_outcomes};

fn outcomes() -> WhyOutcomes {
    WhyOutcomes {
        bought: 1_261,
        left: 442,
        left_at_once: 0,
        lived: 20_400.0,
        lifetime: None,
        conversion: Some(0.126),
        exact: None,
        churn: Some(0.021),
        revenue: Some(1_006.0),
        recommendation: Some(-31.0),
        offer_success: None,
        price: 299.0,
        payment: Payment::EachPeriod,
        has_offers: false,
        horizon: 24,
        dropped: Vec::new(),
        gone: vec![Worst { link: Some("invoice".into()), count: 1_960 }, Worst { link: None, count: 12 }],
        left_over: LeftOver { failure: 221, either: 88, price: 133 },
        strengths: [1, 1, 2, 3],
        grounds: Vec::new(),
    }
}

fn reason(why: &WhyOutcomes, at: usize) -> [String; 2] {
    of_telecom(|teller| of_outcomes(teller, why)[at].words.join(" "))
}

#[test]
fn outcomes_are_explained_by_what_they_were_made_of() {
    let why = outcomes();
    assert_eq!(reason(&why, 0), ["Of 10,000 visitors, 1,261 buy: 12.6%.", "Av 10 000 besökare köper 1 261: 12,6 %."]);
    assert_eq!(
        reason(&why, 1)[0],
        "These 1,261 are customers for 20,400 months in all, and 442 of them leave: 2.1% per month. Most leave because of \
         Invoice (1,960) and the price alone (12). Of those who leave, 50% would have stayed had their worst recent failure \
         not happened, and 20% more had it not happened or had the price been 10% lower. To the other 30% it would not have \
         been worth the price even without that failure."
    );
    assert!(reason(&why, 1)[1].contains("De flesta slutar på grund av Faktura (1 960) och enbart priset (12)."));
    assert!(reason(&WhyOutcomes { exact: Some(0.126_4), ..outcomes() }, 0)[0].ends_with("without simulation: 12.64%."));
    assert_eq!(reason(&why, 4)[0], "The strengths of 7 links: 1 measured, 1 published, 2 estimated, 3 assumed.");
}

#[test]
fn who_leaves_on_the_day_of_purchase_is_counted_apart() {
    let why = WhyOutcomes { left_at_once: 42, ..outcomes() };
    let [said, _] = reason(&why, 1);
    assert!(
        said.contains("and 400 of them leave: 2.1% per month. 42 more leave on the very day of purchase."),
        "{said}"
    );
}

#[test]
fn what_nobody_bought_is_explained_by_that_alone() {
    let nobody = WhyOutcomes { bought: 0, ..outcomes() };
    for at in 1..4 {
        assert_eq!(
            reason(&nobody, at),
            ["Nobody buys, so there is nothing to count.", "Ingen köper, så det finns inget att räkna."]
        );
    }
}

#[test]
fn reasons_go_by_the_names_of_the_outcomes() {
    let names = of_telecom(|teller| of_outcomes(teller, &outcomes())[1].name.clone());
    assert_eq!(names, of_telecom(|teller| outcome::name(teller, OutcomeKind::Churn)));
}

fn assert_all_sound(reasons: &[Reason]) {
    for reason in reasons {
        assert_sound(&reason.name);
        reason.words.iter().for_each(|words| {
            assert_sound(words);
            assert!(words.ends_with('.'), "{words}");
        });
    }
}

#[test]
fn every_link_and_outcome_of_every_state_is_explained_soundly() {
    for lived in lived() {
        let (work, report) = (&lived.session.work, &lived.report);
        for teller in lived.tellers() {
            assert_all_sound(&of_outcomes(&teller, &why_outcomes(work, report, None)));
            for link in work.journey.links() {
                let why = why_link(work, report, &link_facts(work, report, link), link, None);
                assert_all_sound(&of_link(&teller, &why.expect("a link of this journey")));
            }
        }
    }
}

#[test]
fn the_figures_that_a_link_stands_on_are_a_list() {
    let session = Session::first();
    let lived = lived().iter().find(|l| l.session.work.journey.id == session.work.journey.id).expect("the first");
    let link = "invoice".into();
    let facts = link_facts(&lived.session.work, &lived.report, &link);
    let why = why_link(&lived.session.work, &lived.report, &facts, &link, None).expect("a link");
    let said = of_telecom(|teller| of_link(teller, &why).last().expect("grounds").words.join(" "));
    assert!(said[0].contains("strength 65%"), "{}", said[0]);
    assert!(said[1].contains("styrka 65 %"), "{}", said[1]);
}
