//! The check and the way through, as tables: a question or a draft in, what is shown out.

use crate::{
    Answer, Aspect, Draft, Fact, InLedger, Known, Part, Passage, Place, Question, Sources, Subject, SubjectKind,
    Unsupported, When, Why, answer, check, plan,
};
use plenum_model::answer::Quotation;
use plenum_model::{PartialDate, Standing};

mod asking;
mod following;
mod lying;
pub(crate) mod words;
mod writing;

fn passage(text: &str, language: &str) -> Passage {
    Passage {
        place: Place { address: "/d/H/1/en1/p/1".into(), symbol: Some("H/1".into()), ..Place::default() },
        text: text.into(),
        language: language.into(),
        standing: Standing::Adopted,
        date: PartialDate::parse("2031-05-02").ok(),
        speaker: None,
        about: "H/1 Report of the Harbour Commission".into(),
        likeness: Some(0.6),
    }
}

fn date(text: &str) -> Option<PartialDate> {
    PartialDate::parse(text).ok()
}

/// A commission with three sessions, a chair and a successor, invented.
pub(crate) fn harbour() -> Known {
    let text = "Harbour Commission\nAn invented body that counts ships.\nChair: Ada Quill (Norland)\nMandate: H/RES/1/2\nBegan: 2029-03-01\nEnded: 2031-05-02";
    let subject = |key: &str, kind, names: &[&str], parent: Option<&str>, years| Subject {
        key: key.into(),
        kind,
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        parent: parent.map(str::to_owned),
        years,
    };
    let mut subjects = vec![subject(
        "harbour",
        SubjectKind::Process,
        &[
            "Harbour Commission",
            "Комиссия по гаваням",
            "海港委员会",
            "لجنة الموانئ",
            "Commission des ports",
            "Comisión de Puertos",
        ],
        None,
        Some((2029, 2031)),
    )];
    let mut passages = vec![Passage { about: subjects[0].names.join(" "), date: None, ..passage(text, "en") }];
    let fact = |subject, aspect, passage: usize, text: &str, words: &str| {
        let at = text.find(words).expect("the words are there");
        Fact { subject, aspect, passage, span: at..at + words.len(), as_of: None, ledger: None }
    };
    let mut facts = vec![
        fact(0, Aspect::Meaning, 0, text, "An invented body that counts ships."),
        fact(0, Aspect::Chair, 0, text, "Ada Quill (Norland)"),
        fact(0, Aspect::Mandate, 0, text, "H/RES/1/2"),
        fact(0, Aspect::Began, 0, text, "2029-03-01"),
        fact(0, Aspect::Ended, 0, text, "2031-05-02"),
    ];
    for (at, (name, days)) in
        [("First session", "2029-03-01 – 2029-03-05"), ("Second session", "2030-04-01 – 2030-04-05")]
            .into_iter()
            .enumerate()
    {
        let text = format!("{name}\n{days}\nPort Vell");
        let year = days[..4].parse().expect("a year");
        subjects.push(subject(
            &format!("harbour/{name}"),
            SubjectKind::Session,
            &[name],
            Some("harbour"),
            Some((year, year)),
        ));
        facts.push(fact(at + 1, Aspect::Held, at + 1, &text, days));
        facts.push(fact(at + 1, Aspect::Place, at + 1, &text, "Port Vell"));
        passages.push(Passage {
            about: format!("{} {name}", subjects[0].names.join(" ")),
            date: None,
            ..passage(&text, "en")
        });
    }
    ledgers(&mut facts, &mut passages);
    subjects.push(subject("glossary/buoy", SubjectKind::Term, &["Buoy", "буй", "浮标"], None, None));
    let text = "Buoy\nA light that swims.";
    facts.push(fact(subjects.len() - 1, Aspect::Meaning, passages.len(), text, "A light that swims."));
    passages.push(Passage { about: "Buoy буй 浮标".into(), date: None, ..passage(text, "en") });
    subjects.push(subject("sud", SubjectKind::State, &["Sudland"], None, None));
    subjects.push(subject("wes", SubjectKind::State, &["Westland"], None, None));
    Known::new(subjects, facts, passages)
}

