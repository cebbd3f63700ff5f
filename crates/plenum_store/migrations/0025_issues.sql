-- One list of issues: what packs tell, and what editors named at the desk of a process. Claims may name an issue of it.

create table issue_listed (
  slug          text   not null,
  entered_for   text   not null,                             -- slug of the process at whose desk an editor named it; '': a pack tells it
  name          text   not null,
  summary       text   not null,                             -- of an editor's own it may be empty
  processes     text   not null,                             -- JSON: slugs
  parent        text,                                        -- slug of the issue it is a part of
  source        text   not null,
  pack          text   not null,                             -- '': none
  position      bigint not null,
  changed_at_ms bigint not null,
  constraint issue_listed_once primary key (slug, entered_for)
);

insert into issue_listed (slug, entered_for, name, summary, processes, parent, source, pack, position, changed_at_ms)
select slug, '', name, summary, processes, parent, source, pack, position, changed_at_ms from issue;

-- What an editor had named beside the pack, and the pack tells as well, is the pack's now: quotations name issues by slug.
insert into issue_listed (slug, entered_for, name, summary, processes, parent, source, pack, position, changed_at_ms)
select o.slug, o.process, o.label, '', '["' || o.process || '"]', null, 'an editor, at the desk', '', 0, o.created_at_ms
from position_issue o where not exists
  (select 1 from issue i where i.slug = o.slug and i.processes like '%"' || o.process || '"%');

drop table position_issue;
drop table issue;
alter table issue_listed rename to issue;

alter table claim add column issue text;                     -- slug of the issue on which it bears; null: none
