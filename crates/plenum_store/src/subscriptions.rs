//! Subscriptions: who follows what by letter, up to where they were told, and the letters that wait to be sent.
//!
//! An address is kept once, with its reader; whoever ends the last subscription is forgotten with everything that was
//! theirs. Tokens come in as their hashes: nothing here could open a reader's page.

mod news;
mod outbox;

pub use news::{ClaimTold, EventTold, NewDocument, PositionTold, RevisionTold, StatementTold};
pub use outbox::{Ended, NewLetter, Outgoing, Written};

use crate::db::{Conn, statements};
use crate::{Result, Store, rows};
use plenum_model::subscription::{MailAddress, Rhythm, Topic};
use sqlx::FromRow;

/// A topic that a reader asked to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSubscription {
    /// Whose.
    pub address: MailAddress,
    /// What is followed.
    pub topic: Topic,
    /// How often.
    pub rhythm: Rhythm,
    /// The language of the letters, one of the six.
    pub language: String,
}

/// A subscription as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Its key.
    pub id: i64,
    /// Its reader's key.
    pub subscriber: i64,
    /// What is followed.
    pub topic: Topic,
    /// How often.
    pub rhythm: Rhythm,
    /// The language of the letters.
    pub language: String,
    /// When it was asked for; with the key it makes the token that confirms it.
    pub created_at_ms: i64,
    /// Whether its reader has confirmed it.
    pub is_confirmed: bool,
    /// Up to where its reader was told.
    pub told: Mark,
}

/// A reader with everything that she follows and has confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscriber {
    /// Her key.
    pub id: i64,
    /// Where she is written to.
    pub address: String,
    /// When she was first kept; with the key it makes the token of her letters.
    pub created_at_ms: i64,
    /// What she follows, in the order in which she asked for it.
    pub subscriptions: Vec<Subscription>,
}

/// A place in the growing record: everything after it is new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mark {
    /// A moment, for what is only kept with its time.
    pub at_ms: i64,
    /// A number of the change feed.
    pub change: i64,
    /// A key of a paragraph; paragraphs are numbered in the order in which they were kept.
    pub paragraph: i64,
}

/// Whose token is to be hashed. The web makes tokens; the store keeps their hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenOf {
    /// A reader's, by her key and when she was first kept: it opens the page of all she follows.
    Subscriber(i64, i64),
    /// A subscription's, by its key and when it was asked for: it confirms it.
    Subscription(i64, i64),
}

/// Gives the hash of a token, in hexadecimal digits.
pub type HashOf<'a> = &'a (dyn Fn(TokenOf) -> String + Sync);

/// What became of a wish to subscribe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The subscription: a new one, or the one that was there.
    pub subscription: Subscription,
    /// When its reader was first kept.
    pub subscriber_created_at_ms: i64,
    /// How many letters asking her to confirm something were queued in the last day.
    pub letters_today: u64,
}

/// Unconfirmed subscriptions are kept for so long.
pub const UNCONFIRMED_MS: i64 = 7 * DAY_MS;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

