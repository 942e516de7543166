-- Which rows of the trail name which file or person: made from the rows when the trail is read and by
-- the clock, never by those who add to it. A line in a trail of many children touches one place then,
-- not one more for the child's part of an index and one for the person's.
drop index audit_entry_of_file;
drop index audit_entry_of_person;
drop index audit_listed_row;
alter table audit_listed rename to audit_named;
alter table audit_named rename column file_id to id;
alter table audit_listed_until rename to audit_named_until;
-- So far it held what lists showed, and is made anew.
delete from audit_named;
delete from audit_named_until;
create index audit_named_row on audit_named (chain, number);
