//! What the index keeps of a paragraph.

use crate::Entry;
use crate::analysis::{Analyser, ExactTokenizer, LANGUAGE_END, WordsTokenizer};
use crate::card;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::TokenizerManager;
use tantivy::{IndexSettings, TantivyDocument};

/// The fields of the index.
#[derive(Clone, Copy)]
pub(crate) struct Fields {
    /// The paragraph's id.
    pub id: Field,
    /// All that is filtered and counted, as one value (see `card`); a column.
    pub card: Field,
    /// Stems, with frequencies and positions (for nearness).
    pub words: Field,
    /// Exact forms, with positions.
    pub exact: Field,
    /// Stems of the title and the headings.
    pub context: Field,
    /// The text, kept for snippets.
    pub text: Field,
}

/// Goes into the folder's name: an index of another layout or another analysis is another folder.
pub(crate) const LAYOUT: &str = "words-2";

const WORDS: &str = "plenum_words";
const EXACT: &str = "plenum_exact";

/// The layout of the index.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let indexed = |tokenizer, option| {
        TextOptions::default()
            .set_indexing_options(TextFieldIndexing::default().set_tokenizer(tokenizer).set_index_option(option))
    };
    let fields = Fields {
        id: builder.add_i64_field("id", INDEXED | FAST),
        card: builder.add_text_field("card", TextOptions::default().set_fast("raw")),
        words: builder.add_text_field("words", indexed(WORDS, IndexRecordOption::WithFreqsAndPositions)),
        exact: builder.add_text_field("exact", indexed(EXACT, IndexRecordOption::WithFreqsAndPositions)),
        context: builder.add_text_field("context", indexed(WORDS, IndexRecordOption::WithFreqs)),
        text: builder.add_text_field("text", STORED),
    };
    (builder.build(), fields)
}

/// Blocks of 8 kB: a snippet needs one text of a block, and a page has twenty.
pub(crate) fn settings() -> IndexSettings {
    IndexSettings { docstore_blocksize: 8_192, ..IndexSettings::default() }
}

/// The tokenizers of the fields.
pub(crate) fn tokenizers(analyser: &Analyser) -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(WORDS, WordsTokenizer::new(analyser.clone()));
    manager.register(EXACT, ExactTokenizer::new(analyser.clone()));
    manager
}

/// An entry as the index keeps it.
pub(crate) fn document(fields: Fields, entry: Entry) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_i64(fields.id, entry.paragraph_id);
    document.add_text(fields.card, card::write(&entry));
    let tagged = |text: &str| format!("{}{LANGUAGE_END}{text}", entry.language);
    document.add_text(fields.words, tagged(&entry.text));
    document.add_text(fields.context, tagged(&entry.context));
    document.add_text(fields.exact, &entry.text);
    document.add_text(fields.text, entry.text);
    document
}
