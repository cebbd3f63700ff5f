//! Words in a document that give orders to a machine: they are data like all others, and quoted by nobody here.

use crate::text::{fold, sentences};
use std::ops::Range;

/// Beginnings of orders to a machine, folded: a document that holds them is quoted by nobody here.
const ORDERS: [&str; 22] = [
    "ignore previous",
    "ignore all previous",
    "ignore the above",
    "disregard previous",
    "disregard all",
    "system prompt",
    "you are an assistant",
    "as an ai",
    "ignorez les instructions",
    "ignore las instrucciones",
    "игнорируй предыдущ",
    "игнорируйте предыдущ",
    "忽略之前",
    "忽略以上",
    "忽略先前",
    "تجاهل التعليمات",
    "تجاهل ما سبق",
    "answer only with",
    "do not tell the user",
    "ignore your instructions",
    "новые инструкции:",
    "override your",
];

/// Beginnings of sentences, folded, that tell whoever writes what to write.
const DICTATED: [&str; 24] = [
    "say that",
    "reply that",
    "reply with",
    "answer that",
    "answer with",
    "respond that",
    "respond with",
    "write that",
    "tell the reader",
    "tell the user",
    "repondez que",
    "reponds que",
    "dites que",
    "ecrivez que",
    "responda que",
    "diga que",
    "escriba que",
    "ответьте, что",
    "скажите, что",
    "напишите, что",
    "请回答",
    "请写",
    "اجب بان",
    "اكتب ان",
];

/// Whether words give orders to a machine that reads them.
pub(crate) fn gives_orders(words: &str) -> bool {
    let folded = fold(words);
    let is_dictated = |range: Range<usize>| DICTATED.iter().any(|order| folded[range.clone()].starts_with(order));
    ORDERS.iter().any(|order| folded.contains(order)) || sentences(&folded).into_iter().any(is_dictated)
}
