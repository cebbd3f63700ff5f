//! The outbox: letters wait, are taken one at a time, and are sent, tried again later, or given up.
//!
//! A letter is taken for ten minutes: whoever took it and died lets another have it then. So a letter may be sent twice
//! if the program is killed between the other server's "yes" and our own note of it; it is never lost.

use super::{HashOf, Mark, TokenOf};
use crate::db::{Conn, statements};
use crate::{Result, Store, rows};
use sqlx::FromRow;

/// A letter to queue. Where a token belongs the words hold a mark, which whoever sends it replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLetter {
    /// Whose, by key.
    pub subscriber: i64,
    /// What it is: one of each is queued for one reader. `day/2026-11-27`, `confirm/12/1`, `edition/7`.
    pub occasion: String,
    /// The line above it.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// A letter taken to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Its key.
    pub id: i64,
    /// Its reader's key.
    pub subscriber: i64,
    /// When its reader was first kept; with the key it makes her token.
    pub subscriber_created_at_ms: i64,
    /// Where it goes.
    pub address: String,
    /// The line above it.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// How often it was tried, this time too.
    pub tries: u32,
}

/// How an attempt to send ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The other server has it.
    Sent,
    /// Not now: it is tried again at that moment.
    Later {
        /// When, milliseconds since 1970.
        at_ms: i64,
        /// Why, in words without an address.
        why: String,
    },
    /// Never.
    GivenUp {
        /// Why, in words without an address.
        why: String,
        /// Whether the reader's server said that it will never take letters for her.
        is_refused: bool,
    },
}

/// How many letters stand in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Not yet sent.
    pub waiting: u64,
    /// Sent in the last weeks.
    pub sent: u64,
    /// Given up in the last weeks.
    pub failed: u64,
}

statements! {
    INSERT_LETTER = "insert into letter (letter_id, subscriber_id, occasion, subject, body_text, body_html, state, tries, \
        next_try_ms, created_at_ms) values ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $7) \
        on conflict (subscriber_id, occasion) do nothing";
    IS_READER = "select count(*) from subscription where subscriber_id = $1";
    TOLD = "update subscription set told_at_ms = $3, told_change = $4, told_paragraph = $5 \
        where subscription_id = $1 and told_at_ms = $2 and confirmed_at_ms is not null";
    FOLLOWERS = "select distinct n.subscriber_id from subscription n where n.what = 'process' \
        and n.confirmed_at_ms is not null and n.topic in ({list}) order by n.subscriber_id";
    QUEUED = "update digest set queued_at_ms = $2 where digest_id = $1";
    NEXT = "select l.letter_id, l.subscriber_id, s.created_at_ms, s.address, l.subject, l.body_text, l.body_html, l.tries \
        from letter l join subscriber s on s.subscriber_id = l.subscriber_id \
        where l.state = 'waiting' and l.next_try_ms <= $1 order by l.next_try_ms, l.letter_id limit 1";
    TAKE = "update letter set tries = tries + 1, next_try_ms = $2 where letter_id = $1";
    /// After a restore the key may be another one; what stands in the letters sent from now on must open.
    SET_TOKEN = "update subscriber set token_hash = $2 where subscriber_id = $1 and token_hash <> $2";
    SENT = "update letter set state = 'sent', ended_at_ms = $2, subject = '', body_text = '', body_html = '', \
        last_error = null where letter_id = $1";
    LATER = "update letter set next_try_ms = $2, last_error = $3 where letter_id = $1";
    GIVEN_UP = "update letter set state = 'failed', ended_at_ms = $2, last_error = $3, subject = '', body_text = '', \
        body_html = '' where letter_id = $1";
    REFUSED_NEVER = "update subscriber set refusals = 0 where subscriber_id = $1 and refusals <> 0";
    REFUSED_AGAIN = "update subscriber set refusals = refusals + 1 where subscriber_id = $1";
    REFUSED_TOO_OFTEN = "delete from subscription where subscriber_id in \
        (select s.subscriber_id from subscriber s where s.refusals >= $1)";
    FORGET_ENDED = "delete from letter where state <> 'waiting' and ended_at_ms <= $1";
    WRITTEN = "select state, count(*) from letter group by state";
    NEXT_DUE = "select min(next_try_ms) from letter where state = 'waiting'";
}

const TAKEN_MS: i64 = 10 * 60 * 1000;
/// What was sent is remembered for so long, so that an edition is not queued twice; its words go at once.
const REMEMBERED_MS: i64 = 60 * 24 * 60 * 60 * 1000;
/// A server that refuses an address so often in a row will go on doing so.
const REFUSALS_AT_MOST: i64 = 3;

#[derive(FromRow)]
struct OutgoingRow {
    letter_id: i64,
    subscriber_id: i64,
    created_at_ms: i64,
    address: String,
    subject: String,
    body_text: String,
    body_html: String,
    tries: i64,
}

