-- How often it was changed who is signed in, and by which roles and covers they act. A server that
-- remembers what it looked up asks for this one number with each request, and looks up anew when it is
-- another: whoever ended a session or a role, in whatever program, ends it with the next page.
-- It counts on SQLite alone (the file beside this one). On PostgreSQL a row that every such change must
-- hold would make them wait for one another; there nothing is remembered.
create table authority (
  id {bigint} not null primary key check (id = 1),
  version {bigint} not null
) {strict};
insert into authority (id, version) values (1, 0);
