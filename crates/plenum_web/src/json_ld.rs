//! schema.org descriptions of documents and paragraphs, for search engines. The page escapes them for their place.

use plenum_model::{DocumentKind, Language};
use plenum_store::documents::Document;
use plenum_store::paragraphs::ParagraphPage;
use serde_json::{Map, Value, json};

/// What schema.org calls such a paper.
fn kind(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Resolution | DocumentKind::Treaty => "Legislation",
        DocumentKind::Report => "Report",
        DocumentKind::Article => "Article",
        DocumentKind::Draft | DocumentKind::Statement | DocumentKind::Paper => "CreativeWork",
    }
}

/// A document, at its own address.
pub(crate) fn document(document: &Document, language: Option<&Language>, origin: &str) -> String {
    let mut about = describe(document, language, origin);
    about.insert("@context".into(), "https://schema.org".into());
    Value::Object(about).to_string()
}

/// A paragraph as a part of its document.
pub(crate) fn paragraph(page: &ParagraphPage, address: &str, origin: &str) -> String {
    let language = &page.revision.tag.language;
    let about = json!({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": format!("{origin}{address}"),
        "url": format!("{origin}{address}"),
        "position": page.this.paragraph.number,
        "text": page.this.paragraph.text,
        "inLanguage": language.as_str(),
        "isPartOf": describe(&page.document, Some(language), origin),
    });
    about.to_string()
}

fn describe(document: &Document, language: Option<&Language>, origin: &str) -> Map<String, Value> {
    let facts = &document.facts;
    let address = format!("{origin}{}", crate::view::document_address(&facts.symbol));
    let mut about = Map::new();
    about.insert("@type".into(), kind(facts.kind).into());
    about.insert("@id".into(), address.clone().into());
    about.insert("url".into(), address.into());
    about.insert("name".into(), facts.title.clone().into());
    about.insert("identifier".into(), facts.symbol.as_str().into());
    let known = [
        ("inLanguage", language.map(|language| language.as_str().to_owned())),
        ("datePublished", facts.date.map(|date| date.to_string())),
        ("publisher", facts.issuer.clone()),
        ("creator", document.actor_name.clone()),
        ("sameAs", facts.source.clone().filter(|source| source.starts_with("http"))),
    ];
    for (key, value) in known {
        if let Some(value) = value {
            about.insert(key.into(), value.into());
        }
    }
    about
}