/// What is claimed of the commission: how many States it had, in time, and when it was opened, which two sources dispute.
fn ledgers(facts: &mut Vec<Fact>, passages: &mut Vec<Passage>) {
    let first = facts.len();
    let claims = [
        ("States registered", "92", "2029-05-09", true, false, &[][..]),
        ("States registered", "111", "2030-12-04", true, true, &[]),
        ("Enters into force", "60 days after the signature", "2030", false, true, &[first + 3][..]),
        ("Enters into force", "90 days after the signature", "2031", false, false, &[first + 2]),
    ];
    for (label, value, day, is_series, is_shown, rivals) in claims {
        let text = format!("{label}: {value}\nAs of {day}");
        let at = text.find(value).expect("the value is there");
        let unit = is_series.then(|| "States".to_owned());
        let ledger = InLedger { is_shown, is_series, is_confirmed: true, unit, rivals: rivals.to_vec() };
        facts.push(Fact {
            subject: 0,
            aspect: Aspect::Other(label.into()),
            passage: passages.len(),
            span: at..at + value.len(),
            as_of: date(day),
            ledger: Some(ledger),
        });
        let about = passages[0].about.clone();
        passages.push(Passage { about, date: date(day), standing: Standing::Official, ..passage(&text, "en") });
    }
}

fn asked(text: &str, found: &[Passage]) -> Answer {
    let known = harbour();
    let question = Question::parse(text).expect("a question");
    answer(&plan(&question, &known, When::default()), &known, found)
}

fn said(text: &str, expected: &str) {
    let answer = asked(text, &[]);
    let shown: Vec<&str> = answer.sentences.iter().map(|sentence| sentence.text()).collect();
    assert!(shown.join(" ").contains(expected), "{text}: {shown:?} {:?}", answer.refusal);
}

fn refused(text: &str, found: &[Passage], why: Why) {
    let answer = asked(text, found);
    let shown: Vec<&str> = answer.sentences.iter().map(|sentence| sentence.text()).collect();
    assert_eq!(answer.refusal.map(|refusal| refusal.why), Some(why), "{text}: {shown:?}");
}

#[test]
fn facts_are_told_in_six_languages() {
    said("Who chaired the Harbour Commission?", "Chair, Harbour Commission: “Ada Quill (Norland)”.");
    said("Кто был председателем Комиссии по гаваням?", "Ada Quill (Norland)");
    said("海港委员会的主席是谁？", "Ada Quill (Norland)");
    said("من ترأس لجنة الموانئ؟", "Ada Quill (Norland)");
    said("Qui a présidé la Commission des ports ?", "Présidence");
    said("¿Quién presidió la Comisión de Puertos?", "Presidencia");
    said("Quand a eu lieu la deuxième session de la Commission des ports ?", "1er avril 2030 – 5 avril 2030");
    said("Where was the first session of the Harbour Commission held?", "Port Vell");
    said("Which resolution established the Harbour Commission?", "H/RES/1/2");
    said("What is the Harbour Commission?", "An invented body that counts ships.");
}

#[test]
fn counts_come_with_their_list() {
    let answer = asked("How many sessions did the Harbour Commission hold?", &[]);
    assert!(answer.sentences[0].text().contains("2"), "{answer:?}");
    assert_eq!(answer.sentences[0].quotations().len(), 2);
    assert_eq!(answer.sentences.len(), 3);
}

