-- Signing in through an identity provider (policy/identity-providers.toml): whose account there is
-- whose here, which answers were used up, and which roles came from what a provider said.

-- The provider's name for somebody is kept as a keyed hash: enough to find them by.
create table provider_account (
  issuer text not null,
  subject_hash text not null,
  person_id text not null references person (id),
  connected_at text not null,
  connected_by text not null check (connected_by in ('their-account-page', 'verified-email')),
  primary key (issuer, subject_hash),
  unique (issuer, person_id)
) {clustered};
create index provider_account_of on provider_account (person_id);

-- An answer counts once. A row may go when no answer to that sign-in would be taken any more.
create table provider_answer_used (
  use_hash text not null primary key,       -- keyed
  until_at text not null
) {strict};
create index provider_answer_used_until on provider_answer_used (until_at);

-- Roles that end when the provider no longer says so. All others are for administrators to end.
create table provider_role (
  role_held_id text not null primary key references role_held (id),
  issuer text not null,
  person_id text not null references person (id)
) {strict};
create index provider_role_of on provider_role (person_id, issuer);
