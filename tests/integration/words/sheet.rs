use crate::runs::ready_journeys;
use kedja::app::Language;
use kedja::model::edit::{Edit, edited};
use kedja::model::*;
use kedja::words::Teller;
use kedja::words::sheet::{Column, can_fill, cell, filled, names, pasted, rows, sorted, written};
use std::sync::Arc;

fn teller(journey: &Journey, language: Language) -> Teller {
    Teller { language, journey: Arc::new(journey.clone()) }
}

#[test]
fn what_is_copied_out_pastes_back_unchanged() {
    for (name, journey) in ready_journeys() {
        for language in Language::ALL {
            let teller = teller(&journey, language);
            let back = pasted(&teller, &written(&teller), None);
            assert_eq!((back.added, back.changed, &back.untaken[..]), (0, 0, &[][..]), "{name}");
            assert!(back.journey == journey, "{name}");
        }
    }
}

#[test]
fn a_block_from_a_spreadsheet_makes_touchpoints_and_figures() {
    let small = crate::builder::small();
    let text =
        "Phase\tTouchpoint\tStrength\tChannel\nconsideration\tDemo\t85\tMeeting\nconsideration\tQuote\t0,85\tE-mail\n";
    let came = pasted(&teller(&small, Language::Sv), text, None);
    assert_eq!((came.added, came.untaken.len()), (2, 0));
    for link in ["demo", "quote"] {
        assert_eq!(came.journey.strength(&link.into()), Some(0.85), "{link}");
    }
    assert_eq!(check(&came.journey), []);
    let from = |link: &str| came.journey.handovers.iter().find(|h| h.from.as_str() == link).map(|h| h.to.to_string());
    assert_eq!(from("demo").as_deref(), Some("quote"));
}

#[test]
fn headings_are_known_by_the_names_that_people_give_them() {
    let small = crate::builder::small();
    let heads = [
        "Phase\tStep\tChannel\tOwner\tStrength %\tWords",
        "STAGE:\tTouch point\tChannels\tTeam\tStrength (%)\tCustomer's words",
        "Fas\tSteg\tKanal\tÄgare\tStyrka %\tKundens ord",
        // No heading at all, in the order that most sheets have.
        "consideration\tOther\tMeeting\tField staff\t40\t“No.”",
    ];
    for (head, language) in heads.iter().flat_map(|head| Language::ALL.map(|language| (head, language))) {
        let text = format!("{head}\nconsideration\tDemo\tMeeting\tField staff\t85\t“That was easy.”\n");
        let came = pasted(&teller(&small, language), &text, None);
        assert_eq!(came.untaken, [], "{head}");
        let made = came.journey.touchpoint(&"demo".into()).unwrap_or_else(|| panic!("{head}"));
        assert_eq!((made.strength.likely, made.words.get("en")), (0.85, "“That was easy.”"), "{head}");
        let channel = came.journey.channels.iter().find(|c| c.id == made.channel).expect("it has a channel");
        let owner = came.journey.owners.iter().find(|o| o.id == made.owner).expect("it has an owner");
        assert_eq!([channel.name.get("en"), owner.name.get("en")], ["Meeting", "Field staff"], "{head}");
        assert!(!came.journey.touchpoints.iter().any(|t| ["Step", "Touch point", "Steg"].contains(&t.name.get("en"))));
    }
    for text in [
        "Demo\t85 %\nQuote\t0,4\nSign\t\n",
        "consideration\tDemo\t85\nconsideration\tQuote\t40\n",
        "Touchpoint\tScore\nDemo\t85\nQuote\t40\n",
    ] {
        let came = pasted(&teller(&small, Language::En), text, None);
        let strengths = ["demo", "quote"].map(|link| came.journey.strength(&link.into()));
        let is_score = text.contains("Score");
        assert!(is_score || strengths == [Some(0.85), Some(0.4)], "{text}");
        assert!(strengths.iter().all(Option::is_some), "{text}");
        assert_eq!(came.journey.channels.len(), small.channels.len(), "{text}");
    }
}

#[test]
fn a_cell_that_is_no_number_is_named_and_the_rest_is_taken() {
    let small = crate::builder::small();
    let came = pasted(&teller(&small, Language::En), "Touchpoint\tStrength\nad\thigh\ncompare\t70%\n", None);
    assert_eq!(came.untaken.iter().map(|u| (u.row, u.cell.as_str())).collect::<Vec<_>>(), [(1, "high")]);
    assert_eq!((came.journey.strength(&"ad".into()), came.journey.strength(&"compare".into())), (Some(0.5), Some(0.7)));
}

