//! Two worked examples for each language: a small model does as it is shown. What they tell is invented, so an answer that
//! repeats it instead of the passages rests on nothing and is dropped.

/// A question with its passages and its answer.
pub(super) struct Example {
    pub(super) passages: &'static str,
    pub(super) question: &'static str,
    pub(super) answer: &'static str,
}

/// The examples in a language; the English ones for any other.
pub(super) fn of(language: &str) -> &'static [Example; 2] {
    match language {
        "ar" => &ARABIC,
        "zh" => &CHINESE,
        "fr" => &FRENCH,
        "ru" => &RUSSIAN,
        "es" => &SPANISH,
        _ => &ENGLISH,
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

const ENGLISH: [Example; 2] = [
    Example {
        passages: "[1] (L/4, 7) The next session of the lighthouse council shall be held in Eastport from 9 to 20 November.\n\
                   [2] (L/4, 8) The lighthouse council counted forty lamps in Port Vell.\n",
        question: "Where will the lighthouse council meet next?",
        answer: "The next session of the lighthouse council shall be held in Eastport from 9 to 20 November. [1]",
    },
    Example {
        passages: "[1] (Lamp fund) Trustee: Ada Quill (Norland)\n",
        question: "Who is the trustee of the lamp fund?",
        answer: "The trustee of the lamp fund is Ada Quill (Norland). [1]",
    },
];

const FRENCH: [Example; 2] = [
    Example {
        passages: "[1] (L/4, 7) La prochaine session du conseil des phares se tiendra à Estport du 9 au 20 novembre.\n\
                   [2] (L/4, 8) Le conseil des phares a compté quarante lampes à Port Vell.\n",
        question: "Où le conseil des phares se réunira-t-il ?",
        answer: "La prochaine session du conseil des phares se tiendra à Estport du 9 au 20 novembre. [1]",
    },
    Example {
        passages: "[1] (Fonds des lampes) Gérante : Ada Quill (Norland)\n",
        question: "Qui gère le fonds des lampes ?",
        answer: "La gérante du fonds des lampes est Ada Quill (Norland). [1]",
    },
];

const SPANISH: [Example; 2] = [
    Example {
        passages: "[1] (L/4, 7) El próximo período de sesiones del consejo de faros se celebrará en Estport del 9 al 20 de noviembre.\n\
                   [2] (L/4, 8) El consejo de faros contó cuarenta lámparas en Port Vell.\n",
        question: "¿Dónde se reunirá el consejo de faros?",
        answer: "El próximo período de sesiones del consejo de faros se celebrará en Estport del 9 al 20 de noviembre. [1]",
    },
    Example {
        passages: "[1] (Fondo de lámparas) Administradora: Ada Quill (Norland)\n",
        question: "¿Quién administra el fondo de lámparas?",
        answer: "La administradora del fondo de lámparas es Ada Quill (Norland). [1]",
    },
];

const RUSSIAN: [Example; 2] = [
    Example {
        passages: "[1] (L/4, 7) Следующая сессия Совета маяков состоится в Истпорте с 9 по 20 ноября.\n\
                   [2] (L/4, 8) Совет маяков насчитал сорок ламп в Порт-Велле.\n",
        question: "Где соберётся Совет маяков?",
        answer: "Следующая сессия Совета маяков состоится в Истпорте с 9 по 20 ноября. [1]",
    },
    Example {
        passages: "[1] (Фонд ламп) Управляющая: Ада Квилл (Норланд)\n",
        question: "Кто управляет Фондом ламп?",
        answer: "Управляющая Фонда ламп — Ада Квилл (Норланд). [1]",
    },
];

const CHINESE: [Example; 2] = [
    Example {
        passages: "[1] (L/4, 7) 灯塔理事会下届会议将于11月9日至20日在东港举行。\n[2] (L/4, 8) 灯塔理事会在维尔港清点了四十盏灯。\n",
        question: "灯塔理事会下次在哪里开会？",
        answer: "灯塔理事会下届会议将于11月9日至20日在东港举行。[1]",
    },
    Example {
        passages: "[1] （灯基金）受托人：阿达·奎尔（诺兰）\n",
        question: "灯基金的受托人是谁？",
        answer: "灯基金的受托人是阿达·奎尔（诺兰）。[1]",
    },
];

const ARABIC: [Example; 2] = [
    Example {
        passages: "[1] (L/4, 7) تعقد الدورة المقبلة لمجلس المنارات في إيستبورت من 9 إلى 20 تشرين الثاني/نوفمبر.\n\
                   [2] (L/4, 8) أحصى مجلس المنارات أربعين مصباحا في بورت فيل.\n",
        question: "أين يجتمع مجلس المنارات؟",
        answer: "تعقد الدورة المقبلة لمجلس المنارات في إيستبورت من 9 إلى 20 تشرين الثاني/نوفمبر. [1]",
    },
    Example {
        passages: "[1] (صندوق المصابيح) الأمينة: آدا كويل (نورلاند)\n",
        question: "من أمينة صندوق المصابيح؟",
        answer: "أمينة صندوق المصابيح هي آدا كويل (نورلاند). [1]",
    },
];
