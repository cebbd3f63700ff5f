//! The index as its callers see it.

use crate::*;
use plenum_model::Standing;

/// An index in a folder of its own.
struct World {
    _folder: tempfile::TempDir,
    index: Index,
}

impl World {
    fn new(entries: Vec<Entry>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let index = Index::open(folder.path(), None).expect("an index");
        index.replace(&[], entries, 1).expect("kept");
        Self { _folder: folder, index }
    }
    fn find(&self, words: &str) -> Found {
        self.index.find(&Query { words: words.to_owned(), ..Query::default() }).expect("an answer")
    }
    fn ids(&self, words: &str) -> Vec<i64> {
        self.find(words).hits.iter().map(|hit| hit.paragraph_id).collect()
    }
    #[track_caller]
    fn check(&self, words: &str, expected: &[i64]) {
        let mut ids = self.ids(words);
        ids.sort_unstable();
        assert_eq!(ids, expected, "{words}");
    }
}

fn entry(paragraph_id: i64, language: &str, text: &str) -> Entry {
    Entry {
        paragraph_id,
        text: text.to_owned(),
        context: String::new(),
        symbol: format!("A/80/{paragraph_id}"),
        number: None,
        language: language.to_owned(),
        process: None,
        actor: None,
        groups: Vec::new(),
        kind: "report".to_owned(),
        standing: Standing::Official,
        date: 20_250_000 + paragraph_id as i32,
        is_heading: false,
    }
}

fn six_languages() -> World {
    World::new(vec![
        entry(1, "en", "States reaffirm the peaceful settlement of disputes."),
        entry(2, "fr", "Les États réaffirment le règlement pacifique des différends."),
        entry(3, "es", "Los Estados reafirman el arreglo pacífico de las controversias y las negociaciones."),
        entry(4, "ru", "Государства подтверждают мирное урегулирование споров в ходе переговоров."),
        entry(5, "ar", "تؤكد الدول من جديد تسوية المنازعات بالوسائل السلمية والمفاوضات."),
        entry(6, "zh", "各国重申和平解决争端的原则。"),
    ])
}

#[test]
fn words_are_found_in_six_languages_whatever_their_inflection() {
    let world = six_languages();
    world.check("dispute settlements", &[1]);
    world.check("reglements differends", &[2]);
    world.check("negociación", &[3]);
    world.check("negociacion", &[3]);
    world.check("переговоры", &[4]);
    world.check("مفاوضات", &[5]);
    world.check("الدولة", &[5]);
    world.check("争端", &[6]);
    world.check("和平解决", &[6]);
}

#[test]
fn a_phrase_needs_its_very_words_in_order() {
    let world = six_languages();
    world.check("\"peaceful settlement\"", &[1]);
    world.check("\"settlement peaceful\"", &[]);
    world.check("\"settlement of disputes\"", &[1]);
    world.check("«reglement pacifique des»", &[2]);
    world.check("「和平解决」", &[6]);
    world.check("\"解决和平\"", &[]);
    world.check("\"المنازعات بالوسائل\"", &[5]);
}

#[test]
fn what_is_excluded_is_left_out() {
    let world = World::new(vec![
        entry(1, "en", "cyber threats to health"),
        entry(2, "en", "cyber threats to nuclear plants"),
        entry(3, "en", "cyber arms race"),
    ]);
    world.check("cyber -nuclear", &[1, 3]);
    world.check("cyber -\"arms race\"", &[1, 2]);
    assert_eq!(world.find("cyber -nuclear").total, 2);
}

