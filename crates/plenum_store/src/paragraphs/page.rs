//! One paragraph in its place: at most five queries, each by an index.

use super::{Citing, FamilyMember, OtherLanguage, ParagraphPage, Placed, Step, Targets, within};
use crate::db::{Conn, Value, statements};
use crate::documents::{Document, Found, OtherFormat, Revision, current, header, other_formats};
use crate::{Result, Store, rows};
use plenum_model::lineage::Change;
use plenum_model::{Address, Anchor, PartialDate, RevisionTag};
use sqlx::FromRow;

const AROUND: i64 = 3; // Neighbours shown on each side: enough to see what "the above" and "the following" mean.

statements! {
    /// Everything elsewhere that has to do with one paragraph, as rows of one shape.
    /// $1 symbol key, $2 anchor, $3 document, $4 revision, $5 paragraph, $6 language, $7 family.
    RELATED = "select * from (select 'cites' as what, d.symbol, d.title, v.language, v.ordinal, p.anchor, p.number, \
          g.body, d.standing, d.date, cast(null as text) as change, cast(null as bigint) as likeness \
          from reference r join placement p on p.paragraph_id = r.paragraph_id \
          join revision v on v.revision_id = p.revision_id and v.superseded_at_ms is null \
          join paragraph g on g.paragraph_id = r.paragraph_id join document d on d.document_id = v.document_id \
          where r.symbol_key = $1 and r.anchor = $2 and v.document_id <> $3 order by r.paragraph_id limit 20) a \
        union all select * from (select 'cites document', d.symbol, d.title, v.language, v.ordinal, p.anchor, \
          p.number, g.body, d.standing, d.date, cast(null as text), cast(null as bigint) \
          from reference r join placement p on p.paragraph_id = r.paragraph_id \
          join revision v on v.revision_id = p.revision_id and v.superseded_at_ms is null \
          join paragraph g on g.paragraph_id = r.paragraph_id join document d on d.document_id = v.document_id \
          where r.symbol_key = $1 and r.anchor is null and v.document_id <> $3 order by r.paragraph_id limit 20) b \
        union all select 'earlier', d.symbol, d.title, v.language, v.ordinal, p.anchor, p.number, g.body, d.standing, \
          d.date, l.change, l.likeness_permille from lineage l \
          join revision v on v.revision_id = l.earlier_revision_id join document d on d.document_id = v.document_id \
          left join placement p on p.revision_id = v.revision_id and p.paragraph_id = l.earlier_paragraph_id \
          left join paragraph g on g.paragraph_id = p.paragraph_id \
          where l.later_paragraph_id = $5 and l.later_revision_id = $4 \
        union all select 'later', d.symbol, d.title, v.language, v.ordinal, p.anchor, p.number, g.body, d.standing, \
          d.date, l.change, l.likeness_permille from lineage l \
          join revision v on v.revision_id = l.later_revision_id join document d on d.document_id = v.document_id \
          left join placement p on p.revision_id = v.revision_id and p.paragraph_id = l.later_paragraph_id \
          left join paragraph g on g.paragraph_id = p.paragraph_id \
          where l.earlier_paragraph_id = $5 and l.earlier_revision_id = $4 \
        union all select 'language', d.symbol, d.title, v.language, v.ordinal, p.anchor, p.number, g.body, \
          d.standing, d.date, cast(null as text), cast(null as bigint) from revision v \
          join placement p on p.revision_id = v.revision_id and p.anchor = $2 \
          join paragraph g on g.paragraph_id = p.paragraph_id join document d on d.document_id = v.document_id \
          where v.document_id = $3 and v.superseded_at_ms is null and v.language <> $6 \
        union all select * from (select 'family', d.symbol, d.title, cast(null as text), cast(null as bigint), \
          cast(null as text), cast(null as text), cast(null as text), d.standing, d.date, cast(null as text), \
          cast(null as bigint) from document d where d.family = $7 and d.document_id <> $3 \
          order by d.date limit 50) f";
    /// The revisions of a document that have a paragraph at an anchor, and the same paragraph's anchor.
    WHERE_ANCHOR = "select v.language, v.ordinal, v.superseded_at_ms from placement p \
        join revision v on v.revision_id = p.revision_id where v.document_id = $1 and p.anchor = $2";
    LIVES_ON = "select p.anchor from placement p where p.revision_id = $1 and p.paragraph_id = $2";
}

