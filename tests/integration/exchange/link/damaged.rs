//! What mail, chat and hands do to links (shared experience: cut by a chat, broken by a mail program at a sign).

use super::{normal, of_own, own};
use kedja::exchange::*;
use kedja::model::Scenario;

fn links() -> [(SharedWork, String); 2] {
    [normal(), of_own(own(), Scenario::default())].map(|work| {
        let link = link_of(&work).unwrap();
        (work, link)
    })
}

#[test]
fn a_link_cut_at_any_length_says_how_much_of_it_is_there() {
    for (_, link) in links() {
        for cut in 0..link.len() {
            let wanted = match cut {
                0 => LinkFault::NotALink,
                1..6 => LinkFault::Incomplete { found: cut, of: None },
                _ => LinkFault::Incomplete { found: cut, of: Some(link.len()) },
            };
            assert_eq!(read_link(&link[..cut]), Err(wanted), "cut after {cut}");
        }
    }
}

#[test]
fn a_link_altered_at_any_letter_never_opens_something_else() {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_*.)/ %";
    for (work, link) in links() {
        for at in 0..link.len() {
            // Of a long link, every letter by a few others; of a short one, by all.
            for letter in letters.iter().skip(at % 7).step_by(if link.len() > 500 { 9 } else { 1 }) {
                let mut other = link.clone().into_bytes();
                if other[at] == *letter {
                    continue;
                }
                other[at] = *letter;
                let other = String::from_utf8(other).unwrap();
                match read_link(&other) {
                    Ok(read) => assert_eq!(read, work, "{other}"),
                    Err(fault) => assert!(
                        matches!(fault, LinkFault::Altered | LinkFault::Incomplete { .. } | LinkFault::NotALink),
                        "{at} {letter}: {fault:?}"
                    ),
                }
            }
        }
    }
}

#[test]
fn two_letters_that_have_changed_places_are_found() {
    for (_, link) in links() {
        for at in 6..link.len() - 1 {
            let mut other = link.clone().into_bytes();
            if other[at] != other[at + 1] {
                other.swap(at, at + 1);
                assert_eq!(read_link(std::str::from_utf8(&other).unwrap()), Err(LinkFault::Altered));
            }
        }
    }
}

#[test]
fn what_mail_and_chat_put_around_and_into_a_link_does_no_harm() {
    for (work, link) in links() {
        let (first, rest) = link.split_at(link.len() / 2);
        let wrapped: String =
            link.as_bytes().chunks(60).map(|line| format!("> {}\r\n", std::str::from_utf8(line).unwrap())).collect();
        let quoted: String =
            link.as_bytes().chunks(70).map(|line| format!("{}=\r\n", std::str::from_utf8(line).unwrap())).collect();
        let percents = link.replace('-', "%2D").replace('_', "%5f");
        let all_percents: String = link.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let cases = [
            format!("https://kedja.example.se/#{link}"),
            format!("https://kedja.example.se/sub/index.html?a=b#{link}"),
            format!("Se bilaga #3: https://kedja.example.se/#{link}"),
            format!("#{link})"),
            format!("#{link}."),
            format!("(#{link}),"),
            format!("<https://kedja.example.se/#{link}>"),
            format!("#{link}_"),
            format!("#{link}-and-more"),
            format!("#{link}/prioritise/race"),
            format!("#{first}\n{rest}"),
            format!("#{first} {rest}"),
            format!("#{first}%0A%20{rest}"),
            format!("#{first}\u{ad}\u{200b}{rest}"),
            format!("#{wrapped}"),
            format!("#{quoted}"),
            format!("#{percents}"),
            format!("#{}", percents.replace('%', "%25")),
            format!("https://kedja.example.se/%23{link}"),
            format!("#{all_percents}"),
            format!("  {link}  "),
        ];
        for case in cases {
            assert_eq!(read_link(&case), Ok(work.clone()), "{case}");
        }
    }
}

#[test]
fn a_link_in_small_letters_or_twice_the_text_says_that_it_is_altered() {
    for (work, link) in links() {
        assert_eq!(read_link(&link.to_lowercase()), Err(LinkFault::Altered));
        // Its first letter is no longer that of a link; whether the rest still looks like one is chance.
        let shouted = read_link(&link.to_uppercase());
        assert!(matches!(shouted, Err(LinkFault::Altered | LinkFault::NotALink)), "{shouted:?}");
        assert_eq!(read_link(&format!("{link}{link}")), Ok(work));
    }
}

#[test]
fn a_raised_version_alone_is_an_altered_letter() {
    for (_, link) in links() {
        assert_eq!(read_link(&link.replacen('1', "2", 1)), Err(LinkFault::Altered));
    }
}

#[test]
fn what_is_no_link_says_so() {
    for text in ["", "#", "https://kedja.example.se/", "#/journey/invoice", "hello there, this is no link", "#journey"]
    {
        assert_eq!(read_link(text), Err(LinkFault::NotALink), "{text}");
    }
}
