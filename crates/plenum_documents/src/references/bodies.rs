//! Whose resolution it is: the bodies' names in the six languages.

/// A body that adopts resolutions and decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Body {
    Assembly,
    Security,
    Social,
    HumanRights,
    CommissionOnHumanRights,
    Environment,
    /// A body whose resolutions bear no symbol that their wording gives.
    Other,
}

const NAMES: [(Body, &[&str]); 7] = [
    (Body::Assembly, &["Assembly", "Assemblée", "Asamblea", "Ассамбле", "الجمعية العامة", "大会"]),
    (
        Body::Security,
        &[
            "Security Council",
            "Conseil de sécurité",
            "Consejo de Seguridad",
            "Совет Безопасности",
            "Совета Безопасности",
            "Советом Безопасности",
            "Совете Безопасности",
            "مجلس الأمن",
            "安全理事会",
            "安理会",
        ],
    ),
    (
        Body::HumanRights,
        &[
            "Human Rights Council",
            "Conseil des droits de l’homme",
            "Conseil des droits de l'homme",
            "Consejo de Derechos Humanos",
            "Совет по правам человека",
            "Совета по правам человека",
            "Советом по правам человека",
            "مجلس حقوق الإنسان",
            "人权理事会",
        ],
    ),
    (
        Body::Social,
        &[
            "Economic and Social Council",
            "Conseil économique et social",
            "Consejo Económico y Social",
            "Экономического и Социального Совета",
            "Экономическим и Социальным Советом",
            "Экономический и Социальный Совет",
            "المجلس الاقتصادي والاجتماعي",
            "经济及社会理事会",
            "经社理事会",
        ],
    ),
    (
        Body::CommissionOnHumanRights,
        &[
            "Commission on Human Rights",
            "Commission des droits de l’homme",
            "Comisión de Derechos Humanos",
            "Комиссии по правам человека",
            "لجنة حقوق الإنسان",
            "人权委员会",
        ],
    ),
    (
        Body::Environment,
        &[
            "Environment Assembly",
            "Assemblée des Nations Unies pour l’environnement",
            "Asamblea de las Naciones Unidas sobre el Medio Ambiente",
            "Ассамблеи по окружающей среде",
            "جمعية الأمم المتحدة للبيئة",
            "联合国环境大会",
        ],
    ),
    (
        Body::Other,
        &[
            "Governing Council",
            "Conference of the Parties",
            "Meeting of the Parties",
            "Commission on Narcotic Drugs",
            "Commission on Crime Prevention",
            "Commission on the Status of Women",
            "Economic Commission",
            "Executive Board",
            "Executive Committee",
            "Trade and Development Board",
            "Human Settlements Programme",
            "International Atomic Energy Agency",
            "European Parliament",
            "World Health Assembly",
            "International Labour",
            "Conférence des Parties",
            "Conseil d’administration",
            "Conferencia de las Partes",
            "Consejo de Administración",
            "Конференции Сторон",
            "مؤتمر الأطراف",
            "مجلس الإدارة",
            "缔约方会议",
        ],
    ),
];

/// The body named last in a text; of names that end together the longest.
pub(super) fn last_in(text: &str) -> Option<Body> {
    let named = |name: &&str| text.rfind(*name).map(|at| (at + name.len(), name.len()));
    NAMES
        .iter()
        .flat_map(|(body, names)| names.iter().filter_map(move |name| named(name).map(|place| (place, *body))))
        .max_by_key(|(place, _)| *place)
        .map(|(_, body)| body)
}

/// The body named first in a text; of names that begin together the longest.
pub(super) fn first_in(text: &str) -> Option<(usize, Body)> {
    let named = |name: &&str| text.find(*name).map(|at| (at, usize::MAX - name.len()));
    NAMES
        .iter()
        .flat_map(|(body, names)| names.iter().filter_map(move |name| named(name).map(|place| (place, *body))))
        .min_by_key(|(place, _)| *place)
        .map(|((at, _), body)| (at, body))
}

/// Whether a word is part of a body's name (it may stand between "resolution" and the number).
pub(super) fn is_part_of_name(word: &str) -> bool {
    NAMES.iter().any(|(_, names)| names.iter().any(|name| name.split(' ').any(|part| part == word)))
}

/// The body over a list of its resolutions, when the text is that list's title: "General Assembly resolutions".
pub(super) fn of_list_title(text: &str) -> Option<Body> {
    const LISTED: [&str; 13] = [
        "resolution",
        "decision",
        "mandate",
        "résolution",
        "décision",
        "resoluci",
        "decisi",
        "резолюци",
        "решени",
        "قرار",
        "مقرر",
        "决议",
        "决定",
    ];
    let is_short = text.chars().count() <= 120 && !text.contains('\n');
    let lower = text.to_lowercase();
    let is_title = is_short && LISTED.iter().any(|word| lower.contains(word)) && !text.trim_end().ends_with('.');
    is_title.then(|| last_in(text).unwrap_or(Body::Other))
}
