//! Questions that follow others, in six languages: what they leave out, and what they do not.

use super::harbour;
use crate::{Answer, Known, Plan, Question, SubjectKind, answer, follow, followed, plan};

fn question(text: &str) -> Question {
    Question::parse(text).expect("a question")
}

fn planned(text: &str) -> Plan {
    plan(&question(text), &world(), crate::When::default())
}

/// The harbours, with a second State and a second body.
fn world() -> Known {
    let mut known = harbour();
    let mut subjects = std::mem::take(&mut known.subjects);
    let names = ["Nordland", "Норландия", "北国", "نوردلاند", "Norlande", "Norlandia"];
    let mut more = |key: &str, kind, names: &[&str]| {
        subjects.push(crate::Subject {
            key: key.into(),
            kind,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            parent: None,
            years: None,
        });
    };
    more("nor", SubjectKind::Actor, &names);
    more("suds", SubjectKind::Actor, &["Сюдландия", "南国", "سودلاند", "Sudlande", "Sudlandia"]);
    more("lights", SubjectKind::Process, &["Lights Panel", "Комиссия по огням", "灯塔小组", "فريق الأنوار"]);
    Known::new(subjects, known.facts, known.passages)
}

fn becomes(before: &str, new: &str, expected: &str) {
    let found = follow(&planned(before), &planned(new), &world());
    assert_eq!(found.as_ref().map(Question::text), Some(expected), "{before} {new}");
}

fn stands_alone(before: &str, new: &str) {
    let found = follow(&planned(before), &planned(new), &world());
    assert_eq!(found.as_ref().map(Question::text), None, "{before} {new}");
}

fn answered(before: &[&str], new: &str) -> Answer {
    let before: Vec<Question> = before.iter().map(|one| question(one)).collect();
    let known = world();
    let found = followed(&before, &question(new), &known).unwrap_or_else(|| panic!("{new} stands alone"));
    answer(&plan(&found.question, &known, crate::When::default()), &known, &[])
}

#[test]
fn another_state_takes_the_place_of_the_one_before() {
    becomes("What did Sudland say about ships?", "And Nordland?", "What did Nordland say about ships?");
    becomes("What did Sudland say about ships?", "What about Nordland?", "What did Nordland say about ships?");
    becomes("Qu'a dit Sudlande des navires ?", "Et Norlande ?", "Qu'a dit Norlande des navires ?");
    becomes("¿Qué dijo Sudlandia de los buques?", "¿Y Norlandia?", "¿Qué dijo Norlandia de los buques?");
    becomes("Что сказала Сюдландия о судах?", "А Норландия?", "Что сказала Норландия о судах?");
    becomes("南国对船舶怎么说？", "那北国呢？", "北国对船舶怎么说？");
    becomes("ماذا قالت سودلاند عن السفن؟", "وماذا عن نوردلاند؟", "ماذا قالت نوردلاند عن السفن؟");
}

#[test]
fn another_year_takes_the_place_of_the_one_before() {
    becomes("What did Sudland say in 2024?", "And in 2025?", "What did Sudland say in 2025?");
    becomes("Qu'a dit Sudlande en mars 2024 ?", "Et en 2025 ?", "Qu'a dit Sudlande en 2025 ?");
    becomes("¿Qué dijo Sudlandia el 3 de mayo de 2024?", "¿Y en 2025?", "¿Qué dijo Sudlandia el 2025?");
    becomes("Что сказала Сюдландия в 2024 году?", "А в 2025 году?", "Что сказала Сюдландия в 2025 году?");
    becomes("南国2024年怎么说？", "那2025年呢？", "南国2025年怎么说？");
    becomes("ماذا قالت سودلاند في عام 2024؟", "وفي عام 2025؟", "ماذا قالت سودلاند في عام 2025؟");
    becomes("What did Sudland say about ships?", "And in 2025?", "What did Sudland say about ships 2025?");
}

#[test]
fn an_ordinal_counts_what_was_counted_before() {
    becomes("What did the first draft say of ships?", "And the second?", "What did the second draft say of ships?");
    // A draft is no session.
    let expected = "What did the first draft say of ships second session?";
    becomes("What did the first draft say of ships?", "And the second session?", expected);
    let before = "When was the first substantive session of the Harbour Commission held?";
    becomes(before, "And the third substantive session?", &before.replace("first", "third"));
    let before = "Quand a eu lieu la première session de fond de la Commission des ports ?";
    becomes(before, "Et la troisième session de fond ?", &before.replace("première", "troisième"));
    let before = "Когда прошла первая основная сессия Комиссии по гаваням?";
    becomes(before, "А третья основная сессия?", &before.replace("первая", "третья"));
    let before = "海港委员会第一届实质性会议何时举行？";
    becomes(before, "第三届实质性会议呢？", &before.replace("第一", "第三"));
    let before = "¿Cuándo se celebró el primer período de sesiones sustantivo de la Comisión de Puertos?";
    becomes(before, "¿Y el tercer período de sesiones sustantivo?", &before.replace("primer", "tercer"));
    let before = "متى عقدت الدورة الموضوعية الأولى للجنة الموانئ؟";
    becomes(before, "وماذا عن الدورة الموضوعية الثالثة؟", &before.replace("الأولى", "الثالثة"));
}

