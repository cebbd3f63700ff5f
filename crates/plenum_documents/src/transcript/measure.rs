//! How well turns are found, on transcripts invented for it: precision and recall of (speaker, first words).

use super::read;
use std::collections::HashSet;

/// An invented transcript, and its turns: the speaker as printed, and the first words.
struct Judged {
    text: &'static str,
    turns: &'static [(&'static str, &'static str)],
}

const SET: [Judged; 6] = [
    Judged {
        text: "Fourth meeting, Working Group on Harbour Lights\n\nThe Chair: Good morning. We take up item 5: colours of lamps.\n\n\
               Mr. Aalto (Norland): Thank you, Chair. My delegation has one remark: green lamps are seen farther.\n\n\
               It was tested in three places: at sea, on land, in fog.\n\nThe Chair: Sudmark, please.\n\nSudmark: We cannot agree. Note: \
               the tests were short.\n\nMadam Chair: our position is known.\n\nMs. Oye (Estia), speaking on behalf of the Island States Group: \
               Islands need both colours.\n",
        turns: &[
            ("The Chair", "Good morning. We"),
            ("Mr. Aalto (Norland)", "Thank you, Chair."),
            ("The Chair", "Sudmark, please."),
            ("Sudmark", "We cannot agree."),
            ("Ms. Oye (Estia), speaking on behalf of the Island States Group", "Islands need both"),
        ],
    },
    Judged {
        text: "CHAIR\nThe meeting is open.\n\nNORLAND\nWe welcome the draft.\nIt is short.\n\nUNITED HARBOURS OF ESTIA\nWe too.\n",
        turns: &[("CHAIR", "The meeting is"), ("NORLAND", "We welcome the"), ("UNITED HARBOURS OF ESTIA", "We too.")],
    },
    Judged {
        text: "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n>> THE CHAIR: The floor is open.\n\n00:00:04.000 --> 00:00:08.000\nWho wishes to speak?\n\n\
               00:00:08.500 --> 00:00:12.000\n>> NORLAND: We thank the Chair: it was time.\n\n00:00:12.500 --> 00:00:15.000\n>> And we too.\n",
        turns: &[("THE CHAIR", "The floor is"), ("NORLAND", "We thank the"), ("", "And we too.")],
    },
    Judged {
        text: "La Présidente : La séance est ouverte.\n\nM. Durand (Norlande) : Merci, Madame la Présidente. Deux points : la lumière et la couleur.\n\n\
               Sudmarque : Nous sommes d’accord.\n",
        turns: &[
            ("La Présidente", "La séance est"),
            ("M. Durand (Norlande)", "Merci, Madame la"),
            ("Sudmarque", "Nous sommes d’accord."),
        ],
    },
    Judged {
        text: "Председатель: Заседание открыто.\n\nГ-н Орлов (Норландия): Спасибо. Мы предлагаем одно: зеленый свет.\n\nСудмарк: Мы против.\n",
        turns: &[
            ("Председатель", "Заседание открыто."),
            ("Г-н Орлов (Норландия)", "Спасибо. Мы предлагаем"),
            ("Судмарк", "Мы против."),
        ],
    },
    Judged {
        text: "Interview with a keeper of lamps\n\nThe lamp has burnt for long. He says one thing: it must not go out.\n\nAnd then: silence.\n",
        turns: &[],
    },
];

#[test]
fn turns_are_found_with_few_faults() {
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    let begins = |text: &str| text.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    for judged in &SET {
        let transcript = read(judged.text.as_bytes()).expect("it is a text");
        let own: HashSet<(String, String)> = transcript
            .turns
            .iter()
            .map(|turn| (turn.speaker.clone(), begins(&transcript.reading.paragraphs[turn.first].text)))
            .collect();
        let truth: HashSet<(String, String)> = judged.turns.iter().map(|(s, w)| ((*s).to_owned(), begins(w))).collect();
        for missed in truth.difference(&own) {
            println!("missed {missed:?}");
        }
        for wrong in own.difference(&truth) {
            println!("wrong {wrong:?}");
        }
        right += own.intersection(&truth).count();
        found += transcript.turns.len();
        wanted += judged.turns.len();
    }
    let (precision, recall) = (right as f64 / found as f64, right as f64 / wanted as f64);
    println!("speaker turns: precision {precision:.3}, recall {recall:.3}, of {wanted}");
    assert!(precision >= 0.94 && recall >= 0.94, "precision {precision:.3}, recall {recall:.3}");
}
