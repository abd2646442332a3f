use super::{assert_sound, both, of_telecom, tellers};
use kedja::app::{Opposite, OutcomeKind};
use kedja::words::persona::{of_100, opposite, stay};

#[test]
fn an_outcome_that_goes_opposite_ways_names_those_who_win_and_who_lose() {
    for teller in tellers().filter(|teller| teller.journey.personas.len() > 1) {
        let ids: Vec<_> = teller.journey.personas.iter().map(|p| p.id.clone()).collect();
        let found = Opposite { kind: OutcomeKind::Churn, better: vec![ids[0].clone()], worse: ids[1..].to_vec() };
        let words = opposite(&teller, &found);
        assert_sound(&words);
        ids.iter().for_each(|id| assert!(words.contains(&teller.first_name(id)), "{words}"));
    }
}

#[test]
fn a_persona_is_a_part_of_100_of_whom_a_part_stays() {
    assert_eq!(both(|language| of_100(language, 0.345)), ["35 of 100 visitors", "35 av 100 besökare"]);
    assert_eq!(
        of_telecom(|teller| stay(teller, 0.618, 24)),
        ["62% of customers still there after 24 months", "62 % av kunderna kvar efter 24 månader"]
    );
    assert_eq!(of_telecom(|teller| stay(teller, 0.0, 1))[0], "0% of customers still there after 1 month");
}
