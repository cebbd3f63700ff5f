//! The way out: one letter to one server by SMTP (`lettre`), with a time limit on every step and no address in any log.

use crate::cli;
use crate::config::{self, MailSettings};
use crate::outcome::WrongUsage;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use plenum_store::subscriptions::Outgoing;
use plenum_web::letters::Opened;
use std::net::IpAddr;
use std::time::Duration;

/// A server that takes our letters.
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why a letter was not sent, in words without an address.
#[derive(Debug)]
pub enum Unsent {
    /// The server will never take it (5xx), or it can be no letter.
    Refused(String),
    /// Not now: the server said so (4xx) or could not be reached.
    NotNow(String),
}

const STEP_WITHIN: Duration = Duration::from_secs(20); // Each word of the server.
const WHOLE_WITHIN: Duration = Duration::from_secs(90); // Below the ten minutes for which a letter is taken.
const CONNECTIONS: u32 = 2;
const IDLE: Duration = Duration::from_secs(30); // A server closes what idles; few wait less than this.

impl Post {
    /// The server that flags and environment name; `None` if they name none.
    pub fn of(flags: &cli::Mail, origin: Option<&str>) -> anyhow::Result<Option<Self>> {
        let Some(settings) = MailSettings::of(flags)? else { return Ok(None) };
        let Some(origin) = config::origin(origin) else {
            return Err(WrongUsage("letters hold links: name the pages' address with --origin.".into()).into());
        };
        Self::new(&settings, &origin).map(Some)
    }

    /// The server of these settings. Nothing is sent yet.
    ///
    /// Errors: wrong usage, in words without the password.
    pub fn new(settings: &MailSettings, origin: &str) -> anyhow::Result<Self> {
        let refuse = |what: &str| WrongUsage(format!("{what}."));
        let from: Mailbox =
            settings.from.parse().map_err(|_| refuse("--mail-from is no address that letters can come from"))?;
        let url = with_encryption(&settings.smtp_url);
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url)
            .map_err(|_| refuse("the mail server's address is none; write smtps://user:password@host:465"))?;
        let transport = builder
            .hello_name(hello(origin))
            .timeout(Some(STEP_WITHIN))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS).idle_timeout(IDLE))
            .build();
        Ok(Self { transport, from })
    }

    /// Sends one letter.
    pub async fn send(&self, letter: &Outgoing, opened: &Opened, origin: &str) -> Result<(), Unsent> {
        let message = self.message(letter, opened, origin)?;
        match tokio::time::timeout(WHOLE_WITHIN, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_permanent() => Err(Unsent::Refused(told(&error))),
            Ok(Err(error)) => Err(Unsent::NotNow(told(&error))),
            Err(_) => Err(Unsent::NotNow("the server did not answer in time".into())),
        }
    }

    fn message(&self, letter: &Outgoing, opened: &Opened, origin: &str) -> Result<Message, Unsent> {
        let refused = |what: &str| Unsent::Refused(what.to_owned());
        // The address is parsed anew: whatever is kept, it can be nothing but one address in one header.
        let to: Address = letter.address.parse().map_err(|_| refused("the address is none"))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(plenum_pages::letter::one_line(&letter.subject))
            // The same at each try, so that a letter sent twice can be known as one.
            .message_id(Some(format!("<letter-{}-{}@{}>", letter.id, letter.subscriber, self.from.email.domain())));
        let mut message = message
            .multipart(MultiPart::alternative_plain_html(opened.text.clone(), opened.html.clone()))
            .map_err(|_| refused("it can be no letter"))?;
        let end = format!("<{origin}{}>", opened.end_path);
        let headers = [
            ("List-Unsubscribe", end.as_str()),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"), // RFC 8058
            ("Auto-Submitted", "auto-generated"),                    // RFC 3834: no answer from holidays
        ];
        for (name, value) in headers {
            let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|_| refused("it can be no letter"))?;
            message.headers_mut().insert_raw(HeaderValue::new(name, value.to_owned()));
        }
        Ok(message)
    }
}

/// What the server or the network said, without addresses: servers repeat the one they refuse.
fn told(error: &lettre::transport::smtp::Error) -> String {
    if let Some(code) = error.status() {
        return format!("the server answered {code}");
    }
    let what = if error.is_timeout() {
        "the server did not answer in time"
    } else if error.is_tls() {
        "no encrypted connection could be made"
    } else if error.is_client() {
        "the server does not take what we send"
    } else {
        "the server could not be reached"
    };
    what.to_owned()
}

