//! What comes after an answer, filled: a kept question whose sources changed, the desk that reads what readers say.

use crate::asking::{answer, frame};
use crate::sample::told;
use plenum_model::{PartialDate, Standing};
use plenum_pages::ask::WhyNot;
use plenum_pages::asked::{
    Door, FeedbackDeskPage, FeedbackRow, FeedbackSentPage, Further, KeptQuestionPage, ShownSentence, Since,
};
use plenum_pages::parts::Quoted;

fn day(text: &str) -> PartialDate {
    PartialDate::parse(text).expect("a day")
}

/// The forms under an answer of three sentences.
pub fn further(door: Door) -> Further<'static> {
    Further {
        door,
        fields: vec![("after".into(), "Who \"counts\" <ships>?".into())],
        to_keep: vec![("q".into(), "Who counts ships?".into())],
        shown: "{\"question\":\"Who?\"}".into(),
        seal: "00ff".into(),
        kept: Some("ab".repeat(16).into()),
        sentences: vec!["“States agreed…".into(), "“Others <did>…".into()],
    }
}

fn kept(lang: &'static str, why: Option<WhyNot>) -> KeptQuestionPage<'static> {
    let told = told(lang);
    let mut answer = answer(lang, why);
    if let Some(cited) = answer.sentences.iter_mut().flat_map(|one| &mut one.cites).next() {
        let newer = Since::Newer("/d/A/99/257/en2/p/12".into());
        cited.since = vec![newer, Since::Standing(Standing::Chair), Since::Gone, Since::Otherwise];
    }
    KeptQuestionPage {
        frame: frame(lang),
        question: Quoted::new(told.headings[1], told.lang),
        asked_on: day("2025-07-11"),
        forgotten_on: day("2025-08-10"),
        as_of: Some("2025-07-01".into()),
        has_changed: answer.why.is_none(),
        answer,
        again: "/ask?q=x".into(),
        further: Further { to_keep: Vec::new(), ..further(Door::Open) },
    }
}

fn desk(lang: &'static str, is_done: bool) -> FeedbackDeskPage<'static> {
    let told = told(lang);
    let sentence = |number| ShownSentence {
        number,
        text: Quoted::new(told.paragraphs[0], told.lang),
        cites: vec!["/d/A/99/257/en1/p/12?mark=0-20".into()],
        is_meant: number == 2,
    };
    let row = |id, is_wrong| FeedbackRow {
        id,
        is_wrong,
        day: day("2025-07-11"),
        question: Quoted::new(told.headings[1], told.lang),
        again: "/ask?q=x".into(),
        kept: is_wrong.then(|| "ab".repeat(16).into()),
        sentences: if is_wrong { vec![sentence(1), sentence(2)] } else { Vec::new() },
        words: if is_wrong { told.paragraphs[1].into() } else { "".into() },
        changes: vec![(Some(day("2025-07-12")), true, "Ada".into()), (None, false, "Bob".into())],
    };
    let rows = if is_done { Vec::new() } else { vec![row(2, true), row(1, false)] };
    FeedbackDeskPage { frame: frame(lang), is_done, rows }
}

/// The pages: name and page.
pub fn all(lang: &'static str) -> Vec<(&'static str, Box<dyn askama::DynTemplate>)> {
    vec![
        ("kept", Box::new(kept(lang, None))),
        ("kept refusal", Box::new(kept(lang, Some(WhyNot::NothingFound)))),
        ("feedback sent", Box::new(FeedbackSentPage { frame: frame(lang) })),
        ("feedback desk", Box::new(desk(lang, false))),
        ("feedback desk, done", Box::new(desk(lang, true))),
    ]
}

#[test]
fn a_page_that_keeps_says_so_and_one_that_does_not_says_nothing() {
    let written =
        |door| plenum_pages::Template::render(&KeptQuestionPage { further: further(door), ..kept("en", None) });
    assert!(
        written(Door::Keeping(1)).is_ok_and(|html| html.contains("for 1 day,") && html.contains("method=\"post\""))
    );
    assert!(written(Door::Open).is_ok_and(|html| !html.contains("ask__keeping") && html.contains("action=\"/ask\"")));
}
