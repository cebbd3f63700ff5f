//! Record sets of votes: roll calls with who voted how, as JSON lines or as tables.
//!
//! Two shapes. Ours, a JSON object a line: `roll_call` (its id), `votes` (`{"yes": ["fra", …], "no": […], "abstain": […],
//! "absent": […]}`), and any of `body`, `session`, `symbol`, `voted_on`, `title`, `question`, `date`, `process`,
//! `decision_rule`, `adopted`, `issues`, `source`, `changes` (`[{"actor": "nru", "meant": "yes", "source": "A/66/PV.71"}]`).
//! That of the public data set: a folder with `roll_calls.csv`, `votes.csv` and, if there, `issues.csv` ([`tables`]).
//!
//! Voters are slugs, ISO alpha-2 or alpha-3 codes, or names held. A voter that is not known is counted, told, and shown
//! with the roll call as what it is.

mod codes;
mod csv;
pub mod tables;

use plenum_model::PartialDate;
use plenum_model::process::is_slug;
use plenum_model::vote::{RollCall, RollCallFacts, Vote, VoteChange, VotedOn};
use plenum_store::Store;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How voters are recognised: every slug and every name that is held.
pub struct Voters {
    slugs: HashSet<String>,
    by_name: HashMap<String, String>,
    unknown: BTreeMap<String, u64>,
}

impl Voters {
    /// As the store knows actors now.
    pub async fn of(store: &Store) -> anyhow::Result<Self> {
        let names = store.actor_names().await?;
        let slugs = names.iter().map(|(slug, _, _)| slug.clone()).collect();
        let by_name = names.into_iter().map(|(slug, _, name)| (name.to_lowercase(), slug)).collect();
        Ok(Self { slugs, by_name, unknown: BTreeMap::new() })
    }

    /// The slug of a voter by its code, else by its name, on the date of the vote.
    fn find(&self, code: &str, name: &str, date: Option<PartialDate>) -> Option<String> {
        let lower = code.to_ascii_lowercase();
        let by_code = if self.slugs.contains(&lower) { Some(lower.as_str()) } else { codes::slug(code) };
        let named = || self.by_name.get(&name.to_lowercase()).map(String::as_str);
        let found = by_code.filter(|slug| self.slugs.contains(*slug)).or_else(named)?;
        Some(successor(found, date).to_owned())
    }

    /// Puts a vote in its place, or among those of voters not known.
    fn place(&mut self, call: &mut RollCall, (code, name): (&str, &str), vote: Vote) {
        match self.find(code, name, call.facts.date) {
            Some(slug) if call.votes.iter().any(|(own, _)| *own == slug) => {
                self.note(format!("{code} {name}: a second vote of {slug} in one roll call"));
                call.unplaced.push((named(code, name), vote));
            }
            Some(slug) => call.votes.push((slug, vote)),
            None => {
                self.note(format!("{}: no actor of this code or name is held", named(code, name)));
                call.unplaced.push((named(code, name), vote));
            }
        }
    }

    fn note(&mut self, what: String) {
        *self.unknown.entry(what).or_default() += 1;
    }

    /// What could not be placed, each sentence with how many votes it is true of; asked once, at the end.
    pub fn troubles(&mut self) -> Vec<String> {
        let told = std::mem::take(&mut self.unknown);
        told.into_iter().map(|(what, many)| format!("{what}; {many} votes are counted without it.")).collect()
    }
}

fn named(code: &str, name: &str) -> String {
    if name.is_empty() { code.to_owned() } else { name.to_owned() }
}

/// Serbia carries on the membership that record sets go on listing under the code of Yugoslavia (from 4 February 2003 as
/// Serbia and Montenegro, from 3 June 2006 as Serbia).
fn successor(slug: &str, date: Option<PartialDate>) -> &str {
    const LAST_OF_YUGOSLAVIA: i32 = 20_030_203;
    if slug == "yug" && date.is_some_and(|date| date.ordinal() > LAST_OF_YUGOSLAVIA) { "srb" } else { slug }
}

