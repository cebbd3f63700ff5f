//! Filters that are chosen, and those that can be.

use super::Asked;
use super::asked::FIELDS;
use crate::names::Known;
use crate::reader::Reader;
use plenum_pages::library::{Chosen, Facet, FacetValue, Field};
use plenum_search::Found;
use std::borrow::Cow;

/// How many values of a field are offered.
const VALUES: usize = 12;

/// The words for a value: ours for our own words, a name for a slug, the value itself for the rest.
fn words<'a>(field: Field, value: &'a str, names: &'a Known, reader: Reader) -> Cow<'a, str> {
    match field {
        Field::Process => Cow::Borrowed(names.process(value)),
        Field::Actor | Field::Group => Cow::Borrowed(names.actor(value)),
        _ => reader.words().value(field, value),
    }
}

/// The filters chosen, each with the address without it.
pub(super) fn chosen<'a>(asked: &'a Asked, names: &'a Known, reader: Reader) -> Vec<Chosen<'a>> {
    let one = |(field, value): &'a (Field, String)| Chosen {
        field: *field,
        words: words(*field, value, names, reader),
        without: Cow::Owned(asked.toggled(*field, value)),
    };
    asked.filters().iter().map(one).collect()
}

/// The filters that can be chosen: fields with at least two values, or one that is chosen.
pub(super) fn facets<'a>(asked: &'a Asked, found: &'a Found, names: &'a Known, reader: Reader) -> Vec<Facet<'a>> {
    let mut facets = Vec::new();
    for field in FIELDS {
        let Some(counted) = found.facets.iter().find(|facet| facet.field == field.as_str()) else { continue };
        let is_chosen = |value: &str| asked.has(field, value);
        if counted.values.len() < 2 && !counted.values.iter().any(|(value, _)| is_chosen(value)) {
            continue;
        }
        let value = |(value, count): &'a (String, u64)| FacetValue {
            words: words(field, value, names, reader),
            count: *count,
            address: Cow::Owned(asked.toggled(field, value)),
            is_chosen: is_chosen(value),
        };
        facets.push(Facet { field, values: counted.values.iter().take(VALUES).map(value).collect() });
    }
    facets
}
