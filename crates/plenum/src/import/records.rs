//! Record sets: one JSON object a line, each a document or a statement with its words.
//!
//! Two shapes. Ours: `text` and `symbol`, with any of `title`, `language`, `date`, `kind`, `standing`, `issuer`, `process`,
//! `meeting`, `actor`, `family`, `source`. The General Debate's: `iso3`, `session`, `year`, `text`, with `country`, `speaker`, `post`.

use plenum_model::document::usual_standing;
use plenum_model::{DocumentFacts, DocumentKind, Language, PartialDate, Standing, Symbol};
use serde::Deserialize;

/// A record, understood.
#[derive(Debug)]
pub struct Record {
    /// What is known besides the words.
    pub facts: DocumentFacts,
    /// The language, where the record names it.
    pub language: Option<Language>,
    /// The words.
    pub text: String,
}

/// Reads one line.
///
/// Errors: a sentence that says which field is wrong.
pub fn read(line: &[u8]) -> Result<Record, String> {
    let fields: Fields = serde_json::from_slice(line).map_err(|e| format!("it is no record: {e}."))?;
    if fields.text.trim().is_empty() {
        return Err("its text is empty.".into());
    }
    match (&fields.symbol, &fields.iso3, fields.session) {
        (None, Some(_), Some(_)) => debate(fields),
        (Some(_), ..) => ours(fields),
        _ => Err("it has neither a symbol nor an iso3 and a session. Give each record a \"symbol\".".into()),
    }
}

#[derive(Deserialize)]
struct Fields {
    text: String,
    symbol: Option<String>,
    title: Option<String>,
    language: Option<String>,
    date: Option<String>,
    kind: Option<String>,
    standing: Option<String>,
    issuer: Option<String>,
    process: Option<String>,
    meeting: Option<String>,
    actor: Option<String>,
    family: Option<String>,
    source: Option<String>,
    iso3: Option<String>,
    session: Option<u32>,
    year: Option<u16>,
    country: Option<String>,
    speaker: Option<String>,
    post: Option<String>,
}

fn ours(fields: Fields) -> Result<Record, String> {
    let symbol = Symbol::parse(fields.symbol.as_deref().unwrap_or_default()).map_err(|e| format!("{e}."))?;
    let title = fields.title.unwrap_or_else(|| symbol.to_string());
    let usual = DocumentFacts::from_symbol(symbol.clone(), title);
    let kind = word(fields.kind, "kind", DocumentKind::parse)?.unwrap_or(usual.kind);
    let facts = DocumentFacts {
        kind,
        standing: word(fields.standing, "standing", Standing::parse)?.unwrap_or(usual_standing(&symbol, kind)),
        issuer: fields.issuer,
        process: fields.process,
        meeting: fields.meeting,
        actor: fields.actor.map(|a| a.to_ascii_lowercase()),
        date: fields.date.map(|d| PartialDate::parse(&d).map_err(|e| format!("{e}."))).transpose()?,
        family: fields.family,
        source: fields.source,
        ..usual
    };
    let language = fields.language.map(|l| Language::parse(&l).map_err(|e| format!("{e}."))).transpose()?;
    Ok(Record { facts, language, text: fields.text })
}

fn word<T>(text: Option<String>, name: &str, parse: fn(&str) -> Option<T>) -> Result<Option<T>, String> {
    text.map(|t| parse(&t).ok_or_else(|| format!("\"{t}\" is no {name}."))).transpose()
}

/// A statement of the General Debate: the verbatim record in English.
fn debate(fields: Fields) -> Result<Record, String> {
    let (iso3, session) = (fields.iso3.unwrap_or_default().to_ascii_uppercase(), fields.session.unwrap_or_default());
    let symbol = Symbol::parse(&format!("GA-debate/{session}/{iso3}")).map_err(|e| format!("{e}."))?;
    let country = fields.country.unwrap_or_else(|| iso3.clone());
    let speaker = [fields.speaker, fields.post].into_iter().flatten().filter(|s| !s.trim().is_empty());
    let year = fields.year.map(|y| format!(" ({y})")).unwrap_or_default();
    let issuer: Vec<String> = speaker.collect();
    let facts = DocumentFacts {
        kind: DocumentKind::Statement,
        standing: Standing::Statement,
        issuer: (!issuer.is_empty()).then(|| issuer.join(", ")),
        process: fields.process,
        meeting: Some(format!("General Debate, session {session}")),
        actor: Some(iso3.to_ascii_lowercase()),
        date: fields.year.and_then(|y| PartialDate::new(y, None, None)),
        ..DocumentFacts::from_symbol(
            symbol,
            format!("{country}: statement in the General Debate, session {session}{year}"),
        )
    };
    Ok(Record { facts, language: Some(Language::english()), text: fields.text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_debate_record_is_a_statement_of_its_state() {
        let record = read(r#"{"id":"FRA_70_2015","iso3":"FRA","session":70,"year":2015,"country":"France","speaker":"A Name","post":"","text":"Words."}"#.as_bytes()).expect("a record");
        assert_eq!(record.facts.symbol.as_str(), "GA-debate/70/FRA");
        assert_eq!(record.facts.actor.as_deref(), Some("fra"));
        assert_eq!(record.facts.issuer.as_deref(), Some("A Name"));
        assert_eq!(record.facts.standing, Standing::Statement);
    }

    #[test]
    fn a_record_that_cannot_be_meant_says_why() {
        let why = |line: &str| read(line.as_bytes()).expect_err("refused");
        assert!(why("not json").starts_with("it is no record"));
        assert_eq!(why(r#"{"text":" ","symbol":"A/1"}"#), "its text is empty.");
        assert_eq!(why(r#"{"text":"w","symbol":"A/1","standing":"sacred"}"#), "\"sacred\" is no standing.");
        assert!(why(r#"{"text":"w"}"#).contains("neither a symbol"));
    }
}
