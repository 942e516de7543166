-- Personal links of children and parents: what opens them is hashed here, and the words that go with
-- a link stand in credential like anybody's password.
create table personal_link (
  token_hash text not null primary key,     -- keyed, of what the address holds
  person_id text not null unique references person (id),
  file_id text not null references file (id),
  set_up_by text not null,                  -- to be opened for the first time until then
  set_up_at text                            -- they chose words of their own
) {strict};
create index personal_link_of on personal_link (file_id);

-- What a child agreed to have shared with a parent or a panel: when, and how it was asked.
create table agreement (
  shared_id text not null primary key references shared (id),
  file_id text not null references file (id),
  agreed_on text not null,
  words text not null,
  recorded_by text not null references person (id),
  recorded_at text not null,
  withdrawn_at text,
  withdrawn_by text references person (id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
) {strict};
create index agreement_of on agreement (file_id);
