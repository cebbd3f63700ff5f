//! What is known of an imported document: flags beat the pack, the pack beats the reading, the reading beats the name.

use plenum_model::{DocumentFacts, Language, Reading, Standing, Symbol};

/// What the person who imports said of all the files.
#[derive(Clone, Default)]
pub struct Said {
    /// The process, by slug.
    pub process: Option<String>,
    /// The standing.
    pub standing: Option<Standing>,
    /// The symbol, of one file.
    pub symbol: Option<Symbol>,
    /// The language.
    pub language: Option<Language>,
}

/// The symbol under which a reading is kept: said, else printed, else made from the file's name.
///
/// `nth` counts the readings of one file from 0; the second and later get a part of their own.
pub fn symbol(said: &Said, reading: &Reading, name: &str, nth: usize) -> Symbol {
    let printed = said.symbol.clone().filter(|_| nth == 0).or_else(|| reading.symbol.clone());
    printed.unwrap_or_else(|| house_symbol(name, nth))
}

const NAME_PARTS: usize = 3; // File, folder and archive tell papers apart; more would not fit a symbol.

/// `doc/reports/quarterly-review` for `reports/Quarterly review.pdf`: the same name is the same document, corrected.
///
/// Folders count, so that two files called README do not become two revisions of one paper.
fn house_symbol(name: &str, nth: usize) -> Symbol {
    let (folders, file) = name.rsplit_once('/').unwrap_or(("", name));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut parts: Vec<String> = folders.split('/').chain([stem]).map(slug).filter(|part| !part.is_empty()).collect();
    parts.drain(..parts.len().saturating_sub(NAME_PARTS));
    if parts.is_empty() {
        parts.push("untitled".into());
    }
    if nth > 0 {
        parts.push((nth + 1).to_string());
    }
    // Slugs of letters, digits and hyphens, three of at most thirty and a number, always parse.
    Symbol::parse(&format!("doc/{}", parts.join("/"))).expect("slugs are a symbol")
}

/// At most thirty lower-case letters, digits and single hyphens; empty if nothing is left. A lone `p` would part an
/// address, so it is doubled.
fn slug(part: &str) -> String {
    let mut slug = String::new();
    for c in part.chars().map(|c| c.to_ascii_lowercase()).take(30) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            // Letters of other scripts become their code, so that two Arabic names stay two documents.
            c if c.is_alphanumeric() => slug.push_str(&format!("{:x}", c as u32)),
            _ if slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug: String = slug.chars().take(30).collect();
    let slug = slug.trim_matches('-');
    if slug == "p" { "pp".into() } else { slug.to_owned() }
}

/// Completes the facts of a reading with what was known before (from a pack or an earlier import) and what was said.
///
/// `known` comes with the languages in which text is held; `name` and `format` are the file's.
pub fn complete(
    said: &Said,
    known: Option<(DocumentFacts, Vec<Language>)>,
    reading: &Reading,
    symbol: Symbol,
    (name, format): (&str, &str),
) -> DocumentFacts {
    let title = if reading.title.is_empty() { name.to_owned() } else { reading.title.clone() };
    let fresh = DocumentFacts { source: Some(name.to_owned()), ..DocumentFacts::from_symbol(symbol, title) };
    let (mut facts, held) = known.unwrap_or_else(|| (fresh.clone(), Vec::new()));
    // The English title is the document's. A PDF or plain text rarely tells its title well, so it only fills a gap.
    let is_first_english = !held.iter().any(|language| language.as_str() == "en");
    if reading.language.as_str() == "en" && (is_first_english || !matches!(format, "pdf" | "text" | "csv")) {
        facts.title = fresh.title; // The store keeps a pack's title over this one.
    }
    facts.date = facts.date.or(reading.date);
    facts.process = said.process.clone().or(facts.process);
    facts.standing = said.standing.unwrap_or(facts.standing);
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_symbol_is_known_by_its_name() {
        let symbol = |name: &str, nth| house_symbol(name, nth).to_string();
        assert_eq!(symbol("Quarterly Review (Q4).pdf", 0), "doc/quarterly-review-q4");
        assert_eq!(symbol("in/set.zip/p/Review.pdf", 0), "doc/set-zip/pp/review");
        assert_eq!(symbol("posts.json", 1), "doc/posts/2");
        assert_eq!(symbol("….txt", 0), "doc/untitled");
        assert_ne!(symbol("تقرير.txt", 0), symbol("قرار.txt", 0));
    }

    #[test]
    fn what_was_said_beats_the_pack_and_the_pack_beats_the_reading() {
        let reading = Reading { title: "As read".into(), ..Reading::empty() };
        let symbol = Symbol::parse("A/80/257").expect("a symbol");
        let known =
            DocumentFacts { standing: Standing::Adopted, ..DocumentFacts::from_symbol(symbol.clone(), "As packed") };
        let said = Said { process: Some("oewg".into()), ..Said::default() };
        let facts = complete(&said, Some((known, Vec::new())), &reading, symbol, ("f.docx", "docx"));
        assert_eq!(
            (facts.title.as_str(), facts.standing, facts.process.as_deref()),
            ("As packed", Standing::Adopted, Some("oewg"))
        );
    }
}
