//! Figures as the language writes them, by the browser's own `Intl`, made once per form.

use crate::app::Language;
use js_sys::{Array, Intl, Object};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

/// A way of writing a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Form {
    swedish: bool,
    percent: bool,
    digits: u8,
    signed: bool,
}

thread_local! {
    static FORMS: RefCell<BTreeMap<Form, Intl::NumberFormat>> = const { RefCell::new(BTreeMap::new()) };
}

fn write(form: Form, value: f64) -> String {
    FORMS.with_borrow_mut(|forms| {
        let format = forms.entry(form).or_insert_with(|| {
            let options = Intl::NumberFormatOptions::new();
            options.set_style(if form.percent {
                Intl::NumberFormatStyle::Percent
            } else {
                Intl::NumberFormatStyle::Decimal
            });
            options.set_minimum_fraction_digits(form.digits);
            options.set_maximum_fraction_digits(form.digits);
            if form.signed {
                options.set_sign_display(Intl::SignDisplay::ExceptZero);
            }
            let code = if form.swedish { "sv-SE" } else { "en-GB" };
            Intl::NumberFormat::new(&Array::of1(&JsValue::from_str(code)), AsRef::<Object>::as_ref(&options))
        });
        let written = format.format().call1(&JsValue::NULL, &JsValue::from_f64(value)).ok();
        let written = written.and_then(|w| w.as_string()).unwrap_or_default();
        // English writes a hyphen where a minus belongs.
        written.replace('-', "\u{2212}")
    })
}

fn form(language: Language) -> Form {
    Form { swedish: language == Language::Sv, percent: false, digits: 0, signed: false }
}

/// "1 240" or "1,240"
pub fn whole(language: Language, value: f64) -> String {
    write(form(language), value)
}

/// People are whole.
pub fn count(language: Language, value: u64) -> String {
    whole(language, value as f64)
}

/// "one, two and three"
pub fn list(mut words: Vec<String>, and: &str) -> String {
    let last = words.pop().unwrap_or_default();
    if words.is_empty() { last } else { format!("{} {and} {last}", words.join(", ")) }
}

/// A number with so many decimals.
pub fn decimal(language: Language, value: f64, digits: u8) -> String {
    write(Form { digits, ..form(language) }, value)
}

/// A share [0..1] in per cent.
pub fn percent(language: Language, share: f64, digits: u8) -> String {
    write(Form { percent: true, digits, ..form(language) }, share)
}

/// A share in per cent, with a decimal only where it is not a whole number of them.
pub fn short_percent(language: Language, share: f64) -> String {
    let tenths = (share * 1_000.0).round();
    percent(language, share, u8::from(tenths % 10.0 != 0.0))
}

/// With its sign, except for 0.
pub fn signed(language: Language, value: f64, digits: u8) -> String {
    write(Form { digits, signed: true, ..form(language) }, value)
}

/// An amount with its currency after it.
pub fn money(language: Language, amount: f64, currency: &str) -> String {
    format!("{}\u{a0}{currency}", whole(language, amount))
}

/// A difference of amounts.
pub fn signed_money(language: Language, amount: f64, currency: &str) -> String {
    format!("{}\u{a0}{currency}", signed(language, amount, 0))
}

/// A share [0..1] as a number of percentage points.
pub fn points(language: Language, share: f64, digits: u8) -> String {
    decimal(language, share * 100.0, digits)
}

/// A difference of shares as a number of percentage points.
pub fn signed_points(language: Language, share: f64, digits: u8) -> String {
    signed(language, share * 100.0, digits)
}

/// An amount without its currency, with hundredths only where there are some.
pub fn amount(language: Language, amount: f64) -> String {
    decimal(language, amount, if amount.fract() == 0.0 { 0 } else { 2 })
}

/// Any number, with as many decimals as it needs up to six, and not grouped: as it may stand in a file.
pub fn free(language: Language, value: f64) -> String {
    let text = format!("{value:.6}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    let short = if short.trim_start_matches('-') == "0" && value != 0.0 { value.to_string() } else { short.to_owned() };
    let short = short.replace('-', "\u{2212}");
    if language == Language::Sv { short.replace('.', ",") } else { short }
}
