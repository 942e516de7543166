-- What a browser keeps while the server cannot be reached is sealed by a key of its session. Signing
-- out takes the key away, and with it what was sealed; a session that ran out leaves it for a time to
-- whoever signs in again as the same person.
create table draft_key (
  id text not null primary key,             -- stands beside what it seals; opens nothing
  session_id text not null,                 -- of sign_in_session, which is forgotten before it
  person_id text not null references person (id),
  content text not null,                    -- the key, sealed
  made_at text not null,
  ends_at text not null
) {strict};
create index draft_key_of on draft_key (session_id);
create index draft_key_by on draft_key (person_id);
