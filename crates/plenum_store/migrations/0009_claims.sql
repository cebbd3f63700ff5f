-- Claims: what sources say of a property of something. Claims that contradict stand side by side; none is ever deleted.

-- What claims are about.
create table claim_property (
  subject       text   not null,                             -- slug of a process or an instrument, or a document's symbol
  property      text   not null,                             -- a slug
  label         text   not null,                             -- its name on pages
  unit          text,                                        -- what its numbers count
  is_series     bigint not null,                             -- 1: changes with time, so other dates do not contradict
  pack          text,                                        -- which pack told it; null: entered through a page
  position      bigint not null,
  changed_at_ms bigint not null,
  primary key (subject, property)
);

-- What one source says.
create table claim (
  claim_key     text   not null primary key,                 -- a slug: the pack's, or entered-1, entered-2 …
  subject       text   not null,
  property      text   not null,
  value         text   not null,                             -- in the words of the source: 115+
  date          bigint,                                      -- when it held, or was said to hold
  source        text   not null,                             -- a page, a symbol, or words
  document      text,                                        -- a symbol, or sha256: and the beginning of a file's hash
  words         text   not null,                             -- JSON: phrases that all stand in the paragraph that holds it
  counted_by    text,                                        -- who counted, by which rule
  standing      text   not null,                             -- of the source
  is_confirmed  bigint not null,
  note          text,
  pack          text,
  position      bigint not null,
  entered_by    text   not null,                             -- who entered it, in words
  entered_at_ms bigint not null,
  withdrawn_at_ms bigint,                                    -- null: it stands
  constraint claim_property_known foreign key (subject, property) references claim_property (subject, property)
);
create index claim_by_property on claim (subject, property);

-- What became of a claim: added, changed, confirmed, withdrawn. Never updated.
create table claim_change (
  claim_key     text   not null references claim (claim_key),
  place         bigint not null,                             -- counts from 0 within the claim
  what          text   not null,
  before_value  text,
  after_value   text,
  said_by       text   not null,
  at_ms         bigint not null,
  primary key (claim_key, place)
);

-- The paragraphs whose words hold a claim; found anew whenever documents or claims come in.
create table claim_place (
  claim_key     text   not null references claim (claim_key),
  revision_id   bigint not null references revision (revision_id),
  anchor        text   not null,
  primary key (claim_key, revision_id)
);
create index claim_place_by_revision on claim_place (revision_id, anchor);

insert into counter (name, next) values ('claim', 1);
