//! What is wrong with an input, in words: where, what it is, and what helps. The page and the shell say the same
//! sentences; one arm for each code, so that a new code without words is a build error.

mod nouns;
mod slips;

pub use nouns::quantity;

use super::{Speaks, number};
use crate::app::Language;
use crate::model::{Code, Location, Problem};
use crate::say;

/// Who says a problem. The page writes a minus as print does, the shell as a keyboard does, so that what it says can be
/// found and compared as plain text.
#[derive(Clone, Copy)]
struct Voice {
    language: Language,
    is_shell: bool,
}

impl Voice {
    /// A number as it may stand in a file, with at most six decimals.
    fn number(self, value: f64) -> String {
        let free = number::free(self.language, value);
        if self.is_shell { free.replace('\u{2212}', "-") } else { free }
    }
}

impl Speaks for Voice {
    fn language(&self) -> Language {
        self.language
    }
}

/// What is wrong, and what helps, as the page says them.
pub fn what_and_fix(language: Language, code: &Code) -> (String, String) {
    words(Voice { language, is_shell: false }, code)
}

/// Where a problem sits: the path in the file, and the id of the part where it has one. `None` for the whole file.
fn path(place: &Location) -> Option<String> {
    match (place.path().as_str(), place.id()) {
        ("", _) => None,
        (path, "") => Some(path.to_owned()),
        (path, id) => Some(format!("{path} ({id})")),
    }
}

/// Where a problem sits, in words.
pub fn place(language: Language, place: &Location) -> String {
    path(place).unwrap_or_else(|| say!(language, refusal.whole_file).to_owned())
}

/// A problem as one line of the shell: where, what, and what helps.
///
/// `touchpoints[3].strength.likely (invoice): Strength: 1.4 is out of range. Set it from 0 to 1.`
pub fn line(language: Language, problem: &Problem) -> String {
    let place = path(&problem.place).map_or_else(String::new, |path| format!("{path}: "));
    let (what, fix) = words(Voice { language, is_shell: true }, &problem.what);
    format!("{place}{what} {fix}")
}

