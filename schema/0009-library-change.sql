-- How often the library was changed: one row, raised in the same transaction as any change of it. A
-- page that was made at this number is the page of today while the number stands, whichever process
-- made the change (src/store/library_change.hpp).
create table library_change (
  id {bigint} not null primary key check (id = 1),
  number {bigint} not null
) {strict};
insert into library_change (id, number) values (1, 0);
