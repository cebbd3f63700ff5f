//! Meetings and statements as pages show them, and what is counted from confirmed statements.

use super::beginning;
use crate::app::Shared;
use crate::fault::Fault;
use crate::names::Known;
use plenum_model::tally::{Share, Spoken, Tally, count};
use plenum_pages::Words;
use plenum_pages::bars::{Bar, Bars, By};
use plenum_pages::meeting::{MeetingRow, StatementRow, StatisticsView};
use plenum_pages::parts::{Link, Quoted};
use plenum_store::meetings::MeetingLine;
use plenum_store::statements::Statement;
use std::borrow::Cow;
use std::collections::HashMap;

const OPENING_LETTERS: usize = 220; // Two or three lines.
const NAMED: usize = 12;

/// The address of a statement.
pub(crate) fn address(meeting: i64, number: i64) -> String {
    format!("/meetings/{meeting}/statements/{number}")
}

/// The name of a session in addresses: its words' letters and digits, parted by hyphens.
pub(crate) fn session_slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            c if c.is_alphanumeric() => slug.push(c),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').chars().take(80).collect()
}

/// The session's page.
pub(crate) fn session_link<'a>(process: &str, session: &'a str) -> Link<'a> {
    let slug = crate::addresses::escape(&session_slug(session));
    Link::new(format!("/processes/{process}/sessions/{slug}"), session)
}

/// A meeting in a list.
pub(crate) fn row(line: &MeetingLine) -> MeetingRow<'_> {
    let meeting = &line.meeting;
    MeetingRow {
        address: format!("/meetings/{}", line.id),
        name: Cow::Borrowed(&meeting.name),
        process: Link::new(format!("/processes/{}", meeting.process), line.process_name.as_str()),
        session: meeting.session.as_deref().map(Cow::Borrowed),
        date: meeting.date,
        mode: meeting.mode,
        statements: line.statements,
        confirmed: line.confirmed,
    }
}

/// What a statement is called in a link: its number and whose it is.
pub(crate) fn called(statement: &Statement, known: &Known) -> String {
    let who = statement.actor.as_deref().map_or(statement.printed.as_str(), |slug| known.actor(slug));
    format!("{} {who}", statement.number).trim_end().to_owned()
}

/// A statement in speaking order; `others` are the statements of its meeting.
pub(crate) fn statement<'a>(statement: &'a Statement, others: &[Statement], known: &'a Known) -> StatementRow<'a> {
    let language = statement.address.revision.as_ref().map_or("", |tag| tag.language.as_str());
    let group = statement.speaks_for.as_deref().map(|slug| known.actor(slug));
    let answers = statement.answers.and_then(|number| others.iter().find(|other| other.number == number));
    let ms = statement.moment.and_then(|moment| moment.until_ms.map(|until| until.saturating_sub(moment.from_ms)));
    let sureness = u64::from(statement.sureness_permille / 10);
    StatementRow {
        number: statement.number,
        address: address(statement.meeting, statement.number),
        actor: statement.actor.as_deref().map(|slug| actor(slug, known)),
        printed: Cow::Borrowed(&statement.printed),
        speaks_for: group.or(statement.printed_group.as_deref()).map(Cow::Borrowed),
        kind: statement.kind,
        mode: statement.mode,
        sureness: (sureness > 0 && statement.actor.is_some()).then_some(sureness),
        is_confirmed: statement.is_confirmed,
        is_first_proposal: statement.is_first_proposal,
        from_ms: statement.moment.map(|moment| moment.from_ms),
        ms,
        words: statement.words,
        opening: Quoted::new(beginning(&statement.opening, OPENING_LETTERS), language),
        answers: answers.map(|other| Link::new(address(other.meeting, other.number), called(other, known))),
        lang: Cow::Borrowed(language),
    }
}

/// An actor with its page.
fn actor<'a>(slug: &str, known: &'a Known) -> Link<'a> {
    let name = known.actor_or(slug);
    Link::new(format!("/actors/{slug}"), name)
}

