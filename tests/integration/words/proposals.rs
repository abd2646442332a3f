use super::{about, assert_sound, of_telecom, tellers};
use kedja::analysis::studies::{Apart, Goal, Split};
use kedja::app::{Fault, Portion, Proposal, ProposalWorth, Proposed, Whose};
use kedja::model::{Change, Field, Improvement, ImprovementId, Text};
use kedja::words::proposals::*;
use kedja::words::typed::Misread;

fn improvement(off: bool) -> Improvement {
    Improvement {
        id: "p1".into(),
        name: Text::same("Call back"),
        effort: 2.0,
        changes: vec![
            Change::Strengthen { link: "invoice".into(), effort: 1.5 },
            Change::Set { link: "invoice".into(), lever: Field::Pain, value: 0.25 },
        ],
        off,
        ..Improvement::default()
    }
}

fn worth(difference: f64) -> ProposalWorth {
    let gives = Some(about(0.0 - difference, 0.000_5));
    ProposalWorth { difference: Some(about(difference, 0.000_5)), gives, revenue: None, per_effort: Some(0.002_1) }
}

fn title(all: &[Improvement], others: usize, worth: Option<ProposalWorth>) -> [String; 2] {
    of_telecom(|teller| finding(teller, Goal::Churn, all, others, worth.as_ref()))
}

#[test]
fn the_finding_counts_what_is_on_and_says_what_it_does() {
    let (on, off) = (improvement(false), improvement(true));
    let better = Some(worth(-0.005_9));
    assert_eq!(title(&[], 0, None), ["Proposals from the group", "Gruppens förslag"]);
    assert_eq!(title(std::slice::from_ref(&off), 0, None)[0], "Proposals from the group: none is on");
    assert_eq!(
        title(std::slice::from_ref(&on), 0, better),
        [
            "Call back: 59 more of 10,000 customers stay for 24 months",
            "Call back: 59 fler av 10 000 kunder stannar i 24 månader"
        ]
    );
    assert!(title(std::slice::from_ref(&on), 1, better)[0].starts_with("Call back and the other changes: "));
    assert!(title(&[on.clone(), on.clone(), off], 0, better)[1].starts_with("2 förslag är på: "));
    assert!(title(&[on.clone(), on.clone()], 3, None)[0].starts_with("2 proposals and the other changes: "));
    // A loss is told as the outcome moves.
    assert_eq!(
        title(std::slice::from_ref(&on), 0, Some(worth(0.004_2)))[0],
        "Call back: churn per month +0.42 percentage points (±0.05)"
    );
    assert_eq!(title(&[on], 0, Some(worth(0.0)))[0], "Call back: no clear difference in churn per month");
}

#[test]
fn a_proposal_says_who_what_it_costs_and_what_it_changes() {
    assert_eq!(
        of_telecom(about_words),
        [
            "no owner yet · 2 units of effort · Invoice +1.5, Invoice, pain 0.25 × the monthly price",
            "ingen ansvarig ännu · 2 insatsenheter · Faktura +1,5, Faktura, minus 0,25 månadspriser"
        ]
    );
    let weaker = Change::Strengthen { link: "invoice".into(), effort: -1.0 };
    assert_eq!(of_telecom(|teller| change(teller, &weaker)), ["Invoice −1", "Faktura −1"]);
    let strength = Change::Set { link: "invoice".into(), lever: Field::Strength, value: 0.715 };
    assert_eq!(of_telecom(|teller| change(teller, &strength)), ["Invoice 71.5%", "Faktura 71,5 %"]);
    let free = Improvement { effort: 0.0, ..improvement(false) };
    assert!(of_telecom(|teller| kedja::words::proposals::about(teller, &free))[1].contains(" · kostar inget · "));
}

fn about_words(teller: &kedja::words::Teller) -> String {
    kedja::words::proposals::about(teller, &improvement(false))
}

#[test]
fn what_a_proposal_does_is_counted_with_a_tone() {
    let told = |proposed: Proposed| {
        let tone = by_itself(&super::teller("telecom", super::BOTH[0]), Goal::Churn, &proposed).0;
        (tone, of_telecom(|teller| by_itself(teller, Goal::Churn, &proposed).1))
    };
    let known = |difference| told(Proposed::Known(worth(difference)));
    assert_eq!(known(-0.005_9), (EffectTone::Better, ["+59 ±5".to_owned(), "+59 ±5".to_owned()]));
    assert_eq!(known(0.005_9).0, EffectTone::Worse);
    assert_eq!(known(0.0), (EffectTone::Plain, ["no clear difference".to_owned(), "ingen säker skillnad".to_owned()]));
    assert_eq!(told(Proposed::Awaited).1, ["counting …", "räknas …"]);
    assert_eq!(told(Proposed::OnlyTogether).1[0], "possible only together with another change");
    assert_eq!(
        of_telecom(|teller| per_effort(teller, Goal::Churn, &worth(-0.004_2)).unwrap_or_default()),
        ["−0.21 percentage points per unit", "−0,21 procentenheter per enhet"]
    );
    assert_eq!(
        of_telecom(|teller| detail(teller, Goal::Churn, &worth(-0.004_2)).unwrap_or_default())[0],
        "churn per month −0.42 percentage points (±0.05)"
    );
    assert_eq!(of_telecom(|teller| detail(teller, Goal::Churn, &worth(0.0)).unwrap_or_default()), ["", ""]);
}

