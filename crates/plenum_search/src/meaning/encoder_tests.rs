//! The encoder on a tiny model made here, and on the real one where its weights are.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::encoder::{Encoder, FOLDER};
use super::error::EncoderError;
use super::network;
use super::pieces::tests::written;
use super::weights::tests::write_archive;
use super::weights::{Matrix, Table};
use super::words::Words;

/// Numbers that look random, small, and are the same each time.
fn numbers(count: usize, seed: usize) -> Vec<f32> {
    (0..count).map(|n| (((n + seed * 7919).wrapping_mul(2_654_435_761) >> 7) % 401) as f32 / 2000.0 - 0.1).collect()
}

/// Writes the files of a tiny model: 32 numbers a piece, 32 a branch, vectors of 64.
fn tiny_model(models: &Path) -> PathBuf {
    let folder = models.join(FOLDER);
    std::fs::create_dir_all(&folder).unwrap();
    let words = [("▁peace", -1.0), ("▁war", -1.0), ("▁and", -1.0), ("▁", -3.0), (".", -2.0), ("和平", -1.0)];
    std::fs::write(folder.join("sp.model"), written(&words)).unwrap();
    let table = Table {
        width: 32,
        steps: vec![0.01, 0.02],
        lowest: vec![-1.0, -2.0],
        bytes: (0..10 * 32).map(|n| (n * 37 % 251) as u8).collect(),
    };
    let shape = |name: &str| match name {
        "proj2" | "proj3" | "proj5" => (32, 32),
        "w1_2" | "w2_2" => (64, 32),
        "w1_3" | "w2_3" => (96, 32),
        "w1_5" | "w2_5" => (160, 32),
        "ln_g" | "ln_b" => (1, 128),
        "cnn_W" => (128, 64),
        "cnn_b" => (1, 64),
        "d0" | "p1" => (64, 32),
        "d1" => (32, 32),
        "d2" | "p3" => (32, 64),
        "d3" => (64, 64),
        _ => (1, 32),
    };
    let matrices: Vec<(String, Matrix)> = network::names()
        .into_iter()
        .enumerate()
        .map(|(seed, name)| {
            let (rows, columns) = shape(&name);
            (name, Matrix { rows, columns, values: numbers(rows * columns, seed) })
        })
        .collect();
    write_archive(&folder.join("weights.npz"), &table, &matrices);
    folder
}

fn cosine(left: &[f32], right: &[f32]) -> f32 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}

#[test]
fn a_text_becomes_one_vector_of_unit_length() {
    let models = tempfile::tempdir().unwrap();
    tiny_model(models.path());
    let encoder = Encoder::open(models.path()).unwrap();
    assert_eq!(encoder.dims(), 64);
    for text in ["peace and war", "", "和平", "…\u{0}\u{fffd}"] {
        let vector = encoder.encode(text);
        assert!((cosine(&vector, &vector) - 1.0).abs() < 1e-4, "{text:?}");
    }
}

#[test]
fn texts_run_together_do_not_touch_each_other() {
    let models = tempfile::tempdir().unwrap();
    tiny_model(models.path());
    let encoder = Encoder::open(models.path()).unwrap();
    let texts = ["peace", "peace and war. war and peace and war and peace.", "war war war", "和平和平"];
    let many: Vec<&str> = texts.iter().copied().cycle().take(300).collect();
    let together = encoder.encode_paragraphs(&many, 2);
    for (text, vectors) in many.iter().zip(&together) {
        let alone = encoder.encode_paragraph(text);
        assert_eq!(alone.len(), vectors.len());
        assert!(alone.iter().zip(vectors).all(|(left, right)| cosine(left, right) > 0.9999), "{text}");
    }
    assert!(encoder.encode_paragraphs(&[], 2).is_empty());
}

#[test]
fn a_paragraph_has_a_vector_for_itself_and_one_for_each_sentence() {
    let models = tempfile::tempdir().unwrap();
    tiny_model(models.path());
    let encoder = Encoder::open(models.path()).unwrap();
    assert_eq!(encoder.encode_paragraph("Peace and war and peace.").len(), 1);
    let two = "Peace and war and peace and war. War and peace and war and peace.";
    assert_eq!(encoder.encode_paragraph(two).len(), 3);
}

#[test]
fn the_second_opening_reads_the_flat_file_and_says_the_same() {
    let models = tempfile::tempdir().unwrap();
    let folder = tiny_model(models.path());
    let first = Encoder::open(models.path()).unwrap().encode("peace and war");
    assert!(folder.join("encoder.flat").exists());
    assert_eq!(Encoder::open(models.path()).unwrap().encode("peace and war"), first);
    std::fs::write(folder.join("encoder.flat"), b"PLENENC1 and then nothing").unwrap();
    assert_eq!(Encoder::open(models.path()).unwrap().encode("peace and war"), first, "made anew");
}

