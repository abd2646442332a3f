use super::{BOTH, Studied, telecom};
use kedja::analysis::studies::{Way, WayOfSpending};
use kedja::app::{Cause, Effect, Sentence, Share};
use kedja::model::{Field, Text};
use kedja::words::headline::{headline, spoken};
use kedja::words::isolate::isolated;
use kedja::words::{Teller, inspector, lane, race};
use std::sync::Arc;

/// "Invoice 24" in Hebrew.
const NAME: &str = "חשבונית 24";

/// Tellers of the telecom journey, in which everything has that name.
fn tellers(studied: &Studied) -> [Teller; 2] {
    let mut journey = (*studied.journey).clone();
    for touchpoint in &mut journey.touchpoints {
        (touchpoint.name, touchpoint.words) = (Text::same(NAME), Text::same(NAME));
    }
    journey.channels.iter_mut().for_each(|c| c.name = Text::same(NAME));
    journey.personas.iter_mut().for_each(|p| p.name = Text::same(NAME));
    journey.owners.iter_mut().for_each(|o| o.name = Text::same(NAME));
    let journey = Arc::new(journey);
    BOTH.map(|language| Teller { language, journey: journey.clone() })
}

/// Each name stands whole in a part of its own, so that it turns nothing beside it.
#[track_caller]
fn assert_isolated(words: &str) {
    let rest = words.replace(&isolated(NAME), "");
    assert_ne!(rest, words, "{words:?} has no name");
    assert!(!rest.chars().any(|c| "חשבונית\u{2068}\u{2069}".contains(c)), "{words:?}");
}

#[test]
fn a_name_in_hebrew_does_not_turn_the_figure_after_it() {
    let effect = Effect::Stay(Share { count: 837, noise: 31, of: 10_000 });
    let invoice = || "invoice".into();
    for teller in tellers(telecom()) {
        let causes = [
            Cause::Stronger(invoice()),
            Cause::Weaker(invoice()),
            Cause::Lever { link: invoice(), lever: Field::Pain, more: false },
            Cause::Proposal(Text::same(NAME)),
        ];
        for cause in causes {
            let sentence = Sentence::WhatIf { cause, effect, besides: Vec::new() };
            assert_isolated(&headline(&teller, &sentence));
            assert_isolated(&spoken(&teller, &sentence, None));
        }
        let handover = teller.journey.handovers.iter().find(|h| h.name.is_empty()).unwrap();
        assert_isolated(&teller.link_name(&handover.id));
        assert_isolated(&teller.first_names(teller.journey.personas.iter().map(|p| &p.id)));
        assert_isolated(&teller.owner_name(&teller.journey.owners[0].id));
        let invoice = invoice();
        assert_isolated(&lane::channel(&teller, &invoice));
        assert_isolated(&lane::owner(&teller, &invoice));
        assert_isolated(&lane::quote(&teller, &invoice));
        assert_isolated(&inspector::quote(&teller, &invoice).unwrap_or_default());
        let names_links = |way: &&Way| way.way != WayOfSpending::Evenly;
        telecom().budget.ways.iter().filter(names_links).for_each(|way| assert_isolated(&race::gets(&teller, way)));
    }
}

#[test]
fn other_names_are_as_they_are_written_and_no_name_turns_what_follows() {
    assert_eq!(isolated("Räksmörgås & <b>{{ n }}</b> → 24"), "Räksmörgås & <b>{{ n }}</b> → 24");
    assert_eq!(isolated("Offer\u{202e}24"), "Offer24");
    assert_eq!(isolated("חש\u{2069}ב"), "\u{2068}חשב\u{2069}");
    assert_eq!(isolated(""), "");
}
