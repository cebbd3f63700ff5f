//! Chinese: runs of characters cut into words by a dictionary, which is loaded when the first such run is met.

use jieba_rs::Jieba;
use std::sync::OnceLock;

/// The dictionary (about 0.2 s to load and some memory, so only those who need it pay).
#[derive(Default)]
pub(crate) struct Chinese {
    dictionary: OnceLock<Jieba>,
}

impl Chinese {
    /// Gives the words of a run, and the shorter words inside long ones, with their byte offsets.
    pub(crate) fn words(&self, run: &str, take: &mut dyn FnMut(usize, &str)) {
        let dictionary = self.dictionary.get_or_init(Jieba::new);
        for token in dictionary.cut_for_search(run, false) {
            take(token.byte_start, token.word);
        }
    }
}
