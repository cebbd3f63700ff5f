//! What is new since a mark: documents with their new paragraphs, statements, positions, events, claims, citations.
//!
//! A paragraph is new if its key is greater than the mark's: keys are given in the order of commits, and words that did
//! not change keep theirs. So no paragraph is ever new twice.

use super::Mark;
use crate::db::{Conn, Value, statements};
use crate::{Result, Store, rows};
use plenum_model::lineage::Change;
use plenum_model::statement::Stance;
use plenum_model::{Address, PartialDate, Symbol};
use std::collections::BTreeMap;

/// A document with a new reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDocument {
    /// Its symbol.
    pub symbol: Symbol,
    /// The language of the reading that is told.
    pub language: String,
    /// Its new paragraphs that come first, by key, in reading order; not empty.
    pub paragraphs: Vec<i64>,
    /// How many new paragraphs it has.
    pub paragraphs_total: u64,
}

/// A statement that an editor confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementTold {
    /// The meeting's number.
    pub meeting: i64,
    /// The meeting's name.
    pub meeting_name: String,
    /// Its number in the meeting.
    pub number: i64,
    /// Its paragraphs, by key, in reading order, at most as many as were asked for.
    pub paragraphs: Vec<i64>,
    /// How many it has.
    pub paragraphs_total: u64,
}

/// A quotation that an editor placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionTold {
    /// The actor's slug.
    pub actor: String,
    /// Where the actor stands.
    pub stance: Stance,
    /// The paragraph quoted, by key.
    pub paragraph: i64,
}

/// An event of the calendar, new or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventTold {
    /// Its kind, one word.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its day, as far as it is known.
    pub day: Option<PartialDate>,
    /// Whether it was called off.
    pub is_cancelled: bool,
}

/// A claim that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimTold {
    /// Of what: its slug, or a document's symbol.
    pub subject: String,
    /// What that is called: of an instrument or a process its name, else as `subject`.
    pub subject_name: String,
    /// The property's slug.
    pub property: String,
    /// The property's name.
    pub label: String,
    /// The value in the words of the source.
    pub value: String,
    /// When it held.
    pub date: Option<PartialDate>,
    /// Where it comes from, in words or as an address.
    pub source: String,
}

/// What became of a paragraph in a new revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RevisionTold {
    /// What became of it.
    pub change: Change,
    /// Its new words, by key; `None` if it was taken out.
    pub paragraph: Option<i64>,
}

/// Claims entered after $1 and until $2, with what they are about.
macro_rules! claims_told {
    () => {
        "select c.subject, coalesce(n.name, o.name, c.subject) as subject_name, c.property, p.label, c.value, c.date, \
         c.source from (select * from claim where entered_at_ms > $1 and entered_at_ms <= $2 \
         and withdrawn_at_ms is null) c \
         join claim_property p on p.subject = c.subject and p.property = c.property \
         left join instrument n on n.slug = c.subject left join process o on o.slug = c.subject "
    };
}

