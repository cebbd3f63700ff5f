-- Deadlines and other names that a pack tells: so that they can be written back, and what it tells no longer goes.
alter table event add column pack     text;                  -- which pack told it; null: a calendar file
alter table event add column position bigint;                -- its place in the pack's file

alter table other_name add column pack     text;             -- null: loaded before packs were noted
alter table other_name add column position bigint;           -- the place of its subject in the pack's file
