//! Following by e-mail: the form, the confirmation, the page of all that a reader follows, and the end of it.
//!
//! Opening a link changes nothing, because mail scanners open every link: only buttons do. What is answered never tells
//! whether an address is kept here.

use crate::answer::{self, Outcome, private};
use crate::app::House;
use crate::fault::Fault;
use crate::guard::Sender;
use crate::letters::{self, hash_of_token};
use crate::reader::{Reader, one_of_six};
use crate::throttle::Client;
use crate::{addresses, names, view};
use axum::Form;
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, StatusCode};
use plenum_model::subscription::{MailAddress, Rhythm, Topic};
use plenum_pages::Room;
use plenum_pages::parts::Link;
use plenum_pages::subscribe::{
    ConfirmPage, SubscribePage, SubscribeTold, SubscribeToldPage, SubscriptionRow, SubscriptionsPage, Unsubscribable,
};
use plenum_store::subscriptions::{NewSubscription, Subscriber, TokenOf};
use serde::Deserialize;
use std::borrow::Cow;

/// The form's fields; each may be missing. Exactly one topic is named.
#[derive(Default, Deserialize)]
pub(crate) struct Fields {
    #[serde(default)]
    process: String,
    #[serde(default)]
    actor: String,
    #[serde(default)]
    issue: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    paragraph: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    rhythm: String,
    #[serde(default)]
    language: String,
}

impl Fields {
    /// The topic that is named, with the field that named it.
    fn topic(&self) -> Option<(Topic, &'static str)> {
        let fields = [
            ("process", "process", &self.process),
            ("actor", "actor", &self.actor),
            ("issue", "issue", &self.issue),
            ("q", "phrase", &self.q),
            ("paragraph", "paragraph", &self.paragraph),
        ];
        let mut named = fields.into_iter().filter(|(_, _, value)| !value.is_empty());
        let (field, what, value) = named.next()?;
        let topic = Topic::parse(what, value)?;
        named.next().is_none().then_some((topic, field))
    }
}

/// Where a topic can be followed by e-mail.
pub(crate) fn address(field: &str, value: &str) -> String {
    addresses::with_query("/subscribe", [(field, value)])
}

/// `GET /subscribe`
pub(crate) async fn form(State(house): State<House>, reader: Reader, Query(fields): Query<Fields>) -> Outcome {
    form_page(&house, reader, &fields, None).await
}

async fn form_page(house: &House, reader: Reader, fields: &Fields, wrong: Option<Unsubscribable>) -> Outcome {
    let (topic, field) = fields.topic().ok_or_else(Fault::no_page)?;
    let known = names::known(house, reader.language).await?;
    let shown = letters::named(&house.app.store, &known, &topic).await?.ok_or_else(Fault::no_page)?;
    let own = address(field, &topic.key());
    let is_sending = house.app.letters.is_sending;
    let page = SubscribePage {
        frame: frame(house, reader, "subscribe-title", &own),
        topic: shown,
        feed: feed(&topic).map(Cow::Owned),
        is_sending,
        wrong,
        field: (field, topic.key()),
        address: Cow::Borrowed(&fields.address),
        rhythm: Rhythm::parse(&fields.rhythm).unwrap_or(Rhythm::Daily),
        language: Cow::Borrowed(one_of_six(&fields.language).unwrap_or(reader.language)),
    };
    let mut response = private(answer::page(&page, reader)?);
    if wrong.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn frame<'a>(house: &'a House, reader: Reader, title: &str, own: &str) -> plenum_pages::Frame<'a> {
    let mut frame = view::frame(house, reader, Room::Nowhere, own);
    frame.title = Cow::Borrowed(reader.words().say(title));
    frame.is_private = true;
    frame
}

/// The same as a feed, where there is one.
fn feed(topic: &Topic) -> Option<String> {
    match topic {
        Topic::Process(slug) => Some(format!("/processes/{slug}.atom")),
        Topic::Actor(slug) => Some(format!("/actors/{slug}.atom")),
        Topic::Phrase(words) => Some(addresses::with_query("/library.atom", [("q", format!("\"{words}\"").as_str())])),
        Topic::Issue { .. } | Topic::Paragraph(_) => None,
    }
}

