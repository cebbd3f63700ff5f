//! The connecting words of composed answers, in six languages. They name what a value is; they claim nothing.

use crate::passage::Aspect;
use plenum_model::PartialDate;

/// Quotation marks: before and after.
pub(crate) fn marks(language: &str) -> (&'static str, &'static str) {
    match language {
        "fr" => ("«\u{a0}", "\u{a0}»"),
        "ru" | "es" | "ar" => ("«", "»"),
        _ => ("“", "”"),
    }
}

/// Between what is told and its value.
pub(crate) fn colon(language: &str) -> &'static str {
    match language {
        "zh" => "：",
        "fr" => "\u{a0}: ",
        _ => ": ",
    }
}

/// The end of a sentence.
pub(crate) fn stop(language: &str) -> &'static str {
    if language == "zh" { "。" } else { "." }
}

/// Between two days of a span.
pub(crate) fn until() -> &'static str {
    " – "
}

/// Between two things in a row.
pub(crate) fn comma(language: &str) -> &'static str {
    match language {
        "zh" => "，",
        "ar" => "، ",
        _ => ", ",
    }
}

/// What an aspect is called: en, fr, es, ru, zh, ar.
pub(crate) fn label(aspect: &Aspect, language: &str) -> String {
    let row = match aspect {
        Aspect::Chair => ["Chair", "Présidence", "Presidencia", "Председатель", "主席", "الرئيس"],
        Aspect::Mandate => ["Mandate", "Mandat", "Mandato", "Мандат", "授权文件", "الولاية"],
        Aspect::Rule => {
            ["Decides by", "Prise de décision", "Decide por", "Порядок принятия решений", "决策方式", "اتخاذ القرار"]
        }
        Aspect::Predecessor => {
            ["Carries on", "Prend la suite de", "Continúa", "Продолжает работу", "前身", "يواصل عمل"]
        }
        Aspect::Successor => ["Carried on by", "Suivi par", "Continuado por", "Преемник", "后继", "يخلفه"],
        Aspect::Symbol => ["Symbol", "Cote", "Signatura", "Обозначение", "文号", "الرمز"],
        Aspect::Standing => ["Standing", "Statut", "Condición", "Статус", "地位", "الصفة"],
        Aspect::Outcome => ["Outcome", "Résultat", "Resultado", "Итог", "结果", "النتيجة"],
        Aspect::Issuer => ["Issued by", "Publié par", "Emitido por", "Издано", "发布者", "أصدره"],
        Aspect::Adopted => ["Date", "Date", "Fecha", "Дата", "日期", "التاريخ"],
        Aspect::Began => ["Began", "Début", "Inicio", "Начало", "开始", "البداية"],
        Aspect::Ended => ["Ended", "Fin", "Fin", "Окончание", "结束", "النهاية"],
        Aspect::Held => ["Dates", "Dates", "Fechas", "Даты", "日期", "التواريخ"],
        Aspect::Place => ["Place", "Lieu", "Lugar", "Место", "地点", "المكان"],
        Aspect::Next => ["Next", "À venir", "Próximo paso", "Далее", "下一步", "التالي"],
        Aspect::Member(_) => ["Members", "Membres", "Miembros", "Члены", "成员", "الأعضاء"],
        Aspect::Meaning => ["", "", "", "", "", ""],
        Aspect::Other(name) => return name.clone(),
    };
    row[place(language)].to_owned()
}

/// "Held: so many", before a list that was counted.
pub(crate) fn found(language: &str) -> &'static str {
    [
        "In what is held here: ",
        "Dans ce qui est conservé ici : ",
        "En lo que se conserva aquí: ",
        "В том, что здесь хранится: ",
        "本库所载：",
        "فيما هو محفوظ هنا: ",
    ][place(language)]
}

/// The same before speakers whose statements were counted.
pub(crate) fn spoken(language: &str) -> &'static str {
    [
        "In the statements held here: ",
        "Dans les déclarations conservées ici : ",
        "En las declaraciones que se conservan aquí: ",
        "В заявлениях, которые здесь хранятся: ",
        "本库所载发言：",
        "في البيانات المحفوظة هنا: ",
    ][place(language)]
}

/// Beside a claim that no page which can be opened shows.
pub(crate) fn unconfirmed(language: &str) -> &'static str {
    ["unconfirmed", "non confirmé", "sin confirmar", "не подтверждено", "未经证实", "غير مؤكد"][place(language)]
}

fn place(language: &str) -> usize {
    ["en", "fr", "es", "ru", "zh", "ar"].iter().position(|tag| *tag == language).unwrap_or(0)
}

const MONTHS: [[&str; 12]; 5] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
];
const RUSSIAN_MONTHS: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// A date in a language, no more precise than it is.
pub(crate) fn date(language: &str, date: PartialDate) -> String {
    let year = date.year();
    let Some(month) = date.month() else { return year.to_string() };
    let at = usize::from(month).saturating_sub(1).min(11);
    let row = match language {
        "zh" => return chinese(date),
        "fr" => 1,
        "es" => 2,
        "ru" => 3,
        "ar" => 4,
        _ => 0,
    };
    let name = MONTHS[row][at];
    match (language, date.day()) {
        ("es", Some(day)) => format!("{day} de {name} de {year}"),
        ("es", None) => format!("{name} de {year}"),
        ("ru", Some(day)) => format!("{day} {name} {year} г."),
        ("ru", None) => format!("{} {year} г.", RUSSIAN_MONTHS[at]),
        ("fr", Some(1)) => format!("1er {name} {year}"),
        (_, Some(day)) => format!("{day} {name} {year}"),
        (_, None) => format!("{name} {year}"),
    }
}

fn chinese(date: PartialDate) -> String {
    let month = date.month().map(|month| format!("{month}月")).unwrap_or_default();
    let day = date.day().map(|day| format!("{day}日")).unwrap_or_default();
    format!("{}年{month}{day}", date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_written_is_the_date_read() {
        for written in ["2024-12-24", "2025-07", "2021-06-01"] {
            let value = PartialDate::parse(written).expect("a date");
            for language in ["en", "fr", "es", "ru", "zh", "ar"] {
                let text = date(language, value);
                assert_eq!(crate::dates::dates(&text), [value], "{text}");
            }
        }
    }
}
