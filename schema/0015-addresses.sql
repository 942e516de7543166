-- Where a child lives and lived. Rows are added and never changed: another of the same day corrects
-- it, one of a later day follows it. They go with the file.
create table child_address (
  id text not null primary key,
  file_id text not null references file (id),
  house text,                               -- '12A', 'Flat 3'; null: none, or not known
  street text not null,                     -- street and town in lines, or 'No fixed address'
  postcode text,                            -- 'XX1 2AB'; null: none, or not known
  from_on text not null,
  recorded_at text not null,
  recorded_by text not null references person (id)
) {strict};
create index child_address_of on child_address (file_id, from_on);

-- Where somebody who works there lives, as they gave it themself: as keyed hashes that tell whether a
-- child's address is the same, and nothing else.
create table person_address (
  person_id text not null primary key references person (id),
  postcode_hash text not null,
  address_hash text not null,
  given_at text not null
) {strict};
