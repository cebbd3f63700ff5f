-- A document: identified by its symbol, known even before any text of it is held.
create table document (
  document_id   bigint not null primary key,
  symbol        text   not null,                             -- as printed
  symbol_key    text   not null,                             -- upper case: two spellings of one symbol are one document
  title         text   not null,                             -- one line; may be empty
  kind          text   not null,                             -- resolution, report, treaty, draft, statement, paper, article
  standing      text   not null,                             -- adopted, chair, official, statement, commentary, machine
  issuer        text,                                        -- who issued it, in words
  process       text,                                        -- slug; the process itself may be learnt later
  meeting       text,                                        -- session or meeting, in words
  actor         text,                                        -- slug of whose words it holds
  date          bigint,                                      -- yyyymmdd, unknown parts 0
  family        text,                                        -- versions of one text share this word
  source        text,                                        -- where it was got, an address
  authority     bigint not null,                             -- who said this: 0 reading, 1 importer, 2 pack, 3 editor
  text_at_ms    bigint,                                      -- when text was last kept; null: text not held
  created_at_ms bigint not null,
  changed_at_ms bigint not null,
  constraint document_symbol_unique unique (symbol_key),
  constraint document_authority_known check (authority between 0 and 3)
);
create index document_by_text_time on document (text_at_ms);
create index document_by_process on document (process);
create index document_by_actor on document (actor);
create index document_by_family on document (family);

-- One fact of a document changed: what it was, what it is, who said so. Only ever added to.
create table document_fact_change (
  document_id   bigint not null references document (document_id),
  place         bigint not null,                             -- counts the changes of one document from 1
  fact          text   not null,                             -- the column's name in document
  before_value  text,
  after_value   text,
  said_by       text   not null,                             -- who, in words
  at_ms         bigint not null,
  primary key (document_id, place)
);

-- An old symbol that leads to a document, so that no address dies.
create table redirect (
  from_key      text   not null primary key,                 -- upper case
  from_symbol   text   not null,                             -- as printed
  document_id   bigint not null references document (document_id),
  reason        text   not null,
  created_at_ms bigint not null
);
create index redirect_by_document on redirect (document_id);

-- A revision: one reading of one document in one language. Only superseded_at_ms is ever changed.
create table revision (
  revision_id      bigint not null primary key,
  document_id      bigint not null references document (document_id),
  language         text   not null,                          -- tag
  ordinal          bigint not null,                          -- 1 for the first in its language
  file_sha256      text   not null references file (sha256),
  file_name        text   not null,                          -- as it was given
  format           text   not null,                          -- one word
  title            text   not null,                          -- as read; may be empty
  printed_date     bigint,                                   -- as read; yyyymmdd, unknown parts 0
  paragraph_count  bigint not null,
  word_count       bigint not null,                          -- words parted by spaces
  trouble_count    bigint not null,
  troubles         text   not null,                          -- JSON: what its reader could not make sense of
  imported_at_ms   bigint not null,
  superseded_at_ms bigint,                                   -- when the next in its language came; null: current
  constraint revision_ordinal_unique unique (document_id, language, ordinal),
  constraint revision_file_once unique (document_id, file_sha256),
  constraint revision_ordinal_positive check (ordinal > 0)
);
create index revision_by_file on revision (file_sha256);
