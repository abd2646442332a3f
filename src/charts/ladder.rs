//! The phase-out ladder: a hundred dots, each one customer of a hundred who bought, standing on their rungs; those who
//! have left are gone over the top.
use crate::model::order;

use super::geometry::{Point, Rect};

/// Dots in all.
const HUNDRED: u64 = 100;

/// One rung with those who stand on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Height of its line.
    pub y: f64,
    pub dots: Vec<Point>,
}

/// The ladder in its room, lowest rung first; `left` are those who have gone.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    pub rails: [f64; 2],
    pub top: f64,
    pub bottom: f64,
    pub rungs: Vec<Rung>,
    pub left: Vec<Point>,
    /// Of every dot.
    pub radius: f64,
}

/// From dot to dot, and the radius of one, where there is room.
const RADIUS: f64 = 2.1;
const DOT: f64 = 6.0;
/// The part of the way from rung to rung that a crowd may fill [0..1].
const FILLED: f64 = 0.94;

/// Lays the ladder out for customers standing on each rung, lowest first, and those who have left [customers].
/// `None` without any rung.
pub fn ladder(standing: &[u64], left: u64, room: Rect) -> Option<Ladder> {
    if standing.is_empty() {
        return None;
    }
    let mut counts = hundredths(standing, left);
    let gone = counts.pop().unwrap_or(0);
    let top_room = 30.0;
    let step = (room.height - top_room) / standing.len() as f64;
    let width = room.width - 10.0;
    // Closer together where a rung is crowded, everywhere alike.
    let most = counts.iter().copied().max().unwrap_or(0);
    let fits = |dot: &f64| most.div_ceil(((width / dot) as u64).max(1)) as f64 * dot <= step * FILLED;
    let dot = (0..20).map(|i| DOT * (1.0 - 0.04 * f64::from(i))).find(fits).unwrap_or(DOT / 5.0);
    let per_row = ((width / dot) as u64).max(1);
    let rows = |count: u64, from_y: f64| -> Vec<Point> {
        (0..count)
            .map(|i| {
                let (column, row) = (i % per_row, i / per_row);
                Point::new(room.x + 5.0 + dot * (column as f64 + 0.5), from_y - dot * (row as f64 + 0.7))
            })
            .collect()
    };
    let rungs = counts.iter().enumerate().map(|(i, &count)| {
        let y = room.bottom() - step * i as f64;
        Rung { y, dots: rows(count, y) }
    });
    Some(Ladder {
        rails: [room.x, room.right()],
        top: room.y + top_room,
        bottom: room.bottom(),
        rungs: rungs.collect(),
        left: rows(gone, room.y + top_room),
        radius: RADIUS * dot / DOT,
    })
}

/// Shares of a hundred that sum to a hundred: the largest remainders are rounded up. The last is those who left.
fn hundredths(standing: &[u64], left: u64) -> Vec<u64> {
    let counts: Vec<u64> = standing.iter().copied().chain([left]).collect();
    let all: u64 = counts.iter().sum();
    if all == 0 {
        return counts;
    }
    let mut shares: Vec<u64> = counts.iter().map(|c| c * HUNDRED / all).collect();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order::sort_by_key(&mut order, |&i| std::cmp::Reverse(counts[i] * HUNDRED % all));
    let missing = HUNDRED - shares.iter().sum::<u64>();
    for &i in order.iter().take(missing as usize) {
        shares[i] += 1;
    }
    shares
}
