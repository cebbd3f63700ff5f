//! Which words of documents serve: compared with the question's in another language, about the body asked of, and saying
//! something.

use super::{harbour, passage, refused};
use crate::alike::{KeptTexts, WordMeanings};
use crate::nearest::Ranking;
use crate::{Passage, Place, Question, Sources, When, Why, answer, plan};
use std::ops::Range;
use std::sync::Arc;

/// A word list of a harbour: words in one row mean the same.
#[derive(Debug)]
pub(crate) struct WordList;

const ROWS: [&[&str]; 6] = [
    &["маяк", "lighthouse"],
    &["смотритель", "keeper"],
    &["покинул", "left"],
    &["остров", "island"],
    &["зимой", "winter"],
    &["смотрителем", "keeper"],
];

impl WordMeanings for WordList {
    fn likeness(&self, asked: &[&str], others: &[&str]) -> Vec<Vec<f32>> {
        let same =
            |one: &str, other: &str| one == other || ROWS.iter().any(|row| row.contains(&one) && row.contains(&other));
        let row = |one: &&str| others.iter().map(|other| if same(one, other) { 0.9 } else { 0.1 }).collect();
        asked.iter().map(row).collect()
    }
    fn cut(&self, text: &str) -> Vec<String> {
        vec![text.to_owned()]
    }
    fn keep(&self, texts: &[&str]) -> Arc<dyn KeptTexts> {
        Arc::new(Kept(texts.iter().map(|text| (*text).to_owned()).collect()))
    }
}

#[derive(Debug)]
struct Kept(Vec<String>);

impl KeptTexts for Kept {
    fn likeness(&self, texts: &[&str], places: Range<usize>) -> Vec<Vec<f32>> {
        let kept: Vec<&str> = self.0[places].iter().map(String::as_str).collect();
        WordList.likeness(texts, &kept)
    }
}

/// Passages in English, as like the question in meaning as told.
fn found() -> Vec<Passage> {
    let texts = [
        ("The pilots of the harbour went on strike in the summer of 2030.", 0.5),
        ("Bread was dear that year. The keeper left the lighthouse of the island in winter. Nobody wrote of it.", 0.5),
        ("Ships from the north paid no dues until the council asked for them.", 0.45),
        ("The customs house was painted green by order of the mayor.", 0.4),
        ("A ferry takes the post to the mainland once a week.", 0.4),
    ];
    let one = |(at, (text, likeness)): (usize, &(&str, f32))| Passage {
        place: Place { address: format!("/d/H/{at}/en1/p/1"), ..Place::default() },
        likeness: Some(*likeness),
        ..passage(text, "en")
    };
    texts.iter().enumerate().map(one).collect()
}

fn first_sentence(question: &str, meanings: Option<Arc<dyn WordMeanings>>) -> Option<String> {
    let known = harbour().with_meanings(meanings);
    let question = Question::parse(question).expect("a question");
    let answer = answer(&plan(&question, &known, When::default()), &known, &found());
    answer.sentences.first().map(|sentence| sentence.text().to_owned())
}

#[test]
fn a_question_finds_its_sentence_in_another_language_by_what_its_words_mean() {
    let question = "Смотритель покинул маяк зимой?";
    let said = first_sentence(question, Some(Arc::new(WordList)));
    assert_eq!(said.as_deref(), Some("«The keeper left the lighthouse of the island in winter.»"));
    assert_eq!(first_sentence(question, None), None, "nothing tells them apart");
    let other = first_sentence("Капитан продал корабль осенью?", Some(Arc::new(WordList)));
    assert_eq!(other, None, "no word is shared");
}

#[test]
fn what_is_said_of_one_body_is_no_answer_about_another() {
    let counted = passage("The Working Group on Harbour Lights counted forty ships in the winter of 2031.", "en");
    let said = [Passage { about: "H/2 Report of the Working Group".into(), ..counted }];
    refused("How many ships did the Harbour Commission count in the winter of 2031?", &said, Why::NothingFound);
    let about = Passage { about: "Report of the Harbour Commission".into(), ..said[0].clone() };
    let answer = super::asked("How many ships did the Harbour Commission count in the winter of 2031?", &[about]);
    assert!(answer.sentences[0].text().contains("forty ships"), "{answer:?}");
}

#[test]
fn a_label_is_no_answer() {
    let label = [passage("Slogan of the broken lamps", "en")];
    refused("What is the slogan of the broken lamps?", &label, Why::NothingFound);
}

#[test]
fn a_question_why_is_answered_only_by_a_reason() {
    let told = [passage("The broken lamps of the harbour were taken away in 2031.", "en")];
    refused("Why were the broken lamps of the harbour taken away?", &told, Why::NothingFound);
    let when = [passage("The broken lamps of the harbour have been taken away since 2031.", "en")];
    refused("Why were the broken lamps of the harbour taken away?", &when, Why::NothingFound);
    let reason = [passage("The broken lamps of the harbour were taken away because they blinded pilots.", "en")];
    let answer = super::asked("Why were the broken lamps of the harbour taken away?", &reason);
    assert!(answer.sentences[0].text().contains("blinded pilots"), "{answer:?}");
}

