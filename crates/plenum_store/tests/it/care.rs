//! Backup and restore, from either engine to either; and the check that finds what was changed by hand.

use crate::engines::{Place, on_each_engine};
use crate::world::{keep, symbol};
use plenum_model::DocumentFacts;
use plenum_store::documents::Found;
use plenum_store::facts::Authority;
use plenum_store::{ContentHash, Files, StoreError};
use sqlx::AssertSqlSafe;

/// A store with something in every part of it.
async fn fill(place: &Place) {
    let knowledge = plenum_store::processes::Knowledge::default();
    place.store.learn(&knowledge, 1_000).await.unwrap();
    keep(place, "A/1", "en", &["1. First", "2. Second @A/2 1", "3. Line\u{2028}parted"]).await;
    keep(place, "A/1", "en", &["1. First", "2. Second, other @A/2 1"]).await;
    keep(place, "A/2", "ar", &["1. كلمات"]).await;
    let facts = DocumentFacts::from_symbol(symbol("A/3"), "Not held");
    place.store.declare(&[facts], Authority::Pack, "a pack", 1_000).await.unwrap();
    place.store.redirect(&symbol("A/OLD"), &symbol("A/1"), "renamed", 1_000).await.unwrap();
    let mut other = crate::world::new(place, "A/2", crate::world::reading("ar", &["1. كلمات من ملف آخر"])).await;
    other.file.format = "other".into();
    let kept = place.store.keep(other, "a test", 1_000, &crate::world::compare).await.unwrap();
    assert_eq!(kept.outcome, plenum_store::keeping::Outcome::Beside);
    place.store.settle().await.unwrap();
    place.store.set_setting("a", "b\n\"c\"", 1_000).await.unwrap();
}

/// Everything that a page shows of A/1.
async fn shown(place: &Place) -> String {
    let Found::Here(page) = place.store.document_page(&symbol("A/1"), None).await.unwrap() else { panic!() };
    let feed = place.store.changes_since(0, 100).await.unwrap();
    format!("{page:?} {feed:?} {:?}", place.store.setting("a").await.unwrap())
}

