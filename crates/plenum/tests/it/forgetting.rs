//! Kept questions and what readers say of answers: forgotten by the server itself when their day has come, whatever is kept
//! now; questions are kept by nobody's default.

use crate::plenum::{Data, words};
use plenum_model::PartialDate;
use plenum_store::Store;
use plenum_store::feedback::Feedback;
use plenum_store::questions::KeptQuestion;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

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

fn said(day_of: &str) -> Feedback {
    Feedback {
        question_id: None,
        about: "{}".into(),
        is_wrong: true,
        sentence: None,
        words: "It counts boats.".into(),
        received_on: day(day_of),
    }
}

/// `plenum serve`, with what it says; stopped when dropped.
struct Serving {
    child: Child,
    said: Receiver<String>,
}

impl Serving {
    fn open(data: &Data) -> Self {
        let packs = data.path("packs");
        std::fs::create_dir_all(&packs).expect("a folder");
        let mut command = data.command(&["serve", "--listen", "127.0.0.1:0", "--packs"]);
        let mut child = command.arg(packs).stderr(Stdio::piped()).spawn().expect("it starts");
        let lines = BufReader::new(child.stderr.take().expect("it is piped")).lines().map_while(Result::ok);
        let (tell, said) = channel();
        // Read to the end whoever listens: a server whose words nobody takes would stand still.
        std::thread::spawn(move || lines.for_each(|line| tell.send(line).unwrap_or_default()));
        Self { child, said }
    }

    fn wait_for(&self, words: &str) {
        while !self.said.recv_timeout(LONG).expect("it says so in time").contains(words) {}
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.child.kill().ok(); // It may have ended by itself.
        self.child.wait().ok();
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
        let old = store.receive_feedback(&said("2020-01-02")).await.expect("it is kept");
        assert!(store.settle_feedback(old, true, "Ada", 5).await.expect("it is done"));
        store.receive_feedback(&said("2999-01-02")).await.expect("it is kept");
        store.close().await;
    });
    let serving = Serving::open(&data);
    serving.wait_for("1 kept questions forgotten");
    serving.wait_for("1 words on answers forgotten");
    drop(serving);
    runtime.block_on(async {
        let store = open().await;
        assert!(store.kept_question("old", day("2020-01-01")).await.expect("it is read").is_none());
        assert!(store.kept_question("new", day("2020-01-01")).await.expect("it is read").is_some());
        assert!(store.feedback(true, 10).await.expect("it is read").is_empty());
        assert_eq!(store.feedback(false, 10).await.expect("it is read").len(), 1);
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
