//! How a question may be put: by number, with a clock, in two parts, for a yes or no, for members; and what is refused.

use super::*;
use crate::{Belonging, joined, parts};

const TODAY: &str = "2030-06-15";

fn entry(about: &str, text: &str) -> Passage {
    Passage { about: about.into(), date: None, ..passage(text, "en") }
}

/// Two lamp panels of one name, a league of three, a standing office with meetings, and the norm of a paper.
fn town() -> Known {
    let mut known = Vec::new();
    let (mut facts, mut passages) = (Vec::new(), Vec::new());
    let mut add =
        |key: &str, kind, names: &[&str], parent: Option<&str>, years, text: &str, told: &[(Aspect, &str)]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let above = parent.map_or("", |_| "Harbour Office");
            passages.push(entry(&format!("{} · {above}", names.join(" · ")), text));
            for (aspect, words) in told {
                let at = text.find(words).expect("the words are there");
                let (aspect, span) = (aspect.clone(), at..at + words.len());
                facts.push(Fact {
                    subject: known.len(),
                    aspect,
                    passage: passages.len() - 1,
                    span,
                    as_of: None,
                    ledger: None,
                });
            }
            let parent = parent.map(str::to_owned);
            known.push(Subject { key: key.into(), kind, names, parent, years });
        };
    for (key, names, chair, outcome, years) in [
        ("lp1", ["First Lamp Panel", "LP", "panel sur les lampes"], "Ada Quill", "No report on lamps.", (2020, 2021)),
        ("lp2", ["Second Lamp Panel", "LP", "panel sur les lampes"], "Bo Reed", "A report was agreed.", (2022, 2024)),
    ] {
        let text = format!("{}\nChair: {chair}\nDecides by: Consensus\nReached last: {outcome}", names[0]);
        let told = [(Aspect::Chair, chair), (Aspect::Rule, "Consensus"), (Aspect::Outcome, outcome)];
        add(key, SubjectKind::Process, &names, None, Some(years), &text, &told);
    }
    let text = "Harbour Office\nChair: Cy Vane\nWhere it stands: At work.";
    let told = [(Aspect::Chair, "Cy Vane"), (Aspect::Standing, "At work.")];
    add("office", SubjectKind::Process, &["Harbour Office", "Office du port"], None, Some((2029, 9999)), text, &told);
    for (name, days, outcome) in [
        ("First meeting", "2030-01-10 – 2030-01-12", "Chaired by Di Holm; ten ships were counted."),
        ("Second meeting", "2030-09-01 – 2030-09-03", "Not yet held."),
    ] {
        let text = format!("{name}\n{days}\nPort Vell\n{outcome}");
        let told = [(Aspect::Held, days), (Aspect::Place, "Port Vell"), (Aspect::Outcome, outcome)];
        add(&format!("office/{name}"), SubjectKind::Session, &[name], Some("office"), Some((2030, 2030)), &text, &told);
    }
    let of = |member: &str, from, until| {
        Aspect::Member(Belonging { member: member.into(), from: date(from), until: date(until), role: None })
    };
    let text =
        "Tide League\nNorland, since 2001-05-01\nSudland, since 2010\nWestland, from 2001-05-01 until 2015-02-03";
    let told = [
        (of("nor", "2001-05-01", ""), "Norland, since 2001-05-01"),
        (of("sud", "2010", ""), "Sudland, since 2010"),
        (of("wes", "2001-05-01", "2015-02-03"), "Westland, from 2001-05-01 until 2015-02-03"),
    ];
    add("tide", SubjectKind::Group, &["Tide League", "Ligue des marées"], None, None, text, &told);
    let text = "norm 4(b) (H/7)\nKeep the lamps lit.\nReport on lamps (2024)\nA rule of State behaviour";
    let names = ["norm 4(b)", "норма 4(b)", "规范4(b)", "القاعدة 4(b)"];
    add(
        "H/7 4(b)",
        SubjectKind::Term,
        &names,
        None,
        Some((2024, 2024)),
        text,
        &[(Aspect::Meaning, "Keep the lamps lit.")],
    );
    for (key, name) in [("nor", "Norland"), ("sud", "Sudland"), ("wes", "Westland"), ("osk", "Oskland")] {
        add(key, SubjectKind::State, &[name], None, None, name, &[]);
    }
    Known::new(known, facts, passages)
}

fn put(text: &str) -> Answer {
    let known = town();
    let question = Question::parse(text).expect("a question");
    let when = When { as_of: None, today: date(TODAY) };
    let answers = parts(&question, &known).iter().map(|part| answer(&plan(part, &known, when), &known, &[])).collect();
    joined(answers)
}