#[tokio::test]
async fn a_backup_comes_back_on_either_engine() {
    on_each_engine(async |from| {
        fill(&from).await;
        let file = from.folder.path().join("backup.tar.zst");
        let carried = from.store.backup(&from.files, &file, 9_000).await.unwrap();
        assert_eq!(carried.files, 4);
        on_each_engine(async |to| {
            assert_eq!(to.store.restore(&to.files, &file).await.unwrap(), carried);
            assert_eq!(shown(&to).await, shown(&from).await);
            assert_eq!(to.store.check(&to.files).await.unwrap().findings, []);
            let again = keep(&to, "A/1", "en", &["1. First", "2. Third"]).await;
            assert_eq!(again.tag.to_string(), "en3", "counting goes on where it was");
            let refused = to.store.restore(&to.files, &file).await;
            assert!(matches!(refused, Err(StoreError::NotEmpty(3))), "a store in use is not overwritten");
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_damaged_backup_brings_back_nothing() {
    on_each_engine(async |from| {
        fill(&from).await;
        let file = from.folder.path().join("backup.tar.zst");
        from.store.backup(&from.files, &file, 9_000).await.unwrap();
        let whole = std::fs::read(&file).unwrap();
        let to = Place::sqlite().await;
        let mut flipped = whole.clone();
        flipped[whole.len() / 2] ^= 0x55;
        for bytes in [&whole[..whole.len() / 2], &flipped, &[], b"not a backup at all"] {
            std::fs::write(&file, bytes).unwrap();
            let refused = to.store.restore(&to.files, &file).await;
            assert!(matches!(refused, Err(StoreError::Backup(_))), "{refused:?}");
            assert_eq!(to.store.figures().await.unwrap().documents, 0);
        }
        std::fs::write(&file, &whole).unwrap();
        to.store.restore(&to.files, &file).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_backup_of_a_damaged_store_is_refused_and_leaves_no_file() {
    on_each_engine(async |place| {
        fill(&place).await;
        let hash = place.files.list().await.unwrap()[0];
        std::fs::remove_file(place.files.path(hash)).unwrap();
        let file = place.folder.path().join("backup.tar.zst");
        let refused = place.store.backup(&place.files, &file, 9_000).await;
        assert!(matches!(refused, Err(StoreError::Damaged(_))), "{refused:?}");
        let left = std::fs::read_dir(place.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert!(left.into_iter().all(|name| !name.to_string_lossy().contains("backup")));
    })
    .await;
}

async fn sql(place: &Place, text: &str) {
    let text = AssertSqlSafe(text.to_owned());
    if place.is_sqlite {
        let options: sqlx::sqlite::SqliteConnectOptions = place.url.parse().unwrap();
        let pool = sqlx::SqlitePool::connect_with(options.foreign_keys(false)).await.unwrap();
        sqlx::query(text).execute(&pool).await.unwrap();
        pool.close().await;
    } else {
        let pool = sqlx::PgPool::connect(&place.url).await.unwrap();
        sqlx::query(text).execute(&pool).await.unwrap();
        pool.close().await;
    }
}

#[tokio::test]
async fn a_sound_store_has_no_findings() {
    on_each_engine(async |place| {
        assert_eq!(place.store.check(&place.files).await.unwrap().findings, []);
        fill(&place).await;
        let checked = place.store.check(&place.files).await.unwrap();
        assert_eq!(checked.findings, []);
        assert_eq!((checked.revisions, checked.paragraphs, checked.files), (3, 5, 4));
    })
    .await;
}

#[tokio::test]
async fn what_was_changed_by_hand_is_found() {
    let cases = [
        ("update paragraph set body = 'Forged' where paragraph_id = 1", "The words of a paragraph are not"),
        ("update placement set position = 7 where position = 1 and revision_id = 1", "The paragraphs of a revision"),
        ("update revision set superseded_at_ms = null", "Not exactly the last revision"),
        ("update document set text_at_ms = null", "A document says wrongly"),
        ("update reference set span_until = 900", "A reference does not stand"),
        ("update placement set anchor = '<x>' where position = 0", "The place of a paragraph"),
        ("delete from change where seq = 1", "A revision is missing in the change feed"),
        ("update lineage set later_paragraph_id = 5 where place = 0", "A step of lineage"),
        ("update counter set next = 1 where name = 'paragraph'", "A counter would give"),
        ("update document set standing = 'holy'", "A document's symbol, kind or standing"),
        ("update file set size_bytes = 1", "A file's bytes"),
        ("update document set symbol_key = 'X/1' where document_id = 1", "A document's symbol and its key"),
    ];
    on_each_engine(async |place| {
        fill(&place).await;
        let file = place.folder.path().join("backup.tar.zst");
        place.store.backup(&place.files, &file, 9_000).await.unwrap();
        for (damage, expected) in cases {
            let to = if place.is_sqlite { Place::sqlite().await } else { Place::postgres().await.unwrap() };
            to.store.restore(&to.files, &file).await.unwrap();
            sql(&to, damage).await;
            let findings = to.store.check(&to.files).await.unwrap().findings;
            assert!(findings.iter().any(|finding| finding.what.starts_with(expected)), "{damage}: {findings:?}");
            assert!(findings.iter().all(|finding| finding.remedy.ends_with('.') && !finding.place.is_empty()));
        }
    })
    .await;
}

#[tokio::test]
async fn files_are_found_by_their_hash_and_altered_ones_are_noticed() {
    let place = Place::sqlite().await;
    let hash = place.files.put(b"words".to_vec()).await.unwrap();
    assert_eq!(hash, ContentHash::of(b"words"));
    assert_eq!(place.files.put(b"words".to_vec()).await.unwrap(), hash, "twice is once");
    assert_eq!(place.files.get(hash).await.unwrap().as_deref(), Some(&b"words"[..]));
    assert_eq!(place.files.get(ContentHash::of(b"other")).await.unwrap(), None);
    assert_eq!(place.files.list().await.unwrap(), [hash]);
    keep(&place, "A/1", "en", &["1. First"]).await;
    for held in place.files.list().await.unwrap() {
        std::fs::write(place.files.path(held), b"altered").unwrap();
    }
    let findings = place.store.check(&place.files).await.unwrap().findings;
    assert_eq!(findings.len(), 1, "the file of a revision is altered; one that no row names is nobody's");
    keep(&place, "A/1", "en", &["1. First"]).await;
    assert_eq!(place.store.check(&place.files).await.unwrap().findings, [], "importing again mends it");
}

#[tokio::test]
async fn several_processes_may_open_a_new_store_at_once() {
    let folder = tempfile::TempDir::new().unwrap();
    let url = format!("sqlite:{}", folder.path().join("plenum.db").display());
    let mut opened = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let url = url.clone();
        opened.spawn(async move { plenum_store::Store::open(&url).await.map(|_| ()) });
    }
    for outcome in opened.join_all().await {
        outcome.unwrap();
    }
}

#[tokio::test]
async fn an_address_that_is_none_is_refused_without_its_password() {
    for url in ["mysql://user:secret@host/db", "sqlite::memory:", "postgres://user:secret@host:port/db"] {
        let refused = plenum_store::Store::open(url).await.unwrap_err();
        assert!(!refused.to_string().contains("secret"), "{refused}");
        assert!(refused.remedy().ends_with('.'));
    }
}