#[test]
fn totals_and_facets_are_exact() {
    let entries = (0..1_000).map(|id| Entry {
        actor: Some(if id % 3 == 0 { "fra".into() } else { "ken".into() }),
        groups: vec!["g77".into(), format!("group{}", id % 2)],
        date: 20_200_000 + (id as i32 % 5) * 10_000,
        ..entry(id, "en", if id % 4 == 0 { "water and land" } else { "water and air" })
    });
    let world = World::new(entries.collect());
    let found = world.find("water land");
    assert_eq!((found.total, found.holding), (250, Holding::AllWords));
    let counts = |field: &str| -> Vec<(String, u64)> {
        found.facets.iter().find(|facet| facet.field == field).map(|facet| facet.values.clone()).unwrap_or_default()
    };
    assert_eq!(counts("actor"), [("ken".into(), 166), ("fra".into(), 84)]);
    assert_eq!(counts("group"), [("g77".into(), 250), ("group0".into(), 250)]);
    assert_eq!(counts("year").iter().map(|(_, count)| count).sum::<u64>(), 250);
    assert_eq!(counts("year")[0].0, "2024");
    assert_eq!(world.find("water").total, 1_000);
    assert_eq!(world.find("").total, 1_000);
    assert_eq!(world.find("").holding, Holding::Everything);
}

#[test]
fn filters_narrow_and_may_be_typed() {
    let world = six_languages();
    world.check("lang:fr", &[2]);
    world.check("lang:fr,es", &[2, 3]);
    world.check("symbol:a/80/4", &[4]);
    world.check("year:2024", &[]);
    world.check("year:2025 lang:zh", &[6]);
    world.check("lang:xx", &[]);
    let filters = Filters { language: vec!["EN".into()], from_year: Some(2025), ..Filters::default() };
    let found = world.index.find(&Query { filters, ..Query::default() }).expect("an answer");
    assert_eq!(found.total, 1);
}

#[test]
fn where_no_paragraph_holds_all_words_any_will_do() {
    let world = six_languages();
    let found = world.find("disputes переговоры");
    assert_eq!((found.holding, found.total), (Holding::AnyWord, 2));
    let nothing = world.find("zyzzyva");
    assert_eq!((nothing.total, nothing.hits.len()), (0, 0));
}

#[test]
fn numbers_and_symbols_are_found_and_places_are_named() {
    let world = World::new(vec![
        entry(257, "en", "The Group met as A/80/257 says, in 25.10 ways."),
        entry(2, "en", "The report A/79/214 was taken note of."),
    ]);
    world.check("A/80/257", &[257]);
    world.check("80/257", &[257]);
    world.check("25.10", &[257]);
    world.check("214", &[2]);
    let jump = world.find("A/80/257 para 12(b)").jump.expect("a place");
    assert_eq!((jump.symbol.as_str(), jump.number.as_deref()), ("A/80/257", Some("12 (b)")));
}

#[test]
fn dates_order_and_pages_follow_each_other() {
    let world = World::new(
        (1..=30)
            .map(|id| Entry { date: if id == 7 { 0 } else { 20_000_000 + id as i32 }, ..entry(id, "en", "ocean") })
            .collect(),
    );
    let page = |order, offset| {
        let query = Query { words: "ocean".into(), order, offset, limit: 10, ..Query::default() };
        world.index.find(&query).expect("an answer").hits.iter().map(|hit| hit.paragraph_id).collect::<Vec<_>>()
    };
    assert_eq!(page(Order::Oldest, 0), [1, 2, 3, 4, 5, 6, 8, 9, 10, 11]);
    assert_eq!(page(Order::Newest, 0)[0], 30);
    assert_eq!(page(Order::Oldest, 20).last(), Some(&7), "the undated come last");
    let mut all: Vec<i64> = [0, 10, 20].into_iter().flat_map(|offset| page(Order::Best, offset)).collect();
    all.sort_unstable();
    assert_eq!(all, (1..=30).collect::<Vec<_>>());
}

#[test]
fn marks_stand_on_the_words_whatever_the_letters() {
    let world = six_languages();
    for (words, marked) in [
        ("settlement", vec!["settlement"]),
        ("reglement differend", vec!["règlement", "différends"]),
        ("переговоры", vec!["переговоров"]),
        ("مفاوضات", vec!["والمفاوضات"]),
        ("争端", vec!["争端"]),
        ("\"peaceful settlement\"", vec!["peaceful settlement"]),
    ] {
        let found = world.find(words);
        let snippet = &found.hits[0].snippet;
        let texts: Vec<&str> = snippet.marks.iter().map(|mark| &snippet.text[mark.clone()]).collect();
        assert_eq!(texts, marked, "{words}");
    }
}

