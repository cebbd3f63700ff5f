//! Kept questions: forgotten by the server itself when their day has come, whatever is kept now; off by default.

use crate::plenum::{Data, words};
use plenum_model::PartialDate;
use plenum_store::Store;
use plenum_store::questions::KeptQuestion;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_secs(60); // A machine that builds beside the tests is slow.

fn day(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a day")
}

fn kept(id: &str, until: &str) -> KeptQuestion {
    KeptQuestion {
        id: id.into(),
        question: "Who counts ships?".into(),
        language: "en".into(),
        answer: "{}".into(),
        asked_on: day("2019-12-03"),
        forgotten_on: day(until),
    }
}

/// `plenum serve`, until it says that it is there; stopped when dropped.
struct Serving(Child);

impl Serving {
    fn open(data: &Data, more: &[&str]) -> Self {
        let packs = data.path("packs");
        std::fs::create_dir_all(&packs).expect("a folder");
        let mut command = data.command(&["serve", "--listen", "127.0.0.1:0", "--packs"]);
        let mut child = command.arg(packs).args(more).stderr(Stdio::piped()).spawn().expect("it starts");
        let mut lines = BufReader::new(child.stderr.take().expect("it is piped")).lines().map_while(Result::ok);
        assert!(lines.any(|line| line.starts_with("Plenum is at ")), "it ended at once");
        std::thread::spawn(move || lines.for_each(drop));
        Self(child)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.0.kill().ok(); // It may have ended by itself.
        self.0.wait().ok();
    }
}

#[test]
fn the_server_forgets_by_itself_also_what_an_earlier_setting_kept() {
    let data = Data::new();
    let path = data.path("data");
    std::fs::create_dir_all(&path).expect("a folder");
    let database = path.join("plenum.sqlite");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let open = async || Store::open(database.to_str().expect("a plain path")).await.expect("it opens");
    runtime.block_on(async {
        let store = open().await;
        store.keep_question(&kept("old", "2020-01-02")).await.expect("it is kept");
        store.keep_question(&kept("new", "2999-01-02")).await.expect("it is kept");
        store.close().await;
    });
    let _serving = Serving::open(&data, &[]);
    runtime.block_on(async {
        let store = open().await;
        let began = Instant::now();
        while store.kept_question("old", day("2020-01-01")).await.expect("it is read").is_some() {
            assert!(began.elapsed() < LONG, "it is still kept");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert!(store.kept_question("new", day("2020-01-01")).await.expect("it is read").is_some());
    });
}

#[test]
fn no_server_keeps_for_what_is_no_number_of_days() {
    let data = Data::new();
    for wrong in ["-1", "3651", "for-ever"] {
        let refused = data.run(&["serve", "--listen", "127.0.0.1:0", &format!("--keep-questions={wrong}")]);
        assert_eq!(refused.status.code(), Some(2), "{wrong}: {}", words(&refused));
    }
    let mut command = data.command(&["serve", "--listen", "127.0.0.1:0"]);
    let refused = command.env("PLENUM_KEEP_QUESTIONS", "long").output().expect("the program starts");
    assert_eq!(refused.status.code(), Some(2), "{}", words(&refused));
    assert!(words(&refused).contains("PLENUM_KEEP_QUESTIONS"), "{}", words(&refused));
}
