-- Records: what is written in a file. Rows are added; the files beside this one refuse changes to
-- versions and to what was typed. Only erasure takes rows away.

-- One key a file: sealed answers are encrypted with it and the hashes of versions are made with it.
-- When it is destroyed, neither can be read or proved again, in a backup either.
create table file_key (
  file_id text not null primary key references file (id),
  sealed text not null,                     -- with the installation's keys (platform/keys.hpp)
  made_at text not null
) {strict};

create table record (
  id text not null primary key,
  file_id text not null references file (id),
  form text not null,                       -- 'assessment'
  edition {bigint} not null,                -- of the form; stays for the life of the record
  begun_at text not null,
  begun_by text not null references person (id),
  last_version {bigint} not null,           -- 0: nothing was saved yet
  last_seq {bigint} not null                -- 0: nothing was typed yet
) {strict};
create index record_of_file on record (file_id, form, begun_at);

-- A version is never changed: what comes next is another, made from it.
create table record_version (
  record_id text not null references record (id),
  n {bigint} not null check (n > 0),        -- from 1, without a gap
  state text not null check (state in ('saved', 'signed', 'countersigned', 'returned')),
  effective_on text,                        -- the day that it is about; null: the form asks for none
  recorded_at text not null,
  recorded_by text not null references person (id),
  made_from {bigint},                       -- the version before; null: the first
  edition {bigint} not null,
  draft_seq {bigint} not null,              -- all that was typed up to here is in it
  words text,                               -- what was said on countersigning or sending back
  answers text not null,                    -- JSON (src/forms/answers_json.hpp); sealed fields sealed
  hash text not null,                       -- of all the above, with the file's key
  primary key (record_id, n),
  check (made_from is null or made_from < n)
) {strict};
create index record_version_at on record_version (recorded_at);

-- Everything that was typed, in the order in which it was answered for.
create table draft_change (
  record_id text not null references record (id),
  seq {bigint} not null check (seq > 0),    -- from 1, without a gap
  field text not null,                      -- a path: 'child_view', 'risks/<row>/risk_what'
  was text not null,                        -- JSON: what the writer saw there; 'null': nothing
  value text not null,                      -- JSON: what the writer wrote
  standing text not null check (standing in ('made', 'already', 'clash')),
  client_id text not null,                  -- the browser's own number, so that sending twice is once
  by_id text not null references person (id),
  at text not null,
  primary key (record_id, seq),
  unique (record_id, by_id, client_id)
) {strict};

-- What all changes so far come to; made from them, and replaced with each.
create table draft (
  record_id text not null primary key references record (id),
  seq {bigint} not null,
  answers text not null
) {strict};

-- How somebody settled that two had written in one place.
create table draft_settled (
  record_id text not null,
  seq {bigint} not null,                    -- the change that clashed
  settled_by text not null references person (id),
  settled_at text not null,
  primary key (record_id, seq),
  foreign key (record_id, seq) references draft_change (record_id, seq)
) {strict};

-- What a manager asked for on countersigning or sending back, until it is answered.
create table asked_action (
  id text not null primary key,
  record_id text not null,
  n {bigint} not null,                      -- the version that asks
  field text,                               -- the path that it is about; null: the whole record
  what text not null,
  owner_id text not null references person (id),
  due_on text,
  foreign key (record_id, n) references record_version (record_id, n)
) {strict};
create index asked_action_of on asked_action (record_id, n);
create index asked_action_owner on asked_action (owner_id);

create table asked_action_answer (
  action_id text not null primary key references asked_action (id),
  n {bigint} not null,                      -- the version that answers
  words text not null,
  answered_by text not null references person (id),
  answered_at text not null
) {strict};

-- Files that were sent in. Their content lies beside the database under its hash.
create table upload (
  file_id text not null references file (id),
  hash text not null,                       -- SHA-256
  kind text not null check (kind in ('pdf', 'jpeg', 'png', 'text', 'docx')),
  bytes {bigint} not null check (bytes > 0),
  added_by text not null references person (id),
  added_at text not null,
  primary key (file_id, hash)
) {strict};
create index upload_hash on upload (hash);

-- Projections: what forms declare (src/forms/projection.hpp), for the latest version of each record
-- ('saved') and for the latest that somebody stands behind ('signed'). `northlight reindex` makes
-- them again from the versions.
create table projected_child_name (
  record_id text not null references record (id),
  taken_from text not null check (taken_from in ('saved', 'signed')),
  place {bigint} not null,
  file_id text not null references file (id),
  row_id text,
  given_names text not null,
  family_name text not null,
  known_as text,
  date_of_birth text,
  primary key (record_id, taken_from, place)
) {strict};
create index projected_child_name_of on projected_child_name (file_id);

create table projected_contact (
  record_id text not null references record (id),
  taken_from text not null check (taken_from in ('saved', 'signed')),
  place {bigint} not null,
  file_id text not null references file (id),
  row_id text,
  held_on text not null,
  mode text,
  outcome text,
  who text,
  primary key (record_id, taken_from, place)
) {strict};
create index projected_contact_of on projected_contact (file_id, held_on);

create table projected_judgement (
  record_id text not null references record (id),
  taken_from text not null check (taken_from in ('saved', 'signed')),
  place {bigint} not null,
  file_id text not null references file (id),
  row_id text,
  concerns text not null,
  level text not null,
  reasons text,
  primary key (record_id, taken_from, place)
) {strict};
create index projected_judgement_of on projected_judgement (file_id);

create table projected_risk (
  record_id text not null references record (id),
  taken_from text not null check (taken_from in ('saved', 'signed')),
  place {bigint} not null,
  file_id text not null references file (id),
  row_id text,
  kind text not null,
  description text not null,
  likelihood text,
  impact text,
  who text,
  standing text,
  primary key (record_id, taken_from, place)
) {strict};
create index projected_risk_of on projected_risk (file_id);

create table projected_contingency (
  record_id text not null references record (id),
  taken_from text not null check (taken_from in ('saved', 'signed')),
  place {bigint} not null,
  file_id text not null references file (id),
  row_id text,
  risk text not null,                       -- the row of the risk
  trigger text,
  early_sign text,
  action text,
  owner text,
  due_on text,
  within text,
  primary key (record_id, taken_from, place)
) {strict};
create index projected_contingency_of on projected_contingency (file_id);

create table projected_action (
  record_id text not null references record (id),
  taken_from text not null check (taken_from in ('saved', 'signed')),
  place {bigint} not null,
  file_id text not null references file (id),
  row_id text,
  what text not null,
  owner text,
  due_on text,
  done_on text,
  risk text,
  concerns text,
  primary key (record_id, taken_from, place)
) {strict};
create index projected_action_of on projected_action (file_id);
create index projected_action_due on projected_action (due_on);

create table projected_deadline (
  record_id text not null references record (id),
  taken_from text not null check (taken_from in ('saved', 'signed')),
  place {bigint} not null,
  file_id text not null references file (id),
  row_id text,
  due_on text not null,
  what text,
  primary key (record_id, taken_from, place)
) {strict};
create index projected_deadline_of on projected_deadline (file_id);
create index projected_deadline_due on projected_deadline (due_on);
