//! A page to sign, as it will be on paper, and the fields that no simulation can fill in.

use super::made::{Links, use_links};
use super::options::{Options, findings_told, use_options};
use crate::analysis::MODEL_VERSION;
use crate::app::{Command, Place, Route, Unsaid, brief_level, brief_verdict, fits, unsaid as still_unsaid};
use crate::charts::code::code;
use crate::charts::paper::{Sheet, type_size};
use crate::model::Signing;
use crate::say;
use crate::ui::places::prioritise::judged_today;
use crate::ui::platform::device;
use crate::ui::platform::events::input_of;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::CodePicture;
use crate::words::brief::{self, BriefSource};
use leptos::prelude::*;

const OWNER: &str = "brief-owner";
const CHECK_ON: &str = "brief-check";

#[component]
pub fn Brief() -> impl IntoView {
    let store = use_store();
    let signing = Memo::new(move |_| store.agenda.with(|agenda| agenda.signing.clone()));
    let asked = RwSignal::new(false);
    // Another journey has not been asked about yet.
    let of = Memo::new(move |_| store.work.with(|work| (work.journey.id.clone(), work.record.clone())));
    Effect::new(move |before: Option<(String, Option<String>)>| {
        let now = of.get();
        if before.is_some_and(|before| before != now) {
            asked.set(false);
        }
        now
    });
    let print = move |_| {
        let unsaid = signing.with_untracked(still_unsaid);
        asked.set(true);
        match unsaid.first() {
            None => device::print(),
            Some(Unsaid::Owner) => device::focus(OWNER),
            Some(Unsaid::CheckOn) => device::focus(CHECK_ON),
        }
    };
    let unsaid = move || {
        let all = signing.with(still_unsaid);
        asked
            .get()
            .then(|| all.into_iter().map(|one| view! { <li>{brief::unsaid(&store.teller(), one)}</li> }).collect_view())
    };
    view! {
        <section class="share-part brief-part" aria-labelledby="share-brief">
            <h2 id="share-brief">{move || say!(store, brief.title)}</h2>
            <p class="hint">{move || say!(store, brief.lead)}</p>
            <Fields signing=signing/>
            <p class="brief-print">
                <button class="firm" on:click=print>{move || say!(store, brief.print)}</button>
            </p>
            <div role="status"><ul class="unsaid">{unsaid}</ul></div>
            {move || (store.place.get() == Place::Share).then(|| view! { <Paper signing=signing/> })}
        </section>
    }
}

#[component]
fn Fields(signing: Memo<Signing>) -> impl IntoView {
    let store = use_store();
    let goal = move || store.agenda.with(|agenda| agenda.goal);
    let typed = move |set: fn(&mut Signing, String)| {
        move |event: web_sys::Event| {
            if let Some(input) = input_of(&event) {
                let mut said = signing.get_untracked();
                set(&mut said, input.value());
                store.run(Command::Sign(said));
            }
        }
    };
    let owners = move || {
        store
            .journey
            .get()
            .owners
            .iter()
            .map(|owner| {
                let name = owner.name.get(store.code()).to_owned();
                view! { <option value=name></option> }
            })
            .collect_view()
    };
    view! {
        <div class="brief-fields">
            <label class="field wide">
                <span class="field-name">{move || say!(store, brief.question)}</span>
                <input type="text" maxlength="160" placeholder=move || brief::question(&store.teller(), goal())
                    prop:value=move || signing.with(|signing| signing.question.clone())
                    on:input=typed(|signing, text| signing.question = text)
                />
            </label>
            <label class="field">
                <span class="field-name">{move || say!(store, brief.owner)}</span>
                <input id=OWNER type="text" maxlength="80" list="brief-owners"
                    prop:value=move || signing.with(|signing| signing.owner.clone())
                    on:input=typed(|signing, text| signing.owner = text)
                />
                <datalist id="brief-owners">{owners}</datalist>
            </label>
            <label class="field">
                <span class="field-name">{move || say!(store, brief.check_on)}</span>
                <input id=CHECK_ON type="date" prop:value=move || signing.with(|signing| signing.check_on.clone())
                    on:input=typed(|signing, text| signing.check_on = text)/>
            </label>
        </div>
    }
}

