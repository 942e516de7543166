-- Who there is: organisations, teams, people and the roles that they hold, each with its dates.
-- Nothing here is deleted: who left still stands behind what they signed.

create table organisation (
  id text not null primary key,
  kind text not null check (kind in ('service', 'partner', 'inspectorate')),
  slug text not null unique,
  name text not null,
  added_at text not null,                   -- '2026-11-22T09:30:00.000Z'
  closed_on text
) {strict};

create table team (
  id text not null primary key,
  organisation_id text not null references organisation (id),
  name text not null,
  closed_on text,
  unique (organisation_id, name)
) {strict};

create table person (
  id text not null primary key,
  kind text not null check (kind in ('staff', 'link')),  -- 'link': a child or a parent, by a personal link
  name text not null,
  sign_in_name text unique,                 -- a work e-mail address in lower case; null for a link
  added_at text not null,
  joined_on text not null,
  left_on text                              -- the last day
) {strict};

-- A role is as policy/roles.toml names it. It is held on every day from from_on to until_on.
create table role_held (
  id text not null primary key,
  person_id text not null references person (id),
  role text not null,
  organisation_id text not null references organisation (id),
  team_id text references team (id),
  from_on text not null,
  until_on text,
  given_by text references person (id),     -- null: from the command line
  given_at text not null,
  check (until_on is null or until_on >= from_on)
) {strict};
create index role_held_by on role_held (person_id);
create index role_held_at on role_held (organisation_id, role);
