-- The index of who was shown which child in a list is proved against the rows of the trail
-- (northlight audit verify), which asks for it row by row.
create index audit_listed_row on audit_listed (chain, number);

-- What an identity provider gave Northlight to prove itself with, taken in from the file that
-- policy/identity-providers.toml names.
create table provider_secret (
  issuer text not null primary key,
  sealed text not null,
  taken_at text not null
) {strict};
