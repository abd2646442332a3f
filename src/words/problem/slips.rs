//! What somebody has written who meant JSON, in words.

use crate::app::Language;
use crate::model::Slip;
use crate::say;

/// What is wrong with what stands there, and what helps.
pub fn slip(language: Language, slip: Slip, found: &str) -> String {
    match slip {
        Slip::NotANumber => say!(language, problems.slips.not_a_number, found = found),
        Slip::DecimalComma => say!(language, problems.slips.decimal_comma, found = found),
        Slip::BarePoint => say!(language, problems.slips.bare_point, found = found),
        Slip::LeadingPlus => say!(language, problems.slips.leading_plus, found = found),
        Slip::HexNumber => say!(language, problems.slips.hex_number, found = found),
        Slip::HugeNumber => say!(language, problems.slips.huge_number, found = found),
        Slip::TrailingComma => say!(language, problems.slips.trailing_comma).to_owned(),
        Slip::MissingComma => say!(language, problems.slips.missing_comma).to_owned(),
        Slip::CurlyQuote => say!(language, problems.slips.curly_quote, found = found),
        Slip::SingleQuote => say!(language, problems.slips.single_quote).to_owned(),
        Slip::BareWord => say!(language, problems.slips.bare_word, found = found),
        Slip::Comment => say!(language, problems.slips.comment, found = found),
        Slip::LineBreak => say!(language, problems.slips.line_break).to_owned(),
        Slip::BadEscape => say!(language, problems.slips.bad_escape).to_owned(),
        Slip::HalfLetter => say!(language, problems.slips.half_letter, found = found),
        Slip::TooDeep => say!(language, problems.slips.too_deep).to_owned(),
        Slip::CutOff => say!(language, problems.slips.cut_off).to_owned(),
        Slip::SecondPart => say!(language, problems.slips.second_part).to_owned(),
    }
}
