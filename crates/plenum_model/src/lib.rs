//! The words of the domain and their rules, with nothing else: no files, no clock, no SQL, no HTML.
//!
//! Glossary (one word for one thing, from table to template):
//! - **document**: identified by its **symbol** (`A/80/257`); has a **standing** and a **kind**.
//! - **family**: the documents that are versions of one text (zero draft, Rev.1, CRP.1, final).
//! - **revision**: one reading of one document in one language, written `en1`, `en2`, `ar1`; never changed afterwards.
//! - **paragraph**: number as printed, heading path, text, footnotes; its **anchor** is its place in an address.
//! - **trouble**: what the reader of a file could not make sense of; shown, never hidden.
//! - **reference**: words in a paragraph that name another document or treaty article.
//! - **actor**: a State, a group of States, an organisation, a person. **statement**: an actor's words in a meeting.
//! - **roll call**: a recorded vote. **vote**: yes, no, abstain, absent. **bloc**: States whose votes are counted together.
//! - **event**: a session, a meeting or a deadline in the calendar; **zone**: a time zone by its IANA name.
//! - **claim**: what a source says of a **property** of something; claims that contradict stand side by side.
//! - **instrument**: what a process set up for States to use. **issue**: what it talks about.
//! - **process**: a body's work under a mandate. **session**: a numbered group of meetings. **meeting**: one sitting, formal or
//!   informal. **position**: where an actor stands on an **issue**: a quotation with a **stance**.
//! - **lineage**: which paragraph of an earlier revision became which paragraph of a later one.
//! - **digest**: what the record shows of some processes between two days; an **edition** of it is composed, edited, approved, published.
//! - **subscription**: a reader follows a **topic** by letter, in a **rhythm**. **letter**: what one reader gets at one time.
//! - **question**: what a reader asks in a sentence. **answer**: sentences, each resting on a **quotation** of a **passage**; or a **refusal**.

pub mod actor;
pub mod address;
pub mod anchor;
pub mod answer;
pub mod ballots;
pub mod calendar;
pub mod citation;
pub mod claim;
pub mod date;
pub mod digest;
pub mod document;
pub mod knowledge;
pub mod language;
pub mod lineage;
pub mod news;
pub mod oddity;
pub mod process;
pub mod reading;
pub mod statement;
pub mod subscription;
pub mod symbol;
pub mod tally;
pub mod vote;
pub mod zone;

pub use address::{Address, RevisionTag};
pub use anchor::Anchor;
pub use date::PartialDate;
pub use document::{DocumentFacts, DocumentKind, Standing};
pub use language::Language;
pub use oddity::{Oddity, Outsider};
pub use reading::{Footnote, Paragraph, ParagraphKind, Reading, Reference, Trouble};
pub use symbol::Symbol;
pub use zone::{Moment, Zone};
