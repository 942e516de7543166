-- What is written over when it changes: a child's names and date of birth, and how far the work on a case
-- has come. Lists read the rows of child and child_case; how a file stood on a day is told from these. Rows
-- are added and never changed (the files beside this one), and go with the file.
create table child_was (
  file_id text not null references file (id),
  n {bigint} not null check (n > 0),        -- from 1, without a gap
  family_name text not null,
  given_names text not null,
  known_as text,
  born_on text,
  recorded_at text not null,
  recorded_by text references person (id),  -- null: it stood so already when this began to be kept
  primary key (file_id, n),
  check (recorded_by is not null or n = 1)
) {strict};

create table case_was (
  case_id text not null references child_case (id),
  n {bigint} not null check (n > 0),        -- from 1, without a gap
  file_id text not null references file (id),
  stage text not null check (stage in ('opened', 'assessing', 'planning', 'delivering',
                                       'reviewing', 'closing', 'closed')),
  recorded_at text not null,
  recorded_by text references person (id),  -- null: likewise
  primary key (case_id, n),
  check (recorded_by is not null or n = 1)
) {strict};
create index case_was_of on case_was (file_id);

-- What stands there now is taken over by the two files beside this one: what it was before is not known.
