//! Takes Rust text apart into code, comments and string literals, far enough for the rules here.

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Code,
    Comment,
    /// The inside of a string literal.
    Text,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// The line it begins on, from 1.
    pub line: usize,
    pub kind: Kind,
    pub text: String,
}

/// The pieces of a Rust file in their order. What is only tested (`#[cfg(test)]`) is not told apart.
pub fn pieces(source: &str) -> Vec<Piece> {
    Scanner { chars: source.chars().collect(), at: 0, line: 1, pieces: Vec::new() }.run()
}

/// The code alone, line by line: comments gone, literals emptied.
pub fn code_lines(source: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for piece in pieces(source).into_iter().filter(|piece| piece.kind == Kind::Code) {
        for (i, part) in piece.text.split('\n').enumerate() {
            let line = piece.line + i;
            match lines.last_mut() {
                Some((last, text)) if *last == line => text.push_str(part),
                _ => lines.push((line, part.to_owned())),
            }
        }
    }
    lines
}

struct Scanner {
    chars: Vec<char>,
    at: usize,
    line: usize,
    pieces: Vec<Piece>,
}

impl Scanner {
    fn run(mut self) -> Vec<Piece> {
        let (mut code, mut begun) = (String::new(), 1);
        while let Some(c) = self.peek(0) {
            let found = if c == '/' && self.peek(1) == Some('/') {
                Some(self.line_comment())
            } else if c == '/' && self.peek(1) == Some('*') {
                Some(self.block_comment())
            } else if c == '"' {
                Some(self.literal(0, true))
            } else if let Some(hashes) = self.raw_literal_ahead(&code) {
                for _ in 0..=hashes {
                    code.extend(self.next());
                }
                Some(self.literal(hashes, false))
            } else {
                None
            };
            if let Some(piece) = found {
                self.pieces.push(Piece { line: begun, kind: Kind::Code, text: std::mem::take(&mut code) });
                self.pieces.push(piece);
                begun = self.line;
            } else if c == '\'' && (self.peek(2) == Some('\'') || self.peek(1) == Some('\\')) {
                self.character();
            } else {
                code.extend(self.next());
            }
        }
        self.pieces.push(Piece { line: begun, kind: Kind::Code, text: code });
        self.pieces.retain(|piece| !piece.text.is_empty() || piece.kind == Kind::Text);
        self.pieces
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn line_comment(&mut self) -> Piece {
        let (line, mut text) = (self.line, String::new());
        while self.peek(0).is_some_and(|c| c != '\n') {
            text.extend(self.next());
        }
        Piece { line, kind: Kind::Comment, text }
    }

    fn block_comment(&mut self) -> Piece {
        let (line, mut text, mut depth) = (self.line, String::new(), 0_u32);
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => depth += 1,
                (Some('*'), Some('/')) => depth -= 1,
                (None, _) => break,
                _ => {
                    text.extend(self.next());
                    continue;
                }
            }
            text.extend(self.next());
            text.extend(self.next());
            if depth == 0 {
                break;
            }
        }
        Piece { line, kind: Kind::Comment, text }
    }

    /// How many `#` stand between an `r` and a quotation mark that are ahead.
    fn raw_literal_ahead(&self, code: &str) -> Option<usize> {
        let joined = code.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_') && !code.ends_with('b');
        if self.peek(0) != Some('r') || joined {
            return None;
        }
        let hashes = (1..).take_while(|&i| self.peek(i) == Some('#')).count();
        (self.peek(1 + hashes) == Some('"')).then_some(hashes)
    }

    fn literal(&mut self, hashes: usize, escapes: bool) -> Piece {
        let (line, mut text) = (self.line, String::new());
        self.next();
        while let Some(c) = self.next() {
            if c == '"' && (0..hashes).all(|i| self.peek(i) == Some('#')) {
                break;
            }
            text.push(c);
            if escapes && c == '\\' {
                text.extend(self.next());
            }
        }
        for _ in 0..hashes {
            self.next();
        }
        Piece { line, kind: Kind::Text, text }
    }

    fn character(&mut self) {
        self.next();
        while let Some(c) = self.next() {
            match c {
                '\\' => _ = self.next(),
                '\'' => break,
                _ => {}
            }
        }
    }
}

#[test]
fn literals_comments_and_code_are_told_apart() {
    let source =
        "let a = \"x \\\" // y\"; // z \"q\"\nlet b: &'static str = r#\"in \"raw\"\"#; /* c /* d */ */ let c = '\"';";
    let of =
        |kind| pieces(source).into_iter().filter(move |p| p.kind == kind).map(|p| (p.line, p.text)).collect::<Vec<_>>();
    assert_eq!(of(Kind::Text), [(1, "x \\\" // y".to_owned()), (2, "in \"raw\"".to_owned())]);
    assert_eq!(of(Kind::Comment), [(1, "// z \"q\"".to_owned()), (2, "/* c /* d */ */".to_owned())]);
    assert_eq!(
        code_lines(source),
        [(1, "let a = ; ".to_owned()), (2, "let b: &'static str = r#;  let c = ;".to_owned())]
    );
}
