//! A lesson or a journey as a package for a learning platform: a SCORM 1.2 zip with the built page in it, told what it is,
//! and the manifest that platforms read. Nothing in it asks anybody else for anything.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The page of one part of Kedja, which becomes the course; and what a course is begun with.
const PART: &str = "embed.html";
const BEGINS: &str = "course.html";
/// What that page says of itself on its first element (`build/finish.mjs`).
const SAYS: &str = "data-page=\"embed\"";
/// The list of the built page's files, which lies beside them.
pub const PAGE_FILES: &str = "files.json";

/// What a course is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Course {
    /// A lesson, by its id.
    Lesson(String),
    /// A journey with a scenario: what stands behind the `#` of an embedded page.
    Journey(String),
}

impl Course {
    /// As it stands on the first element of the course's page.
    pub fn written(&self) -> String {
        match self {
            Self::Lesson(id) => format!("lesson:{id}"),
            Self::Journey(embed) => format!("journey:{}", embed.trim_start_matches('#')),
        }
    }

    /// What was written so; `None` if nothing was.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':')? {
            ("lesson", id) => Some(Self::Lesson(id.to_owned())),
            ("journey", embed) => Some(Self::Journey(embed.to_owned())),
            _ => None,
        }
    }
}

/// Why there is no package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCourse {
    /// The list of files is none, or what it names is not a built page.
    NoPage,
    /// The files do not fit into an archive.
    TooLarge,
}

/// The files of the built page that a course needs, by their paths from its folder, out of [`PAGE_FILES`].
///
/// # Errors
/// Where the text is no such list.
pub fn course_files(list: &str) -> Result<Vec<String>, NoCourse> {
    let all: Vec<String> = serde_json::from_str(list).map_err(|_| NoCourse::NoPage)?;
    let is_needed = |path: &String| {
        let is_plain = !path.split('/').any(|part| part.is_empty() || part.starts_with('.'));
        let folders = ["assets/", "fonts/", "journeys/", "lessons/"];
        is_plain && (path == PART || folders.iter().any(|folder| path.starts_with(folder)))
    };
    Ok(all.into_iter().filter(is_needed).collect())
}

/// The package: `title` is what the platform calls it, `files` are those of [`course_files`] with their bytes. The same files
/// give the same bytes.
///
/// # Errors
/// Why there is none.
pub fn course_zip(course: &Course, title: &str, files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, NoCourse> {
    let part = files.iter().find(|(path, _)| path == PART).ok_or(NoCourse::NoPage)?;
    let part = std::str::from_utf8(&part.1).map_err(|_| NoCourse::NoPage)?;
    if !part.contains(SAYS) {
        return Err(NoCourse::NoPage);
    }
    let says = format!("data-page=\"course\" data-course=\"{}\"", in_xml(&course.written()));
    let page = part.replacen(SAYS, &says, 1);
    let others = || files.iter().filter(|(path, _)| path != PART);
    let paths: Vec<&str> = std::iter::once(BEGINS).chain(others().map(|(path, _)| path.as_str())).collect();
    let manifest = manifest(title, &paths);
    let first = [("imsmanifest.xml", manifest.as_bytes()), (BEGINS, page.as_bytes())];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (path, bytes) in first.into_iter().chain(others().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))) {
        archive.start_file(path, options).map_err(|_| NoCourse::TooLarge)?;
        archive.write_all(bytes).map_err(|_| NoCourse::TooLarge)?;
    }
    Ok(archive.finish().map_err(|_| NoCourse::TooLarge)?.into_inner())
}

/// The manifest of SCORM 1.2 (ADL, 2001), with one item.
fn manifest(title: &str, paths: &[&str]) -> String {
    let title = in_xml(title);
    let files: String = paths.iter().map(|path| format!("      <file href=\"{}\"/>\n", in_xml(path))).collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="kedja" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="kedja-course">
    <organization identifier="kedja-course">
      <title>{title}</title>
      <item identifier="kedja-item" identifierref="kedja-page" isvisible="true">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="kedja-page" type="webcontent" adlcp:scormtype="sco" href="{BEGINS}">
{files}    </resource>
  </resources>
</manifest>
"#
    )
}

/// A text as XML and attributes hold it.
fn in_xml(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