#[test]
fn a_long_paragraph_is_shown_where_it_speaks_of_it() {
    for filler in ["слово ", "كلمة ", "字字字字", "word "] {
        let text = format!("{} needle {}", filler.repeat(300), filler.repeat(300));
        let world = World::new(vec![entry(1, "und", &text)]);
        let snippet = world.find("needle").hits[0].snippet.clone();
        assert!(snippet.text.len() < 500 && snippet.text.starts_with('…') && snippet.text.ends_with('…'));
        assert_eq!(snippet.marks.len(), 1);
        assert_eq!(&snippet.text[snippet.marks[0].clone()], "needle");
    }
}

#[test]
fn standing_decides_between_equals_and_headings_come_after() {
    let world = World::new(vec![
        Entry { standing: Standing::Commentary, ..entry(1, "en", "norms of responsible behaviour") },
        Entry { is_heading: true, standing: Standing::Adopted, ..entry(2, "en", "norms of responsible behaviour") },
        Entry { standing: Standing::Adopted, ..entry(3, "en", "norms of responsible behaviour") },
    ]);
    assert_eq!(world.ids("responsible behaviour"), [3, 1, 2]);
}

#[test]
fn hostile_questions_are_answered() {
    let world = six_languages();
    for words in [
        "a".repeat(10_000),
        "\"".repeat(9_999),
        "- ".repeat(5_000),
        "?!…—«»".repeat(100),
        "\"settlement".to_owned(),
        "-".to_owned(),
        "\u{202e}\u{0}\u{1}\u{fffd}".to_owned(),
        "symbol: lang: year:".to_owned(),
        "和".repeat(5_000),
        "the of and".to_owned(),
        "A/".repeat(3_000),
        "مـــــ\u{64b}\u{64c}".to_owned(),
    ] {
        world.find(&words);
        world.find(&format!("settlement {words}"));
        world.find(&format!("\"{words}\""));
    }
}

#[test]
fn what_is_replaced_is_found_at_once_and_only_as_it_is_now() {
    let world = six_languages();
    world.index.replace(&[2], vec![entry(1, "en", "Nothing but silence.")], 9).expect("kept");
    world.check("settlement", &[]);
    world.check("silence", &[1]);
    world.check("règlement", &[]);
    assert_eq!(world.index.upto(), 9);
    assert_eq!(world.index.figures().paragraphs, 5);
    world.index.clear().expect("cleared");
    assert_eq!((world.index.upto(), world.index.figures().paragraphs), (0, 0));
}

#[test]
fn an_index_is_found_again_and_a_damaged_one_begins_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let open = || Index::open(folder.path(), None).expect("an index");
    open().replace(&[], vec![entry(1, "en", "lasting words")], 5).expect("kept");
    let again = open();
    assert_eq!((again.upto(), again.figures().paragraphs), (5, 1));
    drop(again);
    let words = folder.path().join(crate::schema::LAYOUT);
    std::fs::write(words.join("meta.json"), "{ broken").expect("damaged");
    let anew = open();
    assert_eq!((anew.upto(), anew.figures().paragraphs), (0, 0));
    anew.replace(&[], vec![entry(1, "en", "new words")], 1).expect("kept");
}

#[test]
fn a_second_writer_is_told_that_it_must_wait_and_may_still_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = Index::open(folder.path(), None).expect("an index");
    first.replace(&[], vec![entry(1, "en", "words")], 1).expect("kept");
    let second = Index::open(folder.path(), None).expect("an index");
    assert!(matches!(second.replace(&[], Vec::new(), 2), Err(SearchError::Busy(_))));
    let found = second.find(&Query { words: "words".into(), ..Query::default() }).expect("an answer");
    assert_eq!(found.total, 1);
}
