//! Loads paragraphs in their places, with their references and what these lead to: three queries, however many.

use super::{Placed, Target, Targets};
use crate::Result;
use crate::db::{Conn, Value, statements};
use crate::rows::{self, PlacedRow, placed_columns};
use plenum_model::Reference;
use sqlx::FromRow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

statements! {
    WHOLE = concat!("select ", placed_columns!(), " from placement p \
        join paragraph g on g.paragraph_id = p.paragraph_id where p.revision_id = $1 order by p.position");
    /// The paragraph with an anchor and its neighbours.
    WITHIN = concat!("select ", placed_columns!(), " from placement t \
        join placement p on p.revision_id = t.revision_id and p.position between t.position - $3 and t.position + $3 \
        join paragraph g on g.paragraph_id = p.paragraph_id \
        where t.revision_id = $1 and t.anchor = $2 order by p.position");
    BETWEEN = concat!("select ", placed_columns!(), " from placement p \
        join paragraph g on g.paragraph_id = p.paragraph_id \
        where p.revision_id = $1 and p.position between $2 and $3 order by p.position");
    REFERENCES = "select r.paragraph_id, r.footnote, r.symbol, r.number, r.span_from, r.span_until, \
        d.symbol as target_symbol, d.title as target_title, d.standing as target_standing, d.text_at_ms \
        from placement p join reference r on r.paragraph_id = p.paragraph_id \
        left join document d on d.symbol_key = r.symbol_key \
        where p.revision_id = $1 and p.position between $2 and $3 order by p.position, r.place";
}

#[derive(FromRow)]
struct ReferenceRow {
    paragraph_id: i64,
    footnote: Option<i64>,
    symbol: Option<String>,
    number: Option<String>,
    span_from: i64,
    span_until: i64,
    target_symbol: Option<String>,
    target_title: Option<String>,
    target_standing: Option<String>,
    text_at_ms: Option<i64>,
}

/// All paragraphs of a revision, in reading order.
pub(crate) async fn whole(conn: &mut Conn, revision_id: i64) -> Result<(Vec<Placed>, Targets)> {
    let rows = conn.rows(WHOLE, &[revision_id.into()]).await?;
    with_references(conn, revision_id, rows).await
}

/// The paragraph with that anchor and `around` neighbours on both sides; empty if there is none.
pub(crate) async fn within(
    conn: &mut Conn,
    revision_id: i64,
    anchor: &str,
    around: i64,
) -> Result<(Vec<Placed>, Targets)> {
    let rows = conn.rows(WITHIN, &[revision_id.into(), anchor.into(), around.into()]).await?;
    with_references(conn, revision_id, rows).await
}

/// The paragraphs from one place to another, both included.
pub(crate) async fn between(
    conn: &mut Conn,
    revision_id: i64,
    first: i64,
    last: i64,
) -> Result<(Vec<Placed>, Targets)> {
    let rows = conn.rows(BETWEEN, &[revision_id.into(), first.into(), last.into()]).await?;
    with_references(conn, revision_id, rows).await
}

async fn with_references(conn: &mut Conn, revision_id: i64, found: Vec<PlacedRow>) -> Result<(Vec<Placed>, Targets)> {
    let mut placed = found.into_iter().map(PlacedRow::into_placed).collect::<Result<Vec<_>>>()?;
    let (Some(first), Some(last)) = (placed.first(), placed.last()) else { return Ok(Default::default()) };
    let span: [Value<'_>; 3] = [revision_id.into(), i64::from(first.position).into(), i64::from(last.position).into()];
    let references: Vec<ReferenceRow> = conn.rows(REFERENCES, &span).await?;
    let by_id: HashMap<i64, usize> = placed.iter().enumerate().map(|(at, one)| (one.paragraph_id, at)).collect();
    let mut targets = Targets::default();
    for row in references {
        let Some(at) = by_id.get(&row.paragraph_id) else { continue };
        let paragraph = &mut placed[*at].paragraph;
        let reference = reference(&row)?;
        note_target(&mut targets, &row, &reference)?;
        let list = match row.footnote.and_then(|note| usize::try_from(note).ok()) {
            None => Some(&mut paragraph.references),
            Some(note) => paragraph.footnotes.get_mut(note).map(|note| &mut note.references),
        };
        list.ok_or_else(|| rows::damaged("footnote of a reference", &row.paragraph_id.to_string()))?.push(reference);
    }
    Ok((placed, targets))
}

fn reference(row: &ReferenceRow) -> Result<Reference> {
    let place = |at: i64| usize::try_from(at).map_err(|_| rows::damaged("span", &at.to_string()));
    Ok(Reference {
        symbol: row.symbol.as_deref().map(rows::symbol).transpose()?,
        number: row.number.clone(),
        span: (place(row.span_from)?, place(row.span_until)?),
    })
}

/// Remembers the held document that a reference names, by the key as printed.
fn note_target(targets: &mut Targets, row: &ReferenceRow, reference: &Reference) -> Result<()> {
    let (Some(symbol), Some(printed)) = (&row.target_symbol, &reference.symbol) else { return Ok(()) };
    if let Entry::Vacant(place) = targets.0.entry(printed.key()) {
        place.insert(Target {
            symbol: rows::symbol(symbol)?,
            title: row.target_title.clone().unwrap_or_default(),
            standing: rows::standing(row.target_standing.as_deref().unwrap_or_default())?,
            has_text: row.text_at_ms.is_some(),
        });
    }
    Ok(())
}
