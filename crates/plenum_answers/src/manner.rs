//! How a question asks, besides its question word: for a reason, for a yes or no, for the next or the last of a row.

/// The next or the last of a row, counted from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Turn {
    Next,
    Last,
}

/// How a question asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manner {
    /// For a reason: only a text that gives one answers.
    pub(crate) is_why: bool,
    /// For a yes or no: answered with the fact that settles it.
    pub(crate) is_yes_or_no: bool,
    /// Whether something still goes on.
    pub(crate) is_still: bool,
    /// Whether something is supposed to have been without another: "ended without a report".
    pub(crate) is_without: bool,
    /// Until when: asked of an end.
    pub(crate) is_until: bool,
    /// For what a word means, whoever uses it and wherever.
    pub(crate) is_of_word: bool,
    /// Whether somebody is supposed to have left: asked of the end of a membership.
    pub(crate) is_of_leaving: bool,
}

const WHY: [&str; 18] = [
    "why",
    "for what reason",
    "what reason",
    "how come",
    "pourquoi",
    "pour quelle raison",
    "por que ",
    "por que razon",
    "a que se debe",
    "почему",
    "зачем",
    "по какой причине",
    "из-за чего",
    "为什么",
    "为何",
    "何以",
    "لماذا",
    "ما سبب",
];
/// In Spanish "by which" is spelled as "why".
const BY_WHICH: [&str; 4] = ["por que resoluc", "por que decis", "por que docum", "por que instrum"];
const STILL: [&str; 22] = [
    "still",
    "encore",
    "toujours",
    "todavia",
    "aun ",
    "sigue ",
    "siguen ",
    "еще ",
    "до сих пор",
    "по-прежнему",
    "仍",
    "还在",
    "还有",
    "是否还",
    "还开",
    "لا يزال",
    "لا تزال",
    "ما زال",
    "مازال",
    "ما تزال",
    "لايزال",
    "anymore",
];
const WITHOUT: [&str; 8] = ["without ", "sans ", "sin ", "без ", "没有", "未能", "دون ", "بدون "];
const UNTIL: [&str; 14] = [
    "until when",
    "until what",
    "until which",
    "till when",
    "jusqu'a quand",
    "jusqu'a quel",
    "hasta cuando",
    "hasta que",
    "до какого",
    "до какой",
    "до когда",
    "到什么时候",
    "حتي متي",
    "الي متي",
];
const OF_WORD: [&str; 29] = [
    "stand for",
    "stands for",
    "meaning of",
    "meant by",
    "mean by",
    "acronym",
    "abbreviat",
    "jargon",
    "c'est quoi",
    "veut dire",
    "signifi",
    "sigle",
    "entend-on",
    "entend par",
    "quiere decir",
    "significa",
    "siglas",
    "se entiende",
    "что значит",
    "что означает",
    "расшифров",
    "аббревиатур",
    "сокращен",
    "什么意思",
    "指什么",
    "缩写",
    "يعني",
    "المقصود",
    "اختصار",
];
const LEAVING: [&str; 22] = [
    "leave",
    "left",
    "quit",
    "withdr",
    "stop being",
    "stopped being",
    "cease",
    "no longer",
    "quitt",
    "sorti",
    "cesse d",
    "retire",
    "dejo ",
    "salio",
    "abandono",
    "покинул",
    "вышл",
    "вышел",
    "退出",
    "脱离",
    "انسحب",
    "غادر",
];
const NEXT: [&str; 16] = [
    "next",
    "upcoming",
    "prochain",
    "a venir",
    "proxim",
    "следующ",
    "ближайш",
    "предстоящ",
    "下次",
    "下一",
    "下届",
    "即将",
    "القادم",
    "المقبل",
    "قادمه",
    "مقبله",
];
const LAST: [&str; 13] = [
    "last ",
    "latest",
    "most recent",
    "dernier",
    "derniere",
    "ultim",
    "последн",
    "上次",
    "上一",
    "上届",
    "最近一",
    "最近的",
    "الاخير",
];
/// English questions for a yes or no begin with their verb.
const VERBS: &str = " did does do is are was were has have had will would can could should must may ";

/// How a folded question asks.
pub(crate) fn manner(language: &str, folded: &str) -> Manner {
    let is_why = WHY.iter().any(|cue| begins_a_word(folded, cue)) && !BY_WHICH.iter().any(|one| folded.contains(one));
    Manner {
        is_why,
        is_yes_or_no: !is_why && is_yes_or_no(language, folded),
        is_without: WITHOUT.iter().any(|cue| begins_a_word(folded, cue)),
        is_until: UNTIL.iter().any(|cue| begins_a_word(folded, cue)),
        is_of_word: OF_WORD.iter().any(|cue| begins_a_word(folded, cue)),
        is_of_leaving: LEAVING.iter().any(|cue| begins_a_word(folded, cue)),
        is_still: STILL.iter().any(|cue| begins_a_word(folded, cue)),
    }
}

/// Whether the next or the last of a row is asked for.
pub(crate) fn turn(folded: &str) -> Option<Turn> {
    let has = |cues: &[&str]| cues.iter().any(|cue| begins_a_word(folded, cue));
    has(&NEXT).then_some(Turn::Next).or_else(|| has(&LAST).then_some(Turn::Last))
}

fn is_yes_or_no(language: &str, folded: &str) -> bool {
    let first = folded.trim_start().split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    match language {
        "en" => first.is_some_and(|word| VERBS.contains(&format!(" {word} "))),
        "fr" => {
            const ASKING: [&str; 12] = [
                "qui ", "que ", "quoi", "quel", "quand", "ou ", "comment", "combien", "pourquoi", "lequel", "laquelle",
                "qu'est",
            ];
            let turned = ["est-ce qu", "-t-il", "-t-elle", "-il ", "-elle ", "-ils ", "-elles ", "-t-on", "est-il"];
            turned.iter().any(|one| folded.contains(one)) && !ASKING.iter().any(|one| begins_a_word(folded, one))
        }
        "es" => {
            const ASKING: [&str; 8] = ["que ", "quien", "cual", "cuando", "cuant", "donde", "como", "adonde"];
            folded.contains('¿') && !ASKING.iter().any(|one| begins_a_word(folded, one))
        }
        "ru" => folded.split(|c: char| !c.is_alphanumeric()).any(|word| word == "ли"),
        "zh" => ["吗", "是否", "有没有", "是不是"].iter().any(|one| folded.contains(one)),
        "ar" => first == Some("هل"),
        _ => false,
    }
}

fn begins_a_word(folded: &str, cue: &str) -> bool {
    let is_free = cue.starts_with(crate::text::is_han);
    folded.match_indices(cue).any(|(at, _)| is_free || !folded[..at].ends_with(char::is_alphanumeric))
}

/// Whether a text gives a reason.
pub(crate) fn gives_reason(text: &str) -> bool {
    const REASONS: [&str; 29] = [
        "because",
        "due to",
        "owing to",
        "in order to",
        "so as to",
        "the reason",
        "so that",
        "therefore",
        "parce qu",
        "car ",
        "en raison",
        "afin de",
        "a cause d",
        "porque",
        "debido a",
        "a fin de",
        "a causa de",
        "потому",
        "поскольку",
        "так как",
        "в связи с",
        "с целью",
        "因为",
        "由于",
        "以便",
        "لان",
        "بسبب",
        "من اجل",
        "نظرا",
    ];
    let folded = crate::text::fold(text);
    REASONS.iter().any(|reason| begins_a_word(&folded, reason))
}
