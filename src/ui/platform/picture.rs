//! Charts as pictures that stand by themselves: an SVG with its looks, its fonts, a title and where it comes from inside, and
//! a PNG made of it, at twice the size.

use super::files::offer_bytes;
use crate::model::number_of;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement, Node};

/// What makes the look of a shape, as SVG has it for attributes.
const LOOKS: [&str; 14] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "text-anchor",
    "dominant-baseline",
    "paint-order",
];
/// Attributes that say what something is to the page, and nothing to a picture.
const OF_THE_PAGE: [&str; 7] = ["class", "style", "tabindex", "role", "id", "width", "height"];
/// Room at the sides, over and under the drawing, and what a line takes [the drawing's units].
const SIDE: f64 = 24.0;
const LINE: f64 = 24.0;
const SMALL: f64 = 17.0;
/// The least that a picture is wide, so that its title and where it comes from have room [the drawing's units].
const LEAST: f64 = 600.0;
const TITLE: f64 = 18.0;
const SOURCE: f64 = 12.0;
/// Mean width of a letter, of its size: enough to break lines by.
const LETTER: f64 = 0.52;
/// How much larger a PNG is than the drawing [times].
const SCALE: f64 = 2.0;
/// What a shape is painted with that is not painted.
const NO_COLOUR: &str = "none";
/// What is set in each of the page's fonts, and where that lies.
const FONTS: [(&str, &str); 2] = [("body", "fonts/inter-latin.woff2"), ("h1", "fonts/eb-garamond-latin.woff2")];

/// A picture as the text of an SVG.
#[derive(Clone, Debug)]
pub struct ChartPicture {
    svg: String,
    width: f64,
    height: f64,
}

/// A chart as it stands on the page, and what makes it read alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// What lies on each other.
    pub drawn: Vec<Element>,
    /// What it shows.
    pub title: String,
    /// What is drawn, where the title does not say it.
    pub under: Option<String>,
    /// Marks with what each stands for.
    pub legend: Vec<(Element, String)>,
}

/// Draws a chart with its title over it, and what its marks stand for and where it comes from under it.
pub async fn picture(chart: &Chart, source: &str) -> Option<ChartPicture> {
    let title = &chart.title;
    let [x, y, drawn_wide, height] = box_of(chart.drawn.first()?)?;
    let width = drawn_wide.max(LEAST);
    let colours = Colours::new()?;
    let look = window().get_computed_style(&document().document_element()?).ok()??;
    let (ink, paper) = (colours.token(&look, "--ink"), colours.token(&look, "--paper"));
    let wide = width + 2.0 * SIDE;
    let lines = broken(title, (width / (TITLE * LETTER)) as usize);
    let under = chart.under.as_ref().map_or_else(Vec::new, |under| broken(under, (width / (SOURCE * LETTER)) as usize));
    let titles = SIDE + LINE * lines.len() as f64;
    let top = titles + if under.is_empty() { 0.0 } else { SMALL * under.len() as f64 + SOURCE };
    let marks = top + height + SIDE;
    let high = marks + LINE * chart.legend.len() as f64 + SIDE + if chart.legend.is_empty() { 0.0 } else { SOURCE };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" role=\"img\" aria-label=\"{}\">",
        escaped(title)
    );
    svg.push_str(&fonts().await);
    svg.push_str(&format!("<rect width=\"{wide}\" height=\"{high}\" fill=\"{paper}\"/>"));
    for (n, line) in lines.iter().enumerate() {
        let at = SIDE + LINE * n as f64 + TITLE / 2.0;
        svg.push_str(&words(line, (SIDE, at), TITLE, &family("h1"), &ink));
    }
    for (n, line) in under.iter().enumerate() {
        let at = titles + SMALL * n as f64 + SOURCE / 2.0;
        svg.push_str(&words(line, (SIDE, at), SOURCE, &family("body"), &ink));
    }
    svg.push_str(&format!("<svg x=\"{SIDE}\" y=\"{top}\" width=\"{drawn_wide}\" height=\"{height}\" viewBox=\"{x} {y} {drawn_wide} {height}\" overflow=\"visible\">"));
    for one in &chart.drawn {
        children(one, &colours, &mut svg);
    }
    svg.push_str("</svg>");
    for (n, (mark, what)) in chart.legend.iter().enumerate() {
        let Some([x, y, width, height]) = box_of(mark) else { continue };
        let at = marks + LINE * n as f64;
        svg.push_str(&format!("<svg x=\"{SIDE}\" y=\"{at}\" width=\"{width}\" height=\"{height}\" viewBox=\"{x} {y} {width} {height}\" overflow=\"visible\">"));
        children(mark, &colours, &mut svg);
        svg.push_str("</svg>");
        svg.push_str(&words(
            what,
            (SIDE + width + SOURCE, at + height / 2.0 + SOURCE / 3.0),
            SOURCE,
            &family("body"),
            &ink,
        ));
    }
    svg.push_str(&words(source, (SIDE, high - SIDE / 2.0), SOURCE, &family("body"), &ink));
    svg.push_str("</svg>");
    Some(ChartPicture { svg, width: wide, height: high })
}

