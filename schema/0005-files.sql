-- Files, and who sees them. Instants are '2026-11-22T09:30:00.000Z': they sort as text, and what is
-- in force at a moment is `from_at <= moment and (until_at is null or until_at > moment)`.

create table file (
  id text not null primary key,
  service_id text not null references organisation (id),
  kind text not null check (kind in ('child', 'victim', 'inspection', 'board')),
  opened_at text not null,
  restricted {bool} not null,               -- a file_mark of that kind is in force
  held {bool} not null,                     -- likewise
  erased_at text
) {strict};
create index file_of_service on file (service_id, kind);

-- Who sees a file, by holder: a person, or the team or organisation that they are of. Somebody who
-- covers for a person sees what that person holds. That a file is of one's own service is the
-- file's service_id and no row here.
create table sight (
  id text not null primary key,
  holder_kind text not null check (holder_kind in ('person', 'team', 'organisation')),
  holder_id text not null,
  organisation_id text not null references organisation (id),  -- for which they hold it
  file_id text not null references file (id),
  relation text not null
    check (relation in ('own-case', 'team-case', 'sampled', 'invited', 'themself', 'parent')),
  from_at text not null,
  until_at text,
  cause_kind text not null check (cause_kind in ('allocation', 'sample', 'invitation', 'link')),
  cause_id text not null
) {strict};
create index sight_of_file on sight (file_id);
create index sight_of_holder on sight (holder_id, file_id);
create index sight_by_cause on sight (cause_id);

-- While somebody is away, another sees what they hold.
create table cover (
  id text not null primary key,
  absent_id text not null references person (id),
  covering_id text not null references person (id),
  organisation_id text not null references organisation (id),
  from_at text not null,
  until_at text not null,
  arranged_by text references person (id),
  arranged_at text not null,
  check (absent_id <> covering_id)
) {strict};
create index cover_by on cover (covering_id, until_at);
create index cover_for on cover (absent_id, until_at);

create table file_mark (
  id text not null primary key,
  file_id text not null references file (id),
  mark text not null check (mark in ('restricted', 'legal-hold')),
  reason text not null,
  marked_by text references person (id),
  from_at text not null,
  until_at text,
  lifted_by text references person (id)
) {strict};
create index file_mark_of on file_mark (file_id);

-- Of a restricted file: who sees it all the same.
create table file_named (
  id text not null primary key,
  file_id text not null references file (id),
  person_id text not null references person (id),
  named_by text references person (id),
  from_at text not null,
  until_at text
) {strict};
create index file_named_on on file_named (file_id, person_id);

-- Between one person and one child: a relative, a neighbour.
create table conflict_of_interest (
  id text not null primary key,
  file_id text not null references file (id),
  person_id text not null references person (id),
  words text not null,
  declared_by text references person (id),
  from_at text not null,
  until_at text,
  lifted_by text references person (id)
) {strict};
create index conflict_of_interest_on on conflict_of_interest (file_id, person_id);
create index conflict_of_interest_of on conflict_of_interest (person_id);

-- Why somebody needed a file that they do not work with.
create table glass (
  id text not null primary key,
  person_id text not null references person (id),
  file_id text not null references file (id),
  reason text not null,
  from_at text not null,
  until_at text not null
) {strict};
create index glass_on on glass (file_id, person_id);

-- What a manager is told: today, that somebody gave a reason.
create table notice (
  id text not null primary key,
  person_id text not null references person (id),
  kind text not null check (kind in ('reason-given')),
  file_id text not null references file (id),
  about_id text not null references person (id),
  cause_id text not null,
  at text not null,
  seen_at text
) {strict};
create index notice_to on notice (person_id, at);

-- What a child, a parent or a panel is shown of a file, and on what ground.
create table shared (
  id text not null primary key,
  file_id text not null references file (id),
  record_id text,                           -- null: the words below alone
  relation text not null check (relation in ('themself', 'parent', 'invited')),
  person_id text references person (id),    -- null: whoever stands so
  ground text not null check (ground in ('agreed-by-child', 'required-by-law', 'theirs')),
  words text not null,                      -- what is shared, and why it may be
  shared_by text references person (id),
  from_at text not null,
  until_at text
) {strict};
create index shared_of_file on shared (file_id);

-- Children, as lists and searches need them: what is kept about a child is in the file's records.
create table child (
  file_id text not null primary key references file (id),
  service_id text not null references organisation (id),
  family_name text not null,
  given_names text not null,
  known_as text,
  born_on text,                             -- '2010-05-17'; null: not known yet
  sort_name text not null                   -- 'family name, given names', folded
) {strict};
create index child_in_order on child (service_id, sort_name, file_id);

create table child_name_key (
  service_id text not null references organisation (id),
  key text not null,                        -- a run of three letters (src/store/name_keys.hpp)
  file_id text not null references file (id),
  primary key (service_id, key, file_id)
) {clustered};
create index child_name_key_of on child_name_key (file_id);

-- A victim's name is in the records of their file and nowhere else; lists show a reference.
create table victim (
  file_id text not null primary key references file (id),
  service_id text not null references organisation (id),
  reference text not null,                  -- 'V-0042', given by the service
  unique (service_id, reference)
) {strict};

create table child_case (
  id text not null primary key,
  file_id text not null references file (id),
  kind text not null check (kind in ('prevention', 'turnaround', 'diversion', 'out-of-court',
                                     'court', 'custody', 'licence', 'remand', 'victim')),
  stage text not null check (stage in ('opened', 'assessing', 'planning', 'delivering',
                                       'reviewing', 'closing', 'closed')),
  opened_on text not null,
  closed_on text,
  opened_by text references person (id),
  check (closed_on is null or closed_on >= opened_on)
) {strict};
create index child_case_of on child_case (file_id, opened_on);

create table allocation (
  id text not null primary key,
  case_id text not null references child_case (id),
  file_id text not null references file (id),
  team_id text not null references team (id),
  person_id text references person (id),    -- null: the team's, not yet anybody's
  from_at text not null,
  until_at text,
  given_by text references person (id)
) {strict};
create index allocation_of_case on allocation (case_id);
create index allocation_of_person on allocation (person_id, until_at);
create index allocation_of_team on allocation (team_id, until_at);