statements! {
    DOCUMENTS_OF_PROCESS = "select c.document_id, d.symbol, v.revision_id, v.language from change c \
        join revision v on v.revision_id = c.revision_id join document d on d.document_id = c.document_id \
        where d.process = $1 and c.seq > $2 and c.seq <= $3 and v.superseded_at_ms is null order by c.seq limit 600";
    DOCUMENTS_OF_ACTOR = "select c.document_id, d.symbol, v.revision_id, v.language from change c \
        join revision v on v.revision_id = c.revision_id join document d on d.document_id = c.document_id \
        where d.actor = $1 and c.seq > $2 and c.seq <= $3 and v.superseded_at_ms is null order by c.seq limit 600";
    SYMBOLS_CHANGED = "select distinct d.symbol from change c join document d on d.document_id = c.document_id \
        where c.revision_id is not null and c.seq > $1 and c.seq <= $2 limit $3";
    NEW_COUNT = "select count(*) from placement p where p.revision_id = $1 and p.paragraph_id > $2 \
        and p.paragraph_id <= $3 and p.kind <> 'heading' and p.kind <> 'front'";
    /// What is numbered is the substance; front matter and headings are not.
    NEW_FIRST = "select p.paragraph_id, p.position from placement p join paragraph g on g.paragraph_id = p.paragraph_id \
        where p.revision_id = $1 and p.paragraph_id > $2 and p.paragraph_id <= $3 \
        and p.kind <> 'heading' and p.kind <> 'front' \
        order by case when p.number is null then 1 else 0 end, case when length(g.body) < 60 then 1 else 0 end, \
        p.position limit $4";
    STATEMENTS_OF = "select h.meeting_id, m.name, h.number, s.revision_id, s.first_position, s.last_position \
        from statement_change h join statement s on s.meeting_id = h.meeting_id and s.number = h.number \
        join meeting m on m.meeting_id = h.meeting_id \
        where s.actor = $1 and s.is_confirmed = 1 and s.gone_at_ms is null and h.fact = 'is_confirmed' \
        and h.after_value = '1' and h.at_ms > $2 and h.at_ms <= $3 and not exists (select 1 from statement_change e \
        where e.meeting_id = h.meeting_id and e.number = h.number and e.fact = 'is_confirmed' \
        and e.after_value = '1' and e.place < h.place) order by h.meeting_id, h.number limit $4";
    WITHIN = "select p.paragraph_id from placement p where p.revision_id = $1 and p.position between $2 and $3 \
        and p.kind <> 'heading' order by p.position limit $4";
    WITHIN_COUNT = "select count(*) from placement p where p.revision_id = $1 and p.position between $2 and $3 \
        and p.kind <> 'heading'";
    POSITIONS_OF = "select actor, stance, paragraph_id from position where process = $1 and issue = $2 \
        and placed_at_ms > $3 and placed_at_ms <= $4 and withdrawn_at_ms is null order by position_id limit $5";
    EVENTS_OF = "select kind, name, starts, status from event where process = $1 and changed_at_ms > $2 \
        and changed_at_ms <= $3 and (starts_ms = 0 or starts_ms > $3 - 86400000) order by starts_ms, name limit $4";
    CLAIMS_OF = concat!(claims_told!(), "where c.subject = $3 order by c.property, coalesce(c.date, 0) limit $4");
    CLAIMS_ON = concat!(claims_told!(), "where c.issue = $3 and exists (select 1 from issue t where t.slug = c.issue \
        and t.processes like '%\"' || $5 || '\"%') order by c.subject, c.property, coalesce(c.date, 0) limit $4");
    CITING = "select distinct r.paragraph_id from reference r join placement p on p.paragraph_id = r.paragraph_id \
        join revision v on v.revision_id = p.revision_id and v.superseded_at_ms is null \
        join document d on d.document_id = v.document_id where r.symbol_key = $1 and r.anchor = $2 \
        and d.symbol_key <> $1 and r.paragraph_id > $3 and r.paragraph_id <= $4 order by r.paragraph_id limit $5";
    PLACE_OF = "select d.document_id, v.language, v.ordinal, p.paragraph_id from document d \
        join revision v on v.document_id = d.document_id join placement p on p.revision_id = v.revision_id \
        where d.symbol_key = $1 and p.anchor = $2 and ($3 = '' or (v.language = $3 and v.ordinal = $4)) \
        order by v.ordinal desc";
    STEPS_AFTER = "select c.seq, l.earlier_paragraph_id, l.later_paragraph_id, l.change from revision v \
        join change c on c.document_id = v.document_id and c.revision_id = v.revision_id \
        join lineage l on l.later_revision_id = v.revision_id where v.document_id = $1 and v.language = $2 \
        and v.ordinal > $3 and c.seq <= $4 and l.earlier_paragraph_id is not null \
        and (l.later_paragraph_id is null or l.later_paragraph_id <> l.earlier_paragraph_id) \
        order by v.ordinal, l.place";
}

type NewReading = (i64, String, i64, String);
type StatementRow = (i64, String, i64, i64, i64, i64);
type ClaimRow = (String, String, String, String, String, Option<i64>, String);

impl Store {
    /// Documents of a process with readings that came between two marks.
    ///
    /// Each in one language: the one preferred, else English, else the first; with at most `paragraphs` new paragraphs.
    pub async fn new_documents_of_process(
        &self,
        process: &str,
        between: (Mark, Mark),
        language: &str,
        paragraphs: i64,
    ) -> Result<Vec<NewDocument>> {
        self.new_documents(DOCUMENTS_OF_PROCESS, process, between, language, paragraphs).await
    }

    /// The same for the documents that hold an actor's words.
    pub async fn new_documents_of_actor(
        &self,
        actor: &str,
        between: (Mark, Mark),
        language: &str,
        paragraphs: i64,
    ) -> Result<Vec<NewDocument>> {
        self.new_documents(DOCUMENTS_OF_ACTOR, actor, between, language, paragraphs).await
    }

