//! The tables and their columns, in an order in which rows can be put in: what is referred to comes first.
//!
//! A test compares this list with the tables that the migrations make, on both engines.

mod letters;
mod questions;

/// A table as a backup carries it.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// Its columns; a `#` before the name marks a number, else it is a text.
    pub(crate) columns: &'static [&'static str],
    /// The column by which it is read in portions, and how many of its values one portion spans; `None`: at once.
    pub(crate) portion: Option<(&'static str, i64)>,
}

const fn small(name: &'static str, columns: &'static [&'static str]) -> Table {
    Table { name, columns, portion: None }
}

const fn large(name: &'static str, by: &'static str, step: i64, columns: &'static [&'static str]) -> Table {
    Table { name, columns, portion: Some((by, step)) }
}

/// Every table but the engine's own and that of the migrations.
pub(crate) const TABLES: [Table; 50] = [
    small("counter", &["name", "#next"]),
    small("setting", &["key", "value", "#changed_at_ms"]),
    small("file", &["sha256", "#size_bytes", "#created_at_ms"]),
    large(
        "document",
        "document_id",
        5_000,
        &[
            "#document_id",
            "symbol",
            "symbol_key",
            "title",
            "kind",
            "standing",
            "issuer",
            "process",
            "meeting",
            "actor",
            "#date",
            "family",
            "source",
            "#authority",
            "#text_at_ms",
            "#created_at_ms",
            "#changed_at_ms",
        ],
    ),
    large(
        "document_fact_change",
        "document_id",
        5_000,
        &["#document_id", "#place", "fact", "before_value", "after_value", "said_by", "#at_ms"],
    ),
    small("redirect", &["from_key", "from_symbol", "#document_id", "reason", "#created_at_ms"]),
    large(
        "revision",
        "revision_id",
        2_000,
        &[
            "#revision_id",
            "#document_id",
            "language",
            "#ordinal",
            "file_sha256",
            "file_name",
            "format",
            "title",
            "#printed_date",
            "#paragraph_count",
            "#word_count",
            "#trouble_count",
            "troubles",
            "#imported_at_ms",
            "#superseded_at_ms",
        ],
    ),
    small("other_format", &["#revision_id", "file_sha256", "file_name", "format", "#kept_at_ms"]),
    large("paragraph", "paragraph_id", 5_000, &["#paragraph_id", "#document_id", "body", "footnotes", "sha256"]),
    large(
        "placement",
        "revision_id",
        100,
        &["#revision_id", "#position", "#paragraph_id", "anchor", "number", "path", "kind", "#level", "#page"],
    ),
    large(
        "reference",
        "paragraph_id",
        10_000,
        &[
            "#paragraph_id",
            "#place",
            "#footnote",
            "symbol",
            "symbol_key",
            "number",
            "anchor",
            "#span_from",
            "#span_until",
        ],
    ),
    large(
        "lineage",
        "later_revision_id",
        100,
        &[
            "#later_revision_id",
            "#place",
            "#earlier_revision_id",
            "#earlier_paragraph_id",
            "#later_paragraph_id",
            "change",
            "#likeness_permille",
        ],
    ),
    large("change", "seq", 20_000, &["#seq", "#document_id", "#revision_id", "#at_ms"]),
    small(
        "process",
        &[
            "slug",
            "name",
            "summary",
            "mandate",
            "predecessor",
            "decision_rule",
            "chair",
            "#from_date",
            "#until_date",
            "source",
            "#is_confirmed",
            "#changed_at_ms",
            "pack",
            "#position",
            "family",
            "#expires_date",
            "stands",
            "#stands_on_date",
            "achievement",
            "next_step",
        ],
    ),
    small(
        "session",
        &[
            "process",
            "name",
            "#from_date",
            "#until_date",
            "place",
            "outcome",
            "source",
            "#is_confirmed",
            "#sequence",
            "#changed_at_ms",
            "pack",
            "#position",
            "documents",
        ],
    ),
    small(
        "event",
        &[
            "process",
            "uid",
            "kind",
            "name",
            "about",
            "starts",
            "ends",
            "zone",
            "#starts_ms",
            "place",
            "link",
            "actor",
            "status",
            "source",
            "#is_confirmed",
            "#sequence",
            "#changed_at_ms",
            "pack",
            "#position",
        ],
    ),
    small(
        "news",
        &[
            "process",
            "key",
            "title",
            "summary",
            "link",
            "#published_ms",
            "author",
            "language",
            "standing",
            "source",
            "#kept_at_ms",
            "#changed_at_ms",
        ],
    ),
    small(
        "norm",
        &[
            "symbol_key",
            "key",
            "symbol",
            "label",
            "source",
            "#is_confirmed",
            "#changed_at_ms",
            "pack",
            "#position",
            "norm_set",
        ],
    ),
    small("actor", &["slug", "kind", "source", "#changed_at_ms", "pack", "#position", "iso2", "m49", "#until_date"]),
    small("actor_name", &["slug", "#place", "language", "name"]),
    small(
        "membership",
        &[
            "group_slug",
            "member_slug",
            "#place",
            "#from_date",
            "#until_date",
            "source",
            "#changed_at_ms",
            "pack",
            "role",
        ],
    ),
    small("other_name", &["subject", "#place", "name", "#changed_at_ms", "pack", "#position"]),
    small("pack_load", &["pack", "sha256", "#loaded_at_ms", "version", "title", "language", "note"]),
    small(
        "meeting",
        &[
            "#meeting_id",
            "process",
            "session",
            "name",
            "mode",
            "#date",
            "video",
            "#document_id",
            "#created_at_ms",
            "#changed_at_ms",
        ],
    ),
    large("spoken", "revision_id", 100, &["#revision_id", "#position", "#from_ms", "#until_ms"]),
    large(
        "statement",
        "meeting_id",
        100,
        &[
            "#meeting_id",
            "#number",
            "#revision_id",
            "#first_position",
            "#last_position",
            "printed",
            "printed_group",
            "#from_ms",
            "#until_ms",
            "#words",
            "#sureness_permille",
            "actor",
            "speaks_for",
            "kind",
            "mode",
            "#answers",
            "gender",
            "#is_first_proposal",
            "#is_confirmed",
            "#created_at_ms",
            "#changed_at_ms",
            "#gone_at_ms",
            "#became",
        ],
    ),
    large(
        "statement_change",
        "meeting_id",
        100,
        &["#meeting_id", "#number", "#place", "fact", "before_value", "after_value", "said_by", "#at_ms"],
    ),
    small(
        "position",
        &[
            "#position_id",
            "process",
            "issue",
            "actor",
            "stance",
            "#revision_id",
            "#paragraph_id",
            "#span_from",
            "#span_until",
            "#date",
            "placed_by",
            "#placed_at_ms",
            "withdrawn_by",
            "#withdrawn_at_ms",
        ],
    ),
    small(
        "position_pair",
        &[
            "#pair_id",
            "process",
            "#one_id",
            "#other_id",
            "relation",
            "placed_by",
            "#placed_at_ms",
            "withdrawn_by",
            "#withdrawn_at_ms",
        ],
    ),
    small("voter", &["#seat", "actor", "#changed_at_ms"]),
    small(
        "roll_call",
        &[
            "roll_call_id",
            "body",
            "session",
            "symbol",
            "voted_on",
            "title",
            "question",
            "#date",
            "#place",
            "process",
            "decision_rule",
            "#is_adopted",
            "issues",
            "votes",
            "unplaced",
            "#yes",
            "#no",
            "#abstain",
            "#absent",
            "source",
            "#changed_at_ms",
        ],
    ),
    small("vote_change", &["roll_call_id", "#place", "actor", "meant", "source"]),
    small("pack_document", &["pack", "symbol_key", "#position", "#is_confirmed"]),
    small(
        "instrument",
        &[
            "slug",
            "name",
            "summary",
            "process",
            "mandate",
            "stands",
            "#from_date",
            "source",
            "#is_confirmed",
            "pack",
            "#position",
            "#changed_at_ms",
        ],
    ),
    small("term", &["slug", "term", "meaning", "source", "pack", "#position", "#changed_at_ms"]),
    small(
        "issue",
        &[
            "slug",
            "entered_for",
            "name",
            "summary",
            "processes",
            "parent",
            "source",
            "pack",
            "#position",
            "#changed_at_ms",
        ],
    ),
    small(
        "crosswalk",
        &[
            "slug",
            "title",
            "row_name",
            "column_name",
            "processes",
            "links",
            "note",
            "source",
            "#is_confirmed",
            "pack",
            "#position",
            "#changed_at_ms",
        ],
    ),
    small(
        "claim_property",
        &["subject", "property", "label", "unit", "#is_series", "pack", "#position", "#changed_at_ms"],
    ),
    small(
        "claim",
        &[
            "claim_key",
            "subject",
            "property",
            "value",
            "#date",
            "source",
            "document",
            "words",
            "counted_by",
            "standing",
            "#is_confirmed",
            "note",
            "pack",
            "#position",
            "entered_by",
            "#entered_at_ms",
            "#withdrawn_at_ms",
            "issue",
        ],
    ),
    small("claim_change", &["claim_key", "#place", "what", "before_value", "after_value", "said_by", "#at_ms"]),
    small("claim_place", &["claim_key", "#revision_id", "anchor"]),
    small(
        "digest",
        &[
            "#digest_id",
            "kind",
            "language",
            "title",
            "processes",
            "#from_date",
            "#until_date",
            "state",
            "#corrects",
            "#composed_at_ms",
            "#changed_at_ms",
            "approved_by",
            "#approved_at_ms",
            "#published_at_ms",
            "#queued_at_ms",
        ],
    ),
    small(
        "digest_sentence",
        &["#digest_id", "#number", "section", "process", "body", "citations", "writer", "#is_confirmed", "#gone_at_ms"],
    ),
    small(
        "digest_change",
        &["#digest_id", "#place", "what", "#number", "before_value", "after_value", "said_by", "#at_ms"],
    ),
    letters::SUBSCRIBER,
    letters::SUBSCRIPTION,
    letters::LETTER,
    questions::QUESTION,
    questions::FEEDBACK,
    questions::FEEDBACK_CHANGE,
];

impl Table {
    /// Its columns as they stand in SQL.
    pub(crate) fn column_names(&self) -> Vec<&'static str> {
        self.columns.iter().map(|column| column.trim_start_matches('#')).collect()
    }
    /// Reads a portion: from $1 up to but without $2.
    pub(crate) fn select(&self) -> String {
        let columns = self.column_names().join(", ");
        match self.portion {
            Some((by, _)) => {
                format!("select {columns} from {} where {by} >= $1 and {by} < $2 order by {by}", self.name)
            }
            None => format!("select {columns} from {} order by 1", self.name),
        }
    }
    /// The first and the last value of the column by which it is read.
    pub(crate) fn bounds(&self) -> Option<String> {
        self.portion.map(|(by, _)| format!("select min({by}), max({by}) from {}", self.name))
    }
    /// Puts rows in, without their values.
    pub(crate) fn insert(&self) -> String {
        format!("insert into {} ({}) values", self.name, self.column_names().join(", "))
    }
    /// Takes all rows out: a new store has rows of its own in `counter`.
    pub(crate) fn clear(&self) -> String {
        format!("delete from {}", self.name)
    }
}
