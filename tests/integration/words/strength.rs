use super::{BOTH, assert_sound, both, teller};
use kedja::words::strength;

#[test]
fn a_strength_is_spoken_with_its_range_and_costs_effort() {
    let said = |today, now| both(|language| strength::spoken(language, today, now).replace('\u{a0}', " "));
    assert_eq!(said(0.42, 0.42), ["42%, as today, weak", "42 %, som i dag, svag"]);
    assert_eq!(said(0.42, 0.9), ["90%, today 42%, strong", "90 %, i dag 42 %, stark"]);
    let effort = |spent| both(|language| strength::effort(&teller("telecom", language), 1.0, spent));
    assert_eq!(effort(Some(0.0)), ["1 unit of effort halves the failures here.", "1 insatsenhet halverar felen här."]);
    assert_eq!(effort(Some(1.5)), ["Costs 1.5 units of effort.", "Kostar 1,5 insatsenheter."]);
    assert_eq!(effort(Some(-2.0)), ["Frees 2 units of effort.", "Frigör 2 insatsenheter."]);
    effort(None).into_iter().for_each(|words| assert_sound(&words));
    for language in BOTH {
        [0.0, 0.5, 2.0].into_iter().for_each(|strain| assert_sound(&strength::strain(language, strain)));
    }
}
