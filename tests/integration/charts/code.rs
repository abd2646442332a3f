//! Codes, read as a telephone reads them.

use kedja::charts::code::{LinkCode, code};

/// The code as a picture, so many pixels to a square.
fn drawn(code: &LinkCode, scale: usize) -> Vec<Vec<bool>> {
    let mut dark = vec![vec![false; code.size]; code.size];
    for run in code.path.split('M').filter(|run| !run.is_empty()) {
        let (at, rest) = run.split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let length: usize = rest.split_once('v').unwrap().0.parse().unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        dark[y][x..x + length].fill(true);
    }
    let pixels = code.size * scale;
    (0..pixels).map(|y| (0..pixels).map(|x| dark[y / scale][x / scale]).collect()).collect()
}

fn read(code: &LinkCode) -> String {
    let picture = drawn(code, 3);
    let side = picture.len();
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| if picture[y][x] { 0 } else { 255 });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn a_code_is_read_as_the_address_that_it_was_made_of() {
    for length in [20, 120, 287, 666] {
        let address: String =
            "https://kedja.example.se/#k1".chars().chain("Ab3-_".chars().cycle()).take(length).collect();
        assert_eq!(read(&code(&address).unwrap()), address);
    }
}

#[test]
fn what_fits_a_projector_has_sixty_five_squares_a_side() {
    let address = |length: usize| "a".repeat(length);
    assert_eq!(code(&address(287)).unwrap().size, 65 + 8);
    assert_eq!(code(&address(288)).unwrap().size, 69 + 8);
    assert_eq!(code(&address(666)).unwrap().size, 97 + 8);
    assert_eq!(code(&address(5_000)), None);
}
