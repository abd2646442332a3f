//! `course`: a lesson or a journey as a package for a learning platform.

use super::Failure;
use super::arguments::CoursePackage;
use super::changes::scenario;
use super::input::{LANG, journey};
use super::link::shared;
use kedja::app::{Embed, EmbedControl, EmbedView};
use kedja::exchange::{Course, NoCourse, PAGE_FILES, course_files, course_zip, link_of, open_lesson};
use std::path::Path;

/// Writes the package, and says what is in it.
pub fn package(asked: &CoursePackage) -> Result<String, Failure> {
    let lesson = asked.page.join("lessons").join(format!("{}.json", asked.what));
    let (course, title) = if lesson.exists() {
        let lesson = open_lesson(&read(&lesson)?)?;
        (Course::Lesson(lesson.id.clone()), lesson.title.get(LANG).to_owned())
    } else {
        let journey = journey(&asked.what)?;
        let title = journey.name.get(LANG).to_owned();
        let work = shared(journey, scenario(&asked.change), asked.change.seed, false)?;
        let link = link_of(&work).ok_or_else(|| Failure("error: the journey is too large for a course".into()))?;
        let embed = Embed { view: EmbedView::Chain, controls: EmbedControl::ALL.to_vec(), language: None, link };
        (Course::Journey(embed.written()), title)
    };
    let list = read(&asked.page.join(PAGE_FILES))?;
    let mut files = Vec::new();
    for path in course_files(&String::from_utf8_lossy(&list)).map_err(|fault| why(fault, &asked.page))? {
        let bytes = read(&asked.page.join(&path))?;
        files.push((path, bytes));
    }
    let bytes = course_zip(&course, &title, &files).map_err(|fault| why(fault, &asked.page))?;
    std::fs::write(&asked.out, &bytes)
        .map_err(|error| Failure(format!("error: {} could not be written: {error}", asked.out.display())))?;
    Ok(format!("{}: {title}, {} files, {} bytes", asked.out.display(), files.len() + 1, bytes.len()))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| {
        Failure(format!(
            "error: {} could not be read: {error}\n  Name the folder of the built page: make page, then --page dist.",
            path.display()
        ))
    })
}

fn why(fault: NoCourse, page: &Path) -> Failure {
    Failure(match fault {
        NoCourse::NoPage => {
            format!("error: {} is no folder of a built page\n  make page builds one into dist.", page.display())
        }
        NoCourse::TooLarge => "error: the files do not fit into an archive".into(),
    })
}
