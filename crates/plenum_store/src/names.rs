//! By what else things are called: other names of processes, sessions and documents, as knowledge packs give them.

use crate::changes::begin_edition;
use crate::db::{Value, statements};
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
    FORGET = "delete from other_name where subject = $1";
    INSERT = "insert into other_name (subject, place, name, changed_at_ms) values";
    ALL = "select subject, name from other_name order by subject, place";
}

impl Store {
    /// Puts in, or replaces, the other names of some things, in one transaction.
    pub async fn put_names(&self, all: &[OtherNames], at_ms: i64) -> Result<()> {
        let mut conn = self.db.writer().await?;
        begin_edition(&mut conn).await?;
        for one in all {
            conn.run(FORGET, &[one.subject.as_str().into()]).await?;
            let mut values: Vec<Value<'_>> = Vec::new();
            for (name, place) in one.names.iter().zip(0i64..) {
                values.extend([one.subject.as_str().into(), place.into(), name.as_str().into(), at_ms.into()]);
            }
            conn.insert(INSERT, 4, &values).await?;
        }
        conn.commit().await
    }

    /// Every other name: subject and name.
    pub async fn other_names(&self) -> Result<Vec<(String, String)>> {
        self.db.reader().await?.rows(ALL, &[]).await
    }
}
