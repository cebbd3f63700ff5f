//! Files made to hurt end in paragraphs or in one clear error.

use super::made::{Pdf, line};
use super::{reading, rows};
use crate::ReadError;
use crate::pdf::read;

#[test]
fn an_empty_file_is_refused() {
    assert_eq!(read(b"").err(), Some(ReadError::Empty));
}

#[test]
fn what_is_no_pdf_is_refused() {
    assert!(matches!(read(b"Dear colleagues,"), Err(ReadError::Damaged { .. })));
}

#[test]
fn a_locked_file_is_refused() {
    let mut pdf = Pdf::of_pages(&[&line(60, 700, 12, "Secret")]);
    let key = "<6162636465666768696A6B6C6D6E6F707172737475767778797A303132333435>";
    pdf.set_trailer(&format!("/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O{key}/U{key}>>"));
    assert_eq!(read(&pdf.bytes()).err(), Some(ReadError::Encrypted));
}

#[test]
fn a_file_without_pages_is_refused() {
    let error = read(&Pdf::of_pages(&[]).bytes()).err();
    assert_eq!(error, Some(ReadError::damaged("it has no pages")));
}

#[test]
fn drawings_that_draw_themselves_end() {
    let mut pdf = Pdf::of_pages(&[&format!("{}/X1 Do", line(60, 700, 12, "Before"))]);
    let form = pdf.next();
    let resources = format!("/Resources<</XObject<</X1 {form} 0 R>>/Font<</F1 3 0 R>>>>");
    let content = format!("{}/X1 Do", line(60, 600, 12, "Inside"));
    pdf.add_stream(&format!("/Type/XObject/Subtype/Form/BBox[0 0 612 792]{resources}"), content.as_bytes());
    pdf.set_page(0, &resources);
    let reading = reading(&pdf);
    assert_eq!(rows(&reading.paragraphs), ["Before", "Inside"]);
    assert_eq!(reading.troubles.len(), 1);
}

#[test]
fn a_stream_that_unpacks_without_end_is_a_trouble() {
    // Each pair of bytes becomes 128, and that twice: 20 kB become 160 MB.
    let once: Vec<u8> = [129, 129].repeat(10_000);
    let mut pdf = Pdf::of_pages(&["", &line(60, 700, 12, "The second page is sound.")]);
    pdf.set_contents(0, "/Filter[/RunLengthDecode/RunLengthDecode/RunLengthDecode]", &once);
    let reading = reading(&pdf);
    assert_eq!(rows(&reading.paragraphs), ["The second page is sound."]);
    assert_eq!(reading.troubles.first().and_then(|t| t.page), Some(1));
}

#[test]
fn deep_nesting_ends() {
    let arrays = format!("{} BT /F1 12 Tf 60 700 Td (Still here) Tj ET", "[".repeat(50_000));
    assert!(read(&Pdf::of_pages(&[&arrays]).bytes()).is_ok());
    let states = format!("{}{}", "q ".repeat(100_000), line(60, 700, 12, "Still here"));
    assert_eq!(rows(&reading(&Pdf::of_pages(&[&states])).paragraphs), ["Still here"]);
    let mut pdf = Pdf::of_pages(&[&line(60, 700, 12, "Still here")]);
    let root = pdf.next();
    pdf.add(&format!("<</Type/StructTreeRoot/K {} 0 R>>", root + 1));
    pdf.add(&format!("<</S/Sect/K[{} 0 R {} 0 R]>>", root + 1, root));
    pdf.set_catalogue(&format!("/StructTreeRoot {root} 0 R"));
    assert_eq!(rows(&reading(&pdf).paragraphs), ["Still here"]);
}

#[test]
fn words_however_far_off_their_page_are_no_panic() {
    for height in ["9".repeat(30), format!("-{}", "9".repeat(30))] {
        let far = format!("BT /F1 12 Tf 60 {height} Td (Far off) Tj ET\n");
        let drawn = [far, line(60, 400, 12, "Still here")].concat();
        let reading = reading(&Pdf::of_pages(&[&drawn, &drawn]));
        assert_eq!(rows(&reading.paragraphs), ["Still here Still here"]);
    }
}

#[test]
fn a_file_cut_short_or_bent_anywhere_never_panics() {
    let drawn = [line(60, 700, 12, "1. Recalls its resolutions;"), line(60, 680, 12, "2. Decides (a) and [b].")];
    let sound = Pdf::of_pages(&[&drawn.concat(), &line(60, 700, 12, "3. Ends.")]).bytes();
    for at in (0..sound.len()).step_by(7) {
        // Whatever comes out is fine, as long as it comes out.
        drop(read(&sound[..at]));
        for bit in [0, 3, 6] {
            let mut bent = sound.clone();
            bent[at] ^= 1 << bit;
            drop(read(&bent));
        }
    }
}
