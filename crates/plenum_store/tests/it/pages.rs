//! What pages are given: addresses that never die, references both ways, lists.

use crate::engines::{Place, on_each_engine};
use crate::world::{self, address, compare, keep, reading, symbol};
use plenum_model::DocumentFacts;
use plenum_store::documents::{Filter, Found, Order};
use plenum_store::facts::Authority;
use plenum_store::paragraphs::ParagraphPage;

async fn page(place: &Place, of: &str) -> Found<ParagraphPage> {
    place.store.paragraph_page(&address(of)).await.unwrap()
}

/// Where an address leads: `here`, another address, `only` the document, or `missing`.
async fn leads(place: &Place, of: &str) -> String {
    match page(place, of).await {
        Found::Here(page) => format!("here: {}", page.this.paragraph.text),
        Found::MovedTo(address) => address.to_string(),
        Found::OnlyDocument(address) => format!("only {address}"),
        Found::Missing => "missing".into(),
    }
}

#[tokio::test]
async fn an_old_address_never_dies() {
    on_each_engine(async |place| {
        keep(&place, "A/1", "en", &["1. First", "2. Second", "3. Third"]).await;
        keep(&place, "A/1", "en", &["1. First", "2. New", "3. Second"]).await;
        for (asked, expected) in [
            ("A/1/p/1", "/d/A/1/en2/p/1"),
            ("A/1/en1/p/1", "/d/A/1/en2/p/1"),
            ("A/1/en1/p/2", "/d/A/1/en2/p/3"),
            ("A/1/en1/p/3", "here: Third"),
            ("A/1/en2/p/3", "here: Second"),
            ("a/1/en2/p/3", "/d/A/1/en2/p/3"),
            ("A/1/en2/p/9", "only /d/A/1"),
            ("A/1/p/9", "only /d/A/1"),
            ("A/1/fr1/p/1", "only /d/A/1"),
            ("A/1", "only /d/A/1"),
            ("A/2/p/1", "missing"),
        ] {
            assert_eq!(leads(&place, asked).await, expected, "{asked}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_paragraph_that_went_is_found_where_it_last_was() {
    on_each_engine(async |place| {
        keep(&place, "A/1", "en", &["1. First", "2. Second"]).await;
        keep(&place, "A/1", "en", &["1. First"]).await;
        assert_eq!(leads(&place, "A/1/p/2").await, "/d/A/1/en1/p/2");
        assert_eq!(leads(&place, "A/1/en1/p/2").await, "here: Second");
    })
    .await;
}

#[tokio::test]
async fn an_old_symbol_leads_to_the_new_one() {
    on_each_engine(async |place| {
        keep(&place, "A/80/257", "en", &["1. First"]).await;
        keep(&place, "A/90/1", "en", &["1. As said @A/AC.292/2025/CRP.1 1"]).await;
        let (old, new) = (symbol("A/AC.292/2025/CRP.1"), symbol("A/80/257"));
        assert!(place.store.redirect(&old, &new, "issued anew", 2_000).await.unwrap());
        assert_eq!(leads(&place, "A/AC.292/2025/CRP.1/en1/p/1").await, "/d/A/80/257/en1/p/1");
        assert!(!place.store.redirect(&new, &symbol("A/90/1"), "no", 2_000).await.unwrap(), "its own page comes first");
        assert!(!place.store.redirect(&old, &symbol("A/404"), "no", 2_000).await.unwrap(), "nothing is known of it");
        let Found::Here(page) = page(&place, "A/80/257/en1/p/1").await else { panic!() };
        assert_eq!(page.cited_by.len(), 1, "who named the old symbol names the new document");
        keep(&place, "A/91/1", "en", &["1. Again @A/AC.292/2025/CRP.1 1"]).await;
        let Found::Here(page) = place.store.document_page(&new, None).await.unwrap() else { panic!() };
        assert_eq!(page.cited_by_total, 2);
        keep(&place, "A/AC.292/2025/CRP.1", "fr", &["1. Premier"]).await;
        assert_eq!(place.store.document(&new).await.unwrap().unwrap().languages.len(), 2, "it is the same document");
    })
    .await;
}

#[tokio::test]
async fn a_paragraph_is_shown_in_its_place_with_who_cites_it() {
    on_each_engine(async |place| {
        let lines: Vec<String> = (1..=9).map(|n| format!("{n}. Words {n}")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        keep(&place, "A/1", "en", &lines).await;
        keep(&place, "A/1", "ar", &["1. كلمات", "٥. كلمات أخرى"]).await;
        keep(&place, "A/2", "en", &["1. Names five @A/1 5", "2. Names the whole @A/1", "3. Names itself @A/2 1"]).await;
        let Found::Here(page) = page(&place, "A/1/en1/p/5").await else { panic!() };
        let texts = |placed: &[plenum_store::paragraphs::Placed]| {
            placed.iter().map(|p| p.paragraph.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(texts(&page.before), ["Words 2", "Words 3", "Words 4"]);
        assert_eq!((page.this.paragraph.text.as_str(), texts(&page.after).len()), ("Words 5", 3));
        assert_eq!(page.languages[0].text, "كلمات أخرى");
        assert_eq!(page.languages[0].address.to_string(), "/d/A/1/ar1/p/5");
        let cited: Vec<String> = page.cited_by.iter().map(|c| c.address.to_string()).collect();
        assert_eq!(cited, ["/d/A/2/en1/p/1"]);
        assert_eq!(page.document_cited_by[0].address.to_string(), "/d/A/2/en1/p/2");
        let Found::Here(citing) = self::page(&place, "A/2/en1/p/1").await else { panic!() };
        let (target, to) = citing.targets.of(&citing.this.paragraph.references[0]).unwrap();
        assert_eq!((target.title.as_str(), to.to_string().as_str()), ("A title", "/d/A/1/p/5"));
        assert_eq!(citing.cited_by, [], "a document that names itself is not listed");
    })
    .await;
}

#[tokio::test]
async fn a_document_without_text_is_listed() {
    on_each_engine(async |place| {
        let facts = DocumentFacts::from_symbol(symbol("A/79/214"), "Third report");
        assert_eq!(place.store.declare(&[facts], Authority::Pack, "a pack", 1_000).await.unwrap(), 1);
        keep(&place, "A/80/257", "en", &["1. Recalls @A/79/214 3"]).await;
        let Found::Here(page) = place.store.document_page(&symbol("A/79/214"), None).await.unwrap() else { panic!() };
        assert!(page.shown.is_none() && page.cited_by_total == 1);
        let line = place.store.document(&symbol("A/79/214")).await.unwrap().unwrap();
        assert_eq!((line.current, line.paragraphs), (None, 0));
        let all = place.store.list(&Filter::default(), Order::Symbol, 10, 0).await.unwrap();
        assert_eq!(all.total, 2);
        let held = Filter { with_text: true, ..Filter::default() };
        assert_eq!(place.store.list(&held, Order::Symbol, 10, 0).await.unwrap().total, 1);
        let Found::Here(citing) = self::page(&place, "A/80/257/en1/p/1").await else { panic!() };
        let (target, to) = citing.targets.of(&citing.this.paragraph.references[0]).unwrap();
        assert!(!target.has_text && to.to_string() == "/d/A/79/214", "no paragraph of it can be shown");
    })
    .await;
}

#[tokio::test]
async fn lists_are_filtered_ordered_and_paged() {
    on_each_engine(async |place| {
        for (at, (of, date, actor)) in
            [("S/1", "2020-01-05", Some("fra")), ("S/2", "2019", None), ("S/3", "2021-07", Some("fra"))]
                .iter()
                .enumerate()
        {
            let mut new = world::new(&place, of, reading("en", &[*of])).await;
            new.facts.date = plenum_model::PartialDate::parse(date).ok();
            new.facts.actor = actor.map(str::to_owned);
            new.facts.title = format!("Éxito 100% {of}");
            place.store.keep(new, "a test", 1_000 + at as i64, &compare).await.unwrap();
        }
        let check = async |filter: Filter, order: Order, expected: &[&str]| {
            let list = place.store.list(&filter, order, 2, 0).await.unwrap();
            let symbols: Vec<String> = list.lines.iter().map(|l| l.document.facts.symbol.to_string()).collect();
            assert_eq!(symbols, expected, "{filter:?}");
        };
        check(Filter::default(), Order::Newest, &["S/3", "S/2"]).await;
        check(Filter::default(), Order::Oldest, &["S/2", "S/1"]).await;
        check(Filter { actor: Some("fra".into()), ..Filter::default() }, Order::Latest, &["S/3", "S/1"]).await;
        let years = Filter { from_year: Some(2020), until_year: Some(2020), ..Filter::default() };
        check(years, Order::Symbol, &["S/1"]).await;
        check(Filter { letters: Some("100% s/2".into()), ..Filter::default() }, Order::Symbol, &["S/2"]).await;
        check(Filter { language: Some("fr".into()), ..Filter::default() }, Order::Symbol, &[]).await;
        let second = place.store.list(&Filter::default(), Order::Symbol, 2, 2).await.unwrap();
        assert_eq!((second.lines.len(), second.total), (1, 3));
        let newest = place.store.newest(1).await.unwrap();
        assert_eq!(newest[0].document.facts.symbol.as_str(), "S/3");
        let counts = place.store.counts().await.unwrap();
        assert_eq!(counts.languages, [("en".to_owned(), 3)]);
    })
    .await;
}

#[tokio::test]
async fn hits_come_in_the_order_asked_for() {
    on_each_engine(async |place| {
        keep(&place, "A/1", "en", &["1. First", "2. Second"]).await;
        keep(&place, "A/1", "en", &["1. Before", "2. First", "3. Second"]).await;
        let found = place.store.paragraphs(&[2, 99, 1, 3]).await.unwrap();
        let shown: Vec<String> = found.iter().map(|p| format!("{} {}", p.address, p.text)).collect();
        assert_eq!(shown, ["/d/A/1/en2/p/3 Second", "/d/A/1/en2/p/2 First", "/d/A/1/en2/p/1 Before"]);
        assert_eq!(place.store.paragraphs(&[]).await.unwrap(), []);
        let many: Vec<i64> = (1..=2_000).rev().collect();
        assert_eq!(place.store.paragraphs(&many).await.unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_family_stands_together() {
    on_each_engine(async |place| {
        for (of, date) in [("CRP/2", "2025-07-08"), ("CRP/1", "2025-06-27"), ("CRP/3", "2025-07-10")] {
            let mut new = world::new(&place, of, reading("en", &[of])).await;
            new.facts.family = Some("final-report".into());
            new.facts.date = plenum_model::PartialDate::parse(date).ok();
            place.store.keep(new, "a test", 1_000, &compare).await.unwrap();
        }
        let Found::Here(page) = place.store.document_page(&symbol("CRP/3"), None).await.unwrap() else { panic!() };
        let family: Vec<_> = page.family.iter().map(|line| line.document.facts.symbol.as_str()).collect();
        assert_eq!(family, ["CRP/1", "CRP/2"]);
        let Found::Here(page) = self::page(&place, "CRP/2/en1/p/0+1").await else { panic!() };
        let family: Vec<_> = page.family.iter().map(|member| member.symbol.as_str()).collect();
        assert_eq!(family, ["CRP/1", "CRP/3"]);
    })
    .await;
}
