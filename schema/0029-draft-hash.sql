-- What all changes so far come to is proved like a version: by a hash of it, with the file's key. Null: it
-- was made before this began to be kept, and is made again from the last version and the lines since.
alter table draft add column hash text;
