//! Chinese, and other writing without spaces: every character and every pair of neighbours is a word.
//!
//! Against words cut by a dictionary (jieba) this finds more of what is asked (docs/decisions/0006-search.md: accuracy at 1 by words
//! 0.925 against 0.905 on the Chinese half of XQuAD, pairs alone 0.913), needs no 200 ms and no memory for a
//! dictionary, and knows words that no dictionary has. The price is a larger index for such texts.

/// Gives the characters and pairs of a run with their byte offsets; of two that begin together the pair first.
pub(crate) fn words(run: &str, take: &mut dyn FnMut(usize, &str)) {
    for (at, letter) in run.char_indices() {
        let end = at + letter.len_utf8();
        if let Some(next) = run[end..].chars().next() {
            take(at, &run[at..end + next.len_utf8()]);
        }
        take(at, &run[at..end]);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn pairs_and_characters_are_words() {
        let mut found = Vec::new();
        super::words("联合国", &mut |at, word| found.push((at, word.to_owned())));
        let words: Vec<&str> = found.iter().map(|(_, word)| word.as_str()).collect();
        assert_eq!(words, ["联合", "联", "合国", "合", "国"]);
        assert_eq!(found[2].0, 3);
    }
}