#[derive(Debug, FromRow)]
struct RelatedRow {
    what: String,
    symbol: String,
    title: String,
    language: Option<String>,
    ordinal: Option<i64>,
    anchor: Option<String>,
    number: Option<String>,
    body: Option<String>,
    standing: String,
    date: Option<i64>,
    change: Option<String>,
    likeness: Option<i64>,
}

impl Store {
    /// A paragraph in its place.
    ///
    /// Without a revision the reader is sent to the current one (English before others). An address in an old revision
    /// is sent on if the very paragraph lives on in the current one; if its words changed, it is shown as it was.
    /// An address without an anchor is [`Found::OnlyDocument`].
    pub async fn paragraph_page(&self, address: &Address) -> Result<Found<ParagraphPage>> {
        let mut conn = self.db.reader().await?;
        let Some((document, revisions)) = header(&mut conn, &address.symbol).await? else { return Ok(Found::Missing) };
        if document.facts.symbol != address.symbol {
            return Ok(Found::MovedTo(Address { symbol: document.facts.symbol, ..address.clone() }));
        }
        let only_document = Address { anchor: None, revision: None, symbol: document.facts.symbol.clone() };
        let Some(anchor) = &address.anchor else { return Ok(Found::OnlyDocument(only_document)) };
        let Some(tag) = &address.revision else {
            let found = best_revision(&mut conn, document.document_id, anchor).await?;
            return Ok(found.map_or(Found::OnlyDocument(only_document), |tag| {
                Found::MovedTo(Address { revision: Some(tag), ..address.clone() })
            }));
        };
        let Some(revision) = revisions.iter().find(|r| r.tag == *tag).cloned() else {
            return Ok(Found::OnlyDocument(only_document));
        };
        let (placed, targets) = within(&mut conn, revision.revision_id, anchor.as_str(), AROUND).await?;
        let Some(this) = placed.iter().position(|one| one.anchor == *anchor) else {
            return Ok(Found::OnlyDocument(only_document));
        };
        if !revision.is_current
            && let Some(on) = lives_on(&mut conn, &revisions, &revision, placed[this].paragraph_id).await?
        {
            return Ok(Found::MovedTo(Address {
                symbol: only_document.symbol,
                revision: Some(on.0),
                anchor: Some(on.1),
            }));
        }
        let related = related(&mut conn, &document, &revision, &placed[this]).await?;
        let other_formats = other_formats(&mut conn, revision.revision_id).await?;
        let page = PageParts { document, revisions, revision, other_formats, placed, this, targets };
        Ok(Found::Here(page.assemble(related)?))
    }
}

