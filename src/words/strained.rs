//! What holds under the strain that is set, in words.

use super::{Teller, number};
use crate::app::{Held, Language};
use crate::model::LinkId;
use crate::say;

/// Links that are named as those that give way.
const NAMED: usize = 3;

/// How many links give way, and which first.
pub fn finding(teller: &Teller, all: &[(LinkId, Held)]) -> String {
    let weak: Vec<&LinkId> = all.iter().filter(|(_, held)| held.gives_way()).map(|(link, _)| link).collect();
    let of = teller.count(all.len());
    let names: Vec<String> = weak.iter().take(NAMED).map(|link| teller.link_name(link)).collect();
    match weak.len() {
        0 => say!(teller, strained.none).to_owned(),
        1 => say!(teller, strained.one, of = of, links = names.concat()),
        n if n > NAMED => say!(teller, strained.many, n = teller.count(n), of = of, links = names.join(", ")),
        n => {
            let links = number::list(names, say!(teller, personas.and));
            say!(teller, strained.some, n = teller.count(n), of = of, links = links)
        }
    }
}

/// The link that loses least of those that strain weakens. `None` where it weakens none.
pub fn holds_best(teller: &Teller, all: &[(LinkId, Held)]) -> Option<String> {
    let (link, held) = all.iter().rev().find(|(_, held)| held.strained < held.calm && !held.gives_way())?;
    let share = |share| number::percent(teller.language, share, 0);
    Some(say!(
        teller,
        strained.best,
        link = teller.link_name(link),
        calm = share(held.calm),
        now = share(held.strained)
    ))
}

/// The cells of one link: on a calm day, under this strain, and what that means.
pub fn cells(language: Language, held: Held) -> [String; 3] {
    let share = |share| number::percent(language, share, 0);
    let means = if held.gives_way() { say!(language, strained.gives_way) } else { "" };
    [share(held.calm), share(held.strained), means.to_owned()]
}

/// How often a single link holds under this strain.
pub fn here(language: Language, held: Held) -> Option<String> {
    let share = |share| number::percent(language, share, 0);
    (held.strained < held.calm).then(|| say!(language, strained.here, now = share(held.strained)))
}
