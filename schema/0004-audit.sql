-- The audit trail: who did what with which file, and why. Rows are added and never changed; the files
-- beside this one see to it. Each chain is the trail of one service; each row's hash is over its
-- columns and over the hash of the row before it (src/store/audit_encoding.hpp).
-- Nothing here refers to other tables: the trail outlives what it tells of.

create table audit_chain (
  id {bigint} not null primary key,
  service text not null unique,             -- the organisation's id; '' for the installation's own
  number {bigint} not null check (number >= 0),  -- of its last row
  hash text not null                        -- of its last row; 64 noughts before there is one
) {strict};

create table audit_entry (
  chain {bigint} not null references audit_chain (id),
  number {bigint} not null check (number > 0),  -- from 1, without a gap
  form {bigint} not null,                   -- of the encoding that the hash is over
  at text not null,                         -- '2026-11-22T09:30:00.000Z'
  person_id text,                           -- null: nobody who is known, or the command line
  role text not null,
  organisation_id text,
  operation text not null check (operation in (
    'collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure', 'sign-in',
    'permission')),
  action text not null,
  outcome text not null check (outcome in ('allowed', 'denied', 'reason-asked', 'failed')),
  file_id text,
  record_id text,
  version {bigint},
  about_id text,
  listed text not null,                     -- ids of the files that a list showed, with spaces between
  justification text,
  recipient text,
  source text not null,
  request text not null,
  hash text not null,                       -- BLAKE2b-256, 64 hexadecimal digits
  primary key (chain, number)
) {clustered};
create index audit_entry_of_file on audit_entry (file_id, chain, number) where file_id is not null;
create index audit_entry_of_person on audit_entry (person_id, chain, number)
  where person_id is not null;
create index audit_entry_about on audit_entry (about_id, chain, number) where about_id is not null;

-- Which rows listed which file: made from audit_entry.listed when the trail is read, never by those
-- who list, so that a list costs them one row.
create table audit_listed (
  file_id text not null,
  chain {bigint} not null,
  number {bigint} not null,
  primary key (file_id, chain, number)
) {clustered};

create table audit_listed_until (
  chain {bigint} not null primary key,
  number {bigint} not null
) {strict};

-- The heads that were signed, a day each. What is kept here shows nothing by itself: keep a copy
-- where whoever can change the database cannot reach it.
create table audit_signed_head (
  day text not null primary key,            -- '2026-11-22', London time
  document text not null                    -- JSON, as `northlight audit head` prints it
) {strict};
