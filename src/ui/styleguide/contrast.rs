//! How well a colour stands out from another, as WCAG 2.2 counts it. Plain values, so that the tests read it too.

/// Red, green, blue and cover [0..1].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour(pub [f64; 4]);

impl Colour {
    /// What a style sheet or a browser writes: `#` with hexadecimal digits, rgb and oklab with numbers.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(digits) = text.strip_prefix('#') {
            let two = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok().map(|n| f64::from(n) / 255.0);
            let cover = if digits.len() == 8 { two(6)? } else { 1.0 };
            return Some(Self([two(0)?, two(2)?, two(4)?, cover]));
        }
        let (name, rest) = text.split_once('(')?;
        let numbers: Vec<f64> = rest
            .trim_end_matches(')')
            .split([',', ' ', '/'])
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?;
        let [a, b, c, ref cover @ ..] = *numbers.as_slice() else { return None };
        let cover = cover.first().copied().unwrap_or(1.0);
        match name {
            "rgb" | "rgba" => Some(Self([a / 255.0, b / 255.0, c / 255.0, cover])),
            "oklab" => Some(Self::from_oklab([a, b, c], cover)),
            _ => None,
        }
    }

    /// As it is seen over an opaque ground.
    pub fn over(self, ground: Self) -> Self {
        let ([r, g, b, cover], [x, y, z, _]) = (self.0, ground.0);
        let mix = |top: f64, under: f64| top * cover + under * (1.0 - cover);
        Self([mix(r, x), mix(g, y), mix(b, z), 1.0])
    }

    /// Red, green and blue as amounts of light [0..1].
    pub fn linear(self) -> [f64; 3] {
        let [r, g, b, _] = self.0;
        [r, g, b].map(|c| if c <= 0.04045 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) })
    }

    /// Relative luminance [0..1].
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// From lightness [0..1] and the two axes of oklab.
    pub fn from_oklab([light, a, b]: [f64; 3], cover: f64) -> Self {
        let cube = |x: f64| x * x * x;
        let l = cube(light + 0.3963377774 * a + 0.2158037573 * b);
        let m = cube(light - 0.1055613458 * a - 0.0638541728 * b);
        let s = cube(light - 0.0894841775 * a - 1.2914855480 * b);
        let seen = |c: f64| {
            let c = c.clamp(0.0, 1.0);
            if c <= 0.0031308 { 12.92 * c } else { 1.055 * libm::pow(c, 1.0 / 2.4) - 0.055 }
        };
        Self([
            seen(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            seen(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            seen(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
            cover,
        ])
    }
}

/// The contrast of two opaque colours [1..21].
pub fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
