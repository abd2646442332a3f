//! Points, boxes, and the outline of a chain's link: a capsule.

use std::f64::consts::PI;

/// A point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    pub fn distance(self, other: Self) -> f64 {
        length(other.x - self.x, other.y - self.y)
    }

    /// The point at part `t` [0..1] of the way to another.
    pub fn towards(self, other: Self, t: f64) -> Self {
        Self::new(self.x + (other.x - self.x) * t, self.y + (other.y - self.y) * t)
    }

    /// The point at a distance in a direction [radians, clockwise from east].
    pub fn polar(self, distance: f64, angle: f64) -> Self {
        Self::new(self.x + distance * libm::cos(angle), self.y + distance * libm::sin(angle))
    }

    /// Direction to another point [radians, clockwise from east].
    pub fn angle_to(self, other: Self) -> f64 {
        libm::atan2(other.y - self.y, other.x - self.x)
    }
}

/// Length of an arrow. `sqrt` is one instruction and the same everywhere; `libm::hypot`, which is for lengths beyond what a
/// square can hold, takes some fifty times as long in WebAssembly.
fn length(dx: f64, dy: f64) -> f64 {
    (dx * dx + dy * dy).sqrt()
}

/// A box with its sides along the axes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// The least box around two points.
    pub fn between(a: Point, b: Point) -> Self {
        Self::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
    }

    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    pub fn center(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The box with so much more on every side.
    pub fn grown(&self, by: f64) -> Self {
        Self::new(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }

    /// Whether two boxes share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether another box lies within this one.
    pub fn holds(&self, other: &Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// Whether a point lies within.
    pub fn has(&self, p: Point) -> bool {
        self.x <= p.x && p.x <= self.right() && self.y <= p.y && p.y <= self.bottom()
    }

    /// The box that holds both.
    pub fn with(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// The distance from a point, 0 inside.
    pub fn distance(&self, p: Point) -> f64 {
        let dx = (self.x - p.x).max(0.0).max(p.x - self.right());
        let dy = (self.y - p.y).max(0.0).max(p.y - self.bottom());
        length(dx, dy)
    }
}

/// A capsule: all points within `radius` of a straight spine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Capsule {
    pub center: Point,
    /// Half the length of the spine.
    pub half: f64,
    pub radius: f64,
    /// Direction of the spine [radians, clockwise from east].
    pub angle: f64,
    /// The ends of the spine, worked out once: everything that is laid near asks for them.
    ends: [Point; 2],
}

/// Points along each rounded end of an outline.
const END_POINTS: usize = 16;

impl Capsule {
    /// A capsule of an outer length and width.
    pub fn new(center: Point, length: f64, width: f64, angle: f64) -> Self {
        let half = (length - width).max(0.0) / 2.0;
        Self { center, half, radius: width / 2.0, angle, ends: [center.polar(-half, angle), center.polar(half, angle)] }
    }

    /// The ends of the spine.
    pub fn spine(&self) -> [Point; 2] {
        self.ends
    }

    /// The same capsule, thicker or thinner by an amount all around.
    pub fn grown(&self, by: f64) -> Self {
        Self { radius: (self.radius + by).max(0.1), ..*self }
    }

    /// Points along the outline, closed by the first, beginning at the middle of one long side.
    pub fn outline(&self) -> Vec<Point> {
        let [tail, head] = self.spine();
        let side = self.angle - PI / 2.0;
        let cap = |center: Point, from: f64| {
            (0..=END_POINTS).map(move |i| center.polar(self.radius, from + PI * i as f64 / END_POINTS as f64))
        };
        let start = self.center.polar(self.radius, side);
        let mut points = vec![start];
        points.extend(cap(head, side));
        points.extend(cap(tail, side + PI));
        points.push(start);
        points
    }

    /// The outline as path data.
    pub fn path(&self) -> String {
        let [tail, head] = self.spine();
        let side = self.angle - PI / 2.0;
        let corner = |p: Point, a: f64| coordinates(p.polar(self.radius, a));
        let r = short(self.radius);
        format!(
            "M{} L{} A{r} {r} 0 0 1 {} L{} A{r} {r} 0 0 1 {} Z",
            corner(tail, side),
            corner(head, side),
            corner(head, side + PI),
            corner(tail, side + PI),
            corner(tail, side),
        )
    }

    /// Dashes of its path that leave it open by so much, in the middle of its lower side: as a list of lengths.
    pub fn opened(&self, by: f64) -> String {
        let (side, cap) = (2.0 * self.half, PI * self.radius);
        let until = 1.5 * side + cap - by / 2.0;
        format!("{} {} {}", short(until.max(0.0)), short(by), short(side + 2.0 * cap + side))
    }

    /// The least box around it.
    pub fn bounds(&self) -> Rect {
        let [a, b] = self.spine();
        let r = self.radius;
        Rect::between(a, b).grown(r)
    }

    /// Whether two capsules may have less free space between them; a quick look.
    pub fn is_within(&self, free: f64, other: &Self) -> bool {
        let reach = self.half + self.radius + other.half + other.radius + free;
        self.center.distance(other.center) <= reach
    }

    /// Free space between two capsules; negative when they overlap.
    pub fn gap(&self, other: &Self) -> f64 {
        let ([a, b], [c, d]) = (self.spine(), other.spine());
        if crossing(a, b, c, d).is_some() {
            return -(self.radius + other.radius);
        }
        let nearest = [to_segment(a, c, d), to_segment(b, c, d), to_segment(c, a, b), to_segment(d, a, b)];
        nearest.into_iter().fold(f64::INFINITY, f64::min) - self.radius - other.radius
    }

    /// Free space between this capsule and a box; 0 or less when they overlap.
    pub fn gap_to_rect(&self, rect: &Rect) -> f64 {
        let [a, b] = self.spine();
        let along = (0..=12).map(|i| rect.distance(a.towards(b, f64::from(i) / 12.0)));
        along.fold(f64::INFINITY, f64::min) - self.radius
    }
}

/// The distance of a point from a segment.
pub fn to_segment(p: Point, a: Point, b: Point) -> f64 {
    let length2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    if length2 == 0.0 {
        return p.distance(a);
    }
    let t = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2;
    p.distance(a.towards(b, t.clamp(0.0, 1.0)))
}

/// Where two segments cross: the part of the way [0..1] along the first.
pub fn crossing(a: Point, b: Point, c: Point, d: Point) -> Option<f64> {
    let (rx, ry, sx, sy) = (b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y);
    let cross = rx * sy - ry * sx;
    if cross == 0.0 {
        return None;
    }
    let t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / cross;
    let u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / cross;
    ((0.0..1.0).contains(&t) && (0.0..1.0).contains(&u)).then_some(t)
}

/// Path data through points.
pub fn polyline(points: &[Point]) -> String {
    let mut path = String::with_capacity(16 * points.len());
    for (i, &p) in points.iter().enumerate() {
        path.push(if i == 0 { 'M' } else { 'L' });
        push_point(&mut path, p);
    }
    path
}

fn coordinates(p: Point) -> String {
    let mut both = String::new();
    push_point(&mut both, p);
    both
}

fn push_point(path: &mut String, p: Point) {
    push_short(path, p.x);
    path.push(' ');
    push_short(path, p.y);
}

/// A number as path data holds it.
fn short(x: f64) -> String {
    let mut number = String::new();
    push_short(&mut number, x);
    number
}

/// Writes a number with at most two decimals, which is finer than any screen, digit by digit: a drawing has tens of
/// thousands of them.
fn push_short(path: &mut String, x: f64) {
    let hundredths = (x * 100.0).round() as i64;
    if hundredths < 0 {
        path.push('-');
    }
    let (whole, part) = (hundredths.unsigned_abs() / 100, (hundredths.unsigned_abs() % 100) as u8);
    let mut digits = [b'0'; 20];
    let (mut first, mut left) = (digits.len(), whole);
    while left > 0 || first == digits.len() {
        first -= 1;
        digits[first] = b'0' + (left % 10) as u8;
        left /= 10;
    }
    path.extend(digits[first..].iter().map(|d| char::from(*d)));
    if part > 0 {
        path.push('.');
        path.push(char::from(b'0' + part / 10));
        if part % 10 > 0 {
            path.push(char::from(b'0' + part % 10));
        }
    }
}

/// An even number in [0, 1) for a key, always the same for the same one, so that no dot jumps. Only for where dots lie,
/// never for what happens to anybody.
pub(super) fn scatter(salt: u64, i: u64, which: u64) -> f64 {
    let mut z = salt.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(i.wrapping_mul(0xD1B5_4A32_D192_ED03)) ^ which;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}
