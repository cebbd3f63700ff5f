//! The kept documents whose symbols are nearest to one that is not kept: a mistyped address should not be a dead end.

use crate::app::Shared;
use crate::view;
use plenum_pages::parts::Link;
use plenum_store::Result;
use plenum_store::documents::{Filter, Order};

const LOOKED_AT: u32 = 60;
const SHOWN: usize = 6;

/// At most six documents, the nearest first; their symbols begin as this one does.
pub(crate) async fn symbols(shared: &Shared, wanted: &str) -> Result<Vec<Link<'static>>> {
    // No symbol holds other letters, and PostgreSQL takes no zero byte in a text.
    let plain: String = wanted.chars().filter(char::is_ascii_graphic).take(120).collect();
    let wanted = plain.to_ascii_uppercase();
    let mut start: &str = wanted.trim_matches('/');
    while !start.is_empty() {
        let filter = Filter { letters: Some(start.to_owned()), ..Filter::default() };
        let list = shared.app.store.list(&filter, Order::Symbol, LOOKED_AT, 0).await?;
        if !list.lines.is_empty() {
            let mut near: Vec<(usize, String, String)> = Vec::with_capacity(list.lines.len());
            for line in &list.lines {
                let symbol = &line.document.facts.symbol;
                near.push((distance(&wanted, &symbol.key()), symbol.to_string(), view::document_address(symbol)));
            }
            near.sort();
            let links = near.into_iter().take(SHOWN).map(|(_, symbol, address)| Link::new(address, symbol));
            return Ok(links.collect());
        }
        start = start.rsplit_once(['/', '.']).map_or("", |(before, _)| before);
    }
    Ok(Vec::new())
}

/// How many letters differ: Levenshtein's distance of the first hundred bytes, in a row of memory.
fn distance(a: &str, b: &str) -> usize {
    const MOST: usize = 100;
    let b = &b.as_bytes()[..b.len().min(MOST)];
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().take(MOST).enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_counts_letters() {
        for (a, b, expected) in
            [("A/80/257", "A/80/257", 0), ("A/80/275", "A/80/257", 2), ("", "AB", 2), ("ABC", "AC", 1)]
        {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }
}
