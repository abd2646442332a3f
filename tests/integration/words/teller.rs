use super::{BOTH, assert_sound, teller, tellers};
use kedja::app::Language::{En, Sv};

#[test]
fn links_personas_owners_and_the_currency_have_names_in_both_languages() {
    for teller in tellers() {
        teller.journey.links().for_each(|link| assert_sound(&teller.link_name(link)));
        for persona in &teller.journey.personas {
            let (whole, first) = (teller.persona_name(&persona.id), teller.first_name(&persona.id));
            assert_sound(&first);
            assert!(whole.starts_with(&first) && !first.contains(','), "{first:?} of {whole:?}");
        }
        teller.journey.owners.iter().for_each(|owner| assert_sound(&teller.owner_name(&owner.id)));
        assert_sound(teller.currency());
    }
}

#[test]
fn the_first_names_of_personas_are_a_list() {
    let names = |language| {
        let teller = teller("telecom", language);
        teller.first_names(teller.journey.personas.iter().take(2).map(|p| &p.id))
    };
    let first = |language, at: usize| {
        let teller = teller("telecom", language);
        teller.first_name(&teller.journey.personas[at].id)
    };
    assert_eq!(names(En), format!("{} and {}", first(En, 0), first(En, 1)));
    assert_eq!(names(Sv), format!("{} och {}", first(Sv, 0), first(Sv, 1)));
}

#[test]
fn who_is_not_in_the_journey_has_no_name() {
    for language in BOTH {
        let teller = teller("telecom", language);
        assert_eq!(teller.persona_name(&"nobody".into()), "");
        assert_eq!(teller.owner_name(&"nobody".into()), "nobody");
        assert_eq!(teller.ends(&"invoice".into()), None);
    }
}