#[test]
fn an_ordinal_counts_nothing_and_a_resolution_may_be_called_by_its_number_alone() {
    let ordinal = [passage("The nineteenth feast of lamps was held beside the customs house.", "en")];
    refused("How many feasts of lamps were held beside the customs house?", &ordinal, Why::NothingFound);
    let number = [passage("The feast of lamps was set up by resolution 1863 (2009) of the council.", "en")];
    let answer = super::asked("Which resolution set up the feast of lamps?", &number);
    assert!(answer.sentences[0].text().contains("1863 (2009)"), "{answer:?}");
}

#[test]
fn a_commentary_that_is_called_after_a_body_does_not_tell_whose_secretary_it_names() {
    let said = passage("The secretary of the pilots' union is Bram Helm, who spoke of ships.", "en");
    let question = "Who is the secretary of the Harbour Commission?";
    let answer = super::asked(question, std::slice::from_ref(&said));
    assert!(answer.sentences[0].text().contains("Bram Helm"), "an official report speaks of its own: {answer:?}");
    let commentary = Passage { standing: plenum_model::Standing::Commentary, ..said };
    refused(question, &[commentary], Why::NothingFound);
}

#[test]
fn what_merely_stands_near_the_question_is_not_told() {
    for question in [
        "How many statements were made in all the sessions of the Harbour Commission?",
        "When did the Assembly reject the mandate of the Harbour Commission?",
        "How did the Council vote on the mandate of the Harbour Commission?",
        "Who will chair the Harbour Commission after the mandate of Ada Quill?",
        "Quel vote a précédé le mandat de la Commission des ports ?",
    ] {
        let answer = super::asked(question, &[]);
        assert!(answer.refusal.is_some(), "{question}: {:?}", answer.sentences);
    }
}

#[test]
fn a_refusal_shows_first_what_the_packs_say_nearest() {
    let known = harbour().with_meanings(Some(Arc::new(WordList)));
    let question =
        Question::parse("Who counts the ships and the lamps of the Harbour Commission?").expect("a question");
    let answer = answer(&plan(&question, &known, When::default()), &known, &found());
    let refusal = answer.refusal.as_ref().expect("nobody is known to count lamps");
    let first = &refusal.nearest[0];
    assert!(answer.passages[first.passage].text[first.span.clone()].contains("counts ships"), "{answer:?}");
    let nearest = refusal.nearest.iter().map(|one| &answer.passages[one.passage].text[one.span.clone()]);
    assert!(nearest.clone().count() <= 4, "{:?}", nearest.collect::<Vec<_>>());
}

#[test]
fn the_session_asked_for_speaks_louder_than_another() {
    let known = harbour().with_meanings(Some(Arc::new(WordList)));
    let question =
        Question::parse("On which days was the second session of the Harbour Commission?").expect("a question");
    let ranking = Ranking::of(&plan(&question, &known, When::default()), &known);
    let [first, second] = [1, 2].map(|at| ranking.outdoing(at, &(0..known.passages[at].text.len())));
    assert_eq!(first.map(|one| one.passage), Some(2), "the first session is outdone by the second");
    assert!(second.is_none() && ranking.outdoing(usize::MAX, &(0..1)).is_none());
}

#[test]
fn of_a_past_day_nothing_claimed_later_comes_near() {
    let known = harbour().with_meanings(Some(Arc::new(WordList)));
    let question = Question::parse("How many States were registered by the Harbour Commission?").expect("a question");
    let near = |day: &str| {
        let plan = plan(&question, &known, When { as_of: super::date(day), today: None });
        let sources = Sources { found: &[], known: &known.passages };
        let ranking = Ranking::of(&plan, &known);
        let dates = ranking.nearest(sources).filter_map(|one| sources.get(one.passage)?.date);
        dates.map(|date| date.year()).max()
    };
    assert_eq!((near("2029-12-31"), near("2030-12-31")), (Some(2029), Some(2030)));
}

#[test]
fn little_words_do_not_part_a_name() {
    let known = harbour();
    for question in ["Who chaired the Harbour of the Commission?", "¿Quién preside la Comisión para los Puertos?"] {
        let question = Question::parse(question).expect("a question");
        let answer = answer(&plan(&question, &known, When::default()), &known, &[]);
        assert!(answer.sentences[0].text().contains("Ada Quill"), "{answer:?}");
    }
}

#[test]
fn a_word_of_the_trade_means_the_same_wherever_it_is_used() {
    let answer = super::asked("What does buoy stand for in the jargon of fishermen and customs officers?", &[]);
    assert!(answer.sentences[0].text().contains("A light that swims"), "{answer:?}");
}

#[test]
fn what_a_party_means_by_a_word_is_not_what_the_word_means() {
    let answer = super::asked("What did Sudland mean by buoy?", &[]);
    assert!(answer.refusal.is_some(), "{:?}", answer.sentences);
}

#[test]
fn a_short_name_is_found_as_a_whole_word_alone() {
    let subject = |names: &[&str]| crate::Subject {
        key: "x".into(),
        kind: crate::SubjectKind::State,
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        parent: None,
        years: None,
    };
    let check = |names: &[&str], text: &str| subject(names).is_named_in(text, &crate::text::fold(text));
    assert!(check(&["US"], "The US delegation spoke.") && !check(&["US"], "They let us speak because of that."));
    assert!(check(&["Oman"], "oman agreed.") && !check(&["Oman"], "A woman agreed."));
    assert!(check(&["Norland"], "Norland's view") && !check(&["Norland"], "Norlandia's view"));
    assert!(check(&["Россия"], "Позиция: Россия за.") && check(&["美国"], "对美国的立场"));
    assert!(check(&["روسيا"], "موقف وروسيا"));
}
