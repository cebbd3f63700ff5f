//! Following by e-mail: the form, what comes after it, the button that confirms, and the page of all that is followed.

use crate::frame::{Frame, own_name};
use crate::parts::{Link, Quoted};
use askama::Template;
use plenum_model::language::UN_SIX;
use plenum_model::subscription::Rhythm;
use std::borrow::Cow;

/// What is followed, as pages show it.
#[derive(Clone, Debug)]
pub struct TopicView<'a> {
    /// Its kind, one word of [`plenum_model::subscription::Topic::what`].
    pub what: &'static str,
    /// Its name: a process', an actor's, the phrase, symbol and number of a paragraph.
    pub name: Quoted<'a>,
    /// Its page.
    pub address: String,
}

impl TopicView<'_> {
    /// Its kind, in the interface's language.
    fn kind(&self, frame: &Frame<'_>) -> &'static str {
        frame.say(match self.what {
            "process" => "topic-process",
            "actor" => "topic-actor",
            "issue" => "topic-issue",
            "phrase" => "topic-phrase",
            _ => "topic-paragraph",
        })
    }
}

/// What was wrong with what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsubscribable {
    /// No letter can be sent to that address.
    Address,
    /// No such rhythm or language.
    Choice,
}

impl Unsubscribable {
    fn key(self) -> &'static str {
        match self {
            Self::Address => "subscribe-wrong-address",
            Self::Choice => "subscribe-wrong-choice",
        }
    }
}

/// The form, `/subscribe`.
#[derive(Template)]
#[template(path = "subscribe.html")]
pub struct SubscribePage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// What would be followed.
    pub topic: TopicView<'a>,
    /// The same as a feed, where there is one.
    pub feed: Option<Cow<'a, str>>,
    /// Whether this server sends letters.
    pub is_sending: bool,
    /// What was wrong with what was sent.
    pub wrong: Option<Unsubscribable>,
    /// The form's field that names the topic, and its value.
    pub field: (&'static str, String),
    /// The address that was given.
    pub address: Cow<'a, str>,
    /// The rhythm chosen.
    pub rhythm: Rhythm,
    /// The letters' language chosen.
    pub language: Cow<'a, str>,
}

impl SubscribePage<'_> {
    fn rhythms(&self) -> Vec<(&'static str, &'static str, bool)> {
        rhythms(&self.frame, self.rhythm)
    }
    fn languages(&self) -> Vec<(&'static str, &'static str, bool)> {
        UN_SIX.into_iter().map(|tag| (tag, own_name(tag), tag == self.language)).collect()
    }
}

/// Value, words, whether it is chosen.
fn rhythms(frame: &Frame<'_>, chosen: Rhythm) -> Vec<(&'static str, &'static str, bool)> {
    Rhythm::ALL.into_iter().map(|one| (one.as_str(), rhythm(frame, one), one == chosen)).collect()
}

fn rhythm(frame: &Frame<'_>, rhythm: Rhythm) -> &'static str {
    frame.say(match rhythm {
        Rhythm::Daily => "rhythm-daily",
        Rhythm::Weekly => "rhythm-weekly",
    })
}

/// What comes after a form: what happened, and where to go on.
#[derive(Template)]
#[template(path = "subscribe_told.html")]
pub struct SubscribeToldPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// What happened.
    pub told: SubscribeTold,
    /// Where to go on.
    pub onward: Link<'a>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubscribeTold {
    /// A letter may be on its way: the same is said whatever is kept.
    LookAtYourMail,
    /// Everything was ended and the address deleted.
    Ended,
}

impl SubscribeTold {
    /// The title of its page.
    pub fn title(self, frame: &Frame<'_>) -> &'static str {
        frame.say(match self {
            Self::LookAtYourMail => "subscribe-sent-title",
            Self::Ended => "subscriptions-ended-title",
        })
    }
    fn sentence(self, frame: &Frame<'_>) -> &'static str {
        frame.say(match self {
            Self::LookAtYourMail => "subscribe-sent",
            Self::Ended => "subscriptions-ended",
        })
    }
}

/// The button that confirms, `/subscriptions/confirm/{token}`.
#[derive(Template)]
#[template(path = "subscribe_confirm.html")]
pub struct ConfirmPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// What would be followed.
    pub topic: TopicView<'a>,
    /// How often.
    pub rhythm: Rhythm,
    /// Where the button sends.
    pub action: String,
}

impl ConfirmPage<'_> {
    fn how_often(&self) -> &'static str {
        rhythm(&self.frame, self.rhythm)
    }
}

/// Everything that a reader follows, `/subscriptions/{token}`.
#[derive(Template)]
#[template(path = "subscriptions.html")]
pub struct SubscriptionsPage<'a> {
    /// What stands around it.
    pub frame: Frame<'a>,
    /// Where she is written to.
    pub address: Cow<'a, str>,
    /// What she follows.
    pub rows: Vec<SubscriptionRow<'a>>,
    /// The page's own path, to which its forms send.
    pub own: String,
}

/// One thing that is followed.
pub struct SubscriptionRow<'a> {
    /// Its key.
    pub id: i64,
    /// What.
    pub topic: TopicView<'a>,
    /// How often.
    pub rhythm: Rhythm,
}

impl SubscriptionRow<'_> {
    fn rhythms(&self, frame: &Frame<'_>) -> Vec<(&'static str, &'static str, bool)> {
        rhythms(frame, self.rhythm)
    }
}

impl SubscriptionsPage<'_> {
    fn lede(&self) -> String {
        self.frame.words.name("subscriptions-lede", &self.address)
    }
}
