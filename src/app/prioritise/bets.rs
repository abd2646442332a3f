//! Bets: where the room laid its chips before it looked, and where they lie in the ranking.

use crate::analysis::studies::Ranking;
use crate::model::LinkId;
use crate::model::order;

/// The chips on one link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChipsOnLink {
    pub link: LinkId,
    /// [chips]
    pub chips: usize,
    /// From 1, the best; none before there is a ranking.
    pub place: Option<usize>,
}

/// All chips against the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bets {
    /// Links with chips, the best placed first; before there is a ranking those with most chips.
    pub laid: Vec<ChipsOnLink>,
    /// [chips]
    pub all: usize,
    /// Chips on the link that binds; where two are too close to call, on either. None before that is known.
    pub on_binding: Option<usize>,
    /// Whether two are too close to call.
    pub too_close: bool,
}

/// How many chips lie on a link [chips].
pub fn chips_on(bets: &[LinkId], link: &LinkId) -> usize {
    bets.iter().filter(|bet| *bet == link).count()
}

/// Holds the bets against the ranking.
pub fn bets(laid: &[LinkId], ranking: Option<&Ranking>) -> Bets {
    let mut links: Vec<&LinkId> = laid.iter().collect();
    order::sort(&mut links, Ord::cmp);
    links.dedup();
    let place = |link: &LinkId| Some(ranking?.links.iter().position(|ranked| ranked.id == *link)? + 1);
    let of_link = |link: &LinkId| ChipsOnLink { link: link.clone(), chips: chips_on(laid, link), place: place(link) };
    let mut each: Vec<ChipsOnLink> = links.into_iter().map(of_link).collect();
    order::sort_by_key(&mut each, |laid| (laid.place.unwrap_or(usize::MAX), usize::MAX - laid.chips));
    let binding = ranking.and_then(|ranking| ranking.binding.as_ref());
    let too_close = binding.is_some_and(|binding| binding.too_close);
    let on_binding = binding.map(|binding| {
        let second = binding.second.as_ref().filter(|_| too_close);
        chips_on(laid, &binding.link) + second.map_or(0, |second| chips_on(laid, second))
    });
    Bets { laid: each, all: laid.len(), on_binding, too_close }
}