/// Whether a line of a record set is a roll call.
pub fn is_roll_call(line: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Head {
        roll_call: Option<serde::de::IgnoredAny>,
        votes: Option<serde::de::IgnoredAny>,
    }
    // Statements are large and many; only a line that names both is worth reading twice.
    let names = |word: &[u8]| line.windows(word.len()).any(|part| part == word);
    names(b"\"roll_call\"")
        && names(b"\"votes\"")
        && serde_json::from_slice::<Head>(line).is_ok_and(|head| head.roll_call.is_some() && head.votes.is_some())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    roll_call: String,
    #[serde(default)]
    votes: BTreeMap<String, Vec<String>>,
    body: Option<String>,
    session: Option<String>,
    symbol: Option<String>,
    voted_on: Option<String>,
    title: Option<String>,
    #[serde(default)]
    question: String,
    date: Option<String>,
    process: Option<String>,
    decision_rule: Option<String>,
    adopted: Option<bool>,
    #[serde(default)]
    issues: Vec<String>,
    source: Option<String>,
    #[serde(default)]
    changes: Vec<ChangeFields>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeFields {
    actor: String,
    meant: String,
    source: String,
}

/// Reads one line of our shape.
///
/// In: the words for where it was found, taken as the source where the record names none.
/// Errors: a sentence that says which field is wrong.
pub fn read(line: &[u8], place: &str, voters: &mut Voters) -> Result<RollCall, String> {
    let fields: Fields = serde_json::from_slice(line).map_err(|error| format!("it is no roll call: {error}."))?;
    let id = fields.roll_call;
    if !is_slug(&id) {
        return Err(format!("\"{id}\" is no id of a roll call: use lower-case letters, digits and single hyphens."));
    }
    let on = fields.voted_on.as_deref().unwrap_or("whole");
    let on = VotedOn::parse(on).ok_or_else(|| format!("\"{on}\": voted_on is whole, paragraph or amendment."))?;
    let facts = RollCallFacts {
        body: fields.body.unwrap_or_else(|| "General Assembly".into()),
        session: fields.session,
        on,
        title: fields.title.or_else(|| fields.symbol.clone()).unwrap_or_else(|| id.clone()),
        symbol: fields.symbol,
        question: fields.question,
        date: fields.date.map(|date| PartialDate::parse(&date).map_err(|error| format!("{error}."))).transpose()?,
        process: fields.process,
        decision_rule: fields.decision_rule,
        is_adopted: fields.adopted,
        issues: fields.issues.iter().map(|issue| issue.replace('|', "/")).collect(),
        source: fields.source.unwrap_or_else(|| place.to_owned()),
        id,
    };
    let mut call = RollCall { facts, votes: Vec::new(), unplaced: Vec::new(), changes: Vec::new() };
    for (word, actors) in fields.votes {
        let vote = Vote::parse(&word).ok_or_else(|| format!("\"{word}\" is no vote: yes, no, abstain or absent."))?;
        actors.iter().for_each(|actor| voters.place(&mut call, (actor, actor), vote));
    }
    for change in fields.changes {
        let meant = Vote::parse(&change.meant).ok_or_else(|| format!("\"{}\" is no vote.", change.meant))?;
        let found = voters.find(&change.actor, &change.actor, call.facts.date);
        let actor = found.ok_or_else(|| format!("no actor \"{}\" is held.", change.actor))?;
        call.changes.push(VoteChange { actor, meant, source: change.source });
    }
    Ok(call)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voters() -> Voters {
        let slugs = ["fra", "nor", "yug", "srb"].map(str::to_owned).into();
        Voters { slugs, by_name: HashMap::from([("zanzibar".into(), "eaz".into())]), unknown: BTreeMap::new() }
    }

    fn told(line: &str) -> (Result<RollCall, String>, Vec<String>) {
        let mut voters = voters();
        let read = read(line.as_bytes(), "votes.jsonl, line 1", &mut voters);
        (read, voters.troubles())
    }

    #[test]
    fn a_voter_is_known_by_slug_code_or_name_and_else_counted_and_told() {
        let (call, troubles) = told(
            r#"{"roll_call":"r-1","votes":{"yes":["FR","nor","Zanzibar"],"no":["Atlantis"]},"changes":[{"actor":"nor","meant":"no","source":"PV.1"}]}"#,
        );
        let call = call.expect("a roll call");
        let slugs: Vec<&str> = call.votes.iter().map(|(slug, _)| slug.as_str()).collect();
        assert_eq!(slugs, ["fra", "nor", "eaz"]);
        assert_eq!(call.unplaced, [("Atlantis".to_owned(), Vote::No)]);
        assert_eq!((call.tally().no, call.changes.len()), (1, 1));
        assert_eq!(troubles, ["Atlantis: no actor of this code or name is held; 1 votes are counted without it."]);
    }

    #[test]
    fn a_second_vote_of_one_state_is_not_taken_for_a_first() {
        let (call, troubles) = told(r#"{"roll_call":"r-1","votes":{"yes":["fra","FR"]}}"#);
        assert_eq!(call.map(|call| (call.votes.len(), call.unplaced.len())), Ok((1, 1)));
        assert_eq!(troubles.len(), 1);
    }

    #[test]
    fn a_membership_carried_on_is_that_of_the_successor() {
        let slug = |date: &str| successor("yug", PartialDate::parse(date).ok()).to_owned();
        assert_eq!((slug("1990-12"), slug("2003-03"), slug("2012")), ("yug".into(), "srb".into(), "srb".into()));
    }

    #[test]
    fn a_roll_call_that_cannot_be_meant_says_why() {
        let why = |line: &str| told(line).0.expect_err("refused");
        assert!(why(r#"{"roll_call":"A 1","votes":{}}"#).contains("is no id of a roll call"));
        assert!(why(r#"{"roll_call":"r","votes":{"perhaps":["fra"]}}"#).contains("is no vote"));
        assert!(why(r#"{"roll_call":"r","votes":{},"date":"soon"}"#).contains("is not a date"));
        assert!(why(r#"{"roll_call":"r","votes":{},"colour":"red"}"#).contains("colour"));
        assert!(
            is_roll_call(br#"{"roll_call":"r","votes":{}}"#) && !is_roll_call(br#"{"text":"\"roll_call\" \"votes\""}"#)
        );
    }
}