impl Store {
    /// Queues a letter; gives whether it is new and its reader is still there.
    pub async fn queue_letter(&self, letter: &NewLetter, now_ms: i64) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        let is_new = queue(&mut conn, letter, now_ms).await?;
        conn.commit().await?;
        Ok(is_new)
    }

    /// Notes in one step that a reader was told up to a mark and, where there is something new, queues the letter.
    ///
    /// In: subscriptions with the moment up to which each was told before. Gives `false`, and does nothing, if another
    /// process has told one of them meanwhile or its reader has gone: nothing is told twice.
    pub async fn tell(&self, told: &[(i64, i64)], mark: Mark, letter: Option<&NewLetter>, now_ms: i64) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        for (subscription, before_ms) in told {
            let values = [
                (*subscription).into(),
                (*before_ms).into(),
                mark.at_ms.into(),
                mark.change.into(),
                mark.paragraph.into(),
            ];
            if conn.run(TOLD, &values).await? == 0 {
                return Ok(false); // Dropped without a commit: what was noted is undone.
            }
        }
        if let Some(letter) = letter {
            queue(&mut conn, letter, now_ms).await?;
        }
        conn.commit().await?;
        Ok(true)
    }

    /// Queues a published edition for everybody who follows one of these processes, and notes that it is queued, in one
    /// step; gives for how many it is new.
    ///
    /// `letter.subscriber` is not read.
    pub async fn queue_edition(&self, digest: i64, processes: &[&str], letter: &NewLetter, now_ms: i64) -> Result<u64> {
        let mut conn = self.db.writer().await?;
        let slugs: Vec<_> = processes.iter().map(|slug| (*slug).into()).collect();
        let mut readers: Vec<i64> =
            conn.rows_in::<(i64,)>(FOLLOWERS, &[], &slugs).await?.into_iter().map(|row| row.0).collect();
        readers.sort_unstable();
        readers.dedup();
        let mut queued = 0;
        for subscriber in readers {
            let own = NewLetter { subscriber, ..letter.clone() };
            queued += u64::from(queue(&mut conn, &own, now_ms).await?);
        }
        conn.run(QUEUED, &[digest.into(), now_ms.into()]).await?;
        conn.commit().await?;
        Ok(queued)
    }

    /// Takes the letter that has waited longest, for ten minutes; `None` if none is due.
    pub async fn take_letter(&self, hash: HashOf<'_>, now_ms: i64) -> Result<Option<Outgoing>> {
        if self.next_letter_ms().await?.is_none_or(|due_ms| due_ms > now_ms) {
            return Ok(None); // The usual case takes no writer's turn.
        }
        let mut conn = self.db.writer().await?;
        let Some(row): Option<OutgoingRow> = conn.row(NEXT, &[now_ms.into()]).await? else { return Ok(None) };
        conn.run(TAKE, &[row.letter_id.into(), (now_ms + TAKEN_MS).into()]).await?;
        let token_hash = hash(TokenOf::Subscriber(row.subscriber_id, row.created_at_ms));
        conn.run(SET_TOKEN, &[row.subscriber_id.into(), token_hash.into()]).await?;
        conn.commit().await?;
        Ok(Some(row.into_outgoing()))
    }

    /// When the next letter is due, milliseconds since 1970; `None` if none waits.
    pub async fn next_letter_ms(&self) -> Result<Option<i64>> {
        let row: Option<(Option<i64>,)> = self.db.reader().await?.row(NEXT_DUE, &[]).await?;
        Ok(row.and_then(|row| row.0))
    }

    /// Notes how an attempt to send ended.
    ///
    /// Out: whether the reader was forgotten, because her server has refused three letters in a row.
    pub async fn end_letter(&self, letter: &Outgoing, ended: &Ended, now_ms: i64) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        let (id, subscriber) = (letter.id.into(), letter.subscriber.into());
        let mut gone = 0;
        match ended {
            Ended::Sent => {
                conn.run(SENT, &[id, now_ms.into()]).await?;
                conn.run(REFUSED_NEVER, &[subscriber]).await?;
            }
            Ended::Later { at_ms, why } => {
                conn.run(LATER, &[id, (*at_ms).into(), why.as_str().into()]).await?;
            }
            Ended::GivenUp { why, is_refused } => {
                conn.run(GIVEN_UP, &[id, now_ms.into(), why.as_str().into()]).await?;
                if *is_refused {
                    conn.run(REFUSED_AGAIN, &[subscriber]).await?;
                    gone = conn.run(REFUSED_TOO_OFTEN, &[REFUSALS_AT_MOST.into()]).await?;
                    super::forget_nobodies(&mut conn).await?;
                }
            }
        }
        conn.commit().await?;
        Ok(gone > 0)
    }

    /// Forgets that letters were sent or given up, sixty days after.
    pub async fn forget_ended_letters(&self, now_ms: i64) -> Result<()> {
        let mut conn = self.db.writer().await?;
        conn.run(FORGET_ENDED, &[(now_ms - REMEMBERED_MS).into()]).await?;
        conn.commit().await
    }

    /// How many letters stand in which state.
    pub async fn letters_written(&self) -> Result<Written> {
        let found: Vec<(String, i64)> = self.db.reader().await?.rows(WRITTEN, &[]).await?;
        let count = |state: &str| found.iter().find(|row| row.0 == state).map_or(0, |row| rows::count(row.1));
        Ok(Written { waiting: count("waiting"), sent: count("sent"), failed: count("failed") })
    }
}

async fn queue(conn: &mut Conn, letter: &NewLetter, now_ms: i64) -> Result<bool> {
    if conn.number(IS_READER, &[letter.subscriber.into()]).await? == 0 {
        return Ok(false);
    }
    let id = conn.take_keys("letter", 1).await?;
    let values = [
        id.into(),
        letter.subscriber.into(),
        letter.occasion.as_str().into(),
        letter.subject.as_str().into(),
        letter.text.as_str().into(),
        letter.html.as_str().into(),
        now_ms.into(),
    ];
    Ok(conn.run(INSERT_LETTER, &values).await? > 0)
}

impl OutgoingRow {
    fn into_outgoing(self) -> Outgoing {
        Outgoing {
            id: self.letter_id,
            subscriber: self.subscriber_id,
            subscriber_created_at_ms: self.created_at_ms,
            address: self.address,
            subject: self.subject,
            text: self.body_text,
            html: self.body_html,
            tries: u32::try_from(self.tries + 1).unwrap_or(u32::MAX),
        }
    }
}