    async fn new_documents(
        &self,
        sql: &'static str,
        of: &str,
        (since, until): (Mark, Mark),
        language: &str,
        paragraphs: i64,
    ) -> Result<Vec<NewDocument>> {
        let mut conn = self.db.reader().await?;
        let readings: Vec<NewReading> = conn.rows(sql, &[of.into(), since.change.into(), until.change.into()]).await?;
        let mut chosen: Vec<NewReading> = Vec::new();
        let mut places: BTreeMap<i64, usize> = BTreeMap::new();
        let rank = |tag: &str| {
            if tag == language {
                0
            } else if tag == "en" {
                1
            } else {
                2
            }
        };
        for reading in readings {
            match places.get(&reading.0) {
                Some(at) if rank(&reading.3) < rank(&chosen[*at].3) => chosen[*at] = reading,
                Some(_) => {}
                None => {
                    places.insert(reading.0, chosen.len());
                    chosen.push(reading);
                }
            }
        }
        let mut all = Vec::with_capacity(chosen.len());
        for (_, symbol, revision, language) in chosen {
            let within = [revision.into(), since.paragraph.into(), until.paragraph.into()];
            let total = conn.number(NEW_COUNT, &within).await?;
            if total == 0 {
                continue; // Read anew, and every word was there before.
            }
            let [revision, from, to] = within;
            let mut first: Vec<(i64, i64)> = conn.rows(NEW_FIRST, &[revision, from, to, paragraphs.into()]).await?;
            first.sort_unstable_by_key(|row| row.1);
            all.push(NewDocument {
                symbol: rows::symbol(&symbol)?,
                language,
                paragraphs: first.into_iter().map(|row| row.0).collect(),
                paragraphs_total: rows::count(total),
            });
        }
        Ok(all)
    }

    /// The symbols of documents with readings between two marks; at most `most`.
    pub async fn symbols_changed(&self, between: (Mark, Mark), most: i64) -> Result<Vec<String>> {
        let values = [between.0.change.into(), between.1.change.into(), most.into()];
        let found: Vec<(String,)> = self.db.reader().await?.rows(SYMBOLS_CHANGED, &values).await?;
        Ok(found.into_iter().map(|row| row.0).collect())
    }

