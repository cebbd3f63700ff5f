//! The words of the trade in six languages: what lets a question in one language be compared with words in another.
//!
//! A row is one notion; a word counts where it begins with the letters given (Chinese: contains them; Arabic: after the
//! article). Everything is written folded, as `text::fold` leaves it.

use crate::text::{is_arabic, is_cyrillic, is_han, tokens};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// A notion of the trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Notion {
    /// Who presides.
    Chair,
    /// What sets a body up.
    Mandate,
    /// How it decides.
    Rule,
    /// What came before it.
    Predecessor,
    /// What carries it on.
    Successor,
    /// By what a document is called.
    Symbol,
    /// What weight a text has, or where it stands.
    Standing,
    /// What came out.
    Outcome,
    /// Who issued a text.
    Issuer,
    /// Taking a text.
    Adoption,
    /// The first day.
    Beginning,
    /// The last day.
    End,
    /// Where.
    Place,
    /// A numbered group of meetings.
    Session,
    /// Counting hands.
    Vote,
    /// Nobody objecting.
    Consensus,
    /// Any other notion, by its place among the rows.
    Other(u8),
}

/// English, French, Spanish, Russian, Chinese, Arabic; alternatives parted by a bar.
type Row = [&'static str; 6];

const NAMED: [(Notion, Row); 16] = [
    (
        Notion::Chair,
        [
            "chair|presid|facilitat|led|headed",
            "presid|cofacilit|dirig",
            "presid|cofacilit|dirig",
            "председател|возглав|сопредсед",
            "主席|主持|协调人",
            "رئيس|تراس|راس|يراس|رءاس|رئاس|ميسر",
        ],
    ),
    (
        Notion::Mandate,
        [
            "mandat|establish|created|set",
            "mandat|cree|creation|etabli|institu",
            "mandat|estableci|crear|creo|creac|creada|creado",
            "мандат|учрежд|учреди|созда",
            "授权|设立|成立|任务",
            "ولايه|انشا|انشئ|انشاء|تاسس",
        ],
    ),
    (
        Notion::Rule,
        ["decid|decision", "decid|decision", "decid|decision|adopta decis", "решени", "决策|决定", "قرار|يتخذ"],
    ),
    (
        Notion::Predecessor,
        [
            "predecess|preced|before|replac",
            "preced|remplac|avant",
            "preced|anteceso|sustitu",
            "предшеств|заменил|до",
            "前身|之前",
            "سبق|سلف",
        ],
    ),
    (
        Notion::Successor,
        [
            "success|succeed|follow|carri|after",
            "succ|suivi|apres|suite|releve",
            "suced|suceso|sigu|despues|continu",
            "преемник|после|продолж|сменил|следу",
            "后继|接替|之后|继承",
            "خلف|يلي|بعد",
        ],
    ),
    (
        Notion::Symbol,
        [
            "symbol|number",
            "cote|symbole|numero",
            "signatura|numero|simbolo",
            "обозначен|номер|символ",
            "文号|编号",
            "رمز|رقم",
        ],
    ),
    (
        Notion::Standing,
        ["status|standing", "statut|etat", "estado|situacion|estatus", "статус", "状态|地位", "وضع|حاله|صفه"],
    ),
    (
        Notion::Outcome,
        [
            "outcom|result|conclu|achiev",
            "result|issue|abouti",
            "result",
            "итог|результат|чем законч",
            "结果|成果",
            "نتيج|نتائج|اسفر",
        ],
    ),
    (
        Notion::Issuer,
        [
            "issu|author|wrote|publish",
            "auteur|emis|publi",
            "autor|emiti|public",
            "издал|автор|выпусти",
            "发布|作者",
            "اصدر|مولف",
        ],
    ),
    (
        Notion::Adoption,
        [
            "adopt|agreed|approv|endors|pass",
            "adopt|approuv|vote",
            "aprob|adopt|aprueb",
            "принят|принял|одобр|утвержд",
            "通过|核准",
            "اعتمد|اعتماد|اقر|تعتمد|يعتمد",
        ],
    ),
    (
        Notion::Beginning,
        [
            "begin|began|start|first|open|launch",
            "commenc|debut|ouv",
            "empez|comenz|inici|abri|comienz",
            "начал|откры",
            "开始|开幕|启动",
            "بدا|افتت|بدء|تبدا",
        ],
    ),
    (
        Notion::End,
        [
            "end|clos|finish|conclud|last|expir",
            "fin|termin|clotur|ache|expir",
            "termin|final|clausur|conclu|expir|venc|acab",
            "законч|заверш|оконч|истек|истеч",
            "结束|闭幕|到期|届满|期满",
            "انته|اختت|نهايه|ينته|تنته|انقض",
        ],
    ),
    (
        Notion::Place,
        [
            "place|venue|city|held|hold|hosted|meet|met|take|took|where",
            "lieu|ville|tenu|tient|tiendr|reuni|accueil",
            "lugar|ciudad|sede|celebr|reun|tuvo|donde",
            "место|город|прошл|прошел|пройд|проход|состоял|где",
            "地点|城市|举行|哪里|何地",
            "مكان|مدينه|عقد|انعقد|تعقد|اين",
        ],
    ),
    (
        Notion::Session,
        [
            "session|meeting|plenar",
            "session|reunion|pleni",
            "sesion|periodo|reunion|plenari",
            "сесси|заседан|совещан|пленар",
            "会议|届|全体会议",
            "دوره|دورات|جلس|اجتماع",
        ],
    ),
    (
        Notion::Vote,
        ["vot|majorit", "vot|majorit", "vot|mayori", "голос|большинств", "投票|表决|多数", "تصويت|صوت|اغلبي"],
    ),
    (Notion::Consensus, ["consens", "consens|unanim", "consens|unanim", "консенс", "协商一致|共识", "توافق"]),
];

const OTHERS: [Row; 80] = [
    ["vice|deputy", "vice|adjoint|suppleant", "vice|adjunt|suplent", "вице|заместит", "副", "نائب|ناءب|نواب"],
    [
        "member|belong|compris|join|acced",
        "membre|compos|appart|adher|rejoint",
        "miembro|integra|compon|pertenec|adhiri|incorpor",
        "член|вход|состо|принадлеж|присоедин",
        "成员|组成|属于|加入",
        "عضو|اعضاء|عضوي|ينتم|تتالف|يتالف|تتكون",
    ],
    ["expert", "expert", "expert", "эксперт", "专家", "خبير|خبراء"],
    ["report", "rapport", "inform", "доклад|отчет", "报告", "تقرير|تقارير"],
    ["norm|rule", "norme", "norma", "норм", "规范|准则", "قاعده|قواعد|معيار|معايير"],
    [
        "stat|countr|nation|government",
        "etat|pays|gouvern",
        "estado|pais|gobierno",
        "государств|стран|правительств",
        "国家|各国|政府",
        "دوله|دول|بلد|بلدان|حكوم",
    ],
    ["force", "vigueur", "vigor", "сил", "生效", "نفاذ|نافذ|سريان"],
    ["sign", "sign", "firm", "подпис", "签署|签字", "وقع|توقيع|موقع"],
    ["ratif", "ratif", "ratif", "ратиф", "批准", "صدق|تصديق|صادق"],
    [
        "instrument|deposit",
        "instrument|depot|depos",
        "instrumento|deposit",
        "грамот|депон|сдач",
        "交存|文书",
        "صك|صكوك|ايداع",
    ],
    ["candidat|nomin", "candidat", "candidat", "кандидат", "候选", "مرشح|ترشيح"],
    ["secretar", "secretar", "secretar", "секретар", "秘书", "امانه|امين|سكرت"],
    ["permanent|standing", "permanent", "permanent", "постоян", "常设|永久", "دائم"],
    [
        "convention|treaty",
        "convention|traite",
        "convencion|convenio|tratado",
        "конвенц|договор",
        "公约|条约",
        "اتفاقيه|معاهده",
    ],
    ["regist", "inscri", "inscri|registrad", "зарегистр", "注册", "مسجل|سجل"],
    ["vulnerab", "vulnerab", "vulnerab", "уязвим", "漏洞|脆弱", "ثغر|ضعف"],
    ["draft|zero", "projet|ebauche", "proyecto|borrador", "проект", "草案", "مشروع|مسوده"],
    ["resolution", "resolution", "resolucion", "резолюц", "决议", "قرار"],
    ["annual|year", "annuel|annee|ans", "anual|ano|anos", "ежегодн|годов|год|лет", "年度|年", "سنوي|سنه|سنوات|عام"],
    ["theme|themat", "themat", "temat", "тематич", "专题", "موضوع|مواضيع"],
    [
        "appoint|elect",
        "nomm|elu|designe",
        "nombr|design|eleg",
        "назнач|избран|избра",
        "任命|选举|当选",
        "عين|تعيين|انتخب",
    ],
    [
        "contact|directory",
        "contact|repertoire|annuaire",
        "contacto|directorio",
        "контакт|справочник|реестр",
        "联络|名录|联络点",
        "اتصال|دليل",
    ],
    [
        "critical|infrastructur",
        "critique|essentiel|infrastructur",
        "critic|esencial|infraestructura",
        "критическ|инфраструктур",
        "关键|基础设施",
        "حيوي|بنيه|حرج|تحتيه",
    ],
    ["cooperat", "cooper", "cooper|colabor", "сотруднич", "合作", "تعاون"],
    ["capacity|capacities", "capacit|renforcement", "capacidad", "потенциал", "能力", "قدر|قدرات"],
    [
        "stakeholder|multistakeholder",
        "partie|prenant",
        "partes interesadas|interesad",
        "заинтересован",
        "利益攸关|利益相关",
        "اصحاب المصلح|مصلحه",
    ],
    [
        "artificial|intelligen",
        "artificiel|intelligen|ia",
        "artificial|inteligen|ia",
        "искусств|интеллект|ии",
        "人工智能",
        "اصطناعي|ذكاء",
    ],
    ["human|right", "homme|droit|humain", "humano|derecho", "человек|прав", "人权|权利", "حقوق|انسان"],
    [
        "terror|crimin|crime",
        "terror|crimin",
        "terror|delict|delinc|crimin",
        "террор|преступ",
        "恐怖|犯罪",
        "ارهاب|جريمه|جرائم|اجرام",
    ],
    ["privac", "vie privee|prive", "privacid", "частн|конфиденц", "隐私", "خصوصي"],
    ["territor", "territoi", "territori", "территор", "领土", "اقليم|اراضي"],
    ["supply|chain", "chaine|approvision", "cadena|suministro", "цепоч|поставк", "供应链", "سلسل|امداد|توريد"],
    [
        "emergency|incident|response",
        "urgence|incident|interven",
        "emergencia|incident|respuesta",
        "чрезвычайн|инцидент|реагиров",
        "应急|事件|响应",
        "طوارئ|حادث|حوادث|استجاب",
    ],
    ["confidence|trust", "confiance", "confianza", "довери", "信任|信心", "ثقه"],
    ["measure", "mesure", "medida", "мер", "措施", "تدبير|تدابير"],
    ["internet", "internet", "internet", "интернет", "互联网", "انترنت"],
    ["forum", "forum", "foro", "форум", "论坛", "منتدى|منتدي"],
    ["compact", "pacte", "pacto", "договор", "契约", "تعاقد|ميثاق"],
    ["panel", "groupe|panel", "panel|grupo", "групп|панел", "小组", "فريق|هيئه"],
    ["dialogu", "dialogu", "dialogo", "диалог", "对话", "حوار"],
    ["cybercrim", "cybercrim", "ciberdelin", "киберпреступ", "网络犯罪", "سيبراني"],
    [
        "cost|budget|price|paid",
        "cout|budget|coute|prix",
        "cost|presupuest|cuest|precio",
        "стоим|стоит|бюджет|цен",
        "费用|预算|花费",
        "تكلف|ميزانيه|كلف",
    ],
    ["paragraph", "paragraphe|alinea", "parrafo", "пункт|абзац", "段", "فقره"],
    ["article", "article", "articulo", "стать", "条", "ماده"],
    ["agenda", "ordre", "programa|agenda", "повестк", "议程", "جدول اعمال|اعمال"],
    ["silence", "silence", "silencio", "молчани", "默认|沉默", "صمت"],
    ["pillar", "pilier", "pilar", "столп|компонент|раздел", "支柱", "ركيز|ركائز"],
    ["science|scientif", "scientif", "cientif", "науч", "科学", "علمي"],
    ["threat", "menace", "amenaza", "угроз", "威胁", "تهديد"],
    ["law|legal", "droit|juridi", "derecho|juridi", "прав|юридич", "法律|国际法", "قانون"],
    ["information", "information", "informacion", "информац", "信息", "معلومات"],
    ["attribut", "attribu", "atribu", "атрибуц|присво", "归因", "اسناد|نسب"],
    ["exchang|share|sharing", "echang|partag", "intercambi|compart", "обмен|дели", "交流|交换|分享", "تبادل"],
    [
        "training|seminar|workshop",
        "formation|seminaire|atelier",
        "capacitacion|formacion|seminario|taller",
        "обучен|семинар|практикум",
        "培训|研讨",
        "تدريب|حلقه|ندو",
    ],
    ["women|gender", "femme|genre", "mujer|genero", "женщин|гендер", "妇女|性别", "نساء|مراه|جنس"],
    ["child|children", "enfant", "nino|ninos|infan", "ребен|дет", "儿童", "طفل|اطفال"],
    ["review", "examen", "examen|revision", "обзор", "审查", "استعراض"],
    ["action|line", "ligne|action", "linea|accion", "направлен|действи", "行动", "عمل|خطوط"],
    ["summit", "sommet", "cumbre", "саммит|встреч|уровн", "峰会|首脑", "قمه"],
    ["ransom", "ranco", "rescate|ransom", "вымога", "勒索", "فديه"],
    ["quantum", "quanti", "cuanti", "квант", "量子", "كمومي"],
    [
        "malicious|malware|harm",
        "malveil|malici|nuis",
        "malici|danin|nociv",
        "злонамерен|вредонос",
        "恶意|有害",
        "خبيث|ضار",
    ],
    ["terrorist|terrorism", "terroris", "terroris", "террорис", "恐怖主义", "ارهاب"],
    ["peace|peaceful", "paix|pacifi", "paz|pacifi", "мир", "和平", "سلم|سلام"],
    ["security", "securit", "segurid", "безопас", "安全", "امن"],
    ["gap|digital", "fracture|numeri", "brecha|digital", "цифров|разрыв", "数字|鸿沟", "رقمي|فجو"],
    ["develop", "develop", "desarroll", "развит", "发展", "تنميه"],
    ["language", "langue", "idioma", "язык", "语言", "لغه|لغات"],
    ["phase", "phase", "fase", "этап", "阶段", "مرحل"],
    [
        "people|person|attend|particip|delegat",
        "personne|gens|particip|assist|deleg",
        "persona|gente|particip|asist|acud|deleg",
        "человек|люд|участ|делегат",
        "人数|多少人|参加|与会|参与|代表",
        "شخص|اشخاص|مشارك|حضر|شارك|مندوب",
    ],
    ["day|days", "jour|jours", "dia|dias", "день|дня|дней|дни", "一天|天|日", "يوم|ايام"],
    [
        "fund|money|financ",
        "fonds|argent|financ",
        "fondo|dinero|financ",
        "фонд|финанс|деньг",
        "资金|基金",
        "تمويل|صندوق",
    ],
    ["letter", "lettre", "carta", "письм", "信函|信件", "رساله|خطاب"],
    [
        "deliver|hand|handed|sent|send|submit",
        "remis|remet|envoy|transmis|soumis",
        "entreg|envi|remiti|present",
        "вруч|переда|направил|отправ|внес",
        "递交|发送|提交|转交",
        "سلم|ارسل|قدم|رفع",
    ],
    ["talk|negotiat", "negoci|pourparl", "negoci|conversacion", "переговор", "谈判|磋商", "مفاوض|تفاوض"],
    ["geneva", "geneve", "ginebra", "женев", "日内瓦", "جنيف"],
    ["york", "york", "york", "йорк", "纽约", "نيويورك"],
    ["hanoi", "hanoi", "hanoi", "хано", "河内", "هانوي"],
    ["ict|icts", "tic", "tic", "икт", "信通技术|信息通信技术", "تكنولوجيا"],
    ["organisation|organization|bodies", "organisation", "organizacion", "организац", "组织", "منظم"],
];

/// The rows by the first letters of their words, so that a word is compared with few.
struct Index {
    stems: HashMap<char, Vec<(&'static str, Notion)>>,
    /// Alternatives of several words.
    phrases: Vec<(&'static str, Notion)>,
    /// The longer first; what two rows share may mean either.
    chinese: Vec<(&'static str, BTreeSet<Notion>)>,
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

impl Index {
    fn new() -> Self {
        let mut index = Self { stems: HashMap::new(), phrases: Vec::new(), chinese: Vec::new() };
        let mut chinese: HashMap<&'static str, BTreeSet<Notion>> = HashMap::new();
        for (notion, row) in rows() {
            let [english, french, spanish, russian, han, arabic] = row;
            for part in han.split('|') {
                chinese.entry(part).or_default().insert(notion);
            }
            for stem in [english, french, spanish, russian, arabic].into_iter().flat_map(|list| list.split('|')) {
                match stem.chars().next() {
                    Some(_) if stem.contains(' ') => index.phrases.push((stem, notion)),
                    Some(first) => index.stems.entry(first).or_default().push((stem, notion)),
                    None => {}
                }
            }
        }
        index.chinese = chinese.into_iter().collect();
        index.chinese.sort_by_key(|(part, _)| (std::cmp::Reverse(part.len()), *part));
        index
    }

    /// The notions that one folded word may mean.
    fn of_word(&self, word: &str) -> BTreeSet<Notion> {
        const BEFORE: [&str; 10] = ["وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف"];
        let mut found = self.of_form(word);
        if word.starts_with(is_arabic) {
            let bare = BEFORE.iter().filter_map(|prefix| word.strip_prefix(prefix));
            found.extend(bare.flat_map(|form| self.of_form(form)));
        }
        found
    }

    fn of_form(&self, word: &str) -> BTreeSet<Notion> {
        let alike = word.chars().next().and_then(|first| self.stems.get(&first)).into_iter().flatten();
        alike.filter(|(stem, _)| is_of_stem(word, stem)).map(|(_, notion)| *notion).collect()
    }
}

/// Three letters begin too many words; they must be the whole of it, in Arabic and Russian but for its end.
fn is_of_stem(word: &str, stem: &str) -> bool {
    if stem.chars().count() > 3 {
        return word.starts_with(stem);
    }
    let ends = ["ه", "ت", "ا", "وا", "ها"];
    let is_inflected = || ends.iter().any(|end| word.strip_suffix(end) == Some(stem));
    let is_declined = || {
        const ENDS: [&str; 13] = ["а", "я", "ы", "и", "е", "у", "ю", "о", "ой", "ам", "ах", "ов", "ом"];
        stem.chars().count() == 3 && word.strip_prefix(stem).is_some_and(|end| ENDS.contains(&end))
    };
    word == stem || (stem.starts_with(is_arabic) && is_inflected()) || (stem.starts_with(is_cyrillic) && is_declined())
}

/// The notions that a text names.
pub fn notions(text: &str) -> BTreeSet<Notion> {
    let words = tokens(text);
    let folded = crate::text::fold(text);
    let of_words = words.iter().filter(|token| !token.is_han()).flat_map(|token| INDEX.of_word(&token.word));
    let mut found: BTreeSet<Notion> = of_words.collect();
    let phrases = INDEX.phrases.iter().filter(|(phrase, _)| folded.contains(phrase));
    found.extend(phrases.map(|(_, notion)| *notion));
    let chinese: String = words.iter().filter(|token| token.is_han()).map(|token| token.word.as_str()).collect();
    if !chinese.is_empty() {
        let parts = INDEX.chinese.iter().filter(|(part, _)| chinese.contains(part));
        found.extend(parts.flat_map(|(_, notions)| notions));
    }
    found
}

/// The notions of each word of a text, and the text without those words: what no row knows.
pub(crate) fn meant(text: &str) -> (BTreeSet<BTreeSet<Notion>>, String) {
    let mut left = text.to_owned();
    let mut found = BTreeSet::new();
    for token in tokens(text).iter().filter(|token| !token.is_han()) {
        let own = INDEX.of_word(&token.word);
        if !own.is_empty() {
            left.replace_range(token.span.clone(), &" ".repeat(token.span.len()));
            found.insert(own);
        }
    }
    if !text.contains(is_han) {
        return (found, left);
    }
    // The longer part first: what stands inside it is no word of its own.
    for (part, notions) in &INDEX.chinese {
        let places: Vec<usize> = left.match_indices(part).map(|(at, _)| at).collect();
        for at in places {
            left.replace_range(at..at + part.len(), &" ".repeat(part.len()));
            found.insert(notions.clone());
        }
    }
    (found, left)
}

fn rows() -> impl Iterator<Item = (Notion, &'static Row)> {
    let others = OTHERS.iter().enumerate().map(|(at, row)| (Notion::Other(u8::try_from(at).unwrap_or(u8::MAX)), row));
    NAMED.iter().map(|(notion, row)| (*notion, row)).chain(others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notion_is_known_in_six_languages() {
        let chair = [
            "Who chaired it?",
            "Qui a présidé ?",
            "¿Quién presidió?",
            "Кто был председателем?",
            "谁担任主席？",
            "من ترأس الفريق؟",
        ];
        for text in chair {
            assert!(notions(text).contains(&Notion::Chair), "{text}");
        }
        let adopted = ["adopted", "adoptée", "aprobada", "принята", "通过", "اعتمدت"];
        for text in adopted {
            assert!(notions(text).contains(&Notion::Adoption), "{text}");
        }
        assert!(!notions("The weather is fine").contains(&Notion::Chair));
    }
}
