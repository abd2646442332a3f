//! From the code of a problem to its words: what is wrong, and what helps. One arm for each code, so that a new code
//! without words is a build error.

use super::nouns;
use crate::model::Code;
use crate::ui::state::Store;
use crate::ui::{format, say};
use leptos::prelude::*;

/// What is wrong, and what helps.
pub fn words(store: Store, code: &Code) -> (String, String) {
    match code {
        Code::FileTooLarge { size, most } => (
            say!(store, problems.file_too_large.what, size = number(store, *size)),
            say!(store, problems.file_too_large.fix, most = number(store, *most)),
        ),
        Code::BadJson { line, column } => (
            say!(store, problems.bad_json.what, column = column.to_string(), line = line.to_string()),
            say!(store, problems.bad_json.fix).to_owned(),
        ),
        Code::UnknownVersion { found, supported } => (
            say!(
                store,
                problems.unknown_version.what,
                found = number(store, *found),
                supported = supported.to_string()
            ),
            say!(store, problems.unknown_version.fix, supported = supported.to_string()),
        ),
        Code::MissingField { field } => (
            say!(store, problems.missing_field.what, field = field.clone()),
            say!(store, problems.missing_field.fix).to_owned(),
        ),
        Code::UnknownField { field } => (
            say!(store, problems.unknown_field.what, field = field.clone()),
            say!(store, problems.unknown_field.fix).to_owned(),
        ),
        Code::DuplicateField { field } => (
            say!(store, problems.duplicate_field.what, field = field.clone()),
            say!(store, problems.duplicate_field.fix).to_owned(),
        ),
        Code::WrongKind { expected, actual } => (
            say!(
                store,
                problems.wrong_kind.what,
                actual = nouns::kind(store, *actual),
                expected = nouns::kind(store, *expected)
            ),
            say!(store, problems.wrong_kind.fix, expected = nouns::kind(store, *expected)),
        ),
        Code::WholeNumberNeeded { found, least, most } => (
            say!(store, problems.whole_number_needed.what, found = found.clone()),
            say!(store, problems.whole_number_needed.fix, least = least.to_string(), most = most.to_string()),
        ),
        Code::UnknownChoice { found, choices } => (
            say!(store, problems.unknown_choice.what, found = found.clone()),
            say!(store, problems.unknown_choice.fix, choices = choices.clone()),
        ),
        Code::Unreadable { detail } => (
            say!(store, problems.unreadable.what, detail = detail.clone()),
            say!(store, problems.unreadable.fix).to_owned(),
        ),
        Code::FurtherProblems { left } => (
            say!(store, problems.further_problems.what, left = left.to_string()),
            say!(store, problems.further_problems.fix).to_owned(),
        ),
        Code::ListTooLong { list, found, most } => (
            say!(
                store,
                problems.list_too_long.what,
                found = found.to_string(),
                list = nouns::list(store, *list),
                most = most.to_string()
            ),
            say!(store, problems.list_too_long.fix).to_owned(),
        ),
        Code::NoPhaseBefore => (
            say!(store, problems.no_phase_before.what).to_owned(),
            say!(store, problems.no_phase_before.fix).to_owned(),
        ),
        Code::NoPhaseAfter => {
            (say!(store, problems.no_phase_after.what).to_owned(), say!(store, problems.no_phase_after.fix).to_owned())
        }
        Code::NoPurchase => {
            (say!(store, problems.no_purchase.what).to_owned(), say!(store, problems.no_purchase.fix).to_owned())
        }
        Code::NoReckoning => {
            (say!(store, problems.no_reckoning.what).to_owned(), say!(store, problems.no_reckoning.fix).to_owned())
        }
        Code::NoPersona => {
            (say!(store, problems.no_persona.what).to_owned(), say!(store, problems.no_persona.fix).to_owned())
        }
        Code::NoEntry => {
            (say!(store, problems.no_entry.what).to_owned(), say!(store, problems.no_entry.fix).to_owned())
        }
        Code::EmptyName => {
            (say!(store, problems.empty_name.what).to_owned(), say!(store, problems.empty_name.fix).to_owned())
        }
        Code::LanguageCode { found } => (
            say!(store, problems.language_code.what, found = found.clone()),
            say!(store, problems.language_code.fix).to_owned(),
        ),
        Code::BadId { id } => {
            (say!(store, problems.bad_id.what, id = id.clone()), say!(store, problems.bad_id.fix).to_owned())
        }
        Code::ReservedId { id } => {
            (say!(store, problems.reserved_id.what, id = id.clone()), say!(store, problems.reserved_id.fix).to_owned())
        }
        Code::DuplicateId { id, first } => (
            say!(store, problems.duplicate_id.what, first = first.clone(), id = id.clone()),
            say!(store, problems.duplicate_id.fix).to_owned(),
        ),
        Code::UnknownPhase { id } => (
            say!(store, problems.unknown_phase.what, id = id.clone()),
            say!(store, problems.unknown_phase.fix).to_owned(),
        ),
        Code::UnknownChannel { id } => (
            say!(store, problems.unknown_channel.what, id = id.clone()),
            say!(store, problems.unknown_channel.fix).to_owned(),
        ),
        Code::UnknownOwner { id } => (
            say!(store, problems.unknown_owner.what, id = id.clone()),
            say!(store, problems.unknown_owner.fix).to_owned(),
        ),
        Code::UnknownTouchpoint { id } => (
            say!(store, problems.unknown_touchpoint.what, id = id.clone()),
            say!(store, problems.unknown_touchpoint.fix).to_owned(),
        ),
        Code::UnknownLink { id } => (
            say!(store, problems.unknown_link.what, id = id.clone()),
            say!(store, problems.unknown_link.fix).to_owned(),
        ),
        Code::NotFinite { quantity } => (
            say!(store, problems.not_finite.what, quantity = nouns::quantity(store, *quantity)),
            say!(store, problems.not_finite.fix).to_owned(),
        ),
        Code::OutOfRange { quantity, value, least, most } => (
            say!(
                store,
                problems.out_of_range.what,
                quantity = nouns::quantity(store, *quantity),
                value = number(store, *value)
            ),
            say!(store, problems.out_of_range.fix, least = number(store, *least), most = number(store, *most)),
        ),
        Code::NotPositive { quantity, value, most } => (
            say!(
                store,
                problems.not_positive.what,
                quantity = nouns::quantity(store, *quantity),
                value = number(store, *value)
            ),
            say!(store, problems.not_positive.fix, most = number(store, *most)),
        ),
        Code::RangeOrder { low, likely, high } => (
            say!(
                store,
                problems.range_order.what,
                high = number(store, *high),
                likely = number(store, *likely),
                low = number(store, *low)
            ),
            say!(store, problems.range_order.fix).to_owned(),
        ),
        Code::TenureOrder { from, until } => (
            say!(store, problems.tenure_order.what, from = from.to_string(), until = until.to_string()),
            say!(store, problems.tenure_order.fix, from = from.to_string()),
        ),
        Code::TenureAfterHorizon { from, horizon } => (
            say!(store, problems.tenure_after_horizon.what, from = from.to_string(), horizon = horizon.to_string()),
            say!(store, problems.tenure_after_horizon.fix, horizon = horizon.to_string()),
        ),
        Code::SharesTooLarge { sum } => (
            say!(store, problems.shares_too_large.what, sum = number(store, *sum)),
            say!(store, problems.shares_too_large.fix).to_owned(),
        ),
        Code::PersonaShares { sum } => (
            say!(store, problems.persona_shares.what, sum = number(store, *sum)),
            say!(store, problems.persona_shares.fix).to_owned(),
        ),
        Code::EntryShares { sum } => (
            say!(store, problems.entry_shares.what, sum = number(store, *sum)),
            say!(store, problems.entry_shares.fix).to_owned(),
        ),
        Code::PhaseOrder => {
            (say!(store, problems.phase_order.what).to_owned(), say!(store, problems.phase_order.fix).to_owned())
        }
        Code::PurchaseOnlyBefore => (
            say!(store, problems.purchase_only_before.what).to_owned(),
            say!(store, problems.purchase_only_before.fix).to_owned(),
        ),
        Code::RoleOnlyAfter { role } => (
            say!(store, problems.role_only_after.what, role = nouns::role(store, *role)),
            say!(store, problems.role_only_after.fix).to_owned(),
        ),
        Code::OnlyBefore { quantity } => (
            say!(store, problems.only_before.what, quantity = nouns::quantity(store, *quantity)),
            say!(store, problems.only_before.fix).to_owned(),
        ),
        Code::OnlyAfter { quantity } => (
            say!(store, problems.only_after.what, quantity = nouns::quantity(store, *quantity)),
            say!(store, problems.only_after.fix).to_owned(),
        ),
        Code::WorthOnlyOffer => (
            say!(store, problems.worth_only_offer.what).to_owned(),
            say!(store, problems.worth_only_offer.fix).to_owned(),
        ),
        Code::EntryAfterPurchase { id } => (
            say!(store, problems.entry_after_purchase.what, id = id.clone()),
            say!(store, problems.entry_after_purchase.fix).to_owned(),
        ),
        Code::ReadinessAfterPurchase { id } => (
            say!(store, problems.readiness_after_purchase.what, id = id.clone()),
            say!(store, problems.readiness_after_purchase.fix).to_owned(),
        ),
        Code::ReadinessEmptyPhase { id } => (
            say!(store, problems.readiness_empty_phase.what, id = id.clone()),
            say!(store, problems.readiness_empty_phase.fix).to_owned(),
        ),
        Code::DeskBeforePurchase { id } => (
            say!(store, problems.desk_before_purchase.what, id = id.clone()),
            say!(store, problems.desk_before_purchase.fix).to_owned(),
        ),
        Code::DeskIsReckoning { id } => (
            say!(store, problems.desk_is_reckoning.what, id = id.clone()),
            say!(store, problems.desk_is_reckoning.fix).to_owned(),
        ),
        Code::HandoverAcross { from, to } => (
            say!(store, problems.handover_across.what, from = from.clone(), to = to.clone()),
            say!(store, problems.handover_across.fix).to_owned(),
        ),
        Code::HandoverBack { from, to } => (
            say!(store, problems.handover_back.what, from = from.clone(), to = to.clone()),
            say!(store, problems.handover_back.fix).to_owned(),
        ),
        Code::HandoverAfterBuying { from, to } => (
            say!(store, problems.handover_after_buying.what, from = from.clone(), to = to.clone()),
            say!(store, problems.handover_after_buying.fix).to_owned(),
        ),
        Code::HandoverIntoReckoning { to } => (
            say!(store, problems.handover_into_reckoning.what, to = to.clone()),
            say!(store, problems.handover_into_reckoning.fix).to_owned(),
        ),
        Code::UnreachableBefore => (
            say!(store, problems.unreachable_before.what).to_owned(),
            say!(store, problems.unreachable_before.fix).to_owned(),
        ),
        Code::UnreachableAfter => (
            say!(store, problems.unreachable_after.what).to_owned(),
            say!(store, problems.unreachable_after.fix).to_owned(),
        ),
        Code::NoWayOut { persona } => (
            say!(store, problems.no_way_out.what, persona = persona.clone()),
            say!(store, problems.no_way_out.fix).to_owned(),
        ),
        Code::LeverMissing { lever, link } => (
            say!(store, problems.lever_missing.what, lever = nouns::lever(store, *lever), link = link.clone()),
            say!(store, problems.lever_missing.fix).to_owned(),
        ),
        Code::EffortTooLarge { effort, most } => (
            say!(store, problems.effort_too_large.what, effort = number(store, *effort)),
            say!(store, problems.effort_too_large.fix, most = number(store, *most)),
        ),
    }
}

/// A number as it may stand in a file, at most six decimals.
fn number(store: Store, value: f64) -> String {
    format::free(store.language.get(), value)
}
