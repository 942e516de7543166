-- How long files are kept and how they go. What is read here about a file goes with the file; what
-- stays of it is `file.erased_at`, a row of `erasure` and a line of the audit trail: ids and moments.

-- How the work of a case ended, as policy/retention.toml names it: 'youth-caution'.
create table case_outcome (
  case_id text not null references child_case (id),
  outcome text not null,
  file_id text not null references file (id),
  recorded_by text not null references person (id),
  recorded_at text not null,
  primary key (case_id, outcome)
) {strict};
create index case_outcome_of on case_outcome (file_id);

-- What of a file asks for a rule of its own: 'sexual-offence'.
create table file_feature (
  file_id text not null references file (id),
  feature text not null,
  recorded_by text not null references person (id),
  recorded_at text not null,
  primary key (file_id, feature)
) {strict};

-- What was decided when a file was looked at. The reason is typed; it goes with the file.
create table retention_decision (
  id text not null primary key,
  file_id text not null references file (id),
  kind text not null check (kind in ('erase', 'reduce', 'keep')),
  ground text not null,                     -- as policy/retention.toml names it
  reason text not null,
  keep_until text,                          -- '2030-05-17'; of 'keep' alone
  decided_by text not null references person (id),
  decided_at text not null,
  settled_as text check (settled_as in ('done', 'refused', 'replaced')),
  settled_by text references person (id),
  settled_at text,
  settled_words text,
  check ((kind = 'keep') = (keep_until is not null)),
  check ((settled_as is null) = (settled_at is null))
) {strict};
create index retention_decision_of on retention_decision (file_id, decided_at);

-- A file whose records were taken away and of which only who, when and which cases is left. The day
-- of the last action is kept here, for the records that told it are gone.
create table basic_record (
  file_id text not null primary key references file (id),
  last_action_on text,
  reduced_at text not null
) {strict};

-- What was erased, for the ledger that stands outside the database. Refers to no other table.
create table erasure (
  file_id text not null,
  kind text not null check (kind in ('erased', 'reduced')),
  at text not null,
  service_id text not null,
  written_at text,                          -- into the ledger; null: not yet
  primary key (file_id, kind, at)
) {strict};

-- Content of uploads that no file holds any longer and that still lies on the disk.
create table upload_to_remove (
  hash text not null primary key,
  since text not null
) {strict};

-- A form that came too late may be about a file, and goes with it.
alter table kept_form add column file_id text;
