//! What is said: the sentences of the headline, the figures of the outcomes, progress, and what lies over the page.

use super::frame::{Part, Sample};
use crate::analysis::Estimate;
use crate::app::{Cause, Effect as Fate, OutcomeKind, OutcomeRow, People, Sentence, Share, Verdict};
use crate::ui::places::journey::headline::{shown, under};
use crate::ui::places::journey::outcomes::Outcome;
use crate::ui::state::use_store;
use leptos::prelude::*;

fn share(count: u64) -> Share {
    Share { count, noise: 31, of: 10_000 }
}

#[component]
pub fn Sentences() -> impl IntoView {
    let store = use_store();
    let sentences = move || {
        let link = store.selected.get();
        let with = |cause: &Cause, effect: Fate| Sentence::WhatIf { cause: cause.clone(), effect, besides: Vec::new() };
        let (stronger, weaker) = (Cause::Stronger(link.clone()), Cause::Weaker(link));
        let besides = vec![Fate::Leave(share(12))];
        let all = [
            Sentence::Today { buy: share(1_261), remain: 819, periods: 24 },
            Sentence::NobodyBuys,
            Sentence::WhatIf { cause: stronger.clone(), effect: Fate::Stay(share(1_240)), besides },
            with(&stronger, Fate::Stay(share(1))),
            with(&weaker, Fate::Leave(share(640))),
            with(&Cause::PriceDown, Fate::Buy(share(96))),
            with(&Cause::Strain, Fate::DropOut(share(412))),
            with(&Cause::Several(3), Fate::TooClose),
            with(&stronger, Fate::Same),
        ];
        let one = |sentence: Sentence| {
            view! {
                <div class="headline">
                    <p class="style-headline">{shown(store, &sentence)}</p>
                    <p class="under">{under(store, &sentence)}</p>
                </div>
            }
        };
        all.map(one)
    };
    view! { <Part name="Headline">{sentences}</Part> }
}

fn row(kind: OutcomeKind, verdict: Verdict, today: f64, now: f64) -> OutcomeRow {
    let about = |value: f64, half: f64| Some(Estimate { value, low: value - half, high: value + half });
    let half = today.abs() / 40.0;
    let moved = matches!(verdict, Verdict::Better | Verdict::Worse);
    OutcomeRow {
        kind,
        today: about(today, half),
        now: about(now, half),
        difference: about(now - today, half),
        verdict,
        people: moved.then(|| People { gained: share(1_240), lost: share(12) }),
    }
}

/// An outcome in each of its states.
#[component]
pub fn Figures() -> impl IntoView {
    let rows = [
        ("alone", row(OutcomeKind::Conversion, Verdict::Alone, 0.126, 0.126)),
        ("better", row(OutcomeKind::Churn, Verdict::Better, 0.031, 0.019)),
        ("worse", row(OutcomeKind::Revenue, Verdict::Worse, 1_006.0, 881.0)),
        ("too close to call", row(OutcomeKind::Recommendation, Verdict::TooClose, -31.0, -30.0)),
        ("unchanged", row(OutcomeKind::Conversion, Verdict::Same, 0.126, 0.126)),
        (
            "nothing to count",
            OutcomeRow { now: None, today: None, ..row(OutcomeKind::Churn, Verdict::Alone, 0.0, 0.0) },
        ),
    ];
    let all = rows.map(|(name, row)| {
        view! { <Sample name=name><Outcome row=Memo::new(move |_| Some(row))/></Sample> }
    });
    view! { <Part name="Outcomes">{all}</Part> }
}

/// Progress, a notice and a dialog.
#[component]
pub fn Boxes() -> impl IntoView {
    let progress = |class: &'static str, part: f64, words: &'static str| {
        view! {
            <div class=class>
                <p>{words}<button class="plain" class:gone={part >= 1.0}>"Stop"</button></p>
                <div class="progress-line"><span style:transform=format!("scaleX({part})")></span></div>
            </div>
        }
    };
    view! {
        <Part name="Progress">
            <Sample name="on its way">{progress("progress", 0.4, "40 000 of 100 000 customers")}</Sample>
            <Sample name="done">{progress("progress done", 1.0, "100 000 customers")}</Sample>
        </Part>
        <Part name="Notice">
            <p class="notice">"What was saved on this device could not be read. "<button class="plain">"All right"</button></p>
        </Part>
        <Part name="Dialog">
            <dialog class="problems style-dialog" open=true>
                <h2>"my-journey.json cannot be opened"</h2>
                <p>"Your own work stays as it is."</p>
                <ol>
                    <li><p class="place">"links.3"</p><p class="what">"The strength is 1.4."</p><p>"Write 0 to 1."</p></li>
                </ol>
                <p class="dialog-end"><button class="firm">"Close"</button></p>
            </dialog>
        </Part>
    }
}
