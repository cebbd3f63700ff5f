-- Questions that readers asked with their answers, where the operator keeps them; and what readers say of answers. Nothing
-- personal is in either: no address, no browser, of the time only the day; see docs/decisions/0022-kept-questions.md.

-- A question with its answer as it was given. Never changed; deleted when its day has come.
create table question (
  question_id   text   not null primary key,                 -- 128 bits of chance in hexadecimal digits
  body          text   not null,                             -- the question as asked
  language      text   not null,                             -- of question and answer, one of the six
  answer        text   not null,                             -- JSON, as POST /api/v1/questions gave it
  asked_on      bigint not null,                             -- yyyymmdd
  forgotten_on  bigint not null,                             -- yyyymmdd: on this day it is kept no more
  constraint question_days_in_order check (asked_on < forgotten_on)
);
create index question_by_end on question (forgotten_on);

-- What a reader says of an answer. It holds what it is about, whether or not questions are kept.
create table feedback (
  feedback_id   bigint not null primary key,
  question_id   text,                                        -- the kept question, which may be forgotten by now
  about         text   not null,                             -- JSON: the question, the sentences shown, what they cite
  verdict       text   not null,                             -- useful, wrong
  sentence      bigint,                                      -- which, from 1; null: the whole answer
  words         text   not null,                             -- the reader's; may be empty
  received_on   bigint not null,                             -- yyyymmdd
  is_done       bigint not null                              -- 1: an editor has dealt with it
);

-- What became of it. Only ever added to.
create table feedback_change (
  feedback_id   bigint not null references feedback (feedback_id),
  place         bigint not null,                             -- counts from 1
  what          text   not null,                             -- done, reopened
  said_by       text   not null,                             -- who, in words
  at_ms         bigint not null,
  primary key (feedback_id, place)
);

insert into counter (name, next) values ('feedback', 1);