/// The revision in which a reader finds this anchor: a current one if any has it, else the latest that had it.
async fn best_revision(conn: &mut Conn, document_id: i64, anchor: &Anchor) -> Result<Option<RevisionTag>> {
    let values: [Value<'_>; 2] = [document_id.into(), anchor.as_str().into()];
    let rows: Vec<(String, i64, Option<i64>)> = conn.rows(WHERE_ANCHOR, &values).await?;
    let mut tags = Vec::with_capacity(rows.len());
    for (language, ordinal, superseded_at_ms) in rows {
        tags.push((superseded_at_ms.is_none(), rows::tag(&language, ordinal)?));
    }
    Ok(current(tags))
}

/// Where the very same paragraph stands in the current revision of the same language.
async fn lives_on(
    conn: &mut Conn,
    revisions: &[Revision],
    old: &Revision,
    paragraph_id: i64,
) -> Result<Option<(RevisionTag, Anchor)>> {
    let now = revisions.iter().find(|r| r.is_current && r.tag.language == old.tag.language);
    let Some(now) = now else { return Ok(None) };
    let anchor: Option<(String,)> = conn.row(LIVES_ON, &[now.revision_id.into(), paragraph_id.into()]).await?;
    anchor.map(|(anchor,)| Ok((now.tag.clone(), rows::anchor(&anchor)?))).transpose()
}

async fn related(conn: &mut Conn, document: &Document, revision: &Revision, this: &Placed) -> Result<Vec<RelatedRow>> {
    let values = [
        document.facts.symbol.key().into(),
        this.anchor.as_str().into(),
        document.document_id.into(),
        revision.revision_id.into(),
        this.paragraph_id.into(),
        revision.tag.language.as_str().into(),
        document.facts.family.as_deref().into(),
    ];
    conn.rows(RELATED, &values).await
}

struct PageParts {
    document: Document,
    revisions: Vec<Revision>,
    revision: Revision,
    other_formats: Vec<OtherFormat>,
    placed: Vec<Placed>,
    this: usize,
    targets: Targets,
}

impl PageParts {
    fn assemble(self, related: Vec<RelatedRow>) -> Result<ParagraphPage> {
        let mut placed = self.placed;
        let after = placed.split_off(self.this + 1);
        let this = placed.pop().expect("the paragraph itself stands last once those after it are split off");
        let mut page = ParagraphPage {
            document: self.document.in_language(&self.revision.tag.language, &self.revision.title),
            revisions: self.revisions,
            revision: self.revision,
            other_formats: self.other_formats,
            before: placed,
            this,
            after,
            targets: self.targets,
            cited_by: Vec::new(),
            document_cited_by: Vec::new(),
            earlier: Vec::new(),
            later: Vec::new(),
            languages: Vec::new(),
            family: Vec::new(),
        };
        for row in related {
            page.add(row)?;
        }
        page.family.sort_by_key(|member| (member.date.is_none(), member.date));
        page.languages.sort_by_key(|other| rows::language_rank(&other.language));
        Ok(page)
    }
}

impl ParagraphPage {
    fn add(&mut self, row: RelatedRow) -> Result<()> {
        match row.what.as_str() {
            "cites" => push_once(&mut self.cited_by, row.citing()?),
            "cites document" => push_once(&mut self.document_cited_by, row.citing()?),
            "earlier" => self.earlier.push(row.step()?),
            "later" => self.later.push(row.step()?),
            "language" => {
                let Citing { address, number, text, language, .. } = row.citing()?;
                self.languages.push(OtherLanguage { address, language, number, text });
            }
            _ => self.family.push(FamilyMember {
                symbol: rows::symbol(&row.symbol)?,
                title: row.title,
                standing: rows::standing(&row.standing)?,
                date: rows::date(row.date),
            }),
        }
        Ok(())
    }
}

/// A paragraph that names the same thing twice is listed once; its rows come one after the other.
fn push_once(list: &mut Vec<Citing>, citing: Citing) {
    if list.last().is_none_or(|last| last.address != citing.address) {
        list.push(citing);
    }
}

impl RelatedRow {
    fn tag(&self) -> Result<RevisionTag> {
        rows::tag(self.language.as_deref().unwrap_or_default(), self.ordinal.unwrap_or(0))
    }

    fn citing(self) -> Result<Citing> {
        let tag = self.tag()?;
        let date: Option<PartialDate> = rows::date(self.date);
        Ok(Citing {
            language: tag.language.clone(),
            address: Address {
                symbol: rows::symbol(&self.symbol)?,
                revision: Some(tag),
                anchor: self.anchor.as_deref().map(rows::anchor).transpose()?,
            },
            title: self.title,
            number: self.number,
            text: self.body.unwrap_or_default(),
            standing: rows::standing(&self.standing)?,
            date,
        })
    }

    fn step(self) -> Result<Step> {
        let word = self.change.as_deref().unwrap_or_default();
        let change = Change::parse(word).ok_or_else(|| rows::damaged("change", word))?;
        let permille = u16::try_from(self.likeness.unwrap_or(0)).unwrap_or(0);
        let revision = self.tag()?;
        let other = if self.anchor.is_some() { Some(self.citing()?) } else { None };
        Ok(Step { change, likeness: f32::from(permille) / 1000.0, other, revision })
    }
}
