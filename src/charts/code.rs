//! A QR code (ISO/IEC 18004) of an address, as one path of squares: for a projector, and on paper.

use fast_qr::{ECL, QRBuilder};

/// Squares of nothing around a code, without which no telephone finds it [squares].
const MARGIN: usize = 4;

/// A code, in a square of its own units: one for each square of the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkCode {
    /// Width and height with the margin [squares].
    pub size: usize,
    /// The dark squares, as the outline of an SVG path.
    pub path: String,
}

/// The code of a text. A seventh of it may be soiled. `None` if the text is longer than any code.
pub fn code(text: &str) -> Option<LinkCode> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for row in 0..code.size {
        let is_dark = |column: usize| column < code.size && code[row][column].value();
        let mut column = 0;
        while column < code.size {
            let length = (column..).take_while(|at| is_dark(*at)).count();
            if length > 0 {
                let (x, y) = (column + MARGIN, row + MARGIN);
                path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
            }
            column += length.max(1);
        }
    }
    Some(LinkCode { size: code.size + 2 * MARGIN, path })
}
