//! The invariants that one statement each can verify: it gives the places where the rule is broken.

use crate::db::statements;

/// A rule: the statement that finds where it is broken, what that means, and what to do about it.
pub(super) struct Rule {
    pub(super) sql: &'static str,
    pub(super) what: &'static str,
    pub(super) remedy: &'static str,
}

const RESTORE: &str = "Restore the last backup; the tables were changed by something other than Plenum.";
const IMPORT: &str = "Import the document's file again; if this stays, restore the last backup.";

const NAME_ISSUE: &str = "Name the issue again at the desk of the process' positions.";
const VOTES: &str = "Import the packs and the roll calls again; if this stays, restore the last backup.";

/// The tag of a revision `v` of a document `d`, as it stands in an address.
macro_rules! tagged {
    () => {
        "d.symbol || '/' || v.language || cast(v.ordinal as text)"
    };
}

statements! {
    GAPS = concat!("select ", tagged!(), " from revision v join document d on d.document_id = v.document_id \
        left join placement p on p.revision_id = v.revision_id \
        group by v.revision_id, d.symbol, v.language, v.ordinal, v.paragraph_count \
        having count(p.position) <> v.paragraph_count or coalesce(min(p.position), 0) <> 0 \
        or coalesce(max(p.position), -1) <> v.paragraph_count - 1 limit 100");
    ONE_CURRENT = concat!("select ", tagged!(), " from revision v join document d on d.document_id = v.document_id \
        where (v.superseded_at_ms is null) <> (v.ordinal = (select max(o.ordinal) from revision o \
        where o.document_id = v.document_id and o.language = v.language)) limit 100");
    ORDINALS = "select d.symbol || ' ' || v.language from revision v join document d \
        on d.document_id = v.document_id group by d.symbol, v.document_id, v.language \
        having max(v.ordinal) <> count(*) or min(v.ordinal) <> 1 limit 100";
    TEXT_HELD = "select d.symbol from document d where (d.text_at_ms is null) <> not exists \
        (select 1 from revision v where v.document_id = d.document_id) limit 100";
    KEYS = "select d.symbol from document d where d.symbol_key <> upper(d.symbol) limit 100";
    NO_FILE_ROW = concat!("select ", tagged!(), " from revision v join document d on d.document_id = v.document_id \
        left join other_format b on b.revision_id = v.revision_id left join file f on f.sha256 = v.file_sha256 \
        left join file o on o.sha256 = b.file_sha256 \
        where f.sha256 is null or (b.file_sha256 is not null and o.sha256 is null) limit 100");
    NO_CHANGE = concat!("select ", tagged!(), " from revision v join document d on d.document_id = v.document_id \
        left join change c on c.document_id = v.document_id and c.revision_id = v.revision_id \
        where c.seq is null limit 100");
    CHANGE_OF_NOTHING = "select 'change ' || cast(c.seq as text) from change c \
        left join document d on d.document_id = c.document_id left join revision v on v.revision_id = c.revision_id \
        where d.document_id is null or (c.revision_id is not null and (v.revision_id is null \
        or v.document_id <> c.document_id)) limit 100";
    LINEAGE_ENDS = concat!("select ", tagged!(), " || ', step ' || cast(l.place as text) from lineage l \
        join revision v on v.revision_id = l.later_revision_id join document d on d.document_id = v.document_id \
        left join placement a on a.revision_id = l.earlier_revision_id and a.paragraph_id = l.earlier_paragraph_id \
        left join placement b on b.revision_id = l.later_revision_id and b.paragraph_id = l.later_paragraph_id \
        where (l.earlier_paragraph_id is not null and a.paragraph_id is null) \
        or (l.later_paragraph_id is not null and b.paragraph_id is null) limit 100");
    PLACED_NOWHERE = "select d.symbol || ', paragraph id ' || cast(g.paragraph_id as text) from paragraph g \
        join document d on d.document_id = g.document_id \
        left join placement p on p.paragraph_id = g.paragraph_id where p.paragraph_id is null limit 100";
    PLACED_WITHOUT_WORDS = concat!("select ", tagged!(), " || '/p/' || p.anchor from placement p \
        join revision v on v.revision_id = p.revision_id join document d on d.document_id = v.document_id \
        left join paragraph g on g.paragraph_id = p.paragraph_id and g.document_id = v.document_id \
        where g.paragraph_id is null limit 100");
    REDIRECT_OF_ITSELF = "select e.from_symbol from redirect e left join document d \
        on d.document_id = e.document_id left join document o on o.symbol_key = e.from_key \
        where d.document_id is null or o.document_id is not null limit 100";
    SEATS = "select 'seat ' || cast(s.seat as text) || ' of ' || s.actor from voter s \
        left join actor a on a.slug = s.actor where a.slug is null or s.seat < 0 \
        or s.seat >= (select count(*) from voter) limit 100";
    VOTES_COUNTED = "select c.roll_call_id from roll_call c where \
        length(c.votes) > (select count(*) from voter) \
        or c.yes < length(c.votes) - length(replace(c.votes, 'Y', '')) \
        or c.no < length(c.votes) - length(replace(c.votes, 'N', '')) \
        or c.abstain < length(c.votes) - length(replace(c.votes, 'A', '')) \
        or (c.unplaced = '' and c.yes + c.no + c.abstain + c.absent <> length(replace(c.votes, '.', ''))) limit 100";
    STATEMENT_ENDS = "select 'meeting ' || cast(s.meeting_id as text) || ', statement ' || cast(s.number as text) \
        from statement s join revision v on v.revision_id = s.revision_id \
        where s.last_position >= v.paragraph_count limit 100";
    POSITION_ENDS = "select 'position ' || cast(o.position_id as text) from position o \
        left join placement p on p.revision_id = o.revision_id and p.paragraph_id = o.paragraph_id \
        where p.paragraph_id is null limit 100";
    POSITION_ON_NOTHING = "select 'position ' || cast(o.position_id as text) || ', issue ' || o.issue from position o \
        where o.withdrawn_at_ms is null and not exists (select 1 from issue i where i.slug = o.issue \
        and i.processes like '%\"' || o.process || '\"%') limit 100";
    DIGEST_UNCITED = "select 'edition ' || cast(g.digest_id as text) || ', sentence ' || cast(g.number as text) \
        from digest_sentence g where g.writer = 'software' and g.citations = '[]' limit 100";
    DIGEST_UNAPPROVED = "select 'edition ' || cast(g.digest_id as text) from digest g \
        where (g.state = 'published') <> (g.published_at_ms is not null) \
        or (g.state in ('approved', 'published') and g.approved_at_ms is null) limit 100";
    FOLLOWS_NOTHING = "select 'subscriber ' || cast(s.subscriber_id as text) from subscriber s \
        where not exists (select 1 from subscription n where n.subscriber_id = s.subscriber_id) limit 100";
    WORDS_AFTER_SENDING = "select 'letter ' || cast(l.letter_id as text) from letter l where l.state <> 'waiting' \
        and (l.subject <> '' or l.body_text <> '' or l.body_html <> '') limit 100";
    SETTLED_WITHOUT_STEP = "select 'feedback ' || cast(f.feedback_id as text) from feedback f \
        where f.is_done <> (select coalesce(max(case c.what when 'done' then 1 else 0 end), 0) from feedback_change c \
        where c.feedback_id = f.feedback_id and c.place = (select max(l.place) from feedback_change l \
        where l.feedback_id = f.feedback_id)) limit 100";
    COUNTERS = "select c.name from counter c where c.next <= (case c.name \
        when 'document' then (select coalesce(max(document_id), 0) from document) \
        when 'revision' then (select coalesce(max(revision_id), 0) from revision) \
        when 'paragraph' then (select coalesce(max(paragraph_id), 0) from paragraph) \
        when 'meeting' then (select coalesce(max(meeting_id), 0) from meeting) \
        when 'position' then (select coalesce(max(position_id), 0) from position) \
        when 'digest' then (select coalesce(max(digest_id), 0) from digest) \
        when 'position_pair' then (select coalesce(max(pair_id), 0) from position_pair) \
        when 'subscriber' then (select coalesce(max(subscriber_id), 0) from subscriber) \
        when 'subscription' then (select coalesce(max(subscription_id), 0) from subscription) \
        when 'feedback' then (select coalesce(max(feedback_id), 0) from feedback) \
        when 'letter' then (select coalesce(max(letter_id), 0) from letter) \
        when 'change' then (select coalesce(max(seq), 0) from change) else 0 end)";
}