/// Demands encryption (STARTTLS) where the address does not say otherwise: passwords do not cross a network in clear.
///
/// A server on this very machine needs none.
fn with_encryption(url: &str) -> String {
    let Some(rest) = url.strip_prefix("smtp://") else { return url.to_owned() };
    let place = rest.rsplit('@').next().unwrap_or_default();
    let host = place.split(['/', '?']).next().unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host).trim_matches(['[', ']']);
    let is_here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    if is_here || url.contains("tls=") {
        return url.to_owned();
    }
    let joint = if url.contains('?') { '&' } else { '?' };
    format!("{url}{joint}tls=required")
}

/// What we call ourselves: the pages' host.
fn hello(origin: &str) -> ClientId {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    match name.parse::<IpAddr>() {
        Ok(IpAddr::V4(ip)) => ClientId::Ipv4(ip),
        Ok(IpAddr::V6(ip)) => ClientId::Ipv6(ip),
        Err(_) => ClientId::Domain(name.chars().filter(|c| c.is_ascii_alphanumeric() || "-.".contains(*c)).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post() -> Post {
        let settings =
            MailSettings { smtp_url: "smtp://127.0.0.1:1".into(), from: "Plenum <plenum@plenum.test>".into() };
        Post::new(&settings, "http://plenum.test").unwrap_or_else(|error| panic!("{error}"))
    }

    fn letter(address: &str, subject: &str) -> Outgoing {
        Outgoing {
            id: 1,
            subscriber: 2,
            subscriber_created_at_ms: 3,
            address: address.into(),
            subject: subject.into(),
            text: String::new(),
            html: String::new(),
            tries: 1,
        }
    }

    fn opened() -> Opened {
        Opened { text: "Words".into(), html: "<p>Words</p>".into(), end_path: "/subscriptions/t/end".into() }
    }

    #[tokio::test]
    async fn no_header_can_be_smuggled_in_by_subject_or_address() {
        let evil = letter("a@mission.test", "Views\r\nBcc: x@evil.test\r\n\r\nbody");
        let written = post().message(&evil, &opened(), "http://plenum.test").map(|m| m.formatted());
        let written = String::from_utf8_lossy(&written.unwrap_or_default()).into_owned();
        assert!(written.contains("Subject: Views Bcc: x@evil.test body"), "{written}");
        assert!(!written.lines().any(|line| line.to_ascii_lowercase().starts_with("bcc")), "{written}");
        for address in ["a@b.test\r\nBcc: x@evil.test", "a@b.test, x@evil.test", "<a@b.test>", "a b@c.test", ""] {
            let refused = post().message(&letter(address, "Views"), &opened(), "http://plenum.test");
            assert!(matches!(refused, Err(Unsent::Refused(_))), "{address:?}");
        }
    }

    #[test]
    fn a_password_crosses_no_network_in_clear_unless_told_so() {
        for (given, expected) in [
            ("smtp://u:p@mail.test:587", "smtp://u:p@mail.test:587?tls=required"),
            ("smtp://u:p@mail.test:587/?tls=opportunistic", "smtp://u:p@mail.test:587/?tls=opportunistic"),
            ("smtp://127.0.0.1:1025", "smtp://127.0.0.1:1025"),
            ("smtps://u:p@mail.test", "smtps://u:p@mail.test"),
        ] {
            assert_eq!(with_encryption(given), expected);
        }
    }

    #[tokio::test]
    async fn what_is_wrong_with_the_settings_is_told_without_the_password() {
        let settings = |url: &str, from: &str| MailSettings { smtp_url: url.into(), from: from.into() };
        for bad in [
            settings("http://u:secret@mail.test", "a@b.test"),
            settings("smtps://u:secret@mail.test", "nobody\r\nBcc: x@evil.test"),
            settings("u:secret@mail.test", "a@b.test"),
        ] {
            let error = Post::new(&bad, "http://plenum.test").err().map(|error| format!("{error:#}"));
            assert!(error.as_ref().is_some_and(|error| !error.contains("secret")), "{error:?}");
        }
    }
}
