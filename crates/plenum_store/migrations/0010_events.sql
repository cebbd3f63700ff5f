-- What stands in the calendar besides sessions: meetings and deadlines, from packs and from calendar files.
create table event (
  process       text   not null references process (slug),
  uid           text   not null,                             -- a file's UID, or made from kind and name; with its start if it repeats
  kind          text   not null,                             -- meeting, silence, inscription, submission, objection, nomination
  name          text   not null,
  about         text,                                        -- plain text
  starts        text,                                        -- a date (2026, 2026-07, 2026-07-20) or a local time (2026-07-20T10:00:00)
  ends          text,                                        -- the same shape; a last day belongs to the event
  zone          text,                                        -- IANA name of a local time's zone; null: whole days
  starts_ms     bigint not null,                             -- to order by; 0: not known
  place         text,                                        -- where, in words
  link          text,                                        -- an address that says more
  actor         text,                                        -- whose, by slug
  status        text   not null,                             -- confirmed, tentative, cancelled
  source        text   not null,
  is_confirmed  bigint not null,
  sequence      bigint not null,                             -- counts its changes from 0, for those who hold a copy
  changed_at_ms bigint not null,
  primary key (process, uid)
);
create index event_by_start on event (starts_ms);

-- Counts the changes of a session from 0, as above; a session said again in the same words does not change.
alter table session add column sequence bigint not null default 0;
