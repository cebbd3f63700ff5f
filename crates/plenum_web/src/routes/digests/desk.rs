//! The desk for digests: composing a draft, editing it sentence by sentence, approving, publishing. The administrator's alone.

use super::row;
use crate::answer::{self, Outcome, private};
use crate::app::House;
use crate::digest::{self, Asking, NotComposed};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::routes::meetings::number;
use crate::routes::meetings::review::EDITOR;
use crate::routes::upload::door::{self, Admitted};
use crate::{times, view};
use axum::Form;
use axum::extract::{Path, RawForm, State};
use axum::http::{HeaderMap, StatusCode};
use plenum_model::digest::{Act, Citation, Kind, Section, Sentence};
use plenum_pages::Room;
use plenum_pages::digest::{ComposeFields, DigestChangeRow, DigestEditPage, DigestsDeskPage, Laid, Undone};
use plenum_store::digests::DigestChange;
use plenum_store::digests::editing::{Edited, Taken};
use serde::Deserialize;
use std::borrow::Cow;

const MOST_LETTERS: usize = 2_000;
const MOST_TITLE: usize = 200;
const MOST_NAME: usize = 80;

/// What the form for composing sends; a process may be named several times.
#[derive(Default)]
pub(crate) struct Fields {
    processes: Vec<String>,
    from: String,
    until: String,
    kind: String,
    language: String,
}

impl Fields {
    fn read(form: &[u8]) -> Self {
        let mut fields = Self::default();
        for (name, value) in form.split(|byte| *byte == b'&').filter_map(pair) {
            match name.as_str() {
                "process" if !value.is_empty() => fields.processes.push(value),
                "from" => fields.from = value,
                "until" => fields.until = value,
                "kind" => fields.kind = value,
                "language" => fields.language = value,
                _ => {}
            }
        }
        fields
    }

    /// `None` where no edition can be meant.
    fn understand(&self) -> Option<Asking> {
        Some(Asking {
            processes: self.processes.clone(),
            issues: Vec::new(),
            kind: Kind::parse(&self.kind)?,
            span: digest::span(self.from.trim(), self.until.trim())?,
            language: crate::reader::one_of_six(&self.language)?.to_owned(),
        })
    }
}

/// A pair of a form's body.
fn pair(pair: &[u8]) -> Option<(String, String)> {
    let text = std::str::from_utf8(pair).ok()?;
    let (name, value) = text.split_once('=')?;
    let plain = |text: &str| crate::addresses::unescape(&text.replace('+', " "));
    Some((plain(name)?, plain(value)?))
}

/// `GET /desk/digests`
pub(crate) async fn page(State(house): State<House>, reader: Reader, headers: HeaderMap) -> Outcome {
    if !door::is_administrator(&house, &headers) {
        return Err(Fault::not_allowed());
    }
    let fields = Fields { kind: "weekly".into(), language: reader.language.into(), ..Fields::default() };
    shown(&house, reader, &fields, false).await
}

