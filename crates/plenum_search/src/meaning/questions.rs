//! What all questions have in common, so that it can be taken away.
//!
//! The encoder hears that a text is a question as part of what it means; a paragraph that answers is no question. The
//! mean vector of plain questions about different things points to that part. Without it, 1 to 2 in 100 more
//! questions find their paragraph, in every language (docs/decisions/0003-encoder.md). Words that are no question
//! hardly point there and stay as they are.

/// The direction of what the questions of each language have in common, from `encode`, which gives a text's vector.
pub(super) fn in_common(encode: impl Fn(&[&str]) -> Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    let mean = |questions: &[&str; 12]| {
        let vectors = encode(questions);
        let dims = vectors.first().map_or(0, Vec::len);
        let sum = (0..dims).map(|place| vectors.iter().map(|vector| vector[place]).sum()).collect();
        of_unit_length(sum)
    };
    QUESTIONS.iter().map(mean).collect()
}

/// Takes from a question's vector what it has in common with the questions of the language it is most like.
pub(super) fn without(common: &[Vec<f32>], question: Vec<f32>) -> Vec<f32> {
    let cosine = |direction: &[f32]| direction.iter().zip(&question).map(|(left, right)| left * right).sum::<f32>();
    let shares = common.iter().map(|direction| (cosine(direction), direction));
    match shares.max_by(|left, right| left.0.total_cmp(&right.0)) {
        Some((share, direction)) if share > 0.0 => {
            of_unit_length(question.iter().zip(direction).map(|(value, part)| value - share * part).collect())
        }
        _ => question,
    }
}

fn of_unit_length(mut vector: Vec<f32>) -> Vec<f32> {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|value| *value /= length);
    }
    vector
}

/// Twelve questions in each of the six languages, the same ones; what they are about is of no importance.
const QUESTIONS: [[&str; 12]; 6] = [
    [
        "أين تم توقيع الاتفاق؟",
        "كم عدد الأشخاص الذين يعيشون في المدينة؟",
        "من كان يقود المجموعة في ذلك الوقت؟",
        "متى بدأ العمل؟",
        "لماذا تم تغيير الخطة؟",
        "ما هو اسم النهر؟",
        "ما هي الدولة التي لديها أكبر غابة؟",
        "ماذا حدث بعد الحرب؟",
        "كيف تصنع النباتات غذاءها؟",
        "ما هي نسبة الأموال التي أنفقت على المدارس؟",
        "من كتب الكتاب عن البحر؟",
        "ما نوع الحيوانات التي تعيش هناك؟",
    ],
    [
        "协议是在哪里签署的？",
        "这座城市有多少人口？",
        "当时是谁领导这个团体？",
        "工程是什么时候开始的？",
        "计划为什么被修改？",
        "这条河叫什么名字？",
        "哪个国家拥有最大的森林？",
        "战争之后发生了什么？",
        "植物如何制造养分？",
        "有百分之多少的钱用于学校？",
        "谁写了那本关于大海的书？",
        "那里生活着哪些种类的动物？",
    ],
    [
        "Where was the agreement signed?",
        "How many people live in the city?",
        "Who led the group at that time?",
        "When did the work begin?",
        "Why was the plan changed?",
        "What is the name of the river?",
        "Which country has the largest forest?",
        "What happened after the war?",
        "How do plants make their food?",
        "What percentage of the money was spent on schools?",
        "Who wrote the book about the sea?",
        "What kind of animals live there?",
    ],
    [
        "Où l'accord a-t-il été signé ?",
        "Combien de personnes vivent dans la ville ?",
        "Qui dirigeait le groupe à cette époque ?",
        "Quand les travaux ont-ils commencé ?",
        "Pourquoi le plan a-t-il été modifié ?",
        "Quel est le nom du fleuve ?",
        "Quel pays possède la plus grande forêt ?",
        "Que s'est-il passé après la guerre ?",
        "Comment les plantes produisent-elles leur nourriture ?",
        "Quel pourcentage de l'argent a été dépensé pour les écoles ?",
        "Qui a écrit le livre sur la mer ?",
        "Quel genre d'animaux y vivent ?",
    ],
    [
        "Где было подписано соглашение?",
        "Сколько людей живёт в городе?",
        "Кто возглавлял группу в то время?",
        "Когда начались работы?",
        "Почему план был изменён?",
        "Как называется река?",
        "В какой стране самый большой лес?",
        "Что произошло после войны?",
        "Как растения производят пищу?",
        "Какой процент денег был потрачен на школы?",
        "Кто написал книгу о море?",
        "Какие животные там обитают?",
    ],
    [
        "¿Dónde se firmó el acuerdo?",
        "¿Cuántas personas viven en la ciudad?",
        "¿Quién dirigía el grupo en aquel momento?",
        "¿Cuándo comenzaron los trabajos?",
        "¿Por qué se cambió el plan?",
        "¿Cómo se llama el río?",
        "¿Qué país tiene el bosque más grande?",
        "¿Qué ocurrió después de la guerra?",
        "¿Cómo producen las plantas su alimento?",
        "¿Qué porcentaje del dinero se gastó en escuelas?",
        "¿Quién escribió el libro sobre el mar?",
        "¿Qué tipo de animales viven allí?",
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_questions_have_in_common_is_gone_from_a_question() {
        let common = [vec![0.0, 1.0, 0.0], vec![0.0, 0.0, 1.0]];
        assert_eq!(without(&common, vec![0.6, 0.0, 0.8]), [1.0, 0.0, 0.0]);
    }

    #[test]
    fn what_is_no_question_stays_as_it_is() {
        let common = [vec![0.0, 1.0, 0.0]];
        assert_eq!(without(&common, vec![0.8, -0.6, 0.0]), [0.8, -0.6, 0.0]);
        assert_eq!(without(&[], vec![0.8, -0.6, 0.0]), [0.8, -0.6, 0.0]);
    }

    #[test]
    fn the_direction_is_that_of_the_mean() {
        let common = in_common(|questions| questions.iter().map(|_| vec![3.0, 4.0]).collect());
        assert_eq!(common.len(), QUESTIONS.len());
        assert!((common[0][0] - 0.6).abs() < 1e-6);
    }
}
