//! Packs that were loaded: with what hash, what each tells, and all of it again so that it can be written back.

use crate::actors::{Actor, Membership};
use crate::db::{Conn, Value, statements};
use crate::processes::Knowledge;
use crate::rows::{self, DocumentRow, document_columns};
use crate::{ContentHash, Result, Store, actors, calendar, claims, knowledge, names, processes};
use plenum_model::DocumentFacts;
use sqlx::FromRow;

/// A pack that was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackLoad {
    /// Its name.
    pub pack: String,
    /// The hash of its contents, so that it is loaded again only when it changed.
    pub hash: ContentHash,
    /// When, milliseconds since 1970.
    pub at_ms: i64,
}

/// What a pack says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackHead {
    /// Its name: the folder's.
    pub name: String,
    /// Its edition, as written.
    pub version: String,
    /// Its title.
    pub title: String,
    /// The language of its words.
    pub language: String,
    /// What a reader should know of it.
    pub note: String,
}

/// Everything that one pack tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PackFacts {
    /// What it says of itself.
    pub head: PackHead,
    /// Processes, sessions, norms, instruments, terms, issues, cross-walks, claims.
    pub knowledge: Knowledge,
    /// Documents, without their words, each with whether a page that can be opened shows the facts.
    pub documents: Vec<(DocumentFacts, bool)>,
    /// States, groups, organisations, persons.
    pub actors: Vec<Actor>,
    /// Who belongs to which group.
    pub memberships: Vec<Membership>,
}

statements! {
    PACK_LOADED = "insert into pack_load (pack, sha256, loaded_at_ms) values ($1, $2, $3) \
        on conflict (pack) do update set sha256 = excluded.sha256, loaded_at_ms = excluded.loaded_at_ms";
    PACKS = "select pack, sha256, loaded_at_ms from pack_load order by pack";
    DESCRIBE_PACK = "update pack_load set version = $2, title = $3, language = $4, note = $5 where pack = $1";
    PACK_HEAD = "select version, title, language, note from pack_load where pack = $1";
    FORGET_DOCUMENTS = "delete from pack_document where pack = $1";
    INSERT_DOCUMENTS = "insert into pack_document (pack, symbol_key, position, is_confirmed) values";
    UNCONFIRMED_DOCUMENTS = "select symbol_key from pack_document where is_confirmed = 0 order by symbol_key";
    PACK_DOCUMENTS = concat!("select ", document_columns!(), ", k.is_confirmed from pack_document k \
        join document d on d.symbol_key = k.symbol_key where k.pack = $1 order by k.position");
    UNSTAMP_ACTORS = "update actor set pack = null where pack = $1";
    STAMP_ACTOR = "update actor set pack = $2, position = $3 where slug = $1";
    UNSTAMP_GROUPS = "update membership set pack = null where pack = $1";
    STAMP_GROUP = "update membership set pack = $2 where group_slug = $1";
}

#[derive(FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    document: DocumentRow,
    is_confirmed: i64,
}

type HeadRow = (Option<String>, Option<String>, Option<String>, Option<String>);

impl Store {
    /// Remembers that a pack was loaded.
    pub async fn pack_loaded(&self, load: &PackLoad) -> Result<()> {
        let mut conn = self.db.writer().await?;
        let values = [load.pack.as_str().into(), load.hash.to_string().into(), load.at_ms.into()];
        conn.run(PACK_LOADED, &values).await?;
        conn.commit().await
    }

    /// The packs loaded, each with its last load.
    pub async fn packs(&self) -> Result<Vec<PackLoad>> {
        let found: Vec<(String, String, i64)> = self.db.reader().await?.rows(PACKS, &[]).await?;
        found.into_iter().map(|(pack, hash, at_ms)| Ok(PackLoad { pack, hash: rows::hash(&hash)?, at_ms })).collect()
    }

    /// The documents of which a pack says that no page which can be opened shows the facts: keys of symbols.
    pub async fn unconfirmed_documents(&self) -> Result<Vec<String>> {
        let found: Vec<(String,)> = self.db.reader().await?.rows(UNCONFIRMED_DOCUMENTS, &[]).await?;
        Ok(found.into_iter().map(|row| row.0).collect())
    }

    /// Notes which documents, actors and groups a pack tells of, and what it says of itself; after they were put in and
    /// [`pack_loaded`](Self::pack_loaded) was told.
    pub async fn describe_pack(&self, facts: &PackFacts) -> Result<()> {
        let mut conn = self.db.writer().await?;
        let (head, pack) = (&facts.head, facts.head.name.as_str());
        let said = [&head.version, &head.title, &head.language, &head.note].map(|text| text.as_str().into());
        let mut values: Vec<Value<'_>> = vec![pack.into()];
        values.extend(said);
        conn.run(DESCRIBE_PACK, &values).await?;
        for forget in [FORGET_DOCUMENTS, UNSTAMP_ACTORS, UNSTAMP_GROUPS] {
            conn.run(forget, &[pack.into()]).await?;
        }
        let mut listed: Vec<Value<'_>> = Vec::new();
        for ((document, is_confirmed), position) in facts.documents.iter().zip(0i64..) {
            let key = document.symbol.key();
            listed.extend([pack.into(), key.into(), position.into(), i64::from(*is_confirmed).into()]);
        }
        conn.insert(INSERT_DOCUMENTS, 4, &listed).await?;
        for (actor, position) in facts.actors.iter().zip(0i64..) {
            conn.run(STAMP_ACTOR, &[actor.slug.as_str().into(), pack.into(), position.into()]).await?;
        }
        let mut groups: Vec<&str> = facts.memberships.iter().map(|one| one.group.as_str()).collect();
        groups.sort_unstable();
        groups.dedup();
        for group in groups {
            conn.run(STAMP_GROUP, &[group.into(), pack.into()]).await?;
        }
        conn.commit().await
    }

    /// Everything that a pack told, as it stands now (with an editor's corrections); `None` if it was never loaded.
    pub async fn pack_facts(&self, pack: &str) -> Result<Option<PackFacts>> {
        let mut conn = self.db.snapshot().await?;
        let Some(head) = head(&mut conn, pack).await? else { return Ok(None) };
        let (processes, sessions, norms) = processes::of_pack(&mut conn, pack).await?;
        let mut told = Knowledge { pack: pack.to_owned(), processes, sessions, norms, ..Knowledge::default() };
        told.by = format!("pack {pack} {}", head.version);
        knowledge::of_pack(&mut conn, &mut told).await?;
        claims::of_pack(&mut conn, &mut told).await?;
        told.deadlines = calendar::of_pack(&mut conn, pack).await?;
        told.names = names::of_pack(&mut conn, pack).await?;
        let (actors, memberships) = actors::of_pack(&mut conn, pack).await?;
        let listed: Vec<ListedRow> = conn.rows(PACK_DOCUMENTS, &[pack.into()]).await?;
        let document = |row: ListedRow| Ok((row.document.into_document()?.facts, row.is_confirmed != 0));
        let documents = listed.into_iter().map(document).collect::<Result<_>>()?;
        Ok(Some(PackFacts { head, knowledge: told, documents, actors, memberships }))
    }
}

async fn head(conn: &mut Conn, pack: &str) -> Result<Option<PackHead>> {
    let row: Option<HeadRow> = conn.row(PACK_HEAD, &[pack.into()]).await?;
    Ok(row.map(|(version, title, language, note)| PackHead {
        name: pack.to_owned(),
        version: version.unwrap_or_default(),
        title: title.unwrap_or_default(),
        language: language.unwrap_or_else(|| "en".into()),
        note: note.unwrap_or_default(),
    }))
}
