//! A course package, put together out of the files that lie beside the page.

use crate::exchange::{Course, PAGE_FILES, course_files, course_zip};
use crate::ui::platform::beside::bytes_of;
use crate::ui::platform::files::offer_bytes;

/// What a package is made of: what it is about, what the platform calls it, and its part of the file's name.
pub type CoursePack = (Course, String, String);

/// Makes a package and offers it as a file; false where one of its files is not to be had.
pub async fn offered((course, title, name): CoursePack) -> bool {
    match package(&course, &title).await {
        Some(bytes) => offer_bytes(&format!("kedja-{name}.zip"), "application/zip", &bytes).is_ok(),
        None => false,
    }
}

async fn package(course: &Course, title: &str) -> Option<Vec<u8>> {
    let list = String::from_utf8(bytes_of(PAGE_FILES).await?).ok()?;
    let mut files = Vec::new();
    for path in course_files(&list).ok()? {
        let bytes = bytes_of(&path).await?;
        files.push((path, bytes));
    }
    course_zip(course, title, &files).ok()
}
