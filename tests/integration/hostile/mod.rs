//! Every reader of bytes that come from outside, against what is valid, what is odd, and some hundreds made out of both by chance
//! that is alike each time (`make fuzz`: 200 000 of each). What is read is right, and is read again as it was once it is written;
//! what is refused is refused in words; nothing takes long or much room. `tests/fixtures/corpus` keeps what cannot be made, and
//! each input that a reader once failed on, by a name that says what it was.

mod addresses;
mod altered;
mod corpus;
mod figures;
mod journeys;
mod kept;
mod lessons;
mod links;
mod logs;
mod messages;
mod workbooks;

use crate::allocator::peak;
use altered::{Chance, LONGEST, altered};
use kedja::app::Language;
use kedja::model::{Problem, digest};
use kedja::words::problem::line;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

/// The readers, by the names of their folders in `tests/fixtures/corpus`.
const READERS: [&str; 33] = [
    "address",
    "archive",
    "books",
    "copied-rows",
    "counts",
    "course-files",
    "curve",
    "gathered-text",
    "hand-in",
    "hand-in-inside",
    "journey",
    "lesson",
    "lesson-list",
    "lesson-progress",
    "link",
    "link-inside",
    "log",
    "log-packed",
    "log-xes",
    "meeting",
    "message-answer",
    "message-file",
    "message-file-read",
    "message-job",
    "message-study",
    "message-tally",
    "part",
    "part-inside",
    "record",
    "record-inside",
    "saved-state",
    "scenario",
    "workbook",
];

/// So many inputs are made for each reader, unless `make fuzz` asks for more.
const USUAL: u32 = 200;
/// What one input may take, and hold beyond itself [bytes].
const LONGEST_TIME: Duration = Duration::from_secs(1);
const MOST_HELD: u64 = 256_000_000;

/// Reads all that is kept for a reader and all that is made here, and then what chance makes of both.
fn survives(reader: &str, made: Vec<Vec<u8>>, words: &[&str], read: impl Fn(&[u8])) {
    assert!(READERS.contains(&reader), "{reader} has no folder");
    let kept = corpus::folder(&format!("corpus/{reader}")).into_iter().map(|(_, bytes)| bytes);
    let corpus: Vec<Vec<u8>> = kept.chain(made).collect();
    assert!(
        corpus.iter().all(|bytes| bytes.len() <= LONGEST),
        "{reader} has an example that is too long to be altered"
    );
    for (n, bytes) in corpus.iter().enumerate() {
        survives_one(reader, n as u64, bytes, &read);
    }
    let seed = digest(reader);
    for n in 0..u64::from(crate::exchange::link::cases(USUAL).cases) {
        let bytes = altered(&mut Chance::of(seed ^ n), &corpus, words);
        survives_one(reader, n + corpus.len() as u64, &bytes, &read);
    }
}

/// Reads one input. What fails is kept in a file, to be looked at.
fn survives_one(reader: &str, number: u64, bytes: &[u8], read: &impl Fn(&[u8])) {
    let begun = busy();
    let held = catch_unwind(AssertUnwindSafe(|| peak(|| read(bytes))));
    let took = busy().saturating_sub(begun);
    let what = match held {
        Err(_) => "it stops the reader".to_owned(),
        Ok(held) if held > MOST_HELD => format!("{} MB are held", held / 1_000_000),
        Ok(_) if took > LONGEST_TIME => format!("it takes {} ms", took.as_millis()),
        Ok(_) => return,
    };
    let path = format!("{}/{reader}-{number}", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, bytes).unwrap();
    panic!("{reader}, input {number}: {what}: {path}");
}

/// How long this thread has worked: a machine that is busy with others makes nobody fail. Where the system doesn't say it, none.
fn busy() -> Duration {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = said.and_then(|said| said.split(' ').next()?.parse().ok());
    worked.map_or(Duration::ZERO, Duration::from_nanos)
}

/// What was refused was refused for a reason, in every language.
fn refused(problems: &[Problem]) {
    assert!(!problems.is_empty(), "refused for no reason");
    for problem in problems {
        for language in Language::ALL {
            said(&line(language, problem));
        }
    }
}

/// A sentence.
#[track_caller]
fn said(words: &str) {
    assert!(words.trim().len() > 5 && words.ends_with(['.', '?']), "no sentence: {words:?}");
}

#[test]
fn the_corpus_is_small_and_each_of_its_folders_has_a_reader() {
    let mut size = 0;
    for (reader, path) in READERS.iter().map(|reader| (reader, format!("corpus/{reader}"))) {
        let files = corpus::folder(&path);
        assert!(files.iter().all(|(_, bytes)| bytes.len() <= LONGEST), "a file of {reader} is never read");
        size += files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
    }
    assert!(size < 400_000, "{size} bytes");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/corpus");
    for entry in std::fs::read_dir(root).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(READERS.contains(&name.as_str()), "nobody reads {name}");
    }
}

#[test]
fn the_same_number_makes_the_same_input_and_most_numbers_another() {
    let corpus = [b"one, 2 and three".to_vec(), b"{\"a\": [4]}".to_vec()];
    let make = |n| altered(&mut Chance::of(n), &corpus, &["[", "and"]);
    let all: std::collections::BTreeSet<Vec<u8>> = (0..1_000).map(make).collect();
    assert!(all.len() > 600, "{}", all.len());
    assert!((0..1_000).all(|n| all.contains(&make(n))));
}