    /// Statements of an actor that were confirmed for the first time between two marks.
    pub async fn new_statements_of(
        &self,
        actor: &str,
        (since, until): (Mark, Mark),
        most: i64,
        paragraphs: i64,
    ) -> Result<Vec<StatementTold>> {
        let mut conn = self.db.reader().await?;
        let values = [actor.into(), since.at_ms.into(), until.at_ms.into(), most.into()];
        let found: Vec<StatementRow> = conn.rows(STATEMENTS_OF, &values).await?;
        let mut all = Vec::with_capacity(found.len());
        for (meeting, meeting_name, number, revision, first, last) in found {
            let range: [Value<'_>; 3] = [revision.into(), first.into(), last.into()];
            let total = conn.number(WITHIN_COUNT, &range).await?;
            let [revision, first, last] = range;
            let keys: Vec<(i64,)> = conn.rows(WITHIN, &[revision, first, last, paragraphs.into()]).await?;
            all.push(StatementTold {
                meeting,
                meeting_name,
                number,
                paragraphs: keys.into_iter().map(|row| row.0).collect(),
                paragraphs_total: rows::count(total),
            });
        }
        Ok(all)
    }

    /// Quotations that were placed under an issue between two marks and stand.
    pub async fn new_positions_of(
        &self,
        process: &str,
        issue: &str,
        (since, until): (Mark, Mark),
        most: i64,
    ) -> Result<Vec<PositionTold>> {
        let values = [process.into(), issue.into(), since.at_ms.into(), until.at_ms.into(), most.into()];
        let found: Vec<(String, String, i64)> = self.db.reader().await?.rows(POSITIONS_OF, &values).await?;
        let position = |(actor, stance, paragraph): (String, String, i64)| {
            let stance = Stance::parse(&stance).ok_or_else(|| rows::damaged("stance", &stance))?;
            Ok(PositionTold { actor, stance, paragraph })
        };
        found.into_iter().map(position).collect()
    }

    /// Events of a process that came or changed between two marks and are not over.
    pub async fn new_events_of(
        &self,
        process: &str,
        (since, until): (Mark, Mark),
        most: i64,
    ) -> Result<Vec<EventTold>> {
        let values = [process.into(), since.at_ms.into(), until.at_ms.into(), most.into()];
        let found: Vec<(String, String, Option<String>, String)> =
            self.db.reader().await?.rows(EVENTS_OF, &values).await?;
        let event = |(kind, name, starts, status): (String, String, Option<String>, String)| EventTold {
            kind,
            name,
            day: starts.and_then(|starts| PartialDate::parse(starts.split('T').next()?).ok()),
            is_cancelled: status == "cancelled",
        };
        Ok(found.into_iter().map(event).collect())
    }

    /// Claims of a process that were entered between two marks and stand.
    pub async fn new_claims_of(
        &self,
        subject: &str,
        (since, until): (Mark, Mark),
        most: i64,
    ) -> Result<Vec<ClaimTold>> {
        let values = [since.at_ms.into(), until.at_ms.into(), subject.into(), most.into()];
        let found: Vec<ClaimRow> = self.db.reader().await?.rows(CLAIMS_OF, &values).await?;
        Ok(found.into_iter().map(told).collect())
    }

    /// Claims that bear on an issue of a process and were entered between two marks.
    pub async fn new_claims_on(
        &self,
        (process, issue): (&str, &str),
        (since, until): (Mark, Mark),
        most: i64,
    ) -> Result<Vec<ClaimTold>> {
        let values = [since.at_ms.into(), until.at_ms.into(), issue.into(), most.into(), process.into()];
        let found: Vec<ClaimRow> = self.db.reader().await?.rows(CLAIMS_ON, &values).await?;
        Ok(found.into_iter().map(told).collect())
    }

    /// Paragraphs of other documents, by key, that name a paragraph and came between two marks.
    pub async fn new_citations_of(
        &self,
        address: &Address,
        (since, until): (Mark, Mark),
        most: i64,
    ) -> Result<Vec<i64>> {
        let Some(anchor) = &address.anchor else { return Ok(Vec::new()) };
        let values = [
            address.symbol.key().into(),
            anchor.as_str().into(),
            since.paragraph.into(),
            until.paragraph.into(),
            most.into(),
        ];
        let found: Vec<(i64,)> = self.db.reader().await?.rows(CITING, &values).await?;
        Ok(found.into_iter().map(|row| row.0).collect())
    }

    /// What became of a paragraph, in its own language, in the revisions that came between two marks: the last step.
    pub async fn new_wording_of(
        &self,
        address: &Address,
        (since, until): (Mark, Mark),
    ) -> Result<Option<RevisionTold>> {
        let mut conn = self.db.reader().await?;
        let Some((document, language, ordinal, mut current)) = place_of(&mut conn, address).await? else {
            return Ok(None);
        };
        let values = [document.into(), language.into(), ordinal.into(), until.change.into()];
        let steps: Vec<(i64, i64, Option<i64>, String)> = conn.rows(STEPS_AFTER, &values).await?;
        let mut told = None;
        for (seq, earlier, later, change) in steps {
            if earlier != current {
                continue;
            }
            if seq > since.change {
                let change = Change::parse(&change).ok_or_else(|| rows::damaged("change", &change))?;
                told = Some(RevisionTold { change, paragraph: later });
            }
            let Some(later) = later else { break };
            current = later;
        }
        Ok(told)
    }

    /// Whether a paragraph of that address is held, with the revision that the address names.
    pub async fn has_paragraph(&self, address: &Address) -> Result<bool> {
        Ok(place_of(&mut self.db.reader().await?, address).await?.is_some())
    }
}

fn told((subject, subject_name, property, label, value, date, source): ClaimRow) -> ClaimTold {
    ClaimTold { subject, subject_name, property, label, value, date: rows::date(date), source }
}

async fn place_of(conn: &mut Conn, address: &Address) -> Result<Option<(i64, String, i64, i64)>> {
    let Some(anchor) = &address.anchor else { return Ok(None) };
    let tag = address.revision.as_ref();
    let values = [
        address.symbol.key().into(),
        anchor.as_str().into(),
        tag.map_or("", |tag| tag.language.as_str()).into(),
        tag.map_or(0, |tag| i64::from(tag.ordinal)).into(),
    ];
    conn.row(PLACE_OF, &values).await
}
