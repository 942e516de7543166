-- What people send into a child's file, most of them without reading the rest of it: the child and a
-- parent in their own words, a partner who was asked, a panel, a victim worker, whoever opens the post.
-- Rows are added; the files beside this one refuse changes. What is written, and what a document is
-- called, is sealed with the file's key.
create table sent_in (
  id text not null primary key,
  file_id text not null references file (id),
  kind text not null check (kind in ('child-words', 'parent-words', 'victim-wishes', 'answer',
                                     'panel-note', 'by-post', 'note')),
  sent_by text not null references person (id),
  role text not null,                       -- in which they sent it
  organisation_id text not null references organisation (id),
  sent_at text not null,
  words text not null,
  document_hash text,
  document_name text,
  fingerprint text not null,                -- of the form as it was sent, so that sending twice is once
  unique (file_id, sent_by, fingerprint),
  foreign key (file_id, document_hash) references upload (file_id, hash),
  check ((document_hash is null) = (document_name is null))
) {strict};
create index sent_in_at on sent_in (file_id, sent_at);

-- Who of those who work with the file said that it was read: the first who did.
create table sent_in_read (
  sent_id text not null primary key references sent_in (id),
  file_id text not null references file (id),
  read_by text not null references person (id),
  read_at text not null
) {strict};
create index sent_in_read_of on sent_in_read (file_id);

-- What somebody who was asked in is asked, sealed likewise.
create table invitation_words (
  invitation text not null primary key,     -- the cause of their sight
  file_id text not null references file (id),
  words text not null
) {strict};
create index invitation_words_of on invitation_words (file_id);