#[test]
fn without_weights_it_says_what_to_do_and_with_damaged_ones_which() {
    let models = tempfile::tempdir().unwrap();
    let missing = Encoder::open(models.path()).err().unwrap();
    assert!(matches!(missing, EncoderError::Missing { .. }));
    assert!(missing.to_string().contains("bin/get-weights"), "{missing}");
    let folder = tiny_model(models.path());
    for name in ["weights.npz", "sp.model"] {
        let whole = std::fs::read(folder.join(name)).unwrap();
        for cut in [0, whole.len() / 3, whole.len() - 1] {
            std::fs::write(folder.join(name), &whole[..cut]).unwrap();
            match Encoder::open(models.path()) {
                Err(EncoderError::Damaged { file, .. }) => assert!(file.ends_with(name), "{file}"),
                Err(other) => panic!("{other}"),
                Ok(_) => panic!("{name} cut to {cut} bytes was read"),
            }
        }
        std::fs::write(folder.join(name), whole).unwrap();
    }
}

#[test]
fn an_endless_text_is_cut_off_and_not_run_out_of_memory() {
    let models = tempfile::tempdir().unwrap();
    tiny_model(models.path());
    let encoder = Encoder::open(models.path()).unwrap();
    let vectors = encoder.encode_paragraph(&"peace and war. ".repeat(200_000));
    assert!(vectors.len() <= 33);
}

/// Words are compared with each other, remembered or not, and Chinese is cut into the pieces known.
#[test]
fn words_are_alike_to_themselves_and_remembered() {
    let models = tempfile::tempdir().unwrap();
    tiny_model(models.path());
    let words = Words::new(Arc::new(Encoder::open(models.path()).unwrap()));
    let first = words.likeness(&["peace", "war"], &["war", "and", "peace"]);
    assert!(first[0][2] > first[0][0] && first[0][2] > first[0][1] && first[1][0] > first[1][2], "{first:?}");
    assert!(first.iter().flatten().all(|likeness| (-1.0..=1.0).contains(likeness)), "{first:?}");
    assert_eq!(words.likeness(&["peace", "war"], &["war", "and", "peace"]), first);
    assert_eq!(words.cut("和平和平"), ["和平", "和平"]);
    assert_eq!(words.likeness(&[], &["war"]), Vec::<Vec<f32>>::new());
}

/// Texts kept are compared as words are, all or some of them, and keeping them again changes nothing.
#[test]
fn texts_kept_are_compared_at_their_places() {
    let models = tempfile::tempdir().unwrap();
    tiny_model(models.path());
    let words = Arc::new(Words::new(Arc::new(Encoder::open(models.path()).unwrap())));
    let texts = ["peace", "war and peace", "war"];
    let all = words.likeness(&["war"], &texts);
    for _ in 0..2 {
        let kept = words.keep(&texts);
        assert_eq!(kept.likeness(&["war"], 0..3), all);
        assert_eq!(kept.likeness(&["war"], 1..3), [all[0][1..].to_vec()]);
        assert_eq!(kept.likeness(&["war"], 2..9), [Vec::<f32>::new()], "places that are not there have no likeness");
    }
    assert_eq!(words.keep(&["war", "and"]).likeness(&["war"], 0..1), [all[0][2..].to_vec()]);
}

/// With the real weights: the same sentence in six languages lies nearer to itself than to others.
#[test]
fn what_means_the_same_is_near_in_six_languages() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let encoder = match Encoder::open(&models) {
        Ok(encoder) => encoder,
        Err(error) => {
            // Not `eprintln`, which the test runner would keep to itself.
            writeln!(std::io::stderr(), "SKIPPED: the real encoder is not tested, since {error}").unwrap();
            return;
        }
    };
    let sayings = [
        ["The sea level is rising.", "El nivel del mar está subiendo.", "Уровень моря повышается.", "海平面正在上升。"],
        [
            "Every child may go to school.",
            "Todo niño puede ir a la escuela.",
            "Каждый ребёнок может ходить в школу.",
            "每个孩子都可以上学。",
        ],
        [
            "The meeting was closed at six.",
            "La sesión se levantó a las seis.",
            "Заседание было закрыто в шесть часов.",
            "会议于六点闭幕。",
        ],
    ];
    let also = [
        ["Le niveau de la mer monte.", "مستوى سطح البحر يرتفع."],
        ["Tout enfant peut aller à l'école.", "يمكن لكل طفل الذهاب إلى المدرسة."],
        ["La séance a été levée à six heures.", "رفعت الجلسة في الساعة السادسة."],
    ];
    let vector = |text: &str| encoder.encode_paragraph(text).swap_remove(0);
    let english: Vec<Vec<f32>> = sayings.iter().map(|saying| vector(saying[0])).collect();
    for (number, texts) in sayings.iter().zip(&also).enumerate() {
        for text in texts.0[1..].iter().chain(texts.1) {
            let other = vector(text);
            let best = (0..3)
                .max_by(|&left, &right| cosine(&english[left], &other).total_cmp(&cosine(&english[right], &other)));
            assert_eq!(best, Some(number), "{text}");
        }
    }
}
