-- What a request for what is held said before it was corrected, and by whom it was: whoever corrected
-- it does not give the answer out.
create table subject_correction (
  request_id text not null references subject_request (id),
  asked_by text not null check (asked_by in ('child', 'parent', 'representative')),
  received_on text not null,
  corrected_by text not null references person (id),
  corrected_at text not null
) {strict};
create index subject_correction_of on subject_correction (request_id, corrected_at);
