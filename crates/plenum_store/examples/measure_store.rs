//! Measures the store alone: how fast readings are kept, and how many paragraph pages and search hits a second it gives.
//!
//! `cargo run --release -p plenum_store --example measure_store -- FOLDER [DATABASE_URL]` (an empty or missing folder).
//! Prints one line for each figure. The words are made up: 6,735 statements of 30 paragraphs of 80 words, as many as
//! the largest set of statements we know.

use plenum_model::{Address, DocumentFacts, Language, Paragraph, Reading, Reference, Symbol};
use plenum_store::facts::Authority;
use plenum_store::keeping::{FileOrigin, New};
use plenum_store::{ContentHash, Store};
use std::time::Instant;

const STATEMENTS: u64 = 6_735;
const PARAGRAPHS: u64 = 30;
const TASKS: u64 = 8;
const PAGES_PER_TASK: u64 = 2_500;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("a folder is named");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let url = arguments.next().unwrap_or_else(|| format!("sqlite:{folder}/plenum.db"));
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    runtime.block_on(async {
        let store = Store::open(&url).await.expect("the store opens");
        if store.last_change().await.expect("the feed is read") == 0 {
            keep(&store).await;
        }
        pages(&store).await;
        hits(&store).await;
        follow(&store).await;
        care(&store, std::path::Path::new(&folder)).await;
    });
}

/// A repeatable number that looks like chance.
fn scatter(seed: u64) -> u64 {
    let mixed = (seed ^ 0x9E37_79B9_7F4A_7C15).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed ^ (mixed >> 31)).wrapping_mul(0x94D0_49BB_1331_11EB) >> 17
}

fn statement(number: u64) -> New {
    let paragraph = |place: u64| {
        let words: Vec<String> =
            (0..80).map(|w| format!("word{}", scatter(number * 7_919 + place * 83 + w) % 9_000)).collect();
        let mut paragraph = Paragraph::plain(words.join(" "));
        paragraph.number = Some((place + 1).to_string());
        if place.is_multiple_of(5) {
            let symbol = Symbol::parse(&format!("S/{}", scatter(number + place) % STATEMENTS)).ok();
            let number = Some((scatter(place) % PARAGRAPHS + 1).to_string());
            paragraph.references.push(Reference { symbol, number, span: (0, 4) });
        }
        paragraph
    };
    let mut reading = Reading::empty();
    reading.language = Language::english();
    reading.paragraphs = (0..PARAGRAPHS).map(paragraph).collect();
    let symbol = Symbol::parse(&format!("S/{number}")).expect("a letter and a number are a symbol");
    let hash = ContentHash::of(&number.to_le_bytes());
    let file = FileOrigin { hash, bytes: 8, name: "made up".into(), format: "text".into() };
    let facts = DocumentFacts::from_symbol(symbol, "A statement");
    New { facts, authority: Authority::Importer, file, reading }
}

async fn keep(store: &Store) {
    let start = Instant::now();
    for first in (0..STATEMENTS).step_by(200) {
        let batch = (first..(first + 200).min(STATEMENTS)).map(statement).collect();
        store.keep_many(batch, "measured", 0, &|_, _| Vec::new()).await.expect("they are kept");
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "kept {STATEMENTS} statements in {seconds:.1} s: {:.0} paragraphs/s",
        (STATEMENTS * PARAGRAPHS) as f64 / seconds
    );
}

async fn pages(store: &Store) {
    let start = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..TASKS {
        let store = store.clone();
        tasks.spawn(async move {
            let mut waits = Vec::new();
            for page in 0..PAGES_PER_TASK {
                let seed = scatter(task * 1_000_003 + page);
                let path = format!("S/{}/en1/p/{}", seed % STATEMENTS, seed / STATEMENTS % PARAGRAPHS + 1);
                let address = Address::parse(&path).expect("an address");
                let asked = Instant::now();
                let found = store.paragraph_page(&address).await.expect("it is read");
                assert!(matches!(found, plenum_store::documents::Found::Here(_)), "{path}");
                waits.push(asked.elapsed().as_micros());
            }
            waits
        });
    }
    let waits = tasks.join_all().await.concat();
    say("paragraph pages", start, waits);
}

async fn hits(store: &Store) {
    let start = Instant::now();
    let mut waits = Vec::new();
    for page in 0..1_000 {
        let mut ids: Vec<i64> =
            (0..20).map(|hit| (scatter(page * 20 + hit) % (STATEMENTS * PARAGRAPHS)) as i64 + 1).collect();
        ids.sort_unstable();
        ids.dedup();
        let asked = Instant::now();
        assert_eq!(store.paragraphs(&ids).await.expect("they are read").len(), ids.len());
        waits.push(asked.elapsed().as_micros());
    }
    say("searches of 20 hits, one after the other", start, waits);
}

async fn follow(store: &Store) {
    let start = Instant::now();
    let (mut upto, mut entries) = (0, 0);
    loop {
        let batch = store.index_batch(upto, 5_000).await.expect("the feed is read");
        entries += batch.add.len();
        upto = batch.upto;
        if batch.is_last {
            break;
        }
    }
    println!("the index is told {:.0} entries/s", entries as f64 / start.elapsed().as_secs_f64());
}

/// What reads everything: a list with its total, the figures, the check.
async fn care(store: &Store, folder: &std::path::Path) {
    let start = Instant::now();
    let list = store.list(&Default::default(), Default::default(), 50, 1_000).await.expect("it is read");
    println!("a list of {} of {} documents: {:.1} ms", list.lines.len(), list.total, millis(start));
    let start = Instant::now();
    let figures = store.figures().await.expect("they are counted");
    println!("the figures: {:.1} ms, {} MB on {}", millis(start), figures.database_bytes >> 20, figures.engine);
    let files = plenum_store::FolderFiles::open(folder).await.expect("the folder is there");
    let start = Instant::now();
    let checked = store.check(&files).await.expect("everything is read");
    println!("the check of {} paragraphs: {:.1} s", checked.paragraphs, millis(start) / 1_000.0);
}

fn millis(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1_000.0
}

fn say(what: &str, start: Instant, mut waits: Vec<u128>) {
    let seconds = start.elapsed().as_secs_f64();
    waits.sort_unstable();
    let at = |share: usize| waits[(waits.len() - 1) * share / 100];
    println!("{what}: {:.0}/s, p50 {} µs, p99 {} µs", waits.len() as f64 / seconds, at(50), at(99));
}
