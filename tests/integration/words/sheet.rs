use crate::runs::ready_journeys;
use kedja::app::Language;
use kedja::model::*;
use kedja::words::Teller;
use kedja::words::sheet::{names, pasted, rows, written};
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