#[test]
fn all_together_none_one_and_many_other_changes() {
    let said = |others| of_telecom(|teller| together(teller, others));
    assert_eq!(said(0), ["Together", "Tillsammans"]);
    assert_eq!(said(1)[0], "Together, with 1 other change");
    assert_eq!(said(3)[1], "Tillsammans, med 3 andra ändringar");
}

#[test]
fn a_part_of_the_whole_is_a_share_or_in_the_outcomes_own_unit() {
    let all = [improvement(false)];
    let said = |whose: Whose, share| {
        let one = Portion { whose, part: 0.004_2, share };
        of_telecom(|teller| portion(teller, Goal::Churn, &all, &one))
    };
    assert_eq!(said(Whose::Proposal("p1".into()), Some(0.82)), ["Call back 82%", "Call back 82 %"]);
    assert_eq!(said(Whose::Nobody, None), ["no owner −0.42 percentage points", "ingen ansvarig −0,42 procentenheter"]);
    assert_eq!(said(Whose::Edits, Some(0.1))[0], "other changes to the journey 10%");
}

#[test]
fn what_comes_of_who_buys_alone_is_told_apart_and_whoever_saves_nobody_is_named() {
    let split = |mix: f64| Split {
        model: 1,
        journey: "telecom".into(),
        outcome: Goal::Churn,
        seed: 1,
        customers: 1,
        together: Some(about(0.01, 0.001)),
        apart: Some(Apart { same: about(0.01 - mix, 0.001), mix: about(mix, 0.000_2) }),
        all_orders: true,
        parts: Vec::new(),
    };
    assert_eq!(
        of_telecom(|teller| mix(teller, &split(0.001_6)).unwrap_or_default()),
        [
            "Part of what they do, −0.16 percentage points, comes only of who buys: it saves nobody.",
            "En del av det de gör, −0,16 procentenheter, kommer bara av vilka som köper: den räddar ingen."
        ]
    );
    assert_eq!(of_telecom(|teller| mix(teller, &split(0.000_1)).unwrap_or_default())[0], "", "that may be noise");
    let all = [improvement(false)];
    let named = |those: &[&str]| {
        let those: Vec<ImprovementId> = those.iter().map(|id| ImprovementId((*id).into())).collect();
        of_telecom(|teller| that_save_nobody(teller, &all, &those).unwrap_or_default())
    };
    assert_eq!(named(&["p1"])[0], "Call back saves nobody: it only changes who buys.");
    assert_eq!(named(&["p1", "p1"])[1], "Call back och Call back räddar ingen, utan ändrar bara vilka som köper.");
    assert_eq!(named(&[])[0], "");
}

#[test]
fn every_fault_says_what_to_do() {
    let proposal = Proposal { name: String::new(), owner: None, effort: 1.0, changes: improvement(false).changes };
    let faults = [
        Fault::NoName,
        Fault::NameTooLong,
        Fault::NoEffort,
        Fault::NothingChanged,
        Fault::TooManyChanges,
        Fault::NotTogether,
        Fault::Full,
        Fault::UnknownOwner,
        Fault::Change(0),
        Fault::Change(1),
    ];
    for teller in tellers() {
        for its in faults {
            let words = fault(&teller, &proposal, its, None);
            assert_sound(&words);
            assert!(words.ends_with('.'), "{words}");
        }
    }
    let said = |its, misread: Option<Misread>| of_telecom(|teller| fault(teller, &proposal, its, misread.clone()));
    assert_eq!(said(Fault::Change(1), None)[0], "Change 2, Invoice, pain: Write a number from 0 to 1,000.");
    let [english, _] = said(Fault::Change(0), None);
    assert!(english.starts_with("Change 1, Invoice: Write a number over 0, at most "), "{english}");
    let twice = said(Fault::NoEffort, Some(Misread::TwoWays(1.25, 1_250.0)));
    assert_eq!(
        twice,
        [
            "Cost: This could mean 1.25 or 1,250. Write one of them.",
            "Kostnad: Det kan betyda 1,25 eller 1 250. Skriv ett av dem."
        ]
    );
}