#[test]
fn a_session_is_of_the_process_named_beside_it() {
    let known = harbour();
    let text = "Second session\n2031-06-01 – 2031-06-05";
    let process =
        Subject { key: "lights".into(), names: vec!["Lights Panel 2029-2031".into()], ..known.subjects[0].clone() };
    let session = Subject { key: "lights/2".into(), parent: Some("lights".into()), ..known.subjects[2].clone() };
    let (mut subjects, mut facts, mut passages) = (known.subjects, known.facts, known.passages);
    subjects.extend([process, Subject { years: Some((2031, 2031)), ..session }]);
    let (subject, at) = (subjects.len() - 1, passages.len());
    facts.push(Fact { subject, aspect: Aspect::Held, passage: at, span: 15..text.len(), as_of: None, ledger: None });
    passages.push(Passage { about: "Lights Panel 2029-2031 Second session".into(), date: None, ..passage(text, "en") });
    let known = Known::new(subjects, facts, passages);
    let told = |text: &str| {
        let question = Question::parse(text).expect("a question");
        let answer = answer(&plan(&question, &known, When::default()), &known, &[]);
        answer.sentences.iter().map(|one| one.text().to_owned()).collect::<Vec<_>>().join(" ")
    };
    let harbour = told("When was the second session of the Harbour Commission held?");
    assert!(harbour.contains("2030") && !harbour.contains("June 2031"), "{harbour}");
    let lights = told("When was the second session of the Lights Panel 2029-2031 held?");
    assert!(lights.contains("June 2031") && !lights.contains("2030"), "{lights}");
    let none = told("When was the first session of the Lights Panel 2029-2031 held?");
    assert!(!none.contains("2029"), "another body's session: {none}");
}

#[test]
fn a_false_premise_is_not_answered() {
    refused("In which month of 2030 did the Harbour Commission end?", &[], Why::Supposes);
    refused("Who chaired the Harbour Commission in 1999?", &[], Why::Supposes);
    refused("When did the Harbour Commission of Sudland end?", &[], Why::Supposes);
    refused("Who chaired the seventh Harbour Commission?", &[], Why::Supposes);
}

#[test]
fn what_no_source_says_is_refused_with_what_is_near() {
    let found = [passage("The commission counted forty ships in the northern harbour.", "en")];
    refused("What does the moon taste like to penguins?", &found, Why::NothingFound);
    let answer = asked("What does the moon taste like to penguins?", &found);
    assert_eq!(answer.passages.len(), 1);
    refused("How many ships did the commission count in the northern harbour in 2044?", &found, Why::NothingFound);
}

#[test]
fn words_of_a_document_are_quoted_as_they_stand() {
    let found = [passage(
        "The weather was fine. The commission counted forty ships in the northern harbour. It adjourned.",
        "en",
    )];
    let answer = asked("How many ships did the commission count in the northern harbour?", &found);
    assert_eq!(answer.sentences[0].text(), "“The commission counted forty ships in the northern harbour.”");
    let quotation = &answer.sentences[0].quotations()[0];
    assert_eq!(&found[0].text[quotation.span.clone()], "The commission counted forty ships in the northern harbour.");
}

/// Passages that speak of lamps, each by one of these speakers.
fn on_lamps(speakers: &[&str]) -> Vec<Passage> {
    let spoken = |(at, speaker): (usize, &&str)| Passage {
        place: Place { address: format!("/d/S/{at}/en1/p/1"), symbol: Some(format!("S/{at}")), ..Place::default() },
        standing: Standing::Statement,
        speaker: Some((*speaker).to_owned()),
        about: format!("Statement of {speaker}"),
        ..passage("We turn to the broken lamps of the northern harbour.", "en")
    };
    speakers.iter().enumerate().map(spoken).collect()
}

