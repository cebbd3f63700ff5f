-- Everything that a knowledge pack tells, with the pack that told it: so that a pack can be written back as it was loaded,
-- and what a newer edition of it no longer tells goes.

alter table pack_load add column version  text;              -- as written in the pack
alter table pack_load add column title    text;
alter table pack_load add column language text;              -- of its words
alter table pack_load add column note     text;

alter table process add column pack           text;          -- which pack told it; null: none, or loaded before packs were noted
alter table process add column position       bigint;        -- its place in the pack's file
alter table process add column family         text;          -- in words: the processes of one family are drawn together
alter table process add column expires_date   bigint;        -- when the mandate ends or is reviewed
alter table process add column stands         text;          -- where it stands, in our words
alter table process add column stands_on_date bigint;        -- the day for which that was written
alter table process add column achievement    text;          -- what was reached last
alter table process add column next_step      text;          -- what comes next

alter table session add column pack      text;
alter table session add column position  bigint;
alter table session add column documents text;               -- JSON: symbols of what decided it or came out of it

alter table norm add column pack     text;
alter table norm add column position bigint;
alter table norm add column norm_set text;                   -- norm, measure, principle

alter table actor add column pack       text;
alter table actor add column position   bigint;
alter table actor add column iso2       text;                -- ISO 3166-1 alpha-2, lower case
alter table actor add column m49        text;                -- the United Nations' three digits for statistics
alter table actor add column until_date bigint;              -- the last day of a State that is no more

alter table membership add column pack text;
alter table membership add column role text;                 -- null: a member; observer, chair, counted for elections …

-- Which documents a pack lists. What is known of them is in document.
create table pack_document (
  pack          text   not null,
  symbol_key    text   not null,                             -- upper case
  position      bigint not null,
  is_confirmed  bigint not null,
  primary key (pack, symbol_key)
);

-- What a process set up for States to use: a directory, a portal, a fund.
create table instrument (
  slug          text   not null primary key,
  name          text   not null,
  summary       text   not null,
  process       text,                                        -- slug of the process it belongs to today
  mandate       text,                                        -- symbol of the document that set it up
  stands        text,                                        -- where it stands, in our words
  from_date     bigint,                                      -- since when it works
  source        text   not null,
  is_confirmed  bigint not null,
  pack          text   not null,
  position      bigint not null,
  changed_at_ms bigint not null
);

-- A word of the trade, explained.
create table term (
  slug          text   not null primary key,
  term          text   not null,
  meaning       text   not null,                             -- in our words
  source        text   not null,
  pack          text   not null,
  position      bigint not null,
  changed_at_ms bigint not null
);

-- What processes talk about.
create table issue (
  slug          text   not null primary key,
  name          text   not null,
  summary       text   not null,
  processes     text   not null,                             -- JSON: slugs
  parent        text,                                        -- slug of the issue it is a part of
  source        text   not null,
  pack          text   not null,
  position      bigint not null,
  changed_at_ms bigint not null
);

-- A table that says what of one framework answers to what of another.
create table crosswalk (
  slug          text   not null primary key,
  title         text   not null,
  row_name      text   not null,                             -- what its rows are
  column_name   text   not null,                             -- what its columns are
  processes     text   not null,                             -- JSON: slugs of the processes whose pages show it
  links         text   not null,                             -- JSON: rows, each a label and the columns that answer to it
  note          text,
  source        text   not null,
  is_confirmed  bigint not null,
  pack          text   not null,
  position      bigint not null,
  changed_at_ms bigint not null
);
