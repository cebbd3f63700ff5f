//! Claims: everything that something is claimed of, and the ledger of one property. Editing is in `edit`.

pub(crate) mod edit;

use crate::answer::{self, Outcome, Shape, keep};
use crate::app::House;
use crate::fault::Fault;
use crate::json::LedgerBody;
use crate::names::{self, Known};
use crate::reader::Reader;
use crate::view;
use axum::extract::{OriginalUri, Path, State};
use plenum_model::Symbol;
use plenum_model::process::is_slug;
use plenum_pages::Room;
use plenum_pages::claims::{ClaimForm, ClaimsPage, Figure, LedgerPage};
use plenum_pages::parts::Link;
use plenum_store::claims::{ClaimChange, Ledger};
use std::borrow::Cow;
use std::collections::HashMap;

/// Names of what claims are about, by subject.
pub(crate) struct Subjects {
    known: std::sync::Arc<Known>,
    instruments: HashMap<String, String>,
}

impl Subjects {
    pub(crate) async fn of(house: &House, reader: Reader) -> Result<Self, Fault> {
        let instruments = house.app.store.instruments().await?;
        Ok(Self {
            known: names::known(house, reader.language).await?,
            instruments: instruments.into_iter().map(|one| (one.slug, one.name)).collect(),
        })
    }

    /// The page of a subject, by its name.
    pub(crate) fn link(&self, subject: &str) -> Link<'static> {
        if let Some(name) = self.instruments.get(subject) {
            return Link::new(format!("/instruments/{subject}"), name.clone());
        }
        if !is_slug(subject) {
            let symbol = Symbol::parse(subject);
            let address = symbol.map_or_else(|_| String::from("/claims"), |symbol| view::document_address(&symbol));
            return Link::new(address, subject.to_owned());
        }
        let name = self.known.process(subject);
        if name != subject {
            return Link::new(format!("/processes/{subject}"), name.to_owned());
        }
        Link::new(format!("/actors/{subject}"), self.known.actor(subject).to_owned())
    }
}

/// `/claims`
pub(crate) async fn index(State(house): State<House>, reader: Reader, OriginalUri(uri): OriginalUri) -> Outcome {
    let all = every(&house).await?;
    let subjects = Subjects::of(&house, reader).await?;
    let mut frame = view::frame(&house, reader, Room::Processes, &uri.to_string());
    frame.title = Cow::Borrowed(reader.words().say("claims-title"));
    frame.json = Some(Cow::Borrowed("/claims.json"));
    let mut parts: Vec<_> = Vec::new();
    for ledgers in &all {
        let subject = ledgers.first().map_or("", |ledger| ledger.property.subject.as_str());
        let figures: Vec<_> = ledgers.iter().map(|one| without_plot(one, reader)).collect();
        parts.push((subjects.link(subject), figures));
    }
    parts.sort_by_key(|(_, figures): &(_, Vec<Figure<'_>>)| figures.iter().all(|figure| figure.disagreeing == 0));
    Ok(keep(answer::page(&ClaimsPage { frame, subjects: parts }, reader)?))
}

/// A list shows the values alone.
fn without_plot(ledger: &Ledger, reader: Reader) -> Figure<'_> {
    let mut figure = view::figure(ledger, reader.words());
    figure.plot = None;
    figure
}

/// The ledgers of every subject.
async fn every(house: &House) -> Result<Vec<Vec<Ledger>>, Fault> {
    let mut subjects: Vec<String> = Vec::new();
    for property in house.app.store.claimed_properties().await? {
        if !subjects.contains(&property.subject) {
            subjects.push(property.subject);
        }
    }
    let mut all = Vec::new();
    for subject in &subjects {
        all.push(house.app.store.ledgers(subject).await?);
    }
    Ok(all.into_iter().filter(|ledgers| !ledgers.is_empty()).collect())
}

/// `/claims.json`
#[utoipa::path(get, path = "/claims.json", tag = "record", responses((status = 200, body = [LedgerBody])))]
/// Every ledger: what sources say, side by side.
pub(crate) async fn index_json(State(house): State<House>) -> Outcome {
    let all = every(&house).await?;
    let body: Vec<_> = all.iter().flatten().map(LedgerBody::of).collect();
    Ok(keep(answer::json(&body)?))
}

/// `/claims/{subject}/{property}`, also with `.json`.
#[utoipa::path(get, path = "/claims/{subject}/{property}.json", tag = "record",
    params(("subject" = String, Path, description = "A process or instrument by its name in addresses, or a document's symbol"),
        ("property" = String, Path, description = "The property's name in addresses")),
    responses((status = 200, body = LedgerBody), (status = 404, description = "Nothing is claimed of it")))]
/// All that is claimed of one property, each claim with its source and the paragraphs that hold its words.
pub(crate) async fn ledger(
    State(house): State<House>,
    reader: Reader,
    OriginalUri(uri): OriginalUri,
    Path(path): Path<String>,
) -> Outcome {
    let (path, shape) = Shape::of(&path);
    let (ledger, changes) = read(&house, path).await?;
    match shape {
        Shape::Json => Ok(keep(answer::json(&LedgerBody::of(&ledger))?)),
        Shape::Page => {
            let subjects = Subjects::of(&house, reader).await?;
            Ok(keep(page(&house, reader, &uri.to_string(), (&ledger, &changes), &subjects, None)?))
        }
        Shape::Atom | Shape::AkomaNtoso => Err(Fault::no_page()),
    }
}

/// The ledger at `{subject}/{property}`, with what became of its claims.
async fn read(house: &House, path: &str) -> Result<(Ledger, Vec<ClaimChange>), Fault> {
    let Some((subject, property)) = path.rsplit_once('/') else { return Err(Fault::no_page()) };
    let ledgers = house.app.store.ledgers(subject).await?;
    let Some(ledger) = ledgers.into_iter().find(|one| one.property.key == property) else {
        return Err(Fault::no_page());
    };
    let changes = house.app.store.claim_changes(subject, property).await?;
    Ok((ledger, changes))
}

fn page(
    house: &House,
    reader: Reader,
    uri: &str,
    (ledger, changes): (&Ledger, &[ClaimChange]),
    subjects: &Subjects,
    form: Option<ClaimForm<'_>>,
) -> Outcome {
    let own = view::ledger_address(&ledger.property.subject, &ledger.property.key);
    let mut frame = view::frame(house, reader, Room::Processes, uri);
    frame.title = Cow::Borrowed(&ledger.property.label);
    frame.json = Some(Cow::Owned(format!("{own}.json")));
    frame.is_private = form.is_some();
    let page = LedgerPage {
        frame,
        subject: subjects.link(&ledger.property.subject),
        figure: view::figure(ledger, reader.words()),
        claims: view::claim_rows(ledger),
        changes: changes.iter().map(view::change_row).collect(),
        edit: Cow::Owned(format!("/desk{own}")),
        form,
    };
    answer::page(&page, reader)
}
