-- Documents that went with an answer: what was sent in lies among the uploads, which are never changed.
create table subject_document (
  request_id text not null references subject_request (id),
  hash text not null,                       -- of the upload
  given_at text not null,
  primary key (request_id, hash)
) {strict};
