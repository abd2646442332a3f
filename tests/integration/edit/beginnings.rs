use crate::runs::{ready_journeys, report};
use kedja::app::Language;
use kedja::model::edit::{from_names, living, says_no_gains, skeleton, starting_of, with_usual_gains};
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

#[test]
fn names_that_nobody_should_type_give_a_journey_and_those_that_cannot_be_seen_are_told() {
    let odd = [
        "<script>alert(1)</script>".to_owned(),
        "x".repeat(10_000),
        "\u{5e9}\u{5dc}\u{5d5}\u{5dd} 24".to_owned(),
        "\u{1f469}\u{200d}\u{1f680}".to_owned(),
        "\u{200b}\u{2060}".to_owned(),
        "Advert".to_owned(),
        "Advert".to_owned(),
        "\u{202e}tnuocsid".to_owned(),
    ];
    let journey = from_names(&odd, &beginnings(), "en");
    let problems = check(&journey);
    let unnamed: Vec<&Problem> = problems.iter().filter(|problem| problem.what == Code::EmptyName).collect();
    assert_eq!(unnamed.len(), 1, "{problems:?}");
    assert_eq!(problems.len(), 1, "{problems:?}");
    // What is not seen is simulated under its id, and the rest as it is.
    let living = kedja::model::edit::living(&journey).unwrap();
    assert_eq!(living.touchpoints.len(), 8);
    let ids: std::collections::BTreeSet<&LinkId> = journey.links().collect();
    assert_eq!(ids.len(), journey.links().count());
}

#[test]
fn as_many_names_as_a_journey_can_have_are_taken() {
    let names: Vec<String> = (0..300).map(|n| format!("Step {n}")).collect();
    let journey = from_names(&names, &beginnings(), "sv");
    assert_eq!(journey.touchpoints.len(), kedja::model::edit::MOST_NAMES);
    assert_eq!(check(&journey), []);
}

#[test]
fn a_journey_that_says_nothing_of_gains_and_pains_is_given_the_usual_ones_as_assumptions_and_what_is_said_stays() {
    for (name, journey) in ready_journeys() {
        assert!(!says_no_gains(&journey), "{name}");
        let mut silent = journey.clone();
        for touchpoint in &mut silent.touchpoints {
            (touchpoint.gain, touchpoint.pain) = (0.0, 0.0);
            touchpoint.evidence.retain(|field, _| !matches!(field, Field::Gain | Field::Pain));
        }
        assert!(says_no_gains(&silent), "{name}");
        let filled = with_usual_gains(&silent);
        assert!(!says_no_gains(&filled), "{name}");
        assert_eq!(check(&filled), [], "{name}");
        for touchpoint in &filled.touchpoints {
            let stage = filled.stage(&touchpoint.phase).unwrap();
            let usual = starting_of(stage, touchpoint.nature, touchpoint.role);
            assert_eq!((touchpoint.gain, touchpoint.pain), (usual.gain, usual.pain), "{name}, {}", touchpoint.id);
            assert_eq!(touchpoint.evidence[&Field::Gain].grounds, Grounds::Assumption, "{name}, {}", touchpoint.id);
        }
        // One who says that it gives and takes nothing is taken at their word, and so is one who gives something.
        let mut said = silent.clone();
        let measured = Evidence::new(Grounds::Measured, Text::default());
        said.touchpoints[0].evidence.insert(Field::Gain, measured);
        said.touchpoints[1].gain = 0.7;
        let filled = with_usual_gains(&said);
        assert_eq!((filled.touchpoints[0].gain, filled.touchpoints[0].pain), (0.0, 0.0), "{name}");
        assert_eq!((filled.touchpoints[1].gain, filled.touchpoints[1].pain), (0.7, 0.0), "{name}");
    }
}
