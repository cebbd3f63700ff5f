-- By what else a process, a session or a document is called: short forms and names in other languages. Questions find it so.
create table other_name (
  subject       text   not null,                             -- a process' slug, a document's symbol, or slug/name of a session
  place         bigint not null,                             -- its order among the names of one subject, from 0
  name          text   not null,
  changed_at_ms bigint not null,
  primary key (subject, place)
);