async fn shown(house: &House, reader: Reader, fields: &Fields, is_wrong: bool) -> Outcome {
    let (lines, processes) = tokio::try_join!(house.app.store.digests(false), house.app.store.processes())?;
    let mut frame = view::frame(house, reader, Room::Processes, "/desk/digests");
    frame.title = Cow::Borrowed(reader.words().say("digests-desk"));
    frame.is_private = true;
    let choice = |line: &'_ plenum_store::processes::ProcessLine| {
        let process = &line.process;
        let is_chosen = fields.processes.contains(&process.slug);
        (Cow::Owned(process.slug.clone()), Cow::Owned(process.name.clone()), is_chosen)
    };
    let page = DigestsDeskPage {
        frame,
        is_wrong,
        fields: ComposeFields {
            processes: processes.iter().map(choice).collect(),
            from: Cow::Borrowed(&fields.from),
            until: Cow::Borrowed(&fields.until),
            kind: Cow::Borrowed(&fields.kind),
            language: Cow::Borrowed(&fields.language),
        },
        editions: lines.iter().map(|line| row(line, true)).collect(),
    };
    let mut response = private(answer::page(&page, reader)?);
    if is_wrong {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// `POST /desk/digests`: composes a draft and keeps it.
pub(crate) async fn compose(
    State(house): State<House>,
    reader: Reader,
    _: Admitted,
    RawForm(form): RawForm,
) -> Outcome {
    let fields = Fields::read(&form);
    let Some(asking) = fields.understand() else { return shown(&house, reader, &fields, true).await };
    let edition = match digest::compose_now(&house.app.store, &asking).await {
        Ok(edition) => edition,
        Err(NotComposed::Store(error)) => return Err(error.into()),
        Err(NotComposed::NoProcess(_) | NotComposed::NoneNamed) => return shown(&house, reader, &fields, true).await,
    };
    let id = house.app.store.keep_digest(&edition, EDITOR, house.now_ms()).await?;
    Ok(private(answer::see(&format!("/desk/digests/{id}"))?))
}

/// `GET /desk/digests/{id}`
pub(crate) async fn edit(
    State(house): State<House>,
    reader: Reader,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Outcome {
    if !door::is_administrator(&house, &headers) {
        return Err(Fault::not_allowed());
    }
    edited(&house, reader, number(&id)?, None).await
}

async fn edited(house: &House, reader: Reader, id: i64, undone: Option<Undone>) -> Outcome {
    let Some(line) = house.app.store.digest(id).await? else { return Err(Fault::no_page()) };
    let changes = house.app.store.digest_changes(id).await?;
    let own = format!("/desk/digests/{id}");
    let mut frame = view::frame(house, reader, Room::Processes, &own);
    frame.title = Cow::Borrowed(&line.edition.title);
    frame.is_private = true;
    let covered = line.edition.processes.iter();
    let page = DigestEditPage {
        frame,
        state: line.state,
        page: format!("/digests/{id}"),
        own,
        laid: Laid::of(&line.edition),
        processes: covered.map(|one| (Cow::Borrowed(&*one.slug), Cow::Borrowed(&*one.name))).collect(),
        undone,
        changes: changes.iter().map(change).collect(),
    };
    let mut response = private(answer::page(&page, reader)?);
    if undone.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

fn change(change: &DigestChange) -> DigestChangeRow<'_> {
    DigestChangeRow {
        day: times::day(change.at_ms),
        what: Cow::Borrowed(&change.what),
        number: change.number.map(i64::unsigned_abs),
        before: change.before.as_deref().map(Cow::Borrowed),
        after: change.after.as_deref().map(Cow::Borrowed),
        by: Cow::Borrowed(&change.by),
    }
}

/// Where an edit leads: back to the desk, or to the page that says why it was not done.
async fn after(house: &House, reader: Reader, id: i64, outcome: Edited, number: Option<u32>) -> Outcome {
    match outcome {
        Edited::NotHeld => Err(Fault::no_page()),
        Edited::Closed(_) => edited(house, reader, id, Some(Undone::Closed)).await,
        Edited::Kept => {
            let place = number.map(|number| format!("#s{number}")).unwrap_or_default();
            Ok(private(answer::see(&format!("/desk/digests/{id}{place}"))?))
        }
    }
}

/// One line of at most so many letters; `None` if it is empty or longer.
fn line(text: &str, most: usize) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (1..=most).contains(&text.chars().count()).then_some(text)
}

/// A sentence, as its form sends it.
#[derive(Deserialize)]
pub(crate) struct Changed {
    #[serde(default)]
    text: String,
    act: String,
}

/// `POST /desk/digests/{id}/sentences/{number}`: rewrites a sentence or takes it out.
pub(crate) async fn change_sentence(
    State(house): State<House>,
    reader: Reader,
    _: Admitted,
    Path((id, place)): Path<(String, String)>,
    Form(changed): Form<Changed>,
) -> Outcome {
    let (id, place) = (number(&id)?, u32::try_from(number(&place)?).map_err(|_| Fault::no_page())?);
    let store = &house.app.store;
    let outcome = match changed.act.as_str() {
        "remove" => store.remove_sentence(id, place, EDITOR, house.now_ms()).await?,
        "save" => {
            let Some(text) = line(&changed.text, MOST_LETTERS) else {
                return edited(&house, reader, id, Some(Undone::Sentence)).await;
            };
            store.rewrite_sentence(id, place, &text, EDITOR, house.now_ms()).await?
        }
        _ => return Err(Fault::not_understood("act: save, remove")),
    };
    after(&house, reader, id, outcome, (changed.act == "save").then_some(place)).await
}

/// A new sentence, as its form sends it.
#[derive(Deserialize)]
pub(crate) struct Added {
    section: String,
    #[serde(default)]
    process: String,
    text: String,
    #[serde(default)]
    source: String,
}

impl Added {
    fn understand(&self) -> Option<Sentence> {
        let text = line(&self.text, MOST_LETTERS)?;
        let source = self.source.trim();
        let citations = if source.is_empty() {
            Vec::new()
        } else {
            vec![Some(Citation::new(source, source)).filter(Citation::is_safe)?]
        };
        let process = Some(self.process.as_str()).filter(|slug| !slug.is_empty());
        Some(Sentence::by_editor(Section::parse(&self.section)?, process, text, citations))
    }
}

/// `POST /desk/digests/{id}/sentences`: adds an editor's sentence.
pub(crate) async fn add_sentence(
    State(house): State<House>,
    reader: Reader,
    _: Admitted,
    Path(id): Path<String>,
    Form(added): Form<Added>,
) -> Outcome {
    let id = number(&id)?;
    let Some(digest) = house.app.store.digest(id).await? else { return Err(Fault::no_page()) };
    let is_covered = |sentence: &Sentence| {
        sentence.process().is_none_or(|slug| digest.edition.processes.iter().any(|p| p.slug == slug))
    };
    let Some(sentence) = added.understand().filter(is_covered) else {
        return edited(&house, reader, id, Some(Undone::Sentence)).await;
    };
    let outcome = house.app.store.add_sentence(id, &sentence, EDITOR, house.now_ms()).await?;
    after(&house, reader, id, outcome, None).await
}

/// A title, as its form sends it.
#[derive(Deserialize)]
pub(crate) struct Titled {
    title: String,
}

/// `POST /desk/digests/{id}/title`
pub(crate) async fn title(
    State(house): State<House>,
    reader: Reader,
    _: Admitted,
    Path(id): Path<String>,
    Form(titled): Form<Titled>,
) -> Outcome {
    let id = number(&id)?;
    let Some(title) = line(&titled.title, MOST_TITLE) else {
        return edited(&house, reader, id, Some(Undone::Sentence)).await;
    };
    let outcome = house.app.store.title_digest(id, &title, EDITOR, house.now_ms()).await?;
    after(&house, reader, id, outcome, None).await
}

/// A step, as its form sends it.
#[derive(Deserialize)]
pub(crate) struct Stepped {
    act: String,
    #[serde(default)]
    by: String,
}

/// `POST /desk/digests/{id}/acts`: takes a step; of a published edition, begins a correction.
pub(crate) async fn act(
    State(house): State<House>,
    reader: Reader,
    _: Admitted,
    Path(id): Path<String>,
    Form(stepped): Form<Stepped>,
) -> Outcome {
    let id = number(&id)?;
    let name = line(&stepped.by, MOST_NAME);
    let by = name.as_ref().map_or_else(|| EDITOR.to_owned(), |name| format!("{EDITOR}: {name}"));
    if stepped.act == "correct" {
        return match house.app.store.correct_digest(id, &by, house.now_ms()).await? {
            Some(new) => Ok(private(answer::see(&format!("/desk/digests/{new}"))?)),
            None => edited(&house, reader, id, Some(Undone::Step)).await,
        };
    }
    let act = Act::parse(&stepped.act)
        .ok_or_else(|| Fault::not_understood("act: edit, approve, reopen, publish, correct"))?;
    if name.is_none() && matches!(act, Act::Approve | Act::Publish) {
        return edited(&house, reader, id, Some(Undone::Nobody)).await;
    }
    match house.app.store.advance_digest(id, act, &by, house.now_ms()).await? {
        Taken::NotHeld => Err(Fault::no_page()),
        Taken::Refused(_) => edited(&house, reader, id, Some(Undone::Step)).await,
        Taken::Now(_) => {
            house.kept.forget();
            Ok(private(answer::see(&format!("/desk/digests/{id}"))?))
        }
    }
}
