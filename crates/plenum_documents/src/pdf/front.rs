//! The first page's furniture: title, symbol and date.

use crate::structure::{Block, Role};
use plenum_model::{PartialDate, Symbol};

/// What the first page says about the document.
#[derive(Default)]
pub(super) struct Front {
    /// The title; empty if none is seen.
    pub title: String,
    /// The document's own symbol.
    pub symbol: Option<Symbol>,
    /// The date printed on it.
    pub date: Option<PartialDate>,
}

/// Most blocks of the first page that can be furniture.
const MAX_BLOCKS: usize = 40;

/// Reads the first page and marks its furniture as [`Role::Front`].
///
/// In: all blocks, and the words of the margins. Out: what was found.
pub(super) fn read(blocks: &mut [Block], margins: &str) -> Front {
    let mut front = Front::default();
    let first = blocks.iter().take(MAX_BLOCKS).take_while(|b| b.page.is_none_or(|page| page == 1)).count();
    let first = &mut blocks[..first];
    let texts = || first.iter().map(|block| block.text.as_str());
    front.symbol = margins.lines().find_map(own_symbol).or_else(|| texts().find_map(own_symbol));
    front
}

/// The symbol of a line that holds little else.
fn own_symbol(line: &str) -> Option<Symbol> {
    let line = line.trim();
    if line.chars().count() > 160 {
        return None;
    }
    let found = crate::references::find(line).into_iter().find_map(|reference| reference.symbol);
    found.filter(|symbol| symbol.is_united_nations())
}
