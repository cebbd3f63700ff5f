//! Transcripts in every format become turns; nothing is invented, nothing lost.

use super::*;
use crate::mutations_of;

/// Each turn as `speaker [for whom] kind from-until | words`.
fn told(transcript: &Transcript) -> Vec<String> {
    let one = |turn: &plenum_model::statement::Turn| {
        let words: Vec<&str> =
            transcript.reading.paragraphs[turn.first..=turn.last].iter().map(|p| p.text.as_str()).collect();
        let behalf = turn.on_behalf.as_ref().map_or(String::new(), |group| format!(" [{group}]"));
        let moment = turn.moment.map_or(String::new(), |m| match m.until_ms {
            Some(until) => format!(" {}-{until}", m.from_ms),
            None => format!(" {}-", m.from_ms),
        });
        format!("{}{behalf} {}{moment} | {}", turn.speaker, turn.kind.as_str(), words.join(" / "))
    };
    transcript.turns.iter().map(one).collect()
}

fn check(text: &str, expected: &[&str]) -> Transcript {
    let transcript = read(text.as_bytes()).expect("it is text");
    assert_eq!(told(&transcript), expected);
    assert_eq!(transcript.moments.len(), transcript.reading.paragraphs.len());
    transcript
}

#[test]
fn plain_text_is_cut_at_its_speakers() {
    let transcript = check(
        "Third meeting of the lights group\n\nThe Chair: I give the floor to Norland.\n\nNorland: Thank you, Chair.\nWe agree.\n\n\
         A second paragraph.\n\nSudmark (on behalf of the Arab Group): We have conditions: two of them.\n",
        &[
            "The Chair chair | I give the floor to Norland.",
            "Norland statement | Thank you, Chair. We agree. / A second paragraph.",
            "Sudmark (on behalf of the Arab Group) [the Arab Group] statement | We have conditions: two of them.",
        ],
    );
    assert_eq!(transcript.reading.title, "Third meeting of the lights group");
    assert!(transcript.reading.troubles.is_empty(), "{:?}", transcript.reading.troubles);
    let norland = transcript.reading.paragraphs.iter().find(|p| p.text == "A second paragraph.").expect("kept");
    assert_eq!(norland.path, ["Norland"]);
}

#[test]
fn printed_times_say_when() {
    check(
        "[00:00:05] CHAIR: Welcome.\n[00:00:10] NORLAND: Yes.\n[00:01:00] More.\n[00:02:00] SUDMARK: No.\n",
        &[
            "CHAIR chair 5000-10000 | Welcome.",
            "NORLAND statement 10000-120000 | Yes. / More.",
            "SUDMARK statement 120000- | No.",
        ],
    );
}

#[test]
fn web_captions_keep_voices_and_times() {
    let transcript = check(
        "WEBVTT - Third meeting\n\nNOTE made by hand\n\n1\n00:00:01.000 --> 00:00:03.000\n<v The Chair>Welcome &amp; good\nmorning.</v>\n\n\
         00:00:03.500 --> 00:00:05.000 align:start\n<v Norland>We exercise our right of reply.</v>\n\n00:00:05.000 --> 00:00:06.000\n<v Norland>We <i>object</i>.\n",
        &[
            "The Chair chair 1000-3000 | Welcome & good morning.",
            "Norland right-of-reply 3500-6000 | We exercise our right of reply. We object.",
        ],
    );
    assert_eq!(transcript.reading.title, "Third meeting");
}

#[test]
fn captions_without_names_are_told_as_trouble() {
    let transcript = check(
        "1\n00:00:01,000 --> 00:00:02,000\nCHAIR: Welcome.\n\n2\n00:00:02,000 --> 00:00:03,000\n>> Thank you.\n\n3\n00:00:03,000 --> 00:00:04,000\n\
         >> SUDMARK: We agree.\n\n4\nbroken --> 00:00:05,000\nlost\n",
        &[
            "CHAIR chair 1000-2000 | Welcome.",
            " statement 2000-3000 | Thank you.",
            "SUDMARK statement 3000-4000 | We agree.",
        ],
    );
    let told: Vec<&str> = transcript.reading.troubles.iter().map(|t| t.what.as_str()).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("cannot be read") && told[1].contains("not given"));
}

