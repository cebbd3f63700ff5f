-- Where keys come from, what was set, and which files are held. The same text runs on SQLite and on PostgreSQL:
-- only bigint and text; times are milliseconds since 1970; yes and no are 1 and 0; dates are yyyymmdd with unknown parts 0.

-- The next key of each kind of row. Taken in blocks by writers; never turned back, so that no key is given twice.
create table counter (
  name          text   not null primary key,                 -- document, revision, paragraph, change; writer: the writers' lock
  next          bigint not null,                             -- the first key not yet given
  constraint counter_next_positive check (next > 0)
);
insert into counter (name, next) values ('document', 1), ('revision', 1), ('paragraph', 1), ('change', 1), ('writer', 1);

-- A remembered choice of whoever runs this Plenum.
create table setting (
  key           text   not null primary key,                 -- dotted words
  value         text   not null,
  changed_at_ms bigint not null
);

-- A file whose bytes are in the folder of files, named by their hash.
create table file (
  sha256        text   not null primary key,                 -- 64 lower-case hexadecimal digits
  size_bytes    bigint not null,
  created_at_ms bigint not null,
  constraint file_sha256_shape check (length(sha256) = 64),
  constraint file_size_not_negative check (size_bytes >= 0)
);
