//! Invented documents in three languages, and every page filled with them. No sentence here was said by anyone.

use plenum_model::lineage::Change;
use plenum_model::{DocumentKind, ParagraphKind, PartialDate, Standing};
use plenum_pages::document::*;
use plenum_pages::parts::*;
use plenum_pages::text::{Piece, Show};
use std::borrow::Cow;

/// The words of an invented report in one language.
pub struct Told {
    pub lang: &'static str,
    pub title: &'static str,
    pub headings: [&'static str; 3],
    pub paragraphs: [&'static str; 5],
    pub item: &'static str,
    pub note: &'static str,
    pub issuer: &'static str,
    pub process: &'static str,
    pub summary: &'static str,
}

pub const ENGLISH: Told = Told {
    lang: "en",
    title: "Final report of the working group on invented examples",
    headings: ["Overview", "Support for small delegations", "Next steps"],
    paragraphs: [
        "The working group met in eleven invented sessions and heard every delegation that asked for the floor, in all six languages.",
        "States recalled that support should answer needs that the receiving State has itself described, as set out in A/99/101, and that it should be possible to see afterwards what it changed.",
        "States agreed to set up a dedicated portal for cooperation, hosted by the Secretariat, which links to what exists elsewhere and copies none of it.",
        "Some States held that a voluntary fund would help smaller delegations to take part; others asked first for its cost and for how it would differ from what is there.",
        "The group decided to recommend to the General Assembly that the work go on in one track, open to all States, with decisions by consensus.",
    ],
    item: "keep a list of offers and needs, brought up to date every year by those who made them;",
    note: "One delegation asked that the portal be open from the first day in all six languages; see A/99/101, annex II.",
    issuer: "Working group on invented examples",
    process: "Working group on invented examples",
    summary: "An invented body that shows what a process looks like. It met five times, agreed a report, and hands over to nobody.",
};

pub const ARABIC: Told = Told {
    lang: "ar",
    title: "التقرير الختامي للفريق العامل المعني بالأمثلة المتخيلة",
    headings: ["لمحة عامة", "دعم الوفود الصغيرة", "الخطوات المقبلة"],
    paragraphs: [
        "اجتمع الفريق العامل في إحدى عشرة دورة متخيلة، واستمع إلى كل وفد طلب الكلمة باللغات الست جميعها.",
        "أشارت الدول إلى أن الدعم ينبغي أن يلبي الاحتياجات التي وصفتها الدولة المتلقية نفسها، على النحو المبين في A/99/101، وأن يكون من الممكن أن يُرى لاحقاً ما الذي غيّره.",
        "اتفقت الدول على إنشاء بوابة مخصصة للتعاون تستضيفها الأمانة العامة، تحيل إلى ما هو قائم في أماكن أخرى ولا تكرر شيئاً منه.",
        "رأت بعض الدول أن صندوقاً للتبرعات من شأنه أن يساعد الوفود الصغيرة على المشاركة؛ وسألت دول أخرى أولاً عن تكلفته وعما يميزه عما هو موجود.",
        "قرر الفريق أن يوصي الجمعية العامة بمواصلة العمل في مسار واحد مفتوح أمام جميع الدول، على أن تتخذ القرارات بتوافق الآراء.",
    ],
    item: "الاحتفاظ بقائمة بالعروض والاحتياجات، يحدّثها كل عام من قدّموها؛",
    note: "طلب أحد الوفود أن تكون البوابة مفتوحة من اليوم الأول باللغات الست؛ انظر A/99/101، المرفق الثاني.",
    issuer: "الفريق العامل المعني بالأمثلة المتخيلة",
    process: "الفريق العامل المعني بالأمثلة المتخيلة",
    summary: "هيئة متخيلة تبين شكل العملية. اجتمعت خمس مرات واتفقت على تقرير ولا خلف لها.",
};

pub const CHINESE: Told = Told {
    lang: "zh",
    title: "虚构示例问题工作组的最后报告",
    headings: ["概述", "对小型代表团的支助", "今后步骤"],
    paragraphs: [
        "工作组举行了十一届虚构的会议，以六种语文听取了每一个要求发言的代表团的意见。",
        "各国回顾，支助应当满足接受国自己提出的需要，如A/99/101所述，并且事后应能看到支助带来了哪些变化。",
        "各国商定建立一个专门的合作门户网站，由秘书处主办，链接到其他地方已有的内容，而不加以复制。",
        "一些国家认为，自愿基金将有助于较小的代表团参与；另一些国家则首先询问其费用以及与现有安排的区别。",
        "工作组决定建议大会以单一轨道继续开展工作，向所有国家开放，并以协商一致方式作出决定。",
    ],
    item: "保存一份提供援助和援助需要的清单，每年由提出者予以更新；",
    note: "一个代表团要求该门户网站从第一天起就以六种语文开放；见A/99/101，附件二。",
    issuer: "虚构示例问题工作组",
    process: "虚构示例问题工作组",
    summary: "一个虚构的机构，用来说明进程是什么样子。它开了五次会，商定了一份报告。",
};

/// The words in a language; English where there are none.
pub fn told(lang: &str) -> &'static Told {
    match lang {
        "ar" => &ARABIC,
        "zh" => &CHINESE,
        _ => &ENGLISH,
    }
}

pub fn date(text: &str) -> Option<PartialDate> {
    Some(PartialDate::parse(text).expect("a sample's date"))
}

/// A text with its symbols linked.
pub fn linked(text: &'static str) -> Vec<Piece<'static>> {
    let Some(at) = text.find("A/99/101") else { return vec![Piece::plain(text)] };
    plenum_pages::text::pieces(text, &[(at..at + 8, Cow::Borrowed("/d/A/99/101"))], &[])
}

pub fn paragraph(anchor: String, number: Option<String>, text: Vec<Piece<'static>>) -> ParagraphView<'static> {
    ParagraphView {
        address: format!("/d/A/99/257/en1/p/{anchor}").into(),
        anchor: anchor.into(),
        number: number.map(Cow::Owned),
        kind: ParagraphKind::Paragraph,
        level: 1,
        heading_level: 2,
        text,
        rows: Vec::new(),
        footnotes: Vec::new(),
        cited_by: 0,
        earlier: None,
        page: None,
        is_marked: false,
    }
}

/// An invented report of about `length` numbered paragraphs, with headings, items, notes, a table and a quotation.
pub fn report(told: &'static Told, length: usize) -> Vec<ParagraphView<'static>> {
    let mut out = Vec::new();
    for n in 1..=length {
        if n % 5 == 1 {
            let place = n / 5;
            let letter = char::from(b'A' + u8::try_from(place % 26).expect("below 26")).to_string();
            let heading = told.headings[place % 3];
            let mut view = paragraph(format!("{}+1", n - 1), Some(letter), vec![Piece::plain(heading)]);
            view.kind = ParagraphKind::Heading;
            view.page = (place % 2 == 0).then(|| 1 + u32::try_from(place).expect("small"));
            out.push(view);
        }
        let mut view = paragraph(n.to_string(), Some(n.to_string()), linked(told.paragraphs[(n - 1) % 5]));
        if n % 7 == 3 {
            view.text.push(Piece::new(n.to_string(), Show::Note(1)));
            view.footnotes = vec![FootnoteView { mark: n.to_string().into(), text: linked(told.note) }];
            view.cited_by = n as u64;
        }
        if n % 6 == 2 {
            view.earlier = Some(Link::new("/d/A/98/816/en1/p/56", "A/98/816, 56"));
        }
        out.push(view);
        if n % 9 == 3 {
            for letter in ["a", "b"] {
                let mut item =
                    paragraph(format!("{n}({letter})"), Some(format!("{n} ({letter})")), vec![Piece::plain(told.item)]);
                item.level = 2;
                out.push(item);
            }
        }
        if n % 20 == 4 {
            let mut table = paragraph(format!("{n}+1"), None, Vec::new());
            table.kind = ParagraphKind::Table;
            let row = |cells: [&'static str; 3]| cells.map(Cow::Borrowed).to_vec();
            table.rows = vec![
                row([told.headings[0], told.headings[1], told.headings[2]]),
                row(["1,200", "340", "17"]),
                row(["1,450", "360", "21"]),
            ];
            out.push(table);
            let mut quote = paragraph(format!("{n}+2"), None, vec![Piece::plain(told.paragraphs[1])]);
            quote.kind = ParagraphKind::Quote;
            out.push(quote);
        }
    }
    out
}

pub fn contents(told: &'static Told) -> Vec<ContentsLine<'static>> {
    (0..12)
        .map(|place| ContentsLine {
            address: format!("#p{}+1", place * 5).into(),
            number: Some(char::from(b'A' + place).to_string().into()),
            text: told.headings[usize::from(place) % 3].into(),
            level: if place % 3 == 1 { 2 } else { 1 },
        })
        .collect()
}

pub fn head(told: &'static Told) -> DocumentHead<'static> {
    let member = |symbol: &'static str, standing, day, is_current| FamilyMember {
        address: format!("/d/{symbol}").into(),
        symbol: symbol.into(),
        standing,
        date: date(day),
        is_current,
    };
    let languages = ["ar", "zh", "en", "fr", "ru", "es"].map(|tag| Choice {
        address: format!("/d/A/99/257/{tag}1").into(),
        words: tag.into(),
        is_current: tag == told.lang,
    });
    DocumentHead {
        address: "/d/A/99/257".into(),
        symbol: "A/99/257".into(),
        title: Quoted::new(told.title, told.lang),
        lang: told.lang.into(),
        standing: Standing::Adopted,
        kind: DocumentKind::Report,
        date: date("2025-07-11"),
        speaker: Some(told.issuer.into()),
        process: Some(Link::new("/processes/invented", told.process)),
        meeting: None,
        source: Some("https://example.org/documents/A/99/257".into()),
        revision: "en2".into(),
        read_on: date("2026-11-20"),
        newer: None,
        revisions: vec![
            Choice { address: "/d/A/99/257/en1".into(), words: "en1".into(), is_current: false },
            Choice { address: "/d/A/99/257/en2".into(), words: "en2".into(), is_current: true },
        ],
        languages: languages.to_vec(),
        family: vec![
            member("A/AC.999/2025/CRP.1", Standing::Chair, "2025-06-02", false),
            member("A/AC.999/2025/CRP.1-Rev.1", Standing::Chair, "2025-07-09", false),
            member("A/99/257", Standing::Adopted, "2025-07-11", true),
        ],
        files: vec![
            FileLink { address: "/files/1".into(), format: "PDF".into(), bytes: Some(412_000), is_original: true },
            FileLink { address: "/files/2".into(), format: "Akoma Ntoso".into(), bytes: None, is_original: false },
            FileLink { address: "/files/3".into(), format: "JSON".into(), bytes: None, is_original: false },
        ],
    }
}

pub fn rows(told: &'static Told) -> Vec<DocumentRow<'static>> {
    let kinds = [
        DocumentKind::Report,
        DocumentKind::Draft,
        DocumentKind::Paper,
        DocumentKind::Statement,
        DocumentKind::Article,
        DocumentKind::Resolution,
    ];
    Standing::ALL
        .into_iter()
        .zip(kinds)
        .enumerate()
        .map(|(place, (standing, kind))| DocumentRow {
            address: format!("/d/A/99/{}", 257 + place).into(),
            symbol: format!("A/99/{}", 257 + place).into(),
            title: Quoted::new(if place == 1 { told.paragraphs[1] } else { told.title }, told.lang),
            standing,
            kind,
            date: [date("2025-07-11"), date("2025-07"), date("2024"), None][place % 4],
            speaker: (place % 2 == 0).then_some(told.issuer.into()),
            languages: if place == 4 { Vec::new() } else { vec![told.lang.into(), "fr".into()] },
        })
        .collect()
}

pub fn names() -> Vec<ReferenceOut<'static>> {
    vec![
        ReferenceOut {
            address: "/d/A/99/101".into(),
            symbol: "A/99/101".into(),
            number: Some("12".into()),
            title: Some(Quoted::new("Needs and offers: an invented survey", "en")),
            standing: Some(Standing::Official),
            times: 14,
        },
        ReferenceOut {
            address: "/d/A/RES/98/1".into(),
            symbol: "A/RES/98/1".into(),
            number: None,
            title: None,
            standing: None,
            times: 1,
        },
    ]
}

pub fn named_by(told: &'static Told) -> Vec<ReferenceIn<'static>> {
    let one = |place: usize, standing| ReferenceIn {
        address: format!("/d/A/99/30{place}/en1/p/{place}").into(),
        symbol: format!("A/99/30{place}").into(),
        number: Some((place + 4).to_string().into()),
        words: Quoted::new(told.paragraphs[place], told.lang),
        standing,
        date: date("2025-09-30"),
        speaker: Some(told.issuer.into()),
    };
    vec![one(1, Standing::Statement), one(3, Standing::Commentary), one(4, Standing::Machine)]
}

pub fn other_words(told: &'static Told) -> Vec<plenum_pages::paragraph::OtherWords<'static>> {
    vec![plenum_pages::paragraph::OtherWords {
        address: "/d/A/98/816/en1/p/56".into(),
        place: "A/98/816, 56".into(),
        change: Change::Reworded,
        standing: Standing::Chair,
        date: date("2025-07-09"),
        words: vec![
            Piece::plain(told.headings[0]),
            Piece::plain(" "),
            Piece::new(told.headings[1], Show::Removed),
            Piece::plain(" "),
            Piece::new(told.headings[2], Show::Added),
        ],
    }]
}

pub fn troubles() -> Vec<TroubleView<'static>> {
    vec![
        TroubleView {
            page: Some(7),
            place: "14".into(),
            what: "Numbering goes backwards (14, then 12).".into(),
            remedy: "Check the original, or mark the start of an annex.".into(),
            key: "trouble-backwards".into(),
            arguments: vec![("number", "12"), ("previous", "14")],
        },
        TroubleView {
            page: None,
            place: "annex II".into(),
            what: "A picture holds words that could not be read.".into(),
            remedy: "Look at the original.".into(),
            key: "".into(),
            arguments: Vec::new(),
        },
    ]
}
