//! The size of type that a sheet is set in.

use kedja::charts::paper::{Sheet, type_size};

fn size(rows: usize, parts: usize) -> f64 {
    let row =
        |name: &str| [name, "2.26%", "−1.38 percentage points (±0.05)", "+2,221 (±74)", "2.0", "50"].map(str::to_owned);
    let table: Vec<Vec<String>> =
        (0..rows).map(|n| row(&format!("Way {n}: Invoice 65% → 91%; Support 61% → 70%")).to_vec()).collect();
    let said = "With everything that is guessed varied at once, this is the best choice in 50 of 50 tries.".to_owned();
    let parts = vec![vec![said.clone(), said]; parts];
    let notes = ["± and ranges are simulation noise (95%).".to_owned()];
    type_size(&Sheet {
        title: "What do we do about the invoice before autumn?",
        table: &table,
        notes: &notes,
        parts: &parts,
    })
}

#[test]
fn the_more_there_is_to_say_the_smaller_it_is_set_and_never_too_small_to_read() {
    let sizes: Vec<f64> = (1..40).map(|rows| size(rows, 7)).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
    assert!(sizes[0] >= 9.0 && sizes[38] >= 6.0, "{sizes:?}");
    assert!(size(2, 7) > size(12, 7));
    assert!(size(2, 3) > 11.0, "what is little is set in large type");
}
