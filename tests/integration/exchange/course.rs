//! Course packages: what a learning platform reads, and nothing that could break out of it.

use kedja::exchange::{Course, NoCourse, course_files, course_zip};
use std::io::{Cursor, Read};
use zip::ZipArchive;

fn page() -> Vec<(String, Vec<u8>)> {
    let part = "<html data-page=\"embed\" lang=\"sv\"></html>";
    vec![("embed.html".to_owned(), part.into()), ("assets/app.js".to_owned(), b"1".to_vec())]
}

fn file(zip: &[u8], path: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(zip)).unwrap().by_name(path).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_package_begins_with_what_platforms_look_for_and_names_every_file() {
    let zip = course_zip(&Course::Lesson("o-ring".into()), "Ö <b> & \"co\"", &page()).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(zip.as_slice())).unwrap();
    let names: Vec<String> =
        (0..archive.len()).map(|at| archive.by_index(at).unwrap().name().unwrap().into()).collect();
    assert_eq!(names, ["imsmanifest.xml", "course.html", "assets/app.js"]);
    let manifest = file(&zip, "imsmanifest.xml");
    assert!(manifest.contains("<title>Ö &lt;b&gt; &amp; &quot;co&quot;</title>"), "{manifest}");
    assert!(manifest.contains("<schemaversion>1.2</schemaversion>") && manifest.contains("href=\"course.html\""));
    for path in ["course.html", "assets/app.js"] {
        assert!(manifest.contains(&format!("<file href=\"{path}\"/>")));
    }
    assert!(file(&zip, "course.html").contains("data-page=\"course\" data-course=\"lesson:o-ring\""));
    assert_eq!(zip, course_zip(&Course::Lesson("o-ring".into()), "Ö <b> & \"co\"", &page()).unwrap());
}

#[test]
fn what_a_course_is_about_is_read_as_it_was_written_and_stays_text() {
    for course in [Course::Lesson("o-ring".into()), Course::Journey("chain.strength/k1abc".into())] {
        assert_eq!(Course::parse(&course.written()), Some(course));
    }
    assert_eq!(Course::parse("k1abc"), None);
    let hostile = Course::Lesson("\"><script>alert(1)</script>".into());
    let zip = course_zip(&hostile, "x", &page()).unwrap();
    assert!(!file(&zip, "course.html").contains("<script"));
}

#[test]
fn only_files_of_a_built_page_are_taken() {
    let list =
        r#"["embed.html","index.html","assets/a.js","../secret","assets/../../x","lessons/l.json",".git/x","fonts/f"]"#;
    assert_eq!(course_files(list).unwrap(), ["embed.html", "assets/a.js", "lessons/l.json", "fonts/f"]);
    assert_eq!(course_files("{}"), Err(NoCourse::NoPage));
    assert_eq!(course_zip(&Course::Lesson("x".into()), "x", &[]), Err(NoCourse::NoPage));
    let other = vec![("embed.html".to_owned(), b"<html>".to_vec())];
    assert_eq!(course_zip(&Course::Lesson("x".into()), "x", &other), Err(NoCourse::NoPage));
}
