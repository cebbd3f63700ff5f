//! Names, attributes and entities of XML.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

/// Elements that stand within running text; every other begins and ends a paragraph.
pub(super) const INLINE: [&str; 73] = [
    "ref",
    "rref",
    "mref",
    "def",
    "term",
    "date",
    "time",
    "person",
    "organization",
    "concept",
    "object",
    "event",
    "location",
    "process",
    "role",
    "entity",
    "quantity",
    "docTitle",
    "docNumber",
    "docType",
    "docDate",
    "docStatus",
    "docProponent",
    "docCommittee",
    "docIntroducer",
    "docketNumber",
    "docJurisdiction",
    "docAuthority",
    "docPurpose",
    "docStage",
    "legislature",
    "session",
    "shortTitle",
    "judge",
    "lawyer",
    "party",
    "witness",
    "opinion",
    "argument",
    "signature",
    "neutralCitation",
    "affectedDocument",
    "relatedDocument",
    "change",
    "recordedTime",
    "vote",
    "outcome",
    "ins",
    "del",
    "omissis",
    "placeholder",
    "fillIn",
    "inline",
    "span",
    "a",
    "b",
    "i",
    "u",
    "em",
    "strong",
    "sup",
    "sub",
    "abbr",
    "img",
    "eol",
    "eop",
    "br",
    "marker",
    "mod",
    "mmod",
    "rmod",
    "remark",
    "quotedText",
];

/// The letter of an entity that XML itself knows; others are not resolved and leave nothing.
pub(super) fn predefined(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "\u{fffd}",
    }
}

pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// An element's opening: name and attributes without prefixes.
pub(super) struct Opening {
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Opening {
    pub fn of(start: &BytesStart<'_>) -> Self {
        let mut all = start.attributes();
        let attributes = all.with_checks(false).flatten().filter_map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
            Some((local(attribute.key.into_inner()).to_owned(), value))
        });
        Self { name: local(start.name().into_inner()).to_owned(), attributes: attributes.take(64).collect() }
    }
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}
