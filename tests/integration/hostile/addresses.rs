//! What stands in addresses and on the first element of a page.

use super::corpus::odd;
use super::survives;
use kedja::app::{Embed, PageAddress, Route};
use kedja::exchange::{Course, course_files};

#[test]
fn an_address_leads_to_a_place_and_is_written_as_what_leads_there() {
    let known =
        "#/journey/invoice\n#/prioritise/race\n#/learn/o-ring\n#/build\n#k1AAB/prioritise\n#chain.strength.sv/k1AAB\n";
    let made = known.lines().flat_map(odd).collect();
    let words = [
        "#",
        "/",
        ".",
        "k1",
        "journey",
        "prioritise",
        "learn",
        "chain",
        "ranking",
        "strength",
        "sv",
        "%2F",
        "lesson:",
        "ö",
    ];
    survives("address", made, &words, |bytes| {
        let hash = String::from_utf8_lossy(bytes);
        if let Some(route) = Route::parse(&hash) {
            assert_eq!(Route::parse(&route.address()), Some(route));
        }
        let address = PageAddress::parse(&hash);
        assert_eq!(PageAddress::parse(&address.written()), address);
        let embed = Embed::parse(&hash);
        assert_eq!(Embed::parse(&embed.written()), embed);
        if let Some(course) = Course::parse(&hash) {
            let again = Course::parse(&course.written()).expect("it was written");
            assert_eq!(again.written(), course.written());
        }
    });
}

#[test]
fn of_a_list_of_files_only_those_of_a_built_page_are_taken() {
    let list = r#"["embed.html","index.html","assets/a.wasm","fonts/b.woff2","journeys/c.json","lessons/../../d","assets//e"]"#;
    let words = ["\"", "[", "]", ",", "..", "/", ".", "assets/", "fonts/", "\\", "\\u0000", "embed.html", "C:"];
    survives("course-files", odd(list), &words, |bytes| {
        for path in course_files(&String::from_utf8_lossy(bytes)).unwrap_or_default() {
            assert!(!path.starts_with('/') && !path.split('/').any(|part| part == ".."), "{path}");
        }
    });
}
