//! What a hand meets: buttons, fields, sliders, switches.

use super::frame::{Part, Sample};
use crate::app::{Command, Language};
use crate::ui::widgets::{Slider, TypedField};
use crate::words::typed::{Misread, NumberKind};
use leptos::prelude::*;

#[component]
pub fn Controls() -> impl IntoView {
    view! {
        <Part name="Buttons">
            <Sample name="firm"><button class="firm">"Close"</button></Sample>
            <Sample name="plain"><button class="plain">"Back to today"</button></Sample>
            <Sample name="plain, disabled"><button class="plain" aria-disabled="true">"Back to today"</button></Sample>
            <Sample name="quiet"><button class="quiet">"Undo"</button></Sample>
            <Sample name="quiet, disabled"><button class="quiet" aria-disabled="true">"Undo"</button></Sample>
            <Sample name="tag, pressed and not">
                <button class="quiet tag" aria-pressed="true">"SV"</button>
                <button class="quiet tag" aria-pressed="false">"EN"</button>
            </Sample>
            <Sample name="with the focus"><button class="plain style-focus">"Back to today"</button></Sample>
            <Sample name="play">
                <button class="play" aria-label="Play">
                    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M4 2v12l9-6z"/></svg>
                </button>
            </Sample>
            <Sample name="named ranges">
                <div class="ranges">
                    <button class="range" aria-pressed="false">"worn"</button>
                    <button class="range" aria-pressed="true">"holds"</button>
                    <button class="range" aria-pressed="false">"strong"</button>
                </div>
            </Sample>
        </Part>
        <Part name="Fields">
            <Sample name="right"><Typed value="349" hint="today 299"/></Sample>
            <Sample name="wrong: type a word"><Typed value="a lot" hint=""/></Sample>
            <Sample name="wrong">
                <input class="typed" aria-label="Wrong" aria-invalid="true" value="a lot"/>
                <span class="wrong">"Write an amount."</span>
            </Sample>
            <Sample name="choice">
                <label class="choice"><span>"Speed"</span><select><option>"1×"</option><option>"2×"</option></select></label>
            </Sample>
        </Part>
        <Part name="Sliders">
            <Sample name="at today"><Held today=0.42 now=0.42/></Sample>
            <Sample name="up"><Held today=0.42 now=0.71/></Sample>
            <Sample name="down"><Held today=0.42 now=0.2/></Sample>
            <Sample name="disabled">
                <span class="slider" style=("--low", "0.42") style=("--high", "0.42") style=("--was", "0.42")>
                    <input type="range" min="0" max="1" step="any" value="0.42" disabled=true aria-label="Disabled"/>
                </span>
            </Sample>
        </Part>
        <Part name="Switches">
            <Sample name="on"><Switched on=true/></Sample>
            <Sample name="off"><Switched on=false/></Sample>
        </Part>
    }
}

/// A slider that keeps what it is set to by itself.
#[component]
fn Held(today: f64, now: f64) -> impl IntoView {
    let value = RwSignal::new(now);
    let words = Signal::derive(move || format!("{:.0} %", 100.0 * value.get()));
    let label = Signal::derive(|| "Strength".to_owned());
    view! { <Slider label=label value=value today=RwSignal::new(today) words=words set=Callback::new(move |v| value.set(v))/> }
}

/// A field that takes whole numbers.
#[component]
fn Typed(value: &'static str, hint: &'static str) -> impl IntoView {
    let fixed = |words: &'static str| Signal::derive(move || words.to_owned());
    let kind = NumberKind::whole(Language::En, (0.0, 999.0));
    let reads = kind.clone();
    let read = Callback::new(move |typed: String| reads.read(&typed).map(|_| Command::LetGo));
    let told = Callback::new(move |why: Misread| kind.told(&why));
    view! {
        <TypedField label=fixed("Price") after=fixed("kr") hint=fixed(hint) told=told
            value=fixed(value) read=read/>
    }
}

#[component]
fn Switched(on: bool) -> impl IntoView {
    let on = RwSignal::new(on);
    view! {
        <button class="switch" role="switch" aria-label="Switch" aria-checked=move || on.get().to_string()
            on:click=move |_| on.update(|on| *on = !*on)
        >
            <span></span>
        </button>
    }
}
