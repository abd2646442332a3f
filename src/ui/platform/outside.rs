//! The page that this one stands in, if it stands in one: how high its frame has to be, and the way out of it.

use super::address;
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{StoredValue, document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What `build/finish.mjs` has written into the page: whether it is the whole one, a part of it for other pages, or a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    Whole,
    Embed,
    /// What the course is about (`exchange::Course`).
    Course(String),
}

/// Which page this is.
pub fn page_kind() -> PageKind {
    let said = |name: &str| document().document_element().and_then(|root| root.get_attribute(name));
    match said("data-page").as_deref() {
        Some("embed") => PageKind::Embed,
        Some("course") => PageKind::Course(said("data-course").unwrap_or_default()),
        _ => PageKind::Whole,
    }
}

/// The subjects by which learning platforms are asked for a height: the older one of Canvas, and that of 1EdTech.
const SUBJECTS: [&str; 2] = ["lti.frameResize", "org.imsglobal.lti.frameResize"];

/// Tells the page around how high this one is, now and whenever that changes.
pub fn follow_height() {
    let Some(root) = document().document_element() else { return };
    let seen = root.clone();
    let tell = Closure::<dyn FnMut()>::new(move || {
        // What reaches out of its box below counts too.
        let reaches = document().body().map_or(0, |body| body.scroll_height());
        let height = seen.get_bounding_client_rect().height().ceil().max(f64::from(reaches));
        for subject in SUBJECTS {
            say(subject, height);
        }
    });
    let observer = Reflect::get(&window(), &"ResizeObserver".into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|kind| Reflect::construct(&kind, &Array::of1(tell.as_ref())));
    // A browser without it leaves the frame as high as it was made.
    let Ok(observer) = observer else { return };
    if let Ok(observe) = Reflect::get(&observer, &"observe".into()).and_then(JsCast::dyn_into::<Function>) {
        let _ = observe.call1(&observer, &root);
    }
    // Heard for as long as the page stands.
    StoredValue::new_local((tell, observer));
}

/// Asks the page around for a height [CSS pixels].
fn say(subject: &str, height: f64) {
    let Ok(Some(around)) = window().parent() else { return };
    let message = Object::new();
    let fields: [(&str, JsValue); 2] = [("subject", subject.into()), ("height", height.into())];
    let written = fields.iter().all(|(name, value)| Reflect::set(&message, &(*name).into(), value).is_ok());
    if written {
        // It is only a height, which every page around may know.
        let _ = around.post_message(&message, "*");
    }
}

/// The address of the whole page, which lies in the same folder.
pub fn whole_page() -> String {
    let page = address::page();
    page.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"))
}

/// Opens an address in a tab of its own; false where the page around does not allow it.
pub fn open(address: &str) -> bool {
    let Ok(Some(tab)) = window().open_with_url_and_target(address, "_blank") else { return false };
    // What opens there has no business here.
    let _ = Reflect::set(&tab, &"opener".into(), &JsValue::NULL);
    true
}
