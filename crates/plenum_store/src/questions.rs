//! Questions that are kept with their answers, until their day; and what became since of the paragraphs they cite.

use crate::db::{Value, statements};
use crate::{Result, Store, rows};
use plenum_model::{Address, PartialDate, Standing};

/// A question with its answer as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptQuestion {
    /// Its address: hexadecimal digits of chance.
    pub id: String,
    /// The question as asked.
    pub question: String,
    /// Its language's tag.
    pub language: String,
    /// The answer, one JSON value.
    pub answer: String,
    /// The day on which it was asked.
    pub asked_on: PartialDate,
    /// The day on which it is kept no more.
    pub forgotten_on: PartialDate,
}

/// What became of a paragraph that was cited in one revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedNow {
    /// Its document's standing now.
    pub standing: Standing,
    /// Where the newer revision has it in other words, or the newer revision itself if it has it no more; `None`: these
    /// very words stand in the current revision.
    pub newer: Option<Address>,
}

statements! {
    KEEP = "insert into question (question_id, body, language, answer, asked_on, forgotten_on) values";
    KEPT = "select question_id, body, language, answer, asked_on, forgotten_on from question \
        where question_id = $1 and forgotten_on > $2";
    FORGET = "delete from question where forgotten_on <= $1";
    /// $1 symbol key, $2 language, $3 ordinal, $4 anchor.
    CITED_NOW = "select d.symbol, d.standing, c.ordinal, \
        (select min(s.anchor) from placement s where s.revision_id = c.revision_id and s.paragraph_id = p.paragraph_id), \
        (select o.anchor from placement o where o.revision_id = c.revision_id and o.anchor = p.anchor) \
        from document d join revision v on v.document_id = d.document_id and v.language = $2 and v.ordinal = $3 \
        join placement p on p.revision_id = v.revision_id and p.anchor = $4 \
        join revision c on c.document_id = d.document_id and c.language = v.language and c.superseded_at_ms is null \
        where d.document_id = coalesce((select t.document_id from document t where t.symbol_key = $1), \
        (select r.document_id from redirect r where r.from_key = $1))";
}

type KeptRow = (String, String, String, String, i64, i64);
/// Symbol, standing, the current revision's count, the anchor of the very words there, the old anchor if it is there.
type NowRow = (String, String, i64, Option<String>, Option<String>);

impl Store {
    /// Keeps a question with its answer.
    pub async fn keep_question(&self, kept: &KeptQuestion) -> Result<()> {
        let values: [Value<'_>; 6] = [
            kept.id.as_str().into(),
            kept.question.as_str().into(),
            kept.language.as_str().into(),
            kept.answer.as_str().into(),
            i64::from(kept.asked_on.ordinal()).into(),
            i64::from(kept.forgotten_on.ordinal()).into(),
        ];
        let mut conn = self.db.writer().await?;
        conn.insert(KEEP, values.len(), &values).await?;
        conn.commit().await
    }

    /// The question of an address; `None` if there is none, or from its last day on.
    pub async fn kept_question(&self, id: &str, today: PartialDate) -> Result<Option<KeptQuestion>> {
        let asked: [Value<'_>; 2] = [id.into(), i64::from(today.ordinal()).into()];
        let found: Option<KeptRow> = self.db.reader().await?.row(KEPT, &asked).await?;
        let day = |ordinal: i64| rows::date(Some(ordinal)).ok_or_else(|| rows::damaged("day", &ordinal.to_string()));
        let Some((id, question, language, answer, asked_on, forgotten_on)) = found else { return Ok(None) };
        let (asked_on, forgotten_on) = (day(asked_on)?, day(forgotten_on)?);
        Ok(Some(KeptQuestion { id, question, language, answer, asked_on, forgotten_on }))
    }

    /// Deletes the questions whose day has come; gives how many.
    pub async fn forget_questions(&self, today: PartialDate) -> Result<u64> {
        let mut conn = self.db.writer().await?;
        let forgotten = conn.run(FORGET, &[i64::from(today.ordinal()).into()]).await?;
        conn.commit().await?;
        Ok(forgotten)
    }

    /// What became of a paragraph cited by its address with revision; `None` if it is not held.
    pub async fn cited_now(&self, cited: &Address) -> Result<Option<CitedNow>> {
        let Some((tag, anchor)) = cited.revision.as_ref().zip(cited.anchor.as_ref()) else { return Ok(None) };
        let asked: [Value<'_>; 4] = [
            cited.symbol.key().into(),
            tag.language.as_str().into(),
            i64::from(tag.ordinal).into(),
            anchor.as_str().into(),
        ];
        let found: Option<NowRow> = self.db.reader().await?.row(CITED_NOW, &asked).await?;
        let Some((symbol, standing, ordinal, same, at_anchor)) = found else { return Ok(None) };
        let newer = Address {
            symbol: rows::symbol(&symbol)?,
            revision: Some(rows::tag(tag.language.as_str(), ordinal)?),
            anchor: at_anchor.as_deref().map(rows::anchor).transpose()?,
        };
        let newer = same.is_none().then_some(newer);
        Ok(Some(CitedNow { standing: rows::standing(&standing)?, newer }))
    }
}
