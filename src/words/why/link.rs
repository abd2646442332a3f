//! Why so many met, held, failed, left and complained at a link.

use super::{Reason, grounds};
use crate::app::{Basis, FACTS_OF, Language, Stand, WhyLink};
use crate::model::{Field, defaults};
use crate::say;
use crate::words::{Teller, lever, number, unit};

/// The counts at a link, explained.
pub fn of_link(teller: &Teller, why: &WhyLink) -> Vec<Reason> {
    let before = before(&why.place);
    let reason = |name: &str, words: Vec<String>| Reason { name: name.to_owned(), words };
    let mut all = vec![reason(say!(teller, facts.met), met(teller, why))];
    if why.facts.met > 0 {
        all.push(reason(say!(teller, facts.held), held(teller, why)));
        let (failed, of) = (teller.count(why.facts.failed), teller.count(why.facts.met));
        all.push(reason(say!(teller, facts.failed), vec![say!(teller, why.failed, failed = failed, met = of)]));
        let name = if before { say!(teller, facts.dropped) } else { say!(teller, facts.gone) };
        all.push(reason(name, gone(teller, why)));
    }
    if why.facts.failed > 0 && !before {
        let words = say!(
            teller,
            why.heard_text,
            share = share(teller.language, why.complaint_rate),
            failed = teller.count(why.facts.failed),
            heard = teller.count(why.facts.heard),
            silent = teller.count(why.facts.silent)
        );
        all.push(reason(say!(teller, why.heard), vec![words]));
    }
    all.push(reason(say!(teller, why.stands_on), grounds(teller, &why.grounds)));
    all
}

fn before(place: &Stand) -> bool {
    matches!(place, Stand::BeforePurchase | Stand::Handover { before: true, .. })
}

fn share(language: Language, part: f64) -> String {
    number::short_percent(language, part)
}

fn met(teller: &Teller, why: &WhyLink) -> Vec<String> {
    let (met, of) = (teller.count(why.facts.met), teller.count(FACTS_OF));
    match &why.place {
        Stand::BeforePurchase => {
            let patience = match why.patience {
                (low, high) if low < high => {
                    format!("{}–{}", number::points(teller.language, low, 0), share(teller.language, high))
                }
                (_, one) => share(teller.language, one),
            };
            vec![say!(teller, why.met_before, met = met, of = of, patience = patience)]
        }
        Stand::Handover { from, share: part, .. } => {
            let from = teller.link_name(from);
            vec![say!(teller, why.met_handover, share = share(teller.language, *part), from = from, met = met, of = of)]
        }
        Stand::Living { often, .. } if *often == 0.0 => vec![say!(teller, why.met_led, met = met, of = of)],
        Stand::Living { often, customers, periods, led_to } => {
            let words = say!(
                teller,
                why.met_living,
                of = of,
                customers = teller.count(*customers),
                time = unit::mean_periods(teller, *periods),
                often = unit::how_often(teller, *often, false),
                met = met
            );
            let too = led_to.then(|| say!(teller, why.led_too).to_owned());
            [Some(words), too].into_iter().flatten().collect()
        }
    }
}

fn held(teller: &Teller, why: &WhyLink) -> Vec<String> {
    let (met, held) = (teller.count(why.facts.met), teller.count(why.facts.held));
    let part = number::percent(teller.language, why.held_share, 1);
    let strength = share(teller.language, why.strength);
    let because = match why.basis {
        Basis::Strength => say!(teller, why.held_strength, strength = strength),
        Basis::Strain(strained) => {
            say!(teller, why.held_strain, strength = strength, strained = share(teller.language, strained))
        }
        Basis::TooEarly => say!(teller, why.held_early, strength = strength),
        Basis::Price => say!(teller, why.held_price, strength = strength),
    };
    vec![say!(teller, why.held, met = met, share = part, held = held), because]
}

fn gone(teller: &Teller, why: &WhyLink) -> Vec<String> {
    let n = teller.count(why.facts.gone);
    if before(&why.place) {
        return vec![match why.dead_ends {
            0 => say!(teller, why.dropped, n = n),
            lost => say!(teller, why.dropped_lost, n = n, lost = teller.count(lost)),
        }];
    }
    let pain = lever::value(teller, Field::Pain, why.pain);
    vec![
        say!(teller, why.gone, pain = pain, n = n),
        say!(teller, why.walks, share = number::percent(teller.language, why.walks_out, 1)),
        if why.is_service {
            say!(teller, why.walks_service, factor = number::free(teller.language, defaults::SERVICE_FACTOR))
        } else {
            say!(
                teller,
                why.walks_other,
                share = number::percent(teller.language, why.walks_out * defaults::SERVICE_FACTOR, 1)
            )
        },
    ]
}
