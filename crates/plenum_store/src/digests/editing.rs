//! What editors do to an edition: sentences changed, added, taken out; steps from draft to published, none skipped.

use super::{SENTENCE_COLUMNS, Step, read, sentence_values, shown, step};
use crate::db::{Conn, Value, statements};
use crate::{Result, Store};
use plenum_model::digest::{Act, Sentence, State};

/// What became of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// It is kept, or nothing differed.
    Kept,
    /// There is no such edition or sentence.
    NotHeld,
    /// The edition is approved or published: its sentences are not changed.
    Closed(State),
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The edition is now so far.
    Now(State),
    /// There is no such edition.
    NotHeld,
    /// From this state the step cannot be taken.
    Refused(State),
}

statements! {
    STATE = "select state from digest where digest_id = $1";
    SENTENCE = "select body from digest_sentence where digest_id = $1 and number = $2 and gone_at_ms is null";
    REWRITE = "update digest_sentence set body = $3, writer = 'editor' where digest_id = $1 and number = $2";
    REMOVE = "update digest_sentence set gone_at_ms = $3 where digest_id = $1 and number = $2";
    LAST_NUMBER = "select max(number) from digest_sentence where digest_id = $1";
    INSERT_SENTENCE = "insert into digest_sentence (digest_id, number, section, process, body, citations, writer, \
        is_confirmed) values";
    TITLE = "select title from digest where digest_id = $1";
    SET_TITLE = "update digest set title = $2 where digest_id = $1";
    TOUCH = "update digest set changed_at_ms = $2 where digest_id = $1";
    SET_STATE = "update digest set state = $2, changed_at_ms = $3 where digest_id = $1";
    SET_APPROVED = "update digest set approved_by = $2, approved_at_ms = $3 where digest_id = $1";
    SET_PUBLISHED = "update digest set published_at_ms = $2 where digest_id = $1";
}

impl Store {
    /// Changes the words of a sentence: they become the editor's and keep their citations.
    pub async fn rewrite_sentence(&self, id: i64, number: u32, text: &str, by: &str, at_ms: i64) -> Result<Edited> {
        let mut conn = self.db.writer().await?;
        let before = match open_sentence(&mut conn, id, number).await? {
            Ok(before) => before,
            Err(refused) => return Ok(refused),
        };
        if before == text {
            return Ok(Edited::Kept);
        }
        conn.run(REWRITE, &[id.into(), i64::from(number).into(), text.into()]).await?;
        let noted =
            Step { what: "rewritten", number: Some(i64::from(number)), before: Some(&before), after: Some(text) };
        finish(conn, id, noted, (by, at_ms)).await
    }

    /// Takes a sentence out; the history keeps it.
    pub async fn remove_sentence(&self, id: i64, number: u32, by: &str, at_ms: i64) -> Result<Edited> {
        let mut conn = self.db.writer().await?;
        let before = match open_sentence(&mut conn, id, number).await? {
            Ok(before) => before,
            Err(refused) => return Ok(refused),
        };
        conn.run(REMOVE, &[id.into(), i64::from(number).into(), at_ms.into()]).await?;
        let noted = Step { what: "removed", number: Some(i64::from(number)), before: Some(&before), after: None };
        finish(conn, id, noted, (by, at_ms)).await
    }

    /// Adds an editor's sentence at the end of its section.
    pub async fn add_sentence(&self, id: i64, sentence: &Sentence, by: &str, at_ms: i64) -> Result<Edited> {
        let mut conn = self.db.writer().await?;
        if let Some(refused) = closed(&mut conn, id).await? {
            return Ok(refused);
        }
        let number = conn.number(LAST_NUMBER, &[id.into()]).await? + 1;
        conn.insert(INSERT_SENTENCE, SENTENCE_COLUMNS, &sentence_values(id, number, sentence)).await?;
        let noted = Step { what: "added", number: Some(number), before: None, after: Some(sentence.text()) };
        finish(conn, id, noted, (by, at_ms)).await
    }

    /// Gives an edition another title.
    pub async fn title_digest(&self, id: i64, title: &str, by: &str, at_ms: i64) -> Result<Edited> {
        let mut conn = self.db.writer().await?;
        if let Some(refused) = closed(&mut conn, id).await? {
            return Ok(refused);
        }
        let before: Option<(String,)> = conn.row(TITLE, &[id.into()]).await?;
        let before = before.map(|row| row.0).unwrap_or_default();
        if before == title {
            return Ok(Edited::Kept);
        }
        conn.run(SET_TITLE, &[id.into(), title.into()]).await?;
        let noted = Step { what: "titled", number: None, before: Some(&before), after: Some(title) };
        finish(conn, id, noted, (by, at_ms)).await
    }

    /// Takes a step with an edition: from draft to edited, approved, published; no step is skipped.
    pub async fn advance_digest(&self, id: i64, act: Act, by: &str, at_ms: i64) -> Result<Taken> {
        let mut conn = self.db.writer().await?;
        let Some(line) = read(&mut conn, id).await? else { return Ok(Taken::NotHeld) };
        let (from, to) = act.step();
        if line.state != from {
            return Ok(Taken::Refused(line.state));
        }
        match act {
            Act::Approve => conn.run(SET_APPROVED, &[id.into(), by.into(), at_ms.into()]).await?,
            Act::Publish => conn.run(SET_PUBLISHED, &[id.into(), at_ms.into()]).await?,
            Act::Edit | Act::Reopen => 0,
        };
        conn.run(SET_STATE, &[id.into(), to.as_str().into(), at_ms.into()]).await?;
        if act == Act::Reopen {
            let nobody: [Value<'_>; 3] = [id.into(), None::<&str>.into(), None::<i64>.into()];
            conn.run(SET_APPROVED, &nobody).await?;
        }
        let what = match act {
            Act::Edit => "edited",
            Act::Approve => "approved",
            Act::Reopen => "reopened",
            Act::Publish => "published",
        };
        step(&mut conn, id, Step { what, number: None, before: None, after: None }, (by, at_ms)).await?;
        if act == Act::Publish {
            shown(&mut conn).await?;
        }
        conn.commit().await?;
        Ok(Taken::Now(to))
    }
}

/// Why an edition's sentences cannot be changed; `None` if they can.
async fn closed(conn: &mut Conn, id: i64) -> Result<Option<Edited>> {
    let Some((state,)) = conn.row::<(String,)>(STATE, &[id.into()]).await? else { return Ok(Some(Edited::NotHeld)) };
    let state = State::parse(&state).ok_or_else(|| crate::rows::damaged("state", &state))?;
    Ok((!state.is_open()).then_some(Edited::Closed(state)))
}

/// The words of a sentence that can be changed, or why it cannot.
async fn open_sentence(conn: &mut Conn, id: i64, number: u32) -> Result<std::result::Result<String, Edited>> {
    if let Some(refused) = closed(conn, id).await? {
        return Ok(Err(refused));
    }
    let found: Option<(String,)> = conn.row(SENTENCE, &[id.into(), i64::from(number).into()]).await?;
    Ok(found.map(|row| row.0).ok_or(Edited::NotHeld))
}

/// Notes an edit. A draft that somebody changes is still a draft: she says herself when she has read all of it.
async fn finish(mut conn: Conn, id: i64, noted: Step<'_>, (by, at_ms): (&str, i64)) -> Result<Edited> {
    step(&mut conn, id, noted, (by, at_ms)).await?;
    conn.run(TOUCH, &[id.into(), at_ms.into()]).await?;
    conn.commit().await?;
    Ok(Edited::Kept)
}
