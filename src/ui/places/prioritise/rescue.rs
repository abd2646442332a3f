//! Saved here, lost there: whom effort on the binding link lets past, and where they fall later.

use crate::analysis::studies::Rescue;
use crate::app::{FACTS_OF, saved_and_lost};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::Sheet;
use crate::words::{self, number};
use leptos::prelude::*;

#[component]
pub fn SavedHere() -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| store.answers.findings.with(|f| f.rescue.clone()));
    let finding = move || found.get().map(|r| words::rescue::finding(&store.teller(), &r));
    let sure = move || found.get().map_or_else(String::new, |r| words::rescue::sure(&store.teller(), &r));
    view! {
        <Sheet class="rescue" name=Signal::derive(move || say!(store, rescue.name).to_owned())
            finding=Signal::derive(finding) sure=Signal::derive(sure)
            why=Signal::derive(move || vec![say!(store, rescue.why).to_owned()])
        >
            {move || found.get().map(|r| picture(store, &r))}
            {move || found.get().and_then(|r| words::rescue::lowers(&store.teller(), &r)).map(|words| view! { <p class="lowers">{words}</p> })}
        </Sheet>
    }
}

/// One bar: whom, how many, and its look.
fn picture(store: Store, rescue: &Rescue) -> impl IntoView + use<> {
    let saved = saved_and_lost(rescue);
    let link = store.link_name(&rescue.link);
    let mut bars = vec![(say!(store, rescue.here, link = link.clone()), saved.here, "fate saved")];
    bars.extend(
        saved.falls.iter().map(|(id, people)| (words::rescue::falls(&store.teller(), id), *people, "fate lost")),
    );
    match saved.others {
        0 => {}
        n if n > 0 => bars.push((say!(store, rescue.others).to_owned(), n, "fate lost")),
        n => bars.push((say!(store, rescue.others_fewer).to_owned(), -n, "fate saved")),
    }
    bars.push((say!(store, rescue.net).to_owned(), saved.net, "fate net"));
    let most = bars.iter().map(|(_, people, _)| people.abs()).max().unwrap_or(1).max(1) as f64;
    let rows = bars.into_iter().map(|(words, people, class)| {
        let part = (people.abs() as f64 / most).to_string();
        let n = number::signed(store.language.get(), people as f64, 0).replace('+', "");
        view! {
            <li class=class>
                <span class="whom">{words}</span>
                <span class="length" style=("--part", part) aria-hidden="true"></span>
                <span class="people">{n}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let of = number::count(store.language.get(), FACTS_OF);
    view! {
        <p class="hint">{say!(store, rescue.under, of = of, link = link)}</p>
        <ul class="fates">{rows}</ul>
    }
}
