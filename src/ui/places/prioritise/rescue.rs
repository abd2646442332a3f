//! Saved here, lost there: whom effort on the binding link lets past, and where they fall later.

use crate::analysis::PRICE;
use crate::analysis::studies::Rescue;
use crate::app::{FACTS_OF, saved_and_lost};
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::Sheet;
use crate::ui::{format, say};
use leptos::prelude::*;

#[component]
pub fn SavedHere() -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| store.findings.with(|f| f.rescue.clone()));
    let finding = move || found.get().map(|r| finding(store, &r));
    let sure = move || found.get().map_or_else(String::new, |r| sure(store, &r));
    view! {
        <Sheet class="rescue" name=Signal::derive(move || say!(store, rescue.name).to_owned())
            finding=Signal::derive(finding) sure=Signal::derive(sure)
            why=Signal::derive(move || vec![say!(store, rescue.why).to_owned()])
        >
            {move || found.get().map(|r| picture(store, &r))}
            {move || found.get().and_then(|r| lowers(store, &r)).map(|words| view! { <p class="lowers">{words}</p> })}
        </Sheet>
    }
}

fn whole(store: Store, people: i64) -> String {
    format::count(store.language.get(), people.unsigned_abs())
}

fn finding(store: Store, rescue: &Rescue) -> String {
    let saved = saved_and_lost(rescue);
    let link = store.link_name(&rescue.link);
    let (here, net) = (whole(store, saved.here), whole(store, saved.net));
    match rescue.net_share {
        _ if rescue.rescued_here <= 0 => say!(store, rescue.none, link = link),
        Some(e) if e.low > 0.0 => say!(store, rescue.title, here = here, link = link, net = net),
        Some(e) if e.high < 0.0 => say!(store, rescue.title_fewer, here = here, link = link, net = net),
        _ => say!(store, rescue.title_unsure, here = here, link = link),
    }
}

fn sure(store: Store, rescue: &Rescue) -> String {
    let Some(net) = rescue.net_share else { return String::new() };
    let people = |share: f64| format::signed(store.language.get(), (share * FACTS_OF as f64).round(), 0);
    say!(
        store,
        rescue.sure,
        net = people(net.value),
        of = format::count(store.language.get(), FACTS_OF),
        low = people(net.low),
        high = people(net.high),
        customers = format::count(store.language.get(), rescue.customers)
    )
}

fn lowers(store: Store, rescue: &Rescue) -> Option<String> {
    let share = |s: f64| format::percent(store.language.get(), s, 0);
    let let_in = &rescue.let_in;
    let_in.lowers_retention.then(|| match (let_in.newcomers_stay, let_in.others_stay) {
        (Some(newcomers), Some(others)) => {
            say!(store, rescue.lowers, newcomers = share(newcomers), others = share(others))
        }
        _ => say!(store, rescue.lowers_bare).to_owned(),
    })
}

/// One bar: whom, how many, and its look.
fn picture(store: Store, rescue: &Rescue) -> impl IntoView + use<> {
    let saved = saved_and_lost(rescue);
    let link = store.link_name(&rescue.link);
    let mut bars = vec![(say!(store, rescue.here, link = link.clone()), saved.here, "fate saved")];
    bars.extend(saved.falls.iter().map(|(id, people)| {
        let words = if id.as_str() == PRICE {
            say!(store, rescue.price).to_owned()
        } else {
            say!(store, rescue.falls, link = store.link_name(id))
        };
        (words, *people, "fate lost")
    }));
    match saved.others {
        0 => {}
        n if n > 0 => bars.push((say!(store, rescue.others).to_owned(), n, "fate lost")),
        n => bars.push((say!(store, rescue.others_fewer).to_owned(), -n, "fate saved")),
    }
    bars.push((say!(store, rescue.net).to_owned(), saved.net, "fate net"));
    let most = bars.iter().map(|(_, people, _)| people.abs()).max().unwrap_or(1).max(1) as f64;
    let rows = bars.into_iter().map(|(words, people, class)| {
        let part = (people.abs() as f64 / most).to_string();
        let n = format::signed(store.language.get(), people as f64, 0).replace('+', "");
        view! {
            <li class=class>
                <span class="whom">{words}</span>
                <span class="length" style=("--part", part) aria-hidden="true"></span>
                <span class="people">{n}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let of = format::count(store.language.get(), FACTS_OF);
    view! {
        <p class="hint">{say!(store, rescue.under, of = of, link = link)}</p>
        <ul class="fates">{rows}</ul>
    }
}