/// What is counted of some meetings; `None` while no statement of them is confirmed.
pub(crate) async fn statistics<'a>(
    shared: &Shared,
    words: &'static Words,
    lines: &'a [MeetingLine],
    statements: &'a [Statement],
    known: &'a Known,
) -> Result<Option<StatisticsView<'a>>, Fault> {
    let confirmed: Vec<&Statement> = statements.iter().filter(|statement| statement.is_confirmed).collect();
    if confirmed.is_empty() {
        return Ok(None);
    }
    let mut groups: HashMap<(i64, &str), Vec<String>> = HashMap::new();
    for line in lines {
        let actors: Vec<&str> =
            confirmed.iter().filter(|one| one.meeting == line.id).filter_map(|one| one.actor.as_deref()).collect();
        for (actor, group) in shared.app.store.groups_on(&actors, line.meeting.date).await? {
            let Some(actor) = actors.iter().find(|slug| **slug == actor) else { continue };
            let own = groups.entry((line.id, *actor)).or_default();
            if !own.contains(&group) {
                own.push(group);
            }
        }
    }
    let spoken: Vec<Spoken<'_>> = confirmed.iter().map(|one| spoken(one, &groups)).collect();
    let tally = count(&spoken);
    let ids: Vec<i64> = lines.iter().map(|line| line.id).collect();
    let named = shared.app.store.named_in_statements(&ids).await?;
    let named = named.into_iter().take(NAMED).map(|one| {
        let words = one.symbol.to_string();
        (Link::new(super::document_address(&one.symbol), words), one.times)
    });
    let link = |one: &Statement| Link::new(address(one.meeting, one.number), called(one, known));
    let reply_to = |one: &Statement| {
        let number = one.answers?;
        confirmed.iter().find(|other| other.meeting == one.meeting && other.number == number).map(|other| link(other))
    };
    let replies = confirmed.iter().filter(|one| one.kind == plenum_model::statement::StatementKind::Reply);
    Ok(Some(StatisticsView {
        counted: tally.all.statements,
        left_out: statements.len() as u64 - tally.all.statements,
        words: tally.all.words,
        ms: tally.all.ms,
        timed: tally.timed,
        charts: charts(words, &tally, known),
        not_stated: tally.all.statements - tally.genders.iter().map(|(_, count)| count).sum::<u64>(),
        replies: replies.map(|one| (link(one), reply_to(one))).collect(),
        first_proposals: confirmed.iter().filter(|one| one.is_first_proposal).map(|one| link(one)).collect(),
        named: named.collect(),
        sources: sources(lines),
        kinds: tally.kinds,
        modes: tally.modes,
        genders: tally.genders,
    }))
}

fn spoken<'a>(statement: &'a Statement, groups: &'a HashMap<(i64, &str), Vec<String>>) -> Spoken<'a> {
    let actor = statement.actor.as_deref();
    let own = actor.and_then(|slug| groups.get(&(statement.meeting, slug)));
    Spoken {
        actor,
        groups: own.into_iter().flatten().map(String::as_str).collect(),
        speaks_for: statement.speaks_for.as_deref(),
        kind: statement.kind,
        mode: statement.mode,
        gender: statement.gender,
        words: statement.words,
        ms: statement.moment.and_then(|moment| moment.until_ms.map(|until| until.saturating_sub(moment.from_ms))),
    }
}

fn charts<'a>(words: &'static Words, tally: &Tally, known: &'a Known) -> Vec<Bars<'a>> {
    let shares = [(By::Actor, &tally.by_actor), (By::Group, &tally.by_group), (By::Voice, &tally.by_voice)];
    let named =
        |shares: &[(String, Share)]| shares.iter().map(|(slug, share)| bar(known.actor_or(slug), share)).collect();
    let drawn = shares.into_iter().filter(|(_, shares)| !shares.is_empty());
    drawn.map(|(by, shares)| Bars::new(by, words, named(shares), tally.timed > 0)).collect()
}

fn bar<'a>(name: Cow<'a, str>, share: &Share) -> Bar<'a> {
    Bar { name, lang: Cow::Borrowed(""), statements: share.statements, words: share.words, ms: share.ms }
}

/// The transcripts that the figures rest on.
fn sources(lines: &[MeetingLine]) -> Vec<Link<'_>> {
    let link = |line: &'_ MeetingLine| {
        let symbol = line.transcript.as_ref()?;
        Some(Link::new(super::document_address(symbol), symbol.to_string()))
    };
    lines.iter().filter_map(link).collect()
}

/// The recording at a moment, in the way that browsers understand (Media Fragments).
pub(crate) fn at_moment(video: &str, from_ms: u64) -> String {
    let bare = video.split('#').next().unwrap_or(video);
    format!("{bare}#t={}", from_ms / 1000)
}
