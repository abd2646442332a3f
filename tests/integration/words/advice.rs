use super::{about, assert_sound, of_telecom, studied};
use kedja::analysis::studies::Goal;
use kedja::app::{Advice, AdviceEvidence, Strategy, StudyFindings, advice};
use kedja::words::advice::{headline, spoken, told, under};
use kedja::words::phrase::plain;
use std::sync::Arc;

fn rests() -> AdviceEvidence {
    AdviceEvidence {
        gains: (Some(about(0.005_9, 0.000_1)), Some(about(0.002_4, 0.000_1))),
        second: Some("support".into()),
        times: Some(2.4),
        customers: 100_000,
        is_first_look: false,
        best_in: None,
        outspends: None,
    }
}

fn mend(strategy: Strategy) -> Advice {
    Advice::Mend { link: "invoice".into(), strategy }
}

fn said(advice: &Advice, rests: &AdviceEvidence) -> [String; 2] {
    of_telecom(|teller| headline(teller, advice, rests))
}

fn below(advice: &Advice, rests: &AdviceEvidence) -> [String; 2] {
    of_telecom(|teller| under(teller, Goal::Churn, advice, rests))
}

#[test]
fn the_advice_names_a_link_or_says_that_it_cannot() {
    let (first, second) = ("invoice".into(), "support".into());
    assert_eq!(said(&mend(Strategy::Open), &rests()), ["Strengthen *Invoice* first.", "Stärk *Faktura* först."]);
    assert!(said(&Advice::TooClose { first, second }, &rests())[0].starts_with("Too close to call: *Invoice* or *"));
    assert_eq!(said(&Advice::NowhereTells, &rests())[1], "Ingen enskild länk gör någon säker skillnad.");
    assert_eq!(said(&Advice::NothingToCount, &rests())[0], "There is nothing to measure here yet.");
    assert_eq!(
        said(&Advice::AllStrong { best: "invoice".into() }, &rests())[0],
        "No link is weak any more. Put the effort where it gives most: *Invoice*."
    );
}

#[test]
fn few_units_that_beat_many_are_told_one_and_many() {
    let with = |few| AdviceEvidence { outspends: Some((few, 10)), ..rests() };
    assert!(said(&mend(Strategy::Open), &with(1))[0].ends_with(
        "first. 1 unit of effort, placed where it does most, does clearly more than 10 spread evenly over all links."
    ));
    assert!(
        said(&mend(Strategy::Open), &with(3))[1]
            .ends_with("3 insatsenheter där de gör mest nytta gör klart mer än 10 jämnt fördelade på alla länkar.")
    );
}

#[test]
fn the_line_under_it_says_what_holds_of_the_strategy_and_the_figures() {
    let figures = [
        "1 unit of effort on Invoice: 59 more of 10,000 customers stay for 24 months. On ",
        "1 insatsenhet på Faktura: 59 fler av 10 000 kunder stannar i 24 månader. På ",
    ];
    for (said, figures) in below(&mend(Strategy::Awaited), &rests()).iter().zip(figures) {
        assert!(said.starts_with(figures), "{said}");
    }
    let until = |units| below(&mend(Strategy::WeakestUntil { units, then: "support".into() }), &rests());
    assert!(until(1)[0].starts_with("After 1 unit on the weakest link the advice changes: from then on "));
    assert!(until(4)[1].starts_with("Efter 4 enheter på den svagaste länken ändras rådet: därefter ger "));
    let right = Strategy::WeakestFirst { weakest: "invoice".into(), units: 10 };
    assert!(
        below(&mend(right), &rests())[0]
            .starts_with("Keep strengthening the weakest link: that stays right for all 10 units. ")
    );
    let equal = Strategy::WeakestFirst { weakest: "support".into(), units: 10 };
    assert!(below(&mend(equal), &rests())[0].starts_with("Starting with the weakest link, "));
    let first_look = AdviceEvidence { is_first_look: true, ..rests() };
    assert!(
        below(&mend(Strategy::Open), &first_look)[1]
            .ends_with("Det här är ett första besked; fler besökare simuleras.")
    );
    let sure = AdviceEvidence { best_in: Some((41, 50)), ..rests() };
    assert!(
        below(&mend(Strategy::Open), &sure)[0]
            .ends_with(" Invoice comes out best in 41 of 50 tries that vary your estimates.")
    );
    let alone = AdviceEvidence { second: None, ..rests() };
    assert!(
        below(&mend(Strategy::Open), &alone)[0]
            .ends_with("on Invoice: 59 more of 10,000 customers stay for 24 months.")
    );
}

#[test]
fn it_is_covered_while_the_room_bets_and_waited_for_before_it_is_known() {
    let at = |covered, known: bool| {
        of_telecom(|teller| {
            let known = || known.then(|| (mend(Strategy::Open), AdviceEvidence { second: None, ..rests() }));
            told(teller, Goal::Churn, covered, known).map(|told| spoken(&told)).unwrap_or_default()
        })
    };
    assert_eq!(at(false, false), ["", ""]);
    assert_eq!(
        at(true, true),
        [
            "Bet first: where does the same effort do most? Place chips on links. Nothing is shown until you reveal it.",
            "Tippa först: var gör samma insats mest nytta? Lägg spelmarker på länkar. Inget visas förrän ni visar svaret."
        ]
    );
    assert_eq!(
        at(false, true),
        [
            "Strengthen Invoice first. 1 unit of effort on Invoice: 59 more of 10,000 customers stay for 24 months.",
            "Stärk Faktura först. 1 insatsenhet på Faktura: 59 fler av 10 000 kunder stannar i 24 månader."
        ]
    );
    let nothing = (Advice::NowhereTells, rests());
    let said = of_telecom(|teller| {
        let told = told(teller, Goal::Churn, false, || Some(nothing.clone())).expect("it is known");
        spoken(&told)
    });
    assert!(said[0].ends_with("makes a clear difference."), "{}", said[0]);
}

#[test]
fn the_advice_on_every_outcome_that_counts_is_told_soundly() {
    for studied in studied() {
        let findings = StudyFindings {
            ranking: Some(Arc::new(studied.ranking.clone())),
            budget: Some(Arc::new(studied.budget.clone())),
            sure: Some(Arc::new(studied.sure.clone())),
            ..StudyFindings::default()
        };
        let (advice, rests) = advice(&findings).expect("there is a ranking");
        for teller in studied.tellers() {
            let words = headline(&teller, &advice, &rests);
            assert_sound(&words);
            assert!(!plain(&words).contains('*'));
            let words = under(&teller, studied.ranking.outcome, &advice, &rests);
            if !words.is_empty() {
                assert_sound(&words);
            }
        }
    }
}
