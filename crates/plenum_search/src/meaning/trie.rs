//! Finds every piece that a text begins with, in one walk over its bytes (a double array).

/// A place in the array: where its children lie, whose child it is, and the piece that ends here.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Cell {
    /// The child for byte `b` is the cell `children ^ b`, if that cell's `parent` is this one.
    children: u32,
    parent: u32,
    piece: u32,
}

const NONE: u32 = u32::MAX;
const FREE: Cell = Cell { children: NONE, parent: NONE, piece: NONE };
/// A node's children lie in one block of this many cells, since they differ in one byte.
const BLOCK: usize = 256;
/// How many of the last blocks are tried for a node before a new block is begun. More makes the array a little
/// smaller and the building slower.
const BLOCKS_TRIED: usize = 8;

/// The pieces, ready to be walked.
#[derive(PartialEq, Debug)]
pub(super) struct Trie {
    cells: Vec<Cell>,
}

impl Trie {
    /// Builds from texts and their numbers. Empty texts are left out; of equal texts the first counts.
    pub(super) fn new<'a>(pieces: impl Iterator<Item = (&'a str, u32)>) -> Trie {
        let mut keys: Vec<(&[u8], u32)> =
            pieces.filter(|(text, _)| !text.is_empty()).map(|(text, number)| (text.as_bytes(), number)).collect();
        keys.sort();
        keys.dedup_by_key(|(text, _)| *text);
        let mut trie = Trie { cells: vec![FREE; BLOCK] };
        trie.cells[0].parent = 0;
        // Nodes whose children have no place yet: the cell, the keys below it, how many bytes they share.
        let mut open = vec![(0usize, 0..keys.len(), 0usize)];
        while let Some((cell, mut range, depth)) = open.pop() {
            if range.start < range.end && keys[range.start].0.len() == depth {
                trie.cells[cell].piece = keys[range.start].1;
                range.start += 1;
            }
            let children = split(&keys, range, depth);
            if children.is_empty() {
                continue;
            }
            let base = trie.place(&children);
            trie.cells[cell].children = base as u32;
            for (byte, below) in children {
                let child = base ^ usize::from(byte);
                trie.cells[child].parent = cell as u32;
                open.push((child, below, depth + 1));
            }
        }
        trie
    }

    /// A base at which the cells of all these children are free.
    fn place(&mut self, children: &[(u8, std::ops::Range<usize>)]) -> usize {
        let blocks = self.cells.len() / BLOCK;
        for block in blocks.saturating_sub(BLOCKS_TRIED)..blocks {
            for base in block * BLOCK..(block + 1) * BLOCK {
                if children.iter().all(|(byte, _)| self.cells[base ^ usize::from(*byte)].parent == NONE) {
                    return base;
                }
            }
        }
        self.cells.resize(self.cells.len() + BLOCK, FREE);
        blocks * BLOCK
    }

    /// Calls `found` with the length in bytes and the number of every piece that `text` begins with, short to long.
    #[inline]
    pub(super) fn prefixes(&self, text: &[u8], mut found: impl FnMut(usize, u32)) {
        let mut cell = 0u32;
        let mut children = self.cells[0].children;
        for (position, &byte) in text.iter().enumerate() {
            let next = children ^ u32::from(byte);
            let Some(below) = self.cells.get(next as usize).filter(|below| below.parent == cell) else {
                return;
            };
            if below.piece != NONE {
                found(position + 1, below.piece);
            }
            (cell, children) = (next, below.children);
        }
    }

    /// The array as bytes, twelve a cell.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        self.cells.iter().flat_map(|cell| [cell.children, cell.parent, cell.piece]).flat_map(u32::to_le_bytes).collect()
    }

    /// Reads what `to_bytes` wrote; none where that cannot be. Wrong cells lead to wrong pieces, never out of bounds.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Trie> {
        let number = |bytes: &[u8]| bytes.try_into().map(u32::from_le_bytes).ok();
        let cells: Option<Vec<Cell>> = bytes
            .chunks_exact(12)
            .map(|cell| {
                Some(Cell { children: number(&cell[..4])?, parent: number(&cell[4..8])?, piece: number(&cell[8..])? })
            })
            .collect();
        cells.filter(|cells| !cells.is_empty() && bytes.len().is_multiple_of(12)).map(|cells| Trie { cells })
    }
}

/// The keys of a range by their byte at `depth`, which all of them have.
fn split(keys: &[(&[u8], u32)], range: std::ops::Range<usize>, depth: usize) -> Vec<(u8, std::ops::Range<usize>)> {
    let mut children: Vec<(u8, std::ops::Range<usize>)> = Vec::new();
    for index in range {
        let byte = keys[index].0[depth];
        match children.last_mut() {
            Some((last, below)) if *last == byte => below.end = index + 1,
            _ => children.push((byte, index..index + 1)),
        }
    }
    children
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(trie: &Trie, text: &str) -> Vec<(usize, u32)> {
        let mut found = Vec::new();
        trie.prefixes(text.as_bytes(), |length, piece| found.push((length, piece)));
        found
    }

    #[test]
    fn every_piece_a_text_begins_with_is_found() {
        let trie = Trie::new([("a", 0), ("abc", 1), ("b", 2), ("", 3), ("سلام", 4), ("س", 5), ("a", 6)].into_iter());
        assert_eq!(found(&trie, "abcd"), [(1, 0), (3, 1)]);
        assert_eq!(found(&trie, "ab"), [(1, 0)]);
        assert_eq!(found(&trie, "سلام"), [(2, 5), (8, 4)]);
        assert_eq!(found(&trie, "xyz"), []);
        assert_eq!(found(&trie, ""), []);
    }

    #[test]
    fn thousands_of_pieces_are_each_found_and_survive_writing() {
        let words: Vec<String> = (0..5000u32).map(|n| format!("{:x}", n.wrapping_mul(2_654_435_761))).collect();
        let trie = Trie::new(words.iter().zip(0u32..).map(|(word, number)| (word.as_str(), number)));
        for (word, number) in words.iter().zip(0u32..) {
            assert!(found(&trie, word).contains(&(word.len(), number)), "{word}");
        }
        assert_eq!(Trie::from_bytes(&trie.to_bytes()).unwrap(), trie);
        assert!(Trie::from_bytes(&[]).is_none());
    }

    #[test]
    fn cells_that_lie_lead_nowhere_but_stay_in_bounds() {
        let trie = Trie::from_bytes(&[0xee; 24]).unwrap();
        assert_eq!(found(&trie, "anything"), []);
    }
}
