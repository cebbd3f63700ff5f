//! Articles of treaties: "Article 51 of the Charter", "المادة 51 من الميثاق", "《宪章》第五十一条".

use super::{Found, after, before, numbers};

/// The words for an article.
const WORDS: [&str; 27] = [
    "articles",
    "article",
    "Articles",
    "Article",
    "arts.",
    "art.",
    "Arts.",
    "Art.",
    "artículos",
    "artículo",
    "Artículos",
    "Artículo",
    "статьями",
    "статьях",
    "статьям",
    "статьей",
    "статьёй",
    "статьи",
    "статью",
    "статье",
    "статья",
    "Статья",
    "статей",
    "المادتين",
    "المادتان",
    "المادة",
    "المواد",
];

/// Treaties known by name, with their house symbols; the first that matches decides.
const TREATIES: [(&str, &[&str]); 14] = [
    (
        "ICJ-STATUTE",
        &[
            "Statute of the International Court",
            "Statut de la Cour internationale",
            "Estatuto de la Corte Internacional",
        ],
    ),
    (
        "ROME-STATUTE",
        &["Rome Statute", "Statut de Rome", "Estatuto de Roma", "Римского статута", "نظام روما", "罗马规约"],
    ),
    (
        "UDHR",
        &[
            "Universal Declaration",
            "Déclaration universelle",
            "Declaración Universal",
            "Всеобщей декларации",
            "الإعلان العالمي",
            "世界人权宣言",
        ],
    ),
    (
        "ICCPR",
        &[
            "International Covenant on Civil",
            "Pacte international relatif aux droits civils",
            "Pacto Internacional de Derechos Civiles",
            "пакта о гражданских",
            "公民权利和政治权利国际公约",
        ],
    ),
    (
        "ICESCR",
        &[
            "International Covenant on Economic",
            "Pacte international relatif aux droits économiques",
            "Pacto Internacional de Derechos Económicos",
            "пакта об экономических",
            "经济、社会及文化权利国际公约",
        ],
    ),
    ("VCLT", &["Vienna Convention on the Law of Treaties", "Convention de Vienne sur le droit des traités"]),
    (
        "UNCLOS",
        &[
            "Convention on the Law of the Sea",
            "Convention des Nations Unies sur le droit de la mer",
            "Derecho del Mar",
            "海洋法公约",
        ],
    ),
    ("UNFCCC", &["Framework Convention on Climate", "Convention-cadre", "Convención Marco", "气候变化框架公约"]),
    (
        "PARIS-AGREEMENT",
        &["Paris Agreement", "Accord de Paris", "Acuerdo de París", "Парижского соглашения", "اتفاق باريس", "巴黎协定"],
    ),
    ("NPT", &["Treaty on the Non-Proliferation", "Non-Proliferation Treaty", "不扩散核武器条约"]),
    ("UNCAC", &["Convention against Corruption", "Convention des Nations Unies contre la corruption"]),
    ("CYBERCRIME-CONVENTION", &["Convention against Cybercrime", "打击网络犯罪公约"]),
    ("UNTOC", &["Convention against Transnational", "Convention contre la criminalité transnationale"]),
    (
        "UN-CHARTER",
        &[
            "Charter of the United Nations",
            "United Nations Charter",
            "Charter",
            "Charte",
            "Carta",
            "Устава",
            "الميثاق",
            "ميثاق",
            "宪章",
        ],
    ),
];

/// What any treaty is called, in the form it has after "of".
const NOUNS: [&str; 40] = [
    "Convention",
    "Covenant",
    "Treaty",
    "Statute",
    "Protocol",
    "Agreement",
    "Declaration",
    "Constitution",
    "Charter",
    "Charte",
    "Pacte",
    "Traité",
    "Statut",
    "Protocole",
    "Accord",
    "Déclaration",
    "Carta",
    "Convención",
    "Convenio",
    "Pacto",
    "Tratado",
    "Estatuto",
    "Protocolo",
    "Acuerdo",
    "Declaración",
    "Устава",
    "Конвенции",
    "Пакта",
    "Договора",
    "Статута",
    "Протокола",
    "Соглашения",
    "Декларации",
    "статута",
    "الميثاق",
    "ميثاق",
    "الاتفاقية",
    "اتفاقية",
    "المعاهدة",
    "العهد",
];

/// Articles of treaties, in text order.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut starts: Vec<(usize, usize)> =
        WORDS.iter().flat_map(|word| text.match_indices(word).map(|(at, _)| (at, word.len()))).collect();
    // Of words that begin at one place the longest counts.
    starts.sort_by_key(|(at, length)| (*at, std::cmp::Reverse(*length)));
    starts.dedup_by_key(|(at, _)| *at);
    let mut found: Vec<Found> = Vec::new();
    for (at, length) in starts {
        let is_free = found.last().is_none_or(|last| last.to <= at);
        let begins_word = !text[..at].ends_with(|c: char| c.is_alphanumeric()) || text[..at].ends_with(['و', 'ب', 'ل']);
        if is_free && begins_word {
            found.extend(articles(text, at, at + length));
        }
    }
    super::add_apart(&mut found, chinese(text));
    found
}

