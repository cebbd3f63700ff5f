//! A question that asks several things, taken apart; what says nothing to the matter left out.
//!
//! "When was it published? Do the sources agree?" is two; "I keep seeing different figures" is none. What the second
//! leaves out is taken from the first.

use crate::naming::naming;
use crate::passage::Known;
use crate::question::Question;
use crate::text::{fold, is_han, sentences, tokens};

/// A question is taken into no more parts.
const MOST: usize = 3;

/// Joints before another question word, folded: what follows them is asked besides.
const JOINTS: [&str; 47] = [
    " and how ",
    " and when ",
    " and where ",
    " and who ",
    " and what ",
    " and which ",
    " and by which ",
    " and in which ",
    " and by what ",
    " et comment ",
    " et quand ",
    " et ou ",
    " et qui ",
    " et quel",
    " et par quel",
    " et dans quel",
    " et combien ",
    " et en quoi ",
    " y como ",
    " y cuando ",
    " y donde ",
    " y quien",
    " y que ",
    " y cual",
    " y en que ",
    " y con que ",
    " y por que ",
    " y mediante que ",
    " y cuant",
    " и как ",
    " и когда ",
    " и где ",
    " и кто ",
    " и чем ",
    " и сколько ",
    " и како",
    " и каки",
    " и в како",
    " وباي ",
    " ومتي ",
    " وكيف ",
    " واين ",
    " وكم ",
    " ومن ",
    " وما هو ",
    " وما هي ",
    " وماذا ",
];
/// In Chinese a comma parts two questions where both ask.
const ASKING_HAN: [&str; 11] = ["什么", "哪", "何时", "何地", "谁", "怎", "如何", "多少", "几", "为何", "吗"];

/// The parts of a question, in its order and its language; at least one. What a part does not name is what the first does.
pub fn parts(question: &Question, known: &Known) -> Vec<Question> {
    let text = question.text();
    let all: Vec<&str> = sentences(text).into_iter().map(|span| &text[span]).collect();
    let asks = |part: &&str| part.trim_end().ends_with(['?', '？', '؟']);
    let asking: Vec<&str> = all.iter().copied().filter(asks).collect();
    let sentences = if asking.is_empty() { vec![text] } else { asking };
    let mut pieces: Vec<&str> = Vec::new();
    for sentence in sentences {
        pieces.extend(coordinated(sentence, known));
    }
    let Some((first, rest)) = pieces.split_first() else { return vec![question.clone()] };
    let names: Vec<&str> = naming(known, first).named.iter().map(|one| &first[one.span.clone()]).collect();
    if names.is_empty() {
        return vec![question.clone()];
    }
    let mut parts = vec![question.with_text(first)];
    for piece in rest.iter().filter(|piece| tokens(piece).len() > 1).take(MOST - 1) {
        let has_names = !naming(known, piece).named.is_empty();
        let body = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        let whole = if has_names { (*piece).to_owned() } else { format!("{body} {}?", names.join(" ")) };
        parts.push(question.with_text(&whole));
    }
    parts
}

/// A sentence parted where another question word follows a joint, if what is before it names something by itself.
fn coordinated<'a>(sentence: &'a str, known: &Known) -> Vec<&'a str> {
    let names_a_thing = |part: &str| !naming(known, part).named.is_empty();
    for at in joints(sentence) {
        let (first, second) = sentence.split_at(at);
        if names_a_thing(first) && tokens(first).len() > 2 && tokens(second).len() > 1 {
            return vec![first, second.trim_start_matches(['，', ','])];
        }
    }
    vec![sentence]
}

/// Where joints stand, in bytes of the sentence itself.
fn joints(sentence: &str) -> Vec<usize> {
    if sentence.contains(is_han) {
        let asks = |part: &str| ASKING_HAN.iter().any(|word| part.contains(word));
        let commas = sentence.match_indices(['，', ',']).map(|(at, _)| at);
        return commas.filter(|at| asks(&sentence[..*at]) && asks(&sentence[*at..])).collect();
    }
    let spaces = sentence.match_indices(' ').map(|(at, _)| at);
    spaces
        .filter(|at| {
            let rest = fold(&sentence[*at..]);
            JOINTS.iter().any(|joint| rest.starts_with(joint))
        })
        .collect()
}
