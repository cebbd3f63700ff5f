-- An edition of a digest. Its words are kept as they were composed and edited; once published nothing of it changes.
create table digest (
  digest_id      bigint not null primary key,
  kind           text   not null,                            -- weekly, session, quarterly
  language       text   not null,                            -- of its words, one of the six
  title          text   not null,
  processes      text   not null,                            -- JSON: slugs and names when it was composed
  from_date      bigint not null,                            -- the first day, yyyymmdd
  until_date     bigint not null,                            -- the last day
  state          text   not null,                            -- draft, edited, approved, published
  corrects       bigint references digest (digest_id),       -- the published edition that this one corrects
  composed_at_ms bigint not null,
  changed_at_ms  bigint not null,
  approved_by    text,                                       -- who vouches for it, in words
  approved_at_ms bigint,
  published_at_ms bigint,
  constraint digest_days_in_order check (from_date <= until_date),
  constraint digest_published_is_approved check (state not in ('approved', 'published') or approved_at_ms is not null)
);
create index digest_by_corrected on digest (corrects);

-- A sentence of an edition. One taken out stays here, with when.
create table digest_sentence (
  digest_id     bigint not null references digest (digest_id),
  number        bigint not null,                             -- from 1 in the edition, never given again
  section       text   not null,                             -- opening, decided, moved, spoke, published, next
  process       text,                                        -- slug; null: about several
  body          text   not null,
  citations     text   not null,                             -- JSON: addresses and what they are called
  writer        text   not null,                             -- software, editor
  is_confirmed  bigint not null,                             -- 0: a fact that it rests on is not confirmed
  gone_at_ms    bigint,                                      -- null: it stands
  primary key (digest_id, number),
  constraint digest_sentence_cited check (writer <> 'software' or citations <> '[]')
);

-- What became of an edition: composed, sentences rewritten, added, removed, steps taken. Only ever added to.
create table digest_change (
  digest_id     bigint not null references digest (digest_id),
  place         bigint not null,                             -- counts from 1 in the edition
  what          text   not null,
  number        bigint,                                      -- of the sentence; null: the edition itself
  before_value  text,
  after_value   text,
  said_by       text   not null,                             -- who, in words
  at_ms         bigint not null,
  primary key (digest_id, place)
);

insert into counter (name, next) values ('digest', 1);
