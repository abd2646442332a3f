//! Paints dots: each kind is drawn once, and then copied to wherever such a dot is.

use super::colours::{Colours, HEATS};
use crate::charts::crowd::{Crowd, Dot, Light, Look};
use crate::charts::geometry::{Point, Rect};
use std::f64::consts::TAU;
use wasm_bindgen::JsCast;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap, OffscreenCanvas, OffscreenCanvasRenderingContext2d,
};

/// The part of the drawing that the canvas shows, and how large: `scale` is that of places [CSS pixels a unit],
/// `grain` that of dots [times their usual size].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    pub part: Rect,
    pub scale: f64,
    pub grain: f64,
}

impl Window {
    /// Shown at a scale, where type is so many times as large as usual.
    pub fn of(part: Rect, scale: f64, type_size: f64) -> Self {
        Self { part, scale: scale * type_size, grain: type_size }
    }

    /// The place in the drawing under a place on the canvas [CSS pixels].
    pub fn place(&self, x: f64, y: f64) -> Point {
        Point::new(self.part.x + x / self.scale, self.part.y + y / self.scale)
    }
}

/// Radius of a dot, of one that is lit, and of the light around it [px].
const DOT: f64 = 2.1;
const LIT: f64 = 2.7;
const HALO: f64 = 5.2;
/// A rim of paper keeps dots apart and shows them on metal [px].
const RIM: f64 = 0.9;
/// How much is seen of a dot that begins to fall: it falls past words [0..1].
const FALLING: f64 = 0.6;
/// Side of the square that holds one kind of dot [px].
const CELL: f64 = 14.0;
/// Kinds after those by heat.
const FAILED: usize = HEATS;
const BETTER: usize = HEATS + 1;
const WORSE: usize = HEATS + 2;

/// A canvas with its kinds of dots.
pub struct Painter {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    colours: Colours,
    kinds: Option<Kinds>,
}

/// All kinds side by side, with so many pixels of the screen for each of a dot's own.
struct Kinds {
    /// No canvas: of a canvas the browser would take a picture for every dot.
    picture: ImageBitmap,
    grain: f64,
}

impl Painter {
    /// None where the browser gives no canvas to draw on.
    pub fn new(canvas: &HtmlCanvasElement, colours: Colours) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self { canvas: canvas.clone(), context, colours, kinds: None })
    }

    /// Paints everybody who can be seen at a time.
    pub fn paint(&mut self, crowd: &Crowd, time: f64, window: &Window) {
        let density = web_sys::window().map_or(1.0, |w| w.device_pixel_ratio()).clamp(1.0, 3.0);
        self.fit(window, density);
        let grain = density * window.grain;
        if self.kinds.as_ref().is_none_or(|kinds| kinds.grain != grain) {
            self.kinds = kinds(&self.colours, grain);
        }
        let Some(kinds) = &self.kinds else { return };
        let cell = cell(grain);
        let half = cell / 2.0;
        let zoom = window.scale * density;
        self.context.clear_rect(0.0, 0.0, self.canvas.width().into(), self.canvas.height().into());
        for dot in crowd.dots(time) {
            let x = (dot.at.x - window.part.x) * zoom - half;
            let y = (dot.at.y - window.part.y) * zoom - half;
            if dot.fade < 1.0 {
                self.context.set_global_alpha(dot.fade * FALLING);
            }
            let from = kind(&dot) as f64 * cell;
            let _ = self.context.draw_image_with_image_bitmap_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
                &kinds.picture,
                from,
                0.0,
                cell,
                cell,
                x,
                y,
                cell,
                cell,
            );
            if dot.fade < 1.0 {
                self.context.set_global_alpha(1.0);
            }
        }
    }

    /// Makes the canvas as large as the drawing.
    fn fit(&self, window: &Window, density: f64) {
        let side = |units: f64| (units * window.scale * density).round() as u32;
        let (width, height) = (side(window.part.width), side(window.part.height));
        if (self.canvas.width(), self.canvas.height()) != (width, height) {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
            let style = self.canvas.style();
            let _ = style.set_property("width", &format!("{}px", window.part.width * window.scale));
            let _ = style.set_property("height", &format!("{}px", window.part.height * window.scale));
        }
    }
}

fn kind(dot: &Dot) -> usize {
    match (dot.light, dot.look) {
        (Some(Light::Better), _) => BETTER,
        (Some(Light::Worse), _) => WORSE,
        (None, Look::Failed) => FAILED,
        (None, Look::Well | Look::Falling) => ((dot.heat * HEATS as f64) as usize).min(HEATS - 1),
    }
}

/// A cell's side in whole pixels, so that no kind shows a neighbour's edge.
fn cell(grain: f64) -> f64 {
    (CELL * grain).ceil()
}

#[cfg(feature = "style")]
/// Every kind of dot side by side, by heat and then failed, better and worse.
pub fn every_kind(colours: &Colours, grain: f64) -> Option<HtmlCanvasElement> {
    let picture = kinds(colours, grain)?.picture;
    let canvas: HtmlCanvasElement = web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(picture.width());
    canvas.set_height(picture.height());
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_image_bitmap(&picture, 0.0, 0.0).ok()?;
    Some(canvas)
}

fn kinds(colours: &Colours, grain: f64) -> Option<Kinds> {
    let cell = cell(grain);
    let canvas = OffscreenCanvas::new(((WORSE + 1) as f64 * cell) as u32, cell as u32).ok()?;
    let context: OffscreenCanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let circle = |kind: usize, radius: f64, colour: &str, alpha: f64| {
        let middle = (kind as f64 + 0.5) * cell;
        context.set_global_alpha(alpha);
        context.set_fill_style_str(colour);
        context.begin_path();
        let _ = context.arc(middle, cell / 2.0, radius * grain, 0.0, TAU);
        context.fill();
    };
    for (kind, colour) in colours.heats.iter().chain([&colours.failed]).enumerate() {
        circle(kind, DOT + RIM, &colours.paper, 0.85);
        circle(kind, DOT, colour, 1.0);
    }
    for (kind, colour) in [(BETTER, &colours.better), (WORSE, &colours.worse)] {
        circle(kind, HALO, colour, 0.28);
        circle(kind, LIT + RIM, &colours.paper, 1.0);
        circle(kind, LIT, colour, 1.0);
    }
    Some(Kinds { picture: canvas.transfer_to_image_bitmap().ok()?, grain })
}