/// `POST /subscribe`: keeps the wish, unconfirmed, and sends one letter that asks to confirm it.
pub(crate) async fn ask(
    State(house): State<House>,
    reader: Reader,
    _ours: OurPage,
    headers: HeaderMap,
    extensions: Extensions,
    Form(fields): Form<Fields>,
) -> Outcome {
    if !house.app.letters.is_sending {
        let mut response = form_page(&house, reader, &fields, None).await?;
        *response.status_mut() = StatusCode::FORBIDDEN;
        return Ok(response);
    }
    let client = Client::of(&extensions, &headers);
    house.subscribing.admit(client, house.now_ms()).map_err(Fault::too_many)?;
    let (topic, _) = fields.topic().ok_or_else(Fault::no_page)?;
    let Some(address) = MailAddress::parse(&fields.address) else {
        return form_page(&house, reader, &fields, Some(Unsubscribable::Address)).await;
    };
    let Some((rhythm, language)) = Rhythm::parse(&fields.rhythm).zip(one_of_six(&fields.language)) else {
        return form_page(&house, reader, &fields, Some(Unsubscribable::Choice)).await;
    };
    let known = names::known(&house, language).await?;
    let shown = letters::named(&house.app.store, &known, &topic).await?.ok_or_else(Fault::no_page)?;
    let (store, now_ms) = (&house.app.store, house.now_ms());
    let new = NewSubscription { address, topic, rhythm, language: language.to_owned() };
    let key = house.app.letters.key.clone();
    let asked = store.subscribe(&new, &|of| key.hash(of), now_ms).await?;
    letters::queue_confirmation(store, &house.app.origin, &asked, &shown.name.text, now_ms).await?;
    Ok(private(answer::see("/subscriptions/sent")?))
}

/// `GET /subscriptions/sent`: the same for everybody.
pub(crate) async fn sent(State(house): State<House>, reader: Reader) -> Outcome {
    told(&house, reader, SubscribeTold::LookAtYourMail, "/subscriptions/sent")
}

fn told(house: &House, reader: Reader, told: SubscribeTold, own: &str) -> Outcome {
    let mut frame = frame(house, reader, "subscribe-title", own);
    frame.title = Cow::Borrowed(told.title(&frame));
    let onward = Link::new("/", reader.words().say("name"));
    Ok(private(answer::page(&SubscribeToldPage { frame, told, onward }, reader)?))
}

/// `GET /subscriptions/confirm/{token}`: shows the button and changes nothing.
pub(crate) async fn confirm_page(State(house): State<House>, reader: Reader, Path(token): Path<String>) -> Outcome {
    let store = &house.app.store;
    let found = store.subscription_to_confirm(&hash_of_token(&token), house.now_ms()).await?;
    let one = found.ok_or_else(Fault::no_page)?;
    let known = names::known(&house, reader.language).await?;
    let own = format!("/subscriptions/confirm/{token}");
    let page = ConfirmPage {
        frame: frame(&house, reader, "confirm-go", &own),
        topic: letters::shown(store, &known, &one.topic).await?,
        rhythm: one.rhythm,
        action: own,
    };
    Ok(private(answer::page(&page, reader)?))
}

/// `POST /subscriptions/confirm/{token}`
pub(crate) async fn confirm(State(house): State<House>, _ours: OurPage, Path(token): Path<String>) -> Outcome {
    let confirmed = house.app.store.confirm_subscription(&hash_of_token(&token), house.now_ms()).await?;
    let (one, created_at_ms) = confirmed.ok_or_else(Fault::no_page)?;
    let token = house.app.letters.key.token(TokenOf::Subscriber(one.subscriber, created_at_ms));
    Ok(private(answer::see(&format!("/subscriptions/{token}"))?))
}

