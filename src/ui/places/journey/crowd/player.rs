//! The player under the chain: play and pause, speed, and time to be scrubbed; and the crowd as counts.

use crate::app::{Place, Wanted, next};
use crate::charts::crowd::{Arrivals, CrowdCounts};
use crate::model::number_of;
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::events::choice_of;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{Hold, RangeInput};
use crate::words::{self, number, unit};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// How fast time runs at the usual speed [periods a second].
const PACE: f64 = 0.8;
/// The speeds to choose from [times the usual one].
const SPEEDS: [f64; 4] = [0.25, 0.5, 1.0, 2.0];
/// Longer pauses between two frames (a hidden page) are not made up for [ms].
const LONGEST_FRAME: f64 = 100.0;
/// From one picture to the next where the processor paints [ms]: 16 a second. Dots drift slowly, and more of them cost a
/// laptop over two fifths of a core (docs/speed.md).
const PICTURE: f64 = 1_000.0 / 16.0;
/// How long before a picture is due its frame is asked for [ms]: half of a screen's, so that on average none is late.
const AHEAD: f64 = 8.0;
/// In how many steps the scrub moves along its line while it plays: about a pixel each.
const STEPS: f64 = 500.0;
/// Where it begins, so that there is something to be seen at once [parts of the whole].
const FIRST: f64 = 0.25;

/// What the player is set to.
#[derive(Clone, Copy)]
pub struct Player {
    /// The moment that is shown [periods].
    pub time: RwSignal<f64>,
    pub plays: RwSignal<bool>,
    speed: RwSignal<f64>,
    pub arrivals: RwSignal<Arrivals>,
    /// What is painted is out of date, though nothing else here changed.
    pub redraw: Trigger,
    /// True if a graphics card paints, so that every frame of the screen can be used.
    pub has_card: StoredValue<bool>,
    next: StoredValue<Option<Next>, LocalStorage>,
    last: StoredValue<Option<f64>>,
    /// When the next picture is due, where the processor paints [ms].
    due: StoredValue<f64>,
}

/// What the player waits for; it is called off when dropped.
enum Next {
    Frame { _frame: AnimationFrame },
    Rest { _rest: Timeout },
}

impl Player {
    /// For a journey whose customers are followed so long [periods]. Where the reader asks for less motion it stands
    /// still, and time goes from period to period.
    pub fn new(horizon: f64) -> Self {
        Self {
            time: RwSignal::new((horizon * FIRST).floor()),
            plays: RwSignal::new(!device::wants_less_motion()),
            speed: RwSignal::new(1.0),
            arrivals: RwSignal::new(Arrivals::default()),
            redraw: Trigger::new(),
            has_card: StoredValue::new(false),
            next: StoredValue::new_local(None),
            last: StoredValue::new(None),
            due: StoredValue::new(0.0),
        }
    }

    /// Lets time pass, frame by frame, until it is stopped.
    fn run(self, length: Memo<f64>) {
        let frame = request_animation_frame(move |now| {
            let passed = self.last.get_value().map_or(0.0, |last| (now - last).clamp(0.0, LONGEST_FRAME));
            self.last.set_value(Some(now));
            let end = length.get_untracked();
            if end > 0.0 {
                let time = self.time.get_untracked() + passed / 1_000.0 * PACE * self.speed.get_untracked();
                self.time.set(if time >= end { 0.0 } else { time });
            }
            if self.has_card.get_value() {
                self.run(length);
            } else {
                // A picture that came late does not hurry those after it.
                let due = (self.due.get_value() + PICTURE).max(now + PICTURE / 2.0);
                self.due.set_value(due);
                let rest = Timeout::new((due - now - AHEAD) as u32, move || self.run(length));
                self.next.set_value(Some(Next::Rest { _rest: rest }));
            }
        });
        self.next.set_value(Some(Next::Frame { _frame: frame }));
    }

    /// Asks for no further frame.
    fn stop(self) {
        self.next.set_value(None);
        self.last.set_value(None);
    }
}

/// The player of the page's crowd.
pub fn use_player() -> Player {
    expect_context::<Player>()
}

