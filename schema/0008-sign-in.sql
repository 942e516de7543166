-- Coming in: passwords, one-time codes, links to set up an account, sessions, and what slows down
-- those who guess. Whatever would let somebody in is hashed or sealed with keys that stand in a file
-- of their own (src/platform/keys.hpp): who has the database alone cannot sign in as anybody.

create table credential (
  person_id text not null primary key references person (id),
  password_hash text not null,              -- argon2id, with its salt and cost
  set_at text not null
) {strict};

create table one_time_code (
  person_id text not null primary key references person (id),
  seed text,                                -- sealed; null until a code of it was shown to be known
  confirmed_at text,
  last_step {bigint} not null,              -- half minutes since 1970: no code up to it works again
  offered_seed text,                        -- sealed: shown as a QR code and not confirmed yet
  offered_at text,
  check ((seed is null) = (confirmed_at is null)),
  check ((offered_seed is null) = (offered_at is null))
) {strict};

create table recovery_code (
  code_hash text not null primary key,      -- keyed
  person_id text not null references person (id),
  made_at text not null,
  used_at text
) {strict};
create index recovery_code_of on recovery_code (person_id);

-- Sent to somebody once, so that they choose a password themselves.
create table set_up_link (
  token_hash text not null primary key,     -- keyed
  person_id text not null references person (id),
  made_at text not null,
  made_by text references person (id),      -- null: from the command line
  ends_at text not null,
  used_at text
) {strict};
create index set_up_link_for on set_up_link (person_id);

create table sign_in_session (
  id text not null primary key,             -- names it in lists; opens nothing
  token_hash text not null unique,          -- keyed, of what the cookie holds
  person_id text not null references person (id),
  stage text not null check (stage in ('second-factor', 'second-factor-set-up', 'signed-in')),
  method text not null check (method in ('password', 'set-up-link', 'identity-provider')),
  began_at text not null,
  seen_at text not null,                    -- to the minute
  ends_at text not null,                    -- whatever is asked for until then
  ended_at text,                            -- before that
  ended_why text check (ended_why in ('signed-out', 'went-on', 'by-its-owner', 'password-changed',
                                      'second-factor-changed', 'too-many-codes', 'left', 'idle')),
  source text not null,                     -- the address that it began from
  browser text not null,                    -- 'Firefox on Windows'
  check ((ended_at is null) = (ended_why is null))
) {strict};
create index sign_in_session_of on sign_in_session (person_id, began_at);
create index sign_in_session_ends on sign_in_session (ends_at);

-- By account, by address and by second factor: how often it was wrong, and when it may be tried again.
create table sign_in_failure (
  key_hash text not null primary key,       -- keyed, of 'account:…', 'address:…' or 'code:…'
  failures {bigint} not null check (failures >= 0),
  last_at text not null,
  until_at text not null
) {strict};
create index sign_in_failure_last on sign_in_failure (last_at);

-- A form that was sent after its session had ended, until its sender has signed in again.
create table kept_form (
  token_hash text not null primary key,     -- keyed, of what the cookie holds
  person_id text not null references person (id),
  content text not null,                    -- sealed
  kept_at text not null,
  ends_at text not null
) {strict};
create index kept_form_of on kept_form (person_id);
