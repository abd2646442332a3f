//! An embedded page begins: what its address holds becomes what it shows.

use super::course;
use super::view::{Embedded, embedded, refused};
use crate::app::ports::{Pending, ReadyJourneys};
use crate::app::{Command, Embed, EmbedView, Keeper, NoJourney, Opened, Panel, Place, first};
use crate::exchange::Course;
use crate::say;
use crate::ui::places::share;
use crate::ui::platform::outside::{PageKind, page_kind};
use crate::ui::platform::press::Press;
use crate::ui::platform::{address, device, outside, starting};
use crate::ui::state::{FetchedJourneys, Persistence, Store};
use leptos::prelude::*;
use std::rc::Rc;

/// Puts it into the document.
pub fn start(journeys: Rc<dyn ReadyJourneys>) -> Pending<Result<(), NoJourney>> {
    Box::pin(started(journeys))
}

async fn started(journeys: Rc<dyn ReadyJourneys>) -> Result<(), NoJourney> {
    // What goes wrong here is not counted against the page itself, on whose device this is a guest.
    starting::is_a_guest();
    let course = match page_kind() {
        PageKind::Course(text) => Course::parse(&text),
        PageKind::Embed | PageKind::Whole => None,
    };
    let embed = match &course {
        Some(Course::Journey(address)) => Embed::parse(address),
        Some(Course::Lesson(_)) => Embed::default(),
        None => Embed::parse(&address::hash()),
    };
    let mut session = first(&*journeys).await?.session;
    let mut visit = None;
    if !embed.link.is_empty() {
        let came = share::opened(embed.link.clone(), session.clone(), journeys.clone()).await;
        visit = Some(came.visit);
        if let Some(shown) = came.shown {
            session = shown.session;
        }
    }
    session.language = embed.language;
    // What is worked out depends on where the reader is.
    session.apply(Command::GoTo(place_of(embed.view)));
    leptos::mount::mount_to_body(move || {
        let opened = Opened { session, keeper: Keeper::default(), notice: None };
        let store = Store::new(opened, Persistence::nowhere());
        store.panel.set((embed.view == EmbedView::Ranking).then_some(Panel::Ranking));
        provide_context(store);
        provide_context(Press::watched());
        provide_context(FetchedJourneys::new(journeys));
        Effect::new(move |_| device::set_language(store.code(), say!(store, page.title)));
        outside::follow_height();
        match (visit, course) {
            (Some(visit), _) if visit.shown().is_none() => refused(store, visit),
            (_, Some(Course::Lesson(id))) => course::lesson(store, id),
            (visit, Some(Course::Journey(_))) => course::journey(store, Embedded { embed, visit, is_course: true }),
            (visit, None) => embedded(Embedded { embed, visit, is_course: false }),
        }
    });
    Ok(())
}

/// The place whose questions a view needs answered.
fn place_of(view: EmbedView) -> Place {
    match view {
        EmbedView::Ranking => Place::Prioritise,
        EmbedView::Chain | EmbedView::Sentence | EmbedView::Staying => Place::Journey,
    }
}