/// `GET /subscriptions/{token}`: all that a reader follows.
pub(crate) async fn all(State(house): State<House>, reader: Reader, Path(token): Path<String>) -> Outcome {
    let subscriber = reader_of(&house, &token).await?;
    let known = names::known(&house, reader.language).await?;
    let own = format!("/subscriptions/{token}");
    let mut rows = Vec::with_capacity(subscriber.subscriptions.len());
    for one in &subscriber.subscriptions {
        let topic = letters::shown(&house.app.store, &known, &one.topic).await?;
        rows.push(SubscriptionRow { id: one.id, topic, rhythm: one.rhythm });
    }
    let frame = frame(&house, reader, "subscriptions-title", &own);
    let page = SubscriptionsPage { frame, address: Cow::Borrowed(&subscriber.address), rows, own };
    Ok(private(answer::page(&page, reader)?))
}

/// The reader with that token, if she follows something.
async fn reader_of(house: &House, token: &str) -> Result<Subscriber, Fault> {
    let found = house.app.store.subscriber(&hash_of_token(token)).await?;
    found.filter(|reader| !reader.subscriptions.is_empty()).ok_or_else(Fault::no_page)
}

/// What a reader changes.
#[derive(Deserialize)]
pub(crate) struct Change {
    id: i64,
    act: String,
    #[serde(default)]
    rhythm: String,
}

/// `POST /subscriptions/{token}`: sets how often, or ends one subscription.
pub(crate) async fn change(
    State(house): State<House>,
    reader: Reader,
    _ours: OurPage,
    Path(token): Path<String>,
    Form(change): Form<Change>,
) -> Outcome {
    let subscriber = reader_of(&house, &token).await?;
    let store = &house.app.store;
    let is_hers = match (change.act.as_str(), Rhythm::parse(&change.rhythm)) {
        ("change", Some(rhythm)) => store.set_rhythm(subscriber.id, change.id, rhythm).await?,
        ("end", _) => store.unsubscribe(subscriber.id, Some(change.id)).await? > 0,
        _ => return Err(Fault::not_understood("")),
    };
    if !is_hers {
        return Err(Fault::no_page());
    }
    if change.act == "end" && subscriber.subscriptions.len() == 1 {
        return told(&house, reader, SubscribeTold::Ended, "/subscriptions/ended");
    }
    Ok(private(answer::see(&format!("/subscriptions/{token}"))?))
}

/// `GET /subscriptions/{token}/end`: opened by a mail program that cannot post; shows the page with its buttons.
pub(crate) async fn end_page(State(house): State<House>, Path(token): Path<String>) -> Outcome {
    reader_of(&house, &token).await?;
    Ok(private(answer::moved(&format!("/subscriptions/{token}"))?))
}

/// `POST /subscriptions/{token}/end`: ends everything and deletes the address.
///
/// Mail programs post here by one click (RFC 8058): their servers send no origin and take no redirect. The token says
/// who it is, and no other site's page can know it.
pub(crate) async fn end(
    State(house): State<House>,
    reader: Reader,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Outcome {
    if Sender::of(&headers, &house.app.origin) == Sender::Stranger {
        return Err(Fault::not_allowed());
    }
    // Also one who has confirmed nothing yet may end it.
    let found = house.app.store.subscriber(&hash_of_token(&token)).await?;
    let subscriber = found.ok_or_else(Fault::no_page)?;
    house.app.store.unsubscribe(subscriber.id, None).await?;
    told(&house, reader, SubscribeTold::Ended, "/subscriptions/ended")
}

/// `GET /subscriptions/ended`: where a reader lands who changes the language of the page that told her so.
pub(crate) async fn ended(State(house): State<House>, reader: Reader) -> Outcome {
    told(&house, reader, SubscribeTold::Ended, "/subscriptions/ended")
}

/// A form of a page of ours. Asked for before the form, so that a stranger's is not even read.
pub(crate) struct OurPage;

impl FromRequestParts<House> for OurPage {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Fault> {
        let is_ours = Sender::of(&parts.headers, &house.app.origin) == Sender::OurPage;
        if is_ours { Ok(Self) } else { Err(Fault::not_allowed()) }
    }
}