statements! {
    SUBSCRIBER_BY_ADDRESS = "select subscriber_id, address, created_at_ms from subscriber where address_key = $1";
    SUBSCRIBER_BY_TOKEN = "select subscriber_id, address, created_at_ms from subscriber where token_hash = $1";
    SUBSCRIBER = "select subscriber_id, address, created_at_ms from subscriber where subscriber_id = $1";
    INSERT_SUBSCRIBER = "insert into subscriber (subscriber_id, address, address_key, token_hash, refusals, \
        created_at_ms) values";
    SUBSCRIPTION_OF = "select subscription_id, subscriber_id, what, topic, rhythm, language, created_at_ms, \
        confirmed_at_ms, told_at_ms, told_change, told_paragraph from subscription \
        where subscriber_id = $1 and what = $2 and topic = $3";
    CONFIRMED_OF = "select subscription_id, subscriber_id, what, topic, rhythm, language, created_at_ms, \
        confirmed_at_ms, told_at_ms, told_change, told_paragraph from subscription \
        where subscriber_id = $1 and confirmed_at_ms is not null order by confirmed_at_ms, subscription_id";
    TO_CONFIRM = "select subscription_id, subscriber_id, what, topic, rhythm, language, created_at_ms, \
        confirmed_at_ms, told_at_ms, told_change, told_paragraph from subscription \
        where confirm_hash = $1 and created_at_ms > $2";
    ALL_CONFIRMED = "select n.subscription_id, n.subscriber_id, n.what, n.topic, n.rhythm, n.language, \
        n.created_at_ms, n.confirmed_at_ms, n.told_at_ms, n.told_change, n.told_paragraph from subscription n \
        where n.confirmed_at_ms is not null order by n.subscriber_id, n.confirmed_at_ms, n.subscription_id";
    ALL_SUBSCRIBERS = "select subscriber_id, address, created_at_ms from subscriber order by subscriber_id";
    INSERT_SUBSCRIPTION = "insert into subscription (subscription_id, subscriber_id, what, topic, rhythm, language, \
        confirm_hash, created_at_ms, confirmed_at_ms, told_at_ms, told_change, told_paragraph) values";
    ASK_AGAIN = "update subscription set rhythm = $2, language = $3 where subscription_id = $1 \
        and confirmed_at_ms is null";
    CONFIRM = "update subscription set confirmed_at_ms = $2, told_at_ms = $3, told_change = $4, told_paragraph = $5 \
        where subscription_id = $1 and confirmed_at_ms is null";
    SET_RHYTHM = "update subscription set rhythm = $3 where subscription_id = $1 and subscriber_id = $2";
    DELETE_ONE = "delete from subscription where subscription_id = $1 and subscriber_id = $2";
    DELETE_ALL_OF = "delete from subscription where subscriber_id = $1";
    DELETE_UNCONFIRMED = "delete from subscription where confirmed_at_ms is null and created_at_ms <= $1";
    DELETE_LETTERS_OF_NOBODY = "delete from letter where not exists (select 1 from subscription n \
        where n.subscriber_id = letter.subscriber_id)";
    DELETE_NOBODIES = "delete from subscriber where not exists (select 1 from subscription n \
        where n.subscriber_id = subscriber.subscriber_id)";
    LETTERS_SINCE = "select count(*) from letter where subscriber_id = $1 and created_at_ms > $2 \
        and occasion like 'confirm/%'";
    MARK = "select (select coalesce(max(seq), 0) from change), \
        (select coalesce(max(paragraph_id), 0) from paragraph)";
    COUNT_BY_RHYTHM = "select rhythm, count(*) from subscription where confirmed_at_ms is not null group by rhythm";
}

#[derive(FromRow)]
struct SubscriptionRow {
    subscription_id: i64,
    subscriber_id: i64,
    what: String,
    topic: String,
    rhythm: String,
    language: String,
    created_at_ms: i64,
    confirmed_at_ms: Option<i64>,
    told_at_ms: i64,
    told_change: i64,
    told_paragraph: i64,
}

type SubscriberRow = (i64, String, i64);

impl Store {
    /// Where the record stands: what comes after is new to whoever is told now.
    pub async fn mark(&self, now_ms: i64) -> Result<Mark> {
        mark(&mut self.db.reader().await?, now_ms).await
    }

    /// Keeps a wish to subscribe, unconfirmed, with the hash of the token that confirms it.
    ///
    /// Asked a second time for the same, the wish is not kept twice: unconfirmed it takes the new rhythm and language,
    /// confirmed it stays as it is.
    pub async fn subscribe(&self, new: &NewSubscription, hash: HashOf<'_>, now_ms: i64) -> Result<Asked> {
        let mut conn = self.db.writer().await?;
        forget_old(&mut conn, now_ms).await?;
        let known: Option<SubscriberRow> = conn.row(SUBSCRIBER_BY_ADDRESS, &[new.address.key().into()]).await?;
        let (subscriber, created_at_ms) = match known {
            Some((id, _, created_at_ms)) => (id, created_at_ms),
            None => (insert_subscriber(&mut conn, &new.address, hash, now_ms).await?, now_ms),
        };
        let key = new.topic.key();
        let asked = [subscriber.into(), new.topic.what().into(), key.as_str().into()];
        if conn.row::<SubscriptionRow>(SUBSCRIPTION_OF, &asked).await?.is_none() {
            insert_subscription(&mut conn, subscriber, new, hash, now_ms).await?;
        }
        let kept: Option<SubscriptionRow> = conn.row(SUBSCRIPTION_OF, &asked).await?;
        let kept = kept.ok_or_else(|| rows::damaged("subscription", &key))?;
        let again = [kept.subscription_id.into(), new.rhythm.as_str().into(), new.language.as_str().into()];
        conn.run(ASK_AGAIN, &again).await?;
        let letters_today = conn.number(LETTERS_SINCE, &[subscriber.into(), (now_ms - DAY_MS).into()]).await?;
        conn.commit().await?;
        Ok(Asked {
            subscription: kept.into_subscription()?,
            subscriber_created_at_ms: created_at_ms,
            letters_today: rows::count(letters_today),
        })
    }

