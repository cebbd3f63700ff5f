-- Who follows what by letter, and the letters that wait. An address is personal: it stands in one row of one table, and
-- goes with the last subscription of its owner. No token is kept, only its SHA-256; see docs/decisions/0020-mail.md.

-- A reader who is written to.
create table subscriber (
  subscriber_id bigint not null primary key,
  address       text   not null,                             -- as the reader wrote it
  address_key   text   not null,                             -- the same in small letters
  token_hash    text   not null,                             -- SHA-256 of the token that stands in the foot of each letter
  refusals      bigint not null,                             -- letters in a row that the reader's server refused for good
  created_at_ms bigint not null,
  constraint subscriber_address_unique unique (address_key),
  constraint subscriber_token_unique unique (token_hash)
);

-- What a reader follows.
create table subscription (
  subscription_id bigint not null primary key,
  subscriber_id bigint not null references subscriber (subscriber_id),
  what          text   not null,                             -- process, actor, issue, phrase, paragraph
  topic         text   not null,                             -- a slug, process/issue, the words, the address from /d/
  rhythm        text   not null,                             -- daily, weekly
  language      text   not null,                             -- of the letter, one of the six
  confirm_hash  text   not null,                             -- SHA-256 of the token that confirms it
  created_at_ms bigint not null,
  confirmed_at_ms bigint,                                    -- null: not confirmed, and gone after seven days
  told_at_ms    bigint not null,                             -- the record was told up to this moment,
  told_change   bigint not null,                             -- this number of the change feed
  told_paragraph bigint not null,                            -- and this key of a paragraph: greater ones are new
  constraint subscription_once unique (subscriber_id, what, topic),
  constraint subscription_confirm_unique unique (confirm_hash)
);
create index subscription_by_topic on subscription (what, topic);

-- Letters: those that wait, and for a while those that were sent or given up, without their words.
create table letter (
  letter_id     bigint not null primary key,
  subscriber_id bigint not null references subscriber (subscriber_id),
  occasion      text   not null,                             -- what it is, so that none is queued twice: day/2026-11-27
  subject       text   not null,                             -- empty once it was sent or given up, as are the next two
  body_text     text   not null,                             -- places of tokens are marked; they are put in when it is sent
  body_html     text   not null,
  state         text   not null,                             -- waiting, sent, failed
  tries         bigint not null,
  next_try_ms   bigint not null,
  last_error    text,
  created_at_ms bigint not null,
  ended_at_ms   bigint,                                      -- when it was sent or given up
  constraint letter_once unique (subscriber_id, occasion)
);
create index letter_waiting on letter (state, next_try_ms);

insert into counter (name, next) values ('subscriber', 1);
insert into counter (name, next) values ('subscription', 1);
insert into counter (name, next) values ('letter', 1);