/// The player; the counts are those of the moment that is shown.
#[component]
pub fn PlayerBar(counts: RwSignal<CrowdCounts>) -> impl IntoView {
    let store = use_store();
    let player = use_player();
    let length = Memo::new(move |_| store.journey.with(|j| f64::from(j.horizon)));
    let tab_is_seen = device::tab_is_seen();
    let moves = Memo::new(move |_| player.plays.get() && tab_is_seen.get() && store.place.get() == Place::Journey);
    Effect::new(move |_| {
        player.stop();
        if moves.get() {
            player.run(length);
        }
    });
    // Another journey may be followed for a shorter time.
    Effect::new(move |_| {
        if player.time.get_untracked() > length.get() {
            player.time.set((length.get_untracked() * FIRST).floor());
        }
    });
    let period = Memo::new(move |_| player.time.get().floor());
    let moment = move || words::crowd::moment(&store.teller(), period.get(), length.get());
    let scrub = move |(_, time): (HtmlInputElement, f64)| {
        player.plays.set(false);
        player.time.set(time.clamp(0.0, length.get_untracked()));
    };
    let came_at = StoredValue::new((0.0, false));
    let taken = move || came_at.set_value((player.time.get_untracked(), player.plays.get_untracked()));
    // The finger scrolls the page, and only began here.
    let passes_over = move || {
        let (time, plays) = came_at.get_value();
        player.time.set(time);
        player.plays.set(plays);
    };
    let hold = Hold {
        take: Callback::new(move |()| taken()),
        let_go: Callback::new(|()| {}),
        pass_over: Callback::new(move |()| passes_over()),
    };
    let step = move |by: f64| {
        player.plays.set(false);
        player.time.set((period.get_untracked() + by).clamp(0.0, length.get_untracked()));
    };
    let key = move |event: web_sys::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => step(1.0),
            "ArrowLeft" | "ArrowDown" => step(-1.0),
            _ => return,
        }
        event.prevent_default();
    };
    let spoken = move || format!("{}. {}", moment(), counts.with(|c| words::crowd::sentence(store.language.get(), c)));
    // While it plays the scrub moves by what can be seen: each move costs the browser a layout.
    let at = Memo::new(move |_| {
        let (time, step) = (player.time.get(), length.get().max(1.0) / STEPS);
        if moves.get() { (time / step).floor() * step } else { time }
    });
    let passed = move || at.get() / length.get().max(1.0);
    view! {
        <section class="player" aria-label=move || say!(store, crowd.title)>
            <div class="player-line">
                <button class="play"
                    aria-label=move || if player.plays.get() { say!(store, crowd.pause) } else { say!(store, crowd.play) }
                    on:click=move |_| player.plays.update(|plays| *plays = !*plays)
                >
                    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                        <path d=move || if player.plays.get() { "M4 2.5h3v11H4zM9 2.5h3v11H9z" } else { "M4 2v12l9-6z" }/>
                    </svg>
                </button>
                <span class="moment">{moment}</span>
                <span class="scrub" style=("--part", move || passed().to_string())>
                    <RangeInput
                        label=Signal::derive(move || say!(store, crowd.time).to_owned()) words=Signal::derive(spoken)
                        value=at.into() most=length.into() moved=Callback::new(scrub) key=Callback::new(key) hold=hold
                    />
                </span>
                <Choices/>
            </div>
            <dl class="counts">{move || counts.with(|c| in_words(store, c))}</dl>
        </section>
    }
}

/// How fast time passes, and how customers come.
#[component]
fn Choices() -> impl IntoView {
    let store = use_store();
    let player = use_player();
    let speed = move |event: web_sys::Event| {
        if let Some(speed) = choice_of(&event).and_then(|speed| number_of(&speed)) {
            player.speed.set(speed);
        }
    };
    let come = move |event: web_sys::Event| {
        let at_once = choice_of(&event).as_deref() == Some("once");
        player.arrivals.set(if at_once { Arrivals::AtOnce } else { Arrivals::PerPeriod });
        player.time.set(0.0);
    };
    let speeds = SPEEDS.map(|speed| {
        let words = move || say!(store, crowd.times, n = number::free(store.language.get(), speed));
        view! { <option value=speed.to_string() selected=speed == 1.0>{words}</option> }
    });
    view! {
        <label class="choice">
            <span>{move || say!(store, crowd.come)}</span>
            <select on:change=come>
                <option value="period">{move || say!(store, crowd.per_period, period = unit::period(&store.teller()))}</option>
                <option value="once">{move || say!(store, crowd.at_once)}</option>
            </select>
        </label>
        <label class="choice">
            <span>{move || say!(store, crowd.speed)}</span>
            <select on:change=speed>{speeds}</select>
        </label>
        <button class="plain" on:click=move |_| follow_somebody(store)>{move || say!(store, crowd.follow)}</button>
    }
}

fn in_words(store: Store, counts: &CrowdCounts) -> impl IntoView + use<> {
    let classes = ["", "", "", "", "breaks"];
    let row = |((name, n), class)| view! { <div class=class><dt>{name}</dt><dd>{n}</dd></div> };
    words::crowd::counts(store.language.get(), counts).into_iter().zip(classes).map(row).collect_view()
}

/// Follows a customer whose story is worth telling: one whose fate a change has turned, else one who buys.
fn follow_somebody(store: Store) {
    let Some(trails) = store.answers.trails.get_untracked() else { return };
    let wanted = Wanted::of(&trails).first().copied().unwrap_or(Wanted::Anyone);
    let from = trails.today.len().saturating_sub(1);
    store.follow(next(&trails, wanted, from, true).map(|customer| customer as u64));
}
