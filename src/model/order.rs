//! Sorting, and maps of pairs, for lists that are short. The standard library writes some five kilobytes of machine code
//! for each type that is sorted and for each order; in the page's module these share one sort of places.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts a list; what is alike stays in its order.
pub fn sort<T>(list: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let sorted = places(list.len(), &mut |a, b| compare(&list[a], &list[b]));
    let mut parts: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(sorted.into_iter().filter_map(|place| parts.get_mut(place).and_then(Option::take)));
}

/// Sorts a list by what the key says of each; what is alike stays in its order.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    sort(list, |a, b| key(a).cmp(&key(b)));
}

/// The places of a list of this length, sorted.
fn places(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    // No two places are alike, so that what is alike stays in its order; the sort that keeps it by itself is larger.
    places.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    places
}

/// The map of these pairs; of pairs with the same key the last.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// The set of these.
pub fn set<K: Ord>(keys: impl IntoIterator<Item = K>) -> BTreeSet<K> {
    let mut set = BTreeSet::new();
    set.extend(keys);
    set
}
