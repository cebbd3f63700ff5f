//! Claims: told by packs and by hand, tied to the paragraphs that hold them, withdrawn but never lost.

use crate::engines::{Place, on_each_engine};
use crate::world::keep;
use plenum_model::claim::{Claim, Property};
use plenum_model::process::Process;
use plenum_model::{PartialDate, Standing};
use plenum_store::claims::{Act, Ledger};
use plenum_store::processes::Knowledge;

fn claim(key: &str, value: &str, standing: Standing) -> Claim {
    Claim {
        key: key.into(),
        subject: "harbour".into(),
        property: "in-force".into(),
        value: value.into(),
        date: PartialDate::parse("2024").ok(),
        source: "a page".into(),
        document: Some("A/1".into()),
        words: vec![value.into()],
        counted_by: None,
        standing,
        is_confirmed: true,
        note: None,
        issue: None,
    }
}

fn pack(claims: Vec<Claim>) -> Knowledge {
    let property = Property {
        subject: "harbour".into(),
        key: "in-force".into(),
        label: "In force".into(),
        unit: None,
        is_series: false,
    };
    let process = Process { slug: "harbour".into(), name: "Harbour".into(), ..Process::default() };
    Knowledge {
        pack: "lights".into(),
        by: "pack lights 1".into(),
        processes: vec![process],
        properties: vec![property],
        claims,
        ..Knowledge::default()
    }
}

async fn ledger(place: &Place) -> Ledger {
    place.store.ledgers("harbour").await.unwrap().remove(0)
}

fn places(ledger: &Ledger) -> Vec<String> {
    ledger.entries.iter().flat_map(|entry| entry.places.iter().map(|(address, _)| address.to_string())).collect()
}

#[tokio::test]
async fn a_claim_is_tied_only_to_a_paragraph_that_holds_its_words() {
    on_each_engine(async |place| {
        let told = [claim("ninety", "90 days", Standing::Adopted), claim("thirty", "30 days", Standing::Commentary)];
        place.store.learn(&pack(told.into()), 1_000).await.unwrap();
        assert_eq!(place.store.tie_claims().await.unwrap(), 0, "nothing is held");
        keep(
            &place,
            "A/1",
            "en",
            &["1. The harbour opens.", "2. It is in force after 90 days.", "3. On 130 days of fog"],
        )
        .await;
        assert_eq!(place.store.tie_claims().await.unwrap(), 1);
        let held = ledger(&place).await;
        assert_eq!(places(&held), ["/d/A/1/en1/p/2"]);
        assert_eq!(held.shown().unwrap().claim.key, "ninety");
        assert_eq!(held.disagreeing(), 2);
        let untied = held.entries.iter().find(|entry| entry.claim.key == "thirty").unwrap();
        assert!(untied.is_document_held && untied.places.is_empty());
        keep(&place, "A/1", "en", &["1. The harbour opens.", "2. It is in force after 30 days."]).await;
        place.store.tie_claims().await.unwrap();
        assert_eq!(places(&ledger(&place).await), ["/d/A/1/en2/p/2"], "the current reading alone");
    })
    .await;
}

#[tokio::test]
async fn what_was_done_to_a_claim_is_kept() {
    on_each_engine(async |place| {
        let doubtful = Claim { is_confirmed: false, ..claim("ninety", "90 days", Standing::Adopted) };
        place.store.learn(&pack(vec![doubtful.clone()]), 1_000).await.unwrap();
        assert!(place.store.act_on_claim("ninety", Act::Confirm, "Ada", 2_000).await.unwrap());
        assert!(!place.store.act_on_claim("ninety", Act::Confirm, "Ada", 2_500).await.unwrap(), "it is already");
        place.store.learn(&pack(vec![doubtful.clone()]), 3_000).await.unwrap();
        assert!(ledger(&place).await.entries[0].claim.is_confirmed, "the pack says the same as before");
        let by_hand = claim("", "45 days", Standing::Statement);
        let key = place.store.enter_claim(&by_hand, "Ada", 4_000).await.unwrap();
        assert!(place.store.act_on_claim(&key, Act::Withdraw, "Ada", 5_000).await.unwrap());
        assert!(!place.store.act_on_claim(&key, Act::Confirm, "Ada", 6_000).await.unwrap(), "withdrawn is withdrawn");
        assert!(!place.store.act_on_claim("nothing", Act::Confirm, "Ada", 6_000).await.unwrap());
        place.store.learn(&pack(Vec::new()), 7_000).await.unwrap();
        let changes = place.store.claim_changes("harbour", "in-force").await.unwrap();
        let told: Vec<_> = changes.iter().map(|c| format!("{} {} by {}", c.claim, c.what, c.by)).collect();
        assert_eq!(
            told,
            [
                "ninety withdrawn by pack lights 1",
                "entered-1 withdrawn by Ada",
                "entered-1 added by Ada",
                "ninety confirmed by Ada",
                "ninety added by pack lights 1",
            ]
        );
        assert_eq!(ledger(&place).await.standing().count(), 0);
        assert_eq!(ledger(&place).await.entries.len(), 2, "none is deleted");
        let again = pack(vec![doubtful]);
        place.store.learn(&again, 8_000).await.unwrap();
        assert_eq!(ledger(&place).await.standing().count(), 1, "a pack may tell again what it dropped");
        assert!(place.store.act_on_claim("ninety", Act::Withdraw, "Ada", 9_000).await.unwrap());
        place.store.learn(&again, 10_000).await.unwrap();
        assert_eq!(ledger(&place).await.standing().count(), 0, "what a person withdrew stays withdrawn");
    })
    .await;
}

#[tokio::test]
async fn a_claim_of_an_unknown_property_is_refused() {
    on_each_engine(async |place| {
        let lost = Knowledge { properties: Vec::new(), ..pack(vec![claim("ninety", "90 days", Standing::Adopted)]) };
        assert!(place.store.learn(&lost, 1_000).await.is_err());
        assert!(place.store.processes().await.unwrap().is_empty(), "then nothing is kept");
    })
    .await;
}
