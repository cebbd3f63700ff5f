//! The language model's server: anything that speaks OpenAI's protocol, at the one address that the operator names.
//!
//! Nothing that a reader or a document says chooses where we connect; a redirect is a refusal; the key is in no log.

mod connection;
mod protocol;

use crate::cli;
use crate::config::ModelSettings;
use crate::outcome::WrongUsage;
use connection::{Address, Arriving};
use hyper::header::HeaderValue;
use plenum_answers::Prompt;
use plenum_web::ask::{Listener, Unwritten, Writer, WritingFuture};
use protocol::Stream;
use std::time::Duration;

/// A server with one model.
pub struct Endpoint {
    address: Address,
    name: String,
    authorization: Option<HeaderValue>,
    within: Duration,
}

/// Before the second and last try.
const PAUSE: Duration = Duration::from_millis(300);
/// An answer of ten sentences has a tenth of it, each word in an envelope of its own.
const MOST_BYTES: usize = 1_000_000;

impl Endpoint {
    /// The server that flags and environment name; `None` if they name none. Nothing is sent yet.
    ///
    /// Errors: wrong usage, in words without the key.
    pub fn of(flags: &cli::Model) -> anyhow::Result<Option<Self>> {
        ModelSettings::of(flags)?.map(Self::new).transpose()
    }

    /// The server of these settings.
    ///
    /// Errors: wrong usage, in words without the key.
    pub fn new(settings: ModelSettings) -> anyhow::Result<Self> {
        let refuse = |what: &str| WrongUsage(format!("{what}."));
        let address = Address::parse(&settings.url).map_err(|what| refuse(&what))?;
        if settings.key.is_some() && !address.keeps_secrets() {
            return Err(refuse("a key would cross the network in clear: write https:// in --model-url").into());
        }
        let header = |key: String| {
            let mut value = HeaderValue::try_from(format!("Bearer {key}")).ok()?;
            value.set_sensitive(true);
            Some(value)
        };
        let authorization = match settings.key {
            Some(key) => Some(header(key).ok_or_else(|| refuse("the language model's key holds what no key can"))?),
            None => None,
        };
        Ok(Self { address, name: settings.name, authorization, within: settings.within })
    }

    /// The longest that one answer takes, in milliseconds.
    pub fn within_ms(&self) -> u64 {
        u64::try_from(self.within.as_millis()).unwrap_or(u64::MAX)
    }

    /// Asks, and once more where that may help.
    async fn ask(&self, prompt: &Prompt, listener: Listener<'_>) -> Result<(), Unwritten> {
        let body = protocol::request(&self.name, prompt);
        let mut arriving = match self.begin(body.clone()).await {
            Err(error) if may_pass(&error) => {
                tokio::time::sleep(PAUSE).await;
                self.begin(body).await?
            }
            other => other?,
        };
        let mut stream = Stream::of(arriving.is_events);
        let mut bytes = 0;
        while let Some(piece) = arriving.next().await? {
            bytes += piece.len();
            if bytes > MOST_BYTES {
                return Err(Unwritten::TooMuch);
            }
            stream.take(&piece, listener)?;
            if stream.has_ended() {
                return Ok(());
            }
        }
        stream.end(listener)
    }

    /// Sends the request; back as soon as the first of the answer is there.
    async fn begin(&self, body: Vec<u8>) -> Result<Arriving, Unwritten> {
        let first_within = self.within * 2 / 3;
        let asked = self.address.post(body, self.authorization.clone());
        tokio::time::timeout(first_within, asked).await.unwrap_or(Err(Unwritten::Late))
    }
}

impl Writer for Endpoint {
    fn name(&self) -> &str {
        &self.name
    }
    fn write<'a>(&'a self, prompt: &'a Prompt, listener: Listener<'a>) -> WritingFuture<'a> {
        let asked = async move {
            let asked = tokio::time::timeout(self.within, self.ask(prompt, listener));
            asked.await.unwrap_or(Err(Unwritten::Late))
        };
        Box::pin(asked)
    }
}

/// Whether the same request may succeed a moment later.
fn may_pass(error: &Unwritten) -> bool {
    match error {
        Unwritten::Away(_) => true,
        Unwritten::Refused(status) => *status == 429 || *status >= 500,
        Unwritten::Late | Unwritten::BrokenOff | Unwritten::TooMuch | Unwritten::Nonsense => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(url: &str, key: Option<&str>) -> Result<Endpoint, String> {
        let key = key.map(str::to_owned);
        let settings = ModelSettings { url: url.into(), name: "m".into(), key, within: Duration::from_secs(1) };
        Endpoint::new(settings).map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn a_key_crosses_no_network_in_clear_and_stands_in_no_error() {
        for url in ["https://model.test/v1", "http://127.0.0.1:8000/v1", "http://localhost/v1", "http://[::1]:1/v1"] {
            assert!(new(url, Some("secret")).is_ok(), "{url}");
        }
        assert!(new("http://model.test/v1", None).is_ok());
        for (url, key) in [("http://model.test/v1", "secret"), ("https://model.test/v1", "secret\r\nx: y")] {
            let error = new(url, Some(key)).err().expect("it is refused");
            assert!(!error.contains("secret"), "{error}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused_without_repeating_it() {
        for url in [
            "",
            "model.test",
            "ftp://model.test/v1",
            "https://",
            "https://u:secret@model.test/v1",
            "https://m/v1?k=secret",
        ] {
            let error = new(url, None).err().expect("it is refused");
            assert!(error.contains("--model-url") && !error.contains("secret"), "{url}: {error}");
        }
    }

    #[test]
    fn only_what_may_pass_is_tried_again() {
        for (status, expected) in [(429, true), (500, true), (503, true), (400, false), (401, false), (302, false)] {
            assert_eq!(may_pass(&Unwritten::Refused(status)), expected, "{status}");
        }
        assert!(may_pass(&Unwritten::Away("refused".into())) && !may_pass(&Unwritten::Late));
    }
}
