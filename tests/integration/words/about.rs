use super::{BOTH, assert_sound, both, teller};
use kedja::exchange::READY;
use kedja::words::about::{Body, sections, version};

/// Every sentence of a part.
fn sentences(body: &Body) -> Vec<String> {
    match body {
        Body::Text(text) => vec![text.clone()],
        Body::Steps(lines) | Body::Points(lines) => lines.iter().map(|line| (*line).to_owned()).collect(),
        Body::Formulas(lines, note) => lines.iter().map(|line| (*line).to_owned()).chain([note.clone()]).collect(),
    }
}

#[test]
fn what_kedja_is_told_with_the_figures_of_the_journey_at_hand() {
    let text = |at: usize| {
        both(|language| sentences(&sections(&teller("telecom", language))[at].body).join(" ").replace('\u{a0}', " "))
    };
    let [en, sv] = text(1);
    assert!(en.contains("*Advert* has 35%, so it holds for 35 visitors of 100."), "{en}");
    assert!(sv.contains("*Annons* har 35 % och håller alltså för 35 besökare av 100."), "{sv}");
    let [en, _] = text(2);
    assert!(en.contains("At each value check (*Invoice*)"), "{en}");
    // Strain acts on it by half: 0.35 to the power of 1.5.
    let [en, sv] = text(3);
    assert!(en.ends_with("*Advert* falls from 35% to 21%."), "{en}");
    assert!(sv.ends_with("faller *Annons* från 35 % till 21 %."), "{sv}");
    let [en, _] = text(6);
    assert!(en.starts_with("This journey has 35 strengths."), "{en}");
}

#[test]
fn what_kedja_is_told_soundly_of_every_ready_journey() {
    for language in BOTH {
        for ready in READY {
            for section in sections(&teller(ready.id, language)) {
                assert_sound(section.title);
                sentences(&section.body).iter().for_each(|words| assert_sound(words));
            }
        }
        assert_sound(&version(language, 1));
    }
}
