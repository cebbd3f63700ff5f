//! What the library is asked: words, filters, an order and a page, read from an address and written back into one.

use crate::addresses::escape;
use plenum_pages::library::Field;
use plenum_search::{Filters, Mode, Order, Query};
use plenum_store::documents::Filter;
use std::borrow::Cow;

/// Paragraphs or documents on a page.
pub(crate) const PAGE: usize = 20;
/// Nobody reads on; the index gives the first thousand.
pub(crate) const LAST_PAGE: usize = 50;
/// More pairs than any form of ours sends.
const MOST_PAIRS: usize = 60;
const LONGEST_VALUE: usize = 2_000;

/// The fields that filter, in the order in which they are shown.
pub(crate) const FIELDS: [Field; 8] = [
    Field::Standing,
    Field::Process,
    Field::Actor,
    Field::Group,
    Field::Kind,
    Field::Language,
    Field::Year,
    Field::Symbol,
];

/// A question to the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    words: String,
    order: Option<Order>,
    /// From 1.
    pub(crate) page: usize,
    /// Field and value, as chosen.
    filters: Vec<(Field, String)>,
    from_year: Option<i32>,
    until_year: Option<i32>,
    mode: Mode,
}

/// The pairs of the query part of an address that hold a value, unescaped; longer ones and further ones are passed over.
pub(crate) fn pairs(query: &str, most: usize, longest: usize) -> Vec<(String, String)> {
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        // Control characters are no words, and PostgreSQL takes no zero byte in a text.
        let value = unescape(value).replace(char::is_control, " ").trim().to_owned();
        (!value.is_empty() && value.len() <= longest).then(|| (name.to_owned(), value))
    };
    query.split('&').take(most).filter_map(pair).collect()
}

/// Field names are compared by their words: the enum has no order of its own.
fn field(name: &str) -> Option<Field> {
    FIELDS.into_iter().find(|field| field.as_str() == name)
}

impl Asked {
    /// Reads the query part of an address; what is not understood is passed over.
    pub(crate) fn parse(query: &str) -> Self {
        let mut asked = Self { page: 1, ..Self::default() };
        for (name, value) in pairs(query, MOST_PAIRS, LONGEST_VALUE) {
            asked.take(&name, &value);
        }
        asked
    }

    fn take(&mut self, name: &str, value: &str) {
        match name {
            "q" => self.words = value.to_owned(),
            "order" => self.order = order(value),
            "page" => self.page = value.parse().unwrap_or(1).clamp(1, LAST_PAGE),
            "from" => self.from_year = value.parse().ok(),
            "until" => self.until_year = value.parse().ok(),
            "mode" if value == "words" => self.mode = Mode::Words,
            "mode" if value == "meaning" => self.mode = Mode::Meaning,
            _ => {
                if let Some(field) = field(name) {
                    let chosen = (field, value.to_owned());
                    if !self.filters.contains(&chosen) {
                        self.filters.push(chosen);
                    }
                }
            }
        }
    }

    /// The words asked for, as typed.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// The filters chosen.
    pub(crate) fn filters(&self) -> &[(Field, String)] {
        &self.filters
    }

    /// Whether anything narrows the list.
    pub(crate) fn has_filters(&self) -> bool {
        !self.filters.is_empty() || self.from_year.is_some() || self.until_year.is_some()
    }

    /// Whether documents are listed: no words are given, and the filters are such as documents have, one value each.
    pub(crate) fn is_for_documents(&self) -> bool {
        let is_of_documents = |field: Field| {
            let times = self.filters.iter().filter(|(other, _)| *other == field).count();
            times <= 1 && !matches!(field, Field::Group | Field::Symbol)
        };
        self.words.is_empty() && self.filters.iter().all(|(field, _)| is_of_documents(*field))
    }

    /// The order: as chosen; else a phrase is listed oldest first, because its first use is what is asked for.
    pub(crate) fn order(&self) -> Order {
        let usual = if self.words.starts_with(['"', '«', '“']) { Order::Oldest } else { Order::Best };
        self.order.unwrap_or(usual)
    }

    /// How many are passed over.
    pub(crate) fn offset(&self) -> usize {
        (self.page - 1) * PAGE
    }

    fn values(&self, field: Field) -> Vec<String> {
        self.filters.iter().filter(|(other, _)| *other == field).map(|(_, value)| value.clone()).collect()
    }

    fn years(&self) -> (Option<i32>, Option<i32>) {
        let chosen: Vec<i32> = self.values(Field::Year).iter().filter_map(|year| year.parse().ok()).collect();
        (chosen.iter().min().copied().or(self.from_year), chosen.iter().max().copied().or(self.until_year))
    }

    /// The question to the index.
    pub(crate) fn query(&self) -> Query {
        let (from_year, until_year) = self.years();
        let filters = Filters {
            process: self.values(Field::Process),
            actor: self.values(Field::Actor),
            group: self.values(Field::Group),
            kind: self.values(Field::Kind),
            standing: self.values(Field::Standing),
            language: self.values(Field::Language),
            symbol: self.values(Field::Symbol),
            from_year,
            until_year,
        };
        Query {
            words: self.words.clone(),
            filters,
            limit: PAGE,
            offset: self.offset(),
            order: self.order(),
            mode: self.mode,
            with_facets: true,
        }
    }

