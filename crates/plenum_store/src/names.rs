//! By what else things are called: other names of processes, sessions and documents, as knowledge packs give them.

use crate::db::{Conn, Value, statements};
use crate::processes::Knowledge;
use crate::{Result, Store};

/// The other names of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherNames {
    /// A process' slug, a document's symbol, or a process' slug and a session's name with a slash between.
    pub subject: String,
    /// The names, in any language, in order.
    pub names: Vec<String>,
}

statements! {
    FORGET_PACK = "delete from other_name where pack = $1";
    FORGET = "delete from other_name where subject = $1";
    INSERT = "insert into other_name (subject, place, name, changed_at_ms, pack, position) values";
    ALL = "select subject, name from other_name order by subject, place";
    OF_PACK = "select subject, name from other_name where pack = $1 order by position, place";
}

impl Store {
    /// Every other name: subject and name.
    pub async fn other_names(&self) -> Result<Vec<(String, String)>> {
        self.db.reader().await?.rows(ALL, &[]).await
    }
}

/// Puts in the names of a pack; those it tells no longer go.
pub(crate) async fn put_of_pack(conn: &mut Conn, told: &Knowledge, at_ms: i64) -> Result<()> {
    let pack = told.pack.as_str();
    conn.run(FORGET_PACK, &[pack.into()]).await?;
    let mut values: Vec<Value<'_>> = Vec::new();
    for (one, position) in told.names.iter().zip(0i64..) {
        let subject = one.subject.as_str();
        conn.run(FORGET, &[subject.into()]).await?;
        for (name, place) in one.names.iter().zip(0i64..) {
            let row = [subject.into(), place.into(), name.as_str().into(), at_ms.into(), pack.into(), position.into()];
            values.extend(row);
        }
    }
    conn.insert(INSERT, 6, &values).await?;
    Ok(())
}

/// The names of a pack, in its order.
pub(crate) async fn of_pack(conn: &mut Conn, pack: &str) -> Result<Vec<OtherNames>> {
    let rows: Vec<(String, String)> = conn.rows(OF_PACK, &[pack.into()]).await?;
    let mut all: Vec<OtherNames> = Vec::new();
    for (subject, name) in rows {
        match all.last_mut().filter(|last| last.subject == subject) {
            Some(last) => last.names.push(name),
            None => all.push(OtherNames { subject, names: vec![name] }),
        }
    }
    Ok(all)
}
