//! What stands on the wrong side of the purchase, and handovers that lead where they may not.

use super::{assert_alone, assert_among, check, id, with};
use crate::builder::{self, entry, handover, handover_mut, touchpoint_mut};
use kedja::model::*;

#[test]
fn parts_on_the_wrong_side_of_the_purchase_are_refused() {
    let only_before = |quantity| Code::OnlyBefore { quantity };
    let only_after = |quantity| Code::OnlyAfter { quantity };
    assert_alone(&[
        (
            "an empty phase before the purchase comes last",
            |j| j.phases.push(builder::phase("late", Stage::Before)),
            "phases[4].stage",
            "late",
            Code::PhaseOrder,
        ),
        (
            "a purchase after the purchase",
            |j| touchpoint_mut(j, "using").role = Role::Purchase,
            "touchpoints[3].role",
            "using",
            Code::PurchaseOnlyBefore,
        ),
        (
            "an offer before the purchase",
            |j| *touchpoint_mut(j, "compare") = builder::offer("compare", "consideration", 0.5, 1.0),
            "touchpoints[1].role",
            "compare",
            Code::RoleOnlyAfter { role: Role::Offer },
        ),
        ("days", |j| touchpoint_mut(j, "using").days = 1.0, "touchpoints[3].days", "using", only_before(Field::Days)),
        (
            "sensing",
            |j| touchpoint_mut(j, "using").sensing = 0.1,
            "touchpoints[3].sensing",
            "using",
            only_before(Field::Sensing),
        ),
        (
            "frequency",
            |j| touchpoint_mut(j, "ad").frequency = 2.0,
            "touchpoints[0].frequency",
            "ad",
            only_after(Field::Frequency),
        ),
        (
            "tenure",
            |j| touchpoint_mut(j, "ad").tenure.from = 2,
            "touchpoints[0].tenure",
            "ad",
            only_after(Field::Tenure),
        ),
        (
            "worth without an offer",
            |j| touchpoint_mut(j, "using").worth = 1.0,
            "touchpoints[3].worth",
            "using",
            Code::WorthOnlyOffer,
        ),
        (
            "days of a handover after the purchase",
            |j| j.handovers.push(Handover { days: 1.0, ..handover("using", "support", 0.5, 1.0) }),
            "handovers[2].days",
            "using-support",
            only_before(Field::Days),
        ),
        (
            "complaints before the purchase",
            |j| j.complaint_desk = Some("ad".into()),
            "complaint_desk",
            "ad",
            Code::DeskBeforePurchase { id: id("ad") },
        ),
        (
            "complaints to the invoice",
            |j| j.complaint_desk = Some("invoice".into()),
            "complaint_desk",
            "invoice",
            Code::DeskIsReckoning { id: id("invoice") },
        ),
        (
            "coming in after the purchase",
            |j| j.personas[0].entries = vec![entry("ad", "awareness", 0.5), entry("using", "awareness", 0.5)],
            "personas[0].entries[1].touchpoint",
            "anna",
            Code::EntryAfterPurchase { id: id("using") },
        ),
        (
            "ready for life as a customer",
            |j| j.personas[0].entries = vec![entry("ad", "awareness", 0.5), entry("ad", "delivery", 0.5)],
            "personas[0].entries[1].readiness",
            "anna",
            Code::ReadinessAfterPurchase { id: id("delivery") },
        ),
        (
            "ready for a phase where nothing happens",
            |j| {
                j.phases.insert(3, builder::phase("doubt", Stage::Before));
                j.personas[0].entries = vec![entry("ad", "awareness", 0.5), entry("ad", "doubt", 0.5)];
            },
            "personas[0].entries[1].readiness",
            "anna",
            Code::ReadinessEmptyPhase { id: id("doubt") },
        ),
    ]);
    // A reckoning before the purchase is no reckoning: two things are wrong.
    let found = check(&with(|j| touchpoint_mut(j, "compare").role = Role::Reckoning));
    let what = Code::RoleOnlyAfter { role: Role::Reckoning };
    assert_among("a reckoning before the purchase", &found, "touchpoints[1].role", "compare", what);
}

#[test]
fn handovers_lead_only_where_they_may() {
    let ends = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let (from, to) = ends("ad", "using");
    let across = Code::HandoverAcross { from, to };
    let (from, to) = ends("using", "ad");
    let back = Code::HandoverBack { from, to };
    let (from, to) = ends("checkout", "ad");
    let after_buying = Code::HandoverAfterBuying { from, to };
    assert_alone(&[
        (
            "across without a purchase",
            |j| {
                handover_mut(j, "ad-compare").share = 0.5;
                j.handovers.push(handover("ad", "using", 0.5, 1.0));
            },
            "handovers[2]",
            "ad-using",
            across,
        ),
        ("back", |j| j.handovers.push(handover("using", "ad", 0.5, 1.0)), "handovers[2]", "using-ad", back),
        (
            "from the purchase back to the ad",
            |j| j.handovers.push(handover("checkout", "ad", 0.5, 1.0)),
            "handovers[2]",
            "checkout-ad",
            after_buying,
        ),
        (
            "into the invoice",
            |j| j.handovers.push(handover("using", "invoice", 0.5, 1.0)),
            "handovers[2].to",
            "using-invoice",
            Code::HandoverIntoReckoning { to: id("invoice") },
        ),
    ]);
    let fine = with(|j| {
        j.handovers.push(handover("checkout", "using", 0.5, 0.9));
        j.handovers.push(handover("invoice", "support", 0.2, 0.9));
        j.handovers.push(handover("support", "support", 0.2, 0.9));
        handover_mut(j, "ad-compare").share = 0.5;
        j.handovers.push(handover("ad", "ad", 0.5, 0.9));
    });
    assert_eq!(check(&fine), vec![]);
}
