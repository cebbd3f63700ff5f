//! What readers say of answers, for the editor's desk, with what became of it.

use crate::db::{Value, statements};
use crate::{Result, Store, rows};
use plenum_model::PartialDate;
use sqlx::FromRow;

/// What a reader says of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// The kept question that it is about, which may be forgotten by now.
    pub question_id: Option<String>,
    /// What was shown: one JSON value.
    pub about: String,
    /// Whether the reader found it wrong; else useful.
    pub is_wrong: bool,
    /// Which sentence, from 1; `None`: the whole answer.
    pub sentence: Option<u32>,
    /// The reader's words; may be empty.
    pub words: String,
    /// The day on which it came.
    pub received_on: PartialDate,
}

/// What a reader said, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackLine {
    /// Its key.
    pub id: i64,
    /// What was said.
    pub feedback: Feedback,
    /// Whether an editor has dealt with it.
    pub is_done: bool,
    /// What became of it, the first first.
    pub changes: Vec<FeedbackChange>,
}

/// A step in what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackChange {
    /// Whether it was marked as done; else opened again.
    pub is_done: bool,
    /// Who, in words.
    pub by: String,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

statements! {
    RECEIVE = "insert into feedback (feedback_id, question_id, about, verdict, sentence, words, received_on, is_done) values";
    LINES = "select feedback_id, question_id, about, verdict, sentence, words, received_on, is_done from feedback \
        where is_done = $1 order by feedback_id desc limit $2";
    CHANGES = "select c.feedback_id, c.what, c.said_by, c.at_ms from feedback_change c \
        where c.feedback_id in ({list}) order by c.feedback_id, c.place";
    SETTLE = "update feedback set is_done = $2 where feedback_id = $1 and is_done <> $2";
    STEPS_SO_FAR = "select count(*) from feedback_change where feedback_id = $1";
    NOTE = "insert into feedback_change (feedback_id, place, what, said_by, at_ms) values";
    FORGET_CHANGES = "delete from feedback_change where feedback_id in \
        (select f.feedback_id from feedback f where f.received_on < $1)";
    FORGET = "delete from feedback where received_on < $1";
}

#[derive(FromRow)]
struct LineRow {
    feedback_id: i64,
    question_id: Option<String>,
    about: String,
    verdict: String,
    sentence: Option<i64>,
    words: String,
    received_on: i64,
    is_done: i64,
}

impl Store {
    /// Keeps what a reader says; gives its key.
    pub async fn receive_feedback(&self, said: &Feedback) -> Result<i64> {
        let mut conn = self.db.writer().await?;
        let id = conn.take_keys("feedback", 1).await?;
        let values: [Value<'_>; 8] = [
            id.into(),
            said.question_id.as_deref().into(),
            said.about.as_str().into(),
            if said.is_wrong { "wrong" } else { "useful" }.into(),
            said.sentence.map(i64::from).into(),
            said.words.as_str().into(),
            i64::from(said.received_on.ordinal()).into(),
            0_i64.into(),
        ];
        conn.insert(RECEIVE, values.len(), &values).await?;
        conn.commit().await?;
        Ok(id)
    }

    /// What is open, or what is done: the latest first, at most so many, with what became of each.
    pub async fn feedback(&self, is_done: bool, most: u32) -> Result<Vec<FeedbackLine>> {
        let mut conn = self.db.reader().await?;
        let found: Vec<LineRow> = conn.rows(LINES, &[i64::from(is_done).into(), i64::from(most).into()]).await?;
        let mut lines: Vec<FeedbackLine> = found.into_iter().map(LineRow::into_line).collect::<Result<_>>()?;
        let ids: Vec<Value<'_>> = lines.iter().map(|line| line.id.into()).collect();
        let changes: Vec<(i64, String, String, i64)> = conn.rows_in(CHANGES, &[], &ids).await?;
        for (id, what, by, at_ms) in changes {
            if let Some(line) = lines.iter_mut().find(|line| line.id == id) {
                line.changes.push(FeedbackChange { is_done: what == "done", by, at_ms });
            }
        }
        Ok(lines)
    }

    /// Deletes what came before a day, done or not, with what became of it; gives how many.
    pub async fn forget_feedback(&self, before: PartialDate) -> Result<u64> {
        let before: [Value<'_>; 1] = [i64::from(before.ordinal()).into()];
        let mut conn = self.db.writer().await?;
        conn.run(FORGET_CHANGES, &before).await?;
        let forgotten = conn.run(FORGET, &before).await?;
        conn.commit().await?;
        Ok(forgotten)
    }

    /// Marks as done, or opens again; gives whether there was such a one to change.
    pub async fn settle_feedback(&self, id: i64, is_done: bool, by: &str, at_ms: i64) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        if conn.run(SETTLE, &[id.into(), i64::from(is_done).into()]).await? == 0 {
            return Ok(false);
        }
        let place = conn.number(STEPS_SO_FAR, &[id.into()]).await? + 1;
        let what = if is_done { "done" } else { "reopened" };
        let values: [Value<'_>; 5] = [id.into(), place.into(), what.into(), by.into(), at_ms.into()];
        conn.insert(NOTE, values.len(), &values).await?;
        conn.commit().await?;
        Ok(true)
    }
}

impl LineRow {
    fn into_line(self) -> Result<FeedbackLine> {
        let received_on = rows::date(Some(self.received_on));
        let feedback = Feedback {
            question_id: self.question_id,
            about: self.about,
            is_wrong: self.verdict == "wrong",
            sentence: self.sentence.map(|number| rows::small("sentence", number)).transpose()?,
            words: self.words,
            received_on: received_on.ok_or_else(|| rows::damaged("day", &self.received_on.to_string()))?,
        };
        Ok(FeedbackLine { id: self.feedback_id, feedback, is_done: self.is_done != 0, changes: Vec::new() })
    }
}