/// Every rule.
pub(super) const RULES: [Rule; 23] = [
    Rule { sql: GAPS, what: "The paragraphs of a revision have gaps.", remedy: IMPORT },
    Rule { sql: ONE_CURRENT, what: "Not exactly the last revision of a language is current.", remedy: RESTORE },
    Rule { sql: ORDINALS, what: "The revisions of a language are not counted from 1 without gaps.", remedy: RESTORE },
    Rule { sql: TEXT_HELD, what: "A document says wrongly whether its text is held.", remedy: IMPORT },
    Rule { sql: KEYS, what: "A document's symbol and its key differ.", remedy: RESTORE },
    Rule { sql: NO_FILE_ROW, what: "A revision names a file that is not known.", remedy: RESTORE },
    Rule { sql: NO_CHANGE, what: "A revision is missing in the change feed.", remedy: "Run `plenum reindex`." },
    Rule { sql: CHANGE_OF_NOTHING, what: "A change names what does not exist.", remedy: RESTORE },
    Rule { sql: LINEAGE_ENDS, what: "A step of lineage leads to no paragraph of its revision.", remedy: RESTORE },
    Rule { sql: PLACED_NOWHERE, what: "A paragraph stands in no revision.", remedy: RESTORE },
    Rule { sql: PLACED_WITHOUT_WORDS, what: "A place has no paragraph of its document.", remedy: RESTORE },
    Rule { sql: REDIRECT_OF_ITSELF, what: "An old symbol leads nowhere, or is a document's own.", remedy: RESTORE },
    Rule { sql: SEATS, what: "A seat of the rows of votes is no known actor's.", remedy: VOTES },
    Rule { sql: VOTES_COUNTED, what: "The votes of a roll call are not those that were counted.", remedy: VOTES },
    Rule { sql: STATEMENT_ENDS, what: "A statement goes beyond its transcript.", remedy: RESTORE },
    Rule { sql: POSITION_ENDS, what: "A position quotes a paragraph that is not in its revision.", remedy: RESTORE },
    Rule { sql: POSITION_ON_NOTHING, what: "A position stands on an issue of no list.", remedy: NAME_ISSUE },
    Rule { sql: DIGEST_UNCITED, what: "A sentence that software composed cites nothing.", remedy: RESTORE },
    Rule { sql: DIGEST_UNAPPROVED, what: "An edition was published without a step before it.", remedy: RESTORE },
    Rule { sql: FOLLOWS_NOTHING, what: "An address is kept of somebody who follows nothing.", remedy: RESTORE },
    Rule { sql: WORDS_AFTER_SENDING, what: "A letter's words are kept after it was sent.", remedy: RESTORE },
    Rule { sql: SETTLED_WITHOUT_STEP, what: "What a reader said is done or open without a step.", remedy: RESTORE },
    Rule { sql: COUNTERS, what: "A counter would give a key a second time.", remedy: RESTORE },
];