fn words(voice: Voice, code: &Code) -> (String, String) {
    let language = voice.language;
    match code {
        Code::FileTooLarge { size, most } => (
            say!(voice, problems.file_too_large.what, size = voice.number(*size)),
            say!(voice, problems.file_too_large.fix, most = voice.number(*most)),
        ),
        Code::FileUnavailable => (
            say!(voice, problems.file_unavailable.what).to_owned(),
            say!(voice, problems.file_unavailable.fix).to_owned(),
        ),
        Code::SeveralFiles { found } => (
            say!(voice, problems.several_files.what, found = found),
            say!(voice, problems.several_files.fix).to_owned(),
        ),
        Code::EmptyFile => {
            (say!(voice, problems.empty_file.what).to_owned(), say!(voice, problems.empty_file.fix).to_owned())
        }
        Code::OtherFormat { format } => (
            say!(voice, problems.other_format.what, format = nouns::format(language, *format)),
            say!(voice, problems.other_format.fix).to_owned(),
        ),
        Code::Slip { line, column, found, slip } => {
            let slip = slips::slip(language, *slip, found);
            let what = say!(voice, problems.slip.what, line = line, column = column, slip = slip);
            (what, say!(voice, problems.slip.fix).to_owned())
        }
        Code::NotText => {
            (say!(voice, problems.not_text.what).to_owned(), say!(voice, problems.not_text.fix).to_owned())
        }
        Code::BadJson { line, column } => (
            say!(voice, problems.bad_json.what, column = column, line = line),
            say!(voice, problems.bad_json.fix).to_owned(),
        ),
        Code::UnknownVersion { found, supported } => (
            say!(voice, problems.unknown_version.what, found = voice.number(*found), supported = supported),
            say!(voice, problems.unknown_version.fix, supported = supported),
        ),
        Code::MissingField { field } => (
            say!(voice, problems.missing_field.what, field = field),
            say!(voice, problems.missing_field.fix).to_owned(),
        ),
        Code::UnknownField { field } => (
            say!(voice, problems.unknown_field.what, field = field),
            say!(voice, problems.unknown_field.fix).to_owned(),
        ),
        Code::DuplicateField { field } => (
            say!(voice, problems.duplicate_field.what, field = field),
            say!(voice, problems.duplicate_field.fix).to_owned(),
        ),
        Code::WrongKind { expected, actual, example } => (
            say!(
                voice,
                problems.wrong_kind.what,
                actual = nouns::kind(language, *actual),
                expected = nouns::kind(language, *expected)
            ),
            match (nouns::kind(language, *expected), example.as_str()) {
                (expected, "") => say!(voice, problems.wrong_kind.fix, expected = expected),
                (expected, example) => {
                    say!(voice, problems.wrong_kind.fix_by_example, expected = expected, example = example)
                }
            },
        ),
        Code::WholeNumberNeeded { found, least, most } => (
            say!(voice, problems.whole_number_needed.what, found = found),
            say!(voice, problems.whole_number_needed.fix, least = least, most = most),
        ),
        Code::UnknownChoice { found, choices } => (
            say!(voice, problems.unknown_choice.what, found = found),
            say!(voice, problems.unknown_choice.fix, choices = choices),
        ),
        Code::Unreadable { detail } => {
            (say!(voice, problems.unreadable.what, detail = detail), say!(voice, problems.unreadable.fix).to_owned())
        }
        Code::FurtherProblems { left: 1 } => (
            say!(voice, problems.further_problems.what_one).to_owned(),
            say!(voice, problems.further_problems.fix).to_owned(),
        ),
        Code::FurtherProblems { left } => (
            say!(voice, problems.further_problems.what, left = left),
            say!(voice, problems.further_problems.fix).to_owned(),
        ),
        Code::ListTooLong { list, found, most } => (
            say!(voice, problems.list_too_long.what, found = found, list = nouns::list(language, *list), most = most),
            say!(voice, problems.list_too_long.fix).to_owned(),
        ),
        Code::NoPhaseBefore => (
            say!(voice, problems.no_phase_before.what).to_owned(),
            say!(voice, problems.no_phase_before.fix).to_owned(),
        ),
        Code::NoPhaseAfter => {
            (say!(voice, problems.no_phase_after.what).to_owned(), say!(voice, problems.no_phase_after.fix).to_owned())
        }
        Code::NoPurchase => {
            (say!(voice, problems.no_purchase.what).to_owned(), say!(voice, problems.no_purchase.fix).to_owned())
        }
        Code::NoReckoning => {
            (say!(voice, problems.no_reckoning.what).to_owned(), say!(voice, problems.no_reckoning.fix).to_owned())
        }
        Code::NoPersona => {
            (say!(voice, problems.no_persona.what).to_owned(), say!(voice, problems.no_persona.fix).to_owned())
        }
        Code::NoEntry => {
            (say!(voice, problems.no_entry.what).to_owned(), say!(voice, problems.no_entry.fix).to_owned())
        }
        Code::EmptyName => {
            (say!(voice, problems.empty_name.what).to_owned(), say!(voice, problems.empty_name.fix).to_owned())
        }
        Code::LanguageCode { found } => (
            say!(voice, problems.language_code.what, found = found),
            say!(voice, problems.language_code.fix).to_owned(),
        ),
        Code::BadId { id } => (say!(voice, problems.bad_id.what, id = id), say!(voice, problems.bad_id.fix).to_owned()),
        Code::ReservedId { id } => {
            (say!(voice, problems.reserved_id.what, id = id), say!(voice, problems.reserved_id.fix).to_owned())
        }
        Code::DuplicateId { id, first } => (
            say!(voice, problems.duplicate_id.what, first = first.path(), id = id),
            say!(voice, problems.duplicate_id.fix).to_owned(),
        ),
        Code::UnknownPhase { id } => {
            (say!(voice, problems.unknown_phase.what, id = id), say!(voice, problems.unknown_phase.fix).to_owned())
        }
        Code::UnknownChannel { id } => {
            (say!(voice, problems.unknown_channel.what, id = id), say!(voice, problems.unknown_channel.fix).to_owned())
        }
        Code::UnknownOwner { id } => {
            (say!(voice, problems.unknown_owner.what, id = id), say!(voice, problems.unknown_owner.fix).to_owned())
        }
        Code::UnknownTouchpoint { id } => (
            say!(voice, problems.unknown_touchpoint.what, id = id),
            say!(voice, problems.unknown_touchpoint.fix).to_owned(),
        ),
        Code::UnknownLink { id } => {
            (say!(voice, problems.unknown_link.what, id = id), say!(voice, problems.unknown_link.fix).to_owned())
        }
        Code::UnknownPersona { id } => {
            (say!(voice, problems.unknown_persona.what, id = id), say!(voice, problems.unknown_persona.fix).to_owned())
        }
        Code::NotFinite { quantity } => (
            say!(voice, problems.not_finite.what, quantity = nouns::quantity(language, *quantity)),
            say!(voice, problems.not_finite.fix).to_owned(),
        ),
        Code::OutOfRange { quantity, value, least, most } => (
            say!(
                voice,
                problems.out_of_range.what,
                quantity = nouns::quantity(language, *quantity),
                value = voice.number(*value)
            ),
            say!(voice, problems.out_of_range.fix, least = voice.number(*least), most = voice.number(*most)),
        ),
        Code::NotPositive { quantity, value, most } => (
            say!(
                voice,
                problems.not_positive.what,
                quantity = nouns::quantity(language, *quantity),
                value = voice.number(*value)
            ),
            say!(voice, problems.not_positive.fix, most = voice.number(*most)),
        ),
        Code::NotWhole { quantity, value } => (
            say!(
                voice,
                problems.not_whole.what,
                quantity = nouns::quantity(language, *quantity),
                value = voice.number(*value)
            ),
            say!(voice, problems.not_whole.fix).to_owned(),
        ),
        Code::RangeOrder { quantity, low, likely, high } => (
            say!(
                voice,
                problems.range_order.what,
                quantity = nouns::quantity(language, *quantity),
                high = voice.number(*high),
                likely = voice.number(*likely),
                low = voice.number(*low)
            ),
            say!(voice, problems.range_order.fix).to_owned(),
        ),
        Code::TenureOrder { from, until } => (
            say!(voice, problems.tenure_order.what, from = from, until = until),
            say!(voice, problems.tenure_order.fix, from = from),
        ),
        Code::TenureAfterHorizon { from, horizon } => (
            say!(voice, problems.tenure_after_horizon.what, from = from, horizon = horizon),
            say!(voice, problems.tenure_after_horizon.fix, horizon = horizon),
        ),
        Code::SharesTooLarge { sum } => (
            say!(voice, problems.shares_too_large.what, sum = voice.number(*sum)),
            say!(voice, problems.shares_too_large.fix).to_owned(),
        ),
        Code::PersonaShares { sum } => (
            say!(voice, problems.persona_shares.what, sum = voice.number(*sum)),
            say!(voice, problems.persona_shares.fix).to_owned(),
        ),
        Code::EntryShares { sum } => (
            say!(voice, problems.entry_shares.what, sum = voice.number(*sum)),
            say!(voice, problems.entry_shares.fix).to_owned(),
        ),
        Code::PhaseOrder => {
            (say!(voice, problems.phase_order.what).to_owned(), say!(voice, problems.phase_order.fix).to_owned())
        }
        Code::PurchaseOnlyBefore => (
            say!(voice, problems.purchase_only_before.what).to_owned(),
            say!(voice, problems.purchase_only_before.fix).to_owned(),
        ),
        Code::RoleOnlyAfter { role } => (
            say!(voice, problems.role_only_after.what, role = nouns::role(language, *role)),
            say!(voice, problems.role_only_after.fix).to_owned(),
        ),
        Code::OnlyBefore { quantity } => (
            say!(voice, problems.only_before.what, quantity = nouns::quantity(language, *quantity)),
            say!(voice, problems.only_before.fix).to_owned(),
        ),
        Code::OnlyAfter { quantity } => (
            say!(voice, problems.only_after.what, quantity = nouns::quantity(language, *quantity)),
            say!(voice, problems.only_after.fix).to_owned(),
        ),
        Code::RangeUnused { quantity } => (
            say!(voice, problems.range_unused.what, quantity = nouns::quantity(language, *quantity)),
            say!(voice, problems.range_unused.fix).to_owned(),
        ),
        Code::WorthOnlyOffer => (
            say!(voice, problems.worth_only_offer.what).to_owned(),
            say!(voice, problems.worth_only_offer.fix).to_owned(),
        ),
        Code::EntryAfterPurchase { id } => (
            say!(voice, problems.entry_after_purchase.what, id = id),
            say!(voice, problems.entry_after_purchase.fix).to_owned(),
        ),
        Code::ReadinessAfterPurchase { id } => (
            say!(voice, problems.readiness_after_purchase.what, id = id),
            say!(voice, problems.readiness_after_purchase.fix).to_owned(),
        ),
        Code::ReadinessEmptyPhase { id } => (
            say!(voice, problems.readiness_empty_phase.what, id = id),
            say!(voice, problems.readiness_empty_phase.fix).to_owned(),
        ),
        Code::DeskBeforePurchase { id } => (
            say!(voice, problems.desk_before_purchase.what, id = id),
            say!(voice, problems.desk_before_purchase.fix).to_owned(),
        ),
        Code::DeskIsReckoning { id } => (
            say!(voice, problems.desk_is_reckoning.what, id = id),
            say!(voice, problems.desk_is_reckoning.fix).to_owned(),
        ),
        Code::HandoverAcross { from, to } => (
            say!(voice, problems.handover_across.what, from = from, to = to),
            say!(voice, problems.handover_across.fix).to_owned(),
        ),
        Code::HandoverBack { from, to } => (
            say!(voice, problems.handover_back.what, from = from, to = to),
            say!(voice, problems.handover_back.fix).to_owned(),
        ),
        Code::HandoverAfterBuying { from, to } => (
            say!(voice, problems.handover_after_buying.what, from = from, to = to),
            say!(voice, problems.handover_after_buying.fix).to_owned(),
        ),
        Code::HandoverIntoReckoning { to } => (
            say!(voice, problems.handover_into_reckoning.what, to = to),
            say!(voice, problems.handover_into_reckoning.fix).to_owned(),
        ),
        Code::UnreachableBefore => (
            say!(voice, problems.unreachable_before.what).to_owned(),
            say!(voice, problems.unreachable_before.fix).to_owned(),
        ),
        Code::UnreachableAfter => (
            say!(voice, problems.unreachable_after.what).to_owned(),
            say!(voice, problems.unreachable_after.fix).to_owned(),
        ),
        Code::NoWayOut { persona } => {
            (say!(voice, problems.no_way_out.what, persona = persona), say!(voice, problems.no_way_out.fix).to_owned())
        }
        Code::LeverMissing { lever, link } => (
            say!(voice, problems.lever_missing.what, lever = nouns::lever(language, *lever), link = link),
            say!(voice, problems.lever_missing.fix).to_owned(),
        ),
        Code::EffortTooLarge { effort, most } => (
            say!(voice, problems.effort_too_large.what, effort = voice.number(*effort)),
            say!(voice, problems.effort_too_large.fix, most = voice.number(*most)),
        ),
    }
}
