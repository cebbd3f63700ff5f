-- A meeting: one sitting. Its number is its address and is never given again.
create table meeting (
  meeting_id    bigint not null primary key,
  process       text   not null,                             -- slug; the process itself may be learnt later
  session       text,                                        -- the session's name, as in table session
  name          text   not null,                             -- within the process: Third meeting
  mode          text   not null,                             -- formal, informal
  date          bigint,                                      -- yyyymmdd, unknown parts 0
  video         text,                                        -- where its recording is, an address
  document_id   bigint references document (document_id),    -- its transcript; null: none yet
  created_at_ms bigint not null,
  changed_at_ms bigint not null,
  constraint meeting_name_unique unique (process, name)
);
create index meeting_by_document on meeting (document_id);

-- When the paragraphs of a transcript were spoken, as far as it tells.
create table spoken (
  revision_id   bigint not null references revision (revision_id),
  position      bigint not null,                             -- the paragraph's place in the revision
  from_ms       bigint not null,                             -- from the start of the recording
  until_ms      bigint,                                      -- null: only the beginning is known
  primary key (revision_id, position)
);

insert into counter (name, next) values ('meeting', 1);
