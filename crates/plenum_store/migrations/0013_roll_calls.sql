-- A seat in the rows of votes: which letter of roll_call.votes is whose. Seats are only added, so that old rows stay readable.
create table voter (
  seat          bigint not null primary key,                 -- counts from 0
  actor         text   not null,                             -- slug of a State, present or former
  changed_at_ms bigint not null,
  constraint voter_actor_unique unique (actor)
);

-- A recorded vote. All votes of it stand in one text: 739,572 votes are 5,468 rows.
create table roll_call (
  roll_call_id  text   not null primary key,                 -- its name in addresses
  body          text   not null,                             -- who voted: General Assembly
  session       text,                                        -- as the body names it: 66, ES-5
  symbol        text,                                        -- of the text voted on, as the source names it
  voted_on      text   not null,                             -- whole, paragraph, amendment
  title         text   not null,                             -- short
  question      text   not null,                             -- what was asked, in the source's words; may be empty
  date          bigint,                                      -- yyyymmdd, unknown parts 0
  place         bigint not null,                             -- the order within one date: as the source lists them
  process       text,                                        -- slug
  decision_rule text,                                        -- which majority decides, in words
  is_adopted    bigint,                                      -- null: the source does not say
  issues        text   not null,                             -- parted by |
  votes         text   not null,                             -- a letter a seat: Y, N, A, X (absent), . (nothing recorded)
  unplaced      text   not null,                             -- votes of voters not known here: letter, space, name; one a line
  yes           bigint not null,                             -- counted, the unplaced among them
  no            bigint not null,
  abstain       bigint not null,
  absent        bigint not null,
  source        text   not null,
  changed_at_ms bigint not null
);
create index roll_call_by_date on roll_call (date, place);

-- What a State said after a vote that it had meant. The result does not change.
create table vote_change (
  roll_call_id  text   not null references roll_call (roll_call_id),
  place         bigint not null,                             -- counts from 0
  actor         text   not null,                             -- slug
  meant         text   not null,                             -- one letter, as in roll_call.votes
  source        text   not null,
  primary key (roll_call_id, place)
);
