//! Links and codes that somebody sends, by themselves and in texts of all kinds.

use super::corpus::{file, folder, odd};
use super::{refused, said, survives, workbooks};
use crate::exchange::link::hostile::{around, stored};
use crate::exchange::link::normal;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kedja::app::{Language, Session, arrived, pooled};
use kedja::app::{class_of, curves, numbers, pasted, spread};
use kedja::exchange::*;
use kedja::words::{link, pool};

fn kept_links() -> Vec<String> {
    let links = folder("links").into_iter().filter(|(name, _)| name.ends_with(".txt"));
    links.map(|(_, bytes)| String::from_utf8(bytes).unwrap().trim().to_owned()).collect()
}

/// What a link holds is made again into one that holds the same, and the page can show it; or it is said why not.
fn is_survived(work: &Result<SharedWork, LinkFault>) {
    let work = match work {
        Ok(work) => work,
        Err(fault) => {
            for language in Language::ALL {
                said(&link::fault(language, fault.into()));
            }
            if let LinkFault::Unfit(problems) = fault
                && !problems.is_empty()
            {
                refused(problems);
            }
            return;
        }
    };
    if let Some(link) = link_of(work) {
        assert_eq!(read_link(&link).as_ref(), Ok(work));
    }
    let journey = match &work.journey {
        SharedJourney::Ready { id, .. } => ready(id).map(|ready| ready.journey()),
        SharedJourney::Own(_) => None,
    };
    if let Ok(come) = arrived(work.clone(), journey, &Session::first()) {
        assert_eq!(kedja::model::check(&come.session.work.journey), []);
    }
}

/// All links of a text.
fn are_survived(text: &str) {
    let found = links_in(text);
    assert!(found.links.iter().all(|link| link.line >= 1 && link.line <= text.matches('\n').count() + 1));
    found.links.iter().for_each(|link| is_survived(&link.work));
    let whole = found.links.into_iter().filter_map(|link| Some((link.line, link.work.ok()?))).collect();
    drop(pooled(whole, |id| ready(id).map(|ready| ready.journey())));
}

#[test]
fn a_link_that_is_cut_broken_or_made_up_opens_as_what_was_sent_or_says_what_became_of_it() {
    let made: Vec<Vec<u8>> =
        kept_links().into_iter().flat_map(|link| odd(&format!("https://kedja.se/#{link}\n"))).collect();
    let words = ["#k1", "#", "k1", "k2", "%23", "%2D", "%", "=\n", "\n> ", "-", "_", "/prioritise", "https://"];
    survives("link", made, &words, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        is_survived(&read_link(&text));
        are_survived(&text);
    });
}

#[test]
fn a_link_whose_sums_are_right_is_read_whatever_somebody_has_packed_into_it() {
    let mut words = vec![
        "\x08\x02hi",
        "\x0b\x01",
        "\x0b\x02",
        "\n\x01",
        "\n\0",
        "\x03\0\0\0\0\0\0\u{7f}",
        "\x06\x09\x01",
        "\x09\0",
    ];
    words.extend(["\x08\x05ready", "\x08\x07journey", "\x08\x08scenario", "\x0e", "\x0c\x08\x01a"]);
    survives("link-inside", Vec::new(), &words, |bytes| {
        // As many bytes as one block of DEFLATE holds.
        let inside = &bytes[..bytes.len().min(65_535)];
        is_survived(&read_link(&around('1', &stored(inside))));
    });
}

fn codes() -> Vec<HandIn> {
    let guesses = [
        GivenGuess::Number(16.0),
        GivenGuess::Choice("between".into()),
        GivenGuess::Chips(vec!["invoice".into(), "use".into()]),
        GivenGuess::Curve(vec![1.0, 0.9, 0.8]),
    ];
    let result = |guess| HandIn {
        lesson: "weakest-link".into(),
        guess,
        saw: Some(("invoice".into(), true)),
        note: "Fakturan möter alla".into(),
        met: true,
        best: Some(0.14),
        effort: 3.0,
        seconds: 290,
    };
    guesses.map(result).to_vec()
}

/// A result is coded and read as it was, but for what of its note is too long.
fn is_read_again(result: &HandIn) {
    let mut short = result.clone();
    short.note = short.note.chars().take(200).collect();
    assert_eq!(read_hand_in(&hand_in_code(result)), Ok(short));
}

#[test]
fn codes_of_results_are_found_in_whatever_is_pasted_and_read_as_they_were_coded() {
    let mail = |result: &HandIn| format!("Hi!\n> “{}”, we’re done.\n\n", hand_in_code(result));
    let all: String = codes().iter().map(mail).collect();
    let made = [odd(&all), vec!["kedja1.\nkedja2.a\nkedja1.AAAA\n".into()]].concat();
    survives("hand-in", made, &["kedja1.", "kedja2.", "kedja", ".", " ", "\n", "A", "-", "_"], |bytes| {
        let text = String::from_utf8_lossy(bytes);
        hand_ins_in(&text).iter().filter_map(|(_, result)| result.as_ref().ok()).for_each(is_read_again);
        let came = pasted(&text, &[]);
        for lesson in class_of(&came.new).values() {
            drop((spread(lesson), numbers(lesson), curves(lesson)));
        }
    });
}

#[test]
fn a_code_whose_sum_is_right_is_read_whatever_somebody_has_put_into_it() {
    let made = codes().iter().map(|result| postcard::to_stdvec(result).unwrap()).collect();
    let words = ["\x0cweakest-link", "\0", "\x01", "\x02", "\x03", "\0\0\u{7f}", "\x07invoice", "\x01\0\0"];
    survives("hand-in-inside", made, &words, |bytes| {
        let sum = bytes.iter().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
        let code = format!("kedja1.{}", URL_SAFE_NO_PAD.encode([bytes, &sum.to_le_bytes()].concat()));
        if let Ok(result) = read_hand_in(&code) {
            is_read_again(&result);
        }
    });
}

#[test]
fn whatever_links_are_gathered_in_is_looked_through_or_refused_in_words() {
    let link = link_of(&normal()).unwrap();
    let address = format!("https://kedja.example.se/#{link}");
    let broken: String =
        address.as_bytes().chunks(70).map(|line| format!("{}=\r\n", std::str::from_utf8(line).unwrap())).collect();
    let folded = base64::engine::general_purpose::STANDARD.encode(&address);
    let mail = format!(
        "Subject: ours\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\
         \r\n{broken}\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n{folded}\r\n--b--\r\n"
    );
    let table = format!("Namn;Svar\r\nEva;{address}\r\n“Åke”;{address}\n");
    let made = [odd(&mail), odd(&table), workbooks::made(), vec![file("tests/fixtures/data/b06-nested.xes")]].concat();
    let words = [
        "base64",
        "quoted-printable",
        "content-transfer-encoding: ",
        "\r\n\r\n",
        "--b",
        "=\r\n",
        "#k1",
        "\"",
        "PK\x03\x04",
    ];
    survives("gathered-text", made, &words, |bytes| match any_text(bytes) {
        Ok(text) => are_survived(&text),
        Err(why) => Language::ALL.into_iter().for_each(|language| said(&pool::unreadable(language, &why))),
    });
}
