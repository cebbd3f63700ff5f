//! One worked example for each language: a small model does as it is shown. What it tells is invented, so an answer that
//! repeats it instead of the passages rests on nothing and is dropped.

/// A question with its passages and its answer.
pub(super) struct Example {
    language: &'static str,
    pub(super) passages: &'static str,
    pub(super) question: &'static str,
    pub(super) answer: &'static str,
}

impl Example {
    /// The example in a language; the English one for any other.
    pub(super) fn of(language: &str) -> &'static Self {
        EXAMPLES.iter().find(|one| one.language == language).unwrap_or(&EXAMPLES[0])
    }
}

/// The English name of a language: the task is told in English.
pub(super) fn name(language: &str) -> &'static str {
    match language {
        "ar" => "Arabic",
        "zh" => "Chinese",
        "fr" => "French",
        "ru" => "Russian",
        "es" => "Spanish",
        _ => "English",
    }
}

const EXAMPLES: [Example; 6] = [
    Example {
        language: "en",
        passages: "[1] The next session of the lighthouse council shall be held in Eastport from 9 to 20 November.\n\
                   [2] The lighthouse council counted forty lamps in Port Vell.\n",
        question: "Where will the lighthouse council meet next?",
        answer: "The next session of the lighthouse council shall be held in Eastport from 9 to 20 November. [1]",
    },
    Example {
        language: "fr",
        passages: "[1] La prochaine session du conseil des phares se tiendra à Estport du 9 au 20 novembre.\n\
                   [2] Le conseil des phares a compté quarante lampes à Port Vell.\n",
        question: "Où le conseil des phares se réunira-t-il ?",
        answer: "La prochaine session du conseil des phares se tiendra à Estport du 9 au 20 novembre. [1]",
    },
    Example {
        language: "es",
        passages: "[1] El próximo período de sesiones del consejo de faros se celebrará en Estport del 9 al 20 de noviembre.\n\
                   [2] El consejo de faros contó cuarenta lámparas en Port Vell.\n",
        question: "¿Dónde se reunirá el consejo de faros?",
        answer: "El próximo período de sesiones del consejo de faros se celebrará en Estport del 9 al 20 de noviembre. [1]",
    },
    Example {
        language: "ru",
        passages: "[1] Следующая сессия Совета маяков состоится в Истпорте с 9 по 20 ноября.\n\
                   [2] Совет маяков насчитал сорок ламп в Порт-Велле.\n",
        question: "Где соберётся Совет маяков?",
        answer: "Следующая сессия Совета маяков состоится в Истпорте с 9 по 20 ноября. [1]",
    },
    Example {
        language: "zh",
        passages: "[1] 灯塔理事会下届会议将于11月9日至20日在东港举行。\n[2] 灯塔理事会在维尔港清点了四十盏灯。\n",
        question: "灯塔理事会下次在哪里开会？",
        answer: "灯塔理事会下届会议将于11月9日至20日在东港举行。[1]",
    },
    Example {
        language: "ar",
        passages: "[1] تعقد الدورة المقبلة لمجلس المنارات في إيستبورت من 9 إلى 20 تشرين الثاني/نوفمبر.\n\
                   [2] أحصى مجلس المنارات أربعين مصباحا في بورت فيل.\n",
        question: "أين يجتمع مجلس المنارات؟",
        answer: "تعقد الدورة المقبلة لمجلس المنارات في إيستبورت من 9 إلى 20 تشرين الثاني/نوفمبر. [1]",
    },
];
