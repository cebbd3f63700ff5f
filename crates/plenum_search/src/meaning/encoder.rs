//! The encoder: text in one of sixteen languages becomes 512 numbers.

use std::path::Path;

use super::EncoderError;
use super::flat::Flat;
use super::network::{self, Network};
use super::normal::Normal;
use super::pieces;
use super::questions;
use super::sentences::sentences;
use super::tokens::Tokens;
use super::trie::Trie;
use super::weights::{Archive, Matrix, Table, numbers};

/// Name and version of the encoder, and the folder of its files. The number behind the stroke is that of our way to
/// use it: it changes when vectors of before must not be compared with those of now.
const NAME: &str = "universal-sentence-encoder-multilingual-3/1";
/// The folder of its files.
pub(super) const FOLDER: &str = "universal-sentence-encoder-multilingual-3";
/// Pieces of a text beyond this many are passed over: a paragraph has some hundred, a whole long chapter this many.
const MOST_PIECES: usize = 8192;
/// Texts are run together until they have this many pieces: enough to read the layers once for many rows, few enough
/// to stay in the processor's cache.
const RUN_PIECES: usize = 512;
/// Sections of the flat file before those of the layers.
const BEFORE_LAYERS: usize = 7;

/// The encoder, ready to use from any thread.
pub struct Encoder {
    flat: Flat,
    /// Its bytes are the flat file's first section.
    table: Table<()>,
    tokens: Tokens,
    network: Network,
    /// What questions have in common, which `encode` takes away.
    common: Vec<Vec<f32>>,
}

impl Encoder {
    /// Opens the encoder whose files `bin/get-weights` put into `folder` (models/ of the repository by default).
    ///
    /// The first time takes about a second, since the files are unpacked into one beside them.
    /// Errors: `Missing` where there are no weights (search then works on words alone), `Damaged`, `Io`.
    pub fn open(folder: &Path) -> Result<Encoder, EncoderError> {
        let folder = folder.join(FOLDER);
        let (archive, model) = (folder.join("weights.npz"), folder.join("sp.model"));
        let missing = |_| EncoderError::Missing { folder: folder.display().to_string() };
        let length = |path: &Path| std::fs::metadata(path).map(|facts| facts.len()).map_err(missing);
        let made_of = [length(&archive)?, length(&model)?];
        let path = folder.join("encoder.flat");
        if let Some(encoder) = Flat::open(&path, made_of).and_then(|flat| Encoder::of(flat, "encoder.flat").ok()) {
            return Ok(encoder);
        }
        let sections = unpack(&archive, &model)?;
        let flat = Flat::write(&path, made_of, &sections);
        let unreadable = || damaged(&path.display().to_string(), "it cannot be read back");
        Encoder::of(flat.ok_or_else(unreadable)?, &archive.display().to_string())
    }

    /// Builds the encoder of the flat file's sections; `file` is named in errors.
    fn of(flat: Flat, file: &str) -> Result<Encoder, EncoderError> {
        let names = network::names();
        let list = |number: usize| numbers(flat.section(number)).ok_or_else(|| damaged(file, "it has no numbers"));
        let width = <[u8; 8]>::try_from(flat.section(1)).map(u64::from_le_bytes).unwrap_or(0) as usize;
        let (steps, lowest) = (list(2)?, list(3)?);
        let rows = flat.section(0);
        let fits = width > 0 && width <= 1 << 16 && !rows.is_empty() && rows.len().is_multiple_of(width);
        if !fits || steps.is_empty() || steps.len() != lowest.len() || flat.len() != BEFORE_LAYERS + names.len() {
            return Err(damaged(file, "its table does not fit"));
        }
        let trie = Trie::from_bytes(flat.section(4)).ok_or_else(|| damaged(file, "it has no pieces"))?;
        let normal = Normal::new(flat.section(6)).ok_or_else(|| damaged(file, "its character map does not fit"))?;
        let tokens = Tokens::of(normal, trie, list(5)?);
        let layer = |name: &str| {
            let section =
                names.iter().position(|known| known == name).map(|number| flat.section(BEFORE_LAYERS + number));
            section.and_then(read_matrix).ok_or_else(|| damaged(file, &format!("layer {name} cannot be read")))
        };
        let network = Network::new(layer, width, file)?;
        let table = Table { width, steps, lowest, bytes: () };
        let mut encoder = Encoder { table, tokens, network, flat, common: Vec::new() };
        encoder.common = questions::in_common(|questions| {
            encoder.run(&questions.iter().map(|question| encoder.pieces(question)).collect::<Vec<_>>())
        });
        Ok(encoder)
    }

    /// Name and version, kept with the vectors so that another encoder's are never compared with these.
    pub fn name(&self) -> &str {
        NAME
    }

    /// How many numbers a vector has (512).
    pub fn dims(&self) -> usize {
        self.network.dims()
    }