    /// The same filters, asked of the store.
    pub(crate) fn list_filter(&self) -> Filter {
        let one = |field| self.values(field).into_iter().next();
        let (from_year, until_year) = self.years();
        Filter {
            process: one(Field::Process),
            actor: one(Field::Actor),
            kind: one(Field::Kind),
            standing: one(Field::Standing),
            language: one(Field::Language),
            from_year,
            until_year,
            ..Filter::default()
        }
    }

    /// The address of this question's first page, at a path.
    pub(crate) fn address(&self, path: &str) -> String {
        let mut pairs = self.pairs();
        pairs.insert(0, ("q", Cow::Borrowed(&self.words)));
        let written: Vec<String> = pairs
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", escape(value)))
            .collect();
        if written.is_empty() { path.to_owned() } else { format!("{path}?{}", written.join("&")) }
    }

    /// What a form keeps besides the words and the page.
    fn pairs(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let mut pairs: Vec<(&'static str, Cow<'_, str>)> =
            self.filters.iter().map(|(field, value)| (field.as_str(), Cow::Borrowed(value.as_str()))).collect();
        let word = |order| match order {
            Order::Best => "best",
            Order::Oldest => "oldest",
            Order::Newest => "newest",
        };
        pairs.extend(self.order.map(|order| ("order", Cow::Borrowed(word(order)))));
        pairs.extend(self.from_year.map(|year| ("from", Cow::Owned(year.to_string()))));
        pairs.extend(self.until_year.map(|year| ("until", Cow::Owned(year.to_string()))));
        match self.mode {
            Mode::Fused => {}
            Mode::Words => pairs.push(("mode", Cow::Borrowed("words"))),
            Mode::Meaning => pairs.push(("mode", Cow::Borrowed("meaning"))),
        }
        pairs
    }

    /// Fields of the address that the search form keeps: its filters; another question begins in its own order.
    pub(crate) fn kept(&self) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
        let kept = self.pairs().into_iter().filter(|(name, _)| *name != "order");
        kept.map(|(name, value)| (Cow::Borrowed(name), value)).collect()
    }

    /// The address of another page.
    pub(crate) fn at_page(&self, page: usize) -> String {
        let first = self.address("/library");
        let joint = if first.contains('?') { '&' } else { '?' };
        if page > 1 { format!("{first}{joint}page={page}") } else { first }
    }

    /// The address in another order.
    pub(crate) fn in_order(&self, word: &str) -> String {
        Self { order: order(word), ..self.clone() }.address("/library")
    }

    /// Whether a value is chosen.
    pub(crate) fn has(&self, field: Field, value: &str) -> bool {
        self.filters.iter().any(|(other, chosen)| *other == field && chosen == value)
    }

    /// The address with a value chosen, or without it where it is.
    pub(crate) fn toggled(&self, field: Field, value: &str) -> String {
        let mut other = self.clone();
        if self.has(field, value) {
            other.filters.retain(|(one, chosen)| !(*one == field && chosen == value));
        } else {
            other.filters.push((field, value.to_owned()));
        }
        other.address("/library")
    }
}

fn order(word: &str) -> Option<Order> {
    match word {
        "best" => Some(Order::Best),
        "oldest" => Some(Order::Oldest),
        "newest" => Some(Order::Newest),
        _ => None,
    }
}

/// A value of a query as it was typed: `+` is a space, `%41` an `A`; what is no UTF-8 becomes a question mark.
fn unescape(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).expect("two hexadecimal digits are a byte"));
                rest = &after[2..];
            }
            (b'+', ..) => {
                bytes.push(b' ');
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_written_as_it_is_read() {
        for address in [
            "/library",
            "/library?q=points+of+contact",
            "/library?q=%22agreed+language%22&standing=adopted&standing=chair&year=2021&order=newest&from=1999",
            "/library?q=%D8%A3%D9%85%D9%86&mode=words",
        ] {
            let query = address.split_once('?').map_or("", |(_, query)| query);
            assert_eq!(Asked::parse(query).address("/library"), address);
        }
    }

    #[test]
    fn a_phrase_is_listed_oldest_first_unless_said_otherwise() {
        assert_eq!(Asked::parse("q=%22a+b%22").order(), Order::Oldest);
        assert_eq!(Asked::parse("q=%22a+b%22&order=best").order(), Order::Best);
        assert_eq!(Asked::parse("q=a").order(), Order::Best);
    }

    #[test]
    fn filters_that_documents_have_list_documents() {
        assert!(Asked::parse("").is_for_documents());
        assert!(Asked::parse("process=oewg&year=2024").is_for_documents());
        assert!(!Asked::parse("process=a&process=b").is_for_documents());
        assert!(!Asked::parse("symbol=A/80/257").is_for_documents());
        assert!(!Asked::parse("q=a").is_for_documents());
    }

    #[test]
    fn a_value_is_chosen_and_given_up() {
        let asked = Asked::parse("q=a&standing=adopted&page=3");
        assert_eq!(asked.toggled(Field::Standing, "adopted"), "/library?q=a");
        assert_eq!(asked.toggled(Field::Kind, "report"), "/library?q=a&standing=adopted&kind=report");
        assert_eq!(asked.at_page(4), "/library?q=a&standing=adopted&page=4");
    }

    #[test]
    fn nonsense_is_passed_over() {
        let asked = Asked::parse("q=%zz%F&page=-1&order=up&year=x&=&&evil=1&page=99999999999999999999");
        assert_eq!((asked.words(), asked.page), ("%zz%F", 1));
        assert_eq!(Asked::parse("page=9999").page, LAST_PAGE);
        assert_eq!(Asked::parse("q=%ff").words(), "\u{fffd}");
    }
}
