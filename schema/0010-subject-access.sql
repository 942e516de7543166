-- Requests for what is held on somebody, what a reviewer decided to hide, and what was given out.

create table subject_request (
  id text not null primary key,
  file_id text not null references file (id),
  asked_by text not null check (asked_by in ('child', 'parent', 'representative')),
  received_on text not null,
  recorded_at text not null,
  recorded_by text not null references person (id),
  due_on text not null,
  extended text,                            -- why it takes longer; sealed with the file's key
  identity_on text,                         -- the day on which it was seen who they are
  identity_words text,                      -- how; sealed
  basis text check (basis in ('agreed-by-child', 'required-by-law')),
  basis_words text,                         -- sealed
  closed_at text,                           -- null: still to be answered
  closed_by text references person (id),
  closed_how text check (closed_how in ('released', 'withdrawn', 'refused')),
  closed_words text,                        -- sealed
  check ((closed_at is null) = (closed_how is null))
) {strict};
create index subject_request_of on subject_request (file_id, recorded_at);
create index subject_request_due on subject_request (due_on) where closed_at is null;

-- What somebody decided of one hiding. It is found again by a keyed hash of the text and the place, so
-- that it counts for that text and no other; no text stands here.
create table subject_decision (
  request_id text not null references subject_request (id),
  key text not null,
  decision text not null check (decision in ('confirmed', 'lifted', 'added', 'taken-back')),
  place text not null,                      -- without content: a record's id and a field
  text_hash text not null,                  -- of the whole line, with the file's key
  starts {bigint} not null,
  ends {bigint} not null,
  reason text,                              -- sealed
  decided_by text not null references person (id),
  decided_at text not null,
  primary key (request_id, key)
) {strict};

-- Which parts a reviewer has read to their end, and what stood in them then.
create table subject_part_read (
  request_id text not null references subject_request (id),
  part text not null,
  hash text not null,                       -- with the file's key
  read_by text not null references person (id),
  read_at text not null,
  primary key (request_id, part)
) {strict};

-- What was given out, byte for byte: rows are added and, on erasure, taken away; never changed.
create table subject_copy (
  request_id text not null references subject_request (id),
  format text not null check (format in ('html', 'pdf', 'json')),
  hash text not null,                       -- SHA-256 of the bytes
  bytes {bigint} not null check (bytes > 0),
  content text not null,                    -- sealed with the file's key
  given_at text not null,
  primary key (request_id, format)
) {strict};
