-- When a published edition was queued for those who follow its processes. What was published before this was noted was
-- queued as it was published.
alter table digest add column queued_at_ms bigint;           -- null: not yet
update digest set queued_at_ms = published_at_ms where state = 'published';
