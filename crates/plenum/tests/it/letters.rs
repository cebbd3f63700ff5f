//! Letters through a real SMTP server: taken, refused for a while, refused for good, read back, ended by one click.

use crate::plenum::{Data, program, repository, words};
use plenum_store::Store;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const ORIGIN: &str = "http://plenum.test";
const LONG: Duration = Duration::from_secs(60); // A machine that builds beside the tests is slow.

/// The mail server of the tests; gone when the test ends.
struct Mailbox {
    child: Child,
    port: u16,
    taken: Receiver<Value>,
}

impl Mailbox {
    /// `None` where Debian's python3-aiosmtpd is not installed; said loudly.
    fn open() -> Option<Self> {
        let python = ["/usr/bin/python3", "python3"].into_iter().find(|python| {
            let tried = Command::new(python).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
            tried.is_ok_and(|status| status.success())
        });
        let Some(python) = python else {
            eprintln!(
                "LOUD: LETTERS ARE NOT TESTED: python3-aiosmtpd is not installed (apt-get install python3-aiosmtpd)."
            );
            return None;
        };
        let script = repository().join("crates/plenum/tests/mail/server.py");
        let mut child = Command::new(python).arg(script).stdout(Stdio::piped()).spawn().expect("it starts");
        let mut said = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut line = String::new();
        said.read_line(&mut line).expect("it says its port");
        let port = line.trim().parse().expect("a port");
        let (sender, taken) = channel();
        std::thread::spawn(move || listen(said, &sender));
        Some(Self { child, port, taken })
    }

    fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// The next letter.
    fn next(&self) -> Value {
        self.taken.recv_timeout(LONG).expect("a letter comes")
    }

    fn is_empty(&self) -> bool {
        self.taken.recv_timeout(Duration::from_millis(300)).is_err()
    }
}

fn listen(mut said: BufReader<ChildStdout>, sender: &std::sync::mpsc::Sender<Value>) {
    let mut line = String::new();
    while said.read_line(&mut line).is_ok_and(|bytes| bytes > 0) {
        let letter = serde_json::from_str(&line).expect("JSON");
        if sender.send(letter).is_err() {
            return;
        }
        line.clear();
    }
}

impl Drop for Mailbox {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// `plenum serve` with a mail server; stopped when dropped.
struct Serving {
    child: Child,
    port: u16,
}

impl Serving {
    fn open(data: &Data, mailbox: &Mailbox) -> Self {
        let packs = data.path("packs");
        std::fs::create_dir_all(&packs).expect("a folder");
        let mut command = data.command(&["serve", "--listen", "127.0.0.1:0", "--origin", ORIGIN]);
        command.args(["--smtp-url", &mailbox.url(), "--mail-from", "Plenum <plenum@plenum.test>", "--packs"]);
        let mut child = command.arg(packs).stderr(Stdio::piped()).spawn().expect("it starts");
        let said = BufReader::new(child.stderr.take().expect("it is piped"));
        let mut port = None;
        let mut lines = said.lines().map_while(Result::ok);
        for line in lines.by_ref() {
            if let Some(rest) = line.strip_prefix("Plenum is at http://127.0.0.1:") {
                port = rest.split(' ').next().and_then(|port| port.parse().ok());
                break;
            }
        }
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, port: port.expect("it says where it is") }
    }

    /// Status, head and body of an answer; a body makes it a post.
    fn ask(&self, path: &str, headers: &str, body: Option<&str>) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(LONG)).expect("a limit");
        let method = if body.is_some() { "POST" } else { "GET" };
        let body = body.unwrap_or_default();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: plenum.test\r\nconnection: close\r\n{headers}\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(head.as_bytes()).expect("it is taken");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        (status, answer)
    }

    fn post(&self, path: &str, form: &str) -> (u16, String) {
        self.ask(path, "origin: http://plenum.test\r\n", Some(form))
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn header<'a>(letter: &'a Value, name: &str) -> &'a str {
    let headers = letter["headers"].as_array().expect("headers");
    let own: Vec<&str> = headers.iter().filter(|one| one[0] == name).filter_map(|one| one[1].as_str()).collect();
    assert_eq!(own.len(), 1, "{name} stands once in {headers:?}");
    own[0]
}

/// The path of the first link in a letter's text that begins so.
fn link(letter: &Value, start: &str) -> String {
    let text = letter["text"].as_str().expect("a text");
    let mut paths = text.lines().filter_map(|line| line.strip_prefix(ORIGIN));
    paths.find(|path| path.starts_with(start)).unwrap_or_else(|| panic!("no {start} in {text}")).to_owned()
}

fn day(after: i64) -> String {
    (time::OffsetDateTime::now_utc() + time::Duration::days(after)).date().to_string()
}

/// Makes and sends the letters of a day.
fn letters(data: &Data, mailbox: &Mailbox, after: i64) -> Value {
    let now = day(after);
    let url = mailbox.url();
    let named = ["letters", "--now", &now, "--origin", ORIGIN, "--mail-from", "plenum@plenum.test", "--smtp-url", &url];
    data.json(&named).1
}

fn import(data: &Data, name: &str, text: &str) {
    let file = data.path(name);
    std::fs::write(&file, text).expect("written");
    data.json(&["import", &file.to_string_lossy(), "--symbol", &format!("A/{name}").replace(".md", "")]);
}

/// A server stopped between sending a letter and writing that down has the letter sent again.
fn wait_until_none_waits(data: &Data) {
    let database = data.path("data").join("plenum.sqlite");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let store = Store::open(database.to_str().expect("a plain path")).await.expect("it opens");
        let started = Instant::now();
        while store.letters_written().await.expect("it is read").waiting > 0 {
            assert!(started.elapsed() < LONG, "a letter still waits");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        store.close().await;
    });
}

