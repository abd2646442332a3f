//! Rows out of text that comes in pieces: cells between separators, quotation marks as RFC 4180 has them.
//!
//! It is a scanner of our own and no crate, because two things are needed that those leave out: blank lines count as rows, so
//! that what was read adds up to the line; and a quotation mark that never closes is told at its own line, and costs that
//! line and not the rest of the file.

/// Most lines of one row: a quotation mark that is open longer never closes.
const MOST_LINES: usize = 60;
/// Longest row [bytes]: a longer one is told as one whose quotation mark never closes.
const LONGEST: usize = 1 << 20;

/// A row as it stands in the file.
#[derive(Debug)]
pub struct RawRow<'a> {
    /// The line that it begins on, from 1.
    pub line: u64,
    /// All of it, without its end.
    pub text: &'a [u8],
    /// Its cells, without what quotes them.
    pub cells: &'a Cells,
    /// A quotation mark in it never closes: its cells say nothing.
    pub is_open: bool,
}

/// The cells of a row.
#[derive(Debug, Default)]
pub struct Cells {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Cells {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell by its number; nothing stands in one that is not there.
    pub fn get(&self, at: usize) -> &[u8] {
        let Some(end) = self.ends.get(at) else { return &[] };
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.bytes[start..*end]
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    fn end(&mut self) {
        self.ends.push(self.bytes.len());
    }
}

/// Scans text that comes in pieces.
#[derive(Debug)]
pub struct RowScanner {
    separator: u8,
    line: u64,
    rest: Vec<u8>,
    cells: Cells,
}

/// How far a row goes.
enum Reach {
    /// To here, where its end begins, and so many lines on; the next begins there.
    Ends { text: usize, next: usize, lines: u64 },
    /// Beyond what there is so far.
    Unknown,
    /// Its quotation mark is open at the end, or for too long.
    Open,
}

impl RowScanner {
    /// A scanner for cells with this separator between.
    pub fn new(separator: u8) -> Self {
        Self { separator, line: 1, rest: Vec::new(), cells: Cells::default() }
    }

    /// Takes a piece of the text and tells each row that is whole by now.
    pub fn push(&mut self, bytes: &[u8], is_last: bool, mut row: impl FnMut(RawRow)) {
        let mut text = std::mem::take(&mut self.rest);
        let may_end = is_last || text.ends_with(b"\r") || bytes.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
        text.extend_from_slice(bytes);
        if !may_end && text.len() <= LONGEST {
            // It is the same row still, and need not be read from its beginning for each piece.
            self.rest = text;
            return;
        }
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            match self.reach(rest, is_last) {
                Reach::Ends { text: end, next, lines } => {
                    row(RawRow { line: self.line, text: &rest[..end], cells: &self.cells, is_open: false });
                    (at, self.line) = (at + next, self.line + lines);
                }
                Reach::Unknown => break,
                Reach::Open => {
                    let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
                    self.cells.clear();
                    row(RawRow { line: self.line, text: &rest[..end], cells: &self.cells, is_open: true });
                    (at, self.line) = (at + end + line_end(&rest[end..], true).unwrap_or(0), self.line + 1);
                }
            }
        }
        text.drain(..at);
        self.rest = text;
    }

    /// Reads the cells of the row that begins here.
    fn reach(&mut self, rest: &[u8], is_last: bool) -> Reach {
        self.cells.clear();
        let (mut at, mut lines, mut is_quoted, mut is_fresh) = (0, 1, false, true);
        while let Some(&byte) = rest.get(at) {
            match byte {
                b'"' if is_quoted => match rest.get(at + 1) {
                    Some(b'"') => {
                        self.cells.bytes.push(b'"');
                        at += 1;
                    }
                    None if !is_last => return Reach::Unknown,
                    _ => is_quoted = false,
                },
                b'"' if is_fresh => is_quoted = true,
                b'\n' | b'\r' if is_quoted => {
                    // Both signs of one end are one line.
                    lines += usize::from(byte == b'\n' || rest.get(at + 1) != Some(&b'\n'));
                    self.cells.bytes.push(byte);
                }
                b'\n' | b'\r' => {
                    let Some(end) = line_end(&rest[at..], is_last) else { return Reach::Unknown };
                    self.cells.end();
                    return Reach::Ends { text: at, next: at + end, lines: lines as u64 };
                }
                _ if byte == self.separator && !is_quoted => self.cells.end(),
                _ => self.cells.bytes.push(byte),
            }
            is_fresh = byte == self.separator && !is_quoted;
            at += 1;
            if at > LONGEST || (is_quoted && lines > MOST_LINES) {
                return Reach::Open;
            }
        }
        match (is_last, is_quoted) {
            (true, true) => Reach::Open,
            (true, false) => {
                self.cells.end();
                Reach::Ends { text: at, next: at, lines: lines as u64 }
            }
            // So long a row without an end is none, and must not be read from its beginning for ever.
            (false, _) if rest.len() > LONGEST => Reach::Open,
            (false, _) => Reach::Unknown,
        }
    }
}

/// How long the end of a line is; `None` where its second half may still come.
fn line_end(rest: &[u8], is_last: bool) -> Option<usize> {
    match rest {
        [b'\r', b'\n', ..] => Some(2),
        [b'\r'] if !is_last => None,
        [b'\r' | b'\n', ..] => Some(1),
        _ => Some(0),
    }
}
