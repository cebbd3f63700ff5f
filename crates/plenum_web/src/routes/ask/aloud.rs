//! `/ask/aloud`: an answer while it is written, as server-sent events. First `sentence`, a fragment each, as soon as it has
//! been checked; at last `whole`, the page that the same question has at `/ask`.

use super::{Numbering, Wanted, answered, filled, written};
use crate::answer::{Outcome, private, with_type};
use crate::app::House;
use crate::delivery::Streamed;
use crate::fault::Fault;
use crate::guard::Sender;
use crate::reader::Reader;
use crate::throttle::Client;
use axum::body::{Body, HttpBody};
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use bytes::Bytes;
use http_body::Frame;
use plenum_answers::Answer;
use plenum_model::answer::Sentence;
use plenum_pages::Template;
use plenum_pages::ask::SentenceSaid;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// `/ask/aloud?q=`, for pages of ours alone.
pub(crate) async fn events(
    State(house): State<House>,
    reader: Reader,
    client: Client,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Outcome {
    if Sender::of(&headers, &house.app.origin) == Sender::Stranger {
        return Err(Fault::not_allowed());
    }
    let wanted = Wanted::parse(&query.unwrap_or_default());
    let composed = answered(&house, &wanted).await?;
    let (said, events) = unbounded_channel();
    let work = async move {
        // Nobody listens any more where sending fails; the work is then about to be dropped.
        let tell = |name, fragment: Result<String, _>| match fragment {
            Ok(html) => said.send(event(name, &html)).unwrap_or_default(),
            Err(error) => tracing::error!("a page could not be written: {error}"),
        };
        let mut numbering = Numbering::default();
        let answered = match composed {
            Some(composed) => {
                let language = composed.asking.question.language();
                let mut audience = |answer: &Answer, sentence: &Sentence| {
                    let sentence = numbering.sentence(sentence, answer, language, false);
                    tell("sentence", SentenceSaid { words: reader.words(), target: "", sentence }.render());
                };
                Some(written(&house, client, composed, &mut audience).await)
            }
            None => None,
        };
        let address = wanted.address("/ask", None);
        tell("whole", filled(&house, reader, address, &wanted, answered.as_ref()).render());
    };
    let body = Body::new(Events { events, work: Some(Box::pin(work)) });
    let mut response = private(with_type(body, "text/event-stream"));
    response.extensions_mut().insert(Streamed);
    Ok(response)
}

fn event(name: &str, html: &str) -> Bytes {
    let mut event = format!("event: {name}\n");
    for line in html.split(['\n', '\r']) {
        event.push_str("data: ");
        event.push_str(line);
        event.push('\n');
    }
    event.push('\n');
    event.into()
}

/// A body of events, made while it is read: whoever leaves ends the work.
struct Events {
    events: UnboundedReceiver<Bytes>,
    /// What tells them; `None` when it is done.
    work: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
}

impl HttpBody for Events {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(work) = &mut self.work
            && work.as_mut().poll(context).is_ready()
        {
            self.work = None; // With it goes the end that sends, so that the events end too.
        }
        self.events.poll_recv(context).map(|event| event.map(|bytes| Ok(Frame::data(bytes))))
    }
}
