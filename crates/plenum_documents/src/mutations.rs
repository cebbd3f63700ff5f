//! Byte mutations of honest files: no reader panics, and time stays bounded. Deterministic, so a failure repeats.

use crate::{akoma_ntoso, docx, html, markdown, pdf, references, text, wordpress};

/// A small generator of numbers, the same at every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).map_or(0, |n| n % limit.max(1))
    }
}

/// Changes a file in one of five ways: a bit, a byte, a piece taken, a piece doubled, the end cut off.
fn mutate(bytes: &mut Vec<u8>, chance: &mut Chance) {
    if bytes.is_empty() {
        return;
    }
    let at = chance.below(bytes.len());
    let length = chance.below(40).min(bytes.len() - at);
    match chance.below(5) {
        0 => bytes[at] ^= 1 << chance.below(8),
        1 => bytes[at] = u8::try_from(chance.below(256)).unwrap_or(0),
        2 => drop(bytes.drain(at..at + length)),
        3 => {
            let piece = bytes[at..at + length].to_vec();
            let to = chance.below(bytes.len());
            bytes.splice(to..to, piece);
        }
        _ => bytes.truncate(at),
    }
}

/// Reads `rounds` mutations of a file; each keeps some of the changes of the one before.
pub(crate) fn check(honest: &[u8], rounds: usize, read: impl Fn(&[u8])) {
    let mut chance = Chance(0x5eed);
    let mut bytes = honest.to_vec();
    for _ in 0..rounds {
        if chance.below(6) == 0 {
            bytes = honest.to_vec();
        }
        mutate(&mut bytes, &mut chance);
        read(&bytes);
    }
}

const PAGE: &str = "<html lang=en><body><nav><a href=/>x</a></nav><main><h1>Title</h1><p>One<sup><a href='#f1'>1</a></sup> &amp; \
    two</p><ol start=3><li>a<li><p>b</p></ol><table><tr><th>x<td>y</table><p id=f1>1. Note</p><iframe src=//a/></main>";
const POST: &str =
    "{\"title\":{\"rendered\":\"T\"},\"date\":\"2024-01-01\",\"content\":{\"rendered\":\"<p>Words \\u0434<\\/p>\"}}";
const DRAFT: &str = "---\ntitle: T\n---\n# A\n\n1. [shall][should] x[^1]\n\n    **Option:** y\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: z\n";
const LETTER: &str = "A title\n\n12 May 2024\n\nText that goes on [1] and on, A/80/257 and Add.1,\nso it does.\n • item\n(a) x\n\n[1] note\n";
const LAW: &str = "<akomaNtoso xmlns='x'><act name='a'><meta><identification source='#a'><FRBRWork><FRBRdate date='2024-01-01' \
    name='x'/></FRBRWork></identification></meta><body><article><num>1.</num><heading>H</heading><content><p>x<authorialNote \
    marker='1'><p>n</p></authorialNote></p><table><tr><td>a</td></tr></table></content></article></body></act></akomaNtoso>";

#[test]
fn mutated_pages_letters_and_laws_never_panic() {
    check(PAGE.as_bytes(), 3_000, |bytes| drop(html::read(bytes)));
    check(POST.as_bytes(), 3_000, |bytes| drop(wordpress::read(bytes)));
    check(DRAFT.as_bytes(), 3_000, |bytes| drop(markdown::read(bytes)));
    check(LETTER.as_bytes(), 3_000, |bytes| drop(text::read(bytes)));
    check(LAW.as_bytes(), 3_000, |bytes| drop(akoma_ntoso::read(bytes)));
}

#[test]
fn mutated_text_never_breaks_the_search_for_references() {
    let words = "resolution 79/1 A and B, 2100 (2013); A/81/6 (Sect. 5)/Add.1 and Corr.2, para. 3 (b); 第79/1号决议第12段; \
        المادة 51 من ميثاق, articles 2 and 3 of the Convention | 43/222 A–E\n S-10/2";
    check(words.as_bytes(), 10_000, |bytes| drop(references::find(&String::from_utf8_lossy(bytes))));
}

#[test]
fn anything_given_to_any_reader_is_an_answer() {
    let readers: [fn(&[u8]); 8] = [
        |bytes| drop(crate::read(bytes)),
        |bytes| drop(pdf::read(bytes)),
        |bytes| drop(docx::read(bytes)),
        |bytes| drop(html::read(bytes)),
        |bytes| drop(text::read(bytes)),
        |bytes| drop(markdown::read(bytes)),
        |bytes| drop(akoma_ntoso::read(bytes)),
        |bytes| drop(wordpress::read(bytes)),
    ];
    for honest in
        [PAGE, POST, DRAFT, LETTER, LAW, "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj trailer<</Root 1 0 R>>"]
    {
        check(honest.as_bytes(), 60, |bytes| readers.iter().for_each(|read| read(bytes)));
    }
}
