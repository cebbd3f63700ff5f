-- A quotation that an editor placed: where an actor stands on an issue. Only withdrawn_at_ms and withdrawn_by are ever set later.
create table position (
  position_id     bigint not null primary key,
  process         text   not null,                           -- slug
  issue           text   not null,                           -- slug within the process
  actor           text   not null,                           -- slug
  stance          text   not null,                           -- supports, opposes, proposes, conditions, no-position
  revision_id     bigint not null references revision (revision_id),
  paragraph_id    bigint not null references paragraph (paragraph_id),
  span_from       bigint not null,                           -- bytes in the paragraph's body: the words quoted
  span_until      bigint not null,
  date            bigint,                                    -- when it was said: the document's date when it was placed
  placed_by       text   not null,                           -- who, in words
  placed_at_ms    bigint not null,
  withdrawn_by    text,
  withdrawn_at_ms bigint,                                    -- null: it stands
  constraint position_span_in_order check (0 <= span_from and span_from < span_until)
);
create index position_by_process on position (process, issue, actor);
create index position_by_actor on position (actor);
create index position_by_paragraph on position (paragraph_id);

-- Two quotations that agree or disagree, as an editor says. Only the withdrawal is ever set later.
create table position_pair (
  pair_id         bigint not null primary key,
  process         text   not null,
  one_id          bigint not null references position (position_id),
  other_id        bigint not null references position (position_id),
  relation        text   not null,                           -- agree, disagree
  placed_by       text   not null,
  placed_at_ms    bigint not null,
  withdrawn_by    text,
  withdrawn_at_ms bigint,
  constraint position_pair_of_two check (one_id <> other_id)
);
create index position_pair_by_process on position_pair (process);

-- The issues of a process' matrix, as an editor named them.
create table position_issue (
  process       text   not null,
  slug          text   not null,
  label         text   not null,                             -- in words
  created_at_ms bigint not null,
  primary key (process, slug)
);

insert into counter (name, next) values ('position', 1);
insert into counter (name, next) values ('position_pair', 1);