    /// The subscription that a token confirms, by its hash; `None` if there is none or it has waited too long.
    pub async fn subscription_to_confirm(&self, confirm_hash: &str, now_ms: i64) -> Result<Option<Subscription>> {
        let row = to_confirm(&mut self.db.reader().await?, confirm_hash, now_ms).await?;
        row.map(SubscriptionRow::into_subscription).transpose()
    }

    /// Confirms a subscription; its reader is told of what comes from now on. Gives it, if the token is one's.
    ///
    /// A second time changes nothing: people press buttons twice.
    pub async fn confirm_subscription(&self, confirm_hash: &str, now_ms: i64) -> Result<Option<(Subscription, i64)>> {
        let mut conn = self.db.writer().await?;
        let Some(row) = to_confirm(&mut conn, confirm_hash, now_ms).await? else { return Ok(None) };
        let mark = mark(&mut conn, now_ms).await?;
        let values =
            [row.subscription_id.into(), now_ms.into(), mark.at_ms.into(), mark.change.into(), mark.paragraph.into()];
        conn.run(CONFIRM, &values).await?;
        let subscriber: Option<SubscriberRow> = conn.row(SUBSCRIBER, &[row.subscriber_id.into()]).await?;
        let created_at_ms = subscriber.map_or(0, |one| one.2);
        conn.commit().await?;
        Ok(Some((row.into_subscription()?, created_at_ms)))
    }

    /// The reader whose token has this hash, with what she follows and has confirmed.
    pub async fn subscriber(&self, token_hash: &str) -> Result<Option<Subscriber>> {
        let mut conn = self.db.reader().await?;
        let row: Option<SubscriberRow> = conn.row(SUBSCRIBER_BY_TOKEN, &[token_hash.into()]).await?;
        let Some((id, address, created_at_ms)) = row else {
            return Ok(None);
        };
        let subscriptions: Vec<SubscriptionRow> = conn.rows(CONFIRMED_OF, &[id.into()]).await?;
        let subscriptions = subscriptions.into_iter().map(SubscriptionRow::into_subscription).collect::<Result<_>>()?;
        Ok(Some(Subscriber { id, address, created_at_ms, subscriptions }))
    }

    /// Everybody who follows something and has confirmed it.
    pub async fn subscribers(&self) -> Result<Vec<Subscriber>> {
        let mut conn = self.db.snapshot().await?;
        let readers: Vec<SubscriberRow> = conn.rows(ALL_SUBSCRIBERS, &[]).await?;
        let followed: Vec<SubscriptionRow> = conn.rows(ALL_CONFIRMED, &[]).await?;
        conn.commit().await?;
        let mut followed = followed.into_iter().peekable();
        let mut all = Vec::with_capacity(readers.len());
        for (id, address, created_at_ms) in readers {
            let mut subscriptions = Vec::new();
            while let Some(row) = followed.next_if(|row| row.subscriber_id == id) {
                subscriptions.push(row.into_subscription()?);
            }
            if !subscriptions.is_empty() {
                all.push(Subscriber { id, address, created_at_ms, subscriptions });
            }
        }
        Ok(all)
    }

    /// Sets how often a reader is told of one topic; gives whether it is hers.
    pub async fn set_rhythm(&self, subscriber: i64, subscription: i64, rhythm: Rhythm) -> Result<bool> {
        let mut conn = self.db.writer().await?;
        let touched = conn.run(SET_RHYTHM, &[subscription.into(), subscriber.into(), rhythm.as_str().into()]).await?;
        conn.commit().await?;
        Ok(touched > 0)
    }

