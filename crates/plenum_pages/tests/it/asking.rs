//! The room where questions are asked, filled: before a question, an answer with a contradiction, a refusal, the frame.

use crate::sample::told;
use plenum_model::{PartialDate, Standing};
use plenum_pages::ask::{AnswerView, AskPage, By, Chip, Cited, EmbedPage, Said, SentenceView, WhyNot};
use plenum_pages::asked::Door;
use plenum_pages::parts::Quoted;
use plenum_pages::{Frame, Room, Words};

pub(crate) fn frame(lang: &str) -> Frame<'static> {
    let mut frame = Frame::new(Words::of(lang), Room::Ask, "/ask");
    frame.title = Words::of(lang).say("room-ask").into();
    frame
}

fn cited(lang: &str, number: u64, with_quote: bool, is_of_pack: bool) -> Cited<'static> {
    let told = told(lang);
    Cited {
        number,
        address: "/d/A/99/257/en1/p/12?mark=0-20".into(),
        label: "A/99/257, 12".into(),
        quote: with_quote.then(|| Quoted::new(told.paragraphs[1], told.lang)),
        standing: Standing::Adopted,
        is_of_pack,
        date: PartialDate::parse("2025-07-11").ok(),
        speaker: Some(told.issuer.into()),
        since: Vec::new(),
    }
}

pub(crate) fn answer(lang: &str, why: Option<WhyNot>) -> AnswerView<'static> {
    answer_by(lang, why, By::RulesInstead)
}

fn answer_by(lang: &str, why: Option<WhyNot>, by: By<'static>) -> AnswerView<'static> {
    let told = told(lang);
    let sentence = |number, with_quote| SentenceView {
        text: Quoted::new(told.paragraphs[0], told.lang),
        cites: vec![cited(lang, number, with_quote, false), cited(lang, number + 1, true, true)],
    };
    let is_told = why.is_none();
    AnswerView {
        sentences: if is_told { vec![sentence(1, false), sentence(3, true)] } else { Vec::new() },
        disagreements: if is_told { vec![sentence(5, true)] } else { Vec::new() },
        why,
        by,
        nearest: if is_told { Vec::new() } else { vec![cited(lang, 1, true, false)] },
        read: 20,
        dropped: 1,
        took_ms: 21,
    }
}

fn page(lang: &'static str, said: Said<'static>) -> AskPage<'static> {
    let told = told(lang);
    let chip = |field| Chip {
        field,
        words: told.process.into(),
        without: "/ask?q=x&without=process:invented".into(),
        is_before: field == "year",
    };
    let further = matches!(said, Said::Answer(_)).then(|| crate::asked::further(Door::Keeping(30)));
    AskPage {
        frame: frame(lang),
        question: told.headings[1].into(),
        as_of: "".into(),
        chips: ["question", "process", "actor", "group", "session", "year", "symbol"].map(chip).into(),
        kept: vec![("process".into(), "invented".into())],
        said,
        embed: "/ask/embed?q=x".into(),
        door: Door::Keeping(30),
        further,
        has_writer: true,
    }
}

/// The pages: name and page.
pub fn all(lang: &'static str) -> Vec<(&'static str, Box<dyn askama::DynTemplate>)> {
    vec![
        ("ask", Box::new(page(lang, Said::Nothing))),
        ("answer", Box::new(page(lang, Said::Answer(answer(lang, None))))),
        ("written", Box::new(page(lang, Said::Answer(answer_by(lang, None, By::Model("a-small-model".into())))))),
        ("refusal", Box::new(page(lang, Said::Answer(answer(lang, Some(WhyNot::Supposes)))))),
    ]
}

/// The frame is no whole page: it has no heading of its own.
#[test]
fn the_frame_for_other_sites_has_no_script_in_any_language() {
    for lang in plenum_model::language::UN_SIX {
        for said in [Said::Nothing, Said::TooLong, Said::NoDate, Said::Answer(answer(lang, None))] {
            let page = EmbedPage { frame: frame(lang), question: "".into(), said, whole: "/ask?q=x".into() };
            let html = plenum_pages::Template::render(&page).expect("a sample renders");
            assert!(!html.contains("<script") && !html.contains('\u{2047}') && html.contains(lang), "{html}");
        }
    }
}
