//! The rows of a file: read = used + left out, to the row.

use serde::{Deserialize, Serialize};

/// Most rows that are kept with their text among those left out; all are counted.
pub const MOST_TOLD: usize = 10_000;
/// Longest part of a row that is kept [characters].
const LONGEST: usize = 200;

/// Why a row was not used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutWhy {
    /// Nothing stands in it.
    Blank,
    /// It stands above the table.
    Above,
    /// It stands below the table.
    Below,
    /// It says how the file is divided (`sep=;`).
    AboutTheFile,
    /// The headings once more.
    HeadingAgain,
    /// A sum or a mean of other rows.
    Total,
    /// Fewer cells than the headings.
    TooShort,
    /// More cells than the headings.
    TooLong,
    /// A quotation mark opens and never closes.
    OpenQuote,
    /// No step is named.
    NoStep,
    /// No case is named.
    NoCase,
    /// No time stands in it.
    NoTime,
    /// What stands for the time is no day that there is.
    NoSuchTime,
    /// Its day and month stand the other way round than in the other rows.
    OtherOrder,
    /// No count stands in it.
    NoCount,
    /// What should be a count is none.
    NoNumber,
    /// A part of a person.
    NotWhole,
    /// Fewer than nobody.
    Negative,
    /// The step has been counted in an earlier row.
    Doubled,
    /// More went on than came.
    MoreThanCame,
    /// Nothing happened in it: a case without events.
    EmptyCase,
}

/// A row that was not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOutRow {
    /// The line of the file that it begins on, from 1.
    pub line: u64,
    /// How it begins.
    pub text: String,
    pub why: LeftOutWhy,
}

/// What became of the rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsRead {
    /// All but the headings.
    pub read: u64,
    pub used: u64,
    pub left_out: u64,
    /// The first of those left out, in the order of the file.
    pub told: Vec<LeftOutRow>,
}

impl RowsRead {
    /// A row that was used.
    pub fn keep(&mut self) {
        self.read += 1;
        self.used += 1;
    }

    /// A row that was not.
    pub fn leave_out(&mut self, line: u64, text: &str, why: LeftOutWhy) {
        self.read += 1;
        self.left_out += 1;
        self.tell(line, text, why);
    }

    /// A row that had been used is not after all.
    pub fn take_back(&mut self, line: u64, text: &str, why: LeftOutWhy) {
        self.used -= 1;
        self.left_out += 1;
        self.tell(line, text, why);
    }

    fn tell(&mut self, line: u64, text: &str, why: LeftOutWhy) {
        if self.told.len() < MOST_TOLD {
            let text = text.trim_end_matches(['\r', '\n']).chars().take(LONGEST).collect();
            self.told.push(LeftOutRow { line, text, why });
        }
    }
}