#[test]
fn captions_that_roll_are_said_once() {
    check(
        "1\n00:00:01,000 --> 00:00:02,000\nCHAIR: Welcome to\n\n2\n00:00:02,000 --> 00:00:03,000\nCHAIR: Welcome to\nthe meeting.\n",
        &["CHAIR chair 1000-3000 | Welcome to the meeting."],
    );
}

#[test]
fn a_page_with_names_in_headings_is_cut_too() {
    check(
        "<html><body><main><h1>Meeting</h1><h3>The Chair</h3><p>Welcome.</p><h3>Ms. Doe (Norland)</h3><p>We agree with A/80/257.</p>\
         <p>That is all.</p></main></body></html>",
        &["The Chair chair | Welcome.", "Ms. Doe (Norland) statement | We agree with A/80/257. / That is all."],
    );
}

#[test]
fn references_stand_on_the_words_that_are_left() {
    let transcript = check(
        "NORLAND: We recall A/80/257.\n\nSUDMARK: So do we.\n",
        &["NORLAND statement | We recall A/80/257.", "SUDMARK statement | So do we."],
    );
    let paragraph = &transcript.reading.paragraphs[1];
    let (from, until) = paragraph.references[0].span;
    assert_eq!(&paragraph.text[from..until], "A/80/257");
}

#[test]
fn words_before_the_first_speaker_belong_to_nobody() {
    let transcript = check(
        "The meeting was opened at ten.\n\nCHAIR: Welcome.\n\nNORLAND: Yes.\n",
        &["CHAIR chair | Welcome.", "NORLAND statement | Yes."],
    );
    assert!(transcript.reading.troubles[0].what.contains("before the first speaker"));
}

#[test]
fn a_text_without_speakers_says_so() {
    let transcript = check("We met. We left.\n\nThere was one thing: peace.\n", &[]);
    assert!(transcript.reading.troubles[0].what.contains("No name of a speaker"));
}

#[test]
fn captions_are_recognised_by_content() {
    assert_eq!(recognise(b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello"), Ok(Format::WebVtt));
    assert_eq!(recognise(b"\xef\xbb\xbf1\r\n00:00:01,000 --> 00:00:02,000\r\nHello"), Ok(Format::Srt));
    assert_eq!(recognise(b"1\nWEBVTT is a format."), Ok(Format::Text));
}

#[test]
fn mutated_transcripts_never_panic_and_turns_stay_within_the_text() {
    let honest = [
        "The Chair: I give the floor.\n\n[00:01:00] Mr. Doe (Norland), on behalf of the Arab Group: Thanks: yes.\n\nالرئيس: شكرا\n\n主席：谢谢。\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.x A B>One &amp; two</v><v C>x\n>> NORLAND: y\n\n00:03.000 --> 00:02.000\nz",
        "1\n00:00:01,000 --> 00:00:02,000\n>> A: b\n2\n00:00:02,000 --> 00:00:03,000\nc",
        "<p>The Chair: x</p><p><b>Norland</b></p><p>y<sup>1</sup></p>",
    ];
    for text in honest {
        mutations_of(text.as_bytes(), 2_000, |bytes| {
            let Ok(transcript) = read(bytes) else { return };
            let count = transcript.reading.paragraphs.len();
            assert!(transcript.turns.iter().all(|turn| turn.first <= turn.last && turn.last < count));
            assert!(transcript.turns.windows(2).all(|pair| pair[0].last < pair[1].first));
            assert_eq!(transcript.moments.len(), count);
        });
    }
}

#[test]
fn a_long_hostile_text_takes_no_long_time() {
    let started = std::time::Instant::now();
    for piece in ["((((", "a: ", ">> ", "<v ", "on behalf of ", "12:", "代表", "00:00:01 --> "] {
        drop(read(piece.repeat(10_000).as_bytes()));
        drop(read(format!("{piece}\n").repeat(5_000).as_bytes()));
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