/// The view box of a drawing: its left, its top, its width and its height.
fn box_of(drawn: &Element) -> Option<[f64; 4]> {
    let numbers = drawn.get_attribute("viewBox")?.split_whitespace().filter_map(number_of).collect::<Vec<_>>();
    numbers.try_into().ok()
}

impl ChartPicture {
    /// Downloads it as an SVG of this name.
    pub fn offer_svg(&self, name: &str) {
        // Without a place to put the file there is nothing that the page could do.
        let _ = offer_bytes(name, "image/svg+xml", self.svg.as_bytes());
    }

    /// Downloads it as a PNG of this name.
    ///
    /// # Errors
    /// What the browser says, where it does not draw it.
    pub async fn offer_png(&self, name: &str) -> Result<(), JsValue> {
        let image = document().create_element("img")?;
        image.set_attribute("src", &format!("data:image/svg+xml;base64,{}", STANDARD.encode(&self.svg)))?;
        JsFuture::from(called(&image, "decode", &[])?.dyn_into::<js_sys::Promise>()?).await?;
        let (canvas, context) = canvas(self.width * SCALE, self.height * SCALE)?;
        let sides = [0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height())].map(JsValue::from);
        called(&context, "drawImage", &[&[image.into()][..], &sides].concat())?;
        let address = canvas.to_data_url_with_type("image/png")?;
        let bytes = address.split_once(',').and_then(|(_, data)| STANDARD.decode(data).ok()).ok_or(JsValue::NULL)?;
        offer_bytes(name, "image/png", &bytes)
    }
}

/// Calls something of the browser by its name.
fn called(of: &JsValue, name: &str, given: &[JsValue]) -> Result<JsValue, JsValue> {
    let function = js_sys::Reflect::get(of, &name.into())?.dyn_into::<js_sys::Function>()?;
    function.apply(of, &given.iter().collect::<js_sys::Array>())
}