/// The articles named after the word that stands from `from` to `word_end`, if a treaty follows them.
fn articles(text: &str, from: usize, word_end: usize) -> Vec<Found> {
    let listed = numbers::list(text, word_end);
    let Some(last) = listed.last() else { return Vec::new() };
    let (end, paragraph) = paragraph_after(text, last.to);
    let Some((to, symbol)) = treaty_after(text, end) else { return Vec::new() };
    let count = listed.len();
    let found = listed.into_iter().enumerate().map(|(at, one)| {
        let is_last = at + 1 == count;
        let paragraph = if is_last { paragraph.as_str() } else { "" };
        Found {
            from: if at == 0 { from } else { one.from },
            to: if is_last { to } else { one.to },
            symbol: symbol.map(str::to_owned),
            number: Some(format!("art. {}{paragraph}", one.text)),
        }
    });
    found.collect()
}

/// ", paragraph 4," after an article: where it ends, and ` (4)`.
fn paragraph_after(text: &str, at: usize) -> (usize, String) {
    let tail = after(text, at, 40);
    let trimmed = tail.trim_start_matches([',', ' ', '،']);
    let words = ["paragraph", "para.", "paragraphe", "párrafo", "пункт", "الفقرة"];
    let Some(word) = words.iter().filter(|word| trimmed.starts_with(**word)).max_by_key(|word| word.len()) else {
        return (at, String::new());
    };
    match numbers::list(text, at + tail.len() - trimmed.len() + word.len()).as_slice() {
        [one] => (one.to, format!(" ({})", one.text)),
        _ => (at, String::new()),
    }
}

/// The treaty named after "of": where its name ends, and its house symbol if known.
fn treaty_after(text: &str, at: usize) -> Option<(usize, Option<&'static str>)> {
    const JOINTS: [&str; 11] = ["of", "to", "de", "du", "del", "из", "من", "в", "[of", "в", "dans"];
    let tail = after(text, at, 140);
    let clause = &tail[..tail.find([';', '\n', '|', '.', '(']).unwrap_or(tail.len())];
    let trimmed = clause.trim_start_matches([',', ' ', '،', '\u{a0}']);
    let first = trimmed.split(|c: char| c.is_whitespace()).next()?;
    let lead = at + clause.len() - trimmed.len();
    let is_genitive = NOUNS.contains(&first.trim_end_matches([',', ']']));
    if !(JOINTS.contains(&first) || is_genitive) {
        return None;
    }
    let noun = NOUNS
        .iter()
        .filter_map(|noun| trimmed.find(noun).map(|found| (found, found + noun.len())))
        .min_by_key(longest_first);
    let named = TREATIES.iter().find_map(|(symbol, names)| {
        let found = names
            .iter()
            .filter_map(|name| trimmed.find(name).map(|at| (at, at + name.len())))
            .min_by_key(longest_first)?;
        Some((found, *symbol))
    });
    match (named, noun) {
        (Some(((_, end), symbol)), _) => Some((lead + end, Some(symbol))),
        (None, Some((found, end))) if found < 80 => Some((lead + end, None)),
        _ => None,
    }
}

/// Orders names by where they begin, of those that begin together the longest first.
fn longest_first(place: &(usize, usize)) -> (usize, std::cmp::Reverse<usize>) {
    (place.0, std::cmp::Reverse(place.1))
}

/// `《联合国宪章》第五十一条`: in Chinese the treaty stands before the article.
fn chinese(text: &str) -> Vec<Found> {
    const NOUNS: [&str; 8] = ["宪章", "公约", "条约", "规约", "议定书", "协定", "宣言", "盟约"];
    let mut found = Vec::new();
    for (at, _) in text.match_indices('第') {
        let inner = after(text, at + '第'.len_utf8(), 24);
        let Some(end) = inner.find('条') else { continue };
        let numeral = &inner[..end];
        let is_numeral = !numeral.is_empty()
            && numeral.chars().all(|c| numbers::digit(c).is_some() || "〇零一二三四五六七八九十百".contains(c));
        let head = before(text, at, 90);
        let name = head.trim_end_matches(['》', ' ']);
        if !is_numeral || !NOUNS.iter().any(|noun| name.ends_with(noun)) {
            continue;
        }
        let opening = name.rfind('《').filter(|open| !name[*open..].contains('》') && head.len() > name.len());
        let shortest = NOUNS.iter().find(|noun| name.ends_with(**noun)).map_or(0, |noun| name.len() - noun.len());
        let from = opening.unwrap_or(shortest);
        let title = &name[from..];
        let symbol =
            TREATIES.iter().find(|(_, names)| names.iter().any(|name| title.contains(name))).map(|(symbol, _)| *symbol);
        found.push(Found {
            from: at - head.len() + from,
            to: at + '第'.len_utf8() + end + '条'.len_utf8(),
            symbol: symbol.map(str::to_owned),
            number: Some(format!("第{numeral}条")),
        });
    }
    found
}
