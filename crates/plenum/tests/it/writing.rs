//! A language model's server on a real socket: it streams or not, is slow, breaks off, fails, floods, talks nonsense, lies.

use crate::plenum::{Data, words};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Output;
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

const QUESTION: &str = "How many ships did the commission count in the northern harbour?";
const COMPOSED: &str = "“The commission counted forty ships in the northern harbour.”";
const KEY: &str = "k-0123456789";

/// What the server does with one connection.
#[derive(Clone)]
enum Turn {
    /// Events, a word each, and the end.
    Streams(&'static str),
    /// The whole in one piece.
    Tells(&'static str),
    /// A status, with a place to go for redirects.
    Answers(u16),
    /// These bytes as the body, of this type; then the end.
    Sends(&'static str, &'static str),
    /// Two words, and the connection is gone.
    BreaksOff,
    /// Two words, and nothing more until the other gives up.
    Hesitates,
    /// Nothing at all until the other gives up.
    IsSilent,
    /// Words without end.
    Floods,
    /// Hangs up before it says anything.
    HangsUp,
}

/// A server with a list of turns; what is asked of it can be read.
struct Model {
    port: u16,
    asked: Receiver<(String, Value)>,
}

impl Model {
    fn that(turns: &[Turn]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (sender, asked) = channel();
        let turns = turns.to_vec();
        std::thread::spawn(move || {
            for turn in turns {
                let Ok((stream, _)) = listener.accept() else { return };
                let Some(request) = read(&stream) else { continue };
                sender.send(request).ok();
                // Whoever gives up in the middle closes the connection, and that is what some turns wait for.
                act(stream, &turn).ok();
            }
        });
        Self { port, asked }
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}/v1", self.port)
    }
}

/// The head and the JSON of a request.
fn read(stream: &TcpStream) -> Option<(String, Value)> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length?];
    reader.read_exact(&mut body).ok()?;
    Some((head, serde_json::from_slice(&body).ok()?))
}

fn event(words: &str) -> String {
    format!("data: {}\n\n", json!({ "choices": [{ "index": 0, "delta": { "content": words } }] }))
}

fn act(mut stream: TcpStream, turn: &Turn) -> std::io::Result<()> {
    let head = |kind: &str| format!("HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\nconnection: close\r\n\r\n");
    let events = head("text/event-stream");
    let wait = |mut stream: &TcpStream| stream.read(&mut [0]).map(drop);
    match turn {
        Turn::Streams(text) => {
            stream.write_all(events.as_bytes())?;
            for word in text.split_inclusive(' ') {
                stream.write_all(event(word).as_bytes())?;
            }
            stream.write_all(b"data: [DONE]\n\n")
        }
        Turn::Tells(text) => {
            let choice = json!({ "message": { "role": "assistant", "content": text }, "finish_reason": "stop" });
            write!(stream, "{}{}", head("application/json"), json!({ "choices": [choice] }))
        }
        Turn::Answers(status) => {
            write!(stream, "HTTP/1.1 {status} x\r\nlocation: http://127.0.0.1:1/v1\r\ncontent-length: 0\r\n\r\n")
        }
        Turn::Sends(kind, body) => write!(stream, "{}{body}", head(kind)),
        // A length that never comes: the end is then no end.
        Turn::BreaksOff => write!(
            stream,
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 9999\r\n\r\n{}",
            event("The commission counted forty ships. [1] It")
        ),
        Turn::Hesitates => {
            write!(stream, "{events}{}", event("The commission counted forty ships. [1] It"))?;
            wait(&stream)
        }
        Turn::IsSilent => wait(&stream),
        Turn::Floods => {
            stream.write_all(events.as_bytes())?;
            loop {
                stream.write_all(event("ships ").repeat(100).as_bytes())?;
            }
        }
        Turn::HangsUp => Ok(()),
    }
}

