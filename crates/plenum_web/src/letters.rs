//! Letters by e-mail: tokens, the letter that asks for confirmation, what is new for a reader, editions to followers.
//!
//! Nothing here sends: letters are queued in the store, and the program sends them. No token is kept; a letter that
//! waits holds marks where tokens belong (see `plenum_pages::letter`).

mod compose;
mod topics;

pub use compose::{Broken, Composed, Composing};
pub(crate) use topics::{named, shown};

use crate::seal::{hexadecimal, seal};
use plenum_pages::Words;
use plenum_pages::digest_mail::{Mail, as_mail_html, as_mail_text};
use plenum_pages::letter::{self, Letter};
use plenum_store::Store;
use plenum_store::digests::DigestLine;
use plenum_store::subscriptions::{Asked, NewLetter, Outgoing, TokenOf};
use sha2::{Digest, Sha256};

/// What letters by e-mail need.
#[derive(Clone, Debug)]
pub struct Letters {
    /// Makes the tokens.
    pub key: LetterKey,
    /// Whether this server sends letters at all; if not, nobody can subscribe.
    pub is_sending: bool,
}

/// Makes the tokens of readers and subscriptions, always the same for the same one; cheap to clone.
#[derive(Clone)]
pub struct LetterKey([u8; 32]);

const TOKEN_DIGITS: usize = 40; // 160 bits, and an address of one line.

impl LetterKey {
    /// The key made of a secret, which should hold at least 128 bits of chance and be kept in a file of its own.
    pub fn of(secret: &str) -> Self {
        Self(Sha256::new().chain_update("letters:").chain_update(secret.trim()).finalize().into())
    }

    /// The token.
    pub fn token(&self, of: TokenOf) -> String {
        let text = match of {
            TokenOf::Subscriber(id, at_ms) => format!("reader:{id}:{at_ms}"),
            TokenOf::Subscription(id, at_ms) => format!("confirm:{id}:{at_ms}"),
        };
        seal(&self.0, &text)[..TOKEN_DIGITS].to_owned()
    }

    /// Its hash, as the store keeps it.
    pub fn hash(&self, of: TokenOf) -> String {
        hash_of_token(&self.token(of))
    }

    /// The seal on an answer that a reader's form takes along; a token can never be one, nor one a token.
    pub(crate) fn seal_of_answer(&self, shown: &str) -> String {
        seal(&self.0, &format!("answer:{shown}"))
    }

    /// A letter as it is sent: its text and its HTML with the tokens put in, and the path that ends everything.
    pub fn opened(&self, letter: &Outgoing) -> Opened {
        let reader = self.token(TokenOf::Subscriber(letter.subscriber, letter.subscriber_created_at_ms));
        let token = |name: &str| match name.split_once(':') {
            None => (name == "reader").then(|| reader.clone()),
            Some(("confirm", rest)) => {
                let (id, at_ms) = rest.split_once(':')?;
                Some(self.token(TokenOf::Subscription(id.parse().ok()?, at_ms.parse().ok()?)))
            }
            Some(_) => None,
        };
        Opened {
            text: letter::with_tokens(&letter.text, token),
            html: letter::with_tokens(&letter.html, token),
            end_path: format!("/subscriptions/{reader}/end"),
        }
    }
}

impl std::fmt::Debug for LetterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LetterKey(…)")
    }
}

/// A letter with its tokens.
pub struct Opened {
    /// As plain text.
    pub text: String,
    /// As HTML.
    pub html: String,
    /// Where a post ends all subscriptions of its reader, from `/`: for `List-Unsubscribe` (RFC 8058).
    pub end_path: String,
}

/// The hash of a token that somebody gave.
pub(crate) fn hash_of_token(token: &str) -> String {
    hexadecimal(&Sha256::digest(token))
}

const CONFIRMATIONS_A_DAY: u64 = 3; // To one address: nobody can fill a stranger's mailbox with our letters.

/// Queues the letter that asks a reader to confirm, or tells her that she follows the topic already.
pub(crate) async fn queue_confirmation(
    store: &Store,
    origin: &str,
    asked: &Asked,
    topic: &str,
    now_ms: i64,
) -> Result<(), Broken> {
    if asked.letters_today >= CONFIRMATIONS_A_DAY {
        return Ok(()); // The page says the same as ever: who asks must not learn what is kept of the address.
    }
    let one = &asked.subscription;
    let token = (!one.is_confirmed).then(|| letter::confirming_token(one.id, one.created_at_ms));
    let letter = letter::confirmation(Words::of(&one.language), origin, topic, token.as_deref());
    let occasion = format!("confirm/{}/{now_ms}/{}", one.id, asked.letters_today);
    store.queue_letter(&written(&letter, one.subscriber, occasion)?, now_ms).await?;
    Ok(())
}

fn written(letter: &Letter<'_>, subscriber: i64, occasion: String) -> Result<NewLetter, Broken> {
    let html = letter.html().map_err(|error| Broken::Page(error.to_string()))?;
    Ok(NewLetter { subscriber, occasion, subject: letter.subject_line(), text: letter.text(), html })
}

/// An edition published longer ago is news no more: a server that begins to send mail does not send the past.
const NEWS_FOR_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// Queues the editions that were published and not yet queued, each for everybody who follows one of its processes;
/// gives how many letters that makes.
///
/// Publishing only publishes: what is to be sent stands in the record until it is queued, so a failure loses nothing.
/// Each reader gets an edition once, with the closing that lets her change or end what she follows.
pub async fn queue_editions(store: &Store, origin: &str, now_ms: i64) -> Result<u64, Broken> {
    let mut queued = 0;
    for id in store.unqueued_digests(now_ms - NEWS_FOR_MS).await? {
        let Some(DigestLine { edition, state, .. }) = store.digest(id).await? else { continue };
        let page = format!("/digests/{id}");
        let mail = Mail { edition: &edition, state, page: &page, origin, links: &[] };
        let closing = letter::readers_closing(Words::of(&edition.language), origin);
        let letter = NewLetter {
            subscriber: 0,
            occasion: format!("edition/{id}"),
            subject: letter::one_line(&edition.title),
            text: letter::closed_text(&as_mail_text(&mail), &closing),
            html: letter::closed_html(&as_mail_html(&mail), &closing),
        };
        let slugs: Vec<&str> = edition.processes.iter().map(|one| one.slug.as_str()).collect();
        queued += store.queue_edition(id, &slugs, &letter, now_ms).await?;
    }
    Ok(queued)
}
