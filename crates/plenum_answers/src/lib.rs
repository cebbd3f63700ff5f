//! A question becomes a cited answer or a refusal. Everything comes as an argument: no search, no SQL, no clock.
//!
//! Read in this order: `question` and `plan` (what is asked), `passage` (what an answer may rest on), `answer` (the way
//! through), `check` (the last word). `facts`, `kinds` and `ledgers` answer from what is known, `select` and `speakers` from the
//! words of documents; where nothing does, `nearest` ranks the statements of the packs. `writing` is for a language model:
//! what it is given, and how what it writes is read.

mod alike;
mod answer;
mod check;
mod cues;
mod dates;
mod draft;
mod entries;
mod events;
mod facts;
mod figures;
mod following;
mod kinds;
mod ledgers;
mod lexicon;
mod manner;
mod matter;
mod members;
mod naming;
mod nearest;
mod orders;
mod parts;
mod passage;
mod phrases;
mod plan;
mod question;
mod select;
mod span;
mod speakers;
mod statements;
mod support;
#[cfg(test)]
mod tests;
mod text;
mod turns;
mod weighing;
mod writing;

pub use alike::{KeptTexts, WordMeanings};
pub use answer::{Answer, Refusal, Why, answer, answer_written, joined, sentence_written};
pub use check::{Unsupported, check};
pub use dates::dates;
pub use draft::{Draft, Part, Sources};
pub use following::{Followed, MOST_BEFORE, follow, followed};
pub use lexicon::Notion;
pub use nearest::{Signs, WEIGHTS, score, signs};
pub use orders::gives_orders;
pub use parts::parts;
pub use passage::{Aspect, Belonging, Fact, InLedger, Known, Passage, Place, Subject, SubjectKind};
pub use plan::{Kind, Plan, Wanted, When, plan};
pub use question::{LONGEST, NoQuestion, Question};
pub use span::short_span;
pub use speakers::READ_FOR_SPEAKERS;
pub use writing::{Message, Prompt, SentenceReader, prompt};
