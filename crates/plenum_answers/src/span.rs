//! The shortest words of a sentence that hold what is wanted: for figures beside other systems, never shown alone.

use crate::plan::{Plan, Wanted};
use crate::select::key_set;
use crate::text::{Token, tokens};
use crate::{dates, plan};
use std::ops::Range;

/// Narrows a sentence of a text to what a question wants of it.
///
/// In: the plan; the text; the sentence's bytes in it. Out: bytes of the text, inside the sentence. Errors: none; where
/// nothing narrower is found, the sentence.
pub fn short_span(plan: &Plan, text: &str, sentence: Range<usize>) -> Range<usize> {
    let Some(words) = text.get(sentence.clone()) else { return sentence };
    let all = tokens(words);
    let asked = key_set(&plan.text);
    let is_new = |token: &Token| !asked.contains(&token.stem());
    let run = match plan.wanted {
        Wanted::Date => longest(&all, is_of_date),
        Wanted::Number => {
            longest(&all, |token| is_new(token) && (token.is_number() || dates::in_words(&token.word).is_some()))
        }
        Wanted::Symbol => return symbol(words, &sentence).unwrap_or(sentence),
        Wanted::Person | Wanted::Place => longest(&all, |token| token.is_capital && is_new(token)),
        Wanted::Anything => longest(&all, |token| is_new(token)),
    };
    let Some(run) = run else { return sentence };
    sentence.start + all[run.start].span.start..sentence.start + all[run.end - 1].span.end
}

fn is_of_date(token: &Token) -> bool {
    token.is_number()
        || !dates::months(&format!("1 {} 2000", token.word)).is_empty()
        || matches!(token.word.as_str(), "年" | "月" | "日")
}

fn symbol(words: &str, sentence: &Range<usize>) -> Option<Range<usize>> {
    let found = plan::symbols(words).into_iter().next()?;
    let at = words.find(&found)?;
    Some(sentence.start + at..sentence.start + at + found.len())
}

/// The longest run of words of a sort; of equals the first.
fn longest(all: &[Token], is: impl Fn(&Token) -> bool) -> Option<Range<usize>> {
    let mut best: Option<Range<usize>> = None;
    let mut from = 0;
    for at in 0..=all.len() {
        if all.get(at).is_some_and(&is) {
            continue;
        }
        if at > from && best.as_ref().is_none_or(|run| at - from > run.len()) {
            best = Some(from..at);
        }
        from = at + 1;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Known, Question};

    #[test]
    fn what_is_wanted_is_found_in_a_sentence() {
        let check = |question: &str, text: &str, expected: &str| {
            let plan =
                crate::plan(&Question::parse(question).expect("a question"), &Known::default(), crate::When::default());
            assert_eq!(&text[short_span(&plan, text, 0..text.len())], expected, "{question}");
        };
        check("When did the harbour open?", "The harbour opened on 4 May 1911 in rain.", "4 May 1911");
        check("How many ships came?", "Some forty ships came.", "forty");
        check("Who opened the harbour?", "The harbour was opened by Ada Quill.", "Ada Quill");
        check("Which resolution opened it?", "It was opened by A/RES/1/2.", "A/RES/1/2");
    }
}
