//! Plain tables for a terminal, and rows of CSV.

/// A number with so many decimals. What is written as 0 has no sign.
pub fn fixed(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    match text.strip_prefix('-') {
        Some(bare) if bare.chars().all(|c| matches!(c, '0' | '.')) => bare.to_owned(),
        _ => text,
    }
}

/// An end of an interval as a cell of CSV; empty where there were too few to tell.
pub fn end(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { String::new() }
}

/// How a figure is said to be of too few for its noise to be told.
pub const TOO_FEW: &str = "(too few to tell)";

/// Rows of cells, set in columns.
#[derive(Default)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    fn widths(&self) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |i| self.rows.iter().filter_map(|row| row.get(i)).map(|cell: &String| cell.chars().count()).max();
        (0..columns).map(|i| width(i).unwrap_or(0)).collect()
    }

    /// First column to the left, the others (figures) to the right.
    pub fn right_aligned(&self) -> String {
        self.set(|i| i > 0)
    }

    /// All columns to the left.
    pub fn left_aligned(&self) -> String {
        self.set(|_| false)
    }

    fn set(&self, is_right: impl Fn(usize) -> bool) -> String {
        let widths = self.widths();
        let mut text = String::new();
        for row in &self.rows {
            let cells = row.iter().zip(&widths).enumerate().map(|(i, (cell, width))| {
                if is_right(i) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
            });
            text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
            text.push('\n');
        }
        text
    }

    /// The same rows as CSV (RFC 4180).
    pub fn csv(&self) -> String {
        let quoted = |cell: &String| {
            if cell.contains([',', '"', '\n', '\r']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        };
        self.rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n").collect()
    }
}
