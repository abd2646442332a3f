//! The library in words: what each journey in it is, what was done, and what is known of the place where it is kept.

use super::{Speaks, number};
use crate::app::Language;
use crate::app::library::{
    BIN_DAYS, FileEnd, FileOutcome, Imported, NoLibrary, OpenFault, RecordHead, RecordOrigin, VersionWhy,
};
use crate::app::ports::RecordFault;
use crate::say;

/// What a record is called; `time` is when it was kept apart, if it was.
pub fn name(language: Language, head: &RecordHead, time: Option<&str>) -> String {
    let code = language.code();
    let own = || head.names.get(code).or_else(|| head.names.values().next()).cloned().unwrap_or_default();
    let name = head.name.clone().unwrap_or_else(own);
    match time {
        Some(time) => say!(language, library.apart, name = name, time = time),
        None => name,
    }
}

/// What is in it: "16 touchpoints, 2 proposals, 1 scenario".
pub fn contents(language: Language, head: &RecordHead) -> String {
    let one = |n: usize, one: fn(Language) -> &'static str, many: &dyn Fn(String) -> String| match n {
        1 => one(language).to_owned(),
        n => many(number::count(language, n as u64)),
    };
    let mut parts = vec![one(head.touchpoints, |l| say!(l, library.touchpoint_one), &|n| {
        say!(language, library.touchpoints, n = n)
    })];
    if head.proposals > 0 {
        let many = |n: String| say!(language, library.proposals, n = n);
        parts.push(one(head.proposals, |l| say!(l, library.proposal_one), &many));
    }
    if head.scenarios > 0 {
        let many = |n: String| say!(language, library.scenarios, n = n);
        parts.push(one(head.scenarios, |l| say!(l, library.scenario_one), &many));
    }
    parts.join(", ")
}

/// Where it comes from; `ready` is the name of the ready journey, where that is known.
pub fn origin(language: Language, head: &RecordHead, ready: Option<&str>) -> String {
    match &head.origin {
        RecordOrigin::Own => say!(language, library.from_own).to_owned(),
        RecordOrigin::Ready(id) => say!(language, library.from_ready, name = ready.unwrap_or(id)),
        RecordOrigin::File(name) => say!(language, library.from_file, name = name),
    }
}

/// Why a version was kept; the name that somebody gave it.
pub fn why(language: Language, why: VersionWhy, name: Option<&str>) -> String {
    match (why, name) {
        (_, Some(name)) => name.to_owned(),
        (VersionWhy::Wanted, None) => say!(language, library.version_wanted).to_owned(),
        (VersionWhy::BeforeImport, None) => say!(language, library.version_import).to_owned(),
        (VersionWhy::BeforeRestore, None) => say!(language, library.version_restore).to_owned(),
    }
}

/// How many journeys there are: the finding at the top.
pub fn headline(language: Language, own: usize) -> String {
    match own {
        0 => say!(language, library.headline_none).to_owned(),
        1 => say!(language, library.headline_one).to_owned(),
        n => say!(language, library.headline, n = number::count(language, n as u64)),
    }
}

/// Why the library does not do what it is asked.
pub fn fault(language: Language, fault: RecordFault) -> &'static str {
    match fault {
        RecordFault::Refused => say!(language, library.refused),
        RecordFault::Full => say!(language, library.full),
        RecordFault::Newer => say!(language, library.newer),
        RecordFault::Silent => say!(language, library.silent),
    }
}

/// Why a journey cannot be opened.
pub fn open_fault(language: Language, why: OpenFault) -> &'static str {
    match why {
        OpenFault::Gone => say!(language, library.gone),
        OpenFault::Damaged => say!(language, library.damaged),
        OpenFault::Newer => say!(language, library.newer_record),
        OpenFault::Unreadable => say!(language, library.unreadable),
        OpenFault::Fault(its) => fault(language, its),
    }
}

/// What became of a file that was chosen.
pub fn file_outcome(language: Language, outcome: &FileOutcome) -> String {
    let file = &outcome.name;
    match &outcome.what {
        FileEnd::Imported(what) => imported(language, file, what),
        FileEnd::Packed(why) => no_library(language, file, why),
        FileEnd::Empty => say!(language, library.zip_empty, file = file),
        FileEnd::Unavailable => say!(language, library.import_unavailable, file = file),
        FileEnd::TooLarge => say!(language, library.import_large, file = file),
    }
}

/// What became of a file of this name.
fn imported(language: Language, file: &str, what: &Imported) -> String {
    match what {
        Imported::Added(_) => say!(language, library.import_added, file = file),
        Imported::There(_) => say!(language, library.import_there, file = file),
        Imported::Renewed(_) => say!(language, library.import_renewed, file = file),
        Imported::Older(_) => say!(language, library.import_older, file = file),
        Imported::Beside(_) => say!(language, library.import_beside, file = file),
        Imported::Nobodys => say!(language, library.import_nobodys, file = file),
        Imported::Newer => say!(language, library.import_newer, file = file),
        Imported::Refused(_) => say!(language, library.import_refused, file = file),
        Imported::Unreadable => say!(language, library.import_unreadable, file = file),
    }
}

/// Why an archive of this name is not taken, or a file of it.
fn no_library(language: Language, file: &str, why: &NoLibrary) -> String {
    match why {
        NoLibrary::Damaged => say!(language, library.zip_damaged, file = file),
        NoLibrary::TooMany(n) => {
            say!(language, library.zip_too_many, file = file, n = number::count(language, *n as u64))
        }
        NoLibrary::TooLarge => say!(language, library.zip_too_large, file = file),
        NoLibrary::Locked => say!(language, library.zip_locked, file = file),
    }
}

/// Bytes as kilobytes or megabytes.
fn bytes(language: Language, bytes: f64) -> String {
    if bytes < 1e6 {
        return say!(language, library.kilobytes, n = number::decimal(language, bytes / 1e3, 0));
    }
    say!(language, library.megabytes, n = number::decimal(language, bytes / 1e6, u8::from(bytes < 1e7)))
}

/// Whether what is kept lasts, and the room that it takes [bytes].
pub fn place(language: Language, lasts: Option<bool>, used: Option<f64>) -> String {
    let lasts = match lasts {
        Some(true) => say!(language, library.lasts),
        Some(false) => say!(language, library.may_be_cleared),
        None => say!(language, library.lasts_unknown),
    };
    match used {
        Some(used) => format!("{lasts} {}", say!(language, library.used, room = bytes(language, used))),
        None => lasts.to_owned(),
    }
}

/// How long ago the library was last put into a file [days]; `None` if it never was.
pub fn backup(language: Language, days: Option<u64>) -> String {
    match days {
        None => say!(language, library.backup_never).to_owned(),
        Some(0) => say!(language, library.backup_today).to_owned(),
        Some(1) => say!(language, library.backup_yesterday).to_owned(),
        Some(days) => say!(language, library.backup_days, n = number::count(language, days)),
    }
}

/// What lies in the bin, and for how long.
pub fn bin(language: Language, n: usize) -> String {
    say!(language, library.bin, n = number::count(language, n as u64), days = BIN_DAYS)
}

/// What a copy is called.
pub fn copy_of(speaker: &impl Speaks, name: &str) -> String {
    say!(speaker, library.copy_of, name = name)
}
