//! Saved here, lost there: whom effort on the binding link lets past, and where they fall later.

use super::question::Sheet;
use crate::analysis::studies::Rescue;
use crate::app::{FACTS_OF, Panel};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::words::rescue::RescueFate;
use crate::words::{self, number};
use leptos::prelude::*;

#[component]
pub fn SavedHere() -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| store.answers.findings.with(|f| f.rescue.clone()));
    let finding = move || found.get().map(|r| words::rescue::finding(&store.teller(), &r));
    let sure = move || found.get().map_or_else(String::new, |r| words::rescue::sure(&store.teller(), &r));
    view! {
        <Sheet panel=Panel::Rescue class="sheet rescue" name=Signal::derive(move || say!(store, rescue.name).to_owned())
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
    let teller = store.teller();
    let bars = words::rescue::bars(&teller, rescue);
    let most = bars.iter().map(|bar| bar.people.abs()).max().unwrap_or(1).max(1) as f64;
    let rows = bars.into_iter().map(|bar| {
        let part = (bar.people.abs() as f64 / most).to_string();
        let class = match bar.fate {
            RescueFate::Saved => "fate saved",
            RescueFate::Lost => "fate lost",
            RescueFate::Net => "fate net",
        };
        let n = number::whole(teller.language, bar.people as f64);
        view! {
            <li class=class>
                <span class="whom">{bar.who}</span>
                <span class="length" style=("--part", part) aria-hidden="true"></span>
                <span class="people">{n}</span>
            </li>
        }
    });
    let rows = rows.collect_view();
    let (of, link) = (teller.count(FACTS_OF), teller.link_name(&rescue.link));
    view! {
        <p class="hint">{say!(store, rescue.under, of = of, link = link)}</p>
        <ul class="fates">{rows}</ul>
    }
}