#[test]
fn an_ordinal_inside_a_name_gives_way_where_another_thing_is_named_so() {
    let mut known = world();
    let mut subjects = std::mem::take(&mut known.subjects);
    let lights = subjects.iter().find(|one| one.key == "lights").expect("it is there").clone();
    for (key, name) in [("one", "First Panel"), ("two", "Second Panel")] {
        subjects.push(crate::Subject { key: key.into(), names: vec![name.into()], ..lights.clone() });
    }
    let known = Known::new(subjects, known.facts, known.passages);
    let told = |before: &str, new: &str| {
        let plan = |text: &str| plan(&question(text), &known, crate::When::default());
        follow(&plan(before), &plan(new), &known).map(|found| found.text().to_owned())
    };
    let before = "Who chaired the First Panel?";
    assert_eq!(told(before, "And the second?").as_deref(), Some("Who chaired the second Panel?"));
    assert_eq!(told(before, "And the fourth?").as_deref(), Some("Who chaired the First Panel fourth?"));
    assert_eq!(told(before, "And the second session?").as_deref(), Some("Who chaired the First Panel second session?"));
}

#[test]
fn the_years_beside_a_name_go_with_it() {
    let before = "When did the Harbour Commission 2029-2031 end?";
    becomes(before, "And the Lights Panel?", "When did the Lights Panel  end?");
    becomes(
        "Who chaired the Harbour Commission in 2029?",
        "And the Lights Panel?",
        "Who chaired the Lights Panel in 2029?",
    );
}

#[test]
fn another_session_takes_the_place_of_the_one_before() {
    let told = |before: &str, new: &str| {
        let answer = answered(&[before], new);
        let shown: Vec<&str> = answer.sentences.iter().map(|sentence| sentence.text()).collect();
        assert!(shown.join(" ").contains("2030"), "{before} {new}: {shown:?} {:?}", answer.refusal);
    };
    told("When was the first session of the Harbour Commission held?", "What about the second session?");
    told("When was the first session of the Harbour Commission held?", "And the second?");
    told("Quand a eu lieu la première session de la Commission des ports ?", "Et la deuxième session ?");
    told(
        "¿Cuándo se celebró el primer período de sesiones de la Comisión de Puertos?",
        "¿Y el segundo período de sesiones?",
    );
    told("Когда прошла первая сессия Комиссии по гаваням?", "А вторая сессия?");
    told("海港委员会第一届会议何时举行？", "第二届会议呢？");
    told("متى عقدت الدورة الأولى للجنة الموانئ؟", "وماذا عن الدورة الثانية؟");
}

#[test]
fn what_has_its_own_matter_stands_alone() {
    for new in [
        "Who chaired the Lights Panel?",
        "What did Nordland say about lamps?",
        "And who chaired the Lights Panel?",
        "What is the Lights Panel?",
        "How many States registered in 2025?",
        "And the price of bread in Nordland?",
        "Why?",
        "And then?",
        "Кто возглавлял Комиссию по огням?",
        "北国的预算呢？",
        "灯塔小组的主席是谁？",
        "وماذا عن ميزانية نوردلاند؟",
        "Et le budget de Norlande ?",
        "¿Y el presupuesto de Norlandia?",
        "А бюджет Норландии?",
    ] {
        stands_alone("What did Sudland say about ships?", new);
    }
}

#[test]
fn a_connection_answers_nothing_that_was_refused_before() {
    let refused = |before: &[&str], new: &str| {
        let answer = answered(before, new);
        assert!(answer.refusal.is_some() && answer.sentences.is_empty(), "{before:?} {new}: {answer:?}");
    };
    refused(&["When did the Harbour Commission end?"], "And of Nordland?");
    refused(&["Who chaired the Harbour Commission?"], "And in 1999?");
    refused(&["Кто был председателем Комиссии по гаваням?"], "А в 1999 году?");
    refused(&["谁是海港委员会的主席？"], "那1999年呢？");
    refused(&["When was the first session of the Harbour Commission held?"], "And the seventh session?");
    refused(&["Who chaired the Harbour Commission?"], "And the Lights Panel?");
    refused(&["Qui a présidé la Commission des ports ?"], "Et en 1999 ?");
    refused(&["¿Quién presidió la Comisión de Puertos?"], "¿Y en 1999?");
    refused(&["من ترأس لجنة الموانئ؟"], "وفي عام 1999؟");
}

#[test]
fn a_conversation_goes_on_over_three_questions() {
    let before: Vec<Question> =
        ["What did Sudland say about ships?", "And in 2024?"].iter().map(|one| question(one)).collect();
    let known = world();
    let found = followed(&before, &question("And Nordland?"), &known).expect("it follows");
    assert_eq!(found.question.text(), "What did Nordland say about ships 2024?");
    let plan = plan(&found.question, &known, crate::When::default());
    assert!(!plan.subjects.iter().any(|at| found.takes(*at)) && found.takes_year(2024));
    let found = followed(&before[..1], &question("And in 2024?"), &known).expect("it follows");
    assert!(plan.years == [2024] && !found.takes_year(2024));
    assert_eq!(followed(&[], &question("And Nordland?"), &known), None);
}

#[test]
fn what_would_be_too_long_stands_alone() {
    let long = format!("What did Sudland say about {}?", "ships ".repeat(78));
    stands_alone(
        &long,
        &format!("And Nordland{}?", " ".repeat(3)).replace("Nordland", "Nordland, Norlande, Norlandia"),
    );
}