#[test]
fn letters_go_through_a_real_server_and_end_by_one_click() {
    let Some(mailbox) = Mailbox::open() else { return };
    let data = Data::new();
    {
        let serving = Serving::open(&data, &mailbox);
        for (who, language) in [("ada", "ar"), ("later", "en"), ("never", "en")] {
            let form = format!("q=green+lamps&address={who}%40mission.test&rhythm=daily&language={language}");
            let (status, answer) = serving.post("/subscribe", &form);
            assert_eq!(status, 303, "{answer}");
            let letter = mailbox.next();
            assert_eq!(letter["to"][0], format!("{who}@mission.test"));
            assert_eq!(letter["kind"], "multipart/alternative");
            let confirm = link(&letter, "/subscriptions/confirm/");
            assert!(letter["html"].as_str().is_some_and(|html| html.contains(&confirm)), "{letter}");
            assert_eq!(header(&letter, "Auto-Submitted"), "auto-generated");
            if who == "ada" {
                assert!(header(&letter, "Subject").starts_with("يرجى التأكيد"), "{letter}");
                assert!(letter["text"].as_str().is_some_and(|text| text.contains("لعله أنتم")), "{letter}");
            }
            assert_eq!(serving.ask(&confirm, "", None).0, 200);
            assert_eq!(serving.post(&confirm, "").0, 303);
        }
        wait_until_none_waits(&data);
    }
    import(&data, "one.md", "# Views\n\n1. All States welcome green lamps at harbours.\n\n2. Lamps, and green ones.\n");
    let dry = data.run(&["letters", "--dry-run", "--now", &day(2)]);
    let printed = String::from_utf8_lossy(&dry.stdout).into_owned();
    assert!(printed.contains("All States welcome") && printed.contains("/subscriptions/…"), "{printed}");
    assert!(!printed.contains("@mission.test"), "an address is printed: {printed}");
    assert!(mailbox.is_empty(), "a dry run sends nothing");

    let done = letters(&data, &mailbox, 2);
    assert_eq!(
        (&done["made"], &done["sent"], &done["later"], &done["failed"]),
        (&3.into(), &1.into(), &1.into(), &1.into())
    );
    let letter = mailbox.next();
    assert_eq!(letter["to"], serde_json::json!(["ada@mission.test"]));
    assert_eq!(letter["from"], "plenum@plenum.test");
    assert!(header(&letter, "Subject").starts_with("جديد: “green lamps”"), "{letter}");
    let text = letter["text"].as_str().expect("a text");
    assert!(text.contains("All States welcome green lamps at harbours.") && text.contains("A/one, 1"), "{text}");
    assert!(!text.contains("Lamps, and green ones"), "only what holds the phrase: {text}");
    let end = header(&letter, "List-Unsubscribe").trim_matches(['<', '>']).to_owned();
    assert_eq!(header(&letter, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");

    let done = letters(&data, &mailbox, 3);
    assert_eq!(
        (&done["made"], &done["sent"], &done["later"], &done["failed"]),
        (&0.into(), &1.into(), &0.into(), &0.into())
    );
    assert_eq!(mailbox.next()["to"][0], "later@mission.test", "who was refused for a while is tried again");

    {
        let serving = Serving::open(&data, &mailbox);
        let path = end.strip_prefix(ORIGIN).expect("an address of ours");
        // What a mail provider's server sends: neither origin nor cookie.
        let (status, answer) = serving.ask(path, "", Some("List-Unsubscribe=One-Click"));
        assert_eq!(status, 200, "{answer}");
        assert_eq!(serving.ask(path, "", Some("List-Unsubscribe=One-Click")).0, 404, "she is forgotten");
    }
    import(&data, "two.md", "# More\n\n1. Green lamps shine.\n");
    let done = letters(&data, &mailbox, 5);
    assert_eq!((&done["made"], &done["sent"], &done["failed"]), (&2.into(), &1.into(), &1.into()), "{done}");
    assert_eq!(mailbox.next()["to"][0], "later@mission.test");
    assert!(mailbox.is_empty(), "whoever unsubscribed gets nothing");
}

#[test]
fn a_mail_server_that_is_not_there_leaves_letters_waiting_and_no_password_is_told() {
    let data = Data::new();
    let secret = "smtp://plenum:s3cr3t@127.0.0.1:1";
    for verb in ["letters", "serve"] {
        let helped = program().args([verb, "--help"]).env("PLENUM_SMTP_URL", secret).output().expect("it starts");
        let all = String::from_utf8_lossy(&helped.stdout).into_owned();
        assert!(all.contains("--smtp-url") && !all.contains("s3cr3t"), "{all}");
    }
    let ask = |arguments: &[&str], url: &str| {
        let mut command = data.command(arguments);
        command.env("PLENUM_SMTP_URL", url).env("PLENUM_MAIL_FROM", "plenum@plenum.test").output().expect("it starts")
    };
    let quiet = ask(&["letters", "--origin", ORIGIN], secret);
    assert_eq!(quiet.status.code(), Some(0), "{}", words(&quiet));
    let homeless = ask(&["letters"], secret);
    assert_eq!(homeless.status.code(), Some(2), "{}", words(&homeless));
    let wrong = ask(&["letters", "--origin", ORIGIN], "imap://plenum:s3cr3t@mail.test");
    assert_eq!(wrong.status.code(), Some(2));
    for output in [quiet, homeless, wrong] {
        assert!(!words(&output).contains("s3cr3t"), "{}", words(&output));
    }
}
