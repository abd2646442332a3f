//! Plausible worlds as dots that can be counted, in rows of ten, each with the mark of the link that is best in it.

use super::geometry::Point;

/// Dots in a row, and from dot to dot.
const ROW: usize = 10;
pub const STEP: f64 = 21.0;
/// Radius of a dot.
const RADIUS: f64 = 7.0;

/// What a dot looks like, so that colour never is the only carrier; the first is that of the best link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Disc,
    Square,
    Diamond,
    Triangle,
    Cross,
}

/// One world.
#[derive(Clone, Debug, PartialEq)]
pub struct WorldDot {
    pub at: Point,
    /// Number of its group, from 0.
    pub group: usize,
    /// Noise may have decided: drawn hollow.
    pub hollow: bool,
}

/// Marks by group; what comes after shares the last.
pub fn mark(group: usize) -> Mark {
    [Mark::Disc, Mark::Square, Mark::Diamond, Mark::Triangle].into_iter().nth(group).unwrap_or(Mark::Cross)
}

/// The dots of groups of so many worlds, of which so many are clear [worlds]; the clear ones of a group first.
pub fn worlds(groups: &[(u32, u32)]) -> Vec<WorldDot> {
    let all = groups.iter().enumerate().flat_map(|(group, &(best, clear))| (0..best).map(move |n| (group, n >= clear)));
    all.enumerate()
        .map(|(n, (group, hollow))| {
            let (column, row) = (n % ROW, n / ROW);
            WorldDot { at: Point::new(STEP * (column as f64 + 0.5), STEP * (row as f64 + 0.5)), group, hollow }
        })
        .collect()
}

/// Width and height that so many dots take.
pub fn room(dots: usize) -> (f64, f64) {
    (STEP * ROW as f64, STEP * dots.div_ceil(ROW) as f64)
}

/// The outline of a mark, as path data.
pub fn outline(mark: Mark, at: Point) -> String {
    let Point { x, y } = at;
    let r = RADIUS;
    match mark {
        Mark::Disc => format!("M{:.1} {y:.1}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0Z", x - r, d = 2.0 * r),
        Mark::Square => {
            let h = r * 0.88;
            format!("M{:.1} {:.1}h{d:.1}v{d:.1}h-{d:.1}Z", x - h, y - h, d = 2.0 * h)
        }
        Mark::Diamond => {
            format!(
                "M{x:.1} {:.1}L{:.1} {y:.1}L{x:.1} {:.1}L{:.1} {y:.1}Z",
                y - r * 1.2,
                x + r * 1.2,
                y + r * 1.2,
                x - r * 1.2
            )
        }
        Mark::Triangle => {
            format!("M{x:.1} {:.1}L{:.1} {b:.1}L{:.1} {b:.1}Z", y - r * 1.1, x + r * 1.1, x - r * 1.1, b = y + r * 0.9)
        }
        Mark::Cross => {
            let (a, b) = (r * 0.35, r * 0.95);
            format!(
                "M{:.1} {:.1}h{t:.1}v{s:.1}h{s:.1}v{t:.1}h-{s:.1}v{s:.1}h-{t:.1}v-{s:.1}h-{s:.1}v-{t:.1}h{s:.1}Z",
                x - a,
                y - b,
                t = 2.0 * a,
                s = b - a,
            )
        }
    }
}
