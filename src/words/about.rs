//! What Kedja is and how it counts, told with this journey's own figures.

use super::{Teller, number, unit};
use crate::app::{Language, strengths_by_grounds};
use crate::model::{Role, Touchpoint, under_strain};
use crate::say;

/// A part: its title, and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub title: &'static str,
    pub body: Body,
    /// True for the list of keys.
    pub is_keys: bool,
}

/// What stands under a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    Text(String),
    Steps(Vec<&'static str>),
    Points(Vec<&'static str>),
    /// Formulas, one a line, and what their letters mean.
    Formulas(Vec<&'static str>, String),
}

/// All parts, in the order in which they are read.
pub fn sections(teller: &Teller) -> Vec<Section> {
    let section = |title, body| Section { title, body, is_keys: false };
    vec![
        section(say!(teller, about.start), Body::Steps(steps(teller))),
        section(say!(teller, about.before), Body::Text(before(teller))),
        section(say!(teller, about.after), Body::Text(after(teller))),
        section(say!(teller, about.strain), Body::Text(strain(teller))),
        section(say!(teller, about.people), Body::Text(say!(teller, about.people_text, period = unit::period(teller)))),
        section(say!(teller, about.certain), Body::Text(say!(teller, about.certain_text).to_owned())),
        section(say!(teller, about.basis), Body::Text(basis(teller))),
        section(say!(teller, about.formulas), formulas(teller)),
        section(say!(teller, about.left_out), Body::Points(left_out(teller))),
        section(say!(teller, about.yours), Body::Text(say!(teller, about.yours_text).to_owned())),
        Section { title: say!(teller, about.keys), body: Body::Points(keys(teller)), is_keys: true },
    ]
}

fn steps(teller: &Teller) -> Vec<&'static str> {
    vec![
        say!(teller, about.start_look),
        say!(teller, about.start_drag),
        say!(teller, about.start_bet),
        say!(teller, about.start_strain),
        say!(teller, about.start_follow),
        say!(teller, about.start_keys),
    ]
}

fn keys(teller: &Teller) -> Vec<&'static str> {
    vec![
        say!(teller, about.keys_all),
        say!(teller, about.keys_chain),
        say!(teller, about.keys_sliders),
        say!(teller, about.keys_life),
        say!(teller, about.keys_build),
        say!(teller, about.keys_wall),
    ]
}

/// The touchpoint that serves as the example: the first of the journey.
fn example(teller: &Teller) -> Option<(String, f64)> {
    let first: &Touchpoint = teller.journey.touchpoints.first()?;
    Some((teller.link_name(&first.id), first.strength.likely))
}

fn before(teller: &Teller) -> String {
    let (link, strength) = example(teller).unwrap_or_default();
    let n = number::whole(teller.language, strength * 100.0);
    say!(teller, about.before_text, link = link, strength = number::percent(teller.language, strength, 0), n = n)
}

fn after(teller: &Teller) -> String {
    let checks = teller.journey.touchpoints.iter().filter(|t| t.role == Role::Reckoning);
    let names: Vec<String> = checks.map(|t| format!("*{}*", teller.link_name(&t.id))).collect();
    say!(teller, about.after_text, checks = names.join(", "))
}

fn strain(teller: &Teller) -> String {
    let exposure = teller.journey.touchpoints.first().map_or(1.0, |t| t.exposure);
    let (link, today) = example(teller).unwrap_or_default();
    let percent = |share| number::percent(teller.language, share, 0);
    say!(
        teller,
        about.strain_text,
        link = link,
        today = percent(today),
        then = percent(under_strain(today, 1.0, exposure))
    )
}

fn basis(teller: &Teller) -> String {
    let [measured, published, estimated, guessed] = strengths_by_grounds(&teller.journey);
    let count = |n: usize| teller.count(n);
    say!(
        teller,
        about.basis_text,
        n = count(measured + published + estimated + guessed),
        measured = count(measured),
        published = count(published),
        estimated = count(estimated),
        guessed = count(guessed),
    )
}

fn formulas(teller: &Teller) -> Body {
    let all = vec![
        say!(teller, about.formula_strain),
        say!(teller, about.formula_price),
        say!(teller, about.formula_fading),
        say!(teller, about.formula_worth),
        say!(teller, about.formula_check),
    ];
    Body::Formulas(all, say!(teller, about.formula_note, period = unit::period(teller)))
}

fn left_out(teller: &Teller) -> Vec<&'static str> {
    vec![
        say!(teller, about.left_out_crowd),
        say!(teller, about.left_out_market),
        say!(teller, about.left_out_links),
        say!(teller, about.left_out_back),
        say!(teller, about.left_out_effort),
    ]
}

/// Which Kedja this is, and which version of the model made its figures.
pub fn version(language: Language, model: u32) -> String {
    say!(language, about.version, kedja = env!("CARGO_PKG_VERSION"), model = model)
}
