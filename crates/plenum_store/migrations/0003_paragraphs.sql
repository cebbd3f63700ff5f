-- The words of a paragraph. Never updated: other words are another row.
create table paragraph (
  paragraph_id  bigint not null primary key,
  document_id   bigint not null references document (document_id),
  body          text   not null,                             -- NFC; one line, but a table has one row a line
  footnotes     text   not null,                             -- JSON: mark, at (byte in body), text
  sha256        text   not null                              -- of body and footnotes, so that a changed row is noticed
);
create index paragraph_by_document on paragraph (document_id);

-- The place of a paragraph in a revision. The same paragraph may stand in several revisions, under other numbers.
create table placement (
  revision_id   bigint not null references revision (revision_id),
  position      bigint not null,                             -- reading order, from 0 without gaps
  paragraph_id  bigint not null references paragraph (paragraph_id),
  anchor        text   not null,                             -- its place in an address
  number        text,                                        -- as printed
  path          text   not null,                             -- JSON: the headings above it, outermost first
  kind          text   not null,                             -- paragraph, heading, footnote, list, table, quote, front
  level         bigint not null,
  page          bigint,                                      -- from 1
  primary key (revision_id, position),
  constraint placement_anchor_unique unique (revision_id, anchor),
  constraint placement_paragraph_once unique (revision_id, paragraph_id)
);
create index placement_by_paragraph on placement (paragraph_id);

-- Words in a paragraph that name another document. Found by the reader, so they may be found anew for the same words.
create table reference (
  paragraph_id  bigint not null references paragraph (paragraph_id),
  place         bigint not null,                             -- counts from 0 within the paragraph and its footnotes
  footnote      bigint,                                      -- which footnote, from 0; null: the paragraph itself
  symbol        text,                                        -- the document named, as printed; null: not made out
  symbol_key    text,                                        -- upper case, of the symbol now in use
  number        text,                                        -- the paragraph or article named, as printed
  anchor        text,                                        -- the same as a place in an address
  span_from     bigint not null,                             -- bytes in the body or in the footnote's text
  span_until    bigint not null,
  primary key (paragraph_id, place),
  constraint reference_span_in_order check (0 <= span_from and span_from <= span_until)
);
create index reference_by_target on reference (symbol_key, anchor, paragraph_id);

-- What became of a paragraph between two revisions.
create table lineage (
  later_revision_id    bigint not null references revision (revision_id),
  place                bigint not null,                      -- counts from 0 within the later revision
  earlier_revision_id  bigint not null references revision (revision_id),
  earlier_paragraph_id bigint references paragraph (paragraph_id),   -- null: added
  later_paragraph_id   bigint references paragraph (paragraph_id),   -- null: removed
  change               text   not null,                      -- unchanged, moved, reworded, added, removed
  likeness_permille    bigint not null,                      -- share of words in common
  primary key (later_revision_id, place),
  constraint lineage_has_an_end check (earlier_paragraph_id is not null or later_paragraph_id is not null),
  constraint lineage_likeness_share check (likeness_permille between 0 and 1000)
);
create index lineage_by_earlier on lineage (earlier_paragraph_id);
create index lineage_by_later on lineage (later_paragraph_id);

-- The change feed, in the order of commits; the search index follows it.
create table change (
  seq           bigint not null primary key,                 -- from 1
  document_id   bigint not null references document (document_id),
  revision_id   bigint references revision (revision_id),    -- the revision added; null: facts changed
  at_ms         bigint not null
);
create index change_by_document on change (document_id, seq);
