-- What others publish about a process, as their feeds tell it. Shown beside the record, never as a part of it.
create table news (
  process       text   not null references process (slug),
  key           text   not null,                             -- the feed's id of the entry, its link, or its title
  title         text   not null,
  summary       text   not null,                             -- plain text; may be empty
  link          text,                                        -- where it can be read
  published_ms  bigint,                                      -- null: the feed does not say
  author        text,
  language      text   not null,                             -- as the feed says; may be empty
  standing      text   not null,                             -- commentary unless the importer said otherwise
  source        text   not null,                             -- the feed: its page or its file
  kept_at_ms    bigint not null,                             -- when it was first kept
  changed_at_ms bigint not null,
  primary key (process, key)
);
create index news_by_date on news (process, published_ms);
