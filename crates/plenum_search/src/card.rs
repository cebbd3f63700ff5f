//! The card of a paragraph: all that it is filtered and counted by, shared by the paragraphs of a document.
//!
//! A million paragraphs have some ten thousand cards, so counting per card first and per value afterwards makes exact
//! facets cheap, and a filter is decided once per card.

use crate::{Entry, Filters};
use plenum_model::Standing;
use std::collections::HashMap;

const FIELD_END: char = '\u{1f}';
const VALUE_END: char = '\u{1e}';

/// The card of an entry in one line, as the index's column keeps it.
pub(crate) fn write(entry: &Entry) -> String {
    let tame = |text: &str| text.replace([FIELD_END, VALUE_END], " ");
    let groups: Vec<String> = entry.groups.iter().map(|group| tame(group)).collect();
    [
        tame(entry.process.as_deref().unwrap_or_default()),
        tame(entry.actor.as_deref().unwrap_or_default()),
        groups.join(&VALUE_END.to_string()),
        tame(&entry.kind),
        entry.standing.as_str().to_owned(),
        tame(&entry.language),
        tame(&entry.symbol),
        entry.date.to_string(),
        u8::from(entry.is_heading).to_string(),
    ]
    .join(&FIELD_END.to_string())
}

/// The fields of a card whose values are counted, in the order in which facets are shown.
pub(crate) const FACETS: [&str; 7] = ["kind", "standing", "process", "actor", "group", "language", "year"];

/// A number that stands for one value of one field in this process.
pub(crate) type ValueId = u32;

/// The values met so far; only grows, and is bounded by what the index holds.
#[derive(Clone, Default)]
pub(crate) struct Values {
    ids: HashMap<(u8, String), ValueId>,
    names: Vec<(u8, String)>,
    symbols: HashMap<String, u32>,
}

impl Values {
    fn id(&mut self, field: u8, value: &str) -> ValueId {
        if let Some(id) = self.ids.get(&(field, value.to_owned())) {
            return *id;
        }
        let id = ValueId::try_from(self.names.len()).expect("fewer than four thousand million values");
        self.names.push((field, value.to_owned()));
        self.ids.insert((field, value.to_owned()), id);
        id
    }
    fn symbol(&mut self, key: String) -> u32 {
        let next = u32::try_from(self.symbols.len()).expect("fewer than four thousand million symbols");
        *self.symbols.entry(key).or_insert(next)
    }
    /// How many values there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
    /// The field (an index into [`FACETS`]) and the name of a value.
    pub(crate) fn name(&self, id: usize) -> (usize, &str) {
        let (field, name) = &self.names[id];
        (usize::from(*field), name)
    }
    /// The ids of a filter's values; those never met are left out.
    fn known(&self, field: u8, values: &[String]) -> Vec<ValueId> {
        let known = self.names.iter().enumerate().filter(|(_, (f, _))| *f == field);
        known.filter(|(_, (_, name))| values.iter().any(|v| same(v, name))).map(|(id, _)| id as ValueId).collect()
    }
}

fn same(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b) || (!a.is_ascii() && a.to_lowercase() == b.to_lowercase())
}

/// A card, read.
pub(crate) struct Card {
    /// The values that facets count and filters ask for, of all fields.
    pub values: Vec<ValueId>,
    symbol: u32,
    /// `yyyymmdd`, 0 unknown.
    pub date: i32,
    /// The tag of the language.
    pub language: String,
    /// What its standing and its being a heading multiply a score by, 0.9 to 1.
    pub weight: f32,
}

/// The weight of a standing: enough to order what is equal, too little to bury a better text.
fn weight(standing: Option<Standing>, is_heading: bool) -> f32 {
    let of_standing = match standing {
        Some(Standing::Adopted) => 1.0,
        Some(Standing::Chair | Standing::Official) => 0.985,
        Some(Standing::Statement) => 0.97,
        Some(Standing::Commentary) | None => 0.96,
        Some(Standing::Machine) => 0.94,
    };
    // A heading is all keyword and no content: without this it would stand above the paragraphs under it.
    if is_heading { of_standing * 0.9 } else { of_standing }
}

impl Card {
    /// Reads a card as [`write`] wrote it; a damaged one has no values.
    pub(crate) fn read(line: &str, values: &mut Values) -> Self {
        let mut parts = line.split(FIELD_END);
        let mut next = || parts.next().unwrap_or_default();
        let (process, actor, groups, kind, standing, language, symbol) =
            (next(), next(), next(), next(), next(), next(), next());
        let date: i32 = next().parse().unwrap_or(0);
        let is_heading = next() == "1";
        let year = if date > 0 { (date / 10_000).to_string() } else { String::new() };
        let single = [(0, kind), (1, standing), (2, process), (3, actor), (5, language), (6, year.as_str())];
        let all = single.into_iter().chain(groups.split(VALUE_END).map(|group| (4, group)));
        let mut ids: Vec<ValueId> =
            all.filter(|(_, value)| !value.is_empty()).map(|(field, value)| values.id(field, value)).collect();
        ids.sort_unstable();
        ids.dedup();
        Self {
            values: ids,
            symbol: values.symbol(symbol.to_ascii_uppercase()),
            date,
            language: language.to_owned(),
            weight: weight(Standing::parse(standing), is_heading),
        }
    }
}

/// Filters with their values looked up.
pub(crate) struct Wanted {
    fields: Vec<Vec<ValueId>>,
    symbols: Option<Vec<u32>>,
    from_year: Option<i32>,
    until_year: Option<i32>,
}

impl Wanted {
    /// Looks up both sets of filters: within one field either's values will do.
    pub(crate) fn new(given: &Filters, typed: &Filters, values: &Values) -> Option<Self> {
        if given.is_empty() && typed.is_empty() {
            return None;
        }
        let both = |a: &[String], b: &[String]| -> Vec<String> { a.iter().chain(b).cloned().collect() };
        let asked = [
            (0, both(&given.kind, &typed.kind)),
            (1, both(&given.standing, &typed.standing)),
            (2, both(&given.process, &typed.process)),
            (3, both(&given.actor, &typed.actor)),
            (4, both(&given.group, &typed.group)),
            (5, both(&given.language, &typed.language)),
        ];
        let symbols = both(&given.symbol, &typed.symbol);
        let keys =
            symbols.iter().map(|s| s.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase());
        Some(Self {
            fields: asked
                .iter()
                .filter(|(_, names)| !names.is_empty())
                .map(|(field, names)| values.known(*field, names))
                .collect(),
            symbols: (!symbols.is_empty()).then(|| keys.filter_map(|key| values.symbols.get(&key).copied()).collect()),
            from_year: given.from_year.max(typed.from_year),
            until_year: given.until_year.into_iter().chain(typed.until_year).min(),
        })
    }
    /// Whether the paragraphs of this card are wanted.
    pub(crate) fn lets_through(&self, card: &Card) -> bool {
        let year = card.date / 10_000;
        let in_years = self.from_year.is_none_or(|from| card.date > 0 && year >= from)
            && self.until_year.is_none_or(|until| card.date > 0 && year <= until);
        in_years
            && self.fields.iter().all(|any_of| any_of.iter().any(|id| card.values.binary_search(id).is_ok()))
            && self.symbols.as_ref().is_none_or(|symbols| symbols.contains(&card.symbol))
    }
}
