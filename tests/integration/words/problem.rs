//! That every code has its words is tested in `checking/codes.rs`.

use super::both;
use kedja::app::Language::{En, Sv};
use kedja::model::{Code, Field, Location, Problem};
use kedja::words::problem::{line, place, what_and_fix};

fn too_small() -> Problem {
    let what = Code::OutOfRange { quantity: Field::Pain, value: -0.5, least: 0.0, most: 10.0 };
    Problem { place: Location::InFile { path: "touchpoints[3].pain".to_owned(), id: "invoice".to_owned() }, what }
}

#[test]
fn the_page_and_the_shell_say_the_same_but_for_the_minus() {
    let problem = too_small();
    for language in [En, Sv] {
        let (what, fix) = what_and_fix(language, &problem.what);
        let said = format!("{}: {what} {fix}", place(language, &problem.place));
        assert!(said.contains('\u{2212}'), "{said}");
        assert_eq!(said.replace('\u{2212}', "-"), line(language, &problem));
    }
}

#[test]
fn a_problem_of_the_whole_file_says_so_on_the_page() {
    let whole = Location::file();
    assert_eq!(both(|language| place(language, &whole)), ["The whole file", "Hela filen"]);
    let without_id = Location::InFile { path: "price".to_owned(), id: String::new() };
    assert_eq!(place(En, &without_id), "price");
    assert_eq!(place(En, &too_small().place), "touchpoints[3].pain (invoice)");
    let words = line(En, &Problem { place: whole, what: Code::NoPersona });
    assert!(!words.contains(':'), "{words}");
}
