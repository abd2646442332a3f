//! Numbers are written as the browser itself would write them, but for the minus of English and no minus before a 0.

use js_sys::Intl::NumberFormat;
use js_sys::{Array, JsString, Object, Reflect};
use kedja::app::Language;
use kedja::words::number;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// What the browser writes.
fn browser(language: Language, value: f64, percent: bool, digits: u8, signed: bool) -> String {
    let options = Object::new();
    let set = |key: &str, value: JsValue| Reflect::set(&options, &key.into(), &value).expect("a plain object");
    set("style", if percent { "percent" } else { "decimal" }.into());
    set("minimumFractionDigits", digits.into());
    set("maximumFractionDigits", digits.into());
    set("signDisplay", if signed { "exceptZero" } else { "negative" }.into());
    let locale = match language {
        Language::En => "en-GB",
        Language::Sv => "sv-SE",
    };
    let format = NumberFormat::new(&Array::of1(&locale.into()), &options);
    let written = format.format().call1(&JsValue::UNDEFINED, &value.into()).expect("a number can be written");
    String::from(JsString::from(written)).replace('-', "\u{2212}")
}

/// Numbers of every size, halves among them, and what is no number.
fn grid() -> Vec<f64> {
    let mut grid = vec![0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, 1e15, 123_456_789.5, 0.000_000_4];
    for scale in [1e-6, 1e-4, 0.001, 0.01, 0.1, 1.0, 10.0, 1_000.0, 1e6, 1e9] {
        for step in -25..=25 {
            grid.push(f64::from(step) * 0.5 * scale);
            grid.push(f64::from(step) * 0.145 * scale);
            grid.push(f64::from(step) / 7.0 * scale);
        }
    }
    grid
}

#[wasm_bindgen_test]
fn numbers_are_written_as_the_browser_writes_them() {
    for language in [Language::En, Language::Sv] {
        for value in grid() {
            for digits in 0..4 {
                let written = number::decimal(language, value, digits);
                assert_eq!(written, browser(language, value, false, digits, false), "{value:e}, {digits} decimals");
                let written = number::percent(language, value, digits);
                assert_eq!(
                    written,
                    browser(language, value, true, digits, false),
                    "{value:e} in per cent, {digits} decimals"
                );
                let written = number::signed(language, value, digits);
                assert_eq!(
                    written,
                    browser(language, value, false, digits, true),
                    "{value:e} with its sign, {digits} decimals"
                );
            }
            assert_eq!(number::whole(language, value), browser(language, value, false, 0, false), "{value:e}");
        }
    }
}
