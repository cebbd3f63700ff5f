-- A statement in a meeting: a run of paragraphs of its transcript. Made by a machine; an editor's corrections are in the
-- same row, and in statement_change with what stood before.
create table statement (
  meeting_id       bigint not null references meeting (meeting_id),
  number           bigint not null,                          -- from 1 in the meeting, never given again
  revision_id      bigint not null references revision (revision_id),
  first_position   bigint not null,                          -- of its paragraphs in that revision
  last_position    bigint not null,
  printed          text   not null,                          -- the speaker as printed; empty: not named
  printed_group    text,                                     -- for whom else, as printed
  from_ms          bigint,                                   -- from the start of the recording
  until_ms         bigint,
  words            bigint not null,
  sureness_permille bigint not null,                         -- how sure the machine was of the actor; 0: none found
  actor            text,                                     -- slug
  speaks_for       text,                                     -- slug of the group it speaks for
  kind             text   not null,                          -- statement, right-of-reply, explanation, joint, chair
  mode             text   not null,                          -- formal, informal
  answers          bigint,                                   -- number of the statement that a reply answers
  gender           text,                                     -- only as stated: woman, man, other
  is_first_proposal bigint not null,                         -- 1: an editor says that it proposes something for the first time
  is_confirmed     bigint not null,                          -- 1: an editor has confirmed it
  created_at_ms    bigint not null,
  changed_at_ms    bigint not null,
  gone_at_ms       bigint,                                   -- when a corrected transcript no longer had it; null: current
  became           bigint,                                   -- number of the statement that then took its place
  primary key (meeting_id, number),
  constraint statement_range_in_order check (0 <= first_position and first_position <= last_position)
);
create index statement_by_actor on statement (actor);
create index statement_by_place on statement (revision_id, first_position);

-- What an editor changed in a statement. Only ever added to.
create table statement_change (
  meeting_id    bigint not null,
  number        bigint not null,
  place         bigint not null,                             -- counts the changes of one statement from 1
  fact          text   not null,                             -- the column's name in statement
  before_value  text,
  after_value   text,
  said_by       text   not null,                             -- who, in words
  at_ms         bigint not null,
  primary key (meeting_id, number, place),
  foreign key (meeting_id, number) references statement (meeting_id, number)
);
