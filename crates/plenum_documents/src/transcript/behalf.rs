//! For whom a delegation speaks, and in what manner, by the first words of a statement and by the printed name.

use plenum_model::statement::StatementKind;

const OPENING_CHARS: usize = 700; // Thanks and congratulations come first; whoever speaks for others says so in them.
const LONGEST_NAME: usize = 14; // Words of a group's name: "Group of Latin American and Caribbean States" has seven.

/// Words before the name of a group, in the languages of the United Nations, lower case.
const BEFORE: [&str; 14] = [
    "on behalf of",
    "in the name of",
    "au nom des",
    "au nom du",
    "au nom de",
    "en nombre del",
    "en nombre de",
    "от имени",
    "باسم",
    "نيابة عن",
    "بالنيابة عن",
    "代表",
    "speaking for",
    "for and on behalf of",
];

/// What is no group though it stands behind those words.
const OWN: [&str; 20] = [
    "my ",
    "our ",
    "his ",
    "her ",
    "their ",
    "its ",
    "myself",
    "the government",
    "the people",
    "the delegation",
    "the chair",
    "the president",
    "the minister",
    "all of us",
    "all delegations",
    "ma délégation",
    "mi delegación",
    "моей",
    "وفد بلادي",
    "我国",
];

/// The group named in a printed name or in the first words of a statement, as printed, with its article.
pub(super) fn group(label: &str, text: &str) -> Option<String> {
    let opening: String = text.chars().take(OPENING_CHARS).collect();
    [label, &opening].into_iter().find_map(named_in)
}

fn named_in(text: &str) -> Option<String> {
    // Letters whose lower case is longer would move what is found; such words are passed over.
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let mut found: Option<(usize, usize)> = None;
    for before in BEFORE {
        for (at, _) in lower.match_indices(before) {
            let end = at + before.len();
            let is_word = lower[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric()) || before == "代表";
            let is_whole = before == "代表" || lower[end..].starts_with([' ', '\u{a0}']);
            if is_word && is_whole && found.is_none_or(|(seen, seen_end)| at < seen || (at == seen && end > seen_end)) {
                found = Some((at, end)).filter(|_| !is_own(&lower[end..])).or(found);
            }
        }
    }
    let (_, end) = found?;
    let name = cut(text[end..].trim_start());
    (!name.is_empty()).then(|| name.to_owned())
}

fn is_own(rest: &str) -> bool {
    let rest = rest.trim_start();
    OWN.iter().any(|own| rest.starts_with(own))
}

/// A name ends at a stop, a bracket, or where the sentence goes on with small words that no name of a group holds.
fn cut(text: &str) -> &str {
    const STOPS: [char; 16] = ['.', ',', ';', ':', '(', ')', '[', ']', '!', '?', '،', '؛', '。', '，', '：', '–'];
    const INNER: [&str; 17] =
        ["of", "the", "and", "for", "in", "de", "des", "du", "la", "le", "les", "del", "los", "las", "et", "y", "и"];
    let end = text.find(STOPS).unwrap_or(text.len());
    let text = &text[..end];
    let is_cased = text.chars().any(|c| c.is_uppercase());
    let mut kept = 0;
    let mut at = 0;
    for (nth, word) in text.split(' ').enumerate() {
        let begins = word.chars().next();
        let is_elided = ["d'", "d’", "l'", "l’"].iter().any(|start| word.starts_with(start));
        let is_small = is_cased && !is_elided && begins.is_some_and(char::is_lowercase);
        let is_group_word =
            ["group", "groupe", "states", "members", "countries", "member", "региональных"].contains(&word);
        if nth >= LONGEST_NAME || (is_small && !INNER.contains(&word) && !is_group_word && nth > 0) {
            break;
        }
        at += word.len() + usize::from(nth > 0);
        if !INNER.contains(&word) {
            kept = at;
        }
    }
    text[..kept.min(text.len())].trim()
}

/// The sort of words, by the printed name and the first sentences.
pub(super) fn kind(is_chair: bool, label: &str, text: &str) -> StatementKind {
    if is_chair {
        return StatementKind::Chair;
    }
    let opening: String = label.chars().chain(" ".chars()).chain(text.chars().take(OPENING_CHARS)).collect();
    let opening = opening.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| opening.contains(word));
    let reply = [
        "right of reply",
        "droit de réponse",
        "derecho de respuesta",
        "derecho a contestar",
        "право на ответ",
        "حق الرد",
        "答辩权",
    ];
    let asks_or_takes = [
        "exercise",
        "exercising",
        "exercice",
        "exercer",
        "ejercer",
        "ejercicio",
        "порядке осуществления",
        "ممارسة",
        "行使",
    ];
    if has(&reply) && (has(&asks_or_takes) || label.to_lowercase().contains("reply")) {
        return StatementKind::Reply;
    }
    let explanation = [
        "explanation of position",
        "explanation of vote",
        "explain our position",
        "explain its position",
        "explication de position",
        "explication de vote",
        "explicación de posición",
        "explicación de voto",
        "разъяснение позиции",
        "по мотивам голосования",
        "تعليل التصويت",
        "شرح الموقف",
        "解释立场",
    ];
    if has(&explanation) {
        return StatementKind::Explanation;
    }
    let joint = [
        "joint statement",
        "déclaration conjointe",
        "déclaration commune",
        "declaración conjunta",
        "совместное заявление",
        "بيان مشترك",
        "联合声明",
    ];
    if has(&joint) { StatementKind::Joint } else { StatementKind::Statement }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(group("", text).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_group_is_named_by_whoever_speaks_for_it() {
        check("Thank you, Chair. I speak on behalf of the Arab Group.", Some("the Arab Group"));
        check(
            "I have the honour to speak on behalf of the Group of African States and wish to",
            Some("the Group of African States"),
        );
        check("Je parle au nom du Groupe des États d’Afrique.", Some("Groupe des États d’Afrique"));
        check("أتكلم باسم المجموعة العربية، وأشكركم", Some("المجموعة العربية"));
    }

    #[test]
    fn one_s_own_delegation_is_no_group() {
        check("On behalf of my delegation I thank you.", None);
        check(
            "I thank you on behalf of my country, and speak on behalf of the Pacific Islands Forum.",
            Some("the Pacific Islands Forum"),
        );
        check("We agree.", None);
    }

    #[test]
    fn a_reply_must_be_taken_not_only_spoken_of() {
        assert_eq!(kind(false, "X", "I take the floor to exercise our right of reply."), StatementKind::Reply);
        assert_eq!(kind(false, "X", "The right of reply is a matter of the rules."), StatementKind::Statement);
        assert_eq!(kind(false, "X (right of reply)", "We reject this."), StatementKind::Reply);
        assert_eq!(kind(true, "The Chair", "right of reply, exercise"), StatementKind::Chair);
    }
}
