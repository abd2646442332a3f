use crate::runs::{ready_journeys, report};
use kedja::app::Language;
use kedja::model::edit::{from_names, living, skeleton};
use kedja::model::*;
use kedja::words::building::beginnings;

fn of(lines: &[&str], language: Language) -> Journey {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    from_names(&lines, &beginnings(), language.code())
}

/// Conversion and churn of a journey that must live.
fn lives(journey: &Journey, what: &str) {
    assert_eq!(check(journey), [], "{what}");
    let report = report(journey, &Scenario::default(), 1, 20_000);
    let conversion = report.today.figures.conversion.unwrap().value;
    let churn = report.today.figures.churn.unwrap().value;
    assert!((0.02..0.9).contains(&conversion), "{what}: conversion {conversion}");
    assert!((0.005..0.3).contains(&churn), "{what}: churn {churn}");
}

#[test]
fn six_names_give_a_living_journey() {
    lives(&of(&["Advert", "Website", "Order", "Delivery", "Support", "Invoice"], Language::En), "a shop");
    lives(&of(&["Annons", "Jämför", "Teckna avtal", "Välkomstbrev", "Kundtjänst", "Faktura"], Language::Sv), "avtal");
    lives(&of(&["One", "Two", "Three", "Four", "Five", "Six"], Language::En), "names that say nothing");
}

#[test]
fn the_purchase_and_the_invoice_are_found_by_their_names_in_both_languages() {
    let role = |journey: &Journey, id: &str| journey.touchpoint(&id.into()).unwrap().role;
    let bank = of(&["Advert", "Meeting", "Think", "Sign up", "First login", "Statement", "Advice"], Language::En);
    assert_eq!((role(&bank, "sign-up"), role(&bank, "statement")), (Role::Purchase, Role::Reckoning));
    let el = of(&["Annons", "Beställning", "Inflyttning", "Fakturan"], Language::Sv);
    assert_eq!((role(&el, "bestallning"), role(&el, "fakturan")), (Role::Purchase, Role::Reckoning));
}

#[test]
fn any_number_of_names_gives_a_journey_without_problems() {
    for n in 0..=40 {
        let lines: Vec<String> = (0..n).map(|n| format!("Step {n}")).collect();
        let journey = from_names(&lines, &beginnings(), "en");
        assert_eq!(check(&journey), [], "{n} names");
    }
    let awkward = ["", "  ", "<b>", "🙂", "price", "Price", "שלום", &"x".repeat(300)];
    assert_eq!(check(&of(&awkward, Language::En)), []);
}

#[test]
fn every_new_figure_is_guessed() {
    let journey = of(&["Advert", "Order", "Support", "Invoice"], Language::En);
    for touchpoint in &journey.touchpoints {
        for field in [Field::Strength, Field::Gain, Field::Pain] {
            assert_eq!(touchpoint.evidence[&field].grounds, Grounds::Assumption, "{} {field:?}", touchpoint.id);
        }
    }
    assert!(journey.handovers.iter().all(|h| h.evidence[&Field::Strength].grounds == Grounds::Assumption));
}

#[test]
fn a_ready_journey_without_its_figures_holds_and_knows_none_of_them() {
    for (name, journey) in ready_journeys() {
        let bare = skeleton(&journey);
        assert_eq!(check(&bare), [], "{name}");
        assert_eq!(living(&bare).as_ref(), Some(&bare), "{name}");
        assert!(bare.touchpoints.iter().all(|t| t.strength.low.is_none()), "{name}");
        assert_eq!(bare.links().collect::<Vec<_>>(), journey.links().collect::<Vec<_>>(), "{name}");
        let strengths: Vec<f64> = bare.touchpoints.iter().map(|t| t.strength.likely).collect();
        assert!(strengths.windows(2).all(|pair| pair[0] == pair[1]), "{name}: {strengths:?}");
    }
}

#[test]
fn what_is_built_is_a_file_that_opens() {
    let journey = of(&["Advert", "Website", "Order", "Delivery", "Support", "Invoice"], Language::En);
    let file = kedja::exchange::journey_json(&journey);
    assert_eq!(kedja::exchange::open_journey(file.as_bytes()), Ok(journey));
}