    /// The vector of a question or of words to look for, of unit length, to be compared with those of paragraphs.
    ///
    /// Not to be used for texts to be found: what questions have in common is taken away here.
    pub fn encode(&self, text: &str) -> Vec<f32> {
        let vector = self.run(&[self.pieces(text)]).pop().unwrap_or_default();
        questions::without(&self.common, vector)
    }

    /// The vectors of single words, of unit length, to be compared with each other.
    pub fn encode_words(&self, words: &[&str]) -> Vec<Vec<f32>> {
        self.run(&words.iter().map(|word| self.pieces(word)).collect::<Vec<_>>())
    }

    /// The pieces of a text as text, in their order, without the spaces between.
    pub fn cut(&self, text: &str) -> Vec<String> {
        self.tokens.texts_of(text)
    }

    /// The vectors of one paragraph: first of the whole, then of each sentence (none if there is only one).
    pub fn encode_paragraph(&self, text: &str) -> Vec<Vec<f32>> {
        self.encode_on_this_thread(&[text]).pop().unwrap_or_default()
    }

    /// `encode_paragraph` for many, on at most `threads` threads; in the order given.
    pub fn encode_paragraphs(&self, texts: &[&str], threads: usize) -> Vec<Vec<Vec<f32>>> {
        let share = texts.len().div_ceil(threads.max(1)).max(1);
        if share >= texts.len() {
            return self.encode_on_this_thread(texts);
        }
        std::thread::scope(|scope| {
            let workers: Vec<_> =
                texts.chunks(share).map(|some| scope.spawn(move || self.encode_on_this_thread(some))).collect();
            let done = workers
                .into_iter()
                .map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            done.flatten().collect()
        })
    }

    fn encode_on_this_thread(&self, texts: &[&str]) -> Vec<Vec<Vec<f32>>> {
        let mut waiting: Vec<Vec<u32>> = Vec::new();
        let mut vectors: Vec<Vec<f32>> = Vec::new();
        let mut counts = Vec::with_capacity(texts.len());
        for text in texts {
            let parts = sentences(text);
            counts.push(1 + parts.len());
            for part in std::iter::once(*text).chain(parts) {
                waiting.push(self.pieces(part));
                if waiting.iter().map(Vec::len).sum::<usize>() >= RUN_PIECES {
                    vectors.extend(self.run(&std::mem::take(&mut waiting)));
                }
            }
        }
        vectors.extend(self.run(&waiting));
        let mut vectors = vectors.into_iter();
        counts.into_iter().map(|count| vectors.by_ref().take(count).collect()).collect()
    }

    fn pieces(&self, text: &str) -> Vec<u32> {
        // No piece is longer than some dozen bytes; what lies far beyond the last piece in use need not be looked at.
        let enough = text.floor_char_boundary(MOST_PIECES * 16);
        let mut pieces = self.tokens.of_text(&text[..enough]);
        pieces.truncate(MOST_PIECES);
        pieces
    }

    /// The vectors of texts given as pieces.
    fn run(&self, texts: &[Vec<u32>]) -> Vec<Vec<f32>> {
        if texts.is_empty() {
            return Vec::new();
        }
        let vectors = self.network.run(&self.table, self.flat.section(0), texts);
        vectors.chunks_exact(self.dims()).map(<[f32]>::to_vec).collect()
    }
}

/// Reads the two files and lays out the sections of the flat one.
fn unpack(archive: &Path, model: &Path) -> Result<Vec<Vec<u8>>, EncoderError> {
    let name = model.display().to_string();
    let bytes = std::fs::read(model).map_err(|cause| EncoderError::Io { file: name.clone(), cause })?;
    let model = pieces::read(&bytes, &name)?;
    let tokens = Tokens::new(&model).ok_or_else(|| damaged(&name, "its character map does not fit"))?;
    let mut archive = Archive::open(archive)?;
    let table = archive.table()?;
    let floats = |values: &[f32]| values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>();
    let mut sections = vec![
        table.bytes,
        (table.width as u64).to_le_bytes().to_vec(),
        floats(&table.steps),
        floats(&table.lowest),
        tokens.trie.to_bytes(),
        floats(&tokens.scores),
        model.character_map,
    ];
    for name in network::names() {
        let matrix = archive.matrix(&name)?;
        let mut section = (matrix.columns as u64).to_le_bytes().to_vec();
        section.extend(floats(&matrix.values));
        sections.push(section);
    }
    Ok(sections)
}

/// Reads a layer's section: the number of columns, then the numbers.
fn read_matrix(section: &[u8]) -> Option<Matrix> {
    let (columns, values) = section.split_first_chunk()?;
    let columns = usize::try_from(u64::from_le_bytes(*columns)).ok()?;
    let values = numbers(values)?;
    let rows = values.len().checked_div(columns)?;
    (rows > 0 && rows.checked_mul(columns)? == values.len()).then_some(Matrix { rows, columns, values })
}

fn damaged(file: &str, what: &str) -> EncoderError {
    EncoderError::Damaged { file: file.to_owned(), what: what.to_owned() }
}