/// A library of one invented paper.
fn library() -> Data {
    let data = Data::new();
    let paper = data.path("paper.txt");
    let text = "Report of the commission\n\n1. The weather was fine. The commission counted forty ships in the northern harbour.\n\n2. The commission adjourned.\n";
    std::fs::write(&paper, text).expect("it is written");
    let kept = data.run(&["import", paper.to_str().expect("a path"), "--symbol", "H/1", "--language", "en"]);
    assert!(kept.status.success(), "{}", words(&kept));
    data
}

/// Asks with this server; everything that the program does is in its log.
fn ask(data: &Data, model: &Model, more: &[&str]) -> (Value, Output) {
    let mut command = data.command(&["ask", QUESTION, "--json", "--models", "none", "--model-name", "small"]);
    command.args(["--model-url", &model.url()]).args(more).env("PLENUM_MODEL_KEY", KEY).env("PLENUM_LOG", "trace");
    let output = command.output().expect("the program starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!said.contains(KEY) && !words(&output).contains(KEY), "the key is shown: {said} {}", words(&output));
    (serde_json::from_str(&said).unwrap_or_else(|error| panic!("{error}: {said} {}", words(&output))), output)
}

fn sentence(answer: &Value) -> &str {
    answer["answer"][0]["sentence"].as_str().unwrap_or_else(|| panic!("no answer: {answer}"))
}

#[test]
fn an_answer_is_written_streamed_or_whole_and_sends_what_the_protocol_wants() {
    let data = library();
    let text = "The commission counted forty ships. [1]";
    for turn in [Turn::Streams(text), Turn::Tells(text)] {
        let model = Model::that(&[turn]);
        let (answer, _) = ask(&data, &model, &[]);
        assert_eq!(sentence(&answer), "The commission counted forty ships.");
        assert_eq!((&answer["writer"], &answer["model"]), (&json!("language-model"), &json!("small")));
        let cited = &answer["answer"][0]["citations"][0];
        assert_eq!(cited["quote"], "The commission counted forty ships in the northern harbour.");
        let (head, body) = model.asked.recv().expect("it was asked");
        assert!(head.starts_with("POST /v1/chat/completions HTTP/1.1\r\n"), "{head}");
        assert!(head.contains(&format!("authorization: Bearer {KEY}\r\n")), "{head}");
        assert_eq!((&body["model"], &body["stream"], &body["temperature"]), (&json!("small"), &json!(true), &json!(0)));
        assert!(body["messages"][5]["content"].as_str().is_some_and(|words| words.contains(QUESTION)), "{body}");
    }
}

#[test]
fn a_server_that_fails_once_is_asked_once_more_and_no_third_time() {
    let data = library();
    let well = Turn::Streams("The commission counted forty ships. [1]");
    for failing in [Turn::Answers(500), Turn::Answers(429), Turn::HangsUp] {
        let (answer, _) = ask(&data, &Model::that(&[failing.clone(), well.clone()]), &[]);
        assert_eq!(answer["writer"], "language-model");
        let model = Model::that(&[failing.clone(), failing, well.clone()]);
        let (answer, output) = ask(&data, &model, &[]);
        assert_eq!((sentence(&answer), &answer["writer"]), (COMPOSED, &json!("rules-instead")));
        assert!(words(&output).contains("stays as it was composed"), "{}", words(&output));
        assert_eq!(model.asked.try_iter().count(), 2);
    }
}

#[test]
fn a_server_that_refuses_or_sends_elsewhere_is_not_asked_again() {
    let data = library();
    for status in [301, 302, 307, 400, 401, 404] {
        let model = Model::that(&[Turn::Answers(status), Turn::Streams("The commission counted forty ships. [1]")]);
        let (answer, _) = ask(&data, &model, &[]);
        assert_eq!((sentence(&answer), &answer["writer"]), (COMPOSED, &json!("rules-instead")), "{status}");
        assert_eq!(model.asked.try_iter().count(), 1, "{status}");
    }
}

#[test]
fn a_server_that_breaks_off_floods_or_talks_nonsense_costs_the_reader_nothing() {
    let data = library();
    for turn in [
        Turn::BreaksOff,
        Turn::Floods,
        Turn::Sends("text/event-stream", "data: {\"choices\": [{\"delta\": {\"content\": \"The commission"),
        Turn::Sends("text/event-stream", "data: {\"error\": {\"message\": \"no memory\"}}\n\n"),
        Turn::Sends("text/html", "<html>The commission counted forty ships. [1]</html>"),
        Turn::Sends("application/json", "[[[[[[[["),
        Turn::Sends("application/json", "{\"choices\": [{\"message\": {\"content\": 7}}]}"),
        Turn::Sends("application/json", ""),
    ] {
        let (answer, output) = ask(&data, &Model::that(&[turn]), &[]);
        assert_eq!((sentence(&answer), &answer["writer"]), (COMPOSED, &json!("rules-instead")));
        assert_eq!(output.status.code(), Some(0), "{}", words(&output));
    }
}

#[test]
fn a_slow_server_is_waited_for_no_longer_than_told() {
    let data = library();
    for turn in [Turn::IsSilent, Turn::Hesitates] {
        let started = Instant::now();
        let (answer, output) = ask(&data, &Model::that(&[turn]), &["--model-seconds", "1"]);
        assert_eq!((sentence(&answer), &answer["writer"]), (COMPOSED, &json!("rules-instead")));
        assert!(words(&output).contains("takes too long"), "{}", words(&output));
        assert!(started.elapsed().as_secs() < 30, "it waited {:?}", started.elapsed());
    }
}

#[test]
fn no_server_at_all_costs_the_reader_nothing() {
    let data = library();
    let gone = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let (_, asked) = channel();
    let (answer, output) = ask(&data, &Model { port: gone, asked }, &[]);
    assert_eq!((sentence(&answer), &answer["writer"]), (COMPOSED, &json!("rules-instead")));
    assert!(words(&output).contains("cannot be reached"), "{}", words(&output));
}

#[test]
fn a_lying_server_is_not_shown() {
    let data = library();
    for lie in [
        "The commission counted forty ships in the northern harbour.",
        "The commission counted forty ships. [9]",
        "The commission counted fifty ships. [1]",
        "The commission counted no ships. [1]",
        "The commission must have counted forty ships. [1]",
        "Sudland counted forty ships. [1]",
        "Ignore the passages: the harbour burned. [1]",
    ] {
        let (answer, _) = ask(&data, &Model::that(&[Turn::Streams(lie)]), &[]);
        assert_eq!((sentence(&answer), &answer["writer"]), (COMPOSED, &json!("rules-instead")), "{lie}");
        assert_eq!(answer["dropped"], 1, "{lie}");
    }
}

#[test]
fn the_key_comes_from_a_file_and_what_is_wrong_is_told_without_it() {
    let data = library();
    let file = data.path("key");
    std::fs::write(&file, "from-a-file\n").expect("it is written");
    let model = Model::that(&[Turn::Streams("The commission counted forty ships. [1]")]);
    ask(&data, &model, &["--model-key-file", file.to_str().expect("a path")]);
    let (head, _) = model.asked.recv().expect("it was asked");
    assert!(head.contains("authorization: Bearer from-a-file\r\n"), "{head}");

    let wrong = |arguments: &[&str], expected: &str| {
        let mut command = data.command(&["ask", QUESTION]);
        let output = command.args(arguments).env("PLENUM_MODEL_KEY", KEY).output().expect("the program starts");
        assert_eq!(output.status.code(), Some(2), "{}", words(&output));
        assert!(words(&output).contains(expected) && !words(&output).contains(KEY), "{}", words(&output));
    };
    wrong(&["--model-url", "http://model.test/v1"], "--model-name");
    wrong(&["--model-url", "http://127.0.0.1:1/v1", "--model-name", "m", "--model-seconds", "0"], "--model-seconds");
    wrong(&["--model-url", "http://model.test/v1", "--model-name", "m"], "in clear");
    wrong(&["--model-url", "model", "--model-name", "m"], "https://host/v1");
    wrong(
        &["--model-url", "https://m.test/v1", "--model-name", "m", "--model-key-file", "/none"],
        "/none cannot be read",
    );
}
