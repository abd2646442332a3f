//! Building: what becomes of the work when somebody changes the journey itself. What is simulated is the journey as far as
//! it holds; the whole of it stands beside that as long as there is more.

use super::fitting::fit;
use super::half_made::HalfMade;
use super::{Origin, Project, Session};
use crate::model::edit::{living, slug};
use crate::model::{At, Journey, Text};
use std::sync::Arc;

/// What the work becomes by an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Built {
    pub work: Project,
    /// The field that was typed in: typing on in it is the same step.
    pub typed: Option<At>,
    /// A ready journey became a copy, which goes on with what was said of it.
    pub is_copy: bool,
}

/// The work with the journey as somebody has changed it. A ready journey becomes a copy of their own, by a name of its own.
pub fn built(work: &Project, mut whole: Journey, copy_name: Text, typed: Option<At>) -> Built {
    let is_copy = matches!(work.origin, Origin::Ready(_));
    if is_copy {
        whole.id = own_id(&copy_name);
        whole.name = copy_name;
    }
    let mut work = Project { origin: Origin::Own, ..work.clone() };
    put(&mut work, whole);
    fit(&mut work);
    Built { work, typed, is_copy }
}

/// Work on a journey of one's own that begins with this. What was said of another of the same name is said of that one alone.
pub fn begun(session: &Session, mut whole: Journey) -> Built {
    let id = own_id(&whole.name);
    let numbered = (2_usize..).map(|n| format!("{id}-{n}"));
    whole.id = std::iter::once(id.clone()).chain(numbered).find(|id| !session.knows(id)).unwrap_or_default();
    let mut work = Project::pristine(session.work.journey.clone(), Origin::Own, session.work.seed);
    put(&mut work, whole);
    Built { work, typed: None, is_copy: false }
}

fn own_id(name: &Text) -> String {
    slug(name.get(""))
}

/// The work with another structure on the desk, and the journey as it is kept beside it.
pub(super) fn on_structure(work: &Project, structure: Journey) -> Project {
    let mut work = work.on_as_it_is();
    work.as_is = Some(Arc::new(work.as_it_is()));
    // What is on the desk is nobody's ready journey.
    work.origin = Origin::Own;
    put(&mut work, structure);
    work
}

fn put(work: &mut Project, whole: Journey) {
    let held = living(&whole);
    let is_whole = held.as_ref().is_some_and(|held| *held == whole);
    let holds = held.is_some();
    if let Some(held) = held {
        work.journey = Arc::new(held);
    }
    work.draft = (!is_whole).then(|| HalfMade { journey: Arc::new(whole), holds });
}