    /// Ends one subscription of a reader, or all of them; with the last one everything that is kept of her goes.
    ///
    /// Gives how many ended.
    pub async fn unsubscribe(&self, subscriber: i64, subscription: Option<i64>) -> Result<u64> {
        let mut conn = self.db.writer().await?;
        let ended = match subscription {
            Some(one) => conn.run(DELETE_ONE, &[one.into(), subscriber.into()]).await?,
            None => conn.run(DELETE_ALL_OF, &[subscriber.into()]).await?,
        };
        forget_nobodies(&mut conn).await?;
        conn.commit().await?;
        Ok(ended)
    }

    /// Forgets subscriptions that nobody confirmed within seven days, and whoever then follows nothing.
    pub async fn forget_unconfirmed(&self, now_ms: i64) -> Result<()> {
        let mut conn = self.db.writer().await?;
        forget_old(&mut conn, now_ms).await?;
        conn.commit().await
    }

    /// How many subscriptions are confirmed, by the word of their rhythm.
    pub async fn subscription_counts(&self) -> Result<Vec<(String, i64)>> {
        self.db.reader().await?.rows(COUNT_BY_RHYTHM, &[]).await
    }
}

async fn mark(conn: &mut Conn, now_ms: i64) -> Result<Mark> {
    let row: Option<(i64, i64)> = conn.row(MARK, &[]).await?;
    let (change, paragraph) = row.unwrap_or_default();
    Ok(Mark { at_ms: now_ms, change, paragraph })
}

async fn to_confirm(conn: &mut Conn, confirm_hash: &str, now_ms: i64) -> Result<Option<SubscriptionRow>> {
    conn.row(TO_CONFIRM, &[confirm_hash.into(), (now_ms - UNCONFIRMED_MS).into()]).await
}

async fn insert_subscriber(conn: &mut Conn, address: &MailAddress, hash: HashOf<'_>, now_ms: i64) -> Result<i64> {
    let id = conn.take_keys("subscriber", 1).await?;
    let values = [
        id.into(),
        address.as_str().into(),
        address.key().into(),
        hash(TokenOf::Subscriber(id, now_ms)).into(),
        0.into(),
        now_ms.into(),
    ];
    conn.insert(INSERT_SUBSCRIBER, values.len(), &values).await?;
    Ok(id)
}

async fn insert_subscription(
    conn: &mut Conn,
    subscriber: i64,
    new: &NewSubscription,
    hash: HashOf<'_>,
    now_ms: i64,
) -> Result<()> {
    let id = conn.take_keys("subscription", 1).await?;
    let values = [
        id.into(),
        subscriber.into(),
        new.topic.what().into(),
        new.topic.key().into(),
        new.rhythm.as_str().into(),
        new.language.as_str().into(),
        hash(TokenOf::Subscription(id, now_ms)).into(),
        now_ms.into(),
        None::<i64>.into(),
        now_ms.into(),
        0.into(),
        0.into(),
    ];
    conn.insert(INSERT_SUBSCRIPTION, values.len(), &values).await
}

async fn forget_old(conn: &mut Conn, now_ms: i64) -> Result<()> {
    conn.run(DELETE_UNCONFIRMED, &[(now_ms - UNCONFIRMED_MS).into()]).await?;
    forget_nobodies(conn).await
}

/// Takes out readers who follow nothing any more, first their letters: nothing else refers to them.
async fn forget_nobodies(conn: &mut Conn) -> Result<()> {
    conn.run(DELETE_LETTERS_OF_NOBODY, &[]).await?;
    conn.run(DELETE_NOBODIES, &[]).await?;
    Ok(())
}

impl SubscriptionRow {
    fn into_subscription(self) -> Result<Subscription> {
        Ok(Subscription {
            id: self.subscription_id,
            subscriber: self.subscriber_id,
            topic: Topic::parse(&self.what, &self.topic).ok_or_else(|| rows::damaged("topic", &self.topic))?,
            rhythm: Rhythm::parse(&self.rhythm).ok_or_else(|| rows::damaged("rhythm", &self.rhythm))?,
            language: self.language,
            created_at_ms: self.created_at_ms,
            is_confirmed: self.confirmed_at_ms.is_some(),
            told: Mark { at_ms: self.told_at_ms, change: self.told_change, paragraph: self.told_paragraph },
        })
    }
}

/// The statements of this module and its parts.
pub(crate) const PARTS: [&[(&str, &str)]; 3] = [STATEMENTS, news::STATEMENTS, outbox::STATEMENTS];
