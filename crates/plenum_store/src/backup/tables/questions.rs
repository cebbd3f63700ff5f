//! The tables of kept questions and of what readers say of answers. A backup outlives the day on which a question is
//! forgotten; what is restored is forgotten when the server next starts.

use super::{Table, small};

pub(super) const QUESTION: Table =
    small("question", &["question_id", "body", "language", "answer", "#asked_on", "#forgotten_on"]);

pub(super) const FEEDBACK: Table = small(
    "feedback",
    &["#feedback_id", "question_id", "about", "verdict", "#sentence", "words", "#received_on", "#is_done"],
);

pub(super) const FEEDBACK_CHANGE: Table =
    small("feedback_change", &["#feedback_id", "#place", "what", "said_by", "#at_ms"]);
