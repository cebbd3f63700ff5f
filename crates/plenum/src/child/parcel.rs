//! Calendars and feeds on their way out of the child: as JSON and back.

use plenum_model::calendar::{CalendarReading, Event, EventKind, EventStatus, When};
use plenum_model::news::{FeedReading, NewsItem};
use plenum_model::{Moment, PartialDate, Trouble, Zone};
use serde_json::{Value, json};

pub(super) fn of_calendar(reading: &CalendarReading) -> Value {
    let events: Vec<Value> = reading.events.iter().map(of_event).collect();
    json!({ "name": reading.name, "events": events, "troubles": of_troubles(&reading.troubles) })
}

fn of_event(event: &Event) -> Value {
    let (from, until, zone) = match event.when {
        None => (None, None, None),
        Some(When::Days { from, until }) => (Some(from.to_string()), until.map(|day| day.to_string()), None),
        Some(When::Moments { from, until }) => {
            let until = until.map(|until| until.in_zone(from.zone()).to_string());
            (Some(from.to_string()), until, Some(from.zone().name()))
        }
    };
    json!({ "uid": event.uid, "name": event.name, "about": event.about, "from": from, "until": until, "zone": zone,
        "place": event.place, "link": event.link, "status": event.status.as_str() })
}

/// `None` where the value has not the shape that [`of_calendar`] gives.
pub(super) fn calendar(value: &Value) -> Option<CalendarReading> {
    let events = value["events"].as_array()?.iter().map(event).collect::<Option<Vec<_>>>()?;
    Some(CalendarReading { name: text(value, "name"), events, troubles: troubles(value)? })
}

fn event(value: &Value) -> Option<Event> {
    let until = text(value, "until");
    let when = match (text(value, "from"), text(value, "zone")) {
        (None, _) => None,
        (Some(from), None) => {
            let date = |text: String| PartialDate::parse(&text).ok();
            Some(When::Days { from: date(from)?, until: until.and_then(date) })
        }
        (Some(from), Some(zone)) => {
            let zone = Zone::find(&zone)?;
            let until = until.and_then(|until| Moment::parse(&until, zone));
            Some(When::Moments { from: Moment::parse(&from, zone)?, until })
        }
    };
    Some(Event {
        process: String::new(),
        uid: text(value, "uid")?,
        kind: EventKind::Meeting,
        name: text(value, "name")?,
        about: text(value, "about"),
        when,
        place: text(value, "place"),
        link: text(value, "link"),
        actor: None,
        status: EventStatus::parse(&text(value, "status")?)?,
        source: String::new(),
        is_confirmed: true,
    })
}

pub(super) fn of_feed(reading: &FeedReading) -> Value {
    let item = |item: &NewsItem| {
        json!({ "key": item.key, "title": item.title, "summary": item.summary, "link": item.link,
            "published_ms": item.published_ms, "author": item.author, "language": item.language })
    };
    let items: Vec<Value> = reading.items.iter().map(item).collect();
    json!({ "title": reading.title, "link": reading.link, "items": items, "troubles": of_troubles(&reading.troubles) })
}

/// `None` where the value has not the shape that [`of_feed`] gives.
pub(super) fn feed(value: &Value) -> Option<FeedReading> {
    let item = |value: &Value| {
        Some(NewsItem {
            key: text(value, "key")?,
            title: text(value, "title")?,
            summary: text(value, "summary")?,
            link: text(value, "link"),
            published_ms: value["published_ms"].as_i64(),
            author: text(value, "author"),
            language: text(value, "language")?,
        })
    };
    let items = value["items"].as_array()?.iter().map(item).collect::<Option<Vec<_>>>()?;
    Some(FeedReading { title: text(value, "title")?, link: text(value, "link"), items, troubles: troubles(value)? })
}

fn of_troubles(troubles: &[Trouble]) -> Vec<Value> {
    troubles.iter().map(|t| json!({ "place": t.place, "what": t.what, "remedy": t.remedy })).collect()
}

fn troubles(value: &Value) -> Option<Vec<Trouble>> {
    let one = |value: &Value| {
        let (place, what) = (text(value, "place")?, text(value, "what")?);
        let remedy = text(value, "remedy")?;
        Some(Trouble { page: None, place, what, remedy, key: String::new(), arguments: Vec::new() })
    };
    value["troubles"].as_array()?.iter().map(one).collect()
}

fn text(of: &Value, key: &str) -> Option<String> {
    of[key].as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_back_is_what_went() {
        let file = "BEGIN:VEVENT\nSUMMARY:A\nDTSTART;TZID=Europe/Paris:20260720T100000\nDURATION:PT1H\nEND:VEVENT\n\
                    BEGIN:VEVENT\nSUMMARY:B\nDTSTART:20260720\nEND:VEVENT\nBEGIN:VEVENT\nEND:VEVENT";
        let reading = plenum_documents::calendar::read(file.as_bytes()).expect("a calendar");
        assert_eq!(calendar(&of_calendar(&reading)), Some(reading));
        let news = b"<rss><channel><title>N</title><item><title>One</title><pubDate>Fri, 11 Jul 2025 10:00 GMT</pubDate></item>";
        let reading = plenum_documents::feeds::read(news).expect("a feed");
        assert_eq!(feed(&of_feed(&reading)), Some(reading));
        assert_eq!((calendar(&json!({})), feed(&json!([]))), (None, None));
    }
}