/// The page as it will be on paper.
#[component]
fn Paper(signing: Memo<Signing>) -> impl IntoView {
    let store = use_store();
    let links = use_links();
    let goal = move || store.agenda.with(|agenda| agenda.goal);
    let Options { all: options, tried } = use_options();
    // What is decided is decided about today, whatever lies on the desk.
    let today = move || store.work.with(|work| brief::of_today(&store.teller(), work));
    let question = Memo::new(move |_| {
        let own = signing.with(|signing| signing.question.trim().to_owned());
        if own.is_empty() { brief::question(&today(), goal()) } else { own }
    });
    // The heads are a row like the others.
    let rows = Memo::new(move |_| {
        let (teller, goal) = (today(), goal());
        options.with(|options| {
            let row = |option| store.work.with(|work| brief::option(&teller, work, goal, option, options));
            let heads = brief::heads(&teller, goal, options);
            [heads].into_iter().chain(options.iter().map(row)).collect::<Vec<_>>()
        })
    });
    let matches = judged_today(store);
    let parts = Memo::new(move |_| {
        let teller = store.teller();
        let (unit_cost, bets) = store.agenda.with(|agenda| (agenda.unit_cost, agenda.bets.clone()));
        let findings = findings_told(store);
        let matches = matches.get();
        store.work.with(|work| {
            options.with(|options| {
                let verdict = brief_verdict(options);
                let (goal, bets, findings, matches) = (goal(), bets.as_slice(), &findings, matches.as_slice());
                let source = BriefSource { work, goal, findings, unit_cost, bets, options, verdict, matches };
                brief::parts(&teller, &source)
            })
        })
    });
    let notes = Memo::new(move |_| {
        let of_others = store.work.with(|work| {
            options.with(|options| tried.with(|tried| brief::notes(&store.teller(), work, options, tried)))
        });
        [say!(store, brief.noise).to_owned()].into_iter().chain(of_others).collect::<Vec<_>>()
    });
    let is_counting = move || !store.answers.far.with(|far| far.done);
    let size = move || {
        let parts = parts.with(|parts| parts.iter().map(|part| part.lines.clone()).collect::<Vec<_>>());
        let (title, table, notes) = (question.get(), rows.get(), notes.get());
        let size = type_size(&Sheet { title: &title, table: &table, notes: &notes, parts: &parts });
        format!("{size}pt")
    };
    let table = move || {
        let mut rows = rows.get().into_iter();
        let heads = rows.next().unwrap_or_default();
        let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
        let row = |row: brief::OptionRow| {
            let mut cells = row.into_iter();
            let name = cells.next();
            view! { <tr><th scope="row">{name}</th>{cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> }
        };
        view! { <table><thead><tr>{heads}</tr></thead><tbody>{rows.map(row).collect_view()}</tbody></table> }
    };
    let told = move || {
        let part = |part: brief::BriefPart| {
            let lines = part.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
            view! { <section><h4>{part.title}</h4>{lines}</section> }
        };
        parts.get().into_iter().map(part).collect_view()
    };
    let noted = move || notes.get().into_iter().map(|note| view! { <p class="hint">{note}</p> }).collect_view();
    let is_whole = move || signing.with(|signing| still_unsaid(signing).is_empty());
    let owner = move || signing.with(|signing| signing.owner.clone());
    let check = move || {
        let day = signing.with(|signing| signing.check_on.clone());
        let level = options.with(|options| brief_level(options, brief_verdict(options)));
        brief::next_check(&today(), goal(), level, &day)
    };
    view! {
        <article class="brief" class:incomplete=move || !is_whole() style:--type=size>
            <p class="brief-kind">
                {move || say!(store, brief.title)}" · "{move || today().named(&today().journey.name)}
            </p>
            <h3>{question}</h3>
            {table}
            {noted}
            <p class="brief-counting" role="status">{move || is_counting().then(|| say!(store, brief.counting))}</p>
            <div class="brief-parts">{told}</div>
            <div class="brief-end">
                <div class="brief-says">
                    <h4>{move || say!(store, brief.owner)}</h4>
                    <p>{owner}</p>
                    <h4>{move || say!(store, brief.next)}</h4>
                    <p>{move || is_whole().then(check)}</p>
                    <p class="brief-whole">{move || say!(store, brief.check_whole)}</p>
                    <p class="brief-lines">
                        <span>{move || say!(store, brief.signature)}</span>
                        <span>{move || say!(store, brief.signed_on)}</span>
                    </p>
                </div>
                {move || linked(store, links)}
                <p class="brief-made hint">
                    {move || brief::made_of(&store.teller(), store.work.with(|work| work.seed), MODEL_VERSION)}
                </p>
            </div>
        </article>
        <p class="brief-missing">{move || say!(store, brief.cannot)}</p>
    }
}

/// The link and its code, where it is short enough for paper.
fn linked(store: Store, links: Links) -> Option<impl IntoView> {
    let link = links.address(&Route::Prioritise(None), true)?;
    let code = fits(link.len()).paper.then(|| code(&link)).flatten();
    let label = Signal::derive(move || say!(store, share.code));
    let shown = code.map(|code| view! { <CodePicture code label/> });
    let too_long = shown.is_none();
    let words = if too_long { say!(store, brief.too_long).to_owned() } else { link };
    Some(view! { <figure class="brief-code">{shown}<figcaption>{words}</figcaption></figure> })
}