fn canvas(width: f64, height: f64) -> Result<(HtmlCanvasElement, CanvasRenderingContext2d), JsValue> {
    let canvas = document().create_element("canvas")?.dyn_into::<HtmlCanvasElement>()?;
    canvas.set_width(width.ceil() as u32);
    canvas.set_height(height.ceil() as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    Ok((canvas, context))
}

/// Reads colours as other programs know them.
struct Colours(CanvasRenderingContext2d);

impl Colours {
    fn new() -> Option<Self> {
        canvas(1.0, 1.0).ok().map(|(_, context)| Self(context))
    }

    /// A colour as its red, green and blue, and how much of it there is [0..1].
    fn plain(&self, colour: &str) -> (String, f64) {
        let nothing = || (NO_COLOUR.to_owned(), 1.0);
        if colour == NO_COLOUR || colour.starts_with("url") {
            return nothing();
        }
        self.0.clear_rect(0.0, 0.0, 1.0, 1.0);
        self.0.set_fill_style_str(colour);
        self.0.fill_rect(0.0, 0.0, 1.0, 1.0);
        let pixel = called(&self.0, "getImageData", &[0, 0, 1, 1].map(JsValue::from))
            .and_then(|image| js_sys::Reflect::get(&image, &"data".into()))
            .and_then(|data| data.dyn_into::<js_sys::Uint8ClampedArray>())
            .map(|data| data.to_vec())
            .unwrap_or_default();
        match pixel.as_slice() {
            [_, _, _, 0] => nothing(),
            [red, green, blue, alpha] => (format!("#{red:02x}{green:02x}{blue:02x}"), f64::from(*alpha) / 255.0),
            _ => nothing(),
        }
    }

    /// What a colour of the page is now.
    fn token(&self, look: &CssStyleDeclaration, name: &str) -> String {
        // The canvas knows no light-dark(): an element does.
        let Ok(probe) = document().create_element("span") else { return "none".to_owned() };
        let Some(body) = document().body() else { return "none".to_owned() };
        let style =
            js_sys::Reflect::get(&probe, &"style".into()).ok().and_then(|s| s.dyn_into::<CssStyleDeclaration>().ok());
        let value = look.get_property_value(name).unwrap_or_default();
        if let Some(style) = style {
            let _ = style.set_property("color", &value);
        }
        let _ = body.append_child(&probe);
        let colour =
            window().get_computed_style(&probe).ok().flatten().and_then(|s| s.get_property_value("color").ok());
        probe.remove();
        self.plain(&colour.unwrap_or_default()).0
    }
}

/// What is in an element, with its looks.
fn children(element: &Element, colours: &Colours, svg: &mut String) {
    let nodes = element.child_nodes();
    for node in (0..nodes.length()).filter_map(|n| nodes.get(n)) {
        match node.node_type() {
            Node::ELEMENT_NODE => {
                if let Ok(child) = node.dyn_into::<Element>() {
                    shape(&child, colours, svg);
                }
            }
            Node::TEXT_NODE => svg.push_str(&escaped(&node.text_content().unwrap_or_default())),
            _ => {}
        }
    }
}

fn shape(element: &Element, colours: &Colours, svg: &mut String) {
    let Ok(Some(look)) = window().get_computed_style(element) else { return };
    let is = |name: &str| look.get_property_value(name).unwrap_or_default();
    if is("display") == "none" || is("visibility") == "hidden" {
        return;
    }
    let name = element.tag_name();
    let is_seen = |look: &str| colours.plain(&is(look)).0 != NO_COLOUR;
    if element.child_element_count() == 0 && !is_seen("fill") && !is_seen("stroke") {
        // What only hears the pointer.
        return;
    }
    svg.push_str(&format!("<{name}"));
    let attributes = element.get_attribute_names();
    for attribute in attributes.iter().filter_map(|name| name.as_string()) {
        let is_of_the_page = OF_THE_PAGE.contains(&attribute.as_str())
            && !(name == "rect" && matches!(attribute.as_str(), "width" | "height"));
        if is_of_the_page
            || attribute.starts_with("aria-")
            || attribute.starts_with("on")
            || LOOKS.contains(&attribute.as_str())
            || attribute.ends_with("-opacity")
        {
            continue;
        }
        let value = element.get_attribute(&attribute).unwrap_or_default();
        svg.push_str(&format!(" {attribute}=\"{}\"", escaped(&value)));
    }
    for look in LOOKS {
        let value = is(look);
        match look {
            "fill" | "stroke" => {
                let (colour, part) = colours.plain(&value);
                let part = part * number_of(&is(&format!("{look}-opacity"))).unwrap_or(1.0);
                svg.push_str(&format!(" {look}=\"{colour}\""));
                if part < 1.0 {
                    svg.push_str(&format!(" {look}-opacity=\"{part:.3}\""));
                }
            }
            _ if value.is_empty() => {}
            _ => svg.push_str(&format!(" {look}=\"{}\"", escaped(&value))),
        }
    }
    svg.push('>');
    children(element, colours, svg);
    svg.push_str(&format!("</{name}>"));
}

/// The page's fonts, within the picture.
async fn fonts() -> String {
    let mut faces = String::new();
    for (set_in_it, file) in FONTS {
        let Ok(response) = JsFuture::from(window().fetch_with_str(file)).await else { continue };
        let Ok(response) = response.dyn_into::<web_sys::Response>() else { continue };
        let Some(bytes) = response.ok().then(|| response.array_buffer().ok()).flatten() else { continue };
        if let Ok(bytes) = JsFuture::from(bytes).await {
            let data = STANDARD.encode(js_sys::Uint8Array::new(&bytes).to_vec());
            let families = family(set_in_it);
            let name = families.split(',').next().unwrap_or_default().trim_matches('"');
            let face = format!("font-family:\"{name}\";font-weight:400 700;src:url(data:font/woff2;base64,{data})");
            faces.push_str(&format!("@font-face{{{face}}}"));
        }
    }
    format!("<style>{faces}</style>")
}

/// The fonts that the first element of a selector is set in.
fn family(selector: &str) -> String {
    let element = document().query_selector(selector).ok().flatten();
    let look = element.and_then(|element| window().get_computed_style(&element).ok().flatten());
    look.and_then(|look| look.get_property_value("font-family").ok()).unwrap_or_default()
}

fn words(words: &str, (x, y): (f64, f64), size: f64, family: &str, colour: &str) -> String {
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-family=\"{}\" font-size=\"{size}\" fill=\"{colour}\">{}</text>",
        escaped(family),
        escaped(words)
    )
}

/// Words in lines of at most so many letters.
fn broken(words: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most.max(12) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