fn tells(text: &str, expected: &str) {
    let answer = put(text);
    let shown: Vec<&str> = answer.sentences.iter().map(|sentence| sentence.text()).collect();
    assert!(shown.join(" ").contains(expected), "{text}: {shown:?} {:?}", answer.refusal);
}

fn refuses(text: &str) {
    let answer = put(text);
    let shown: Vec<&str> = answer.sentences.iter().map(|sentence| sentence.text()).collect();
    assert!(answer.refusal.is_some(), "{text}: {shown:?}");
}

#[test]
fn a_number_or_years_beside_a_shared_name_choose_its_bearer() {
    tells("Who chaired the first LP?", "Ada Quill");
    tells("Who chaired the second LP?", "Bo Reed");
    tells("Who chaired the LP of 2020 to 2021?", "Ada Quill");
    tells("Qui a présidé le premier panel sur les lampes ?", "Ada Quill");
    refuses("Who chaired the third LP?");
    assert_eq!(put("Who chaired the third LP?").refusal.map(|one| one.why), Some(Why::Supposes));
}

#[test]
fn what_is_next_and_what_was_last_is_counted_from_the_day_of_asking() {
    tells("When is the next meeting of the Harbour Office?", "1 September 2030");
    tells("When was the last meeting of the Harbour Office?", "10 January 2030");
    let known = town();
    let question = Question::parse("When is the next meeting of the Harbour Office?").expect("a question");
    let late = When { as_of: None, today: date("2031-01-01") };
    let answer = answer(&plan(&question, &known, late), &known, &[]);
    let refusal = answer.refusal.expect("nothing to come is known");
    assert_eq!((refusal.why, refusal.nearest.len()), (Why::NothingFound, 1));
}

#[test]
fn who_presides_today_is_not_known_to_preside_in_a_year_to_come() {
    tells("Who chairs the Harbour Office in 2030?", "Cy Vane");
    refuses("Who will chair the Harbour Office in 2032?");
    refuses("Who chaired the Harbour Office in 2021?");
    refuses("Who succeeded Cy Vane as chair of the Harbour Office?");
}

#[test]
fn both_parts_of_a_question_are_answered() {
    tells("Who chaired the second LP and how did it end?", "Bo Reed");
    tells("Who chaired the second LP and how did it end?", "A report was agreed.");
    tells("Who chaired the second LP? I keep hearing other names.", "Bo Reed");
    refuses("Who chaired the ninth LP and how did it end?");
}

#[test]
fn a_question_for_a_yes_or_no_is_answered_with_the_fact_that_settles_it() {
    tells("Did the first LP adopt a report?", "No report on lamps.");
    tells("Does the second LP decide by vote?", "Consensus");
    tells("Is the Harbour Office still at work?", "At work.");
    refuses("Did the second LP buy new boats?");
}

#[test]
fn members_are_listed_and_counted_as_they_were_and_are() {
    tells("How many members does the Tide League have?", "Members, Tide League: 2.");
    tells("Which States are members of the Tide League?", "Norland, Sudland");
    tells("Quels sont les pays membres de la Ligue des marées ?", "Norland, Sudland");
    tells("Was Westland a member of the Tide League in 2014?", "Westland (1 May 2001 – 3 February 2015)");
    tells("Which States were members of the Tide League in 2005?", "Westland");
    refuses("How many members did the Tide League have in 2010?");
    refuses("Which members of the Tide League voted against the lamp tax?");
    refuses("When did Oskland join the Tide League?");
}

#[test]
fn a_norm_is_told_by_its_number_in_other_languages_and_only_it() {
    for question in
        ["What does norm 4(b) ask of States?", "О чём норма 4(b)?", "规范4(b)要求什么？", "ماذا تطلب القاعدة 4(b)؟"]
    {
        tells(question, "Keep the lamps lit.");
    }
    refuses("What does norm 4(c) ask of States?");
    refuses("Who broke norm 4(b)?");
}

#[test]
fn an_event_is_found_by_its_day_and_says_no_more_than_it_knows() {
    tells("What happened on 11 January 2030?", "ten ships were counted");
    tells("Who chaired the meeting of January 2030?", "Di Holm");
    refuses("Who chaired the meeting of September 2030?");
    refuses("What happened on 11 January 2031?");
}

#[test]
fn a_reason_is_told_only_where_a_text_gives_one() {
    refuses("Why did the first LP end without a report?");
    let why = "Why did the commission count forty ships?";
    let told = passage("The commission counted forty ships because the harbour was closed.", "en");
    assert!(asked(why, &[told]).refusal.is_none());
    refused(why, &[passage("The commission counted forty ships in the harbour.", "en")], Why::NothingFound);
}

#[test]
fn another_persons_or_bodys_name_means_another_thing() {
    refuses("When did Zed Marlow chair the Harbour Office?");
    refuses("Which decision did the Fishing Council take on the second LP?");
}
