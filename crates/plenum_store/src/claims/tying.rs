//! Tying claims to the paragraphs that hold their words.
//!
//! A claim says which document holds it and which phrases stand in the paragraph. It is tied only to a paragraph of that
//! document in which all of them really stand; if none does, it stays untied, and its ledger says so.

use crate::changes::begin_edition;
use crate::db::{Conn, Value, statements};
use crate::{Result, Store, rows};
use plenum_model::{Symbol, claim};
use std::collections::BTreeMap;

statements! {
    TO_TIE = "select claim_key, document, words from claim where document is not null and words <> '[]' \
        and withdrawn_at_ms is null order by document, claim_key";
    CURRENT_BY_SYMBOL = "select v.revision_id from document d join revision v on v.document_id = d.document_id \
        where d.symbol_key = $1 and v.superseded_at_ms is null \
        union select v.revision_id from redirect e join revision v on v.document_id = e.document_id \
        where e.from_key = $1 and v.superseded_at_ms is null";
    CURRENT_BY_FILE = "select revision_id from revision where superseded_at_ms is null and file_sha256 like $1";
    TEXTS = "select p.anchor, g.body from placement p join paragraph g on g.paragraph_id = p.paragraph_id \
        where p.revision_id = $1 order by p.position";
    UNTIE = "delete from claim_place";
    TIE = "insert into claim_place (claim_key, revision_id, anchor) values";
}

/// The least of a hash that names one file: 48 bits.
const HASH_DIGITS: usize = 12;

impl Store {
    /// Looks anew for the paragraphs that hold the words of claims; to be called when documents or claims came in.
    ///
    /// Out: how many claims are tied to at least one paragraph. Reads the current text of each document that a claim names.
    pub async fn tie_claims(&self) -> Result<u64> {
        let mut conn = self.db.writer().await?;
        let claims: Vec<(String, String, String)> = conn.rows(TO_TIE, &[]).await?;
        let mut by_document: BTreeMap<&str, Vec<(&str, Vec<String>)>> = BTreeMap::new();
        for (key, document, words) in &claims {
            by_document.entry(document).or_default().push((key, rows::path(words)?));
        }
        let mut ties: Vec<(&str, i64, String)> = Vec::new();
        for (document, claims) in &by_document {
            for revision in revisions(&mut conn, document).await? {
                let texts: Vec<(String, String)> = conn.rows(TEXTS, &[revision.into()]).await?;
                for (key, words) in claims {
                    let found = texts.iter().find(|(_, body)| claim::holds_all(body, words));
                    ties.extend(found.map(|(anchor, _)| (*key, revision, anchor.clone())));
                }
            }
        }
        conn.run(UNTIE, &[]).await?;
        let value = |(key, revision, anchor): &(&str, i64, String)| -> [Value<'_>; 3] {
            [Value::from((*key).to_owned()), (*revision).into(), anchor.clone().into()]
        };
        let values: Vec<Value<'_>> = ties.iter().flat_map(value).collect();
        conn.insert(TIE, 3, &values).await?;
        begin_edition(&mut conn).await?;
        conn.commit().await?;
        let mut tied: Vec<&str> = ties.iter().map(|(key, ..)| *key).collect();
        tied.dedup();
        Ok(tied.len() as u64)
    }
}

/// The current readings of the document that a claim names.
async fn revisions(conn: &mut Conn, document: &str) -> Result<Vec<i64>> {
    let found: Vec<(i64,)> = match document.strip_prefix("sha256:") {
        Some(hash) if hash.len() >= HASH_DIGITS && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
            conn.rows(CURRENT_BY_FILE, &[format!("{}%", hash.to_ascii_lowercase()).into()]).await?
        }
        Some(_) => Vec::new(),
        None => match Symbol::parse(document) {
            Ok(symbol) => conn.rows(CURRENT_BY_SYMBOL, &[symbol.key().into()]).await?,
            Err(_) => Vec::new(),
        },
    };
    Ok(found.into_iter().map(|(revision,)| revision).collect())
}