#[test]
fn speakers_are_counted_once_each_and_only_where_all_of_them_were_read() {
    let found = on_lamps(&["Westland", "Sudland", "Westland", "Harbour Choir"]);
    let check = |question: &str, count: &str| {
        let answer = asked(question, &found);
        assert!(!answer.sentences.is_empty(), "{question}: {answer:?}");
        assert_eq!(answer.sentences[0].text(), count, "{question}");
    };
    check(
        "How many delegations mentioned the broken lamps of the northern harbour?",
        "In the statements held here: 3.",
    );
    check("How many States mentioned the broken lamps of the northern harbour?", "In the statements held here: 2.");
    refused("How many States mentioned the broken lamps of the southern harbour?", &found, Why::NothingFound);
    let mut twice = on_lamps(&["Westland"]);
    twice[0].text = "Lighthearted songs are sung there. A lighthouse is lit at night.".into();
    let answer = asked("Which States mentioned a lighthouse?", &twice);
    assert!(answer.sentences[0].text().contains("A lighthouse is lit"), "the word itself comes first: {answer:?}");
    refused("Сколько государств упомянули сломанные лампы?", &found, Why::NothingFound);
    let many: Vec<String> = (0..crate::READ_FOR_SPEAKERS).map(|at| format!("State {at}")).collect();
    let many = on_lamps(&many.iter().map(String::as_str).collect::<Vec<_>>());
    refused("How many States mentioned the broken lamps of the northern harbour?", &many, Why::NothingFound);
}

#[test]
fn passages_that_speak_of_a_thing_do_not_tell_how_many_there_are() {
    let spoken = on_lamps(&["Norland", "Sudland"]);
    refused("How many States repaired the broken lamps of the northern harbour?", &spoken, Why::NothingFound);
    let written = [
        passage("Resolution 79/194 names the broken lamps of the harbour.", "en"),
        passage("The broken lamps of the harbour are many, says a UN report.", "en"),
    ];
    refused("How many broken lamps does the harbour have?", &written, Why::NothingFound);
}

#[test]
fn who_stands_beside_the_chair_is_not_the_chair_and_what_began_does_not_tell_when_it_ends() {
    for question in [
        "Who is the vice-chair of the Harbour Commission?",
        "¿Quién es el vicepresidente de la Comisión de Puertos?",
        "Кто заместитель председателя Комиссии по гаваням?",
        "谁是海港委员会副主席？",
    ] {
        let answer = asked(question, &[]);
        assert!(!answer.sentences.iter().any(|one| one.text().contains("Ada Quill")), "{question}: {answer:?}");
    }
    for question in
        ["When does the mandate of the Harbour Commission expire?", "Когда истекает мандат Комиссии по гаваням?"]
    {
        let answer = asked(question, &[]);
        let began = ["Began", "Начало"];
        assert!(
            !answer.sentences.iter().any(|one| began.iter().any(|word| one.text().starts_with(word))),
            "{answer:?}"
        );
    }
}

#[test]
fn a_claim_is_told_with_its_day_and_of_a_series_the_newest() {
    said(
        "How many States registered for the Harbour Commission?",
        "States registered, Harbour Commission: “111” (4 December 2030).",
    );
    said("How many States registered for the Harbour Commission in 2029?", "“92” (9 May 2029)");
    said("Сколько государств зарегистрировалось в Комиссии по гаваням?", "«111» (4 декабря 2030 г.)");
    refused("How many States registered for the Harbour Commission in 2015?", &[], Why::NothingFound);
    refused("How many States answered a letter of the Harbour Commission?", &[], Why::NothingFound);
    refused("How many ships registered for the Harbour Commission?", &[], Why::NothingFound);
}

#[test]
fn where_sources_differ_both_are_shown() {
    let check = |text: &str| {
        let answer = asked(text, &[]);
        assert!(answer.sentences[0].text().contains("60 days after the signature"), "{text}: {answer:?}");
        assert!(answer.disagreements[0].text().contains("90 days after the signature"), "{text}: {answer:?}");
    };
    check("When does the Harbour Commission enter into force?");
    check("Когда Комиссия по гаваням вступает в силу?");
    check("海港委员会何时生效？");
}

#[test]
fn a_word_of_the_trade_is_explained_and_only_it() {
    said("What is a buoy?", "Buoy: “A light that swims.”");
    said("Что такое буй?", "A light that swims.");
    said("什么是浮标？", "A light that swims.");
    refused("What is the price of a buoy?", &[], Why::NothingFound);
    refused("What is the budget of the Harbour Commission?", &[], Why::NothingFound);
}