#[test]
fn lines_are_names_and_quoted_cells_may_hold_anything() {
    assert_eq!(names("Advert\r\nOrder\n\nInvoice\n"), ["Advert", "Order", "Invoice"]);
    assert_eq!(names("Fas\tKontaktpunkt\nKännedom\tAnnons\n"), ["Annons"]);
    assert_eq!(rows("a\t\"b\n\"\"c\"\"\td\"\n"), [["a", "b\n\"c\"\td"]]);
}

#[test]
fn a_cell_that_is_filled_down_stands_in_the_rows_below_and_nothing_else_changes() {
    let small = crate::builder::small();
    let all: Vec<LinkId> = small.touchpoints.iter().map(|t| t.id.clone()).collect();
    let (first, others) = all.split_first().expect("it has touchpoints");
    for column in [Column::Strength, Column::Channel, Column::Owner] {
        let edit = filled(&small, column, first, others).expect("it can be filled");
        let told = teller(&edited(&small, &edit, "en"), Language::En);
        let before = teller(&small, Language::En);
        for link in &all {
            assert_eq!(cell(&told, link, column), cell(&before, first, column), "{column:?} of {link}");
            assert_eq!(cell(&told, link, Column::Name), cell(&before, link, Column::Name));
        }
    }
    for column in [Column::Name, Column::Next, Column::Words] {
        assert!(!can_fill(column) && filled(&small, column, first, others).is_none(), "{column:?}");
    }
    assert_eq!(filled(&small, Column::Strength, first, &[]), None);
}

#[test]
fn what_a_strength_stands_on_is_pasted_filled_and_keeps_by_whom() {
    let small = crate::builder::small();
    let told = |journey: &Journey, link: &str| {
        let evidence = journey.touchpoint(&link.into()).unwrap().evidence.get(&Field::Strength).cloned();
        evidence.map(|evidence| (evidence.grounds, evidence.source.get("en").to_owned()))
    };
    let text = "Touchpoint\tStrength\tEvidence\nad\t61\tmeasured\ncompare\t60\tuppskattat\nusing\t90\tsomehow\n";
    let came = pasted(&teller(&small, Language::En), text, None);
    assert_eq!(told(&came.journey, "ad").map(|t| t.0), Some(Grounds::Measured));
    assert_eq!(told(&came.journey, "compare").map(|t| t.0), Some(Grounds::Estimated));
    assert_eq!(came.untaken.iter().map(|u| (u.row, u.cell.as_str())).collect::<Vec<_>>(), [(3, "somehow")]);
    // What is filled says what, and leaves by whom as it was.
    let source = Edit::Ground {
        part: PartId::Touchpoint("compare".into()),
        field: Field::Strength,
        grounds: Grounds::Estimated,
        source: "Anna".to_owned(),
    };
    let journey = edited(&came.journey, &source, "en");
    let edit = filled(&journey, Column::Grounds, &"ad".into(), &["compare".into(), "checkout".into()]).unwrap();
    let journey = edited(&journey, &edit, "en");
    assert_eq!(told(&journey, "compare"), Some((Grounds::Measured, "Anna".to_owned())));
    assert_eq!(told(&journey, "checkout").map(|t| t.0), Some(Grounds::Measured));
    // The firmest come first.
    let firmest = sorted(&teller(&journey, Language::En), Column::Grounds, false);
    let firmest: Vec<&str> = firmest.iter().take(3).map(LinkId::as_str).collect();
    assert_eq!(firmest, ["ad", "compare", "checkout"]);
}

#[test]
fn rows_are_sorted_by_size_or_by_the_letters_of_the_language_with_what_is_empty_last() {
    let mut small = crate::builder::small();
    for (touchpoint, name) in small.touchpoints.iter_mut().zip(["Ö", "Ä", "Å", "Z", "", "a"]) {
        touchpoint.name = Text([("sv".to_owned(), name.to_owned())].into());
    }
    let swedish = teller(&small, Language::Sv);
    let named = |is_down| -> String {
        let all = sorted(&swedish, Column::Name, is_down);
        all.iter().take(5).map(|link| cell(&swedish, link, Column::Name)).collect()
    };
    assert!(small.touchpoints.len() >= 6);
    assert_eq!(named(false).chars().filter(|c| "aZÅÄÖ".contains(*c)).collect::<String>(), "aZÅÄÖ");
    let strengths = |is_down| -> Vec<f64> {
        let all = sorted(&swedish, Column::Strength, is_down);
        all.iter().filter_map(|link| small.strength(link)).collect()
    };
    assert!(strengths(false).is_sorted());
    assert!(strengths(true).iter().rev().is_sorted());
}
