//! What the reader should know beside the figures, above the place that is looked at, with what can be done about it.

use super::files::{download_unread, download_work};
use super::offline::take_new_version;
use crate::app::{Command, Kept, Notice, Place, PutAside, Stop};
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::prelude::*;

/// Where whoever has closed a notice goes on reading.
const HEADING: &str = "main:not([hidden]) h1";

#[component]
pub fn Notices() -> impl IntoView {
    let store = use_store();
    let all = move || store.notices.get().into_iter().map(|notice| one(store, notice)).collect_view();
    view! { <div class="notices">{all}<SeenScenario/></div> }
}

/// While a scenario with another structure lies on the desk: that it is one, since *today* then means it. Where it is built and
/// where it stands beside today it is told anyway.
#[component]
fn SeenScenario() -> impl IntoView {
    let store = use_store();
    let shows_it = move || matches!(store.place.get(), Place::Journey | Place::Prioritise | Place::Share);
    let name = Memo::new(move |_| {
        store.session.with(|session| {
            let work = &session.work;
            work.as_is.as_ref()?;
            let its = work.named.iter().find(|named| Some(&named.id) == work.taken.as_ref());
            Some(its.map_or_else(String::new, |named| named.name.clone()))
        })
    });
    move || {
        name.get().filter(|_| shows_it()).map(|name| {
            let go = move |_| store.run(Command::GoTo(Place::Library));
            view! {
                <p class="notice">
                    {say!(store, build.whose.seen, name = name)}" "
                    <button class="plain" on:click=go>{say!(store, build.whose.beside)}</button>
                </p>
            }
        })
    }
}

fn one(store: Store, notice: Notice) -> impl IntoView {
    let close = move || {
        store.notices.update(|all| all.retain(|told| *told != notice));
        device::focus_first(HEADING);
    };
    let remedies = move || {
        let remedy = |words: &'static str, act: fn(Store)| {
            view! { <button class="plain" on:click=move |_| act(store)>{words}</button>" " }
        };
        let gives_way = move |words: &'static str| {
            let act = move |_| {
                close();
                store.keep_instead();
            };
            view! { <button class="plain" on:click=act>{words}</button>" " }
        };
        match notice {
            Notice::Stopped { why: Stop::Unknown, .. } => {
                remedy(say!(store, notice.again), |store| store.again()).into_any()
            }
            Notice::Stopped { why: Stop::Replaced, .. } => {
                remedy(say!(store, notice.reload), |_| device::reload()).into_any()
            }
            Notice::Kept(Kept::FewerSteps | Kept::Full | Kept::Nowhere) => {
                remedy(say!(store, notice.download_work), download_work).into_any()
            }
            Notice::Newer => {
                let reload = remedy(say!(store, notice.reload), |_| device::reload());
                view! { {reload} {gives_way(say!(store, notice.instead))} }.into_any()
            }
            Notice::NewVersion => remedy(say!(store, notice.take_version), take_new_version).into_any(),
            Notice::Unread { put_aside: PutAside::Nothing, .. } => ().into_any(),
            Notice::NotAsWritten => remedy(say!(store, notice.download_work), download_work).into_any(),
            Notice::Unread { put_aside, .. } | Notice::BrokeDown(put_aside) => {
                let throw = (put_aside == PutAside::InTheWay).then(|| gives_way(say!(store, notice.throw)));
                let download = remedy(say!(store, notice.download_unread), download_unread);
                view! { {download} {throw} }.into_any()
            }
            _ => ().into_any(),
        }
    };
    // What stands in the way of keeping anything is told for as long as it does.
    let stands = matches!(
        notice,
        Notice::Newer | Notice::Unread { put_aside: PutAside::InTheWay, .. } | Notice::BrokeDown(PutAside::InTheWay)
    );
    let all_right = move || {
        (!stands)
            .then(|| view! { <button class="plain" on:click=move |_| close()>{say!(store, notice.close)}</button> })
    };
    view! {
        <p class="notice" role="alert">
            {move || words::notice::said(store.language.get(), notice)}" " {remedies} {all_right}
        </p>
    }
}
