-- A body's work under a mandate.
create table process (
  slug          text   not null primary key,                 -- its name in addresses
  name          text   not null,
  summary       text   not null,                             -- two or three sentences of ours
  mandate       text,                                        -- symbol of the document that set it up
  predecessor   text,                                        -- slug
  decision_rule text,                                        -- in words
  chair         text,
  from_date     bigint,                                      -- yyyymmdd, unknown parts 0
  until_date    bigint,                                      -- null: goes on
  source        text   not null,                             -- where the facts come from
  is_confirmed  bigint not null,                             -- 1: a page that can be opened shows them
  changed_at_ms bigint not null
);

-- A numbered group of meetings, or another dated event of a process.
create table session (
  process       text   not null references process (slug),
  name          text   not null,
  from_date     bigint,
  until_date    bigint,
  place         text,                                        -- where, in words
  outcome       text,                                        -- in our words
  source        text   not null,
  is_confirmed  bigint not null,
  changed_at_ms bigint not null,
  primary key (process, name)
);

-- A norm, measure or principle as a label; the binding words are in the document.
create table norm (
  symbol_key    text   not null,                             -- of the document that holds it, upper case
  key           text   not null,                             -- 13(a)
  symbol        text   not null,                             -- as printed
  label         text   not null,                             -- ours
  source        text   not null,
  is_confirmed  bigint not null,
  changed_at_ms bigint not null,
  primary key (symbol_key, key)
);

-- A State, a group of States, an organisation, a person.
create table actor (
  slug          text   not null primary key,
  kind          text   not null,                             -- state, former-state, observer, group, organisation, person
  source        text   not null,
  changed_at_ms bigint not null
);

-- A name of an actor. The first of a language is shown; the others are recognised too.
create table actor_name (
  slug          text   not null references actor (slug),
  place         bigint not null,                             -- counts from 0
  language      text   not null,
  name          text   not null,
  primary key (slug, place)
);

-- An actor's belonging to a group, while it lasts.
create table membership (
  group_slug    text   not null,
  member_slug   text   not null,
  place         bigint not null,                             -- counts from 0 within the group: one may leave and come back
  from_date     bigint,                                      -- null: since ever, or not known
  until_date    bigint,                                      -- null: goes on
  source        text   not null,
  changed_at_ms bigint not null,
  primary key (group_slug, place)
);
create index membership_by_member on membership (member_slug);

-- A knowledge pack that was loaded, with the hash of what was loaded.
create table pack_load (
  pack          text   not null primary key,
  sha256        text   not null,
  loaded_at_ms  bigint not null
);
