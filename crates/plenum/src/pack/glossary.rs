//! `glossary.toml`: words of the trade, explained.

use super::reading::{At, Kind, slug, sourced, table_file, unplaced};
use plenum_model::knowledge::Term;
use serde::{Deserialize, Serialize};
use toml::Spanned;

table_file!(File, term, Row);

pub(super) const KIND: Kind<File, Row, Term> =
    Kind { file: "glossary.toml", list: |file| file.term, filled: |term| File { term }, fact, row };

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    slug: Spanned<String>,
    term: String,
    meaning: String,
    source: Spanned<String>,
}

fn fact(row: Row) -> At<Term> {
    Ok(Term { slug: slug(row.slug)?, term: row.term, meaning: row.meaning, source: sourced(row.source)? })
}

fn row(term: &Term) -> Row {
    let term = term.clone();
    Row { slug: unplaced(term.slug), term: term.term, meaning: term.meaning, source: unplaced(term.source) }
}
