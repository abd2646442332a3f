//! The files of the ready journeys.

use kedja::exchange::{READY, open_journey, ready};
use std::path::Path;

#[test]
fn the_file_of_each_ready_journey_lies_where_the_page_looks_for_it() {
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
    for ready in READY {
        let text = std::fs::read(public.join(ready.file())).unwrap();
        assert_eq!(open_journey(&text), Ok(ready.journey()), "{}", ready.id);
    }
    assert_eq!(std::fs::read_dir(public.join("journeys")).unwrap().count(), READY.len());
}

#[test]
fn a_ready_journey_is_found_by_its_id() {
    for known in READY {
        assert_eq!(ready(known.id).map(|found| found.id), Some(known.id));
        assert_eq!(known.journey().id, known.id);
    }
    assert!(ready("nobody").is_none());
}
