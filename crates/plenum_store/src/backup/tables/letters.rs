//! The tables of subscriptions and letters. Addresses are in them: a backup is as personal as the database.

use super::{Table, small};

pub(super) const SUBSCRIBER: Table =
    small("subscriber", &["#subscriber_id", "address", "address_key", "token_hash", "#refusals", "#created_at_ms"]);

pub(super) const SUBSCRIPTION: Table = small(
    "subscription",
    &[
        "#subscription_id",
        "#subscriber_id",
        "what",
        "topic",
        "rhythm",
        "language",
        "confirm_hash",
        "#created_at_ms",
        "#confirmed_at_ms",
        "#told_at_ms",
        "#told_change",
        "#told_paragraph",
    ],
);

pub(super) const LETTER: Table = small(
    "letter",
    &[
        "#letter_id",
        "#subscriber_id",
        "occasion",
        "subject",
        "body_text",
        "body_html",
        "state",
        "#tries",
        "#next_try_ms",
        "last_error",
        "#created_at_ms",
        "#ended_at_ms",
    ],
);
