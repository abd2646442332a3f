//! All links in a text: none is overlooked, none counts twice, none that is broken goes unsaid.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{normal, of_own, of_ready, own};
use kedja::exchange::*;
use kedja::model::Scenario;

#[test]
fn every_link_in_a_chat_is_found_once_with_its_line() {
    let works = [normal(), of_own(own(), Scenario::default()), of_ready("telecom", Scenario::default())];
    let links = works.clone().map(|work| link_of(&work).unwrap());
    let chat = format!(
        "[09:01] Eva: här är min, https://kedja.example.se/#{}).\n\
         [09:02] Bo: bilaga #3, och #klart!\n\
         [09:04] Bo: <https://kedja.example.se/kurs/%23{}> tänk på #k9\n\
         [09:05] Eva: igen https://kedja.example.se/#{}\n\
         [09:06] Ali: #{}\n[09:07] Ali: #{}",
        links[0],
        links[1].replace('-', "%2D"),
        links[0],
        &links[1][..200],
        links[2]
    );
    let FoundLinks { links: found, again, beyond } = links_in(&chat);
    let whole: Vec<(usize, SharedWork)> =
        found.iter().filter_map(|link| Some((link.line, link.work.clone().ok()?))).collect();
    let [first, second, third] = works;
    assert_eq!(whole, [(1, first), (3, second), (6, third)]);
    assert_eq!((again, beyond), (1, 0));
    let broken: Vec<usize> = found.iter().filter(|link| link.work.is_err()).map(|link| link.line).collect();
    assert_eq!(broken, [3, 5]);
}

#[test]
fn a_text_without_links_has_none() {
    for text in ["", "nothing here", "# heading\n#klart #kul", "k1 without its sign"] {
        assert_eq!(links_in(text), FoundLinks::default(), "{text}");
    }
}

#[test]
fn of_links_without_end_those_that_are_not_looked_at_are_counted() {
    let link = link_of(&normal()).unwrap();
    let found = links_in(&format!("#{link}\n").repeat(1_007));
    assert_eq!((found.links.len(), found.again, found.beyond), (1, 999, 7));
    let found = links_in(&"#k1\n".repeat(1_002));
    assert_eq!((found.links.len(), found.again, found.beyond), (1_000, 0, 2));
    assert_eq!(found.links.last().map(|link| link.line), Some(1_000));
}

#[test]
fn links_are_found_in_a_mail_and_in_a_workbook_each_on_its_line() {
    let link = link_of(&normal()).unwrap();
    let mail = format!(
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nHere: https://kedja.example.se/#{}=\r\n{}\r\n",
        &link[..60],
        &link[60..]
    );
    let found = links_in(&any_text(mail.as_bytes()).unwrap());
    assert_eq!(found.links.iter().map(|link| link.work.clone().unwrap()).collect::<Vec<_>>(), [normal()]);

    let cell = |words: &str| SheetCell::Text(words.to_owned());
    let rows = vec![
        vec![cell("Name"), cell("Answer")],
        Vec::new(),
        vec![cell("Eva"), cell(&format!("https://kedja.example.se/#{link}"))],
    ];
    let book = workbook(&[("Answers".to_owned(), rows)]).unwrap();
    let found = links_in(&any_text(&book).unwrap());
    assert_eq!(
        found.links.iter().map(|link| (link.line, link.work.clone().unwrap())).collect::<Vec<_>>(),
        [(3, normal())]
    );
}

#[test]
fn a_mail_in_sixty_four_letters_is_read_part_by_part() {
    let link = link_of(&normal()).unwrap();
    let folded = |bytes: &[u8]| {
        let whole = STANDARD.encode(bytes);
        whole.as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap()).collect::<Vec<_>>().join("\r\n")
    };
    let part = |kind: &str, bytes: &[u8]| {
        format!("--b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: BASE64\r\n\r\n{}\r\n", folded(bytes))
    };
    let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let mail = format!(
        "Subject: ours\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{}{}{}--b--\r\n",
        part("image/png", picture),
        part("text/plain; charset=utf-8", format!("Vår kedja: https://kedja.example.se/#{link}").as_bytes()),
        part("text/html", format!("<a href=\"https://kedja.example.se/#{link}\">vår</a>").as_bytes()),
    );
    let text = any_text(mail.as_bytes()).unwrap();
    let found = links_in(&text);
    assert_eq!(found.links.iter().map(|link| link.work.clone().unwrap()).collect::<Vec<_>>(), [normal()]);
    assert_eq!(found.again, 1, "the same as a page");
    assert!(text.contains("Vår kedja: ") && text.contains(&folded(picture)), "a picture stays as it is");

    // What only looks like it is left alone.
    for odd in ["Content-Transfer-Encoding: base64", "content-transfer-encoding: base64\r\n\r\nno such letters!\r\n"] {
        let said = any_text(format!("{odd}\r\n\r\n#{link}\r\n").as_bytes()).unwrap();
        assert_eq!(links_in(&said).links.len(), 1, "{odd}");
    }
}

#[test]
fn what_is_written_in_letters_is_looked_through_whatever_it_is() {
    let link = format!("https://kedja.example.se/#{}", link_of(&normal()).unwrap());
    for text in [
        format!("Name,Answer\nEva,{link}\n"),
        format!("Namn;Svar\r\nEva;{link}\r\n"),
        format!("Name\tAnswer\nEva\t{link}\n"),
        format!("Hi all, here are ours\n{link}"),
        format!("<!doctype html><html><body><a href=\"{link}\">mine</a></body></html>"),
        format!("Received: from a; by b\nSubject: ours\n\n{link}\n"),
    ] {
        let found = links_in(&any_text(text.as_bytes()).unwrap());
        assert_eq!(found.links.iter().map(|link| link.work.clone().unwrap()).collect::<Vec<_>>(), [normal()], "{text}");
    }
}
