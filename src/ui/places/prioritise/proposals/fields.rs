//! The fields of one change: which link, what of it, and how much.

use super::draft::{Draft, DraftChange};
use crate::app::levers;
use crate::model::{Field, LinkId};
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::words::lever;
use crate::words::proposals::change_kind;
use leptos::prelude::*;

/// Where one more change is asked for.
pub const MORE_ID: &str = "proposal-more";

/// The fields of one change of a proposal.
#[component]
pub fn ChangeFields(n: usize, change: DraftChange, draft: Draft, alone: bool) -> impl IntoView {
    let store = use_store();
    let offered = Memo::new(move |_| {
        let link = change.link.get();
        let all = store.work.with(|w| levers(w, &link));
        std::iter::once(Field::Strength).chain(all).collect::<Vec<_>>()
    });
    // A link that lacks the lever is strengthened by effort instead.
    let choose_link = move |event: web_sys::Event| {
        change.link.set(LinkId(event_target_value(&event)));
        if change.lever.get_untracked().is_some_and(|its| !offered.get_untracked().contains(&its)) {
            change.lever.set(None);
        }
    };
    let choose_lever = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        let chosen = Field::lever_named(&name);
        change.lever.set(chosen);
        // It begins at what it is today, so that nobody has to know that.
        let today = chosen.and_then(|its| {
            store.journey.with_untracked(|j| j.lever(&change.link.get_untracked(), its).map(|v| (its, v)))
        });
        change.value.set(match today {
            Some((its, value)) => untrack(|| change_kind(&store.teller(), &change.link.get(), Some(its)).write(value)),
            None => 1.to_string(),
        });
    };
    let what = move |its: Field| {
        let is_chosen = move || change.lever.get() == Some(its);
        view! { <option value=its.name() selected=is_chosen>{move || lever::name(store.language.get(), its)} " " {move || say!(store, proposals.to)}</option> }
    };
    let after = move || match change.lever.get() {
        None => say!(store, proposals.unit_effort).to_owned(),
        Some(its) => lever::unit_after(&store.teller(), its),
    };
    let drop = move |_| {
        draft.changes.update(|all| all.retain(|c| c.key != change.key));
        device::focus(MORE_ID);
    };
    view! {
        <fieldset>
            <legend>{move || say!(store, proposals.change_no, n = n + 1)}</legend>
            <label>
                <span>{move || say!(store, proposals.link)}</span>
                <select on:change=choose_link>
                    {move || change.link.with(|l| l.as_str().is_empty()).then(|| view! { <option value="" selected=true>{say!(store, proposals.choose_link)}</option> })}
                    <optgroup label=move || say!(store, proposals.touchpoints)>{move || links(store, change, true)}</optgroup>
                    <optgroup label=move || say!(store, proposals.handovers)>{move || links(store, change, false)}</optgroup>
                </select>
            </label>
            <label>
                <span>{move || say!(store, proposals.what)}</span>
                <select on:change=choose_lever>
                    <option value="" selected=move || change.lever.get().is_none()>{move || say!(store, proposals.by_effort)}</option>
                    {move || offered.get().into_iter().map(what).collect_view()}
                </select>
            </label>
            <label>
                <span>{move || say!(store, proposals.value)}</span>
                <span class="amount">
                    <input type="text" class="text short" inputmode="decimal" autocomplete="off"
                        prop:value=change.value on:input=move |e| change.value.set(event_target_value(&e))/>
                    <span class="after">{after}</span>
                </span>
            </label>
            {(!alone).then(|| view! {
                <button type="button" class="plain" aria-label=move || say!(store, proposals.less_of, n = n + 1) on:click=drop>
                    {move || say!(store, proposals.less)}
                </button>
            })}
        </fieldset>
    }
}

/// The links of one kind, in journey order.
fn links(store: Store, change: DraftChange, touchpoints: bool) -> impl IntoView {
    let ids: Vec<LinkId> = store.journey.with(|j| {
        if touchpoints {
            j.touchpoints.iter().map(|t| t.id.clone()).collect()
        } else {
            j.handovers.iter().map(|h| h.id.clone()).collect()
        }
    });
    let one = |id: LinkId| {
        let (value, name) = (id.0.clone(), store.link_name(&id));
        let is_chosen = move || change.link.with(|chosen| *chosen == id);
        view! { <option value=value selected=is_chosen>{name}</option> }
    };
    ids.into_iter().map(one).collect_view()
}
