//! A question of the meeting: a line with its finding as title. One is open at a time, with its picture; on paper all
//! that are printed are.

use crate::app::{Panel, Place};
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::platform::device;
use crate::ui::platform::events::{Hears, listen};
use crate::ui::state::{Store, use_store};
use leptos::prelude::*;

/// What is being put on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnPaper {
    /// Nothing: the page is on a screen.
    None,
    /// Every question.
    All,
    /// One question.
    Only(Panel),
}

/// What is being put on paper, as it is shared by all questions.
#[derive(Clone, Copy)]
pub struct Printing(RwSignal<OnPaper>);

impl Printing {
    /// Follows the browser's printing from now on.
    pub fn follow() -> Self {
        let paper = RwSignal::new(OnPaper::None);
        listen(&window(), "beforeprint", Hears::Plainly, move |_| {
            if paper.get_untracked() == OnPaper::None {
                paper.set(OnPaper::All);
            }
        });
        listen(&window(), "afterprint", Hears::Plainly, move |_| paper.set(OnPaper::None));
        Self(paper)
    }

    /// Prints one question alone.
    pub fn print_only(self, panel: Panel) {
        self.0.set(OnPaper::Only(panel));
        device::print();
    }

    fn shows(self, panel: Panel) -> bool {
        match self.0.get() {
            OnPaper::None => false,
            OnPaper::All => true,
            OnPaper::Only(only) => only == panel,
        }
    }

    /// The class of all questions together.
    pub fn class(self) -> &'static str {
        if matches!(self.0.get(), OnPaper::Only(_)) { "panels alone" } else { "panels" }
    }
}

/// The question that is open: the one that the address names, or else the first that a meeting asks once it has bet.
pub fn open(store: Store) -> Panel {
    if store.agenda.with(|agenda| agenda.is_covered) {
        return Panel::Bets;
    }
    store.panel.get().unwrap_or(Panel::FIRST)
}

/// A question by its panel. `title` is its finding, or its name while that is worked out (`awaited`).
#[component]
pub fn Question(
    panel: Panel,
    class: &'static str,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] awaited: Signal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let store = use_store();
    let printing = expect_context::<Printing>();
    let is_open = Memo::new(move |_| open(store) == panel);
    let is_shown = Memo::new(move |_| is_open.get() || printing.shows(panel));
    // It stays as it was while another one is open. Where it is taken away it is drawn too, unseen.
    let has_been_shown = Memo::new(move |before| {
        before.copied().unwrap_or(false) || is_shown.get() || Place::Prioritise.is_drawn_at(store.place.get())
    });
    let heading = landmarks::heading(panel);
    let body = format!("{heading}-body");
    let controls = body.clone();
    let choose = move |_| {
        if !is_open.get_untracked() {
            store.panel.set(Some(panel));
        }
    };
    // How far all of them have come stands above; the open one says that it is being worked out.
    let waiting = move || {
        let words = move || if is_open.get() { say!(store, race.awaited) } else { "…" };
        awaited.get().then(|| view! { <span class="awaited hint">{words}</span> })
    };
    view! {
        <section class=format!("question {class}") class:open=is_open class:on-paper=move || printing.shows(panel)>
            <h2 id=heading tabindex="-1">
                <button aria-expanded=move || is_open.get().to_string() aria-disabled=move || is_open.get().to_string()
                    aria-controls=controls on:click=choose
                >
                    <span class="finding">{title}</span>
                    {waiting}
                </button>
            </h2>
            <div class="body" id=body role="region" aria-labelledby=heading hidden=move || !is_shown.get()>
                {move || has_been_shown.get().then(|| children())}
            </div>
        </section>
    }
}

/// A question that tells how sure its finding is, and why.
#[component]
pub fn Sheet(
    panel: Panel,
    class: &'static str,
    /// Stands where the finding will, until that is found out.
    #[prop(into)]
    name: Signal<String>,
    #[prop(into)] finding: Signal<Option<String>>,
    #[prop(into)] sure: Signal<String>,
    #[prop(into)] why: Signal<Vec<String>>,
    children: ChildrenFn,
) -> impl IntoView {
    let store = use_store();
    let title = Signal::derive(move || finding.get().unwrap_or_else(|| name.get()));
    let awaited = Signal::derive(move || finding.with(Option::is_none));
    let reasons = move || why.get().into_iter().map(|words| view! { <p>{words}</p> }).collect_view();
    view! {
        <Question panel=panel class=class title=title awaited=awaited>
            {children()}
            <p class="how-sure">{sure}</p>
            <details class="help because">
                <summary>{move || say!(store, why.ask)}</summary>
                {reasons}
            </details>
        </Question>
    }
}
