-- Another file of the very text that a revision holds: the PDF beside the DOCX. Only ever added to.
create table other_format (
  revision_id   bigint not null references revision (revision_id),
  file_sha256   text   not null references file (sha256),
  file_name     text   not null,                             -- as it was given
  format        text   not null,                             -- one word
  kept_at_ms    bigint not null,
  primary key (revision_id, file_sha256)
);
create index other_format_by_file on other_format (file_sha256);
